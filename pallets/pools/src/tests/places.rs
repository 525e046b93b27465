// SPDX-License-Identifier: Apache-2.0

//! The places on a product: the pools that may sell, the pool that loses its place, and the pools
//! that run off.

use super::mock::*;
use crate::{types::*, Error, Event, Underwriters};
use breakwater_primitives::MAX_SELLING_POOLS;
use frame_support::traits::Hooks;
use frame_support::weights::Weight;
use proptest::prelude::*;

/// The number of pools that may sell on a product.
const FULL: PoolId = MAX_SELLING_POOLS;

/// A state in which all places of all products are taken. Pool `n` has `capital(n)` in junior.
fn full(capital: impl Fn(Balance) -> Balance, test: impl FnOnce()) {
	let builder = (0..FULL).fold(ExtBuilder::default(), |builder, _| builder.with_pool());
	builder.build_and_execute(|| {
		for pool in 0..FULL {
			deposit(ALICE, pool, capital(pool.into()));
		}
		test();
	});
}

/// A pool of Bob's without any product.
fn newcomer(capital: Balance) -> PoolId {
	let id = crate::NextPool::<Test>::get();
	assert_ok!(Pools::create_pool(signed(MANAGER), USD, OPTIONS));
	deposit(BOB, id, capital);
	id
}

fn join(pool: PoolId, percent: u32) -> sp_runtime::DispatchResult {
	let call = || Pools::set_weight(signed(MANAGER), pool, 1, Permill::from_percent(percent));
	frame_support::storage::with_storage_layer(call)
}

fn places() -> (Vec<PoolId>, Vec<PoolId>) {
	let Places { selling, running_off } = Underwriters::<Test>::get(1);
	(selling.into_inner(), running_off.into_inner())
}

fn has_line(pool: PoolId) -> bool {
	record(pool).lines.iter().any(|line| line.product == 1)
}

/// Sells a policy of a unit in each pool: no pool is without exposure.
fn dust_everywhere() -> Vec<Policy> {
	(0..FULL).map(|pool| sell(pool, 1, 1, 1, 365)).collect()
}

#[test]
fn set_weight_should_displace_the_smallest_idle_pool_when_the_product_is_full() {
	full(
		|n| (100 + n) * D,
		|| {
			let id = newcomer(60 * D);
			deposit_to(BOB, id, Senior, 40 * D);
			// Both tranches count. As large as the smallest is not larger.
			assert_noop!(join(id, 100), Error::<Test>::TooManyPools);
			// The smallest is exposed, so the next one has to go.
			sell(0, 1, D, D, 30);
			deposit_to(BOB, id, Senior, 50 * D);
			assert_ok!(join(id, 100));
			let told =
				Event::PoolDisplaced { product: 1, pool: 1, by: id, old_weight: Permill::one(), exposure: 0 };
			System::assert_has_event(told.into());
			let (selling, running_off) = places();
			assert!(selling.contains(&0) && selling.contains(&id) && !selling.contains(&1));
			assert_eq!((running_off, has_line(1)), (vec![], false));
		},
	);
}

#[test]
fn set_weight_should_count_what_a_pool_can_back_when_places_are_compared() {
	full(
		|n| (100 + n) * D,
		|| {
			// Half of 200 is as much as the smallest has.
			let id = newcomer(200 * D);
			assert_noop!(join(id, 50), Error::<Test>::TooManyPools);
			// Capital that waits to leave backs no cover.
			leave(BOB, id, 50);
			assert_noop!(join(id, 100), Error::<Test>::TooManyPools);
			deposit(BOB, id, MIN_DEPOSIT);
			assert_ok!(join(id, 100));
			// A pool that has set its weight low has a small place.
			weigh(5, 1, 1);
			let other = newcomer(10 * D);
			assert_ok!(join(other, 100));
			assert!(!has_line(5));
		},
	);
}

