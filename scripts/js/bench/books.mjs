// SPDX-License-Identifier: Apache-2.0
// Calls in blocks that are full of one kind: by the books, and executed.

import { Chain } from '../chain.mjs';
import { Bench } from './blocks.mjs';
import { chargedRatio } from './figures.mjs';
import { Node } from './nodes.mjs';
import { part } from './results.mjs';

/** Seconds of a slot, and picoseconds of a millisecond. */
const SLOT = 3;
const PS_PER_MS = 1e9;

const NAMES = { buy: 'policies.buy', deposit: 'pools.deposit', claim: 'claims.claim', cancel: 'policies.cancel' };

/**
 * All rows, in the order in which the chain allows them.
 *
 * @param isAll whether the blocks of every row are executed, not only those of purchases
 */
export async function measure(bench, say, isAll = false) {
  say('Listing a product with a trigger, filling its pool, and letting prices be quiet for two days.');
  await bench.open();
  const times = {};
  const time = async (name, { blocks }) => {
    if (isAll) times[name] = await bench.executed(blocks);
  };
  const fees = await bench.fees();
  const buy = await bench.row(bench.buys);
  say('Executing the blocks that are full of purchases.');
  const executed = await bench.executed(buy.blocks);
  const deposit = await bench.row(bench.deposits);
  await time('deposit', deposit);
  const cancel = await bench.row(bench.cancellations);
  await time('cancel', cancel);
  const claim = await bench.claimRow();
  await time('claim', claim);
  const feeRatio = Number(fees.buy) / Number(fees.transfer);
  return {
    ...{ fees, buy, executed, deposit, cancel, claim, feeRatio, charged: chargedRatio(buy.actual, executed) },
    times: { buy: executed, ...times },
  };
}

/** The part of a run: a new development chain, and what fits into its blocks. */
export async function books(context, run) {
  const { binary, results, say } = context;
  const folder = `${context.folder}/books-${run}`;
  const args = ['--dev', '--sealing', 'manual'];
  const node = await Node.start({ binary, base: `${folder}/chain`, log: `${folder}/node.log`, args });
  try {
    const chain = await Chain.connect(node.url, 10);
    const found = await measure(new Bench(chain, say), say, true);
    await chain.close();
    const add = part(results, 'books');
    for (const [key, name] of Object.entries(NAMES)) {
      const { figure, actual } = found[key];
      add(`${name} in a block, by the books`, 'calls', figure);
      add(`${name}, by the books`, 'a second', figure / SLOT);
      add(`${name}, executed`, 'a second', 1_000 / found.times[key]);
      add(`${name}, charged ÷ executed`, 'ratio', chargedRatio(actual, found.times[key]));
    }
    add('fee of buy ÷ fee of a transfer', 'ratio', found.feeRatio);
    const ratios = Object.entries(NAMES).map(([key, name]) => ({
      name,
      value: Number(found[key].actual) / PS_PER_MS / found.times[key],
    }));
    context.plots.books(run, ratios);
  } finally {
    await node.stop();
  }
}
