// SPDX-License-Identifier: Apache-2.0
// Purchases on a network of real slots, until they are final.

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { StoryError } from '../chain.mjs';
import { secretOf } from './blocks.mjs';
import { median, preparedIn } from './figures.mjs';
import { Traffic, connect, startNetwork, tellPrices } from './network.mjs';
import { folderBytes } from './nodes.mjs';
import { prepare } from './prepare.mjs';
import { part } from './results.mjs';
import { signAll } from './sign.mjs';

/** Seconds of a slot. */
const SLOT = 3;
/** Purchases that may wait, in blocks. */
const WAITING = 2;
/** More are signed than are sent, in blocks. */
const SPARE = 4;

/** The extrinsics of a run, each account in its turn. */
function purchases(chain, { nonces, call }, count) {
  const pairs = nonces.map((_, at) => chain.keyring.addFromSeed(secretOf(at)));
  const many = Array.from({ length: count }, (_, at) => {
    const account = at % pairs.length;
    return { pair: pairs[account], nonce: nonces[account] + Math.floor(at / pairs.length) };
  });
  return signAll(chain, call, many);
}

/** The figures of the final blocks of a run, between the first purchase and the last slot of the time that was asked for. */
export function measured(final, sentAt, seconds) {
  const from = final.findIndex(({ calls }) => calls.length > 0);
  if (from < 0) throw new StoryError('No purchase became final.');
  const { slot: first } = final[from];
  const blocks = final.slice(from).filter(({ slot }) => slot < first + seconds / SLOT);
  // a slot without a block counts, also at the end
  const slots = Math.min(seconds / SLOT, final.at(-1).slot - first + 1);
  const buys = blocks.reduce((sum, { calls }) => sum + calls.length, 0);
  // those that waited longest come after the time
  const times = (of) => final.flatMap((block) => block.calls.map((number) => (block[of] - sentAt[number]) / 1_000));
  return {
    blocks,
    buys,
    buysPerSecond: buys / (slots * SLOT),
    slots,
    missed: slots - blocks.length,
    toBlock: times('seen'),
    toFinality: times('settled'),
  };
}

/** Starts a network, sends it purchases, and leaves it running: `{ nodes, chain, traffic, ground, lost, before, after }`. */
async function trade({ binary, minutes, load, say }, folder, validators) {
  mkdirSync(folder, { recursive: true });
  say(`Preparing a market for ${validators === 1 ? 'one validator' : `${validators} validators`}.`);
  const ground = await prepare({ binary, folder, validators, say });
  const nodes = await startNetwork({ binary, spec: ground.spec, folder, validators });
  const chain = await connect(nodes[0]);
  await tellPrices(chain);
  const rate = ((ground.fits / SLOT) * load) / 100;
  const seconds = minutes * 60;
  const count = Math.ceil(rate * seconds + SPARE * ground.fits);
  say(`Signing ${count} purchases.`);
  const all = await purchases(chain, ground, count);
  const traffic = new Traffic(chain, nodes, all);
  await traffic.open();
  const policies = async () => (await chain.api.query.policies.nextPolicy()).toNumber();
  const before = await policies();
  say(`Sending ${Math.round(rate)} purchases a second for ${minutes} minutes.`);
  await traffic.send({ rate, most: WAITING * ground.fits, seconds });
  const lost = await traffic.settle();
  const last = traffic.final.at(-1);
  const after = last === undefined ? before : (await (await chain.api.at(last.hash)).query.policies.nextPolicy()).toNumber();
  return { nodes, chain, traffic, ground, lost, before, after };
}

/** The part of a run on a network of so many validators. The chain of one validator is kept for the parts that follow. */
export async function live(context, run, validators) {
  const { results, minutes, say } = context;
  const folder = `${context.folder}/live-${validators}-${run}`;
  const { nodes, chain, traffic, ground, lost, before, after } = await trade(context, folder, validators);
  const logs = nodes.map(({ log }) => preparedIn(readFileSync(log, 'utf8')));
  const resident = Math.max(...nodes.map((node) => node.resident()));
  await traffic.close();
  await chain.close();
  await Promise.all(nodes.map((node) => node.stop()));

  const { blocks, buysPerSecond, slots, missed, toBlock, toFinality } = measured(traffic.final, traffic.sentAt, minutes * 60);
  const all = traffic.final.reduce((sum, { calls }) => sum + calls.length, 0);
  const refused = [...traffic.refused.values()].reduce((sum, count) => sum + count, 0);
  for (const [words, count] of traffic.refused) say(`The pool refused ${count}: ${words}`);
  const prepared = ({ number }) => Math.max(...logs.map((log) => log.get(number) ?? 0));
  const full = blocks.filter(({ calls }) => calls.length > ground.fits / 2);

  const add = part(results, `live, ${validators} ${validators === 1 ? 'authority' : 'authorities'}`);
  add('purchases finalised', 'a second', buysPerSecond);
  add('purchases in a block', 'calls', median(blocks.map(({ calls }) => calls.length)));
  for (const [name, times] of [['to a block', toBlock], ['to finality', toFinality]]) {
    const order = Float64Array.from(times).sort();
    for (const hundredths of [50, 95]) add(`latency ${name}, p${hundredths}`, 's', order[Math.floor(((order.length - 1) * hundredths) / 100)]);
  }
  if (full.length > 0) add('block prepared, median', 'ms', median(full.map(prepared)));
  add('slots', 'slots', slots);
  add('slots missed', 'slots', missed);
  add('purchases refused by the pool', 'calls', refused);
  add('purchases lost', 'calls', lost);
  add('purchases that failed in a block', 'calls', all - (after - before));
  add('resident memory, largest node', 'MB', resident / 1e6);
  add('database, largest node', 'MB', Math.max(...nodes.map(({ base }) => folderBytes(base))) / 1e6);
  add('policies at the end', 'policies', after);
  context.plots.live(validators, run, { blocks, toBlock, toFinality, prepared });
  // one chain is kept, not one of each run
  const done = validators === 1 ? context.chain?.folder : folder;
  if (done !== undefined) rmSync(done, { recursive: true });
  if (validators === 1) context.chain = { folder, spec: ground.spec, base: nodes[0].base, policies: after - before };
}
