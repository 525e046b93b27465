// SPDX-License-Identifier: Apache-2.0
// The rows of a table that is followed, and which of them is due.

import { BadTable, linesOf, rowsOf } from '../js/csv.mjs';
import { BadUse } from './options.mjs';
import { BadValue, parseMoment, parseValue } from './value.mjs';

/** A time of a table in milliseconds. */
export function parseTime(text, where) {
  const time = parseMoment(text);
  if (time !== undefined) return time;
  throw new BadUse(`${where}: "${text}" is not a time; write it like 2023-03-11T01:18:11Z or 1678497491.`);
}

/**
 * Reads a table. The last line counts only if it is ended: it may be in the middle of being written.
 * @returns {{time: number, value: bigint, note?: string}[]}
 */
export function parseRows(text, name, { decimals = 0, zero = false } = {}) {
  const ended = text.slice(0, text.lastIndexOf('\n') + 1);
  const rows = [];
  try {
    for (const { time: written, price, where } of rowsOf(linesOf(ended, name), name, { time: ['time', 'time_utc'], price: ['price'] })) {
      const time = parseTime(written, where);
      if (rows.length > 0 && time <= rows.at(-1).time) throw new BadUse(`${where} is not later than the row before it.`);
      try {
        rows.push({ time, ...parseValue(price, decimals, zero) });
      } catch (error) {
        throw error instanceof BadValue ? new BadUse(`${where}: ${error.message}`) : error;
      }
    }
  } catch (error) {
    throw error instanceof BadTable ? new BadUse(error.message) : error;
  }
  return rows;
}

/**
 * The newest row whose time has come, and how many between it and the last one are left out.
 * @param {number} [last] the time of the last row that is done with
 */
export function dueRow(rows, last, now) {
  const due = rows.filter(({ time }) => time <= now);
  if (due.length === 0) return undefined;
  const news = due.filter(({ time }) => last === undefined || time > last).length;
  return { row: due.at(-1), skipped: Math.max(news - 1, 0) };
}

/** The rows that are to come after the last one. */
const after = (rows, last) => rows.filter(({ time }) => last === undefined || time > last);

/** Whether no row is to come. */
export const isOver = (rows, last) => after(rows, last).length === 0;

/**
 * The time of a table that is replayed: it begins with the row after the last, and runs `speed` times as fast as the clock.
 * @param {number} start what the clock says at the beginning
 */
export function tableClock(rows, last, start, speed) {
  const [first] = after(rows, last);
  if (!first) return () => last ?? 0;
  return (now) => first.time + (now - start) * speed;
}
