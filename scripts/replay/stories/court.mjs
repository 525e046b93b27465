// SPDX-License-Identifier: Apache-2.0
// The story of a loss that the court decides: assessors stake and are drawn, commit and reveal, are appealed against twice, and the
// token holders have the last word. One of the assessors uses ./scripts/assess.

import { StoryError } from '../../js/chain.mjs';
import { blake2AsU8a } from '@polkadot/util-crypto';
import { listedReferenda } from '../../js/answers.mjs';
import { setParameter, vote } from '../../js/governance.mjs';
import { commitmentOf, parseVote, plainChoice } from '../../js/assess/votes.mjs';
import { SLOT } from '../../js/table.mjs';
import { appealOf, choiceOf, settlementOf } from '../expected/court.mjs';
import { Assessor } from './assessor.mjs';
import { Story as Losses } from './assessed-losses.mjs';
import { field, held, sum } from './common.mjs';

const MINUTE = 60_000n;
/** Blocks that something may take which the chain does by itself, and those that a referendum may take. */
const PATIENCE = 40;
const MOST_BLOCKS = 200;
const BRKW = { decimals: 12, symbol: 'BRKW' };
/** The choices of the story by their places on the ballot. */
const PLACES = { true: 0, false: 1, notCovered: 2 };
const CHOICES = [{ Proposal: 0 }, { Proposal: 1 }, 'NotCovered'];
/** The vote for each place, as the command line of an assessor says it. */
const VOTES = ['proposal:0', 'proposal:1', 'not-covered'];

export class Story extends Losses {
  static read(file, scenario, accounts = scenario.accounts) {
    return super.read(file, scenario, accounts);
  }

  constructor(...args) {
    super(...args);
    /** What the court has told, in order. */
    this.told = [];
    this.panels = [];
    this.drawn = 0;
    /** The fees that assessors have paid for calls that were refused. */
    this.fees = new Map();
    const hear = this.chain.watch;
    this.chain.watch = (block) => {
      hear(block);
      this.told.push(...block.events.filter(({ section }) => section === 'court'));
    };
  }

  async play() {
    await this.phase('setup', async () => {
      await this.begin();
      await this.makeAsset();
      await this.fillPools();
    });
    await this.phase('funding', () => this.fundHolders());
    await this.phase('sales', () => this.sell());
    await this.phase('assessors', () => this.seatAssessors());
    await this.phase('outcomes', () => this.reportAll());
    await this.phase('court', () => this.decide());
    await this.phase('payments', () => this.close());
    return this.ending();
  }

  // Amounts and events of the court.

  brkw(amount) {
    const whole = (amount / 10n ** 9n).toString().padStart(4, '0');
    return `${whole.slice(0, -3).replace(/\B(?=(\d{3})+$)/g, ',')}.${whole.slice(-3)} ${BRKW.symbol}`;
  }

  /** What accounts have of BRKW, on hold or not. */
  async totals(addresses) {
    const accounts = await this.chain.api.query.system.account.multi(addresses);
    return new Map(addresses.map((address, at) => [address, accounts[at].data.free.toBigInt() + accounts[at].data.reserved.toBigInt()]));
  }

  /** All events of a kind that the court has told. */
  events(method) {
    return this.told.filter((event) => event.method === method);
  }

  /** Seals blocks until the court has told so many events of a kind; the last of them. */
  async courtTells(method, count = 1, limit = PATIENCE) {
    for (let blocks = 0; this.events(method).length < count; blocks += 1) {
      if (blocks === limit) throw new StoryError(`court.${method} did not come within ${limit} blocks.`);
      await this.chain.block();
    }
    return this.events(method)[count - 1];
  }

  /** Lets the time of the case's stage pass. */
  async stageEnds() {
    const { stage } = held(await this.chain.read('courtCase', this.case));
    await this.chain.later(stage.inner.until.left.millis.toBigInt() + SLOT);
  }

  /** Sends a call that has to pass, in a block of its own. */
  async send(uri, method, args) {
    const sent = await this.chain.submit(typeof uri === 'string' ? this.person(uri) : uri, this.chain.call('court', method, args));
    await this.chain.block();
    return sent;
  }

