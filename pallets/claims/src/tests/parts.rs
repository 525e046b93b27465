// SPDX-License-Identifier: Apache-2.0

//! Claims that several pools have to pay.

use super::mock::*;
use frame_support::traits::fungibles::{Inspect, Mutate};
use proptest::prelude::*;
use sp_runtime::ArithmeticError;
use std::collections::{BTreeMap, BTreeSet};

/// Open incident 0, change a policy or a lock, then run until the incident is done.
fn run_after(change: impl FnOnce()) {
	let at = breach();
	block(at);
	change();
	block(at + DURATION);
}

#[test]
fn claim_should_get_each_pools_own_fraction_when_one_is_short() {
	ExtBuilder::default()
		.pool(1, USD, 100)
		.pool(2, USD, 1_000)
		.policy_in(1, ALICE, PRODUCT, &[(1, 200), (2, 300)])
		.policy_on(2, BOB, PRODUCT, 1, 7)
		.build_and_execute(|| {
			let before = issuance();
			uphold();
			idle(Weight::MAX);
			// floor(200 × 100 / 207) = 96 and 300 of 300; floor(7 × 100 / 207) = 3.
			assert_eq!((usd(&ALICE), usd(&BOB)), (396, 3));
			assert_eq!((part(0, 1).loss, part(0, 1).funded, part(0, 1).paid), (207, 100, 99));
			assert_eq!((part(0, 2).loss, part(0, 2).funded, part(0, 2).paid), (300, 300, 300));
			assert_eq!((part(0, 1).claims, part(0, 2).claims, incident(0).claims), (2, 1, 2));
			assert_eq!((incident(0).claims_paid, incident(0).escrow), (2, 1));
			assert_eq!((usd(&RESERVE_ACCOUNT), issuance()), (0, before));
			let both = parts(&[(1, 200), (2, 300)]);
			assert!(has_event(ClaimsEvent::ClaimRegistered {
				incident: 0,
				policy: 1,
				parts: both,
				amount: 500
			}));
			assert!(has_event(ClaimsEvent::ClaimPaid {
				incident: 0,
				policy: 1,
				who: ALICE,
				amount: 396,
				claimed: 500
			}));
			let pools = Claims::incident_state(0).unwrap().pools;
			assert_eq!(pools.iter().map(|p| (p.pool, p.paid)).collect::<Vec<_>>(), vec![(1, 99), (2, 300)]);
		});
}

#[test]
fn claim_should_be_paid_of_the_others_when_one_pool_has_nothing() {
	ExtBuilder::default()
		.pool(1, USD, 0)
		.pool(2, USD, 10)
		.pool(3, USD, 1_000)
		.policy_in(1, ALICE, PRODUCT, &[(3, 5), (1, 50), (2, 30)])
		.build_and_execute(|| {
			uphold();
			idle(Weight::MAX);
			assert_eq!(claim(0, 1).unwrap().parts, parts(&[(3, 5), (1, 50), (2, 30)]));
			assert_eq!(paid(0, 1), Some(15));
			assert_eq!((usd(&ALICE), stage(0)), (15, Stage::Paid));
		});
}

#[test]
fn each_part_should_be_rounded_down_when_a_pool_is_in_the_claim_twice() {
	ExtBuilder::default()
		.pool(1, USD, 5)
		.policy_in(1, ALICE, PRODUCT, &[(1, 3), (1, 3)])
		.policy_on(2, BOB, PRODUCT, 1, 4)
		.build_and_execute(|| {
			uphold();
			idle(Weight::MAX);
			// floor(3 × 5 / 10) twice, and floor(4 × 5 / 10).
			assert_eq!((usd(&ALICE), usd(&BOB), incident(0).escrow), (2, 2, 1));
			assert_eq!((part(0, 1).loss, part(0, 1).claims, part(0, 1).paid), (10, 2, 4));
			assert_eq!(claim(0, 1).unwrap().parts, parts(&[(1, 3), (1, 3)]));
		});
}

