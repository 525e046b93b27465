// SPDX-License-Identifier: Apache-2.0
// The assessor's script: votes and their hash, the files of secrets, what is sent after a crash, the watch, and the options.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { commit, reveal } from '../js/assess/commands.mjs';
import { Votes, defaultFolders, fileOf, readReasons } from '../js/assess/files.mjs';
import { Court } from '../js/assess/court.mjs';
import { COMMANDS, parseOptions } from '../js/assess/options.mjs';
import { commitmentOf, parseVote } from '../js/assess/votes.mjs';
import { Watch, warningDue } from '../js/assess/watch.mjs';
import { dutyLine, haltLines, statusLines } from '../js/assess/words.mjs';

await cryptoWaitReady();
const top = mkdtempSync(join(tmpdir(), 'assess-'));
after(() => rmSync(top, { recursive: true, force: true }));
let folders = 0;
const newFolders = () => {
  folders += 1;
  return { salts: join(top, String(folders), 'votes'), backup: join(top, String(folders), 'copies') };
};

const genesis = `0x${'ab'.repeat(32)}`;
const pair = new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri('//Eve');
const CHOICES = [{ Proposal: 0 }, { Proposal: 1 }, 'NotCovered'];
const HOUR = 3_600_000;

// Votes.

test('each way to vote should have its ranks', () => {
  assert.deepEqual(parseVote('proposal:1', CHOICES), { vote: { For: { Proposal: 1 } }, ranks: [1, 0, 1] });
  assert.deepEqual(parseVote('not-covered', CHOICES), { vote: { For: 'NotCovered' }, ranks: [1, 1, 0] });
  assert.deepEqual(parseVote('abstain', CHOICES), { vote: 'Abstain', ranks: [0, 0, 0] });
  assert.deepEqual(parseVote(' Ranked: 0,1, 255', CHOICES), { vote: { Ranked: '0x0001ff' }, ranks: [0, 1, 255] });
});

for (const [text, message] of [
  ['', /is no vote\. --vote takes proposal:K.* proposal:0, proposal:1, not-covered/],
  ['yes', /is no vote/],
  ['proposal:2', /has no choice proposal:2\. Its choices are proposal:0/],
  ['proposal:-1', /is no vote/],
  ['ranked:0,1', /has 2 ranks, and the case 3 choices/],
  ['ranked:0,1,256', /whole numbers from 0 to 255/],
  ['ranked:0,,1', /whole numbers/],
]) {
  test(`the vote "${text}" should be refused with a sentence`, () => assert.throws(() => parseVote(text, CHOICES), message));
}

test('not covered should be no choice where a proposal says it', () => {
  assert.throws(() => parseVote('not-covered', CHOICES.slice(0, 2)), /has no choice not-covered/);
});

const vectors = JSON.parse(readFileSync(new URL('./vectors/court-commitments.json', import.meta.url), 'utf8'));
test('the commitment should be that of the chain', () => {
  assert.ok(vectors.length > 0);
  for (const { commitment, ...of } of vectors) assert.equal(commitmentOf(of), commitment);
});

// Files of secrets.

const record = (over = {}) => {
  const one = { genesis, account: pair.address, panel: 3, case: 1, choices: [], said: 'abstain', vote: 'Abstain', ranks: [0, 0], salt: `0x${'07'.repeat(32)}`, ...over };
  return { ...one, commitment: commitmentOf(one) };
};

test('a secret should be in two files that only their owner can read', () => {
  const votes = new Votes(newFolders());
  votes.keep(record());
  for (const folder of votes.folders) {
    assert.deepEqual(readdirSync(folder), [fileOf(record())]);
    assert.equal(statSync(join(folder, fileOf(record()))).mode & 0o777, 0o600);
    assert.equal(statSync(folder).mode & 0o077, 0);
  }
  assert.deepEqual(votes.read(record()).salt, record().salt);
  assert.equal(votes.read({ ...record(), panel: 4 }), undefined);
});