/// Guard: [`DISPLACES`]. Sixteen times the amount that the smallest can back takes its place, a
/// unit less does not.
#[test]
fn set_weight_should_have_a_small_pool_run_off_when_the_caller_is_larger_by_the_factor() {
	full(
		|n| (10 + n) * D,
		|| {
			dust_everywhere();
			let id = newcomer(160 * D - 1);
			assert_noop!(join(id, 100), Error::<Test>::TooManyPools);
			deposit(BOB, id, MIN_DEPOSIT);
			assert_ok!(join(id, 100));
			let told =
				Event::PoolDisplaced { product: 1, pool: 0, by: id, old_weight: Permill::one(), exposure: 1 };
			System::assert_has_event(told.into());
			let (selling, running_off) = places();
			assert_eq!((selling.len(), selling.contains(&0), running_off), (FULL as usize, false, vec![0]));
			assert_eq!((line(0, 1).weight, line(0, 1).exposure), (Permill::zero(), 1));
			// The pool is out of the market, and neither sells nor extends.
			assert!(!Pools::pools_of(1).contains(&0));
			assert_eq!(try_sell(0, 1, 1, D, 30).unwrap_err(), Error::<Test>::NoCapacity.into());
			// Its other products are its own.
			sell(0, 3, D, D, 30);
		},
	);
}

/// Guard: cover in force stays backed when a place is lost. It can be given back, is locked,
/// claimed and charged.
#[test]
fn pools_that_run_off_should_be_locked_and_charged() {
	full(
		|_| 10 * D,
		|| {
			let mut policy = sell(3, 1, 9 * D, D, 365);
			for pool in (0..FULL).filter(|pool| *pool != 3) {
				sell(pool, 1, 1, 1, 365);
				deposit(ALICE, pool, D * 10);
			}
			let id = newcomer(10_000 * D);
			assert_ok!(join(id, 100));
			assert_eq!(places().1, [3]);
			let renewed = extend(&mut policy, D, now() + 400 * DAY, 30);
			assert_eq!(renewed, Err(Error::<Test>::NoCapacity.into()), "it is not renewed");
			assert_ok!(reduce(&mut policy, D));
			open(1, 1);
			let locks = <Pools as LossSettlement<_>>::locks(1);
			assert_eq!(locks.len(), FULL as usize, "all but the new one, which has sold nothing");
			assert!(locks.contains(&(3, 8 * D)));
			claim(&mut policy, 8 * D).expect("never refused");
			assert_eq!(settle(1, 3, 8 * D).unwrap().from_pool, 8 * D);
			reject(1, 1);
		},
	);
}

#[test]
fn set_weight_should_be_refused_when_as_many_run_off_as_may() {
	full(
		|_| 10 * D,
		|| {
			let mut policies = dust_everywhere();
			for n in 0..MAX_RUN_OFFS {
				let id = newcomer(10_000 * D);
				assert_ok!(join(id, 100));
				assert_eq!(places().1.len(), n as usize + 1);
				sell(id, 1, 1, 1, 365);
			}
			let id = newcomer(10_000 * D);
			assert_noop!(join(id, 100), Error::<Test>::TooManyRunOffs);
			// The cover of one pool ends: it gives its place up.
			assert_ok!(reduce(&mut policies[2], 1));
			assert_ok!(join(id, 100));
			assert_eq!(places().1, [0, 1, 3, 4]);
			assert!(!has_line(2));
			let told = Event::WeightSet { pool: 2, product: 1, old: Some(Permill::zero()), new: None };
			System::assert_has_event(told.into());
		},
	);
}

#[test]
fn pools_that_run_off_should_go_when_their_cover_has_ended() {
	full(
		|_| 10 * D,
		|| {
			dust_everywhere();
			let id = newcomer(10_000 * D);
			assert_ok!(join(id, 100));
			assert_ok!(join(0, 0));
			assert_eq!((places().1, has_line(0)), (vec![0], true));
			pass(190 * DAY);
			pass(190 * DAY);
			accrue(0);
			assert_ok!(join(0, 0));
			assert_eq!((places().1, has_line(0)), (vec![], false));
		},
	);
}

