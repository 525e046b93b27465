// SPDX-License-Identifier: Apache-2.0

//! Giving cover back: all of it, or a part.

use super::mock::*;
use crate::{ByHolder, ByProduct, Error, Event, Policies as Stored};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok, pallet_prelude::DispatchResult, traits::fungible::InspectHold};
use sp_core::U256;
use sp_runtime::Permill;

fn cancel(policy: PolicyId) -> DispatchResult {
	plain(Policies::cancel(RuntimeOrigin::signed(ALICE), policy, 0))
}

fn decrease(policy: PolicyId, by: Balance) -> DispatchResult {
	plain(Policies::decrease(RuntimeOrigin::signed(ALICE), policy, by, 0))
}

fn held(who: AccountId) -> Balance {
	Balances::balance_on_hold(&RecordReason::get(), &who)
}

/// The part of a policy's premium that is not earned, in whole units, rounded down.
fn units(policy: PolicyId) -> Balance {
	(unearned(policy) >> 64u32).as_u128()
}

#[test]
fn cancel_should_give_the_unearned_premium_and_the_deposit_back() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		assert_eq!(held(ALICE), DEPOSIT);
		pass(10 * DAY);
		let (refund, money) = (units(policy), usd(ALICE));
		assert_eq!(Policies::policy_state(policy).unwrap().refund, refund);
		assert_noop!(
			plain(Policies::cancel(RuntimeOrigin::signed(ALICE), policy, refund + 1)),
			Error::<Test>::RefundBelowLimit
		);
		assert_ok!(Policies::cancel(RuntimeOrigin::signed(ALICE), policy, refund));
		assert_eq!((usd(ALICE), held(ALICE)), (money + refund, 0));
		assert!(refund > 0);
		assert_eq!(exposure(PRODUCT, POOL), 0);
		assert!(!Stored::<Test>::contains_key(policy));
		assert!(!ByProduct::<Test>::contains_key(PRODUCT, policy));
		assert!(!ByHolder::<Test>::contains_key(ALICE, policy));
		let told = Event::Cancelled { policy, holder: ALICE, cover_left: 100_000, refund };
		System::assert_last_event(told.into());
	});
}

#[test]
fn cancel_should_cost_the_fee_but_in_a_short_pool() {
	ExtBuilder::default().build_and_execute(|| {
		set_cancel_fee(Permill::from_percent(5));
		for is_undercapitalised in [false, true] {
			let policy = buy(100_000, 30 * DAY);
			let (back, money) = (units(policy), usd(ALICE));
			let fee = if is_undercapitalised { 0 } else { back.div_ceil(20) };
			if !is_undercapitalised {
				assert_eq!(Policies::policy_state(policy).unwrap().refund, back - fee);
			}
			Short::set(&is_undercapitalised);
			assert_ok!(cancel(policy));
			assert_eq!(usd(ALICE), money + back - fee);
		}
	});
}

#[test]
fn cancel_should_be_refused_when_it_is_not_allowed() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		assert_noop!(cancel(9), Error::<Test>::UnknownPolicy);
		opened(1);
		assert_eq!(Policies::policy_state(policy).unwrap().refund, 0);
		assert_noop!(cancel(policy), Error::<Test>::IncidentOpen);
		assert_noop!(decrease(policy, 1_000), Error::<Test>::IncidentOpen);
		assert_ok!(register(policy, 1, 40_000));
		<Policies as OnIncident>::settled(1, PRODUCT);
		assert_noop!(cancel(policy), Error::<Test>::ClaimOpen);
		<Policies as CoverBook<AccountId>>::claim_closed(policy, 1);
		assert_ok!(cancel(policy));
	});
}

#[test]
fn cancel_should_be_refused_when_all_is_claimed() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		opened(1);
		assert_ok!(register(policy, 1, 100_000));
		<Policies as OnIncident>::settled(1, PRODUCT);
		<Policies as CoverBook<AccountId>>::claim_closed(policy, 1);
		assert_noop!(cancel(policy), Error::<Test>::NothingLeft);
	});
}

#[test]
fn decrease_should_give_its_part_of_the_premium_back() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		pass(10 * DAY);
		let (before, money) = (unearned(policy), usd(ALICE));
		let refund = ((before * 2u32 / 5u32) >> 64u32).as_u128();
		assert_ok!(Policies::decrease(RuntimeOrigin::signed(ALICE), policy, 40_000, refund));
		assert_eq!(usd(ALICE), money + refund);
		assert_eq!((stored(policy).cover, left(policy), exposure(PRODUCT, POOL)), (60_000, 60_000, 60_000));
		let told = Event::Decreased { policy, holder: ALICE, old_cover: 100_000, new_cover: 60_000, refund };
		System::assert_last_event(told.into());
		assert_eq!(assess(policy, &finding(0)), Some(60_000));
	});
}

