// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hexToU8a, u8aToHex } from '@polkadot/util';
import { encodeAddress } from '@polkadot/util-crypto';
import { Programme, leafOf } from '../js/compensation.mjs';
import { isProved } from '../js/merkle.mjs';

const account = (byte) => encodeAddress(new Uint8Array(32).fill(byte), 42);
const csv = (rows) => `account,amount\n${rows.map(([byte, amount]) => `${account(byte)},${amount}`).join('\n')}\n`;
const THREE = csv([
  [1, 10],
  [2, 20],
  [3, 30],
]);

test('a table should have the root that the chain computes', () => {
  // the same table is in pallets/reserve/src/tests/programmes.rs
  const { root, leaves, total } = Programme.of(THREE).table;
  assert.deepEqual({ leaves, total }, { leaves: 3, total: '60' });
  assert.equal(root, '0x080c24ff8d757c472a414604aedd28895b3d5eb77d63fc06eb3b28b347ecb276');
});

test('each row should be proved', () => {
  const programme = Programme.of(THREE);
  for (const byte of [1, 2, 3]) {
    const [{ who, amount, index, proof }] = programme.proofs(account(byte), 7);
    assert.equal(who, account(byte));
    const leaf = leafOf({ account: new Uint8Array(32).fill(byte), amount: BigInt(amount) });
    assert.ok(isProved(hexToU8a(programme.table.root), proof.map((hash) => hexToU8a(hash)), 3, index, leaf));
    for (const place of [0, 1, 2].filter((other) => other !== index)) {
      assert.ok(!isProved(hexToU8a(programme.table.root), proof.map((hash) => hexToU8a(hash)), 3, place, leaf));
    }
  }
  assert.deepEqual(programme.proofs(account(9), 0), []);
});

test('an account should have a proof for each of its rows', () => {
  const programme = Programme.of(csv([[1, 10], [2, 20], [1, 5]]));
  assert.deepEqual(programme.proofs(account(1), 0).map(({ index, amount }) => [index, amount]), [[0, '10'], [2, '5']]);
});

test('a leaf should be the account and the amount in 16 bytes, the lowest first', () => {
  const leaf = leafOf({ account: new Uint8Array(32).fill(1), amount: 258n });
  assert.equal(u8aToHex(leaf), `0x${'01'.repeat(32)}0201${'00'.repeat(14)}`);
});

test('what is wrong with a table should be said in a sentence', () => {
  const wrong = ['account,amount\n', csv([[1, 0]]), csv([[1, -5]]), csv([[1, '1.5']]), 'account,amount\nx,1\n', 'who,amount\nx,1\n'];
  // addresses of other chains: 20 bytes, and a longer one
  for (const size of [2, 20, 33, 48]) wrong.push(`account,amount\n0x${'01'.repeat(size)},1\n`);
  for (const table of wrong) assert.throws(() => Programme.of(table), /\.$/, table);
});
