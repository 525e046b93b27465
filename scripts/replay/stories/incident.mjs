// SPDX-License-Identifier: Apache-2.0
// What people do about an incident: report it with a bond, propose outcomes, vote on a case, claim with proof and signature.

import { StoryError } from '../../js/chain.mjs';
import { bondOf, bondOfProposal, bondsAfter } from '../expected/bonds.mjs';
import { listedReferenda } from '../../js/answers.mjs';
import { ongoing, vote } from '../../js/governance.mjs';
import { signStatement, statementOf } from '../../js/interest.mjs';
import { field } from './common.mjs';

/** Blocks that a case may take, from its beginning to the enactment of an outcome. */
const MOST_BLOCKS = 2_000;
/** More than any bond of a story: the limit that the calls ask for. */
const ANY_BOND = (1n << 128n) - 1n;

/** The events that tell of bonds. */
const BONDS = ['IncidentReported', 'OutcomeProposed', 'OutcomeAccepted', 'BondPaid', 'BondLost', 'BondWaits'];
/** The pallets that tell of incidents. */
const TELLERS = ['triggers', 'assessment', 'claims'];

/** The number of the outcome proposal that a choice names; undefined for "not covered". */
const proposalOf = (choice) => (choice.isProposal ? choice.asProposal.toNumber() : undefined);

/** What the chain has told of each incident. It is given every block, and asked for what must have come. */
export class Record {
  /** `asset` is the number of the only one whose income counts; without it, that of all does. */
  constructor(asset) {
    this.asset = asset;
    this.seen = new Map();
    this.payments = new Map();
    this.bonds = new Map();
    this.paces = new Map();
    /** What the reserve took in that is neither premium nor a gift, by its own books. */
    this.income = 0n;
  }

