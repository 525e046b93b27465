// SPDX-License-Identifier: Apache-2.0
// The steps of an operator, as they follow from the state alone. No chain is asked here.
//
// A step has a status: `done` is so already, `next` is a transaction to send, `wait` is a thing that time or others bring,
// `note` is to be known, and `stop` is what the operator has to mend before the steps after it.

import { counted, showAmount, showTime } from './amounts.mjs';
import { MAX_CANDIDATES, MAX_OFFENCES, OFFENCE_WINDOW, REMEMBERED_SESSIONS } from './limits.mjs';
import { named, seated } from './seats.mjs';

const done = (text) => ({ status: 'done', text });
const note = (text) => ({ status: 'note', text });
const stop = (text) => ({ status: 'stop', text });
/** A step that waits; `proposal` is what a referendum has to decide. */
const wait = (text, proposal) => ({ status: 'wait', text, ...(proposal && { proposal }) });
const next = (text, section, method, args = {}) => ({ status: 'next', text, call: { section, method, args } });

/** The account among the candidates, if it is one. */
export const ownCandidate = (state) => state.candidates.find(({ who }) => who === state.account);

/** The seconds until so many sessions have begun. */
export function secondsUntil(state, sessions) {
  return (state.slotsLeft + (sessions - 1) * state.sessionSlots) * state.slotSeconds;
}

/** `in about 2 hours`, with the session. */
const when = (state, sessions) => `with session ${state.session + sessions}, in about ${showTime(secondsUntil(state, sessions))}`;

/** The offences that count for the end of the candidacy, if one more came now. */
export const offencesThatCount = (state, { offences }) => offences.filter((one) => state.session - one < OFFENCE_WINDOW).length;

/** Whether the node can be a validator's. */
function nodeStep({ node }) {
  if (!node.roles.includes('Authority')) {
    return stop('The node is not a validator: start it with --validator, or give the address of the one that is.');
  }
  if (node.isSyncing) return stop('The node is still catching up with the chain. Wait until it has, then run this again.');
  if (node.shouldHavePeers && node.peers === 0) {
    return stop(
      'The node has no peers: none of its blocks reaches others. Check --bootnodes and the firewall, then run this again.',
    );
  }
  return done(`The node is a validator's, has ${counted(node.peers, 'peer')}, and is not behind.`);
}

/** Whether the account can pay. `costs` are `[what, amount]`, held; `calls` are the names of the calls to send. */
function moneyStep(state, costs, calls) {
  const { free, reserved, frozen } = state.balance;
  const fees = calls.reduce((sum, name) => sum + state.fees[name], 0n);
  const needed = costs.reduce((sum, [, amount]) => sum + amount, fees + state.least);
  const parts = [...costs.map(([what, amount]) => `${what} ${showAmount(amount)}`), `fees of about ${showAmount(fees)}`];
  const sum = `${parts.join(', ')}, and ${showAmount(state.least)} that stay`;
  if (free < needed) {
    return stop(
      `The account lacks ${showAmount(needed - free)}: it has ${showAmount(free)} free, and needs ${showAmount(needed)} ` +
        `(${sum}). Send the rest to ${state.account}, then run this again.`,
    );
  }
  const locked = frozen - reserved;
  const payable = free - (locked > state.least ? locked : state.least);
  if (payable < fees) {
    return stop(
      `The account cannot pay the fees of about ${showAmount(fees)}: ${showAmount(locked)} are locked, by votes for example. ` +
        `Send some to ${state.account}, then run this again.`,
    );
  }
  return done(`The account has ${showAmount(free)} free, enough for what is needed: ${sum}.`);
}

/** The transaction that sets session keys: those of a file, or new ones of the node. */
const setKeys = (text, given) => ({
  ...next(text, 'session', 'setKeys', given),
  ...(given === undefined && { keysFromNode: true }),
});