#[test]
fn part_should_be_cut_when_it_is_above_the_lock_of_its_pool() {
	let builder = ExtBuilder::default().pool(2, USD, 1_000);
	builder.policy_in(1, ALICE, PRODUCT, &[(1, 100), (2, 200)]).build_and_execute(|| {
		// The books are wrong: less is locked than there is cover.
		run_after(|| change_lock(0, 1, Some(30)));
		assert_eq!(claim(0, 1).unwrap().parts, parts(&[(1, 30), (2, 200)]));
		assert_eq!((part(0, 1).lock, part(0, 1).loss, part(0, 2).loss), (30, 30, 200));
		assert_eq!((usd(&ALICE), usd(&pool_account(1))), (230, 1_000_000 - 30));
		// The policies know of the cut, each in its place.
		assert_eq!(policy(1).places.iter().map(|p| p.left).collect::<Vec<_>>(), vec![70, 0]);
		let cut = parts(&[(1, 30), (2, 200)]);
		assert!(has_event(ClaimsEvent::ClaimRegistered { incident: 0, policy: 1, parts: cut, amount: 230 }));
	});
}

#[test]
fn lock_should_be_shared_when_a_pool_is_in_the_claim_twice() {
	let builder = ExtBuilder::default().policy_in(1, ALICE, PRODUCT, &[(1, 100), (1, 100)]);
	builder.build_and_execute(|| {
		run_after(|| change_lock(0, 1, Some(130)));
		assert_eq!(claim(0, 1).unwrap().parts, parts(&[(1, 100), (1, 30)]));
		assert_eq!((part(0, 1).loss, part(0, 1).claims, usd(&ALICE)), (130, 1, 130));
	});
}

#[test]
fn claim_should_go_on_with_the_rest_when_a_pool_is_not_locked_or_used_up() {
	ExtBuilder::default()
		.pool(2, USD, 1_000)
		.pool(3, USD, 1_000)
		.policy_on(1, BOB, PRODUCT, 2, 100)
		.policy_in(2, ALICE, PRODUCT, &[(1, 10), (2, 20), (3, 40)])
		.build_and_execute(|| {
			run_after(|| {
				change_lock(0, 1, None);
				change_lock(0, 2, Some(100));
			});
			assert_eq!(claim(0, 2).unwrap().parts, parts(&[(3, 40)]));
			assert_eq!((part(0, 2).loss, part(0, 2).claims), (100, 1));
			assert_eq!(breakwater_claims::PoolSettlements::<Test>::get(0, 1), None);
			assert_eq!((usd(&BOB), usd(&ALICE), stage(0)), (100, 40, Stage::Paid));
			assert_eq!(policy(2).places.iter().map(|p| p.left).collect::<Vec<_>>(), vec![10, 20, 0]);
		});
}

#[test]
fn claim_should_be_skipped_when_none_of_its_pools_has_a_lock_left() {
	ExtBuilder::default()
		.pool(2, USD, 1_000)
		.policy_on(1, BOB, PRODUCT, 2, 100)
		.policy_in(2, ALICE, PRODUCT, &[(1, 10), (2, 20)])
		.build_and_execute(|| {
			run_after(|| {
				change_lock(0, 1, None);
				change_lock(0, 2, Some(100));
			});
			assert!(has_event(ClaimsEvent::ClaimSkipped {
				incident: 0,
				policy: 2,
				parts: parts(&[(1, 10), (2, 20)]),
				amount: 30,
				error: ClaimsError::<Test>::PoolNotLocked.into(),
			}));
			assert_eq!((claim(0, 2), incident(0).claims, usd(&ALICE)), (None, 1, 0));
			assert_noop!(Claims::collect(signed(ALICE), 0, 2).plain(), ClaimsError::<Test>::UnknownClaim);
		});
}

