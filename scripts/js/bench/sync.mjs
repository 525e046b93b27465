// SPDX-License-Identifier: Apache-2.0
// A new node takes over a chain of full blocks from another one.

import { rmSync } from 'node:fs';
import { Node, sleep } from './nodes.mjs';
import { until } from './network.mjs';
import { part } from './results.mjs';

/** Milliseconds between two looks at the new node. */
const LOOK_EVERY = 20;
/** The longest time that it may take to find the other node, and to have all blocks. */
const PATIENCE = 1_800_000;

/** The part of a run. The chain is the one that the part `live` has left. */
export async function sync(context, run) {
  const { binary, results } = context;
  const { folder, spec, base, policies } = context.chain;
  const args = ['--chain', spec];
  const source = await Node.start({ binary, base, log: `${folder}/source-${run}.log`, args });
  const mine = `${context.folder}/sync-${run}`;
  let fresh;
  try {
    const head = await source.best();
    const options = { binary, base: mine, log: `${folder}/fresh-${run}.log` };
    fresh = await Node.start({ ...options, args: [...args, '--bootnodes', await source.address()] });
    await until(async () => (await fresh.rpc('system_health')).peers > 0, 'The meeting of the two nodes', PATIENCE);
    const began = performance.now();
    const end = began + PATIENCE;
    while ((await fresh.best()) < head && performance.now() < end) await sleep(LOOK_EVERY);
    const seconds = (performance.now() - began) / 1_000;
    const add = part(results, 'sync');
    add('blocks of the chain', 'blocks', head);
    add('purchases of the chain', 'calls', policies);
    add('from the first peer to the head', 's', seconds);
    add('blocks', 'a second', head / seconds);
    add('purchases', 'a second', policies / seconds);
  } finally {
    await fresh?.stop();
    await source.stop();
    rmSync(mine, { recursive: true, force: true });
  }
}
