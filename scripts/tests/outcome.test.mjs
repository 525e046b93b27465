// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hexToU8a } from '@polkadot/util';
import { encodeLeaf } from '../js/interest.mjs';
import { isProved } from '../js/merkle.mjs';

const program = fileURLToPath(new URL('../js/outcome.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'outcome-'));
after(() => rmSync(folder, { recursive: true }));

const run = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};
const file = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const account = (digit) => `0x${digit.repeat(40)}`;
const table = file('losses.csv', `account,loss\n${account('3')},3\n${account('1')},0.1\n${account('2')},2.02\n`);
const genesis = `0x${'5b'.repeat(32)}`;
const read = (name) => JSON.parse(readFileSync(join(folder, 'out', name), 'utf8'));
const made = run(table, '--chain-id', '1', '--decimals', '6', '--out', join(folder, 'out'));

test('table, outcome and proofs should be written', () => {
  assert.equal(made.status, 0, made.stderr);
  const outcome = read('outcome.json');
  assert.equal(outcome.leaves, 3);
  assert.equal(outcome.total, '5120000');
  const { proofs } = read('proofs.json');
  for (const [who, { loss, index, proof }] of Object.entries(proofs)) {
    const leaf = encodeLeaf(1n, who, BigInt(loss));
    assert.ok(isProved(hexToU8a(outcome.root), proof.map((node) => hexToU8a(node)), 3, index, leaf));
  }
  assert.deepEqual(Object.keys(proofs), [account('1'), account('2'), account('3')]);
});

test('each account should have a line of its own in the proofs', () => {
  const lines = readFileSync(join(folder, 'out', 'proofs.json'), 'utf8').split('\n').filter((line) => line.includes('"proof":'));
  assert.equal(lines.length, 3);
  lines.forEach((line, at) => assert.match(line, new RegExp(`^    "${account(String(at + 1))}": \\{"loss":"\\d+","index":${at},"proof":\\[`)));
});

test('a table of many accounts should need little memory', () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `0x${(at + 1).toString(16).padStart(40, '0')},${at + 1}`);
  const many = file('many.csv', ['account,loss_units', ...rows, ''].join('\n'));
  // all proofs in one text are 28 MB, and what they are made from more
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=32', '--max-semi-space-size=2', program, many, '--chain-id', '1', '--out', join(folder, 'many')],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  const { root, proofs } = JSON.parse(readFileSync(join(folder, 'many', 'proofs.json'), 'utf8'));
  const [who, { loss, index, proof }] = Object.entries(proofs).at(-1);
  const leaf = encodeLeaf(1n, who, BigInt(loss));
  assert.ok(isProved(hexToU8a(root), proof.map((node) => hexToU8a(node)), 20_000, index, leaf));
});

test('files that cannot all be written should not be there in part', () => {
  const out = join(folder, 'half');
  mkdirSync(join(out, 'proofs.json.new'), { recursive: true });
  const { status, stderr } = run(table, '--chain-id', '1', '--decimals', '6', '--out', out);
  assert.equal(status, 2);
  assert.match(stderr, /proofs\.json\.new/);
  assert.deepEqual(readdirSync(out), ['proofs.json.new']);
});

test('the same losses should give the same files', () => {
  const before = ['table.csv', 'outcome.json', 'proofs.json'].map((name) => readFileSync(join(folder, 'out', name), 'utf8'));
  const again = run(join(folder, 'out', 'table.csv'), '--chain-id', '1', '--out', join(folder, 'again'));
  assert.equal(again.status, 0, again.stderr);
  const later = ['table.csv', 'outcome.json', 'proofs.json'].map((name) => readFileSync(join(folder, 'again', name), 'utf8'));
  assert.deepEqual(later, before);
});

test('a claim should get its arguments and its statement', () => {
  const asked = [table, '--chain-id', '1', '--decimals', '6', '--proof', account('2'), '--genesis', genesis];
  const { status, stdout } = run(...asked, '--policy', '7', '--incident', '3');
  assert.equal(status, 0);
  const shown = JSON.parse(stdout);
  assert.deepEqual(shown.proof, read('proofs.json').proofs[account('2')].proof);
  assert.equal(shown.loss, '2020000');
  assert.equal(
    shown.statement,
    'Breakwater claim: I agree that policy 7 pays its holder under incident 3 for the loss of my position ' +
      `${account('2')} on the Ethereum chain with ID 1. Breakwater genesis: ${genesis}`,
  );
  assert.match(run(...asked).stderr, /--policy is missing/);
  assert.match(run(table, '--chain-id', '1', '--decimals', '6', '--proof', account('9')).stderr, /is not in the table/);
});

test('an outcome should be checked against a table', () => {
  const { root } = read('outcome.json');
  const check = (...args) => run('--verify', table, '--chain-id', '1', '--decimals', '6', ...args);
  assert.equal(check('--root', root).status, 0);
  assert.equal(check('--root', root, '--leaves', '3', '--total', '5120000').status, 0);
  const wrong = check('--root', genesis);
  assert.equal(wrong.status, 1);
  assert.match(wrong.stdout, new RegExp(`WRONG: the root of this table is ${root}`));
  assert.match(check('--root', root, '--total', '5120001').stdout, /WRONG: its total is 5120000/);
  assert.match(check('--root', root, '--leaves', '4').stdout, /WRONG: it has 3 leaves/);
});

for (const [what, args, message] of [
  ['no table', ['--chain-id', '1'], /Name one table/],
  ['two tables', [table, table, '--chain-id', '1'], /Name one table/],
  ['no chain', [table], /--chain-id is missing/],
  ['a chain that is no number', [table, '--chain-id', 'one'], /needs a whole number/],
  ['a chain beyond 64 bits', [table, '--chain-id', '18446744073709551616'], /needs a whole number/],
  ['no folder', [table, '--chain-id', '1', '--decimals', '6'], /--out is missing/],
  ['too many decimals in the table', [table, '--chain-id', '1', '--decimals', '1'], /has 2 decimals; the asset has 1/],
  ['a root that is none', ['--verify', table, '--chain-id', '1', '--decimals', '6', '--root', '0x12'], /64 hexadecimal/],
  ['an unknown option', [table, '--chian-id', '1'], /See --help/],
  ['a table in UTF-16', [file('utf16.csv', Buffer.from('\uFEFFaccount,loss\n', 'utf16le')), '--chain-id', '1'], /is in UTF-16\. Save it as CSV in UTF-8/],
  ['a table in UTF-16 the other way', [file('utf16be.csv', Buffer.from('\uFEFFaccount\n', 'utf16le').swap16()), '--chain-id', '1'], /is in UTF-16/],
  ['a table in UTF-16 without its mark', [file('utf16x.csv', Buffer.from('account,loss\n', 'utf16le')), '--chain-id', '1'], /has bytes of zero/],
  ['a table in Latin-1', [file('latin.csv', Buffer.from('account,loss\n# M\u00e4rz\n', 'latin1')), '--chain-id', '1'], /is not in UTF-8/],
  ['a table with carriage returns alone', [file('mac.csv', `account,loss\r${account('1')},1\r`), '--chain-id', '1'], /carriage return alone/],
  ['a folder', [folder, '--chain-id', '1', '--decimals', '6'], /cannot be read: EISDIR/],
  ['a table that is not there', [join(folder, 'none.csv'), '--chain-id', '1', '--decimals', '6'], /cannot be read/],
]) {
  test(`${what} should be refused with a sentence`, () => {
    const { status, stderr } = run(...args);
    assert.equal(status, 2);
    assert.match(stderr, message);
    assert.ok(!stderr.includes('    at '), stderr);
  });
}
