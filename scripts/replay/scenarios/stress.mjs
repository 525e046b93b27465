// SPDX-License-Identifier: Apache-2.0
// Three losses of one cause in a month, after a bad winter: first loss, two pools and the reserve's limits are used up. Then a
// year of premiums pays what can be paid. Nothing of it has happened: all of it is assumed.
//
// A pool in full health cannot be used up by one correlation group: at the sale its exposure to the group is at most its
// available capital. So both pools have lost most of their capital to something else before.
//
// Amounts are in the stablecoin's smallest unit (six decimals), rates in 10^-18, parts in millionths, times in milliseconds.

const ONE = 10n ** 18n;
const HOUR = 3_600_000n;
const DAY = 24n * HOUR;
const USD = 1_000_000n;
const at = (text) => BigInt(Date.parse(text));

export const name = 'stress';
export const title = 'three losses of one cause, a reserve at its limits, and the year after';
export const story = 'stress';

/** Assets of the development preset: USDB, a stablecoin with six decimals. */
export const asset = { id: 1, symbol: 'USDB', decimals: 6 };
/** The chain of the insured accounts: Ethereum's main chain. */
export const chainId = 1n;
export const riskClass = 'SmartContract';
/** What the referendum says of each product, a week before the story begins: enough for the reserve to stand behind it. */
export const facts = { audits: 1, deployed: 18_459, bounty: 50_000n * USD, atStake: 35_000_000n * USD, incidents: 0, reviewed: 20_815 };

export const start = at('2027-01-04T00:00:00Z');

/**
 * Within the hard bounds: a group may take all available capital of a pool, so that one loss can take most of it. Stakers get
 * no part of premium, so that their stake moves by losses alone. The others stay as the chain starts with them.
 */
export const parameters = { GroupCap: 1_000_000, RewardShare: 0 };
/** The reserve's limits, as the chain starts with: of its funds an incident and a group, times what a pool contributed. */
export const limits = { perIncident: 200_000n, perGroup: 400_000n, multiple: 10n, minimum: 1n };

export const terms = {
  payout: 'full',
  coinsurance: 0n,
  deductible: 0n,
  minPeriod: 7n * DAY,
  maxPeriod: 365n * DAY,
  waiting: DAY,
  grace: 14n * DAY,
  minCover: 100n * USD,
  maxCover: 1_000_000n * USD,
  // a dear year: the contributions of a pool are the measure of what the reserve may give it
  price: { kink: 800_000, atKink: 2n * ONE, atFull: 4n * ONE, volatility: 0n },
};

/** Who manages a pool is junior in it. */
const pool = (name) => ({ manager: `//${name}Junior`, leverage: 200, fee: 50_000, seniorFactor: 800_000 });
/** Two pools that fail, and one that stays in health. */
export const pools = {
  Harbour: { ...pool('Harbour'), deposits: { Junior: 850_000n * USD, Senior: 150_000n * USD } },
  Quay: { ...pool('Quay'), deposits: { Junior: 850_000n * USD, Senior: 150_000n * USD } },
  Inland: { ...pool('Inland'), deposits: { Junior: 3_000_000n * USD, Senior: 500_000n * USD } },
};