  /** Takes in what a block says. */
  hear(block) {
    const counts = new Map();
    for (const event of block.events) {
      if (event.section === 'pools' && event.method === 'CapitalLocked') this.hearBond(event);
      if (event.section === 'reserve' && event.method === 'IncomeTaken' && this.isCounted(field(event, 'asset'))) {
        const { own, debts, stakers } = field(event, 'split');
        this.income += own.toBigInt() + debts.toBigInt() + stakers.toBigInt();
      }
      if (!TELLERS.includes(event.section) || event.data.incident === undefined) continue;
      const incident = field(event, 'incident').toNumber();
      if (event.section === 'assessment' && BONDS.includes(event.method)) this.hearBond(event);
      if (!this.seen.has(incident)) this.seen.set(incident, new Map());
      this.seen.get(incident).set(event.method, { event, time: block.time, number: block.number });
      if (event.method === 'ClaimPaid') this.pay(incident, event);
      const key = `${event.method} ${incident}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const [key, count] of counts) {
      const pace = this.paces.get(key) ?? { count: 0, blocks: 0, most: 0 };
      this.paces.set(key, { count: pace.count + count, blocks: pace.blocks + 1, most: Math.max(pace.most, count) });
    }
  }

  /** Whether income in an asset counts. */
  isCounted(asset) {
    return this.asset === undefined || (asset.isWithId && asset.asWithId.toNumber() === this.asset);
  }

  /** How often an event has come on an incident, in how many blocks, and the most in one of them. */
  pace(incident, method) {
    return this.paces.get(`${method} ${incident}`) ?? { count: 0, blocks: 0, most: 0 };
  }

  pay(incident, event) {
    if (!this.payments.has(incident)) this.payments.set(incident, new Map());
    const own = this.payments.get(incident);
    const policy = field(event, 'policy').toNumber();
    own.set(policy, (own.get(policy) ?? 0n) + field(event, 'amount').toBigInt());
  }

  /** What is told of an incident's bonds, and of what they depend on. */
  hearBond(event) {
    const books = this.bondsOf(field(event, 'incident').toNumber());
    const who = event.data.who?.toString();
    const number = (name) => field(event, name).toBigInt();
    if (event.method === 'CapitalLocked') books.locked += number('amount');
    if (event.method === 'IncidentReported') books.report = { who, bond: number('bond') };
    if (event.method === 'OutcomeProposed') books.proposals.push({ who, bond: number('bond') });
    if (event.method === 'OutcomeAccepted') books.accepted = proposalOf(field(event, 'choice'));
    if (event.method === 'BondPaid') books.paid.set(who, (books.paid.get(who) ?? 0n) + number('amount'));
    if (event.method === 'BondLost') books.reserve += number('toReserve');
    if (event.method === 'BondWaits') books.waits += 1;
  }

  /** What is known of the bonds of an incident. */
  bondsOf(incident) {
    if (!this.bonds.has(incident)) {
      this.bonds.set(incident, { locked: 0n, proposals: [], paid: new Map(), reserve: 0n, waits: 0 });
    }
    return this.bonds.get(incident);
  }

  /** What was paid under an incident: amounts by policy. */
  paid(incident) {
    return this.payments.get(incident) ?? new Map();
  }

  /** The last event of a kind on an incident, with its time and its block; undefined if there was none. */
  of(incident, method) {
    return this.seen.get(incident)?.get(method);
  }

  /** Seals blocks until an event of one of the kinds has come; the event with its time. */
  async wait(chain, incident, methods, limit) {
    const first = () => methods.map((method) => this.of(incident, method)).find((found) => found !== undefined);
    for (let count = 0; first() === undefined; count += 1) {
      if (count === limit) throw new StoryError(`${methods.join(' or ')} of incident ${incident} did not come within ${limit} blocks.`);
      await chain.block();
    }
    return first();
  }
}

/** The call that reports an incident. */
export function reportCall({ chain }, product, occurredAt, title, maxBond = ANY_BOND) {
  const evidence = chain.hashOf(`evidence: ${title}`);
  return chain.call('assessment', 'reportIncident', { product, occurredAt, evidence, uri: `evidence/${product}.md`, maxBond });
}

/** Reports an incident with a bond; its number. */
export async function report(tale, product, occurredAt, title, uri = '//Reporter') {
  const { chain } = tale;
  const one = await chain.submit(tale.person(uri), reportCall(tale, product, occurredAt, title));
  await chain.block();
  const event = chain.eventOf(one, 'assessment', 'IncidentReported');
  const incident = field(event, 'incident').toNumber();
  const bond = tale.money(field(event, 'bond').toBigInt());
  await tale.say(`incident ${incident} on product ${product} is reported with a bond of ${bond}`);
  return incident;
}

/** The call that proposes an outcome. */
export function proposeCall({ chain }, incident, verdict, maxBond = ANY_BOND) {
  return chain.call('assessment', 'proposeOutcome', { incident, verdict, uri: `outcomes/${incident}.csv`, maxBond });
}

/** Proposes an outcome with a bond; the number of the proposal. `text` says the verdict. */
export async function propose(tale, uri, incident, verdict, text) {
  const { chain } = tale;
  const one = await chain.submit(tale.person(uri), proposeCall(tale, incident, verdict));
  await chain.block();
  const proposal = field(chain.eventOf(one, 'assessment', 'OutcomeProposed'), 'proposal').toNumber();
  await tale.say(`${uri.slice(2)} makes outcome proposal ${proposal} on incident ${incident}: ${text}`);
  return proposal;
}

/**
 * Checks the bonds of an incident on one pool: what each was, and once an outcome is accepted, who got what. `capital` is what the
 * pool had when the incident was opened.
 */
export function checkBonds(tale, record, incident, capital) {
  const { locked, report: reported, proposals, accepted, paid, reserve, waits } = record.bondsOf(incident);
  const base = bondOf({ locked, capital });
  tale.check(`incident ${incident}: an outcome proposal is accepted`, accepted !== undefined);
  if (accepted === undefined) return;
  const due = bondsAfter({ report: reported, proposals, accepted });
  const amounts = (reported?.bond ?? base) === base && proposals.every(({ bond }, number) => bond === bondOfProposal(base, number));
  tale.check(`incident ${incident}: each bond is what the rules say of ${tale.money(locked)}`, locked > 0n && amounts);
  const same = paid.size === due.paid.size && [...due.paid].every(([who, amount]) => paid.get(who) === amount);
  const lost = reserve > 0n ? `, ${tale.money(reserve)} of a lost one went to the reserve` : '';
  tale.check(`incident ${incident}: the bonds are paid back${lost}`, waits === 0 && same && reserve === due.reserve);
}

/** The referenda of a case of the court on an incident, by the places of its choices; empty where the voters do not choose. */
async function referendaOf({ chain }, number) {
  const { stage, choices } = (await chain.read('courtCase', number)).unwrap();
  return stage.isVoters ? choices.map(({ referendum }) => referendum.unwrap().toNumber()) : [];
}

/**
 * The case of an incident that the voters choose in, as there is no panel: the proposal of this number is voted for, every other
 * against, until one is upheld.
 */
export async function decideCase(tale, record, incident, proposal) {
  const { chain } = tale;
  const voter = tale.person('//Alice');
  const voted = new Set();
  let blocks = 0;
  const { event } = record.of(incident, 'CaseBegun');
  const [number, choices] = ['case', 'choices'].map((name) => field(event, name).toNumber());
  const wanted = await referendaOf(tale, number);
  const shown = (await listedReferenda(chain.api)).filter(({ index }) => wanted.includes(index));
  const isShown = ({ call }) => call?.section === 'assessment' && call.method === 'adoptOutcome';
  tale.check(`incident ${incident}: Polkadot.js Apps shows the call of each referendum`, shown.length === choices && shown.every(isShown));
  for (; record.of(incident, 'IncidentUpheld') === undefined; blocks += 1) {
    if (blocks === MOST_BLOCKS) throw new StoryError(`The case of incident ${incident} did not end within ${blocks} blocks.`);
    for (const { index, call } of await ongoing(chain)) {
      if (voted.has(index) || call.section !== 'assessment' || call.method !== 'adoptOutcome') continue;
      const [own, choice] = call.args;
      if (own.toNumber() !== incident) continue;
      voted.add(index);
      const isWanted = proposalOf(choice) === proposal;
      await vote(chain, voter, index, isWanted);
      const named = choice.isProposal ? `outcome proposal ${proposalOf(choice)}` : '"not covered"';
      await tale.say(`referendum ${index} is on ${named}: voted ${isWanted ? 'aye' : 'nay'}`);
    }
    await chain.block();
  }
  const isEach = voted.size === choices && wanted.length === choices && wanted.every((index) => voted.has(index));
  tale.check(`incident ${incident}: case ${number} of the court has a referendum for each of ${choices} choices`, isEach);
  tale.check(`incident ${incident}: the proposal that was voted for is accepted`, record.bondsOf(incident).accepted === proposal);
  await tale.say(`outcome proposal ${proposal} is enacted after ${blocks} blocks, ${voted.size} referenda`);
  return voted.size;
}

/** The call with which an insured account's loss is claimed, signed by its key, or wrongly by another. */
export function claimCall(tale, incident, policy, key, { loss, index, proof }, signer = key) {
  const { chain, scenario } = tale;
  const genesis = chain.genesis.toHex();
  const statement = statementOf({ genesis, policy, incident, chainId: scenario.chainId, address: key.address });
  const signature = { Ethereum: signStatement(statement, signer) };
  return chain.call('claims', 'claim', { incident, policy, loss, index, proof, signature });
}
