// SPDX-License-Identifier: Apache-2.0

//! A pool as slow and obvious as can be: one record per underwriter, per request and per policy,
//! and exact fractions.
//!
//! It is independent of the pallet and of `breakwater_math`. No sum is kept that can be added up,
//! no bucket, no scaled rate, no carry. Fractions are cut to 2^-96 of a unit after each product, so
//! that their length does not grow with the sequence. That is far below everything that is
//! compared.

use super::Tranche;
use num_bigint::BigInt;
use num_rational::BigRational;
use std::collections::BTreeMap;

pub type Q = BigRational;
pub type Person = usize;

/// A whole number.
pub fn q(n: u128) -> Q {
	Q::from_integer(BigInt::from(n))
}

/// Parts of a million.
pub fn ppm(parts: u32) -> Q {
	Q::new(parts.into(), 1_000_000.into())
}

fn zero() -> Q {
	q(0)
}

/// Cut to 2^-96.
pub fn cut(x: Q) -> Q {
	let (numer, denom) = x.into_raw();
	let scaled: BigInt = (numer << 96) / denom;
	Q::new(scaled, BigInt::from(1) << 96)
}

fn sum<'a>(items: impl Iterator<Item = &'a Q>) -> Q {
	items.fold(zero(), |sum, item| sum + item)
}

pub fn min(a: Q, b: Q) -> Q {
	if a < b {
		a
	} else {
		b
	}
}

pub fn max(a: Q, b: Q) -> Q {
	if a > b {
		a
	} else {
		b
	}
}

/// An underwriter in one tranche.
#[derive(Clone, Debug)]
pub struct Holder {
	/// Shares outside the queue, unlocking ones included.
	pub shares: Q,
	pub unlocking: Q,
	/// The active day at whose beginning they return.
	pub unlocks_on: u64,
}

/// A request to leave.
#[derive(Clone, Debug)]
pub struct Request {
	pub index: u32,
	pub who: Person,
	pub shares: Q,
	pub min_out: u128,
	pub ready_at: u64,
}

#[derive(Clone, Debug, Default)]
pub struct ClassModel {
	pub assets: Option<Q>,
	pub holders: BTreeMap<Person, Holder>,
	pub queue: Vec<Request>,
	pub next_index: u32,
	pub is_exhausted: bool,
	/// The accounts whose shares are of an epoch that is over.
	pub over: Vec<Person>,
	/// The largest difference between the pallet's balances and these, in units.
	pub slack: Option<Q>,
}

impl ClassModel {
	pub fn assets(&self) -> Q {
		self.assets.clone().unwrap_or_else(zero)
	}

	pub fn slack(&self) -> Q {
		self.slack.clone().unwrap_or_else(|| q(8))
	}

	/// Returns the sum of all shares.
	pub fn shares(&self) -> Q {
		let held = sum(self.holders.values().map(|holder| &holder.shares));
		held + sum(self.queue.iter().map(|request| &request.shares))
	}

	/// Returns the worth of a share. A unit and a million shares of no account count as always
	/// there.
	pub fn price(&self) -> Q {
		(self.assets() + q(1)) / (self.shares() + q(1_000_000))
	}

	pub fn value(&self, shares: &Q) -> Q {
		if self.is_exhausted {
			return zero();
		}
		min(cut(shares * self.price()), self.assets())
	}

	/// Returns the worth of all shares of an account in the tranche.
	pub fn worth(&self, who: Person) -> Q {
		let queued =
			sum(self.queue.iter().filter(|request| request.who == who).map(|request| &request.shares));
		let held = self.holders.get(&who).map_or_else(zero, |holder| holder.shares.clone());
		self.value(&(held + queued))
	}

	pub fn is_live(&self) -> bool {
		!self.is_exhausted && self.shares() > zero()
	}

	pub fn unlocking(&self) -> Q {
		sum(self.holders.values().map(|holder| &holder.unlocking))
	}

	pub fn loosen(&mut self, by: Q) {
		self.slack = Some(cut(self.slack() + by));
	}

