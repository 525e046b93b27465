#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Makes a programme of compensation's root and proofs from a CSV of accounts and amounts, or from those who bore a pool's loss.
// Its help is in scripts/compensation.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { bnToU8a, hexToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { decodeAddress, encodeAddress } from '@polkadot/util-crypto';
import { Chain, StoryError } from './chain.mjs';
import { BadTable, linesOf, linesOfFile, rowsOf as rowsOfTable } from './csv.mjs';
import { proofOf, rootOf, rowsOf } from './merkle.mjs';
import { readUnderwriters, rowsFor } from './underwriters.mjs';

/** Something is wrong with the options. The message is a sentence. */
class BadOption extends Error {}

/** The most leaves that the chain takes. */
const MOST_LEAVES = 65_536;
/** The length of an account. */
const ACCOUNT_BYTES = 32;
/** Seconds in which a node has to answer. */
const CONNECTING = 10;
/** The largest number of a programme, a pool, an incident or a block. */
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

  /** The programme of underwriters: rows of accounts in hexadecimal digits, and amounts. */
  static for(rows) {
    if (rows.length === 0) throw new BadTable('No account gets a unit of so small an amount.');
    if (rows.length > MOST_LEAVES) throw new BadTable(`The underwriters are more than ${MOST_LEAVES}, the most that the chain takes.`);
    return new Programme(rows.map(({ account, amount }) => ({ account: hexToU8a(account), amount })));
  }

  /** The table as CSV, with the addresses of a chain, after lines that say what it is. */
  csv(prefix, remarks) {
    const rows = this.entries.map(({ account, amount }) => `${encodeAddress(account, prefix)},${amount}`);
    return `${[...remarks.map((line) => `# ${line}`), 'account,amount', ...rows].join('\n')}\n`;
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

/** The options for underwriters, in plain values. */
function underwritersOf(values) {
  const together = ['underwriters', 'incident', 'amount'];
  const given = [...together, 'at', 'earlier', 'csv', 'url'].filter((name) => values[name] !== undefined);
  if (given.length > 0 && together.some((name) => values[name] === undefined)) {
    throw new BadOption('--underwriters, --incident and --amount need each other, and the options of these three need them.');
  }
  for (const name of ['underwriters', 'incident', 'at']) {
    if (values[name] === undefined) continue;
    if (!/^\d{1,10}$/.test(values[name]) || Number(values[name]) >= LARGEST_ID) throw new BadOption(`--${name} needs a number, not "${values[name]}".`);
  }
  for (const name of ['amount', 'earlier']) {
    if (values[name] !== undefined && !/^\d{1,39}$/.test(values[name])) throw new BadOption(`--${name} needs whole units, not "${values[name]}".`);
  }
  if (values.csv === '') throw new BadOption('--csv needs the name of a file.');
  if (values.url !== undefined && !/^wss?:\/\/[^/]/.test(values.url)) {
    throw new BadOption(`--url needs the address of a node's websocket, such as ws://127.0.0.1:9944, not "${values.url}".`);
  }
  if (values.underwriters === undefined) return undefined;
  if (BigInt(values.amount) === 0n) throw new BadOption('--amount needs at least one unit.');
  return {
    pool: Number(values.underwriters),
    incident: Number(values.incident),
    at: values.at === undefined ? undefined : Number(values.at),
    amount: BigInt(values.amount),
    earlier: values.earlier === undefined ? undefined : BigInt(values.earlier),
  };
}

/** The options, or a sentence about what is wrong with them. */
export function optionsOf(args) {
  const text = { type: 'string' };
  const ofTable = { proof: text, programme: text, verify: text, leaves: text, total: text };
  const ofChain = { underwriters: text, incident: text, at: text, amount: text, earlier: text, csv: text, url: text };
  let given;
  try {
    given = parseArgs({ args, options: { ...ofTable, ...ofChain }, allowPositionals: true });
  } catch (error) {
    throw new BadOption(`${error.message} See --help.`);
  }
  const { values, positionals } = given;
  const together = (...names) => new Set(names.map((name) => values[name] === undefined)).size === 1;
  const underwriters = underwritersOf(values);
  if (positionals.length !== (underwriters === undefined ? 1 : 0)) throw new BadOption('Name one table, or --underwriters; see --help.');
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
  return { ...values, underwriters, file: positionals[0] ?? 'the table of the underwriters' };
}

/** The programme of those who bore a loss, read from the chain, and the other arguments of its referendum. */
async function fromChain({ underwriters, csv, url = 'ws://127.0.0.1:9944' }) {
  const { pool, incident, amount } = underwriters;
  const chain = await Chain.connect(url, CONNECTING);
  try {
    const found = await readUnderwriters(chain.api, underwriters);
    const programme = Programme.for(rowsFor({ ...found, amount }));
    const { at, earlier, lost, asset } = found;
    const remarks = [
      `The underwriters of pool ${pool} who bore its loss in incident ${incident}: the holders at the end of block ${at}.`,
      `Of ${lost.senior} that senior lost and ${lost.junior} that junior lost, ${earlier} was shared out before, and ${amount} is here.`,
    ];
    remarks.forEach((line) => console.error(line));
    console.error(`To make the same table again later, add --earlier ${earlier}.`);
    if (csv !== undefined) {
      try {
        writeFileSync(csv, programme.csv(chain.api.registry.chainSS58 ?? 42, remarks));
      } catch (error) {
        throw new StoryError(`${csv} cannot be written: ${error.code}.`);
      }
      console.error(`Written: ${csv}`);
    }
    return { programme, referendum: { asset, table: programme.table, source: { Salvage: { incident, pool } } } };
  } finally {
    await chain.close();
  }
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

async function main() {
  const options = optionsOf(process.argv.slice(2));
  const { programme, referendum } = options.underwriters === undefined ? { programme: Programme.read(options.file) } : await fromChain(options);
  if (options.verify !== undefined) return verify(programme, options);
  if (options.proof === undefined) {
    console.log(JSON.stringify(referendum ?? programme.table, undefined, 2));
    return 0;
  }
  const proofs = programme.proofs(options.proof, Number(options.programme));
  if (proofs.length === 0) throw new BadOption(`${options.proof} is not in ${options.file}.`);
  console.log(JSON.stringify(proofs, undefined, 2));
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exit(await main());
  } catch (error) {
    // a mistake of the user is one sentence, one of ours has its stack
    const isSentence = [BadTable, BadOption, StoryError].some((kind) => error instanceof kind);
    console.error(isSentence ? `error: ${error.message}` : error);
    process.exit(error instanceof StoryError ? 1 : 2);
  }
}
