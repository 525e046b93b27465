// SPDX-License-Identifier: Apache-2.0
// Tables of losses: read, put into the one form that has a hash, and made into a tree with a proof for each account.
// What is wrong with a table is said in a sentence.

import { stringToU8a, u8aToHex } from '@polkadot/util';
import { BadTable, linesOf, linesOfFile, rowsOf } from './csv.mjs';
import { encodeLeaf, isAddress } from './interest.mjs';
import * as tree from './merkle.mjs';

/** One more than the largest amount of the chain. */
const END = 1n << 128n;
/** The most accounts that are held in memory here. An outcome proposal can name 2^32 - 1. */
const MOST_ACCOUNTS = 3_000_000;
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

/** An account of a row, in lower case; refused if it is no address or was there before. */
export function parseAccount({ account: text, number, where }, seen) {
  if (!isAddress(text)) {
    throw new BadTable(
      `${where}: "${text}" is not an Ethereum address; it is 0x and 40 hexadecimal digits, with a right checksum if they ` +
        'are of both cases.',
    );
  }
  const account = text.toLowerCase();
  if (/^0x0{40}$/.test(account)) throw new BadTable(`${where}: nobody holds a key to the account of zeros.`);
  // a line's number is kept for each, and no text
  const before = seen.get(account);
  if (before !== undefined) throw new BadTable(`${where}: the account ${text} was there before, in ${where.replace(/\d+$/, before)}.`);
  seen.set(account, number);
  return account;
}

/** The titles of the column of losses: in decimals of the asset, in its smallest unit. */
const LOSS = ['loss', 'loss_units'];

/** The losses of lines. */
function lossesOf(lines, name, decimals) {
  const seen = new Map();
  const losses = [];
  for (const row of rowsOf(lines, name, { account: ['account'], loss: LOSS })) {
    const own = row.titles.loss === LOSS[1] ? 0 : decimals;
    if (own === undefined) {
      throw new BadTable(`${name} has losses in decimals: say how many the asset has, with --decimals.`);
    }
    const loss = parseAmount(row.loss, own, row.where);
    if (loss === 0n) throw new BadTable(`${row.where}: the loss is zero; leave out accounts that lost nothing.`);
    losses.push({ account: parseAccount(row, seen), loss });
    if (losses.length > MOST_ACCOUNTS) {
      throw new BadTable(`${name} has more than ${MOST_ACCOUNTS.toLocaleString('en')} accounts, too many for this program.`);
    }
  }
  return sorted(losses, name);
}

/**
 * The losses of a table: `{ account, loss }`, by account. The column `loss` is in decimals of the asset, `loss_units` in its
 * smallest unit: a table has one of them.
 */
export const parseLosses = (text, { name = 'the table', decimals }) => lossesOf(linesOf(text, name), name, decimals);

/** Reads a table of losses from a file. */
export const readLosses = (file, { decimals }) => lossesOf(linesOfFile(file), file, decimals);

/** Losses in the order of the accounts, if the chain can hold them. */
export function sorted(losses, name = 'the table') {
  if (losses.length === 0) throw new BadTable(`${name} has no account.`);
  if (totalOf(losses) >= END) throw new BadTable(`The losses of ${name} are together more than the chain can hold.`);
  return [...losses].sort((a, b) => (a.account < b.account ? -1 : 1));
}

const totalOf = (losses) => losses.reduce((sum, { loss }) => sum + loss, 0n);

/** The one form of a table that has a hash: ordered by account, in lower case and in the smallest unit. */
export function canonical(losses) {
  return ['account,loss_units', ...losses.map(({ account, loss }) => `${account},${loss}`)].join('\n').concat('\n');
}

/** The place of an account among losses in order; undefined if it has none. */
function placeOf(losses, account) {
  let [low, high] = [0, losses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (losses[middle].account < account) low = middle + 1;
    else high = middle;
  }
  return losses[low]?.account === account ? low : undefined;
}

/** The outcome of losses in order, and the proofs: `{ root, leaves, total, table, tableHash, proofOf(account) }`. */
export function outcomeOf(losses, chainId) {
  const leaves = (function* encoded() {
    for (const { account, loss } of losses) yield encodeLeaf(chainId, account, loss);
  })();
  const rows = tree.rowsOf(leaves, losses.length);
  const table = canonical(losses);
  return {
    root: u8aToHex(tree.rootOf(rows)),
    leaves: losses.length,
    total: totalOf(losses),
    table,
    tableHash: u8aToHex(tree.hash(stringToU8a(table))),
    /** The arguments of an account's claim; undefined if it is not in the table. */
    proofOf(account) {
      const index = placeOf(losses, account.toLowerCase());
      if (index === undefined) return undefined;
      return { loss: losses[index].loss, index, proof: tree.proofOf(rows, index).map((node) => u8aToHex(node)) };
    },
  };
}
