#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Prints, exports and draws the solvency of the reserve. Started by ./scripts/disclose, which has the help.

import { writeFileSync } from 'node:fs';
import { Chain, StoryError } from '../chain.mjs';
import { csvOf, dayOf, linesOf, svgOf, yearOf } from './days.mjs';
import { BadOption, parseOptions } from './options.mjs';

/** Seconds in which a node has to answer. */
const CONNECTING = 10;

/** Writes a file, or says why it cannot be written. */
function write(file, text) {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new StoryError(`${file} cannot be written: ${error.code}.`);
  }
  console.error(`Written: ${file}`);
}

async function main() {
  const { asset, days: count, csv, svg, json, url } = parseOptions(process.argv.slice(2));
  const chain = await Chain.connect(url, CONNECTING);
  try {
    const answers = chain.api.call.breakwaterApi;
    if (answers?.solvency === undefined) throw new StoryError(`The chain at ${url} does not disclose the solvency of a reserve.`);
    const state = await answers.reserveState(asset);
    if (state.isNone) throw new StoryError('The chain has no reserve in this asset.');
    const days = [...(await answers.solvency(asset, count))].map(dayOf).reverse();
    const years = [...(await answers.solvencyYears(asset))].map(yearOf);
    const plain = (_, value) => (typeof value === 'bigint' ? value.toString() : value);
    if (json) console.log(JSON.stringify({ days, years }, plain, 2));
    else linesOf(days, years).forEach((line) => console.log(line));
    if (csv !== undefined) write(csv, csvOf(days));
    if (svg !== undefined) {
      if (days.length === 0) throw new StoryError('There is no day to draw yet.');
      const { symbol, decimals } = state.unwrap().asset;
      write(svg, svgOf(days, { symbol: symbol.toString(), decimals: decimals.toNumber() }));
    }
    return 0;
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