test('a secret should be found in its copy, and written anew', () => {
  const votes = new Votes(newFolders());
  votes.keep(record());
  rmSync(join(votes.folders[0], fileOf(record())));
  assert.equal(votes.read(record()).commitment, record().commitment);
  votes.keep(votes.read(record()));
  assert.ok(existsSync(join(votes.folders[0], fileOf(record()))));
  // a file that is cut in the middle
  writeFileSync(join(votes.folders[0], fileOf(record())), '{"form":1,');
  assert.equal(votes.read(record()).commitment, record().commitment);
  writeFileSync(join(votes.folders[1], fileOf(record())), '{"form":1,');
  assert.throws(() => votes.read(record()), /is not what \.\/scripts\/assess writes\. Put the copy of --backup/);
});

test('a secret should never take the place of another', () => {
  const votes = new Votes(newFolders());
  votes.keep(record());
  const other = record({ salt: `0x${'08'.repeat(32)}` });
  assert.throws(() => votes.keep(other), /cannot be written .*nothing was sent/);
  assert.equal(votes.read(record()).salt, record().salt);
  assert.deepEqual(readdirSync(votes.folders[0]), [fileOf(record())]);
});

test('files of another chain, of a changed vote, and two that differ should be refused', () => {
  const votes = new Votes(newFolders());
  votes.keep(record());
  const file = join(votes.folders[0], fileOf(record()));
  const text = readFileSync(file, 'utf8');
  const write = (change) => writeFileSync(file, JSON.stringify({ ...JSON.parse(text), ...change }));
  rmSync(join(votes.folders[1], fileOf(record())));
  write({ genesis: `0x${'cd'.repeat(32)}` });
  assert.throws(() => votes.read(record()), /is of another chain, account or panel/);
  write({ ranks: [0, 1] });
  assert.throws(() => votes.read(record()), /is damaged/);
  const other = record({ salt: `0x${'09'.repeat(32)}` });
  new Votes({ salts: votes.folders[1], backup: votes.folders[1] }).keep(other);
  writeFileSync(file, text);
  assert.throws(() => votes.read(record()), /have different votes/);
});

test('a folder of secrets should be neither among the sources nor that of the copies', () => {
  const parse = (...args) => parseOptions(['commit', '--secret-file', 'x', '--case', '1', '--vote', 'abstain', ...args]);
  const inside = fileURLToPath(new URL('../votes', import.meta.url));
  assert.throws(() => parse('--salts', inside), /is in the folder of the sources/);
  assert.throws(() => parse('--salts', '/a/b', '--backup', '/a/c/../b'), /are the same folder/);
  // also where one is a link to the other, or to the sources
  const [real, link, sources] = ['real', 'link', 'sources'].map((name) => join(top, name));
  mkdirSync(real);
  symlinkSync(real, link);
  symlinkSync(fileURLToPath(new URL('..', import.meta.url)), sources);
  assert.throws(() => parse('--salts', join(real, 'new'), '--backup', join(link, 'new')), /are the same folder/);
  assert.throws(() => parse('--salts', join(sources, 'votes')), /is in the folder of the sources/);
  assert.equal(parse('--salts', '/a/b').backup, defaultFolders().backup);
  const usual = defaultFolders({ XDG_STATE_HOME: '/s', XDG_DATA_HOME: '/d' });
  assert.deepEqual(usual, { salts: '/s/breakwater/votes', backup: '/d/breakwater/votes-backup' });
});

test('reasons should have the hash of their bytes and a place that fits', () => {
  const file = join(top, 'reasons.md');
  writeFileSync(file, 'because\n');
  assert.deepEqual(Object.keys(readReasons(file, 'ipfs://x')), ['hash', 'uri']);
  assert.match(readReasons(file, 'x').hash, /^0x[0-9a-f]{64}$/);
  assert.throws(() => readReasons(file, 'x'.repeat(257)), /1 to 256 bytes/);
  assert.throws(() => readReasons(join(top, 'none'), 'x'), /cannot be read: ENOENT/);
});

