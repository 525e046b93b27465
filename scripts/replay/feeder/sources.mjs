// Where prices come from.

import { readFileSync, statSync } from 'node:fs';
import { BadUse } from './options.mjs';
import { dueRow, parseRows, tableClock } from './rows.mjs';
import { BadValue, parseValue, pick } from './value.mjs';

/** A source that is away or talks nonsense for now. The message is a sentence. */
export class SourceAway extends Error {}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SourceAway(`${file} cannot be read: ${error.code ?? error.message}.`);
  }
}

/** Rows of a table, each once, when its time has come. */
export class Table {
  constructor({ csv, speed, decimals }, most, last) {
    Object.assign(this, { file: csv, speed, decimals, most, wait: 1_000 });
    // A table that is wrong from the start is refused; one that is away or wrong later is waited for.
    let isThere = true;
    try {
      statSync(csv);
    } catch {
      isThere = false;
    }
    if (!isThere) throw new BadUse(`The table ${csv} cannot be read. Its form is in ./scripts/feed --help.`);
    this.rows = this.#load();
    this.clock = tableClock(this.rows, last, Date.now(), speed);
  }

  #load() {
    const { mtimeMs, size } = statSync(this.file);
    const mark = `${mtimeMs} ${size}`;
    if (mark === this.mark) return this.rows;
    const rows = parseRows(read(this.file), this.file, { decimals: this.decimals, most: this.most });
    this.mark = mark;
    return rows;
  }

  /** The row that is due: `{ value, row, skipped }`, or nothing. */
  async next(last) {
    try {
      this.rows = this.#load();
    } catch (error) {
      throw new SourceAway(error.message.endsWith('.') ? error.message : `${this.file} cannot be read: ${error.code ?? error.message}.`);
    }
    const due = dueRow(this.rows, last, this.clock(Date.now()));
    return due && { value: due.row.value, row: due.row.time, skipped: due.skipped };
  }

  /** Whether no row is left, and none will be waited for. */
  isOver(last) {
    return this.speed !== undefined && !this.rows.some(({ time }) => last === undefined || time > last);
  }
}

/** A number in a JSON document that is read again and again. */
export class Document {
  constructor({ json, path, decimals, poll }, most) {
    Object.assign(this, { from: json, path, decimals, most, wait: poll * 1_000 });
  }

  async #text() {
    if (!/^https?:\/\//.test(this.from)) return read(this.from);
    let reply;
    try {
      reply = await fetch(this.from, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(10_000) });
    } catch (error) {
      throw new SourceAway(`${this.from} does not answer: ${error.cause?.code ?? error.message}.`);
    }
    if (!reply.ok) throw new SourceAway(`${this.from} answers with status ${reply.status}.`);
    return reply.text();
  }

  /** What the document says now: `{ value }`. */
  async next() {
    const text = await this.#text();
    let json;
    try {
      json = JSON.parse(text);
    } catch {
      throw new SourceAway(`${this.from} is no JSON.`);
    }
    try {
      return { value: parseValue(pick(json, this.path), this.decimals, this.most) };
    } catch (error) {
      if (error instanceof BadValue) throw new SourceAway(error.message);
      throw error;
    }
  }

  isOver() {
    return false;
  }
}
