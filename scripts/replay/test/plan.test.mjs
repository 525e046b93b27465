import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expected } from '../expected.mjs';
import { firstBlock, periodFor, plan } from '../plan.mjs';
import * as scenario from '../scenarios/usdc-2023-03.mjs';
import { BadTable } from '../csv.mjs';
import { readTable } from '../table.mjs';

const DAY = 86_400_000n;
const rounds = readTable(fileURLToPath(new URL('../data/usdc-2023-03.csv', import.meta.url)));
const at = (index) => new Date(Number(rounds[index].time)).toISOString();
const acts = plan(rounds, scenario.products.A.threshold);

test('the acts of the story should have their dates', () => {
  assert.equal(at(acts.sale), '2022-11-22T05:17:11.000Z');
  assert.equal(at(acts.exit), '2023-02-25T05:54:35.000Z');
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
  assert.deepEqual(plan(calm, scenario.products.A.threshold), { sale: 2, end: calm.at(-1).time });
});

test('a table that begins with a breach should be refused', () => {
  assert.throws(() => plan(rounds.slice(200), scenario.products.A.threshold), BadTable);
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
