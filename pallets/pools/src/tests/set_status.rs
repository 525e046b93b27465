// SPDX-License-Identifier: Apache-2.0

//! Opening, pausing and suspending a pool.

use super::mock::*;
use crate::{types::*, Error, Event};
use sp_runtime::DispatchError;
use PoolStatus::*;

fn as_manager(status: PoolStatus) -> sp_runtime::DispatchResult {
	Pools::set_status(signed(MANAGER), 0, status)
}

fn as_root(status: PoolStatus) -> sp_runtime::DispatchResult {
	Pools::set_status(RuntimeOrigin::root(), 0, status)
}

#[test]
fn set_status_should_pause_and_open_when_the_manager_asks() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_ok!(as_manager(Paused));
		System::assert_last_event(Event::StatusChanged { pool: 0, old: Open, new: Paused }.into());
		assert_ok!(as_manager(Open));
		assert_eq!(record(0).status, Open);
	});
}

#[test]
fn set_status_should_leave_suspension_to_a_referendum() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_noop!(as_manager(Suspended), Error::<Test>::OnlyReferendum);
		assert_ok!(as_root(Suspended));
		assert_noop!(as_manager(Open), Error::<Test>::OnlyReferendum);
		assert_noop!(as_manager(Paused), Error::<Test>::OnlyReferendum);
		assert_ok!(as_root(Open));
	});
}

#[test]
fn set_status_should_be_refused_when_nothing_would_change() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_noop!(as_manager(Open), Error::<Test>::StatusUnchanged);
		assert_noop!(as_root(Open), Error::<Test>::StatusUnchanged);
	});
}

#[test]
fn set_status_should_be_refused_when_the_caller_may_not_or_the_pool_is_unknown() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_noop!(Pools::set_status(signed(ALICE), 0, Paused), Error::<Test>::NotManager);
		assert_noop!(Pools::set_status(RuntimeOrigin::none(), 0, Paused), DispatchError::BadOrigin);
		assert_noop!(Pools::set_status(signed(MANAGER), 1, Paused), Error::<Test>::UnknownPool);
	});
}

#[test]
fn withdrawals_should_be_paid_when_the_pool_is_suspended() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		assert_ok!(as_root(Suspended));
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		assert_eq!(balance(USD, &ALICE), PURSE);
	});
}
