// SPDX-License-Identifier: Apache-2.0
// The chain of the bench: one pool behind one product, many accounts, and blocks that are full of
// calls of one kind.

import { blake2AsU8a, keccakAsU8a } from '@polkadot/util-crypto';
import { Record, claimCall, propose, report } from '../../replay/stories/incident.mjs';
import { Market, market } from '../../replay/market.mjs';
import { field } from '../../replay/stories/common.mjs';
import { MOST_SENT, executionOf, figureOf, fitting, median, toSend } from './figures.mjs';
import { StoryError } from '../chain.mjs';
import { keyOf } from '../interest.mjs';
import { outcomeOf, sorted } from '../losses.mjs';

const USD = 1_000_000n;
const MINUTE = 60_000n;
const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;

/** Full blocks that are counted for each row. */
const FULL_BLOCKS = 5;
/** Attempts to make them: some blocks may not be full. */
const MOST_BLOCKS = 12;
/** Blocks in a row in which none of the calls finds room. */
const MOST_IDLE = 3;
/** Signed calls that are sent at a time. */
const AT_ONCE = 50;
/** Executions of each block: the shortest counts, as other work on the machine only adds to it. */
const EXECUTIONS = 5;
/** The fewest policies for the row of claims: a claim may be charged less than it declares. */
const FEWEST_CLAIMS = 1_500;
/** The most policies for the row of cancellations. */
const MOST_CANCELLED = 2 * MOST_SENT;
/** Accounts that make the calls by which weights and fees are known. */
const FEWEST_ACCOUNTS = 10;
/** Blocks that an incident may take for a step that the chain does by itself. */
const PATIENCE = 40;
/** Nodes of a proof for the weight that a claim declares: enough for MOST_SENT accounts. */
const LONGEST_PROOF = 12;
/** The time until cover has begun, and that in which an outcome proposal can be challenged. */
const COVER_BEGINS = DAY + HOUR;
const CHALLENGE = 2n * DAY;

const CAPITAL = 50_000_000n * USD;
const POCKET = 10_000n * USD;
const REPORTER = 10_000_000n * USD;
const COVER = 1_000n * USD;
const LOSS = 100n * USD;
const DEPOSIT = 10n * USD;
const PERIOD = 90n * DAY;

const silent = { say: () => undefined, act: () => undefined, line: () => undefined };

/** The secret of an account of the bench, by its place. */
export const secretOf = (at) => blake2AsU8a(`breakwater bench account ${at}`);

export class Bench extends Market {
  /** @param told is given a line of progress now and then */
  constructor(chain, told) {
    super(chain, { ...market, chainId: 1n }, silent);
    this.told = told;
    this.accounts = [];
    this.turn = 0;
    this.policies = [];
    this.record = new Record();
    chain.watch = (block) => this.record.hear(block);
    this.limit = chain.api.consts.system.blockWeights.perClass.normal.maxTotal.unwrap().refTime.toBigInt();
  }

  // The beginning.

  /** Lists a product of the market with a pool of its own; the numbers of both. */
  async offer(terms) {
    const { chain } = this;
    this.now = await chain.time();
    const events = await this.referendum(chain.call('products', 'listProduct', { listing: this.listing(terms) }));
    const listed = events.find(({ section, method }) => section === 'products' && method === 'ProductListed');
    if (!listed) throw new StoryError('The referendum was enacted, but the product was not listed.');
    const product = field(listed, 'product').toNumber();
    const pool = await this.createPool(market.pool);
    const weigh = chain.call('pools', 'setWeight', { pool, product, weight: 1_000_000 });
    await chain.submit(this.person(market.pool.manager), weigh);
    const deposit = { pool, tranche: 'Junior', amount: CAPITAL, minShares: 1 };
    await chain.submit(this.person('//Bob'), chain.call('pools', 'deposit', deposit));
    await chain.block();
    return { product, pool };
  }

