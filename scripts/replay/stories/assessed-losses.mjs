// SPDX-License-Identifier: Apache-2.0
// The story of a loss that people assess: holders of real accounts buy cover, an incident is reported with a bond, outcomes are
// proposed and one is challenged, everybody claims with a proof and a signature, pools and reserve pay as far as they go.

import { readFileSync } from 'node:fs';
import { blake2AsU8a, keccakAsU8a } from '@polkadot/util-crypto';
import { StoryError } from '../../js/chain.mjs';
import { bondOf } from '../expected/bonds.mjs';
import { claimsOf, paymentsOf, reserveGives } from '../expected/losses.mjs';
import { readHoldings } from './holdings.mjs';
import { setParameter } from '../../js/governance.mjs';
import { keyOf } from '../../js/interest.mjs';
import { Record, checkBonds, claimCall, decideCase, propose, proposeCall, report, reportCall } from './incident.mjs';
import { outcomeOf, sorted } from '../../js/losses.mjs';
import { SLOT } from '../../js/table.mjs';
import { Tale, assetOwner, assetsOf, field, sum } from './common.mjs';

const MINUTE = 60_000n;
const HOUR = 3_600_000n;
const WEEK = 7n * 24n * HOUR;
/** Blocks that something may take which the chain does by itself. */
const PATIENCE = 40;
/** Blocks that the payment of everybody may take. */
const MOST_BLOCKS = 2_000;
/** Blocks between two lines of a long act. */
const LINE_EVERY = 40;
/** What the books of a pool may differ from premiums and losses: the parts of each day's premium are rounded. */
const ROUNDING = 1_000n;
const MILLION = 1_000_000n;
/** Who puts up bonds, and what each has for them. */
const BONDED = ['//Reporter', '//Proposer', '//Challenger'];
const PREPAID = 5_000_000n * 10n ** 18n;
/** What Alice is given of the asset: more than the story can need. */
const MINT = 10n ** 27n;

export class Story extends Tale {
  /** The accounts of the table, or the first of them. */
  static read(file, scenario, accounts) {
    return { file, holdings: readHoldings(file, scenario.asset.decimals).slice(0, accounts) };
  }

  /** The date of the chain's first block, in milliseconds: sessions are counted from it, and none begins with the story. */
  static firstBlock(_, scenario) {
    return scenario.start - HOUR / 2n;
  }

  constructor(chain, scenario, { file, holdings }, account) {
    super(chain, scenario, account);
    this.began = Date.now();
    this.csv = readFileSync(file, 'utf8');
    this.levels = scenario.levels.map((level) => ({ ...level, others: [], premiums: 0n }));
    this.holders = holdings.map((row, place) => this.holder(row, place));
    this.record = new Record(scenario.asset.id);
    this.phases = [];
    this.refusals = 0;
    chain.watch = (block) => this.record.hear(block);
  }

  /** Somebody with an account of the table: who he is here, and the stand-in for the key of his insured account. */
  holder({ account, before, loss }, place) {
    const cover = this.scenario.coverOf(before, place);
    const key = keyOf(keccakAsU8a(`breakwater yDAI stand-in ${account}`));
    const pair = this.chain.newAccount(blake2AsU8a(`breakwater yDAI holder ${account}`));
    return { account, loss, cover, key, pair, policies: {}, premiums: 0n };
  }

  async play() {
    await this.phase('setup', async () => {
      await this.begin();
      await this.makeAsset();
      await this.fillPools();
    });
    await this.phase('funding', () => this.fundHolders());
    await this.phase('sales', () => this.sell());
    await this.phase('other_losses', async () => {
      for (const [at] of this.scenario.others.entries()) await this.otherFails(at);
    });
    await this.phase('outcomes', () => this.reportAll());
    await this.phase('claims', () => this.decide());
    await this.phase('payments', () => this.close());
    return this.ending();
  }

  /** A part of the story, of which the last line tells the seconds and the blocks. */
  async phase(name, play) {
    const [began, before] = [Date.now(), this.chain.totals.blocks];
    await play();
    const seconds = Math.round((Date.now() - began) / 100) / 10;
    const blocks = this.chain.totals.blocks - before;
    this.phases.push({ phase: name, seconds, blocks });
    await this.say(`(${name}: ${seconds} s, ${blocks} blocks)`);
  }

