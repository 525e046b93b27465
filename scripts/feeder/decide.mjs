// SPDX-License-Identifier: Apache-2.0
// What to do next: pure, so that it can be tested without a chain.

/** The waits while something is away, in milliseconds: 1, 2, 4 ... 60 seconds. */
export function backoff(failures) {
  return Math.min(60_000, 1_000 * 2 ** Math.min(Math.max(failures - 1, 0), 10));
}

/**
 * Whether a value is to be fed. The chain alone says what was fed before, and how old it is by its own clock.
 * @param {{value: bigint, own?: {value: bigint, age: number, counts: boolean}, interval: number}} facts `own` is the
 *   operator's value as the chain has it; `interval` the age in milliseconds at which the same value is fed again
 */
export function decide({ value, own, interval }) {
  if (own === undefined) return { feed: true, why: 'the chain has no value of this operator' };
  if (own.value !== value) return { feed: true, why: 'the price has changed' };
  if (!own.counts) return { feed: true, why: 'the chain does not count the value that it has' };
  if (own.age >= interval) return { feed: true, why: 'the value grows old' };
  return { feed: false, why: 'the value has not changed' };
}

/** The age at which the same value is fed again: what was asked for, or half of the heartbeat. In milliseconds. */
export function intervalOf(everySeconds, heartbeat) {
  return everySeconds === undefined ? Math.floor(heartbeat / 2) : everySeconds * 1_000;
}

/** How far a source's clock may be ahead of this machine's, in milliseconds. */
const AHEAD = 60_000;

/**
 * Why a price of time `at` cannot be fed at `now`, as a sentence; undefined if it can.
 * @param {number} most the largest age, in milliseconds
 */
export function ageFault(at, now, most) {
  const stamp = new Date(at).toISOString();
  if (at > now + AHEAD) return `The price is of ${stamp}, which is still to come: is this machine's clock right?`;
  if (now - at <= most) return undefined;
  return `The price is of ${stamp}, ${Math.floor((now - at) / 1_000)} s ago; the largest age is ${most / 1_000} s (--max-age).`;
}

/** The meaning of a refusal by the chain to the operator. */
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
