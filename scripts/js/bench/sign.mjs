// SPDX-License-Identifier: Apache-2.0
// Many signed extrinsics of one call, signed beforehand so that signing takes no time of the measurement.

import { compactToU8a, hexToU8a, u8aConcat, u8aEq, u8aToHex } from '@polkadot/util';
import { StoryError } from '../chain.mjs';

/** Signed at a time, before other work of the process has its turn. */
const STEP = 500;

/** How the client library signs: the extrinsic, and the bytes that are signed. */
function reference(chain, signer, callHex, nonce) {
  const { api } = chain;
  const call = api.createType('Call', callHex);
  const payload = {
    blockHash: chain.genesis,
    genesisHash: chain.genesis,
    runtimeVersion: api.runtimeVersion,
    specVersion: api.runtimeVersion.specVersion,
    transactionVersion: api.runtimeVersion.transactionVersion,
    era: '0x00',
    nonce,
    tip: 0,
    method: callHex,
    address: signer.address,
  };
  const bytes = api.createType('ExtrinsicPayload', payload, { version: 4 }).toU8a({ method: true });
  const options = { ...payload, era: 0, signedExtensions: api.registry.signedExtensions };
  return { bytes, extrinsic: api.tx(call).sign(signer, options).toU8a(true) };
}

/** A signer of one call. It splits the library's bytes at the nonce, and puts those of another nonce there. */
export function signerOf(chain, signer, callHex) {
  // a nonce of four bytes that are nowhere else
  const mark = 0x0badcafe;
  const markBytes = compactToU8a(mark);
  const { bytes, extrinsic } = reference(chain, signer, callHex, mark);
  const call = hexToU8a(callHex);
  const at = find(bytes, markBytes);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + markBytes.length)];
  // without the length in front, which is of two bytes, or of four
  const body = extrinsic.subarray(find(extrinsic, signer.publicKey) - 2);
  const nonceAt = find(body, markBytes);
  const tail = body.subarray(nonceAt + markBytes.length);
  const [head, era] = [body.subarray(0, 2), body.subarray(2 + 32 + 1 + 64, nonceAt)];
  if (!u8aEq(tail.subarray(tail.length - call.length), call)) throw new StoryError('The extrinsic does not end with its call.');
  return (pair, nonce) => {
    const number = compactToU8a(nonce);
    const signature = pair.sign(u8aConcat(before, number, after));
    const whole = u8aConcat(head, pair.publicKey, [1], signature, era, number, tail);
    return u8aToHex(u8aConcat(compactToU8a(whole.length), whole));
  };
}

/** The place of bytes in others. */
function find(bytes, wanted) {
  const at = Buffer.from(bytes).indexOf(Buffer.from(wanted));
  if (at < 0) throw new StoryError('The client library encodes extrinsics in another way than this script knows.');
  return at;
}

/** Signs a call for each `{ pair, nonce }`; the extrinsics in hexadecimal. */
export async function signAll(chain, callHex, many) {
  if (many.length === 0) return [];
  const sign = signerOf(chain, many[0].pair, callHex);
  const all = [];
  while (all.length < many.length) {
    for (const { pair, nonce } of many.slice(all.length, all.length + STEP)) all.push(sign(pair, nonce));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return all;
}
