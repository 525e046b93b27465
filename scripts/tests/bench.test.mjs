// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  MOST_SENT,
  chargedRatio,
  executionOf,
  figureOf,
  fitting,
  lastLine,
  madeIn,
  median,
  milliseconds,
  preparedIn,
  rounded,
  toSend,
} from '../js/bench/figures.mjs';

const MS = 1_000_000_000n;
const limit = 750n * MS;

test('the median should be a number of the list, the lower one of two', () => {
  assert.equal(median([22, 3, 21]), 21);
  assert.equal(median([4, 1, 3, 2]), 2);
  assert.equal(median([10n, 9n, 100n]), 10n);
  assert.equal(median([]), undefined);
});

test('calls should fit as often as the limit holds their weight when they are charged as they declare', () => {
  assert.equal(fitting({ limit, declared: 33n * MS, actual: 33n * MS }), 22);
  assert.equal(fitting({ limit, declared: 75n * MS, actual: 75n * MS }), 10);
  assert.equal(fitting({ limit, declared: limit, actual: limit }), 1);
  assert.equal(fitting({ limit, declared: limit + 1n, actual: MS }), 0);
});

test('the last call should need room for all that it declares when calls are charged less', () => {
  assert.equal(fitting({ limit, declared: 50n * MS, actual: MS }), 701);
  // by steps, as the chain does
  let [used, count] = [0n, 0];
  for (; used + 50n * MS <= limit; count += 1) used += MS;
  assert.equal(count, 701);
});

test('a call without weight should be refused', () => {
  assert.throws(() => fitting({ limit, declared: 0n, actual: 0n }), /above zero/);
});

test('more than fits should be sent, within bounds', () => {
  assert.equal(toSend(22), 30);
  assert.equal(toSend(0), 1);
  assert.equal(toSend(2_500), 3_251);
  assert.equal(toSend(1_000_000), MOST_SENT);
});

test('the figure should be the median of full blocks, and no more than the books allow', () => {
  const counted = figureOf([22, 21, 22, 20, 22], 22, { limit, actual: 33n * MS });
  assert.equal(counted.figure, 22);
  assert.match(counted.how, /^median of 5 full blocks \(20 to 22\); 22 by the books \(33\.000 ms of 750\.000 ms each\)$/);
  assert.equal(figureOf([23, 23, 23], 22, { limit, actual: 33n * MS }).figure, 22);
  assert.equal(figureOf([17], 22, { limit, actual: 33n * MS }).figure, 17);
  assert.match(figureOf([17], 22, { limit, actual: 33n * MS }).how, /^one full block \(17\);/);
});

test('the figure should be that of the books, and say so, when no block was full', () => {
  const { figure, how } = figureOf([], 41, { limit, actual: 18n * MS });
  assert.equal(figure, 41);
  assert.match(how, /^41 by the books .*; no block was full/);
});

test('weights should be shown in milliseconds', () => {
  assert.equal(milliseconds(33_633_000_000n), '33.633 ms');
});

test('the execution of a call should be what a full block takes more than an empty one', () => {
  assert.equal(executionOf(30, 8, 22), 1);
  assert.equal(executionOf(1, 2, 22), 0);
  assert.equal(chargedRatio(25n * MS, 2), 12.5);
  assert.throws(() => chargedRatio(MS, 0), /takes time/);
});

test('the log should tell the time in which each block was prepared', () => {
  const log = [
    '2026-01-01 00:00:01 🎁 Prepared block for proposing at 7 (13 ms) hash: 0x00; end: HitBlockWeightLimit',
    '2026-01-01 00:00:02 💤 Idle (0 peers), best: #7',
    '2026-01-01 00:00:03 🎁 Prepared block for proposing at 8 (1 ms) hash: 0x00; end: NoMoreTransactions',
  ].join('\n');
  assert.deepEqual([...preparedIn(log)], [[7, 13], [8, 1]]);
  assert.equal(preparedIn('').size, 0);
});

test('ratios should have one digit after the point', () => {
  assert.equal(rounded(66.5546), 66.6);
  assert.equal(rounded(25), 25);
});

test('the last line should name every figure', () => {
  const line = lastLine({ buy: 22, deposit: 129, claim: 41, cancel: 40, feeRatio: 66.96, charged: 25.04 });
  assert.equal(
    line,
    '{"bench":"quick","buy_per_block":22,"deposit_per_block":129,"claim_per_block":41,"cancel_per_block":40,"fee_ratio":67,"charged_ratio":25}',
  );
});

test('the making of a block should be shared by its calls, and be unknown without a log', () => {
  const log = new Map([
    [7, 500],
    [8, 400],
    [9, 800],
  ]);
  const blocks = [7, 8, 9, 10].map((number) => ({ number, count: 100 }));
  assert.equal(madeIn(blocks, log), 5);
  assert.equal(madeIn(blocks, new Map()), undefined);
  assert.equal(madeIn([{ number: 7, count: 0 }], log), undefined);
});
