// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BadTable } from '../js/csv.mjs';
import { parsePrice, parseTable, readTable } from '../js/table.mjs';

const GOOD = [
  'time_utc,price',
  '2023-03-11T00:00:00Z,1.0',
  '2023-03-11T00:01:00Z,0.99209183',
  '2023-03-11T00:02:00Z,0.5',
].join('\n');

const changed = (from, to) => GOOD.replace(from, to);

test('a good table should be read to the last digit', () => {
  const rounds = parseTable(GOOD);
  assert.equal(rounds.length, 3);
  assert.equal(rounds[1].time, 1678492860000n);
  assert.equal(rounds[1].price, 992091830000000000n);
});

test('columns should be found by name, comments and blank lines skipped', () => {
  const rounds = parseTable(`# a comment\nprice,round,time_utc\n\n1,7,2023-03-11T00:00:00Z\n1,8,2023-03-11T00:01:00Z\n1,9,2023-03-11T00:02:00Z\n`);
  assert.equal(rounds.length, 3);
});

test('the title of the time should be either of two, and a byte order mark be skipped', () => {
  assert.equal(parseTable(`\uFEFF${changed('time_utc', 'time')}`.replaceAll('\n', '\r\n')).length, 3);
});

test('prices should keep 18 decimals', () => {
  assert.equal(parsePrice('0.000000000000000001', ''), 1n);
  assert.equal(parsePrice('2', ''), 2n * 10n ** 18n);
  assert.equal(parsePrice('1208925.819614629174706176', ''), 2n ** 80n);
});

for (const [what, text, message] of [
  ['an empty table', '', /is empty/],
  ['a missing price column', changed('price', 'answer'), /no column "price"/],
  ['a missing time column', changed('time_utc', 'when'), /no column "time_utc"/],
  ['a price twice', changed('price', 'price,price'), /the column "price" twice/],
  ['both titles of the time', changed('time_utc', 'time_utc,time'), /both columns "time_utc" and "time"/],
  ['a price above the largest', changed('0.5', '1208925.82'), /is above 1208925\.81/],
  ['bytes of zero', changed('0.5', '0\0.5'), /line 4 has a byte of zero/],
  ['carriage returns alone', GOOD.replaceAll('\n', '\r'), /line 1: lines end with a carriage return alone/],
  ['a zero price', changed('0.5', '0.0'), /price is zero/],
  ['a negative price', changed('0.5', '-0.5'), /is not a price/],
  ['a word for a price', changed('0.5', 'half'), /is not a price/],
  ['a date that does not exist', changed('03-11T00:00:00', '02-30T00:00:00'), /is not a time/],
  ['a time without its zone', changed('00:02:00Z', '00:02:00'), /is not a time/],
  ['unordered times', changed('00:02:00Z', '00:00:30Z'), /must be in order/],
  ['a time twice', changed('00:02:00Z', '00:01:00Z'), /must be in order/],
  ['rounds in one slot', changed('00:02:00Z', '00:01:02Z'), /a block takes/],
  ['a gap', changed('03-11T00:02:00Z', '03-12T01:01:01Z'), /less than 25 h apart/],
  ['a row with a field too many', changed('0.5', '0.5,1'), /has 3 fields/],
  ['too few rounds', GOOD.split('\n').slice(0, 3).join('\n'), /2 rounds/],
]) {
  test(`${what} should be refused with a sentence`, () => {
    assert.throws(() => parseTable(text), (error) => error instanceof BadTable && message.test(error.message));
  });
}

test('a file that is not there should be refused with a sentence', () => {
  assert.throws(() => readTable('/does/not/exist.csv'), BadTable);
});

test('the committed table should have its 400 rounds', () => {
  const rounds = readTable(fileURLToPath(new URL('../replay/data/usdc-2023-03.csv', import.meta.url)));
  assert.equal(rounds.length, 400);
  const first = rounds.find(({ price }) => price <= 995n * 10n ** 15n);
  assert.equal(first.time, 1678497491000n);
  assert.equal(first.price, 992091830000000000n);
});
