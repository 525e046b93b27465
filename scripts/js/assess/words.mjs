// SPDX-License-Identifier: Apache-2.0
// An assessor's state, tasks and cases in words, with local times.

import { counted, showTime } from '../operator/amounts.mjs';
import { nameOf, namesOf } from './votes.mjs';

const two = (number) => String(number).padStart(2, '0');

/** A time of this machine's zone, with the zone: `2026-11-29 21:43 (UTC+01:00)`. */
export function localTime(millis) {
  const date = new Date(millis);
  const minutes = -date.getTimezoneOffset();
  const zone = `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())} (${zone})`;
}

/** A deadline, and how long it is until then. */
export function until(millis, now) {
  const left = millis - now;
  return left <= 0 ? 'over' : `${localTime(millis)}, in about ${showTime(left / 1_000)}`;
}

/** A task whose time is over, and has not been followed by the next stage yet. */
const OVER = {
  Commit: 'The time to commit is over, and no vote is committed.',
  WaitToReveal: 'Committed. The time to reveal begins with one of the next blocks.',
  Reveal: 'The time to reveal is over, and the vote is not revealed.',
};

/** What to do in a panel. */
export function dutyLine(duty, now) {
  const seats = `case ${duty.case}, panel ${duty.panel}: ${counted(duty.seats, 'seat')}, ${duty.stake} locked`;
  if (duty.until === undefined) return `${seats}. Nothing to do. What is left of the stake is free when the case has ended.`;
  if (duty.until <= now) return `${seats}. ${OVER[duty.task] ?? duty.task}`;
  const by = until(duty.until, now);
  const tasks = {
    Commit: `Commit to a vote until ${by}: ./scripts/assess commit --case ${duty.case} --vote ...`,
    WaitToReveal: `Committed. Reveal the vote from ${by} on; ./scripts/assess watch does it by itself.`,
    Reveal: `Reveal the vote until ${by}: ./scripts/assess reveal --case ${duty.case} --reasons FILE --reasons-uri URI`,
  };
  return `${seats}. ${tasks[duty.task] ?? duty.task}`;
}

/** The state of an assessor in lines. */
export function statusLines(account, state, now) {
  const row = (name, text) => `${name.padEnd(10)}  ${text}`;
  if (state === undefined) {
    return [row('account', account), 'The account is no assessor. It becomes one with court.stake, and court.activate once the stake is old enough.'];
  }
  const arriving = state.activation <= now ? 'can be activated now (court.activate)' : `can be activated from ${until(state.activation, now)} on (court.activate)`;
  const leaving = state.withdrawal <= now ? 'can be withdrawn now (court.withdraw)' : `can be withdrawn from ${until(state.withdrawal, now)} on (court.withdraw)`;
  return [
    row('account', account),
    row('stake', `${state.stake} in the draw, of which seats lock ${state.locked}`),
    ...(state.hasArriving ? [row('new stake', `${state.arriving}, ${arriving}`)] : []),
    ...(state.hasLeaving ? [row('leaving', `${state.leaving}, ${leaving}`)] : []),
    row('voter', state.voter ?? 'the account itself'),
    row('profile', state.uri === '' ? 'none (court.setProfile)' : state.uri),
    row('seats', `${state.drawn} drawn, ${state.coherent} agreed with the outcome, ${state.absent} did not reveal`),
    row('to do', state.duties.length === 0 ? 'nothing: the account has no open seat' : counted(state.duties.length, 'panel')),
    ...state.duties.map((duty) => `  ${dutyLine(duty, now)}`),
    ...(state.duties.some((duty) => duty.until !== undefined) ? [ESTIMATE] : []),
  ];
}

/** The age of the newest block from which on a chain stands still, in milliseconds. */
const HALT = 600_000;

/** A line about a chain that stands still; none while it runs. */
export const haltLines = (age) =>
  age < HALT ? [] : [`The newest block is about ${showTime(age / 1_000)} old: the chain stands still, and so do the deadlines.`];

/** A warning about each time of a deadline. */
export const ESTIMATE = 'Times are estimates: deadlines are in active time, which stands still while the chain does.';

/** The stage of a case in words. */
export function stageLine(stage, now) {
  const line = {
    Draw: () => `a panel is drawn from session ${stage.session} on`,
    Commit: () => `the panel commits to votes until ${until(stage.until, now)}`,
    Reveal: () => `the panel reveals votes until ${until(stage.until, now)}`,
    Appeal: () => `the decision can be appealed until ${until(stage.until, now)} (court.fundAppeal)`,
    LastAppeal: () => (stage.referendum === undefined ? 'waits in line for its last appeal' : `referendum ${stage.referendum} is on the last appeal`),
    Voters: () => 'token holders choose, with a referendum on each choice',
    Ended: () => 'has ended',
  }[stage.name];
  return line ? line() : stage.name;
}

/** A case in lines. */
export function caseLines(one, verdicts, evidence, now) {
  const { subject } = one;
  const about = subject.incident === undefined ? `report ${subject.report} of a bug` : `incident ${subject.incident}`;
  const choices = one.choices.map((choice, at) => {
    const { verdict, uri } = verdicts[at];
    const referendum = one.referenda[at] === undefined ? '' : `, referendum ${one.referenda[at]}`;
    return `  ${nameOf(choice)}: ${verdict}${uri ? `, ${uri}` : ''}${referendum}`;
  });
  const panel = one.panel === undefined ? [] : [`  panel ${one.panel}: ${counted(one.seats, 'seat')} of ${counted(one.voters, 'account')}`];
  return [
    `case ${one.case} on ${about}, level ${one.level}: ${stageLine(one.stage, now)}`,
    ...panel,
    ...choices,
    `  a vote with ranks has the order ${namesOf(one.choices)}`,
    ...evidence.map(({ block, who, hash, uri }) => `  evidence in block ${block} of ${who}: ${uri}, hash ${hash}`),
  ];
}
