// SPDX-License-Identifier: Apache-2.0
// The time from the start of a node to its first answer, and its memory then.

import { existsSync } from 'node:fs';
import { Node, ask } from './nodes.mjs';
import { part } from './results.mjs';

/** Starts a node, has it read the state once, and takes its figures. */
async function once({ binary, results }, name, options) {
  const node = await Node.start({ binary, ...options });
  try {
    // the runtime is compiled, and the state has been read
    await node.rpc('state_call', ['Core_version', '0x']);
    const add = part(results, 'start');
    add(`${name}: first answer`, 's', node.answeredIn / 1_000);
    add(`${name}: resident memory`, 'MB', node.resident() / 1e6);
  } finally {
    await node.stop();
  }
}

/** The part of a run: an empty chain from its raw specification, and the head of the chain that `live` has left. */
export async function start(context, run) {
  const { binary, folder, chain } = context;
  const raw = `${folder}/dev.json`;
  if (!existsSync(raw)) ask(binary, ['export-chain-spec', '--chain', 'dev', '--raw', '--output', raw]);
  const empty = { base: `${folder}/start-${run}`, log: `${folder}/start-${run}.log` };
  await once(context, 'empty chain', { ...empty, args: ['--dev', '--chain', raw, '--sealing', 'manual'] });
  const head = { base: chain.base, log: `${folder}/head-${run}.log` };
  await once(context, 'head of the chain of live', { ...head, args: ['--chain', chain.spec] });
}
