// SPDX-License-Identifier: Apache-2.0
// What the chain says of assessors and cases, as plain data.

import { StoryError } from '../chain.mjs';
import { BadOption } from '../operator/options.mjs';
import { plainChoice } from './votes.mjs';

/** A chain whose newest block is so much older than this machine's clock is a replay, which has a clock of its own. */
const REPLAY = 30 * 86_400_000;

const number = (value) => Number(value.toBigInt());
const optional = (value, read) => (value.isSome ? read(value.unwrap()) : undefined);
/** An amount of the runtime API in its own words. */
const words = (amount) => amount.text.toString();

/** A deadline of active time as wall-clock time, in milliseconds: an estimate, as active time stands still while the chain does. */
const estimate = (deadline, now) => now + number(deadline.left.millis);

/** The stage of a case: its name, and what there is with it. */
function stageOf(stage, now) {
  const { type } = stage;
  if (['Commit', 'Reveal', 'Appeal'].includes(type)) return { name: type, until: estimate(stage.inner.until, now) };
  if (type === 'Draw') return { name: type, session: stage.asDraw.session.toNumber() };
  if (type === 'LastAppeal') return { name: type, referendum: optional(stage.asLastAppeal.referendum, number) };
  return { name: type };
}

/** The vote of a seat: `Drawn`, `Committed`, `Denounced` or `Revealed`, and the commitment. */
const voteOf = (vote) => ({ state: vote.type, commitment: vote.isCommitted ? vote.asCommitted.toHex() : undefined });

/** A case of the runtime API. */
function caseOf(record, now) {
  const { subject } = record;
  return {
    case: number(record.case),
    subject: subject.isIncident ? { incident: number(subject.asIncident) } : { report: number(subject.asReport) },
    stage: stageOf(record.stage, now),
    choices: record.choices.map(({ choice }) => plainChoice(choice)),
    referenda: record.choices.map(({ referendum }) => optional(referendum, number)),
    level: number(record.level),
    panel: optional(record.panel, number),
    seats: record.seats.reduce((sum, { seats }) => sum + number(seats), 0),
    voters: record.seats.length,
    votes: new Map(record.seats.map(({ who, vote }) => [who.toString(), voteOf(vote)])),
  };
}

/** A task of an assessor's seats in a panel. */
const dutyOf = (duty, now) => ({
  case: number(duty.case),
  panel: number(duty.panel),
  seats: number(duty.seats),
  stake: words(duty.stake),
  task: duty.task.type,
  until: optional(duty.until, (until) => estimate(until, now)),
});

/** An assessor of the runtime API. */
const assessorOf = (state, now) => ({
  stake: words(state.stake),
  arriving: words(state.arriving),
  hasArriving: state.arriving.units.toBigInt() > 0n,
  activation: estimate(state.activation, now),
  leaving: words(state.leaving),
  hasLeaving: state.leaving.units.toBigInt() > 0n,
  withdrawal: estimate(state.withdrawal, now),
  locked: words(state.locked),
  voter: optional(state.voter, String),
  uri: state.uri.toString(),
  drawn: number(state.drawn),
  coherent: number(state.coherent),
  absent: number(state.absent),
  duties: state.duties.map((duty) => dutyOf(duty, now)),
});

/** What the court says at the newest block. */
export class Court {
  /** @param chain the connected chain */
  constructor(chain) {
    if (chain.api.query.court?.cases === undefined) throw new BadOption('The chain at --url has no court. Name a node of Breakwater.');
    this.chain = chain;
    this.genesis = chain.genesis.toHex();
  }

  /** The present, in milliseconds: this machine's time, or that of a replay. */
  async now() {
    return (await this.times()).now;
  }

  /** The present, and the age of the newest block, both in milliseconds. */
  async times(clock = Date.now()) {
    const newest = Number(await this.chain.time());
    const age = clock - newest;
    return age < 0 || age > REPLAY ? { now: newest, age: 0 } : { now: clock, age };
  }

