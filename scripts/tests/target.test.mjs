// SPDX-License-Identifier: Apache-2.0
// Two checkouts that share one target directory: `in_target` of scripts/lib.sh, with small workspaces of the same crates.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../../', import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'target-')));
after(() => rmSync(folder, { recursive: true, force: true }));
const target = join(folder, 'shared');

/** Writes a file that is older than everything that is built here. */
function write(path, text) {
  writeFileSync(path, text);
  utimesSync(path, 1_600_000_000, 1_600_000_000);
}

/** A crate; its library says something. */
function crate(path, name, says, dependencies = '') {
  mkdirSync(join(path, 'src'), { recursive: true });
  write(join(path, 'Cargo.toml'), `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\n${dependencies}`);
  write(join(path, 'src', 'lib.rs'), `pub fn says() -> &'static str { "${says}" }\n`);
}

/** A checkout with one member, which uses a crate that is no member, as those of the registry. */
function checkout(name) {
  const path = join(folder, name);
  mkdirSync(join(path, 'scripts'), { recursive: true });
  for (const file of ['scripts/lib.sh', 'rust-toolchain.toml']) cpSync(join(top, file), join(path, file));
  write(join(path, 'Cargo.toml'), '[workspace]\nresolver = "2"\nmembers = ["member"]\n');
  crate(join(path, 'member'), 'member', name, 'outside = { path = "../../outside" }\n');
  write(join(path, 'member', 'src', 'main.rs'), 'fn main() { println!("{} with {}", member::says(), outside::says()); }\n');
  const made = spawnSync('cargo', ['generate-lockfile', '--offline'], { cwd: path, encoding: 'utf8' });
  assert.equal(made.status, 0, made.stderr);
  return path;
}

/** Runs a command in a checkout, through its lib.sh. */
const line = (path, ...command) => ['-c', 'source "$0"; in_target "$CARGO_TARGET_DIR" "$@"', join(path, 'scripts', 'lib.sh'), ...command];
const environment = { ...process.env, CARGO_TARGET_DIR: target };
const run = (path, ...command) => spawnSync('bash', line(path, ...command), { encoding: 'utf8', env: environment });
const cargo = (path) => run(path, 'cargo', 'run', '--offline');

crate(join(folder, 'outside'), 'outside', 'the outside');
const [one, other] = ['one', 'other'].map(checkout);

test('a checkout should run what was built of itself, and crates from outside be built once', () => {
  const first = cargo(one);
  assert.equal(first.stdout, 'one with the outside\n', first.stderr);
  assert.match(first.stderr, /Compiling outside/);
  const second = cargo(other);
  assert.match(second.stdout, /^==> Another checkout was built.*\nother with the outside\n$/);
  assert.doesNotMatch(second.stderr, /Compiling outside/);
  // nothing is built again while it stays the same
  const again = cargo(other);
  assert.equal(again.stdout, 'other with the outside\n');
  assert.doesNotMatch(again.stderr, /Compiling/);
  assert.match(cargo(one).stdout, /one with the outside/);
});

test('another checkout in the place of one should not be taken for it', () => {
  rmSync(one, { recursive: true });
  checkout('one');
  write(join(one, 'member', 'src', 'lib.rs'), 'pub fn says() -> &\'static str { "a new one" }\n');
  assert.match(cargo(one).stdout, /a new one with/);
});

test('two runs should not be at work at once, and the second say that it waits', async () => {
  const mark = join(folder, 'mark');
  const first = spawn('bash', line(one, 'bash', '-c', `touch ${mark}; sleep 1; rm ${mark}`), { env: environment });
  const ended = new Promise((done) => first.once('exit', done));
  while (!existsSync(mark)) await new Promise((done) => setTimeout(done, 10));
  const second = run(other, 'bash', '-c', `test ! -e ${mark} && echo alone`);
  assert.match(second.stdout, /^==> Waiting for another run that works in .*\n(.*\n)?alone\n$/);
  assert.equal(await ended, 0);
});

test('what a command ends with should be told', () => {
  assert.equal(run(one, 'bash', '-c', 'exit 7').status, 7);
});
