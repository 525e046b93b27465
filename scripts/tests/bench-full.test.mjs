// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { xxhashAsHex } from '@polkadot/util-crypto';
import { BENCHES, figuresIn, tablesIn } from '../js/bench/cargo.mjs';
import { isConsensus, merged, sessionKeys } from '../js/bench/genesis.mjs';
import { measured } from '../js/bench/live.mjs';
import { hasBench } from '../js/bench/machine.mjs';
import { slotOf } from '../js/bench/network.mjs';
import { folderBytes, residentIn } from '../js/bench/nodes.mjs';
import { bars, distribution, marks, plot } from '../js/plot.mjs';
import { Results, shown } from '../js/bench/results.mjs';
import { sizeOf } from '../js/bench/state.mjs';

const benchOf = (name, args) => BENCHES.find((one) => one.bench === name && (one.args ?? []).join() === (args ?? ''));

// Results.

test('a figure should have the median, the least and the most of its runs', () => {
  const results = new Results();
  for (const [at, value] of [30, 10, 20].entries()) {
    results.run = at + 1;
    results.add('books', 'buys', 'calls', value);
  }
  assert.deepEqual(results.figures(), [{ part: 'books', figure: 'buys', unit: 'calls', median: 20, least: 10, most: 30, runs: 3 }]);
  assert.equal(results.samplesCsv(), 'part,figure,unit,run,value\nbooks,buys,calls,1,30\nbooks,buys,calls,2,10\nbooks,buys,calls,3,20\n');
});

test('figures of one name in two units should be apart', () => {
  const results = new Results();
  results.add('machine', 'settlement', 'blocks', 94);
  results.add('machine', 'settlement', 'minutes', 4.7);
  assert.deepEqual(results.figures().map(({ median }) => median), [94, 4.7]);
});

test('a cell with a comma should be in quotes', () => {
  const results = new Results();
  results.add('live, 1 authority', 'buys', 'a second', 0.5);
  assert.equal(results.figuresCsv(), 'part,figure,unit,median,least,most,runs\n"live, 1 authority",buys,a second,0.5,0.5,0.5,1\n');
});

test('the table should be Markdown with a range where runs differ', () => {
  const results = new Results();
  results.add('sync', 'blocks', 'a second', 1_234.5);
  results.add('sync', 'blocks', 'a second', 1_300);
  results.add('sync', 'time', 's', 8.3211);
  assert.equal(
    results.markdown(),
    [
      '| part | figure | median | unit | range | runs |',
      '|---|---|---|---|---|---|',
      '| sync | blocks | 1,235 | a second | 1,235 to 1,300 | 2 |',
      '| sync | time | 8.32 | s |  | 1 |',
    ].join('\n'),
  );
});

test('a value that is no number should be refused with its name', () => {
  assert.throws(() => new Results().add('sync', 'time', 's', Number.NaN), /sync, time: NaN/);
});

test('numbers should have the digits that say something', () => {
  assert.equal(shown(836), '836');
  assert.equal(shown(0.12345), '0.123');
  assert.equal(shown(276.4), '276');
  assert.equal(shown(0), '0');
});

// Plots.