  // Time.

  /** Lets time pass in steps that the pools can follow, and brings them up to it. */
  async until(time) {
    const { chain } = this;
    for (;;) {
      const left = time - (await chain.time());
      if (left < SLOT) break;
      await chain.later(left < WEEK ? left : WEEK);
      await chain.block();
    }
    await this.catchUp();
  }

  /** Brings the pools up to the present: all premium earned until now is in their books. */
  async catchUp() {
    for (const { poolId } of this.levels) {
      await this.chain.submit(this.person('//Alice'), this.chain.call('pools', 'accrue', { pool: poolId, days: 400 }));
    }
    await this.chain.block();
  }

  // Before the loss.

  async begin() {
    const { scenario } = this;
    await this.beginAt(scenario.start, HOUR);
    this.account.act(
      `${scenario.title}: ${this.holders.length} accounts, ${this.money(sum(this.holders.map(({ loss }) => loss)))} lost`,
    );
  }

  /** One referendum makes the asset, and lists it and all products. */
  async makeAsset() {
    const { chain, scenario } = this;
    const { id, symbol, decimals, title } = scenario.asset;
    const alice = this.person('//Alice').address;
    const owner = chain.keyring.encodeAddress(assetOwner(id));
    this.account.act(`A referendum makes ${symbol} and lists the products`);
    const mint = chain.call('assets', 'mint', { id, beneficiary: alice, amount: MINT });
    const listed = this.levels.flatMap((level, at) => this.productsOf(level, at));
    const events = await this.referendum(
      chain.call('utility', 'batchAll', {
        calls: [
          chain.call('assets', 'forceCreate', { id, owner, isSufficient: true, minBalance: 1 }),
          chain.call('assets', 'forceSetMetadata', { id, name: title, symbol, decimals, isFrozen: false }),
          chain.call('utility', 'dispatchAs', { asOrigin: { system: { Signed: owner } }, call: mint }),
          chain.call('pools', 'listAsset', { asset: this.asset, minDeposit: 10n ** 18n, minWithdrawal: 10n ** 18n }),
          ...listed.map(({ call }) => call),
        ],
      }),
    );
    if ((await this.balance('//Alice')) !== MINT) throw new StoryError(`Alice was not given her ${symbol}.`);
    const ids = events.filter(({ section, method }) => section === 'products' && method === 'ProductListed');
    for (const [at, { keep, terms }] of listed.entries()) {
      if (!ids[at]) throw new StoryError('The referendum was enacted, but a product was not listed.');
      keep(field(ids[at], 'product').toNumber());
      await this.say(`product ${field(ids[at], 'product')}: ${terms.title}`);
    }
    this.account.line(`${' '.repeat(21)}${scenario.terms.wording}`);
  }

  /** The products of a level: the vault, and what fails before it. Each is a risk of its own. */
  productsOf(level, at) {
    const products = [{ terms: this.scenario.terms, keep: (id) => Object.assign(level, { product: id }) }];
    if (level.gap !== undefined) {
      for (const other of this.scenario.others) {
        products.push({ terms: other.terms, keep: (id) => level.others.push({ ...other, product: id }) });
      }
    }
    return products.map((one, place) => ({
      ...one,
      call: this.chain.call('products', 'listProduct', { listing: this.listing(one.terms, 1 + 10 * at + place) }),
    }));
  }

  listing(terms, group) {
    const { scenario } = this;
    return {
      asset: this.asset,
      group,
      class: scenario.riskClass,
      name: terms.title,
      uri: terms.uri,
      decision: { Assessment: { chain: { Ethereum: { chainId: scenario.chainId } } } },
      facts: scenario.facts,
      terms: this.termsOf(terms),
    };
  }

