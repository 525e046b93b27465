// SPDX-License-Identifier: Apache-2.0
// What the stories have in common: people, money, checks, referenda, the beginning and the terms of a product.

import { blake2AsU8a } from '@polkadot/util-crypto';
import { StoryError, stamp } from '../../js/chain.mjs';
import { money } from '../report.mjs';
import { referendum } from '../../js/governance.mjs';
import { SESSION_SLOTS } from './plan.mjs';

/** BRKW for fees and deposits, in its smallest unit: 100 BRKW each. */
export const FEES = 100_000_000_000_000n;
/** Accounts that are given money in one extrinsic. */
const FUNDED_AT_ONCE = 150;

/** A field of an event by one of its names. */
export const field = (event, ...names) => {
  for (const name of names) if (event.data[name] !== undefined) return event.data[name];
  throw new StoryError(
    `The event ${event.section}.${event.method} has none of ${names.join(', ')}; it has ${Object.keys(event.data).join(', ')}.`,
  );
};
/** What an `Option` of the runtime API holds; other values as they are. */
export const held = (value) => (value.isSome === undefined && value.isNone === undefined ? value : value.unwrapOr(undefined));
export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0n);
/** The smallest units of an amount, of the runtime API or of storage. */
export const unitsOf = (amount) => (amount.units ?? amount).toBigInt();
/** The capital of both tranches of a pool. */
export const assetsOf = ({ junior, senior }) => unitsOf(junior.assets) + unitsOf(senior.assets);

/** The account of which nobody has a key and that owns every asset pools may be opened in: the hash of its number. */
export function assetOwner(id) {
  const number = Buffer.alloc(4);
  number.writeUInt32LE(id);
  // As the chain encodes ("breakwater", "asset", id): the first has a fixed length, the second begins with its own.
  return blake2AsU8a(Buffer.concat([Buffer.from('breakwater'), Buffer.from([5 << 2]), Buffer.from('asset'), number]));
}

export class Tale {
  /** Refuses facts that the story cannot be told of, before anything is built. */
  static check() {}

  constructor(chain, scenario, account) {
    this.chain = chain;
    this.scenario = scenario;
    this.account = account;
    this.asset = { WithId: scenario.asset.id };
    this.people = {};
    this.checks = [];
  }

  person(uri) {
    this.people[uri] ??= this.chain.account(uri);
    return this.people[uri];
  }

  balance(uri) {
    return this.chain.balance(this.scenario.asset.id, this.person(uri).address);
  }

  async say(text) {
    this.account.say(await this.chain.time(), text);
  }

  money(amount) {
    return `${money(amount, this.scenario.asset)} ${this.scenario.asset.symbol}`;
  }

  /** Something that must be true at the end, or the story has failed. */
  check(what, ok) {
    this.checks.push({ what, ok });
  }

  /** Shows all checks; whether all hold. */
  showChecks() {
    this.account.act('Checks');
    for (const { what, ok } of this.checks) this.account.line(`  ${ok ? 'ok    ' : 'FAILED'}  ${what}`);
    const { blocks, extrinsics } = this.chain.totals;
    this.account.line(`  ${blocks} blocks, ${extrinsics} signed extrinsics`);
    return this.checks.every(({ ok }) => ok);
  }

  /** The people of the story with their addresses, to be looked up in Polkadot.js Apps. */
  showPeople() {
    this.account.act('The people, each with the secret and the address');
    const people = Object.entries(this.people).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
    this.account.rows([['secret', 'address'], ...people.map(([uri, { address }]) => [uri, address])]);
  }

  /** A referendum that Alice proposes and wins. */
  referendum(call) {
    return referendum(this.chain, this.person('//Alice'), call, (text) => this.say(text));
  }

  /** Brings a new chain to `start`; refuses one on which the story cannot begin. It may be as far as `late` beyond it. */
  async beginAt(start, late) {
    const { chain } = this;
    if (!(await chain.has('dev_advanceTime'))) {
      throw new StoryError('The node has no dev_advanceTime: a replay needs a development chain (--dev).');
    }
    if (chain.sessionSlots !== SESSION_SLOTS) {
      throw new StoryError(`The chain's sessions have ${chain.sessionSlots} slots, not ${SESSION_SLOTS} as this story needs.`);
    }
    let now = await chain.time();
    if (now === 0n) now = (await chain.block()).time;
    if (now > start + late) {
      throw new StoryError(
        `The chain is already at ${stamp(now)}; this story begins at ${stamp(start)}. ` +
          `It needs a new chain (a new base path) with --first-block-date ${start / 1_000n}.`,
      );
    }
    if (now < start) await chain.blockAt(start);
  }

  /** The terms of a product, as the chain takes them. */
  termsOf(terms) {
    const payout =
      terms.payout === 'full'
        ? 'Full'
        : { Linear: { attachment: terms.payout.attachment, exhaustion: terms.payout.exhaustion } };
    return {
      wording: this.chain.hashOf(terms.wording),
      minPeriod: terms.minPeriod,
      maxPeriod: terms.maxPeriod,
      waiting: terms.waiting,
      grace: terms.grace,
      coinsurance: terms.coinsurance ?? 0n,
      deductible: terms.deductible ?? 0n,
      cancelFee: 20_000,
      maxCommission: 100_000,
      minCover: terms.minCover,
      maxCover: terms.maxCover,
      // what the pools have is the only limit of all together
      maxTotal: (1n << 128n) - 1n,
      payout,
      price: terms.price,
    };
  }

  /** Gives people the asset and fees out of Alice's pocket: `{ address, amount }` each. */
  async fundAll(people) {
    const { chain, scenario } = this;
    for (let at = 0; at < people.length; at += FUNDED_AT_ONCE) {
      const calls = people.slice(at, at + FUNDED_AT_ONCE).flatMap(({ address, amount }) => [
        chain.call('balances', 'transferKeepAlive', { dest: address, value: FEES }),
        chain.call('assets', 'transfer', { id: scenario.asset.id, target: address, amount }),
      ]);
      await chain.submit(this.person('//Alice'), chain.call('utility', 'batchAll', { calls }));
      await chain.block();
    }
  }

  /** Opens a pool of the story's asset; its number. */
  async createPool({ manager, leverage, fee, seniorFactor }) {
    const { chain } = this;
    const options = { leverage, fee, seniorFactor, isPrivate: false };
    const opened = await chain.submit(
      this.person(manager),
      chain.call('pools', 'createPool', { asset: this.asset, options }),
    );
    await chain.block();
    return field(chain.eventOf(opened, 'pools', 'PoolCreated'), 'pool').toNumber();
  }

  /** The order of a purchase, under the terms that the referendum listed. */
  order(product, cover, period, maxPremium, insuredAccount = null) {
    return { product, version: 1, cover, period, maxPremium, insuredAccount, commission: null };
  }

  async pool(id) {
    return held(await this.chain.read('poolState', id));
  }

  /** What a pool has by its books, without what was earned since they were last brought up to date. */
  async capital(id) {
    const record = held(await this.chain.api.query.pools.pools(id));
    return assetsOf(record);
  }

  async reserveState() {
    const state = held(await this.chain.read('reserveState', this.asset));
    if (state === undefined) throw new StoryError('The reserve knows nothing of the asset.');
    return state;
  }
}