test('marks should be round numbers that reach the most', () => {
  assert.deepEqual(marks(836), [0, 200, 400, 600, 800, 1_000]);
  assert.deepEqual(marks(1), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  assert.deepEqual(marks(0), [0, 1]);
});

test('a distribution should go from the least to the most', () => {
  const points = distribution([3, 1, 2]);
  assert.deepEqual(points[0], [1, 0]);
  assert.deepEqual(points[100], [3, 100]);
  assert.deepEqual(distribution([]), []);
});

test('a plot should escape its words and have a point for each value', () => {
  const svg = plot({ title: 'a < b', xLabel: 'x', yLabel: 'y', series: [{ name: 's', points: [[0, 1], [2, 3]], dots: true }] });
  assert.match(svg, /^<svg /);
  assert.match(svg, /a &lt; b/);
  assert.equal(svg.match(/<circle/g).length, 2);
  assert.doesNotMatch(svg, /NaN/);
  assert.doesNotMatch(plot({ title: '', xLabel: '', yLabel: '', series: [{ name: 's', points: [] }] }), /NaN/);
});

test('bars should carry their values', () => {
  const svg = bars({ title: 't', xLabel: 'x', yLabel: 'y', values: [{ name: 'buy', value: 3.9 }] });
  assert.match(svg, />3\.90</);
});

// The state of a development chain as a genesis.

const keyOf = (pallet, item) => xxhashAsHex(pallet, 128) + xxhashAsHex(item, 128).slice(2);

test('a genesis should take consensus from the base and all else from the state', () => {
  const [number, account, pools] = [keyOf('System', 'Number'), `${keyOf('System', 'Account')}00`, keyOf('Pools', 'Pools')];
  const base = { '0x3a636f6465': 'code', [number]: 'zero', [account]: 'poor', [pools]: 'none' };
  const state = { '0x3a636f6465': 'other', [number]: 'many', [account]: 'rich', [`${pools}01`]: 'one' };
  assert.deepEqual(merged(base, state), { '0x3a636f6465': 'code', [number]: 'zero', [account]: 'rich', [`${pools}01`]: 'one' });
});

test('validators and sessions should be of consensus, accounts should not', () => {
  for (const pallet of ['Babe', 'Grandpa', 'Session', 'Scheduler']) assert.ok(isConsensus(keyOf(pallet, 'X')), pallet);
  assert.ok(!isConsensus(keyOf('System', 'Account')));
  assert.ok(!isConsensus(keyOf('Timestamp', 'Now')));
});

test('validators should have the keys of the presets', () => {
  const keys = sessionKeys(4);
  assert.equal(keys.length, 4);
  // those of Alice, of the three kinds of keys
  const [alice, ed25519] = ['5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY', '5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu'];
  const beefy = 'KW39r9CJjAVzmkf9zQ4YDb2hqfAVGdRqn53eRqyruqpxAP5YL';
  assert.deepEqual(keys[0], [alice, alice, { babe: alice, grandpa: ed25519, authority_discovery: alice, beefy }]);
});

test('the size of a state should be in bytes, without consensus', () => {
  const key = keyOf('Pools', 'Pools');
  assert.deepEqual(sizeOf([[key, '0x0102'], [keyOf('Babe', 'X'), '0x01']]), { bytes: 34, keys: 1 });
});

// Networks.

test('the slot should be read from the digest', () => {
  // the kind, the length, secondary with a proof, authority 1, slot 258, the proof
  const slot = '0201000000000000';
  const log = `0x064241424534${'02'}${'01000000'}${slot}`;
  assert.equal(slotOf({ digest: { logs: ['0x00', log] } }), 258);
  assert.throws(() => slotOf({ digest: { logs: [] } }), /no slot/);
});

test('a run should be measured from its first purchase, in slots', () => {
  const block = (slot, calls, seen) => ({ slot, calls, seen, settled: seen + 6_000 });
  // slot 12 has no block; slot 14 is after the time
  const final = [block(10, [], 0), block(11, [0, 1], 3_000), block(13, [2], 9_000), block(14, [3], 12_000)];
  const found = measured(final, [1_000, 2_000, 8_000, 8_000], 9);
  assert.equal(found.buys, 3);
  assert.equal(found.missed, 1);
  assert.equal(found.buysPerSecond, 3 / 9);
  // those after the time have waited, too
  assert.deepEqual(found.toBlock, [2, 1, 1, 4]);
  assert.deepEqual(found.toFinality, [8, 7, 7, 10]);
  assert.throws(() => measured([block(10, [], 0)], [], 9), /No purchase became final/);
});

test('resident memory should be in bytes', () => {
  assert.equal(residentIn('VmPeak:\t 1 kB\nVmRSS:\t  250880 kB\nRssAnon:\t 1 kB\n'), 256_901_120);
  assert.equal(residentIn(''), undefined);
});

test('a folder should take up what its files do, with those below', () => {
  const folder = mkdtempSync(join(tmpdir(), 'breakwater-bench-'));
  try {
    assert.equal(folderBytes(folder), 0);
    mkdirSync(join(folder, 'below'));
    writeFileSync(join(folder, 'below', 'file'), Buffer.alloc(100_000, 1));
    assert.ok(folderBytes(folder) >= 100_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

// What cargo's benches print.

test('tables should be found between bars and between blanks', () => {
  const text = ['Some title', '| policies | ms | rate |', '|---|---|---|', '| 1,000 | 1.5 ms | 20 % |', '', 'Other', 'name    first   99 %', 'read      12     34'].join('\n');
  assert.deepEqual(tablesIn(text), [
    { title: 'Some title', columns: ['ms', 'rate'], rows: [{ name: '1,000', values: { ms: 1.5, rate: 20 } }] },
    { title: 'Other', columns: ['first', '99 %'], rows: [{ name: 'read', values: { first: 12, '99 %': 34 } }] },
  ]);
});

test('the figures of the database should be taken with the number of policies', () => {
  const text = [
    '    Finished `bench` profile [optimized] target(s) in 1m 02s',
    'Filling ParityDB with the state of 1000000 policies, 4000000 records.',
    'nanoseconds of a record       average   median     75 %     95 %     99 %',
    'read                             5798     5500     6000     7000     8603',
    'write, in blocks of 1,000       38829    30000    40000    90000   110086',
  ].join('\n');
  assert.deepEqual(figuresIn(text, benchOf('database')), [
    { figure: 'database at 1,000,000 policies, read, average', unit: 'ns', value: 5_798 },
    { figure: 'database at 1,000,000 policies, read, 99 of 100', unit: 'ns', value: 8_603 },
    { figure: 'database at 1,000,000 policies, write, average', unit: 'ns', value: 38_829 },
    { figure: 'database at 1,000,000 policies, write, 99 of 100', unit: 'ns', value: 110_086 },
  ]);
});

test('the medians of an import should be taken for each number of policies', () => {
  // as the bench prints it: columns of ten, the last of which have no blank between
  const row = (name, cells) => name.padEnd(25) + cells.map((cell) => cell.padStart(10)).join('');
  const text = [
    'Import of purchases, on a chain with 1000 policies',
    row('block', ['buys', 'written', 'ms', 'import', 'threads', 'us a buy', 'buys a s', 'charged', 'charged/ms']),
    row('1', ['836', '5000', '600.0', '580.0', '610.0', '700.0', '1429', '1102.0', '1.84']),
    row('median', ['836', '5000', '500.0', '480.0', '510.0', '598.1', '1672', '1102.0', '2.20']),
    'Most policies to fewest: 1.12 times the time of a purchase (at most 1.25), 1.20 times by the clock.',
  ].join('\n');
  assert.deepEqual(figuresIn(text, benchOf('import')), [
    { figure: 'import of buy at 1,000 policies, each', unit: 'µs', value: 598.1 },
    { figure: 'import of buy at 1,000 policies, rate', unit: 'a second', value: 1_672 },
    { figure: 'import of buy at 1,000 policies, charged ÷ measured', unit: 'ratio', value: 2.2 },
    { figure: 'import, most policies ÷ fewest', unit: 'ratio', value: 1.12 },
  ]);
});

test('the bounds of honest weights should be taken from their sentences', () => {
  const text = 'Worst block: 0.83 of its charge (at most 1).\nMean of the mixed blocks: 0.41 of their charge (at least 0.2).';
  assert.deepEqual(figuresIn(text, benchOf('import', '--honesty')).map(({ value }) => value), [0.83, 0.41]);
});

test('the figures of a settlement should be taken from its sentences', () => {
  const text = [
    '100000 policies of 12 pools, all paid exactly what is due',
    '    blocks        94: walk 30, charge 2, payment 62, end of a session 1; 4.7 minutes of the chain',
    '    in a block    3333.3 policies walked, 1612.9 claims paid',
    '    binding block   99.98 % of the weight; 210.1 ms of a processor (215.0 ms by the clock), of 1500 ms',
    '1000 claims with proof and signature: 231 µs each, median 230 µs, binding 300 µs; 600 µs are weighed',
  ].join('\n');
  const found = figuresIn(text, benchOf('payout'));
  assert.deepEqual(found.map(({ value }) => value), [100_000, 94, 4.7, 99.98, 210.1, 231]);
});

test('the figures of the scale should be taken for each size', () => {
  const text = [
    'work                     of each  reads   writes       median   ratio',
    'deposit                      100      9        8      120.5 µs    1.00',
    'deposit                  1000000      9        8      130.1 µs    1.08',
    'State with 1000000 of each: 9 keys, 77 bytes.',
  ].join('\n');
  assert.deepEqual(figuresIn(text, benchOf('scale')), [
    { figure: 'deposit at 100 policies, runtime only, median', unit: 'µs', value: 120.5 },
    { figure: 'deposit at 1,000,000 policies, runtime only, median', unit: 'µs', value: 130.1 },
    { figure: 'state with the most of each', unit: 'bytes', value: 77 },
  ]);
});

test('a bench should be found in its manifest only by its own name', () => {
  const manifest = '[[bench]]\nname = "database"\nharness = false\n\n[dependencies]\nname = "import"\n';
  assert.ok(hasBench(manifest, 'database'));
  assert.ok(!hasBench(manifest, 'import'));
});

// The command.

const script = fileURLToPath(new URL('../bench', import.meta.url));
const refused = (...args) => {
  const { status, stderr } = spawnSync(script, args, { encoding: 'utf8' });
  assert.equal(status, 1, stderr);
  return stderr;
};

test('bad options should be refused with what can be done', () => {
  assert.match(refused('--only', 'books,x'), /There is no part "x"; there are books live sync start state machine/);
  assert.match(refused('--runs', '0'), /--runs needs a whole number from 1 to 99/);
  assert.match(refused('--minutes', '61'), /--minutes needs a whole number from 1 to 60/);
  assert.match(refused('--load', '201'), /--load needs a whole number from 1 to 200/);
  assert.match(refused('--only'), /--only needs a value; see --help/);
  assert.match(refused('--quick', '--runs', '2'), /--runs does not go with --quick/);
  assert.match(refused('--fast'), /Unknown option --fast; see --help/);
});

test('help should name every part', () => {
  const { status, stdout } = spawnSync(script, ['--help'], { encoding: 'utf8' });
  assert.equal(status, 0);
  for (const name of ['books', 'live', 'sync', 'start', 'state', 'machine']) assert.match(stdout, new RegExp(`^  ${name} `, 'm'));
});
