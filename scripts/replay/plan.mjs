// Where in a table each act of the story has its place.

import { BadTable } from './csv.mjs';
import { SLOT } from './table.mjs';

const MINUTE = 60_000n;
const HOUR = 60n * MINUTE;
const DAY = 24n * HOUR;

/** Time before the first round in which the products are voted on and the pool is filled. */
export const LEAD = 6n * HOUR;
/** The quiet time that a trigger needs before anything is sold, and a margin. */
const QUIET = 48n * HOUR;
/** The exit cooldown less half a day, so that it ends while the event is still open. */
const BEFORE_EXIT = 13n * DAY + 12n * HOUR;
/** The fewest seconds that an act of a few blocks needs before the next round. */
const ROOM = MINUTE;

/** Slots of a session, as the runtime has them. */
export const SESSION_SLOTS = 1_200n;

/**
 * The date of the chain's first block for a table. Sessions are counted from its slot, and the block that ends one has no
 * room for data: the date is the last one before the lead for which no round falls into the first slot of a session.
 */
export function firstBlock(rounds) {
  const taken = new Set(rounds.map(({ time }) => (time / SLOT) % SESSION_SLOTS));
  const date = rounds[0].time - LEAD;
  for (let back = 0n; back < SESSION_SLOTS; back += 1n) {
    if (!taken.has((date / SLOT - back) % SESSION_SLOTS)) return date - back * SLOT;
  }
  throw new BadTable('The rounds take up every slot of a session: some would fall into blocks without room for data.');
}

/**
 * The indices of the rounds after which something happens. Only `sale` is always there; the others need a breach.
 * @param {{time: bigint, price: bigint}[]} rounds
 * @param {bigint} threshold of the product that is breached first
 */
export function plan(rounds, threshold) {
  const end = rounds.at(-1).time;
  const roomy = (at) => at + 1 >= rounds.length || rounds[at + 1].time - rounds[at].time >= ROOM;
  const sale = rounds.findIndex(({ time }, at) => time >= rounds[0].time + QUIET && roomy(at));
  if (sale < 0) {
    throw new BadTable('The table is too short: nothing can be sold before its first 48 hours are over.');
  }
  const broken = rounds.findIndex(({ price }) => price <= threshold);
  if (broken >= 0 && broken <= sale) {
    throw new BadTable('The table begins with a broken price: the first 48 hours must be above the threshold.');
  }
  const acts = { sale, end };
  if (broken < 0) return acts;
  acts.late = broken;
  const last = (before) => {
    for (let at = rounds.length - 1; at > sale; at -= 1) {
      if (at < broken && rounds[at].time <= before && roomy(at)) return at;
    }
    return undefined;
  };
  const hasty = last(rounds[broken].time);
  if (hasty !== undefined && rounds[broken].time - rounds[hasty].time < DAY) acts.hasty = hasty;
  const exit = last(rounds[broken].time - BEFORE_EXIT);
  if (exit !== undefined) acts.exit = exit;
  return acts;
}

/** A period from `from` that outlives the table, in whole days between a week and a year. */
export function periodFor(from, end, extraDays) {
  const days = (end - from) / DAY + 15n + extraDays;
  return (days < 7n ? 7n : days > 365n ? 365n : days) * DAY;
}
