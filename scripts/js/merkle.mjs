// SPDX-License-Identifier: Apache-2.0
// The tree of a table of losses, as the chain checks it: that of the Rust crate binary-merkle-tree with Blake2-256.
//
// A leaf is hashed with the hash of the nodes. A node is the hash of its two children side by side, nothing is sorted.
// Where a row has an odd number of nodes, the last one goes up to the next row as it is.

import { u8aConcat, u8aEq } from '@polkadot/util';
import { blake2AsU8a } from '@polkadot/util-crypto';

/** The hash of leaves and nodes. */
export const hash = (bytes) => blake2AsU8a(bytes, 256);

/** The bytes of a hash. A row of the tree is one array with the hashes of its nodes, one after the other. */
const SIZE = 32;
const widthOf = (row) => row.length / SIZE;
const nodeOf = (row, at) => row.subarray(at * SIZE, (at + 1) * SIZE);

/** All rows of the tree over some leaves, from their hashes up to the root. There has to be a leaf. */
export function rowsOf(leaves, count = leaves.length) {
  const first = new Uint8Array(count * SIZE);
  let place = 0;
  for (const leaf of leaves) {
    first.set(hash(leaf), place * SIZE);
    place += 1;
  }
  const rows = [first];
  while (widthOf(rows.at(-1)) > 1) {
    const below = rows.at(-1);
    const width = widthOf(below);
    const row = new Uint8Array(Math.ceil(width / 2) * SIZE);
    for (let at = 0; at < width; at += 2) {
      // two children lie side by side already
      row.set(at + 1 < width ? hash(below.subarray(at * SIZE, (at + 2) * SIZE)) : nodeOf(below, at), (at / 2) * SIZE);
    }
    rows.push(row);
  }
  return rows;
}

/** The root of the rows. */
export const rootOf = (rows) => nodeOf(rows.at(-1), 0);

/** What proves the leaf at `index`: the other child of each node on its way up, where there is one. */
export function proofOf(rows, index) {
  const proof = [];
  let place = index;
  for (const row of rows.slice(0, -1)) {
    const beside = place % 2 === 0 ? place + 1 : place - 1;
    if (beside < widthOf(row)) proof.push(nodeOf(row, beside));
    place = Math.floor(place / 2);
  }
  return proof;
}

/** The number of hashes that prove the leaf at `index`: one for each row in which its node has another beside it. */
export function proofLength(index, leaves) {
  let [place, width, hashes] = [index, leaves, 0];
  while (width > 1) {
    if (place % 2 === 1 || place + 1 < width) hashes += 1;
    [place, width] = [Math.floor(place / 2), Math.ceil(width / 2)];
  }
  return hashes;
}

/** Whether a proof leads from a leaf to the root, by the steps of the crate's `verify_proof`, from its own place alone. */
export function isProved(root, proof, leaves, index, leaf) {
  if (index >= leaves || proof.length !== proofLength(index, leaves)) return false;
  let [place, width, node] = [index, leaves, hash(leaf)];
  for (const other of proof) {
    const isRight = place % 2 === 1 || place + 1 === width;
    node = hash(isRight ? u8aConcat(other, node) : u8aConcat(node, other));
    place = Math.floor(place / 2);
    width = Math.floor((width - 1) / 2) + 1;
  }
  return u8aEq(node, root);
}
