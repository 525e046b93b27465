// Tables of losses: read, put into the one form that has a hash, and made into a tree with a proof for each account.
// What is wrong with a table is said in a sentence.

import { readFileSync } from 'node:fs';
import { stringToU8a, u8aToHex } from '@polkadot/util';
import { encodeLeaf, isAddress } from './interest.mjs';
import { hash, proofOf, rootOf, rowsOf } from './merkle.mjs';
import { BadTable } from './table.mjs';

/** One more than the largest amount of the chain. */
const END = 1n << 128n;
/** The most leaves that a ruling can name. */
const MOST_LEAVES = 2 ** 32 - 1;
/** The most decimals that an asset has. */
export const MOST_DECIMALS = 38;

/** An amount such as `12931371.1771971` in the asset's smallest unit. */
export function parseAmount(text, decimals, where) {
  const match = /^(\d{1,39})(?:\.(\d+))?$/.exec(text);
  if (!match) {
    const hint = text.startsWith('-') ? 'amounts are not negative' : 'write it like 1234.56, without separators';
    throw new BadTable(`${where}: "${text}" is not an amount; ${hint}.`);
  }
  const [, whole, part = ''] = match;
  if (part.length > decimals) {
    throw new BadTable(`${where}: "${text}" has ${part.length} decimals; the asset has ${decimals} (--decimals).`);
  }
  const amount = BigInt(whole) * 10n ** BigInt(decimals) + BigInt(part.padEnd(decimals, '0') || '0');
  if (amount >= END) throw new BadTable(`${where}: "${text}" is more than the chain can hold (2^128 units).`);
  return amount;
}

/**
 * The rows of a CSV as objects with the named columns and `where`, for messages. Blank lines and lines that begin with `#`
 * are skipped; other columns may be there.
 */
export function parseRows(text, name, wanted) {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), where: `${name}, line ${index + 1}` }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) throw new BadTable(`${name} is empty.`);
  const header = lines[0].line.split(',').map((column) => column.trim());
  const columns = wanted(header).map((column) => {
    const places = header.flatMap((title, at) => (title === column ? [at] : []));
    if (places.length === 0) throw new BadTable(`${name} has no column "${column}"; its header is "${lines[0].line}".`);
    if (places.length > 1) throw new BadTable(`${name} has the column "${column}" twice.`);
    return [column, places[0]];
  });
  return lines.slice(1).map(({ line, where }) => {
    const fields = line.split(',').map((field) => field.trim());
    if (fields.length !== header.length) {
      throw new BadTable(
        `${where} has ${fields.length} fields, the header has ${header.length}; amounts have no thousands separators.`,
      );
    }
    return { where, ...Object.fromEntries(columns.map(([column, at]) => [column, fields[at]])) };
  });
}

/** An account of a row, in lower case; refused if it is no address or was there before. */
export function parseAccount(text, seen, where) {
  if (!isAddress(text)) {
    throw new BadTable(
      `${where}: "${text}" is not an Ethereum address; it is 0x and 40 hexadecimal digits, with a right checksum if they ` +
        'are of both cases.',
    );
  }
  const account = text.toLowerCase();
  if (/^0x0{40}$/.test(account)) throw new BadTable(`${where}: nobody holds a key to the account of zeros.`);
  if (seen.has(account)) throw new BadTable(`${where}: the account ${text} was there before, in ${seen.get(account)}.`);
  seen.set(account, where);
  return account;
}

/**
 * The losses of a table: `{ account, loss }`, by account. The column `loss` is in decimals of the asset, `loss_units` in its
 * smallest unit: a table has one of them.
 */
export function parseLosses(text, { name = 'the table', decimals }) {
  let inUnits = false;
  const rows = parseRows(text, name, (header) => {
    inUnits = header.includes('loss_units');
    if (inUnits && header.includes('loss')) {
      throw new BadTable(`${name} has both columns "loss" and "loss_units"; leave one out.`);
    }
    return ['account', inUnits ? 'loss_units' : 'loss'];
  });
  if (!inUnits && decimals === undefined) {
    throw new BadTable(`${name} has losses in decimals: say how many the asset has, with --decimals.`);
  }
  const seen = new Map();
  const losses = rows.map(({ where, account, loss, loss_units: units }) => {
    const amount = inUnits ? parseAmount(units, 0, where) : parseAmount(loss, decimals, where);
    if (amount === 0n) throw new BadTable(`${where}: the loss is zero; leave out accounts that lost nothing.`);
    return { account: parseAccount(account, seen, where), loss: amount };
  });
  return sorted(losses, name);
}

/** Losses in the order of the accounts, if the chain can hold them. */
export function sorted(losses, name = 'the table') {
  if (losses.length === 0) throw new BadTable(`${name} has no account.`);
  if (losses.length > MOST_LEAVES) throw new BadTable(`${name} has more accounts than a ruling can name.`);
  if (totalOf(losses) >= END) throw new BadTable(`The losses of ${name} are together more than the chain can hold.`);
  return [...losses].sort((a, b) => (a.account < b.account ? -1 : 1));
}

const totalOf = (losses) => losses.reduce((sum, { loss }) => sum + loss, 0n);

/** Reads a table of losses from a file. */
export function readLosses(file, options) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new BadTable(`${file} cannot be read: ${error.code ?? error.message}.`);
  }
  return parseLosses(text, { name: file, ...options });
}

/** The one form of a table that has a hash: ordered by account, in lower case and in the smallest unit. */
export function canonical(losses) {
  return ['account,loss_units', ...losses.map(({ account, loss }) => `${account},${loss}`)].join('\n').concat('\n');
}

/** What a ruling says of a table of losses, and the proofs: `{ root, leaves, total, table, tableHash, proofOf(account) }`. */
export function rulingOf(losses, chainId) {
  const rows = rowsOf(losses.map(({ account, loss }) => encodeLeaf(chainId, account, loss)));
  const places = new Map(losses.map(({ account }, index) => [account, index]));
  const table = canonical(losses);
  return {
    root: u8aToHex(rootOf(rows)),
    leaves: losses.length,
    total: totalOf(losses),
    table,
    tableHash: u8aToHex(hash(stringToU8a(table))),
    /** The arguments of an account's claim; undefined if it is not in the table. */
    proofOf(account) {
      const index = places.get(account.toLowerCase());
      if (index === undefined) return undefined;
      return { loss: losses[index].loss, index, proof: proofOf(rows, index).map((node) => u8aToHex(node)) };
    },
  };
}
