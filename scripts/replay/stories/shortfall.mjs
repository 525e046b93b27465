// SPDX-License-Identifier: Apache-2.0
// What the stories of a reserve that is needed have in common. People assess the losses. The rules' own books (expected/) hear
// what premium comes and when something happens; each amount that the chain then tells is held against theirs.

import { blake2AsU8a, keccakAsU8a } from '@polkadot/util-crypto';
import { StoryError } from '../../js/chain.mjs';
import { setParameter } from '../../js/governance.mjs';
import { keyOf } from '../../js/interest.mjs';
import { outcomeOf, sorted } from '../../js/losses.mjs';
import { SLOT } from '../../js/table.mjs';
import { Books, worthOf } from '../expected/reserve.mjs';
import { Tale, assetOwner, field, held, sum } from './common.mjs';
import { Record, claimCall, propose, report } from './incident.mjs';

const MINUTE = 60_000n;
const HOUR = 60n * MINUTE;
const WEEK = 7n * 24n * HOUR;
/** Blocks that something may take which the chain does by itself. */
const PATIENCE = 60;
/** What Alice is given of an asset that a referendum makes: more than a story can need. */
const MINT = 10n ** 27n;
const number = (event, name) => field(event, name).toNumber();
const amountOf = (event, name) => field(event, name).toBigInt();

const partsOf = (event, names) => Object.fromEntries(names.map((name) => [name, amountOf(event, name)]));
const trancheOf = (event) => field(event, 'tranche').type.toLowerCase();

export class Shortfall extends Tale {
  /** The date of the chain's first block, in milliseconds: sessions are counted from it, and none begins with the story. */
  static firstBlock(_, scenario) {
    return scenario.start - HOUR / 2n;
  }

  static read() {
    return {};
  }

  constructor(chain, scenario, facts, account) {
    super(chain, scenario, account);
    this.facts = facts;
    this.began = Date.now();
    this.record = new Record();
    this.books = new Books({ ...scenario.limits });
    this.pools = Object.entries(scenario.pools).map(([name, pool]) => ({ name, ...pool }));
    this.products = Object.entries(scenario.products).map(([name, product]) => ({ name, firstLoss: 0n, ...product, holders: [] }));
    this.incidents = new Map();
    this.compared = { settlements: 0, incomes: 0, debts: 0, shares: 0, recoveries: 0 };
    this.wrong = [];
    chain.watch = (block) => this.hear(block);
  }

  poolOf(name) {
    return this.pools.find((pool) => pool.name === name);
  }

  product(name) {
    return this.products.find((product) => product.name === name);
  }

  /** The holders of a product, each with an account of its own and an insured account. */
  newHolders(product, covers) {
    const { name } = this.scenario;
    return covers.map(({ cover, loss = 0n }) => {
      const at = product.holders.length;
      const id = `${name} ${product.name} ${at}`;
      const holder = {
        id: `${product.name}-${at + 1}`,
        cover,
        loss,
        claim: loss < cover ? loss : cover,
        pair: this.chain.newAccount(blake2AsU8a(`breakwater ${id} holder`)),
        key: keyOf(keccakAsU8a(`breakwater ${id} stand-in`)),
      };
      product.holders.push(holder);
      return holder;
    });
  }

  // What the chain tells, held against the rules.

  /** Compares an amount of the chain with that of the rules. */
  compare(kind, what, told, due) {
    this.compared[kind] += 1;
    if (told !== due) this.wrong.push(`${what}: the chain says ${told}, the rules ${due}`);
  }

  hear(block) {
    this.record.hear(block);
    for (const event of block.events) {
      const { asset } = event.data;
      // the reserve's books in other assets are no subject here
      if (event.section === 'reserve' && asset !== undefined && !asset.eq(this.asset)) continue;
      this.hearMoney(event, block);
      this.hearIncident(event, block);
    }
  }

