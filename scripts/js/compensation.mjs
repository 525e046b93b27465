#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Makes a programme of compensation's root and proofs from a CSV of accounts and amounts. Its help is in scripts/compensation.

import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { bnToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { decodeAddress } from '@polkadot/util-crypto';
import { BadTable, linesOf, linesOfFile, rowsOf as rowsOfTable } from './csv.mjs';
import { proofOf, rootOf, rowsOf } from './merkle.mjs';

/** Something is wrong with the options. The message is a sentence. */
class BadOption extends Error {}

/** The most leaves that the chain takes. */
const MOST_LEAVES = 65_536;
/** The length of an account. */
const ACCOUNT_BYTES = 32;
/** The largest number of a programme. */
const LARGEST_ID = 2 ** 32 - 1;
/** The largest amount that the chain can name. */
const LARGEST = (1n << 128n) - 1n;

/** The bytes of an address. Those of shorter and longer ones, as of other chains, are no account here. */
function accountOf(text, where) {
  let bytes = [];
  try {
    bytes = decodeAddress(text);
  } catch {
    // the length says it
  }
  if (bytes.length !== ACCOUNT_BYTES) throw new BadTable(`${where}: "${text}" is not an address of an account of this chain.`);
  return bytes;
}

/** A leaf: the SCALE encoding of account and amount. */
export const leafOf = ({ account, amount }) => u8aConcat(account, bnToU8a(amount, { bitLength: 128, isLe: true }));

/** The rows of a table: `{ account, amount }`, bytes and units. */
function entriesOf(lines, name) {
  const entries = [];
  for (const row of rowsOfTable(lines, name, { account: ['account'], amount: ['amount'] })) {
    if (!/^\d{1,39}$/.test(row.amount) || BigInt(row.amount) < 1n || BigInt(row.amount) > LARGEST) {
      throw new BadTable(`${row.where}: "${row.amount}" is not an amount; write whole units, at least 1.`);
    }
    entries.push({ account: accountOf(row.account, row.where), amount: BigInt(row.amount) });
    if (entries.length > MOST_LEAVES) throw new BadTable(`${name} has more than ${MOST_LEAVES} rows, the most that the chain takes.`);
  }
  if (entries.length === 0) throw new BadTable(`${name} has no rows.`);
  return entries;
}

/** The programme of a table: its root, the number of its leaves, their sum, and what proves each of them. */
export class Programme {
  constructor(entries) {
    this.entries = entries;
    this.rows = rowsOf(entries.map(leafOf));
    this.total = entries.reduce((sum, { amount }) => sum + amount, 0n);
    if (this.total > LARGEST) throw new BadTable('The amounts sum to more than the chain can name.');
  }

  static of(text, name = 'the table') {
    return new Programme(entriesOf(linesOf(text, name), name));
  }

  static read(file) {
    return new Programme(entriesOf(linesOfFile(file), file));
  }

  /** The argument `table` of reserve.approveProgramme. */
  get table() {
    return { root: u8aToHex(rootOf(this.rows)), leaves: this.entries.length, total: this.total.toString() };
  }

  /** The arguments of reserve.collectCompensation for the rows of an account. */
  proofs(address, programme) {
    const wanted = u8aToHex(accountOf(address, '--proof'));
    return this.entries.flatMap(({ account, amount }, index) =>
      u8aToHex(account) === wanted
        ? [{ programme, who: address, amount: amount.toString(), index, proof: proofOf(this.rows, index).map((hash) => u8aToHex(hash)) }]
        : [],
    );
  }
}

/** The options, or a sentence about what is wrong with them. */
function optionsOf(args) {
  const text = { type: 'string' };
  let given;
  try {
    given = parseArgs({ args, options: { proof: text, programme: text, verify: text, leaves: text, total: text }, allowPositionals: true });
  } catch (error) {
    throw new BadOption(`${error.message} See --help.`);
  }
  const { values, positionals } = given;
  const together = (...names) => new Set(names.map((name) => values[name] === undefined)).size === 1;
  if (positionals.length !== 1) throw new BadOption('Name one table; see --help.');
  if (values.proof !== undefined && values.verify !== undefined) throw new BadOption('--proof and --verify do not go together.');
  if (!together('proof', 'programme')) throw new BadOption('--proof and --programme need each other.');
  if (!together('verify', 'leaves', 'total')) throw new BadOption('--verify, --leaves and --total need each other.');
  if (values.programme !== undefined && (!/^\d{1,10}$/.test(values.programme) || Number(values.programme) > LARGEST_ID)) {
    throw new BadOption(`--programme needs the number of a programme, not "${values.programme}".`);
  }
  if (values.verify !== undefined && !/^0x[0-9a-fA-F]{64}$/.test(values.verify)) {
    throw new BadOption(`--verify needs 0x and 64 hexadecimal digits, not "${values.verify}".`);
  }
  for (const name of ['leaves', 'total']) {
    if (!/^\d{1,39}$/.test(values[name] ?? '0')) throw new BadOption(`--${name} needs a number, not "${values[name]}".`);
  }
  return { ...values, file: positionals[0] };
}

/** Tells whether a referendum is on a table: on its root, the number of its leaves, and their sum. */
function verify(programme, { file, verify: root, leaves, total }) {
  const ofTable = { root: programme.table.root, 'number of leaves': programme.table.leaves, total: programme.table.total };
  const approved = { root: root.toLowerCase(), 'number of leaves': Number(leaves), total: BigInt(total).toString() };
  const differing = Object.entries(ofTable).filter(([name, value]) => value !== approved[name]);
  if (differing.length === 0) console.log(`The referendum is on ${file}.`);
  for (const [name, value] of differing) console.log(`${file} has the ${name} ${value}, not ${approved[name]}.`);
  return differing.length === 0 ? 0 : 1;
}

function main() {
  const options = optionsOf(process.argv.slice(2));
  const programme = Programme.read(options.file);
  if (options.verify !== undefined) return verify(programme, options);
  if (options.proof === undefined) {
    console.log(JSON.stringify(programme.table, undefined, 2));
    return 0;
  }
  const proofs = programme.proofs(options.proof, Number(options.programme));
  if (proofs.length === 0) throw new BadOption(`${options.proof} is not in ${options.file}.`);
  console.log(JSON.stringify(proofs, undefined, 2));
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exit(main());
  } catch (error) {
    // a mistake of the user is one sentence, one of ours has its stack
    console.error(error instanceof BadTable || error instanceof BadOption ? `error: ${error.message}` : error);
    process.exit(2);
  }
}
