#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Trials of real networks: nodes on hosts of their own, with addresses, in real slots.

import { StoryError } from '../chain.mjs';
import { stopAll } from '../bench/nodes.mjs';
import { chaos, chaosOptions } from './chaos.mjs';
import { clock } from './clock.mjs';
import { followers } from './followers.mjs';
import { Hosts, canMakeHosts } from './hosts.mjs';
import { monitor } from './monitor.mjs';
import { validators } from './validators.mjs';

/** The options of a trial that has none. */
const none = ([first]) => {
  if (first !== undefined) throw new StoryError(`This trial has no option ${first}.`);
  return {};
};
const TRIALS = {
  validators: { run: validators, read: none },
  chaos: { run: chaos, read: chaosOptions },
  followers: { run: followers, read: none },
  monitor: { run: monitor, read: none },
  clock: { run: clock, read: none },
};

const [trial, binary, folder, ...args] = process.argv.slice(2);
const say = (text) => console.log(`==> ${text}`);

if (!(trial in TRIALS)) {
  console.error(`There is no trial ${trial}; there are ${Object.keys(TRIALS).join(', ')}.`);
  process.exit(2);
}
let options;
try {
  options = TRIALS[trial].read(args);
} catch (error) {
  console.error(`error: ${error.message}`);
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
  const result = await TRIALS[trial].run({ binary, folder, hosts, say, options });
  console.log(JSON.stringify(result));
} catch (error) {
  console.error(error instanceof StoryError ? `error: ${error.message}` : error);
  code = 1;
} finally {
  await end();
}
process.exit(code);
