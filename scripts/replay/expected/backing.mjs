// SPDX-License-Identifier: Apache-2.0
// What holders of a token lose when a part of it is unbacked, and what they may claim, computed from the table of facts alone,
// without asking the chain, and without the code that made the outcome. It reads the table by itself.

const ONE = 10n ** 18n;

/** `1.07` in units of 10^-18. */
function units(text) {
  const [whole, part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(18, '0'));
}

/** The number of a fact of the table, in units of 10^-18. */
export function factOf(csv, name) {
  const line = csv.split('\n').find((one) => one.startsWith(`${name},`));
  if (line === undefined) throw new Error(`the table has no ${name}`);
  return units(line.split(',')[1].trim());
}

/** What a holding loses: `holding × price × part`, rounded down. */
export const lossOf = (csv, holding) => (((holding * factOf(csv, 'oracle_price')) / ONE) * factOf(csv, 'loss_if_shared')) / ONE;

/** What may be claimed for each holding with its cover: the loss, and at most the cover. */
export const claimsOf = (csv, holders) =>
  holders.map(({ holding, cover }) => {
    const loss = lossOf(csv, holding);
    return loss < cover ? loss : cover;
  });
