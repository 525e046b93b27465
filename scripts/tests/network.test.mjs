// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chaosOptions, planOf, summaryOf } from '../js/network/chaos.mjs';
import { bansIn, longestStill, valueIn } from '../js/network/clock.mjs';
import { Conflict, Finality, differenceOf } from '../js/network/finality.mjs';
import { tampered, withBootNodes } from '../js/network/followers.mjs';
import { expressionsIn, jobIn, metricsIn, seriesIn, settingsOf } from '../js/network/monitor.mjs';
import { freeNet } from '../js/network/hosts.mjs';
import { peerIdOf } from '../js/network/node.mjs';
import { Dice } from '../js/network/traffic.mjs';

const NAMES = ['alice', 'bob', 'charlie', 'dave'];
const USUAL = { kills: 10, cuts: 4, pauses: 2, seed: 1 };

/** A node that holds these blocks for final. */
const nodeOf = (name, hashes) => ({
  name,
  finalised: async () => hashes.length,
  rpc: async (method, [number]) => hashes[number - 1],
});

test('a seed should give the same numbers, and another seed others', () => {
  const numbers = (seed) => {
    const dice = new Dice(seed);
    return Array.from({ length: 20 }, () => dice.whole(0, 1_000));
  };
  assert.deepEqual(numbers(1), numbers(1));
  assert.notDeepEqual(numbers(1), numbers(2));
});

test('numbers should reach both bounds and stay within them', () => {
  const dice = new Dice(7);
  const seen = new Set(Array.from({ length: 500 }, () => dice.whole(5, 9)));
  assert.deepEqual([...seen].sort(), [5, 6, 7, 8, 9]);
});

test('a list in another order should have the same members', () => {
  const list = Array.from({ length: 50 }, (_, at) => at);
  const order = new Dice(3).shuffled(list);
  assert.notDeepEqual(order, list);
  assert.deepEqual([...order].sort((a, b) => a - b), list);
});

test('a plan should hold every fault that was asked for, and be the same for a seed', () => {
  const plan = planOf(USUAL, NAMES);
  const count = (kind) => plan.filter((fault) => fault.kind === kind).length;
  assert.deepEqual(['kill', 'kill of two', 'kill of all', 'cut', 'pause'].map(count), [7, 2, 1, 4, 2]);
  assert.deepEqual(planOf(USUAL, NAMES), plan);
  assert.notDeepEqual(planOf({ ...USUAL, seed: 2 }, NAMES), plan);
});

test('a fault should hit as many validators as its kind says, within its times', () => {
  const bounds = { kill: [0, 0], 'kill of two': [8, 20], 'kill of all': [8, 20], cut: [5, 30], pause: [5, 20] };
  const many = { 'kill of two': 2, 'kill of all': 4 };
  for (const { kind, who, calm, seconds } of planOf({ kills: 100, cuts: 20, pauses: 10, seed: 5 }, NAMES)) {
    assert.equal(new Set(who).size, many[kind] ?? 1);
    assert.ok(who.every((name) => NAMES.includes(name)));
    const [least, most] = bounds[kind];
    assert.ok(seconds >= least && seconds <= most, `${kind} of ${seconds} s`);
    assert.ok(calm >= 2 && calm <= 10);
  }
});

test('options should replace the usual ones, and deep ones', () => {
  assert.deepEqual(chaosOptions([]), USUAL);
  assert.deepEqual(chaosOptions(['--kills', '3', '--seed', '9']), { ...USUAL, kills: 3, seed: 9 });
  assert.deepEqual(chaosOptions(['--deep', '--cuts', '0']), { kills: 100, cuts: 0, pauses: 10, seed: 1 });
});

test('a wrong option should be refused', () => {
  assert.throws(() => chaosOptions(['--kills', '-1']));
  assert.throws(() => chaosOptions(['--kills', '1.5']), /whole number/);
  assert.throws(() => chaosOptions(['--kills', '10000']), /whole number/);
  assert.throws(() => chaosOptions(['--floods', '1']), /floods/);
});

test('the summary should have the median and the worst of each kind', () => {
  const faults = [['kill', 3.04], ['kill', 9.26], ['cut', 20], ['kill', 5]].map(([kind, took]) => ({ kind, took }));
  assert.deepEqual(summaryOf(faults), {
    cut: { count: 1, median: 20, worst: 20 },
    kill: { count: 3, median: 5, worst: 9.3 },
  });
});

test('finality should take in the blocks of all nodes once', async () => {
  const finality = new Finality();
  const [one, two] = [nodeOf('one', ['a', 'b', 'c']), nodeOf('two', ['a', 'b'])];
  for (const node of [one, two, one]) await finality.look(node);
  assert.equal(finality.compared, 5);
  assert.equal(finality.last, 3);
  assert.equal(one.seen, 3);
});

test('two different final blocks of a height should be a contradiction', async () => {
  const finality = new Finality();
  await finality.look(nodeOf('one', ['a', 'b']));
  const isTold = (error) => error instanceof Conflict && /block 2 is b .* x for two/.test(error.message);
  await assert.rejects(finality.look(nodeOf('two', ['a', 'x'])), isTold);
});

test('a node that was restarted should be read again', async () => {
  const finality = new Finality();
  const hashes = ['a', 'b', 'c'];
  const node = nodeOf('one', hashes);
  await finality.look(node);
  hashes[1] = 'x';
  await finality.look(node);
  finality.again(node);
  await assert.rejects(finality.look(node), Conflict);
});

