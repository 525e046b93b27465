// SPDX-License-Identifier: Apache-2.0
// A network of validators on this machine, in real slots, and the purchases that it is sent.

import { WsProvider } from '@polkadot/api';
import { Chain, StoryError } from '../chain.mjs';
import { market } from '../../replay/market.mjs';
import { NAMES } from './genesis.mjs';
import { Node, sleep, tail } from './nodes.mjs';

/** Milliseconds between two times at which extrinsics are sent. */
const TICK = 50;
/** The longest wait for a network's first final blocks, and for the last purchases to be final. */
const PATIENCE = 120_000;
/** Milliseconds between two looks at what is waited for. */
const LOOK_EVERY = 250;

/** Waits until something is so; a sentence if it is not in time. */
export async function until(so, what, patience = PATIENCE) {
  for (const end = Date.now() + patience; !(await so()); await sleep(LOOK_EVERY)) {
    if (Date.now() > end) throw new StoryError(`${what} did not happen within ${patience / 1_000} s.`);
  }
}

/** The slot in a header's digest, where BABE writes it: kind (1 byte), authority (4), slot (8). */
export function slotOf({ digest }) {
  const log = digest.logs.find((one) => one.startsWith('0x0642414245'));
  if (log === undefined) throw new StoryError('A block has no slot.');
  const bytes = Buffer.from(log.slice(2), 'hex');
  // the length before it is one byte, or two
  return Number(bytes.readBigUInt64LE(5 + [1, 2][bytes[5] & 3] + 5));
}

/** Starts validators that know the first of them, and waits until blocks are final. */
export async function startNetwork({ binary, spec, folder, validators }) {
  const nodes = [];
  for (const name of NAMES.slice(0, validators)) {
    const args = ['--chain', spec, `--${name}`];
    if (nodes.length > 0) args.push('--bootnodes', await nodes[0].address());
    nodes.push(await Node.start({ binary, base: `${folder}/${name}`, log: `${folder}/${name}.log`, args }));
  }
  const isFinal = async () => Number((await nodes[0].rpc('chain_getHeader', [await nodes[0].rpc('chain_getFinalizedHead')])).number) > 0;
  await until(isFinal, 'The first final block of the network');
  return nodes;
}

/** The operators' price, so that cover is for sale for the hours to come. */
export async function tellPrices(chain) {
  const call = chain.call('feeds', 'feed', { values: [{ feed: market.feed, value: 10n ** 18n }] });
  for (const uri of market.operators) await chain.submit(chain.account(uri), call);
}

/** Extrinsics on their way through a network: when each was sent, seen in a block, and final. */
export class Traffic {
  /** @param all the extrinsics in hexadecimal, in the order in which they are sent */
  constructor(chain, nodes, all) {
    this.chain = chain;
    this.nodes = nodes;
    this.all = all;
    this.numbers = new Map(all.map((extrinsic, at) => [extrinsic, at]));
    this.sentAt = new Array(all.length);
    this.included = new Set();
    this.next = 0;
    this.again = [];
    this.sent = 0;
    /** Refusals of the nodes' pools, by their words. */
    this.refused = new Map();
    /** Blocks by their hashes, and the final ones in their order. */
    this.blocks = new Map();
    this.final = [];
    this.finalised = 0;
  }

  /** Connects to the nodes, and listens to the blocks of the first. */
  async open() {
    this.providers = this.nodes.map(({ url }) => new WsProvider(url, false));
    await Promise.all(this.providers.map((provider) => provider.connect().then(() => provider.isReady)));
    const [first] = this.providers;
    const failed = (error) => (this.error ??= error);
    await first.subscribe('chain_allHead', 'chain_subscribeAllHeads', [], (_, header) => {
      if (header) this.#seen(header, performance.now()).catch(failed);
    });
    await first.subscribe('chain_finalizedHead', 'chain_subscribeFinalizedHeads', [], (_, header) => {
      if (header) this.#settled(header, performance.now());
    });
  }

  async close() {
    await Promise.all(this.providers.map((provider) => provider.disconnect().catch(() => undefined)));
  }

  #hashOf(header) {
    return this.chain.api.registry.createType('Header', header).hash.toHex();
  }

  /** A block that the first node has imported. */
  async #seen(header, at) {
    const hash = this.#hashOf(header);
    if (this.blocks.has(hash)) return;
    const block = { hash, number: Number(header.number), parent: header.parentHash, slot: slotOf(header), seen: at, calls: [] };
    this.blocks.set(hash, block);
    const [{ block: body }, weight] = await Promise.all([
      this.providers[0].send('chain_getBlock', [hash]),
      this.chain.api.at(hash).then((then) => then.query.system.blockWeight()),
    ]);
    block.calls = body.extrinsics.map((one) => this.numbers.get(one)).filter((number) => number !== undefined);
    block.weight = weight.normal.refTime.toNumber();
    block.total = weight.normal.refTime.toNumber() + weight.operational.refTime.toNumber() + weight.mandatory.refTime.toNumber();
    for (const number of block.calls) this.included.add(number);
  }

  /** A final block, and all before it. */
  #settled(header, at) {
    const found = [];
    let hash = this.#hashOf(header);
    for (let block; (block = this.blocks.get(hash)) && block.settled === undefined; hash = block.parent) {
      block.settled = at;
      found.push(block);
    }
    this.final.push(...found.reverse());
    this.finalised = Number(header.number);
  }

  #submit(number) {
    this.sentAt[number] = performance.now();
    this.sent += 1;
    // one account's purchases go to one node
    const provider = this.providers[number % this.providers.length];
    provider.send('author_submitExtrinsic', [this.all[number]]).catch((error) => {
      const words = error.message.split('\n')[0];
      this.refused.set(words, (this.refused.get(words) ?? 0) + 1);
      this.sent -= 1;
      this.again.push(number);
    });
  }

  /**
   * Sends extrinsics for some time, as evenly as the clock allows.
   *
   * @param rate extrinsics a second
   * @param most extrinsics that may wait for a block
   */
  async send({ rate, most, seconds }) {
    const began = performance.now();
    let [budget, last] = [0, began];
    for (let now = began; now - began < seconds * 1_000; now = performance.now()) {
      // what there was no room for is not caught up with
      budget = Math.min(budget + ((now - last) * rate) / 1_000, rate);
      last = now;
      for (; budget >= 1 && this.sent - this.included.size < most; budget -= 1) {
        if (this.again.length > 0) this.#submit(this.again.shift());
        else if (this.next < this.all.length) this.#submit(this.next++);
        else return;
      }
      this.#check();
      await sleep(TICK);
    }
  }

  /** A sentence if a node has ended, or if a block could not be read. */
  #check() {
    const gone = this.nodes.find(({ child }) => child.exitCode !== null || child.signalCode !== null);
    if (gone) throw new StoryError(`A node has ended in the middle of the bench. The end of its log:\n${tail(gone.log)}`);
    if (this.error) throw this.error;
  }

  /** Waits until what was sent is final, or until no more of it comes into blocks. */
  async settle() {
    const count = () => this.final.reduce((sum, { calls }) => sum + calls.length, 0);
    let [before, since] = [-1, Date.now()];
    while (count() < this.sent && Date.now() - since < PATIENCE / 4) {
      if (count() !== before) [before, since] = [count(), Date.now()];
      this.#check();
      await sleep(LOOK_EVERY);
    }
    return this.sent - count();
  }
}

/** Connects the client library to a node. */
export const connect = (node) => Chain.connect(node.url, 10);
