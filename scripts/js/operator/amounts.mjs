// SPDX-License-Identifier: Apache-2.0
// Amounts in BRKW, exact, and times, rounded.

import { BadOption } from './options.mjs';

/** The decimals of the native token. */
export const DECIMALS = 12;
const ONE = 10n ** BigInt(DECIMALS);
/** The most that an amount of the chain can be. */
const MOST = (1n << 128n) - 1n;

/**
 * Reads an amount such as `10000` or `0.5`.
 *
 * @param text the amount in BRKW, with at most 12 decimals
 * @param name of the option, for the message
 * @returns units of 10^-12 BRKW
 */
export function parseAmount(text, name = 'The amount') {
  const found = /^(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (found === null)
    throw new BadOption(`${name} needs an amount in BRKW, such as 10000 or 0.5, without separators, not "${text}".`);
  const [, whole, fraction = ''] = found;
  if (fraction.length > DECIMALS) throw new BadOption(`${name} has ${fraction.length} decimals; BRKW has ${DECIMALS}.`);
  const units = BigInt(whole) * ONE + BigInt(fraction.padEnd(DECIMALS, '0'));
  if (units > MOST) throw new BadOption(`${name} is more than the chain can count: ${text} BRKW.`);
  return units;
}

/** An amount as an exact decimal number, such as `10000.5`. */
export function plainAmount(units) {
  const sign = units < 0n ? '-' : '';
  const size = units < 0n ? -units : units;
  const fraction = (size % ONE).toString().padStart(DECIMALS, '0').replace(/0+$/, '');
  return `${sign}${size / ONE}${fraction === '' ? '' : `.${fraction}`}`;
}

/** An amount for a reader, such as `10,000.5 BRKW`. */
export function showAmount(units) {
  const [whole, fraction] = plainAmount(units).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`} BRKW`;
}

/** A time for a reader, rounded, such as `42 minutes`. */
export function showTime(seconds) {
  const [size, one] = seconds < 7_200 ? [60, 'minute'] : seconds < 172_800 ? [3_600, 'hour'] : [86_400, 'day'];
  return counted(Math.max(1, Math.round(seconds / size)), one);
}

/** A number of things: `1 session`, `2 sessions`. */
export const counted = (count, one) => `${count} ${one}${count === 1 ? '' : 's'}`;
