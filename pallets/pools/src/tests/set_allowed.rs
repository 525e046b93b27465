// SPDX-License-Identifier: Apache-2.0

//! The accounts that may hold shares of a private pool.

use super::mock::*;
use crate::{Allowed, Error, Event};
use sp_runtime::DispatchError;

fn set(who: AccountId, is_allowed: bool) -> sp_runtime::DispatchResult {
	Pools::set_allowed(signed(MANAGER), 0, who, is_allowed)
}

fn private(test: impl FnOnce()) {
	ExtBuilder::default().with_pool_as(|options| options.is_private = true).build_and_execute(test);
}

#[test]
fn set_allowed_should_let_an_account_in_for_a_deposit_of_the_manager() {
	private(|| {
		assert_ok!(set(ALICE, true));
		System::assert_last_event(Event::AllowanceSet { pool: 0, who: ALICE, is_allowed: true }.into());
		assert!(Allowed::<Test>::contains_key(0, ALICE));
		assert!(held(&MANAGER) > RECORD_BASE);
		assert_eq!(held(&ALICE), 0);
	});
}

#[test]
fn set_allowed_should_take_an_account_out_and_give_the_deposit_back() {
	private(|| {
		assert_ok!(set(ALICE, true));
		assert_ok!(set(ALICE, false));
		System::assert_last_event(Event::AllowanceSet { pool: 0, who: ALICE, is_allowed: false }.into());
		assert_eq!((held(&MANAGER), Allowed::<Test>::iter().count()), (0, 0));
	});
}

#[test]
fn underwriter_who_is_taken_out_should_keep_the_shares_and_the_way_out() {
	private(|| {
		assert_ok!(set(ALICE, true));
		deposit(ALICE, 0, 100 * D);
		assert_ok!(set(ALICE, false));
		let call = Pools::deposit(signed(ALICE), 0, Junior, MIN_DEPOSIT, 0).plain();
		assert_noop!(call, Error::<Test>::NotAllowed);
		leave(ALICE, 0, 50);
		assert_ok!(Pools::transfer(signed(ALICE), 0, Junior, MANAGER, D * V));
		pass(14 * DAY);
		serve(0);
		assert_eq!(balance(USD, &ALICE), PURSE - 50 * D);
	});
}

#[test]
fn set_allowed_should_be_refused_when_the_deposit_cannot_be_paid() {
	private(|| {
		let free = balance(NATIVE, &MANAGER);
		assert_ok!(Balances::transfer_allow_death(signed(MANAGER), BOB, free - ED));
		assert_noop!(set(ALICE, true), Error::<Test>::CannotHoldDeposit);
	});
}

#[test]
fn set_allowed_should_be_refused_when_nothing_would_change() {
	private(|| {
		assert_noop!(set(ALICE, false), Error::<Test>::AllowanceUnchanged);
		assert_ok!(set(ALICE, true));
		assert_noop!(set(ALICE, true), Error::<Test>::AllowanceUnchanged);
	});
}

#[test]
fn set_allowed_should_be_refused_when_the_pool_is_open_to_everyone() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_noop!(set(ALICE, true), Error::<Test>::NotPrivate);
	});
}

#[test]
fn set_allowed_should_be_refused_when_the_caller_does_not_manage_the_pool() {
	private(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Pools::set_allowed(origin, 0, ALICE, true), DispatchError::BadOrigin);
		}
		let call = Pools::set_allowed(signed(ALICE), 0, ALICE, true);
		assert_noop!(call, Error::<Test>::NotManager);
		assert_noop!(Pools::set_allowed(signed(MANAGER), 1, ALICE, true), Error::<Test>::UnknownPool);
	});
}
