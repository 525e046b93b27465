// The node as the feeder uses it.

import { Chain, StoryError } from '../chain.mjs';

/** The node is away. The message is a sentence. */
export class NodeAway extends Error {}

/** The chain has refused a value. `refusal` is the error's name. */
export class Refused extends Error {
  constructor(refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** How long a value may take into a block. */
const PATIENCE = 120_000;

export class Node {
  static async connect(url) {
    try {
      const chain = await Chain.connect(url, 5);
      return new Node(chain);
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

  /** What the chain says of a feed. */
  async feed(feed) {
    return this.#ask(async () => {
      const { rules, watched } = await this.chain.read('feedState', feed);
      return {
        heartbeat: rules.heartbeat.toBigInt(),
        most: rules.maxPrice.isSome ? rules.maxPrice.unwrap().toBigInt() : undefined,
        watched: watched.isTrue,
      };
    });
  }

  /** The account's own value of a feed. */
  async valueOf(account, feed) {
    return this.#ask(async () => {
      const given = await this.api.query.oracle.rawValues(account, feed);
      if (given.isNone) return undefined;
      const { value, timestamp } = given.unwrap();
      return { value: value.toBigInt(), at: timestamp.toNumber() };
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

  /** Feeds a value: the number of the block that has it. */
  async feedValue(pair, feed, value) {
    const call = this.chain.call('feeds', 'feed', { values: [{ feed, value }] });
    return this.#ask(
      () =>
        new Promise((resolve, reject) => {
          let stop;
          const deaf = this.chain.provider.on('disconnected', () => end(reject, new Error('the connection is lost')));
          const end = (settle, result) => {
            clearTimeout(timer);
            deaf();
            stop?.();
            settle(result);
          };
          const timer = setTimeout(() => end(reject, new Error(`the value is in no block after ${PATIENCE / 1_000} s`)), PATIENCE);
          call
            .signAndSend(pair, { nonce: -1 }, (result) => {
              const { status, dispatchError } = result;
              if (status.isInBlock || status.isFinalized) {
                if (dispatchError) end(reject, new Refused(this.chain.errorName(dispatchError)));
                else end(resolve, result.blockNumber?.toNumber());
              } else if (status.isInvalid || status.isDropped || status.isUsurped) {
                end(reject, new Refused(`the node has dropped the transaction (${status.type})`));
              }
            })
            .then((unsubscribe) => {
              stop = unsubscribe;
            })
            .catch((error) => {
              // The node answers, and does not want it.
              end(reject, /^\d{4}: /.test(error.message) ? new Refused(error.message) : error);
            });
        }),
    );
  }
}
