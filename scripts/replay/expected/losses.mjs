// SPDX-License-Identifier: Apache-2.0
// What claims on assessed losses must be paid, computed from the table of holdings and the terms alone, without asking the
// chain, and without the code that made the outcome. It reads the table by itself.
//
// All numbers are BigInt in the asset's smallest unit.

const MILLION = 1_000_000n;

const least = (...numbers) => numbers.reduce((a, b) => (b < a ? b : a));
const most = (a, b) => (a > b ? a : b);
const sumOf = (numbers) => numbers.reduce((total, number) => total + number, 0n);

/** `1234.5` in units of 10^-18. */
function units(text) {
  const [whole, part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(18, '0'));
}

/** The claims of a table with the columns account, before and after, with 18 decimals: `{ account, cover, loss, claim }`, in its order. */
export function claimsOf(csv, { coverOf, coinsurance, deductible }) {
  const lines = csv.replace(/^\uFEFF/, '').split('\n').map((line) => line.split(',').map((field) => field.trim()));
  const [header, ...rows] = lines.filter(([first, second]) => !first.startsWith('#') && (first !== '' || second !== undefined));
  const places = ['account', 'before', 'after'].map((column) => header.indexOf(column));
  return rows.map((row, place) => {
    const [account, before, after] = places.map((at) => row[at]);
    const loss = units(before) - units(after);
    const cover = coverOf(units(before), place);
    // what the holder bears is rounded up
    const own = (loss * coinsurance + MILLION - 1n) / MILLION;
    const claim = least(most(loss - own - deductible, 0n), cover);
    return { account: account.toLowerCase(), cover, loss, claim };
  });
}

/** The most that the reserve gives to a pool for one incident; `funds` is what it had when the incident was opened. */
export function reserveGives({ capital, contributed, multiple, paid, owed, own, funds, perIncident, minimum }) {
  const ofPool = most(contributed * multiple - paid - owed, 0n);
  const ofIncident = (funds * perIncident) / MILLION;
  return least(capital, ofPool, ofIncident, most(own - minimum, 0n));
}

/**
 * What claims of one incident on one pool are paid: all of them the same part, rounded down. `capital` is what the pool has
 * for them, `reserve` the most that the reserve gives.
 */
export function paymentsOf(claims, capital, reserve) {
  const loss = sumOf(claims.map(({ claim }) => claim));
  const fromPool = least(loss, capital);
  const fromReserve = least(loss - fromPool, reserve);
  const funded = fromPool + fromReserve;
  const payments = new Map(claims.map(({ account, claim }) => [account, loss === 0n ? 0n : (claim * funded) / loss]));
  return { loss, fromPool, fromReserve, funded, payments, total: sumOf([...payments.values()]) };
}
