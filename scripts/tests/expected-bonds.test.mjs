// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bondOf, bondOfProposal, bondsAfter } from '../replay/expected/bonds.mjs';

test('the bond should be the larger part, rounded up', () => {
  assert.equal(bondOf({ locked: 1_000_000n, capital: 1_000_000n }), 5_000n);
  assert.equal(bondOf({ locked: 1n, capital: 40_000_001n }), 20_001n);
  assert.equal(bondOf({ locked: 1_000_001n, capital: 0n }), 5_001n);
});

test('the first two proposals should cost the same, each further one twice the one before', () => {
  assert.deepEqual([0, 1, 2, 3].map((number) => bondOfProposal(7n, number)), [7n, 7n, 14n, 28n]);
});

test('the winner should get half of what others lose, the odd unit the reserve', () => {
  const report = { who: 'reporter', bond: 10n };
  const proposals = [{ who: 'true', bond: 7n }, { who: 'false', bond: 7n }, { who: 'reporter', bond: 15n }];
  const { paid, reserve } = bondsAfter({ report, proposals, accepted: 0 });
  assert.deepEqual([...paid], [['reporter', 10n], ['true', 17n]]);
  assert.equal(reserve, 12n);
});

test('a proposal without a challenge should get its bond back', () => {
  const { paid, reserve } = bondsAfter({ proposals: [{ who: 'proposer', bond: 3n }], accepted: 0 });
  assert.deepEqual([[...paid], reserve], [[['proposer', 3n]], 0n]);
});