#[test]
fn pools_that_run_off_should_come_back_when_a_place_is_free() {
	full(
		|_| 10 * D,
		|| {
			let mut policies = dust_everywhere();
			let id = newcomer(10_000 * D);
			assert_ok!(join(id, 100));
			assert_noop!(join(0, 50), Error::<Test>::TooManyPools);
			assert_ok!(reduce(&mut policies[7], 1));
			weigh(7, 1, 0);
			assert_ok!(join(0, 50));
			let (selling, running_off) = places();
			assert_eq!((selling.contains(&0), running_off), (true, vec![]));
			assert_eq!((line(0, 1).weight, line(0, 1).exposure), (Permill::from_percent(50), 1));
			sell(0, 1, D, D, 30);
		},
	);
}

/// Guard: a locked amount counts for the pool that could lose its place. Otherwise a report would
/// make all pools that it freezes small, and the reporter could take their places.
#[test]
fn incidents_should_not_make_a_pool_small() {
	full(
		|_| 1_000 * D,
		|| {
			for pool in 0..FULL {
				sell(pool, 1, 1_000 * D, 1, 30);
			}
			open(1, 1);
			assert_eq!(Pools::state(0).unwrap().available, 0);
			let id = newcomer(15_000 * D);
			assert_noop!(join(id, 100), Error::<Test>::TooManyPools);
			// The locked amount of the newcomer does not count for it.
			deposit(BOB, id, 5_000 * D);
			assert_ok!(Pools::set_weight(signed(MANAGER), 5, 3, Permill::zero()));
			assert_ok!(Pools::set_weight(signed(MANAGER), id, 3, Permill::one()));
			sell(id, 3, 10_000 * D, 1, 30);
			open(2, 3);
			assert_noop!(join(id, 100), Error::<Test>::TooManyPools);
			reject(2, 3);
			assert_ok!(join(id, 100));
		},
	);
}

/// Guard: a place is held by the amount that a pool can back, not by a policy of dust.
#[test]
fn dust_pools_should_not_keep_larger_pools_off_a_product() {
	full(
		|_| MIN_DEPOSIT,
		|| {
			dust_everywhere();
			for _ in 0..MAX_RUN_OFFS {
				let id = newcomer(1_000_000 * D);
				assert_ok!(join(id, 100));
				sell(id, 1, 1_000 * D, D, 30);
			}
			// Keeping the others off takes a sixteenth of their capital in each pool of the
			// attacker.
			let (selling, _) = places();
			let large = selling.iter().filter(|pool| assets(**pool) >= 1_000_000 * D);
			assert_eq!(large.count(), MAX_RUN_OFFS as usize);
			// Renewals end with the place. No policy in it lasts longer than the longest policy and
			// its grace.
			pass(190 * DAY);
			pass(190 * DAY);
			(0..FULL).for_each(accrue);
			for _ in 0..MAX_RUN_OFFS {
				assert_ok!(join(newcomer(1_000_000 * D), 100));
			}
		},
	);
}

/// Guard: the factor. An honest pool that has sold all it can is displaced only by one that brings
/// sixteen times as much. Its underwriters and holders keep all they have.
#[test]
fn large_pool_should_not_harm_those_it_displaces() {
	full(
		|_| 1_000 * D,
		|| {
			let mut policies: Vec<_> = (0..FULL).map(|pool| sell(pool, 1, 1_000 * D, 100 * D, 300)).collect();
			let id = newcomer(16_000 * D);
			let (before, unearned) = (assets(0), Pools::unearned(0, &policies[0].stream));
			assert_ok!(join(id, 100));
			assert_eq!(places().1, [0]);
			assert_eq!((assets(0), Pools::unearned(0, &policies[0].stream)), (before, unearned));
			assert_eq!(record(0).books.unearned, unearned);
			pass(10 * DAY);
			accrue(0);
			assert!(assets(0) > before, "it goes on earning");
			assert_eq!(strike(1, &mut policies[0], 1_000 * D).from_pool, 1_000 * D);
			// The capital that displaced it is bound for the cooldown.
			leave(BOB, id, 100);
			assert_noop!(
				Pools::process_withdrawals(signed(BOB), id, 1).plain(),
				Error::<Test>::NothingToProcess
			);
		},
	);
}

#[derive(Clone, Debug)]
enum Step {
	Weigh(PoolId, u32),
	Deposit(PoolId, Balance),
	Leave(PoolId, u32),
	Sell(PoolId, u32, Moment),
	Reduce(u8),
	Pass(Moment),
	Idle,
	Open,
	Uphold,
	Reject,
}

