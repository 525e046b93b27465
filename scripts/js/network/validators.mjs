// SPDX-License-Identifier: Apache-2.0
// Trial of the validators: four of genesis, and a fifth that joins by extrinsics, makes blocks, makes two for one slot,
// and loses a part of its bond and its seat.

import { cpSync } from 'node:fs';
import { Keyring } from '@polkadot/keyring';
import { u8aToHex } from '@polkadot/util';
import { StoryError } from '../chain.mjs';
import { sleep } from '../bench/nodes.mjs';
import { BOND, specification, uriOf } from './genesis.mjs';
import { NetNode, finalise } from './node.mjs';

const FOUNDERS = ['alice', 'bob', 'charlie', 'dave'];
const NEWCOMER = 'eve';
/** The slots of a session: a minute. */
const SLOTS = 20;
const SLOT_SECONDS = 3;
/** Sessions that a step may take before it counts as failed. */
const PATIENCE = 8;

/** Waits until something is so, at most some sessions. */
async function until(so, what) {
  for (const end = Date.now() + PATIENCE * SLOTS * SLOT_SECONDS * 1_000; ; await sleep(1_000)) {
    const found = await so();
    if (found) return found;
    if (Date.now() > end) throw new StoryError(`${what} did not happen within ${PATIENCE} sessions.`);
  }
}

/** The final blocks of all nodes: no two may hold different ones at a height. */
class Finality {
  constructor() {
    this.hashes = new Map();
    this.compared = 0;
  }

  /** Takes in what a node holds for final since the last time. */
  async look(node) {
    const last = await node.finalised();
    for (let number = (node.seen ?? 0) + 1; number <= last; number += 1) {
      const hash = await node.rpc('chain_getBlockHash', [number]);
      const known = this.hashes.get(number);
      if (known !== undefined && known !== hash) {
        throw new StoryError(`Finality contradicts itself: block ${number} is ${known} for one node and ${hash} for ${node.name}.`);
      }
      this.hashes.set(number, hash);
      this.compared += 1;
      node.seen = number;
    }
  }
}

/** The events of a kind in the final blocks from a height on: `{ number, data }`. */
async function eventsOf(api, from, section, method) {
  const last = (await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead())).number.toNumber();
  const found = [];
  for (let number = from; number <= last; number += 1) {
    const at = await api.at(await api.rpc.chain.getBlockHash(number));
    for (const { event } of await at.query.system.events()) {
      if (event.section === section && event.method === method) found.push({ number, data: event.data });
    }
  }
  return found;
}

/** The own funds of the reserve in the native token. */
async function reserveOf(api) {
  const book = await api.query.reserve.books('Native');
  return book.own.toBigInt();
}

export async function validators({ binary, folder, hosts, say }) {
  const spec = specification({ binary, folder, names: FOUNDERS, slots: SLOTS, seats: 1 });
  const make = (name, more = {}) =>
    new NetNode({ hosts, name, binary, spec, base: `${folder}/${name}`, log: `${folder}/${name}.log`, ...more });
  const founders = FOUNDERS.map((name) => make(name, { args: [`--${name}`] }));
  await founders[0].start();
  const bootnodes = [await founders[0].address()];
  for (const node of founders.slice(1)) await node.start(bootnodes);
  const newcomer = make(NEWCOMER, { args: ['--validator'] });
  await newcomer.start(bootnodes);
  const nodes = [...founders, newcomer];
  const finality = new Finality();
  const watch = async () => {
    for (const node of nodes) await finality.look(node);
    return true;
  };
  const api = await founders[0].connect();
  await until(async () => (await watch()) && finality.compared > nodes.length, 'The first final blocks');
  say(`Four validators on hosts of their own make blocks final, in sessions of ${SLOTS} slots. A fifth node follows.`);

  // The newcomer joins, as an operator would.
  const eve = new Keyring({ type: 'sr25519', ss58Format: api.registry.chainSS58 }).addFromUri(uriOf(NEWCOMER));
  const { keys, proof } = await newcomer.rpc('author_rotateKeysWithOwner', [u8aToHex(eve.publicKey)]);
  await finalise(api, eve, api.tx.session.setKeys(keys, proof));
  await finalise(api, eve, api.tx.validators.register(BOND));
  const isValidator = async () => {
    await watch();
    return (await api.query.session.validators()).some((who) => who.eq(eve.address));
  };
  await until(isValidator, 'The seat of the fifth validator');
  const hasBlock = async () => (await watch()) && (await api.query.validators.authored(eve.address)).toNumber() > 0;
  await until(hasBlock, 'A block of the fifth validator');
  say('The fifth has set its keys, registered with a bond, and makes blocks.');

  // A second node with the same keys: it makes blocks for the same slots.
  const reserve = await reserveOf(api);
  const from = finality.hashes.size;
  const twin = make('twin', { args: ['--validator'] });
  cpSync(`${newcomer.base}/chains/breakwater_trial/keystore`, `${twin.base}/chains/breakwater_trial/keystore`, { recursive: true });
  await twin.start(bootnodes);
  const slashed = await until(async () => {
    await watch();
    const found = await eventsOf(api, from, 'validators', 'BondSlashed');
    return found.find(({ data }) => data.who.eq(eve.address));
  }, 'The slash of the fifth validator');
  const offences = await eventsOf(api, from, 'offences', 'Offence');
  const kinds = new Set(offences.map(({ data }) => Buffer.from(data.kind).toString('latin1').replaceAll('\0', '')));
  const amount = slashed.data.amount.toBigInt();
  if (![...kinds].some((kind) => kind.startsWith('babe'))) throw new StoryError(`The two blocks of a slot were not reported, only ${[...kinds].join(', ')}.`);
  say(`It is reported (${[...kinds].join(', ')}) in block ${slashed.number} and loses ${slashed.data.fraction.toHuman()} of its bond.`);
  await twin.stop();

  const isOut = async () => {
    await watch();
    return !(await api.query.session.validators()).some((who) => who.eq(eve.address));
  };
  await until(isOut, 'The loss of the seat');
  const slashes = await eventsOf(api, from, 'validators', 'BondSlashed');
  const taken = slashes.reduce((sum, { data }) => sum + data.amount.toBigInt(), 0n);
  const got = (await reserveOf(api)) - reserve;
  if (got !== taken || taken < amount) throw new StoryError(`The reserve's book rose by ${got}, but ${taken} was slashed.`);
  const candidate = (await api.query.validators.candidates()).find(({ who }) => who.eq(eve.address));
  if (!candidate?.suspended.isTrue) throw new StoryError('The offender is not suspended.');
  if (candidate.bond.toBigInt() !== BOND - taken) throw new StoryError(`The bond is ${candidate.bond}, not ${BOND - taken}.`);
  const reports = await eventsOf(api, from, 'system', 'ExtrinsicFailed');
  await watch();
  say(`The reserve's book has risen by exactly the ${taken} units that were slashed. The offender is suspended and has lost its seat.`);
  say(`${finality.hashes.size} final blocks are the same for all nodes. ${reports.length} extrinsics failed meanwhile.`);
  for (const node of nodes) await node.stop();
  return { trial: 'validators', offences: [...kinds], slashed: String(taken), blocks: finality.hashes.size, failed: reports.length };
}
