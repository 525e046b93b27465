// SPDX-License-Identifier: Apache-2.0
// Follows the blocks for an assessor: tells of new seats and deadlines, and reveals votes in their time. All that it knows is on
// the chain and in the files of votes, so that it can be ended and started at any time.

import { StoryError } from '../chain.mjs';
import { revealOne } from './commands.mjs';
import { dutyLine, ESTIMATE, localTime } from './words.mjs';
import { showTime } from '../operator/amounts.mjs';

const HOUR = 3_600_000;
/** The time before a deadline at which it is warned of. */
const WARNINGS = [24 * HOUR, 6 * HOUR, 2 * HOUR, HOUR / 2];
/** The time before the end of the reveal at which a vote is revealed without reasons, if there are none. */
const LAST_TIME = 2 * HOUR;

/** The sharpest of the warnings that are due; undefined if none is. */
export function warningDue(left) {
  return WARNINGS.filter((time) => left <= time).at(-1);
}

export class Watch {
  /** @param send sends a call and waits until it is final; undefined for the usual way */
  constructor({ votes, pair, reasons, say, send }) {
    Object.assign(this, { votes, pair, reasons, say, send });
    this.told = new Set();
    this.faults = new Map();
  }

  /** Says something once. */
  once(key, text) {
    if (this.told.has(key)) return;
    this.told.add(key);
    this.say(text);
  }

  /** Looks at the newest block; the tasks that are left. */
  async look(court) {
    const [state, now] = [await court.assessor(this.pair.address), await court.now()];
    if (state === undefined) {
      this.once('none', `${this.pair.address} is no assessor yet. It becomes one with court.stake.`);
      return [];
    }
    for (const duty of state.duties) {
      this.once(`${duty.panel} ${duty.task}`, `${this.told.has(`panel ${duty.panel}`) ? '' : 'Seat: '}${dutyLine(duty, now)}`);
      this.told.add(`panel ${duty.panel}`);
      await this.tried(court, duty, now);
    }
    return state.duties.filter(({ task }) => task !== 'WaitForOutcome');
  }

  /** Follows one task. What fails is said once, and is no reason to leave the others. */
  async tried(court, duty, now) {
    try {
      await this.follow(court, duty, now);
      this.faults.delete(duty.panel);
    } catch (error) {
      if (court.chain.lost || !(error instanceof StoryError)) throw error;
      if (this.faults.get(duty.panel) !== error.message) this.say(`Case ${duty.case}: ${error.message}`);
      this.faults.set(duty.panel, error.message);
    }
  }

  /** Warns of a deadline, and reveals. */
  async follow(court, duty, now) {
    if (duty.until === undefined) return;
    const left = duty.until - now;
    const owner = { genesis: court.genesis, account: this.pair.address, panel: duty.panel };
    const record = duty.task === 'Commit' ? undefined : this.votes.read(owner);
    if (duty.task !== 'Commit' && record === undefined) {
      this.once(`lost ${duty.panel}`, `WARNING: the secret of the vote in case ${duty.case} is in none of ${this.votes.folders.join(', ')}. Put its file there.`);
      return;
    }
    const warning = duty.task === 'WaitToReveal' ? undefined : warningDue(left);
    if (warning !== undefined && left > 0) {
      const what = duty.task === 'Commit' ? 'no vote is committed' : 'the vote is not revealed';
      this.once(`${duty.panel} ${duty.task} ${warning}`, `WARNING: ${what} in case ${duty.case}, and about ${showTime(left / 1_000)} are left, until ${localTime(duty.until)}.`);
    }
    if (duty.task === 'Reveal') await this.reveal(court, duty, record, left);
  }

  /** Reveals a vote, with its reasons; without them only when the time is nearly over. */
  async reveal(court, duty, record, left) {
    const reasons = record.reasons ?? this.reasons;
    if (reasons === undefined && left > LAST_TIME) {
      this.once(
        `reasons ${duty.panel}`,
        `Only a vote with reasons is rewarded. Say ./scripts/assess reveal --case ${duty.case} --reasons FILE --reasons-uri URI. ` +
          'Two hours before the end it is revealed without.',
      );
      return;
    }
    const { votes, pair, say, send } = this;
    await revealOne({ court, votes, pair, duty, reasons, say, ...(send && { send }) });
  }

  /** Follows the blocks until the connection is lost, or until no task is left if that is asked for. */
  async follows(court, { poll, untilIdle }) {
    for (;;) {
      const left = await this.look(court);
      if (untilIdle && left.length === 0) return true;
      if (court.chain.lost) throw new StoryError('The connection to the node is lost.');
      await new Promise((done) => setTimeout(done, poll * 1_000));
    }
  }

  /** Says what the times are. */
  begin() {
    this.say(`Watching for ${this.pair.address}. Ctrl-C ends it; it can be started again at any time. ${ESTIMATE}`);
  }
}