  /** A pool for each level, with the same capital; the reserve stands behind all of them. */
  async fillPools() {
    const { chain, scenario } = this;
    this.account.act('Underwriters put up capital');
    const need = new Map([
      ...Object.entries(scenario.deposits).map(([name, amount]) => [`//${name}`, amount * BigInt(this.levels.length) + 10n ** 18n]),
      // bonds
      ...BONDED.map((uri) => [uri, PREPAID]),
    ]);
    await this.fundAll([...need].map(([uri, amount]) => ({ address: this.person(uri).address, amount })));
    for (const level of this.levels) {
      level.poolId = await this.createPool({ ...scenario.pool, leverage: level.leverage });
      for (const product of [level.product, ...level.others.map((other) => other.product)]) {
        const call = chain.call('pools', 'setWeight', { pool: level.poolId, product, weight: 1_000_000 });
        await chain.submit(this.person(scenario.pool.manager), call);
      }
      for (const [name, amount] of Object.entries(scenario.deposits)) {
        const call = chain.call('pools', 'deposit', { pool: level.poolId, tranche: name, amount, minShares: 1 });
        await chain.submit(this.person(`//${name}`), call);
        await chain.block();
      }
      await this.say(`pool ${level.poolId} (${level.name}): ${this.money(sum(Object.values(scenario.deposits)))}, leverage ${level.leverage / 100}`);
    }
    const admissions = this.levels.map(({ poolId }) => chain.call('reserve', 'admitPool', { pool: poolId }));
    // so that what is expected of premiums can be known before
    const bounds = ['LeastPremiumShare', 'MostPremiumShare'];
    const calls = [...admissions, ...bounds.map((name) => setParameter(chain, name, Number(scenario.split.reserve)))];
    this.account.act('A referendum admits the pools to the reserve, and holds its share of premium where it is');
    await this.referendum(chain.call('utility', 'batchAll', { calls }));
    const give = chain.call('reserve', 'donate', { asset: this.asset, amount: scenario.donation });
    await chain.submit(this.person('//Alice'), give);
    await chain.block();
    await this.say(`Alice gives ${this.money(scenario.donation)} to the reserve`);
  }

  /** What a holder has before he buys: his limit for each level, and a coin that keeps the account. */
  moneyOf({ cover }) {
    return this.scenario.limitOf(cover) * BigInt(this.levels.length) + 10n ** 18n;
  }

  async fundHolders() {
    await this.fundAll(this.holders.map((holder) => ({ address: holder.pair.address, amount: this.moneyOf(holder) })));
    await this.say(`${this.holders.length} holders have money`);
  }

  // Sales.

  insuredAccount(key) {
    return { Ethereum: { chainId: this.scenario.chainId, address: key.address } };
  }

  buyCall(product, cover, key) {
    const { period, limitOf } = this.scenario;
    const order = this.order(product, cover, period, limitOf(cover), this.insuredAccount(key));
    return this.chain.call('policies', 'buy', { order, beneficiary: null });
  }

  /** Every account buys its cover at each level, in one extrinsic. */
  async sell() {
    const { chain } = this;
    this.account.act('Every account buys cover');
    await this.sellOthers();
    const progress = this.progress('policies are sold', this.holders.length);
    const sent = await chain.crowd(
      this.holders.map(({ pair, cover, key }) => ({
        signer: pair,
        make: () => {
          const calls = this.levels.map(({ product }) => this.buyCall(product, cover, key));
          return chain.call('utility', 'batchAll', { calls });
        },
      })),
      progress.told,
    );
    for (const [at, one] of sent.entries()) this.book(this.holders[at], one);
    for (const level of this.levels) {
      await this.say(
        `${level.name}: ${this.holders.length} policies, cover ${this.money(sum(this.holders.map(({ cover }) => cover)))}, premium ${this.money(level.premiums)}`,
      );
    }
    await this.say(`${this.holders.length * this.levels.length} policies in ${progress.blocks} blocks`);
  }

  /** Books the policies of a holder by the products of the events. */
  book(holder, one) {
    for (const event of one.events) {
      if (event.section !== 'policies' || event.method !== 'Bought') continue;
      const level = this.levels.find(({ product }) => product === field(event, 'product').toNumber());
      holder.policies[level.name] = field(event, 'policy').toNumber();
      const premium = field(event, 'premium').toBigInt();
      level.premiums += premium;
      holder.premiums += premium;
    }
    if (Object.keys(holder.policies).length !== this.levels.length) {
      throw new StoryError(`The holder of ${holder.account} did not get a policy at each level.`);
    }
  }

