// SPDX-License-Identifier: Apache-2.0
// A node on a host of its own, and the validators of a network.

import { ApiPromise, WsProvider } from '@polkadot/api';
import { base58Encode, ed25519PairFromSeed } from '@polkadot/util-crypto';
import { randomBytes } from 'node:crypto';
import { StoryError } from '../chain.mjs';
import { sleep, start, stop, tail } from '../bench/nodes.mjs';

const RPC_PORT = 9_944;
const PEER_PORT = 30_333;
const METRICS_PORT = 9_615;
/** The longest time to a node's first answer, and for a transaction to be final. */
const MOST_START = 180_000;
const MOST_FINAL = 180_000;
const ASK_EVERY = 200;
const LOOK_EVERY = 1_000;

/** The peer id of a node's key for the network: the multihash of its public key, which is named in full. */
export function peerIdOf(key) {
  const { publicKey } = ed25519PairFromSeed(Buffer.from(key, 'hex'));
  // identity of 36 bytes: a message of protobuf with the kind ed25519, and 32 bytes
  return base58Encode(Uint8Array.of(0x00, 36, 0x08, 0x01, 0x12, 32, ...publicKey));
}

/** Waits until something is so, at most some seconds. */
export async function until(so, what, seconds) {
  for (const end = Date.now() + seconds * 1_000; ; await sleep(LOOK_EVERY)) {
    const found = await so();
    if (found) return found;
    if (Date.now() > end) throw new StoryError(`${what} did not happen within ${seconds} s.`);
  }
}

export class NetNode {
  /**
   * @param hosts the network's hosts
   * @param name of the host, which is made
   * @param binary the node's program
   * @param spec the chain's specification
   * @param base the folder of its database
   * @param log the file of its log
   * @param args further arguments
   * @param before a program with arguments, which runs the node
   * @param isMeasured whether others may read its metrics
   */
  constructor({ hosts, name, binary, spec, base, log, args = [], before = [], isMeasured = false }) {
    Object.assign(this, { hosts, name, binary, spec, base, log, args, before, isMeasured });
    this.host = hosts.add(name);
    this.key = randomBytes(32).toString('hex');
    this.http = `http://${this.host}:${RPC_PORT}`;
    this.metrics = `${this.host}:${METRICS_PORT}`;
    this.bootnodes = [];
    /** Whether it can be reached. */
    this.isUp = false;
  }

  /** Starts the node, with the nodes that it knows from the last time if none are given, and waits for its first answer. */
  async start(bootnodes = this.bootnodes) {
    this.bootnodes = bootnodes;
    const [program, ...before] = [...this.hosts.on(this.name), ...this.before, this.binary];
    this.child = start(
      program,
      [
        ...before,
        ...['--chain', this.spec, '--base-path', this.base, '--name', this.name, '--node-key', this.key],
        ...['--rpc-port', RPC_PORT, '--unsafe-rpc-external', '--rpc-methods', 'unsafe', '--rpc-cors', 'all'],
        ...['--listen-addr', `/ip4/0.0.0.0/tcp/${PEER_PORT}`, '--no-mdns', '--no-telemetry'],
        ...(this.isMeasured ? ['--prometheus-external', '--prometheus-port', METRICS_PORT] : ['--no-prometheus']),
        ...(bootnodes.length > 0 ? ['--bootnodes', ...bootnodes] : []),
        ...this.args,
      ].map(String),
      this.log,
    );
    for (const end = Date.now() + MOST_START; ; await sleep(ASK_EVERY)) {
      if (this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined) {
        throw new StoryError(`The node ${this.name} ended before it answered. The end of its log:\n${tail(this.log)}`);
      }
      try {
        await this.rpc('system_health');
        this.isUp = true;
        return;
      } catch {
        if (Date.now() < end) continue;
        throw new StoryError(`The node ${this.name} did not answer. The end of its log:\n${tail(this.log)}`);
      }
    }
  }

  /** The answer to a request. */
  async rpc(method, params = []) {
    const reply = await fetch(this.http, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(20_000),
    });
    const { result, error } = await reply.json();
    if (error) throw new StoryError(`${this.name}, ${method}: ${error.message}`);
    return result;
  }

  /** The address at which other nodes find it. */
  address() {
    return `/ip4/${this.host}/tcp/${PEER_PORT}/p2p/${peerIdOf(this.key)}`;
  }

  /** The header of its last final block. */
  async finalHeader() {
    return this.rpc('chain_getHeader', [await this.rpc('chain_getFinalizedHead')]);
  }

  /** The number of its last final block. */
  async finalised() {
    return Number((await this.finalHeader()).number);
  }

  /** Connects the client library. */
  async connect() {
    const provider = new WsProvider(`ws://${this.host}:${RPC_PORT}`);
    this.api = await ApiPromise.create({ provider, noInitWarn: true });
    return this.api;
  }

  /** Ends the process at once, as a failure of power does, and waits until it is gone. */
  async kill() {
    this.isUp = false;
    this.child.kill('SIGKILL');
    await this.child.ended;
  }

  /** Holds the process. */
  pause() {
    this.isUp = false;
    this.child.kill('SIGSTOP');
  }

  resume() {
    this.child.kill('SIGCONT');
    this.isUp = true;
  }

  /** Cuts the cable of its host. */
  cut() {
    this.isUp = false;
    this.hosts.cut(this.name);
  }

  mend() {
    this.hosts.mend(this.name);
    this.isUp = true;
  }

  async stop() {
    this.isUp = false;
    await this.api?.disconnect().catch(() => undefined);
    if (this.child) await stop(this.child);
  }
}

/**
 * Makes the nodes of a network. Each knows the addresses of all others.
 *
 * @param network hosts, binary, spec and folder
 * @param wanted the name of each node, and what is its own, as `args`
 */
export function makeNodes({ hosts, binary, spec, folder }, wanted) {
  const nodes = wanted.map(
    ({ name, ...more }) =>
      new NetNode({ hosts, name, binary, spec, base: `${folder}/${name}`, log: `${folder}/${name}.log`, ...more }),
  );
  for (const node of nodes) node.bootnodes = nodes.filter((other) => other !== node).map((other) => other.address());
  return nodes;
}

/** Starts nodes, all at once. */
export const startNodes = (nodes) => Promise.all(nodes.map((node) => node.start()));

/** Sends a signed call, and waits until it is final. A sentence if it is refused. */
export function finalise(api, signer, call) {
  const what = `${call.method.section}.${call.method.method}`;
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new StoryError(`${what} was not final within ${MOST_FINAL / 1_000} s.`)), MOST_FINAL);
    const ended = (act, value) => {
      clearTimeout(late);
      act(value);
    };
    call
      .signAndSend(signer, ({ status, dispatchError, events }) => {
        if (dispatchError) {
          const { isModule, asModule } = dispatchError;
          const name = isModule ? api.registry.findMetaError(asModule).name : dispatchError.toString();
          ended(reject, new StoryError(`${what} was refused: ${name}.`));
        } else if (status.isFinalized) {
          ended(resolve, { hash: status.asFinalized.toHex(), events });
        }
      })
      .catch((error) => ended(reject, new StoryError(`${what}: ${error.message}`)));
  });
}
