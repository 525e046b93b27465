// SPDX-License-Identifier: Apache-2.0
// Prepares a machine for a node: its folder, its network key, its disk and its clock. Each check is a sentence.

import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, statSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StoryError } from '../chain.mjs';
import { BadOption } from './options.mjs';

/** The least free space, in bytes: a database of a million policies takes 5 GB, and blocks and logs come to it. */
export const LEAST_SPACE = 50e9;
const GIGABYTE = 1e9;

const ok = (text) => ({ status: 'ok', text });
const mended = (text) => ({ status: 'ok', text, mended: true });
const todo = (text) => ({ status: 'todo', text });
const unknown = (text) => ({ status: 'note', text });

/** The permissions of a mode as they are written: `700`. */
export const octal = (mode) => (mode & 0o777).toString(8).padStart(3, '0');

/** A word of a command, as the shell takes it. */
export const quoted = (word) => (/^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** The check of a folder that only its owner may enter. Folders below the base are mended; the base may be a wrong one. */
export function folderCheck(path, mode, isBase) {
  if ((mode & 0o777) === 0o700) return ok(`${path} is open to its owner only (700).`);
  if (isBase) return todo(`${path} has mode ${octal(mode)}. Say: chmod 700 ${quoted(path)}`);
  return { ...mended(`${path} had mode ${octal(mode)} and has 700 now.`), chmod: 0o700 };
}

/** The check of the file of a network key. */
export function keyCheck(path, { mode, size, uid }, baseUid) {
  if (uid !== baseUid) {
    return todo(
      `${path} belongs to user ${uid}, but its folder to user ${baseUid}. Say: chown -R ${baseUid} ${quoted(dirname(path))}`,
    );
  }
  if (size === 0) return todo(`${path} is empty. Remove it, then run this again.`);
  if ([0o600, 0o400].includes(mode & 0o777)) return ok(`The network key ${path} can be read by its owner only (${octal(mode)}).`);
  return {
    ...mended(`The network key ${path} had mode ${octal(mode)} and has 600 now. If others use this machine, make a new one.`),
    chmod: 0o600,
  };
}

/** The check of the free space, in bytes. */
export function spaceCheck(free) {
  const has = `${(free / GIGABYTE).toFixed(1)} GB are free`;
  return free >= LEAST_SPACE
    ? ok(`${has}.`)
    : todo(`Only ${has}, and ${LEAST_SPACE / GIGABYTE} GB are the least. Take a larger disk.`);
}

/** The check of the clock, from what `timedatectl` says; `undefined` if it is not there or does not answer. */
export function clockCheck(answer) {
  if (answer === 'yes') return ok('The clock is synchronised.');
  if (answer === 'no') return todo('The clock is not synchronised. Say: timedatectl set-ntp true');
  return unknown('timedatectl does not say whether the clock is synchronised. Check it, with chronyc tracking for example.');
}

/** The command that starts a validator. `help` is the text of the node's own help. */
export function startCommand({ node, chain, base, help }) {
  const words = [node, '--validator', '--chain', chain, '--base-path', base, '--name', 'NAME', '--no-mdns', '--no-telemetry'];
  if (help.includes('--health-addr')) words.push('--health-addr', '127.0.0.1:9616');
  return words.map(quoted).join(' ');
}

/** Runs the node's program. */
function call(node, args) {
  const { status, stdout, stderr, error } = spawnSync(node, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (error) throw new StoryError(`${node} cannot be run: ${error.code ?? error.message}. Name the node's program with --node.`);
  if (status !== 0) throw new StoryError(`${[node, ...args].join(' ')} failed: ${stderr.trim().split('\n').slice(-2).join(' ')}`);
  return stdout.trim();
}

/** The id of a chain: of a specification, or of a name that the node knows. */
function chainId(node, chain) {
  const text = existsSync(chain) ? readFileSync(chain, 'utf8') : call(node, ['export-chain-spec', '--chain', chain]);
  let id;
  try {
    ({ id } = JSON.parse(text));
  } catch {
    id = undefined;
  }
  // it names a folder
  if (typeof id !== 'string' || !/^[\w.-]+$/.test(id) || /^\.+$/.test(id))
    throw new BadOption(`${chain} is no specification of a chain: it has no id.`);
  return id;
}

/** Applies a check that mends a mode. */
function mend(path, check) {
  if (check.chmod === undefined) return check;
  try {
    chmodSync(path, check.chmod);
    return check;
  } catch (error) {
    return todo(
      `The mode of ${path} cannot be set (${error.code}). Do it as its owner: chmod ${octal(check.chmod)} ${quoted(path)}`,
    );
  }
}

function clock() {
  const { status, stdout } = spawnSync('timedatectl', ['show', '-p', 'NTPSynchronized', '--value'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * Prepares a machine.
 *
 * @param options `base-path`, `chain`, and `node`
 * @param say prints a line
 * @returns the exit code: 1 if something is left to do
 */
export function prepare({ 'base-path': path, chain, node }, say) {
  const base = resolve(path);
  try {
    accessSync(node, constants.X_OK);
  } catch {
    throw new StoryError(`There is no node's program at ${node}. Name it with --node, or build it with ./scripts/run.`);
  }
  const id = chainId(node, chain);
  const help = call(node, ['--help']);
  const checks = [];
  process.umask(0o077);
  try {
    if (!existsSync(base)) {
      mkdirSync(base, { recursive: true, mode: 0o700 });
      checks.push(ok(`${base} is made.`));
    }
    if (!statSync(base).isDirectory()) throw new BadOption(`${base} is no folder.`);
    const home = join(base, 'chains', id);
    const key = join(home, 'network', 'secret_ed25519');
    if (!existsSync(key)) {
      call(node, ['key', 'generate-node-key', '--chain', chain, '--base-path', base]);
      checks.push(ok(`A network key is made. Keep a copy of ${key}: the peer id comes from it.`));
    } else {
      checks.push(ok('There is a network key already, and it stays.'));
    }
    checks.push(folderCheck(base, statSync(base).mode, true));
    for (const folder of [home, join(home, 'network'), join(home, 'keystore')].filter(existsSync)) {
      checks.push(mend(folder, folderCheck(folder, statSync(folder).mode, false)));
    }
    checks.push(mend(key, keyCheck(key, statSync(key), statSync(base).uid)));
    const { bavail, bsize } = statfsSync(base);
    checks.push(spaceCheck(bavail * bsize));
    checks.push(clockCheck(clock()));
    for (const { status, text } of checks) say(`${status.padEnd(4)}  ${text}`);
    say(`peer id   ${call(node, ['key', 'inspect-node-key', '--file', key])}`);
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOSPC'].includes(error.code)) {
      throw new StoryError(`${base} cannot be prepared: ${error.message}. Run this as the user of the node.`);
    }
    throw error;
  }
  say(`start     ${startCommand({ node, chain: existsSync(chain) ? resolve(chain) : chain, base, help })}`);
  return checks.some(({ status }) => status === 'todo') ? 1 : 0;
}
