// SPDX-License-Identifier: Apache-2.0
// The story of a reserve at its limits: three losses of one cause use up first loss, two pools and what the reserve may give;
// then a year of premiums repays loans and pays what is owed, the oldest first.

import { stamp } from '../../js/chain.mjs';
import { held, sum } from './common.mjs';
import { Shortfall } from './shortfall.mjs';

const fraction = (part, whole) => `${Number((part * 1_000_000n) / whole) / 10_000} %`;

export class Story extends Shortfall {
  async play() {
    const { scenario } = this;
    await this.beginAt(scenario.start, 3_600_000n);
    this.account.act(`${scenario.title}: nothing of it has happened`);
    await this.list();
    await this.fillPools();
    await this.sponsor();
    await this.fillReserve();
    this.account.act('Everybody buys cover');
    for (const product of this.products) await this.sell(product, scenario.sales[product.name]);
    await this.winter();
    await this.month();
    await this.year();
    return this.ending();
  }

  /** A referendum admits the pools, and names the sponsor, who puts up first loss; on a chain that has it. */
  async sponsor() {
    const { chain, scenario } = this;
    this.account.act('A referendum admits the pools to the reserve');
    const sponsored = this.products.filter(({ firstLoss }) => firstLoss > 0n);
    this.hasSponsors = chain.api.tx.sponsors !== undefined;
    const { address } = this.person(scenario.sponsor);
    const named = this.hasSponsors ? sponsored.map(({ id }) => chain.call('sponsors', 'nameSponsor', { product: id, sponsor: address })) : [];
    await this.admit(named);
    if (!this.hasSponsors) {
      for (const product of sponsored) product.firstLoss = 0n;
      await this.say('this chain knows no first loss of sponsors');
      return;
    }
    for (const { id, name, firstLoss } of sponsored) {
      await chain.submit(this.person(scenario.sponsor), chain.call('sponsors', 'pledge', { product: id, amount: firstLoss }));
      await chain.block();
      await this.say(`the sponsor puts ${this.money(firstLoss)} before the underwriters of ${name}`);
    }
  }

  /** Two losses of another cause, which the pools pay in full. */
  async winter() {
    const { scenario } = this;
    this.account.act('A bad winter takes most of the capital of two pools');
    const failed = scenario.winter.products.map((name) => this.product(name));
    await this.until(scenario.winter.reportedAt);
    for (const product of failed) await this.reportLoss(product, scenario.winter.occurredAt);
    for (const product of failed) await this.upholdAndClaim(product);
    for (const product of failed) await this.settle(product);
    await this.checkPayments(failed);
    for (const { name, id } of this.pools) await this.say(`pool ${name} has ${this.money(await this.capital(id))} left`);
  }

  /** Three losses of one group: reported on two days, claimed, settled. */
  async month() {
    const { chain, scenario } = this;
    this.account.act('A bridge fails, and with it three things that stand on it: one group, one month');
    this.struck = scenario.month.map(({ product, ...times }) => Object.assign(this.product(product), times));
    for (const product of this.struck) {
      await this.until(product.reportedAt);
      await this.reportLoss(product, product.occurredAt);
      const { limit, groupLimit } = this.books.incident(product.incident);
      await this.say(`the reserve may give ${this.money(limit)} for it, ${this.money(groupLimit)} for its group in 30 days`);
    }
    for (const product of this.struck) await this.upholdAndClaim(product);
    const [first, second, third] = this.struck;
    await this.settle(first);
    await this.tellSettlement(first);
    await this.settle(second);
    this.check('the second loss waits for the third, which shares its pool', this.books.incident(second.incident).stage === 'partial');
    await this.settle(third);
    await this.quiet();
    await this.tellSettlement(second);
    await this.tellSettlement(third);
    this.checkMonth();
    const state = await this.reserveState();
    this.owedAtFirst = state.owed.units.toBigInt();
    this.paidBefore = this.paidLater();
    await this.say(`the reserve has ${this.money(state.own.units.toBigInt())} and stake of ${this.money(state.stake.units.toBigInt())} left, and owes ${this.money(this.owedAtFirst)}`);
    this.atFirst = await this.paidUntilNow();
    await this.checkPayments(this.struck);
    this.settledAt = await chain.time();
  }

