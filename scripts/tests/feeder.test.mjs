// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ageFault, backoff, decide, explain, intervalOf } from '../feeder/decide.mjs';
import { isKey, readKey } from '../feeder/key.mjs';
import { BadUse, KEY_VARIABLE, parseOptions } from '../feeder/options.mjs';
import { dueRow, isOver, parseRows, parseTime, tableClock } from '../feeder/rows.mjs';
import { Document, SourceAway, Table } from '../feeder/sources.mjs';
import { State, decodeState, defaultPath, encodeState } from '../feeder/state.mjs';
import { BadValue, LARGEST, LEAST, atMost, parseMoment, parseValue, pick, showValue } from '../feeder/value.mjs';

const ONE = 10n ** 18n;

/** A folder for one test. */
function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'feeder-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

for (const [text, decimals, value] of [
  ['1', 0, ONE],
  ['0.99209183', 0, 992091830000000000n],
  ['99209183', 8, 992091830000000000n],
  ['0.000000000000000001', 0, 1n],
  ['0.0000000000000000019', 0, 1n],
  ['1.5e3', 0, 1500n * ONE],
  ['1E-7', 0, 10n ** 11n],
  ['+2', 0, 2n * ONE],
  [' 3 ', 0, 3n * ONE],
  ['1000000', 18, 1000000n],
]) {
  test(`${text} with ${decimals} decimals should be exact`, () => assert.deepEqual(parseValue(text, decimals), { value }));
}

for (const [text, message] of [
  ['', /is not a number/],
  ['half', /is not a number/],
  ['NaN', /is not a number/],
  ['1,000', /is not a number/],
  ['0x10', /is not a number/],
  ['1e9999', /is not a number/],
  ['0', /is zero.*--zero/],
  ['0.00000000', /is zero.*--zero/],
  ['-0', /is zero/],
  ['-1', /is negative/],
  ['1208926', /is above/],
  ['1e300', /is above/],
]) {
  test(`the price "${text}" should be refused with a sentence`, () => {
    assert.throws(() => parseValue(text), (error) => error instanceof BadValue && message.test(error.message));
  });
}

test('a price above zero should never be cut to zero, and a zero be the least price only if it is asked for', () => {
  for (const text of ['4e-19', '0.0000000000000000001', '1e-60']) {
    assert.equal(parseValue(text).value, LEAST, text);
    assert.match(parseValue(text).note, /the least price/);
  }
  assert.equal(parseValue('1', 18).note, undefined);
  assert.deepEqual(parseValue('0.00', 0, true), { value: LEAST, note: 'the least price, for 0.00' });
  assert.throws(() => parseValue('-1', 0, true), /is negative/);
});

test('a price should be refused above the largest of its feed', () => {
  assert.equal(atMost(2n * ONE, 2n * ONE), 2n * ONE);
  assert.throws(() => atMost(2n * ONE + 1n, 2n * ONE), (error) => error instanceof BadValue && /above 2, the largest/.test(error.message));
  assert.equal(LARGEST, 2n ** 80n);
});

for (const [text, moment] of [
  ['1678497491', 1678497491000],
  ['1678497491.25', 1678497491250],
  ['1678497491000', 1678497491000],
  ['2023-03-11T01:18:11Z', 1678497491000],
  ['2023-03-11T01:18:11.123456Z', 1678497491123],
  ['2023-03-11 01:18:11+00:00', 1678497491000],
  ['2023-03-11T02:18:11+01:00', 1678497491000],
  ['2023-02-30T00:00:00Z', undefined],
  ['2023-03-11T01:18:11', undefined],
  ['12', undefined],
  ['16784974910000000', undefined],
  ['yesterday', undefined],
]) {
  test(`the time ${text} should be ${moment}`, () => assert.equal(parseMoment(text), moment));
}

test('a price should be refused when it is too old or of a time to come', () => {
  const now = 1678497491000;
  assert.equal(ageFault(now - 60_000, now, 60_000), undefined);
  assert.match(ageFault(now - 61_000, now, 60_000), /2023-03-11T01:17:10.000Z, 61 s ago; the largest age is 60 s \(--max-age\)/);
  assert.equal(ageFault(now + 30_000, now, 60_000), undefined);
  assert.match(ageFault(now * 1_000, now, 60_000), /still to come/);
});

