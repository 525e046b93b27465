// SPDX-License-Identifier: Apache-2.0
// A development chain that ends now: a product that a price decides, a deep pool, and many accounts with money.

import { Chain, StoryError } from '../chain.mjs';
import { Bench } from './blocks.mjs';
import { fitting } from './figures.mjs';
import { specification } from './genesis.mjs';
import { Node } from './nodes.mjs';

const USD = 1_000_000n;
const MINUTE = 60_000n;
const HOUR = 60n * MINUTE;
/** The time before now at which the chain begins: two days of prices, referenda, and room. */
const BEFORE = 53n * HOUR;
/** The time before now of the last block: the network of real slots goes on from there. */
const MARGIN = 2n * MINUTE;
/** Capital on top of that of other benches: the cover of more purchases than an hour of full blocks has. */
const CAPITAL = 850_000_000n * USD;
/** The cover of each purchase. */
const COVER = 200n * USD;

/** The buyers. They buy in turn, so that some blocks lie between two purchases of one. */
const BUYERS = 4_000;

/** Lets time pass until shortly before now, with the prices of each hour. */
async function untilNow(bench) {
  const { chain } = bench;
  const tellAt = async (time) => {
    await chain.approach(time);
    await bench.tell(time);
    await chain.blockAt(time);
  };
  while ((await chain.time()) + HOUR < BigInt(Date.now()) - MARGIN) await tellAt((await chain.time()) + HOUR);
  // blocks are ahead by whole seconds
  const end = ((BigInt(Date.now()) - MARGIN) / 1_000n) * 1_000n;
  // the loop has ended within an hour of it; a slot at least has to lie between
  if (end - (await chain.time()) > MINUTE) await tellAt(end);
  if ((await chain.time()) > BigInt(Date.now())) {
    throw new StoryError('The chain is ahead of the machine, so no block of real slots can follow it. Run this again.');
  }
}

/** The weight that a purchase is charged, and the number that fits into a block by the books. */
async function booksOf(bench) {
  const { declared, actual } = await bench.single(bench.buys);
  return { weight: actual, fits: fitting({ limit: bench.limit, declared, actual }) };
}

/**
 * Prepares the state of a market, and writes the specification of a chain of real slots that begins with it.
 *
 * @returns `{ spec, call, fits, weight, policies, nonces }`: the file, the call of a purchase in bytes, the purchases
 * that fit into a block by the books, the weight of one, the policies that are there, the nonces of the buyers
 */
export async function prepare({ binary, folder, validators, say }) {
  const base = `${folder}/ground`;
  const first = (BigInt(Date.now()) - BEFORE) / 1_000n;
  const args = ['--dev', '--sealing', 'manual', '--first-block-date', first];
  const node = await Node.start({ binary, base, log: `${folder}/ground.log`, args });
  const found = {};
  const chain = await Chain.connect(node.url, 10);
  try {
    const bench = new Bench(chain, say);
    await bench.open();
    const deposit = { pool: bench.poolId, tranche: 'Junior', amount: CAPITAL, minShares: 1 };
    await chain.submit(bench.person('//Bob'), chain.call('pools', 'deposit', deposit));
    await chain.block();
    await bench.widen(BUYERS);
    Object.assign(found, await booksOf(bench));
    await untilNow(bench);
    found.call = bench.buying(bench.product, null, COVER).method.toHex();
    found.nonces = bench.accounts.map(({ address }) => chain.nonces.get(address));
    found.policies = (await chain.api.query.policies.nextPolicy()).toNumber();
  } finally {
    await chain.close();
    await node.stop();
  }
  found.spec = specification({ binary, base, folder, validators });
  return found;
}
