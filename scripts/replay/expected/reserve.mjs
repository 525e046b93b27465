// SPDX-License-Identifier: Apache-2.0
// What losses must be paid, and by whom, when pools are short: first loss, pools, the reserve's own funds and stake, what is
// owed, and the order in which it is paid later. By the rules of docs/design.md (12 and 13) and the decisions 0011, 0029, 0030
// 0032 and 0035 alone, without asking the chain.
//
// Premium is no subject here: when it is earned, and how much of it is whose, is given to the books as it comes. So are the
// moments of what happens. No amount of a loss, a limit, a debt or a payment is. All numbers are BigInt in the asset's smallest
// unit, times in milliseconds.

const MILLION = 1_000_000n;
const DAY = 86_400_000n;
/** The days for which a draw counts against the limit of its group, if it was before an incident was opened. */
const GROUP_DAYS = 30n;
/** A debt is paid in parts of at least a hundredth. */
const LEAST_PART = 100n;
/** A partial settlement gets more only if it is above a thousandth of its loss. */
const SLIGHT = 1_000n;
/** Virtual shares of a stake or a tranche, and the part of the first price below which a tranche is exhausted. */
const VIRTUAL = 1_000_000n;
const EXHAUSTED = 1_000_000n;

/** What the chain starts with: parts in millionths, and the multiple of what a pool has contributed. */
export const LIMITS = { perIncident: 200_000n, perGroup: 400_000n, multiple: 10n, minimum: 1n };

const least = (...numbers) => numbers.reduce((a, b) => (b < a ? b : a));
const above = (number) => (number > 0n ? number : 0n);
const sumOf = (numbers) => numbers.reduce((total, number) => total + number, 0n);

/**
 * What a partial settlement has from its pool after a top-up: `loss × min(1, (assets + Σ drawn) / (Σ losses + locks))`, rounded
 * down, over those that do not have more already.
 */
export function toppedUp(assets, own, others, locks) {
  let counted = [own, ...others];
  for (;;) {
    const all = assets + sumOf(counted.map(({ drawn }) => drawn));
    const wanted = locks + sumOf(counted.map(({ loss }) => loss));
    if (all >= wanted) return own.loss;
    const fits = counted.filter(({ loss, drawn }) => drawn * wanted <= loss * all);
    if (!fits.includes(own)) return own.drawn;
    if (fits.length === counted.length) return (own.loss * all) / wanted;
    counted = fits;
  }
}

/** What shares of the stake are worth, rounded down. */
export const worthOf = (part, { assets, shares }) => (part * (assets + 1n)) / (shares + VIRTUAL);
/** The shares that an amount buys, rounded down. */
export const sharesFor = (amount, { assets, shares }) => (amount * (shares + VIRTUAL)) / (assets + 1n);

/** Whether a tranche has capital, and the price of its shares is a millionth of the first price or more. */
const isLive = ({ assets, shares }) => assets > 0n && (assets + 1n) * VIRTUAL * EXHAUSTED >= shares + VIRTUAL;

const TRANCHES = ['junior', 'senior'];

/** A pool: its tranches, what it gave to the reserve and got, and its loan. */
class PoolBooks {
  constructor() {
    this.junior = { assets: 0n, shares: 0n };
    this.senior = { assets: 0n, shares: 0n };
    Object.assign(this, { contributed: 0n, got: 0n, loan: 0n, lent: 0n, repaid: 0n });
  }

  get capital() {
    return this.junior.assets + this.senior.assets;
  }

