// SPDX-License-Identifier: Apache-2.0
// Nodes that a bench starts, and ends with itself.

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { StoryError } from '../chain.mjs';

/** Milliseconds between two questions whether a node answers. */
const ASK_EVERY = 20;
/** The longest time to its first answer, and from the signal to its end. */
const MOST_START = 120_000;
const MOST_STOP = 8_000;
/** Lines of a log that a message shows. */
const LOG_LINES = 10;

export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Children that have not ended. */
const children = new Set();

/** Starts a program whose output goes to a file. It ends when the bench does. */
export function start(program, args, log, options = {}) {
  mkdirSync(dirname(log), { recursive: true });
  const out = openSync(log, 'a');
  const child = spawn(program, args, { stdio: ['ignore', out, out], ...options });
  closeSync(out);
  children.add(child);
  child.once('exit', () => children.delete(child));
  child.ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  return child;
}

/** Ends a child, and waits for it. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), MOST_STOP);
  await child.ended;
  clearTimeout(late);
}

/** Ends all children at once. */
export const stopAll = () => Promise.all([...children].map(stop));

/** A TCP port that is free now. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The end of a log. */
export const tail = (log) => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-LOG_LINES).join('\n');

/** What a subcommand of the node prints. */
export function ask(binary, args) {
  // a specification of a chain is some megabytes
  const { status, stdout, stderr, error } = spawnSync(binary, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status === 0) return stdout;
  throw new StoryError(`${binary} ${args[0]} failed: ${(error?.message ?? stderr).trim().split('\n').slice(-3).join(' ')}`);
}

/** The resident memory in the text of /proc/PID/status, in bytes; `undefined` if it does not say. */
export function residentIn(status) {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(status);
  return found === null ? undefined : Number(found[1]) * 1_024;
}

/** The bytes that a folder takes up on the disk. */
export function folderBytes(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    // in blocks of 512 bytes, as files may have holes
    return sum + (entry.isDirectory() ? folderBytes(path) : statSync(path).blocks * 512);
  }, 0);
}

export class Node {
  /**
   * Starts a node, and waits for its first answer.
   *
   * @param binary the node's program
   * @param base the folder of its database
   * @param log the file of its log
   * @param args further arguments
   */
  static async start({ binary, base, log, args = [] }) {
    const [port, peerPort] = [await freePort(), await freePort()];
    const began = performance.now();
    const child = start(
      binary,
      [
        ...['--base-path', base, '--rpc-port', port, '--listen-addr', `/ip4/127.0.0.1/tcp/${peerPort}`],
        ...['--node-key', randomBytes(32).toString('hex'), '--no-mdns', '--no-telemetry', '--no-prometheus'],
        ...args,
      ].map(String),
      log,
    );
    const node = new Node(child, { port, peerPort, log, base });
    while (performance.now() - began < MOST_START) {
      if (child.exitCode !== null || child.pid === undefined) {
        throw new StoryError(`The node ended before it answered. The end of its log:\n${tail(log)}`);
      }
      try {
        await node.rpc('system_health');
        node.answeredIn = performance.now() - began;
        return node;
      } catch {
        await sleep(ASK_EVERY);
      }
    }
    throw new StoryError(`The node did not answer in ${MOST_START / 1_000} s. The end of its log:\n${tail(log)}`);
  }

  constructor(child, { port, peerPort, log, base }) {
    Object.assign(this, { child, port, peerPort, log, base, url: `ws://127.0.0.1:${port}` });
  }

  /** The answer to a request. */
  async rpc(method, params = []) {
    const reply = await fetch(`http://127.0.0.1:${this.port}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(60_000),
    });
    const { result, error } = await reply.json();
    if (error) throw new StoryError(`${method}: ${error.message}`);
    return result;
  }

  /** The address at which other nodes find it. */
  async address() {
    return `/ip4/127.0.0.1/tcp/${this.peerPort}/p2p/${await this.rpc('system_localPeerId')}`;
  }

  /** The number of its best block. */
  async best() {
    return Number((await this.rpc('chain_getHeader')).number);
  }

  /** Its resident memory, in bytes. */
  resident() {
    return residentIn(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'));
  }

  stop() {
    return stop(this.child);
  }
}
