// SPDX-License-Identifier: Apache-2.0
// Commit and reveal. The secret of a vote is in two files before its hash is sent, and a hash that was written is the one that is
// sent, however often this runs.

import { randomBytes } from 'node:crypto';
import { StoryError } from '../chain.mjs';
import { send as sendCall } from '../operator/run.mjs';
import { counted } from '../operator/amounts.mjs';
import { BadOption } from '../operator/options.mjs';
import { fileOf } from './files.mjs';
import { commitmentOf, nameOf, parseVote } from './votes.mjs';
import { localTime } from './words.mjs';

/** The time before a deadline from which on a reveal waits for no other call of its account: to send it twice costs one fee. */
const NO_MORE_WAITING = 1_800_000;

/** Refuses to send a call while another of the account is on its way: it could be the same one. */
export async function ensureNonePending(court, account) {
  const count = await court.pending(account);
  if (count === 0) return;
  throw new StoryError(`The node's pool has ${counted(count, 'transaction')} of ${account} already. Wait a minute, then run this again.`);
}

/** The ranks of a record are those of a vote. */
const isSame = (ranks, others) => ranks.length === others.length && ranks.every((rank, at) => rank === others[at]);

/** The case in which an account can commit now, and its seat there. */
async function openSeat(court, account, id) {
  const one = await court.case(id);
  const seat = one.votes.get(account);
  if (one.stage.name === 'Commit' && seat === undefined) {
    throw new StoryError(`${account} has no seat in panel ${one.panel} of case ${id}. ./scripts/assess status shows where it has one.`);
  }
  if (one.stage.name !== 'Commit') {
    const told = { Draw: 'Its panel is not drawn yet: wait for it.', Reveal: 'The time to commit is over.' }[one.stage.name];
    throw new StoryError(`Case ${id} takes no commitments now. ${told ?? `It is at the stage ${one.stage.name}, in which no panel votes.`}`);
  }
  if (one.stage.until <= (await court.now())) throw new StoryError(`The time to commit in case ${id} is over. Nothing was sent.`);
  return { one, seat };
}

/** A new record of a vote, with a secret of its own. */
function newRecord(owner, one, { vote, ranks }, said, salt) {
  const record = { ...owner, case: one.case, choices: one.choices.map(nameOf), said, vote, ranks, salt };
  return { ...record, commitment: commitmentOf(record) };
}

/** The record of a vote that may be sent: the one that is there, if it is of this vote, or a new one. */
function recordFor({ votes, owner, one, seat, parsed, said, random }) {
  const found = votes.read(owner);
  const file = fileOf(owner);
  if (found === undefined) {
    if (seat.state !== 'Drawn') {
      throw new StoryError(
        `The chain has a commitment of ${owner.account} in panel ${owner.panel}, and there is no ${file} with its secret. ` +
          'Name the folder that has it with --salts or --backup. One panel takes one commitment, so nothing was sent.',
      );
    }
    return newRecord(owner, one, parsed, said, `0x${random(32).toString('hex')}`);
  }
  if (!isSame(found.ranks, parsed.ranks)) {
    const where = seat.state === 'Drawn' ? 'is written' : 'is on the chain';
    throw new StoryError(
      `A commitment to ${found.said} ${where} for panel ${owner.panel} (${file}), and one panel takes one. Nothing was sent. ` +
        `Say --vote ${found.said} to send the same one again.`,
    );
  }
  if (seat.state === 'Committed' && seat.commitment !== found.commitment) {
    throw new StoryError(
      `The commitment of ${owner.account} on the chain is not that of ${file}. Look for the right file with --salts and --backup.`,
    );
  }
  return found;
}

/**
 * Commits an account to a vote.
 *
 * @param court what the chain says
 * @param votes the files of votes
 * @param reasons of the vote, for the reveal by a watch; can be undefined
 * @param send sends a call and waits until it is final
 * @param random gives random bytes
 */
export async function commit({ court, votes, pair, options, reasons, say, send = sendCall, random = randomBytes }) {
  const account = pair.address;
  const { one, seat } = await openSeat(court, account, options.case);
  if (seat.state === 'Denounced') throw new StoryError(`The vote of ${account} in case ${one.case} was denounced, and no other is taken.`);
  const parsed = parseVote(options.vote, one.choices);
  const owner = { genesis: court.genesis, account, panel: one.panel };
  const said = options.vote.trim().toLowerCase();
  const record = recordFor({ votes, owner, one, seat, parsed, said, random });
  const full = reasons === undefined ? record : { ...record, reasons };
  votes.keep(record);
  if (reasons !== undefined) votes.addReasons(record, reasons);
  say(`The secret of the vote ${full.said} is in ${fileOf(owner)}, in two folders: ${votes.folders.join(' and ')}.`);
  if (seat.state === 'Committed') {
    say(`The chain has this commitment already: ${full.commitment}.`);
  } else {
    await ensureNonePending(court, account);
    const call = court.chain.call('court', 'commitVote', { case: one.case, commitment: full.commitment });
    const { block } = await send(court.chain, pair, call);
    say(`The commitment ${full.commitment} is final in block ${block}.`);
  }
  say(`Reveal the vote from about ${localTime(one.stage.until)} on, or let ./scripts/assess watch do it.`);
  return 0;
}

