// SPDX-License-Identifier: Apache-2.0

//! `donate`

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok, traits::UnfilteredDispatchable};

#[test]
fn donate_should_raise_the_book_and_move_the_money() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Reserve::donate(RuntimeOrigin::signed(ALICE), USD, 500));
		assert_eq!(
			book(&USD),
			Book { own: 500, received: income(&[(IncomeLine::Donations, 500)]), ..Default::default() }
		);
		assert_eq!(book(&NATIVE), Book::default());
		assert_eq!(balance(&USD, &account()), 500);
		assert_eq!(balance(&USD, &ALICE), RICH - 500);
		let event = Event::Donated {
			who: ALICE,
			asset: USD,
			amount: 500,
			split: Split { own: 500, ..Default::default() },
			own: 500,
		};
		assert_eq!(last_event(), event.into());
	});
}

#[test]
fn donate_should_take_the_native_token() {
	ExtBuilder::default().with_donation(NATIVE, 100).build_and_execute(|| {
		assert_ok!(Reserve::donate(RuntimeOrigin::signed(BOB), NATIVE, 1));
		assert_eq!(book(&NATIVE).own, 101);
	});
}

#[test]
fn donate_should_give_no_pool_a_contribution() {
	ExtBuilder::default().with_donation(USD, 100).build_and_execute(|| {
		assert_eq!(Pools::<Test>::iter().count(), 0);
	});
}

#[test]
fn donate_should_be_refused_when_amount_is_zero() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Reserve::donate(RuntimeOrigin::signed(ALICE), USD, 0), Error::<Test>::ZeroAmount);
	});
}

#[test]
fn donate_should_be_refused_when_asset_is_not_listed() {
	ExtBuilder::default().build_and_execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);
		assert_noop!(Reserve::donate(origin, JUNK, 100), Error::<Test>::AssetNotListed);
	});
}

#[test]
fn donate_should_be_refused_when_giver_has_too_little() {
	ExtBuilder::default().build_and_execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);
		for asset in [USD, NATIVE] {
			for amount in [RICH + 1, u128::MAX] {
				let call = Reserve::donate(origin.clone(), asset.clone(), amount);
				assert_noop!(call, Error::<Test>::CannotPay);
			}
		}
		assert_eq!(book(&USD), Book::default());
	});
}

#[test]
fn donate_should_be_refused_when_sums_overflow() {
	ExtBuilder::default().with_donation(USD, 1).build_and_execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);
		assert_noop!(Reserve::donate(origin, USD, u128::MAX), Error::<Test>::Overflow);
	});
}

#[test]
fn donate_should_be_refused_when_the_reserve_cannot_hold_so_little() {
	ExtBuilder::default().build_and_execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);
		// Dispatched, so that the withdrawal before it is rolled back as on the chain.
		let call = Call::<Test>::donate { asset: NATIVE, amount: ED - 1 };
		assert_noop!(call.dispatch_bypass_filter(origin.clone()), Error::<Test>::BelowMinimum);
		assert_ok!(Reserve::donate(origin, NATIVE, ED));
	});
}

#[test]
fn donate_should_keep_the_giver_alive() {
	ExtBuilder::default().build_and_execute(|| {
		let origin = RuntimeOrigin::signed(ALICE);
		assert!(Reserve::donate(origin.clone(), NATIVE, RICH).is_err());
		assert_eq!(balance(&NATIVE, &ALICE), RICH);
	});
}
