// SPDX-License-Identifier: Apache-2.0
// The operator's commands without a chain: amounts, options, files, plans, the status, and the checks of a machine.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { StoryError } from '../js/chain.mjs';
import { parseAmount, plainAmount, showAmount, showTime } from '../js/operator/amounts.mjs';
import { parseKeys, readKeys, readPair } from '../js/operator/files.mjs';
import * as limits from '../js/operator/limits.mjs';
import { BadOption, checkAddress, checkUrl, isLoopback, parseOptions } from '../js/operator/options.mjs';
import { planJoin, planLeave, planResume, seatStep } from '../js/operator/plan.mjs';
import {
  clockCheck,
  folderCheck,
  keyCheck,
  prepare,
  quoted,
  spaceCheck,
  startCommand,
  LEAST_SPACE,
} from '../js/operator/prepare.mjs';
import { explain, newKeys, run as runPlan, send } from '../js/operator/run.mjs';
import { named, seated } from '../js/operator/seats.mjs';
import { linesOf, statusOf } from '../js/operator/status.mjs';

await cryptoWaitReady();
const top = fileURLToPath(new URL('../..', import.meta.url));
const ONE = 10n ** 12n;
const EVE = '5HGjWAeFDfFCWPsjFQdVV2Msvz2XtMktvgocEZcCj68kUMaw';
const ALICE = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY';

/** A folder for one test. */
function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'operator-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A candidate. */
const candidate = (who, more = {}) => ({
  who,
  id: `0x${who}`,
  bond: 10_000n * ONE,
  approved: false,
  suspended: false,
  offences: [],
  hasKeys: true,
  ...more,
});
const alice = candidate('alice', { approved: true });
const own = (more) => candidate('eve', more);

/** The state of eve, who has money and nothing else, on a chain whose only validator is alice. */
const stateOf = (more = {}) => ({
  account: 'eve',
  id: '0xeve',
  session: 10,
  sessionSlots: 1_200,
  slotsLeft: 600,
  slotSeconds: 3,
  limits: { maxValidators: 50, openSeats: 0, minBond: 10_000n * ONE },
  candidates: [alice],
  leaver: undefined,
  keys: undefined,
  keyDeposit: 350_000_000_000n,
  least: 5_000_000_000n,
  balance: { free: 20_000n * ONE, reserved: 0n, frozen: 0n },
  validators: ['alice'],
  queued: ['alice'],
  disabled: false,
  authored: 0,
  slashes: [],
  node: { roles: ['Authority'], isSyncing: false, peers: 3, shouldHavePeers: true, holdsKeys: undefined },
  fees: { setKeys: 3n, purgeKeys: 1n, register: 2n, addBond: 2n, resume: 1n, retire: 5n, withdrawBond: 1n },
  ...more,
});
const node = (more) => ({ ...stateOf().node, ...more });
/** A state in which eve has keys that are in the node. */
const keyed = (more = {}) => stateOf({ keys: '0x01', node: node({ holdsKeys: true }), ...more });
/** A state in which eve is a candidate. */
const joined = (its = {}, more = {}) => keyed({ candidates: [alice, own(its)], ...more });

const statuses = (steps) => steps.map(({ status }) => status).join(' ');
const calls = (steps) => steps.flatMap(({ call }) => (call === undefined ? [] : [`${call.section}.${call.method}`]));
const says = (steps, pattern) => assert.match(steps.map(({ text }) => text).join('\n'), pattern);
const refuses = (act, pattern) => assert.throws(act, (error) => error instanceof BadOption && pattern.test(error.message));

for (const [text, units] of [
  ['1', ONE],
  ['0', 0n],
  ['10000', 10_000n * ONE],
  ['0.5', ONE / 2n],
  ['0.000000000001', 1n],
  [' 20000.000000000001 ', 20_000n * ONE + 1n],
  ['340282366920938463463374607.431768211455', (1n << 128n) - 1n],
]) {
  test(`${text} BRKW should be exact`, () => assert.equal(parseAmount(text), units));
}

for (const [text, pattern] of [
  ['', /needs an amount/],
  ['1,000', /without separators/],
  ['-1', /needs an amount/],
  ['1e3', /needs an amount/],
  ['.5', /needs an amount/],
  ['1.', /needs an amount/],
  ['0x10', /needs an amount/],
  ['1.0000000000001', /13 decimals; BRKW has 12/],
  ['340282366920938463463374607.431768211456', /more than the chain can count/],
]) {
  test(`the amount "${text}" should be refused with a sentence`, () => refuses(() => parseAmount(text, '--bond'), pattern));
}

test('amounts should be shown exactly', () => {
  for (const [units, plain, shown] of [
    [0n, '0', '0 BRKW'],
    [1n, '0.000000000001', '0.000000000001 BRKW'],
    [999n * ONE, '999', '999 BRKW'],
    [1_234_567n * ONE + 10n ** 11n, '1234567.1', '1,234,567.1 BRKW'],
    [-ONE / 2n, '-0.5', '-0.5 BRKW'],
  ]) {
    assert.equal(plainAmount(units), plain);
    assert.equal(showAmount(units), shown);
  }
  for (let bits = 0n; bits < 128n; bits += 1n) assert.equal(parseAmount(plainAmount(1n << bits)), 1n << bits);
});