#[test]
fn decrease_should_take_the_last_pools_and_increases_first() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		add_pool(PRODUCT, 9, CAPACITY);
		assert_ok!(Policies::increase(RuntimeOrigin::signed(ALICE), policy, 50_000, Balance::MAX));
		assert_ok!(decrease(policy, 20_000));
		let parts =
			|| stored(policy).allocations.iter().map(|part| (part.pool, part.cover)).collect::<Vec<_>>();
		let increases = || stored(policy).increases.iter().map(|increase| increase.cover).collect::<Vec<_>>();
		assert_eq!((parts(), increases()), (vec![(POOL, 100_000), (9, 30_000)], vec![30_000]));
		assert_ok!(decrease(policy, 30_001));
		assert_eq!((parts(), increases()), (vec![(POOL, 99_999)], vec![]));
		assert_eq!((exposure(PRODUCT, 9), exposure(PRODUCT, POOL)), (0, 99_999));
	});
}

#[test]
fn decrease_should_be_refused_when_it_is_not_allowed() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		assert_noop!(decrease(9, 1), Error::<Test>::UnknownPolicy);
		assert_noop!(decrease(policy, 0), Error::<Test>::NothingToChange);
		assert_noop!(decrease(policy, 100_000), Error::<Test>::AboveCoverLeft);
		assert_noop!(decrease(policy, 99_901), Error::<Test>::CoverOutOfRange);
		assert_noop!(
			plain(Policies::decrease(RuntimeOrigin::signed(ALICE), policy, 1_000, Balance::MAX)),
			Error::<Test>::RefundBelowLimit
		);
		assert_ok!(decrease(policy, 99_900));
	});
}

/// Guard: cover that was given back pays no claim, also for events before the return.
#[test]
fn cancelling_after_an_unreported_hack_should_waive_the_claim() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, second) = (buy(100_000, 30 * DAY), buy(100_000, 30 * DAY));
		pass(5 * DAY);
		let hack = finding(0);
		assert_ok!(cancel(first));
		assert_ok!(decrease(second, 60_000));
		opened(1);
		assert_eq!((assess(first, &hack), assess(second, &hack)), (None, Some(40_000)));
	});
}

/// Guard: the premium is rounded up, the refund down, and the fee stays.
#[test]
fn buying_and_cancelling_at_once_should_only_cost() {
	ExtBuilder::default().build_and_execute(|| {
		for fee in [0, 1, 20_000, 100_000] {
			set_cancel_fee(Permill::from_parts(fee));
			for cover in [100, 101, 12_345, 999_999] {
				let (money, pool) = (usd(ALICE), usd(pool_account(POOL)));
				let policy = buy(cover, 30 * DAY);
				assert_ok!(cancel(policy));
				assert!(usd(ALICE) <= money);
				assert_eq!(usd(pool_account(POOL)) - pool, money - usd(ALICE));
			}
		}
	});
}

/// A product whose price moves by 1 % a year, next to its threshold of 0.995.
fn near() -> ExtBuilder {
	ExtBuilder::default().with_terms(|terms| terms.price.volatility = ONE / 100)
}

/// The surcharge of a policy's first part.
fn surcharge(policy: PolicyId) -> u32 {
	stored(policy).allocations[0].surcharge
}

fn refund(policy: PolicyId) -> Balance {
	Policies::policy_state(policy).unwrap().refund
}

/// Guard: the refund is linear in time, the value of an option is not.
#[test]
fn cancel_should_give_back_no_more_than_the_rest_costs_when_the_price_has_recovered() {
	near().build_and_execute(|| {
		set_price(ONE / 10_000 * 9_955);
		let policy = buy(1_000_000, 30 * DAY);
		assert!(surcharge(policy) > 1_000_000);
		let linear = units(policy);
		for (price, least) in [(ONE, 5), (ONE / 1_000 * 1_010, 100)] {
			set_price(price);
			let rest = quoted(PRODUCT, 1_000_000, 30 * DAY).unwrap().premium;
			assert!(refund(policy) <= rest && linear > least * rest);
		}
		// The price is so far away that only the rate of the terms is left, to the unit.
		set_price(2 * ONE);
		let base = U256::from(stored(policy).base);
		assert_eq!(base, U256::from(20_000));
		let worth = base * U256::from(ONE) / (base + U256::from(surcharge(policy)));
		assert_eq!(U256::from(refund(policy)), U256::from(linear) * worth / U256::from(ONE));
		let (money, shown) = (usd(ALICE), refund(policy));
		assert_ok!(cancel(policy));
		assert_eq!(usd(ALICE), money + shown);
	});
}

