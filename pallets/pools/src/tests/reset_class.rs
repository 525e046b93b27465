// SPDX-License-Identifier: Apache-2.0

//! Beginning a wiped class anew.

use super::mock::*;
use crate::{Error, Event};
use sp_runtime::DispatchError;

fn reset(class: Class) -> sp_runtime::DispatchResult {
	Pools::reset_class(signed(BUYER), 0, class)
}

/// A pool whose junior class is wiped. Senior still has 300 of its 400 dollars.
fn wiped(before_the_loss: impl FnOnce(), test: impl FnOnce()) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		let mut policy = sell(0, 1, 200 * D, 1, 30);
		before_the_loss();
		strike(1, &mut policy, 200 * D);
		assert!(record(0).junior.is_wiped());
		test();
	});
}

#[test]
fn reset_class_should_begin_a_clean_series() {
	wiped(
		|| (),
		|| {
			let shares = record(0).junior.shares;
			assert_ok!(reset(Junior));
			System::assert_last_event(Event::ClassReset { pool: 0, class: Junior, shares, series: 1 }.into());
			let class = record(0).junior;
			assert_eq!((class.assets, class.shares, class.series), (0, 0, 1));
			deposit(DAVE, 0, 100 * D);
			assert_eq!((shares_of(&DAVE, 0), worth_of(&DAVE, 0)), (100 * D * V, 100 * D));
			// The old shares are there and worth zero.
			assert_eq!((shares_of(&ALICE, 0), worth_of(&ALICE, 0)), (100 * D * V, 0));
			deposit_to(DAVE, 0, Senior, 50 * D);
		},
	);
}

#[test]
fn reset_class_should_be_possible_for_senior() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		let mut policy = sell(0, 1, 500 * D, 1, 30);
		strike(1, &mut policy, 500 * D);
		assert_ok!(reset(Senior));
		assert_noop!(reset(Senior), Error::<Test>::NotWiped);
		assert_ok!(reset(Junior));
		assert_eq!((record(0).junior.series, record(0).senior.series), (1, 1));
	});
}

#[test]
fn reset_class_should_be_refused_when_the_class_is_not_wiped() {
	wiped(
		|| (),
		|| {
			assert_noop!(reset(Senior), Error::<Test>::NotWiped);
			assert_ok!(reset(Junior));
			assert_noop!(reset(Junior), Error::<Test>::NotWiped);
		},
	);
}

#[test]
fn reset_class_should_be_refused_when_an_incident_touches_the_pool() {
	wiped(
		|| {
			sell(0, 3, 100 * D, 1, 30);
		},
		|| {
			open(2, 3);
			assert_noop!(reset(Junior), Error::<Test>::PoolFrozen);
			reject(2, 3);
			assert_ok!(reset(Junior));
		},
	);
}

#[test]
fn reset_class_should_be_refused_when_requests_wait() {
	wiped(
		|| leave(ALICE, 0, 50),
		|| {
			assert_noop!(reset(Junior), Error::<Test>::QueueNotEmpty);
			serve(0);
			assert_ok!(reset(Junior));
		},
	);
}

#[test]
fn reset_class_should_be_refused_when_shares_are_returning() {
	wiped(
		|| {
			leave(ALICE, 0, 50);
			assert_ok!(Pools::cancel_withdrawal(signed(ALICE), 0, Junior, 0));
		},
		|| {
			assert_noop!(reset(Junior), Error::<Test>::StillReturning);
			pass(2 * DAY);
			assert_ok!(reset(Junior));
		},
	);
}

#[test]
fn reset_class_should_be_refused_when_unsigned_or_of_no_pool() {
	wiped(
		|| (),
		|| {
			for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
				assert_noop!(Pools::reset_class(origin, 0, Junior), DispatchError::BadOrigin);
			}
			assert_noop!(Pools::reset_class(signed(BUYER), 1, Junior), Error::<Test>::UnknownPool);
		},
	);
}

/// Guard: any account may reset a wiped class.
#[test]
fn holders_should_have_their_deposits_back_when_the_manager_is_gone() {
	wiped(
		|| (),
		|| {
			let held = || held(&ALICE);
			assert!(held() > 0);
			assert_ok!(Pools::reset_class(signed(ALICE), 0, Junior));
			assert_ok!(Pools::drop_position(signed(ALICE), 0, Junior, ALICE));
			assert_eq!(held(), 0);
		},
	);
}
