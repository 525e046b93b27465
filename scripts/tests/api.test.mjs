// SPDX-License-Identifier: Apache-2.0
// The answers of the runtime API that the runtime's test `every_method_should_be_asked_and_answer` has written to the file
// BREAKWATER_API_ANSWERS, as the client library reads them. Without that file nothing is tested.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ApiPromise } from '@polkadot/api';
import { decode, methodsOf, misread, shownReferenda } from '../js/answers.mjs';

const file = process.env.BREAKWATER_API_ANSWERS;
const skip = file && existsSync(file) ? false : 'no file of answers';

/** A node that has the metadata and nothing else. */
class Provider {
  isClonable = false;
  isConnected = true;
  hasSubscriptions = true;

  constructor(metadata) {
    const none = `0x${'00'.repeat(32)}`;
    const header = { digest: { logs: [] }, extrinsicsRoot: none, number: '0x0', parentHash: none, stateRoot: none };
    const version = { specName: 'breakwater', implName: 'breakwater', authoringVersion: 1, specVersion: 100, implVersion: 1, apis: [], transactionVersion: 1, stateVersion: 1 };
    this.known = {
      chain_getBlockHash: none,
      chain_getHeader: header,
      rpc_methods: { methods: ['state_call', 'state_getMetadata'] },
      state_getMetadata: metadata,
      state_getRuntimeVersion: version,
      system_chain: 'Development',
      system_properties: { ss58Format: 42, tokenDecimals: 12, tokenSymbol: 'BRKW' },
    };
  }

  // it is connected from the beginning, and stays so
  on() {
    return () => undefined;
  }

  async send(method) {
    if (!(method in this.known)) throw new Error(`${method} is not known here`);
    return this.known[method];
  }

  async subscribe() {
    return 1;
  }

  async unsubscribe() {
    return true;
  }

  async connect() {}
  async disconnect() {}
}

/** The client, which looks after its connection by a timer until it is let go. */
async function connect(t, metadata) {
  const api = await ApiPromise.create({ provider: new Provider(metadata), noInitWarn: true });
  t.after(() => api.disconnect());
  return api;
}

/** `policy_state` as the client names it. */
const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

test('every answer should be read as the chain gives it', { skip }, async (t) => {
  const { metadata, answers } = JSON.parse(readFileSync(file, 'utf8'));
  const api = await connect(t, metadata);
  const methods = methodsOf(api);
  assert.deepEqual(new Set(answers.map(({ method }) => camel(method))), new Set(Object.keys(methods)));
  const wrong = answers.flatMap(({ method, answer }) => {
    const name = camel(method);
    return misread(name, decode(api.registry, methods[name], answer), answer);
  });
  assert.deepEqual(wrong, []);
  const shown = (wanted) => {
    const { method, answer } = answers.find(({ method }) => camel(method) === wanted);
    return decode(api.registry, methods[camel(method)], answer).toHuman();
  };
  assert.match(shown('claimStatement').text, /^Breakwater claim: I agree that policy 1 pays its holder under incident 0 for /);
  assert.equal(shown('products').items[0].name, 'USDC depeg');
  assert.equal(shown('products').items[0].refusal.name, 'policies.NoCapacity');
  if (process.env.SHOW) console.log(JSON.stringify(Object.keys(methods).map((name) => [name, shown(name)]), null, 1));
});

test('an answer that stands alone should be found to be misread', { skip }, async (t) => {
  const { metadata } = JSON.parse(readFileSync(file, 'utf8'));
  const api = await connect(t, metadata);
  // an option of the text "ab", as the claim's statement was given before
  const hex = '0x01086162';
  assert.equal(misread('old', decode(api.registry, { type: 'Option<Bytes>' }, hex), hex).length, 1);
});

test('voters should see the call of a noted preimage and none of an inline one', { skip }, async (t) => {
  const { metadata } = JSON.parse(readFileSync(file, 'utf8'));
  const api = await connect(t, metadata);
  const call = api.tx.assessment.adoptOutcome(4, { Proposal: 1 }).method;
  const [hash, len] = [call.hash.toHex(), call.encodedLength];
  const type = 'FrameSupportPreimagesBounded';
  const proposals = [{ Lookup: { hash, len } }, { Inline: call.toHex() }, { Lookup: { hash, len: len + 1 } }];
  const info = (proposal) => ({
    isNone: false,
    unwrap: () => ({ isOngoing: true, asOngoing: { proposal: api.createType(type, proposal) } }),
  });
  const entries = proposals.map((proposal, at) => [{ args: [api.createType('u32', at)] }, info(proposal)]);
  const preimageFor = async ([of, length]) =>
    api.createType('Option<Bytes>', of.toHex() === hash && length.toNumber() === len ? call.toHex() : null);
  const createType = (...args) => api.createType(...args);
  const query = { democracy: { referendumInfoOf: { entries: async () => entries } }, preimage: { preimageFor } };
  const shown = await shownReferenda({ createType, query });
  assert.deepEqual(shown.map(({ call }) => call?.toHex()), [call.toHex(), undefined, undefined]);
});
