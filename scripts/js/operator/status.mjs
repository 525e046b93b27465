// SPDX-License-Identifier: Apache-2.0
// The status of an account: as plain data for programs, and in lines for readers.

import { counted, plainAmount, showAmount, showTime } from './amounts.mjs';
import { MAX_OFFENCES, OFFENCE_WINDOW, REMEMBERED_SESSIONS } from './limits.mjs';
import { offencesThatCount, ownCandidate, secondsUntil, seatStep } from './plan.mjs';

/** The word for what an account is to the validators' pallet. */
const roleOf = (state, own) => (own !== undefined ? 'candidate' : state.leaver !== undefined ? 'former candidate' : 'none');

/**
 * The status of an account as JSON takes it. Amounts are decimal numbers of BRKW in strings.
 *
 * @param state as `readState` gives it
 */
export function statusOf(state) {
  const own = ownCandidate(state);
  const { leaver, limits } = state;
  return {
    account: state.account,
    role: roleOf(state, own),
    session: state.session,
    secondsToNextSession: secondsUntil(state, 1),
    bond: own === undefined ? null : plainAmount(own.bond),
    leastBond: plainAmount(limits.minBond),
    approved: own?.approved ?? false,
    suspended: own?.suspended ?? false,
    offences: own?.offences ?? [],
    offencesThatCount: own === undefined ? 0 : offencesThatCount(state, own),
    seat: { thisSession: state.validators.includes(state.account), nextSession: state.queued.includes(state.account) },
    disabled: state.disabled,
    outlook: seatStep(state).text,
    blocksThisSession: state.authored,
    keys: { onChain: state.keys ?? null, inNode: state.node.holdsKeys ?? null },
    slashes: state.slashes.map(({ session, of, taken }) => ({ session, bondBefore: plainAmount(of), taken: plainAmount(taken) })),
    slashed: plainAmount(state.slashes.reduce((sum, { taken }) => sum + taken, 0n)),
    leaving:
      leaver === undefined
        ? null
        : {
            bond: plainAmount(leaver.bond),
            untilSession: leaver.until,
            canWithdraw: leaver.until <= state.session,
            secondsToWithdraw: leaver.until <= state.session ? 0 : secondsUntil(state, leaver.until - state.session),
          },
    balance: { free: plainAmount(state.balance.free), reserved: plainAmount(state.balance.reserved) },
    node: { isValidator: state.node.roles.includes('Authority'), isSyncing: state.node.isSyncing, peers: state.node.peers },
  };
}

function suspensionOf(state, own) {
  if (!own.suspended) return 'no';
  const { minBond } = state.limits;
  const bond = own.bond < minBond ? `, after ${showAmount(minBond - own.bond)} are added to the bond` : '';
  return `yes, until validators.resume${bond} (./scripts/operator resume)`;
}

function offencesOf(state, own) {
  if (own.offences.length === 0) return 'none';
  const count = offencesThatCount(state, own);
  const within = `${count} of them within ${OFFENCE_WINDOW} sessions, of which ${MAX_OFFENCES} end the candidacy`;
  return `in session ${own.offences.join(', ')}; ${within}`;
}

function keysOf({ keys, node }) {
  if (keys === undefined) return 'not set on the chain';
  if (node.holdsKeys === undefined) return 'set on the chain; the node does not say whether it has them (no unsafe methods here)';
  return `set on the chain, ${node.holdsKeys ? 'in this node' : 'NOT in this node'}`;
}

function leavingOf(state) {
  const { bond, until } = state.leaver;
  const left = until - state.session;
  const time =
    left > 0 ? `in session ${until}, in about ${showTime(secondsUntil(state, left))}` : 'now (./scripts/operator leave)';
  return `bond of ${showAmount(bond)} can be taken back ${time}`;
}

/** The status of an account in lines. */
export function linesOf(state) {
  const own = ownCandidate(state);
  const rows = [
    ['account', state.account],
    ['session', `${state.session}; the next begins in about ${showTime(secondsUntil(state, 1))}`],
    ['role', roleOf(state, own)],
  ];
  if (own !== undefined) {
    rows.push(
      ['bond', `${showAmount(own.bond)}; the least one is ${showAmount(state.limits.minBond)}`],
      ['approved', own.approved ? 'yes' : 'no'],
      ['suspended', suspensionOf(state, own)],
      ['offences', offencesOf(state, own)],
    );
  }
  if (state.leaver !== undefined) rows.push(['leaving', leavingOf(state)]);
  const has = (list) => (list.includes(state.account) ? 'yes' : 'no');
  rows.push(
    [
      'seat',
      `this session: ${has(state.validators)}${state.disabled ? ', but disabled' : ''}; next session: ${has(state.queued)}`,
    ],
    ['outlook', seatStep(state).text],
    ['blocks', `${counted(state.authored, 'block')} in this session`],
    ['keys', keysOf(state)],
    ['slashes', slashesOf(state)],
    ['balance', `${showAmount(state.balance.free)} free, ${showAmount(state.balance.reserved)} held`],
    ['node', nodeOf(state.node)],
  );
  return rows.map(([name, value]) => `${name.padEnd(10)}  ${value}`);
}

function slashesOf({ slashes }) {
  if (slashes.length === 0) return `none in the last ${REMEMBERED_SESSIONS} sessions`;
  return slashes.map(({ session, of, taken }) => `${showAmount(taken)} of ${showAmount(of)} in session ${session}`).join('; ');
}

function nodeOf({ roles, isSyncing, peers }) {
  const role = roles.includes('Authority') ? 'a validator' : 'NOT a validator';
  return `${role}, ${counted(peers, 'peer')}, ${isSyncing ? 'still catching up' : 'not behind'}`;
}
