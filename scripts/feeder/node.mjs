// SPDX-License-Identifier: Apache-2.0
// The node as the feeder uses it.

import { Chain, StoryError } from '../js/chain.mjs';
import { LARGEST } from './value.mjs';

/** The node is away. The message is a sentence. */
export class NodeAway extends Error {}

/** The chain has refused a value. `refusal` is the error's name. */
export class Refused extends Error {
  constructor(refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** How long a node may take to answer at first, and a value into a block, in milliseconds. */
const CONNECTING = 60_000;
const PATIENCE = 120_000;

/** A promise, but no longer than some time. */
function within(promise, millis) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${millis / 1_000} s`)), millis);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export class Node {
  static async connect(url) {
    try {
      return new Node(await within(Chain.connect(url, 5), CONNECTING));
    } catch (error) {
      throw new NodeAway(error instanceof StoryError ? error.message : `No node at ${url}: ${error.message}`);
    }
  }

  constructor(chain) {
    this.chain = chain;
    this.api = chain.api;
    this.genesis = chain.genesis.toHex();
  }

  get isLost() {
    return this.chain.lost;
  }

  async close() {
    await this.chain.close();
  }

  /** Asks the node, and says in one way that it is away. */
  async #ask(question) {
    try {
      return await question();
    } catch (error) {
      if (error instanceof Refused) throw error;
      throw new NodeAway(`The node does not answer: ${error.message}`);
    }
  }

  /**
   * What the chain says of a feed, and of an account on it, as of its best block: `heartbeat` in milliseconds, `most` the largest
   * price, `own` the account's value with its age by the chain's clock and whether it counts, whether it is an active operator.
   */
  async state(feed, account) {
    return this.#ask(async () => {
      const [{ rules, isWatched, byOperator }, operators] = await Promise.all([
        this.chain.read('feedState', feed),
        this.chain.read('operators'),
      ]);
      const isOwn = ({ who }) => who.toString() === account;
      const own = byOperator.find(isOwn);
      return {
        heartbeat: rules.heartbeat.millis.toNumber(),
        most: rules.maxPrice.isSome ? rules.maxPrice.unwrap().e18.toBigInt() : LARGEST,
        watched: isWatched.isTrue,
        own: own && { value: own.value.e18.toBigInt(), age: own.age.millis.toNumber(), counts: own.counts.isTrue },
        isOperator: operators.some((operator) => isOwn(operator) && operator.stage.isActive),
      };
    });
  }

  /** Whether transactions of the account wait for a block. */
  async hasWaiting(account) {
    return this.#ask(async () => {
      const [next, { nonce }] = await Promise.all([
        this.api.rpc.system.accountNextIndex(account),
        this.api.query.system.account(account),
      ]);
      return next.toNumber() > nonce.toNumber();
    });
  }

  /**
   * Feeds a value, and follows it until its block is final, or for `patience` milliseconds: then it is in a block that can still be
   * taken back. A value whose block was taken back goes into another one by itself, or is refused here.
   * @returns {{block: number, isFinal: boolean}} the number of the block that has it
   */
  async feedValue(pair, feed, value, { tip, patience }) {
    const call = this.chain.call('feeds', 'feed', { values: [{ feed, value }] });
    return this.#ask(
      () =>
        new Promise((resolve, reject) => {
          let stop;
          let isOver = false;
          let block;
          let timer;
          const end = (settle, result) => {
            isOver = true;
            clearTimeout(timer);
            deaf();
            stop?.();
            settle(result);
          };
          const late = () => {
            if (block === undefined) end(reject, new Error(`the value is in no block after ${PATIENCE / 1_000} s`));
            else end(resolve, { block, isFinal: false });
          };
          const wait = (millis) => {
            clearTimeout(timer);
            timer = setTimeout(late, millis);
          };
          const placeOf = ({ blockNumber }) => blockNumber?.toNumber() ?? '?';
          const deaf = this.chain.provider.on('disconnected', () => end(reject, new Error('the connection is lost')));
          wait(PATIENCE);
          const hear = (result) => {
            const { status, dispatchError } = result;
            if (isOver) return;
            if (dispatchError) return end(reject, new Refused(this.chain.errorName(dispatchError)));
            if (status.isInBlock) {
              block = placeOf(result);
              wait(patience);
            } else if (status.isFinalized) {
              end(resolve, { block: placeOf(result), isFinal: true });
            } else if (status.isRetracted) {
              block = undefined;
              wait(PATIENCE);
            } else if (status.isFinalityTimeout) {
              late();
            } else if (status.isInvalid || status.isDropped || status.isUsurped) {
              end(reject, new Refused(`the node has dropped the transaction (${status.type})`));
            }
          };
          call
            .signAndSend(pair, { nonce: -1, tip }, hear)
            .then((unsubscribe) => {
              stop = unsubscribe;
              if (isOver) stop();
            })
            .catch((error) => {
              // The node answers, and does not want it.
              end(reject, /^\d{4}: /.test(error.message) ? new Refused(error.message) : error);
            });
        }),
    );
  }
}
