#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// What is for sale on a development chain that lives on: after a story, or without one. Two products, a pool with room
// for both, and the operators' prices. Then a block every three seconds, until the node is gone.

import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Account } from './report.mjs';
import { Chain, StoryError } from '../js/chain.mjs';
import { Tale, field } from './stories/common.mjs';

const ONE = 10n ** 18n;
const HOUR = 3_600_000n;
const DAY = 24n * HOUR;
const USD = 1_000_000n;
/** Hours of prices that a trigger needs before it counts, with a margin: windows, a gap after a story, a rearming. */
const QUIET_HOURS = 50;
/** Chain time between two prices of each operator: well below the age at which a price is stale. */
const FEED_EVERY = HOUR;
/** Real time between two blocks. */
const BLOCK_EVERY = 3_000;

const price = {
  base: (2n * ONE) / 100n,
  kink: 800_000,
  atKink: 2n * ONE,
  atFull: 6n * ONE,
  volatility: 0n,
};
const sale = {
  payout: 'full',
  minPeriod: 7n * DAY,
  maxPeriod: 365n * DAY,
  waiting: DAY,
  grace: 14n * DAY,
  minCover: 100n * USD,
  maxCover: 50_000n * USD,
};

/** The market, in the form of a story's scenario. */
export const market = {
  asset: { id: 1, symbol: 'USDB', decimals: 6 },
  feed: 1,
  operators: ['//Charlie', '//Dave', '//Eve'],
  pool: { manager: '//Alice', leverage: 100, fee: 50_000, seniorFactor: 800_000 },
  deposits: [
    { uri: '//Bob', tranche: 'Junior', amount: 600_000n * USD },
    { uri: '//Alice', tranche: 'Senior', amount: 400_000n * USD },
  ],
  buyer: { uri: '//Ferdie', cover: 5_000n * USD, period: 90n * DAY },
  products: [
    {
      title: 'Dollar depeg, whole cover',
      uri: 'wording/dollar-depeg.md',
      wording: 'Pays the whole cover when the one-hour average of the dollar coin is at or below 0.98 for 24 hours.',
      group: 101,
      riskClass: 'Depeg',
      facts: { audits: 2, deployed: 17_800, bounty: 0n, atStake: 0n, incidents: 0 },
      trigger: { direction: 'Below', threshold: (98n * ONE) / 100n, window: HOUR, duration: DAY },
      price: { ...price, volatility: (2n * ONE) / 1_000n },
      ...sale,
    },
    {
      title: 'Lending market, hack',
      uri: 'wording/lending-market.md',
      wording: 'Pays what an account loses by a fault of the lending market, less a twentieth, up to the cover.',
      group: 102,
      riskClass: 'SmartContract',
      facts: { audits: 1, deployed: 18_459, bounty: 0n, atStake: 0n, incidents: 0 },
      coinsurance: 50_000n,
      price,
      ...sale,
    },
  ],
};

export class Market extends Tale {
  /** The price that the operators tell: a dollar, and a little more or less. */
  priceAt(time) {
    return ONE + (BigInt(Math.round(Math.sin(Number(time / HOUR) / 7) * 1_000)) * ONE) / 1_000_000n;
  }

  /** Lists the products, fills the pool, and lets the prices be quiet until both are for sale. */
  async open() {
    const { chain, account } = this;
    account.act('What is for sale from now on');
    if (await this.isOpen()) {
      await this.say('the products of this market are there already');
    } else {
      if ((await chain.time()) === 0n) await chain.block();
      await this.list();
      await this.fill();
    }
    await this.quiet();
    await this.buy();
    await this.show();
  }

  /** Whether an earlier run on the same chain has opened the market. */
  async isOpen() {
    const names = (await this.chain.api.query.products.products.entries()).map(([, product]) =>
      product.unwrap().name.toUtf8(),
    );
    return market.products.every(({ title }) => names.includes(title));
  }

  async list() {
    const { chain } = this;
    this.now = await chain.time();
    const calls = market.products.map((terms) => chain.call('products', 'listProduct', { listing: this.listing(terms) }));
    const events = await this.referendum(chain.call('utility', 'batchAll', { calls }));
    const listed = events.filter(({ section, method }) => section === 'products' && method === 'ProductListed');
    if (listed.length !== calls.length) throw new StoryError('The referendum was enacted, but a product was not listed.');
    this.ids = listed.map((event) => field(event, 'product').toNumber());
  }

  listing(terms) {
    const { trigger } = terms;
    return {
      asset: this.asset,
      group: terms.group,
      class: terms.riskClass,
      name: terms.title,
      uri: terms.uri,
      decision: trigger
        ? { Trigger: { feeds: { One: market.feed }, ...trigger } }
        : { Assessment: { chain: { Ethereum: { chainId: 1n } } } },
      // looked at on the day of the listing
      facts: { ...terms.facts, reviewed: Number(this.now / DAY) },
      terms: this.termsOf(terms),
    };
  }

