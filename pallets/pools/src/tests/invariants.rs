//! Random sequences of all calls, trait calls and time, with every invariant after each step.

use super::mock::*;
use crate::types::*;
use frame_support::traits::{fungibles::Inspect, Hooks};
use frame_support::weights::Weight;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Step {
	Pass(Moment),
	Deposit(u8, u32, Balance),
	Request(u8, u32, u32),
	Serve(u32, u32),
	Poke(u32, u32),
	Weigh(u32, ProductId, u32),
	Status(u32, u8),
	Sell(u32, ProductId, u32, Balance, Moment),
	Open(ProductId),
	Reject(ProductId),
	/// Uphold: claims use up a part of each policy in force, then every pool is charged.
	Uphold(ProductId, u32),
	Reserve(u32, Option<Balance>, Balance, bool),
	Donate(u32, Balance),
	Block(u8, bool),
	Collect(u8, u32),
	Idle,
}

fn step() -> impl Strategy<Value = Step> {
	let pool = 0u32..2;
	let product = 1u32..4;
	prop_oneof![
		4 => prop_oneof![1u64..60_000, 1u64..5 * DAY, DAY..60 * DAY].prop_map(Step::Pass),
		3 => (0u8..3, pool.clone(), MIN_DEPOSIT..1_000_000 * D).prop_map(|(w, p, a)| Step::Deposit(w, p, a)),
		3 => (0u8..3, pool.clone(), 0u32..=1_000_000).prop_map(|(w, p, s)| Step::Request(w, p, s)),
		3 => (pool.clone(), 0u32..12).prop_map(|(p, m)| Step::Serve(p, m)),
		2 => (pool.clone(), 0u32..420).prop_map(|(p, d)| Step::Poke(p, d)),
		1 => (pool.clone(), product.clone(), 0u32..101).prop_map(|(p, q, w)| Step::Weigh(p, q, w)),
		1 => (pool.clone(), 0u8..3).prop_map(|(p, s)| Step::Status(p, s)),
		6 => (pool.clone(), product.clone(), 0u32..1_200_000, 1u128..10_000 * D, 0u64..366)
			.prop_map(|(p, q, c, a, d)| Step::Sell(p, q, c, a, d)),
		2 => product.clone().prop_map(Step::Open),
		1 => product.clone().prop_map(Step::Reject),
		2 => (product, 0u32..=1_000_000).prop_map(|(q, f)| Step::Uphold(q, f)),
		1 => (0u32..1_000_000, prop::option::of(0u128..100_000 * D), 0u128..100_000 * D, any::<bool>())
			.prop_map(|(s, g, h, r)| Step::Reserve(s, g, h, r)),
		1 => (pool.clone(), 1u128..1_000 * D).prop_map(|(p, a)| Step::Donate(p, a)),
		1 => (0u8..3, any::<bool>()).prop_map(|(w, b)| Step::Block(w, b)),
		1 => (0u8..3, pool).prop_map(|(w, p)| Step::Collect(w, p)),
		2 => Just(Step::Idle),
	]
}

fn person(n: u8) -> AccountId {
	[ALICE, BOB, CHARLIE][usize::from(n)].clone()
}

#[derive(Default)]
struct World {
	policies: Vec<(Policy, Moment)>,
	open: BTreeMap<ProductId, (IncidentId, Moment)>,
	upheld: Vec<(IncidentId, ProductId)>,
	next: IncidentId,
}

impl World {
	fn run(&mut self, step: Step) {
		let signed = RuntimeOrigin::signed;
		match step {
			Step::Pass(millis) => pass(millis),
			Step::Deposit(who, pool, amount) => {
				let _ = Pools::deposit(signed(person(who)), pool, amount, 0);
			}
			Step::Request(who, pool, part) => {
				let shares = Permill::from_parts(part).mul_floor(shares_of(&person(who), pool));
				let _ = Pools::request_exit(signed(person(who)), pool, shares, 0);
			}
			Step::Serve(pool, max) => {
				let _ = Pools::serve_exits(signed(BUYER), pool, max);
			}
			Step::Poke(pool, days) => {
				let _ = Pools::poke(signed(BUYER), pool, days);
			}
			Step::Weigh(pool, product, percent) => {
				let weight = Permill::from_percent(percent);
				let _ = Pools::set_weight(signed(MANAGER), pool, product, weight);
			}
			Step::Status(pool, status) => {
				let status =
					[PoolStatus::Open, PoolStatus::Paused, PoolStatus::Suspended][usize::from(status)];
				let _ = Pools::set_status(RuntimeOrigin::root(), pool, status);
			}
			Step::Sell(pool, product, part, premium, days) => self.sell(pool, product, part, premium, days),
			Step::Open(product) => self.open(product),
			Step::Reject(product) => {
				if let Some((incident, _)) = self.open.remove(&product) {
					reject(incident, product);
					self.settle_all();
				}
			}
			Step::Uphold(product, fraction) => self.uphold(product, fraction),
			Step::Reserve(share, gives, holds_back, refuses) => set_reserve(|reserve| {
				reserve.share = Permill::from_parts(share);
				reserve.gives = gives;
				reserve.holds_back = holds_back;
				reserve.refuses = refuses;
			}),
			Step::Donate(pool, amount) => give(USD, &account(pool), amount),
			Step::Block(who, on) => {
				let root = signed(MANAGER);
				let _ =
					if on { Assets::block(root, 1, person(who)) } else { Assets::thaw(root, 1, person(who)) };
			}
			Step::Collect(who, pool) => {
				let _ = Pools::collect(signed(person(who)), pool);
			}
			Step::Idle => {
				Pools::on_idle(1, Weight::MAX);
			}
		}
	}

