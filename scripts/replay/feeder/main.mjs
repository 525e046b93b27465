#!/usr/bin/env node
// Feeds the values of a source to a price feed. Started by ./scripts/feed, which has the help.

import { resolve } from 'node:path';
import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { backoff, decide, explain, fateOf, intervalOf } from './decide.mjs';
import { pairOf, readKey } from './key.mjs';
import { Node, NodeAway, Refused } from './node.mjs';
import { BadUse, parseOptions } from './options.mjs';
import { Document, SourceAway, Table } from './sources.mjs';
import { State, defaultPath } from './state.mjs';
import { showValue } from './value.mjs';

const log = (action, outcome) => console.log(`${new Date().toISOString()}  ${action.padEnd(8)}  ${outcome}`);
const sleep = (millis) => new Promise((done) => setTimeout(done, millis));

class Feeder {
  constructor(options, pair) {
    this.options = options;
    this.pair = pair;
    this.account = pair.address;
    this.failures = 0;
  }

  /** Connects, and reads what the chain says of the feed. */
  async connect() {
    const { url, feed, every } = this.options;
    this.node = await Node.connect(url);
    const rules = await this.node.feed(feed);
    this.interval = intervalOf(every, rules.heartbeat);
    const again = every === undefined ? `half of its heartbeat of ${Number(rules.heartbeat) / 1_000} s` : `${every} s`;
    log('connect', `${url}: feed ${feed}, a value that has not changed is fed again after ${again}`);
    if (!rules.watched) log('warning', `nothing watches feed ${feed} yet: it can be fed once a product on it is listed`);
    this.#begin(rules.most);
    await this.#settle();
  }

  /** The state and the source, once. */
  #begin(most) {
    const { csv, json, path, feed, state } = this.options;
    const source = csv === undefined ? `json ${/^https?:/.test(json) ? json : resolve(json)} ${path.join('.')}` : `csv ${resolve(csv)}`;
    const owner = { genesis: this.node.genesis, feed, account: this.account, source };
    if (this.state && this.state.owner.genesis !== owner.genesis) throw new BadUse('The node is one of another chain by now.');
    if (this.state) return;
    const file = state ?? defaultPath(feed, this.account);
    this.state = new State(file, owner);
    const known = this.state.isNew ? 'begins anew' : this.state.isOther ? 'is of another source: its rows begin anew' : 'goes on';
    log('state', `${file} ${known}`);
    this.source = csv === undefined ? new Document(this.options, most) : new Table(this.options, most, this.state.fed?.row);
  }

  /** Finds out what became of a value that was on its way when the feeder or the connection ended. */
  async #settle() {
    const { pending } = this.state;
    if (!pending) return;
    const { feed } = this.options;
    for (let tries = 0; ; tries += 1) {
      const inPool = tries < 60 && (await this.node.hasWaiting(this.account));
      // In this order: a transaction that leaves the pool between both questions is on the chain.
      const fate = fateOf(pending, await this.node.valueOf(this.account, feed), inPool);
      if (fate === 'fed') {
        this.state.done(Date.now());
        return log('recover', `${showValue(pending.value)} had been fed: ok`);
      }
      if (fate === 'lost') {
        this.state.drop();
        return log('recover', `${showValue(pending.value)} had not been fed: it is fed again if it is still due`);
      }
      await sleep(2_000);
    }
  }

  /** Reads, decides, feeds. Returns how long to wait; nothing if all is done. */
  async step() {
    if (!this.node || this.node.isLost) {
      await this.node?.close();
      await this.connect();
    }
    const { once, verbose } = this.options;
    const last = this.state.fed?.row;
    const reading = await this.source.next(last);
    if (reading) {
      const now = Date.now();
      const { feed, why } = decide({ value: reading.value, fed: this.state.fed, now, interval: this.interval });
      if (feed) {
        await this.#feed(reading, why);
      } else {
        if (reading.row !== undefined) {
          this.state.fed = { ...this.state.fed, row: reading.row };
          this.state.save();
        }
        if (verbose) log('skip', `${showValue(reading.value)}: ${why}`);
      }
      if (once) return undefined;
    } else if (once) {
      log('skip', 'no row is due');
      return undefined;
    }
    this.failures = 0;
    if (this.source.isOver(this.state.fed?.row)) {
      log('end', 'the table has no more rows');
      return undefined;
    }
    return this.source.wait;
  }

  async #feed({ value, row, skipped = 0 }, why) {
    const { feed } = this.options;
    const before = await this.node.valueOf(this.account, feed);
    this.state.begin({ value, row, after: before?.at ?? 0 });
    const what = `feed ${feed} = ${showValue(value)}${row === undefined ? '' : ` of ${new Date(row).toISOString()}`}`;
    try {
      const block = await this.node.feedValue(this.pair, feed, value);
      this.state.done(Date.now());
      log('feed', `${what} (${why}${skipped > 0 ? `, ${skipped} rows before it left out` : ''}): ok${block === undefined ? '' : `, block ${block}`}`);
    } catch (error) {
      if (error instanceof Refused) {
        this.state.drop();
        throw new Refused(`${what}: refused, ${explain(error.refusal, { account: this.account, feed })}`);
      }
      throw error;
    }
  }

  /** Until all is done, or for ever. The exit code. */
  async run() {
    for (;;) {
      try {
        const wait = await this.step();
        if (wait === undefined) return 0;
        await sleep(wait);
      } catch (error) {
        const kind = error instanceof NodeAway ? 'node' : error instanceof SourceAway ? 'source' : error instanceof Refused ? 'feed' : undefined;
        if (kind === undefined) throw error;
        if (kind === 'node') {
          await this.node?.close();
          this.node = undefined;
        }
        this.failures += 1;
        if (this.options.once) {
          log(kind, error.message);
          return 1;
        }
        const wait = backoff(this.failures);
        log(kind, `${error.message.replace(/\.$/, '')}; again in ${wait / 1_000} s`);
        await sleep(wait);
      }
    }
  }
}

async function main() {
  const options = parseOptions(process.argv.slice(2));
  await cryptoWaitReady();
  const pair = pairOf(new Keyring({ type: 'sr25519', ss58Format: 42 }), readKey(options.keyFile));
  // before it is waited for a node: a table that is wrong is refused at once
  if (options.csv !== undefined) new Table(options, undefined, undefined);
  log('start', `operator ${pair.address}`);
  return new Feeder(options, pair).run();
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    log('end', 'asked to; what was fed is in the state');
    process.exit(0);
  });
}

main().then(
  (code) => process.exit(code),
  (error) => {
    // a mistake of the user is one sentence, one of ours has its stack
    console.error(error instanceof BadUse ? `error: ${error.message}` : error);
    process.exit(error instanceof BadUse ? 2 : 1);
  },
);
