#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Counts what fits into a block of a running development chain, and ends with one line of JSON.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Account } from '../../replay/report.mjs';
import { market } from '../../replay/market.mjs';
import { Bench } from './blocks.mjs';
import { measure } from './books.mjs';
import { chargedRatio, lastLine, madeIn, median, milliseconds, preparedIn, rounded } from './figures.mjs';
import { Chain, StoryError } from '../chain.mjs';

/** The longest time that all of it may take, in minutes. */
const MOST_MINUTES = 10;

const HELP = `Usage: node quick.mjs [options]

Fills blocks of a new development chain whose blocks are sealed on demand: with purchases, deposits, cancellations and
claims. Prints a table and one line of JSON. ./scripts/bench --quick starts the chain for it.

  --url URL   the node's RPC (default ws://127.0.0.1:9944)
  --log FILE  the node's log, for the time in which blocks are prepared
  --help      this text`;

const say = (text) => console.log(`==> ${text}`);

/**
 * The table for readers.
 *
 * @param made the milliseconds of a purchase in the making of a full block
 */
function show({ fees, buy, executed, deposit, cancel, claim, feeRatio, charged: inMemory }, symbol, made) {
  const native = (fee) => `${(Number(fee) / 1e12).toFixed(6)} ${symbol}`;
  console.log();
  new Account(market.asset).rows([
    ['row', 'figure', 'measured'],
    ['policies.buy in a block', buy.figure, buy.how],
    ['pools.deposit in a block', deposit.figure, deposit.how],
    ['claims.claim in a block', claim.figure, claim.how],
    ['policies.cancel in a block', cancel.figure, cancel.how],
    ['fee of buy ÷ fee of a transfer', rounded(feeRatio), `${native(fees.buy)} ÷ ${native(fees.transfer)}, in one block`],
    [
      'charged ÷ executed of buy',
      rounded(chargedRatio(buy.actual, made)),
      `${milliseconds(buy.actual)} ÷ ${made.toFixed(3)} ms, the making of a full block on the node's database by its purchases`,
    ],
    [
      'charged ÷ executed in memory',
      rounded(inMemory),
      `${milliseconds(buy.actual)} ÷ ${executed.toFixed(3)} ms, a full block less an empty one, without signatures and database`,
    ],
  ]);
  console.log();
}

async function main() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'ws://127.0.0.1:9944' },
      log: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const began = Date.now();
  const chain = await Chain.connect(values.url, 10);
  try {
    const found = await measure(new Bench(chain, say), say);
    const log = preparedIn(values.log === undefined ? '' : readFileSync(values.log, 'utf8'));
    // Without the node's log there is only the execution in memory.
    const made = madeIn(found.buy.blocks, log) ?? found.executed;
    show(found, chain.symbol, made);
    const { blocks, extrinsics } = chain.totals;
    say(`${blocks} blocks, ${extrinsics} signed extrinsics, ${Math.round((Date.now() - began) / 1_000)} s.`);
    const { buy, deposit, claim, cancel, feeRatio } = found;
    const figures = { buy: buy.figure, deposit: deposit.figure, claim: claim.figure, cancel: cancel.figure };
    console.log(lastLine({ ...figures, feeRatio, charged: chargedRatio(buy.actual, made) }));
  } catch (error) {
    throw chain.lost ? new StoryError('The node has gone in the middle of the bench. Its log says why.') : error;
  } finally {
    await chain.close();
  }
}

// a process that ends before its work does has failed
process.exitCode = 1;
setTimeout(() => {
  console.error(`The bench took more than ${MOST_MINUTES} minutes. Run it again when the machine has less to do.`);
  process.exit(1);
}, MOST_MINUTES * 60_000).unref();
main().then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof StoryError ? error.message : error);
    process.exit(1);
  },
);
