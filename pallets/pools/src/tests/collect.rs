// SPDX-License-Identifier: Apache-2.0

//! Taking money that could not be paid out.

use super::mock::*;
use crate::{Claimable, Error, Event};
use sp_runtime::DispatchError;

fn collect(who: AccountId) -> sp_runtime::DispatchResult {
	Pools::collect(signed(who), 0)
}

/// Alice's withdrawal of 100 dollars was booked, as her account was blocked.
fn booked(test: impl FnOnce()) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		assert_ok!(Assets::block(signed(MANAGER), 1, ALICE));
		serve(0);
		test();
	});
}

#[test]
fn collect_should_pay_when_the_payee_can_receive_again() {
	booked(|| {
		assert_ok!(Assets::thaw(signed(MANAGER), 1, ALICE));
		assert_ok!(collect(ALICE));
		System::assert_last_event(Event::Collected { pool: 0, who: ALICE, amount: 100 * D }.into());
		assert_eq!((balance(USD, &ALICE), record(0).claimable), (PURSE, 0));
		assert_noop!(collect(ALICE), Error::<Test>::NothingToCollect);
	});
}

#[test]
fn collect_should_leave_everything_when_the_payee_still_cannot_receive() {
	booked(|| {
		let call = || frame_support::storage::with_storage_layer(|| collect(ALICE));
		assert_noop!(call(), Error::<Test>::CannotReceive);
		assert_eq!((record(0).claimable, Claimable::<Test>::get(0, &ALICE)), (100 * D, 100 * D));
	});
}

#[test]
fn collect_should_be_possible_when_the_pool_is_frozen() {
	booked(|| {
		deposit(BOB, 0, 100 * D);
		sell(0, 1, 50 * D, 1, 30);
		open(1, 1);
		assert_ok!(Assets::thaw(signed(MANAGER), 1, ALICE));
		assert_ok!(collect(ALICE));
	});
}

#[test]
fn booked_money_should_bear_no_loss() {
	booked(|| {
		deposit(BOB, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		assert_eq!(strike(1, &mut policy, 100 * D).from_pool, 100 * D);
		assert_ok!(Assets::thaw(signed(MANAGER), 1, ALICE));
		assert_ok!(collect(ALICE));
		assert_eq!(balance(USD, &ALICE), PURSE);
	});
}

#[test]
fn collect_should_be_refused_when_nothing_waits() {
	booked(|| {
		assert_noop!(collect(BOB), Error::<Test>::NothingToCollect);
	});
}

#[test]
fn collect_should_be_refused_when_pool_or_origin_is_wrong() {
	booked(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Pools::collect(origin, 0), DispatchError::BadOrigin);
		}
		assert_noop!(Pools::collect(signed(ALICE), 1), Error::<Test>::UnknownPool);
	});
}