test('the first difference of the answers should be named', () => {
  assert.equal(differenceOf({ one: ['a', 'b'], two: ['a', 'b'] }), undefined);
  assert.equal(differenceOf({ one: ['a', 'b'], two: ['a', 'b'], three: ['a', 'c'] }), 'at height 2 three has c, and one has b');
  assert.equal(differenceOf({ one: ['a', 'b'], two: ['a'] }), 'two has 1 heights, and one has 2');
});

test('a peer id should be that of the node', () => {
  // as `key inspect-node-key` prints it
  assert.equal(peerIdOf('01'.repeat(32)), '12D3KooWK99VoVxNE7XzyBwXEzW7xhK7Gpv85r9F3V3fyKSUKPH5');
});

test('a changed proof should differ in one bit', () => {
  assert.equal(tampered('0x00ff'), '0x00fe');
  assert.equal(tampered('0x10'), '0x11');
  assert.throws(() => tampered('0x'), /no byte/);
});

test('the specification of a light client should name its node', () => {
  const spec = withBootNodes({ id: 'one', bootNodes: ['old'] }, ['new']);
  assert.deepEqual(spec, { id: 'one', bootNodes: ['new'], telemetryEndpoints: null });
});

test('the metrics of an expression should be found, and neither labels nor functions', () => {
  const cases = [
    ['up{job="breakwater"} == 0', ['up']],
    ['a{status="best"} - on (chain, instance) group_left () b{status="c"} > 20', ['a', 'b']],
    ['max by (chain) (a and on (job) x:b:newest)', ['a', 'x:b:newest']],
    ['sum(rate(a_bucket{name=~"x}|y(z)"}[$__rate_interval])) by (le) / 1e3', ['a_bucket']],
    ['predict_linear(a[6h], 3 * 86400) <= 0 or absent(b) unless c offset 15m', ['a', 'b', 'c']],
    ['histogram_quantile(0.95, sum without (pod) (a)) > bool 5 # b', ['a']],
    ['a unless (b or c) and a', ['a', 'b', 'c']],
    ['1 - a / b > +Inf', ['a', 'b']],
  ];
  for (const [expression, names] of cases) assert.deepEqual(metricsIn(expression), names, expression);
});

test('the expressions of a dashboard should be those of panels and variables', () => {
  const dashboard = {
    panels: [{ targets: [{ expr: 'a' }], title: 'b' }, { panels: [{ targets: [{ expr: 'c' }] }] }],
    templating: {
      list: [
        { query: 'label_values(d, chain)', definition: 'label_values(d{x="y"}, chain)' },
        { query: { query: 'label_values(e, chain)' } },
      ],
    },
  };
  assert.deepEqual(expressionsIn(dashboard), ['a', 'c', 'd', 'd{x="y"}', 'e']);
});

test('the series of a node should be found in its text', () => {
  const text = '# HELP a what\n# TYPE a gauge\na{chain="c"} 1\nb_bucket{le="1"} 2\nplain 3\n';
  assert.deepEqual([...seriesIn(text)], ['a', 'b_bucket', 'plain']);
});

test('the settings of Prometheus should be those of the project but for times and targets', () => {
  assert.equal(jobIn('scrape_configs:\n  - job_name: machine\n  - job_name: breakwater\n'), 'breakwater');
  assert.throws(() => jobIn('  - job_name: machine\n'), /machine/);
  const settings = JSON.parse(settingsOf('breakwater', ['10.0.0.1:9615'], '/rules.yml'));
  assert.deepEqual(settings.scrape_configs, [{ job_name: 'breakwater', static_configs: [{ targets: ['10.0.0.1:9615'] }] }]);
  assert.deepEqual(settings.rule_files, ['/rules.yml']);
});

test('the longest time without finality should count its begin and its end', () => {
  assert.equal(longestStill(0, [3, 6, 20, 21], 25), 14);
  assert.equal(longestStill(0, [9, 10], 12), 9);
  assert.equal(longestStill(0, [1], 50), 49);
  assert.equal(longestStill(5, [], 65), 60);
});

test('bans should be counted in a log', () => {
  assert.equal(bansIn('Idle\nReport 12D3: -10 to -20. Reason: x. Banned, disconnecting.\nReport 12D3: -1 to 0.\n'), 1);
  assert.equal(bansIn(''), 0);
});

test('a trial should take addresses that no other has', () => {
  const line = (net) => `4: bw1b: <UP>\n    inet ${net}.1/24 scope global bw1b\n`;
  assert.equal(freeNet('1: lo: <UP>\n    inet 127.0.0.1/8 scope host lo\n'), '10.77.0');
  assert.equal(freeNet(line('10.77.0') + line('10.77.1') + line('10.77.10')), '10.77.2');
  assert.throws(() => freeNet(Array.from({ length: 256 }, (_, third) => line(`10.77.${third}`)).join('')), /All networks/);
});

test('the value of a metric should be found in the text of a node', () => {
  const text = '# TYPE a gauge\na{chain="c"} 1\na_more{chain="c"} 2.5\nplain -3\n';
  assert.equal(valueIn(text, 'a'), 1);
  assert.equal(valueIn(text, 'a_more'), 2.5);
  assert.equal(valueIn(text, 'plain'), -3);
  assert.equal(valueIn(text, 'b'), undefined);
});
