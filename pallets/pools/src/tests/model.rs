// SPDX-License-Identifier: Apache-2.0

//! The model test: a slow, obvious reference (`reference.rs`) and the pallet in lock-step, under
//! random sequences of every call, time, claims and losses.
//!
//! After each step the model must have said the same of the call (refused or not). Every balance
//! agrees within the named rounding:
//!
//! | amount | bound |
//! |---|---|
//! | a tranche's assets, each underwriter's part of it | 8 units at first, 4 more with each step that moves capital; they grow as the tranche grows by premium, and with the effect of the two tranches' bounds on senior's part |
//! | payments to an underwriter | the tranche's bound and a unit with each payment |
//! | reserve, treasury, manager | 4 units over the whole life |
//! | the reserve's loan | 4 units, and 3 with each loan |
//! | exposures, locks | exact |
//!
//! Jointly the underwriters never have more than in the model, but for two amounts that are not
//! theirs and not given out yet: the sum that the split's rests still owe to the others, and two
//! units with each loan.
//!
//! Money in whole units that leaves for others than underwriters (claims, refunds) is taken from
//! the pallet once it was compared. It is rounded down, by less than a unit and the bound.

mod losses;
mod reference;
mod trading;

use super::mock::*;
use crate::{types::*, Event};
use frame_support::traits::Hooks;
use frame_support::weights::Weight;
use num_bigint::BigInt;
use proptest::prelude::*;
use reference::{
	cut, max, min, ppm, q, LockModel, Model, PartialModel, Person, PolicyModel, Request, Terms, Q,
};
use sp_runtime::DispatchResult;

const PEOPLE: [AccountId; 3] = [ALICE, BOB, DAVE];

#[derive(Clone, Debug)]
enum Step {
	Pass(Moment),
	Deposit(Person, Tranche, Balance),
	Request(Person, Tranche, u32, u32),
	Cancel(Person, Tranche, u8),
	Transfer(Person, Person, Tranche, u32),
	Serve(u32),
	Accrue,
	Idle,
	CrossDays,
	Reset(Tranche),
	Drop(Person, Tranche),
	Fee(u32),
	Allow(Person, bool),
	Weigh(ProductId, u32),
	Status(bool),
	Sell(ProductId, u32, u32, Moment),
	Reduce(u8, u32, u32, u32),
	Open(ProductId),
	Reject(ProductId),
	Uphold(ProductId, u32),
	Reserve(u32, Option<Balance>, bool),
	Limits(u32, u32),
	Donate(Balance),
	Block(Person, bool),
	Collect(Person),
}