	fn sell(&mut self, pool: PoolId, product: ProductId, part: u32, premium: Balance, days: Moment) {
		// As the policies pallet: nothing is sold on a product with an open incident.
		if self.is_touched(product) {
			return;
		}
		let Ok(line) = Pools::line(pool, product) else { return };
		// Up to a fifth above what there is room for.
		let cover = line.room / 1_000_000 * Balance::from(part);
		match try_sell(pool, product, cover, premium, days) {
			Ok(policy) => {
				assert!(cover <= line.room, "no more than the room is sold");
				self.policies.push((policy, active()));
			}
			Err(error) => assert!(cover == 0 || cover > line.room, "{error:?}: room is room"),
		}
	}

	/// Whether an incident on the product is open or not settled yet.
	fn is_touched(&self, product: ProductId) -> bool {
		self.open.contains_key(&product) || self.upheld.iter().any(|(_, other)| *other == product)
	}

	fn open(&mut self, product: ProductId) {
		if self.is_touched(product) {
			return;
		}
		self.next += 1;
		self.open.insert(product, (self.next, active()));
		open(self.next, product);
	}

	fn uphold(&mut self, product: ProductId, fraction: u32) {
		let Some((incident, opened)) = self.open.remove(&product) else { return };
		let mut losses: BTreeMap<PoolId, Balance> = BTreeMap::new();
		for (policy, _) in self.policies.iter_mut().filter(|(policy, _)| policy.product == product) {
			let used = Permill::from_parts(fraction).mul_floor(policy.cover);
			if policy.expires > opened && used > 0 {
				claim(policy, used).expect("using cover is never refused");
				*losses.entry(policy.pool).or_default() += used;
			}
		}
		for (pool, _) in <Pools as LossSettlement<AccountId>>::pins(incident) {
			let loss = losses.remove(&pool).unwrap_or(0);
			tally(incident, pool, loss).expect("a loss is never above the pin");
		}
		assert!(losses.is_empty(), "every loss had a pin");
		self.upheld.push((incident, product));
		self.settle_all();
	}

	/// Charge what can be charged: a short pool waits for incidents that are not decided.
	fn settle_all(&mut self) {
		self.upheld.retain(|(incident, product)| {
			let pins = <Pools as LossSettlement<AccountId>>::pins(*incident);
			let waits = pins.into_iter().filter(|(pool, loss)| {
				let settled = settle(*incident, *pool, *loss);
				check();
				assert!(settled.is_ok() || settled == Err(crate::Error::<Test>::WaitsForOthers.into()));
				settled.is_err()
			});
			let is_waiting = waits.count() > 0;
			if !is_waiting {
				Pools::settled(*incident, *product);
			}
			is_waiting
		});
		assert!(self.upheld.is_empty() || !self.open.is_empty(), "nobody waits for ever");
	}

	/// The streams of the policies are the unearned premium of the pools.
	fn check(&self) {
		check();
		for pool in 0..2 {
			let sum = self
				.policies
				.iter()
				.filter(|(policy, _)| policy.pool == pool)
				.fold(sp_core::U256::zero(), |sum, (policy, _)| sum + Pools::unearned(pool, &policy.stream));
			assert_eq!(sum, record(pool).books.unearned);
			let rest = AllAssets::balance(USD, &account(pool)) - record(pool).held().unwrap();
			assert!(rest >= 1, "the endowment stays");
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(96))]

	#[test]
	fn invariants_should_hold_after_any_sequence(steps in prop::collection::vec(step(), 1..120)) {
		ExtBuilder::default().with_pool_of(USD, 150).with_pool_of(USD, 100).build_and_execute(|| {
			let mut world = World::default();
			deposit(ALICE, 0, 10_000 * D);
			deposit(BOB, 1, 10_000 * D);
			for step in steps {
				world.run(step);
				world.check();
			}
		});
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(2_000))]

	/// A split gives out exactly what was earned, and over many steps the same as at once.
	#[test]
	fn split_should_be_exact_over_many_steps(
		steps in prop::collection::vec(0u128..2_000, 1..60),
		reserve in 0u32..=700_000,
		treasury in 0u32..=200_000,
		manager in 0u32..=100_000,
	) {
		use crate::accrual::{split, Shares};
		let shares = Shares {
			reserve: Permill::from_parts(reserve),
			treasury: Permill::from_parts(treasury),
			manager: Permill::from_parts(manager),
		};
		let mut rests = Rests::default();
		let mut sum = Split::default();
		for earned in &steps {
			let (part, after) = split(*earned, &shares, rests).unwrap();
			prop_assert_eq!(part.reserve + part.treasury + part.manager + part.underwriters, *earned);
			rests = after;
			sum.reserve += part.reserve;
			sum.treasury += part.treasury;
		}
		let total: u128 = steps.iter().sum();
		prop_assert_eq!(sum.reserve, total * u128::from(reserve) / 1_000_000);
		let fair = total * u128::from(treasury) / 1_000_000;
		prop_assert!(sum.treasury <= fair && sum.treasury + 1 >= fair);
	}

	/// No amount is too large for a split.
	#[test]
	fn split_should_take_any_amount(earned: u128, reserve in 0u32..=1_000_000, treasury in 0u32..=1_000_000) {
		use crate::accrual::{split, Shares};
		let shares = Shares {
			reserve: Permill::from_parts(reserve),
			treasury: Permill::from_parts(treasury),
			manager: Permill::one(),
		};
		let (part, _) = split(earned, &shares, Rests::default()).unwrap();
		prop_assert_eq!(part.reserve + part.treasury + part.manager + part.underwriters, earned);
	}
}
