// SPDX-License-Identifier: Apache-2.0
// A chain of real slots that begins with the state of a development chain.
//
// A development chain lists a product by referendum and lets two days pass in a minute, which a chain of
// real slots cannot. So its state is taken over, but for what concerns blocks, validators and sessions: that is
// the genesis of the chosen validators.

import { readFileSync, writeFileSync } from 'node:fs';
import { Keyring } from '@polkadot/keyring';
import { encodeAddress, xxhashAsHex } from '@polkadot/util-crypto';
import { ask } from './nodes.mjs';

/** The validators, in the order in which they are taken. */
export const NAMES = ['alice', 'bob', 'charlie', 'dave'];

/** Pallets that count blocks, or that hold the validators and their sessions. */
const CONSENSUS = [
  ...['System', 'Babe', 'Authorship', 'Session', 'Historical', 'Grandpa', 'Offences', 'Scheduler', 'AuthorityDiscovery'],
  ...['Beefy', 'Mmr', 'BeefyMmr'],
];
const SKIPPED = new Set(CONSENSUS.map((name) => xxhashAsHex(name, 128)));
const ACCOUNTS = xxhashAsHex('System', 128) + xxhashAsHex('Account', 128).slice(2);
/** Characters of the hash of a pallet's name, with 0x. */
const PREFIX = 34;

/** Whether a key belongs to blocks, validators or sessions, or is of no pallet, as the code is. */
export function isConsensus(key) {
  if (key.startsWith(ACCOUNTS)) return false;
  // 0x3a is the colon of the well-known keys
  return SKIPPED.has(key.slice(0, PREFIX)) || key.startsWith('0x3a');
}

/** A genesis: what concerns consensus of `base`, all else of `state`. */
export function merged(base, state) {
  const of = (top, keep) => Object.entries(top).filter(([key]) => keep(key));
  return Object.fromEntries([...of(base, isConsensus), ...of(state, (key) => !isConsensus(key))]);
}

/** The account of a seed and its session keys, all of that seed, as a specification of a chain names them. */
export function keysOf(uri) {
  const [sr25519, ed25519, ecdsa] = ['sr25519', 'ed25519', 'ecdsa'].map((type) => new Keyring({ type, ss58Format: 42 }).addFromUri(uri));
  const { address } = sr25519;
  // a key of secp256k1 is named by itself, and an account by its hash
  const beefy = encodeAddress(ecdsa.publicKey, 42);
  return { address, keys: { babe: address, grandpa: ed25519.address, authority_discovery: address, beefy } };
}

/** The session keys of validators, in the form of the genesis preset. */
export function sessionKeys(count) {
  return NAMES.slice(0, count).map((name) => {
    const { address, keys } = keysOf(`//${name[0].toUpperCase()}${name.slice(1)}`);
    return [address, address, keys];
  });
}

/**
 * Writes the specification of a chain with `validators` validators and the state of a development chain.
 *
 * @param binary the node's program
 * @param base the folder of the development chain, whose node has ended
 * @param folder the folder for files
 * @returns the specification's file
 */
export function specification({ binary, base, folder, validators }) {
  const spec = JSON.parse(ask(binary, ['export-chain-spec', '--chain', 'dev']));
  Object.assign(spec, { name: 'Breakwater Bench', id: 'breakwater_bench', chainType: 'Local' });
  spec.genesis.runtimeGenesis.patch.session.keys = sessionKeys(validators);
  const [plain, raw] = [`${folder}/plain.json`, `${folder}/chain.json`];
  writeFileSync(plain, JSON.stringify(spec));
  ask(binary, ['export-chain-spec', '--chain', plain, '--raw', '--output', raw]);
  const chain = JSON.parse(readFileSync(raw, 'utf8'));
  const state = JSON.parse(ask(binary, ['export-state', '--chain', 'dev', '--base-path', base]));
  const { top } = chain.genesis.raw;
  chain.genesis.raw.top = merged(top, state.genesis.raw.top);
  writeFileSync(raw, JSON.stringify(chain));
  return raw;
}

