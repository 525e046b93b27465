// SPDX-License-Identifier: Apache-2.0
// The running node as the replay uses it: signed extrinsics in, blocks on demand, events out.

import { ApiPromise, WsProvider } from '@polkadot/api';
import { Keyring } from '@polkadot/keyring';
import { stringToU8a } from '@polkadot/util';
import { SLOT } from './table.mjs';

/** Calls that wait in the node's pool while blocks are filled, and how many are signed at a time. */
const CROWD = 500;
const CROWD_STEP = 50;
/** Blocks in a row without room for any of them. */
const MOST_IDLE = 5;

/** Something on the chain went another way than the story needs. The message is a sentence. */
export class StoryError extends Error {}

/** The name of a dispatch error: `pools.AccrualRequired`, or the SDK's own word. */
function nameOf(api, error) {
  if (error.isModule) {
    try {
      const { section, name } = api.registry.findMetaError(error.asModule);
      return `${section}.${name}`;
    } catch {
      return `module error ${error.asModule.toString()}`;
    }
  }
  return error.toString();
}

/** An event as plain data: `{ section, method, data, index }`; `index` is the extrinsic's place, if it has one. */
function plain({ phase, event }) {
  const data = {};
  event.data.forEach((value, at) => {
    data[event.data.names?.[at] ?? String(at)] = value;
  });
  return {
    section: event.section,
    method: event.method,
    data,
    index: phase.isApplyExtrinsic ? phase.asApplyExtrinsic.toNumber() : undefined,
  };
}

