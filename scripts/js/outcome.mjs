#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Makes an outcome proposal's table, root and proofs from a CSV of losses, prints what a claim needs, and checks a root.
// Its help is in scripts/outcome.

import { closeSync, mkdirSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BadTable } from './csv.mjs';
import { isAddress, statementOf } from './interest.mjs';
import { MOST_DECIMALS, outcomeOf, readLosses } from './losses.mjs';

/** Something is wrong with the options. The message is a sentence. */
class BadOption extends Error {}

const OPTIONS = {
  'chain-id': { type: 'string' },
  decimals: { type: 'string' },
  out: { type: 'string' },
  proof: { type: 'string' },
  genesis: { type: 'string' },
  policy: { type: 'string' },
  incident: { type: 'string' },
  verify: { type: 'string' },
  root: { type: 'string' },
  leaves: { type: 'string' },
  total: { type: 'string' },
};

function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new BadOption(`${error.message} See --help.`);
  }
}

/** An option that is a whole number up to `most`. */
function whole(values, name, most) {
  const text = values[name];
  if (text === undefined) return undefined;
  if (!/^\d{1,39}$/.test(text) || BigInt(text) > most) {
    throw new BadOption(`--${name} needs a whole number of at most ${most}, not "${text}".`);
  }
  return BigInt(text);
}

const needed = (value, name, why) => {
  if (value === undefined) throw new BadOption(`--${name} is missing: ${why}.`);
  return value;
};

/** An option that is a hash. */
function hashOption(values, name, why) {
  const text = needed(values[name], name, why);
  if (!/^0x[0-9a-fA-F]{64}$/.test(text)) {
    throw new BadOption(`--${name} needs 0x and 64 hexadecimal digits, not "${text}".`);
  }
  return text.toLowerCase();
}

/** Numbers beyond 2^53 are strings in JSON. */
const json = (value) => `${JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? part.toString() : part), 2)}\n`;

/** What `proofs.json` says, in pieces: each account on a line of its own, as all of them may be too much for one text. */
function* proofsJson(losses, outcome, chainId) {
  const { root, leaves, total } = outcome;
  const head = json({ chain_id: chainId, root, leaves, total });
  yield `${head.slice(0, head.lastIndexOf('\n}'))},\n  "proofs": {`;
  let before = '\n';
  for (const { account } of losses) {
    const { loss, index, proof } = outcome.proofOf(account);
    yield `${before}    "${account}": ${JSON.stringify({ loss: loss.toString(), index, proof })}`;
    before = ',\n';
  }
  yield '\n  }\n}\n';
}

/** Writes a file in pieces, not each by itself. */
function writePieces(file, pieces) {
  const open = openSync(file, 'w');
  const write = (text) => {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(open, bytes, at);
  };
  try {
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < 1 << 20) continue;
      write(waiting);
      waiting = '';
    }
    write(waiting);
  } finally {
    closeSync(open);
  }
}

/** Removes a file, if it is one and can be removed. */
function forget(file) {
  try {
    unlinkSync(file);
  } catch {
    // what went wrong before is said
  }
}

/** Writes table, outcome and proofs into a folder. The same table gives the same files. They get their names when all are whole. */
function write(folder, losses, outcome, chainId) {
  const { root, leaves, total, table, tableHash } = outcome;
  const files = {
    'table.csv': [table],
    'proofs.json': proofsJson(losses, outcome, chainId),
    'outcome.json': [json({ chain_id: chainId, root, leaves, total, table_hash: tableHash })],
  };
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(files).map((name) => join(folder, name));
  const half = (name) => `${name}.new`;
  try {
    Object.values(files).forEach((pieces, at) => writePieces(half(names[at]), pieces));
    for (const name of names) renameSync(half(name), name);
  } catch (error) {
    names.forEach((name) => forget(half(name)));
    throw error;
  }
}

function say({ root, leaves, total, tableHash }) {
  console.log(`root        ${root}`);
  console.log(`leaves      ${leaves}`);
  console.log(`total       ${total}`);
  console.log(`table hash  ${tableHash}`);
}

/** What one account's claim needs, as JSON. */
function showProof(values, outcome, chainId) {
  const address = values.proof;
  if (!isAddress(address)) throw new BadOption(`--proof needs an Ethereum address, not "${address}".`);
  const found = outcome.proofOf(address);
  if (!found) throw new BadOption(`The account ${address} is not in the table: its outcome gives it no loss.`);
  const genesis = hashOption(values, 'genesis', 'the statement names the chain by the hash of its first block');
  const most = 2n ** 64n - 1n;
  const policy = needed(whole(values, 'policy', most), 'policy', 'the statement names the policy');
  const incident = needed(whole(values, 'incident', most), 'incident', 'the statement names the incident');
  const statement = statementOf({ genesis, policy, incident, chainId, address });
  process.stdout.write(json({ call: 'claims.claim', incident, policy, ...found, statement }));
}

/** Whether an outcome proposal is that of the table. */
function verify(values, outcome) {
  const told = {
    root: hashOption(values, 'root', 'what is checked is the root of an outcome proposal'),
    leaves: whole(values, 'leaves', 2n ** 32n - 1n),
    total: whole(values, 'total', 2n ** 128n - 1n),
  };
  const wrong = [];
  if (told.root !== outcome.root) wrong.push(`the root of this table is ${outcome.root}`);
  if (told.leaves !== undefined && told.leaves !== BigInt(outcome.leaves)) wrong.push(`it has ${outcome.leaves} leaves`);
  if (told.total !== undefined && told.total !== outcome.total) wrong.push(`its total is ${outcome.total}`);
  if (wrong.length === 0) {
    console.log('RIGHT: the outcome proposal is that of this table.');
    say(outcome);
    return 0;
  }
  console.log(`WRONG: ${wrong.join('; ')}.`);
  return 1;
}

function main(args) {
  const { values, positionals } = parse(args);
  const files = values.verify === undefined ? positionals : [values.verify, ...positionals];
  if (files.length !== 1) throw new BadOption('Name one table of losses. See --help.');
  const chainId = needed(whole(values, 'chain-id', 2n ** 64n - 1n), 'chain-id', 'an insured account is an account on a chain');
  const decimals = whole(values, 'decimals', BigInt(MOST_DECIMALS));
  const losses = readLosses(files[0], { decimals: decimals === undefined ? undefined : Number(decimals) });
  const outcome = outcomeOf(losses, chainId);
  if (values.verify !== undefined) return verify(values, outcome);
  if (values.proof !== undefined) {
    showProof(values, outcome, chainId);
    return 0;
  }
  write(needed(values.out, 'out', 'it says where to write the table and the proofs'), losses, outcome, chainId);
  say(outcome);
  console.log(`written     ${['table.csv', 'outcome.json', 'proofs.json'].map((file) => join(values.out, file)).join(', ')}`);
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof BadTable || error instanceof BadOption || error.code !== undefined;
  console.error(known ? error.message : error);
  process.exitCode = 2;
}
