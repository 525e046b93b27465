// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bondOf, bondOfRuling, bondsAfter } from '../replay/expected/bonds.mjs';

test('the bond should be the larger part, rounded up', () => {
  assert.equal(bondOf({ pinned: 1_000_000n, capital: 1_000_000n }), 5_000n);
  assert.equal(bondOf({ pinned: 1n, capital: 40_000_001n }), 20_001n);
  assert.equal(bondOf({ pinned: 1_000_001n, capital: 0n }), 5_001n);
});

test('the first two rulings should cost the same, each further one twice the one before', () => {
  assert.deepEqual([0, 1, 2, 3].map((number) => bondOfRuling(7n, number)), [7n, 7n, 14n, 28n]);
});

test('the winner should get half of what others lose, the odd unit the reserve', () => {
  const filing = { who: 'filer', bond: 10n };
  const rulings = [{ who: 'true', bond: 7n }, { who: 'false', bond: 7n }, { who: 'filer', bond: 15n }];
  const { paid, reserve } = bondsAfter({ filing, rulings, adopted: 0 });
  assert.deepEqual([...paid], [['filer', 10n], ['true', 17n]]);
  assert.equal(reserve, 12n);
});

test('a ruling that nobody challenged should get its bond back', () => {
  const { paid, reserve } = bondsAfter({ rulings: [{ who: 'proposer', bond: 3n }], adopted: 0 });
  assert.deepEqual([[...paid], reserve], [[['proposer', 3n]], 0n]);
});