test('times should be rounded to what a reader needs', () => {
  for (const [seconds, text] of [
    [0, '1 minute'],
    [60, '1 minute'],
    [1_800, '30 minutes'],
    [7_200, '2 hours'],
    [172_800, '2 days'],
    [3_636_000, '42 days'],
  ]) {
    assert.equal(showTime(seconds), text);
  }
});

test('only the addresses of this machine should be loopback', () => {
  for (const url of ['ws://127.0.0.1:9944', 'ws://localhost:1', 'ws://[::1]:9944', 'wss://127.8.8.8', 'ws://x@127.0.0.1']) {
    assert.ok(isLoopback(url), url);
    assert.equal(checkUrl(url, true), url);
  }
  for (const url of [
    'ws://10.0.0.1:9944',
    'ws://127.0.0.1.example.org',
    'ws://127.0.0.1@example.org',
    'ws://localhost.example.org',
    'ws://[::2]',
    'ws://0.0.0.0',
  ]) {
    assert.ok(!isLoopback(url), url);
    refuses(() => checkUrl(url, true), /not on this machine.*--unsafe-url/);
    assert.equal(checkUrl(url, false), url);
  }
  for (const url of ['http://127.0.0.1', '127.0.0.1:9944', 'ws://', '', 'node'])
    refuses(() => checkUrl(url, false), /--url needs/);
});

test('keys and join should ask a node of this machine only, and status any', () => {
  const far = ['--url', 'ws://node.example.org'];
  refuses(() => parseOptions(['keys', '--account', EVE, ...far]), /not on this machine/);
  refuses(() => parseOptions(['join', '--secret-file', 'x', ...far]), /not on this machine/);
  assert.equal(parseOptions(['keys', '--account', EVE, ...far, '--unsafe-url']).url, far[1]);
  assert.equal(parseOptions(['status', '--account', EVE, ...far]).account, EVE);
});

for (const [args, pattern] of [
  [[], /Name a command: prepare, keys, join, status, resume, leave/],
  [['--url', 'x'], /Name a command/],
  [['jump'], /no command jump; there are prepare/],
  [['constructor'], /no command constructor/],
  [['join'], /join needs --secret-file FILE, or --dry-run with --account/],
  [['join', '--account', EVE], /needs --secret-file/],
  [['join', '--dry-run'], /needs --secret-file/],
  [['join', '--secret-file', 'x', '--account', EVE], /leave --account out/],
  [['join', '--secret-file', 'x', '--keys-file', 'y', '--new-keys'], /do not go together/],
  [['join', '--seed', '//Eve'], /can be read by everybody/],
  [['leave', '--secret=//Eve'], /can be read by everybody/],
  [['leave', '--secret-file', 'x', '--bond', '1'], /Unknown option '--bond'.*See --help/],
  [['status'], /status needs --account ADDRESS/],
  [['status', '--account', 'eve'], /"eve" is not an address/],
  [['prepare', '--chain', 'dev'], /prepare needs --base-path DIR/],
  [['prepare', '--base-path', 'x'], /prepare needs --chain CHAIN/],
]) {
  test(`"operator ${args.join(' ')}" should be refused with a sentence`, () => refuses(() => parseOptions(args), pattern));
}

test('an address of another prefix should be the same account', () => {
  const other = new Keyring({ type: 'sr25519', ss58Format: 0 }).addFromUri('//Eve').address;
  assert.notEqual(other, EVE);
  assert.equal(checkAddress(other), EVE);
});

test('a secret should come only from a file of mode 600 or 400', (t) => {
  const file = join(folder(t), 'secret');
  const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
  writeFileSync(file, '//Eve\n');
  for (const mode of [0o600, 0o400]) {
    chmodSync(file, mode);
    assert.equal(readPair(keyring, file).address, EVE);
  }
  for (const mode of [0o644, 0o640, 0o700, 0o601]) {
    chmodSync(file, mode);
    refuses(() => readPair(keyring, file), /chmod 600/);
  }
  refuses(() => readPair(keyring, `${file}.none`), /cannot be read: ENOENT/);
});

test('a secret that is none should be refused, and never be shown', (t) => {
  const file = join(folder(t), 'secret');
  const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
  for (const text of ['', 'correct horse battery', '0x1234']) {
    writeFileSync(file, text, { mode: 0o600 });
    assert.throws(
      () => readPair(keyring, file),
      (error) => error instanceof BadOption && (text === '' || !error.message.includes(text)),
    );
  }
});

test('session keys of a file should be those of the account', (t) => {
  const text = JSON.stringify({ account: EVE, keys: '0xAB', proof: '0xcd', call: 'session.setKeys' });
  assert.deepEqual(parseKeys(text, EVE), { keys: '0xab', proof: '0xcd' });
  refuses(() => parseKeys(text, ALICE), /are for 5HGj.*not for 5Grw/);
  for (const bad of [
    '',
    '{}',
    'null',
    JSON.stringify({ account: EVE, keys: 'ab', proof: '0xcd' }),
    JSON.stringify({ account: EVE, keys: '0xabc', proof: '0x' }),
  ]) {
    refuses(() => parseKeys(bad, EVE), /account, keys and proof/);
  }
  refuses(() => readKeys(join(folder(t), 'none'), EVE), /cannot be read: ENOENT/);
});

