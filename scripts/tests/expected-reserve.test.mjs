// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Books, LIMITS, toppedUp, worthOf } from '../replay/expected/reserve.mjs';

const DAY = 86_400_000n;

/** A reserve of 800 own funds and 200 of stake, and a pool that may get more than anybody asks for. */
function books({ own = 800n, stake = 200n, capital = 1_000n, contributed = 1_000n } = {}) {
  const all = new Books();
  all.own = own;
  if (stake > 0n) all.addStake(stake);
  all.deposit(1, capital);
  all.pool(1).contributed = contributed;
  return all;
}

/** An incident that is decided alone, with all that it can cost claimed. */
function decided(all, id, claims, { pool = 1, group = 1, firstLoss = 0n, at = 0n } = {}) {
  all.open(id, { pool, group, lock: claims });
  all.uphold(id, { claims, firstLoss });
  all.total(id);
  all.settle(id, at);
  return all.incident(id);
}

test('the example of decision 0029 should come out', () => {
  // own funds 800, stake 200: an incident may draw 200; the pool asks for 950, and the reserve owes 750
  const all = books({ capital: 1_000n });
  const incident = decided(all, 0, 1_950n);
  assert.deepEqual([incident.fromPool, incident.fromReserve, incident.owedByReserve, incident.owedByPool], [1_000n, 200n, 750n, 0n]);
  // of a premium share of 11 it sets 5 aside
  assert.equal(all.income(11n), 5n);
  assert.equal(all.payDebt(), undefined);
  // it pays from 8 on, a hundredth of 750
  all.income(6n);
  assert.deepEqual(all.payDebt(), { id: 0, amount: 8n });
  assert.equal(incident.owedByReserve, 742n);
  // a repayment of a loan is set aside in full
  assert.equal(all.repay(1, 20n), 20n);
});

test('own funds should pay before stake, and every staker lose the same part', () => {
  const all = books({ own: 100n, stake: 0n });
  const shares = [600n, 300n].map((amount) => all.addStake(amount));
  const incident = decided(all, 0, 1_500n);
  assert.deepEqual([incident.fromReserve, incident.fromStake, all.own], [200n, 100n, 0n]);
  // 100 of 900: a ninth
  assert.deepEqual(shares.map((part) => worthOf(part, all.stake)), [533n, 266n]);
});

test('the group should share its limit within thirty days, and since an incident was opened', () => {
  const all = books({ own: 1_000n, stake: 0n, capital: 1_000n });
  for (const pool of [2, 3, 4, 5]) {
    all.deposit(pool, 1_000n);
    all.pool(pool).contributed = 1_000n;
  }
  const open = (id, time) => {
    all.open(id, { pool: id, group: 1, lock: 1_500n, time });
    all.uphold(id, { claims: 1_500n });
    all.total(id);
  };
  for (const id of [1, 2, 3]) open(id, 0n);
  all.settle(1, 0n);
  all.settle(2, DAY);
  // those of one cause share one limit, however late they are settled
  all.settle(3, 60n * DAY);
  assert.deepEqual([1, 2, 3].map((id) => all.incident(id).fromReserve), [200n, 200n, 0n]);
  assert.deepEqual([1, 2, 3].map((id) => all.incident(id).owedByReserve), [300n, 300n, 500n]);
  // of 600 a group has 240; the draw of the first day counts until the thirtieth, the other a day longer
  open(4, 2n * DAY);
  all.settle(4, 31n * DAY);
  assert.equal(all.incident(4).fromReserve, 40n);
  open(5, 2n * DAY);
  all.settle(5, 32n * DAY);
  // of 560 an incident has 112; 40 of 224 were drawn since it was opened
  assert.equal(all.incident(5).fromReserve, 112n);
});

test('the pool should keep its own limits: its capital before the loss, and ten times what it gave', () => {
  const poor = decided(books({ own: 100_000n, capital: 300n }), 0, 2_000n);
  assert.deepEqual([poor.fromReserve, poor.owedByReserve, poor.owedByPool], [300n, 0n, 1_400n]);
  const young = decided(books({ own: 100_000n, contributed: 7n }), 0, 2_000n);
  assert.deepEqual([young.fromReserve, young.owedByReserve, young.owedByPool], [70n, 0n, 930n]);
});

test('first loss should pay before the pool, and the pool lack that much less', () => {
  const all = books();
  const incident = decided(all, 0, 1_100n, { firstLoss: 300n });
  assert.deepEqual([incident.firstLoss, incident.fromPool, incident.fromReserve], [300n, 800n, 0n]);
  assert.equal(all.paymentOf(0, 55n), 55n);
  assert.equal(decided(books(), 0, 100n, { firstLoss: 300n }).fromPool, 0n);
});