// Commit and reveal, on a court that only says what it is told to say.

/** A court with one case at a stage, and a seat of the account. */
function courtOf({ stage = 'Commit', seat = { state: 'Drawn' }, task = 'Reveal', left = 5 * HOUR, pending = 0, duties = 1 } = {}) {
  const now = 1_000_000;
  const calls = [];
  return {
    genesis,
    calls,
    now: async () => now,
    pending: async () => pending,
    case: async (id) => ({ case: id, panel: 3, choices: CHOICES, stage: { name: stage, until: now + left }, votes: new Map(seat ? [[pair.address, seat]] : []) }),
    assessor: async () => ({ duties: task ? Array.from({ length: duties }, (_, at) => ({ case: 1 + at, panel: 3 + at, seats: 1, stake: '50 BRKW', task, until: now + left })) : [] }),
    chain: { call: (section, method, args) => ({ section, method, args }), lost: false },
  };
}
/** A court that has the commitment of an account's file. */
const committed = (votes, more = {}) => {
  const commitment = votes.read({ genesis, account: pair.address, panel: 3 })?.commitment;
  return courtOf({ seat: { state: 'Committed', commitment }, ...more });
};
const committing = (votes, vote, court, more = {}) => {
  const [sent, said] = [[], []];
  const send = more.send ?? (async (_, __, call) => (sent.push(call), { block: 9 }));
  const act = commit({ court, votes, pair, options: { case: 1, vote }, say: (text) => said.push(text), ...more, send });
  return act.then(() => ({ sent, said }));
};

test('the secret should be on the disk before its hash is sent', async () => {
  const votes = new Votes(newFolders());
  const send = async (_, __, { method, args }) => {
    assert.equal(method, 'commitVote');
    for (const folder of votes.folders) {
      const kept = JSON.parse(readFileSync(join(folder, fileOf({ genesis, account: pair.address, panel: 3 })), 'utf8'));
      assert.equal(kept.commitment, args.commitment);
    }
    return { block: 1 };
  };
  await committing(votes, 'proposal:1', courtOf(), { send });
});

test('a crash between writing and sending should send the same commitment again', async () => {
  const votes = new Votes(newFolders());
  const tried = [];
  const crash = async (_, __, { args }) => {
    tried.push(args.commitment);
    throw new Error('the machine went down');
  };
  await assert.rejects(committing(votes, 'proposal:1', courtOf(), { send: crash }), /went down/);
  // also before the copy was written
  rmSync(join(votes.folders[1], fileOf({ genesis, account: pair.address, panel: 3 })));
  const { sent } = await committing(votes, 'proposal:1', courtOf());
  assert.deepEqual(sent.map(({ args }) => args.commitment), tried);
  assert.equal(readdirSync(votes.folders[1]).length, 1);
});

test('another vote should be refused once one is written', async () => {
  const votes = new Votes(newFolders());
  const { sent } = await committing(votes, 'proposal:1', courtOf());
  await assert.rejects(committing(votes, 'abstain', courtOf()), /one panel takes one\. Nothing was sent\. Say --vote proposal:1/);
  const seat = { state: 'Committed', commitment: sent[0].args.commitment };
  await assert.rejects(committing(votes, 'abstain', courtOf({ seat })), /proposal:1 is on the chain/);
  const again = await committing(votes, 'proposal:1', courtOf({ seat }));
  assert.deepEqual(again.sent, []);
  assert.match(again.said.join(), /has this commitment already/);
});

test('a commitment of another secret, or without one, should be told', async () => {
  const seat = { state: 'Committed', commitment: `0x${'11'.repeat(32)}` };
  await assert.rejects(committing(new Votes(newFolders()), 'abstain', courtOf({ seat })), /there is no .* with its secret/);
  const votes = new Votes(newFolders());
  await committing(votes, 'abstain', courtOf());
  await assert.rejects(committing(votes, 'abstain', courtOf({ seat })), /is not that of/);
});

