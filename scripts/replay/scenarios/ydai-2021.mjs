// SPDX-License-Identifier: Apache-2.0
// The exploit of the yDAI vault in February 2021: every account that lost money holds cover, and people assess the losses.
//
// Amounts are in the smallest unit of an asset with eighteen decimals, rates in 10^-18, times in milliseconds.

const ONE = 10n ** 18n;
const DAY = 86_400_000n;
const DAI = ONE;
const at = (text) => BigInt(Date.parse(text));

export const name = 'ydai-2021';
export const title = 'the exploit of the yDAI vault, February 2021';
export const story = 'losses';
export const table = 'ydai-2021-02.csv';

/** With fewer accounts, all that the other products cover would not bring the pools near to what the vault claims. */
export const fewest = 30;

/** The asset of the story. A referendum makes it; nobody has the key of its owner. */
export const asset = { id: 2, symbol: 'DAI', decimals: 18, title: 'Replay DAI' };
/** The chain of the insured accounts: Ethereum's main chain. */
export const chainId = 1n;

/** When the chain begins. Cover is bought on this day, ends after the exploit and before the claims are all in. */
export const start = at('2020-11-20T00:00:00Z');
export const period = 90n * DAY;
/** When the losses happened. The day is the data's, the hour is the story's. */
export const occurredAt = at('2021-02-04T21:00:00Z');
/** When it is reported to the chain. */
export const reportedAt = at('2021-02-05T09:00:00Z');

/** What each account covers: half of what it has, every fourth only a quarter, and never less than 1 DAI. */
export const coverOf = (before, place) => {
  const cover = before / (place % 4 === 3 ? 4n : 2n);
  return cover < DAI ? DAI : cover;
};
/** What an account may pay for it. */
export const limitOf = (cover) => cover / 10n + 1n;

/** The holder bears a twentieth of his loss himself. */
export const terms = {
  title: 'yDAI vault',
  // nobody's address: the text is below, and only its hash counts
  uri: 'wording/ydai-vault.md',
  wording: 'Pays what an account in the yDAI vault loses by a fault of its contracts, less a twentieth, up to the cover.',
  payout: 'full',
  coinsurance: 50_000n,
  deductible: 0n,
  minPeriod: 7n * DAY,
  maxPeriod: 365n * DAY,
  waiting: DAY,
  grace: 14n * DAY,
  minCover: DAI,
  maxCover: 10_000_000n * DAI,
  // there is no trigger, and so no option
  price: { base: (2n * ONE) / 100n, kink: 800_000, atKink: 2n * ONE, atFull: 4n * ONE, volatility: 0n },
};
/**
 * What the referendum says of what is covered, on 2020-11-14. Deployed on 2020-07-16. One audit, of July 2020. The bounty of
 * 50,000 is that of Yearn's security policy of January 2021 (yearn-security at 9ddadbc): for the story it is there already. 35
 * million DAI are what the vault held, by the disclosure of 2021-02-04. So the reserve may stand behind it: the bounty is above
 * a thousandth.
 */
export const facts = {
  audits: 1,
  deployed: 18_459,
  bounty: 50_000n * DAI,
  atStake: 35_000_000n * DAI,
  incidents: 0,
  reviewed: 18_580,
};
export const riskClass = 'SmartContract';

/**
 * Other products of a pool: each fails before the vault does. Their holders are not in the table. Those of the first lose all
 * that they cover, those of the second so much that the pool is left with what the story wants.
 */
export const others = [
  { title: 'A lending market', occurredAt: at('2020-12-14T12:00:00Z'), reportedAt: at('2020-12-14T15:00:00Z') },
  { title: 'An exchange', occurredAt: at('2021-01-11T12:00:00Z'), reportedAt: at('2021-01-11T15:00:00Z') },
].map((one) => ({
  ...one,
  terms: {
    ...terms,
    title: one.title,
    wording: `Pays what an account on ${one.title.toLowerCase()} loses by a fault of its contracts, up to the cover.`,
    coinsurance: 0n,
  },
  holders: 3,
  cover: 6_000_000n * DAI,
}));

/** What goes into each pool, and what its manager asks for: five percent of the premium, and four fifths for senior. */
export const deposits = { Junior: 34_000_000n * DAI, Senior: 6_000_000n * DAI };
export const pool = { manager: '//Alice', fee: 50_000, seniorFactor: 800_000 };

/**
 * One pool and one product each, with the same cover. `gap` is what the pool lacks in the end, in hundredths of what the
 * reserve gives; nothing where no other product takes its capital. `later`: reported so much later than the first. The
 * true outcome of the first is challenged.
 */
export const levels = [
  { name: 'enough', leverage: 100, later: 0n, challenged: true },
  { name: 'reserve', leverage: 200, gap: 50n, later: 0n },
  { name: 'short', leverage: 200, gap: 300n, later: DAY },
];

/** What Alice gives to the reserve. */
export const donation = 4_000_000n * DAI;
/** The reserve's limits, as the chain starts with: millionths of its funds an incident, and times what a pool contributed. */
export const reserve = { perIncident: 200_000n, multiple: 10n, minimum: 1n };
/** What the chain takes of earned premium, in millionths: the reserve, the treasury. */
export const split = { reserve: 150_000n, treasury: 50_000n };
/** The times that the chain gives: for a challenge, and for the claims. */
export const challenge = 2n * DAY;
export const claimWindow = 14n * DAY;