test('a price should be shown as it is written', () => {
  assert.equal(showValue(992091830000000000n), '0.99209183');
  assert.equal(showValue(3n * ONE), '3');
  assert.equal(showValue(1n), '0.000000000000000001');
});

test('a number should be found at the end of its path', () => {
  const json = { data: [{ price: 1.25, text: '0.1', none: null, deep: {} }] };
  assert.equal(pick(json, ['data', '0', 'price']), '1.25');
  assert.equal(pick(json, ['data', '0', 'text']), '0.1');
  assert.throws(() => pick(json, ['data', '0', 'prize']), /nothing at data\.0\.prize; there are price, text/);
  assert.throws(() => pick(json, ['data', '1', 'price']), /nothing at data\.1/);
  assert.throws(() => pick(json, ['data', '0', 'none']), /is no number/);
  assert.throws(() => pick(json, ['data', '0', 'deep']), /is no number/);
  assert.throws(() => pick(json, ['data', '0', 'none', 'more']), /nothing at data\.0\.none\.more\.$/);
  // What every object has is no answer of the source.
  assert.throws(() => pick(json, ['constructor', 'length']), /nothing at constructor/);
});

const TABLE = 'time,price\n# a comment\n2023-03-11T00:00:00Z,1\n\n2023-03-11T00:01:00Z,0.99\n1678492920,0.5\n';
const NOON = Date.parse('2023-03-11T00:00:00Z');

test('rows should be read with both forms of time', () => {
  const rows = parseRows(TABLE, 'table');
  assert.deepEqual(rows.map(({ time }) => time - NOON), [0, 60_000, 120_000]);
  assert.deepEqual(rows.map(({ value }) => value), [ONE, (99n * ONE) / 100n, ONE / 2n]);
});

test('columns should be found by name, and the tables of the replay can be read', () => {
  assert.equal(parseRows('round,price,time_utc\n1,2,2023-03-11T00:00:00Z\n', 'table')[0].value, 2n * ONE);
});

test('a line that is not ended should wait', () => {
  assert.equal(parseRows(`${TABLE}2023-03-11T00:03:00Z,0.9`, 'table').length, 3);
  assert.throws(() => parseRows('time,price', 'table'), /is empty/);
});

test('a row below the least price should be the least, and one of zero be refused unless it is asked for', () => {
  assert.equal(parseRows('time,price\n1678492920,4e-19\n', 'table')[0].value, LEAST);
  assert.equal(parseRows('time,price\n1678492920,0\n', 'table', { zero: true })[0].value, LEAST);
});

for (const [what, text, message] of [
  ['an empty table', '', /is empty/],
  ['a table without a price', 'time,answer\n', /no column "price"/],
  ['a price twice', 'time,price,price\n1678492920,1,2\n', /the column "price" twice/],
  ['a time twice in the header', 'time,time,price\n', /the column "time" twice/],
  ['both titles of the time', 'time_utc,time,price\n', /both columns "time_utc" and "time"/],
  ['bytes of zero', 't\0i\0m\0e\0,\0p\0r\0i\0c\0e\0\n\0', /UTF-8/],
  ['carriage returns alone', 'time,price\r1678492920,1\r\n', /carriage return alone/],
  ['a word for a price', 'time,price\n1678492920,half\n', /line 2: "half" is not a number/],
  ['a zero price', 'time,price\n1678492920,0\n', /line 2: .*is zero/],
  ['a date that does not exist', 'time,price\n2023-02-30T00:00:00Z,1\n', /is not a time/],
  ['a time without its zone', 'time,price\n2023-02-01T00:00:00,1\n', /is not a time/],
  ['a field too many', 'time,price\n1678492920,1,2\n', /has 3 fields, the header has 2/],
  ['a time twice', 'time,price\n1678492920,1\n1678492920,1\n', /not later than/],
]) {
  test(`${what} should be refused with a sentence`, () => {
    assert.throws(() => parseRows(text, 'table'), (error) => error instanceof BadUse && message.test(error.message));
  });
}

test('times should keep their milliseconds', () => assert.equal(parseTime('2023-03-11T00:00:00.250Z', ''), NOON + 250));

