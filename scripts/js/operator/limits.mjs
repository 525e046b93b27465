// SPDX-License-Identifier: Apache-2.0
// The numbers of the validators' pallet that the chain's metadata does not tell. A test compares them with its sources.

const BRKW = 10n ** 12n;

/** The governed numbers: the default, and the bounds within which a value has an effect. */
export const GOVERNED = {
  MaxValidators: { normal: 50n, least: 1n, most: 100n },
  OpenSeats: { normal: 0n, least: 0n, most: 100n },
  ValidatorBond: { normal: 10_000n * BRKW, least: 100n * BRKW, most: 1_000_000n * BRKW },
};
/** The most validators in a session. */
export const MAX_VALIDATORS = 100;
/** The places of candidates. */
export const MAX_CANDIDATES = 200;
/** So many offences within `OFFENCE_WINDOW` sessions end a candidacy. */
export const MAX_OFFENCES = 3;
export const OFFENCE_WINDOW = 168;
/** The sessions in which an offence can be reported. */
export const REMEMBERED_SESSIONS = 1_008;

/**
 * A governed number as the chain applies it.
 *
 * @param name of the number
 * @param stored the value that a referendum has set, if any
 */
export function governed(name, stored) {
  const { normal, least, most } = GOVERNED[name];
  const value = stored ?? normal;
  return value < least ? least : value > most ? most : value;
}
