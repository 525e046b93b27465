// SPDX-License-Identifier: Apache-2.0
// Insured accounts as the chain reads them: their encoding, the leaf of a table of losses, and what an insured account's key
// signs. The chain's side is `pallets/primitives/src/interest.rs`.

import { bnToU8a, hexToU8a, stringToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { ethereumEncode, keccakAsU8a, secp256k1Expand, secp256k1PairFromSeed, secp256k1Sign } from '@polkadot/util-crypto';

const little = (number, bitLength) => bnToU8a(number, { bitLength, isLe: true });

/** The SCALE encoding of `InsuredAccount::Ethereum { chain_id, address }`. */
export function encodeInsuredAccount(chainId, address) {
  return u8aConcat(Uint8Array.of(0), little(chainId, 64), hexToU8a(address));
}

/** A leaf: the SCALE encoding of `(InsuredAccount, u128)`. */
export function encodeLeaf(chainId, address, loss) {
  return u8aConcat(encodeInsuredAccount(chainId, address), little(loss, 128));
}

/** What the key of an Ethereum account signs, so that a policy is paid under an incident. */
export function statementOf({ genesis, policy, incident, chainId, address }) {
  return (
    `Breakwater claim: I agree that policy ${policy} pays its holder under incident ${incident} for the loss of my ` +
    `position ${address.toLowerCase()} on the Ethereum chain with ID ${chainId}. Breakwater genesis: ${genesis.toLowerCase()}`
  );
}

/** The key of 32 secret bytes, with its Ethereum address. */
export function keyOf(secret) {
  const { publicKey, secretKey } = secp256k1PairFromSeed(secret);
  // the address is made of the uncompressed key without its first byte
  const address = u8aToHex(keccakAsU8a(secp256k1Expand(publicKey)).slice(-20));
  return { secretKey, address };
}

/** Signs a statement as wallets do with `personal_sign` (EIP-191): r, s and v, in hexadecimal digits. */
export function signStatement(statement, { secretKey }) {
  const message = stringToU8a(statement);
  const head = stringToU8a(`\x19Ethereum Signed Message:\n${message.length}`);
  return u8aToHex(secp256k1Sign(u8aConcat(head, message), { secretKey }, 'keccak'));
}

/** Whether a text is an Ethereum address; one in mixed case has to carry its checksum (EIP-55). */
export function isAddress(text) {
  if (!/^0x[0-9a-fA-F]{40}$/.test(text)) return false;
  const digits = text.slice(2);
  const isPlain = digits === digits.toLowerCase() || digits === digits.toUpperCase();
  return isPlain || ethereumEncode(text.toLowerCase()) === text;
}