  /** A call that must be refused. Its signer pays the fee. */
  async refused(...args) {
    const sent = await super.refused(...args);
    const paid = this.chain.eventOf(sent, 'transactionPayment', 'TransactionFeePaid');
    const who = field(paid, 'who').toString();
    this.fees.set(who, (this.fees.get(who) ?? 0n) + field(paid, 'actualFee').toBigInt());
    return sent;
  }

  /** What an account has paid for refused calls so far. */
  feesOf(who) {
    return this.fees.get(who) ?? 0n;
  }

  // Assessors.

  /** Assessors stake, wait for the age of their stakes, and count two sessions after the activation. */
  async seatAssessors() {
    const { chain, scenario } = this;
    const { count, stake, delegated } = scenario.assessors;
    this.account.act('A referendum says what a DAI is worth to the court, and on how much a panel decides for good');
    const value = chain.call('court', 'setAssetValue', { asset: this.asset, value: scenario.assetValue });
    await this.referendum(chain.call('utility', 'batchAll', { calls: [value, setParameter(chain, 'Finality', scenario.finality)] }));
    this.account.act(`${count - 1} assessors stake ${this.brkw(stake)} each, and one ${this.brkw(delegated)}`);
    this.assessors = Array.from({ length: count }, (_, at) => this.person(`//Assessor//${at + 1}`));
    this.party = this.person(scenario.party.uri);
    await this.givePockets();
    const amountOf = (at) => (at === 0 ? delegated : stake);
    await chain.crowd(this.assessors.map((signer, at) => ({ signer, make: () => chain.call('court', 'stake', { amount: amountOf(at) }) })));
    await this.send(this.party, 'stake', { amount: scenario.party.stake });
    const { activation } = held(await chain.read('assessorState', this.assessors[0].address));
    const age = activation.left.millis.toBigInt();
    await this.refused('//Alice', chain.call('court', 'activate', { who: this.assessors[0].address }), 'court.TooEarly', 'a stake that is not old enough');
    this.delegated = this.assessors[0];
    await this.send(this.delegated, 'delegate', { to: this.assessors[1].address });
    await this.until((await chain.time()) + age + MINUTE);
    const calls = [...this.assessors, this.party].map(({ address }) => chain.call('court', 'activate', { who: address }));
    await chain.submit(this.person('//Alice'), chain.call('utility', 'batchAll', { calls }));
    await chain.block();
    await this.say(`after ${age / 86_400_000n} days the stakes are activated; Assessor//1 delegates to Assessor//2`);
    await this.sessions(3);
    await this.say('two sessions later they count in draws');
  }

  /** Money for stakes and for appeals. */
  async givePockets() {
    const { chain, scenario } = this;
    const { stake, delegated, pocket } = scenario.assessors;
    const paying = new Set(scenario.appeals.flat().map(({ uri }) => uri));
    const needs = [
      ...this.assessors.map(({ address }, at) => [address, (at === 0 ? delegated : stake) + pocket]),
      ...[...paying].map((uri) => [this.person(uri).address, scenario.pocket]),
      [this.party.address, scenario.party.stake],
    ];
    const calls = needs.map(([dest, value]) => chain.call('balances', 'transferKeepAlive', { dest, value }));
    await chain.submit(this.person('//Alice'), chain.call('utility', 'batchAll', { calls }));
    await chain.block();
  }

  /** Lets sessions pass: each block that is a session later begins one. */
  async sessions(count) {
    for (let session = 0; session < count; session += 1) await this.chain.later(this.chain.sessionSlots * SLOT);
  }

  // The case.

