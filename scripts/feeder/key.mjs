// SPDX-License-Identifier: Apache-2.0
// The operator's key: from a file that nobody else can read, or from the environment; never from the command line.

import { readFileSync, statSync } from 'node:fs';
import { keyExtractSuri, mnemonicValidate } from '@polkadot/util-crypto';
import { BadUse, KEY_VARIABLE } from './options.mjs';

/** The text of the key. */
export function readKey(file, environment = process.env) {
  if (file === undefined) {
    const text = environment[KEY_VARIABLE]?.trim();
    if (!text) throw new BadUse(`There is no key: put it into the variable ${KEY_VARIABLE}, or name a file with --key-file.`);
    return text;
  }
  let mode;
  let text;
  try {
    ({ mode } = statSync(file));
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new BadUse(`The key file ${file} cannot be read: ${error.code ?? error.message}.`);
  }
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new BadUse(`Others can read the key file ${file}. Say: chmod 600 ${file}`);
  }
  if (text === '') throw new BadUse(`The key file ${file} is empty.`);
  return text;
}

/**
 * Whether a text is a key that somebody made: a mnemonic or a seed, perhaps with a path, or a path of a development chain. The library
 * would take any short text for a seed, so that a mnemonic with a word too few would be an account that is easily guessed.
 */
export function isKey(text) {
  if (text.startsWith('//')) return /^(\/\/?[^/\s]+)+$/.test(text);
  try {
    const { phrase } = keyExtractSuri(text);
    return /^0x[0-9a-fA-F]{64}$/.test(phrase) || mnemonicValidate(phrase);
  } catch {
    return false;
  }
}

/** The pair of a key. The message of an error never shows the key. */
export function pairOf(keyring, text) {
  if (!isKey(text)) throw new BadUse('The key is no mnemonic, no 0x with 64 digits, and no //Name of a development chain.');
  return keyring.addFromUri(text);
}