#[test]
fn claim_should_be_skipped_when_its_sum_is_no_number() {
	ExtBuilder::default()
		.pool(2, USD, 10)
		.policy_in(1, ALICE, PRODUCT, &[(1, Balance::MAX), (2, 1)])
		.policy_on(2, BOB, PRODUCT, 2, 1)
		.build_and_execute(|| {
			uphold();
			idle(Weight::MAX);
			assert!(has_event(ClaimsEvent::ClaimSkipped {
				incident: 0,
				policy: 1,
				parts: parts(&[(1, Balance::MAX), (2, 1)]),
				amount: Balance::MAX,
				error: ArithmeticError::Overflow.into(),
			}));
			assert_eq!((part(0, 1).loss, part(0, 2).loss, usd(&BOB)), (0, 1, 1));
		});
}

#[test]
fn no_pool_should_be_charged_when_the_policies_refuse_the_claim() {
	let builder = ExtBuilder::default().pool(2, USD, 1_000).policy_on(2, BOB, PRODUCT, 2, 5);
	builder.policy_in(1, ALICE, PRODUCT, &[(1, 10), (2, 20)]).build_and_execute(|| {
		world(|w| w.refuse_register.push(1));
		uphold();
		idle(Weight::MAX);
		assert_eq!((part(0, 1).loss, part(0, 2).loss, claim(0, 1)), (0, 5, None));
		assert_eq!(policy(1).places.iter().map(|p| p.left).collect::<Vec<_>>(), vec![10, 20]);
		assert_eq!((usd(&ALICE), usd(&BOB)), (0, 5));
	});
}

#[test]
fn part_should_not_be_recorded_when_it_is_zero() {
	let builder = ExtBuilder::default().pool(2, USD, 1_000).pool(3, USD, 1_000);
	builder.policy_in(1, ALICE, PRODUCT, &[(1, 10), (2, 20), (3, 40)]).build_and_execute(|| {
		change_policy(1, |p| p.leave(1, 0));
		uphold();
		idle(Weight::MAX);
		assert_eq!(claim(0, 1).unwrap().parts, parts(&[(1, 10), (3, 40)]));
		assert_eq!(breakwater_claims::PoolSettlements::<Test>::iter_prefix(0).count(), 2);
		assert_eq!(usd(&ALICE), 50);
	});
}

#[test]
fn claim_should_not_count_on_a_pool_when_its_part_there_is_zero() {
	ExtBuilder::default()
		.pool(2, USD, 1_000)
		.policy_in(1, ALICE, PRODUCT, &[(1, 10), (2, 20)])
		.policy_on(2, BOB, PRODUCT, 2, 5)
		.build_and_execute(|| {
			change_policy(1, |p| p.leave(1, 0));
			uphold();
			idle(Weight::MAX);
			assert_eq!((part(0, 1).claims, part(0, 2).claims, part(0, 2).loss), (1, 1, 5));
			assert_eq!((usd(&ALICE), usd(&BOB)), (10, 5));
		});
}

#[test]
fn claim_should_not_be_paid_in_part_when_one_of_its_pools_is_not_charged() {
	let builder = ExtBuilder::default().pool(2, USD, 1_000);
	builder.policy_in(1, ALICE, PRODUCT, &[(1, 200), (2, 300)]).build_and_execute(|| {
		world(|w| w.refuse_settlement.push(1));
		let at = uphold();
		idle(Weight::MAX);
		assert_eq!((usd(&escrow()), usd(&ALICE)), (300, 0));
		assert_noop!(Claims::collect(signed(ALICE), 0, 1).plain(), ClaimsError::<Test>::NotPayableYet);
		world(|w| w.refuse_settlement.clear());
		block(at + DURATION + MINUTE);
		assert_eq!((usd(&ALICE), stage(0)), (500, Stage::Paid));
		assert_noop!(Claims::collect(signed(ALICE), 0, 1).plain(), ClaimsError::<Test>::AlreadyPaid);
	});
}

