#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// What a validator's operator does. Started by ./scripts/operator, which has the help.

import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { Chain, StoryError } from '../chain.mjs';
import { parseAmount } from './amounts.mjs';
import { readKeys, readPair } from './files.mjs';
import { BadOption, parseOptions } from './options.mjs';
import { planJoin, planLeave, planResume } from './plan.mjs';
import { prepare } from './prepare.mjs';
import { newKeys, run } from './run.mjs';
import { readState } from './state.mjs';
import { linesOf, statusOf } from './status.mjs';

/** Seconds in which a node has to answer. */
const CONNECTING = 10;
/** The prefix of the chain's addresses. */
const PREFIX = 42;

const say = (text) => console.log(text);

/** Prints new session keys as JSON, and beside it what they are for. */
async function keys(chain, { account }) {
  const made = await newKeys(chain, account);
  const call = chain.call('session', 'setKeys', made);
  say(JSON.stringify({ account, ...made, call: 'session.setKeys', callData: call.method.toHex() }, undefined, 2));
  console.error(`${account} has to sign session.setKeys with these keys and this proof; callData is that call.`);
  console.error('./scripts/operator join --keys-file takes this JSON. Keys that are not set have no effect.');
  return 0;
}

async function status(chain, { account, json }) {
  const state = await readState(chain, account);
  if (json) say(JSON.stringify(statusOf(state), undefined, 2));
  else linesOf(state).forEach(say);
  return 0;
}

/** The plan of a command, from the state and the calls that are sent already. */
function planOf(options, account) {
  if (options.command === 'resume') return (state) => planResume(state, { addBond: options['add-bond'] });
  if (options.command === 'leave') return (state) => planLeave(state, { purgeKeys: options['purge-keys'] });
  const bond = options.bond === undefined ? undefined : parseAmount(options.bond, '--bond');
  const given = options['keys-file'] === undefined ? undefined : readKeys(options['keys-file'], account);
  return (state, sent) => planJoin(state, { bond, given, newKeys: options['new-keys'] && !sent.includes('session.setKeys') });
}

async function main() {
  const options = parseOptions(process.argv.slice(2));
  const { command } = options;
  if (command === 'prepare') return prepare({ node: process.env.BREAKWATER_NODE, ...options }, say);
  await cryptoWaitReady();
  // before it is waited for a node: a mistake in a file is told at once
  const secret = options['secret-file'];
  const pair = secret === undefined ? undefined : readPair(new Keyring({ type: 'sr25519', ss58Format: PREFIX }), secret);
  const account = pair?.address ?? options.account;
  const plan = ['join', 'resume', 'leave'].includes(command) ? planOf(options, account) : undefined;
  const chain = await Chain.connect(options.url, CONNECTING);
  try {
    if (chain.api.query.validators?.candidates === undefined)
      throw new StoryError(`The chain at ${options.url} has no validators' pallet.`);
    if (command === 'keys') return await keys(chain, options);
    if (command === 'status') return await status(chain, options);
    const name = await chain.api.rpc.system.chain();
    say(`${name}, genesis ${chain.genesis.toHex()}, account ${account}.`);
    return await run({ chain, account, pair: options['dry-run'] ? undefined : pair, plan, say });
  } finally {
    await chain.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    // a mistake of the user is one sentence, one of ours has its stack
    console.error(error instanceof StoryError ? `error: ${error.message}` : error);
    process.exit(error instanceof BadOption ? 2 : 1);
  },
);
