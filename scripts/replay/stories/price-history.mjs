// SPDX-License-Identifier: Apache-2.0
// The story of a price history on the chain: capital, sales, every round at its real time, incidents, payments, and a
// referendum as the last act.

import { StoryError, stamp } from '../../js/chain.mjs';
import { decimal, money } from '../report.mjs';
import { expected } from '../expected/payouts.mjs';
import { setParameter } from '../../js/governance.mjs';
import { COOLDOWN, LEAD, firstBlock, periodFor, plan } from './plan.mjs';
import { SLOT, readTable } from '../../js/table.mjs';
import { FEES, Tale, assetsOf, field, held, sum } from './common.mjs';

/** Blocks that settling and paying may take after an incident was upheld. */
const PAYING_BLOCKS = 60;
/** Rounds between two lines of a quiet account. */
const QUIET_LINES = 20;
/** A change of price that is worth a line, in 10^-18. */
const NEWS = 10n ** 16n;

/** What the reader sees of an incident, by the pallet and the event that told of it. */
const WORDS = {
  'claims.IncidentOpened': 'observing',
  'triggers.ObservationSuspended': 'undecided',
  'triggers.ObservationResumed': 'observing',
  'assessment.AssessmentBegun': 'assessment',
  'claims.IncidentUpheld': 'upheld',
  'claims.ClaimsTotalled': 'totalled',
  'claims.IncidentSettled': 'settled',
  'claims.IncidentPaid': 'paid',
  'claims.IncidentRejected': 'rejected',
};
const wordOf = ({ section, method }) => WORDS[`${section}.${method}`];
/** The states in which an incident touches its pools, those of them that last, and those in which the chain has work with it. */
const LASTING = ['observing', 'undecided', 'assessment'];
const OPEN = [...LASTING, 'upheld', 'totalled'];
const AT_WORK = ['upheld', 'totalled', 'settled'];

export class Story extends Tale {
  /** The rounds of the table. */
  static read(file) {
    return readTable(file);
  }

  /** The date of the chain's first block, in milliseconds. */
  static firstBlock(rounds) {
    return firstBlock(rounds);
  }

  /** Refuses a table that this story cannot be told of. */
  static check(rounds, scenario) {
    plan(rounds, Object.values(scenario.products));
  }

  constructor(chain, scenario, rounds, account) {
    super(chain, scenario, account);
    this.rounds = rounds;
    this.first = Object.keys(scenario.products)[0];
    this.acts = plan(rounds, Object.values(scenario.products));
    this.ids = {};
    this.states = {};
    this.incidents = new Map();
    this.policies = [];
    this.paidEvents = 0n;
    // those that the operators feed: all, unless the scenario lets them fall silent
    this.fed = rounds.filter(({ time }) => time <= (scenario.lastFed ?? time));
    chain.watch = (block) => this.hear(block);
  }

  async play() {
    await this.begin();
    await this.listProducts();
    await this.fillPool();
    await this.admitPool();
    await this.tellRounds();
    await this.silence();
    await this.afterwards();
    await this.lastAct();
    return this.ending();
  }

  // Before the first round.

  async begin() {
    const { rounds } = this;
    await this.beginAt(rounds[0].time - LEAD, LEAD / 2n);
    this.account.act(
      `${this.scenario.title}: ${rounds.length} rounds from ${stamp(rounds[0].time)} to ${stamp(this.acts.end)}`,
    );
  }

  /** One referendum lists both products. */
  async listProducts() {
    const { chain, scenario } = this;
    this.account.act('A referendum lists the products');
    const calls = Object.values(scenario.products).map((terms) => this.listCall(terms));
    const events = await this.referendum(chain.call('utility', 'batchAll', { calls }));
    const listed = events.filter(({ section, method }) => section === 'products' && method === 'ProductListed');
    for (const [at, [name, terms]] of Object.entries(scenario.products).entries()) {
      if (!listed[at]) throw new StoryError(`The referendum was enacted, but product ${name} was not listed.`);
      this.ids[name] = field(listed[at], 'product').toNumber();
      this.states[name] = 'armed';
      await this.say(`product ${this.ids[name]} (${name}): ${terms.title}`);
      this.account.line(`${' '.repeat(21)}${terms.wording}`);
    }
  }