test('nothing should be sent if a secret cannot be written', async () => {
  const where = newFolders();
  const blocked = join(top, `file-${folders}`);
  writeFileSync(blocked, '');
  const court = courtOf();
  const send = () => assert.fail('it was sent');
  for (const bad of [{ ...where, salts: join(blocked, 'x') }, { ...where, backup: join(blocked, 'x') }]) {
    await assert.rejects(committing(new Votes(bad), 'abstain', court, { send }), /cannot be written.*so nothing was sent\. Make the folder writable/);
  }
  if (process.getuid?.() !== 0) {
    mkdirSync(where.backup, { recursive: true });
    chmodSync(where.backup, 0o500);
    await assert.rejects(committing(new Votes(where), 'abstain', court, { send }), /EACCES/);
  }
});

test('nothing should be sent while another call of the account waits', async () => {
  const votes = new Votes(newFolders());
  const send = () => assert.fail('it was sent');
  await assert.rejects(committing(votes, 'abstain', courtOf({ pending: 1 }), { send }), /pool has 1 transaction of/);
  const options = { 'no-reasons': true };
  await assert.rejects(revealing(votes, committed(votes, { pending: 1 }), { options, send }), /pool has 1 transaction of/);
  // a stuck call is no reason to miss the deadline
  const sent = await revealing(votes, committed(votes, { pending: 1, left: HOUR / 4 }), { options });
  assert.equal(sent.length, 1);
});

test('a commitment out of time, or without a seat, should be refused', async () => {
  const votes = new Votes(newFolders());
  await assert.rejects(committing(votes, 'abstain', courtOf({ stage: 'Draw' })), /not drawn yet/);
  await assert.rejects(committing(votes, 'abstain', courtOf({ stage: 'Reveal' })), /The time to commit is over/);
  await assert.rejects(committing(votes, 'abstain', courtOf({ left: 0 })), /is over\. Nothing was sent/);
  await assert.rejects(committing(votes, 'abstain', courtOf({ seat: null })), /has no seat in panel 3/);
  await assert.rejects(committing(votes, 'abstain', courtOf({ seat: { state: 'Denounced' } })), /was denounced/);
  assert.equal(existsSync(votes.folders[0]), false);
});

const revealing = async (votes, court, more = {}) => {
  const sent = [];
  const send = async (_, __, call) => (sent.push(call), { block: 9 });
  await reveal({ court, votes, pair, options: {}, say: () => undefined, send, ...more });
  return sent;
};

test('a vote should be revealed with the salt and the reasons of its file', async () => {
  const votes = new Votes(newFolders());
  const reasons = { hash: genesis, uri: 'reasons.md' };
  await committing(votes, 'ranked:0,1,1', courtOf());
  await assert.rejects(revealing(votes, committed(votes)), /Only a vote with reasons is rewarded/);
  await committing(votes, 'ranked:0,1,1', courtOf(), { reasons });
  const [without] = await revealing(votes, committed(votes), { options: { 'no-reasons': true } });
  assert.equal(without.args.reasons, null);
  const [call] = await revealing(votes, committed(votes));
  assert.deepEqual(call.args.vote, { Ranked: '0x000101' });
  assert.deepEqual(call.args.reasons, [genesis, 'reasons.md']);
  assert.equal(call.args.salt, votes.read({ genesis, account: pair.address, panel: 3 }).salt);
});

test('a vote that cannot be revealed should not keep the others back', async () => {
  const votes = new Votes(newFolders());
  await committing(votes, 'abstain', courtOf());
  const sent = [];
  const send = async (_, __, call) => (sent.push(call), { block: 9 });
  const court = committed(votes, { duties: 2 });
  const both = court.assessor;
  court.assessor = async () => ({ duties: (await both()).duties.reverse() });
  await assert.rejects(revealing(votes, court, { options: { 'no-reasons': true }, send }), /Case 2: There is no .* with the secret/);
  assert.deepEqual(sent.map(({ args }) => args.case), [1]);
  const reasons = { hash: genesis, uri: 'r' };
  await assert.rejects(revealing(votes, court, { reasons, send: () => assert.fail('it was sent') }), /in the cases 2, 1, .*Name it with --case/);
});

