// Reads a price table. What is wrong with it is said in a sentence.

import { readFileSync } from 'node:fs';

/** The length of a slot in milliseconds: blocks cannot be closer. */
export const SLOT = 3_000n;
/** The age at which the chain calls a price stale (its parameter oracle.Heartbeat). */
export const LONGEST_GAP = 25n * 3_600_000n;
/** The fewest rounds that make a story. */
const FEWEST_ROUNDS = 3;

export class BadTable extends Error {}

/** A price such as `0.99209183` in 10^-18. */
export function parsePrice(text, where) {
  const match = /^(\d{1,12})(?:\.(\d{1,18}))?$/.exec(text);
  if (!match) throw new BadTable(`${where}: "${text}" is not a price; write it like 0.99209183.`);
  const price = BigInt(match[1]) * 10n ** 18n + BigInt((match[2] ?? '').padEnd(18, '0'));
  if (price === 0n) throw new BadTable(`${where}: the price is zero, which no feed may say.`);
  return price;
}

/** A time such as `2023-03-11T01:18:11Z` in milliseconds. */
export function parseTime(text, where) {
  const time = Date.parse(text);
  const good = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(time);
  // a date that does not exist is moved by the parser: it must come back as it was written
  if (!good || new Date(time).toISOString() !== text.replace('Z', '.000Z')) {
    throw new BadTable(`${where}: "${text}" is not a time; write it like 2023-03-11T01:18:11Z.`);
  }
  return BigInt(time);
}

/** The rounds of a table: `{ time, price }`, in milliseconds and 10^-18. */
export function parseTable(text, name = 'the table') {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), where: `${name}, line ${index + 1}` }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) throw new BadTable(`${name} is empty.`);
  const header = lines[0].line.split(',').map((column) => column.trim());
  const [timeAt, priceAt] = ['time_utc', 'price'].map((column) => {
    const at = header.indexOf(column);
    if (at < 0) throw new BadTable(`${name} has no column "${column}"; its header is "${lines[0].line}".`);
    return at;
  });
  const rounds = [];
  for (const { line, where } of lines.slice(1)) {
    const fields = line.split(',').map((field) => field.trim());
    if (fields.length !== header.length) {
      throw new BadTable(`${where} has ${fields.length} fields, the header has ${header.length}.`);
    }
    const round = { time: parseTime(fields[timeAt], where), price: parsePrice(fields[priceAt], where) };
    const last = rounds.at(-1);
    if (last) {
      const gap = round.time - last.time;
      if (gap <= 0n) throw new BadTable(`${where} is not later than the round before it; rounds must be in order.`);
      if (gap <= SLOT) throw new BadTable(`${where} is ${gap} ms after the round before it; a block takes ${SLOT} ms.`);
      if (gap >= LONGEST_GAP) {
        throw new BadTable(
          `${where} is ${(Number(gap) / 3_600_000).toFixed(1)} h after the round before it; ` +
            `rounds must be less than ${LONGEST_GAP / 3_600_000n} h apart.`,
        );
      }
    }
    rounds.push(round);
  }
  if (rounds.length < FEWEST_ROUNDS) throw new BadTable(`${name} has ${rounds.length} rounds; ${FEWEST_ROUNDS} are needed.`);
  return rounds;
}

/** Reads a table from a file. */
export function readTable(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadTable(`${file} cannot be read: ${error.code ?? error.message}.`);
  }
  return parseTable(text, file);
}
