// SPDX-License-Identifier: Apache-2.0
// What the nodes of a network hold for final, and whether they agree.

import { createHash } from 'node:crypto';
import { StoryError } from '../chain.mjs';

/** Blocks that are read again of a node that was restarted. */
const AGAIN = 50;
/** Requests to a node at a time. */
const CROWD = 50;

/** Two nodes hold different blocks for final. */
export class Conflict extends StoryError {}

/** The final blocks of all nodes: no two may hold different ones at a height. */
export class Finality {
  constructor() {
    this.hashes = new Map();
    this.compared = 0;
    /** The last height that is final for a node. */
    this.last = 0;
  }

  /** Takes in the final block of a height, as a node names it. */
  take(name, number, hash) {
    const known = this.hashes.get(number);
    if (known !== undefined && known !== hash) {
      throw new Conflict(`Finality contradicts itself: block ${number} is ${known} for one node and ${hash} for ${name}.`);
    }
    this.hashes.set(number, hash);
    this.compared += 1;
    this.last = Math.max(this.last, number);
  }

  /** Takes in what a node holds for final since the last time. */
  async look(node) {
    const last = await node.finalised();
    for (let number = (node.seen ?? 0) + 1; number <= last; number += 1) {
      this.take(node.name, number, await node.rpc('chain_getBlockHash', [number]));
      node.seen = number;
    }
  }

  /** The next look at a node begins some blocks before the last: it was restarted, and may hold others now. */
  again(node) {
    node.seen = Math.max(0, (node.seen ?? 0) - AGAIN);
  }
}

/** The first difference between lists of the nodes' answers for the same heights, in words; `undefined` if there is none. */
export function differenceOf(lists) {
  const [[first, known], ...others] = Object.entries(lists);
  for (const [name, answers] of others) {
    if (answers.length !== known.length) return `${name} has ${answers.length} heights, and ${first} has ${known.length}`;
    const at = answers.findIndex((answer, index) => answer !== known[index]);
    if (at >= 0) return `at height ${at + 1} ${name} has ${answers[at]}, and ${first} has ${known[at]}`;
  }
  return undefined;
}

/** The hash and the root of the state of each block from 1 to `last`, as a node has them: a string for each. */
async function rootsOf(node, last) {
  const roots = [];
  while (roots.length < last) {
    const some = Array.from({ length: Math.min(CROWD, last - roots.length) }, (_, at) => roots.length + 1 + at);
    roots.push(
      ...(await Promise.all(
        some.map(async (number) => {
          const hash = await node.rpc('chain_getBlockHash', [number]);
          const header = await node.rpc('chain_getHeader', [hash]);
          if (header === null) throw new StoryError(`${node.name} has no header of its final block ${number}.`);
          return `block ${hash} with the state ${header.stateRoot}`;
        }),
      )),
    );
  }
  return roots;
}

/**
 * Compares blocks and roots of the state at all heights that are final for all nodes, and then every entry of the state
 * at the last of them, as each node reads it from its own database.
 *
 * @returns `{ heights, entries }`
 */
export async function compareStates(nodes) {
  const heights = Math.min(...(await Promise.all(nodes.map((node) => node.finalised()))));
  const lists = {};
  for (const node of nodes) lists[node.name] = await rootsOf(node, heights);
  const difference = differenceOf(lists);
  if (difference !== undefined) throw new Conflict(`The final blocks differ: ${difference}.`);
  const states = {};
  let entries = 0;
  for (const node of nodes) {
    const pairs = await node.rpc('state_getPairs', ['0x', await node.rpc('chain_getBlockHash', [heights])]);
    entries = pairs.length;
    states[node.name] = [createHash('sha256').update(JSON.stringify(pairs)).digest('hex')];
  }
  const gap = differenceOf(states);
  if (gap !== undefined) throw new Conflict(`The state of final block ${heights} differs among the nodes.`);
  return { heights, entries };
}

/** The events of some kinds, named as `section.method`, in the final blocks from a height on: `{ number, name, data }`. */
export async function eventsOf(api, from, wanted) {
  const last = (await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead())).number.toNumber();
  const found = [];
  for (let number = from; number <= last; number += 1) {
    const at = await api.at(await api.rpc.chain.getBlockHash(number));
    for (const { event } of await at.query.system.events()) {
      const name = `${event.section}.${event.method}`;
      if (wanted.includes(name)) found.push({ number, name, data: event.data });
    }
  }
  return found;
}
