// SPDX-License-Identifier: Apache-2.0
// The bytes of state for one more policy, one more underwriter, one more claim.

import { Chain, StoryError } from '../chain.mjs';
import { Bench } from './blocks.mjs';
import { isConsensus } from './genesis.mjs';
import { Node } from './nodes.mjs';
import { part } from './results.mjs';

/** Calls of each kind, all in one block. */
const CALLS = 100;

/** The bytes and keys of a state: `{ bytes, keys }`. Those of blocks and consensus, which no call adds to, are left out. */
export function sizeOf(pairs) {
  const kept = pairs.filter(([key]) => !isConsensus(key));
  const bytes = kept.reduce((sum, [key, value]) => sum + (key.length + value.length - 4) / 2, 0);
  return { bytes, keys: kept.length };
}

/** What a block with calls of a kind adds to the state, for each of them. */
async function added(chain, bench, kind) {
  await bench.send(kind, CALLS);
  const { hash, sent } = await bench.seal(kind);
  if (sent.length !== CALLS) throw new StoryError(`Only ${sent.length} of ${CALLS} calls of ${kind.name} are in one block.`);
  const { parentHash } = await chain.provider.send('chain_getHeader', [hash]);
  const [after, before] = await Promise.all(
    [hash, parentHash].map(async (at) => sizeOf(await chain.provider.send('state_getPairs', ['0x', at]))),
  );
  return { bytes: (after.bytes - before.bytes) / CALLS, keys: (after.keys - before.keys) / CALLS };
}

/** The part of a run, on a new development chain. */
export async function state(context, run) {
  const { binary, results, say } = context;
  const folder = `${context.folder}/state-${run}`;
  const node = await Node.start({
    ...{ binary, base: `${folder}/chain`, log: `${folder}/node.log` },
    args: ['--dev', '--sealing', 'manual', '--rpc-max-response-size', '200'],
  });
  try {
    const chain = await Chain.connect(node.url, 10);
    const bench = new Bench(chain, say);
    await bench.open();
    await bench.widen(CALLS);
    const add = part(results, 'state');
    const row = async (name, kind) => {
      const { bytes, keys } = await added(chain, bench, kind);
      add(`one more ${name}`, 'bytes', bytes);
      add(`one more ${name}, in keys`, 'keys', keys);
    };
    await row('policy', bench.buys);
    await row('underwriter', bench.deposits);
    await bench.ruin(await bench.assessed(), CALLS);
    await row('claim', bench.claims);
    await chain.close();
  } finally {
    await node.stop();
  }
}
