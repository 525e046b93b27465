// SPDX-License-Identifier: Apache-2.0
// The table of those who bore a pool's loss in an incident, from the chain itself: what was recovered for them, by their shares.

import { u8aToHex } from '@polkadot/util';
import { decodeAddress } from '@polkadot/util-crypto';
import { StoryError } from './chain.mjs';

/** The tranches in the order in which they are made whole: the one that lost last is first. */
export const ORDER = ['senior', 'junior'];

/**
 * The parts of `amount` that each tranche gets, after `earlier` was shared out: senior is made whole first, as it pays only what
 * junior could not. Never more than it lost. `lost` are bigints by tranche.
 */
export function partsOf(amount, earlier, lost) {
  const parts = {};
  let [from, to] = [earlier, earlier + amount];
  for (const tranche of ORDER) {
    const upTo = (sum) => (sum < lost[tranche] ? sum : lost[tranche]);
    parts[tranche] = upTo(to) - upTo(from);
    [from, to] = [from - upTo(from), to - upTo(to)];
  }
  return parts;
}

/** The amounts of a tranche's holders, `[account in hex, units]`: the part by their shares, each rounded down. */
function amountsOf(part, holders) {
  const all = holders.reduce((sum, { shares }) => sum + shares, 0n);
  return holders.map(({ account, shares }) => [account, (part * shares) / all]);
}

/**
 * The rows of a table: `{ account, amount }`, in the order of the accounts, one for each. What rounding leaves is in no row, and stays
 * for these underwriters.
 * @param lost what each tranche lost, and `holders` who held its shares, `{ account, shares }` with the account in hex
 */
export function rowsFor({ amount, earlier, lost, holders }) {
  if (amount + earlier > lost.junior + lost.senior) {
    throw new StoryError(`The tranches lost ${lost.junior + lost.senior}, less than ${earlier + amount}.`);
  }
  const parts = partsOf(amount, earlier, lost);
  const sums = new Map();
  for (const tranche of ORDER) {
    for (const [account, units] of amountsOf(parts[tranche], holders[tranche])) {
      sums.set(account, (sums.get(account) ?? 0n) + units);
    }
  }
  const rows = [...sums].filter(([, units]) => units > 0n).map(([account, units]) => ({ account, amount: units }));
  // by the hexadecimal digits, which are those of the bytes
  return rows.sort((a, b) => (a.account < b.account ? -1 : 1));
}

/** The state after a block, of a node that still has it. */
async function stateAfter(api, number) {
  const hash = await api.rpc.chain.getBlockHash(number);
  if (hash.isEmpty) throw new StoryError(`The chain has no block ${number}.`);
  try {
    return await api.at(hash);
  } catch {
    throw new StoryError(`The node does not have the state of block ${number} any more. Ask an archive node.`);
  }
}

/** Who held the shares of a tranche: `{ account, shares }`, those that waited to leave included, which bore the loss too. */
async function holdersOf(state, pool, tranche) {
  const record = (await state.query.pools.pools(pool)).unwrap();
  const epoch = record[tranche].epoch.toNumber();
  const name = tranche[0].toUpperCase() + tranche.slice(1);
  const holders = [];
  for (const [key, slot] of await state.query.pools.positions.entries(pool, name)) {
    const position = slot.unwrap();
    // shares of an earlier epoch are worthless, and bore nothing
    if (position.epoch.toNumber() !== epoch) continue;
    const account = u8aToHex(decodeAddress(key.args[2].toString()));
    holders.push({ account, shares: position.shares.toBigInt() + position.queued.toBigInt() });
  }
  return holders;
}

/**
 * Reads from the chain who bore the loss of `pool` in `incident`, and what it was: `{ asset, at, earlier, lost, holders }`.
 * @param at the block at whose end the shares are counted; that of the chain's own record if it is not given
 * @param earlier what was shared out before; what programmes have of it now if it is not given
 */
export async function readUnderwriters(api, { pool, incident, at, earlier }) {
  const what = `pool ${pool} in incident ${incident}`;
  const [salvage, now] = await Promise.all([api.query.reserve.salvages(incident, pool), api.query.pools.borneLosses(incident, pool)]);
  const known = [salvage, now].find((record) => record.isSome)?.unwrap().heldAt.toNumber();
  const block = at ?? known;
  if (block === undefined) throw new StoryError(`The chain knows of no loss of ${what}, and nothing was recovered for it. Name its block with --at.`);
  // the loss is complete after the block that follows
  const [before, after] = await Promise.all([stateAfter(api, block), stateAfter(api, block + 1)]);
  const record = await after.query.pools.borneLosses(incident, pool);
  if (record.isNone) throw new StoryError(`Block ${block + 1} took no capital of ${what}.`);
  const lost = record.unwrap();
  if (known !== undefined && known !== block) throw new StoryError(`The chain says that the holders of block ${known} bore the loss of ${what}, not of ${block}.`);
  const inProgrammes = salvage.isSome ? salvage.unwrap().received.toBigInt() - salvage.unwrap().left.toBigInt() : 0n;
  const asset = (await before.query.pools.pools(pool)).unwrap().asset;
  const [senior, junior] = await Promise.all(ORDER.map((tranche) => holdersOf(before, pool, tranche)));
  return {
    asset: asset.toJSON(),
    at: block,
    earlier: earlier ?? inProgrammes,
    lost: { junior: lost.junior.toBigInt(), senior: lost.senior.toBigInt() },
    holders: { junior, senior },
  };
}