#[test]
fn no_pool_should_have_paid_when_the_holder_cannot_receive() {
	ExtBuilder::default()
		.pool(1, FRAGILE, 1_000)
		.pool(2, FRAGILE, 50)
		.policy_in(1, STRANGER, PRODUCT, &[(1, 200), (2, 100)])
		.policy_on(2, ALICE, PRODUCT, 1, 10)
		.build_and_execute(|| {
			uphold();
			idle(Weight::MAX);
			assert_eq!(claim(0, 1).unwrap().status, ClaimStatus::Waiting);
			assert_eq!((part(0, 1).paid, part(0, 2).paid, incident(0).escrow), (10, 0, 250));
			assert_noop!(Claims::collect(signed(ALICE), 0, 1).plain(), ClaimsError::<Test>::CannotReceive);
			assert_ok!(AllAssets::mint_into(NATIVE, &STRANGER, ED));
			assert_ok!(Claims::collect(signed(ALICE), 0, 1));
			assert_eq!(AllAssets::balance(FRAGILE, &STRANGER), 250);
			assert_eq!((part(0, 1).paid, part(0, 2).paid, incident(0).escrow), (210, 50, 0));
		});
}

#[test]
fn claims_should_get_the_same_fraction_of_each_pool_when_their_parts_mix_pools() {
	let builder = ExtBuilder::default()
		.pool(1, USD, 333)
		.pool(2, USD, 999)
		.pool(3, USD, 10_000)
		.policy_in(1, ALICE, PRODUCT, &[(1, 700), (2, 50), (3, 11)])
		.policy_in(2, BOB, PRODUCT, &[(3, 500), (1, 300)])
		.policy_in(3, CHARLIE, PRODUCT, &[(2, 49), (3, 3), (2, 1)])
		.policy_in(4, STRANGER, PRODUCT, &[(2, 900)]);
	builder.build_and_execute(|| {
		uphold();
		idle(Weight::MAX);
		// Pool 1 has 333 of 1,000, pool 2 has 999 of 1,000, pool 3 all of 514.
		// 233.1 + 49.95 + 11; 500 + 99.9; 48.951 + 3 + 0.999; 899.1.
		let paid: Vec<_> = [ALICE, BOB, CHARLIE, STRANGER].iter().map(usd).collect();
		assert_eq!(paid, vec![233 + 49 + 11, 500 + 99, 48 + 3, 899]);
		let funded = |pool| (part(0, pool).funded, part(0, pool).paid);
		assert_eq!((funded(1), funded(2), funded(3)), ((333, 332), (999, 996), (514, 514)));
		assert_eq!((incident(0).escrow, usd(&escrow())), (4, 4));
	});
}

/// A policy's places in pools 1 to 4.
fn backing() -> impl Strategy<Value = Vec<(PoolId, Balance)>> {
	let cover = prop_oneof![1 => Just(0), 3 => 1..20u128, 3 => 1..1_000_000_000u128];
	prop::collection::vec((1..5u32, cover), 1..=MAX_ALLOCATIONS as usize)
}

