// SPDX-License-Identifier: Apache-2.0
// Trial of faults: validators are killed, cut off and held at random moments, while the network is busy.
//
// Finality must never contradict itself. Each node must come back by a plain restart. No validator may be slashed.

import { parseArgs } from 'node:util';
import { StoryError } from '../chain.mjs';
import { median } from '../bench/figures.mjs';
import { sleep } from '../bench/nodes.mjs';
import { Conflict, Finality, compareStates, eventsOf } from './finality.mjs';
import { specification } from './genesis.mjs';
import { makeNodes, startNodes, until } from './node.mjs';
import { Dice, Traffic, accountsOf } from './traffic.mjs';

const FOUNDERS = ['alice', 'bob', 'charlie', 'dave'];
const USUAL = { kills: 10, cuts: 4, pauses: 2, seed: 1 };
const DEEP = { kills: 100, cuts: 20, pauses: 10 };
/** The most faults of a kind. */
const MOST = 9_999;

/** The slots of a session: a minute. Faults meet the changes of the validators' sets. */
const SLOTS = 20;
/** Seconds without a fault, of a cut, of a pause, and of kills by which finality stops. */
const CALM = [2, 10];
const CUT = [5, 30];
const PAUSE = [5, 20];
const OUTAGE = [8, 20];
/** Seconds after which votes of the dead are no longer on their way. */
const SETTLED = 4;
/** Of ten kills, one is of all validators and two are of two at once. */
const KILLS_PER_ALL = 10;
const KILLS_PER_PAIR = 5;

const ACCOUNTS = 100;
/** Extrinsics a second. */
const RATE = 5;
/** The longest time to the first final blocks, and to finality after a fault, in seconds. */
const MOST_FIRST = 120;
const MOST_BACK = 300;
const ASK_EVERY = 200;
const WATCH_EVERY = 1_000;

/** The options of the trial: `{ kills, cuts, pauses, seed }`. */
export function chaosOptions(args) {
  const number = { type: 'string' };
  const known = { kills: number, cuts: number, pauses: number, seed: number, deep: { type: 'boolean' } };
  const { values } = parseArgs({ args, options: known });
  const { deep = false, ...given } = values;
  const chosen = Object.entries(given).map(([name, text]) => {
    const isFit = /^\d+$/.test(text) && Number(text) <= MOST;
    if (!isFit) throw new StoryError(`--${name} needs a whole number up to ${MOST}, not "${text}".`);
    return [name, Number(text)];
  });
  return { ...USUAL, ...(deep ? DEEP : {}), ...Object.fromEntries(chosen) };
}

/**
 * The faults in their order: `{ kind, who, calm, seconds }`. The validators `who` fail after `calm` seconds, and for
 * `seconds`. A single one that is killed is started again at once.
 */
export function planOf({ kills, cuts, pauses, seed }, names) {
  const dice = new Dice(`faults ${seed}`);
  const alls = Math.floor(kills / KILLS_PER_ALL);
  const pairs = Math.floor(kills / KILLS_PER_PAIR);
  const kinds = [
    ...Array(kills - alls - pairs).fill('kill'),
    ...Array(pairs).fill('kill of two'),
    ...Array(alls).fill('kill of all'),
    ...Array(cuts).fill('cut'),
    ...Array(pauses).fill('pause'),
  ];
  const many = { 'kill of two': 2, 'kill of all': names.length };
  const seconds = { kill: [0, 0], 'kill of two': OUTAGE, 'kill of all': OUTAGE, cut: CUT, pause: PAUSE };
  return dice.shuffled(kinds).map((kind) => ({
    kind,
    who: dice.shuffled(names).slice(0, many[kind] ?? 1),
    calm: dice.whole(...CALM),
    seconds: dice.whole(...seconds[kind]),
  }));
}

/** Seconds to finality again, by the kinds of faults: the number, the median and the worst, with one digit. */
export function summaryOf(faults) {
  const rounded = (seconds) => Math.round(seconds * 10) / 10;
  const kinds = [...new Set(faults.map(({ kind }) => kind))].sort();
  return Object.fromEntries(
    kinds.map((kind) => {
      const times = faults.filter((fault) => fault.kind === kind).map(({ took }) => took);
      return [kind, { count: times.length, median: rounded(median(times)), worst: rounded(Math.max(...times)) }];
    }),
  );
}

