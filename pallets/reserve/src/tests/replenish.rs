// SPDX-License-Identifier: Apache-2.0

//! Money of the treasury.

use super::mock::*;
use crate::*;
use frame_support::assert_noop;

#[test]
fn replenish_should_move_money_of_the_treasury_into_the_book() {
	ExtBuilder::default().with_donation(USD, 100).build_and_execute(|| {
		let before = balance(&USD, &TREASURY);
		assert!(Reserve::replenish(RuntimeOrigin::root(), USD, 500).is_ok());
		let received = income(&[(IncomeLine::Donations, 100), (IncomeLine::Replenishments, 500)]);
		assert_eq!(book(&USD), Book { own: 600, received, ..Default::default() });
		assert_eq!((balance(&USD, &account()), balance(&USD, &TREASURY)), (600, before - 500));
		let event = Event::<Test>::Replenished {
			asset: USD,
			amount: 500,
			split: Split { own: 500, ..Default::default() },
			own: 600,
		};
		assert_eq!(last_event(), event.into());
	});
}

/// Guard: it is booked to no pool.
#[test]
fn replenish_should_never_raise_a_pools_limit() {
	ExtBuilder::default().with_contribution(POOL, USD, 10).build_and_execute(|| {
		assert!(Reserve::replenish(RuntimeOrigin::root(), USD, 1_000_000).is_ok());
		assert_eq!(draw(1, POOL, 1_000), Some((100, 0)), "ten times what it contributed");
	});
}

#[test]
fn replenish_should_be_refused_when_the_treasury_cannot_pay() {
	ExtBuilder::default().build_and_execute(|| {
		let call = |asset, amount| Reserve::replenish(RuntimeOrigin::root(), asset, amount);
		assert_noop!(call(USD, 0), Error::<Test>::ZeroAmount);
		assert_noop!(call(JUNK, 1), Error::<Test>::AssetNotListed);
		assert_noop!(call(USD, RICH + 1), Error::<Test>::CannotPay);
		// The last unit keeps its account alive.
		assert_noop!(call(USD, RICH), Error::<Test>::CannotPay);
		assert_noop!(call(NATIVE, 1), Error::<Test>::BelowMinimum);
	});
}
