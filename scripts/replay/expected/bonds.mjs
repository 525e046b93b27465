// SPDX-License-Identifier: Apache-2.0
// What bonds an incident takes and who has them in the end, by the rules alone. All numbers are BigInt in the asset's
// smallest unit, shares in millionths.

const MILLION = 1_000_000n;

/** What the chain starts with: half a percent of what is pinned, 0.05 % of the frozen capital. */
export const SHARES = { pinned: 5_000n, capital: 500n };

const roundedUp = (amount, share) => (amount * share + MILLION - 1n) / MILLION;

/** The bond for an incident that pins `pinned` of one pool with `capital`: the larger part of the two, each rounded up. */
export function bondOf({ pinned, capital }, { pinned: ofPinned, capital: ofCapital } = SHARES) {
  const [one, other] = [roundedUp(pinned, ofPinned), roundedUp(capital, ofCapital)];
  return one > other ? one : other;
}

/** What the bond of a ruling is: the first two are equal, each further one is double the one before. */
export const bondOfRuling = (base, number) => base << BigInt(Math.max(number - 1, 0));

/**
 * Who gets what once a ruling that covers something stands: its bond and half of each other ruling's, rounded down, are its
 * proposer's; who filed the incident gets his back. `{ paid, reserve }`: amounts by account, and what the reserve gets.
 * @param filing `{ who, bond }`; undefined if a trigger opened the incident
 * @param rulings entries `{ who, bond }`, by their numbers
 * @param adopted the number of the ruling that stands
 */
export function bondsAfter({ filing, rulings, adopted }) {
  const paid = new Map();
  const pay = (who, amount) => paid.set(who, (paid.get(who) ?? 0n) + amount);
  if (filing) pay(filing.who, filing.bond);
  let reserve = 0n;
  rulings.forEach(({ who, bond }, number) => {
    if (number === adopted) {
      pay(who, bond);
      return;
    }
    pay(rulings[adopted].who, bond / 2n);
    reserve += bond - bond / 2n;
  });
  return { paid, reserve };
}