test('the numbers of the pallet should be those of its sources', () => {
  const types = readFileSync(join(top, 'pallets/validators/src/types.rs'), 'utf8');
  const constant = (name) => Number(new RegExp(`pub const ${name}: \\w+ = ([\\d_]+);`).exec(types)[1].replaceAll('_', ''));
  for (const name of ['MAX_VALIDATORS', 'MAX_CANDIDATES', 'MAX_OFFENCES', 'OFFENCE_WINDOW'])
    assert.equal(limits[name], constant(name), name);
  const consensus = readFileSync(join(top, 'runtime/src/configs/consensus.rs'), 'utf8');
  assert.equal(
    limits.REMEMBERED_SESSIONS,
    Number(/REMEMBERED_SESSIONS: SessionIndex = ([\d_]+);/.exec(consensus)[1].replaceAll('_', '')),
  );
});

test('the governed numbers should have the defaults and bounds of the runtime', () => {
  const source = readFileSync(join(top, 'runtime/src/parameters.rs'), 'utf8');
  const value = (text) => {
    const [, digits, unit] = /^([\d_]+|MAX_VALIDATORS)(?: \* (BRKW))?$/.exec(text.trim());
    const size = digits === 'MAX_VALIDATORS' ? BigInt(limits.MAX_VALIDATORS) : BigInt(digits.replaceAll('_', ''));
    return unit === undefined ? size : size * ONE;
  };
  for (const [name, { normal, least, most }] of Object.entries(limits.GOVERNED)) {
    assert.equal(value(new RegExp(`pub static ${name}: \\w+ = ([^;]+);`).exec(source)[1]), normal, name);
    const [, low, high] = new RegExp(`${name}: \\w+ = validators, ([^,]+), ([^;]+);`).exec(source);
    assert.deepEqual([value(low), value(high)], [least, most], name);
    assert.equal(limits.governed(name, undefined), normal);
    assert.equal(limits.governed(name, most + 1n), most);
    assert.equal(limits.governed(name, least === 0n ? 0n : least - 1n), least);
    assert.equal(limits.governed(name, most), most);
  }
});

test('seats should go to approved candidates first, then to larger bonds, and to none without keys', () => {
  const [a, b, c, d] = [
    candidate('a', { bond: 1n }),
    candidate('b', { bond: 3n }),
    candidate('c', { bond: 3n }),
    candidate('d', { bond: 2n, approved: true }),
  ];
  const get = (openSeats, maxValidators = 50, all = [a, b, c, d]) => seated(all, { maxValidators, openSeats });
  assert.deepEqual(get(0), ['d']);
  assert.deepEqual(get(1), ['d', 'b']);
  assert.deepEqual(get(2), ['d', 'b', 'c']);
  assert.deepEqual(get(9, 2), ['d', 'b']);
  assert.deepEqual(get(1, 50, [a, { ...b, hasKeys: false }, { ...d, suspended: true }]), ['a']);
});

test('the chain should never be without a validator', () => {
  const rules = { maxValidators: 50, openSeats: 0 };
  assert.deepEqual(named([{ ...alice, suspended: true }, own()], rules), ['alice']);
  assert.deepEqual(named([{ ...alice, suspended: true }, own()], { ...rules, openSeats: 1 }), ['alice', 'eve']);
  assert.deepEqual(named([own({ suspended: true })], rules), ['eve']);
  assert.deepEqual(named([own({ hasKeys: false })], rules), []);
});

test('join should set keys and register, and tell of the referendum', () => {
  const steps = planJoin(stateOf());
  assert.equal(statuses(steps), 'done done next next wait');
  assert.deepEqual(calls(steps), ['session.setKeys', 'validators.register']);
  assert.ok(steps[2].keysFromNode);
  assert.deepEqual(steps[3].call.args, { bond: 10_000n * ONE });
  assert.deepEqual(steps[4].proposal, { section: 'validators', method: 'approve', args: { who: 'eve' } });
  says(steps, /key deposit 0\.35 BRKW, the bond 10,000 BRKW, fees of about 0\.000000000005 BRKW, and 0\.005 BRKW that stay/);
  says(steps, /A referendum has to approve the candidate, as there are no open seats\. The seat comes two sessions after that/);
});

test('join should stop exactly when the money is not enough', () => {
  const needed = 10_000n * ONE + 350_000_000_000n + 5_000_000_000n + 5n;
  const has = (free, frozen = 0n, reserved = 0n) => planJoin(stateOf({ balance: { free, reserved, frozen } }));
  assert.equal(has(needed)[1].status, 'done');
  assert.equal(has(needed - 1n)[1].status, 'stop');
  says(has(needed - 1n), /lacks 0\.000000000001 BRKW.*Send the rest to eve/);
  assert.equal(has(needed, needed - 5n)[1].status, 'done');
  assert.equal(has(needed, needed - 4n)[1].status, 'stop');
  says(has(needed, needed), /cannot pay the fees.*are locked/);
  assert.equal(has(needed, needed, needed)[1].status, 'done');
});

test('join should skip what is done, and ask for no money then', () => {
  assert.deepEqual(calls(planJoin(keyed())), ['validators.register']);
  says(planJoin(keyed()), /needed: the bond 10,000 BRKW, fees/);
  const steps = planJoin(joined({}, { balance: { free: 0n, reserved: 0n, frozen: 0n } }));
  assert.equal(statuses(steps), 'done done done wait');
  says(steps, /candidate with a bond of 10,000 BRKW/);
});