  /** That the story is the one that it is meant to be. */
  checkMonth() {
    const [one, two, three] = this.struck.map(({ incident }) => this.books.incident(incident));
    const all = [one, two, three];
    if (this.hasSponsors) this.check('the first loss of all three is used up', all.every(({ firstLoss, claims }, at) => firstLoss === this.struck[at].firstLoss && firstLoss < claims));
    this.check('both pools are used up', ['Harbour', 'Quay'].every((name) => this.books.pool(this.poolOf(name).id).capital === 0n));
    this.check('the first and the third loss get what one incident may cost the reserve', [one, three].every(({ fromReserve, limit }) => fromReserve === limit));
    const ofGroup = sum(all.map(({ fromReserve }) => fromReserve));
    this.check('the second, which is settled last, gets what the group has left', two.fromReserve < two.limit && ofGroup === two.groupLimit);
    this.check('own funds are used up, and stake after them', this.books.own === 0n || sum(all.map(({ fromStake }) => fromStake)) > 0n);
    this.check('the limit of a pool, ten times what it gave, is used up: the rest is owed by no reserve', two.isAtPoolLimit && two.owedByPool > 0n);
    this.check('the reserve owes for each of the three', all.every(({ owedByReserve }) => owedByReserve > 0n));
  }

  /** What the reserve has paid of its debts until now, by the rules. */
  paidLater() {
    return sum(this.struck.map(({ incident }) => this.books.incident(incident).paidLater));
  }

  /** What the holders have got until now, by their balances. */
  paidUntilNow() {
    return Promise.all(this.struck.flatMap(({ holders }) => holders.map((holder) => this.received(holder)))).then(sum);
  }

  /** A year of premiums: of the pool in health, of the long policies of the other two; and new capital in one of them. */
  async year() {
    const { chain, scenario } = this;
    this.account.act('A year of premiums');
    const end = this.settledAt + scenario.year;
    const inland = this.product('Inland');
    this.head();
    for (let quarter = 0n; ; quarter += 1n) {
      const from = this.settledAt + quarter * scenario.quarter;
      if (from >= end) break;
      await this.until(from);
      await this.row();
      if (from + scenario.quarter <= end) await this.sell(inland, scenario.renewed);
      if (quarter === 0n) await this.newCapital();
      // monthly lines
      for (const part of [30n, 60n]) {
        const time = from + part * 86_400_000n;
        if (time >= end) break;
        await this.until(time);
        await this.row();
      }
    }
    await this.until(end);
    await this.quiet(10);
    await this.row();
    this.endedAt = await chain.time();
  }

  /** A pool without capital begins anew, and who comes into it pays for no old loss. */
  async newCapital() {
    const { chain, scenario } = this;
    const { uri, pool: name, amount } = scenario.newcomer;
    const { id } = this.poolOf(name);
    await chain.submit(this.person(uri), chain.call('pools', 'reopenTranche', { pool: id, tranche: 'Junior' }));
    await chain.block();
    await chain.submit(this.person(uri), chain.call('pools', 'deposit', { pool: id, tranche: 'Junior', amount, minShares: 1 }));
    await chain.block();
    await this.say(`${uri.slice(2)} opens pool ${name} anew with ${this.money(amount)}`);
  }

  /** The head and a line of the table of the year. */
  head() {
    const cells = ['set aside', 'owed: One', 'owed: Three', 'owed: Two', 'lent'].map((text) => text.padStart(16));
    this.account.line(['time (UTC)'.padEnd(19), ...cells].join('  '));
  }

  async row() {
    const { books } = this;
    const [one, two, three] = this.struck.map(({ incident }) => books.incident(incident).owedByReserve);
    const lent = (await this.reserveState()).lent.units.toBigInt();
    const cells = [books.setAside, one, three, two, lent].map((amount) => this.money(amount).replace(/ .*/, '').padStart(16));
    this.account.line([stamp(await this.chain.time()).padEnd(19), ...cells].join('  '));
  }

