// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { claimsOf } from '../replay/expected/losses.mjs';
import { expected, incidents } from '../replay/expected/payouts.mjs';
import { Record } from '../replay/stories/incident.mjs';
import { plan } from '../replay/stories/plan.mjs';
import * as stale from '../replay/scenarios/usdc-2023-03-stale.mjs';
import * as ydai from '../replay/scenarios/ydai-2021.mjs';
import { LONGEST_GAP, readTable } from '../js/table.mjs';

const fileOf = (scenario) => fileURLToPath(new URL(`../replay/data/${scenario.table}`, import.meta.url));
const DAY = 86_400_000n;
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0n);

test('every scenario should have its name, its story and its table', async () => {
  for (const file of readdirSync(new URL('../replay/scenarios/', import.meta.url))) {
    const scenario = await import(`../replay/scenarios/${file}`);
    assert.equal(`${scenario.name}.mjs`, file);
    assert.ok(['prices', 'silence', 'losses', 'exploit', 'stress', 'court'].includes(scenario.story));
    // only what has happened has one
    if (scenario.story === 'stress') assert.equal(scenario.table, undefined);
    else assert.ok(readFileSync(fileOf(scenario), 'utf8').length > 0);
  }
});

test('the silence should begin within the observation, and the price be stale before it is complete', () => {
  const rounds = readTable(fileOf(stale));
  const { end } = plan(rounds, Object.values(stale.products));
  const [incident] = incidents(rounds, stale.products.A, end);
  assert.ok(rounds.some(({ time }) => time === stale.lastFed));
  assert.ok(incident.occurredAt < stale.lastFed);
  assert.ok(stale.lastFed + LONGEST_GAP < incident.endsAt);
  // what people decide is worse than what was fed
  assert.equal(incident.worst, 887261009700000000n);
  const fed = rounds.filter(({ time }) => time <= stale.lastFed);
  assert.ok(incidents(fed, stale.products.A, end)[0].worst > incident.worst);
});

test('the outcome of the silent feed should pay by its depth', () => {
  const rounds = readTable(fileOf(stale));
  const { end } = plan(rounds, Object.values(stale.products));
  const policies = [{ id: 1, product: 'A', cover: 1_000_000n, boughtAt: rounds[2].time, period: 150n * DAY }];
  // (0.995 - 0.8872610097) / 0.145 = 0.74302752…
  assert.equal(expected(rounds, stale.products, policies, end).paid.get(1), 743_027n);
});

test('the cover of the yDAI story should fit into its pools', () => {
  const covers = claimsOf(readFileSync(fileOf(ydai), 'utf8'), { ...ydai.terms, coverOf: ydai.coverOf }).map(({ cover }) => cover);
  const capital = sum(Object.values(ydai.deposits));
  // the chain's own limits: half of the capital a group, a fifth of it a policy
  assert.ok(sum(covers) <= capital / 2n);
  assert.ok(covers.every((cover) => cover <= capital / 5n && cover >= ydai.terms.minCover && cover <= ydai.terms.maxCover));
  for (const { holders, cover } of ydai.others) assert.ok(BigInt(holders) * cover <= capital / 2n && cover <= capital / 5n);
  // senior may only come on top of a fifth of junior
  assert.ok(ydai.deposits.Junior * 5n >= capital);
});

test('the yDAI story should have its times in order', () => {
  const ends = ydai.start + ydai.period;
  let last = ydai.start + DAY;
  for (const { occurredAt, reportedAt } of ydai.others) {
    assert.ok(last < occurredAt && occurredAt < reportedAt);
    last = reportedAt + ydai.challenge + ydai.claimWindow;
  }
  assert.ok(last < ydai.reportedAt && ydai.occurredAt < ydai.reportedAt && ydai.reportedAt < ends);
  // the day of the end is over before the first window is
  assert.ok(ends + DAY < ydai.reportedAt + ydai.challenge + ydai.claimWindow);
});

test('the record should know what was told of an incident and add up its payments', () => {
  const number = (value) => ({ toNumber: () => Number(value), toBigInt: () => BigInt(value) });
  const event = (name, data) => ({
    section: name.split('.')[0],
    method: name.split('.')[1],
    data: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, number(value)])),
  });
  const record = new Record();
  record.hear({ time: 5n, events: [event('assessment.IncidentReported', { incident: 3, bond: 9 }), event('claims.ClaimRegistered', { incident: 3 })] });
  assert.equal(record.of(3, 'IncidentReported').time, 5n);
  assert.equal(record.of(4, 'IncidentReported'), undefined);
  assert.equal(record.bondsOf(3).report.bond, 9n);
  assert.deepEqual(record.bondsOf(4).proposals, []);
  assert.deepEqual(record.pace(3, 'ClaimRegistered'), { count: 1, blocks: 1, most: 1 });
  record.hear({
    time: 6n,
    events: [
      event('claims.ClaimPaid', { incident: 3, policy: 1, amount: 10 }),
      event('claims.ClaimPaid', { incident: 3, policy: 1, amount: 5 }),
      event('claims.ClaimPaid', { incident: 2, policy: 1, amount: 7 }),
      event('pools.LossSettled', { incident: 3 }),
      event('triggers.PriceLogged', { feed: 1 }),
    ],
  });
  assert.deepEqual([...record.paid(3)], [[1, 15n]]);
  assert.deepEqual([...record.paid(9)], []);
  assert.deepEqual(record.pace(3, 'ClaimPaid'), { count: 2, blocks: 1, most: 2 });
  assert.deepEqual(record.pace(9, 'ClaimPaid'), { count: 0, blocks: 0, most: 0 });
});