  listCall(terms) {
    const { chain, scenario } = this;
    const listing = {
      asset: this.asset,
      group: scenario.group,
      class: scenario.riskClass,
      name: terms.title,
      uri: terms.uri,
      decision: {
        Trigger: {
          feeds: { One: scenario.feed },
          direction: 'Below',
          threshold: terms.threshold,
          window: terms.window,
          duration: terms.duration,
        },
      },
      facts: scenario.facts,
      terms: this.termsOf(terms),
    };
    return chain.call('products', 'listProduct', { listing });
  }

  /** Pays everybody out of Alice's pocket, opens the pool, takes the deposits. */
  async fillPool() {
    const { chain, scenario } = this;
    this.account.act('Underwriters put up capital');
    await this.fundEverybody();
    this.poolId = await this.createPool(scenario.pool);
    const manager = this.person(scenario.pool.manager);
    for (const name of Object.keys(scenario.products)) {
      await chain.submit(
        manager,
        chain.call('pools', 'setWeight', { pool: this.poolId, product: this.ids[name], weight: scenario.pool.weight }),
      );
    }
    // junior before senior, which may only come on top of it
    const sent = new Map([...(await this.depositAll('Junior')), ...(await this.depositAll('Senior'))]);
    await this.say(`pool ${this.poolId} opened, fully collateralised`);
    this.shares = scenario.underwriters.map(({ uri }) =>
      field(chain.eventOf(sent.get(uri), 'pools', 'Deposited'), 'shares').toBigInt(),
    );
    for (const { uri, deposit, tranche: name } of scenario.underwriters) {
      await this.say(`${uri.slice(2)} deposits ${this.money(deposit)} into the ${name.toLowerCase()} tranche`);
    }
  }

  /** The deposits into a tranche, in one block. */
  async depositAll(name) {
    const { chain, scenario } = this;
    const sent = new Map();
    for (const { uri, deposit, tranche: own } of scenario.underwriters) {
      if (own !== name) continue;
      const call = chain.call('pools', 'deposit', { pool: this.poolId, tranche: name, amount: deposit, minShares: 1 });
      sent.set(uri, await chain.submit(this.person(uri), call));
    }
    await chain.block();
    return sent;
  }

  /** A second referendum lets the reserve back the pool. */
  async admitPool() {
    this.account.act('A referendum admits the pool to the reserve');
    await this.referendum(this.chain.call('reserve', 'admitPool', { pool: this.poolId }));
  }

  async fundEverybody() {
    const { chain, scenario } = this;
    const alice = this.person('//Alice');
    // a coin more than the deposit: a deposit may not close the account
    const coin = 10n ** BigInt(scenario.asset.decimals);
    const need = new Map(scenario.underwriters.map(({ uri, deposit }) => [uri, deposit + coin]));
    // next to the threshold a premium is near the whole cover, and a limit is above the quote
    for (const { uri, cover } of this.customers()) need.set(uri, cover * 2n);
    const total = sum([...need.values()]);
    const has = await this.balance('//Alice');
    if (has < total) {
      throw new StoryError(`The story needs ${this.money(total)} of Alice, who has ${this.money(has)}.`);
    }
    const calls = [];
    for (const [uri, amount] of need) {
      const { address } = this.person(uri);
      calls.push(chain.call('balances', 'transferKeepAlive', { dest: address, value: FEES }));
      calls.push(chain.call('assets', 'transfer', { id: scenario.asset.id, target: address, amount }));
    }
    this.funded = need;
    await chain.submit(alice, chain.call('utility', 'batchAll', { calls }));
    await chain.block();
    await this.say(`${need.size} people have money: ${this.money(total)} and fees`);
  }

  customers() {
    const { buyers, early, hasty, late } = this.scenario;
    return [...buyers, early, ...hasty, late];
  }

  // Sales.

  async quote(product, cover, period) {
    const result = await this.chain.read('quote', this.ids[product], cover, period, 0);
    if (result.isErr) throw new StoryError(`No quote for product ${product}: ${result.asErr.name}.`);
    return result.asOk.premium.units.toBigInt();
  }

