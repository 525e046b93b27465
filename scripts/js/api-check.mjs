// SPDX-License-Identifier: Apache-2.0
// Asks every method of the runtime API of a running development chain and holds the answers against the bytes that the chain
// gave: what people read in Polkadot.js Apps is what there is. Before that it brings something to read onto the chain.

import { parseArgs } from 'node:util';
import { u8aToHex } from '@polkadot/util';
import { keccakAsU8a } from '@polkadot/util-crypto';
import { decode, encode, listedReferenda, methodsOf, misread } from './answers.mjs';
import { Chain, StoryError } from './chain.mjs';
import { keyOf, signStatement, statementOf } from './interest.mjs';
import { Record, decideCase, propose, report } from '../replay/stories/incident.mjs';
import { outcomeOf, sorted } from './losses.mjs';
import { FEES, Tale, field, held } from '../replay/stories/common.mjs';

const ONE = 10n ** 18n;
const USD = 1_000_000n;
const MINUTE = 60_000n;
const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;
/** Blocks that something may take which the chain does by itself. */
const PATIENCE = 60;
const FEED = 1;
/** The least stake of an assessor, 500 BRKW. */
const LEAST_STAKE = 500n * 10n ** 12n;
const OPERATORS = ['//Charlie', '//Dave', '//Eve'];

const scenario = { name: 'api', asset: { id: 1, symbol: 'USDB', decimals: 6 }, chainId: 1n };

const terms = {
  wording: 'A wording.',
  minPeriod: 7n * DAY,
  maxPeriod: 365n * DAY,
  waiting: 0n,
  grace: 14n * DAY,
  minCover: USD,
  maxCover: 100_000n * USD,
  payout: 'full',
  price: { base: ONE / 50n, kink: 800_000, atKink: 2n * ONE, atFull: 4n * ONE, volatility: ONE / 100n },
};

class Check extends Tale {
  constructor(chain) {
    const silent = { say: () => undefined, act: () => undefined, line: () => undefined };
    super(chain, scenario, silent);
    this.faults = [];
    this.asked = new Set();
    this.answers = 0;
    this.record = new Record();
    chain.watch = (block) => this.record.hear(block);
  }

  // Something to read.

  listing(name, decision, group) {
    const isAssessed = decision.Assessment !== undefined;
    const price = { ...terms.price, volatility: isAssessed ? 0n : terms.price.volatility };
    return {
      asset: this.asset,
      group,
      class: isAssessed ? 'SmartContract' : 'Depeg',
      name,
      uri: `wording/${group}.md`,
      decision,
      facts: { audits: 1, deployed: 19_000, bounty: 0, atStake: 0, incidents: 0, reviewed: 19_000 },
      terms: this.termsOf({ ...terms, price }),
    };
  }

  async make(uri, section, method, args) {
    const one = await this.chain.submit(this.person(uri), this.chain.call(section, method, args));
    await this.chain.block();
    return one;
  }

  async feed() {
    const call = this.chain.call('feeds', 'feed', { values: [{ feed: FEED, value: ONE }] });
    for (const uri of OPERATORS) await this.chain.submit(this.person(uri), call);
    await this.chain.block();
  }

  /** Money for those who report incidents. */
  async fund(uri) {
    const { address } = this.person(uri);
    await this.make('//Alice', 'balances', 'transferKeepAlive', { dest: address, value: FEES });
    await this.make('//Alice', 'assets', 'transfer', { id: scenario.asset.id, target: address, amount: 100_000n * USD });
  }

  /** Two products, a pool, capital, a request to leave, a proposal and two policies. */
  async setUp() {
    const { chain } = this;
    await chain.block();
    await this.fund('//Reporter');
    const trigger = { feeds: { One: FEED }, direction: 'Below', threshold: (95n * ONE) / 100n, window: MINUTE, duration: HOUR };
    const listings = [
      this.listing('A price', { Trigger: trigger }, 1),
      this.listing('A vault', { Assessment: { chain: { Ethereum: { chainId: scenario.chainId } } } }, 2),
    ];
    const calls = listings.map((listing) => chain.call('products', 'listProduct', { listing }));
    const events = await this.referendum(chain.call('utility', 'batchAll', { calls }));
    const listed = events.filter(({ section, method }) => section === 'products' && method === 'ProductListed');
    [this.priced, this.assessed] = listed.map((event) => field(event, 'product').toNumber());
    this.poolId = await this.createPool({ manager: '//Alice', leverage: 100, fee: 50_000, seniorFactor: 800_000 });
    for (const product of [this.priced, this.assessed]) {
      await this.make('//Alice', 'pools', 'setWeight', { pool: this.poolId, product, weight: 900_000 });
    }
    const amount = 1_000_000n * USD;
    const put = await this.make('//Bob', 'pools', 'deposit', { pool: this.poolId, tranche: 'Junior', amount, minShares: 1 });
    const shares = field(chain.eventOf(put, 'pools', 'Deposited'), 'shares').toBigInt() / 10n;
    await this.make('//Bob', 'pools', 'requestWithdrawal', { pool: this.poolId, tranche: 'Junior', shares, minOut: 1 });
    await this.make('//Dave', 'products', 'proposeProduct', { listing: listings[0] });
    // far less than panels need, so that the voters choose
    await this.make('//Dave', 'court', 'stake', { amount: LEAST_STAKE });
    await this.feed();
    await chain.later(2n * MINUTE);
    await this.feed();
    this.key = keyOf(keccakAsU8a('breakwater: an insured account of the check of the API'));
    const insuredAccount = { Ethereum: { chainId: scenario.chainId, address: this.key.address } };
    await this.buy('//Ferdie', this.priced, null);
    this.policy = await this.buy('//Dave', this.assessed, insuredAccount);
  }