fn step() -> impl Strategy<Value = Step> {
	let who = 0usize..3;
	let tranche = prop_oneof![3 => Just(Junior), 2 => Just(Senior)];
	let part = prop_oneof![2 => 0u32..=1_000_000, 1 => Just(1_000_000)];
	let product = 1u32..4;
	let amount = prop_oneof![MIN_DEPOSIT..100_000 * D, MIN_DEPOSIT..1_000 * D];
	let limit = prop_oneof![Just(0), 700_000u32..=1_000_000];
	let trading = prop_oneof![
		5 => (who.clone(), tranche.clone(), amount).prop_map(|(w, c, a)| Step::Deposit(w, c, a)),
		5 => (who.clone(), tranche.clone(), part.clone(), limit).prop_map(|(w, c, s, l)| Step::Request(w, c, s, l)),
		2 => (who.clone(), tranche.clone(), any::<u8>()).prop_map(|(w, c, n)| Step::Cancel(w, c, n)),
		2 => (who.clone(), who.clone(), tranche.clone(), part.clone()).prop_map(|(w, t, c, s)| Step::Transfer(w, t, c, s)),
		4 => (1u32..12).prop_map(Step::Serve),
		1 => tranche.clone().prop_map(Step::Reset),
		1 => (who.clone(), tranche).prop_map(|(w, c)| Step::Drop(w, c)),
		1 => who.clone().prop_map(Step::Collect),
	];
	let managing = prop_oneof![
		2 => (0u32..=110_000).prop_map(Step::Fee),
		1 => (who.clone(), any::<bool>()).prop_map(|(w, a)| Step::Allow(w, a)),
		1 => (product.clone(), 1u32..101).prop_map(|(p, w)| Step::Weigh(p, w)),
		1 => any::<bool>().prop_map(Step::Status),
		2 => (0u32..600_000, prop::option::of(0u128..100_000 * D), any::<bool>())
			.prop_map(|(s, g, r)| Step::Reserve(s, g, r)),
		1 => (10_000u32..=500_000, 0u32..=200_000).prop_map(|(j, t)| Step::Limits(j, t)),
		1 => (1u128..1_000 * D).prop_map(Step::Donate),
		1 => (who, any::<bool>()).prop_map(|(w, b)| Step::Block(w, b)),
	];
	let covering = prop_oneof![
		6 => (product.clone(), 0u32..1_100_000, 1u32..200_000, 0u64..200)
			.prop_map(|(p, c, a, d)| Step::Sell(p, c, a, d)),
		3 => (any::<u8>(), part.clone(), prop_oneof![Just(1_000_000), 0u32..=1_000_000], 0u32..=100_000)
			.prop_map(|(n, s, w, f)| Step::Reduce(n, s, w, f)),
		2 => product.clone().prop_map(Step::Open),
		1 => product.clone().prop_map(Step::Reject),
		3 => (product, part).prop_map(|(p, f)| Step::Uphold(p, f)),
	];
	let passing = prop_oneof![
		5 => prop_oneof![1u64..60_000, 1u64..5 * DAY, DAY..60 * DAY].prop_map(Step::Pass),
		2 => Just(Step::Accrue),
		1 => Just(Step::Idle),
		2 => Just(Step::CrossDays),
	];
	prop_oneof![10 => trading, 3 => managing, 7 => covering, 6 => passing]
}

/// The pallet, the model, and the state that belongs to both.
struct World {
	model: Model,
	policies: Vec<Policy>,
	/// The open incidents by product, with the time of their opening.
	open: Vec<(ProductId, IncidentId, Moment)>,
	next: IncidentId,
	paid_in: [Balance; 3],
	is_private: bool,
	allowed: [bool; 3],
	blocked: [bool; 3],
}

/// The model's verdict on a call. `None` where rounding decides.
type Verdict = Option<bool>;

/// Returns `a >= b`, or `None` if they are closer than the bound.
fn at_least(a: &Q, b: &Q, slack: &Q) -> Verdict {
	if *a >= b + slack {
		Some(true)
	} else if a + slack < *b {
		Some(false)
	} else {
		None
	}
}

fn all(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
	let mut sum = Some(true);
	for verdict in verdicts {
		match verdict {
			Some(false) => return Some(false),
			None => sum = None,
			Some(true) => (),
		}
	}
	sum
}

/// Checks that the pallet does as the model says.
fn agree(result: &DispatchResult, verdict: Verdict, what: &dyn core::fmt::Debug) -> bool {
	if let Some(verdict) = verdict {
		assert_eq!(result.is_ok(), verdict, "{what:?}: the pallet says {result:?}");
	}
	result.is_ok()
}

fn run(call: impl FnOnce() -> DispatchResult) -> DispatchResult {
	System::reset_events();
	frame_support::storage::with_storage_layer(call)
}

fn terms() -> Terms {
	let limits = limits().bounded();
	Terms {
		reserve: ppm(reserve().share.deconstruct()),
		treasury: ppm(limits.treasury_share.deconstruct()),
		min_junior: ppm(limits.min_junior.deconstruct()),
		max_fee: limits.max_fee.deconstruct(),
		now: now(),
		active: active(),
	}
}

fn close(ours: Balance, exact: &Q, slack: &Q, what: &str) {
	let is_close = q(ours) <= exact + slack && *exact <= q(ours) + slack;
	assert!(is_close, "{what}: {ours} is not {} within {}", exact.round(), slack.ceil());
}

impl World {
	fn touch(&mut self) {
		self.model.touch(&terms());
	}