  /**
   * Takes `amount` of a loss of `loss`: junior first, then senior. A tranche that is exhausted by it gives its dust to what the loss
   * lacks, then to the loan, then to the other tranche. What each gave for the loss, dust included.
   */
  lose(loss, amount) {
    const ofJunior = least(amount, this.junior.assets);
    const given = { junior: ofJunior, senior: amount - ofJunior };
    const live = { junior: isLive(this.junior), senior: isLive(this.senior) };
    for (const name of TRANCHES) this[name].assets -= given[name];
    for (const name of TRANCHES) {
      if (!live[name] || isLive(this[name])) continue;
      const dust = this[name].assets;
      this[name].assets = 0n;
      const used = least(dust, loss - given.junior - given.senior);
      given[name] += used;
      const repaid = least(dust - used, this.loan);
      this.loan -= repaid;
      const other = this[name === 'junior' ? 'senior' : 'junior'];
      if (isLive(other)) other.assets += dust - used - repaid;
    }
    return given;
  }
}

/** The books of pools and reserve in one asset. Each incident concerns one pool. */
export class Books {
  constructor(limits = LIMITS) {
    this.limits = limits;
    this.own = 0n;
    this.setAside = 0n;
    this.owed = 0n;
    this.stake = { assets: 0n, shares: 0n };
    this.pools = new Map();
    this.incidents = new Map();
    this.draws = [];
    this.debts = [];
  }

  pool(id) {
    if (!this.pools.has(id)) this.pools.set(id, new PoolBooks());
    return this.pools.get(id);
  }

  incident(id) {
    const incident = this.incidents.get(id);
    if (incident === undefined) throw new Error(`the books know no incident ${id}`);
    return incident;
  }

  get funds() {
    return this.own + this.stake.assets;
  }

  // Money that comes, as it comes.

  /** A deposit into a tranche for shares, which it returns. */
  deposit(pool, amount, name = 'junior') {
    const tranche = this.pool(pool)[name];
    const shares = sharesFor(amount, tranche);
    tranche.assets += amount;
    tranche.shares += shares;
    return shares;
  }

  /** An exhausted tranche begins anew. */
  reopen(pool, name) {
    this.pool(pool)[name] = { assets: 0n, shares: 0n };
  }

  /** Stake for shares, which it returns. */
  addStake(amount) {
    const shares = sharesFor(amount, this.stake);
    this.stake = { assets: this.stake.assets + amount, shares: this.stake.shares + shares };
    return shares;
  }

  /** Shares that leave, for what they are worth, which it returns. */
  takeStake(shares) {
    const amount = worthOf(shares, this.stake);
    this.stake = { assets: this.stake.assets - amount, shares: this.stake.shares - shares };
    return amount;
  }

  /** What underwriters withdraw, and the shares for it. */
  withdraw(pool, amount, shares, name) {
    const tranche = this.pool(pool)[name];
    tranche.assets -= amount;
    tranche.shares -= shares;
  }

  /** Premium that a pool has earned: what its tranches get, and what goes to its loan. */
  earn(pool, { junior, senior = 0n, loan = 0n }) {
    const books = this.pool(pool);
    books.junior.assets += junior;
    books.senior.assets += senior;
    books.loan -= loan;
    if (books.loan < 0n) throw new Error(`pool ${pool} repays more than its loan`);
  }

  /** The rest of a pool's loan is given up. */
  writeOff(pool, amount) {
    this.pool(pool).loan -= amount;
  }

  /** Income of the reserve: half of it, rounded down, is set aside while it owes, and no more than it owes. */
  income(amount, most = amount / 2n) {
    const aside = least(most, this.owed - this.setAside);
    this.setAside += aside;
    this.own += amount - aside;
    return aside;
  }

  /** The share of a pool's premium: it counts as contribution. */
  share(pool, amount) {
    this.pool(pool).contributed += amount;
    return this.income(amount);
  }

  /** Money that repays a pool's loan: all of it is set aside while the reserve owes. */
  repay(pool, amount) {
    this.pool(pool).repaid += amount;
    return this.income(amount, amount);
  }

  // The life of an incident.

