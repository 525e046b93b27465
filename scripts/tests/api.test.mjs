// SPDX-License-Identifier: Apache-2.0
// The answers of the runtime API that the runtime's test `every_method_should_be_asked_and_answer` has written to the file
// BREAKWATER_API_ANSWERS, as the client library reads them. Without that file nothing is tested.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ApiPromise } from '@polkadot/api';
import { callOfPreimage, decode, listedReferenda, methodsOf, misread } from '../js/answers.mjs';

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

test('voters should see the call of a noted preimage', { skip }, async (t) => {
  const { metadata } = JSON.parse(readFileSync(file, 'utf8'));
  const api = await connect(t, metadata);
  const call = api.tx.assessment.adoptOutcome(4, { Proposal: 1 }).method;
  const [hash, len] = [call.hash.toHex(), call.encodedLength];
  const status = (own) => ({ Requested: { maybeTicket: null, count: 1, maybeLen: own } });
  const chain = (own) => ({
    registry: api.registry,
    query: {
      preimage: {
        statusFor: async () => api.createType('Option<PalletPreimageRequestStatus>', null),
        requestStatusFor: async () => api.createType('Option<PalletPreimageRequestStatus>', status(own)),
        preimageFor: async ([of, length]) => api.createType('Option<Bytes>', of === hash && Number(length) === len ? call.toHex() : null),
      },
    },
  });
  assert.equal((await callOfPreimage(chain(len), hash)).call.toHex(), call.toHex());
  assert.match((await callOfPreimage(chain(len + 1), hash)).warning, /no bytes/);
});

/** A chain that has one preimage of four bytes, with a status by the new name, the old one, or none. */
function chainWith({ name, status, bytes = 'call', encodedLength = 4 }) {
  const option = (value) => ({ isSome: value !== undefined, isNone: value === undefined, unwrap: () => value, unwrapOr: (other) => value ?? other });
  const statusOf = (own) => async () => option(own === name ? status : undefined);
  const preimageFor = async ([hash, length]) => option(hash === '0x01' && Number(length) === 4 ? bytes : undefined);
  const createType = (type, value) => {
    if (value !== 'call') throw new Error('no such call');
    return { type, encodedLength };
  };
  return { registry: { createType }, query: { preimage: { statusFor: statusOf('statusFor'), requestStatusFor: statusOf('requestStatusFor'), preimageFor } } };
}
const length = { toNumber: () => 4, valueOf: () => 4 };
const requested = { isRequested: true, asRequested: { maybeLen: { unwrapOr: () => length } } };

test('the list of referenda should find the call of a preimage by its status and length', async () => {
  for (const name of ['statusFor', 'requestStatusFor']) {
    assert.equal((await callOfPreimage(chainWith({ name, status: requested }), '0x01')).call.type, 'Call');
  }
  const unrequested = { isRequested: false, asUnrequested: { len: length } };
  assert.ok((await callOfPreimage(chainWith({ name: 'requestStatusFor', status: unrequested }), '0x01')).call);
});

test('a referendum without a call that can be shown should say why', async () => {
  const warned = async (chain, hash = '0x01') => (await callOfPreimage(chainWith({ name: 'requestStatusFor', status: requested, ...chain }), hash)).warning;
  assert.match(await warned({ name: 'none' }), /no status/);
  assert.match(await warned({}, '0x02'), /no bytes/);
  assert.match(await warned({ bytes: 'other' }), /are no call: no such call/);
  assert.match(await warned({ encodedLength: 3 }), /the call has 3 bytes, and the preimage/);
  const chain = { ...chainWith({ name: 'none' }), derive: { democracy: {} } };
  const listed = [{ index: length, imageHash: '0x01' }];
  chain.derive.democracy = { referendums: async () => listed, referendumsActive: async () => listed };
  assert.deepEqual(await listedReferenda(chain), [{ index: 4, image: undefined, warning: 'the preimage has no status' }]);
});
