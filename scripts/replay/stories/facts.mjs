// SPDX-License-Identifier: Apache-2.0
// Reads a table of single facts: times and numbers with their names. What is wrong with it is said in a sentence.

import { BadTable, linesOfFile, rowsOf } from '../../js/csv.mjs';
import { parseAmount } from '../../js/losses.mjs';
import { parseTime } from '../../js/table.mjs';

/** The facts of a file by their names: times in milliseconds, numbers in 10^-18. Those that are `wanted` have to be there. */
export function readFacts(file, wanted) {
  const facts = {};
  for (const { fact, value, unit, where } of rowsOf(linesOfFile(file), file, { fact: ['fact'], value: ['value'], unit: ['unit'] })) {
    if (fact in facts) throw new BadTable(`${where}: the fact ${fact} was there before.`);
    facts[fact] = unit === 'time' ? parseTime(value, where) : parseAmount(value, 18, where);
  }
  const missing = wanted.filter((name) => !(name in facts));
  if (missing.length > 0) throw new BadTable(`${file} lacks the fact ${missing[0]}.`);
  return facts;
}