	pub fn add_shares(&mut self, who: Person, shares: Q) {
		self.over.retain(|other| *other != who);
		let none = || Holder { shares: zero(), unlocking: zero(), unlocks_on: 0 };
		let holder = self.holders.entry(who).or_insert_with(none);
		holder.shares = cut(&holder.shares + shares);
	}
}

/// A policy.
#[derive(Clone, Debug)]
pub struct PolicyModel {
	pub product: u32,
	pub cover: u128,
	/// The active day at whose beginning the exposure ends.
	pub expiry: u64,
	/// True if the pool has looked at that day.
	pub is_released: bool,
	/// The moment at which the premium is earned.
	pub boundary: u64,
	pub unearned: Q,
	/// True if its premium repays the reserve's loan.
	pub is_pledged: bool,
}

#[derive(Clone, Debug)]
pub struct LockModel {
	pub product: u32,
	pub amount: u128,
}

/// An incident that was settled in part and is not final.
#[derive(Clone, Debug)]
pub struct PartialModel {
	pub incident: u32,
	pub loss: u128,
	/// The amount that it has got of the pool.
	pub drawn: u128,
}

/// The present settings of governance and the reserve.
#[derive(Clone, Debug)]
pub struct Terms {
	pub reserve: Q,
	pub treasury: Q,
	pub min_junior: Q,
	pub max_fee: u32,
	pub now: u64,
	pub active: u64,
}

#[derive(Clone, Debug)]
pub struct Model {
	pub junior: ClassModel,
	pub senior: ClassModel,
	pub policies: Vec<PolicyModel>,
	pub locks: BTreeMap<u32, LockModel>,
	pub partials: Vec<PartialModel>,
	pub weights: BTreeMap<u32, Q>,
	pub leverage: Q,
	pub factor: Q,
	pub senior_part: Q,
	/// The largest error of the part that the error of the capital causes.
	pub part_slack: Q,
	pub fee: u32,
	pub next_fee: Option<(u32, u64)>,
	pub earned_to: u64,
	pub owed: Q,
	pub has_loan: bool,
	pub loans: u32,
	/// The sums ever given to each, or due to each.
	pub reserve: Q,
	/// The part of the reserve's sum that is its share of premiums.
	pub share: Q,
	pub treasury: Q,
	pub manager: Q,
	pub repaid: Q,
	pub written_off: Q,
	/// The payments to each underwriter, and their largest error.
	pub paid: Vec<(Q, Q)>,
}

const DAY: u64 = 86_400_000;

impl Model {
	pub fn new(people: usize, leverage: u32, factor: u32, fee: u32, now: u64) -> Self {
		Self {
			junior: ClassModel::default(),
			senior: ClassModel::default(),
			policies: Vec::new(),
			locks: BTreeMap::new(),
			partials: Vec::new(),
			weights: (1..=3).map(|product| (product, q(1))).collect(),
			leverage: Q::new(leverage.into(), 100.into()),
			factor: ppm(factor),
			senior_part: zero(),
			part_slack: zero(),
			fee,
			next_fee: None,
			earned_to: now,
			owed: zero(),
			has_loan: false,
			loans: 0,
			reserve: zero(),
			share: zero(),
			treasury: zero(),
			manager: zero(),
			repaid: zero(),
			written_off: zero(),
			paid: vec![(zero(), zero()); people],
		}
	}

	pub fn tranche(&self, tranche: Tranche) -> &ClassModel {
		if tranche == Tranche::Junior {
			&self.junior
		} else {
			&self.senior
		}
	}

	pub fn tranche_mut(&mut self, tranche: Tranche) -> &mut ClassModel {
		if tranche == Tranche::Junior {
			&mut self.junior
		} else {
			&mut self.senior
		}
	}

	pub fn capital(&self) -> Q {
		self.junior.assets() + self.senior.assets()
	}

	pub fn slack(&self) -> Q {
		self.junior.slack() + self.senior.slack()
	}

	pub fn is_frozen(&self) -> bool {
		!self.locks.is_empty() || !self.partials.is_empty()
	}

	/// Returns the sum that all underwriters have and got.
	pub fn joint(&self) -> Q {
		let in_pool = |tranche: &ClassModel| tranche.value(&tranche.shares());
		sum(self.paid.iter().map(|(paid, _)| paid)) + in_pool(&self.junior) + in_pool(&self.senior)
	}

