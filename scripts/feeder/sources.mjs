// SPDX-License-Identifier: Apache-2.0
// Where prices come from.

import { readFileSync, statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { BadTable, piecesOf } from '../js/csv.mjs';
import { BadUse } from './options.mjs';
import { dueRow, isOver, parseRows, tableClock } from './rows.mjs';
import { BadValue, parseMoment, parseValue, pick } from './value.mjs';

/** A source that is away or talks nonsense for now. The message is a sentence. */
export class SourceAway extends Error {}

/** The longest time that an answer may take, in milliseconds, and the largest one, in bytes. */
const PATIENCE = 10_000;
const MOST_BYTES = 1 << 24;

const unread = (from, error) => new SourceAway(`${from} cannot be read: ${error.code ?? error.message}.`);

/** The rows of a table: the newest whose time has come. */
export class Table {
  constructor({ csv, speed, decimals, zero }, last) {
    Object.assign(this, { file: csv, speed, decimals, zero, wait: 1_000 });
    // A table that is wrong from the start is refused; one that is away or wrong later is waited for.
    try {
      statSync(csv);
    } catch {
      throw new BadUse(`The table ${csv} cannot be read. Its form is in ./scripts/feed --help.`);
    }
    this.rows = this.#load();
    if (speed === undefined) {
      this.now = Date.now;
    } else {
      // a clock that nobody sets
      const clock = tableClock(this.rows, last, performance.now(), speed);
      this.now = () => clock(performance.now());
    }
  }

  #load() {
    const { mtimeMs, size } = statSync(this.file);
    const mark = `${mtimeMs} ${size}`;
    if (mark === this.mark) return this.rows;
    let text;
    try {
      text = [...piecesOf(this.file)].join('');
    } catch (error) {
      throw error instanceof BadTable ? new BadUse(error.message) : error;
    }
    const rows = parseRows(text, this.file, { decimals: this.decimals, zero: this.zero });
    this.mark = mark;
    return rows;
  }

  /** The row that is due: `{ value, note, at, row, skipped }`, or nothing. `last` is the row that is done with. */
  async next(last) {
    try {
      this.rows = this.#load();
    } catch (error) {
      throw error instanceof BadUse ? new SourceAway(error.message) : unread(this.file, error);
    }
    const due = dueRow(this.rows, last, this.now());
    if (!due) return undefined;
    const { value, note, time } = due.row;
    return { value, note, at: time, row: time, skipped: due.skipped };
  }

  /** Whether no row is left, and none will be waited for. */
  isOver(last) {
    return this.speed !== undefined && isOver(this.rows, last);
  }
}

/** A number in a JSON document that is read again and again. */
export class Document {
  constructor({ json, path, time, decimals, zero, poll }, patience = PATIENCE) {
    Object.assign(this, { from: json, path, time, decimals, zero, patience, wait: poll * 1_000 });
    this.isFile = !/^https?:\/\//.test(json);
    this.hasNoTime = !this.isFile && time === undefined;
  }

  /** The text of an answer. Nothing of it is trusted to arrive. */
  async #fetch() {
    const signal = AbortSignal.timeout(this.patience);
    try {
      const reply = await fetch(this.from, { headers: { accept: 'application/json' }, signal });
      if (!reply.ok) throw new SourceAway(`${this.from} answers with status ${reply.status}.`);
      const parts = [];
      let size = 0;
      for await (const part of reply.body ?? []) {
        size += part.length;
        if (size > MOST_BYTES) throw new SourceAway(`${this.from} answers with more than ${MOST_BYTES} bytes.`);
        parts.push(part);
      }
      return Buffer.concat(parts).toString('utf8');
    } catch (error) {
      if (error instanceof SourceAway) throw error;
      const why = signal.aborted ? `nothing whole within ${this.patience / 1_000} s` : (error.cause?.code ?? error.cause?.message ?? error.message);
      throw new SourceAway(`${this.from} does not answer: ${why}.`);
    }
  }

  /** The text, and the time of a file. */
  async #read() {
    if (!this.isFile) return { text: await this.#fetch() };
    try {
      const { mtimeMs } = statSync(this.from);
      return { text: readFileSync(this.from, 'utf8'), at: Math.floor(mtimeMs) };
    } catch (error) {
      throw unread(this.from, error);
    }
  }

  /** The time that the document says. */
  #timeIn(json) {
    const text = pick(json, this.time);
    const at = parseMoment(text);
    if (at === undefined) {
      throw new BadValue(`What the source has at ${this.time.join('.')} is no time: "${text.slice(0, 60)}".`);
    }
    return at;
  }

  /** What the document says now: `{ value, note, at }`. */
  async next() {
    const { text, at } = await this.#read();
    let json;
    try {
      json = JSON.parse(text);
    } catch {
      throw new SourceAway(`${this.from} is no JSON.`);
    }
    try {
      const price = parseValue(pick(json, this.path), this.decimals, this.zero);
      return { ...price, at: this.time === undefined ? at : this.#timeIn(json) };
    } catch (error) {
      if (error instanceof BadValue) throw new SourceAway(error.message);
      throw error;
    }
  }

  isOver() {
    return false;
  }
}