  async fill() {
    const { chain } = this;
    const manager = this.person(market.pool.manager);
    this.poolId = await this.createPool(market.pool);
    for (const product of this.ids) {
      await chain.submit(manager, chain.call('pools', 'setWeight', { pool: this.poolId, product, weight: 500_000 }));
    }
    // junior before senior, which may only come on top of it
    for (const { uri, tranche: name, amount } of market.deposits) {
      await chain.submit(
        this.person(uri),
        chain.call('pools', 'deposit', { pool: this.poolId, tranche: name, amount, minShares: 1 }),
      );
      await chain.block();
      await this.say(`${uri.slice(2)} deposits ${this.money(amount)} into the ${name.toLowerCase()} tranche of pool ${this.poolId}`);
    }
  }

  /** All operators tell the price, for the next block. */
  async tell(time) {
    const { chain } = this;
    const call = chain.call('feeds', 'feed', { values: [{ feed: market.feed, value: this.priceAt(time) }] });
    for (const uri of market.operators) await chain.submit(this.person(uri), call);
    this.toldAt = time;
  }

  /** Two days of quiet prices: triggers of a story that has ended see the recovery, new ones their first window. */
  async quiet() {
    const { chain } = this;
    for (let hour = 0; hour < QUIET_HOURS; hour += 1) {
      const time = (await chain.time()) + HOUR;
      await chain.approach(time);
      await this.tell(time);
      await chain.blockAt(time);
    }
    await chain.block();
    await this.say('two days of quiet prices have passed: triggers are armed');
  }

  /** A first policy, so that a buyer finds an example. */
  async buy() {
    if (this.ids === undefined) return;
    const { chain } = this;
    const { uri, cover, period } = market.buyer;
    const [product] = this.ids;
    const bought = await chain.submit(
      this.person(uri),
      chain.call('policies', 'buy', { order: this.order(product, cover, period, cover), beneficiary: null }),
    );
    await chain.block();
    const event = chain.eventOf(bought, 'policies', 'Bought');
    await this.say(
      `${uri.slice(2)} covers ${this.money(cover)} for ${period / DAY} days: policy ${field(event, 'policy')}, premium ${this.money(field(event, 'premium').toBigInt())}`,
    );
  }

  async show() {
    const { chain, account } = this;
    const products = (await chain.api.query.products.products.entries()).map(([key, product]) => [key.args[0].toNumber(), product]);
    for (const [id, product] of products.sort(([a], [b]) => a - b)) {
      const quote = await chain.read('quote', id, 1_000n * USD, 30n * DAY, 0);
      const answer = quote.isErr ? `not for sale now: ${quote.asErr.name}` : `for sale: ${quote.asOk.summary}`;
      await this.say(`product ${id}, ${product.unwrap().name.toUtf8()}: ${answer}`);
    }
    account.line();
    account.line('  Accounts that Polkadot.js Apps has and that hold BRKW and USDB: Alice, Bob, Charlie, Dave, Eve, Ferdie.');
  }

  /** A block every three seconds; each operator's price once an hour of the chain's time. Trouble is told, and is not the end. */
  async live() {
    const { chain, account } = this;
    account.line('  A block every three seconds, and a price of each operator every hour.');
    let told = '';
    while (!chain.lost) {
      const begun = Date.now();
      try {
        await this.beat();
        told = '';
      } catch (error) {
        if (!chain.lost && error.message !== told) console.error(`No block every three seconds: ${error.message}`);
        told = error.message;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, BLOCK_EVERY - (Date.now() - begun))));
    }
  }

  async beat() {
    const { chain } = this;
    const time = await chain.time();
    if (this.toldAt === undefined || time >= this.toldAt + FEED_EVERY) {
      // a visitor may have signed for an operator, too
      chain.nonces.clear();
      chain.waiting.length = 0;
      await this.tell(time);
    }
    await chain.block({ mayWait: true });
  }
}

const HELP = `Usage: node market.mjs [options]

Opens a market on a running development node whose blocks are sealed on demand: a product that a price decides and one
that people assess, with a pool behind both. Then seals a block every three seconds, and tells prices, until the node ends.

  --url URL     the node's RPC (default ws://127.0.0.1:9944)
  --ready FILE  make this file when the market is open
  --once        end when the market is open
  --help        this text`;

async function main() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'ws://127.0.0.1:9944' },
      ready: { type: 'string' },
      once: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const chain = await Chain.connect(values.url, 10);
  try {
    const here = new Market(chain, market, new Account(market.asset));
    await here.open();
    if (values.ready) writeFileSync(values.ready, '');
    if (!values.once) await here.live();
  } catch (error) {
    if (!chain.lost) throw error;
  } finally {
    await chain.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().then(
    () => process.exit(0),
    (error) => {
      console.error(error instanceof StoryError ? error.message : error);
      process.exit(1);
    },
  );
}
