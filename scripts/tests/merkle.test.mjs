// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createHash } from 'node:crypto';
import { u8aToHex } from '@polkadot/util';
import { encodeLeaf } from '../js/interest.mjs';
import { hash, isProved, proofOf, rootOf, rowsOf } from '../js/merkle.mjs';

/** Made by the crate that the chain uses; see vectors/README.md. */
const vectors = JSON.parse(readFileSync(new URL('./vectors/merkle.json', import.meta.url), 'utf8'));

const addressOf = (at) => `0x${(at + 1).toString(16).padStart(2, '0').repeat(20)}`;
const leavesOf = (count) =>
  Array.from({ length: count }, (_, at) => encodeLeaf(1n, addressOf(at), BigInt(at + 1) * 10n ** 18n + BigInt(at)));

/** The root by another way: a tree of n leaves is split at the largest power of two below n. */
function slowRoot(leaves) {
  if (leaves.length === 1) return hash(leaves[0]);
  const half = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return hash(Uint8Array.of(...slowRoot(leaves.slice(0, half)), ...slowRoot(leaves.slice(half))));
}

test('the hash should be blake2b of 32 bytes', () => {
  // the published digest of "abc" with 64 bytes tells the family; that of nothing with 32 bytes the length
  assert.match(createHash('blake2b512').update('abc').digest('hex'), /^ba80a53f981c4d0d/);
  assert.equal(u8aToHex(hash(new Uint8Array())), '0x0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8');
});

test('a leaf should have the bytes of the encoding', () => {
  const leaf = encodeLeaf(1n, `0x${'ab'.repeat(20)}`, 258n);
  assert.equal(u8aToHex(leaf), `0x000100000000000000${'ab'.repeat(20)}0201${'00'.repeat(14)}`);
  assert.equal(encodeLeaf(2n ** 64n - 1n, addressOf(0), 2n ** 128n - 1n).length, 45);
});

for (const { leaves: count, root, proofs } of vectors) {
  test(`the tree of ${count} leaves should be that of the crate`, () => {
    const leaves = leavesOf(count);
    const rows = rowsOf(leaves);
    assert.equal(u8aToHex(rootOf(rows)), root);
    for (let at = 0; at < count; at += 1) {
      const proof = proofOf(rows, at);
      assert.deepEqual(proof.map((node) => u8aToHex(node)), proofs[at]);
      assert.ok(isProved(rootOf(rows), proof, count, at, leaves[at]));
    }
  });
}

test('the root should be that of another way of making it', () => {
  for (let count = 1; count <= 70; count += 1) {
    const leaves = leavesOf(count);
    assert.deepEqual(rootOf(rowsOf(leaves)), slowRoot(leaves));
  }
});

test('a proof should hold for its own leaf, place and tree only', () => {
  const leaves = leavesOf(11);
  const rows = rowsOf(leaves);
  const root = rootOf(rows);
  for (let at = 0; at < 11; at += 1) {
    const proof = proofOf(rows, at);
    assert.ok(!isProved(root, proof, 11, at, leaves[(at + 1) % 11]));
    assert.ok(!isProved(root, proof, 11, 11, leaves[at]));
    assert.ok(!isProved(hash(root), proof, 11, at, leaves[at]));
    assert.ok(!isProved(root, proof.slice(1), 11, at, leaves[at]));
    for (let other = 0; other < 11; other += 1) assert.equal(isProved(root, proof, 11, other, leaves[at]), other === at, `${at} at ${other}`);
  }
  assert.ok(!isProved(root, proofOf(rows, 2), 11, 3, leaves[2]));
});