  buyCall({ product, cover }, period, maxPremium) {
    return this.chain.call('policies', 'buy', {
      order: this.order(this.ids[product], cover, period, maxPremium),
      beneficiary: null,
    });
  }

  /** Sells to a group in one block. Each says what he would pay at most: half as much again as his quote, as the others use up room before him. */
  async sellTo(group) {
    const { chain } = this;
    const sent = [];
    for (const { buyer, period } of group) {
      const quoted = await this.quote(buyer.product, buyer.cover, period);
      const call = this.buyCall(buyer, period, quoted + quoted / 2n);
      sent.push({ buyer, period, one: await chain.submit(this.person(buyer.uri), call) });
    }
    const block = await chain.block();
    for (const { buyer, period, one } of sent) this.book(buyer, period, one, block.time);
    return block;
  }

  book(buyer, period, one, boughtAt) {
    const event = this.chain.eventOf(one, 'policies', 'Bought');
    const premium = field(event, 'premium').toBigInt();
    const id = field(event, 'policy').toNumber();
    this.policies.push({ id, uri: buyer.uri, product: buyer.product, cover: buyer.cover, boughtAt, period, premium });
    return premium;
  }

  /** The first sale: a stale limit is refused, the quote itself is charged to the unit. */
  async firstSale(buyer, period) {
    const { chain } = this;
    const quoted = await this.quote(buyer.product, buyer.cover, period);
    const person = this.person(buyer.uri);
    await chain.submit(person, this.buyCall(buyer, period, quoted - 1n), { refusal: 'policies.PremiumAboveLimit' });
    await chain.block();
    await this.say(`${buyer.uri.slice(2)} offers one unit less than the quote and is refused: PremiumAboveLimit`);
    const again = await this.quote(buyer.product, buyer.cover, period);
    const one = await chain.submit(person, this.buyCall(buyer, period, again));
    const block = await chain.block();
    const premium = this.book(buyer, period, one, block.time);
    this.check('the first buyer paid what he was quoted', premium === again);
    await this.say(
      `${buyer.uri.slice(2)} covers ${this.money(buyer.cover)} for ${period / 86_400_000n} days and pays ${this.money(premium)}, as quoted`,
    );
  }

  async sale() {
    const { scenario, acts } = this;
    this.account.act('Buyers buy cover');
    const now = await this.chain.time();
    const [firstBuyer, ...others] = scenario.buyers;
    const periodOf = (buyer) => periodFor(now, acts.end, buyer.extraDays);
    await this.firstSale(firstBuyer, periodOf(firstBuyer));
    const group = others.map((buyer) => ({ buyer, period: periodOf(buyer) }));
    group.push({ buyer: scenario.early, period: scenario.early.period });
    for (let at = 0; at < group.length; at += 5) await this.sellTo(group.slice(at, at + 5));
    for (const name of Object.keys(scenario.products)) {
      const own = this.policies.filter(({ product }) => product === name);
      const covers = this.money(sum(own.map(({ cover }) => cover)));
      await this.say(`product ${name}: ${own.length} policies, cover ${covers}, premium ${this.money(sum(own.map(({ premium }) => premium)))}`);
    }
    this.account.line();
    this.head();
  }

  head() {
    this.account.head(Object.keys(this.scenario.products).map((name) => `product ${name}`));
  }

  async hasty() {
    await this.sellTo(this.scenario.hasty.map((buyer) => ({ buyer, period: buyer.period })));
    for (const { uri, product } of this.scenario.hasty) {
      await this.say(`${uri.slice(2)} buys product ${product} and waits 24 hours for cover to begin`);
    }
  }

  async tooLate(refusal, why) {
    const { late } = this.scenario;
    const call = this.buyCall(late, late.period, late.cover);
    await this.chain.submit(this.person(late.uri), call, { refusal });
    await this.chain.block();
    await this.say(`${late.uri.slice(2)} wants product ${late.product}, but ${why}: refused with ${refusal}`);
  }

  // An underwriter leaves.

