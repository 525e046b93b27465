// SPDX-License-Identifier: Apache-2.0
// The story of a price history whose feed falls silent: undecided, an assessment, and an outcome proposal with the binding average.

import { stamp } from '../../js/chain.mjs';
import { BadTable } from '../../js/csv.mjs';
import { incidents } from '../expected/payouts.mjs';
import { Record, checkBonds, propose } from './incident.mjs';
import { Story as Prices } from './price-history.mjs';
import { LONGEST_GAP, SLOT } from '../../js/table.mjs';
import { FEES } from './common.mjs';

const MINUTE = 60_000n;
const STEP = 12n * 60n * MINUTE;
/** Blocks that something may take which the chain does by itself. */
const PATIENCE = 40;
/** What the proposer has for a bond: in whole coins. */
const PREPAID = 1_000_000n;

export class Story extends Prices {
  /** The observation has to be on when the operators fall silent, and the last price stale before it is over. */
  static check(rounds, scenario) {
    super.check(rounds, scenario);
    const { lastFed, products } = scenario;
    const [terms] = Object.values(products);
    const fed = rounds.filter(({ time }) => time <= lastFed);
    const [incident] = fed.length === 0 ? [] : incidents(rounds, terms, rounds.at(-1).time);
    const isOn = incident && incident.occurredAt < lastFed && incident.endsAt > fed.at(-1).time + LONGEST_GAP;
    if (!isOn) throw new BadTable(`The table has no event that lasts while nobody feeds after ${stamp(lastFed)}, as this story needs.`);
  }

  constructor(...all) {
    super(...all);
    this.record = new Record();
  }

  hear(block) {
    super.hear(block);
    this.record.hear(block);
  }

  async until(time) {
    for (;;) {
      const left = time - (await this.chain.time());
      if (left < SLOT) return;
      await this.chain.later(left < STEP ? left : STEP);
    }
  }

  /** What people see who look at all the rounds, also those that nobody fed. */
  truth(incident) {
    const terms = this.scenario.products[incident.name];
    return incidents(this.rounds, terms, this.acts.end).find(({ occurredAt }) => occurredAt === incident.occurredAt);
  }

  async silence() {
    const { chain, scenario, record } = this;
    const [incident] = this.incidents.values();
    this.account.act('The operators fall silent');
    await this.until(this.fed.at(-1).time + LONGEST_GAP + MINUTE);
    await record.wait(chain, incident.id, ['ObservationSuspended'], PATIENCE);
    this.check('without data nothing is decided', incident.word === 'undecided');
    await this.until((await chain.time()) + scenario.maxUndecided + MINUTE);
    await record.wait(chain, incident.id, ['AssessmentBegun'], PATIENCE);

    this.account.act('People look at the rounds that nobody fed');
    await this.fundProposer();
    const capital = await this.capital(this.poolId);
    const had = await this.balance('//Proposer');
    const { occurredAt, worst: average } = this.truth(incident);
    const text = `the binding average was ${average}, in 10^-18`;
    await propose(this, '//Proposer', incident.id, { Average: { occurredAt, average } }, text);
    await this.until((await chain.time()) + scenario.challenge + MINUTE);
    await record.wait(chain, incident.id, ['IncidentUpheld'], PATIENCE);
    this.check('nothing was paid before the incident was upheld', this.paidBefore === 0n);
    checkBonds(this, record, incident.id, capital);
    this.check('the proposer has the bond back', (await this.balance('//Proposer')) === had);
  }

  async fundProposer() {
    const { chain, scenario } = this;
    const { address } = this.person('//Proposer');
    const amount = PREPAID * 10n ** BigInt(scenario.asset.decimals);
    const calls = [
      chain.call('balances', 'transferKeepAlive', { dest: address, value: FEES }),
      chain.call('assets', 'transfer', { id: scenario.asset.id, target: address, amount }),
    ];
    this.paidBefore = this.paidEvents;
    await chain.submit(this.person('//Alice'), chain.call('utility', 'batchAll', { calls }));
    await chain.block();
  }
}
