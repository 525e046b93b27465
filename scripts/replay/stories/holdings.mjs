// SPDX-License-Identifier: Apache-2.0
// Reads a table of what accounts held before and after an event. What is wrong with it is said in a sentence.

import { BadTable, linesOfFile, rowsOf } from '../../js/csv.mjs';
import { parseAccount, parseAmount } from '../../js/losses.mjs';

/** The rows of a file: `{ account, before, after, loss }`, amounts in the asset's smallest unit, in the table's order. */
export function readHoldings(file, decimals) {
  const seen = new Map();
  const holdings = [];
  for (const row of rowsOf(linesOfFile(file), file, { account: ['account'], before: ['before'], after: ['after'] })) {
    const { where } = row;
    const before = parseAmount(row.before, decimals, where);
    const after = parseAmount(row.after, decimals, where);
    if (before === 0n) throw new BadTable(`${where}: the account had nothing before.`);
    if (after > before) throw new BadTable(`${where}: the account has more than before, so it lost nothing.`);
    holdings.push({ account: parseAccount(row, seen), before, after, loss: before - after });
  }
  if (holdings.length === 0) throw new BadTable(`${file} has no account.`);
  return holdings;
}