  /** Buys cover for what the quote says. */
  async buy(uri, product, insuredAccount) {
    const [cover, period] = [10_000n * USD, 30n * DAY];
    const quoted = await this.chain.read('quote', product, cover, period, 0);
    if (quoted.isErr) throw new StoryError(`There is no quote for product ${product}: ${quoted.asErr.name}.`);
    const order = this.order(product, cover, period, quoted.asOk.toPay.units.toBigInt(), insuredAccount);
    const one = await this.make(uri, 'policies', 'buy', { order, beneficiary: null });
    return field(this.chain.eventOf(one, 'policies', 'Bought'), 'policy').toNumber();
  }

  /** An incident with two outcome proposals that challenge each other. */
  async challenge() {
    const { chain } = this;
    await chain.later(HOUR);
    const occurredAt = (await chain.time()) - HOUR / 2n;
    this.incident = await report(this, this.assessed, occurredAt, 'a fault');
    const rows = [{ account: this.key.address, loss: 4_000n * USD }];
    this.table = outcomeOf(sorted(rows), scenario.chainId);
    await propose(this, '//Charlie', this.incident, 'NotCovered', 'nothing happened');
    const { root, leaves, total } = this.table;
    this.proposal = await propose(this, '//Bob', this.incident, { Losses: { occurredAt, table: { root, leaves, total } } }, 'a loss');
    await chain.later(2n * DAY + MINUTE);
    await this.record.wait(chain, this.incident, ['CaseBegun'], PATIENCE);
  }

  // Questions.

  /** The arguments with which each method is asked. */
  questions() {
    const [bob, dave] = ['//Bob', '//Dave'].map((uri) => this.person(uri).address);
    const { priced, assessed, poolId: pool, policy, incident = 0, asset } = this;
    return {
      quote: [[priced, 1_000n * USD, 30n * DAY, 10_000], [99, 1_000n * USD, 30n * DAY, 0]],
      products: [[null, 0], [null, 1], [assessed, 0]],
      proposals: [[null, 0]],
      pools: [[null, 0]],
      poolState: [[pool], [99]],
      position: [[pool, bob]],
      positionsOf: [[bob, null, 0]],
      history: [[pool, 0]],
      policyState: [[policy], [99]],
      policiesOf: [[dave, null, 0]],
      incidentState: [[incident], [99]],
      incidents: [[null, 0]],
      claimState: [[incident, policy]],
      claimsOf: [[dave, null, 0]],
      claimStatement: [[incident, policy], [incident, 99]],
      reportBond: [[assessed], [priced], [99]],
      courtCase: [[0], [99]],
      courtCases: [[null, 0]],
      assessorState: [[bob], [dave]],
      triggerState: [[priced], [assessed]],
      reserveState: [[asset], ['Native']],
      stakeState: [[asset, bob], ['Native', bob]],
      solvency: [[asset, 0]],
      solvencyYears: [[asset]],
      operators: [[]],
      feedState: [[FEED], [99]],
      vitals: [[]],
    };
  }

  fault(text) {
    this.faults.push(text);
  }

  /** Asks every method; what is misread, and what is not asked, is a fault. */
  async askAll(when) {
    const { registry } = this.chain.api;
    const methods = methodsOf(this.chain.api);
    const questions = this.questions();
    for (const name of Object.keys(methods)) if (!questions[name]) this.fault(`no question asks ${name}`);
    for (const [name, many] of Object.entries(questions)) {
      if (!methods[name]) {
        this.fault(`the chain has no method ${name}`);
        continue;
      }
      for (const args of many) {
        const bytes = encode(registry, methods[name], args);
        const hex = await this.chain.provider.send('state_call', [methods[name].name, bytes]);
        for (const wrong of misread(name, decode(registry, methods[name], hex), hex)) this.fault(`${when}: ${wrong}`);
        // and by the way that clients go
        const read = u8aToHex((await this.chain.read(name, ...args)).toU8a());
        if (read !== hex) this.fault(`${when}: ${name} is read as ${read}, but is ${hex}`);
        this.asked.add(name);
        this.answers += 1;
      }
    }
  }

