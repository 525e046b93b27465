// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{ByHolder, ByProduct, Error, Event, NextPolicy, Policies as Stored};
use breakwater_primitives::*;
use frame_support::{
	assert_noop, assert_ok,
	pallet_prelude::DispatchResult,
	traits::{fungible::InspectHold, fungibles::Inspect},
};
use sp_runtime::{ArithmeticError, DispatchError};

fn buy_as(who: AccountId, cover: Balance, period: Moment, max_premium: Balance) -> DispatchResult {
	let order = Order { version: version(PRODUCT), max_premium, ..order(cover, period) };
	plain(Policies::buy(RuntimeOrigin::signed(who), order, None))
}

#[test]
fn buy_should_charge_the_quote_and_store_the_policy() {
	ExtBuilder::default().build_and_execute(|| {
		let quote = quoted(PRODUCT, 100_000, 30 * DAY).unwrap();
		let issuance = AllAssets::total_issuance(USD);
		assert_ok!(buy_as(ALICE, 100_000, 30 * DAY, quote.premium));
		let expires = ACTIVE_START + 44 * DAY;
		let policy = Stored::<Test>::get(0).unwrap();
		assert_eq!((policy.holder, policy.product, policy.version), (ALICE, PRODUCT, 1));
		assert_eq!((policy.cover, left(0), policy.starts_at), (100_000, 100_000, START + DAY));
		assert_eq!((policy.ends_at, policy.expires), (START + 30 * DAY, expires));
		assert_eq!((policy.premium, policy.last_claim, policy.open_claims), (quote.premium, None, 0));
		let [part] = policy.allocations[..] else { panic!("one pool has room for all") };
		assert_eq!((part.pool, part.cover), (POOL, 100_000));
		assert_eq!(Moment::from(part.stream.boundary), policy.ends_at / DAY + 1);
		assert_eq!(Balances::balance_on_hold(&RecordReason::get(), &ALICE), DEPOSIT);
		assert!(ByProduct::<Test>::contains_key(PRODUCT, 0));
		assert!(ByHolder::<Test>::contains_key(ALICE, 0));
		assert_eq!(NextPolicy::<Test>::get(), 1);
		assert_eq!(usd(ALICE), MONEY - quote.premium);
		assert_eq!(usd(pool_account(POOL)), quote.premium);
		assert_eq!(AllAssets::total_issuance(USD), issuance);
		assert_eq!(exposure(PRODUCT, POOL), 100_000);
		System::assert_last_event(
			Event::Bought {
				policy: 0,
				buyer: ALICE,
				holder: ALICE,
				product: PRODUCT,
				version: 1,
				placement: vec![Placed { pool: POOL, cover: 100_000, premium: quote.premium }],
				cover: 100_000,
				premium: quote.premium,
				commission: 0,
				distributor: None,
				insured_account: None,
				starts_at: quote.starts_at,
				ends_at: quote.ends_at,
				expires,
			}
			.into(),
		);
	});
}

#[test]
fn buy_should_give_the_policy_to_the_beneficiary() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Policies::buy(RuntimeOrigin::signed(ALICE), order(1_000, 30 * DAY), Some(BOB)));
		assert_eq!(<Policies as CoverBook<_>>::holder(0), Some(BOB));
		assert!(ByHolder::<Test>::contains_key(BOB, 0));
		assert!(!ByHolder::<Test>::contains_key(ALICE, 0));
		assert!(usd(ALICE) < MONEY);
		assert_eq!(usd(BOB), MONEY);
	});
}

#[test]
fn buy_should_work_in_the_native_token() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		assert_ok!(list(breakwater_products::Listing {
			asset: AssetId::Native,
			..listing(trigger(), terms())
		}));
		set_ready(PRODUCT, true);
		add_pool(PRODUCT, POOL, CAPACITY);
		assert_ok!(buy_as(ALICE, 100_000, 30 * DAY, Balance::MAX));
		assert_eq!(usd(ALICE), MONEY);
		let premium = Stored::<Test>::get(0).unwrap().premium;
		assert_eq!(Balances::free_balance(ALICE), MONEY - premium - DEPOSIT);
	});
}