test('join should take a bond that is asked, and add to a smaller one', () => {
  assert.deepEqual(planJoin(keyed(), { bond: 12_000n * ONE })[3].call.args, { bond: 12_000n * ONE });
  const more = planJoin(joined(), { bond: 10_000n * ONE + 1n });
  assert.deepEqual(more.find(({ call }) => call)?.call, { section: 'validators', method: 'addBond', args: { amount: 1n } });
  assert.deepEqual(calls(planJoin(joined(), { bond: 10_000n * ONE })), []);
  assert.deepEqual(calls(planJoin(joined(), { bond: 1n })), []);
});

test('join should send nothing for a bond that is too small', () => {
  const steps = planJoin(stateOf(), { bond: 10_000n * ONE - 1n });
  assert.deepEqual(calls(steps), []);
  assert.equal(steps.at(-1).status, 'stop');
  says(steps, /9,999\.999999999999 BRKW is too small: the least one is 10,000 BRKW/);
});

test('join should say what a full list of candidates asks for', () => {
  const full = (approved) => Array.from({ length: 200 }, (_, index) => candidate(`c${index}`, { approved, bond: 11_000n * ONE }));
  says(planJoin(keyed({ candidates: full(false) })), /All 200 places.*A bond above 11,000 BRKW/);
  says(planJoin(keyed({ candidates: full(true) })), /taken by approved ones/);
  assert.deepEqual(calls(planJoin(keyed({ candidates: full(false) }), { bond: 11_000n * ONE })), []);
  assert.deepEqual(calls(planJoin(keyed({ candidates: full(false) }), { bond: 11_001n * ONE })), ['validators.register']);
});

test('join should stop at a node that cannot be a validator', () => {
  for (const [more, pattern] of [
    [{ roles: ['Full'] }, /not a validator: start it with --validator/],
    [{ isSyncing: true }, /still catching up/],
    [{ peers: 0 }, /no peers/],
  ]) {
    const steps = planJoin(stateOf({ node: node(more) }));
    assert.equal(steps[0].status, 'stop');
    says(steps, pattern);
  }
  assert.equal(planJoin(stateOf({ node: node({ peers: 0, shouldHavePeers: false }) }))[0].status, 'done');
});

test('keys that are not in the node should be replaced before a candidacy, and only if asked after it', () => {
  const lost = { keys: '0x01', node: node({ holdsKeys: false }) };
  const steps = planJoin(stateOf(lost));
  assert.deepEqual(calls(steps), ['session.setKeys', 'validators.register']);
  // the deposit is held already
  assert.doesNotMatch(steps[1].text, /key deposit/);
  const late = planJoin(joined({}, lost));
  assert.equal(late[1].status, 'stop');
  says(late, /not in this node.*--new-keys/);
  const asked = planJoin(joined({}, lost), { newKeys: true });
  assert.deepEqual(calls(asked), ['session.setKeys']);
  says(asked, /old ones sign for two sessions more/);
});

test('join should not register while the node does not say whether it has the keys', () => {
  const silent = { keys: '0x01', node: node({ holdsKeys: undefined }) };
  const steps = planJoin(stateOf(silent));
  assert.equal(steps[2].status, 'stop');
  says(steps, /serves no unsafe methods here/);
  assert.equal(planJoin(joined({}, silent))[1].status, 'note');
});

test('join should set the keys of a file once', () => {
  const given = { keys: '0x02', proof: '0x03' };
  const steps = planJoin(stateOf(), { given });
  assert.deepEqual(steps[2].call, { section: 'session', method: 'setKeys', args: given });
  assert.equal(steps[2].keysFromNode, undefined);
  assert.deepEqual(calls(planJoin(keyed({ keys: '0x02' }), { given })), ['validators.register']);
});

test('join should stop for a former candidate and for a suspended one', () => {
  const leaver = { bond: 9_000n * ONE, until: 12 };
  const former = planJoin(keyed({ leaver }));
  assert.equal(statuses(former), 'stop');
  says(former, /bond of 9,000 BRKW.*from session 12 on, in about 90 minutes.*operator leave/);
  const suspended = planJoin(joined({ suspended: true }));
  assert.equal(suspended.at(-1).status, 'stop');
  says(suspended, /suspended.*operator resume/);
});

test('the seat should be told with its session and time', () => {
  const approved = { approved: true };
  const text = (state) => seatStep(state).text;
  assert.match(text(joined(approved)), /seat comes with session 12, in about 90 minutes, if nothing changes/);
  assert.match(text(joined(approved, { queued: ['alice', 'eve'] })), /seat comes with session 11, in about 30 minutes/);
  const seatedNow = { validators: ['alice', 'eve'], queued: ['alice', 'eve'], authored: 1 };
  assert.match(text(joined(approved, seatedNow)), /has a seat in this session, 10, with 1 block so far\.$/);
  assert.match(
    text(joined(approved, { ...seatedNow, queued: ['alice'], disabled: true })),
    /disabled until the session ends\. It has none in the next/,
  );
  assert.match(text(joined({ suspended: true })), /suspended candidate gets no seat/);
  assert.match(text(joined({ hasKeys: false })), /without session keys gets no seat/);
  assert.match(
    text(joined({ approved: true, bond: 1n }, { limits: { ...stateOf().limits, maxValidators: 1 } })),
    /All seats \(1\) are taken by approved candidates/,
  );
  assert.match(text(keyed()), /no candidate/);
});