  /** An incident is opened: it locks capital of its pool, and its limits are fixed. */
  open(id, { pool, group, lock, time = 0n }) {
    const { perIncident, perGroup } = this.limits;
    this.incidents.set(id, {
      pool,
      group,
      lock,
      at: this.incidents.size,
      openedOn: time / DAY,
      limit: (this.funds * perIncident) / MILLION,
      groupLimit: (this.funds * perGroup) / MILLION,
      stage: 'open',
      firstLoss: 0n,
      fromPool: 0n,
      lost: { junior: 0n, senior: 0n },
      fromReserve: 0n,
      fromStake: 0n,
      owedByReserve: 0n,
      owedByPool: 0n,
      paidLater: 0n,
      recovered: 0n,
      salvaged: 0n,
    });
  }

  /** It is not covered: the lock goes. */
  reject(id) {
    this.incident(id).stage = 'rejected';
  }

  /** The pool's incidents that are not over, but this one. */
  others(id) {
    const { pool } = this.incident(id);
    return [...this.incidents.entries()].filter(([other, one]) => other !== id && one.pool === pool).map(([, one]) => one);
  }

  /**
   * It is upheld. `claims` is the sum of what is claimed, `firstLoss` the sponsor's money before the pool. A pool with assets for
   * all that is locked and owed pays each claim at once.
   */
  uphold(id, { claims, firstLoss = 0n }) {
    const incident = this.incident(id);
    Object.assign(incident, { claims, firstLoss: least(firstLoss, claims), cutoff: this.incidents.size });
    incident.loss = claims - incident.firstLoss;
    const books = this.pool(incident.pool);
    const open = this.others(id).filter(({ stage }) => ['open', 'totalled'].includes(stage));
    const waits = this.others(id).filter(({ stage }) => stage === 'partial');
    const against = incident.lock + sumOf(open.map(({ lock }) => lock)) + sumOf(waits.map(({ loss, fromPool }) => loss - fromPool));
    incident.isReserved = books.capital >= against;
    if (!incident.isReserved) return;
    incident.stage = 'final';
    this.bear(incident, incident.loss, incident.loss);
  }

  /** The tranches of an incident's pool bear `amount` of what its `loss` still lacks. */
  bear(incident, loss, amount) {
    const given = this.pool(incident.pool).lose(loss, amount);
    for (const name of TRANCHES) {
      incident.lost[name] += given[name];
      incident.fromPool += given[name];
    }
  }

  /** Its claims are known: it locks no more than they are. */
  total(id) {
    const incident = this.incident(id);
    Object.assign(incident, { lock: incident.loss, stage: 'totalled' });
  }

  /** Its pool is charged, or gives more. Whether anything has changed. */
  settle(id, time) {
    const incident = this.incident(id);
    const books = this.pool(incident.pool);
    const isFirst = incident.stage !== 'partial';
    if (isFirst) incident.capital = books.capital;
    const others = this.others(id);
    const locks = sumOf(others.filter(({ stage, at }) => ['open', 'totalled'].includes(stage) && at < incident.cutoff).map(({ lock }) => lock));
    const waiting = others.filter(({ stage }) => stage === 'partial').map(({ loss, fromPool }) => ({ loss, drawn: fromPool }));
    const owed = sumOf(waiting.map(({ loss, drawn }) => loss - drawn));
    const { loss, fromPool } = incident;
    const isWhole = loss === 0n || (isFirst && books.capital >= loss + locks + owed);
    const target = isWhole ? loss : toppedUp(books.capital, { loss, drawn: fromPool }, waiting, locks);
    const isLast = locks === 0n || target === loss;
    if (!isFirst && !isLast && target - fromPool <= loss / SLIGHT) return false;
    this.bear(incident, loss - fromPool, target - fromPool);
    incident.owedByPool = loss - incident.fromPool;
    incident.stage = isLast ? 'final' : 'partial';
    if (isLast) this.draw(incident, time);
    return true;
  }

