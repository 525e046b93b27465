// SPDX-License-Identifier: Apache-2.0
// Prices as the chain has them, in 10^-18, without floating point.

const ONE = 10n ** 18n;
/** The largest value that any feed takes. */
export const LARGEST = 1n << 80n;
/** The smallest: the chain takes no zero. */
export const LEAST = 1n;

/** A source gave what is no price. The message is a sentence. */
export class BadValue extends Error {}

/**
 * A price in 10^-18. Takes decimals with or without an exponent; `decimals` is how many of the source's digits are behind the
 * point already. Digits behind the 18th are cut off, but never to zero: a price above zero is at least the least.
 * @param {boolean} zero whether a zero is a price too, the least
 * @returns {{value: bigint, note?: string}} the note says what was made of a price that the chain has no value for
 */
export function parseValue(text, decimals = 0, zero = false) {
  const match = /^([+-]?)(\d{1,40})(?:\.(\d{1,60}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(String(text).trim());
  if (!match) throw new BadValue(`"${String(text).slice(0, 60)}" is not a number; write it like 0.99209183.`);
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction);
  const shift = 18 - fraction.length + Number(exponent) - decimals;
  const value = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  if (sign === '-' && digits > 0n) throw new BadValue(`The price ${text} is negative; nothing is fed.`);
  if (digits === 0n && !zero) {
    throw new BadValue(
      `The price ${text} is zero, which many sources say when they know none; nothing is fed. ` +
        `If it is true, start the feeder with --zero: it feeds ${showValue(LEAST)} then.`,
    );
  }
  if (value === 0n) return { value: LEAST, note: `the least price, for ${text}` };
  return { value: atMost(value, LARGEST) };
}

/** A value, unless it is above the largest that is taken. */
export function atMost(value, most) {
  if (value <= most) return value;
  throw new BadValue(`The price ${showValue(value)} is above ${showValue(most)}, the largest that the feed takes; is --decimals right?`);
}

/** A price in 10^-18 for people. */
export function showValue(value) {
  const fraction = (value % ONE).toString().padStart(18, '0').replace(/0+$/, '');
  return fraction === '' ? String(value / ONE) : `${value / ONE}.${fraction}`;
}

/** What is at the end of a path in JSON: `{ a: [{ b: 1 }] }` with `a.0.b`. A number, or a text. */
export function pick(json, path) {
  let at = json;
  for (const [place, name] of path.entries()) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, name)) {
      const way = path.slice(0, place + 1).join('.');
      const there = at !== null && typeof at === 'object' ? `; there are ${Object.keys(at).slice(0, 10).join(', ')}` : '';
      throw new BadValue(`The source has nothing at ${way}${there}.`);
    }
    at = at[name];
  }
  if (typeof at !== 'number' && typeof at !== 'string') {
    throw new BadValue(`What the source has at ${path.join('.')} is no number.`);
  }
  return String(at);
}

/**
 * A source's time in milliseconds since 1970: ISO 8601 with its zone, or seconds or milliseconds since 1970. Undefined if the
 * text is none of them.
 */
export function parseMoment(text) {
  const number = /^(\d{9,13})(?:\.\d+)?$/.exec(text)?.[1];
  // eleven digits of seconds are the year 5138, twelve of milliseconds 1973
  if (number !== undefined) return number.length < 12 ? Math.floor(Number(text) * 1_000) : Number(number);
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (!match) return undefined;
  const [, date, time, fraction = '', zone] = match;
  const moment = Date.parse(`${date}T${time}${fraction.slice(0, 4)}${zone}`);
  // Date.parse turns February the 30th into March
  const day = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== date || Number.isNaN(moment) ? undefined : moment;
}