test('nothing should be sent that the chain would refuse for a fee', async () => {
  const votes = new Votes(newFolders());
  await committing(votes, 'abstain', courtOf());
  const other = courtOf({ seat: { state: 'Committed', commitment: `0x${'11'.repeat(32)}` } });
  const late = committed(votes, { left: 0 });
  const send = () => assert.fail('it was sent');
  const options = { 'no-reasons': true };
  await assert.rejects(revealing(votes, other, { options, send }), /on the chain is not that of/);
  await assert.rejects(revealing(votes, late, { options, send }), /The time to reveal in case 1 is over/);
  const { watch, sent, said } = watching(votes, { hash: genesis, uri: 'r' });
  await watch.look(other);
  await watch.look(other);
  assert.equal(sent.length, 0);
  assert.equal(said.filter((line) => /is not that of/.test(line)).length, 1);
});

test('a reveal too early, or of nothing, should be refused', async () => {
  const votes = new Votes(newFolders());
  await assert.rejects(revealing(votes, courtOf({ task: 'WaitToReveal' })), /begins at about .* can be denounced\. Nothing was sent/);
  await assert.rejects(revealing(votes, courtOf({ task: 'Commit' })), /commit first/);
  await assert.rejects(revealing(votes, courtOf({ task: null })), /has no seat/);
  await assert.rejects(revealing(votes, courtOf(), { options: { 'no-reasons': true } }), /There is no .* with the secret/);
});

// The watch.

const watching = (votes, reasons) => {
  const [sent, said] = [[], []];
  const send = async (_, __, call) => (sent.push(call), { block: 9 });
  return { watch: new Watch({ votes, pair, reasons, say: (text) => said.push(text), send }), sent, said };
};

test('the watch should tell of a seat once, warn, and reveal', async () => {
  const votes = new Votes(newFolders());
  const { watch, sent, said } = watching(votes, { hash: genesis, uri: 'r' });
  await watch.look(courtOf({ task: 'Commit', left: 40 * HOUR }));
  await watch.look(courtOf({ task: 'Commit', left: 39 * HOUR }));
  assert.equal(said.length, 1);
  assert.match(said[0], /^Seat: case 1, panel 3: 1 seat/);
  await watch.look(courtOf({ task: 'Commit', left: 5 * HOUR }));
  assert.match(said[1], /^WARNING: no vote is committed in case 1, and about 5 hours are left/);
  await committing(votes, 'proposal:0', courtOf());
  await watch.look(courtOf({ task: 'WaitToReveal' }));
  assert.equal(sent.length, 0);
  await watch.look(committed(votes, { task: 'Reveal' }));
  assert.equal(sent[0].method, 'revealVote');
});

test('the watch should wait for reasons, but not too long, and tell of a lost secret', async () => {
  const votes = new Votes(newFolders());
  const lost = watching(votes);
  await lost.watch.look(courtOf({ task: 'WaitToReveal' }));
  assert.match(lost.said.at(-1), /^WARNING: the secret of the vote in case 1 is in none of/);
  await committing(votes, 'proposal:0', courtOf());
  const { watch, sent, said } = watching(votes);
  await watch.look(committed(votes, { left: 40 * HOUR }));
  assert.equal(sent.length, 0);
  assert.match(said.at(-1), /Only a vote with reasons is rewarded/);
  await watch.look(committed(votes, { left: 2 * HOUR }));
  assert.equal(sent[0].args.reasons, null);
});

test('a task that fails should not keep the watch from the others', async () => {
  const votes = new Votes(newFolders());
  await committing(votes, 'proposal:0', courtOf());
  const { watch, sent, said } = watching(votes, { hash: genesis, uri: 'r' });
  const court = committed(votes);
  const [duty] = (await court.assessor()).duties;
  writeFileSync(join(votes.folders[0], fileOf({ genesis, account: pair.address, panel: 2 })), '{');
  court.assessor = async () => ({ duties: [{ ...duty, case: 0, panel: 2 }, duty] });
  await watch.look(court);
  await watch.look(court);
  assert.equal(said.filter((line) => /^Case 0: .* is not what/.test(line)).length, 1);
  assert.equal(sent[0].args.case, 1);
});

