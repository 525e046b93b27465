// The rows of a table that is followed, and which of them is due.

import { BadUse } from './options.mjs';
import { BadValue, parseValue } from './value.mjs';

/** A time in milliseconds: ISO 8601 in UTC, or seconds since 1970. */
export function parseTime(text, where) {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1_000;
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(text) ? Date.parse(text) : NaN;
  // Date.parse turns February the 30th into March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 19) !== text.slice(0, 19)) {
    throw new BadUse(`${where}: "${text}" is not a time; write it like 2023-03-11T01:18:11Z or 1678497491.`);
  }
  return time;
}

/**
 * Reads a table. The last line counts only if it is ended: it may be in the middle of being written.
 * @returns {{time: number, value: bigint, line: number}[]}
 */
export function parseRows(text, name, { decimals = 0, most } = {}) {
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  const rows = [];
  let columns;
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const where = `${name}, line ${index + 1}`;
    const fields = line.split(',').map((field) => field.trim());
    if (!columns) {
      columns = { time: fields.findIndex((field) => field === 'time' || field === 'time_utc'), price: fields.indexOf('price'), count: fields.length };
      if (columns.time < 0 || columns.price < 0) {
        throw new BadUse(`${where}: the first line has to name the columns time and price, such as "time,price".`);
      }
      continue;
    }
    if (fields.length !== columns.count) {
      throw new BadUse(`${where} has ${fields.length} fields instead of ${columns.count}.`);
    }
    const time = parseTime(fields[columns.time], where);
    if (rows.length > 0 && time <= rows.at(-1).time) throw new BadUse(`${where} is not later than the row before it.`);
    try {
      rows.push({ time, value: parseValue(fields[columns.price], decimals, most), line: index + 1 });
    } catch (error) {
      if (error instanceof BadValue) throw new BadUse(`${where}: ${error.message}`);
      throw error;
    }
  }
  if (!columns) throw new BadUse(`${name} is empty: its first line has to be "time,price".`);
  return rows;
}

/**
 * The newest row whose time has come and that is later than the last one fed, and how many before it are left out.
 * @param {number} [last] the time of the last row that was fed
 */
export function dueRow(rows, last, now) {
  const due = rows.filter(({ time }) => time <= now && (last === undefined || time > last));
  return due.length === 0 ? undefined : { row: due.at(-1), skipped: due.length - 1 };
}

/**
 * The table's own time. Without a speed it is the clock's. With one it begins with the row after the last that was fed, and runs that
 * many times as fast as the clock.
 */
export function tableClock(rows, last, start, speed) {
  if (speed === undefined) return (now) => now;
  const first = rows.find(({ time }) => last === undefined || time > last);
  if (!first) return () => last ?? 0;
  return (now) => first.time + (now - start) * speed;
}