#[test]
fn cancel_should_give_all_of_the_unearned_premium_back_when_the_price_is_as_near() {
	near().build_and_execute(|| {
		set_price(ONE / 10_000 * 9_955);
		let policy = buy(1_000_000, 30 * DAY);
		assert_eq!(refund(policy), units(policy));
		// Nearer still, and touched.
		for price in [9_951, 9_950, 9_000] {
			set_price(ONE / 10_000 * price);
			assert_eq!(refund(policy), units(policy));
		}
		// Without a price the policy counts as not near.
		FeedPrice::set(&None);
		let blind = refund(policy);
		set_price(2 * ONE);
		assert_eq!(refund(policy), blind);
		assert!(blind < units(policy));
		// A pool that a loss left short gives all of it back.
		Short::set(&true);
		let (money, all) = (usd(ALICE), units(policy));
		assert_ok!(cancel(policy));
		assert_eq!(usd(ALICE), money + all);
	});
}

#[test]
fn cover_from_afar_should_give_all_of_its_premium_back_whatever_the_price_does() {
	near().build_and_execute(|| {
		set_price(2 * ONE);
		let policy = buy(1_000_000, 30 * DAY);
		assert_eq!(surcharge(policy), 0);
		for price in [ONE / 10_000 * 9_955, ONE, 3 * ONE] {
			set_price(price);
			assert_eq!(refund(policy), units(policy));
		}
	});
}

/// Guard: cheap cover must not carry cover that was added to it next to the threshold.
#[test]
fn increases_and_extensions_should_count_in_what_the_rest_is_worth() {
	near().build_and_execute(|| {
		set_price(2 * ONE);
		let policy = buy(500_000, 30 * DAY);
		let alice = || RuntimeOrigin::signed(ALICE);
		set_price(ONE / 10_000 * 9_955);
		assert_ok!(Policies::increase(alice(), policy, 500_000, Balance::MAX));
		assert!(surcharge(policy) > 500_000);
		set_price(2 * ONE);
		let rest = quoted(PRODUCT, 1_000_000, 30 * DAY).unwrap().premium;
		assert!(refund(policy) <= rest);
		set_price(ONE / 10_000 * 9_955);
		let longer = buy(500_000, 30 * DAY);
		let before = surcharge(longer);
		set_price(2 * ONE);
		assert_ok!(Policies::extend(alice(), longer, 30 * DAY, Balance::MAX));
		assert_eq!(surcharge(longer), before.div_ceil(2));
	});
}

/// Guard: each part is worth the price it was sold for. Dear cover cannot be given back in the
/// shade of cheap cover.
#[test]
fn increase_in_another_pool_should_not_be_given_back_at_the_mean() {
	near().build_and_execute(|| {
		set_price(2 * ONE);
		let policy = buy(500_000, 30 * DAY);
		add_pool(PRODUCT, 9, CAPACITY);
		set_price(ONE / 10_000 * 9_955);
		let alice = || RuntimeOrigin::signed(ALICE);
		assert_ok!(Policies::increase(alice(), policy, 500_000, Balance::MAX));
		let pools: Vec<_> =
			stored(policy).allocations.iter().map(|part| (part.pool, part.surcharge > 0)).collect();
		assert_eq!(pools, [(POOL, false), (9, true)]);
		// Half as near as then.
		set_price(ONE / 10_000 * 9_975);
		let (money, rest) = (usd(ALICE), quoted(PRODUCT, 500_000, 30 * DAY).unwrap().premium);
		assert_ok!(Policies::decrease(alice(), policy, 500_000, 0));
		assert!(usd(ALICE) - money <= rest);
		// The cover that stays is not paid for it.
		assert_eq!(refund(policy), units(policy));
	});
}

/// Guard: a referendum on rules changes new prices only.
#[test]
fn refund_should_not_change_when_the_rules_do() {
	near().build_and_execute(|| {
		set_price(ONE / 10_000 * 9_955);
		let policy = buy(1_000_000, 30 * DAY);
		set_price(ONE);
		let before = refund(policy);
		let rules = ClassRules {
			margin: 3 * ONE,
			rate: ONE,
			..breakwater_products::risk::default_rules(RiskClass::Depeg)
		};
		assert_ok!(Products::set_class_rules(RuntimeOrigin::root(), RiskClass::Depeg, rules));
		assert_eq!(refund(policy), before);
	});
}
