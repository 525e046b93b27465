// SPDX-License-Identifier: Apache-2.0
// The same depeg, but the oracle operators fall silent in the middle of the observation: the chain decides nothing, people
// do. Everything that is not said here is as in usdc-2023-03.

import * as same from './usdc-2023-03.mjs';

export * from './usdc-2023-03.mjs';

const ONE = 10n ** 18n;
const HOUR = 3_600_000n;

export const name = 'usdc-2023-03-stale';
export const title = 'the depeg of USDC, March 2023, with a feed that falls silent';
export const story = 'silence';

/**
 * The last round that is fed. Its price holds for as long as the chain calls it fresh, 25 hours: until 12 minutes before
 * the observation is complete. The worst of the depeg comes after it.
 */
export const lastFed = BigInt(Date.parse('2023-03-11T06:15:47Z'));
/** How long an incident waits for data before people assess it, and how long an outcome proposal can be challenged. */
export const maxUndecided = 72n * HOUR;
export const challenge = 48n * HOUR;

/** One product: it pays by depth, and observes for longer than a price stays fresh. */
export const products = {
  A: {
    ...same.products.A,
    title: 'USDC depeg, by depth of an hour',
    uri: 'wording/usdc-depeg-by-depth-of-an-hour.md',
    wording:
      'Pays linearly between nothing at 0.995 and the whole cover at 0.85, on the lowest one-hour average of USDC/USD in the ' +
      '30 hours after it first is at or below 0.995, if it stays there.',
    duration: 30n * HOUR,
    payout: { attachment: (995n * ONE) / 1000n, exhaustion: (85n * ONE) / 100n },
  },
};
export const buyers = same.buyers.map((buyer) => ({ ...buyer, product: 'A' }));
export const hasty = same.hasty.map((buyer) => ({ ...buyer, product: 'A' }));