  /** Tells of a long act, a line now and then. */
  progress(what, total) {
    const state = { blocks: 0 };
    state.told = (block, left) => {
      state.blocks += 1;
      if (state.blocks % LINE_EVERY === 0) this.account.say(block.time, `${total - left} of ${total} ${what}, in ${state.blocks} blocks`);
    };
    return state;
  }

  /** The holders of the other products. */
  async sellOthers() {
    const { chain, scenario } = this;
    for (const level of this.levels) {
      for (const other of level.others) {
        other.people = Array.from({ length: other.holders }, (_, at) => {
          const id = `${level.name} ${other.title} ${at}`;
          return {
            pair: chain.newAccount(blake2AsU8a(`breakwater yDAI other holder ${id}`)),
            key: keyOf(keccakAsU8a(`breakwater yDAI other stand-in ${id}`)),
          };
        });
        const amount = scenario.limitOf(other.cover) + 10n ** 18n;
        await this.fundAll(other.people.map(({ pair }) => ({ address: pair.address, amount })));
        for (const person of other.people) {
          const one = await chain.submit(person.pair, this.buyCall(other.product, other.cover, person.key));
          await chain.block();
          const event = chain.eventOf(one, 'policies', 'Bought');
          person.policy = field(event, 'policy').toNumber();
          level.premiums += field(event, 'premium').toBigInt();
        }
      }
    }
  }

  // Incidents, outcomes, claims.

  /** A verdict of losses, and what it says in words. */
  lossesVerdict(occurredAt, { root, leaves, total }) {
    return [{ Losses: { occurredAt, table: { root, leaves, total } } }, `${leaves} losses, ${this.money(total)}, root ${root.slice(0, 10)}…`];
  }

  /** What fails before the vault does, in each pool that has it: assessed, not challenged, claimed and paid. */
  async otherFails(at) {
    const { scenario } = this;
    const { reportedAt, title, occurredAt } = scenario.others[at];
    this.account.act(`${title} fails`);
    await this.until(reportedAt);
    const failed = this.levels.filter(({ others }) => others.length > 0).map((level) => ({ level, other: level.others[at] }));
    for (const one of failed) {
      const { level, other } = one;
      const losses = await this.lossesOf(one, at);
      const rows = other.people.map(({ key }, place) => ({ account: key.address, loss: losses[place] }));
      one.outcome = outcomeOf(sorted(rows), scenario.chainId);
      other.capital = await this.capital(level.poolId);
      other.incident = await report(this, other.product, occurredAt, title);
      await propose(this, '//Proposer', other.incident, ...this.lossesVerdict(occurredAt, one.outcome));
      other.lost = sum(losses);
    }
    await this.until((await this.chain.time()) + scenario.challenge);
    for (const { level, other, outcome } of failed) {
      await this.record.wait(this.chain, other.incident, ['IncidentUpheld'], PATIENCE);
      checkBonds(this, this.record, other.incident, other.capital);
      for (const { pair, key, policy } of other.people) {
        await this.chain.submit(pair, claimCall(this, other.incident, policy, key, outcome.proofOf(key.address)));
      }
      await this.chain.block();
      await this.everybodyPaid(other.incident, other.people.length);
      const paid = sum([...this.record.paid(other.incident).values()]);
      this.check(`${title} in pool ${level.poolId}: paid is what was lost`, paid === other.lost);
      await this.say(`pool ${level.poolId} pays ${this.money(paid)} and has ${this.money(assetsOf(await this.pool(level.poolId)))} left`);
    }
    await this.until((await this.chain.time()) + scenario.claimWindow + HOUR);
  }

