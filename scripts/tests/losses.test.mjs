// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { claimsOf } from '../replay/expected/losses.mjs';
import { readHoldings } from '../replay/stories/holdings.mjs';
import { canonical, outcomeOf, parseAmount, parseLosses, readLosses } from '../js/losses.mjs';
import { BadTable } from '../js/csv.mjs';

const A = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
const B = '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359';
const GOOD = ['account,loss', `${B},1.5`, `${A},0.000000000000000001`].join('\n');
const parse = (text) => parseLosses(text, { decimals: 18 });
const changed = (from, to) => GOOD.replace(from, to);

test('a good table should be read to the last digit and put in order', () => {
  assert.deepEqual(parse(GOOD), [
    { account: A.toLowerCase(), loss: 1n },
    { account: B.toLowerCase(), loss: 1_500_000_000_000_000_000n },
  ]);
});

test('columns should be found by name, comments and blank lines skipped', () => {
  assert.deepEqual(parse(`# a comment\nbefore,loss,account\n\n9,1.5,${B}\n8,0.000000000000000001,${A}\n`), parse(GOOD));
});

test('the smallest unit should need no decimals', () => {
  assert.deepEqual(parseLosses(`account,loss_units\n${B},1500000000000000000\n${A},1`, {}), parse(GOOD));
});

test('amounts should keep their decimals', () => {
  assert.equal(parseAmount('12931371.1771971', 18, ''), 12931371177197100000000000n);
  assert.equal(parseAmount('7', 0, ''), 7n);
  assert.equal(parseAmount('340282366920938463463374607431768211455', 0, ''), 2n ** 128n - 1n);
});

for (const [what, text, message] of [
  ['an empty table', '', /is empty/],
  ['a table of comments', '# nothing\n', /is empty/],
  ['a table without rows', 'account,loss\n', /has no account/],
  ['a missing account column', changed('account', 'who'), /no column "account"/],
  ['a missing loss column', changed('loss', 'amount'), /no column "loss"/],
  ['a column twice', `account,loss,loss\n${A},1,1`, /the column "loss" twice/],
  ['both loss columns', `account,loss,loss_units\n${A},1,1`, /both columns/],
  ['an address that is too short', changed(A, A.slice(0, -1)), /line 3: .* is not an Ethereum address/],
  ['an address without 0x', changed(A, A.slice(2)), /is not an Ethereum address/],
  ['an address with a wrong checksum', changed(A, A.replace('ed', 'eD')), /right checksum/],
  ['the account of zeros', changed(A, `0x${'0'.repeat(40)}`), /nobody holds a key/],
  ['an account twice', `${GOOD}\n${A},1`, /line 4: the account .* was there before, in the table, line 3/],
  ['an account twice in another case', `${GOOD}\n${A.toLowerCase()},1`, /was there before/],
  ['a negative loss', changed('1.5', '-1.5'), /amounts are not negative/],
  ['a loss of zero', changed('1.5', '0.0'), /the loss is zero/],
  ['too many decimals', changed('1.5', '1.5000000000000000001'), /has 19 decimals; the asset has 18/],
  ['a word for a loss', changed('1.5', 'all'), /is not an amount/],
  ['an exponent', changed('1.5', '1e3'), /is not an amount/],
  ['an empty field', changed('1.5', ''), /is not an amount/],
  ['thousands separators', changed('1.5', '1,000.5'), /has 3 fields/],
  ['a quoted amount', changed('1.5', '"1.5"'), /is not an amount/],
  ['a loss beyond the chain', changed('1.5', `${10n ** 21n}`), /more than the chain can hold/],
  [
    'a total beyond the chain',
    `account,loss\n${A},340282366920938463463.3\n${B},340282366920938463463.3`,
    /together more than the chain can hold/,
  ],
]) {
  test(`${what} should be refused with a sentence`, () => {
    assert.throws(() => parse(text), (error) => error instanceof BadTable && message.test(error.message));
  });
}

test('losses in decimals should need the decimals', () => {
  assert.throws(() => parseLosses(GOOD, {}), /say how many the asset has/);
});

test('a file that is not there should be refused with a sentence', () => {
  assert.throws(() => readLosses('/does/not/exist.csv', { decimals: 18 }), BadTable);
});

test('an outcome should not depend on the order of the rows or the case of the accounts', () => {
  const [head, ...rows] = GOOD.split('\n');
  const one = outcomeOf(parse(GOOD), 1n);
  const other = outcomeOf(parse([head, ...rows.reverse()].join('\n').replace(A, A.toLowerCase())), 1n);
  assert.equal(one.root, other.root);
  assert.equal(one.table, other.table);
  assert.equal(one.tableHash, other.tableHash);
});

test('an outcome should depend on every loss, account and the chain', () => {
  const { root } = outcomeOf(parse(GOOD), 1n);
  assert.notEqual(outcomeOf(parse(changed('1.5', '1.6')), 1n).root, root);
  assert.notEqual(outcomeOf(parse(changed(A, `0x${'1'.repeat(40)}`)), 1n).root, root);
  assert.notEqual(outcomeOf(parse(GOOD), 2n).root, root);
});

test('the canonical form should be read back as it is', () => {
  const losses = parse(GOOD);
  assert.equal(
    canonical(losses),
    `account,loss_units\n${A.toLowerCase()},1\n${B.toLowerCase()},1500000000000000000\n`,
  );
  assert.deepEqual(parseLosses(canonical(losses), {}), losses);
});

test('an outcome should know its total and give a proof only to those in it', () => {
  const outcome = outcomeOf(parse(GOOD), 1n);
  assert.equal(outcome.total, 1_500_000_000_000_000_001n);
  assert.equal(outcome.leaves, 2);
  assert.deepEqual([outcome.proofOf(A).index, outcome.proofOf(A).loss], [0, 1n]);
  assert.equal(outcome.proofOf(`0x${'1'.repeat(40)}`), undefined);
});

test('the two readers of holdings should agree, whatever stands between the rows', (t) => {
  const file = join(mkdtempSync(join(tmpdir(), 'holdings-')), 'table.csv');
  t.after(() => rmSync(dirname(file), { recursive: true }));
  const text = `# from somewhere\nafter,who,account,before\n\n1,x,${A},2\n0,y,${B},3.5\n`;
  writeFileSync(file, text);
  const read = readHoldings(file, 18).map(({ account, loss }) => ({ account, loss }));
  const terms = { coverOf: () => 1n, coinsurance: 0n, deductible: 0n };
  assert.deepEqual(claimsOf(text, terms).map(({ account, loss }) => ({ account, loss })), read);
});

test('the committed table should have its 2,531 accounts', () => {
  const holdings = readHoldings(fileURLToPath(new URL('../replay/data/ydai-2021-02.csv', import.meta.url)), 18);
  assert.equal(holdings.length, 2_531);
  const sum = (of) => holdings.reduce((total, one) => total + of(one), 0n);
  // by the decimals of another language
  assert.equal(sum(({ before }) => before), 34960872457003200170929743n);
  assert.equal(sum(({ after }) => after), 23888409871997056294725989n);
  assert.equal(sum(({ loss }) => loss), 11072462585006143876203754n);
  assert.equal(holdings.filter(({ loss }) => loss === 0n).length, 6);
  // the facts as they were taken over, whoever edits the file
  const text = holdings.map(({ account, before, after }) => `${account},${before},${after}`).join('\n');
  assert.equal(createHash('sha256').update(text).digest('hex'), '852604197cadeda8e11fad4a4caaa25987973561cc99e8139e48f8f9bb43ac75');
});