test('a pool with enough should pay at once, and another wait for what is older than its decision', () => {
  const all = books({ own: 0n, stake: 0n });
  all.open(0, { pool: 1, group: 1, lock: 900n });
  all.uphold(0, { claims: 700n });
  assert.deepEqual([all.incident(0).stage, all.pool(1).capital], ['final', 300n]);
  all.open(1, { pool: 1, group: 1, lock: 400n });
  all.open(2, { pool: 1, group: 1, lock: 600n });
  all.uphold(1, { claims: 400n });
  all.uphold(2, { claims: 500n });
  all.total(1);
  all.settle(1, 0n);
  // 300 for 400 and a lock of 600
  assert.deepEqual([all.incident(1).stage, all.incident(1).fromPool], ['partial', 120n]);
  assert.equal(all.settle(1, 0n), false);
  all.total(2);
  all.settle(2, 0n);
  // 180 and 120 for 400 and 500: a third, and the reserve has nothing
  assert.deepEqual([all.incident(2).stage, all.incident(2).fromPool], ['final', 166n]);
  assert.equal(all.settle(1, 0n), true);
  assert.deepEqual([all.incident(1).stage, all.incident(1).fromPool], ['final', 134n]);
});

test('debts should be paid oldest first', () => {
  const all = books({ own: 100n, stake: 0n, capital: 1_000n });
  all.deposit(2, 1_000n);
  all.pool(2).contributed = 1_000n;
  decided(all, 5, 1_400n);
  // of 80 the group has 32, of which 20 are drawn
  decided(all, 6, 1_300n, { pool: 2 });
  assert.deepEqual([5, 6].map((id) => all.incident(id).owedByReserve), [380n, 288n]);
  all.repay(1, 400n);
  assert.deepEqual(all.payDebt(), { id: 5, amount: 380n });
  assert.deepEqual(all.payDebt(), { id: 6, amount: 20n });
  assert.equal(all.payDebt(), undefined);
  // no more is set aside than is owed
  assert.equal(all.income(10_000n), 268n);
});

test('what is recovered should pay the claims first, then the loan, then the underwriters', () => {
  const all = books({ contributed: 40n });
  const incident = decided(all, 0, 1_600n);
  assert.deepEqual([incident.fromReserve, incident.owedByReserve, incident.owedByPool], [200n, 200n, 200n]);
  all.income(100n);
  assert.deepEqual(all.recover(0, 150n), { pool: 150n, reserve: 0n, loan: 0n, salvage: 0n, back: 0n });
  assert.deepEqual(all.recover(0, 220n), { pool: 50n, reserve: 170n, loan: 0n, salvage: 0n, back: 0n });
  // 30 are still owed: of 50 that were set aside 20 are free
  assert.equal(all.setAside, 30n);
  // the pool's capital of 1,000 was lost; with the rest of it what is above goes back
  assert.deepEqual(all.recover(0, 1_000n), { pool: 0n, reserve: 30n, loan: 200n, salvage: 770n, back: 0n });
  assert.deepEqual(all.recover(0, 1_000n), { pool: 0n, reserve: 0n, loan: 0n, salvage: 230n, back: 770n });
  assert.equal(all.paymentOf(0, 16n), 16n);
});

test('senior should get what was recovered for the underwriters before junior', () => {
  const all = books({ own: 0n, stake: 0n, capital: 700n });
  all.deposit(1, 300n, 'senior');
  const incident = decided(all, 0, 900n);
  assert.deepEqual(incident.lost, { junior: 700n, senior: 200n });
  const parts = [150n, 100n, 1_000n].map((amount) => {
    all.recover(0, amount);
    return all.salvageOf(0);
  });
  assert.deepEqual(parts, [
    { junior: 0n, senior: 150n },
    { junior: 50n, senior: 200n },
    { junior: 700n, senior: 200n },
  ]);
});

test('a share that has more than the others should keep it and be left out', () => {
  const own = { loss: 100n, drawn: 0n };
  assert.equal(toppedUp(60n, own, [{ loss: 100n, drawn: 90n }], 0n), 60n);
  assert.equal(toppedUp(60n, own, [{ loss: 100n, drawn: 0n }], 0n), 30n);
  assert.equal(toppedUp(200n, own, [], 100n), 100n);
  assert.equal(toppedUp(0n, { loss: 10n, drawn: 4n }, [], 90n), 4n);
  assert.equal(LIMITS.multiple, 10n);
});

test('dust of an exhausted tranche should pay what the loss lacks, then go to the other tranche', () => {
  const filled = () => {
    const all = new Books();
    all.deposit(1, 3_000_000n, 'junior');
    all.deposit(1, 2_000_000n, 'senior');
    return all.pool(1);
  };
  // a price of a millionth of the first is 3 units of junior, 2 of senior
  const alone = filled();
  assert.deepEqual(alone.lose(2_999_999n, 2_999_999n), { junior: 2_999_999n, senior: 0n });
  assert.deepEqual([alone.junior.assets, alone.senior.assets], [0n, 2_000_001n]);
  const short = filled();
  assert.deepEqual(short.lose(9_000_000n, 4_999_999n), { junior: 3_000_000n, senior: 2_000_000n });
  assert.equal(short.capital, 0n);
  const still = filled();
  assert.deepEqual(still.lose(2_999_997n, 2_999_997n), { junior: 2_999_997n, senior: 0n });
  assert.equal(still.junior.assets, 3n);
});
