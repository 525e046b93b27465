// SPDX-License-Identifier: Apache-2.0
// What bonds an incident takes and who has them in the end, by the rules alone. All numbers are BigInt in the asset's
// smallest unit, shares in millionths.

const MILLION = 1_000_000n;

/** What the chain starts with: half a percent of what is locked, 0.05 % of the frozen capital. */
export const SHARES = { locked: 5_000n, capital: 500n };

const roundedUp = (amount, share) => (amount * share + MILLION - 1n) / MILLION;

/** The bond for an incident that locks `locked` of one pool with `capital`: the larger part of the two, each rounded up. */
export function bondOf({ locked, capital }, { locked: ofLocked, capital: ofCapital } = SHARES) {
  const [one, other] = [roundedUp(locked, ofLocked), roundedUp(capital, ofCapital)];
  return one > other ? one : other;
}

/** The bond of an outcome proposal: the first two are equal, each further one is double the one before. */
export const bondOfProposal = (base, number) => base << BigInt(Math.max(number - 1, 0));

/**
 * The receivers of the bonds once a proposal that covers something is accepted: its proposer gets its bond and half of each other
 * proposal's, rounded down, and the reporter gets theirs back. `{ paid, reserve }`: amounts by account, and that of the reserve.
 * @param report `{ who, bond }`; undefined if a trigger opened the incident
 * @param proposals entries `{ who, bond }`, by their numbers
 * @param accepted the number of the proposal that is accepted
 */
export function bondsAfter({ report, proposals, accepted }) {
  const paid = new Map();
  const pay = (who, amount) => paid.set(who, (paid.get(who) ?? 0n) + amount);
  if (report) pay(report.who, report.bond);
  let reserve = 0n;
  proposals.forEach(({ who, bond }, number) => {
    if (number === accepted) {
      pay(who, bond);
      return;
    }
    pay(proposals[accepted].who, bond / 2n);
    reserve += bond - bond / 2n;
  });
  return { paid, reserve };
}
