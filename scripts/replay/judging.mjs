// What people do about an incident: open it with a bond, propose rulings, vote on a case, claim with proof and signature.

import { StoryError } from './chain.mjs';
import { ongoing, vote } from './governance.mjs';
import { signStatement, statementOf } from './interest.mjs';
import { field } from './tale.mjs';

/** Blocks that a case may take, from its beginning to the enactment of a ruling. */
const MOST_BLOCKS = 2_000;
/** More than any bond of a story: the limit that the calls ask for. */
const ANY_BOND = (1n << 128n) - 1n;

/** What the claims have told of each incident. It is given every block, and asked for what must have come. */
export class Record {
  constructor() {
    this.seen = new Map();
    this.payments = new Map();
    /** Claims registered and paid in the last block. */
    this.last = { registered: 0, paid: 0 };
  }

  /** Takes in what a block says. */
  hear(block) {
    this.last = { registered: 0, paid: 0 };
    for (const event of block.events) {
      if (event.section !== 'claims' || event.data.incident === undefined) continue;
      const incident = field(event, 'incident').toNumber();
      if (!this.seen.has(incident)) this.seen.set(incident, new Map());
      this.seen.get(incident).set(event.method, { event, time: block.time });
      if (event.method === 'ClaimRegistered') this.last.registered += 1;
      if (event.method === 'ClaimPaid') this.pay(incident, event);
    }
  }

  pay(incident, event) {
    this.last.paid += 1;
    if (!this.payments.has(incident)) this.payments.set(incident, new Map());
    const own = this.payments.get(incident);
    const policy = field(event, 'policy').toNumber();
    own.set(policy, (own.get(policy) ?? 0n) + field(event, 'amount').toBigInt());
  }

  /** What was paid under an incident: amounts by policy. */
  paid(incident) {
    return this.payments.get(incident) ?? new Map();
  }

  /** The last event of a kind on an incident, with its time; undefined if there was none. */
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

/** Opens an incident with a bond; its number. */
export async function open(tale, product, occurredAt, title) {
  const { chain } = tale;
  const evidence = chain.hashOf(`evidence: ${title}`);
  const call = chain.call('claims', 'open', { product, occurredAt, evidence, uri: `evidence/${product}.md`, maxBond: ANY_BOND });
  const one = await chain.submit(tale.person('//Filer'), call);
  await chain.block();
  const event = chain.eventOf(one, 'claims', 'IncidentFiled');
  const incident = field(event, 'incident').toNumber();
  const bond = tale.money(field(event, 'bond').toBigInt());
  await tale.say(`incident ${incident} on product ${product} is opened with a bond of ${bond}`);
  return incident;
}

/** Proposes a ruling with a bond; its number. `text` says what it rules. */
export async function propose(tale, uri, incident, verdict, text) {
  const { chain } = tale;
  const call = chain.call('claims', 'proposeRuling', { incident, verdict, uri: `rulings/${incident}.csv`, maxBond: ANY_BOND });
  const one = await chain.submit(tale.person(uri), call);
  await chain.block();
  const ruling = field(chain.eventOf(one, 'claims', 'RulingProposed'), 'ruling').toNumber();
  await tale.say(`${uri.slice(2)} proposes ruling ${ruling} on incident ${incident}: ${text}`);
  return ruling;
}

/** The case of an incident: the ruling of this number is voted for, every other against, until one is upheld. */
export async function decideCase(tale, record, incident, ruling) {
  const { chain } = tale;
  const voter = tale.person('//Alice');
  const voted = new Set();
  let blocks = 0;
  for (; record.of(incident, 'IncidentUpheld') === undefined; blocks += 1) {
    if (blocks === MOST_BLOCKS) throw new StoryError(`The case of incident ${incident} did not end within ${blocks} blocks.`);
    for (const { index, call } of await ongoing(chain)) {
      if (voted.has(index) || call.section !== 'claims' || call.method !== 'adoptRuling') continue;
      const [own, proposed] = call.args.map((argument) => argument.toNumber());
      if (own !== incident) continue;
      voted.add(index);
      await vote(chain, voter, index, proposed === ruling);
      await tale.say(`referendum ${index} is on ruling ${proposed}: voted ${proposed === ruling ? 'aye' : 'nay'}`);
    }
    await chain.block();
  }
  await tale.say(`ruling ${ruling} is enacted after ${blocks} blocks, ${voted.size} referenda`);
  return voted.size;
}

/** The call with which a position's loss is claimed, signed by its key, or wrongly by another. */
export function claimCall(tale, incident, policy, key, { loss, index, proof }, signer = key) {
  const { chain, scenario } = tale;
  const genesis = chain.genesis.toHex();
  const statement = statementOf({ genesis, policy, incident, chainId: scenario.chainId, address: key.address });
  const signature = { Ethereum: signStatement(statement, signer) };
  return chain.call('claims', 'claim', { incident, policy, loss, index, proof, signature });
}
