// SPDX-License-Identifier: Apache-2.0
// The unit of systemd: whether systemd takes it, and how far the service is shut off from the machine.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../docker/systemd', import.meta.url));
const NAME = 'breakwater-node.service';
/** The greatest exposure, of ten, that the unit may have. */
const MOST_EXPOSED = 2;

const unit = readFileSync(join(folder, NAME), 'utf8');
const settings = readFileSync(join(folder, 'breakwater-node.env'), 'utf8');
const { error } = spawnSync('systemd-analyze', ['--version']);
const skip = error ? 'systemd-analyze is not installed (package systemd)' : false;

/** The values of a setting of the unit. */
const valuesOf = (name) => [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value]) => value);

/** Runs systemd-analyze on a copy of a unit. Its text is in English whatever the machine's language. */
function analyze(text, ...args) {
  const work = mkdtempSync(join(tmpdir(), 'breakwater-unit-'));
  try {
    const path = join(work, NAME);
    writeFileSync(path, text);
    const { status, stdout, stderr } = spawnSync('systemd-analyze', [...args, path], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C', SYSTEMD_PAGER: '' },
    });
    return { status, stdout, stderr: stderr.replaceAll(work, '') };
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The unit with a program that is on this machine. */
const here = (text) => text.replace('ExecStart=/usr/local/bin/breakwater-node', 'ExecStart=/bin/true');

test('systemd should take the unit without a word', { skip }, () => {
  const copy = here(unit);
  assert.notEqual(copy, unit, 'the program is replaced');
  const { status, stdout, stderr } = analyze(copy, 'verify');
  assert.equal(`${stdout}${stderr}`, '');
  assert.equal(status, 0);
});

test('a mistake in a unit should be found', { skip }, () => {
  const { stderr } = analyze(here(unit).replace('ProtectHome=', 'ProtectHme='), 'verify');
  assert.match(stderr, /ProtectHme/);
});

test('the service should be shut off from the machine', { skip }, () => {
  const exposure = (text) => {
    const { stdout, stderr } = analyze(text, 'security', '--offline=true', '--no-pager');
    const [, found] = /Overall exposure level for \S+: ([\d.]+)/.exec(stdout) ?? [];
    assert.ok(found !== undefined, `systemd-analyze gives no exposure: ${stdout}${stderr}`);
    return Number(found);
  };
  const found = exposure(unit);
  assert.ok(found <= MOST_EXPOSED, `an exposure of ${found}, and ${MOST_EXPOSED} is the most`);
  const isGuard = (line) => /^(Protect|Private|Restrict|SystemCall|Capability|NoNewPrivileges)/.test(line);
  const open = unit.split('\n').filter((line) => !isGuard(line)).join('\n');
  assert.ok(exposure(open) > MOST_EXPOSED, 'a unit without protection is above it');
});

test('the runtime should be compiled, and the node should see the memory of the machine', () => {
  // Guard: with `yes` the node cannot make a runtime; without /proc/meminfo it leaves out the cache of the state.
  assert.deepEqual(valuesOf('MemoryDenyWriteExecute'), ['no']);
  assert.deepEqual(valuesOf('ProcSubset'), ['all']);
});

test('the service should be started again for ever, after the time is known', () => {
  assert.deepEqual(valuesOf('Restart'), ['always']);
  assert.deepEqual(valuesOf('StartLimitIntervalSec'), ['0']);
  assert.ok(Number(valuesOf('RestartSec')[0]) >= 5, 'a pause between two starts');
  for (const name of ['After', 'Wants']) assert.match(valuesOf(name).join(' '), /time-sync\.target network-online\.target/);
  assert.deepEqual(valuesOf('KillSignal'), ['SIGTERM']);
  assert.ok(Number(valuesOf('TimeoutStopSec')[0]) >= 60, 'time to write the database');
});

test('nothing but the network of peers should listen for others', () => {
  assert.doesNotMatch(unit, /^\s*--[\w-]*external/m);
  assert.match(unit, /--health-addr 127\.0\.0\.1:/);
  assert.match(settings, /^BREAKWATER_RPC_METHODS=safe$/m);
});

test('each variable of the unit should have a value in the example of settings', () => {
  const used = new Set([...unit.matchAll(/^\t.*\$\{?(BREAKWATER_\w+)\}?/gm)].map(([, name]) => name));
  const set = new Set([...settings.matchAll(/^(BREAKWATER_\w+)=/gm)].map(([, name]) => name));
  assert.ok(used.size >= 5, 'variables are found');
  assert.deepEqual([...used].sort(), [...set].sort());
});
