// SPDX-License-Identifier: Apache-2.0
// Who gets a seat, by the rules of the validators' pallet.

import { MAX_VALIDATORS } from './limits.mjs';

const ranked = (one, other) => {
  if (one.approved !== other.approved) return one.approved ? -1 : 1;
  if (one.bond !== other.bond) return one.bond > other.bond ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};

/**
 * The candidates that get a seat: none without session keys, none that is suspended. Approved ones come first, then larger bonds.
 *
 * @param candidates each with `who`, `id` (its public key in hexadecimal digits), `bond`, `approved`, `suspended` and `hasKeys`
 * @param limits `maxValidators` and `openSeats`
 */
export function seated(candidates, { maxValidators, openSeats }) {
  let [seats, open] = [Math.min(maxValidators, MAX_VALIDATORS), openSeats];
  const chosen = [];
  for (const one of candidates.filter(({ suspended }) => !suspended).sort(ranked)) {
    if (seats === 0 || !(one.approved || open > 0) || !one.hasKeys) continue;
    seats -= 1;
    if (!one.approved) open -= 1;
    chosen.push(one.who);
  }
  return chosen;
}

/** The validators that the end of a session would name: as `seated`, but the chain is never left without one. */
export function named(candidates, limits) {
  const free = (which) => (one) => (which(one) ? { ...one, suspended: false } : one);
  const isLeft = candidates.some((one) => one.approved && !one.suspended && one.hasKeys);
  const approved = isLeft ? candidates : candidates.map(free((one) => one.approved));
  const chosen = seated(approved, limits);
  if (chosen.length > 0) return chosen;
  return seated(candidates.map(free(() => true)), { ...limits, openSeats: MAX_VALIDATORS });
}