#[test]
fn buy_should_refuse_when_the_premium_is_above_the_limit() {
	ExtBuilder::default().build_and_execute(|| {
		let premium = quoted(PRODUCT, 100_000, 30 * DAY).unwrap().premium;
		assert_noop!(buy_as(ALICE, 100_000, 30 * DAY, premium - 1), Error::<Test>::PremiumAboveLimit);
		assert_noop!(buy_as(ALICE, 100_000, 30 * DAY, 0), Error::<Test>::PremiumAboveLimit);
		// A stale quote: another buyer was first.
		assert_ok!(buy_as(BOB, 1_000_000, 365 * DAY, Balance::MAX));
		assert_noop!(buy_as(ALICE, 100_000, 30 * DAY, premium), Error::<Test>::PremiumAboveLimit);
	});
}

#[test]
fn buy_should_refuse_when_nothing_is_sold() {
	ExtBuilder::default().build_and_execute(|| {
		let call = || buy_as(ALICE, 1_000, 30 * DAY, Balance::MAX);
		let unknown = Order { product: 9, ..order(1_000, 30 * DAY) };
		let unknown = plain(Policies::buy(RuntimeOrigin::signed(ALICE), unknown, None));
		assert_eq!(unknown, Err(Error::<Test>::UnknownProduct.into()));
		assert_noop!(buy_as(ALICE, 99, 30 * DAY, Balance::MAX), Error::<Test>::CoverOutOfRange);
		assert_noop!(buy_as(ALICE, 1_000, DAY, Balance::MAX), Error::<Test>::PeriodOutOfRange);
		change_line(PRODUCT, POOL, |line| line.frozen = true);
		assert_noop!(call(), Error::<Test>::NoCapacity);
		FeedPrice::set(&None);
		assert_noop!(call(), Error::<Test>::FeedStale);
		set_price(ONE / 2);
		assert_noop!(call(), Error::<Test>::FeedBreached);
		set_ready(PRODUCT, false);
		assert_noop!(call(), Error::<Test>::TriggerNotReady);
		opened(1);
		assert_noop!(call(), Error::<Test>::IncidentOpen);
		assert_ok!(Products::set_status(RuntimeOrigin::root(), PRODUCT, ProductStatus::Paused));
		assert_noop!(call(), Error::<Test>::ProductNotForSale);
	});
}

#[test]
fn buy_should_refuse_when_the_buyer_cannot_pay() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(buy_as(POOR, 1_000_000, 365 * DAY, Balance::MAX), Error::<Test>::CannotPay);
		assert_noop!(buy_as(77, 100, 7 * DAY, Balance::MAX), Error::<Test>::CannotPay);
		assert_ok!(Assets::freeze(RuntimeOrigin::signed(100), 1, BOB));
		assert_noop!(buy_as(BOB, 100, 7 * DAY, Balance::MAX), Error::<Test>::CannotPay);
	});
}

/// The errors distinguish the two kinds of money.
#[test]
fn buy_should_say_that_the_deposit_is_what_is_missing() {
	use frame_support::traits::fungible::Mutate;
	ExtBuilder::default().build_and_execute(|| {
		Balances::set_balance(&ALICE, DEPOSIT + ED - 1);
		assert_noop!(buy_as(ALICE, 1_000, 30 * DAY, Balance::MAX), Error::<Test>::CannotHoldDeposit);
		Balances::set_balance(&ALICE, DEPOSIT + ED);
		assert_ok!(buy_as(ALICE, 1_000, 30 * DAY, Balance::MAX));
	});
}

#[test]
fn buy_should_not_close_the_buyers_account() {
	ExtBuilder::default()
		.with_terms(|terms| {
			terms.min_period = 10 * DAY;
			terms.grace = 0;
			terms.price.base = ONE;
			terms.price.at_kink = ONE;
			terms.price.at_full = ONE;
		})
		.build_and_execute(|| {
			// 10 of 365 days at 100 %: 10 units, all that the account holds.
			assert_eq!(quoted(PRODUCT, 365, 10 * DAY).unwrap().premium, 10);
			assert_noop!(buy_as(POOR, 365, 10 * DAY, Balance::MAX), Error::<Test>::CannotPay);
			assert_ok!(buy_as(POOR, 328, 10 * DAY, Balance::MAX));
			assert_eq!(usd(POOR), 1);
		});
}

