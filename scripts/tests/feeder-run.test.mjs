// SPDX-License-Identifier: Apache-2.0
// The feeder on a chain that is a stub, and the following of a transaction.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Feeder } from '../feeder/feeder.mjs';
import { Node, NodeAway, Refused } from '../feeder/node.mjs';
import { parseOptions } from '../feeder/options.mjs';

const ONE = 10n ** 18n;
const HOUR = 3_600_000;

function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'feeder-run-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A chain with one feed and one operator, X. */
class StubChain {
  genesis = '0x01';
  isLost = false;
  fed = [];
  tips = [];
  own = undefined;
  rules = { heartbeat: 25 * HOUR, most: 2n * ONE, watched: true, isOperator: true };
  answer = { block: 7, isFinal: true };

  async close() {}
  async hasWaiting() {
    return false;
  }
  async state() {
    return { ...this.rules, own: this.own };
  }
  async feedValue(_, __, value, { tip }) {
    this.fed.push(value);
    this.tips.push(tip);
    if (this.answer instanceof Error) throw this.answer;
    this.own = { value, age: 0, counts: true };
    return this.answer;
  }
}

/** A feeder that ends once it has slept `polls` times, and what it says. */
function feederOf(chain, args, polls = 1) {
  const said = [];
  let naps = 0;
  const sleep = async (millis) => {
    said.push(`sleep ${millis}`);
    naps += 1;
    if (naps === polls) throw new Error('enough');
    await chain.onSleep?.(naps);
  };
  const log = (action, outcome) => said.push(`${action}: ${outcome}`);
  const feeder = new Feeder(parseOptions(['--feed', '1', ...args]), { address: 'X' }, async () => chain, { log, sleep });
  const run = async () => {
    try {
      return await feeder.run();
    } catch (error) {
      if (error.message !== 'enough') throw error;
      return undefined;
    }
  };
  return { run, said, says: (pattern) => assert.match(said.join('\n'), pattern) };
}

/** A JSON source with a price of now. */
function source(t, price, more = {}) {
  const file = join(folder(t), 'price.json');
  writeFileSync(file, JSON.stringify({ price, ...more }));
  return ['--json', file, '--path', 'price'];
}

test('a value should be fed once and be left alone while the chain has it', async (t) => {
  const chain = new StubChain();
  const { run } = feederOf(chain, source(t, '0.5'), 5);
  await run();
  assert.deepEqual(chain.fed, [ONE / 2n]);
  assert.deepEqual(chain.tips, [500]);
});

test('the same value should be fed again when the chain has lost it, or counts it no more', async (t) => {
  for (const lost of [undefined, { value: ONE, age: 60_000, counts: false }]) {
    const chain = new StubChain();
    chain.onSleep = (naps) => {
      if (naps === 2) chain.own = lost;
    };
    const { run } = feederOf(chain, source(t, '1'), 4);
    await run();
    assert.deepEqual(chain.fed, [ONE, ONE]);
  }
});

test('a heartbeat that becomes shorter should be followed while the feeder runs', async (t) => {
  const chain = new StubChain();
  chain.onSleep = (naps) => {
    if (naps === 2) chain.rules.heartbeat = 60_000;
    if (naps <= 2) chain.own.age = 31_000;
  };
  const { run, says } = feederOf(chain, source(t, '1'), 4);
  await run();
  assert.deepEqual(chain.fed, [ONE, ONE]);
  says(/rules: heartbeat 60 s, the same value is fed again after 30 s/);
});

test('a largest price that becomes lower should be followed too', async (t) => {
  const chain = new StubChain();
  chain.rules.most = ONE / 2n;
  const { run, says } = feederOf(chain, [...source(t, '1'), '--once']);
  assert.equal(await run(), 1);
  assert.deepEqual(chain.fed, []);
  says(/source: The price 1 is above 0\.5/);
});

test('the age of a value should be by the clock of the chain', async (t) => {
  const chain = new StubChain();
  chain.own = { value: ONE, age: 20 * HOUR, counts: true };
  // this machine's clock goes back a day
  const { now } = Date;
  t.after(() => (Date.now = now));
  Date.now = () => now() - 24 * HOUR;
  const args = source(t, '1', { at: new Date(Date.now()).toISOString() });
  assert.equal(await feederOf(chain, [...args, '--time', 'at', '--once']).run(), 0);
  assert.deepEqual(chain.fed, [ONE]);
});

