// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hexToU8a, u8aToHex, stringToU8a, u8aConcat } from '@polkadot/util';
import { keccakAsU8a, secp256k1Expand, secp256k1Recover } from '@polkadot/util-crypto';
import { encodeInsuredAccount, isAddress, keyOf, signStatement, statementOf } from '../js/interest.mjs';

/** The vectors of the chain's own tests, signed by other programs. */
const vectors = readFileSync(new URL('../../pallets/primitives/vectors/statements.csv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const header = vectors[0].split(',');
const rows = vectors.slice(1).map((line) => Object.fromEntries(line.split(',').map((cell, at) => [header[at], cell])));
const ethereum = rows.filter(({ kind }) => kind === 'ethereum');

const signerOf = (statement, signature) => {
  const message = stringToU8a(statement);
  const digest = keccakAsU8a(u8aConcat(stringToU8a(`\x19Ethereum Signed Message:\n${message.length}`), message));
  const bytes = hexToU8a(signature);
  const v = bytes[64] >= 27 ? bytes[64] - 27 : bytes[64];
  return u8aToHex(keccakAsU8a(secp256k1Expand(secp256k1Recover(digest, bytes.slice(0, 64), v, 'none'))).slice(-20));
};

test('statements should be those of the chain', () => {
  assert.ok(ethereum.length > 0);
  for (const { chain, account, genesis, policy, incident, statement } of ethereum) {
    assert.equal(statementOf({ genesis, policy, incident, chainId: chain, address: account }), statement);
  }
});

test('a statement should name accounts and hashes in lower case', () => {
  const of = (address, genesis) => statementOf({ genesis, policy: 1, incident: 2, chainId: 1, address });
  assert.equal(of(`0x${'AB'.repeat(20)}`, `0x${'CD'.repeat(32)}`), of(`0x${'ab'.repeat(20)}`, `0x${'cd'.repeat(32)}`));
});

test('the signatures of the vectors should be by their accounts', () => {
  for (const { account, statement, signature } of ethereum) assert.equal(signerOf(statement, signature), account);
});

test('a signature should be by the key, with a low s and a plain v', () => {
  const half = BigInt('0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0');
  for (let at = 1; at <= 20; at += 1) {
    const key = keyOf(keccakAsU8a(`key ${at}`));
    const statement = statementOf({ genesis: `0x${'00'.repeat(32)}`, policy: at, incident: 1, chainId: 1, address: key.address });
    const signature = signStatement(statement, key);
    assert.equal(signature.length, 132);
    assert.equal(signerOf(statement, signature), key.address);
    assert.ok(BigInt(`0x${signature.slice(66, 130)}`) <= half);
    assert.ok(['00', '01'].includes(signature.slice(130)));
  }
});

test('the key of a known secret should have its published address', () => {
  // the first account of the mnemonic that development tools of Ethereum share
  const secret = hexToU8a('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80');
  assert.equal(keyOf(secret).address, '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266');
});

test('an insured account should have the bytes of the encoding', () => {
  assert.equal(u8aToHex(encodeInsuredAccount(258n, `0x${'11'.repeat(20)}`)), `0x000201000000000000${'11'.repeat(20)}`);
});

test('an address in mixed case should carry its checksum', () => {
  // from the text of EIP-55
  assert.ok(isAddress('0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'));
  assert.ok(!isAddress('0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD'));
  assert.ok(isAddress('0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'));
  assert.ok(isAddress('0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED'));
  assert.ok(!isAddress('5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'));
  assert.ok(!isAddress('0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae'));
  assert.ok(!isAddress('0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaeg'));
});
