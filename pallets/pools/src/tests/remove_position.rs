// SPDX-License-Identifier: Apache-2.0

//! Removing positions of an epoch that is over.

use super::mock::*;
use crate::{Error, Event, Positions};
use sp_runtime::DispatchError;

/// Alice has shares of a junior tranche that was exhausted and reopened.
fn over(test: impl FnOnce()) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		strike(1, &mut policy, 100 * D);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		test();
	});
}

#[test]
fn remove_position_should_remove_it_for_anyone_and_give_the_deposit_back() {
	over(|| {
		assert!(held(&ALICE) > 0);
		assert_ok!(Pools::remove_position(signed(BOB), 0, Junior, ALICE));
		let told = events().pop();
		assert!(matches!(told, Some(Event::PositionRemoved { pool: 0, tranche: Junior, who: ALICE, .. })));
		assert_eq!((held(&ALICE), Positions::<Test>::iter().count()), (0, 0));
	});
}

#[test]
fn remove_position_should_give_the_deposit_to_who_put_it_up() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		assert_ok!(Pools::transfer(signed(ALICE), 0, Junior, STRANGER, 10 * D * V));
		let price = held(&ALICE) / 2;
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		strike(1, &mut policy, 100 * D);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		assert_ok!(Pools::remove_position(signed(BOB), 0, Junior, STRANGER));
		assert_eq!(held(&ALICE), price);
	});
}

#[test]
fn remove_position_should_be_refused_when_the_position_is_of_the_current_epoch() {
	over(|| {
		deposit(BOB, 0, 100 * D);
		let call = Pools::remove_position(signed(ALICE), 0, Junior, BOB);
		assert_noop!(call, Error::<Test>::PositionCurrent);
	});
}

#[test]
fn remove_position_should_be_refused_when_the_tranche_is_exhausted_and_not_reopened() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		strike(1, &mut policy, 100 * D);
		let call = Pools::remove_position(signed(BOB), 0, Junior, ALICE);
		assert_noop!(call, Error::<Test>::PositionCurrent);
	});
}

#[test]
fn remove_position_should_be_refused_when_there_is_none() {
	over(|| {
		assert_noop!(Pools::remove_position(signed(BOB), 0, Junior, BOB), Error::<Test>::UnknownPosition);
		assert_noop!(Pools::remove_position(signed(BOB), 0, Senior, ALICE), Error::<Test>::UnknownPosition);
		assert_noop!(Pools::remove_position(signed(BOB), 1, Junior, ALICE), Error::<Test>::UnknownPool);
	});
}

#[test]
fn remove_position_should_be_refused_when_not_signed() {
	over(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Pools::remove_position(origin, 0, Junior, ALICE), DispatchError::BadOrigin);
		}
	});
}
