// SPDX-License-Identifier: Apache-2.0
// The depeg of USDC in March 2023: who puts up capital, what is for sale, who buys.
//
// Prices and rates are in 10^-18, amounts in the stablecoin's smallest unit (six decimals), times in milliseconds.

const ONE = 10n ** 18n;
const HOUR = 3_600_000n;
const DAY = 24n * HOUR;
const USD = 1_000_000n;

export const name = 'usdc-2023-03';
export const title = 'the depeg of USDC, March 2023';
export const story = 'prices';
export const table = 'usdc-2023-03.csv';

/** The feed that the oracle operators keep up to date. */
export const feed = 1;
/** Who feeds it; each says the same. */
export const operators = ['//Charlie', '//Dave', '//Eve'];
/** Assets of the development preset: USDB, a stablecoin with six decimals. */
export const asset = { id: 1, symbol: 'USDB', decimals: 6 };

/** Products of one stablecoin are expected to fail together. */
export const group = 1;
/** What kind of risk it is. */
export const riskClass = 'Depeg';
/**
 * What the referendum says of it: for the story two audits, and no bounty. Launched on 2018-09-26, and reviewed on 2022-11-01,
 * before the story begins. The rate of these facts is below that of the terms, and they are good enough for the reserve.
 */
export const facts = { audits: 2, deployed: 17_800, bounty: 0n, atStake: 0n, incidents: 0, reviewed: 19_297 };

// volatility: 0.2 % a year, about what the price moved before
const price = {
  base: (2n * ONE) / 100n,
  kink: 800_000,
  atKink: 2n * ONE,
  atFull: 6n * ONE,
  volatility: (2n * ONE) / 1_000n,
};
const sale = {
  minPeriod: 7n * DAY,
  maxPeriod: 365n * DAY,
  waiting: DAY,
  grace: 14n * DAY,
  minCover: 100n * USD,
  maxCover: 100_000n * USD,
};

/** What is for sale, and when it pays. */
export const products = {
  // the whole cover, once the hourly average has been at or below 0.995 for a day: the terms of the oldest live depeg
  // product
  A: {
    title: 'USDC depeg, whole cover',
    // nobody's address: the text is below, and only its hash counts
    uri: 'wording/usdc-depeg-whole.md',
    wording: 'Pays the whole cover when the one-hour average of USDC/USD is at or below 0.995 for 24 hours.',
    threshold: (995n * ONE) / 1000n,
    window: HOUR,
    duration: 24n * HOUR,
    payout: 'full',
    price,
    ...sale,
  },
  // a part of the cover by a curve; six hours of window, because the worst hour lay below 0.90 and would have paid
  // everything
  B: {
    title: 'USDC depeg, by depth',
    uri: 'wording/usdc-depeg-by-depth.md',
    wording:
      'Pays linearly between nothing at 0.97 and the whole cover at 0.90, on the lowest six-hour average of USDC/USD in the ' +
      'six hours after it first is at or below 0.97, if it stays there.',
    threshold: (97n * ONE) / 100n,
    window: 6n * HOUR,
    duration: 6n * HOUR,
    payout: { attachment: (97n * ONE) / 100n, exhaustion: (90n * ONE) / 100n },
    price: { ...price, base: (3n * ONE) / 100n },
    ...sale,
  },
};

/**
 * The pool: fully collateralised, five percent of the earned premium to its manager, four fifths of its proportional
 * premium to the senior tranche.
 */
export const pool = { manager: '//Alice', leverage: 100, fee: 50_000, seniorFactor: 800_000, weight: 500_000 };

/**
 * Underwriters and what they deposit. The second is senior: all that is sold could not cost the others more than they
 * have. The third asks for its money back shortly before the event.
 */
export const underwriters = [1_500_000n, 1_200_000n, 800_000n, 500_000n].map((amount, at) => ({
  uri: `//Underwriter${at + 1}`,
  tranche: at === 1 ? 'Senior' : 'Junior',
  deposit: amount * USD,
}));
export const leaver = 2;

/** Those who buy in good time: odd amounts, so that every rounding counts. */
export const buyers = Array.from({ length: 25 }, (_, at) => ({
  uri: `//Buyer${at + 1}`,
  product: at % 5 < 3 ? 'A' : 'B',
  cover: 12_345n * USD + BigInt(at) * 2_468_135_791n + BigInt(at * at) * 13_579n,
  extraDays: BigInt((at * 7) % 21),
}));
/** Whose cover runs out before the event. */
export const early = { uri: '//BuyerEarly', product: 'A', cover: 10_000n * USD, period: 7n * DAY };
/** Who buy in the last hours before it and are still waiting when it comes. */
export const hasty = [
  { uri: '//BuyerHasty1', product: 'A', cover: 20_000n * USD, period: 30n * DAY },
  { uri: '//BuyerHasty2', product: 'B', cover: 15_000n * USD, period: 30n * DAY },
];
/** Who come after the price has broken. */
export const late = { uri: '//BuyerLate', product: 'A', cover: 25_000n * USD, period: 30n * DAY };

/** The parameter that the last act changes: the reserve's part of the premium, in millionths. */
export const lastAct = { parameter: 'PremiumShare', to: 200_000 };
