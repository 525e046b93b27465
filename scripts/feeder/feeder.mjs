// SPDX-License-Identifier: Apache-2.0
// The feeder: reads a source, asks the chain what it has of this operator, and feeds what it lacks.

import { resolve } from 'node:path';
import { ageFault, backoff, decide, explain, intervalOf } from './decide.mjs';
import { NodeAway, Refused } from './node.mjs';
import { BadUse } from './options.mjs';
import { Document, SourceAway, Table } from './sources.mjs';
import { State, defaultPath } from './state.mjs';
import { BadValue, atMost, showValue } from './value.mjs';

/** The longest wait for transactions of the account that an earlier run left on their way. */
const WAITING_TRIES = 60;
/** How long a block may take to be final, in milliseconds; the feeder does nothing else meanwhile. */
const PATIENCE = 30_000;
const PATIENCE_ONCE = 120_000;
/** The longest wait after a value whose block is not final yet. */
const SOON = 60_000;

const sleepFor = (millis) => new Promise((done) => setTimeout(done, millis));
const show = (action, outcome) => console.log(`${new Date().toISOString()}  ${action.padEnd(8)}  ${outcome}`);

export class Feeder {
  /**
   * @param options of the command line
   * @param pair the operator's key
   * @param connect gives a node for an address
   */
  constructor(options, pair, connect, { log = show, sleep = sleepFor } = {}) {
    Object.assign(this, { options, pair, connect, log, sleep, account: pair.address, failures: 0 });
  }

  /** Connects, and waits for what an earlier run may have left on its way. */
  async #begin() {
    const { url, feed } = this.options;
    this.node = await this.connect(url);
    this.log('connect', `${url}: feed ${feed}`);
    this.rules = undefined;
    this.#open();
    for (let tries = 0; tries < WAITING_TRIES && (await this.node.hasWaiting(this.account)); tries += 1) {
      if (tries === 0) this.log('wait', 'a transaction of the account is on its way');
      await this.sleep(2_000);
    }
  }

  /** The source, once, and for a replay the place in its table. */
  #open() {
    const { csv, feed, state, speed } = this.options;
    const { genesis } = this.node;
    this.genesis ??= genesis;
    if (this.genesis !== genesis) throw new BadUse('The node is one of another chain by now.');
    if (this.source) return;
    if (speed !== undefined) {
      const file = state ?? defaultPath(feed, this.account);
      this.state = new State(file, { genesis, feed, account: this.account, source: `csv ${resolve(csv)}` });
      this.row = this.state.row;
      this.log('state', `${file} ${this.state.says}`);
    }
    this.source = csv === undefined ? new Document(this.options) : new Table(this.options, this.row);
    if (this.source.hasNoTime) {
      this.log('warning', 'the source says no time (--time): a price that is old would be fed as one of now');
    }
  }

  /** The chain's rules and its value of this operator, as of now. Tells of rules that are new. */
  async #ask() {
    const { feed, every } = this.options;
    const facts = await this.node.state(feed, this.account);
    const { heartbeat, most, watched } = facts;
    this.interval = intervalOf(every, heartbeat);
    const rules = `heartbeat ${heartbeat / 1_000} s, the same value is fed again after ${this.interval / 1_000} s, largest price ${showValue(most)}`;
    if (rules !== this.rules) {
      this.log('rules', rules);
      if (!watched) this.log('warning', `nothing watches feed ${feed} yet: it can be fed once a product on it is listed`);
    }
    this.rules = rules;
    return facts;
  }

  /** Refuses a price that is not of now, or that the feed does not take. */
  #check({ value, at, row }, { heartbeat, most }) {
    const { maxAge, speed } = this.options;
    if (at !== undefined && speed === undefined) {
      const fault = ageFault(at, Date.now(), maxAge === undefined ? heartbeat : maxAge * 1_000);
      const hint = row === undefined ? '' : ' To replay a table of the past, give --speed.';
      if (fault) throw new SourceAway(`${fault} It is not fed.${hint}`);
    }
    try {
      atMost(value, most);
    } catch (error) {
      if (error instanceof BadValue) throw new SourceAway(error.message);
      throw error;
    }
  }

  /** Reads, asks, decides, feeds. Returns how long to wait; nothing if all is done. */
  async step() {
    if (!this.node || this.node.isLost) {
      await this.node?.close();
      await this.#begin();
    }
    const { once, verbose } = this.options;
    if (this.source.isOver(this.row)) {
      this.log('end', 'the table has no more rows');
      return undefined;
    }
    const reading = await this.source.next(this.row);
    const facts = await this.#ask();
    let { wait } = this.source;
    if (reading) {
      this.#check(reading, facts);
      const { feed, why } = decide({ value: reading.value, own: facts.own, interval: this.interval });
      if (feed) {
        const isFinal = await this.#feed(reading, why, facts);
        if (!isFinal) wait = Math.min(wait, SOON);
      } else if (verbose) {
        this.log('skip', `${showValue(reading.value)}: ${why}`);
      }
      this.#passed(reading);
    } else if (once) {
      this.log('skip', 'no row is due');
    }
    if (once) return undefined;
    this.failures = 0;
    return wait;
  }

  /** A row is done with. */
  #passed({ row }) {
    if (row === undefined || row === this.row) return;
    this.row = row;
    this.state?.save(row);
  }

  /** Feeds a value. Whether its block is final. */
  async #feed({ value, row, skipped = 0, note }, why, { isOperator }) {
    const { feed, tip, once } = this.options;
    const what = `feed ${feed} = ${showValue(value)}${row === undefined ? '' : ` of ${new Date(row).toISOString()}`}`;
    const reasons = [why, note, skipped > 0 ? `${skipped} rows before it left out` : undefined].filter(Boolean).join(', ');
    const refused = (name) => new Refused(`${what}: refused, ${explain(name, { account: this.account, feed })}`);
    // a transaction that is refused costs its fee
    if (!isOperator) throw refused('feeds.NotActive');
    let fed;
    try {
      fed = await this.node.feedValue(this.pair, feed, value, { tip, patience: once ? PATIENCE_ONCE : PATIENCE });
    } catch (error) {
      throw error instanceof Refused ? refused(error.refusal) : error;
    }
    const { block, isFinal } = fed;
    if (once && !isFinal) throw new NodeAway(`${what} is in block ${block}, which is not final: finality lags.`);
    this.log('feed', `${what} (${reasons}): ok, block ${block}${isFinal ? '' : ', which is not final yet'}`);
    return isFinal;
  }

  /** Until all is done, or for ever. The exit code. */
  async run() {
    for (;;) {
      try {
        const wait = await this.step();
        if (wait === undefined) return 0;
        await this.sleep(wait);
      } catch (error) {
        const kind = error instanceof NodeAway ? 'node' : error instanceof SourceAway ? 'source' : error instanceof Refused ? 'feed' : undefined;
        if (kind === undefined) throw error;
        if (kind === 'node') {
          await this.node?.close();
          this.node = undefined;
        }
        this.failures += 1;
        if (this.options.once) {
          this.log(kind, error.message);
          return 1;
        }
        const wait = backoff(this.failures);
        this.log(kind, `${error.message.replace(/\.$/, '')}; again in ${wait / 1_000} s`);
        await this.sleep(wait);
      }
    }
  }
}