  /** Money that comes in, and what it is divided into. */
  hearMoney(event) {
    const { books } = this;
    const aside = (due) => this.compare('incomes', `${event.method}, set aside`, field(event, 'split').debts.toBigInt(), due);
    switch (`${event.section}.${event.method}`) {
      case 'pools.Deposited':
        return this.compare('shares', 'shares of a deposit', amountOf(event, 'shares'), books.deposit(number(event, 'pool'), amountOf(event, 'amount'), trancheOf(event)));
      case 'pools.TrancheReopened':
        return books.reopen(number(event, 'pool'), trancheOf(event));
      case 'pools.WithdrawalPaid':
        return books.withdraw(number(event, 'pool'), amountOf(event, 'amount'), amountOf(event, 'shares'), trancheOf(event));
      case 'pools.PremiumEarned':
        return books.earn(number(event, 'pool'), partsOf(event, ['junior', 'senior', 'loan']));
      case 'pools.Compensated':
        return books.earn(number(event, 'pool'), partsOf(event, ['junior', 'senior']));
      case 'pools.LoanWrittenOff':
        return books.writeOff(number(event, 'pool'), amountOf(event, 'amount'));
      case 'reserve.PremiumShareTaken':
        return aside(books.share(number(event, 'pool'), amountOf(event, 'amount')));
      case 'reserve.LoanRepaid':
        return aside(books.repay(number(event, 'pool'), amountOf(event, 'amount')));
      case 'reserve.Donated':
      case 'reserve.IncomeTaken':
        return aside(books.income(amountOf(event, 'amount')));
      case 'reserve.Staked':
        return this.compare('shares', 'shares', amountOf(event, 'shares'), books.addStake(amountOf(event, 'amount')));
      case 'reserve.Unstaked':
        return this.compare('shares', 'unstaked', amountOf(event, 'amount'), books.takeStake(amountOf(event, 'shares')));
      case 'reserve.ProgrammeApproved':
        if (field(event, 'source').isOwnFunds) books.own -= amountOf(event, 'total');
        return undefined;
      default:
        return undefined;
    }
  }

  /** The life of incidents, and who pays for them. */
  hearIncident(event, { time }) {
    const { books } = this;
    const incident = event.data.incident?.toNumber();
    switch (`${event.section}.${event.method}`) {
      case 'claims.IncidentOpened':
        return this.incidents.set(incident, this.products.find(({ id }) => id === number(event, 'product')));
      case 'reserve.IncidentLimitSet':
        return this.opened(incident, time);
      case 'claims.IncidentRejected':
        return books.reject(incident);
      case 'claims.IncidentUpheld': {
        const { holders, firstLoss } = this.incidents.get(incident);
        return books.uphold(incident, { claims: sum(holders.map(({ claim }) => claim)), firstLoss });
      }
      case 'claims.FirstLossUsed':
        return this.compare('settlements', `incident ${incident}, first loss`, amountOf(event, 'amount'), books.incident(incident).firstLoss);
      case 'pools.LockTotalled':
        return books.total(incident);
      case 'pools.LossSettled':
        books.settle(incident, time);
        return this.compareSettlement(incident, event.data);
      case 'pools.SettlementToppedUp':
        books.settle(incident, time);
        return this.compareSettlement(incident, field(event, 'new', 'new_'));
      case 'reserve.DebtPaid':
        return this.compareDebt(event, books.payDebt());
      case 'pools.Recovered':
        return this.compareRecovery(incident, event);
      default:
        return undefined;
    }
  }

  opened(incident, time) {
    const product = this.incidents.get(incident);
    const lock = sum(product.holders.map(({ cover }) => cover));
    this.books.open(incident, { pool: this.poolOf(product.pool).id, group: product.group, lock, time });
  }