test('an open seat should be told, with the bond that it asks for', () => {
  const open = { limits: { ...stateOf().limits, openSeats: 1 } };
  says(planJoin(keyed(open)), /seat comes with session 12/);
  const rival = candidate('rival', { bond: 15_000n * ONE });
  const steps = planJoin(keyed({ ...open, candidates: [alice, rival] }));
  says(steps, /A bond above 15,000 BRKW gets one, with --bond\. Or a referendum approves/);
  assert.ok(steps.at(-1).proposal);
  says(planJoin(keyed({ ...open, candidates: [alice, rival] }), { bond: 16_000n * ONE }), /seat comes with session 12/);
});

test('resume should end a suspension, and do nothing without one', () => {
  const steps = planResume(joined({ suspended: true, approved: true, offences: [9] }));
  assert.equal(statuses(steps), 'done done done next wait');
  assert.deepEqual(calls(steps), ['validators.resume']);
  says(steps, /seat comes with session 12/);
  assert.deepEqual(calls(planResume(joined())), []);
  assert.equal(planResume(joined())[0].status, 'done');
  says(planResume(keyed()), /no candidate, so that there is nothing to resume/);
  says(planResume(keyed({ leaver: { bond: ONE, until: 1 } })), /can be taken back now/);
});

test('resume should stop until its cause is mended', () => {
  const held = (more) => planResume(joined({ suspended: true }, more));
  assert.equal(held({ node: node({ holdsKeys: false }) })[1].status, 'stop');
  assert.equal(held({ node: node({ holdsKeys: undefined }) })[1].status, 'note');
  assert.equal(held({ keys: undefined })[1].status, 'stop');
  assert.equal(held({ node: node({ isSyncing: true }) })[0].status, 'stop');
});

test('resume should add to a bond only if asked', () => {
  const short = joined({ suspended: true, bond: 9_300n * ONE });
  const steps = planResume(short);
  assert.equal(
    steps.findIndex(({ status }) => status === 'stop'),
    2,
  );
  says(steps, /below the least one, 10,000 BRKW\. With --add-bond the missing 700 BRKW are added/);
  const adding = planResume(short, { addBond: true });
  assert.deepEqual(calls(adding), ['validators.addBond', 'validators.resume']);
  assert.deepEqual(adding.find(({ call }) => call).call.args, { amount: 700n * ONE });
  assert.deepEqual(calls(planResume(joined({ suspended: true }), { addBond: true })), ['validators.resume']);
});

test('resume should warn before the third offence', () => {
  const at = (session, offences) => planResume({ ...joined({ suspended: true, offences }), session });
  says(at(200, [40, 100]), /has 2 offences within a week\. One more before session 208 ends the candidacy/);
  says(at(200, [20, 40, 100]), /One more before session 208/);
  for (const steps of [at(208, [40, 100]), at(200, [100])]) assert.ok(steps.every(({ status }) => status !== 'note'));
});

test('leave should retire, wait for the cooldown, and take the bond back', () => {
  const retire = planLeave(joined({}, { validators: ['alice', 'eve'] }));
  assert.deepEqual(calls(retire), ['validators.retire']);
  says(retire, /has a seat in this session\. Keep the node going[^]*cooldown of about 42 days/);
  const leaver = { bond: 9_000n * ONE, until: 1_020 };
  const waiting = planLeave(keyed({ leaver, queued: ['eve'] }));
  assert.equal(statuses(waiting), 'done wait wait');
  says(waiting, /seat in the next session[^]*session 1020 on, in about 42 days/);
  assert.deepEqual(calls(planLeave(keyed({ leaver, session: 1_019 }))), []);
  assert.deepEqual(calls(planLeave(keyed({ leaver, session: 1_020 }))), ['validators.withdrawBond']);
});

test('leave should stop for the last candidate that could be a validator', () => {
  for (const candidates of [
    [own()],
    [{ ...alice, suspended: true }, own()],
    [{ ...alice, hasKeys: false }, own()],
    [{ ...alice, approved: false }, own()],
  ]) {
    const steps = planLeave(keyed({ candidates }));
    assert.equal(statuses(steps), 'stop');
    says(steps, /No other candidate could be a validator/);
  }
});

test('leave should take the keys off the chain only if asked, and at last', () => {
  assert.equal(statuses(planLeave(keyed())), 'done note');
  assert.deepEqual(calls(planLeave(keyed(), { purgeKeys: true })), ['session.purgeKeys']);
  assert.deepEqual(calls(planLeave(keyed({ queued: ['eve'] }), { purgeKeys: true })), []);
  assert.deepEqual(calls(planLeave(keyed({ leaver: { bond: ONE, until: 1_020 } }), { purgeKeys: true })), []);
  assert.deepEqual(calls(planLeave(joined(), { purgeKeys: true })), ['validators.retire']);
  assert.equal(statuses(planLeave(stateOf(), { purgeKeys: true })), 'done');
});

