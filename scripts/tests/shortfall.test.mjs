// SPDX-License-Identifier: Apache-2.0
// The stories of a reserve that is needed: their numbers fit the chain's limits, and the two readers of the facts agree.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { claimsOf, factOf, lossOf } from '../replay/expected/backing.mjs';
import * as rseth from '../replay/scenarios/rseth-2026.mjs';
import * as stress from '../replay/scenarios/stress.mjs';
import { Story } from '../replay/stories/bridge-exploit.mjs';
import { readFacts } from '../replay/stories/facts.mjs';
import { BadTable } from '../js/csv.mjs';

const ONE = 10n ** 18n;
const DAY = 86_400_000n;
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0n);
const file = fileURLToPath(new URL(`../replay/data/${rseth.table}`, import.meta.url));
const csv = readFileSync(file, 'utf8');

/** The story on no chain, with the facts of a table. */
const withoutChain = (text) => {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  try {
    writeFileSync(join(folder, 'facts.csv'), text);
    const facts = Story.read(join(folder, 'facts.csv'), rseth);
    Story.check(facts, rseth);
    return facts;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

test('the two readers of the facts should agree', () => {
  const facts = readFacts(file, rseth.wanted);
  assert.equal(facts.oracle_price, factOf(csv, 'oracle_price'));
  assert.equal(facts.loss_if_shared, factOf(csv, 'loss_if_shared'));
  assert.equal(facts.unbacked, 116_500n * ONE);
  assert.equal(facts.exploit, BigInt(Date.parse('2026-04-18T17:35:00Z')));
  for (const { holding } of rseth.holders) {
    const story = Object.assign(Object.create(Story.prototype), { facts });
    assert.equal(story.lossOf(holding), lossOf(csv, holding));
  }
});

test('a claim should be the part of the holding that lacks its backing, and at most the cover', () => {
  // 6,000 × 1.07 × 0.1512
  assert.equal(lossOf(csv, 6_000n * ONE), 970_704n * (ONE / 1_000n));
  const claims = claimsOf(csv, rseth.holders);
  assert.ok(claims.every((claim, at) => claim <= rseth.holders[at].cover));
  assert.equal(claims.at(-1), rseth.holders.at(-1).cover);
  assert.equal(claims.filter((claim, at) => claim === rseth.holders[at].cover).length, 1);
  assert.equal(lossOf(csv, 1n), 0n);
});

test('a table without a fact, with one twice, or out of order should be refused', () => {
  assert.ok(withoutChain(csv).csv === csv);
  const refused = (text, sentence) => assert.throws(() => withoutChain(text), (error) => error instanceof BadTable && sentence.test(error.message));
  refused(csv.replace(/^exploit,.*\n/m, ''), /lacks the fact exploit/);
  refused(`${csv}exploit,2026-04-18T17:35:00Z,time,known,nowhere\n`, /was there before/);
  refused(csv.replace('2026-04-18T18:52:00Z', '2026-04-18T18:00:00Z'), /comes too early/);
  refused(csv.replace('0.1512', 'all'), /is not an amount/);
  refused(csv.replace('0.1512', '1.1'), /below one/);
  refused(csv.replaceAll('2026-04-', '2026-05-'), /more than a year after/);
});

/** Whether the covers of a story fit into its pools, by the chain's own limits and the scenario's. */
function fits({ pools, products, terms }, sales) {
  for (const [name, { deposits, leverage }] of Object.entries(pools)) {
    const capital = sum(Object.values(deposits));
    // senior may only come on top of a fifth of junior
    assert.ok(deposits.Junior * 5n >= capital);
    const own = Object.entries(products).filter(([, product]) => product.pool === name);
    const byGroup = new Map();
    for (const [title, { group }] of own) {
      const covers = sales[title].map(({ cover }) => cover);
      assert.ok(covers.every((cover) => cover <= capital / 5n && cover >= terms.minCover && cover <= terms.maxCover), title);
      byGroup.set(group, (byGroup.get(group) ?? 0n) + sum(covers));
    }
    assert.ok([...byGroup.values()].every((cover) => cover <= capital), `the groups of ${name}`);
    assert.ok(sum([...byGroup.values()]) * 100n <= capital * BigInt(leverage), `all cover of ${name}`);
  }
}

test('the covers of both stories should fit into their pools', () => {
  fits(stress, stress.sales);
  fits(rseth, { ...rseth.others, Backing: rseth.holders });
});

test('the losses of the stress should be of one group and one month, and above the first loss', () => {
  const struck = stress.month.map(({ product }) => stress.products[product]);
  assert.equal(new Set(struck.map(({ group }) => group)).size, 1);
  const times = stress.month.map(({ reportedAt }) => reportedAt);
  assert.ok(times.every((time, at) => at === 0 || time > times[at - 1]));
  // the windows of all three close within thirty days of the first report; the third is reported before the second is decided
  assert.ok(times.at(-1) + stress.challenge + stress.claimWindow < times[0] + 30n * DAY);
  assert.ok(times[2] < times[1] + stress.challenge);
  for (const { product } of stress.month) {
    const lost = sum(stress.sales[product].map(({ loss }) => loss));
    assert.ok(stress.products[product].firstLoss < lost, product);
  }
  assert.ok(stress.winter.reportedAt + stress.challenge + stress.claimWindow + DAY < times[0]);
});

test('the rseth story should have its times in order, and its cover in force', () => {
  const facts = readFacts(file, rseth.wanted);
  const { period } = rseth.products.Backing;
  assert.ok(rseth.start + rseth.terms.waiting < facts.earlier_alarm);
  assert.ok(facts.exploit < rseth.start + period);
  assert.ok(rseth.earlier.reportedAt + rseth.challenge + rseth.claimWindow + DAY < facts.exploit);
  // the incident is over before the first cooldown is
  assert.ok(facts.losses_estimated + rseth.challenge + rseth.claimWindow + DAY < facts.first_cooldown + rseth.stakeCooldown);
  // those who ran are told of no loss by then
  assert.ok(facts.second_cooldown < facts.markets_frozen);
});