/** The last final height of the nodes that answer. */
async function highest(nodes) {
  const heights = await Promise.all(nodes.filter(({ isUp }) => isUp).map((node) => node.finalised().catch(() => 0)));
  return Math.max(...heights);
}

/** Looks at the nodes that are up again and again, and at the traffic. A contradiction of finality ends the trial. */
class Watch {
  constructor(nodes, finality, traffic) {
    Object.assign(this, { nodes, finality, traffic, isOn: true });
    this.failed = new Promise((_, reject) => {
      this.fail = reject;
    });
    // it is awaited together with the faults
    this.failed.catch(() => undefined);
    this.done = this.#run().catch((error) => this.fail(error));
  }

  /** One that fails in the middle of an answer is no fault: it is asked again. */
  async #try(look) {
    try {
      await look();
    } catch (error) {
      if (error instanceof Conflict) throw error;
    }
  }

  async #run() {
    while (this.isOn) {
      for (const node of this.nodes) if (node.isUp) await this.#try(() => this.finality.look(node));
      await this.#try(() => this.traffic.look(this.nodes.at(-1)));
      await sleep(WATCH_EVERY);
    }
  }

  async end() {
    this.isOn = false;
    await Promise.race([this.done, this.failed]);
  }
}

/** While too few validators are left, nothing may become final. */
async function expectStop(fault, nodes) {
  await sleep(SETTLED * 1_000);
  const before = await highest(nodes);
  await sleep((fault.seconds - SETTLED) * 1_000);
  const after = await highest(nodes);
  if (after > before) {
    const blocks = `Blocks ${before + 1} to ${after}`;
    throw new Conflict(`${blocks} became final while ${fault.who.join(' and ')} were dead: the others are too few for that.`);
  }
}

/** Makes validators fail, and ends it. Returns the moment of its end, and the last final height at that moment. */
async function strike(fault, nodes, finality) {
  const hit = nodes.filter(({ name }) => fault.who.includes(name));
  const ended = async () => ({ height: await highest(nodes), at: Date.now() });
  if (fault.kind === 'cut' || fault.kind === 'pause') {
    const [begin, end] = fault.kind === 'cut' ? ['cut', 'mend'] : ['pause', 'resume'];
    for (const node of hit) node[begin]();
    await sleep(fault.seconds * 1_000);
    const over = await ended();
    for (const node of hit) node[end]();
    return over;
  }
  await Promise.all(hit.map((node) => node.kill()));
  if (fault.seconds > 0) await expectStop(fault, nodes);
  for (const node of hit) finality.again(node);
  const over = await ended();
  // a plain restart: the same command, and nothing else
  await startNodes(hit);
  return over;
}

/** Seconds until all nodes hold a block for final that was not when the fault ended. */
async function backAfter({ height, at }, fault, nodes) {
  for (;;) {
    const heights = await Promise.all(nodes.map((node) => node.finalised().catch(() => 0)));
    if (heights.every((one) => one > height)) return (Date.now() - at) / 1_000;
    if (Date.now() - at > MOST_BACK * 1_000) {
      const places = nodes.map(({ name }, index) => `${name} ${heights[index]}`).join(', ');
      const what = `the ${fault.kind} of ${fault.who.join(', ')}`;
      throw new StoryError(`Finality did not come back within ${MOST_BACK} s of ${what}: ${places}.`);
    }
    await sleep(ASK_EVERY);
  }
}

async function strikeAll(plan, nodes, finality, say) {
  const struck = [];
  for (const fault of plan) {
    await sleep(fault.calm * 1_000);
    const end = await strike(fault, nodes, finality);
    const took = await backAfter(end, fault, nodes);
    struck.push({ ...fault, took });
    const time = fault.seconds > 0 ? ` for ${fault.seconds} s` : '';
    const what = `${struck.length} of ${plan.length}: ${fault.kind}, ${fault.who.join(', ')}${time}, at height ${end.height}`;
    say(`${what}; final again on all nodes after ${took.toFixed(1)} s.`);
  }
  return struck;
}