test('the sharpest warning that is due should be given', () => {
  assert.equal(warningDue(30 * HOUR), undefined);
  assert.equal(warningDue(23 * HOUR), 24 * HOUR);
  assert.equal(warningDue(HOUR), 2 * HOUR);
});

// Words and options.

test('each task should be said in words', () => {
  const now = Date.UTC(2026, 10, 29);
  const duty = (task) => ({ case: 1, panel: 3, seats: 2, stake: '100 BRKW', task, until: task === 'WaitForOutcome' ? undefined : now + 5 * HOUR });
  const words = { Commit: /Commit to a vote until .*in about 5 hours/, WaitToReveal: /Reveal the vote from/, Reveal: /Reveal the vote until/, WaitForOutcome: /Nothing to do/ };
  for (const [task, wanted] of Object.entries(words)) assert.match(dutyLine(duty(task), now), wanted);
  assert.match(dutyLine({ ...duty('Commit'), until: now }, now), /The time to commit is over/);
  assert.deepEqual(haltLines(60_000), []);
  assert.match(haltLines(3 * HOUR)[0], /about 3 hours old: the chain stands still/);
  assert.match(statusLines('5X', undefined, now).join('\n'), /is no assessor/);
});

test('the present should be the clock of this machine, and of a replay its own', async () => {
  const at = (time) => Court.prototype.times.call({ chain: { time: async () => BigInt(time) } }, 100 * 24 * HOUR);
  assert.deepEqual(await at(100 * 24 * HOUR - 5_000), { now: 100 * 24 * HOUR, age: 5_000 });
  assert.deepEqual(await at(HOUR), { now: HOUR, age: 0 });
  assert.deepEqual(await at(200 * 24 * HOUR), { now: 200 * 24 * HOUR, age: 0 });
});

test('the help should name each command and option', () => {
  const { status, stdout } = spawnSync(fileURLToPath(new URL('../assess', import.meta.url)), ['--help'], { encoding: 'utf8' });
  assert.equal(status, 0);
  for (const [command, options] of Object.entries(COMMANDS)) {
    assert.match(stdout, new RegExp(`\\n  ${command} `), command);
    for (const name of Object.keys(options)) assert.ok(stdout.includes(`--${name}`), `${command} --${name}`);
  }
});

for (const [args, message] of [
  [[], /Name a command/],
  [['vote'], /There is no command vote/],
  [['status'], /status needs --account ADDRESS, or --secret-file/],
  [['status', '--account', 'x'], /is not an address/],
  [['status', '--account', pair.address, '--secret-file', 'x'], /leave --account out/],
  [['commit', '--vote', 'abstain', '--case', '1'], /needs --secret-file/],
  [['commit', '--secret-file', 'x', '--case', '1'], /commit needs --vote/],
  [['commit', '--secret-file', 'x', '--case', 'one', '--vote', 'abstain'], /--case needs a whole number/],
  [['commit', '--seed', '//Eve'], /can be read by everybody/],
  [['reveal', '--secret-file', 'x', '--reasons', 'y'], /go together/],
  [['reveal', '--secret-file', 'x', '--reasons', 'y', '--reasons-uri', 'z', '--no-reasons'], /do not go together/],
  [['watch', '--secret-file', 'x', '--poll', '0'], /--poll needs a whole number from 1/],
  [['calendar', '--account', pair.address], /needs --out/],
  [['cases', '--url', 'http://x'], /--url needs the address of a node's websocket/],
  [['cases', '--evidence', '0'], /--evidence needs a whole number/],
  [['cases', '--what'], /See --help/],
]) {
  test(`the options "${args.join(' ')}" should be refused with a sentence`, () => assert.throws(() => parseOptions(args), message));
}