test('the newest row that has come should be due', () => {
  const rows = parseRows(TABLE, 'table');
  assert.equal(dueRow(rows, undefined, NOON - 1), undefined);
  assert.deepEqual(dueRow(rows, undefined, NOON), { row: rows[0], skipped: 0 });
  assert.deepEqual(dueRow(rows, undefined, NOON + 61_000), { row: rows[1], skipped: 1 });
  // it stays the price, as the chain may lose it
  assert.deepEqual(dueRow(rows, rows[1].time, NOON + 61_000), { row: rows[1], skipped: 0 });
  assert.deepEqual(dueRow(rows, rows[0].time, NOON + 10 ** 9), { row: rows[2], skipped: 1 });
});

test('a replayed table should go on after the last row that was fed', () => {
  const rows = parseRows(TABLE, 'table');
  const clock = tableClock(rows, undefined, 5_000, 60);
  assert.equal(clock(5_000), rows[0].time);
  assert.equal(clock(6_000), rows[1].time);
  const later = tableClock(rows, rows[0].time, 9_000, 60);
  assert.deepEqual(dueRow(rows, rows[0].time, later(9_000)), { row: rows[1], skipped: 0 });
  assert.deepEqual([isOver(rows, rows[1].time), isOver(rows, rows[2].time)], [false, true]);
});

test('a value should be fed unless the chain has it, counts it, and it is young', () => {
  const own = { value: ONE, age: 9_999, counts: true };
  const facts = { value: ONE, own, interval: 10_000 };
  assert.equal(decide(facts).feed, false);
  assert.match(decide({ ...facts, own: undefined }).why, /no value of this operator/);
  assert.match(decide({ ...facts, own: { ...own, counts: false } }).why, /does not count/);
  assert.match(decide({ ...facts, own: { ...own, age: 10_000 } }).why, /grows old/);
  assert.match(decide({ ...facts, value: ONE + 1n }).why, /has changed/);
});

test('the interval should be half of the heartbeat unless somebody says another', () => {
  assert.equal(intervalOf(undefined, 3_600_000), 1_800_000);
  assert.equal(intervalOf(60, 3_600_000), 60_000);
});

