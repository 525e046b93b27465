// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{Error, Event};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult};
use sp_core::U256;

fn extend(policy: PolicyId, time: Moment) -> DispatchResult {
	plain(Policies::extend(RuntimeOrigin::signed(ALICE), policy, time, Balance::MAX))
}

#[test]
fn extend_should_cost_the_policys_own_part_of_the_area() {
	ExtBuilder::default().build_and_execute(|| {
		// From 40 to 50 %: the multiple is 1.5625 on average.
		change_line(PRODUCT, POOL, |line| line.exposure = 4_000_000);
		let policy = buy(1_000_000, 30 * DAY);
		pass(10 * DAY);
		let (money, before, first) = (usd(ALICE), unearned(policy), stored(policy));
		// 2 % a year of a million for 73 of 365 days.
		let premium = 6_250;
		assert_ok!(Policies::extend(RuntimeOrigin::signed(ALICE), policy, 73 * DAY, premium));
		assert_eq!(usd(ALICE), money - premium);
		let after = stored(policy);
		assert_eq!(after.ends_at, first.ends_at + 73 * DAY);
		assert_eq!(after.expires, first.expires + 73 * DAY);
		assert_eq!((after.starts_at, after.cover), (first.starts_at, first.cover));
		assert_eq!(unearned(policy), before + (U256::from(premium) << 64));
		assert_eq!(exposure(PRODUCT, POOL), 5_000_000);
		System::assert_last_event(
			Event::Extended {
				policy,
				premium,
				placement: vec![Placed { pool: POOL, cover: 1_000_000, premium }],
				old_ends_at: first.ends_at,
				ends_at: after.ends_at,
				expires: after.expires,
			}
			.into(),
		);
	});
}

#[test]
fn extend_should_cover_without_a_new_waiting_time() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 7 * DAY);
		pass(6 * DAY);
		assert_ok!(extend(policy, 10 * DAY));
		pass(DAY);
		assert_eq!(assess(policy, &finding(0)), Some(100_000));
		pass(10 * DAY);
		assert_eq!(assess(policy, &finding(0)), None, "its new end");
	});
}

/// Guard: time is sold at the current price, and no more of it than a new policy could have.
#[test]
fn extending_should_not_be_cheaper_than_buying_for_longer() {
	ExtBuilder::default().build_and_execute(|| {
		let long = quoted(PRODUCT, 100_000, 90 * DAY).unwrap().premium;
		let money = usd(ALICE);
		let policy = buy(100_000, 30 * DAY);
		assert_ok!(extend(policy, 30 * DAY));
		assert_ok!(extend(policy, 30 * DAY));
		let paid = money - usd(ALICE);
		assert!(paid >= long && paid <= long + 2, "{paid} for {long}");
	});
}

#[test]
fn extend_should_be_refused_when_it_is_not_allowed() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		assert_noop!(extend(9, DAY), Error::<Test>::UnknownPolicy);
		assert_noop!(extend(policy, 0), Error::<Test>::PeriodOutOfRange);
		assert_noop!(extend(policy, DAY - 1), Error::<Test>::PeriodOutOfRange);
		assert_noop!(extend(policy, 335 * DAY + 1), Error::<Test>::PeriodOutOfRange);
		assert_noop!(
			plain(Policies::extend(RuntimeOrigin::signed(ALICE), policy, 30 * DAY, 1)),
			Error::<Test>::PremiumAboveLimit
		);
		opened(1);
		assert_noop!(extend(policy, DAY), Error::<Test>::IncidentOpen);
		<Policies as OnIncident>::rejected(1, PRODUCT);
		RefuseOpen::set(&true);
		assert_noop!(extend(policy, DAY), sp_runtime::DispatchError::Other("refused"));
		RefuseOpen::set(&false);
		change_line(PRODUCT, POOL, |line| line.frozen = true);
		assert_noop!(extend(policy, DAY), Error::<Test>::NoCapacity);
		change_line(PRODUCT, POOL, |line| line.frozen = false);
		assert_ok!(extend(policy, 335 * DAY));
		pass(365 * DAY);
		assert_noop!(extend(policy, DAY), Error::<Test>::TooLate);
	});
}

#[test]
fn extend_should_be_refused_when_all_is_claimed() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		opened(1);
		assert_ok!(register(policy, 1, 100_000));
		<Policies as OnIncident>::settled(1, PRODUCT);
		assert_noop!(extend(policy, DAY), Error::<Test>::NothingLeft);
	});
}

#[test]
fn extend_should_share_the_premium_among_the_pools_of_the_policy() {
	ExtBuilder::default().build_and_execute(|| {
		for pool in [1, 2] {
			add_pool(PRODUCT, pool, CAPACITY);
			change_line(PRODUCT, pool, |line| line.largest = 300_000);
		}
		change_line(PRODUCT, POOL, |line| line.largest = 600_000);
		let policy = buy(1_000_000, 30 * DAY);
		let before = unearned(policy);
		assert_ok!(extend(policy, 100 * DAY));
		let [.., Event::Extended { premium, placement, .. }] = &events()[..] else {
			panic!("{:?}", events())
		};
		assert_eq!(
			placement.iter().map(|part| (part.pool, part.cover)).collect::<Vec<_>>(),
			[(1, 300_000), (2, 300_000), (POOL, 400_000)]
		);
		assert_eq!(placement.iter().map(|part| part.premium).sum::<Balance>(), *premium);
		assert_eq!(unearned(policy), before + (U256::from(*premium) << 64));
	});
}

/// Guard: the cover stays in its pools, so that its price does too. Another pool's capacity, shown
/// for the length of a block, does not make it cheaper.
#[test]
fn extend_should_not_be_cheaper_by_capacity_that_takes_nothing_of_it() {
	ExtBuilder::default().build_and_execute(|| {
		change_line(PRODUCT, POOL, |line| line.exposure = 8_000_000);
		let policy = buy(1_000_000, 30 * DAY);
		let price = |other: Balance| {
			add_pool(PRODUCT, 9, other);
			let money = usd(ALICE);
			frame_support::storage::with_transaction(|| {
				assert_ok!(extend(policy, 100 * DAY));
				let paid = money - usd(ALICE);
				frame_support::storage::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(paid))
			})
			.unwrap()
		};
		assert_eq!(price(10 * CAPACITY), price(0));
	});
}
