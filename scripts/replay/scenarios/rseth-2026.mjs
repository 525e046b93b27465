// SPDX-License-Identifier: Apache-2.0
// The week of April 2026 in which 116,500 rsETH lost their backing, told with a pool that covers rsETH and a reserve with stake
// behind it. The facts are in the table. Who underwrites, stakes and holds cover, and all amounts here, are assumed.
//
// Amounts are in the smallest unit of an asset with eighteen decimals, rates in 10^-18, parts in millionths, times in
// milliseconds.

const ONE = 10n ** 18n;
const DAY = 86_400_000n;
const ETH = ONE;
const at = (text) => BigInt(Date.parse(text));

export const name = 'rseth-2026';
export const title = 'the bridge exploit of rsETH, April 2026';
export const story = 'exploit';
export const table = 'rseth-2026-04.csv';
/** The facts of the table that the story is told by. */
export const wanted = [
  'earlier_alarm',
  'exploit',
  'unbacked',
  'value_lost',
  'oracle_price',
  'first_cooldown',
  'second_cooldown',
  'markets_frozen',
  'loss_if_shared',
  'losses_estimated',
  'pause_proposed',
];

/** The asset of the story. A referendum makes it; nobody has the key of its owner. */
export const asset = { id: 3, symbol: 'WETH', decimals: 18, title: 'Replay WETH' };
/** The chain of the insured accounts: Ethereum's main chain. */
export const chainId = 1n;
export const riskClass = 'SmartContract';
/**
 * What the referendum says of each product on 2025-04-10, enough for the reserve to stand behind it: for the story two audits, and
 * a bounty of a thousandth of what is at stake.
 */
export const facts = { audits: 2, deployed: 19_700, bounty: 100n * ETH, atStake: 100_000n * ETH, incidents: 0, reviewed: 20_188 };

/** Within the hard bounds, so that one pool can be short: see stress. Stakers get no part of premium, so that a slash is all that moves their stake. */
export const parameters = { GroupCap: 1_000_000, RewardShare: 0 };
/** The reserve's limits, as the chain starts with. */
export const limits = { perIncident: 200_000n, perGroup: 400_000n, multiple: 10n, minimum: 1n };

/** When the chain begins. Cover of a year that is bought on this day is in force on the day of the exploit. */
export const start = at('2025-04-20T00:00:00Z');
/** When the long cover is bought: premium of it is unearned when the loss is settled. */
export const later = at('2025-12-01T00:00:00Z');
/** An assumed loss of another kind, which takes most of the pool. */
export const earlier = { product: 'Earlier', occurredAt: at('2026-01-12T12:00:00Z'), reportedAt: at('2026-01-12T15:00:00Z') };

export const terms = {
  payout: 'full',
  coinsurance: 0n,
  deductible: 0n,
  minPeriod: 7n * DAY,
  maxPeriod: 365n * DAY,
  waiting: DAY,
  grace: 14n * DAY,
  minCover: ETH / 10n,
  maxCover: 100_000n * ETH,
  price: { kink: 800_000, atKink: 2n * ONE, atFull: 4n * ONE, volatility: 0n },
};

export const pools = {
  Restaking: { manager: '//RestakingJunior', leverage: 200, fee: 50_000, seniorFactor: 800_000, deposits: { Junior: 8_000n * ETH, Senior: 2_000n * ETH } },
};

const percent = (number) => (BigInt(number) * ONE) / 100n;
export const products = {
  Backing: {
    title: 'Backing of rsETH',
    wording: 'Pays what an account loses because rsETH that it holds is not backed, by the part that lacks, up to the cover.',
    pool: 'Restaking',
    group: 1,
    base: percent(8),
    period: 365n * DAY,
  },
  Earlier: { title: 'A lending market', wording: 'Pays losses by a fault of the lending market.', pool: 'Restaking', group: 2, base: percent(8), period: 365n * DAY },
  Long: { title: 'A wallet', wording: 'Pays losses by a fault of the wallet.', pool: 'Restaking', group: 3, base: percent(12), period: 365n * DAY },
};

/** Holders of rsETH, and what each covers in WETH: the last less than it will lose. */
export const holders = [
  { holding: 6_000n * ETH, cover: 1_000n * ETH },
  { holding: 5_432_109_876_543_210_987_654n, cover: 900n * ETH },
  { holding: 7_001n * ETH + 7n, cover: 1_200n * ETH },
  { holding: 4_321n * ETH + 123_456_789n, cover: 700n * ETH },
  { holding: 8_500n * ETH, cover: 1_400n * ETH },
  { holding: 3_333_333_333_333_333_333_333n, cover: 600n * ETH },
  { holding: 5_000n * ETH + 1n, cover: 820n * ETH },
  { holding: 9_876n * ETH, cover: 1_300n * ETH },
];
/** Who holds rsETH without cover. */
export const uncovered = [{ uri: '//Uncovered1', holding: 1_200n * ETH }, { uri: '//Uncovered2', holding: 845n * ETH + 3n }, { uri: '//Uncovered3', holding: 77n * ETH }];
/** The other covers: all of the first is lost in the earlier loss. */
export const others = {
  Earlier: Array.from({ length: 5 }, (_, place) => ({ cover: 1_290n * ETH + BigInt(place) * 3n * ETH })),
  Long: Array.from({ length: 3 }, (_, place) => ({ cover: 900n * ETH + BigInt(place) * 50n * ETH })),
};

export const donation = 350n * ETH;
/** The first two call the cooldown before any report, the others stay. */
export const stakers = { '//Runner1': 2_000n * ETH, '//Runner2': 1_111n * ETH + 1n, '//Stayer1': 2_500n * ETH + 5n, '//Stayer2': 777n * ETH };
export const runners = ['//Runner1', '//Runner2'];
/** Who makes victims whole in the end, and with how much at most. */
export const coalition = { uri: '//Coalition', offer: 8_000n * ETH };
export const purses = {
  '//Reporter': 1_000n * ETH,
  '//Proposer': 1_000n * ETH,
  '//Alarmist': 1_000n * ETH,
  '//Late': 1_000n * ETH,
  [coalition.uri]: 30_000n * ETH,
  ...Object.fromEntries(Object.entries(stakers).map(([uri, amount]) => [uri, amount + ETH])),
};
/** The times that the chain gives: for a first outcome, a challenge, and the claims; for stake that leaves. */
export const proposing = 7n * DAY;
export const challenge = 2n * DAY;
export const claimWindow = 14n * DAY;
export const stakeCooldown = 20n * DAY;
/** How long a programme of compensation can be collected. */
export const programme = 90n * DAY;