test('a price that is old should not be fed as one of now', async (t) => {
  const old = source(t, '1', { updatedAt: 1_600_000_000 });
  const chain = new StubChain();
  const { run, says } = feederOf(chain, [...old, '--time', 'updatedAt', '--once']);
  assert.equal(await run(), 1);
  says(/source: The price is of 2020-09-13T12:26:40\.000Z, \d+ s ago; the largest age is 90000 s \(--max-age\)\. It is not fed/);
  assert.equal(await feederOf(chain, [...old, '--time', 'updatedAt', '--max-age', '1000000000', '--once']).run(), 0);
  assert.deepEqual(chain.fed, [ONE]);
});

test('a table of the past should be fed only as a replay', async (t) => {
  const csv = join(folder(t), 'table.csv');
  writeFileSync(csv, 'time,price\n2023-03-11T00:00:00Z,1\n2023-03-11T00:00:01Z,0.9\n');
  const chain = new StubChain();
  const live = feederOf(chain, ['--csv', csv, '--once']);
  assert.equal(await live.run(), 1);
  live.says(/2023-03-11T00:00:01\.000Z, \d+ s ago.*To replay a table of the past, give --speed/);
  assert.deepEqual(chain.fed, []);
  const state = join(folder(t), 'state.json');
  const replay = () => feederOf(chain, ['--csv', csv, '--speed', '1', '--state', state, '--once']);
  for (const _ of [1, 2, 3]) assert.equal(await replay().run(), 0);
  assert.deepEqual(chain.fed, [ONE, (9n * ONE) / 10n]);
  assert.equal(JSON.parse(readFileSync(state, 'utf8')).row, Date.parse('2023-03-11T00:00:01Z'));
});

test('the newest row of a live table should be fed again when the chain has lost it', async (t) => {
  const csv = join(folder(t), 'table.csv');
  const minute = (ago) => new Date(Date.now() - ago * 60_000).toISOString();
  writeFileSync(csv, `time,price\n${minute(3)},1\n${minute(2)},0.9\n`);
  const chain = new StubChain();
  chain.onSleep = (naps) => {
    if (naps === 2) chain.own = undefined;
  };
  const { run, says } = feederOf(chain, ['--csv', csv], 4);
  await run();
  assert.deepEqual(chain.fed, [(9n * ONE) / 10n, (9n * ONE) / 10n]);
  says(/1 rows before it left out/);
});

test('a total loss should be fed as the least price, if the operator says so', async (t) => {
  const chain = new StubChain();
  const refused = feederOf(chain, [...source(t, '0.00'), '--once']);
  assert.equal(await refused.run(), 1);
  refused.says(/is zero.*start the feeder with --zero/);
  const { run, says } = feederOf(chain, [...source(t, '0.00'), '--zero', '--once']);
  assert.equal(await run(), 0);
  assert.deepEqual(chain.fed, [1n]);
  says(/the least price, for 0\.00/);
});

