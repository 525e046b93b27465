// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expected } from '../replay/expected/payouts.mjs';
import { COOLDOWN, firstBlock, periodFor, plan } from '../replay/stories/plan.mjs';
import * as scenario from '../replay/scenarios/usdc-2023-03.mjs';
import { BadTable } from '../js/csv.mjs';
import { readTable } from '../js/table.mjs';

const DAY = 86_400_000n;
const rounds = readTable(fileURLToPath(new URL('../replay/data/usdc-2023-03.csv', import.meta.url)));
const at = (index) => new Date(Number(rounds[index].time)).toISOString();
const acts = plan(rounds, Object.values(scenario.products));

test('the acts of the story should have their dates', () => {
  assert.equal(at(acts.sale), '2022-11-22T05:17:11.000Z');
  assert.equal(at(acts.withdrawal), '2023-02-25T05:54:35.000Z');
  assert.equal(at(acts.hasty), '2023-03-11T00:38:11.000Z');
  assert.equal(at(acts.late), '2023-03-11T01:18:11.000Z');
});

test('the first block should be before the lead, and no round in the first slot of a session', () => {
  const first = firstBlock(rounds);
  const early = rounds[0].time - 21_600_000n - first;
  assert.ok(early >= 0n && early < 3_600_000n);
  for (const { time } of rounds) assert.notEqual((time / 3_000n - first / 3_000n) % 1_200n, 0n);
});

test('a table without a breach should only have a sale', () => {
  const calm = rounds.slice(0, 50);
  assert.deepEqual(plan(calm, Object.values(scenario.products)), { sale: 2, end: calm.at(-1).time });
});

test('a table that begins with a breach should be refused', () => {
  assert.throws(() => plan(rounds.slice(200), Object.values(scenario.products)), BadTable);
});

test('a period should be whole days within what is for sale', () => {
  assert.equal(periodFor(0n, 10n * DAY, 0n), 25n * DAY);
  assert.equal(periodFor(0n, 400n * DAY, 0n), 365n * DAY);
});

test('the two products should each have one upheld incident', () => {
  const policies = scenario.buyers.map(({ uri, product, cover, extraDays }) => ({
    id: uri,
    product,
    cover,
    boughtAt: rounds[acts.sale].time,
    period: periodFor(rounds[acts.sale].time, acts.end, extraDays),
  }));
  const { incidents, paid } = expected(rounds, scenario.products, policies, acts.end);
  assert.equal(incidents.A.length, 1);
  // 28 s past 01:27:20, by the Fraction of another language: 1678498068.0242934…
  assert.equal(incidents.A[0].occurredAt, 1678498068025n);
  assert.equal(incidents.A[0].upheld, true);
  assert.equal(incidents.B.length, 1);
  assert.equal(incidents.B[0].occurredAt, 1678515447021n);
  assert.equal(incidents.B[0].upheld, true);
  for (const { id, product, cover } of policies) {
    if (product === 'A') assert.equal(paid.get(id), cover);
    else assert.ok(paid.get(id) > 0n && paid.get(id) < cover);
  }
});

const tableOf = (name) => readTable(fileURLToPath(new URL(`./tables/${name}.csv`, import.meta.url)));
const products = Object.values(scenario.products);

test('a daily table without an event should have a sale and pay nothing', () => {
  const calm = tableOf('daily-calm');
  assert.deepEqual(plan(calm, products), { sale: 2, end: calm.at(-1).time });
  const policies = [{ id: 1, product: 'A', cover: 100n, boughtAt: calm[2].time, period: 30n * DAY }];
  const due = expected(calm, scenario.products, policies, calm.at(-1).time);
  assert.deepEqual([due.incidents.A, due.incidents.B, due.total], [[], [], 0n]);
});

test('a daily table with an event should have a withdrawal that the event keeps waiting', () => {
  const event = tableOf('daily-event');
  const { sale, withdrawal, late, hasty, end } = plan(event, products);
  // no round is less than a day before the breach
  assert.deepEqual([sale, late, hasty], [2, 30, undefined]);
  const { incidents } = expected(event, scenario.products, [], end);
  assert.deepEqual([incidents.A.length, incidents.B.length], [1, 1]);
  const [incident] = incidents.A;
  const opened = event.find(({ time }) => time >= incident.occurredAt).time;
  const cooled = event[withdrawal].time + COOLDOWN;
  assert.ok(opened <= cooled && cooled < incident.endsAt);
  assert.equal(withdrawal, 17);
});

for (const [what, some, message] of [
  ['too short', rounds.slice(0, 3).map(({ price }, at) => ({ time: BigInt(at) * 3_600_000n, price })), /too short/],
  ['broken from the start', rounds.map(({ time }) => ({ time, price: 5n * 10n ** 17n })), /begins with a broken price/],
  ['over before its event is', rounds.slice(0, 200), /ends in the middle of an event.*needs rounds until after 2023-03-12T01:27:48/],
]) {
  test(`a table that is ${what} should be refused with a sentence`, () => {
    assert.throws(() => plan(some, products), (error) => error instanceof BadTable && message.test(error.message));
  });
}

test('a table that begins with 1970 should be refused with a sentence', () => {
  const early = (time) => [{ time, price: 10n ** 18n }];
  assert.throws(() => firstBlock(early(21_600_000n)), (error) => error instanceof BadTable && /too early/.test(error.message));
  assert.ok(firstBlock(early(7n * 3_600_000n)) > 0n);
});

test('the story of the silent feed should refuse a table without its silence', async () => {
  const { Story } = await import('../replay/stories/silent-feed.mjs');
  const stale = await import('../replay/scenarios/usdc-2023-03-stale.mjs');
  Story.check(rounds, stale);
  for (const name of ['daily-calm', 'daily-event']) {
    assert.throws(() => Story.check(tableOf(name), stale), (error) => error instanceof BadTable && /as this story needs/.test(error.message));
  }
});

/** What the program says before anything is built. */
const before = (...args) =>
  spawnSync(process.execPath, [fileURLToPath(new URL('../replay/main.mjs', import.meta.url)), '--first-block-date', ...args], { encoding: 'utf8' });

test('a table should be checked whole before anything is built', (t) => {
  const file = join(mkdtempSync(join(tmpdir(), 'plan-')), 'table.csv');
  t.after(() => rmSync(dirname(file), { recursive: true }));
  for (const name of ['daily-calm', 'daily-event']) {
    const { status, stdout } = before('--data', fileURLToPath(new URL(`./tables/${name}.csv`, import.meta.url)));
    assert.equal(status, 0);
    assert.match(stdout, /^\d+\n$/);
  }
  const hour = (at, price) => `2023-01-0${1 + Math.floor(at / 24)}T${String(at % 24).padStart(2, '0')}:00:00Z,${price}`;
  for (const [rows, message] of [
    [Array.from({ length: 10 }, (_, at) => hour(at, 1)), /too short/],
    [Array.from({ length: 90 }, (_, at) => hour(at, 0.5)), /begins with a broken price/],
    [Array.from({ length: 90 }, (_, at) => hour(at, 1_300_000)), /line 2: the price is above/],
    [['1970-01-01T00:00:10Z,1', '1970-01-02T00:00:10Z,1', '1970-01-03T00:00:10Z,1', '1970-01-04T00:00:10Z,1'], /too early/],
  ]) {
    writeFileSync(file, ['time_utc,price', ...rows, ''].join('\n'));
    const { status, stderr } = before('--data', file);
    assert.equal(status, 1);
    assert.match(stderr, message);
    assert.ok(!stderr.includes('    at '), stderr);
  }
});
