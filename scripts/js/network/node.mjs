// SPDX-License-Identifier: Apache-2.0
// A node on a host of its own.

import { ApiPromise, WsProvider } from '@polkadot/api';
import { randomBytes } from 'node:crypto';
import { StoryError } from '../chain.mjs';
import { sleep, start, stop, tail } from '../bench/nodes.mjs';

const RPC_PORT = 9_944;
const PEER_PORT = 30_333;
/** The longest time to a node's first answer, and for a transaction to be final. */
const MOST_START = 180_000;
const MOST_FINAL = 180_000;
const ASK_EVERY = 200;

export class NetNode {
  /**
   * @param hosts the network's hosts
   * @param name of the host, which is made
   * @param binary the node's program
   * @param spec the chain's specification
   * @param base the folder of its database
   * @param log the file of its log
   * @param args further arguments
   */
  constructor({ hosts, name, binary, spec, base, log, args = [] }) {
    Object.assign(this, { hosts, name, binary, spec, base, log, args });
    this.host = hosts.add(name);
    this.key = randomBytes(32).toString('hex');
    this.http = `http://${this.host}:${RPC_PORT}`;
  }

  /** Starts the node, and waits for its first answer. */
  async start(bootnodes = []) {
    const [program, ...before] = [...this.hosts.on(this.name), this.binary];
    this.child = start(
      program,
      [
        ...before,
        ...['--chain', this.spec, '--base-path', this.base, '--name', this.name, '--node-key', this.key],
        ...['--rpc-port', RPC_PORT, '--unsafe-rpc-external', '--rpc-methods', 'unsafe', '--rpc-cors', 'all'],
        ...['--listen-addr', `/ip4/0.0.0.0/tcp/${PEER_PORT}`, '--no-mdns', '--no-telemetry', '--no-prometheus'],
        ...(bootnodes.length > 0 ? ['--bootnodes', ...bootnodes] : []),
        ...this.args,
      ].map(String),
      this.log,
    );
    for (const end = Date.now() + MOST_START; ; await sleep(ASK_EVERY)) {
      if (this.child.exitCode !== null || this.child.pid === undefined) {
        throw new StoryError(`The node ${this.name} ended before it answered. The end of its log:\n${tail(this.log)}`);
      }
      try {
        await this.rpc('system_health');
        return;
      } catch {
        if (Date.now() > end) throw new StoryError(`The node ${this.name} did not answer. The end of its log:\n${tail(this.log)}`);
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
  async address() {
    return `/ip4/${this.host}/tcp/${PEER_PORT}/p2p/${await this.rpc('system_localPeerId')}`;
  }

  /** The number of its last final block. */
  async finalised() {
    return Number((await this.rpc('chain_getHeader', [await this.rpc('chain_getFinalizedHead')])).number);
  }

  /** Connects the client library. */
  async connect() {
    const provider = new WsProvider(`ws://${this.host}:${RPC_PORT}`);
    this.api = await ApiPromise.create({ provider, noInitWarn: true });
    return this.api;
  }

  async stop() {
    await this.api?.disconnect().catch(() => undefined);
    if (this.child) await stop(this.child);
  }
}

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
          const name = dispatchError.isModule ? api.registry.findMetaError(dispatchError.asModule).name : dispatchError.toString();
          ended(reject, new StoryError(`${what} was refused: ${name}.`));
        } else if (status.isFinalized) {
          ended(resolve, { hash: status.asFinalized.toHex(), events });
        }
      })
      .catch((error) => ended(reject, new StoryError(`${what}: ${error.message}`)));
  });
}
