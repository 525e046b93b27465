// SPDX-License-Identifier: Apache-2.0
// Traffic for a network that is tried: signed remarks and transfers of many accounts, each sent until it is final.

import { createHash } from 'node:crypto';
import { Keyring } from '@polkadot/keyring';
import { hexToU8a, u8aToHex } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { StoryError } from '../chain.mjs';
import { sleep } from '../bench/nodes.mjs';

/** Milliseconds after which an extrinsic that is not final is sent again. */
const SEND_AGAIN = 30_000;
/** Milliseconds for the last extrinsics to be final. */
const MOST_SETTLE = 180_000;
/** The most bytes of a remark. */
const MOST_REMARK = 256;
/** The most that a transfer moves, in units of 10^-12 BRKW. */
const MOST_MOVED = 10 ** 12;

/** Numbers from a seed: the same seed gives the same numbers. */
export class Dice {
  constructor(seed) {
    this.seed = seed;
    this.count = 0;
  }

  /** A number from 0 up to 1. */
  next() {
    const digest = createHash('sha256').update(`${this.seed}/${this.count}`).digest();
    this.count += 1;
    return digest.readUInt32LE(0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`. */
  whole(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  pick(list) {
    return list[this.whole(0, list.length - 1)];
  }

  /** The list in another order. */
  shuffled(list) {
    const order = [...list];
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = this.whole(0, at);
      [order[at], order[other]] = [order[other], order[at]];
    }
    return order;
  }
}

/** The accounts of the traffic. */
export function accountsOf(count) {
  const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
  return Array.from({ length: count }, (_, at) => keyring.addFromUri(`//Traffic//${at}`));
}

export class Traffic {
  /**
   * @param api the client library at a node that stays
   * @param nodes the nodes to which extrinsics go, while they are up
   * @param pairs the accounts
   * @param rate extrinsics a second
   * @param seed of their choice
   */
  constructor({ api, nodes, pairs, rate, seed }) {
    Object.assign(this, { api, nodes, rate });
    this.dice = new Dice(`traffic ${seed}`);
    /** An account has one extrinsic on its way at most, so that a lost one holds up no other. */
    this.free = pairs.map((pair) => ({ pair, nonce: 0 }));
    this.pairs = pairs;
    this.waiting = new Map();
    this.counts = { sent: 0, final: 0, again: 0, idle: 0 };
    /** Refusals of the nodes, by their words. */
    this.refused = new Map();
    this.read = 0;
  }

  /** A remark, or a transfer to another account. */
  #call({ address }) {
    const { dice, api } = this;
    if (dice.next() < 0.5) {
      const text = Buffer.alloc(dice.whole(1, MOST_REMARK), dice.whole(0, 255));
      return api.tx.system.remark(u8aToHex(text));
    }
    const to = dice.pick(this.pairs.filter((pair) => pair.address !== address));
    return api.tx.balances.transferKeepAlive(to.address, dice.whole(1, MOST_MOVED));
  }

  #sign({ pair, nonce }) {
    const { api } = this;
    const signed = this.#call(pair).sign(pair, {
      blockHash: api.genesisHash,
      genesisHash: api.genesisHash,
      runtimeVersion: api.runtimeVersion,
      // it stays valid: sent again, it is the same extrinsic
      era: 0,
      nonce,
      signedExtensions: api.registry.signedExtensions,
    });
    return { hash: signed.hash.toHex(), bytes: signed.toHex() };
  }

  /** Gives an extrinsic to some node. One that cannot take it now is no fault: the extrinsic is sent again. */
  async #give(one) {
    one.givenAt = Date.now();
    const up = this.nodes.filter((node) => node.isUp);
    if (up.length === 0) return;
    try {
      await this.dice.pick(up).rpc('author_submitExtrinsic', [one.bytes]);
    } catch (error) {
      if (!(error instanceof StoryError)) return;
      const words = error.message.replace(/^.*?: /, '').split('\n')[0];
      this.refused.set(words, (this.refused.get(words) ?? 0) + 1);
    }
  }

  #sendOne() {
    const account = this.free.shift();
    if (account === undefined) {
      this.counts.idle += 1;
      return;
    }
    const one = { account, ...this.#sign(account) };
    account.nonce += 1;
    this.waiting.set(one.hash, one);
    this.counts.sent += 1;
    this.#give(one);
  }

  #sendAgain() {
    const late = Date.now() - SEND_AGAIN;
    for (const one of this.waiting.values()) {
      if (one.givenAt > late) continue;
      this.counts.again += 1;
      this.#give(one);
    }
  }

  /** Sends at a steady rate until `stop`. */
  start() {
    const timers = [setInterval(() => this.#sendOne(), 1_000 / this.rate), setInterval(() => this.#sendAgain(), 1_000)];
    this.stop = () => timers.forEach(clearInterval);
  }

  /** Takes in what is in the final blocks of a node since the last time. */
  async look(node) {
    const last = await node.finalised();
    while (this.read < last) {
      const { block } = await node.rpc('chain_getBlock', [await node.rpc('chain_getBlockHash', [this.read + 1])]);
      for (const bytes of block.extrinsics) {
        const one = this.waiting.get(blake2AsHex(hexToU8a(bytes)));
        if (one === undefined) continue;
        this.waiting.delete(one.hash);
        this.free.push(one.account);
        this.counts.final += 1;
      }
      this.read += 1;
    }
  }

  /**
   * Sends nothing new, and waits for what is on its way, while `look` goes on. Returns the number of those that did not
   * become final.
   */
  async settle() {
    this.stop();
    for (const end = Date.now() + MOST_SETTLE; this.waiting.size > 0 && Date.now() < end; await sleep(1_000)) this.#sendAgain();
    return this.waiting.size;
  }
}
