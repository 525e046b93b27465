#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Feeds the values of a source to a price feed. Started by ./scripts/feed, which has the help.

import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { Feeder } from './feeder.mjs';
import { pairOf, readKey } from './key.mjs';
import { Node } from './node.mjs';
import { BadUse, parseOptions } from './options.mjs';
import { Table } from './sources.mjs';

const log = (action, outcome) => console.log(`${new Date().toISOString()}  ${action.padEnd(8)}  ${outcome}`);

async function main() {
  const options = parseOptions(process.argv.slice(2));
  await cryptoWaitReady();
  const pair = pairOf(new Keyring({ type: 'sr25519', ss58Format: 42 }), readKey(options.keyFile));
  // before it is waited for a node: a table that is wrong is refused at once
  if (options.csv !== undefined) new Table(options);
  log('start', `operator ${pair.address}`);
  return new Feeder(options, pair, Node.connect, { log }).run();
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    log('end', 'asked to; the chain has what was fed');
    process.exit(0);
  });
}

main().then(
  (code) => process.exit(code),
  (error) => {
    // a mistake of the user is one sentence, one of ours has its stack
    console.error(error instanceof BadUse ? `error: ${error.message}` : error);
    process.exit(error instanceof BadUse ? 2 : 1);
  },
);
