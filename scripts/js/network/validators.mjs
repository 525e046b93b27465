// SPDX-License-Identifier: Apache-2.0
// Trial of the validators: four of genesis, and a fifth that joins by extrinsics, makes blocks, makes two for one slot,
// and loses a part of its bond and its seat.

import { cpSync } from 'node:fs';
import { Keyring } from '@polkadot/keyring';
import { u8aToHex } from '@polkadot/util';
import { StoryError } from '../chain.mjs';
import { Finality, eventsOf } from './finality.mjs';
import { BOND, specification, uriOf } from './genesis.mjs';
import { NetNode, finalise, until as untilWithin } from './node.mjs';

const FOUNDERS = ['alice', 'bob', 'charlie', 'dave'];
const NEWCOMER = 'eve';
/** The slots of a session: a minute. */
const SLOTS = 20;
const SLOT_SECONDS = 3;
/** Sessions that a step may take before it counts as failed. */
const PATIENCE = 8;

/** Waits until something is so, at most some sessions. */
const until = (so, what) => untilWithin(so, what, PATIENCE * SLOTS * SLOT_SECONDS);

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
  const bootnodes = [founders[0].address()];
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
  const [source, target] = [newcomer, twin].map(({ base }) => `${base}/chains/breakwater_trial/keystore`);
  cpSync(source, target, { recursive: true });
  await twin.start(bootnodes);
  const slashed = await until(async () => {
    await watch();
    const found = await eventsOf(api, from, ['validators.BondSlashed']);
    return found.find(({ data }) => data.who.eq(eve.address));
  }, 'The slash of the fifth validator');
  const offences = await eventsOf(api, from, ['offences.Offence']);
  const kinds = new Set(offences.map(({ data }) => Buffer.from(data.kind).toString('latin1').replaceAll('\0', '')));
  const amount = slashed.data.amount.toBigInt();
  const words = [...kinds].join(', ');
  if (!words.includes('babe')) throw new StoryError(`The two blocks of a slot were not reported, only ${words}.`);
  say(`It is reported (${words}) in block ${slashed.number} and loses ${slashed.data.fraction.toHuman()} of its bond.`);
  await twin.stop();

  const isOut = async () => {
    await watch();
    return !(await api.query.session.validators()).some((who) => who.eq(eve.address));
  };
  await until(isOut, 'The loss of the seat');
  const slashes = await eventsOf(api, from, ['validators.BondSlashed']);
  const taken = slashes.reduce((sum, { data }) => sum + data.amount.toBigInt(), 0n);
  const got = (await reserveOf(api)) - reserve;
  if (got !== taken || taken < amount) throw new StoryError(`The reserve's book rose by ${got}, but ${taken} was slashed.`);
  const candidate = (await api.query.validators.candidates()).find(({ who }) => who.eq(eve.address));
  if (!candidate?.suspended.isTrue) throw new StoryError('The offender is not suspended.');
  if (candidate.bond.toBigInt() !== BOND - taken) throw new StoryError(`The bond is ${candidate.bond}, not ${BOND - taken}.`);
  const reports = await eventsOf(api, from, ['system.ExtrinsicFailed']);
  await watch();
  say(`The reserve's book has risen by exactly the ${taken} units that were slashed.`);
  say('The offender is suspended and has lost its seat.');
  say(`${finality.hashes.size} final blocks are the same for all nodes. ${reports.length} extrinsics failed meanwhile.`);
  for (const node of nodes) await node.stop();
  const figures = { blocks: finality.hashes.size, failed: reports.length };
  return { trial: 'validators', offences: [...kinds], slashed: String(taken), ...figures };
}
