// What was fed, kept in a file, so that a feeder that is started again goes on where it was.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { BadUse } from './options.mjs';

const FORM = 1;

/** Where the state of a feed and an account is kept if nobody says where. */
export function defaultPath(feed, account, environment = process.env) {
  const base = environment.XDG_STATE_HOME || join(homedir(), '.local', 'state');
  return join(base, 'breakwater', `feed-${feed}-${account}.json`);
}

/** The state as text. */
export function encodeState(state) {
  return `${JSON.stringify({ form: FORM, ...state }, (_, value) => (typeof value === 'bigint' ? value.toString() : value), 2)}\n`;
}

function entry(value, name, file) {
  if (value === undefined) return undefined;
  const isEntry = value !== null && typeof value === 'object' && /^\d+$/.test(value.value);
  if (!isEntry) throw new BadUse(`${file} cannot be used: its "${name}" is not what a feeder writes. Remove the file to begin anew.`);
  return { ...value, value: BigInt(value.value) };
}

/**
 * Reads a state. `owner` is the chain, the feed and the account that it has to be of; another source begins anew.
 * @returns {{fed?: {value: bigint, at: number, row?: number}, pending?: {value: bigint, after: number, row?: number}, isOther: boolean}}
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
  const isOther = state.source !== owner.source;
  const fed = entry(state.fed, 'fed', file);
  const pending = entry(state.pending, 'pending', file);
  // The rows of one table say nothing of those of another.
  if (isOther) for (const one of [fed, pending]) if (one) delete one.row;
  return { fed, pending, isOther };
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
    const known = text === undefined ? { isOther: false } : decodeState(text, owner, file);
    this.isNew = text === undefined;
    Object.assign(this, known);
  }

  /** Writes all of it, or nothing: a file that is half written would stop the next start. */
  save() {
    const { owner, fed, pending } = this;
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      const half = `${this.file}.new`;
      writeFileSync(half, encodeState({ ...owner, fed, pending }), { mode: 0o600 });
      renameSync(half, this.file);
    } catch (error) {
      throw new BadUse(`The state ${this.file} cannot be written: ${error.code ?? error.message}. Name another file with --state.`);
    }
  }

  /** A value is about to be fed. */
  begin(pending) {
    this.pending = pending;
    this.save();
  }

  /** The chain has it. */
  done(at) {
    const { value, row } = this.pending;
    // The last row stays known when a value of another source comes between.
    this.fed = { value, at, row: row ?? this.fed?.row };
    this.pending = undefined;
    this.save();
  }

  /** The chain does not have it, and will not. */
  drop() {
    this.pending = undefined;
    this.save();
  }
}