/** Waits until a node answers an RPC at `url`. The same port serves http, which fails without noise. */
async function answers(url, seconds) {
  const http = url.replace(/^ws/, 'http');
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'system_health', params: [] });
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    try {
      const signal = AbortSignal.timeout(10_000);
      const reply = await fetch(http, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal });
      if (reply.ok) return;
    } catch (error) {
      if (error.cause === undefined && error.name !== 'TimeoutError') throw new StoryError(`${url} is not the address of a node: ${error.message}.`);
    }
    if (Date.now() > end) throw new StoryError(`No node answers at ${url} within ${seconds} s.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

export class Chain {
  /** Connects to a node once it answers; it is given `seconds` for that. */
  static async connect(url, seconds = 60) {
    await answers(url, seconds);
    // no reconnecting: a connection lost in the middle of the story is its end
    const provider = new WsProvider(url, false);
    await provider.connect();
    const gone = new Promise((_, reject) => {
      const end = () => reject(new StoryError(`What answers at ${url} is not a node's websocket.`));
      provider.on('error', end);
      provider.on('disconnected', end);
    });
    // after the connection stands, its end is told by each request
    gone.catch(() => undefined);
    await Promise.race([provider.isReady, gone]);
    const api = await Promise.race([ApiPromise.create({ provider, noInitWarn: true }), gone]);
    return new Chain(api, provider);
  }

  constructor(api, provider) {
    this.api = api;
    this.provider = provider;
    this.keyring = new Keyring({ type: 'sr25519', ss58Format: api.registry.chainSS58 ?? 42 });
    this.nonces = new Map();
    this.waiting = [];
    this.passed = [];
    this.sessionSlots = api.consts.babe.epochDuration.toBigInt();
    this.totals = { blocks: 0, extrinsics: 0 };
    this.genesis = api.genesisHash;
    this.symbol = api.registry.chainTokens[0] ?? 'UNIT';
    this.lost = false;
    /** Who wants to see each block. */
    this.watch = undefined;
    provider.on('disconnected', () => {
      this.lost = true;
    });
    // the runtime API of the four pallets, whatever its name
    this.reads = Object.values(api.call).find((group) => 'quote' in group && 'poolState' in group);
  }

  async close() {
    // a node that has gone needs no goodbye
    await this.api.disconnect().catch(() => undefined);
  }

  account(uri) {
    return this.keyring.addFromUri(uri);
  }

  /** A call by its argument names, so that their order cannot be got wrong. */
  call(section, method, args = {}) {
    const make = this.api.tx[section]?.[method];
    if (!make) throw new StoryError(`The chain has no call ${section}.${method}.`);
    const names = make.meta.args.map(({ name }) => name.toString());
    const unknown = Object.keys(args).filter((name) => !names.includes(name));
    if (unknown.length > 0) {
      throw new StoryError(`${section}.${method} has no argument ${unknown.join(', ')}; it has ${names.join(', ')}.`);
    }
    const missing = names.filter((name) => !(name in args));
    if (missing.length > 0) throw new StoryError(`${section}.${method} also needs ${missing.join(', ')}.`);
    return make(...names.map((name) => args[name]));
  }

  /** The key pair of 32 secret bytes. Its account is new to the chain, so that nobody has to be asked for its nonce. */
  newAccount(secret) {
    const pair = this.keyring.addFromSeed(secret);
    this.nonces.set(pair.address, 0);
    return pair;
  }

  /** Puts a signed call into the node's pool for the next block. `refusal` is the error it must end with, if any. */
  async submit(signer, call, { refusal } = {}) {
    const key = signer.address;
    if (!this.nonces.has(key)) {
      this.nonces.set(key, (await this.api.rpc.system.accountNextIndex(key)).toNumber());
    }
    const nonce = this.nonces.get(key);
    this.nonces.set(key, nonce + 1);
    const signed = call.sign(signer, {
      blockHash: this.genesis,
      genesisHash: this.genesis,
      runtimeVersion: this.api.runtimeVersion,
      era: 0,
      nonce,
      signedExtensions: this.api.registry.signedExtensions,
    });
    const sent = {
      what: `${call.method.section}.${call.method.method}`,
      hash: signed.hash.toHex(),
      refusal,
    };
    this.waiting.push(sent);
    await this.api.rpc.author.submitExtrinsic(signed);
    return sent;
  }

  /** The time of the newest block, in milliseconds; zero before the first. */
  async time() {
    return (await this.api.query.timestamp.now()).toBigInt();
  }

  /** Whether the node serves an RPC method. */
  async has(method) {
    const { methods } = await this.provider.send('rpc_methods', []);
    return methods.includes(method);
  }

  hashOf(text) {
    return this.api.registry.hash(stringToU8a(text)).toHex();
  }

  /** The event of a kind that one of our extrinsics caused. */
  eventOf(sent, section, method) {
    const event = sent.events.find((one) => one.section === section && one.method === method);
    if (event) return event;
    const names = sent.events.map((one) => `${one.section}.${one.method}`).join(', ');
    throw new StoryError(`${sent.what} caused no ${section}.${method}, but ${names}.`);
  }

  /** Asks the node to seal a block `ahead` milliseconds after the last: `{ hash, number, timestamp }`. */
  async #seal(ahead) {
    const [method, args] = ahead === SLOT ? ['dev_newBlock', []] : ['dev_advanceTime', [Number(ahead / 1_000n)]];
    return this.provider.send(method, args);
  }

  /**
   * Whether a block at `time` is the first one after the end of a session. The SDK's session pallet charges it the weight
   * of a whole block, so that only prices find room in it, which are operational.
   */
  async #endsSession(time) {
    const now = await this.time();
    return now !== 0n && (await this.#sessionOf(time)) > (await this.#sessionOf(now));
  }

  /** The number of the session of a time. */
  async #sessionOf(time) {
    this.genesisSlot ??= (await this.api.query.babe.genesisSlot()).toBigInt();
    return (time / SLOT - this.genesisSlot) / this.sessionSlots;
  }

  /** Seals a block one slot after the last; if that one ends a session, one more. */
  async block(options) {
    const now = await this.time();
    if (await this.#endsSession(now + SLOT)) await this.#pass(SLOT);
    return this.#read(await this.#seal(SLOT), options);
  }

  /** Seals a block `time` later than the last, or a slot more if a session begins just then. */
  async later(time) {
    const slots = (time + SLOT - 1n) / SLOT;
    if (slots < 2n) return this.block();
    let to = (await this.time()) + slots * SLOT;
    // the first block of a session has no room, and there must be one before ours
    if ((await this.#sessionOf(to)) > (await this.#sessionOf(to - SLOT))) to += SLOT;
    return this.blockAt(to);
  }

  /** Seals the block that ends a session before `time`, if one does: prices that are sent after this are in the block at `time`. */
  async approach(time) {
    const ahead = time - (await this.time());
    if (ahead >= 2n * SLOT && (await this.#endsSession(time))) await this.#pass(ahead - SLOT);
  }

  /** Seals a block whose timestamp is exactly `time`; if a session ends on the way there, with a block just before. */
  async blockAt(time) {
    await this.approach(time);
    const ahead = time - (await this.time());
    if (ahead < SLOT || (await this.#endsSession(time))) {
      throw new StoryError(`There can be no block with room at ${stamp(time)} after one at ${stamp(await this.time())}.`);
    }
    const block = await this.#read(await this.#seal(ahead));
    if (block.time !== time) {
      throw new StoryError(`The block that should carry ${stamp(time)} carries ${stamp(block.time)}.`);
    }
    return block;
  }

  /** Seals the block that ends a session. What it tells is told with the next one. */
  async #pass(ahead) {
    const { hash } = await this.#seal(ahead);
    this.totals.blocks += 1;
    const events = await (await this.api.at(hash)).query.system.events();
    this.passed.push(...events.map(plain).map((event) => ({ ...event, index: undefined })));
  }

  /**
   * Sends many signed calls, more than a block has room for, and seals blocks as full as they get until all are in.
   * @param many entries `{ signer, make, refusal }`: `make()` gives the call when it is its turn
   * @param told is given each block, and how many calls are still to come
   * @returns for each entry what `submit` returns, with its events
   */
  async crowd(many, told = () => undefined) {
    const all = [];
    let [next, idle] = [0, 0];
    while (next < many.length || this.waiting.length > 0) {
      while (next < many.length && this.waiting.length < CROWD) {
        const some = many.slice(next, next + CROWD_STEP);
        all.push(...(await Promise.all(some.map(({ signer, make, refusal }) => this.submit(signer, make(), { refusal })))));
        next += some.length;
      }
      const before = this.waiting.length;
      const block = await this.block({ mayWait: true });
      told(block, many.length - next + this.waiting.length);
      idle = this.waiting.length === before ? idle + 1 : 0;
      if (idle === MOST_IDLE) throw new StoryError(`${before} calls found no room up to block ${block.number}.`);
    }
    return all;
  }

  /**
   * What happened in a block. Every extrinsic sent since the last one must be in it, unless it `mayWait`, and end as it
   * should.
   */
  async #read({ hash, number }, { mayWait = false } = {}) {
    const at = await this.api.at(hash);
    const [records, time] = await Promise.all([at.query.system.events(), at.query.timestamp.now()]);
    const own = records.map(plain);
    const events = [...this.passed.splice(0), ...own];
    const waiting = this.waiting.splice(0);
    this.totals.blocks += 1;
    const sent = waiting.length > 0 ? await this.#settle(hash, number, waiting, own, mayWait) : [];
    this.totals.extrinsics += sent.length;
    const block = { hash, number, time: time.toBigInt(), events, sent };
    this.watch?.(block);
    return block;
  }

  /** How each of our extrinsics in a block ended; those that are in it. */
  async #settle(hash, number, waiting, events, mayWait) {
    const { block } = await this.api.rpc.chain.getBlock(hash);
    const places = new Map(block.extrinsics.map((extrinsic, index) => [extrinsic.hash.toHex(), index]));
    const byPlace = new Map();
    for (const event of events) {
      if (!byPlace.has(event.index)) byPlace.set(event.index, []);
      byPlace.get(event.index).push(event);
    }
    const sent = waiting.filter(({ hash: own }) => places.has(own));
    for (const one of waiting) {
      if (places.has(one.hash)) continue;
      if (!mayWait) throw new StoryError(`${one.what} did not make it into block ${number}.`);
      this.waiting.push(one);
    }
    for (const one of sent) {
      one.events = byPlace.get(places.get(one.hash)) ?? [];
      const failed = one.events.find(({ section, method }) => section === 'system' && method === 'ExtrinsicFailed');
      one.error = failed && nameOf(this.api, failed.data.dispatchError ?? failed.data['0']);
      if (one.error && one.refusal === undefined) {
        throw new StoryError(`${one.what} in block ${number} was refused: ${one.error}.`);
      }
      if (one.refusal !== undefined && !one.error) {
        throw new StoryError(`${one.what} in block ${number} should be refused with ${one.refusal}, but it passed.`);
      }
      if (one.error && one.error !== one.refusal) {
        throw new StoryError(`${one.what} should be refused with ${one.refusal}, but was with ${one.error}.`);
      }
    }
    return sent;
  }

  /** Seals blocks until one has an event that `wanted` accepts. */
  async blocksUntil(wanted, limit, what) {
    const seen = [];
    for (let count = 0; count < limit; count += 1) {
      const block = await this.block();
      seen.push(...block.events);
      const found = block.events.find(wanted);
      if (found) return { found, block, seen, count: count + 1 };
    }
    throw new StoryError(`${what} did not come within ${limit} blocks.`);
  }

  /** Reads the runtime API of the pallets. */
  async read(method, ...args) {
    const ask = this.reads?.[method];
    if (!ask) throw new StoryError(`The chain's runtime API has no ${method}.`);
    return ask(...args);
  }

  /** An account's balance in an asset. */
  async balance(asset, address) {
    const account = await this.api.query.assets.account(asset, address);
    return account.isSome ? account.unwrap().balance.toBigInt() : 0n;
  }

  errorName(error) {
    return nameOf(this.api, error);
  }
}

/** `2023-03-11 01:18:11`, with the milliseconds if there are any. */
export function stamp(time) {
  const text = new Date(Number(time)).toISOString().replace('T', ' ').replace('Z', '');
  return text.endsWith('.000') ? text.slice(0, -4) : text;
}