	fn frozen(&self) -> bool {
		self.model.is_frozen()
	}

	fn may_hold(&self, who: Person) -> bool {
		!self.is_private || self.allowed[who]
	}

	fn run(&mut self, step: Step) {
		// As every call that prices something, but for time and calls that are never refused.
		if !matches!(step, Step::Pass(_)) && Pools::state(0).unwrap().behind {
			accrue(0);
			self.touch();
		}
		// As the claims do in each block: partial settlements are topped up.
		if !matches!(step, Step::Pass(_)) {
			self.top_up_all();
		}
		match step.clone() {
			Step::Pass(millis) => TestClock::pass(millis),
			Step::CrossDays => self.cross_days(),
			Step::Deposit(who, tranche, amount) => self.deposit(who, tranche, amount),
			Step::Request(who, tranche, part, limit) => self.request(who, tranche, part, limit),
			Step::Cancel(who, tranche, n) => self.cancel(who, tranche, n),
			Step::Transfer(from, to, tranche, part) => self.transfer(from, to, tranche, part),
			Step::Serve(max) => self.serve(max),
			Step::Accrue => {
				accrue(0);
				self.touch();
			}
			Step::Idle => self.idle(),
			Step::Reset(tranche) => self.reset(tranche),
			Step::Drop(who, tranche) => self.drop(who, tranche),
			Step::Fee(fee) => self.set_fee(fee),
			Step::Allow(who, is_allowed) => {
				let result = run(|| Pools::set_allowed(signed(MANAGER), 0, PEOPLE[who].clone(), is_allowed));
				let changes = self.is_private && self.allowed[who] != is_allowed;
				if agree(&result, Some(changes), &step) {
					self.allowed[who] = is_allowed;
				}
			}
			Step::Weigh(product, percent) => {
				weigh(0, product, percent);
				self.model.weights.insert(product, ppm(percent * 10_000));
			}
			Step::Status(is_open) => {
				let status = if is_open { PoolStatus::Open } else { PoolStatus::Paused };
				let _ = Pools::set_status(RuntimeOrigin::root(), 0, status);
			}
			Step::Sell(product, part, premium, days) => self.sell(product, part, premium, days),
			Step::Reduce(n, part, worth, fee) => self.reduce(n, part, worth, fee),
			Step::Open(product) => self.open(product),
			Step::Reject(product) => {
				if let Some(at) = self.open.iter().position(|(other, ..)| *other == product) {
					let (_, incident, _) = self.open.remove(at);
					reject(incident, product);
					self.model.locks.remove(&incident);
					self.top_up_all();
				}
			}
			Step::Uphold(product, fraction) => self.uphold(product, fraction),
			Step::Reserve(share, gives, refuses) => set_reserve(|reserve| {
				reserve.share = Permill::from_parts(share);
				reserve.gives = gives;
				reserve.refuses = refuses;
			}),
			Step::Limits(junior, treasury) => set_limits(|limits| {
				limits.min_junior = Permill::from_parts(junior);
				limits.treasury_share = Permill::from_parts(treasury);
			}),
			Step::Donate(amount) => give(USD, &account(0), amount),
			Step::Block(who, is_blocked) => {
				let (manager, id) = (signed(MANAGER), PEOPLE[who].clone());
				let done =
					if is_blocked { Assets::block(manager, 1, id) } else { Assets::thaw(manager, 1, id) };
				self.blocked[who] = if done.is_ok() { is_blocked } else { self.blocked[who] };
			}
			Step::Collect(who) => {
				let waits = record_claimable(who) > 0;
				let result = run(|| Pools::collect(signed(PEOPLE[who].clone()), 0));
				agree(&result, Some(waits && !self.blocked[who]), &step);
			}
		}
	}

	fn set_fee(&mut self, fee: u32) {
		let result = run(|| Pools::set_fee(signed(MANAGER), 0, Permill::from_parts(fee)).plain());
		let mut after = self.model.clone();
		after.touch(&terms());
		let verdict = fee <= terms().max_fee && (fee != after.fee || after.next_fee.is_some());
		if agree(&result, Some(verdict), &fee) {
			self.model = after;
			if fee > self.model.fee {
				self.model.next_fee = Some((fee, active() + limits().cooldown));
			} else {
				self.model.fee = fee;
				self.model.next_fee = None;
			}
		}
	}