/** Whether the account's session keys are set and in the node. */
function keysStep(state, { newKeys = false, given, command }) {
  const { keys, node } = state;
  const isSeated = ownCandidate(state) !== undefined || state.validators.includes(state.account);
  const old =
    keys !== undefined && isSeated ? ' The old ones sign for two sessions more: the node that has them has to go on.' : '';
  if (given !== undefined && given.keys !== keys) return setKeys(`The session keys of the file are set.${old}`, given);
  if (newKeys) return setKeys(`The node makes new session keys, and they are set.${old}`);
  if (keys === undefined) {
    if (command !== 'join') return stop('The account has no session keys. ./scripts/operator join sets them.');
    return setKeys('The account has no session keys. The node makes them, and they are set.');
  }
  if (node.holdsKeys === true) return done('Session keys are set, and the node has them.');
  if (node.holdsKeys === undefined) {
    return note(
      'Session keys are set. The node does not say whether it has them, as it serves no unsafe methods here. ' +
        'Ask it on its own machine.',
    );
  }
  if (isSeated) {
    return stop(
      'The session keys of the account are not in this node. Give the address of the node that has them. If they are lost, ' +
        './scripts/operator join --new-keys sets new ones.',
    );
  }
  return command === 'join'
    ? setKeys('The session keys of the account are not in this node. It makes new ones, and they are set.')
    : note('The session keys of the account are not in this node.');
}

/** Whether the keys step of `join` sends a transaction. */
const setsKeys = (step) => step.call?.method === 'setKeys';

/** The seat of a candidate, or what it waits for. */
export function seatStep(state) {
  const own = ownCandidate(state);
  const isNow = state.validators.includes(state.account);
  const isNext = state.queued.includes(state.account);
  const later = own !== undefined && named(state.candidates, state.limits).includes(state.account);
  if (isNow) {
    const blocks = `${counted(state.authored, 'block')} so far`;
    const disabled = state.disabled ? ' It is disabled until the session ends.' : '';
    const ends = isNext ? '' : ' It has none in the next session.';
    return done(`The account has a seat in this session, ${state.session}, with ${blocks}.${disabled}${ends}`);
  }
  if (isNext) return wait(`The seat comes ${when(state, 1)}. Keep the node going.`);
  if (own === undefined) return note('The account is no candidate, and has no seat.');
  if (later) return wait(`The seat comes ${when(state, 2)}, if nothing changes before the session ends. Keep the node going.`);
  if (own.suspended) return wait('A suspended candidate gets no seat.');
  if (!own.hasKeys) return wait('A candidate without session keys gets no seat.');
  const { maxValidators, openSeats } = state.limits;
  if (own.approved) {
    return wait(`All seats (${maxValidators}) are taken by approved candidates. A larger bond comes first: --bond adds to it.`);
  }
  const proposal = { section: 'validators', method: 'approve', args: { who: state.account } };
  const after = 'The seat comes two sessions after that.';
  if (openSeats === 0) {
    return wait(`A referendum has to approve the candidate, as there are no open seats. ${after}`, proposal);
  }
  const others = named(state.candidates, state.limits);
  const open = state.candidates.filter(({ who, approved }) => others.includes(who) && !approved);
  const smallest = open.reduce((least, { bond }) => (least === undefined || bond < least ? bond : least), undefined);
  const way =
    smallest === undefined ? 'No seat is left for it now.' : `A bond above ${showAmount(smallest)} gets one, with --bond.`;
  const taken = `All open seats are taken (${openSeats} at most, of ${counted(maxValidators, 'seat')}).`;
  return wait(`${taken} ${way} Or a referendum approves the candidate. ${after}`, proposal);
}

/** The state as it would be with the account among the candidates. */
function asCandidate(state, bond) {
  const own = { who: state.account, id: state.id, bond, approved: false, suspended: false, offences: [], hasKeys: true };
  return { ...state, candidates: [...state.candidates, own] };
}