  /** What each holder of an other product loses. */
  async lossesOf({ level, other }, at) {
    const count = BigInt(other.holders);
    if (at < this.scenario.others.length - 1) return Array(other.holders).fill(other.cover);
    // the last leaves the pool with what the vault's claims take, less the gap
    const state = await this.pool(level.poolId);
    const gives = await this.reserveLimit(level, sum(this.due().map(({ claim }) => claim)));
    const wanted = sum(this.due().map(({ claim }) => claim)) - (gives * level.gap) / 100n;
    const lost = assetsOf(state) + this.ofUnderwriters(state.unearned.units.toBigInt()) - wanted;
    if (lost <= 0n || lost > count * other.cover) {
      throw new StoryError(`Pool ${level.poolId} cannot be left with ${this.money(wanted)} by a loss of ${this.money(lost)}.`);
    }
    // odd parts, so that every rounding counts
    const first = lost / count;
    return [...Array(other.holders - 1).fill(first), lost - first * (count - 1n)];
  }

  /** What of a premium is the underwriters'. */
  ofUnderwriters(premium) {
    const { split, pool } = this.scenario;
    return (((premium * (MILLION - split.reserve - split.treasury)) / MILLION) * (MILLION - BigInt(pool.fee))) / MILLION;
  }

  /** What the table and the terms say that each account claims. */
  due() {
    const { terms, coverOf } = this.scenario;
    this.claims ??= claimsOf(this.csv, { ...terms, coverOf }).slice(0, this.holders.length);
    return this.claims;
  }

  /** The most that the reserve gives to a level's pool now, if all limits are as the chain starts with them. */
  async reserveLimit(level, capital) {
    const own = (await this.reserveState()).own.units.toBigInt();
    const funds = level.funds ?? own;
    return reserveGives({ ...this.scenario.reserve, ...(await this.reserveRecord(level)), capital, own, funds });
  }

  /** What a level's pool has given to the reserve and got of it. */
  async reserveRecord({ poolId }) {
    const record = await this.chain.api.query.reserve.pools(poolId, this.asset);
    const numbers = ['contributed', 'paid', 'owed'].map((name) => [name, record[name].toBigInt()]);
    return Object.fromEntries(numbers);
  }

  /** Seals blocks until so many claims of an incident are paid. */
  async everybodyPaid(incident, count) {
    const paid = () => this.record.paid(incident).size;
    for (let blocks = 0; paid() < count; blocks += 1) {
      if (blocks === MOST_BLOCKS) throw new StoryError(`Of ${count} claims of incident ${incident}, ${paid()} are paid.`);
      const { time } = await this.chain.block();
      if (blocks % LINE_EVERY === LINE_EVERY - 1) this.account.say(time, `${paid()} of ${count} claims are paid`);
    }
  }

  // The vault.

  /** The incident is reported at each level, and the true table proposed; once a false one against it. */
  async reportAll() {
    const { scenario } = this;
    const { occurredAt } = scenario;
    this.account.act('The vault is exploited');
    // the table of the tool: accounts that lost nothing are not in it. The insured account is that of the stand-in's key
    const rows = this.holders.filter(({ loss }) => loss > 0n).map(({ key, loss }) => ({ account: key.address, loss }));
    this.table = outcomeOf(sorted(rows), scenario.chainId);
    for (const level of this.levels) {
      await this.until(scenario.reportedAt + level.later);
      level.capital = await this.capital(level.poolId);
      // the reserve's limit for the incident is of what it has when the incident is opened
      level.funds = (await this.reserveState()).own.units.toBigInt();
      const least = bondOf({ locked: this.cover(), capital: level.capital });
      const call = reportCall(this, level.product, occurredAt, scenario.title, least - 1n);
      await this.refused('//Reporter', call, 'assessment.BondAboveLimit', 'a unit less than the bond');
      level.incident = await report(this, level.product, occurredAt, scenario.title);
      const verdict = this.lossesVerdict(occurredAt, this.table);
      level.proposal = await propose(this, '//Proposer', level.incident, ...verdict);
      this.check(`level ${level.name}: what is locked is all cover`, this.record.bondsOf(level.incident).locked === this.cover());
      await this.refused('//Challenger', proposeCall(this, level.incident, verdict[0]), 'assessment.SameOutcome', 'the same outcome again');
      await this.claimEarly(level);
      if (level.challenged) await this.challenge(level);
      level.proposedAt = await this.chain.time();
    }
  }