fn step() -> impl Strategy<Value = Step> {
	let pool = || 0..FULL + 6;
	let amount = prop_oneof![MIN_DEPOSIT..100 * D, MIN_DEPOSIT..1_000_000 * D];
	prop_oneof![
		6 => (pool(), prop_oneof![Just(0), Just(100), 0u32..=100]).prop_map(|(p, w)| Step::Weigh(p, w)),
		4 => (pool(), amount).prop_map(|(p, a)| Step::Deposit(p, a)),
		1 => (pool(), 0u32..=100).prop_map(|(p, s)| Step::Leave(p, s)),
		4 => (pool(), 0u32..=1_000_000, 0u64..200).prop_map(|(p, c, d)| Step::Sell(p, c, d)),
		1 => any::<u8>().prop_map(Step::Reduce),
		2 => (1u64..60 * DAY).prop_map(Step::Pass),
		2 => Just(Step::Idle),
		1 => Just(Step::Open),
		1 => Just(Step::Uphold),
		1 => Just(Step::Reject),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::chain_cases(48)))]

	/// Pools come and go. A pool with cover in force has a place and is locked, and one that runs
	/// off sells no cover. No product has more pools than the hooks are weighed for.
	#[test]
	fn places_should_hold_in_any_sequence(steps in prop::collection::vec(step(), 1..60)) {
		full(|n| (10 + n) * D, || {
			(FULL..FULL + 6).for_each(|pool| assert_eq!(newcomer(MIN_DEPOSIT), pool));
			let mut policies = dust_everywhere();
			let (mut open_one, mut next, mut opened) = (None, 0, 0);
			for step in steps {
				match step {
					Step::Weigh(pool, percent) => drop(join(pool, percent)),
					Step::Deposit(pool, amount) => {
						let call = || Pools::deposit(signed(BOB), pool, Junior, amount, 0).plain();
						let _ = frame_support::storage::with_storage_layer(call);
					}
					Step::Leave(pool, percent) => {
						let shares = Permill::from_percent(percent).mul_floor(shares_of(&BOB, pool));
						let call = || Pools::request_withdrawal(signed(BOB), pool, Junior, shares, 0).plain();
						let _ = frame_support::storage::with_storage_layer(call);
					}
					Step::Sell(pool, part, days) if open_one.is_none() => {
						let room = Pools::line(pool, 1, Sale::New).map_or(0, |line| line.room);
						let cover = Permill::from_parts(part).mul_floor(room);
						if let Ok(policy) = try_sell(pool, 1, cover, D, days) {
							assert!(places().0.contains(&pool), "only who has a place sells");
							policies.push(policy);
						}
					}
					Step::Reduce(n) if open_one.is_none() => {
						let at = usize::from(n) % policies.len();
						let by = policies[at].cover;
						let _ = reduce(&mut policies[at], by);
					}
					Step::Pass(millis) => pass(millis),
					Step::Idle => drop(Pools::on_idle(1, Weight::MAX)),
					Step::Open if open_one.is_none() => {
						next += 1;
						(open_one, opened) = (Some(next), active());
						open(next, 1);
						let locks = <Pools as LossSettlement<_>>::locks(next);
						for (pool, Pool { lines, .. }) in crate::Pools::<Test>::iter() {
							let exposed = lines.iter().any(|line| line.product == 1 && line.exposure > 0);
							assert_eq!(exposed, locks.iter().any(|(locked, _)| *locked == pool));
						}
					}
					Step::Uphold => {
						if let Some(incident) = open_one.take() {
							for policy in policies.iter_mut().filter(|policy| policy.expires > opened) {
								let used = policy.cover / 2;
								if used > 0 {
									claim(policy, used).expect("never refused");
								}
							}
							reject(incident, 1);
						}
					}
					Step::Reject => {
						if let Some(incident) = open_one.take() {
							reject(incident, 1);
						}
					}
					_ => (),
				}
				check();
				assert!(places().0.len() <= FULL as usize && places().1.len() <= MAX_RUN_OFFS as usize);
			}
			if let Some(incident) = open_one {
				reject(incident, 1);
			}
		});
	}
}