	fn reset(&mut self, tranche: Tranche) {
		let result = run(|| Pools::reopen_tranche(signed(MANAGER), 0, tranche).plain());
		let mut after = self.model.clone();
		after.touch(&terms());
		let book = after.tranche(tranche);
		let verdict =
			book.is_exhausted && !self.frozen() && book.queue.is_empty() && book.unlocking() == q(0);
		if agree(&result, Some(verdict), &tranche) {
			self.model = after;
			let book = self.model.tranche_mut(tranche);
			for (who, holder) in core::mem::take(&mut book.holders) {
				if holder.shares > q(0) && !book.over.contains(&who) {
					book.over.push(who);
				}
			}
			book.is_exhausted = false;
			self.model.set_part(&terms());
		}
	}

	fn drop(&mut self, who: Person, tranche: Tranche) {
		let result = run(|| Pools::remove_position(signed(BUYER), 0, tranche, PEOPLE[who].clone()));
		let book = self.model.tranche_mut(tranche);
		if agree(&result, Some(book.over.contains(&who)), &(who, tranche)) {
			book.over.retain(|other| *other != who);
		}
	}

	/// Checks that everything agrees.
	fn check(&self) {
		let (pool, model) = (record(0), &self.model);
		for tranche in Tranche::ALL {
			let (book, exact) = (pool.tranche(tranche), model.tranche(tranche));
			let slack = exact.slack() + q(1);
			close(book.assets, &exact.assets(), &slack, "assets");
			assert_eq!(book.is_exhausted(), exact.is_exhausted, "{tranche:?} is exhausted");
			assert_eq!(book.queue.length as usize, exact.queue.len());
			for request in &exact.queue {
				let withdrawal = withdrawal_at(0, tranche, request.index).expect("it waits");
				assert_eq!(withdrawal.min_out, request.min_out, "the limit of request {}", request.index);
			}
			for (who, id) in PEOPLE.iter().enumerate() {
				let position = crate::Positions::<Test>::get((0, tranche, id));
				let is_over = position.as_ref().is_some_and(|position| position.epoch != book.epoch);
				assert_eq!(is_over, exact.over.contains(&who), "whose epoch is over");
				let shares =
					position.filter(|_| !is_over).map_or(0, |position| position.shares + position.queued);
				let value = BigInt::from(shares) * (book.assets + 1) / (book.shares + V);
				let value = Q::from_integer(value);
				let worth = exact.worth(who);
				assert!(
					value <= &worth + &slack && worth <= value + &slack,
					"what person {who} has in {tranche:?}"
				);
			}
		}
		for product in 1..4 {
			let line = line(0, product);
			assert_eq!((line.exposure, line.locked), (model.exposure(product), model.locked(product)));
		}
		let unearned = model.policies.iter().fold(q(0), |sum, policy| sum + &policy.unearned);
		close(pool.books.owed_units().unwrap(), &unearned, &q(2), "unearned");
		self.check_fees_payable(&pool);
		self.check_joint(&pool);
	}

	/// Checks the amounts that others than underwriters got, or are due.
	fn check_fees_payable(&self, pool: &Pool<AccountId>) {
		let model = &self.model;
		let got = |who: &AccountId, due: Balance| balance(USD, who) + due - PURSE;
		// The dust of a tranche has the error of that tranche.
		let slack = q(4) + self.model.slack();
		let fees_payable = pool.fees_payable.reserve + pool.fees_payable.residual;
		close(got(&RESERVE_ACCOUNT, fees_payable), &model.reserve, &slack, "the reserve");
		let share = reserve().income.premiums + pool.fees_payable.reserve;
		close(share, &model.share, &q(4), "what counts as a contribution");
		close(got(&TREASURY, pool.fees_payable.treasury), &model.treasury, &q(4), "the treasury");
		close(got(&MANAGER, pool.fees_payable.manager + 1), &model.manager, &q(4), "the manager");
		let slack = &slack + q(3 * u128::from(model.loans));
		close(got(&LENDER_ACCOUNT, pool.fees_payable.loan), &model.repaid, &slack, "repayments");
		close(pool.pledge.map_or(0, |pledge| pledge.owed), &model.owed, &slack, "the loan");
		close(reserve().written_off, &model.written_off, &slack, "written off");
	}