test('a body that breaks should cost a poll and not the feeder', async (t) => {
  let asked = 0;
  const server = createServer((_, reply) => {
    asked += 1;
    if (asked !== 2) return reply.end(`{"price":"0.999${asked}"}`);
    reply.writeHead(200, { 'content-length': '100' });
    reply.write('{"price":"0.99');
    return setTimeout(() => reply.destroy(), 10);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.close());
  const chain = new StubChain();
  const { run, says } = feederOf(chain, ['--json', `http://127.0.0.1:${server.address().port}/`, '--path', 'price'], 3);
  await run();
  assert.deepEqual(chain.fed, [9991n * 10n ** 14n, 9993n * 10n ** 14n]);
  says(/warning: the source says no time/);
  says(/source: .*does not answer: .*; again in 1 s/);
});

test('somebody who is no active operator should pay no fee to be told so', async (t) => {
  const chain = new StubChain();
  chain.rules.isOperator = false;
  const { run, says } = feederOf(chain, [...source(t, '1'), '--once']);
  assert.equal(await run(), 1);
  assert.deepEqual(chain.fed, []);
  says(/refused, X is no active operator/);
});

test('a value whose block is not final should be looked at again soon, and not be enough for --once', async (t) => {
  const chain = new StubChain();
  chain.answer = { block: 7, isFinal: false };
  const slow = feederOf(chain, [...source(t, '1'), '--poll', '3600'], 2);
  await slow.run();
  assert.deepEqual(slow.said.filter((one) => one.startsWith('sleep')), ['sleep 60000', 'sleep 3600000']);
  slow.says(/ok, block 7, which is not final yet/);
  chain.own = undefined;
  const once = feederOf(chain, [...source(t, '1'), '--once']);
  assert.equal(await once.run(), 1);
  once.says(/not final: finality lags/);
});

/** A node whose transaction pool says what it is told to. Statuses in their order, `undefined` for a while. */
function nodeThatSays(...results) {
  const sent = {};
  const call = {
    async signAndSend(_, options, hear) {
      sent.options = options;
      setTimeout(() => {
        for (const { status, number, error } of results) {
          const result = { status: { [`is${status}`]: true, type: status }, dispatchError: error };
          if (number !== undefined) result.blockNumber = { toNumber: () => number };
          hear(result);
        }
      }, 1);
      return () => (sent.stopped = true);
    },
  };
  const chain = {
    api: {},
    genesis: { toHex: () => '0x01' },
    provider: { on: () => () => undefined },
    errorName: (error) => error,
    call: (section, method, args) => {
      sent.call = { section, method, args };
      return call;
    },
  };
  return { node: new Node(chain), sent };
}
const feed = (node) => node.feedValue({}, 3, ONE, { tip: 500, patience: 50 });

test('a value should be followed until its block is final', async () => {
  const { node, sent } = nodeThatSays({ status: 'Ready' }, { status: 'InBlock', number: 5 }, { status: 'Finalized', number: 5 });
  assert.deepEqual(await feed(node), { block: 5, isFinal: true });
  assert.deepEqual(sent.call, { section: 'feeds', method: 'feed', args: { values: [{ feed: 3, value: ONE }] } });
  assert.deepEqual(sent.options, { nonce: -1, tip: 500 });
  assert.ok(sent.stopped);
});

test('a value whose block was taken back should be followed into the next one', async () => {
  const { node } = nodeThatSays(
    { status: 'InBlock', number: 5 },
    { status: 'Retracted' },
    { status: 'InBlock', number: 6 },
    { status: 'Finalized', number: 6 },
  );
  assert.deepEqual(await feed(node), { block: 6, isFinal: true });
});

for (const last of ['Invalid', 'Dropped', 'Usurped']) {
  test(`a value that was taken back and is ${last.toLowerCase()} then should not be done`, async () => {
    const { node } = nodeThatSays({ status: 'InBlock', number: 5 }, { status: 'Retracted' }, { status: last });
    await assert.rejects(feed(node), (error) => error instanceof Refused && error.message.includes(last));
  });
}

test('a value should not be waited for longer than it is asked, when finality lags', async () => {
  const { node } = nodeThatSays({ status: 'InBlock', number: 5 });
  assert.deepEqual(await feed(node), { block: 5, isFinal: false });
  const { node: other } = nodeThatSays({ status: 'InBlock', number: 5 }, { status: 'FinalityTimeout' });
  assert.deepEqual(await feed(other), { block: 5, isFinal: false });
});

test('a value that the chain refuses should say its error', async () => {
  const { node } = nodeThatSays({ status: 'InBlock', number: 5, error: 'feeds.AlreadyFed' });
  await assert.rejects(feed(node), (error) => error instanceof Refused && error.refusal === 'feeds.AlreadyFed');
});

test('a lost connection should be a node that is away', async () => {
  const { node } = nodeThatSays();
  node.chain.provider.on = (_, end) => {
    setTimeout(end, 5);
    return () => undefined;
  };
  await assert.rejects(feed(node), (error) => error instanceof NodeAway && /connection is lost/.test(error.message));
});
