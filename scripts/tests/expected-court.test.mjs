// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appealOf, choiceOf, settlementOf } from '../replay/expected/court.mjs';

const seat = (voter, seats, ranks, hasReasons = true) => ({ voter, stakes: [{ owner: voter, seats }], ranks, hasReasons });
const rules = { outcome: 0, seats: 6, stake: 100n, fee: 1n };

test('the choice should beat every other, with more than half of the seats present, and a third for a choice', () => {
  const panel = [seat('a', 3, [0, 1, 1]), seat('b', 2, [1, 0, 1]), seat('c', 1, [0, 0, 0]), seat('d', 1, undefined)];
  assert.equal(choiceOf(panel, { seats: 11, choices: 3 }), 0);
  assert.equal(choiceOf(panel, { seats: 12, choices: 3 }), undefined);
  const quiet = [seat('a', 2, [0, 1, 1]), seat('c', 4, [0, 0, 0])];
  assert.equal(choiceOf(quiet, { seats: 6, choices: 3 }), undefined);
});

test('seats should lose by the votes that disagree, and the others share it', () => {
  const panel = [seat('a', 3, [0, 1, 1]), seat('b', 1, [1, 0, 1]), seat('c', 1, undefined), seat('d', 1, [0, 1, 1], false)];
  // of five votes, four are for the outcome and one against: a margin of three fifths, of half the stake
  const { lost, rewarded, each, rest, changes } = settlementOf(panel, { ...rules, deciding: panel });
  assert.deepEqual([lost, rewarded, each, rest], [130n, 3n, 43n, 1n]);
  assert.deepEqual([...changes], [['a', 132n], ['b', -30n], ['c', -100n], ['d', -0n]]);
});

test('no seat should gain more than its stake, nor any where none agrees', () => {
  const deciding = [seat('x', 5, [0, 1])];
  const one = settlementOf([seat('a', 1, [0, 1]), seat('b', 3, undefined)], { ...rules, deciding });
  assert.deepEqual([one.each, one.rest], [100n, 200n]);
  const none = settlementOf([seat('b', 2, [1, 0])], { ...rules, deciding });
  assert.deepEqual([none.lost, none.rewarded, none.each, none.rest], [100n, 0n, 0n, 100n]);
});

test('choices that few tell apart should be tied, and a tie should gain only then', () => {
  const panel = (strict) => [seat('a', 31 - strict, [0, 0, 1]), seat('b', strict, [1, 0, 2])];
  const of = (strict) => choiceOf(panel(strict), { seats: 31, choices: 3 });
  // the first of two that are tied is chosen by the chain; the stories have no tie
  assert.deepEqual([of(5), of(6)], [undefined, 1]);
  const gained = (strict) => {
    const deciding = panel(strict);
    return settlementOf(deciding, { outcome: 1, deciding, seats: 31, stake: 100n, fee: 1n }).rewarded;
  };
  assert.deepEqual([gained(5), gained(6)], [31n, 6n]);
});

test('the stake of one who delegates should bear the loss, and the voter get the fee', () => {
  const panel = [{ voter: 'a', stakes: [{ owner: 'o', seats: 2 }], ranks: [0, 1], hasReasons: true }, seat('b', 1, undefined)];
  const { changes } = settlementOf(panel, { ...rules, deciding: panel });
  assert.deepEqual([changes.get('o'), changes.get('a')], [100n, 2n]);
});

test('winners of an appeal should share half of what is lost', () => {
  const paid = [{ who: 'a', place: 1, amount: 100n }, { who: 'b', place: 0, amount: 60n }, { who: 'c', place: 0, amount: 20n }, { who: 'd', place: 2, amount: 9n }];
  // four fifths of the bond are full
  const appeal = { decided: 0, challenger: 1, outcome: 0, bond: 100n };
  const { prize, others, due } = appealOf(paid, appeal);
  assert.deepEqual([prize, others], [40n, 60n]);
  assert.deepEqual([...due.values()], [0n, 90n, 30n, 9n]);
  const alone = appealOf(paid.slice(0, 1), appeal);
  assert.deepEqual([alone.prize, alone.others], [0n, 100n]);
});
