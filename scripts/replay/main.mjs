#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Plays a scenario on a running development node and ends with one line of JSON.

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Account } from './report.mjs';
import { Chain, StoryError } from '../js/chain.mjs';
import { BadTable } from '../js/csv.mjs';

/** The stories that are there: each file of the folder is one. */
const SCENARIOS = readdirSync(new URL('./scenarios/', import.meta.url))
  .map((file) => file.replace(/\.mjs$/, ''))
  .sort()
  .join(', ');
/** Where each kind of story is. */
const STORIES = {
  prices: './stories/price-history.mjs',
  losses: './stories/assessed-losses.mjs',
  silence: './stories/silent-feed.mjs',
  stress: './stories/reserve-stress.mjs',
  exploit: './stories/bridge-exploit.mjs',
  court: './stories/court.mjs',
};

const HELP = `Usage: node main.mjs [options]

Plays a real history on a running development node: underwriters deposit, buyers buy, the event comes at its real time
(a price that oracle operators feed, or a loss that people assess), the chain pays. Ends with one line of JSON; exit code 0
only if the chain paid, to the unit, what the table and the terms say.

  --url URL            the node's RPC (default ws://127.0.0.1:9944)
  --scenario NAME      the story (default usdc-2023-03): ${SCENARIOS}
  --data FILE          another table for it; its form is in data/README.md
  --accounts N         only the first N accounts of the table, for a story of losses (default: all)
  --first-block-date   print the date of the first block, in seconds since 1970, and end
  --help               this text`;

/** The scenario of a name. */
async function scenarioOf(name) {
  if (!/^[a-z0-9-]+$/.test(name)) throw new StoryError(`"${name}" is not a scenario's name.`);
  try {
    return await import(`./scenarios/${name}.mjs`);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new StoryError(`There is no scenario "${name}"; there are ${SCENARIOS}.`);
  }
}

function options() {
  try {
    return parseArgs({
      options: {
        url: { type: 'string', default: 'ws://127.0.0.1:9944' },
        scenario: { type: 'string', default: 'usdc-2023-03' },
        data: { type: 'string' },
        accounts: { type: 'string' },
        'first-block-date': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new StoryError(`${error.message} See --help.`);
  }
}

/** The file with the table of a story; undefined for a story without one. */
function tableOf({ data }, { name, table }) {
  if (table !== undefined) return data ?? fileURLToPath(new URL(`./data/${table}`, import.meta.url));
  if (data !== undefined) throw new StoryError(`--data is for a story with a table, and ${name} has none.`);
  return undefined;
}

/** How many accounts are asked for; undefined for all. */
function accountsOf({ accounts }, { name, story, fewest }) {
  if (accounts === undefined) return undefined;
  if (story !== 'losses') throw new StoryError(`--accounts is for a story of losses, and ${name} is none.`);
  if (!/^[0-9]{1,6}$/.test(accounts) || Number(accounts) < fewest) {
    throw new StoryError(`--accounts needs a number from ${fewest}, not "${accounts}".`);
  }
  return Number(accounts);
}

async function main() {
  const chosen = options();
  if (chosen.help) {
    console.log(HELP);
    return 0;
  }
  const scenario = await scenarioOf(chosen.scenario);
  const { Story } = await import(STORIES[scenario.story]);
  const facts = Story.read(tableOf(chosen, scenario), scenario, accountsOf(chosen, scenario));
  Story.check(facts, scenario);
  if (chosen['first-block-date']) {
    console.log(String(Story.firstBlock(facts, scenario) / 1_000n));
    return 0;
  }
  const chain = await Chain.connect(chosen.url, 10);
  try {
    const result = await new Story(chain, scenario, facts, new Account(scenario.asset)).play();
    console.log(JSON.stringify(result));
    return result.ok ? 0 : 1;
  } catch (error) {
    throw chain.lost ? new StoryError('The node has gone in the middle of the story.') : error;
  } finally {
    await chain.close();
  }
}

// a process that ends before its story does has failed
process.exitCode = 1;
main().then(
  (code) => process.exit(code),
  (error) => {
    const known = error instanceof StoryError || error instanceof BadTable;
    console.error(known ? error.message : error);
    process.exit(1);
  },
);