  /** The challenged proposals go to two panels and to the token holders. */
  async decideCase(level) {
    const { chain, record } = this;
    const { event } = record.of(level.incident, 'CaseBegun');
    this.case = field(event, 'case').toNumber();
    const opened = this.events('CaseOpened').find((one) => field(one, 'case').toNumber() === this.case);
    this.check('the case goes to a panel', opened !== undefined && field(opened, 'hasPanel').isTrue);
    await this.say(`no table has to be believed: case ${this.case} of the court is opened`);
    await this.readCase(level);
    const evidence = { case: this.case, hash: chain.hashOf('evidence: the trace'), uri: 'evidence/trace.json' };
    await this.send('//Proposer', 'submitEvidence', evidence);
    this.before = await this.totals(this.assessors.map(({ address }) => address));
    this.fees.clear();
    for (const [at] of this.scenario.rules.panels.entries()) {
      await this.drawPanel(at);
      await this.vote(at);
      await this.fundAppeals(at);
    }
    await this.lastAppeal();
    await this.checkSettlement();
    await this.collectAppeals();
    await record.wait(chain, level.incident, ['IncidentUpheld'], PATIENCE);
    this.check('the table that is true stands', record.bondsOf(level.incident).accepted === level.proposal);
    await this.courtTells('CaseRemoved');
    this.check('no money of the appeals is left over', this.events('AppealSwept').length === 0);
    await this.say(`case ${this.case} has ended with the true table; its record is removed`);
  }

  /** The case as people read it. */
  async readCase(level) {
    const { phase } = held(await this.chain.read('incidentState', level.incident));
    const choices = phase.asCase.choices.map(({ choice }) => JSON.stringify(plainChoice(choice)));
    const isNamed = phase.asCase.case.toNumber() === this.case && phase.asCase.stage.isDraw;
    this.check('incident and court name the same case and choices', isNamed && choices.join() === CHOICES.map((one) => JSON.stringify(one)).join());
    this.check('without a referendum on any choice', phase.asCase.choices.every(({ referendum }) => referendum.isNone));
  }

  /** Two sessions pass, and a panel is drawn. */
  async drawPanel(at) {
    const { chain, scenario } = this;
    this.account.act(`Panel ${at + 1} of ${scenario.rules.panels[at]} seats`);
    const isDrawn = () => this.events('PanelDrawn').length > at;
    for (let sessions = 0; !isDrawn(); sessions += 1) {
      if (sessions === PATIENCE) throw new StoryError(`Panel ${at + 1} was not drawn within ${sessions} sessions.`);
      await this.sessions(1);
      await chain.block();
    }
    const drawn = this.events('PanelDrawn')[at];
    const panel = field(drawn, 'panel').toNumber();
    const seats = field(drawn, 'seats').map(([who, count]) => [who.toString(), count.toNumber()]);
    this.drawn += seats.reduce((total, [, count]) => total + count, 0);
    const stored = await chain.api.query.court.seats.entries(panel);
    const voters = stored.map(([key, seat]) => ({
      voter: key.args[1].toString(),
      stakes: seat.unwrap().stakes.map(([owner, count]) => ({ owner: owner.toString(), seats: count.toNumber() })),
    }));
    this.panels[at] = { panel, voters };
    const count = voters.flatMap(({ stakes }) => stakes).reduce((total, one) => total + one.seats, 0);
    this.check(`panel ${at + 1}: ${scenario.rules.panels[at]} seats are drawn`, count === scenario.rules.panels[at]);
    this.check(`panel ${at + 1}: none of them is the party's`, voters.every(({ voter }) => voter !== this.party.address));
    await this.say(`panel ${panel} is drawn: ${count} seats of ${voters.length} voters`);
    const [{ address: owner }, { address: delegate }] = [this.delegated, this.assessors[1]];
    const ofOwner = voters.filter(({ voter, stakes }) => voter === owner || stakes.some((one) => one.owner === owner));
    const isDelegates = ofOwner.length === 1 && ofOwner[0].voter === delegate;
    this.check(`panel ${at + 1}: Assessor//2 votes for the stake of Assessor//1`, isDelegates);
  }

  /** What each voter of a panel does, by the seats that the scenario names for each kind. */
  plan(at) {
    const { rest, ...kinds } = this.scenario.votes[at];
    const seatsOf = ({ stakes }) => stakes.reduce((total, { seats }) => total + seats, 0);
    const voters = [...this.panels[at].voters].sort((a, b) => seatsOf(a) - seatsOf(b) || (a.voter < b.voter ? -1 : 1));
    for (const [kind, wanted] of Object.entries(kinds)) {
      for (let seats = 0; seats < wanted; ) {
        const one = voters.shift();
        if (one === undefined) throw new StoryError(`Panel ${at + 1} has too few voters for the votes of the story.`);
        one.kind = kind;
        seats += seatsOf(one);
      }
    }
    for (const one of voters) one.kind = rest;
    for (const one of this.panels[at].voters) this.castOf(one, rest, this.panels[at].panel);
  }