  /** A product that a price decides, its pool, and prices until cover is for sale. */
  async open() {
    const { chain } = this;
    if (!(await chain.has('dev_advanceTime'))) {
      throw new StoryError('The node has no dev_advanceTime: start it with --dev --sealing manual.');
    }
    if ((await chain.time()) === 0n) await chain.block();
    const { product, pool } = await this.offer(market.products[0]);
    this.product = product;
    this.poolId = pool;
    await this.quiet();
    await this.widen(FEWEST_ACCOUNTS);
  }

  /** Makes accounts with native tokens and the asset, until there are `count`. */
  async widen(count) {
    const made = [];
    while (this.accounts.length + made.length < Math.min(count, MOST_SENT)) {
      made.push(this.chain.newAccount(secretOf(this.accounts.length + made.length)));
    }
    if (made.length === 0) return;
    if (made.length > AT_ONCE) this.told(`Funding ${made.length} accounts.`);
    await this.fundAll(made.map(({ address }) => ({ address, amount: POCKET })));
    this.accounts.push(...made);
  }

  /** The accounts, one after the other. */
  nextAccount() {
    this.turn += 1;
    return this.accounts[this.turn % this.accounts.length];
  }

  // The kinds of calls. `next` gives the next call with its signer, `undefined` if there is none
  // left. `supply` sees to it that there are enough. `took` hears of each call that is in a block.

  buying(product = this.product, insuredAccount = null, cover = COVER) {
    const order = this.order(product, cover, PERIOD, cover / 2n, insuredAccount);
    return this.chain.call('policies', 'buy', { order, beneficiary: null });
  }

  /** Purchases on the product that a price decides. The policies are for the cancellations. */
  get buys() {
    return {
      name: 'policies.buy',
      next: () => ({ signer: this.nextAccount(), call: this.buying() }),
      took: (sent) => this.policies.push({ signer: sent.signer, policy: this.policyOf(sent) }),
    };
  }

  policyOf(sent) {
    return field(this.chain.eventOf(sent, 'policies', 'Bought'), 'policy').toNumber();
  }

  get deposits() {
    const deposit = { pool: this.poolId, tranche: 'Junior', amount: DEPOSIT, minShares: 1 };
    const call = this.chain.call('pools', 'deposit', deposit);
    return { name: 'pools.deposit', next: () => ({ signer: this.nextAccount(), call }) };
  }

  get cancellations() {
    return {
      name: 'policies.cancel',
      next: () => {
        const one = this.policies.shift();
        if (one === undefined) return undefined;
        const { signer, policy } = one;
        return { signer, call: this.chain.call('policies', 'cancel', { policy, minRefund: 0 }) };
      },
      supply: async (count) => {
        const missing = Math.min(count, MOST_CANCELLED) - this.policies.length;
        if (missing <= 0) return;
        this.told(`Buying ${missing} more policies to cancel.`);
        await this.make(this.buys, missing);
      },
    };
  }

  get claims() {
    return {
      name: 'claims.claim',
      next: () => {
        const one = this.claimants.shift();
        if (one === undefined) return undefined;
        const { signer, policy, key } = one;
        return { signer, call: claimCall(this, this.incident, policy, key, this.table.proofOf(key.address)) };
      },
    };
  }

  // Blocks.

  /** Signs and sends calls of a kind until `count` wait; fewer if there are no more. */
  async send(kind, count) {
    const { chain } = this;
    for (;;) {
      const some = [];
      while (some.length < Math.min(AT_ONCE, count - chain.waiting.length)) {
        const one = kind.next();
        if (one === undefined) break;
        some.push(one);
      }
      if (some.length === 0) return;
      const all = await Promise.all(some.map(({ signer, call }) => chain.submit(signer, call)));
      for (const [at, sent] of all.entries()) sent.signer = some[at].signer;
    }
  }

  /** Seals a block; the calls that are in it. */
  async seal(kind) {
    const block = await this.chain.block({ mayWait: true });
    for (const sent of block.sent) kind.took?.(sent);
    return block;
  }

