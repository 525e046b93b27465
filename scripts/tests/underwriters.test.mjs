// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeAddress } from '@polkadot/util-crypto';
import { Programme, optionsOf } from '../js/compensation.mjs';
import { partsOf, readUnderwriters, rowsFor } from '../js/underwriters.mjs';

const hex = (byte) => `0x${byte.toString(16).padStart(2, '0').repeat(32)}`;
const held = (...entries) => entries.map(([byte, shares]) => ({ account: hex(byte), shares: BigInt(shares) }));
const LOST = { junior: 100n, senior: 40n };

test('senior should be made whole first, whatever was shared out before', () => {
  const parts = (amount, earlier) => Object.values(partsOf(BigInt(amount), BigInt(earlier), LOST));
  assert.deepEqual(parts(30, 0), [30n, 0n]);
  assert.deepEqual(parts(30, 30), [10n, 20n]);
  assert.deepEqual(parts(140, 0), [40n, 100n]);
  assert.deepEqual(parts(10, 130), [0n, 10n]);
  // in any number of programmes each tranche gets the same
  for (let steps = 1; steps <= 140; steps += 1) {
    const sums = { senior: 0n, junior: 0n };
    for (let from = 0; from < 140; from += steps) {
      const part = partsOf(BigInt(Math.min(steps, 140 - from)), BigInt(from), LOST);
      for (const tranche of Object.keys(sums)) sums[tranche] += part[tranche];
    }
    assert.deepEqual(sums, { senior: 40n, junior: 100n });
  }
});

test('a part should be shared out by shares, rounded down, in the order of the accounts', () => {
  const holders = { junior: held([9, 1], [1, 1], [5, 1]), senior: held([5, 2], [7, 1]) };
  const rows = rowsFor({ amount: 140n, earlier: 0n, lost: LOST, holders });
  // 100 / 3 each, and 40 as two to one: the fifth account has both
  assert.deepEqual(rows, [
    { account: hex(1), amount: 33n },
    { account: hex(5), amount: 33n + 26n },
    { account: hex(7), amount: 13n },
    { account: hex(9), amount: 33n },
  ]);
  const turned = { junior: [...holders.junior].reverse(), senior: [...holders.senior].reverse() };
  assert.deepEqual(rowsFor({ amount: 140n, earlier: 0n, lost: LOST, holders: turned }), rows, 'whatever the order of storage');
});

test('rows should never sum to more than the amount, and leave less than a unit for each holder', () => {
  for (let amount = 1; amount <= 140; amount += 1) {
    const holders = { junior: held([1, 7], [2, 11], [3, 13]), senior: held([4, 3], [5, 5]) };
    const sum = rowsFor({ amount: BigInt(amount), earlier: 0n, lost: LOST, holders }).reduce((all, row) => all + row.amount, 0n);
    assert.ok(sum <= BigInt(amount) && BigInt(amount) - sum < 5n, String(amount));
  }
});

test('an account without a unit should have no row, and more than was lost should be refused', () => {
  const holders = { junior: held([1, 1], [2, 1_000]), senior: [] };
  const lost = { junior: 100n, senior: 0n };
  assert.deepEqual(rowsFor({ amount: 100n, earlier: 0n, lost, holders }), [{ account: hex(2), amount: 99n }]);
  assert.throws(() => rowsFor({ amount: 99n, earlier: 2n, lost, holders }), /lost 100, less than 101\.$/);
  assert.throws(() => Programme.for(rowsFor({ amount: 1n, earlier: 0n, lost, holders })), /\.$/);
});

test('the table should be the same from its CSV', () => {
  const holders = { junior: held([9, 3], [1, 2]), senior: [] };
  const programme = Programme.for(rowsFor({ amount: 100n, earlier: 0n, lost: LOST, holders: { ...holders, senior: held([4, 1]) } }));
  assert.deepEqual(Programme.of(programme.csv(42, ['a remark'])).table, programme.table);
});

/** A number, an option and a chain as the API gives them. */
const number = (value) => ({ toNumber: () => Number(value), toBigInt: () => BigInt(value) });
const some = (value) => ({ isSome: value !== undefined, isNone: value === undefined, unwrap: () => value });
const loss = (heldAt) => some({ junior: number(100), senior: number(40), recovered: number(0), heldAt: number(heldAt) });

function fake({ heldAt = 19, salvage } = {}) {
  const pool = some({ asset: { toJSON: () => ({ withId: 1 }) }, junior: { epoch: number(2) }, senior: { epoch: number(0) } });
  const position = (byte, epoch, shares, queued) => [
    { args: [0, '', { toString: () => encodeAddress(new Uint8Array(32).fill(byte), 42) }] },
    some({ epoch: number(epoch), shares: number(shares), queued: number(queued) }),
  ];
  const positions = { Junior: [position(1, 2, 5, 7), position(2, 1, 100, 0)], Senior: [position(3, 0, 4, 0)] };
  const state = (block) => ({
    query: {
      pools: {
        pools: async () => pool,
        borneLosses: async () => (block > heldAt ? loss(heldAt) : some(undefined)),
        positions: {
          entries: async (_, tranche) => {
            assert.equal(block, heldAt, 'before the loss');
            return positions[tranche];
          },
        },
      },
    },
  });
  return {
    query: { reserve: { salvages: async () => some(salvage) }, pools: { borneLosses: async () => loss(heldAt) } },
    rpc: { chain: { getBlockHash: async (block) => ({ isEmpty: block > 1_000, block }) } },
    at: async ({ block }) => {
      if (block < 5) throw new Error('pruned');
      return state(block);
    },
  };
}

test('the holders should be those of the block that the chain has recorded, queued shares included', async () => {
  const found = await readUnderwriters(fake(), { pool: 0, incident: 3 });
  assert.deepEqual(found, {
    asset: { withId: 1 },
    at: 19,
    earlier: 0n,
    lost: LOST,
    holders: { junior: held([1, 12]), senior: held([3, 4]) },
  });
  const salvage = { received: number(90), left: number(60), heldAt: number(19) };
  assert.equal((await readUnderwriters(fake({ salvage }), { pool: 0, incident: 3 })).earlier, 30n);
  assert.equal((await readUnderwriters(fake({ salvage }), { pool: 0, incident: 3, earlier: 5n })).earlier, 5n);
});

test('a block that is gone or of other holders should be said in a sentence', async () => {
  const read = (at, options) => readUnderwriters(fake(options), { pool: 0, incident: 3, at });
  await assert.rejects(read(undefined, { heldAt: 2 }), /archive node\.$/);
  await assert.rejects(read(2_000), /no block 2000\.$/);
  await assert.rejects(read(12), /took no capital of pool 0 in incident 3\.$/);
  await assert.rejects(read(25), /holders of block 19 bore the loss .* not of 25\.$/);
});

test('the options of underwriters should be read, or refused in a sentence', () => {
  const all = ['--underwriters', '2', '--incident', '7', '--amount', '500'];
  assert.deepEqual(optionsOf([...all, '--at', '9']).underwriters, { pool: 2, incident: 7, at: 9, amount: 500n, earlier: undefined });
  assert.equal(optionsOf(['table.csv']).underwriters, undefined);
  const refused = [all.slice(2), all.slice(0, 4), [...all, 'table.csv'], [...all, '--at', 'x'], [...all, '--earlier', '-1'], ['table.csv', '--csv', 'x']];
  for (const args of [...refused, [], [...all, '--url', 'http://a'], [...all.slice(0, 4), '--amount', '0']]) {
    assert.throws(() => optionsOf(args), /\.$/, args.join(' '));
  }
});
