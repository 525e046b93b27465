#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Trials of real networks: nodes on hosts of their own, with addresses, in real slots.

import { StoryError } from '../chain.mjs';
import { stopAll } from '../bench/nodes.mjs';
import { Hosts, canMakeHosts } from './hosts.mjs';
import { validators } from './validators.mjs';

const TRIALS = { validators };

const [trial, binary, folder] = process.argv.slice(2);
const say = (text) => console.log(`==> ${text}`);

if (!(trial in TRIALS)) {
  console.error(`There is no trial ${trial}; there are ${Object.keys(TRIALS).join(', ')}.`);
  process.exit(2);
}
if (!canMakeHosts()) {
  console.error('A network of hosts needs root and the program ip (on Debian: apt-get install iproute2). Run this as root.');
  process.exit(2);
}

const hosts = new Hosts();
let code = 0;
const end = async () => {
  await stopAll();
  hosts.remove();
};
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => end().then(() => process.exit(130)));
}
try {
  const result = await TRIALS[trial]({ binary, folder, hosts, say });
  console.log(JSON.stringify(result));
} catch (error) {
  console.error(error instanceof StoryError ? `error: ${error.message}` : error);
  code = 1;
} finally {
  await end();
}
process.exit(code);
