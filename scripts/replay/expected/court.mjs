// SPDX-License-Identifier: Apache-2.0
// What the seats of panels gain and lose, and what comes back of appeals, by the rules alone and from the votes, without asking
// the chain. All numbers are BigInt in the smallest unit of the native token.

const MILLION = 1_000_000n;
const least = (a, b) => (a < b ? a : b);
const sumOf = (numbers) => numbers.reduce((total, number) => total + number, 0n);

/** A vote prefers a choice to another one. */
const prefers = (ranks) => new Set(ranks).size > 1;

/** The seats of a panel that preferred a choice. */
const counted = (panel) => panel.filter(({ ranks }) => ranks !== undefined && prefers(ranks));

/** The seats of one voter. */
const seatsOf = ({ stakes }) => sumOf(stakes.map(({ seats }) => BigInt(seats)));

/** The votes that put one choice above another. */
const above = (panel, one, other) => sumOf(counted(panel).filter(({ ranks }) => ranks[one] < ranks[other]).map(seatsOf));

/** More than a sixth of the seats. */
const isEnough = (votes, seats) => votes * 6n > BigInt(seats);

/** The votes by which one choice is ahead of another, with enough above it; zero if it is not. */
function lead(panel, seats, one, other) {
  const [votes, against] = [above(panel, one, other), above(panel, other, one)];
  return isEnough(votes, seats) && votes > against ? votes - against : 0n;
}

/** Enough votes put one of two choices above the other. */
const areToldApart = (panel, seats, one, other) =>
  isEnough(above(panel, one, other), seats) || isEnough(above(panel, other, one), seats);

/**
 * The choice of a panel by its place: the one that beats every other one by one. Undefined if there is none, half of the seats or
 * fewer revealed a vote, or a third or fewer preferred a choice; the stories have no circle.
 *
 * @param panel entries `{ voter, stakes: [{ owner, seats }], ranks, hasReasons }`; no ranks for a vote that was not revealed
 */
export function choiceOf(panel, { seats, choices }) {
  const present = sumOf(panel.filter(({ ranks }) => ranks !== undefined).map(seatsOf));
  const votes = sumOf(counted(panel).map(seatsOf));
  if (present * 2n <= BigInt(seats) || votes * 3n <= BigInt(seats)) return undefined;
  const places = Array.from({ length: choices }, (_, place) => place);
  return places.find((one) => places.every((other) => other === one || lead(panel, seats, one, other) > 0n));
}

/** The part of the votes that disagrees with a seat about the outcome, in millionths. */
function dissent({ ranks }, outcome, deciding, seats) {
  const above = ranks.map((rank, place) => (rank < ranks[outcome] ? lead(deciding, seats, outcome, place) : 0n));
  const margin = above.reduce((most, one) => (one > most ? one : most), 0n);
  return (margin * MILLION) / sumOf(counted(deciding).map(seatsOf));
}

/** The loss of one seat. */
function lossOf(seat, { outcome, deciding, seats, stake }) {
  if (seat.ranks === undefined) return stake;
  return ((stake / 2n) * dissent(seat, outcome, deciding, seats)) / MILLION;
}

/** A vote gains: it has reasons, and put the outcome first, and above each choice that is told apart from it. */
const gains = ({ ranks, hasReasons }, { outcome, deciding, seats }) =>
  ranks !== undefined &&
  hasReasons &&
  prefers(ranks) &&
  ranks.every((rank, place) => rank > ranks[outcome] || (rank === ranks[outcome] && !areToldApart(deciding, seats, outcome, place)));

/**
 * The gains and losses of a panel.
 *
 * @param outcome the place of the choice that stands
 * @param deciding the panel that has chosen it, `seats` its size
 * @param stake the stake of a seat, `fee` its fee
 * @returns `{ lost, rewarded, each, rest, changes }`: `changes` by account, fees included
 */
export function settlementOf(panel, rules) {
  const { stake, fee } = rules;
  const changes = new Map();
  const add = (who, amount) => changes.set(who, (changes.get(who) ?? 0n) + amount);
  let [lost, rewarded] = [0n, 0n];
  for (const seat of panel) {
    const loss = lossOf(seat, rules);
    for (const { owner, seats } of seat.stakes) add(owner, -loss * BigInt(seats));
    lost += loss * seatsOf(seat);
    if (gains(seat, rules)) rewarded += seatsOf(seat);
  }
  const each = rewarded === 0n ? 0n : least(lost / rewarded, stake);
  for (const seat of panel.filter((one) => gains(one, rules))) {
    for (const { owner, seats } of seat.stakes) add(owner, each * BigInt(seats));
    add(seat.voter, fee * seatsOf(seat));
  }
  return { lost, rewarded, each, rest: lost - each * rewarded, changes };
}

/**
 * The end of an appeal.
 *
 * @param paid entries `{ who, place, amount }`
 * @param decided the place of the decision, `challenger` that of the choice against it, `outcome` that of the choice that stands
 * @param bond the most that each side takes: the winners' part of what is lost is by the part of their bond that is full
 * @returns `{ prize, others, due }`: what the winners share, what nobody of them gets, and what each account collects
 */
export function appealOf(paid, { decided, challenger, outcome, bond }) {
  const of = (place) => sumOf(paid.filter((one) => one.place === place).map(({ amount }) => amount));
  const sides = [decided, challenger];
  const lost = sumOf(sides.filter((place) => place !== outcome).map(of));
  const won = sides.includes(outcome) ? of(outcome) : 0n;
  const prize = ((lost / 2n) * won) / bond;
  const due = new Map();
  for (const { who, place, amount } of paid) {
    const share = place === outcome && won > 0n ? (prize * amount) / won : 0n;
    const back = place === outcome || !sides.includes(place) ? amount : 0n;
    due.set(who, (due.get(who) ?? 0n) + back + share);
  }
  return { prize, others: lost - prize, due };
}