test('the status should tell of a candidate in lines', () => {
  const state = joined(
    { suspended: true, bond: 9_300n * ONE, offences: [3, 9] },
    {
      slashes: [{ session: 9, of: 10_000n * ONE, taken: 700n * ONE }],
      session: 172,
      authored: 2,
      node: node({ holdsKeys: false }),
    },
  );
  const text = linesOf(state).join('\n');
  for (const pattern of [
    /^role {8}candidate$/m,
    /^bond {8}9,300 BRKW; the least one is 10,000 BRKW$/m,
    /^suspended {3}yes, until validators\.resume, after 700 BRKW are added to the bond/m,
    /^offences {4}in session 3, 9; 1 of them within 168 sessions, of which 3 end the candidacy$/m,
    /^seat {8}this session: no; next session: no$/m,
    /^blocks {6}2 blocks in this session$/m,
    /^keys {8}set on the chain, NOT in this node$/m,
    /^slashes {5}700 BRKW of 10,000 BRKW in session 9$/m,
    /^balance {5}20,000 BRKW free, 0 BRKW held$/m,
  ]) {
    assert.match(text, pattern);
  }
});

test('the status should tell of a former candidate, and of none', () => {
  const leaver = { bond: ONE, until: 20 };
  assert.match(
    linesOf(keyed({ leaver })).join('\n'),
    /^role {8}former candidate\nleaving {5}bond of 1 BRKW can be taken back in session 20, in about 10 hours$/m,
  );
  assert.match(linesOf(keyed({ leaver, session: 20 })).join('\n'), /can be taken back now/);
  const none = linesOf(stateOf({ node: node({ roles: ['Full'], isSyncing: true }) })).join('\n');
  for (const pattern of [
    /^role {8}none$/m,
    /^keys {8}not set on the chain$/m,
    /^slashes {5}none/m,
    /^node {8}NOT a validator, 3 peers, still catching up$/m,
  ]) {
    assert.match(none, pattern);
  }
  assert.match(linesOf(keyed({ node: node() })).join('\n'), /the node does not say whether it has them \(no unsafe/);
});

test('the status should be JSON with exact amounts', () => {
  const slashes = [
    { session: 3, of: 10_000n * ONE, taken: 1n },
    { session: 4, of: 10_000n * ONE, taken: 2n },
  ];
  const status = statusOf(joined({ bond: 10_000n * ONE - 3n, offences: [3, 4] }, { slashes, queued: ['eve'] }));
  assert.deepEqual(JSON.parse(JSON.stringify(status)), status);
  assert.equal(status.bond, '9999.999999999997');
  assert.equal(status.slashed, '0.000000000003');
  assert.deepEqual(status.seat, { thisSession: false, nextSession: true });
  assert.deepEqual(status.keys, { onChain: '0x01', inNode: true });
  assert.equal(status.offencesThatCount, 2);
  assert.equal(status.leaving, null);
  assert.equal(status.secondsToNextSession, 1_800);
  const left = statusOf(keyed({ leaver: { bond: ONE, until: 12 } }));
  assert.deepEqual(left.leaving, { bond: '1', untilSession: 12, canWithdraw: false, secondsToWithdraw: 5_400 });
  assert.equal(left.bond, null);
  const due = statusOf(keyed({ leaver: { bond: ONE, until: 12 }, session: 12 })).leaving;
  assert.deepEqual([due.canWithdraw, due.secondsToWithdraw], [true, 0]);
});

/** A call whose transaction ends as a list of results says. */
function stubCall(results) {
  const chain = {
    provider: { on: () => () => undefined },
    api: { registry: { findMetaError: () => ({ section: 'validators', name: 'LastCandidate', docs: ['Wait for one.'] }) } },
  };
  const is = (type) => ({ type, [`is${type}`]: true, [`as${type}`]: { toHex: () => '0xaa' } });
  const call = {
    method: { section: 'validators', method: 'retire' },
    signAndSend: async (_, __, hear) => {
      for (const [type, dispatchError] of results) hear({ status: is(type), dispatchError, blockNumber: { toNumber: () => 7 } });
      return () => undefined;
    },
  };
  return send(chain, {}, call, { block: 50, final: 50 });
}

test('a transaction should count only when its block is final', async () => {
  const told = (pattern) => (error) => error instanceof StoryError && pattern.test(error.message);
  assert.deepEqual(await stubCall([['InBlock'], ['Retracted'], ['InBlock'], ['Finalized']]), { block: 7, hash: '0xaa' });
  await assert.rejects(stubCall([['InBlock']]), told(/in block 7, which is not final.*run this again/));
  await assert.rejects(stubCall([]), told(/in no block/));
  await assert.rejects(stubCall([['InBlock'], ['Retracted']]), told(/in no block/));
  await assert.rejects(stubCall([['Dropped']]), told(/dropped validators\.retire/));
  const error = { isModule: true, asModule: {} };
  await assert.rejects(
    stubCall([
      ['InBlock', error],
      ['Finalized', error],
    ]),
    told(/retire was refused: validators\.LastCandidate\. Wait for one\./),
  );
});

test('an error of the chain should be told with its advice', () => {
  const registry = {
    findMetaError: () => {
      throw new Error('unknown');
    },
  };
  assert.equal(explain(registry, { isModule: false, toString: () => 'BadOrigin' }), 'BadOrigin.');
  assert.equal(explain(registry, { isModule: true, asModule: { toString: () => '{"index":9}' } }), 'module error {"index":9}.');
});

test('a node that makes no keys should be told as a sentence', async () => {
  const provider = new EventEmitter();
  provider.send = async () => {
    throw new Error('-32601: RPC call is unsafe to be called externally');
  };
  await assert.rejects(
    newKeys({ provider }, EVE),
    (error) => error instanceof StoryError && /makes no session keys: .*own machine/.test(error.message),
  );
});

/** Runs a plan on a chain on which each transaction is final at once, and then in the next state. */
async function ran(states, plan, { signs = true, said = [] } = {}) {
  const is = { type: 'Finalized', isFinalized: true, asFinalized: { toHex: () => '0xaa' } };
  const chain = {
    provider: { on: () => () => undefined },
    call: (section, method, args) => ({
      method: {
        section,
        method,
        args: Object.values(args).map((value) => ({ toBigInt: () => value, toString: () => String(value) })),
        toHex: () => '0x0d',
        hash: { toHex: () => '0x0e' },
        encodedLength: 1,
      },
      meta: { args: Object.keys(args).map((name) => ({ name })) },
      paymentInfo: async () => ({ partialFee: { toBigInt: () => 7n } }),
      signAndSend: async (_, __, hear) => {
        said.push(`signed ${section}.${method}`);
        setImmediate(() => hear({ status: is, blockNumber: { toNumber: () => 7 } }));
        return () => undefined;
      },
    }),
  };
  const left = [...states];
  const read = async () => ({ pending: 0, ...(left.length > 1 ? left.shift() : left[0]) });
  const code = await runPlan({ chain, account: 'eve', pair: signs ? {} : undefined, plan, say: (line) => said.push(line), read });
  return { code, said, signed: said.filter((line) => line.startsWith('signed')) };
}

test('a plan should be done step by step, each on the state that the last has left', async () => {
  const short = joined({ suspended: true, bond: 9_300n * ONE });
  const plan = (state) => planResume(state, { addBond: true });
  const { code, said, signed } = await ran([short, joined({ suspended: true }), joined()], plan);
  assert.equal(code, 0);
  assert.deepEqual(signed, ['signed validators.addBond', 'signed validators.resume']);
  assert.ok(said.includes('sent  validators.resume is final in block 7 (0xaa).'));
  assert.match(said.join('\n'), /wait  A referendum has to approve[^]*Note the preimage 0x0d/);
  // what is said once is not said again
  assert.equal(said.filter((line) => line.includes("is a validator's")).length, 1);
});

test('a plan should end before what has to be mended, with exit code 1', async () => {
  const { code, signed, said } = await ran([joined({ suspended: true, bond: ONE })], planResume);
  assert.deepEqual([code, signed], [1, []]);
  assert.match(said.at(-1), /^stop  The bond of 1 BRKW is below the least one/);
});

test('a dry run should show each call, and send none', async () => {
  const { code, signed, said } = await ran([keyed({ pending: 1 })], planJoin, { signs: false });
  assert.deepEqual([code, signed], [0, []]);
  const text = said.join('\n');
  assert.match(text, /call {7}validators\.register\n {6}arguments {2}\{"bond":"10000000000000000"\}\n {6}call data {2}0x0d\n/);
  assert.match(text, /^ {6}fee {8}about 0\.0{11}7 BRKW$/m);
  assert.match(said.at(-1), /nothing was sent/);
  const keys = await ran([stateOf()], planJoin, { signs: false });
  assert.match(keys.said.join('\n'), /call {7}session\.setKeys\n {6}arguments {2}keys and proof, which the node makes/);
  assert.equal((await ran([joined({ suspended: true })], planJoin, { signs: false })).code, 1);
});

test('no transaction should be sent twice', async () => {
  const told = (pattern) => (error) => error instanceof StoryError && pattern.test(error.message);
  const said = [];
  const again = ran([joined({ suspended: true })], planResume, { said });
  await assert.rejects(again, told(/resume is final, but has not changed the state/));
  assert.equal(said.filter((line) => line.startsWith('signed')).length, 1);
  await assert.rejects(ran([keyed({ pending: 1 })], planJoin), told(/1 transaction of the account.*run this again/));
});

test('folders and keys that others can enter should be mended, but for the base', () => {
  assert.equal(folderCheck('/x', 0o40700, true).status, 'ok');
  assert.deepEqual([folderCheck('/x y', 0o40755, true).status, folderCheck('/x', 0o40755, false).chmod], ['todo', 0o700]);
  assert.match(folderCheck('/x y', 0o40755, true).text, /mode 755\. Say: chmod 700 '\/x y'/);
  const file = { mode: 0o100600, size: 64, uid: 5 };
  for (const mode of [0o100600, 0o100400]) assert.equal(keyCheck('/x/k', { ...file, mode }, 5).chmod, undefined);
  for (const mode of [0o100644, 0o100640, 0o100700]) assert.equal(keyCheck('/x/k', { ...file, mode }, 5).chmod, 0o600);
  assert.match(keyCheck('/x/k', file, 6).text, /belongs to user 5.*chown -R 6 \/x/);
  assert.equal(keyCheck('/x/k', { ...file, size: 0 }, 5).status, 'todo');
});

test('the disk and the clock should be checked', () => {
  assert.equal(spaceCheck(LEAST_SPACE).status, 'ok');
  assert.match(spaceCheck(LEAST_SPACE - 1e9).text, /Only 49\.0 GB are free, and 50 GB are the least/);
  assert.deepEqual(
    ['yes', 'no', undefined, ''].map((answer) => clockCheck(answer).status),
    ['ok', 'todo', 'note', 'note'],
  );
});

test('the command that starts a node should be one for the shell, with what the node knows', () => {
  const given = { node: '/opt/a b/node', chain: 'chain.json', base: "/data/it's", help: '' };
  const words = startCommand(given);
  assert.match(words, /^'\/opt\/a b\/node' --validator --chain chain\.json --base-path '\/data\/it'\\''s' /);
  assert.doesNotMatch(words, /health/);
  assert.match(startCommand({ ...given, help: '--health-addr <ADDR>' }), /--health-addr 127\.0\.0\.1:9616$/);
  for (const word of ['a', "it's", '$(x)', 'a b', '*', '']) {
    assert.equal(spawnSync('sh', ['-c', `printf %s ${quoted(word)}`], { encoding: 'utf8' }).stdout, word);
  }
});

/** A program that makes and reads a network key as the node does, for a chain with the id `trial`. */
const NODE = `#!/bin/sh
case "$1 $2" in
'--help ') echo 'help' ;;
'export-chain-spec --chain') [ "$3" = trial ] || { echo "no chain $3" >&2; exit 1; }; echo '{"id":"trial"}' ;;
'key generate-node-key') mkdir -p "$6/chains/trial/network"; printf 'secret' >"$6/chains/trial/network/secret_ed25519" ;;
'key inspect-node-key') printf 'peer-of-'; cat "$4" ;;
*) exit 9 ;;
esac
`;

test('a machine should be prepared once, and mended after', (t) => {
  const path = folder(t);
  const old = process.umask();
  t.after(() => process.umask(old));
  const program = join(path, 'node');
  writeFileSync(program, NODE, { mode: 0o755 });
  const said = [];
  const run = (base, chain = 'trial') => prepare({ node: program, chain, 'base-path': base }, (line) => said.push(line));
  const base = join(path, 'base');
  run(base);
  const network = join(base, 'chains/trial/network');
  const key = join(network, 'secret_ed25519');
  assert.deepEqual(
    [base, network, key].map((one) => statSync(one).mode & 0o777),
    [0o700, 0o700, 0o600],
  );
  assert.ok(said.includes('peer id   peer-of-secret'));
  assert.match(said.join('\n'), /A network key is made\./);
  writeFileSync(key, 'other');
  chmodSync(key, 0o644);
  chmodSync(network, 0o755);
  mkdirSync(join(base, 'chains/trial/keystore'));
  chmodSync(join(base, 'chains/trial/keystore'), 0o755);
  said.length = 0;
  run(base);
  assert.deepEqual(
    [network, key].map((one) => statSync(one).mode & 0o777),
    [0o700, 0o600],
  );
  assert.equal(statSync(join(base, 'chains/trial/keystore')).mode & 0o777, 0o700);
  assert.equal(readFileSync(key, 'utf8'), 'other');
  assert.match(said.join('\n'), /a network key already[^]*had mode 644 and has 600 now[^]*peer-of-other/);
  chmodSync(base, 0o755);
  assert.equal(run(base), 1);
  assert.equal(statSync(base).mode & 0o777, 0o755);
  assert.match(said.at(-1), /^start {5}.*node --validator --chain trial --base-path .*base --name NAME/);
});

test('a machine that cannot be prepared should be told as a sentence', (t) => {
  const path = folder(t);
  const old = process.umask();
  t.after(() => process.umask(old));
  const program = join(path, 'node');
  const run = (more) => prepare({ node: program, chain: 'trial', 'base-path': join(path, 'base'), ...more }, () => undefined);
  const told = (pattern) => (error) => error instanceof StoryError && pattern.test(error.message);
  assert.throws(() => run(), told(/no node's program at .*--node/));
  writeFileSync(program, NODE, { mode: 0o755 });
  assert.throws(() => run({ chain: 'none' }), told(/export-chain-spec --chain none failed: no chain none/));
  const spec = join(path, 'spec.json');
  for (const text of ['no JSON', '{}', '{"id":"../x"}', '{"id":".."}', 'null']) {
    writeFileSync(spec, text);
    assert.throws(() => run({ chain: spec }), told(/no specification of a chain/));
  }
  assert.throws(() => run({ 'base-path': program }), told(/is no folder/));
  assert.throws(() => run({ 'base-path': join(program, 'x') }), told(/cannot be prepared: ENOTDIR/));
});

test('the script should have a help, and refuse what makes no sense with exit code 2', () => {
  const run = (...args) => spawnSync(join(top, 'scripts/operator'), args, { encoding: 'utf8' });
  const help = run('--help');
  assert.equal(help.status, 0);
  for (const command of ['prepare', 'keys', 'join', 'status', 'resume', 'leave'])
    assert.match(help.stdout, new RegExp(`operator ${command}`));
  const bad = run('jump');
  assert.deepEqual([bad.status, bad.stdout], [2, '']);
  assert.match(bad.stderr, /error: There is no command jump/);
});