	/// Looks at the pool as a call does: premium is earned until now, a fee is raised, cover ends,
	/// shares return.
	pub fn touch(&mut self, terms: &Terms) {
		let (mut all, mut pledged) = (zero(), zero());
		for policy in &mut self.policies {
			if policy.boundary <= self.earned_to || terms.now <= self.earned_to {
				continue;
			}
			let gone = terms.now.min(policy.boundary) - self.earned_to;
			let part = Q::new(gone.into(), (policy.boundary - self.earned_to).into());
			let earned = if terms.now >= policy.boundary {
				policy.unearned.clone()
			} else {
				cut(&policy.unearned * part)
			};
			policy.unearned = &policy.unearned - &earned;
			if policy.is_pledged {
				pledged += &earned;
			}
			all += earned;
		}
		self.earned_to = terms.now;
		self.earn(all, pledged, terms);
		if let Some((fee, ready_at)) = self.next_fee {
			if terms.active >= ready_at {
				self.fee = fee.min(terms.max_fee).max(self.fee);
				self.next_fee = None;
			}
		}
		let today = terms.active / DAY;
		for policy in &mut self.policies {
			if policy.expiry > today || policy.is_released {
				continue;
			}
			policy.is_released = true;
		}
		for tranche in [&mut self.junior, &mut self.senior] {
			for holder in tranche.holders.values_mut() {
				if holder.unlocks_on <= today {
					holder.unlocking = zero();
				}
			}
		}
	}

	/// Shares earned premium. Reserve and treasury get their parts of all of it, and the manager a
	/// part of the rest. The loan gets the pledged premium that is left. Senior gets its part of
	/// the rest, and junior the remainder.
	pub fn earn(&mut self, all: Q, pledged: Q, terms: &Terms) {
		if all > zero() {
			let reserve = &all * &terms.reserve;
			let treasury = min(&all * &terms.treasury, &all - &reserve);
			let left = &all - &reserve - &treasury;
			let manager = &left * ppm(self.fee);
			let underwriters = left - &manager;
			let loan = if self.has_loan {
				min(cut(&underwriters * &pledged / &all), self.owed.clone())
			} else {
				zero()
			};
			let rest = cut(underwriters - &loan);
			self.share = cut(&self.share + &reserve);
			self.reserve = cut(&self.reserve + reserve);
			self.treasury = cut(&self.treasury + treasury);
			self.manager = cut(&self.manager + manager);
			self.repaid = &self.repaid + &loan;
			self.owed = &self.owed - loan;
			match (self.junior.is_live(), self.senior.is_live()) {
				(true, true) => {
					let senior = cut(&rest * &self.senior_part);
					let wrong = cut(&rest * &self.part_slack);
					self.grow(Tranche::Junior, &rest - &senior, wrong.clone());
					self.grow(Tranche::Senior, senior, wrong);
				}
				(true, false) => self.grow(Tranche::Junior, rest, zero()),
				(false, true) => self.grow(Tranche::Senior, rest, zero()),
				(false, false) => self.reserve = &self.reserve + rest,
			}
		}
		self.close_loan();
	}

	/// Lets a tranche earn. The error in the parts of its underwriters grows with it.
	fn grow(&mut self, tranche: Tranche, by: Q, wrong: Q) {
		let tranche = self.tranche_mut(tranche);
		let growth = (tranche.assets() + &by + q(1)) / (tranche.assets() + q(1));
		tranche.slack = Some(cut(tranche.slack() * growth + wrong));
		tranche.assets = Some(tranche.assets() + by);
	}

	pub fn close_loan(&mut self) {
		let left =
			sum(self.policies.iter().filter(|policy| policy.is_pledged).map(|policy| &policy.unearned));
		if self.has_loan && (self.owed <= zero() || left <= zero()) {
			self.written_off = &self.written_off + &self.owed;
			self.owed = zero();
			self.has_loan = false;
			self.policies.iter_mut().for_each(|policy| policy.is_pledged = false);
		}
	}