test('waits should double up to a minute', () => {
  assert.deepEqual([1, 2, 3, 6, 7, 100].map(backoff), [1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
});

test('refusals should say what to do', () => {
  assert.match(explain('feeds.NotActive', { account: 'X', feed: 1 }), /X is no active operator/);
  assert.match(explain('feeds.NotListed', { account: 'X', feed: 7 }), /feed 7.*listed first/);
  assert.equal(explain('other.Error', {}), 'other.Error');
});

const OWNER = { genesis: '0x01', feed: 1, account: 'X', source: 'csv a' };

test('a place in a table should come back as it was', () => {
  const text = encodeState({ ...OWNER, row: 7 });
  assert.deepEqual(decodeState(text, OWNER, 'file'), { row: 7, isOther: false });
  // The rows of another table mean nothing.
  assert.deepEqual(decodeState(text, { ...OWNER, source: 'csv b' }, 'file'), { row: undefined, isOther: true });
});

for (const [what, text, message] of [
  ['of another chain', encodeState({ ...OWNER, genesis: '0x02' }), /of another chain/],
  ['of another feed', encodeState({ ...OWNER, feed: 2 }), /of another feed/],
  ['of another account', encodeState({ ...OWNER, account: 'Y' }), /of another account/],
  ['that is no JSON', '{', /is no JSON/],
  ['of another form', '{"form":9}', /not written by this feeder/],
  ['with a broken row', encodeState({ ...OWNER, row: 'x' }), /its "row"/],
]) {
  test(`a state ${what} should be refused with a sentence`, () => {
    assert.throws(() => decodeState(text, OWNER, 'file'), (error) => error instanceof BadUse && message.test(error.message));
  });
}

test('a replay that is started again should know its place', (t) => {
  const file = join(folder(t), 'deep', 'state.json');
  const first = new State(file, OWNER);
  assert.deepEqual([first.row, first.says], [undefined, 'begins anew']);
  first.save(5);
  const second = new State(file, OWNER);
  assert.deepEqual([second.row, second.says], [5, 'goes on']);
});

test('a state should be kept where the environment says', () => {
  assert.equal(defaultPath(3, 'X', { XDG_STATE_HOME: '/s' }), '/s/breakwater/feed-3-X.json');
});

test('a key should come from a file that nobody else can read, or from the environment', (t) => {
  const file = join(folder(t), 'key');
  writeFileSync(file, '//Charlie\n', { mode: 0o600 });
  assert.equal(readKey(file, {}), '//Charlie');
  assert.equal(readKey(undefined, { [KEY_VARIABLE]: ' //Dave ' }), '//Dave');
  chmodSync(file, 0o644);
  assert.throws(() => readKey(file, {}), /chmod 600/);
  assert.throws(() => readKey('/does/not/exist', {}), /cannot be read/);
  assert.throws(() => readKey(undefined, {}), /There is no key/);
});

test('only what somebody made as a key should be one', () => {
  const words = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk';
  const seed = `0x${'1f'.repeat(32)}`;
  for (const text of [words, `${words}//oracle`, seed, `${seed}//0`, '//Charlie', '//Charlie//stash']) assert.equal(isKey(text), true, text);
  // A word too few, a misspelt one, a short seed, and what the library would pad with blanks.
  for (const text of [words.replace(' walk', ''), words.replace('lake', 'lace'), '0x1f', 'Charlie', 'password//1', '']) {
    assert.equal(isKey(text), false, text);
  }
});

const good = ['--feed', '1', '--csv', 'table.csv'];

test('good arguments should be read', () => {
  const options = parseOptions([...good, '--speed', '60', '--once']);
  assert.deepEqual([options.feed, options.csv, options.speed, options.once, options.poll], [1, 'table.csv', 60, true, 30]);
  assert.deepEqual([options.tip, options.zero, options.maxAge], [500, false, undefined]);
  const json = parseOptions(['--feed', '1', '--json', 'x', '--path', 'a.0.b', '--time', 'a.0.t', '--max-age', '60', '--zero', '--tip', '0']);
  assert.deepEqual([json.path, json.time, json.maxAge, json.zero, json.tip], [['a', '0', 'b'], ['a', '0', 't'], 60, true, 0]);
});

for (const [args, message] of [
  [['--csv', 'x'], /--feed is missing/],
  [['--feed', '1'], /Name one source/],
  [[...good, '--json', 'x', '--path', 'a'], /Name one source/],
  [['--feed', '1', '--json', 'x'], /needs --path/],
  [[...good, '--path', 'a'], /--path is for --json/],
  [['--feed', '1', '--json', 'x', '--path', 'a', '--speed', '2'], /--speed is for --csv/],
  [[...good, '--time', 'a'], /--time is for --json/],
  [[...good, '--speed', '2', '--max-age', '60'], /do not go together/],
  [[...good, '--state', 'x'], /--state is for --speed/],
  [[...good, '--tip', '-1'], /--tip/],
  [['--feed', 'usdc', '--csv', 'x'], /--feed needs a whole number/],
  [['--feed', '4294967296', '--csv', 'x'], /--feed needs a whole number/],
  [[...good, '--speed', '0'], /--speed needs a whole number from 1/],
  [[...good, '--decimals', '19'], /--decimals needs/],
  [[...good, '--url', 'http://here'], /--url needs/],
  [[...good, '--speedy'], /See \.\/scripts\/feed --help/],
  [[...good, '--key', '//Alice'], /can be read by everybody/],
  [[...good, '--seed=0x1'], /can be read by everybody/],
]) {
  test(`the arguments ${args.join(' ')} should be refused with a sentence`, () => {
    assert.throws(() => parseOptions(args), (error) => error instanceof BadUse && message.test(error.message));
  });
}

test('a table should be followed while it grows', async (t) => {
  const csv = join(folder(t), 'table.csv');
  writeFileSync(csv, TABLE);
  const table = new Table({ csv, decimals: 0 });
  const first = await table.next(undefined);
  assert.deepEqual([first.value, first.skipped, first.at], [ONE / 2n, 2, 1678492920000]);
  assert.equal((await table.next(first.row)).row, first.row);
  writeFileSync(csv, `${TABLE}1678493000,0.75\n`);
  assert.equal((await table.next(first.row)).value, (3n * ONE) / 4n);
  // What becomes wrong is waited for: the row before it is fed already.
  writeFileSync(csv, `${TABLE}1678493000,zero\n`);
  await assert.rejects(table.next(first.row), SourceAway);
  rmSync(csv);
  await assert.rejects(table.next(first.row), SourceAway);
  assert.throws(() => new Table({ csv, decimals: 0 }), BadUse);
});

test('a replayed table should end', (t) => {
  const csv = join(folder(t), 'table.csv');
  writeFileSync(csv, TABLE);
  const table = new Table({ csv, decimals: 0, speed: 10 });
  assert.equal(table.isOver(NOON), false);
  assert.equal(table.isOver(NOON + 120_000), true);
  assert.equal(new Table({ csv, decimals: 0 }).isOver(NOON + 120_000), false);
});

test('a document should be read from a file and over http, and what is wrong be told', async (t) => {
  const json = join(folder(t), 'price.json');
  const at = (from, path = ['a']) => new Document({ json: from, path, decimals: 0, poll: 1 });
  writeFileSync(json, '{"a":1.25,"b":"-1"}');
  utimesSync(json, 1_600_000_000, 1_600_000_000);
  // a file has a time of its own
  assert.deepEqual(await at(json).next(), { value: (5n * ONE) / 4n, at: 1_600_000_000_000 });
  await assert.rejects(at(json, ['b']).next(), /is negative/);
  await assert.rejects(at(json, ['c']).next(), /nothing at c/);
  writeFileSync(json, '<html>');
  await assert.rejects(at(json).next(), /is no JSON/);
  await assert.rejects(at(`${json}.gone`).next(), /cannot be read: ENOENT/);
  let status = 200;
  const server = createServer((_, reply) => reply.writeHead(status).end('{"a":"0.5"}'));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.close());
  const url = `http://127.0.0.1:${server.address().port}/`;
  assert.deepEqual(await at(url).next(), { value: ONE / 2n, at: undefined });
  assert.deepEqual([at(url).hasNoTime, at(json).hasNoTime], [true, false]);
  status = 503;
  await assert.rejects(at(url).next(), (error) => error instanceof SourceAway && /status 503/.test(error.message));
  await new Promise((closed) => server.close(closed));
  await assert.rejects(at(url).next(), (error) => error instanceof SourceAway && /does not answer/.test(error.message));
});

test('the time that a document says should be that of its price', async (t) => {
  const json = join(folder(t), 'price.json');
  const at = (time) => new Document({ json, path: ['a'], time, decimals: 0, poll: 1 });
  writeFileSync(json, '{"a":1,"when":{"updatedAt":1600000000},"word":"now"}');
  assert.equal((await at(['when', 'updatedAt']).next()).at, 1_600_000_000_000);
  await assert.rejects(at(['word']).next(), (error) => error instanceof SourceAway && /at word is no time: "now"/.test(error.message));
  await assert.rejects(at(['gone']).next(), /nothing at gone/);
});

/** Answers that begin well. */
const BROKEN = {
  'ends early': (reply) => {
    reply.writeHead(200, { 'content-length': '100' });
    reply.write('{"a":"0.99');
    setTimeout(() => reply.destroy(), 20);
  },
  'ends early in a chunk': (reply) => {
    reply.write('{"a":"0.99');
    setTimeout(() => reply.destroy(), 20);
  },
  stalls: (reply) => {
    reply.writeHead(200, { 'content-length': '100' });
    reply.write('{"a":"0.99');
  },
  'is badly packed': (reply) => {
    reply.writeHead(200, { 'content-encoding': 'gzip' });
    reply.end(Buffer.concat([gzipSync('{"a":"0.99"}').subarray(0, 12), Buffer.from('nonsense')]));
  },
  'never ends': (reply) => {
    const more = () => {
      while (reply.write(' '.repeat(1 << 20)));
      if (!reply.destroyed) reply.once('drain', more);
    };
    more();
  },
};
for (const [what, answer] of Object.entries(BROKEN)) {
  test(`a body that ${what} should be a source that is away`, async (t) => {
    const server = createServer((_, reply) => answer(reply));
    await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    t.after(() => {
      server.closeAllConnections();
      server.close();
    });
    const json = `http://127.0.0.1:${server.address().port}/`;
    const document = new Document({ json, path: ['a'], decimals: 0, poll: 1 }, 2_000);
    await assert.rejects(document.next(), (error) => error instanceof SourceAway && /\.$/.test(error.message));
  });
}

test('the help should name every option', () => {
  const help = readFileSync(new URL('../feed', import.meta.url), 'utf8');
  for (const name of ['feed', 'csv', 'json', 'path', 'time', 'max-age', 'zero', 'url', 'poll', 'speed', 'decimals', 'every', 'tip', 'key-file', 'state', 'once', 'verbose']) {
    assert.match(help, new RegExp(`^  --${name}\\b`, 'm'), `--${name}`);
  }
});
