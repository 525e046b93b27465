// SPDX-License-Identifier: Apache-2.0
// Where in a table each act of the story has its place.

import { BadTable } from '../../js/csv.mjs';
import { incidents } from '../expected/payouts.mjs';
import { LONGEST_GAP, SLOT } from '../../js/table.mjs';

const MINUTE = 60_000n;
const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;

/** Time before the first round in which the products are voted on and the pool is filled. */
export const LEAD = 6n * HOUR;
/** The quiet time that a trigger needs before anything is sold, and a margin. */
const QUIET = 48n * HOUR;
/** How long a withdrawal waits, as the chain has it. */
export const COOLDOWN = 14n * DAY;
/** The time that an act of a few blocks needs before the next round, and that of a single call. */
const ROOM = MINUTE;
const LITTLE_ROOM = 4n * SLOT;

/** Slots of a session, as the runtime has them. */
export const SESSION_SLOTS = 1_200n;

/**
 * The date of the chain's first block for a table. Sessions are counted from its slot, and the block that ends one has no
 * room for data: the date is the last one before the lead for which no round falls into the first slot of a session.
 */
export function firstBlock(rounds) {
  const taken = new Set(rounds.map(({ time }) => (time / SLOT) % SESSION_SLOTS));
  const date = rounds[0].time - LEAD;
  // the first second of 1970 is no time on the chain
  if (date < SESSION_SLOTS * SLOT) {
    throw new BadTable('The table begins too early: the chain has to begin 7 hours before it, and not before 1970.');
  }
  for (let back = 0n; back < SESSION_SLOTS; back += 1n) {
    if (!taken.has((date / SLOT - back) % SESSION_SLOTS)) return date - back * SLOT;
  }
  throw new BadTable('The rounds take up every slot of a session: some would fall into blocks without room for data.');
}

/** The first incident of a product that was upheld or may be, as it would be with the last price for a day after the table. */
function undecided(rounds, terms) {
  const end = rounds.at(-1).time;
  return incidents(rounds, terms, end + LONGEST_GAP).find(({ endsAt }) => endsAt > end);
}

/**
 * The indices of the rounds after which something happens. Only `sale` is always there; the others need a breach.
 * @param {{time: bigint, price: bigint}[]} rounds
 * @param {object[]} products the terms of the products, first that which is breached first
 */
export function plan(rounds, products) {
  const [terms] = products;
  const end = rounds.at(-1).time;
  const has = (room) => (at) => at + 1 >= rounds.length || rounds[at + 1].time - rounds[at].time >= room;
  const roomy = has(ROOM);
  const sale = rounds.findIndex(({ time }, at) => time >= rounds[0].time + QUIET && roomy(at));
  if (sale < 0) {
    throw new BadTable('The table is too short: nothing can be sold before its first 48 hours are over.');
  }
  const broken = rounds.findIndex(({ price }) => price <= terms.threshold);
  if (broken >= 0 && broken <= sale) {
    throw new BadTable('The table begins with a broken price: the first 48 hours must be above the threshold.');
  }
  for (const one of products) {
    const open = undecided(rounds, one);
    if (!open) continue;
    throw new BadTable(
      `The table ends in the middle of an event (${one.title}): it needs rounds until after ${new Date(Number(open.endsAt)).toISOString()}.`,
    );
  }
  const acts = { sale, end };
  if (broken < 0) return acts;
  if (has(LITTLE_ROOM)(broken)) acts.late = broken;
  const between = rounds.map((_, at) => at).filter((at) => at > sale && at < broken && roomy(at));
  const hasty = between.at(-1);
  if (hasty !== undefined && rounds[broken].time - rounds[hasty].time < DAY) acts.hasty = hasty;
  const withdrawal = withdrawalFor(rounds, between, incidents(rounds, terms, end)[0]);
  if (withdrawal !== undefined) acts.withdrawal = withdrawal;
  return acts;
}

/**
 * The round after which an underwriter asks for his money, so that his cooldown ends while the incident is open: no earlier than in
 * the block that opens it.
 */
function withdrawalFor(rounds, places, incident) {
  if (incident === undefined) return undefined;
  const opened = rounds.find(({ time }) => time >= incident.occurredAt)?.time;
  const ends = (at) => rounds[at].time + COOLDOWN;
  return places.find((at) => ends(at) >= opened && ends(at) < incident.endsAt);
}

/** A period from `from` that outlives the table, in whole days between a week and a year. */
export function periodFor(from, end, extraDays) {
  const days = (end - from) / DAY + 15n + extraDays;
  return (days < 7n ? 7n : days > 365n ? 365n : days) * DAY;
}
