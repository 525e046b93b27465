// SPDX-License-Identifier: Apache-2.0
// Lets a white hat report a bug on a running development chain, from the programme's opening to the last unit of the reward.

import { parseArgs } from 'node:util';
import { stringToU8a, u8aConcat } from '@polkadot/util';
import { blake2AsHex } from '@polkadot/util-crypto';
import { Chain, StoryError } from './chain.mjs';
import { ongoing, vote } from './governance.mjs';
import { Market, market } from '../replay/market.mjs';
import { field } from '../replay/stories/common.mjs';

const USD = 1_000_000n;
const DAY = 86_400_000n;
const REWARD = 5_000n * USD;
/** Blocks that the vote on a case and its enactment may take on a development chain. */
const PATIENCE = 60;
/** The secret of the commitment; a person takes random bytes. */
const SALT = `0x${'07'.repeat(32)}`;
const SILENT = { say: () => undefined, act: () => undefined, line: () => undefined };

const terms = {
  rewards: { low: 100n * USD, medium: 500n * USD, high: 1_000n * USD, critical: REWARD },
  acknowledgement: 2n * DAY,
  decision: 7n * DAY,
  vesting: 14n * DAY,
  rescueShare: 0,
  uri: 'bounty/terms.md',
};

class Bounty extends Market {
  constructor(chain) {
    super(chain, market, SILENT);
    this.manager = this.person('//Dave');
    this.hat = this.person('//Eve');
  }

  /** Sends a call and seals its block. */
  async act(who, method, args) {
    const section = method === 'buy' ? 'policies' : 'bounties';
    const sent = await this.chain.submit(who, this.chain.call(section, method, args));
    await this.chain.block();
    return sent;
  }

  /** Lets days pass, one by one: a longer step counts as a halt of the chain. */
  async days(number) {
    for (let day = 0; day < number; day += 1) await this.chain.later(DAY);
  }

  ensure(what, ok) {
    if (!ok) throw new StoryError(`It is not so that ${what}.`);
  }

  /** A programme with money, and cover in force on its product. */
  async prepare() {
    await this.open();
    this.product = this.ids[1];
    const { chain, manager, product } = this;
    await this.referendum(chain.call('bounties', 'openProgramme', { product, manager: manager.address, terms }));
    await this.act(manager, 'fund', { product, amount: REWARD + USD });
    const insured = { Ethereum: { chainId: 1n, address: `0x${'11'.repeat(20)}` } };
    const order = this.order(product, 1_000n * USD, 90n * DAY, 1_000n * USD, insured);
    await this.act(this.person('//Ferdie'), 'buy', { order, beneficiary: null });
    await this.days(2);
  }

  /** Commits and reveals a critical bug, as the documentation of `commitReport` says. */
  async report() {
    const { api } = this.chain;
    const { hat, product } = this;
    const claim = api.createType('BreakwaterBountiesClaim', { Finding: 'Critical' });
    const reportHash = blake2AsHex(stringToU8a('what is wrong, and how to mend it'), 256);
    const before = [stringToU8a('breakwater bounty'), api.genesisHash.toU8a(), api.createType('u32', product).toU8a()];
    const commitment = blake2AsHex(u8aConcat(...before, hat.publicKey, claim.toU8a(), reportHash, SALT), 256);
    const inForce = (await api.query.bounties.programmes(product)).unwrap().terms;
    const termsHash = blake2AsHex(inForce.toU8a(), 256);
    const committed = await this.act(hat, 'commitReport', { product, commitment, minReserved: REWARD, terms: termsHash });
    this.number = field(this.chain.eventOf(committed, 'bounties', 'ReportCommitted'), 'report').toNumber();
    await this.act(hat, 'revealReport', { report: this.number, claim, reportHash, salt: SALT });
  }

  /** The manager says nothing, so that a dispute costs none of the asset. Alice votes for the claim. */
  async dispute() {
    const { chain, hat, number } = this;
    await this.days(3);
    await this.act(hat, 'dispute', { report: number, maxBond: 0n });
    const choices = await ongoing(chain);
    this.ensure('there are two choices', choices.length === 2);
    for (const { index, call } of choices) {
      this.ensure('only the choices of the case are voted on', call.method === 'adoptDecision');
      await vote(chain, this.person('//Alice'), index, call.args[1].isProposal);
    }
    await chain.blocksUntil(({ method }) => method === 'DecisionAdopted', PATIENCE, "The voters' choice");
    const processed = await this.act(this.manager, 'process', { report: number });
    const reward = field(chain.eventOf(processed, 'bounties', 'ReportEnded'), 'reward').toBigInt();
    this.ensure('the reward is that for a critical bug', reward === REWARD);
  }

  /** All of the reward, once it has vested. */
  async collect() {
    const before = await this.balance('//Eve');
    await this.days(14);
    await this.act(this.manager, 'collect', { report: this.number });
    const paid = (await this.balance('//Eve')) - before;
    this.ensure(`${REWARD} units are paid, and not ${paid}`, paid === REWARD);
    const held = await this.chain.api.query.balances.holds(this.hat.address);
    this.ensure('deposit and bond are released', held.every(({ id }) => !id.isBounties));
    const facts = (await this.chain.api.query.products.products(this.product)).unwrap().facts;
    this.ensure('the bug counts as a past incident', facts.incidents.toNumber() === 1);
    return paid;
  }
}

async function main() {
  const { values } = parseArgs({ options: { url: { type: 'string' } } });
  const chain = await Chain.connect(values.url, 10);
  try {
    const bounty = new Bounty(chain);
    await bounty.prepare();
    await bounty.report();
    await bounty.dispute();
    const paid = await bounty.collect();
    console.log(`A white hat has ${paid} units of USDB for a critical bug, against a silent manager.`);
  } finally {
    await chain.close();
  }
}

process.exitCode = 1;
main().then(
  () => process.exit(0),
  (error) => {
    console.error(error instanceof StoryError ? error.message : error);
    process.exit(1);
  },
);
