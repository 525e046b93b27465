// SPDX-License-Identifier: Apache-2.0
// The files that an operator names: the account's secret, and the session keys that `keys` printed.

import { readFileSync, statSync } from 'node:fs';
import { pairOf, readKey } from '../../feeder/key.mjs';
import { BadUse } from '../../feeder/options.mjs';
import { BadOption, checkAddress } from './options.mjs';

/**
 * The pair of an account from a file that only its owner can read.
 *
 * @param keyring the keyring
 * @param file the file's name
 */
export function readPair(keyring, file) {
  try {
    const text = readKey(file, {});
    const mode = statSync(file).mode & 0o777;
    if (mode !== 0o600 && mode !== 0o400)
      throw new BadOption(`The file ${file} has mode ${mode.toString(8)}. Say: chmod 600 ${file}`);
    return pairOf(keyring, text);
  } catch (error) {
    if (error instanceof BadUse) throw new BadOption(error.message);
    throw error;
  }
}

/**
 * Session keys with their proof, as `keys` prints them.
 *
 * @param text the file's content
 * @param account the account for which they have to be
 * @returns `{ keys, proof }` in hexadecimal digits
 */
export function parseKeys(text, account) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    found = undefined;
  }
  const isHex = (value) => typeof value === 'string' && /^0x([0-9a-f]{2})+$/i.test(value);
  if (!isHex(found?.keys) || !isHex(found?.proof) || typeof found?.account !== 'string') {
    throw new BadOption('The file of --keys-file has not what ./scripts/operator keys prints: account, keys and proof.');
  }
  if (checkAddress(found.account) !== account) {
    throw new BadOption(
      `The keys of --keys-file are for ${found.account}, not for ${account}. The proof holds for one account only.`,
    );
  }
  return { keys: found.keys.toLowerCase(), proof: found.proof.toLowerCase() };
}

/** Reads the file of `parseKeys`. */
export function readKeys(file, account) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadOption(`The file ${file} of --keys-file cannot be read: ${error.code ?? error.message}.`);
  }
  return parseKeys(text, account);
}