  /** What a final settlement lacks is asked of the reserve: the pool's limit, those of incident and group, the funds. */
  draw(incident, time) {
    const books = this.pool(incident.pool);
    const { multiple, minimum } = this.limits;
    const wanted = incident.owedByPool;
    const ofPool = above(books.contributed * multiple - books.got);
    const eligible = least(wanted, incident.capital, ofPool);
    incident.isAtPoolLimit = eligible < wanted && eligible === ofPool;
    const today = time / DAY;
    const counts = (day) => day + GROUP_DAYS >= today || day >= incident.openedOn;
    const recent = this.draws.filter(({ group, day }) => group === incident.group && counts(day));
    const ofGroup = above(incident.groupLimit - sumOf(recent.map(({ amount }) => amount)));
    const allowed = least(eligible, incident.limit, ofGroup);
    const all = this.funds + this.setAside;
    const paid = least(allowed, this.funds, above(all - minimum));
    const heldBack = eligible - allowed;
    const fromStake = above(paid - this.own);
    this.own -= paid - fromStake;
    incident.stakeBefore = this.stake.assets;
    this.stake = { ...this.stake, assets: this.stake.assets - fromStake };
    this.owed += heldBack;
    this.draws.push({ group: incident.group, day: today, amount: paid });
    Object.assign(incident, { fromReserve: paid, fromStake, owedByReserve: heldBack, promised: heldBack });
    incident.owedByPool = wanted - paid - heldBack;
    books.got += paid + heldBack;
    books.loan += paid;
    books.lent += paid;
    if (heldBack > 0n) this.debts.push(incident);
  }

  // Afterwards.

  /** The oldest debt is paid as far as the money that is set aside goes, if that is enough. The amount and the debt's incident. */
  payDebt() {
    const incident = this.debts.find(({ owedByReserve }) => owedByReserve > 0n);
    if (incident === undefined) return undefined;
    const promised = incident.owedByReserve + incident.paidLater;
    const part = least((promised + LEAST_PART - 1n) / LEAST_PART, incident.owedByReserve);
    const amount = least(this.setAside, incident.owedByReserve);
    if (amount === 0n || amount < part) return undefined;
    this.setAside -= amount;
    this.owed -= amount;
    incident.owedByReserve -= amount;
    incident.paidLater += amount;
    return { id: [...this.incidents.entries()].find(([, one]) => one === incident)[0], amount };
  }

  /**
   * Money that is recovered: what the pool owes to the claims, what the reserve owes to them, the loan, what the underwriters lost;
   * the rest goes back.
   */
  recover(id, amount) {
    const incident = this.incident(id);
    const books = this.pool(incident.pool);
    const pool = least(amount, incident.owedByPool);
    const reserve = least(amount - pool, incident.owedByReserve);
    const loan = least(amount - pool - reserve, books.loan);
    const salvage = least(amount - pool - reserve - loan, incident.fromPool - incident.salvaged);
    incident.owedByPool -= pool;
    incident.owedByReserve -= reserve;
    incident.recovered += pool + reserve;
    incident.salvaged += salvage;
    books.loan -= loan;
    books.got -= reserve;
    this.owed -= reserve;
    // what was set aside for it is free
    const free = above(this.setAside - this.owed);
    this.setAside -= free;
    this.own += free;
    return { pool, reserve, loan, salvage, back: amount - pool - reserve - loan - salvage };
  }

  /** The parts of what was recovered for the underwriters: senior is made whole first, as it pays only what junior could not. */
  salvageOf(id) {
    const { lost, salvaged } = this.incident(id);
    const senior = least(salvaged, lost.senior);
    return { junior: salvaged - senior, senior };
  }

  /** All money for the claims of an incident until now. */
  fundedOf(id) {
    const { firstLoss, fromPool, fromReserve, paidLater, recovered } = this.incident(id);
    return firstLoss + fromPool + fromReserve + paidLater + recovered;
  }

  /** What a claim has been paid until now: the same part for all claims of the incident, rounded down. */
  paymentOf(id, claim) {
    const { claims } = this.incident(id);
    return claims === 0n ? 0n : (claim * this.fundedOf(id)) / claims;
  }
}
