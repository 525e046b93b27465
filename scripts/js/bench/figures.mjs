// SPDX-License-Identifier: Apache-2.0
// The arithmetic of the bench: the calls that fit into a block, the figure of several blocks, the
// line at the end.

/** The most calls that are sent for one block. */
export const MOST_SENT = 4_000;
/** More than fits is sent, so that a block is full: in hundredths. */
const MORE = 130;
/** Picoseconds of a millisecond: weights count picoseconds. */
const PS_PER_MS = 1e9;

/** The median, the lower one if two are in the middle; `undefined` of no numbers. */
export function median(numbers) {
  const order = [...numbers].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return order[Math.floor((order.length - 1) / 2)];
}

/**
 * The calls of one kind that fit into a block. Each needs room for the weight that it declares, and
 * takes up the weight that it is charged in the end.
 */
export function fitting({ limit, declared, actual }) {
  if (declared > limit) return 0;
  if (actual <= 0n) throw new RangeError('A call has a weight above zero.');
  return Number((limit - declared) / actual) + 1;
}

/** The calls to send, so that a block into which `fits` of them fit is full. */
export const toSend = (fits) => Math.min(MOST_SENT, Math.ceil((fits * MORE) / 100) + 1);

/** The figure of a row, and its origin in words: the blocks that were counted, and the books. */
export function figureOf(counts, fits, { limit, actual }) {
  const books = `${fits} by the books (${milliseconds(actual)} of ${milliseconds(limit)} each)`;
  if (counts.length === 0) return { figure: fits, how: `${books}; no block was full, as there were too few calls` };
  const range = `${Math.min(...counts)} to ${Math.max(...counts)}`;
  const many = `median of ${counts.length} full blocks (${range})`;
  const how = `${counts.length === 1 ? `one full block (${counts[0]})` : many}; ${books}`;
  return { figure: Math.min(median(counts), fits), how };
}

/** A weight in milliseconds of computation, with three digits after the point. */
export const milliseconds = (weight) => `${(Number(weight) / PS_PER_MS).toFixed(3)} ms`;

/** The milliseconds in which one call is executed: a full block less an empty one, by its calls. */
export const executionOf = (full, empty, count) => Math.max(full - empty, 0) / count;

/** A weight, and the milliseconds of the execution that it is charged for, as a ratio. */
export function chargedRatio(weight, executed) {
  if (executed <= 0) throw new RangeError('The execution of a call takes time.');
  return Number(weight) / PS_PER_MS / executed;
}

/** The milliseconds in which the node prepared its blocks, by their numbers, from its log. */
export function preparedIn(log) {
  const lines = log.matchAll(/Prepared block for proposing at (\d+) \((\d+) ms\)/g);
  return new Map([...lines].map(([, number, took]) => [Number(number), Number(took)]));
}

/**
 * The milliseconds of a call in the making of full blocks: the median of the blocks; `undefined` if
 * the log has none of them.
 */
export function madeIn(blocks, log) {
  const known = blocks.filter(({ number, count }) => log.has(number) && count > 0);
  return median(known.map(({ number, count }) => log.get(number) / count));
}

/** A ratio with one digit after the point. */
export const rounded = (ratio) => Math.round(ratio * 10) / 10;

/** The last line: JSON with the figures by their names. */
export function lastLine({ buy, deposit, claim, cancel, feeRatio, charged }) {
  return JSON.stringify({
    bench: 'quick',
    buy_per_block: buy,
    deposit_per_block: deposit,
    claim_per_block: claim,
    cancel_per_block: cancel,
    fee_ratio: rounded(feeRatio),
    charged_ratio: rounded(charged),
  });
}
