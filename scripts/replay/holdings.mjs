// Reads a table of what accounts held before and after an event. What is wrong with it is said in a sentence.

import { readFileSync } from 'node:fs';
import { parseAccount, parseAmount, parseRows } from './losses.mjs';
import { BadTable } from './table.mjs';

/** The rows of a table: `{ account, before, after, loss }`, amounts in the asset's smallest unit, in the table's order. */
export function parseHoldings(text, decimals, name = 'the table') {
  const seen = new Map();
  const holdings = parseRows(text, name, () => ['account', 'before', 'after']).map((row) => {
    const { where } = row;
    const before = parseAmount(row.before, decimals, where);
    const after = parseAmount(row.after, decimals, where);
    if (before === 0n) throw new BadTable(`${where}: the account had nothing before.`);
    if (after > before) throw new BadTable(`${where}: the account has more than before, so it lost nothing.`);
    return { account: parseAccount(row.account, seen, where), before, after, loss: before - after };
  });
  if (holdings.length === 0) throw new BadTable(`${name} has no account.`);
  return holdings;
}

/** Reads a table from a file. */
export function readHoldings(file, decimals) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadTable(`${file} cannot be read: ${error.code ?? error.message}.`);
  }
  return parseHoldings(text, decimals, file);
}
