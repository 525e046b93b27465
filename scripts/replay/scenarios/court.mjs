// SPDX-License-Identifier: Apache-2.0
// The exploit of the yDAI vault once more, with the first accounts of its table, and with assessors. A false table challenges the
// true one. The first panel believes the true one, a second panel the false one, and the token holders restore the first choice.
//
// Amounts of the asset have eighteen decimals, those of BRKW twelve. Times are in milliseconds.

export {
  asset,
  chainId,
  challenge,
  claimWindow,
  coverOf,
  deposits,
  donation,
  facts,
  limitOf,
  occurredAt,
  period,
  pool,
  reportedAt,
  reserve,
  riskClass,
  split,
  start,
  table,
  terms,
} from './ydai-2021.mjs';

const BRKW = 10n ** 12n;

export const name = 'court';
export const title = 'the exploit of the yDAI vault, decided by the court';
export const story = 'court';

/** The accounts of the table that buy cover: those with the most. */
export const accounts = 60;
/** One pool, which has enough; nothing fails before the vault does. */
export const levels = [{ name: 'enough', leverage: 100, later: 0n, challenged: true }];
export const others = [];

/**
 * Assessors, and the stake of each; that of the first is delegated to the second. Together they have more than the least with which
 * the court decides, 100,000 BRKW.
 */
export const assessors = { count: 40, stake: 3_000n * BRKW, delegated: 60_000n * BRKW, pocket: 10n * BRKW };
/** What the chain says of seats: panels, the stake and the fee of a seat, the bond of a first appeal. */
export const rules = { panels: [31, 63], seatStake: 50n * BRKW, seatFee: (3n * BRKW) / 10n, appealBond: 500n * BRKW };
/** The multiple of its stakes on which a panel decides for good. With less, so large a loss has no appeal against the first panel. */
export const finality = 1_000;
/** A party with a stake, which is never drawn. Every seventh point of a draw is its. */
export const party = { uri: '//Challenger', stake: 30_000n * BRKW };
/** The value of a DAI: a twentieth of a BRKW, in units of the native token for a unit of the asset, in 10^-18. */
export const assetValue = 5n * 10n ** 10n;

/**
 * The votes of each panel: seats of each kind, taken by the voters with the fewest seats first; the rest votes for `rest`. Proposal 0
 * is the true table, 1 the false one. `absent` does not commit, `silent` does not reveal.
 */
export const votes = [
  { absent: 2, silent: 2, abstain: 2, false: 5, unreasoned: 2, ranked: 2, rest: 'true' },
  { absent: 3, silent: 3, abstain: 3, true: 12, notCovered: 4, unreasoned: 2, rest: 'false' },
];

/**
 * The money of the appeals. The first is for the false table, with half a bond for the true one, and a little for a choice that does
 * not get its bond. The last is for the first panel's choice.
 */
export const appeals = [
  [
    { uri: '//Bystander', choice: 'notCovered', amount: 8n * BRKW },
    { uri: '//Challenger', choice: 'false', amount: 300n * BRKW },
    { uri: '//Ally', choice: 'false', amount: 200n * BRKW },
    { uri: '//Proposer', choice: 'true', amount: 250n * BRKW },
  ],
  [
    { uri: '//Proposer', choice: 'true', amount: 600n * BRKW },
    { uri: '//Reporter', choice: 'true', amount: 400n * BRKW },
    { uri: '//Challenger', choice: 'false', amount: 251n * BRKW },
  ],
];
/** What each of those has for it. */
export const pocket = 1_500n * BRKW;