  async withdraw() {
    const { chain, scenario } = this;
    const { uri, tranche: name } = scenario.underwriters[scenario.leaver];
    const call = chain.call('pools', 'requestWithdrawal', {
      pool: this.poolId,
      tranche: name,
      shares: this.shares[scenario.leaver],
      minOut: 1,
    });
    await chain.submit(this.person(uri), call);
    await chain.block();
    this.leaverAsked = await chain.time();
    this.leaverHad = await this.balance(uri);
    await this.say(`${uri.slice(2)} asks for all his money back; the cooldown is 14 days`);
  }

  /** Once the cooldown is over and an incident is open: the withdrawal is still not paid. */
  async withdrawalStillWaits() {
    const { chain, scenario } = this;
    const { uri } = scenario.underwriters[scenario.leaver];
    const call = chain.call('pools', 'processWithdrawals', { pool: this.poolId, max: 10 });
    await chain.submit(this.person(uri), call, { refusal: 'pools.PoolFrozen' });
    await chain.block();
    const has = await this.balance(uri);
    this.check('the withdrawal waited while an incident was open', has === this.leaverHad);
    await this.say(
      `${uri.slice(2)} has waited 14 days, but an incident is open: refused with pools.PoolFrozen`,
    );
    this.withdrawalSeenWaiting = true;
  }

  // The rounds.

  async tellRounds() {
    this.account.act('The oracle operators feed every round at its real time');
    for (let at = 0; at < this.fed.length; at += 1) {
      const block = await this.feed(this.fed[at]);
      await this.tell(at, block);
      await this.actsAfter(at);
    }
  }

  /** The three operators say the same price in a block with the round's own time. */
  async feed({ time, price }) {
    const { chain, scenario } = this;
    const call = chain.call('feeds', 'feed', { values: [{ feed: scenario.feed, value: price }] });
    await chain.approach(time);
    await Promise.all(scenario.operators.map((uri) => chain.submit(this.person(uri), call)));
    return chain.blockAt(time);
  }

  /** Takes in what the chain says of incidents and payments. */
  hear(block) {
    for (const event of block.events) {
      const isOfClaims = event.section === 'claims';
      if (isOfClaims && event.method === 'ClaimPaid') this.paidEvents += field(event, 'amount').toBigInt();
      if (isOfClaims && event.method === 'IncidentOpened') this.meet(event);
      const word = wordOf(event);
      const incident = word && this.incidents.get(field(event, 'incident').toNumber());
      if (!incident) continue;
      incident.word = word;
      this.states[incident.name] = word;
      this.news = true;
      this.account.say(block.time, this.wordsOf(event, incident));
    }
  }

  /** A new incident. */
  meet(event) {
    const product = field(event, 'product').toNumber();
    const name = Object.keys(this.ids).find((key) => this.ids[key] === product);
    const id = field(event, 'incident').toNumber();
    this.incidents.set(id, { id, name, occurredAt: field(event, 'occurredAt').toBigInt() });
  }

  wordsOf(event, { id, name, occurredAt }) {
    const incident = `incident ${id} on product ${name}`;
    if (event.method === 'IncidentOpened') {
      return `${incident.toUpperCase()}: the average reached the threshold at ${stamp(occurredAt)}; sales and withdrawals stop`;
    }
    if (event.method === 'IncidentUpheld') {
      const upheld = field(event, 'upheld');
      return `${incident} is upheld${upheld.isAverage ? `: the binding average is ${decimal(upheld.asAverage.toBigInt(), 18)}` : ''}`;
    }
    if (event.method === 'ClaimsTotalled') return `${incident}: ${field(event, 'claims')} claims`;
    if (event.method === 'IncidentSettled') {
      return `${incident} is settled: ${this.money(field(event, 'funded').toBigInt())} for its claims`;
    }
    return `${incident}: ${wordOf(event)}`;
  }