  expect(what, found, wanted) {
    if (found !== wanted) this.fault(`${what} is ${found}, not ${wanted}`);
  }

  /** What a visitor reads first. */
  async askInWords() {
    const read = async (name, ...args) => (await this.chain.read(name, ...args)).toHuman();
    const refused = await read('quote', 99, USD, DAY, 0);
    this.expect('the refusal of a quote', refused.Err?.name, 'policies.UnknownProduct');
    const { items } = await read('products', null, 0);
    this.expect('the first product', items[0]?.name, 'A price');
    this.expect('its asset', `${items[0]?.asset.symbol} ${items[0]?.asset.decimals}`, 'USDB 6');
    this.expect('its smallest cover', items[0]?.terms.minCover.text, '1 USDB');
    const { junior } = await read('position', this.poolId, this.person('//Bob').address);
    this.expect('the withdrawals', junior.withdrawals.length, 1);
  }

  /** Voters see the call of every referendum, and incident and court name the referendum of every choice. */
  async askReferenda() {
    const shown = await listedReferenda(this.chain.api);
    if (shown.length === 0) this.fault('there is no referendum in the case');
    for (const { index, call, warning, image } of shown) {
      if (call === undefined) this.fault(`Polkadot.js Apps shows no call for referendum ${index}: ${warning}`);
      // the derivation looks for the call where this release of the SDK writes none; what it finds must be the call
      else if (image && !image.eq(call)) this.fault(`Polkadot.js Apps shows another call to those who vote on referendum ${index}`);
    }
    const { phase } = held(await this.chain.read('incidentState', this.incident));
    if (!phase.isCase) return this.fault(`incident ${this.incident} is in no case`);
    const { case: number, stage, choices } = phase.asCase;
    const record = held(await this.chain.read('courtCase', number));
    this.expect('the stage of the case', `${stage.type} ${record?.stage.type}`, 'Voters Voters');
    if (choices.length !== shown.length) this.fault(`incident ${this.incident} names ${choices.length} choices of ${shown.length}`);
    for (const [at, { referendum, choice }] of choices.entries()) {
      const named = referendum.unwrapOr(undefined)?.toNumber();
      const inCourt = record?.choices[at];
      this.expect(`choice ${choice} in court`, `${inCourt?.choice} ${inCourt?.referendum}`, `${choice} ${referendum}`);
      const call = shown.find(({ index }) => index === named)?.call;
      if (call === undefined) {
        this.fault(`choice ${choice} has no referendum that is shown`);
        continue;
      }
      const text = `${call.section}.${call.method}(${call.args.join(', ')})`;
      this.expect(`referendum ${named}`, text, `assessment.adoptOutcome(${this.incident}, ${choice})`);
    }
  }

  /** The statement as the chain shows it, signed as it is, is taken. */
  async claim() {
    const { chain, incident, policy, key } = this;
    const shown = held(await chain.read('claimStatement', incident, policy));
    const genesis = chain.genesis.toHex();
    const wanted = statementOf({ genesis, policy, incident, chainId: scenario.chainId, address: key.address });
    this.expect('the statement', shown.text.toString(), wanted);
    this.expect('the statement in Apps', shown.text.toHuman(), wanted);
    const { loss, index, proof } = this.table.proofOf(key.address);
    const signature = { Ethereum: signStatement(shown.text.toString(), key) };
    await this.make('//Dave', 'claims', 'claim', { incident, policy, loss, index, proof, signature });
    await chain.block();
    const claim = held(await chain.read('claimState', incident, policy));
    this.expect('the claim', claim.claimed.units.toBigInt(), loss);
  }

  async run() {
    await this.setUp();
    await this.askAll('with policies');
    await this.askInWords();
    await this.challenge();
    await this.askAll('in a case');
    await this.askReferenda();
    await decideCase(this, this.record, this.incident, this.proposal);
    await this.claim();
    await this.askAll('with a claim');
  }
}

async function main() {
  const { values } = parseArgs({ options: { url: { type: 'string' } } });
  const chain = await Chain.connect(values.url, 10);
  try {
    const check = new Check(chain);
    await check.run();
    for (const fault of check.faults) console.error(fault);
    const found = check.faults.length === 0 ? 'all are read as the chain gives them' : `${check.faults.length} faults`;
    console.log(`${check.asked.size} methods of the runtime API gave ${check.answers} answers: ${found}.`);
    return check.faults.length === 0 ? 0 : 1;
  } finally {
    await chain.close();
  }
}

process.exitCode = 1;
main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof StoryError ? error.message : error);
    process.exit(1);
  },
);
