// Makes and checks statements.csv: statements of insured interest, signed as wallets sign them, by an implementation that
// shares no code with the chain's (@polkadot/keyring over @noble/curves and @scure/sr25519).

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const USAGE = `Usage: node pallets/primitives/vectors/generate.mjs [--check | --help]

Prints the table of signed statements; with --check compares it with statements.csv, of which it verifies the sr25519
signatures, as these are random. Needs the packages of scripts: npm ci --prefix scripts.
`;

// the packages pinned for the replay; util-crypto is the one that keyring asks for
const replay = createRequire(new URL('../../../scripts/package.json', import.meta.url));
const table = new URL('./statements.csv', import.meta.url);

const COLUMNS = ['kind', 'form', 'chain', 'account', 'genesis', 'policy', 'incident', 'hash', 'signature', 'statement'];
const OURS = `0x${'5b'.repeat(32)}`;
// Polkadot's first block
const POLKADOT = '0x91b171bb158e2d3848fa23a9f1c25182fb8e20313b2c1eb49219da7a70ce90c3';
const SUBSTRATE = ['sr25519', 'ed25519', 'ecdsa'];

/** The facts of every row. A key's seed is one byte repeated: these keys guard nothing. */
function cases() {
  const ids = [
    [7, 3],
    [0, 0],
    [4294967295, 4294967295],
  ];
  const rows = [];
  for (const [at, [policy, incident]] of ids.entries()) {
    const chain = [1n, 42161n, 18446744073709551615n][at];
    for (const form of ['v27', 'v0']) rows.push({ kind: 'ethereum', form, chain, genesis: OURS, policy, incident });
    for (const kind of SUBSTRATE) {
      const home = [POLKADOT, OURS, `0x${'00'.repeat(31)}01`][at];
      for (const form of ['wrapped', 'plain']) rows.push({ kind, form, chain: home, genesis: OURS, policy, incident });
    }
  }
  return rows.map((row, at) => ({ ...row, seed: new Uint8Array(32).fill(at + 1) }));
}

function statement({ kind, chain, genesis, policy, incident }, account) {
  const where = kind === 'ethereum' ? `the Ethereum chain with ID ${chain}` : `the Substrate chain with genesis ${chain}`;
  return (
    `Breakwater claim: I agree that policy ${policy} pays its holder under incident ${incident} ` +
    `for the loss of my position ${account} on ${where}. Breakwater genesis: ${genesis}`
  );
}

/** What the key signs: EIP-191 on Ethereum, the wrapper of the extensions or nothing on Substrate. */
function message({ kind, form }, text, { stringToU8a, u8aWrapBytes }) {
  if (kind === 'ethereum') return stringToU8a(`\x19Ethereum Signed Message:\n${text.length}${text}`);
  return form === 'wrapped' ? u8aWrapBytes(stringToU8a(text)) : stringToU8a(text);
}

/** The position in the chain's encoding. */
function encoded({ kind, chain }, account, { bnToU8a, hexToU8a, u8aConcat }) {
  return kind === 'ethereum'
    ? u8aConcat([0], bnToU8a(chain, { bitLength: 64, isLe: true }), hexToU8a(account))
    : u8aConcat([1], hexToU8a(chain), hexToU8a(account));
}

function main(argument) {
  if (argument === '--help' || argument === '-h') return process.stdout.write(USAGE);
  if (argument !== undefined && argument !== '--check') throw new Error(`Unknown option ${argument}; see --help.`);
  const { Keyring } = replay('@polkadot/keyring');
  const util = replay('@polkadot/util');
  const { blake2AsHex } = replay('@polkadot/util-crypto');
  const { hexToU8a, stringToU8a, u8aConcat, u8aToHex } = util;

  const held = argument && readFileSync(table, 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const lines = cases().map((row, at) => {
    const pair = new Keyring({ type: row.kind }).addFromSeed(row.seed);
    const account = u8aToHex(pair.addressRaw);
    const text = statement(row, account);
    const signed = message(row, text, util);
    const signature = pair.sign(signed);
    if (row.form === 'v27') signature[64] += 27;
    const hash = blake2AsHex(u8aConcat(stringToU8a('position'), encoded(row, account, util)));
    const cells = { ...row, account, hash, signature: u8aToHex(signature), statement: text };
    const old = held?.[at + 1]?.split(',')[COLUMNS.indexOf('signature')];
    if (row.kind === 'sr25519' && old && pair.verify(signed, hexToU8a(old), pair.publicKey)) cells.signature = old;
    return COLUMNS.map((column) => cells[column]).join(',');
  });
  lines.unshift(COLUMNS.join(','));
  if (!held) return process.stdout.write(`${lines.join('\n')}\n`);
  const wrong = lines.findIndex((line, at) => line !== held[at]);
  if (wrong >= 0 || held.length !== lines.length) throw new Error(`Row ${wrong} of statements.csv is another.`);
  process.stdout.write(`${lines.length - 1} signed statements are as they should be.\n`);
}

try {
  main(process.argv[2]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