  /** The vote of a voter: its words, ranks and commitment. */
  castOf(one, rest, panel) {
    const place = PLACES[one.kind] ?? PLACES[rest];
    const words = { abstain: 'abstain', ranked: place === 0 ? 'ranked:0,2,1' : 'ranked:1,0,1' }[one.kind] ?? VOTES[place];
    const { vote: cast, ranks } = parseVote(words, CHOICES);
    const salt = `0x${Buffer.from(blake2AsU8a(`breakwater court salt ${panel} ${one.voter}`)).toString('hex')}`;
    const commitment = commitmentOf({ genesis: this.chain.genesis.toHex(), panel, account: one.voter, ranks, salt });
    const isKnown = !['absent', 'silent'].includes(one.kind);
    Object.assign(one, { words, cast, salt, commitment, planned: ranks, ranks: isKnown ? ranks : undefined });
    one.hasReasons = isKnown && one.kind !== 'unreasoned';
    one.pair = this.assessors.find(({ address }) => address === one.voter);
  }

  /** A panel commits, and reveals two days later. */
  async vote(at) {
    const { chain, scenario } = this;
    this.plan(at);
    const { voters } = this.panels[at];
    const expected = choiceOf(voters, { seats: scenario.rules.panels[at], choices: CHOICES.length });
    if (expected !== PLACES[scenario.votes[at].rest]) throw new StoryError(`The votes of panel ${at + 1} do not choose as the story has it.`);
    this.byHand = at === 0 ? voters.findLast(({ kind }) => kind === scenario.votes[at].rest) : undefined;
    const had = await this.totals(voters.map(({ voter }) => voter));
    const fees = new Map(this.fees);
    await this.commitAll(at);
    await this.stageEnds();
    await this.courtTells('RevealBegun', at + 1);
    await this.revealAll(at);
    const has = await this.totals(voters.map(({ voter }) => voter));
    const refused = (who) => this.feesOf(who) - (fees.get(who) ?? 0n);
    const isFree = [...had].every(([who, amount]) => has.get(who) === amount - refused(who));
    this.check(`panel ${at + 1}: commit and reveal cost nothing, but for calls that are refused`, isFree);
    await this.stageEnds();
    const decided = await this.courtTells('Decided', at + 1);
    const choice = plainChoice(field(decided, 'choice'));
    this.check(`panel ${at + 1}: the choice is what its votes say`, JSON.stringify(choice) === JSON.stringify(CHOICES[expected]));
    await this.say(`panel ${at + 1} chooses ${VOTES[expected]}, by ${field(decided, 'votes')} votes that prefer a choice`);
    this.panels[at].choice = expected;
  }

  async commitAll(at) {
    const { chain } = this;
    const { voters } = this.panels[at];
    const committing = voters.filter((one) => one.kind !== 'absent' && one !== this.byHand);
    const call = (one) => chain.call('court', 'commitVote', { case: this.case, commitment: one.commitment });
    if (at === 0) {
      await this.refused('//Alice', call(committing[0]), 'court.NoSeat', 'a commitment without a seat');
      this.assessor = new Assessor(this, this.byHand);
      await this.assessor.commit(this.case);
    }
    await chain.crowd(committing.map((one) => ({ signer: one.pair, make: () => call(one) })));
    if (at === 0) await this.refused(committing[0].pair, call(committing[0]), 'court.AlreadyCommitted', 'a second commitment');
    const kinds = [...new Set(voters.map(({ kind }) => kind))].map((kind) => `${kind} ${voters.filter((one) => one.kind === kind).length}`);
    await this.say(`${committing.length + (this.byHand ? 1 : 0)} of ${voters.length} voters commit (${kinds.join(', ')})`);
  }