  /** All cover that is bought at a level. */
  cover() {
    return sum(this.holders.map(({ cover }) => cover));
  }

  /** A call that must be refused with an error of a pallet; how it ended. */
  async refused(uri, call, error, what) {
    const pair = typeof uri === 'string' ? this.person(uri) : uri;
    const sent = await this.chain.submit(pair, call, { refusal: error });
    await this.chain.block();
    await this.say(`${what} is refused: ${sent.error}`);
    this.refusals += 1;
    return sent;
  }

  /** A proven loss cannot be claimed before an outcome is accepted. */
  claimEarly({ incident, name }) {
    const { pair, key, policies } = this.holders.find(({ loss }) => loss > 0n);
    const call = claimCall(this, incident, policies[name], key, this.table.proofOf(key.address));
    return this.refused(pair, call, 'claims.NoClaimWindow', 'a claim before an outcome is accepted');
  }

  /** Somebody says that all of it was his loss. */
  async challenge(level) {
    const { scenario } = this;
    this.liar = keyOf(keccakAsU8a('breakwater yDAI: who lost nothing'));
    this.lie = outcomeOf([{ account: this.liar.address, loss: this.table.total }], scenario.chainId);
    await propose(this, '//Challenger', level.incident, ...this.lossesVerdict(scenario.occurredAt, this.lie));
  }

  /** Each level's outcome is accepted, by itself or by a referendum, and everybody claims. */
  async decide() {
    const { chain, scenario, record } = this;
    for (const level of this.levels) {
      this.account.act(`Level ${level.name}: the outcome`);
      await this.until(level.proposedAt + scenario.challenge + MINUTE);
      if (level.challenged) {
        await record.wait(chain, level.incident, ['CaseBegun'], PATIENCE);
        const had = record.income;
        await this.decideCase(level);
        const got = record.income - had;
        this.check(`the reserve has its half of the lost bond: ${this.money(got)}`, got > 0n && got === record.bondsOf(level.incident).reserve);
      }
      const { time } = await record.wait(chain, level.incident, ['IncidentUpheld'], PATIENCE);
      level.upheldAt = time;
      checkBonds(this, record, level.incident, level.capital);
      await this.say(`incident ${level.incident} is upheld`);
      if (level.gap === undefined) await this.reckon(level);
      await this.claimAll(level);
    }
  }

  /** A case about a level's proposals, until one of them is upheld. */
  async decideCase(level) {
    await this.say('no table has to be believed, and no assessor has a stake: the challenged proposals go to a referendum each');
    await decideCase(this, this.record, level.incident, level.proposal);
  }

  /** Everybody claims at a level; what is not his is refused. */
  async claimAll(level) {
    const { chain } = this;
    const claimants = this.holders.filter(({ loss }) => loss > 0n);
    await this.tryToCheat(level, claimants);
    const progress = this.progress('claims are registered', claimants.length);
    await chain.crowd(
      claimants.map(({ pair, key, policies }) => ({
        signer: pair,
        make: () => claimCall(this, level.incident, policies[level.name], key, this.table.proofOf(key.address)),
      })),
      progress.told,
    );
    await this.claimTwice(level, claimants[0]);
    const { count, blocks, most } = this.record.pace(level.incident, 'ClaimRegistered');
    await this.say(`${count} claims in ${blocks} blocks, at most ${most} in one`);
    this.check(`level ${level.name}: every loss is claimed`, count === claimants.length);
  }

  /** Claims that must be refused: another's signature, another's loss, a larger loss, the table of the lie. */
  async tryToCheat({ incident, name }, [one, other]) {
    const policy = one.policies[name];
    const [proof, others] = [one, other].map(({ key }) => this.table.proofOf(key.address));
    const attempts = [
      ["a signature by another's key", 'claims.WrongSigner', claimCall(this, incident, policy, one.key, proof, other.key)],
      ["another's loss and proof", 'claims.NotInTable', claimCall(this, incident, policy, one.key, others)],
      ['a loss of one unit more', 'claims.NotInTable', claimCall(this, incident, policy, one.key, { ...proof, loss: proof.loss + 1n })],
      ["another's policy", 'claims.NotInTable', claimCall(this, incident, other.policies[name], one.key, proof)],
    ];
    if (this.lie) {
      const falsehood = this.lie.proofOf(this.liar.address);
      attempts.push(['the proof of a false table', 'claims.NotInTable', claimCall(this, incident, policy, one.key, falsehood)]);
    }
    for (const [what, error, call] of attempts) {
      await this.refused(one.pair, call, error, `a claim with ${what}`);
    }
  }

