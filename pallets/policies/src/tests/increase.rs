// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{Error, Event};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult};

fn increase(policy: PolicyId, by: Balance) -> DispatchResult {
	plain(Policies::increase(RuntimeOrigin::signed(ALICE), policy, by, Balance::MAX))
}

#[test]
fn increase_should_cost_what_new_cover_costs_for_the_time_left() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		pass(10 * DAY);
		let quote = quoted(PRODUCT, 50_000, 20 * DAY).unwrap();
		let (money, before) = (usd(ALICE), unearned(policy));
		assert_ok!(Policies::increase(RuntimeOrigin::signed(ALICE), policy, 50_000, quote.premium));
		assert_eq!(usd(ALICE), money - quote.premium);
		let after = stored(policy);
		assert_eq!((after.cover, left(policy), exposure(PRODUCT, POOL)), (150_000, 150_000, 150_000));
		assert_eq!(after.allocations.len(), 1, "in the same pool, until the same day");
		// The rates add up; each was rounded down.
		let more = sp_core::U256::from(quote.premium) << 64;
		assert_eq!(unearned(policy), before + more);
		System::assert_last_event(
			Event::Increased {
				policy,
				old_cover: 100_000,
				new_cover: 150_000,
				premium: quote.premium,
				placement: quote.placement,
				starts_at: TestClock::now() + DAY,
			}
			.into(),
		);
	});
}

#[test]
fn increase_should_begin_after_its_own_waiting_time() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		pass(10 * DAY);
		assert_ok!(increase(policy, 50_000));
		assert_eq!(Policies::policy_state(policy).unwrap().increases, [(TestClock::now() + DAY, 50_000)]);
		pass(DAY - 1);
		assert_eq!(assess(policy, &finding(0)), Some(100_000));
		let early = finding(0);
		pass(1);
		assert_eq!((assess(policy, &early), assess(policy, &finding(0))), (Some(100_000), Some(150_000)));
		assert_eq!(Policies::policy_state(policy).unwrap().increases, []);
	});
}

/// Guard: the amount that earlier cover has paid is not made good by cover that begins later.
#[test]
fn increase_should_not_pay_for_an_event_before_it_when_the_first_cover_is_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 90 * DAY);
		pass(10 * DAY);
		let event = finding(0);
		opened(1);
		assert_ok!(register(policy, 1, 100_000));
		<Policies as OnIncident>::settled(1, PRODUCT);
		<Policies as CoverBook<AccountId>>::claim_closed(policy, 1);
		assert_ok!(increase(policy, 50_000));
		assert_eq!(assess(policy, &event), None);
		pass(DAY);
		assert_eq!(assess(policy, &event), None);
		assert_eq!(assess(policy, &finding(0)), Some(50_000));
	});
}

#[test]
fn increase_should_use_another_pool_when_that_is_used_less() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		pass(DAY);
		add_pool(PRODUCT, 9, CAPACITY);
		assert_ok!(increase(policy, 50_000));
		let parts: Vec<_> = stored(policy).allocations.iter().map(|part| (part.pool, part.cover)).collect();
		assert_eq!(parts, [(POOL, 100_000), (9, 50_000)], "the one that is used least");
		// Until it begins, its pool pays no claim.
		pass(DAY - 1);
		let claim = <Policies as CoverBook<AccountId>>::assess(policy, &finding(0)).unwrap();
		assert_eq!(claim[..], [(POOL, 100_000), (9, 0)]);
		pass(1);
		let claim = <Policies as CoverBook<AccountId>>::assess(policy, &finding(0)).unwrap();
		assert_eq!(claim[..], [(POOL, 100_000), (9, 50_000)]);
	});
}

#[test]
fn increase_should_be_refused_when_it_is_not_allowed() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		assert_noop!(increase(9, 1_000), Error::<Test>::UnknownPolicy);
		assert_noop!(increase(policy, 0), Error::<Test>::CoverOutOfRange);
		assert_noop!(increase(policy, 900_001), Error::<Test>::CoverOutOfRange);
		assert_noop!(
			plain(Policies::increase(RuntimeOrigin::signed(ALICE), policy, 1_000, 1)),
			Error::<Test>::PremiumAboveLimit
		);
		opened(1);
		assert_noop!(increase(policy, 1_000), Error::<Test>::IncidentOpen);
		<Policies as OnIncident>::rejected(1, PRODUCT);
		RefuseOpen::set(&true);
		assert_noop!(increase(policy, 1_000), sp_runtime::DispatchError::Other("refused"));
		RefuseOpen::set(&false);
		for _ in 0..4 {
			assert_ok!(increase(policy, 1_000));
		}
		assert_noop!(increase(policy, 1_000), Error::<Test>::TooManyIncreases);
	});
}

#[test]
fn increase_should_be_refused_when_too_little_time_is_left() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		pass(29 * DAY - 1);
		assert_ok!(increase(policy, 1_000));
		pass(1);
		assert_noop!(increase(policy, 1_000), Error::<Test>::TooLate);
		pass(DAY);
		assert_noop!(increase(policy, 1_000), Error::<Test>::TooLate);
	});
}

#[test]
fn increase_should_be_refused_when_other_terms_are_sold() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		let mut dearer = terms();
		dearer.price.base *= 2;
		assert_ok!(Products::update_terms(RuntimeOrigin::root(), PRODUCT, dearer, uri()));
		assert_noop!(increase(policy, 1_000), Error::<Test>::TermsChanged);
		assert_noop!(
			plain(Policies::extend(RuntimeOrigin::signed(ALICE), policy, DAY, Balance::MAX)),
			Error::<Test>::TermsChanged
		);
	});
}

#[test]
fn increase_should_be_refused_when_too_many_pools_would_back_it() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		for pool in 10..12 {
			add_pool(PRODUCT, pool, CAPACITY);
			assert_ok!(increase(policy, 1_000));
		}
		assert_eq!(stored(policy).allocations.len(), 3);
		add_pool(PRODUCT, 12, CAPACITY);
		assert_noop!(increase(policy, 1_000), Error::<Test>::TooManyAllocations);
	});
}

/// Guard: the parts are in the order in which they come into force, also if a pool is in them
/// twice.
#[test]
fn increases_should_pay_in_the_order_in_which_they_begin() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		add_pool(PRODUCT, 9, CAPACITY);
		pass(DAY);
		assert_ok!(increase(policy, 50_000));
		pass(DAY / 2);
		change_line(PRODUCT, 9, |line| line.largest = 50_000);
		assert_ok!(increase(policy, 30_000));
		let parts: Vec<_> = stored(policy).allocations.iter().map(|part| (part.pool, part.cover)).collect();
		assert_eq!(
			parts,
			[(POOL, 100_000), (9, 50_000), (POOL, 30_000)],
			"pool 9 has all that one policy may have"
		);
		pass(DAY / 2);
		let claim = <Policies as CoverBook<AccountId>>::assess(policy, &finding(0)).unwrap();
		assert_eq!(claim[..], [(POOL, 100_000), (9, 50_000), (POOL, 0)]);
	});
}

/// Guard: no cover is sold for less than a day, as its option's rate could be above the cap of all
/// rates.
#[test]
fn increase_should_be_refused_when_less_than_a_day_is_left() {
	ExtBuilder::default().with_terms(|terms| terms.waiting = 0).build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		pass(29 * DAY);
		assert_ok!(increase(policy, 1_000));
		pass(1);
		assert_noop!(increase(policy, 1_000), Error::<Test>::TooLate);
	});
}