  /** A line of the account, when there is something to see. */
  async tell(at, block) {
    const { price } = this.rounds[at];
    const moved = this.told === undefined || price > this.told + NEWS || price < this.told - NEWS;
    const quiet = at - (this.toldAt ?? -QUIET_LINES) < QUIET_LINES;
    if (quiet && !moved && !this.news && at !== this.fed.length - 1) return;
    this.news = false;
    this.told = price;
    this.toldAt = at;
    if (at === 0) this.head();
    const assets = assetsOf(await this.poolState());
    const trigger = held(await this.chain.read('triggerState', this.ids[this.first]));
    const average = trigger && held(trigger.average);
    const row = { price, average: average?.e18.toBigInt(), states: Object.values(this.states), assets };
    this.account.round(block.time, row, this.paidEvents);
  }

  poolState() {
    return this.pool(this.poolId);
  }

  async actsAfter(at) {
    const { acts } = this;
    if (at === acts.sale) await this.sale();
    if (at === acts.withdrawal) await this.withdraw();
    if (at === acts.hasty) await this.hasty();
    if (at === acts.late) await this.tooLate('policies.FeedBreached', 'the price has broken');
    const open = [...this.incidents.values()].filter(({ word }) => OPEN.includes(word));
    const room = at + 1 < this.rounds.length ? this.rounds[at + 1].time - (await this.chain.time()) : 10n * SLOT;
    if (room < 4n * SLOT) return;
    const late = this.scenario.late.product;
    if (!this.refusedLate && open.some(({ name, word }) => name === late && word === 'observing')) {
      this.refusedLate = true;
      await this.tooLate('policies.IncidentOpen', 'an incident is open');
    }
    if (open.length > 0) await this.lookAtWithdrawal();
    const lasts = open.some(({ word }) => LASTING.includes(word));
    if (lasts && this.withdrawalWaits && !this.withdrawalSeenWaiting && (await this.isCool())) await this.withdrawalStillWaits();
    await this.letPay(at);
  }

  /** Whether the cooldown of the withdrawal is over. */
  async isCool() {
    return this.leaverAsked !== undefined && (await this.chain.time()) >= this.leaverAsked + COOLDOWN;
  }

  /** At the first sight of an incident: whether the withdrawal waits. With the dates of some tables it was paid before. */
  async lookAtWithdrawal() {
    if (this.leaverAsked === undefined || this.withdrawalWaits !== undefined) return;
    const { uri } = this.scenario.underwriters[this.scenario.leaver];
    this.withdrawalWaits = (await this.balance(uri)) === this.leaverHad;
    if (!this.withdrawalWaits) await this.say(`${uri.slice(2)} was paid before the event: the cooldown was over`);
  }

  /** After an incident is upheld: blocks for the chain to assess claims, settle and pay, as many as fit before the next round. */
  async letPay(at) {
    for (let count = 0; count < PAYING_BLOCKS; count += 1) {
      const busy = [...this.incidents.values()].some(({ word }) => AT_WORK.includes(word));
      const next = this.rounds[at + 1]?.time;
      if (!busy || (next !== undefined && next - (await this.chain.time()) < 2n * SLOT)) return;
      await this.chain.block();
    }
  }

  // After the last round.

  /** Where the feed falls silent, people have to decide. Not in this story. */
  async silence() {}

  async afterwards() {
    await this.letPay(this.rounds.length - 1);
    if (this.leaverAsked === undefined) return;
    const { uri } = this.scenario.underwriters[this.scenario.leaver];
    const open = [...this.incidents.values()].some(({ word }) => OPEN.includes(word));
    if (open || !this.withdrawalWaits || !(await this.isCool())) return;
    for (let count = 0; count < 10 && (await this.balance(uri)) === this.leaverHad; count += 1) {
      await this.chain.block();
    }
    const got = (await this.balance(uri)) - this.leaverHad;
    this.check('the withdrawal was paid once the incidents were settled', got > 0n);
    await this.say(
      `${uri.slice(2)} is paid ${this.money(got)} for a deposit of ${this.money(this.scenario.underwriters[this.scenario.leaver].deposit)}: the loss was his too`,
    );
  }

  async lastAct() {
    const { chain, scenario } = this;
    const { parameter, to } = scenario.lastAct;
    this.account.act("The last act: a referendum changes the reserve's part of the premium");
    const share = async () => (await this.reserveState()).baseShare.toNumber();
    const before = await share();
    await this.say(`${parameter} is ${before / 10_000} %`);
    await this.referendum(setParameter(chain, parameter, to));
    const after = await share();
    await this.say(`${parameter} is ${after / 10_000} %`);
    this.check('the last referendum changed the parameter', after === to && before !== after);
  }