/// The amount that each claim should have of each pool it names, by the definition: the locks are
/// used up in the order of the policies.
fn cut(
	backings: &[Vec<(PoolId, Balance)>],
	locks: &BTreeMap<PoolId, Balance>,
) -> Vec<Vec<(PoolId, Balance)>> {
	let mut left = locks.clone();
	let mut take = |pool: PoolId, cover: Balance| {
		let left = left.entry(pool).or_default();
		let part = cover.min(*left);
		*left -= part;
		(pool, part)
	};
	let mut claims = Vec::new();
	for backing in backings {
		let claim = backing.iter().map(|(pool, cover)| take(*pool, *cover));
		claims.push(claim.filter(|(_, part)| *part > 0).collect());
	}
	claims
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(chain_cases()))]

	#[test]
	fn payments_should_be_the_exact_floors_of_what_each_pool_has(
		backings in prop::collection::vec(backing(), 1..8),
		thousandths in prop::collection::vec(prop_oneof![Just(0u128), Just(1_000), 0..2_000u128], 4),
		locked in prop::collection::vec(prop_oneof![3 => Just(None), 1 => (0..1_000u128).prop_map(Some)], 4),
	) {
		let who = |index: usize| AccountId::new([100 + index as u8; 32]);
		let mut cover = BTreeMap::<PoolId, Balance>::new();
		for (pool, part) in backings.iter().flatten() {
			*cover.entry(*pool).or_default() += part;
		}
		let mut builder = ExtBuilder::default();
		for (pool, n) in (1..).zip(&thousandths) {
			builder = builder.pool(pool, USD, cover.get(&pool).copied().unwrap_or_default() * n / 1_000);
		}
		for (index, backing) in backings.iter().enumerate() {
			builder = builder.policy_in(index as PolicyId, who(index), PRODUCT, backing);
		}
		builder.build_and_execute(|| {
			let (before, money) = (issuance(), |pool: PoolId| usd(&pool_account(pool)));
			let has: BTreeMap<PoolId, Balance> = (1..5).map(|pool| (pool, money(pool))).collect();
			let mut locks = BTreeMap::new();
			run_after(|| {
				for (pool, lock) in (1..).zip(&locked).filter_map(|(pool, n)| Some((pool, (*n)?))) {
					// The books are wrong: a part of the amount to be locked, or no lock at all.
					let less = cover.get(&pool).map(|all| all * lock / 1_000).filter(|lock| *lock > 0);
					change_lock(0, pool, less);
				}
				locks = super::mock::locks(0).into_iter().collect();
			});

			let claims = cut(&backings, &locks);
			let mut loss = BTreeMap::<PoolId, Balance>::new();
			for (pool, part) in claims.iter().flatten() {
				*loss.entry(*pool).or_default() += part;
			}
			let mut paid = BTreeMap::<PoolId, Balance>::new();
			for (index, of) in claims.iter().enumerate() {
				let mut amount = 0;
				for (pool, part) in of {
					let got = part * has[pool].min(loss[pool]) / loss[pool];
					*paid.entry(*pool).or_default() += got;
					amount += got;
				}
				prop_assert_eq!(usd(&who(index)), amount);
				let claim = claim(0, index as PolicyId);
				prop_assert_eq!(claim.is_some(), !of.is_empty());
				if let Some(claim) = claim {
					prop_assert_eq!(&claim.parts, &parts(of));
					prop_assert_eq!(claim.status, ClaimStatus::Paid);
					prop_assert_eq!(super::mock::paid(0, index as PolicyId), Some(amount));
				}
			}

			prop_assert_eq!(stage(0), Stage::Paid);
			let mut dust = 0;
			for (pool, part) in breakwater_claims::PoolSettlements::<Test>::iter_prefix(0) {
				let on_it: Vec<_> = claims.iter().map(|c| c.iter().filter(|(p, _)| *p == pool).count()).collect();
				let number: usize = on_it.iter().sum();
				let PoolSettlement { lock, funded, .. } = part;
				prop_assert_eq!(locks.get(&pool), Some(&lock));
				prop_assert_eq!(part.loss, loss.get(&pool).copied().unwrap_or_default());
				prop_assert_eq!(funded, part.loss.min(has[&pool]));
				prop_assert_eq!(part.claims as usize, on_it.iter().filter(|n| **n > 0).count());
				prop_assert_eq!(part.paid, paid.remove(&pool).unwrap_or_default());
				prop_assert!(part.paid <= funded);
				// Equal up to rounding: less than a unit for each part.
				prop_assert!(funded - part.paid < number.max(1) as Balance);
				prop_assert!(part.paid == funded || funded < part.loss);
				prop_assert_eq!(money(pool), has[&pool] - funded);
				dust += funded - part.paid;
			}
			prop_assert!(paid.is_empty());
			prop_assert_eq!((incident(0).escrow, usd(&escrow())), (dust, dust));
			let pools: BTreeSet<_> = locks.keys().copied().collect();
			prop_assert!((1..5).filter(|pool| !pools.contains(pool)).all(|pool| money(pool) == has[&pool]));
			prop_assert_eq!(issuance(), before);
			Ok(())
		})?;
	}
}