	/// Sets senior's part of earned premium anew, after capital moved. Its factor counts as far as
	/// junior is as large as it should be.
	pub fn set_part(&mut self, terms: &Terms) {
		let (all, wrong) = (self.capital(), self.slack());
		if !self.junior.is_live() || !self.senior.is_live() || all <= zero() {
			(self.senior_part, self.part_slack) = (zero(), zero());
			return;
		}
		let least = &all * &terms.min_junior;
		let stands = min(q(1), self.junior.assets() / &least);
		let discount = (q(1) - &self.factor) * stands;
		self.senior_part = cut(self.senior.assets() * (q(1) - discount) / &all);
		// Where junior is below its least part, its error counts as often as the least part is in
		// the whole.
		let is_large = self.junior.assets() > least + &wrong * q(2);
		let times = if is_large { q(1) } else { q(2) + q(1) / &terms.min_junior };
		self.part_slack = min(cut(wrong * times / all), q(1));
	}

	/// Returns the least amount of a part payment: the smallest withdrawal, or a hundredth of the
	/// pool.
	pub fn least_part(&self, smallest: Q) -> Q {
		min(smallest, self.capital() / q(100))
	}

	pub fn exposure(&self, product: u32) -> u128 {
		let live = |policy: &&PolicyModel| policy.product == product && !policy.is_released;
		self.policies.iter().filter(live).map(|policy| policy.cover).sum()
	}

	pub fn locked(&self, product: u32) -> u128 {
		self.locks.values().filter(|lock| lock.product == product).map(|lock| lock.amount).sum()
	}

	/// Returns the amount that a product counts for: the larger of the cover in force and the
	/// locks.
	fn burden(&self, product: u32, more: u128) -> u128 {
		(self.exposure(product) + more).max(self.locked(product))
	}

	/// Returns the capital that must stay, with `more` cover on a product. Products 1 and 2 are one
	/// group, 3 is another.
	fn required_with(&self, on: u32, more: u128) -> Q {
		let burden = |product| self.burden(product, if product == on { more } else { 0 });
		let groups = [burden(1) + burden(2), burden(3)];
		max(q(groups[0].max(groups[1])), q(groups[0] + groups[1]) / &self.leverage)
	}

	pub fn required(&self) -> Q {
		self.required_with(0, 0)
	}

	pub fn available(&self, terms: &Terms) -> Q {
		let at_work = |tranche: &ClassModel| {
			let idle = sum(tranche.queue.iter().map(|request| &request.shares)) + tranche.unlocking();
			if tranche.is_live() {
				tranche.assets() - tranche.value(&idle)
			} else {
				zero()
			}
		};
		let locks = q((1..=3).map(|product| self.locked(product)).sum());
		let (junior, senior) = (at_work(&self.junior), at_work(&self.senior));
		let both = &junior + senior;
		let backed = junior / &terms.min_junior;
		max(min(both, backed) - locks, zero())
	}

	/// True if all limits allow cover on a product with so much available capital (group cap and
	/// policy share are off).
	pub fn accepts(&self, product: u32, cover: u128, available: &Q) -> bool {
		let live = |of: u32| {
			if self.locked(of) > 0 {
				0
			} else {
				self.exposure(of) + if of == product { cover } else { 0 }
			}
		};
		let group = if product == 3 { live(3) } else { live(1) + live(2) };
		self.locked(product) == 0
			&& q(live(product)) <= available * &self.weights[&product]
			&& q(group) <= *available
			&& q(live(1) + live(2) + live(3)) <= available * &self.leverage
			&& q(cover) <= *available
			&& self.required_with(product, cover) <= *available
	}

	/// Returns the amount that may leave a tranche now.
	pub fn free_for(&self, tranche: Tranche, terms: &Terms) -> Q {
		let free = max(self.capital() - self.required(), zero());
		if tranche == Tranche::Senior || self.required() <= zero() || !self.senior.is_live() {
			return free;
		}
		if terms.min_junior >= q(1) {
			return zero();
		}
		let stays = self.senior.assets() * &terms.min_junior / (q(1) - &terms.min_junior);
		min(free, max(self.junior.assets() - stays, zero()))
	}
}
