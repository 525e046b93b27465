#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// What an assessor of the court does. Started by ./scripts/assess, which has the help.

import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { Chain, StoryError } from '../chain.mjs';
import { counted } from '../operator/amounts.mjs';
import { readPair } from '../operator/files.mjs';
import { BadOption } from '../operator/options.mjs';
import { calendarOf } from './calendar.mjs';
import { commit, reveal } from './commands.mjs';
import { Court } from './court.mjs';
import { Votes, readReasons, writeWhole } from './files.mjs';
import { parseOptions } from './options.mjs';
import { Watch } from './watch.mjs';
import { caseLines, haltLines, statusLines } from './words.mjs';

/** Seconds in which a node has to answer, and the most that a watch waits between two attempts. */
const CONNECTING = 10;
const LONGEST_WAIT = 60;
/** The prefix of the chain's addresses. */
const PREFIX = 42;

const say = (text) => console.log(text);
const log = (text) => console.log(`${new Date().toISOString()}  ${text}`);

async function status(court, { account, json }) {
  const [state, { now, age }] = [await court.assessor(account), await court.times()];
  if (json) say(JSON.stringify({ account, now, blockAge: age, isAssessor: state !== undefined, ...state }, undefined, 2));
  else [...statusLines(account, state, now), ...haltLines(age)].forEach(say);
  return 0;
}

async function cases(court, { evidence }) {
  const [open, now] = [await court.openCases(), await court.now()];
  if (open.length === 0) say('No case is open.');
  for (const one of open) {
    const named = evidence === undefined ? [] : await court.evidence(one.case, evidence);
    caseLines(one, await court.verdicts(one), named, now).forEach(say);
  }
  return 0;
}

async function calendar(court, { account, out }) {
  const state = await court.assessor(account);
  const due = (state?.duties ?? []).filter(({ until }) => until !== undefined);
  const duties = await Promise.all(due.map(async (duty) => ({ duty, revealPeriod: await court.revealPeriod(duty.case) })));
  const { text, count } = calendarOf({ genesis: court.genesis, account, duties, now: Date.now() });
  if (count === 0) {
    say(`${account} has no deadline now, so ${out} was not written.`);
    return 0;
  }
  try {
    writeWhole(out, text, { mayReplace: true });
  } catch (error) {
    throw new BadOption(`${out} cannot be written: ${error.code ?? error.message}. Name another file with --out.`);
  }
  say(`${out} has ${counted(count, 'deadline')} with alarms. Import it into your calendar; the times are estimates.`);
  return 0;
}

/** The trouble of a watch in a line: a sentence, or for a mistake of ours where it is. */
function troubleOf(error, chain) {
  if (chain?.lost) return 'The connection to the node is lost.';
  return error instanceof StoryError ? error.message.replace(/\.?$/, '.') : error.stack;
}

/** Watches, and connects again when the node is away. */
async function watch(options, watcher) {
  watcher.begin();
  for (let [wait, isAway] = [1, false]; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
    let chain;
    try {
      chain = await Chain.connect(options.url, CONNECTING);
      if (isAway) log('The node answers again.');
      [wait, isAway] = [1, false];
      if (await watcher.follows(new Court(chain), { poll: options.poll, untilIdle: options['until-idle'] })) return 0;
    } catch (error) {
      if (error instanceof BadOption) throw error;
      isAway = true;
      log(`${troubleOf(error, chain)} Trying again in ${wait} s.`);
    } finally {
      await chain?.close();
    }
    await new Promise((done) => setTimeout(done, wait * 1_000));
  }
}

async function main() {
  const options = parseOptions(process.argv.slice(2));
  const { command } = options;
  await cryptoWaitReady();
  // before it is waited for a node: a mistake in a file is told at once
  const secret = options['secret-file'];
  const pair = secret === undefined ? undefined : readPair(new Keyring({ type: 'sr25519', ss58Format: PREFIX }), secret);
  const account = pair?.address ?? options.account;
  const reasons = options.reasons === undefined ? undefined : readReasons(options.reasons, options['reasons-uri']);
  const votes = options.salts === undefined ? undefined : new Votes(options);
  if (command === 'watch') return watch(options, new Watch({ votes, pair, reasons, say: log }));
  const chain = await Chain.connect(options.url, CONNECTING);
  try {
    const court = new Court(chain);
    if (command === 'status') return await status(court, { ...options, account });
    if (command === 'cases') return await cases(court, options);
    if (command === 'calendar') return await calendar(court, { ...options, account });
    const act = { commit, reveal }[command];
    return await act({ court, votes, pair, options, reasons, say });
  } finally {
    await chain.close();
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    console.error('Ended, as asked. What was written and sent stays.');
    process.exit(signal === 'SIGINT' ? 130 : 143);
  });
}

main().then(
  (code) => process.exit(code),
  (error) => {
    // a mistake of the user is one sentence, one of ours has its stack
    console.error(error instanceof StoryError ? `error: ${error.message}` : error);
    process.exit(error instanceof BadOption ? 2 : 1);
  },
);