  /** Seals blocks until none of the calls that were sent waits. */
  async drain(kind) {
    for (let idle = 0; this.chain.waiting.length > 0; ) {
      const block = await this.seal(kind);
      idle = block.sent.length === 0 ? idle + 1 : 0;
      if (idle === MOST_IDLE) {
        throw new StoryError(`${this.chain.waiting.length} calls of ${kind.name} find no room in ${idle} blocks.`);
      }
    }
  }

  /** Has `count` calls of a kind made, as many in a block as fit. */
  async make(kind, count) {
    for (let made = 0; made < count; ) {
      const step = Math.min(count - made, MOST_SENT);
      await this.send(kind, step);
      await this.drain(kind);
      made += step;
    }
  }

  /** The weight that a call declares, with that of an extrinsic around it. */
  async declared({ signer, call }) {
    const { weight } = await call.paymentInfo(signer.address);
    const base = this.chain.api.consts.system.blockWeights.perClass.normal.baseExtrinsic;
    return weight.refTime.toBigInt() + base.refTime.toBigInt();
  }

  /** The weight that is charged for a call in a block. */
  charged(sent) {
    const { dispatchInfo } = this.chain.eventOf(sent, 'system', 'ExtrinsicSuccess').data;
    return dispatchInfo.weight.refTime.toBigInt();
  }

  /** The fee of a call in a block. */
  fee(sent) {
    return field(this.chain.eventOf(sent, 'transactionPayment', 'TransactionFeePaid'), 'actualFee').toBigInt();
  }

  /** A block with one call of a kind: the weight that it declares, and the one that is charged. */
  async single(kind) {
    const one = kind.next();
    const declared = await this.declared(one);
    const sent = await this.chain.submit(one.signer, one.call);
    sent.signer = one.signer;
    await this.seal(kind);
    return { declared, actual: this.charged(sent) };
  }

  /** The calls of a row: a first one, the full blocks, and those without room in the last one. */
  neededFor(fits) {
    return 1 + (FULL_BLOCKS - 1) * fits + toSend(fits);
  }

  /**
   * A row: blocks full of calls of a kind. First the weight of one, then for each block more than
   * fits.
   *
   * @returns `{ figure, how, actual, blocks }`, the blocks as `{ hash, number, count }`
   */
  async row(kind) {
    const { limit } = this;
    let { declared, actual } = await this.single(kind);
    const expected = fitting({ limit, declared, actual });
    let want = toSend(expected);
    await this.widen(want);
    await kind.supply?.(this.neededFor(expected) - 1);
    const [blocks, weights] = [[], []];
    for (let tried = 0; tried < MOST_BLOCKS && blocks.length < FULL_BLOCKS; tried += 1) {
      await this.send(kind, want);
      if (this.chain.waiting.length === 0) break;
      const { hash, number, sent } = await this.seal(kind);
      if (this.chain.waiting.length > 0) {
        if (sent.length === 0) continue;
        blocks.push({ hash, number, count: sent.length });
        weights.push(...sent.map((one) => this.charged(one)));
        this.told(`${kind.name}: ${sent.length} in a full block.`);
      } else if (sent.length === want) {
        // all had room: their weight was less than that of the first
        if (want === MOST_SENT) break;
        want = Math.min(2 * want, MOST_SENT);
        await this.widen(want);
      }
    }
    await this.drain(kind);
    if (weights.length > 0) actual = median(weights);
    const fits = fitting({ limit, declared, actual });
    const counts = blocks.map(({ count }) => count);
    return { ...figureOf(counts, fits, { limit, actual }), actual, blocks };
  }

  // The rows.

  /** The fee of a purchase and that of a transfer in the same block. */
  async fees() {
    const { chain } = this;
    const [buyer, payer, payee] = this.accounts;
    const bought = await chain.submit(buyer, this.buying());
    const transfer = chain.call('balances', 'transferKeepAlive', { dest: payee.address, value: USD });
    const moved = await chain.submit(payer, transfer);
    await chain.block();
    return { buy: this.fee(bought), transfer: this.fee(moved) };
  }