/** The tasks to reveal of an account: those of a case, or all. */
async function toReveal(court, account, id) {
  const state = await court.assessor(account);
  if (state === undefined) throw new StoryError(`${account} is no assessor, and has no vote to reveal.`);
  const own = state.duties.filter((duty) => id === undefined || duty.case === id);
  const due = own.filter(({ task }) => task === 'Reveal');
  if (due.length > 0) return due;
  const [other] = own;
  if (other === undefined) throw new StoryError(`${account} has no seat${id === undefined ? '' : ` in case ${id}`}. Nothing was sent.`);
  const told = {
    Commit: `No vote is committed in case ${other.case}: say ./scripts/assess commit first.`,
    WaitToReveal: `The time to reveal in case ${other.case} begins at about ${localTime(other.until)}. A vote that is known before can be denounced.`,
    WaitForOutcome: `In case ${other.case} nothing is to be revealed: the vote is revealed, or its time is over.`,
  };
  throw new StoryError(`${told[other.task]} Nothing was sent.`);
}

/**
 * Reveals the vote of one task. Nothing is sent that the chain would refuse: a refused call pays its fee.
 *
 * @param reasons of the vote; undefined to reveal it without
 */
export async function revealOne({ court, votes, pair, duty, reasons, say, send = sendCall }) {
  const owner = { genesis: court.genesis, account: pair.address, panel: duty.panel };
  const record = votes.read(owner);
  if (record === undefined) {
    throw new StoryError(
      `There is no ${fileOf(owner)} with the secret of the vote. Name the folder that has it with --salts or --backup, until ${localTime(duty.until)}.`,
    );
  }
  const [{ votes: seats }, now] = [await court.case(duty.case), await court.now()];
  if (seats.get(pair.address)?.commitment !== record.commitment) {
    throw new StoryError(
      `The commitment of ${pair.address} in case ${duty.case} on the chain is not that of ${fileOf(owner)}. ` +
        'Look for the right file with --salts and --backup. Nothing was sent.',
    );
  }
  if (duty.until <= now) throw new StoryError(`The time to reveal in case ${duty.case} is over. Nothing was sent.`);
  if (duty.until - now > NO_MORE_WAITING) await ensureNonePending(court, pair.address);
  const call = court.chain.call('court', 'revealVote', {
    case: duty.case,
    vote: record.vote,
    salt: record.salt,
    reasons: reasons === undefined ? null : [reasons.hash, reasons.uri],
  });
  const { block } = await send(court.chain, pair, call);
  const why = reasons === undefined ? 'without reasons, so it earns no reward' : `with the reasons at ${reasons.uri}`;
  say(`The vote ${record.said} in case ${duty.case} is revealed in block ${block}, ${why}.`);
}

/** The reasons of a vote: those of the command line, or of its file; undefined if they are to be left out. */
function reasonsFor(record, reasons, options) {
  if (options['no-reasons']) return undefined;
  const found = reasons ?? record?.reasons;
  if (found === undefined) {
    throw new BadOption('Only a vote with reasons is rewarded: name them with --reasons FILE --reasons-uri URI, or say --no-reasons.');
  }
  return found;
}

/** Reveals what an account has committed to. A vote that cannot be revealed is no reason to leave the others. */
export async function reveal({ court, votes, pair, options, reasons, say, send = sendCall }) {
  const duties = await toReveal(court, pair.address, options.case);
  if (reasons !== undefined && duties.length > 1) {
    const cases = duties.map((duty) => duty.case).join(', ');
    throw new BadOption(`Votes are to be revealed in the cases ${cases}, and the reasons are those of one. Name it with --case.`);
  }
  const faults = [];
  for (const duty of duties) {
    try {
      const record = votes.read({ genesis: court.genesis, account: pair.address, panel: duty.panel });
      await revealOne({ court, votes, pair, duty, reasons: reasonsFor(record, reasons, options), say, send });
    } catch (error) {
      if (!(error instanceof StoryError)) throw error;
      faults.push(`Case ${duty.case}: ${error.message}`);
    }
  }
  if (faults.length > 0) throw new StoryError(faults.join('\n'));
  return 0;
}