  async revealAll(at) {
    const { chain } = this;
    const revealing = this.panels[at].voters.filter(({ kind }) => !['absent', 'silent'].includes(kind));
    const call = (one, salt = one.salt) => {
      const reasons = one.hasReasons ? [chain.hashOf(`reasons of ${one.voter}`), `reasons/${one.voter}.md`] : null;
      return chain.call('court', 'revealVote', { case: this.case, vote: one.cast, salt, reasons });
    };
    if (at === 0) {
      const [one] = revealing.filter((other) => other !== this.byHand);
      await this.refused(one.pair, call(one, `0x${'00'.repeat(32)}`), 'court.WrongCommitment', 'a vote with another salt');
      await this.assessor.reveal();
    }
    const others = revealing.filter((one) => one !== this.byHand);
    await chain.crowd(others.map((one) => ({ signer: one.pair, make: () => call(one) })));
    this.byHand = undefined;
    await this.say(`${revealing.length} voters reveal`);
  }

  // Appeals.

  /** Money for and against the decision of a panel, until its time is over. */
  async fundAppeals(at) {
    const { chain, scenario } = this;
    const bond = scenario.rules.appealBond << BigInt(at);
    this.account.act(at === 0 ? 'The decision is appealed' : 'It is appealed once more');
    if (at === 0) {
      const tiny = chain.call('court', 'fundAppeal', { case: this.case, choice: CHOICES[1], amount: bond / 64n - 1n });
      await this.refused('//Challenger', tiny, 'court.ContributionTooSmall', 'less than a 64th of the bond');
    } else {
      const other = chain.call('court', 'fundAppeal', { case: this.case, choice: 'NotCovered', amount: bond });
      await this.refused('//Bystander', other, 'court.UnknownChoice', "another choice than the first panel's");
    }
    for (const { uri, choice, amount } of scenario.appeals[at]) {
      const sent = await this.send(uri, 'fundAppeal', { case: this.case, choice: CHOICES[PLACES[choice]], amount });
      const taken = field(chain.eventOf(sent, 'court', 'AppealFunded'), 'amount').toBigInt();
      await this.say(`${uri.slice(2)} puts up ${this.brkw(taken)} of ${this.brkw(bond)} for ${VOTES[PLACES[choice]]}`);
      if (taken !== amount) throw new StoryError(`Of ${amount} of ${uri}, ${taken} were taken.`);
    }
    const appealed = this.events('Appealed')[at];
    const isRight = appealed !== undefined && field(appealed, 'level').toNumber() === at;
    this.check(`appeal ${at + 1}: a full bond takes the case on`, isRight);
    await this.stageEnds();
  }

  /** The token holders vote on the last appeal. */
  async lastAppeal() {
    const { chain } = this;
    this.account.act('The last appeal');
    const opened = await this.courtTells('LastAppealOpened');
    const index = field(opened, 'vote').toNumber();
    const { stage } = held(await chain.read('courtCase', this.case));
    this.check('the case names the referendum', stage.isLastAppeal && stage.asLastAppeal.referendum.unwrap().toNumber() === index);
    const shown = await listedReferenda(chain.api);
    const { call, warning } = shown.find((one) => one.index === index) ?? { warning: 'it is not in the list' };
    const text = call === undefined ? warning : `${call.section}.${call.method}(${call.args.join(', ')})`;
    const wanted = `court.restoreChoice(${this.case}, ${chain.api.createType('BreakwaterPrimitivesVerdictChoice', CHOICES[0])})`;
    this.check(`Polkadot.js Apps shows what referendum ${index} is on: ${text}`, text === wanted && shown.length === 1);
    await this.say(`referendum ${index} is on ${text}`);
    await vote(chain, this.person('//Alice'), index, true);
    const ended = await this.courtTells('CaseEnded', 1, MOST_BLOCKS);
    const choice = held(field(ended, 'choice'));
    this.check("the first panel's choice is restored", choice !== undefined && JSON.stringify(plainChoice(choice)) === JSON.stringify(CHOICES[0]));
    this.check('the referendum is enacted', this.events('ChoiceRestored').length === 1);
    await this.say(`the token holders restore ${VOTES[0]}`);
  }

  // Money.

