#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Every figure of docs/performance.md: parts that run one after the other, some times each.

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { StoryError } from '../chain.mjs';
import { books } from './books.mjs';
import { live } from './live.mjs';
import { machine } from './machine.mjs';
import { ask, stopAll } from './nodes.mjs';
import { Plots } from './plots.mjs';
import { Results } from './results.mjs';
import { start } from './start.mjs';
import { state } from './state.mjs';
import { sync } from './sync.mjs';

/** The numbers of validators of the networks. */
const NETWORKS = [1, 4];
/** The parts in their order. Those that `follow` need the chain that `live` leaves. */
const PARTS = {
  books: { runs: [books] },
  live: { runs: NETWORKS.map((validators) => (context, run) => live(context, run, validators)) },
  sync: { runs: [sync], follows: true },
  start: { runs: [start], follows: true },
  state: { runs: [state] },
  machine: { runs: [machine] },
};

const HELP = `Usage: node main.mjs --node FILE --folder DIR --out DIR [options]

Measures a node in parts, each some times. ./scripts/bench gives it what it needs.

  --node FILE     the node's program
  --folder DIR    a folder for chains and logs, which is not kept
  --out DIR       the folder for the tables and plots
  --only PARTS    some parts only, with commas: ${Object.keys(PARTS).join(', ')}
  --runs N        runs of each part (default 5)
  --minutes M     minutes of purchases in a run of live (default 10)
  --load P        purchases that are sent in live, in hundredths of those that fit into the blocks (default 110)
  --help          this text`;

const say = (text) => console.log(`==> ${text}`);

function options() {
  const text = (more = {}) => ({ type: 'string', ...more });
  const { values } = parseArgs({
    options: {
      ...{ node: text(), folder: text(), out: text(), only: text({ default: Object.keys(PARTS).join(',') }) },
      ...{ runs: text({ default: '5' }), minutes: text({ default: '10' }), load: text({ default: '110' }), help: { type: 'boolean', default: false } },
    },
  });
  const only = values.only.split(',');
  const unknown = only.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new StoryError(`There is no part ${unknown[0]}; there are ${Object.keys(PARTS).join(', ')}.`);
  const missing = ['node', 'folder', 'out'].filter((name) => values[name] === undefined && !values.help);
  if (missing.length > 0) throw new StoryError(`--${missing[0]} is missing; see --help.`);
  return { ...values, only, runs: Number(values.runs), minutes: Number(values.minutes), load: Number(values.load) };
}

/** The node, the date, the machine and the options: lines that docs/performance.md can take. */
function conditions({ node, runs, minutes, load }) {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const date = new Date().toISOString().slice(0, 10);
  const model = processors[0].model.trim();
  return (
    `${ask(node, ['--version']).trim()} on ${date}: ${processors.length} × ${model}, ${memory} GiB.\n` +
    `Runs of each part: ${runs}. Live: ${minutes} minutes a run, ${load} % of what fits is sent.`
  );
}

function write({ out }, results, told) {
  writeFileSync(`${out}/figures.csv`, results.figuresCsv());
  writeFileSync(`${out}/samples.csv`, results.samplesCsv());
  writeFileSync(`${out}/table.md`, `${told}\n\n${results.markdown()}\n`);
}

async function main() {
  const chosen = options();
  if (chosen.help) {
    console.log(HELP);
    return;
  }
  const { node, folder, out, only, runs, minutes, load } = chosen;
  mkdirSync(out, { recursive: true });
  const results = new Results();
  const context = { binary: node, folder, minutes, load, say, results, plots: new Plots(out) };
  const told = conditions(chosen);
  for (const [name, { runs: works, follows }] of Object.entries(PARTS)) {
    if (!only.includes(name)) continue;
    if (follows && context.chain === undefined) {
      say(`The chain for ${name}: ${minutes} minutes of purchases.`);
      const aside = { live: () => undefined };
      const other = { ...context, results: new Results(), plots: aside };
      await live(other, 0, 1);
      context.chain = other.chain;
    }
    for (let run = 1; run <= runs; run += 1) {
      say(`Part ${name}, run ${run} of ${runs}.`);
      results.run = run;
      for (const work of works) await work(context, run);
      write(chosen, results, told);
    }
  }
  console.log(`\n${told}\n\n${results.markdown()}\n`);
  say(`The tables and plots are in ${out}.`);
}

for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) {
  process.on(signal, () => stopAll().finally(() => process.exit(code)));
}
// a process that ends before its work does has failed
process.exitCode = 1;
main().then(
  () => process.exit(0),
  async (error) => {
    console.error(error instanceof StoryError ? error.message : error);
    await stopAll();
    process.exit(1);
  },
);
