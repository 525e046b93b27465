// SPDX-License-Identifier: Apache-2.0
// What a scenario must pay, computed from the price table and the terms alone, without asking the chain.
//
// The price of a feed is a step function of the rounds' times. Its average over a window is then linear between
// the times at which a round enters or leaves the window, so every crossing and every extreme is found exactly.
// All numbers are BigInt: times in milliseconds, prices in 10^-18, amounts in the asset's smallest unit.

/** `a / b`, rounded up; for `b > 0`. */
export function ceilDiv(a, b) {
  return a > 0n ? (a + b - 1n) / b : a / b;
}

/** The integral of the price from the first round up to a time, and what follows from it. */
export class Averages {
  /** @param {{time: bigint, price: bigint}[]} rounds in the order of time */
  constructor(rounds, window) {
    this.rounds = rounds;
    this.window = window;
    this.sums = [0n];
    for (let i = 1; i < rounds.length; i += 1) {
      const { time, price } = rounds[i - 1];
      this.sums.push(this.sums[i - 1] + price * (rounds[i].time - time));
    }
  }

  /** The integral of the price from the first round to `time`. */
  integral(time) {
    let low = 0;
    let high = this.rounds.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.rounds[middle].time <= time) low = middle;
      else high = middle - 1;
    }
    return this.sums[low] + this.rounds[low].price * (time - this.rounds[low].time);
  }

  /** The average at `time`, times the window: an integer. */
  weight(time) {
    return this.integral(time) - this.integral(time - this.window);
  }

  /** The times at which the slope of the average may change, from the first full window up to `end`. */
  bends(end) {
    const first = this.rounds[0].time + this.window;
    const times = new Set([first, end]);
    for (const { time } of this.rounds) {
      times.add(time);
      times.add(time + this.window);
    }
    return [...times].filter((time) => time >= first && time <= end).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }

  /** The lowest average in [from, to], rounded up to 10^-18. */
  lowest(from, to) {
    let worst = this.weight(from);
    for (const time of [...this.bends(to), to]) {
      if (time < from) continue;
      const weight = this.weight(time);
      if (weight < worst) worst = weight;
    }
    return ceilDiv(worst, this.window);
  }

  /**
   * The moments at which the average changes sides, in order: `{ time, breached }`. A breach is an average at or below
   * the threshold. Moments are rounded up to a millisecond: the first one at which the new side is true.
   */
  crossings(threshold, end) {
    const limit = threshold * this.window;
    const result = [];
    let before;
    for (const time of this.bends(end)) {
      const weight = this.weight(time);
      const breached = weight <= limit;
      if (before === undefined) {
        result.push({ time, breached });
      } else if (breached !== before.breached) {
        const span = time - before.time;
        if (breached) {
          const after = ceilDiv((before.weight - limit) * span, before.weight - weight);
          result.push({ time: before.time + after, breached });
        } else {
          // strictly above the limit: the millisecond after the last one that is not
          const after = ((limit - before.weight) * span) / (weight - before.weight) + 1n;
          result.push({ time: before.time + after, breached });
        }
      }
      before = { time, weight, breached };
    }
    return result;
  }
}

/**
 * The incidents of a product up to `end`, as its trigger must see them: armed, observing, disarmed until the average has
 * been on the good side for the duration. `upheld` is undefined while an observation is not over at `end`.
 */
export function incidents(rounds, terms, end) {
  const averages = new Averages(rounds, terms.window);
  const sides = averages.crossings(terms.threshold, end);
  const found = [];
  // a first average that is a breach does not count: the event was there before the trigger
  let armed = sides.length > 0 && !sides[0].breached;
  for (let i = 0; i < sides.length; i += 1) {
    const { time, breached } = sides[i];
    const next = i + 1 < sides.length ? sides[i + 1].time : undefined;
    const until = time + terms.duration;
    if (!breached) {
      if (!armed && (next === undefined ? end : next) >= until) armed = true;
      continue;
    }
    if (!armed) continue;
    armed = false;
    if (next !== undefined && next < until) {
      found.push({ occurredAt: time, endsAt: next, upheld: false });
    } else if (until <= end) {
      found.push({ occurredAt: time, endsAt: until, upheld: true, worst: averages.lowest(time, until) });
    } else {
      found.push({ occurredAt: time, endsAt: until, upheld: undefined });
    }
  }
  return found;
}

/** What an upheld incident pays on a cover, rounded down. */
export function payoutOf(cover, payout, worst) {
  if (payout === 'full') return cover;
  const { attachment, exhaustion } = payout;
  if (worst >= attachment) return 0n;
  if (worst <= exhaustion) return cover;
  return (cover * (attachment - worst)) / (attachment - exhaustion);
}

/**
 * What each policy is paid over all upheld incidents of its product.
 * @param {{id: string, product: string, cover: bigint, boughtAt: bigint, period: bigint}[]} policies
 * @param {Record<string, object>} products terms by product
 */
export function expected(rounds, products, policies, end) {
  const byProduct = {};
  const paid = new Map(policies.map(({ id }) => [id, 0n]));
  for (const [name, terms] of Object.entries(products)) {
    byProduct[name] = incidents(rounds, terms, end);
    for (const incident of byProduct[name]) {
      if (!incident.upheld) continue;
      for (const policy of policies) {
        if (policy.product !== name) continue;
        const startsAt = policy.boughtAt + terms.waiting;
        const endsAt = policy.boughtAt + policy.period;
        if (incident.occurredAt < startsAt || incident.occurredAt >= endsAt) continue;
        const left = policy.cover - paid.get(policy.id);
        const amount = payoutOf(policy.cover, terms.payout, incident.worst);
        paid.set(policy.id, paid.get(policy.id) + (amount < left ? amount : left));
      }
    }
  }
  const total = [...paid.values()].reduce((sum, amount) => sum + amount, 0n);
  return { incidents: byProduct, paid, total };
}
