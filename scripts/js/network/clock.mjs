// SPDX-License-Identifier: Apache-2.0
// Trial of a clock: that of one validator is five minutes ahead for a minute, and then right again.
//
// The program faketime gives the process another time of day. Time that only counts on stays as it is.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { StoryError } from '../chain.mjs';
import { sleep } from '../bench/nodes.mjs';
import { Finality, compareStates, eventsOf } from './finality.mjs';
import { specification } from './genesis.mjs';
import { makeNodes, startNodes, until } from './node.mjs';

const FOUNDERS = ['alice', 'bob', 'charlie', 'dave'];
/** The slots of a session: a minute. */
const SLOTS = 20;
/** Seconds by which the clock is ahead, for which it is, and after which the wrong time has been for all. */
const AHEAD = 300;
const WRONG = 60;
const PAST = AHEAD + 30;
/** The longest time to the first final blocks and back to finality, and in which finality may stand still, in seconds. */
const MOST_FIRST = 120;
const MOST_BACK = 300;
const MOST_STILL = 60;
const LOOK_EVERY = 500;
/** Seconds by which the node's own reckoning of its clock may differ. */
const NEAR = 10;

/** The library of faketime for programs with threads. */
function library() {
  for (const name of readdirSync('/usr/lib')) {
    const path = `/usr/lib/${name}/faketime/libfaketimeMT.so.1`;
    if (existsSync(path)) return path;
  }
  throw new StoryError('The library of faketime is missing (on Debian: apt-get install faketime).');
}

/** The words before a command that give it another time of day. */
const ahead = (seconds) => ['env', `LD_PRELOAD=${library()}`, `FAKETIME=+${seconds}`, 'FAKETIME_DONT_FAKE_MONOTONIC=1'];

/** The longest time between two moments at which finality moved, up to the end: `moved` are milliseconds in their order. */
export function longestStill(began, moved, ended) {
  const moments = [began, ...moved, ended];
  return Math.max(...moments.slice(1).map((moment, at) => moment - moments[at]));
}

/** The nodes that a node has banned, in its log. */
export const bansIn = (log) => [...log.matchAll(/Banned, disconnecting/g)].length;

/** The value of a metric in what a node answers at /metrics; `undefined` if it is not there. */
export function valueIn(text, name) {
  const line = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text);
  return line === null ? undefined : Number(line[1]);
}

/** The node knows that its clock is ahead, and by how much. Returns the seconds. */
async function expectNotice(node) {
  const text = await (await fetch(`http://${node.metrics}/metrics`)).text();
  const [isAhead, offset] = ['is_ahead', 'offset_seconds'].map((name) => valueIn(text, `breakwater_clock_${name}`));
  if (isAhead === 1 && Math.abs(offset - AHEAD) <= NEAR) return offset;
  const reckoning = `breakwater_clock_is_ahead is ${isAhead}, and the offset ${offset} s`;
  throw new StoryError(`${node.name} does not know that its clock is ${AHEAD} s ahead: ${reckoning}.`);
}

/** Watches finality on nodes for some seconds. Returns the longest time for which it stood still on one of them, in seconds. */
async function watch(nodes, finality, seconds) {
  const began = Date.now();
  const moved = new Map(nodes.map((node) => [node, []]));
  while (Date.now() - began < seconds * 1_000) {
    for (const node of nodes) {
      const before = node.seen ?? 0;
      await finality.look(node);
      if (node.seen > before) moved.get(node).push(Date.now());
    }
    await sleep(LOOK_EVERY);
  }
  const ended = Date.now();
  return Math.max(...[...moved.values()].map((moments) => longestStill(began, moments, ended))) / 1_000;
}

/** Restarts a node with a clock that is ahead, lets some time pass, and restarts it with the right one. */
async function derange(node, others, finality, say) {
  await node.stop();
  node.before = ahead(AHEAD);
  await node.start();
  say(`The clock of ${node.name} is ${AHEAD} s ahead.`);
  const still = await watch(others, finality, WRONG);
  const noticed = await expectNotice(node);
  await node.stop();
  node.before = [];
  const height = Math.max(...(await Promise.all(others.map((other) => other.finalised()))));
  const began = Date.now();
  await node.start();
  finality.again(node);
  const isBack = async () => {
    for (const one of [...others, node]) await finality.look(one);
    return [...others, node].every(({ seen }) => seen > height);
  };
  await until(isBack, 'Finality on all nodes with right clocks', MOST_BACK);
  const back = (Date.now() - began) / 1_000;
  say(`${node.name} has noticed ${noticed} s.`);
  say(`For the others finality stood still for ${still.toFixed(1)} s at most.`);
  say(`With the right clock all nodes go on after ${back.toFixed(1)} s.`);
  return { noticed, still, back };
}

export async function clock({ binary, folder, hosts, say }) {
  const spec = specification({ binary, folder, names: FOUNDERS, slots: SLOTS });
  const wanted = FOUNDERS.map((name) => ({ name, args: [`--${name}`, '--state-pruning', 'archive'], isMeasured: true }));
  const nodes = makeNodes({ hosts, binary, spec, folder }, wanted);
  await startNodes(nodes);
  await until(async () => (await nodes[0].finalised()) > 2, 'The first final blocks', MOST_FIRST);
  const finality = new Finality();
  const node = nodes.at(-1);
  const { noticed, still, back } = await derange(node, nodes.slice(0, -1), finality, say);
  if (still > MOST_STILL) throw new StoryError(`One wrong clock of four held up finality for ${still} s.`);
  say(`The slots of the wrong time come for all within ${PAST} s. A validator that makes blocks for them again is slashed.`);
  const later = await watch(nodes, finality, PAST);
  if (later > MOST_STILL) throw new StoryError(`After the clock was right, finality stood still for ${later} s.`);
  const api = await nodes[0].connect();
  const harm = await eventsOf(api, 1, ['validators.BondSlashed', 'offences.Offence']);
  if (harm.length > 0) throw new StoryError(`The wrong clock cost a bond: ${harm[0].name} in block ${harm[0].number}.`);
  const { heights } = await compareStates(nodes);
  const bans = Object.fromEntries(nodes.map(({ name, log }) => [name, bansIn(readFileSync(log, 'utf8'))]));
  say(`${heights} blocks are the same on all nodes. No one was slashed. Bans in the logs: ${JSON.stringify(bans)}.`);
  await Promise.all(nodes.map((one) => one.stop()));
  return { trial: 'clock', ahead: AHEAD, noticed, still, back, later, slashed: harm.length, heights, bans };
}