  /** What was claimed cannot be claimed again. */
  claimTwice({ incident, name }, { pair, key, policies }) {
    const call = claimCall(this, incident, policies[name], key, this.table.proofOf(key.address));
    return this.refused(pair, call, 'claims.AlreadyClaimed', 'a second claim for the same loss');
  }

  /** What a level must pay: of the chain it takes what capital there is, and what the reserve has taken in and given. */
  async reckon(level) {
    const state = await this.pool(level.poolId);
    const capital = assetsOf(state);
    const gives = level.gap === undefined ? 0n : await this.reserveLimit(level, capital);
    level.given = level.gap === undefined ? 0n : (await this.reserveRecord(level)).paid;
    const claims = this.due().filter(({ claim }) => claim > 0n);
    level.due = paymentsOf(claims, capital, gives);
    if (level.gap === undefined) return;
    const put = sum(Object.values(this.scenario.deposits));
    const wanted = put + this.ofUnderwriters(level.premiums) - sum(level.others.map(({ lost }) => lost));
    const apart = capital > wanted ? capital - wanted : wanted - capital;
    this.check(`level ${level.name}: all premium is earned before the window closes`, state.unearned.units.toBigInt() === 0n);
    this.check(`level ${level.name}: the pool has its deposits and premiums less its losses`, apart <= ROUNDING);
    const { loss, fromPool, fromReserve } = level.due;
    await this.say(`claims of ${this.money(loss)}: the pool has ${this.money(fromPool)} for them, the reserve ${this.money(fromReserve)}`);
  }

  /** What was sure of enough is paid already; the others are charged when their windows close, and pay. */
  async close() {
    for (const level of this.levels) {
      this.account.act(`Level ${level.name}: the claims are paid`);
      if (level.gap === undefined) {
        this.checkEarly(level, 'every claim is paid as it is registered', this.payable(level).length);
        await this.everybodyPaid(level.incident, this.payable(level).length);
      } else {
        await this.closeWindow(level);
      }
      const paid = sum([...this.record.paid(level.incident).values()]);
      const { blocks, most } = this.record.pace(level.incident, 'ClaimPaid');
      await this.say(`${this.money(paid)} paid in ${blocks} blocks, at most ${most} claims in one`);
    }
  }

  /** The claim window of a level ends: all its claims get the same part. */
  async closeWindow(level) {
    const closes = level.upheldAt + this.scenario.claimWindow;
    await this.until(closes - HOUR);
    await this.reckon(level);
    this.checkEarly(level, 'nothing is paid before the window closes', 0);
    // no more than to the end of the window: whatever is paid is seen
    await this.chain.later(closes - (await this.chain.time()));
    await this.everybodyPaid(level.incident, this.payable(level).length);
    level.given = (await this.reserveRecord(level)).paid - level.given;
  }

  /** The payments of a level that are above nothing. */
  payable(level) {
    return [...level.due.payments.values()].filter((amount) => amount > 0n);
  }

  checkEarly(level, what, count) {
    this.check(`level ${level.name}: ${what}`, this.record.paid(level.incident).size === count);
  }

  // The ending.