  /** Gains and losses of all seats, to the unit. */
  async checkSettlement() {
    const { scenario } = this;
    const { seatStake: stake, seatFee: fee } = scenario.rules;
    this.account.act('Seats gain and lose');
    const settled = [];
    await this.courtTells('PanelSettled', 2);
    const [first, second] = this.panels;
    const outcome = first.choice;
    const deciding = first.voters;
    const rules = { outcome, deciding, seats: scenario.rules.panels[0], stake, fee };
    const expected = [first, second].map(({ voters }) => settlementOf(voters, rules));
    for (const [at, { panel }] of this.panels.entries()) {
      const event = this.events('PanelSettled').find((one) => field(one, 'panel').toNumber() === panel);
      const [lost, rewarded, each, paidFee, rest] = ['lost', 'rewarded', 'each', 'fee', 'rest'].map((name) => field(event, name).toBigInt());
      const wanted = expected[at];
      const isSame = lost === wanted.lost && rewarded === wanted.rewarded && each === wanted.each && rest === wanted.rest && paidFee === fee;
      this.check(`panel ${at + 1}: ${this.brkw(lost)} lost, ${rewarded} seats gain ${this.brkw(each)} and a fee each, as the rules say`, isSame);
      this.check(`panel ${at + 1}: gains, rest and losses add up`, each * rewarded + rest === lost);
      settled.push(lost);
      await this.say(`panel ${at + 1}: ${this.brkw(lost)} lost; ${rewarded} seats gain ${this.brkw(each)} each; ${this.brkw(rest)} for the reserve`);
    }
    await this.checkAccounts(expected);
    this.lost = sum(settled);
  }

  /** Each assessor has what the rules say. */
  async checkAccounts(expected) {
    const now = await this.totals(this.assessors.map(({ address }) => address));
    const change = (who) => sum(expected.map(({ changes }) => changes.get(who) ?? 0n)) - this.feesOf(who);
    const wrong = this.assessors.filter(({ address }) => now.get(address) - this.before.get(address) !== change(address));
    this.check(`each of ${this.assessors.length} assessors has gained or lost what the rules say, to the unit`, wrong.length === 0);
    const states = await this.chain.api.query.court.assessors.multi(this.assessors.map(({ address }) => address));
    this.check('no stake is locked any more', states.every((state) => state.unwrap().locked.toBigInt() === 0n));
  }

  /** What comes back of both appeals, by the rules. */
  appealsDue() {
    const outcome = this.panels[0].choice;
    return this.scenario.appeals.map((paid, at) => {
      const entries = paid.map(({ uri, choice, amount }) => ({ who: this.person(uri).address, place: PLACES[choice], amount }));
      const decided = this.panels[at].choice;
      return appealOf(entries, { decided, challenger: at === 0 ? PLACES.false : PLACES.true, outcome, bond: this.scenario.rules.appealBond << BigInt(at) });
    });
  }

  /** All money of the appeals is collected, or with the reserve. */
  async collectAppeals() {
    const { scenario } = this;
    this.account.act('The money of the appeals is collected');
    for (const [level, { due, others }] of this.appealsDue().entries()) {
      const resolved = this.events('AppealResolved').find((one) => field(one, 'level').toNumber() === level);
      this.check(`appeal ${level + 1}: the lost money is what the rules say`, field(resolved, 'others').toBigInt() === others);
      let collected = 0n;
      for (const [who, amount] of due) {
        const sent = await this.send('//Alice', 'collect', { case: this.case, level, who });
        const paid = field(this.chain.eventOf(sent, 'court', 'AppealCollected'), 'amount').toBigInt();
        this.check(`appeal ${level + 1}: ${who.slice(0, 8)}… collects ${this.brkw(paid)}`, paid === amount);
        collected += paid;
      }
      const put = sum(scenario.appeals[level].map(({ amount }) => amount));
      this.check(`appeal ${level + 1}: collected and lost money is what was put up, ${this.brkw(put)}`, collected + others === put);
      await this.say(`appeal ${level + 1}: ${this.brkw(put)} put up, ${this.brkw(collected)} collected, ${this.brkw(others)} lost`);
    }
  }

  async ending() {
    const { ok, ...line } = await super.ending();
    return { ...line, seats: this.drawn, rounds: this.panels.length + this.events('LastAppealOpened').length, ok };
  }
}