/** No one is slashed or reported, and no extrinsic fails: the numbers of such events. */
async function expectNoHarm(api) {
  const kinds = { slashed: 'validators.BondSlashed', offences: 'offences.Offence', failed: 'system.ExtrinsicFailed' };
  const found = await eventsOf(api, 1, Object.values(kinds));
  if (found.length > 0) {
    const words = found.slice(0, 5).map(({ name, number }) => `${name} in block ${number}`);
    throw new StoryError(`The chaos did harm on the chain: ${words.join(', ')}.`);
  }
  const count = (kind) => found.filter(({ name }) => name === kind).length;
  return Object.fromEntries(Object.entries(kinds).map(([word, kind]) => [word, count(kind)]));
}

/** Starts four validators and a follower, with traffic: `{ nodes, api, traffic, finality }`. */
async function busyNetwork({ binary, folder, hosts }, seed) {
  const pairs = accountsOf(ACCOUNTS);
  const others = pairs.map(({ address }) => address);
  const spec = specification({ binary, folder, names: FOUNDERS, slots: SLOTS, others });
  const validators = FOUNDERS.map((name) => ({ name, args: [`--${name}`] }));
  // it keeps all states, so that all events can be read at the end
  const follower = { name: 'follower', args: ['--state-pruning', 'archive'] };
  const nodes = makeNodes({ hosts, binary, spec, folder }, [...validators, follower]);
  await startNodes(nodes);
  const api = await nodes.at(-1).connect();
  await until(async () => (await nodes.at(-1).finalised()) > 2, 'The first final blocks', MOST_FIRST);
  return { nodes, api, finality: new Finality(), traffic: new Traffic({ api, nodes, pairs, rate: RATE, seed }) };
}

/** What has come of it, in words. */
function tell({ finalAgain, compared: { heights, entries }, traffic, lost, say }) {
  for (const [kind, { count, median: middle, worst }] of Object.entries(finalAgain)) {
    say(`Finality again after a ${kind} (${count}): median ${middle} s, worst ${worst} s.`);
  }
  say(`${heights} final blocks and their state roots are the same on all nodes, and the ${entries} entries of the last state.`);
  const { sent, final, again } = traffic.counts;
  say(`${final} of ${sent} extrinsics are final, and ${lost} are lost. ${again} times one was sent again.`);
  say('No validator was slashed.');
  for (const [words, count] of traffic.refused) say(`A node refused ${count}: ${words}`);
}

export async function chaos({ binary, folder, hosts, say, options }) {
  const plan = planOf(options, FOUNDERS);
  const { nodes, api, finality, traffic } = await busyNetwork({ binary, folder, hosts }, options.seed);
  traffic.start();
  const watch = new Watch(nodes, finality, traffic);
  const count = (kind) => plan.filter((fault) => fault.kind === kind).length;
  say(`Four validators and a follower are busy with ${RATE} extrinsics a second.`);
  say(`${plan.length} faults follow, from seed ${options.seed}.`);
  const [two, all] = ['kill of two', 'kill of all'].map(count);
  say(`Of ${options.kills} kills ${two} are of two validators at once, and ${all} of all four.`);
  const struck = await Promise.race([strikeAll(plan, nodes, finality, say), watch.failed]);
  const lost = await Promise.race([traffic.settle(), watch.failed]);
  await watch.end();
  for (const node of nodes) await finality.look(node);
  const compared = await compareStates(nodes);
  const harm = await expectNoHarm(api);
  const finalAgain = summaryOf(struck);
  tell({ finalAgain, compared, traffic, lost, say });
  await Promise.all(nodes.map((node) => node.stop()));
  const restarts = struck.reduce((sum, { kind, who }) => sum + (kind.startsWith('kill') ? who.length : 0), 0);
  const { sent, final, again, idle } = traffic.counts;
  const figures = { restarts, finalAgain, ...compared, looks: finality.compared, ...harm };
  return { trial: 'chaos', ...options, ...figures, sent, final, lost, again, idle };
}