/** A sentence about the bond of a former candidate. */
function heldBond(state) {
  const { bond, until } = state.leaver;
  const left = until - state.session;
  const time = left > 0 ? `from session ${until} on, in about ${showTime(secondsUntil(state, left))}` : 'now';
  return `The bond of ${showAmount(bond)} of an earlier candidacy is held. It can be taken back ${time}.`;
}

/** The step that makes a candidate of the account, or adds to its bond. */
function bondStep(state, bond) {
  const own = ownCandidate(state);
  const { minBond } = state.limits;
  if (own !== undefined) {
    if (bond === undefined || bond <= own.bond) return done(`The account is a candidate with a bond of ${showAmount(own.bond)}.`);
    const amount = bond - own.bond;
    return next(`The bond rises by ${showAmount(amount)} to ${showAmount(bond)}.`, 'validators', 'addBond', { amount });
  }
  const given = bond ?? minBond;
  if (given < minBond) return stop(`A bond of ${showAmount(given)} is too small: the least one is ${showAmount(minBond)}.`);
  if (state.candidates.length >= MAX_CANDIDATES) {
    const open = state.candidates.filter(({ approved }) => !approved);
    const smallest = open.reduce((least, one) => (least === undefined || one.bond < least ? one.bond : least), undefined);
    if (smallest === undefined) {
      return stop(`All ${MAX_CANDIDATES} places of candidates are taken by approved ones. Wait until one leaves.`);
    }
    if (given <= smallest) {
      return stop(
        `All ${MAX_CANDIDATES} places of candidates are taken. A bond above ${showAmount(smallest)} gets one, with --bond.`,
      );
    }
  }
  return next(`The account becomes a candidate, with a bond of ${showAmount(given)}.`, 'validators', 'register', { bond: given });
}

/**
 * The steps to a validator's seat.
 *
 * @param state of the account
 * @param options `bond` in units, `newKeys`, and `given` keys with their proof
 */
export function planJoin(state, { bond, newKeys = false, given } = {}) {
  if (state.leaver !== undefined) {
    return [
      stop(`${heldBond(state)} ./scripts/operator leave takes it back; then the account can join again. Or use another account.`),
    ];
  }
  const own = ownCandidate(state);
  const keys = keysStep(state, { newKeys, given, command: 'join' });
  const candidacy = bondStep(state, bond);
  const costs = [];
  const calls = [];
  if (setsKeys(keys)) {
    if (state.keys === undefined) costs.push(['the key deposit', state.keyDeposit]);
    calls.push('setKeys');
  }
  if (candidacy.call !== undefined) {
    costs.push(['the bond', candidacy.call.args.bond ?? candidacy.call.args.amount]);
    calls.push(candidacy.call.method);
  }
  const steps = [nodeStep(state)];
  // before anything is sent for a candidacy that cannot be
  if (candidacy.status === 'stop') return [...steps, candidacy];
  if (calls.length > 0) steps.push(moneyStep(state, costs, calls));
  steps.push(keys.status === 'note' && own === undefined ? stop(keys.text) : keys, candidacy);
  if (own?.suspended) {
    const why = 'The candidate is suspended for an offence, and gets no seat.';
    return [...steps, stop(`${why} Mend its cause, then use ./scripts/operator resume.`)];
  }
  const after = own === undefined ? asCandidate(state, candidacy.call.args.bond) : state;
  if (after.candidates.find(({ who }) => who === state.account).approved)
    steps.push(done('A referendum has approved the candidate.'));
  // what a larger bond or new keys bring is told once they are there
  steps.push(seatStep(after));
  return steps;
}

/**
 * The steps out of a suspension.
 *
 * @param state of the account
 * @param options `addBond`: fill the bond up to the least one
 */