  /** Each payment of a level is what the table says; the sum of what was paid. */
  checkLevel(level) {
    const paid = this.record.paid(level.incident);
    const { payments } = level.due;
    const wrong = this.holders.filter(
      ({ account, policies }) => (paid.get(policies[level.name]) ?? 0n) !== (payments.get(account) ?? 0n),
    );
    this.check(`level ${level.name}: each of ${this.holders.length} payments is what the table and the terms say`, wrong.length === 0);
    const { loss, funded, fromPool, fromReserve } = level.due;
    const isFull = funded === loss;
    const meant = { enough: isFull && fromReserve === 0n, reserve: isFull && fromReserve > 0n, short: !isFull && fromReserve > 0n };
    this.check(
      `level ${level.name}: of ${this.money(loss)} the pool has ${this.money(fromPool)}, the reserve gives ${this.money(fromReserve)}`,
      meant[level.name] && level.given === fromReserve,
    );
    return sum([...paid.values()]);
  }

  /** Whether each account has what it had, less its premiums and with its payments. */
  async checkBalances() {
    const { chain, scenario } = this;
    const addresses = this.holders.map(({ pair }) => [scenario.asset.id, pair.address]);
    const balances = await chain.api.query.assets.account.multi(addresses);
    const wrong = this.holders.filter((holder, at) => {
      const due = sum(this.levels.map(({ due: { payments } }) => payments.get(holder.account) ?? 0n));
      const has = balances[at].isSome ? balances[at].unwrap().balance.toBigInt() : 0n;
      return has !== this.moneyOf(holder) - holder.premiums + due;
    });
    this.check('every account has what it had, less its premiums and with its payments', wrong.length === 0);
  }

  /** Whether those who put up bonds have what they had, but for what the one false proposal cost. */
  async checkRenewalBalances() {
    const { proposals } = this.record.bondsOf(this.levels.find(({ challenged }) => challenged).incident);
    const lost = proposals[1].bond;
    const due = { '//Reporter': PREPAID, '//Proposer': PREPAID + lost / 2n, '//Challenger': PREPAID - lost };
    for (const uri of BONDED) {
      const has = await this.balance(uri);
      this.check(`${uri.slice(2)} has ${this.money(has)} of ${this.money(PREPAID)} after all bonds`, has === due[uri]);
    }
  }

  async ending() {
    const paid = this.levels.map((level) => this.checkLevel(level));
    await this.checkBalances();
    await this.checkRenewalBalances();
    const seconds = (Date.now() - this.began) / 1_000;
    this.showPeople();
    const ok = this.showChecks();
    this.account.line(`  ${this.refusals} calls refused, ${seconds.toFixed(0)} s`);
    return {
      scenario: this.scenario.name,
      policies: this.holders.length * this.levels.length,
      incident_at: new Date(Number(this.scenario.occurredAt)).toISOString(),
      paid: sum(paid).toString(),
      expected: sum(this.levels.map(({ due }) => due.total)).toString(),
      blocks: this.chain.totals.blocks,
      seconds: Math.round(seconds),
      ...this.paceOf(this.levels),
      phases: this.phases,
      levels: this.levels.map((level, at) => this.levelLine(level, paid[at])),
      ok,
    };
  }

  /** A level in the last line. The fraction is cut to six digits. */
  levelLine(level, paid) {
    const { name, due } = level;
    const millionths = ((due.funded * MILLION) / due.loss).toString().padStart(7, '0');
    return {
      level: name,
      claimed: due.loss.toString(),
      from_pool: due.fromPool.toString(),
      from_reserve: due.fromReserve.toString(),
      paid: paid.toString(),
      expected: due.total.toString(),
      fraction: `${millionths.slice(0, -6)}.${millionths.slice(-6)}`,
      ...this.paceOf([level]),
    };
  }

  /** How many claims were registered, and paid, in a block: the most, and the mean of those blocks that had any. */
  paceOf(levels) {
    const paces = (method) => levels.map(({ incident }) => this.record.pace(incident, method));
    const one = (name, all) => {
      const total = (key) => all.reduce((count, pace) => count + pace[key], 0);
      const mean = Math.round((10 * total('count')) / Math.max(total('blocks'), 1)) / 10;
      return {
        [`${name}s`]: total('count'),
        [`${name}_blocks`]: total('blocks'),
        [`${name}s_per_block`]: Math.max(...all.map(({ most }) => most)),
        [`${name}s_per_block_mean`]: mean,
      };
    };
    return { ...one('claim', paces('ClaimRegistered')), ...one('payment', paces('ClaimPaid')) };
  }
}
