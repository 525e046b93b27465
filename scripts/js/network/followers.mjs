// SPDX-License-Identifier: Apache-2.0
// Trial of those that follow a network: a node that joins by warp sync, a light client, and the proofs for other chains.

import { readFileSync, writeFileSync } from 'node:fs';
import { start } from 'smoldot';
import { StoryError } from '../chain.mjs';
import { sleep } from '../bench/nodes.mjs';
import { Finality, compareStates } from './finality.mjs';
import { specification } from './genesis.mjs';
import { NetNode, makeNodes, peerIdOf, startNodes, until } from './node.mjs';

const FOUNDERS = ['alice', 'bob', 'charlie', 'dave'];
/** The slots of a session: a minute. A warp sync goes from one change of the validators' set to the next. */
const SLOTS = 20;
/** Final blocks before anyone follows. */
const BLOCKS = 40;
/** The port at which the first node speaks to light clients. */
const WS_PORT = 30_334;
/** The most blocks that a follower at the head is behind. */
const BEHIND = 3;
/** Seconds in which the heads of the light client are printed, and the fewest that have to come. */
const SECONDS = 30;
const FEWEST = 3;
/** The light client's log goes up to debug: the trace of each message is left out. */
const LOG_LEVEL = 4;
/** The longest time for blocks, and for a step, in seconds. */
const MOST_BLOCKS = 400;
const MOST_STEP = 180;

/** The same bytes in hexadecimal but for the last bit. */
export function tampered(hex) {
  const last = Number.parseInt(hex.at(-1), 16);
  if (!/^0x([0-9a-f]{2})+$/.test(hex)) throw new StoryError(`There is no byte to change in ${hex}.`);
  return hex.slice(0, -1) + (last ^ 1).toString(16);
}

/** The specification with these nodes to begin with. */
export const withBootNodes = (spec, bootNodes) => ({ ...spec, bootNodes, telemetryEndpoints: null });

/** A light client, smoldot, in this process. */
class LightClient {
  /**
   * @param spec the raw specification
   * @param log takes the lines of its log
   */
  static async start(spec, log) {
    const client = start({
      maxLogLevel: LOG_LEVEL,
      logCallback: (level, target, message) => log(`${level} ${target} ${message}`),
      // as in a browser: websockets only
      forbidTcp: true,
      forbidWebRtc: true,
    });
    try {
      return new LightClient(client, await client.addChain({ chainSpec: spec }));
    } catch (error) {
      await client.terminate();
      throw new StoryError(`The light client does not take the specification: ${error.message}`);
    }
  }

  constructor(client, chain) {
    Object.assign(this, { client, chain, next: 1, asked: new Map(), heard: new Map() });
    this.done = this.#listen();
  }

  /** Takes in answers until the end. */
  async #listen() {
    for (;;) {
      let text;
      try {
        text = await this.chain.nextJsonRpcResponse();
      } catch {
        return;
      }
      const { id, result, error, params } = JSON.parse(text);
      if (id !== undefined) this.asked.get(id)?.(error ? new StoryError(`The light client: ${error.message}`) : result);
      else await this.heard.get(params.subscription)?.(params.result);
    }
  }

  /** The answer to a request. */
  async rpc(method, params = []) {
    const id = this.next;
    this.next += 1;
    const answer = new Promise((resolve) => this.asked.set(id, resolve));
    this.chain.sendJsonRpc(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    const result = await answer;
    this.asked.delete(id);
    if (result instanceof Error) throw result;
    return result;
  }

  /** Reports headers as they come: `told(kind, header)`, of the kinds `best` and `final`. */
  async follow(told) {
    for (const [kind, method] of [['best', 'chain_subscribeNewHeads'], ['final', 'chain_subscribeFinalizedHeads']]) {
      const subscription = await this.rpc(method);
      this.heard.set(subscription, (header) => told(kind, header));
    }
  }

  async stop() {
    await this.client.terminate();
    await this.done;
  }
}

/** A node joins by warp sync, and holds the same blocks and states as the others. */
async function warp({ network, nodes, finality, say }) {
  const { hosts, binary, spec, folder } = network;
  const [name, log] = ['warp', `${folder}/warp.log`];
  const node = new NetNode({ hosts, name, binary, spec, base: `${folder}/${name}`, log, args: ['--sync', 'warp'] });
  const began = Date.now();
  await node.start(nodes.map((other) => other.address()));
  const isThere = async () => (await node.finalised()) + BEHIND >= (await nodes[0].finalised());
  await until(isThere, 'The head of the node with warp sync', MOST_STEP);
  const seconds = (Date.now() - began) / 1_000;
  const height = await node.finalised();
  const hasWarped = /Warp sync is complete/.test(readFileSync(log, 'utf8'));
  if (!hasWarped) throw new StoryError(`The node reached block ${height} without a warp sync.`);
  // the blocks before the head follow
  for (const number of [1, height - 1]) {
    const has = async () => (await node.rpc('chain_getBlockHash', [number])) !== null;
    await until(has, `Block ${number} of the node with warp sync`, MOST_STEP);
  }
  await finality.look(node);
  const { heights, entries } = await compareStates([...nodes, node]);
  say(`A node joins by warp sync, and is at block ${height} after ${seconds.toFixed(1)} s.`);
  say(`It holds the same ${heights} blocks and ${entries} entries of the state.`);
  return { node, result: { warpSeconds: Math.round(seconds * 10) / 10, heights, entries } };
}

/** The head of each height that the light client reports, held against the full nodes. */
async function compareHeads(kind, heads, nodes) {
  if (heads.size < FEWEST) throw new StoryError(`The light client reported ${heads.size} ${kind} heads within ${SECONDS} s.`);
  for (const [number, hash] of heads) {
    for (const node of nodes) {
      const known = await node.rpc('chain_getBlockHash', [number]);
      if (known === hash) continue;
      throw new StoryError(`The light client's ${kind} block ${number} is ${hash}, and that of ${node.name} is ${known}.`);
    }
  }
}

