// SPDX-License-Identifier: Apache-2.0
// Reads a price table. What is wrong with it is said in a sentence.

import { BadTable, linesOf, linesOfFile, rowsOf } from './csv.mjs';

/** The length of a slot in milliseconds: blocks cannot be closer. */
export const SLOT = 3_000n;
/** The age at which the chain calls a price stale (its parameter oracle.Heartbeat). */
export const LONGEST_GAP = 25n * 3_600_000n;
/** The fewest rounds that make a story. */
const FEWEST_ROUNDS = 3;
/** The largest price that a feed takes, in 10^-18. */
const LARGEST = 1n << 80n;

/** A price such as `0.99209183` in 10^-18. */
export function parsePrice(text, where) {
  const match = /^(\d{1,12})(?:\.(\d{1,18}))?$/.exec(text);
  if (!match) throw new BadTable(`${where}: "${text}" is not a price; write it like 0.99209183.`);
  const price = BigInt(match[1]) * 10n ** 18n + BigInt((match[2] ?? '').padEnd(18, '0'));
  if (price === 0n) throw new BadTable(`${where}: the price is zero; the least that a feed takes is 0.000000000000000001.`);
  if (price > LARGEST) throw new BadTable(`${where}: the price is above 1208925.819614629174706176, the largest that a feed takes.`);
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

/** The rounds of lines. */
function roundsOf(lines, name) {
  const rounds = [];
  for (const row of rowsOf(lines, name, { time: ['time_utc', 'time'], price: ['price'] })) {
    const { where } = row;
    const round = { time: parseTime(row.time, where), price: parsePrice(row.price, where) };
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

/** The rounds of a text: `{ time, price }`, in milliseconds and 10^-18. */
export const parseTable = (text, name = 'the table') => roundsOf(linesOf(text, name), name);

/** Reads a table from a file. */
export const readTable = (file) => roundsOf(linesOfFile(file), file);