  /** The calls of an account that wait in the node's pool. */
  async pending(account) {
    const { api } = this.chain;
    const [next, { nonce }] = await Promise.all([api.rpc.system.accountNextIndex(account), api.query.system.account(account)]);
    return Math.max(0, next.toNumber() - nonce.toNumber());
  }

  /** An assessor; undefined for another account. */
  async assessor(account) {
    const [state, now] = await Promise.all([this.chain.read('assessorState', account), this.now()]);
    return optional(state, (one) => assessorOf(one, now));
  }

  /** A case. */
  async case(id) {
    const [record, now] = await Promise.all([this.chain.read('courtCase', id), this.now()]);
    if (record.isNone) throw new BadOption(`There is no case ${id}, or its record is removed. ./scripts/assess cases lists those that are open.`);
    return caseOf(record.unwrap(), now);
  }

  /** All cases that have not ended, the newest first. */
  async openCases() {
    const [found, now] = [[], await this.now()];
    for (let after = null; ; ) {
      const { items, next } = await this.chain.read('courtCases', after, 0);
      found.push(...items.map((record) => caseOf(record, now)));
      if (next.isNone) return found.filter(({ stage }) => stage.name !== 'Ended');
      after = next.unwrap().toNumber();
    }
  }

  /** The time to reveal in a case, in milliseconds of active time: that of the block that opened it. */
  async revealPeriod(id) {
    return number((await this.chain.api.query.court.cases(id)).unwrap().limits.revealPeriod);
  }

  /** What each choice of a case says, by its place: `{ verdict, uri }`. */
  async verdicts({ subject, choices }) {
    if (subject.incident === undefined) {
      return choices.map((choice) => ({ verdict: choice === 'NotCovered' ? "the manager's decision stands" : "the reporter's claim" }));
    }
    const state = await this.chain.read('incidentState', subject.incident);
    const proposals = optional(state, (incident) => [...incident.proposals]) ?? [];
    return choices.map((choice) => {
      if (choice === 'NotCovered') return { verdict: 'no covered event happened' };
      const proposal = proposals.find((one) => number(one.proposal) === choice.Proposal);
      return proposal === undefined ? { verdict: 'unknown' } : { verdict: inWords(proposal.verdict), uri: proposal.uri.toString() };
    });
  }

  /** The evidence on a case in the last blocks: `{ block, who, hash, uri }`. */
  async evidence(id, blocks) {
    const { api } = this.chain;
    const newest = (await api.rpc.chain.getHeader()).number.toNumber();
    const found = [];
    for (let block = Math.max(1, newest - blocks + 1); block <= newest; block += 1) {
      for (const { event } of await this.eventsOf(block)) {
        if (event.section !== 'court' || event.method !== 'EvidenceSubmitted') continue;
        const [of, who, hash, uri] = event.data;
        if (number(of) === id) found.push({ block, who: who.toString(), hash: hash.toHex(), uri: Buffer.from(uri.toU8a(true)).toString() });
      }
    }
    return found;
  }

  /** The events of a block, if the node still has its state. */
  async eventsOf(block) {
    const { api } = this.chain;
    try {
      const at = await api.at(await api.rpc.chain.getBlockHash(block));
      return await at.query.system.events();
    } catch (error) {
      throw new StoryError(
        `The node does not say what happened in block ${block}: ${error.message.replace(/\.?$/, '.')} Take fewer blocks with --evidence, ` +
          'or a node that keeps all states.',
      );
    }
  }
}

/** A verdict for readers. */
function inWords(verdict) {
  if (verdict.isNotCovered) return 'no covered event happened';
  if (verdict.isAverage) return `the binding average was ${verdict.asAverage.average.text}, from ${verdict.asAverage.occurredAt.utc} on`;
  const { occurredAt, table } = verdict.asLosses;
  return `${table.leaves} accounts lost ${table.total.text} at ${occurredAt.utc}, root ${table.root.toHex()}`;
}