/** A light client follows by a node that speaks to it over a websocket. */
async function light({ network, nodes, say }) {
  const [first] = nodes;
  const spec = JSON.parse(readFileSync(network.spec, 'utf8'));
  const address = `/ip4/${first.host}/tcp/${WS_PORT}/ws/p2p/${peerIdOf(first.key)}`;
  const client = await LightClient.start(JSON.stringify(withBootNodes(spec, [address])), (text) =>
    writeFileSync(`${network.folder}/light.log`, `${text}\n`, { flag: 'a' }),
  );
  const heads = { best: new Map(), final: new Map() };
  const { registry } = await first.connect();
  try {
    const near = (await first.finalised()) - BEHIND;
    let isThere = false;
    await client.follow((kind, header) => {
      const number = Number(header.number);
      const hash = registry.createType('Header', header).hash.toHex();
      if (kind === 'final' && number >= near) isThere = true;
      if (!isThere || heads[kind].get(number) === hash) return;
      heads[kind].set(number, hash);
      say(`The light client: ${kind} block ${number}, ${hash}`);
    });
    await until(() => isThere, 'The head of the light client', MOST_STEP);
    await sleep(SECONDS * 1_000);
  } finally {
    await client.stop();
  }
  const isFinal = async () => (await first.finalised()) >= Math.max(...heads.best.keys());
  await until(isFinal, 'The finality of its best block', MOST_STEP);
  await compareHeads('final', heads.final, nodes);
  // a best block may be given up for another until it is final
  const isKept = async ([number, hash]) => (await first.rpc('chain_getBlockHash', [number])) === hash;
  const kept = await Promise.all([...heads.best].map(isKept));
  const best = kept.filter(Boolean).length;
  if (best < FEWEST) throw new StoryError(`Only ${best} of the light client's ${kept.length} best blocks became final.`);
  say(`The light client's ${heads.final.size} final heads are those of all nodes.`);
  say(`${best} of its ${kept.length} best blocks became final.`);
  return { lightFinal: heads.final.size, lightBest: kept.length, lightBestKept: best };
}

/** A proof that has been changed is refused by a node. */
async function expectRefusal(node, proof, part) {
  let answer;
  try {
    answer = await node.rpc('mmr_verifyProof', [{ ...proof, [part]: tampered(proof[part]) }]);
  } catch (error) {
    if (error instanceof StoryError) return error.message;
    throw error;
  }
  if (answer !== false) throw new StoryError(`${node.name} takes a proof whose ${part} were changed: ${JSON.stringify(answer)}.`);
  return 'false';
}

/** BEEFY's votes move on, and a proof of one node holds for the others. */
async function bridge({ nodes, say }) {
  const [first, ...others] = nodes;
  const head = async () => {
    // until the first votes the node has no answer
    const hash = await first.rpc('beefy_getFinalizedHead').catch(() => null);
    return hash === null ? 0 : Number((await first.rpc('chain_getHeader', [hash])).number);
  };
  const from = await until(head, "BEEFY's first block", MOST_STEP);
  const to = await until(async () => (await head()) > from && head(), "BEEFY's next block", MOST_STEP);
  const hash = await first.rpc('chain_getBlockHash', [to]);
  const roots = await Promise.all(nodes.map((node) => node.rpc('mmr_root', [hash])));
  const isOne = new Set(roots).size === 1;
  if (!isOne) throw new StoryError(`The roots of the mountain range differ at block ${to}: ${roots.join(', ')}.`);
  const proof = await first.rpc('mmr_generateProof', [[to - 1], to]);
  for (const node of others) {
    const isTaken = (await node.rpc('mmr_verifyProof', [proof])) === true;
    if (!isTaken) throw new StoryError(`${node.name} does not take the proof of ${first.name}.`);
  }
  const refusals = [await expectRefusal(others[0], proof, 'proof'), await expectRefusal(others[0], proof, 'leaves')];
  say(`BEEFY went from block ${from} to ${to}. All nodes have the root ${roots[0]}, and take the proof of block ${to - 1}.`);
  say(`A changed proof is refused (${refusals.join('; ')}).`);
  return { beefyFrom: from, beefyTo: to, proofsTaken: others.length, proofsRefused: refusals.length };
}

export async function followers({ binary, folder, hosts, say }) {
  const spec = specification({ binary, folder, names: FOUNDERS, slots: SLOTS });
  const network = { hosts, binary, spec, folder };
  const more = { alice: ['--listen-addr', `/ip4/0.0.0.0/tcp/${WS_PORT}/ws`] };
  const nodes = makeNodes(
    network,
    FOUNDERS.map((name) => ({ name, args: [`--${name}`, '--enable-offchain-indexing', 'true', ...(more[name] ?? [])] })),
  );
  await startNodes(nodes);
  await until(async () => (await nodes[0].finalised()) >= BLOCKS, `${BLOCKS} final blocks`, MOST_BLOCKS);
  say(`Four validators on hosts of their own have ${BLOCKS} final blocks.`);
  const finality = new Finality();
  for (const node of nodes) await finality.look(node);
  const { node, result } = await warp({ network, nodes, finality, say });
  const lightly = await light({ network, nodes: [...nodes, node], say });
  const proven = await bridge({ nodes, say });
  for (const one of [...nodes, node]) await finality.look(one);
  await Promise.all([...nodes, node].map((one) => one.stop()));
  return { trial: 'followers', blocks: finality.last, ...result, ...lightly, ...proven };
}
