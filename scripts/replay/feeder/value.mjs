// Prices as the chain has them, in 10^-18, without floating point.

const ONE = 10n ** 18n;
/** The largest value that any feed takes. */
export const LARGEST = 1n << 80n;

/** A source gave what is no price. The message is a sentence. */
export class BadValue extends Error {}

/**
 * A price in 10^-18. Takes decimals with or without an exponent; `decimals` is how many of the source's digits are behind the
 * point already. Digits behind the 18th are cut off.
 */
export function parseValue(text, decimals = 0, most = LARGEST) {
  const match = /^([+-]?)(\d{1,40})(?:\.(\d{1,60}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(String(text).trim());
  if (!match) throw new BadValue(`"${String(text).slice(0, 60)}" is not a number; write it like 0.99209183.`);
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const digits = BigInt(whole + fraction);
  const shift = 18 - fraction.length + Number(exponent) - decimals;
  const value = shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
  if (sign === '-' && digits > 0n) throw new BadValue(`The price ${text} is negative; nothing is fed.`);
  if (value === 0n) throw new BadValue(`The price ${text} is zero; nothing is fed.`);
  if (value > most) {
    throw new BadValue(`The price ${text} is above ${showValue(most)}, the largest that the feed takes; is --decimals right?`);
  }
  return value;
}

/** A price in 10^-18 for people. */
export function showValue(value) {
  const fraction = (value % ONE).toString().padStart(18, '0').replace(/0+$/, '');
  return fraction === '' ? String(value / ONE) : `${value / ONE}.${fraction}`;
}

/** The number at the end of a path in JSON: `{ a: [{ b: 1 }] }` with `a.0.b`. */
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
