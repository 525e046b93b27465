// What to do next: pure, so that it can be tested without a chain.

/** The waits while something is away, in milliseconds: 1, 2, 4 ... 60 seconds. */
export function backoff(failures) {
  return Math.min(60_000, 1_000 * 2 ** Math.min(Math.max(failures - 1, 0), 10));
}

/**
 * Whether a value is to be fed.
 * @param {{value: bigint, fed?: {value: bigint, at: number}, now: number, interval: number}} facts times in milliseconds;
 *   `interval` is after how long a value that has not changed is fed again
 */
export function decide({ value, fed, now, interval }) {
  if (fed === undefined) return { feed: true, why: 'the first value' };
  if (fed.value !== value) return { feed: true, why: 'the price has changed' };
  if (now - fed.at >= interval) return { feed: true, why: 'the value grows old' };
  return { feed: false, why: 'the value has not changed' };
}

/** After how long a value that has not changed is fed again: what was asked for, or half of the heartbeat. In milliseconds. */
export function intervalOf(everySeconds, heartbeat) {
  return everySeconds === undefined ? Math.floor(Number(heartbeat) / 2) : everySeconds * 1_000;
}

/**
 * What became of a value that was being fed when the feeder ended: `fed` if the chain has it, `waiting` if it may still be on
 * its way, `lost` otherwise.
 * @param {{value: bigint, after: number}} pending `after` is the chain's time of the value before it
 * @param {{value: bigint, at: number}} [onChain] the account's value as the chain has it
 * @param {boolean} inPool whether the node has transactions of the account that are in no block
 */
export function fateOf(pending, onChain, inPool) {
  if (onChain && onChain.at > pending.after && onChain.value === pending.value) return 'fed';
  return inPool ? 'waiting' : 'lost';
}

/** What a refusal by the chain means to the operator. */
export function explain(name, { account, feed }) {
  switch (name) {
    case 'feeds.NotActive':
      return `${account} is no active operator: look at operators in the runtime API; feeds.accept or feeds.topUp may be due`;
    case 'feeds.NotListed':
      return `no product is on feed ${feed}: one has to be listed first`;
    case 'feeds.AlreadyFed':
      return 'the account has fed this feed in this block already: does another feeder use it?';
    default:
      return name;
  }
}
