// SPDX-License-Identifier: Apache-2.0
// What the feeder was asked to do. What is wrong with it is said in a sentence.

import { parseArgs } from 'node:util';

/** What the user has to mend. The message is a sentence that says how. */
export class BadUse extends Error {}

/** Where the key is when no file is named. */
export const KEY_VARIABLE = 'BREAKWATER_FEEDER_KEY';

function whole(text, name, least, most) {
  if (text === undefined) return undefined;
  if (!/^\d{1,10}$/.test(text) || Number(text) < least || Number(text) > most) {
    throw new BadUse(`${name} needs a whole number from ${least} to ${most}, not "${text}".`);
  }
  return Number(text);
}

/** Reads the arguments of the command line. */
export function parseOptions(args) {
  if (args.some((one) => /^--(key|seed|suri|mnemonic)(=|$)/.test(one))) {
    throw new BadUse(`A key on the command line can be read by everybody: put it into ${KEY_VARIABLE} or a --key-file.`);
  }
  let given;
  try {
    given = parseArgs({
      args,
      options: {
        feed: { type: 'string' },
        csv: { type: 'string' },
        json: { type: 'string' },
        path: { type: 'string' },
        time: { type: 'string' },
        'max-age': { type: 'string' },
        zero: { type: 'boolean', default: false },
        url: { type: 'string', default: 'ws://127.0.0.1:9944' },
        poll: { type: 'string', default: '30' },
        speed: { type: 'string' },
        decimals: { type: 'string', default: '0' },
        every: { type: 'string' },
        tip: { type: 'string', default: '500' },
        'key-file': { type: 'string' },
        state: { type: 'string' },
        once: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new BadUse(`${error.message.replace(/\.?$/, '.')} See ./scripts/feed --help.`);
  }
  if (given.feed === undefined) throw new BadUse('--feed is missing: which feed of the chain is it? See ./scripts/feed --help.');
  if ((given.csv === undefined) === (given.json === undefined)) {
    throw new BadUse('Name one source, with --csv FILE or with --json SOURCE.');
  }
  if (given.json !== undefined && !given.path) {
    throw new BadUse('--json needs --path, the way to the number, such as --path data.price.');
  }
  for (const name of ['path', 'time']) {
    if (given.csv !== undefined && given[name] !== undefined) throw new BadUse(`--${name} is for --json; a table has columns.`);
  }
  if (given.json !== undefined && given.speed !== undefined) {
    throw new BadUse('--speed is for --csv: a live source has only the present.');
  }
  if (given.speed !== undefined && given['max-age'] !== undefined) {
    throw new BadUse('--max-age and --speed do not go together: a replay feeds prices of any age.');
  }
  if (given.speed === undefined && given.state !== undefined) {
    throw new BadUse('--state is for --speed: what was fed is on the chain, only the place in a replayed table is kept.');
  }
  if (!/^wss?:\/\/[^\s/]+/.test(given.url)) {
    throw new BadUse(`--url needs the address of a node, such as ws://127.0.0.1:9944, not "${given.url}".`);
  }
  return {
    feed: whole(given.feed, '--feed', 0, 4_294_967_295),
    csv: given.csv,
    json: given.json,
    path: given.path?.split('.'),
    time: given.time?.split('.'),
    maxAge: whole(given['max-age'], '--max-age', 1, 1_000_000_000),
    zero: given.zero,
    url: given.url,
    poll: whole(given.poll, '--poll', 1, 86_400),
    speed: whole(given.speed, '--speed', 1, 1_000_000),
    decimals: whole(given.decimals, '--decimals', 0, 18),
    every: whole(given.every, '--every', 1, 604_800),
    tip: whole(given.tip, '--tip', 0, 1_000_000_000),
    keyFile: given['key-file'],
    state: given.state,
    once: given.once,
    verbose: given.verbose,
  };
}