  compareSettlement(id, told) {
    const { fromPool, fromReserve, owedByReserve, owedByPool } = this.books.incident(id);
    const due = { fromPool, fromReserve, owedByReserve, owedByPool };
    for (const [name, amount] of Object.entries(due)) {
      const value = told[name] ?? told[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
      this.compare('settlements', `incident ${id}, ${name}`, value.toBigInt(), amount);
    }
  }

  compareDebt(event, due) {
    this.compare('debts', 'the debt that is paid', `${number(event, 'incident')}: ${amountOf(event, 'amount')}`, `${due?.id}: ${due?.amount}`);
  }

  compareRecovery(id, event) {
    const due = this.books.recover(id, this.offered);
    for (const name of ['loan', 'salvage', 'back']) {
      this.compare('recoveries', `incident ${id}, recovered: ${name}`, amountOf(event, name), due[name]);
    }
  }

  /** What is to be true of all that was compared. */
  checkBooks(state) {
    const { settlements, incomes, debts, shares, recoveries } = this.compared;
    for (const text of this.wrong.slice(0, 5)) this.account.line(`  ${text}`);
    this.check(
      `${settlements} amounts of settlements, ${incomes} of incomes, ${debts} payments of debts, ${shares} of shares and ` +
        `${recoveries} of recoveries are what the rules say`,
      this.wrong.length === 0,
    );
    const { own, setAside, owed, stake } = this.books;
    const told = [state.own, state.setAside, state.owed, state.stake].map((amount) => amount.units.toBigInt());
    this.check(
      'the reserve has, has set aside and owes what the rules say',
      [own, setAside, owed, stake.assets].every((amount, at) => amount === told[at]),
    );
    for (const { name, id, capital } of this.pools) {
      this.check(`pool ${name} has what the rules say`, capital === this.books.pool(id).capital);
    }
  }

  // Time.

  /** Lets time pass in steps that the pools can follow, and brings them up to it. */
  async until(time) {
    const { chain } = this;
    for (;;) {
      const left = time - (await chain.time());
      if (left < SLOT) break;
      await chain.later(left < WEEK ? left : WEEK);
      await chain.block();
    }
    await this.catchUp();
  }

  /** Brings the pools up to the present. */
  async catchUp() {
    for (const { id } of this.pools) {
      await this.chain.submit(this.person('//Alice'), this.chain.call('pools', 'accrue', { pool: id, days: 400 }));
    }
    await this.chain.block();
  }

  /** The capital of each pool, by the chain's books. */
  async readPools() {
    for (const pool of this.pools) pool.capital = await this.capital(pool.id);
  }

  // Before any loss.

  listing(product) {
    const { scenario } = this;
    return {
      asset: this.asset,
      group: product.group,
      class: scenario.riskClass,
      name: product.title,
      uri: `wording/${scenario.name}-${product.name.toLowerCase()}.md`,
      decision: { Assessment: { chain: { Ethereum: { chainId: scenario.chainId } } } },
      facts: scenario.facts,
      terms: this.termsOf({ ...scenario.terms, ...product, price: { ...scenario.terms.price, base: product.base } }),
    };
  }

  /** The calls that make the asset, if it is not there, and give Alice some of it. */
  assetCalls() {
    const { chain, scenario } = this;
    const { id, symbol, decimals, title } = scenario.asset;
    if (title === undefined) return [];
    const owner = chain.keyring.encodeAddress(assetOwner(id));
    const mint = chain.call('assets', 'mint', { id, beneficiary: this.person('//Alice').address, amount: MINT });
    const one = 10n ** BigInt(decimals);
    return [
      chain.call('assets', 'forceCreate', { id, owner, isSufficient: true, minBalance: 1 }),
      chain.call('assets', 'forceSetMetadata', { id, name: title, symbol, decimals, isFrozen: false }),
      chain.call('utility', 'dispatchAs', { asOrigin: { system: { Signed: owner } }, call: mint }),
      chain.call('pools', 'listAsset', { asset: this.asset, minDeposit: one, minWithdrawal: one }),
    ];
  }

  /** A referendum lists the products and sets the numbers of the scenario. */
  async list() {
    const { chain, scenario } = this;
    const numbers = Object.entries(scenario.parameters).map(([name, value]) => setParameter(chain, name, value));
    const listings = this.products.map((product) => chain.call('products', 'listProduct', { listing: this.listing(product) }));
    const events = await this.referendum(chain.call('utility', 'batchAll', { calls: [...this.assetCalls(), ...numbers, ...listings] }));
    const ids = events.filter(({ section, method }) => section === 'products' && method === 'ProductListed');
    for (const [at, product] of this.products.entries()) {
      if (!ids[at]) throw new StoryError('The referendum was enacted, but a product was not listed.');
      product.id = number(ids[at], 'product');
      await this.say(`product ${product.id} (${product.name}), group ${product.group}: ${product.title}`);
    }
  }

  /** People get money, and pools their capital and their lines. */
  async fillPools() {
    const { chain, scenario } = this;
    const need = new Map(Object.entries(scenario.purses));
    for (const { deposits, name } of this.pools) {
      for (const [tranche, amount] of Object.entries(deposits)) need.set(`//${name}${tranche}`, amount + 10n ** BigInt(scenario.asset.decimals));
    }
    await this.fundAll([...need].map(([uri, amount]) => ({ address: this.person(uri).address, amount })));
    for (const pool of this.pools) {
      pool.id = await this.createPool(pool);
      for (const { id } of this.products.filter((product) => product.pool === pool.name)) {
        await chain.submit(this.person(pool.manager), chain.call('pools', 'setWeight', { pool: pool.id, product: id, weight: 1_000_000 }));
      }
      // junior before senior, which may only come on top of it
      for (const [tranche, amount] of Object.entries(pool.deposits)) {
        const call = chain.call('pools', 'deposit', { pool: pool.id, tranche, amount, minShares: 1 });
        await chain.submit(this.person(`//${pool.name}${tranche}`), call);
        await chain.block();
      }
      await this.say(`pool ${pool.id} (${pool.name}): ${this.money(sum(Object.values(pool.deposits)))}, leverage ${pool.leverage / 100}`);
    }
  }

  /** A referendum admits all pools to the reserve; `more` calls go with it. */
  async admit(more = []) {
    const { chain } = this;
    const calls = this.pools.map(({ id }) => chain.call('reserve', 'admitPool', { pool: id }));
    await this.referendum(chain.call('utility', 'batchAll', { calls: [...calls, ...more] }));
  }

  /** Gifts and stake behind the pools. */
  async fillReserve() {
    const { chain, scenario } = this;
    await chain.submit(this.person('//Alice'), chain.call('reserve', 'donate', { asset: this.asset, amount: scenario.donation }));
    await chain.block();
    await this.say(`Alice gives ${this.money(scenario.donation)} to the reserve`);
    for (const [uri, amount] of Object.entries(scenario.stakers)) {
      await chain.submit(this.person(uri), chain.call('reserve', 'stake', { asset: this.asset, amount, minShares: 1 }));
      await chain.block();
      await this.say(`${uri.slice(2)} stakes ${this.money(amount)}`);
    }
  }

  /** Sells covers of a product, each to a holder of its own. */
  async sell(product, covers) {
    const { chain, scenario } = this;
    const holders = this.newHolders(product, covers);
    const unit = 10n ** BigInt(scenario.asset.decimals);
    for (const holder of holders) holder.funds = holder.cover + unit;
    await this.fundAll(holders.map(({ pair, funds }) => ({ address: pair.address, amount: funds })));
    await this.catchUp();
    const sent = [];
    for (const { pair, key, cover } of holders) {
      const insured = { Ethereum: { chainId: scenario.chainId, address: key.address } };
      const order = this.order(product.id, cover, product.period, cover, insured);
      sent.push(await chain.submit(pair, chain.call('policies', 'buy', { order, beneficiary: null })));
    }
    await chain.block();
    for (const [at, one] of sent.entries()) {
      const event = chain.eventOf(one, 'policies', 'Bought');
      Object.assign(holders[at], { policy: number(event, 'policy'), premium: amountOf(event, 'premium') });
    }
    const [cover, premium] = ['cover', 'premium'].map((name) => sum(holders.map((holder) => holder[name])));
    await this.say(`${product.name}: ${holders.length} policies, cover ${this.money(cover)}, premium ${this.money(premium)}`);
    return holders;
  }

  // Incidents.

  /** The table of a product's losses. */
  lossesOf(product) {
    const rows = product.holders.filter(({ loss }) => loss > 0n).map(({ key, loss }) => ({ account: key.address, loss }));
    return outcomeOf(sorted(rows), this.scenario.chainId);
  }

  /** A loss is reported, and its table proposed. */
  async reportLoss(product, occurredAt) {
    product.incident = await report(this, product.id, occurredAt, product.title);
    await this.proposeLoss(product, occurredAt);
  }

  async proposeLoss(product, occurredAt) {
    product.table = this.lossesOf(product);
    const { root, leaves, total } = product.table;
    const text = `${leaves} losses, ${this.money(total)}, root ${root.slice(0, 10)}…`;
    await propose(this, '//Proposer', product.incident, { Losses: { occurredAt, table: { root, leaves, total } } }, text);
    product.proposedAt = await this.chain.time();
  }

  /** Nobody challenges, and every holder claims. */
  async upholdAndClaim(product) {
    const { chain } = this;
    await this.until(product.proposedAt + this.scenario.challenge + MINUTE);
    const { time } = await this.record.wait(chain, product.incident, ['IncidentUpheld'], PATIENCE);
    product.upheldAt = time;
    await this.say(`incident ${product.incident} (${product.name}) is upheld`);
    const claimants = product.holders.filter(({ loss }) => loss > 0n);
    for (const { pair, key, policy } of claimants) {
      await chain.submit(pair, claimCall(this, product.incident, policy, key, product.table.proofOf(key.address)));
    }
    await chain.block();
    await this.say(`${claimants.length} claims on ${product.name}, ${this.money(sum(claimants.map(({ claim }) => claim)))}`);
  }

  /** The claim window closes, the pool is charged, and all claims are paid what there is. */
  async settle(product, methods = ['IncidentSettled']) {
    const { chain } = this;
    await this.until(product.upheldAt + this.scenario.claimWindow - HOUR);
    await chain.later(product.upheldAt + this.scenario.claimWindow - (await chain.time()) + MINUTE);
    await this.record.wait(chain, product.incident, methods, PATIENCE);
    await this.quiet();
  }

  /** Blocks for the chain to pay what there is. */
  async quiet(blocks = 4) {
    for (let count = 0; count < blocks; count += 1) await this.chain.block();
  }

  /** Who paid for a product's claims, and what is owed. */
  async tellSettlement({ name, incident }) {
    const { firstLoss, fromPool, fromReserve, fromStake, owedByReserve, owedByPool, claims } = this.books.incident(incident);
    await this.say(`${name}: of ${this.money(claims)} claimed`);
    const rows = { "sponsor's first loss": firstLoss, pool: fromPool, 'own funds of the reserve': fromReserve - fromStake, stake: fromStake };
    const owed = { 'owed by the reserve': owedByReserve, 'owed by the pool': owedByPool };
    for (const [who, amount] of Object.entries({ ...rows, ...owed })) {
      this.account.line(`${' '.repeat(21)}${who.padEnd(26)}${this.money(amount).padStart(30)}`);
    }
  }

  // The ending.

  /** What a holder has received. */
  async received({ pair, funds, premium }) {
    return (await this.chain.balance(this.scenario.asset.id, pair.address)) - funds + premium;
  }

  /** Whether each holder of some products got what the rules say. `{ paid, expected }`. */
  async checkPayments(products) {
    let [paid, expected] = [0n, 0n];
    for (const product of products) {
      const wrong = [];
      for (const holder of product.holders) {
        const due = this.books.paymentOf(product.incident, holder.claim);
        holder.received = await this.received(holder);
        if (holder.received !== due) wrong.push(holder.id);
        paid += holder.received;
        expected += due;
      }
      const { claims } = this.books.incident(product.incident);
      const part = (this.books.fundedOf(product.incident) * 1_000_000n) / claims;
      this.check(
        `${product.name}: each of ${product.holders.length} holders has the same ${Number(part) / 10_000} % of the claim${wrong.length > 0 ? `, not ${wrong.join(', ')}` : ''}`,
        wrong.length === 0,
      );
    }
    return { paid, expected };
  }

  /** The shares of a staker, and what they are worth by the rules. */
  async stakeOf(uri) {
    const state = held(await this.chain.read('stakeState', this.asset, this.person(uri).address));
    if (state === undefined) return { shares: 0n, value: 0n, due: 0n };
    const shares = (state.shares.units ?? state.shares).toBigInt();
    return { shares, value: state.value.units.toBigInt(), due: worthOf(shares, this.books.stake) };
  }
}