export function planResume(state, { addBond = false } = {}) {
  const own = ownCandidate(state);
  if (own === undefined) {
    const why = state.leaver === undefined ? '' : ` ${heldBond(state)}`;
    return [stop(`The account is no candidate, so that there is nothing to resume.${why}`)];
  }
  if (!own.suspended) return [done('The candidate is not suspended.'), seatStep(state)];
  const steps = [nodeStep(state), keysStep(state, { command: 'resume' })];
  const count = offencesThatCount(state, own);
  if (count >= MAX_OFFENCES - 1) {
    const first = own.offences.filter((one) => state.session - one < OFFENCE_WINDOW).at(1 - MAX_OFFENCES);
    const end = `One more before session ${first + OFFENCE_WINDOW} ends the candidacy.`;
    steps.push(note(`It has ${counted(count, 'offence')} within a week. ${end}`));
  }
  const missing = state.limits.minBond - own.bond;
  const isShort = missing > 0n;
  if (isShort && !addBond) {
    steps.push(
      stop(
        `The bond of ${showAmount(own.bond)} is below the least one, ${showAmount(state.limits.minBond)}. ` +
          `With --add-bond the missing ${showAmount(missing)} are added.`,
      ),
    );
  }
  const adds = isShort && addBond;
  steps.push(moneyStep(state, adds ? [['the rest of the bond', missing]] : [], [...(adds ? ['addBond'] : []), 'resume']));
  if (adds) steps.push(next(`The bond is filled up with ${showAmount(missing)}.`, 'validators', 'addBond', { amount: missing }));
  steps.push(next('The suspension ends.', 'validators', 'resume'));
  const freed = state.candidates.map((one) => (one === own ? { ...one, suspended: false } : one));
  steps.push(seatStep({ ...state, candidates: freed }));
  return steps;
}

/**
 * The steps out of a candidacy.
 *
 * @param state of the account
 * @param options `purgeKeys`: take the session keys off the chain at last, with their deposit
 */
export function planLeave(state, { purgeKeys = false } = {}) {
  const own = ownCandidate(state);
  const keep = 'Keep the node going until the seats are over: a session without a block is an offence still.';
  const lists = [state.validators, state.queued];
  const seats = ['this session', 'the next session'].filter((_, index) => lists[index].includes(state.account));
  const withSeat = seats.length > 0 ? [wait(`The account has a seat in ${seats.join(' and ')}. ${keep}`)] : [];
  if (own !== undefined) {
    const others = state.candidates.filter((one) => one !== own);
    if (seated(others, state.limits).length === 0) {
      return [stop('No other candidate could be a validator, and the chain needs one. Wait for another.')];
    }
    const held = `The bond of ${showAmount(own.bond)} stays held for the cooldown, and can be slashed until then.`;
    const cooldown = showTime(secondsUntil(state, REMEMBERED_SESSIONS + 2));
    return [
      moneyStep(state, [], ['retire']),
      next(`The candidacy ends. ${held}`, 'validators', 'retire'),
      ...withSeat,
      wait(`The bond can be taken back after the cooldown of about ${cooldown}. Run this again then.`),
    ];
  }
  if (state.leaver !== undefined) {
    const steps = [done('The candidacy has ended.'), ...withSeat];
    if (state.leaver.until > state.session) return [...steps, wait(`${heldBond(state)} Run this again then.`)];
    return [
      ...steps,
      moneyStep(state, [], ['withdrawBond']),
      next(`The bond of ${showAmount(state.leaver.bond)} is taken back.`, 'validators', 'withdrawBond'),
    ];
  }
  const steps = [done('The account is no candidate, and no bond of it is held.'), ...withSeat];
  if (state.keys === undefined || withSeat.length > 0) return steps;
  const off = 'taken off, and their deposit is free again';
  if (!purgeKeys) return [...steps, note(`Its session keys are still on the chain. With --purge-keys they are ${off}.`)];
  return [...steps, moneyStep(state, [], ['purgeKeys']), next(`The session keys are ${off}.`, 'session', 'purgeKeys')];
}
