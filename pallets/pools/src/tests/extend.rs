// SPDX-License-Identifier: Apache-2.0

//! Cover that is backed for longer, and the fee of cover that is given back.

use super::mock::*;
use crate::{CoverEnds, Error, Event, PoolStatus, PremiumEnds};
use breakwater_primitives::{Refund, ONE};
use proptest::prelude::*;
use sp_core::U256;

const FEE: Refund = Refund { worth: ONE, fee: Permill::from_percent(2) };

#[test]
fn prolong_cover_should_move_the_cover_and_spread_both_premiums_until_the_new_end() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		pass(10 * DAY);
		accrue(0);
		let (unearned, held) = (Pools::unearned(0, &policy.stream), record(0).held().unwrap());
		let (old, until) = (policy.clone(), now() + 50 * DAY);
		assert_ok!(extend(&mut policy, 7 * D, until, 30));
		assert_eq!(Pools::unearned(0, &policy.stream), unearned + (U256::from(7 * D) << 64));
		assert_eq!(record(0).books.unearned, Pools::unearned(0, &policy.stream));
		assert_eq!((record(0).held(), line(0, 1).exposure), (Some(held + 7 * D), 100 * D));
		assert_eq!(PremiumEnds::<Test>::iter_prefix(0).count(), 1);
		let expiry = |policy: &Policy| u32::try_from(policy.expires / DAY + 1).unwrap();
		let days: Vec<_> = CoverEnds::<Test>::iter_prefix(0).map(|(day, _)| day).collect();
		assert_eq!(days, [expiry(&policy)]);
		let told = Event::CoverProlonged {
			pool: 0,
			product: 1,
			cover: 100 * D,
			premium: 7 * D,
			old_expiry: expiry(&old),
			new_expiry: expiry(&policy),
			boundary: policy.stream.boundary,
		};
		System::assert_has_event(told.into());
		// No unit is lost until the end of the policy.
		pass(100 * DAY);
		accrue(0);
		assert_eq!((record(0).books, line(0, 1).exposure), (Default::default(), 0));
		assert_eq!(record(0).held(), Some(assets(0)));
	});
}

#[test]
fn prolong_cover_should_begin_a_stream_when_the_old_one_is_over() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 7);
		pass(9 * DAY);
		assert_ok!(extend(&mut policy, 7 * D, now() + 20 * DAY, 30));
		assert_eq!(Pools::unearned(0, &policy.stream), U256::from(7 * D) << 64);
	});
}

#[test]
fn prolong_cover_should_be_refused_when_the_pool_sells_nothing() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		let until = now() + 60 * DAY;
		let refused = |policy: &mut Policy, error: Error<Test>| {
			let before = policy.clone();
			assert_eq!(extend(policy, D, until, 30), Err(error.into()));
			assert_eq!(policy.stream, before.stream);
		};
		assert_eq!(extend(&mut policy, D, until, 0), Err(Error::<Test>::EndInThePast.into()));
		assert_eq!(extend(&mut policy, D, now() - 1, 30), Err(Error::<Test>::EndInThePast.into()));
		assert_eq!(extend(&mut policy, 0, until, 30), Err(Error::<Test>::ZeroAmount.into()));
		sell(0, 3, D, 1, 30);
		open(1, 3);
		refused(&mut policy, Error::PoolFrozen);
		reject(1, 3);
		assert_ok!(Pools::set_status(signed(MANAGER), 0, PoolStatus::Paused));
		refused(&mut policy, Error::PoolPaused);
		assert_ok!(Pools::set_status(signed(MANAGER), 0, PoolStatus::Open));
		TestClock::pass(40 * DAY);
		refused(&mut policy, Error::AccrualRequired);
		accrue(0);
		pass(10 * DAY);
		accrue(0);
		let until = now() + DAY;
		assert_eq!(extend(&mut policy, D, until, 90), Err(Error::<Test>::EndInThePast.into()));
	});
}

/// Guard: extended cover keeps every limit, as new cover does.
#[test]
fn prolong_cover_should_not_bind_a_pool_for_longer_than_it_chose() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10 * D, 30);
		let until = now() + 60 * DAY;
		weigh(0, 1, 9);
		assert_eq!(extend(&mut policy, D, until, 30), Err(Error::<Test>::NoCapacity.into()));
		weigh(0, 1, 10);
		assert_ok!(extend(&mut policy, D, until, 30));
	});
}

/// Guard: a pledged stream stays what it is.
#[test]
fn prolong_cover_should_not_mix_pledged_premium_with_new() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut lost = sell(0, 1, 10 * D, 1, 30);
		sell_premium_only(0, 20 * D, 60);
		strike(1, &mut lost, D);
		let generation = record(0).generation;
		crate::Pools::<Test>::mutate_extant(0, |pool| {
			pool.generation = generation + 1;
			pool.pledge = Some(crate::Pledge { owed: D, books: pool.books });
		});
		let stream = breakwater_primitives::Stream { generation, ..lost.stream };
		assert!(record(0).is_pledged(stream.generation));
		let mut pledged = Policy { stream, cover: 1, ..lost };
		assert_eq!(extend(&mut pledged, D, now() + 60 * DAY, 30), Err(Error::<Test>::PremiumPledged.into()));
		crate::Pools::<Test>::mutate_extant(0, |pool| {
			pool.generation = generation;
			pool.pledge = None;
		});
	});
}

