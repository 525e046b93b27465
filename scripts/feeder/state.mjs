// SPDX-License-Identifier: Apache-2.0
// The place in a table that is replayed, kept in a file, so that a feeder that is started again goes on where it was. What
// was fed without a replay, the chain knows.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { BadUse } from './options.mjs';

const FORM = 2;

/** The file of a feed and an account, unless another is named. */
export function defaultPath(feed, account, environment = process.env) {
  const base = environment.XDG_STATE_HOME || join(homedir(), '.local', 'state');
  return join(base, 'breakwater', `feed-${feed}-${account}.json`);
}

/** The state as text. */
export function encodeState(state) {
  return `${JSON.stringify({ form: FORM, ...state }, undefined, 2)}\n`;
}

/**
 * Reads a state. `owner` is the chain, the feed and the account that it has to be of; another source begins anew.
 * @returns {{row?: number, isOther: boolean}} the time of the last row that is done with
 */
export function decodeState(text, owner, file) {
  let state;
  try {
    state = JSON.parse(text);
  } catch {
    throw new BadUse(`${file} is no JSON. Remove it to begin anew, or name another file with --state.`);
  }
  if (state?.form !== FORM) throw new BadUse(`${file} was not written by this feeder. Name another file with --state.`);
  for (const name of ['genesis', 'feed', 'account']) {
    if (state[name] !== owner[name]) {
      throw new BadUse(`${file} is of another ${name === 'genesis' ? 'chain' : name}. Name another file with --state, or remove it.`);
    }
  }
  const { row } = state;
  if (row !== undefined && !Number.isSafeInteger(row)) {
    throw new BadUse(`${file} cannot be used: its "row" is no time in milliseconds. Remove the file to begin anew.`);
  }
  // The rows of one table say nothing of those of another.
  const isOther = state.source !== owner.source;
  return { row: isOther ? undefined : row, isOther };
}

export class State {
  constructor(file, owner) {
    this.file = file;
    this.owner = owner;
    let text;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if (error.code !== 'ENOENT') throw new BadUse(`The state ${file} cannot be read: ${error.code}. Name another file with --state.`);
    }
    const { row, isOther } = text === undefined ? { isOther: false } : decodeState(text, owner, file);
    this.row = row;
    this.says = text === undefined ? 'begins anew' : isOther ? 'is of another table, and begins anew' : 'goes on';
  }

  /** Writes all of it, or nothing: a file that is half written would stop the next start. */
  save(row) {
    this.row = row;
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      const half = `${this.file}.new`;
      writeFileSync(half, encodeState({ ...this.owner, row }), { mode: 0o600 });
      renameSync(half, this.file);
    } catch (error) {
      throw new BadUse(`The state ${this.file} cannot be written: ${error.code ?? error.message}. Name another file with --state.`);
    }
  }
}
