// SPDX-License-Identifier: Apache-2.0
// The files of an assessor: the secret of each vote, with a copy, and the reasons. A secret is on the disk before its hash is on
// the chain. Without it a vote cannot be revealed, and the seats lose their stake.

import {
  closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blake2AsHex } from '@polkadot/util-crypto';
import { StoryError } from '../chain.mjs';
import { BadOption } from '../operator/options.mjs';
import { commitmentOf } from './votes.mjs';

const FORM = 1;
const TOP = realpathSync(fileURLToPath(new URL('../../..', import.meta.url)));
/** The most bytes of a place where reasons can be read, as the chain has it. */
export const MAX_URI = 256;
/** A link that the file system does not know. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK'];

/** The folders of secrets, unless others are named: two, in different places of the home. */
export function defaultFolders(environment = process.env) {
  const [state, data] = [environment.XDG_STATE_HOME, environment.XDG_DATA_HOME];
  return {
    salts: join(state || join(homedir(), '.local', 'state'), 'breakwater', 'votes'),
    backup: join(data || join(homedir(), '.local', 'share'), 'breakwater', 'votes-backup'),
  };
}

/** The path of a folder without symbolic links, as far as it exists. */
function realPath(folder) {
  const path = resolve(folder);
  const above = dirname(path);
  if (existsSync(path) || above === path) return realpathSync(path);
  return join(realPath(above), basename(path));
}

/** Refuses folders in which a secret is published by accident, or has no second copy. */
export function checkFolders({ salts, backup }) {
  const [one, other] = [realPath(salts), realPath(backup)];
  for (const [name, folder] of [['--salts', one], ['--backup', other]]) {
    if (`${folder}${sep}`.startsWith(`${TOP}${sep}`)) {
      throw new BadOption(`${name} ${folder} is in the folder of the sources. Name one outside of it, so that no secret gets published.`);
    }
  }
  if (one === other) throw new BadOption('--salts and --backup are the same folder. Name another for the copy, best on another disk.');
  return { salts: one, backup: other };
}

/** The name of the file of an account's vote in a panel. */
export const fileOf = ({ genesis, account, panel }) => `${genesis.slice(2, 10)}-${account}-panel-${panel}.json`;

/** Puts a folder itself on the disk, with the names in it; not every system can. */
function syncFolder(folder) {
  let handle;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch {
    // the file itself is on the disk
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** Writes a new file of mode 600: all of it or nothing, on the disk when this returns. An existing file stays, unless it may go. */
export function writeWhole(file, text, { mayReplace = false } = {}) {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}.new`;
  try {
    const handle = openSync(half, 'w', 0o600);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    place(half, file, mayReplace);
  } finally {
    rmSync(half, { force: true });
  }
  syncFolder(folder);
}

/** Gives a file its name. A link never takes the name of another file, so that two programs cannot write the same vote. */
function place(half, file, mayReplace) {
  if (mayReplace) return renameSync(half, file);
  try {
    return linkSync(half, file);
  } catch (error) {
    if (!NO_LINKS.includes(error.code)) throw error;
  }
  if (existsSync(file)) throw Object.assign(new Error('the file is there already'), { code: 'EEXIST' });
  return renameSync(half, file);
}

/** The record of a vote as text. */
const encode = (record) => `${JSON.stringify({ form: FORM, ...record }, undefined, 2)}\n`;

/** Reads the record of a vote. What is wrong with it is said in a sentence. */
export function decode(text, file, { genesis, account, panel }) {
  let record;
  try {
    record = JSON.parse(text);
  } catch {
    record = undefined;
  }
  const isHex = (value) => typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value);
  if (record?.form !== FORM || !isHex(record.salt) || !isHex(record.commitment) || !Array.isArray(record.ranks)) {
    throw new StoryError(`${file} is not what ./scripts/assess writes. Put the copy of --backup in its place.`);
  }
  const isOwn = record.genesis === genesis && record.account === account && record.panel === panel;
  if (!isOwn) throw new StoryError(`${file} is of another chain, account or panel. Move it away, or name another folder with --salts.`);
  if (commitmentOf(record) !== record.commitment) {
    throw new StoryError(`${file} is damaged: vote and salt do not give its commitment. Put the copy of --backup in its place.`);
  }
  return record;
}

/** The text of a file; undefined if there is none. */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // a folder that cannot be one is told when it is written to
    if (['ENOENT', 'ENOTDIR'].includes(error.code)) return undefined;
    throw new StoryError(`The file ${file} cannot be read: ${error.code ?? error.message}. Give yourself the right to read it, then run this again.`);
  }
}

/** The records of votes in a folder, each with a copy in another. */
export class Votes {
  constructor({ salts, backup }) {
    this.folders = [salts, backup];
  }

  /** The record of an account's vote in a panel, also if one of its two files is lost; undefined if both are. */
  read(owner) {
    const name = fileOf(owner);
    const found = this.folders
      .map((folder) => join(folder, name))
      .map((file) => ({ file, text: textOf(file) }))
      .filter(({ text }) => text !== undefined);
    const records = [];
    let fault;
    for (const { file, text } of found) {
      try {
        records.push(decode(text, file, owner));
      } catch (error) {
        fault ??= error;
      }
    }
    if (records.length === 0) {
      if (fault) throw fault;
      return undefined;
    }
    if (new Set(records.map(({ commitment }) => commitment)).size > 1) {
      throw new StoryError(`${found.map(({ file }) => file).join(' and ')} have different votes. Move away the one that is not on the chain.`);
    }
    return records[0];
  }

  /** Writes what is missing of both files of a record. Nothing is sent unless both are there. */
  keep(record, options) {
    const name = fileOf(record);
    for (const folder of this.folders) {
      const file = join(folder, name);
      if (!options?.mayReplace && textOf(file) !== undefined) {
        if (decode(textOf(file), file, record).commitment === record.commitment) continue;
      }
      try {
        writeWhole(file, encode(record), options);
      } catch (error) {
        const why = error.code ?? error.message;
        throw new StoryError(
          `The secret of the vote cannot be written to ${file} (${why}), so nothing was sent. ` +
            'Make the folder writable, or name another with --salts and --backup, then run this again.',
        );
      }
      if (textOf(file) !== encode(record)) {
        throw new StoryError(`${file} does not have what was written to it, so nothing was sent. Look at the disk, then run this again.`);
      }
    }
  }

  /** Takes the reasons of a vote into its files. They are no secret, and can change until the reveal. */
  addReasons(record, reasons) {
    this.keep({ ...record, reasons }, { mayReplace: true });
  }
}

/** The reasons of a file: the hash of its bytes, and the place where others read it. */
export function readReasons(file, uri) {
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new BadOption(`The file ${file} of --reasons cannot be read: ${error.code ?? error.message}.`);
  }
  if (bytes.length === 0) throw new BadOption(`The file ${file} of --reasons is empty. Write why you vote so.`);
  const length = Buffer.byteLength(uri);
  if (length === 0 || length > MAX_URI) {
    throw new BadOption(`--reasons-uri needs 1 to ${MAX_URI} bytes, and has ${length}. Publish the file at a shorter address.`);
  }
  return { hash: blake2AsHex(bytes, 256), uri };
}