	/// Checks that jointly the underwriters have no more than in the model.
	fn check_joint(&self, pool: &Pool<AccountId>) {
		let mut ours = q(0);
		for (who, id) in PEOPLE.iter().enumerate() {
			let paid = balance(USD, id) + record_claimable(who) + self.paid_in[who] - PURSE;
			let (exact, slack) = &self.model.paid[who];
			close(paid, exact, &(slack + q(1)), "what was paid");
			let in_pool = |tranche| {
				let (book, position) =
					(pool.tranche(tranche), crate::Positions::<Test>::get((0, tranche, id)));
				let shares = position.filter(|position| position.epoch == book.epoch);
				let shares = shares.map_or(0, |position| position.shares + position.queued);
				book.value(shares).expect("a value")
			};
			ours = ours + q(paid) + q(in_pool(Junior)) + q(in_pool(Senior));
		}
		let rests = &pool.rests;
		let owed = ppm(rests.reserve + rests.treasury + rests.manager);
		let owed = owed + q(1) * q(u128::from(rests.senior > 0)) + q(2 * u128::from(self.model.loans));
		// The cut of the model's fractions is far below this.
		let joint = self.model.joint() + Q::new(1.into(), BigInt::from(1) << 20);
		assert!(ours <= &joint + owed, "the underwriters gained: {ours} of {}", joint.floor());
	}
}

fn record_claimable(who: Person) -> Balance {
	crate::Claimable::<Test>::get(0, &PEOPLE[who])
}

/// Runs the steps on the pallet and the model, which must agree after each.
fn follow(steps: Vec<Step>, leverage: u32, factor: u32, fee: u32, is_private: bool) {
	let options = |options: &mut PoolOptions| {
		*options = PoolOptions {
			leverage,
			fee: Permill::from_parts(fee),
			senior_factor: Permill::from_parts(factor),
			is_private,
		}
	};
	ExtBuilder::default().with_pool_as(options).build_and_execute(|| {
		let mut world = World {
			model: Model::new(3, leverage, factor, fee, now()),
			policies: Vec::new(),
			open: Vec::new(),
			next: 0,
			paid_in: [0; 3],
			is_private,
			allowed: [false; 3],
			blocked: [false; 3],
		};
		for who in 0..3 {
			world.run(Step::Allow(who, true));
		}
		world.run(Step::Deposit(0, Junior, 10_000 * D));
		world.run(Step::Deposit(1, Senior, 20_000 * D));
		for step in steps {
			world.run(step);
			world.check();
		}
	});
}

/// A head of the queue that is paid in part twice in one visit. A payment of the other tranche
/// frees more for it.
#[test]
fn limits_should_agree_when_a_request_is_paid_in_part_twice_in_a_visit() {
	let steps = vec![
		Step::Sell(1, 1, 1, 0),
		Step::Request(0, Junior, 1_000_000, 700_000),
		Step::Deposit(0, Senior, 123_900_353),
		Step::Pass(1),
		Step::Request(0, Senior, 32_284, 0),
		Step::Pass(1_209_631_151),
		Step::Idle,
	];
	follow(steps, 100, 777_766, 56_535, false);
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::chain_cases(64)))]

	#[test]
	fn pallet_should_agree_with_the_reference_after_any_sequence(
		steps in prop::collection::vec(step(), 1..70),
		leverage in prop_oneof![Just(100u32), Just(200)],
		factor in prop_oneof![Just(1_000_000u32), 0u32..=1_000_000],
		fee in 0u32..=100_000,
		is_private in any::<bool>(),
	) {
		follow(steps, leverage, factor, fee, is_private);
	}
}
