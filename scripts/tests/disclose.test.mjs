// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf, linesOf, svgOf } from '../js/disclose/days.mjs';
import { BadOption, parseOptions } from '../js/disclose/options.mjs';

const texts = (value) => Object.fromEntries(['own', 'stake', 'owed', 'exposure', 'stress', 'target', 'programmes', 'disbursed', 'salvage'].map((name) => [name, `${value} USDB`]));
const day = (date, more = {}) => ({
  date,
  own: 1_000_000n,
  stake: 2_000_000n,
  setAside: 0n,
  owed: 3n,
  lent: 4n,
  exposure: 50_000_000n,
  stress: 5n,
  target: 6_000_000n,
  received: 7n,
  paidOut: 8n,
  programmes: 9n,
  disbursed: 10n,
  salvage: 11n,
  texts: texts(1),
  groups: [
    { group: 2, exposure: 30n },
    { group: 1, exposure: 20n },
  ],
  ratio: 500_000n,
  premiumShare: 155_000,
  ...more,
});

test('the command line should be read, or refused in a sentence', () => {
  assert.deepEqual(parseOptions([]).asset, { WithId: 1 });
  assert.equal(parseOptions(['--asset', 'native', '--days', '366']).asset, 'Native');
  assert.equal(parseOptions(['--days', '366']).days, 366);
  const refused = [['--days', '0'], ['--days', '367'], ['--days', 'x'], ['--asset', 'usd'], ['--asset', '4294967296'], ['--url', 'http://a'], ['--csv', ''], ['x'], ['--what']];
  for (const args of refused) {
    assert.throws(() => parseOptions(args), (error) => error instanceof BadOption && /\.$/.test(error.message), args.join(' '));
  }
});

test('days and years should be printed in columns', () => {
  const year = {
    year: 2026,
    days: 2,
    texts: { received: '7', paidOut: '8', disbursed: '10', own: '1', stake: '2', owed: '3' },
    thinnest: '2026-11-29',
    thinnestRatio: 400_000n,
  };
  const lines = linesOf([day('2026-11-28'), day('2026-11-29', { ratio: null, groups: [] })], [year]);
  assert.equal(lines.length, 6);
  assert.match(lines[1], /^2026-11-28 .*50\.00 %\s+15\.50 %\s+2 1$/);
  assert.match(lines[2], /no target\s+15\.50 %\s+none$/);
  assert.match(lines[5], /^2026\s+2 .*2026-11-29, 40\.00 %$/);
  assert.match(linesOf([], [])[0], /No day is recorded yet/);
});

test('the CSV should have whole numbers of smallest units', () => {
  const [head, first, second] = csvOf([day('2026-11-28'), day('2026-11-29', { ratio: null, groups: [] })]).split('\n');
  assert.equal(head, 'date,own,stake,setAside,owed,lent,exposure,stress,target,received,paidOut,programmes,disbursed,salvage,ratio_millionths,premium_share_millionths,groups');
  assert.equal(first, '2026-11-28,1000000,2000000,0,3,4,50000000,5,6000000,7,8,9,10,11,500000,155000,2:30 1:20');
  assert.equal(second, '2026-11-29,1000000,2000000,0,3,4,50000000,5,6000000,7,8,9,10,11,,155000,');
});

test('the plot should have a line for each amount', () => {
  const svg = svgOf([day('2026-11-28'), day('2026-12-01')], { symbol: 'USDB', decimals: 6 });
  assert.equal(svg.match(/<polyline/g).length, 5);
  assert.match(svg, /The reserve in USDB, 2026-11-28 to 2026-12-01/);
  assert.match(svg, /days since 2026-11-28/);
});