  /** The shortest of some executions of a block, in milliseconds. The trace is empty. */
  async execution(hash) {
    const times = [];
    while (times.length < EXECUTIONS) {
      const began = performance.now();
      await this.chain.provider.send('state_traceBlock', [hash, 'none', '', '']);
      times.push(performance.now() - began);
    }
    return Math.min(...times);
  }

  /** The milliseconds in which one call of full blocks is executed: the median of the blocks. */
  async executed(blocks) {
    if (blocks.length === 0) {
      const advice = `If ${MOST_SENT} fit into one, raise MOST_SENT in scripts/js/bench/figures.mjs.`;
      throw new StoryError(`No block was full, so none is timed. ${advice}`);
    }
    await this.chain.block();
    const empty = await this.execution((await this.chain.block()).hash);
    const times = [];
    for (const { hash, count } of blocks) times.push(executionOf(await this.execution(hash), empty, count));
    return median(times);
  }

  /** The row of claims, on a product that people assess. Every insured account has a loss. */
  async claimRow() {
    const { chain } = this;
    const product = await this.assessed();
    const proof = Array(LONGEST_PROOF).fill(chain.genesis.toHex());
    const [signer] = this.accounts;
    const some = claimCall(this, 0, 0, this.keyOf(0), { loss: LOSS, index: 0, proof });
    const declared = await this.declared({ signer, call: some });
    const needed = this.neededFor(fitting({ limit: this.limit, declared, actual: declared }));
    await this.ruin(product, Math.min(Math.max(needed, FEWEST_CLAIMS), MOST_SENT));
    return this.row(this.claims);
  }

  /** Lists a product that people assess, with a pool of its own; its number. */
  async assessed() {
    this.told('Listing a product that people assess, with a pool of its own.');
    return (await this.offer(market.products[1])).product;
  }

  /** Sells cover to insured accounts, and has an incident upheld in which each has a loss: claims can be made. */
  async ruin(product, count) {
    this.told(`Buying ${count} policies, each on an insured account.`);
    await this.widen(count);
    await this.insure(product, count);
    await this.chain.later(COVER_BEGINS);
    await this.chain.block();
    await this.uphold(product);
  }

  /** The key of an insured account. */
  keyOf(at) {
    return keyOf(keccakAsU8a(`breakwater bench insured account ${at}`));
  }

  /** Buys cover for insured accounts; the claimants with their policies. */
  async insure(product, count) {
    const keys = Array.from({ length: count }, (_, at) => this.keyOf(at));
    const waiting = keys.map((key, at) => ({ key, signer: this.accounts[at % this.accounts.length] }));
    this.claimants = [];
    const insuredAccount = ({ address }) => ({ Ethereum: { chainId: this.scenario.chainId, address } });
    const sent = await this.chain.crowd(
      waiting.map(({ key, signer }) => ({ signer, make: () => this.buying(product, insuredAccount(key)) })),
    );
    for (const [at, one] of sent.entries()) this.claimants.push({ ...waiting[at], policy: this.policyOf(one) });
  }

  /** An incident with a loss of every insured account, upheld as nobody challenges it. */
  async uphold(product) {
    const { chain } = this;
    await this.fundAll([{ address: this.person('//Reporter').address, amount: REPORTER }]);
    const occurredAt = (await chain.time()) - MINUTE;
    const losses = this.claimants.map(({ key }) => ({ account: key.address, loss: LOSS }));
    this.table = outcomeOf(sorted(losses), this.scenario.chainId);
    this.incident = await report(this, product, occurredAt, 'a loss of every insured account');
    const { root, leaves, total } = this.table;
    const verdict = { Losses: { occurredAt, table: { root, leaves, total } } };
    await propose(this, '//Bob', this.incident, verdict, 'a table of losses');
    await chain.later(CHALLENGE + MINUTE);
    await this.record.wait(chain, this.incident, ['IncidentUpheld'], PATIENCE);
  }
}
