// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { claimsOf, paymentsOf, reserveGives } from '../replay/expected/losses.mjs';
import { readHoldings } from '../replay/stories/holdings.mjs';

const ONE = 10n ** 18n;
const CSV = 'account,before,after\n0xA,100,50\n0xB,10.5,10.499999999999999999\n0xC,8,0\n0xD,1,1\n';
const half = { coverOf: (before) => before / 2n, coinsurance: 50_000n, deductible: 0n };

test('a claim should be the loss less the coinsurance, rounded up, and at most the cover', () => {
  const claims = claimsOf(CSV, half);
  assert.deepEqual(claims.map(({ claim }) => claim), [(475n * ONE) / 10n, 0n, 4n * ONE, 0n]);
  assert.deepEqual(claims.map(({ loss }) => loss), [50n * ONE, 1n, 8n * ONE, 0n]);
  assert.equal(claims[0].account, '0xa');
});

test('a deductible should come off each claim, and no claim be below nothing', () => {
  const claims = claimsOf(CSV, { ...half, coinsurance: 0n, deductible: ONE });
  assert.deepEqual(claims.map(({ claim }) => claim), [49n * ONE, 0n, 4n * ONE, 0n]);
});

test('a pool with enough should pay everything', () => {
  const { payments, fromReserve, funded, loss } = paymentsOf(claimsOf(CSV, half), 1_000n * ONE, 0n);
  assert.equal(fromReserve, 0n);
  assert.equal(funded, loss);
  assert.deepEqual([...payments.values()], [(475n * ONE) / 10n, 0n, 4n * ONE, 0n]);
});

test('the reserve should fill a gap', () => {
  const { fromPool, fromReserve, total } = paymentsOf(claimsOf(CSV, half), 50n * ONE, 1_000n * ONE);
  assert.equal(fromPool, 50n * ONE);
  assert.equal(fromReserve, (15n * ONE) / 10n);
  assert.equal(total, (515n * ONE) / 10n);
});

test('all should get the same part when both are short, rounded down', () => {
  const { payments, funded } = paymentsOf(claimsOf(CSV, half), 10n, 7n);
  assert.equal(funded, 17n);
  // 47.5 and 4 of 51.5 parts of 17
  assert.deepEqual([...payments.values()], [15n, 0n, 1n, 0n]);
});

test('the reserve should keep each of its limits', () => {
  const plenty = {
    capital: 1_000n, contributed: 100n, multiple: 10n, paid: 0n, owed: 0n, own: 5_000n, funds: 5_000n, perIncident: 200_000n, minimum: 1n,
  };
  assert.equal(reserveGives(plenty), 1_000n);
  assert.equal(reserveGives({ ...plenty, capital: 900n }), 900n);
  assert.equal(reserveGives({ ...plenty, contributed: 50n }), 500n);
  assert.equal(reserveGives({ ...plenty, paid: 300n, owed: 200n }), 500n);
  assert.equal(reserveGives({ ...plenty, paid: 3_000n }), 0n);
  assert.equal(reserveGives({ ...plenty, funds: 4_999n }), 999n);
  assert.equal(reserveGives({ ...plenty, own: 400n }), 399n);
  assert.equal(reserveGives({ ...plenty, perIncident: 500_000n, funds: 400n }), 200n);
});

test('the two readers of the yDAI table should agree', async () => {
  const file = new URL('../replay/data/ydai-2021-02.csv', import.meta.url);
  const { terms, coverOf } = await import('../replay/scenarios/ydai-2021.mjs');
  const claims = claimsOf(readFileSync(file, 'utf8'), { ...terms, coverOf });
  const holdings = readHoldings(file, 18);
  assert.deepEqual(
    claims.map(({ account, loss, cover }) => [account, loss, cover]),
    holdings.map(({ account, loss, before }, place) => [account, loss, coverOf(before, place)]),
  );
  // by the decimals of another language
  const sum = claims.reduce((total, { claim }) => total + claim, 0n);
  assert.equal(sum, 10291134761440318030095909n);
  assert.equal(claims.filter(({ claim, cover }) => claim === cover).length, 526);
});