#[test]
fn buy_should_refuse_when_the_terms_have_changed_since_the_quote() {
	ExtBuilder::default().build_and_execute(|| {
		let quoted = quoted(PRODUCT, 1_000, 30 * DAY).unwrap().version;
		let mut worse = terms();
		worse.deductible = 1;
		assert_ok!(Products::update_terms(RuntimeOrigin::root(), PRODUCT, worse, uri()));
		let buy = |version| {
			let order = Order { version, ..order(1_000, 30 * DAY) };
			plain(Policies::buy(RuntimeOrigin::signed(ALICE), order, None))
		};
		assert_noop!(buy(quoted), Error::<Test>::TermsChanged);
		assert_noop!(buy(quoted + 2), Error::<Test>::TermsChanged);
		assert_ok!(buy(quoted + 1));
	});
}

#[test]
fn buy_should_give_the_premium_back_when_the_pool_refuses() {
	ExtBuilder::default().build_and_execute(|| {
		RefuseOpen::set(&true);
		assert_noop!(buy_as(ALICE, 1_000, 30 * DAY, Balance::MAX), DispatchError::Other("refused"));
		// No state changes without the transaction that a call brings.
		let bought =
			|| Policies::do_buy(ALICE, &order(1_000, 30 * DAY), None).map_err(|refused| refused.error);
		assert_noop!(bought(), DispatchError::Other("refused"));
		assert_eq!(usd(ALICE), MONEY);
	});
}

#[test]
fn buy_should_refuse_when_ids_are_used_up() {
	ExtBuilder::default().build_and_execute(|| {
		NextPolicy::<Test>::put(PolicyId::MAX);
		assert_noop!(buy_as(ALICE, 1_000, 30 * DAY, Balance::MAX), ArithmeticError::Overflow);
	});
}

#[test]
fn buy_should_refuse_when_time_does_not_fit() {
	ExtBuilder::default().build_and_execute(|| {
		TestClock::set(START, Moment::MAX - 43 * DAY);
		assert_noop!(buy_as(ALICE, 1_000, 30 * DAY, Balance::MAX), ArithmeticError::Overflow);
		TestClock::set(Moment::MAX - 29 * DAY, ACTIVE_START);
		assert_noop!(buy_as(ALICE, 1_000, 30 * DAY, Balance::MAX), ArithmeticError::Overflow);
		TestClock::set(START, ACTIVE_START);
	});
}

/// Guard: the limit of all policies together holds for purchases and increases, and counts the
/// cover that is left.
#[test]
fn buy_should_refuse_when_all_policies_together_would_cover_too_much() {
	ExtBuilder::default().with_terms(|terms| terms.max_total = 150_000).build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		assert_eq!(quoted(PRODUCT, 1_000, 30 * DAY).unwrap().room, 50_000);
		assert_noop!(buy_as(ALICE, 50_001, 30 * DAY, Balance::MAX), Error::<Test>::TotalReached);
		let alice = || RuntimeOrigin::signed(ALICE);
		let more = |by| plain(Policies::increase(alice(), policy, by, Balance::MAX));
		assert_noop!(more(50_001), Error::<Test>::TotalReached);
		assert_ok!(more(50_000));
		let state = Policies::products(None, 1).remove(0).1;
		assert_eq!((state.insured, state.room), (150_000, 0));
		assert_eq!(state.sale, Err(Error::<Test>::TotalReached.into()));
		assert_ok!(Policies::decrease(alice(), policy, 20_000, 0));
		opened(1);
		assert_ok!(register(policy, 1, 30_000));
		<Policies as OnIncident>::settled(1, PRODUCT);
		assert_noop!(buy_as(ALICE, 50_001, 30 * DAY, Balance::MAX), Error::<Test>::TotalReached);
		assert_ok!(buy_as(ALICE, 50_000, 30 * DAY, Balance::MAX));
	});
}
