// SPDX-License-Identifier: Apache-2.0
// What is asked of ./scripts/disclose. A mistake in it is a sentence.

import { parseArgs } from 'node:util';
import { StoryError } from '../chain.mjs';

/** The days that the chain keeps. */
const MOST_DAYS = 366;

/** A mistake on the command line. The message is a sentence that says what to do. */
export class BadOption extends StoryError {}

const OPTIONS = {
  asset: { type: 'string', default: '1' },
  days: { type: 'string', default: '30' },
  csv: { type: 'string' },
  svg: { type: 'string' },
  json: { type: 'boolean', default: false },
  url: { type: 'string', default: 'ws://127.0.0.1:9944' },
};

/** Reads the command line. */
export function parseOptions(args) {
  let given;
  try {
    given = parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new BadOption(`${error.message.replace(/\.?$/, '.')} See --help.`);
  }
  const days = Number(given.days);
  if (!/^\d+$/.test(given.days) || days < 1 || days > MOST_DAYS) {
    throw new BadOption(`--days needs a number from 1 to ${MOST_DAYS}, not "${given.days}".`);
  }
  if (given.asset !== 'native' && (!/^\d{1,10}$/.test(given.asset) || Number(given.asset) >= 2 ** 32)) {
    throw new BadOption(`--asset needs native, or the number of an asset, not "${given.asset}".`);
  }
  for (const name of ['csv', 'svg']) {
    if (given[name] === '') throw new BadOption(`--${name} needs the name of a file.`);
  }
  if (!/^wss?:\/\/[^/]/.test(given.url)) {
    throw new BadOption(`--url needs the address of a node's websocket, such as ws://127.0.0.1:9944, not "${given.url}".`);
  }
  return { ...given, days, asset: given.asset === 'native' ? 'Native' : { WithId: Number(given.asset) } };
}