const percent = (number) => (BigInt(number) * ONE) / 100n;
/** Everything that is covered. `group` is the correlation group, 1 that of the stress; `firstLoss` the sponsor's money. */
export const products = {
  WinterHarbour: { title: 'A lending market', wording: 'Pays losses by a fault of the lending market.', pool: 'Harbour', group: 2, base: percent(20), period: 180n * DAY },
  WinterQuay: { title: 'An exchange', wording: 'Pays losses by a fault of the exchange.', pool: 'Quay', group: 2, base: percent(7), period: 180n * DAY },
  One: { title: 'A vault on the bridge', wording: 'Pays losses by a fault of the bridge or the vault.', pool: 'Harbour', group: 1, base: percent(20), period: 300n * DAY, firstLoss: 20_000n * USD },
  Two: { title: 'A market on the bridge', wording: 'Pays losses by a fault of the bridge or the market.', pool: 'Quay', group: 1, base: percent(8), period: 300n * DAY, firstLoss: 12_000n * USD },
  Three: { title: 'A fund on the bridge', wording: 'Pays losses by a fault of the bridge or the fund.', pool: 'Quay', group: 1, base: percent(8), period: 300n * DAY, firstLoss: 15_000n * USD },
  LongHarbour: { title: 'A wallet', wording: 'Pays losses by a fault of the wallet.', pool: 'Harbour', group: 3, base: percent(25), period: 365n * DAY },
  LongQuay: { title: 'A custodian', wording: 'Pays losses by a fault of the custodian.', pool: 'Quay', group: 3, base: percent(20), period: 365n * DAY },
  Inland: { title: 'A staking service', wording: 'Pays losses by a fault of the staking service.', pool: 'Inland', group: 4, base: percent(20), period: 75n * DAY },
};

/** Odd covers, so that every rounding counts; `part` of each is lost, in hundredths. */
const covers = (count, first, step, part = () => 0n) =>
  Array.from({ length: count }, (_, place) => {
    const cover = first * USD + BigInt(place) * step * USD + BigInt(place * place) * 1_357_911n + 13n;
    return { cover, loss: (cover * part(place)) / 100n };
  });

/** What is covered at the beginning, and what of it will be lost. */
export const sales = {
  WinterHarbour: covers(5, 148_000n, 1_000n, () => 100n),
  WinterQuay: covers(5, 149_000n, 500n, () => 100n),
  One: covers(7, 88_000n, 5_000n, (place) => (place % 3 === 0 ? 100n : 83n)),
  Two: covers(5, 61_000n, 4_000n, (place) => 90n - BigInt(place)),
  Three: covers(6, 57_000n, 3_500n, (place) => (place === 2 ? 100n : 77n)),
  LongHarbour: covers(3, 90_000n, 7_000n),
  LongQuay: covers(3, 85_000n, 9_000n),
  Inland: covers(6, 280_000n, 15_000n),
};
/** What the pool in health sells again in the year after, each time for a quarter. */
export const renewed = covers(6, 290_000n, 14_000n);

/** The losses of the winter, which the pools can pay. */
export const winter = { products: ['WinterHarbour', 'WinterQuay'], occurredAt: at('2027-03-01T12:00:00Z'), reportedAt: at('2027-03-01T15:00:00Z') };
/** The month: three losses of one group. The third is reported before the second is decided, and shares its pool. */
export const month = [
  { product: 'One', occurredAt: at('2027-05-03T08:00:00Z'), reportedAt: at('2027-05-03T10:00:00Z') },
  { product: 'Two', occurredAt: at('2027-05-04T08:00:00Z'), reportedAt: at('2027-05-04T10:00:00Z') },
  { product: 'Three', occurredAt: at('2027-05-04T09:00:00Z'), reportedAt: at('2027-05-04T12:00:00Z') },
];
/** The time of premiums after it, and how often the pool in health sells. */
export const year = 365n * DAY;
export const quarter = 91n * DAY;

/** What Alice gives to the reserve, and those who stake behind it. */
export const donation = 20_000n * USD;
export const stakers = { '//Staker1': 200_000n * USD, '//Staker2': 90_000n * USD + 7n, '//Staker3': 31_234_567_891n };
/** Who needs money, and how much: for bonds, stake, first loss, new capital. */
export const newcomer = { uri: '//Newcomer', pool: 'Harbour', amount: 400_000n * USD };
export const sponsor = '//Sponsor';
export const purses = {
  '//Reporter': 1_000_000n * USD,
  '//Proposer': 1_000_000n * USD,
  [sponsor]: 1_000_000n * USD,
  [newcomer.uri]: newcomer.amount + USD,
  ...Object.fromEntries(Object.entries(stakers).map(([uri, amount]) => [uri, amount + USD])),
};
/** The times that the chain gives: for a challenge, and for the claims. */
export const challenge = 2n * DAY;
export const claimWindow = 14n * DAY;