  // The ending.

  async ending() {
    const { books, scenario } = this;
    const { paid, expected } = await this.checkPayments(this.struck);
    const state = await this.reserveState();
    await this.readPools();
    this.checkBooks(state);
    const all = this.struck.map(({ incident }) => books.incident(incident));
    const [one, , three] = all;
    const later = this.paidLater() - this.paidBefore;
    this.check('the oldest debt is paid in full', one.owedByReserve === 0n && one.paidLater > 0n);
    const isInOrder = three.paidLater === 0n || one.owedByReserve === 0n;
    this.check('no younger debt was paid before it', isInOrder && all.every(({ paidLater, promised }) => paidLater <= promised));
    this.check('the year has paid a part of what was owed', later > 0n && this.owedAtFirst === state.owed.units.toBigInt() + later);
    this.check('more was paid than at first', paid > this.atFirst);
    const [harbour, quay] = ['Harbour', 'Quay'].map((name) => books.pool(this.poolOf(name).id));
    const repaid = harbour.repaid + quay.repaid;
    this.check('premium of both pools repaid loans', harbour.repaid > 0n && quay.repaid > 0n);
    await this.checkNewcomer();
    this.account.act(`Money, in ${scenario.asset.symbol}`);
    this.showMoney(all, later, paid);
    const ok = this.showChecks();
    const text = (numbers) => sum(numbers).toString();
    return {
      scenario: scenario.name,
      policies: sum(this.products.map(({ holders }) => BigInt(holders.length))).toString(),
      paid: paid.toString(),
      expected: expected.toString(),
      claimed: text(all.map(({ claims }) => claims)),
      paidAtFirst: this.atFirst.toString(),
      firstLoss: text(all.map(({ firstLoss }) => firstLoss)),
      fromPools: text(all.map(({ fromPool }) => fromPool)),
      fromReserve: text(all.map(({ fromReserve, fromStake }) => fromReserve - fromStake)),
      fromStake: text(all.map(({ fromStake }) => fromStake)),
      owedAtFirst: this.owedAtFirst.toString(),
      owedAtEnd: state.owed.units.toBigInt().toString(),
      paidLater: later.toString(),
      loansRepaid: repaid.toString(),
      blocks: this.chain.totals.blocks,
      seconds: Math.round((Date.now() - this.began) / 1_000),
      ok,
    };
  }

  /** New capital has what it was, and premium. */
  async checkNewcomer() {
    const { uri, pool: name, amount } = this.scenario.newcomer;
    const position = held(await this.chain.read('position', this.poolOf(name).id, this.person(uri).address));
    const value = position.junior.value.units.toBigInt();
    this.check(`new capital of ${this.money(amount)} paid for no old loss: it is worth ${this.money(value)}`, value >= amount);
  }

  showMoney(all, later, paid) {
    const text = (amount) => this.money(amount).replace(/ .*/, '');
    const names = this.struck.map(({ name }) => name);
    const line = (title, of) => [title, ...all.map((one) => text(of(one))), text(sum(all.map(of)))];
    this.account.rows([
      ['', ...names, 'all'],
      line('claims', ({ claims }) => claims),
      line("sponsor's first loss", ({ firstLoss }) => firstLoss),
      line('pool', ({ fromPool }) => fromPool),
      line('own funds', ({ fromReserve, fromStake }) => fromReserve - fromStake),
      line('stake', ({ fromStake }) => fromStake),
      line('debts of the reserve paid', ({ paidLater }) => paidLater),
      line('still owed by the reserve', ({ owedByReserve }) => owedByReserve),
      line('owed by the pool, for recoveries', ({ owedByPool }) => owedByPool),
    ]);
    const claims = sum(all.map((one) => one.claims));
    this.account.line(`  paid at first ${fraction(this.atFirst, claims)}, in the end ${fraction(paid, claims)}; of it ${text(later)} in the year after`);
  }
}
