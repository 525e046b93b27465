// SPDX-License-Identifier: Apache-2.0
// What the chain and the node say of an account, as plain data, all at one block.

import { u8aToHex } from '@polkadot/util';
import { decodeAddress } from '@polkadot/util-crypto';
import { governed } from './limits.mjs';

const number = (value) => Number(value.toBigInt());

/** A governed number. */
async function parameter(at, name) {
  const stored = await at.query.parameters.parameters({ Validators: name });
  // the variant of the area, the variant of the number, and its value
  return governed(name, stored.isSome ? stored.unwrap().inner.inner.toBigInt() : undefined);
}

/** The answer of a method that the node may refuse: `undefined` then. */
async function perhaps(promise) {
  try {
    return await promise;
  } catch {
    return undefined;
  }
}

/** What the node says of itself. `holdsKeys` is undefined if it does not say, or if there are no keys. */
async function nodeState(provider, keys) {
  const [roles, health, holdsKeys] = await Promise.all([
    provider.send('system_nodeRoles', []),
    provider.send('system_health', []),
    keys === undefined ? undefined : perhaps(provider.send('author_hasSessionKeys', [keys])),
  ]);
  return { roles, ...health, holdsKeys };
}

/**
 * The fee of each call that a step may send, in units. The keys and the proof of `session.setKeys` have the length of the
 * node's own, which are not made yet.
 */
async function feesOf(chain, account, minBond) {
  const { api } = chain;
  const { encodedLength } = api.createType(api.tx.session.setKeys.meta.args[0].type.toString());
  // three signatures of 64 bytes and one of 65
  const proof = `0x${'00'.repeat(3 * 64 + 65)}`;
  const calls = {
    setKeys: api.tx.session.setKeys(`0x${'00'.repeat(encodedLength)}`, proof),
    purgeKeys: api.tx.session.purgeKeys(),
    register: api.tx.validators.register(minBond),
    addBond: api.tx.validators.addBond(minBond),
    resume: api.tx.validators.resume(),
    retire: api.tx.validators.retire(),
    withdrawBond: api.tx.validators.withdrawBond(),
  };
  const entries = Object.entries(calls).map(async ([name, call]) => {
    const { partialFee } = await call.paymentInfo(account);
    return [name, partialFee.toBigInt()];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** The candidates, each with whether it has session keys. */
async function candidatesOf(at) {
  const all = await at.query.validators.candidates();
  const keys = all.length === 0 ? [] : await at.query.session.nextKeys.multi(all.map(({ who }) => who));
  return all.map(({ who, bond, approved, suspended, offences }, index) => ({
    who: who.toString(),
    id: u8aToHex(who.toU8a()),
    bond: bond.toBigInt(),
    approved: approved.isTrue,
    suspended: suspended.isTrue,
    offences: offences.map(number),
    hasKeys: keys[index].isSome,
  }));
}

/**
 * Reads everything that a plan or the status needs.
 *
 * @param chain the connected chain
 * @param account its address
 */
export async function readState(chain, account) {
  const { api, provider } = chain;
  // before the block is chosen: a transaction that comes into it meanwhile does not count as waiting
  const index = await api.rpc.system.accountNextIndex(account);
  const hash = await api.rpc.chain.getBlockHash();
  const at = await api.at(hash);
  const { query, consts } = at;
  const limits = {
    maxValidators: Number(await parameter(at, 'MaxValidators')),
    openSeats: Number(await parameter(at, 'OpenSeats')),
    minBond: await parameter(at, 'ValidatorBond'),
  };
  const [session, validators, queued, disabled, next, candidates, leaver, authored, slashes, system, current, genesis, epoch] =
    await Promise.all([
      query.session.currentIndex(),
      query.session.validators(),
      query.session.queuedKeys(),
      query.session.disabledValidators(),
      query.session.nextKeys(account),
      candidatesOf(at),
      query.validators.leavers(account),
      query.validators.authored(account),
      query.validators.slashes.entries(),
      query.system.account(account),
      query.babe.currentSlot(),
      query.babe.genesisSlot(),
      query.babe.epochIndex(),
    ]);
  const keys = next.isSome ? next.unwrap().toHex() : undefined;
  const addresses = validators.map(String);
  const sessionSlots = number(consts.babe.epochDuration);
  const end = number(genesis) + (number(epoch) + 1) * sessionSlots;
  const place = addresses.indexOf(account);
  return {
    account,
    id: u8aToHex(decodeAddress(account)),
    session: number(session),
    sessionSlots,
    slotsLeft: Math.max(0, end - number(current)),
    slotSeconds: number(consts.babe.expectedBlockTime) / 1_000,
    limits,
    candidates,
    leaver: leaver.isSome ? { bond: leaver.unwrap().bond.toBigInt(), until: number(leaver.unwrap().until) } : undefined,
    keys,
    keyDeposit: consts.session.keyDeposit.toBigInt(),
    least: consts.balances.existentialDeposit.toBigInt(),
    balance: {
      free: system.data.free.toBigInt(),
      reserved: system.data.reserved.toBigInt(),
      frozen: system.data.frozen.toBigInt(),
    },
    validators: addresses,
    queued: queued.map(([who]) => who.toString()),
    disabled: place >= 0 && disabled.some(([index]) => number(index) === place),
    authored: number(authored),
    pending: Math.max(0, number(index) - number(system.nonce)),
    slashes: slashes
      .filter(([key]) => key.args[1].toString() === account)
      .map(([key, value]) => ({
        session: number(key.args[0]),
        of: value.unwrap().of.toBigInt(),
        taken: value.unwrap().taken.toBigInt(),
      }))
      .sort((one, other) => one.session - other.session),
    node: await nodeState(provider, keys),
    fees: await feesOf(chain, account, limits.minBond),
  };
}