#[test]
fn fee_should_be_rounded_up_and_earned_by_the_pool_until_the_end() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		set_reserve(|reserve| reserve.share = Permill::zero());
		set_limits(|limits| limits.treasury_share = Permill::zero());
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 10_000_033, 30);
		// 2 % of 10,000,033 is 200,000.66.
		assert_eq!(reduce_for(&mut policy, 100 * D, FEE), Ok(10_000_033 - 200_001));
		assert_eq!((assets(0), record(0).books.owed_units()), (1_000 * D, Some(200_001)));
		pass(15 * DAY);
		accrue(0);
		let half = assets(0) - 1_000 * D;
		assert!((95_000..105_000).contains(&half), "{half}: by the day");
		pass(16 * DAY);
		accrue(0);
		assert_eq!(assets(0), 1_000 * D + 200_001);
	});
}

/// If a loss leaves a pool short, holders may leave without a fee.
#[test]
fn fee_should_be_nothing_when_a_loss_left_the_pool_short() {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut struck = sell(0, 1, 60 * D, 1, 30);
		let mut policy = sell(0, 3, 100 * D, 10 * D, 30);
		assert_eq!(reduce_for(&mut policy, D, FEE), Ok(98_000));
		strike(1, &mut struck, 60 * D);
		assert!(record(0).is_undercapitalised);
		let unearned = Pools::unearned(0, &policy.stream) >> 64;
		assert_eq!(reduce_for(&mut policy, 99 * D, FEE).map(U256::from), Ok(unearned));
	});
}

/// Guard: the pool counts as short by its state now. The premium since has made up for the loss,
/// though no call has touched the pool.
#[test]
fn fee_should_be_kept_when_premium_has_made_up_for_a_loss() {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut struck = sell(0, 1, 60 * D, 1, 30);
		let mut policy = sell(0, 3, 100 * D, 10 * D, 60);
		sell_premium_only(0, 200 * D, 1);
		strike(1, &mut struck, 60 * D);
		assert!(record(0).is_undercapitalised);
		TestClock::pass(2 * DAY);
		assert!(record(0).is_undercapitalised, "as it was written");
		let all = Pools::state(0).unwrap().unearned;
		let back = reduce_for(&mut policy, 100 * D, FEE).expect("in force");
		assert!(back <= all - all * 2 / 100, "{back} of {all}");
	});
}

/// Guard: the reserve loses an amount that leaves a pledged stream without a fee.
#[test]
fn fee_should_be_kept_when_the_premium_is_pledged() {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		deposit(ALICE, 0, 100 * D);
		let mut first = sell(0, 1, 100 * D, 1, 30);
		let mut policy = sell(0, 3, 80 * D, 10 * D, 30);
		let mut second = sell(0, 3, 10 * D, 1, 30);
		strike(1, &mut first, 100 * D);
		strike(2, &mut second, 10 * D);
		assert!(record(0).is_undercapitalised && record(0).is_pledged(policy.stream.generation));
		assert_eq!(reduce_for(&mut policy, 80 * D, FEE), Ok(9_800_000));
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(super::chain_cases(250)))]

	/// Random extending, lowering and claims. Every unit is earned or given back, to the unit, and
	/// the pool holds exactly the sum of its books.
	#[test]
	fn prolonged_premiums_should_be_exact_over_a_policys_life(
		premiums in prop::collection::vec((1u128..100_000 * D, 1u64..40, 0u64..20 * DAY), 1..5),
		cut in 0u32..=1_000_000, fee in 0u32..=100_000, first in 1u128..100_000 * D,
	) {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			set_reserve(|reserve| reserve.share = Permill::zero());
			set_limits(|limits| limits.treasury_share = Permill::zero());
			deposit(ALICE, 0, 1_000 * D);
			let mut policy = sell(0, 1, 100 * D, first, 30);
			let (mut paid, mut until) = (first, now() + 30 * DAY);
			for (premium, days, gap) in premiums {
				pass(gap.min(until.saturating_sub(now())));
				accrue(0);
				until += days * DAY;
				extend(&mut policy, premium, until, days).expect("extended");
				paid += premium;
				assert_eq!(record(0).books.unearned, Pools::unearned(0, &policy.stream));
			}
			pass(DAY);
			accrue(0);
			let by = Permill::from_parts(cut).mul_floor(100 * D).max(1);
			let back = reduce_for(&mut policy, by, Refund { worth: ONE, fee: Permill::from_parts(fee) }).expect("in force");
			pass(300 * DAY);
			accrue(0);
			assert_eq!(assets(0), 1_000 * D + paid - back);
			assert_eq!((record(0).books, line(0, 1).exposure), (Default::default(), 0));
		});
	}
}