  // The ending.

  async ending() {
    const due = expected(this.rounds, this.scenario.products, this.policies, this.acts.end);
    const received = new Map();
    for (const { uri } of this.customers()) {
      const premiums = sum(this.policies.filter((policy) => policy.uri === uri).map(({ premium }) => premium));
      received.set(uri, (await this.balance(uri)) - this.funded.get(uri) + premiums);
    }
    const paid = sum([...received.values()]);
    await this.showPolicies(due, received);
    await this.showMoney(paid);
    this.check('every holder received what the table and the terms say', this.policies.every(({ id, uri }) => received.get(uri) === due.paid.get(id)));
    this.check('the payment events say what the balances say', paid === this.paidEvents);
    this.check('paid is expected, to the unit', paid === due.total);
    const incidentAt = this.checkIncidents(due);
    this.showPeople();
    const ok = this.showChecks();
    return {
      scenario: this.scenario.name,
      policies: this.policies.length,
      incident_at: incidentAt === undefined ? null : new Date(Number(incidentAt)).toISOString(),
      paid: paid.toString(),
      expected: due.total.toString(),
      ok,
    };
  }

  /** The chain's incidents must be those of the table: same product, same millisecond. */
  checkIncidents(due) {
    for (const name of Object.keys(this.scenario.products)) {
      const told = [...this.incidents.values()].filter((incident) => incident.name === name);
      const times = told.map(({ occurredAt }) => occurredAt);
      const wanted = due.incidents[name].map(({ occurredAt }) => occurredAt);
      this.check(
        `product ${name}: ${wanted.length} incident(s), at ${wanted.map(stamp).join(', ') || 'no time'}`,
        times.length === wanted.length && times.every((time, at) => time === wanted[at]),
      );
    }
    const first = [...this.incidents.values()][0];
    return first?.occurredAt;
  }

  async showPolicies(due, received) {
    this.account.act('All policies');
    const rows = [['id', 'holder', 'product', 'cover', 'bought', 'state', 'cover left', 'expected', 'received']];
    for (const { id, uri, product, cover, boughtAt } of this.policies) {
      const state = held(await this.chain.read('policyState', id));
      const text = (amount) => money(amount, this.scenario.asset);
      rows.push([
        id,
        uri.slice(2),
        product,
        text(cover),
        stamp(boughtAt),
        state ? state.phase.type : 'Removed',
        state ? text(state.coverLeft.units.toBigInt()) : '-',
        text(due.paid.get(id)),
        text(received.get(uri)),
      ]);
    }
    this.account.rows(rows);
  }

  async showMoney(paid) {
    const text = (amount) => money(amount, this.scenario.asset);
    this.account.act(`Money, in ${this.scenario.asset.symbol}`);
    const pool = await this.poolState();
    const reserve = await this.reserveState();
    const depositsOf = (name) =>
      sum(this.scenario.underwriters.filter((one) => one.tranche === name).map(({ deposit }) => deposit));
    const [junior, senior] = [pool.junior.assets.units.toBigInt(), pool.senior.assets.units.toBigInt()];
    // in this story junior is always worth more than all that could be claimed
    this.check('the senior tranche lost nothing', senior >= depositsOf('Senior'));
    const premiums = sum(this.policies.map(({ premium }) => premium));
    this.account.rows([
      ['', 'before', 'after'],
      ['junior assets', text(depositsOf('Junior')), text(junior)],
      ['senior assets', text(depositsOf('Senior')), text(senior)],
      ['pool unearned', text(0n), text(pool.unearned.units.toBigInt())],
      ['pool exposure required', text(0n), text(pool.required.units.toBigInt())],
      ['reserve own funds', text(0n), text(reserve.own.units.toBigInt())],
      ['premiums paid by holders', text(0n), text(premiums)],
      ['claims received by holders', text(0n), text(paid)],
    ]);
  }
}
