// SPDX-License-Identifier: Apache-2.0

//! The manager's fee.

use super::mock::*;
use crate::{types::*, Error, Event};
use sp_runtime::DispatchError;

fn percent(fee: u32) -> Permill {
	Permill::from_percent(fee)
}

fn set(fee: u32) -> sp_runtime::DispatchResult {
	Pools::set_fee(signed(MANAGER), 0, percent(fee)).plain()
}

/// A pool with a fee of 5 %.
fn pool(test: impl FnOnce()) {
	ExtBuilder::default().with_pool_as(|options| options.fee = percent(5)).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		test();
	});
}

#[test]
fn set_fee_should_lower_at_once() {
	pool(|| {
		assert_ok!(set(2));
		assert_eq!((record(0).fee, record(0).next_fee), (percent(2), None));
		let told = events().pop();
		let Some(Event::FeeSet { pool: 0, old, new, .. }) = told else { panic!("{told:?}") };
		assert_eq!((old, new), (percent(5), percent(2)));
	});
}

#[test]
fn set_fee_should_announce_a_rise() {
	pool(|| {
		pass(DAY);
		assert_ok!(set(8));
		let ready_at = 15 * DAY;
		assert_eq!(record(0).fee, percent(5));
		assert_eq!(record(0).next_fee, Some(FeeChange { fee: percent(8), ready_at }));
		let told = Event::FeeSet { pool: 0, old: percent(5), new: percent(8), ready_at };
		System::assert_last_event(told.into());
		let state = Pools::state(0).unwrap();
		assert_eq!(state.next_fee.map(|next| (next.fee, next.ready_at)), Some((percent(8), ready_at)));
	});
}

#[test]
fn rise_should_apply_with_the_first_touch_after_its_notice() {
	pool(|| {
		assert_ok!(set(8));
		pass(14 * DAY - 1);
		accrue(0);
		assert_eq!(record(0).fee, percent(5));
		pass(1);
		accrue(0);
		assert_eq!((record(0).fee, record(0).next_fee), (percent(8), None));
		let told = Event::FeeRaised { pool: 0, old: percent(5), new: percent(8) };
		System::assert_has_event(told.into());
	});
}

#[test]
fn everything_until_the_touch_should_be_earned_at_the_old_fee() {
	pool(|| {
		sell(0, 1, 100 * D, 100 * D, 29);
		assert_ok!(set(10));
		// The rise has been due for 16 days when a call touches the pool.
		pass(30 * DAY);
		accrue(0);
		assert_eq!(balance(USD, &MANAGER), PURSE - 1 + 4 * D, "5 % of 80");
	});
}

#[test]
fn everything_until_a_cut_should_be_earned_at_the_old_fee() {
	pool(|| {
		sell(0, 1, 100 * D, 100 * D, 29);
		pass(30 * DAY);
		assert_ok!(set(0));
		accrue(0);
		assert_eq!(balance(USD, &MANAGER), PURSE - 1 + 4 * D, "5 % of 80");
	});
}

#[test]
fn rise_should_be_cancelled_by_the_same_or_a_lower_fee() {
	pool(|| {
		for fee in [5, 3] {
			assert_ok!(set(8));
			assert_ok!(set(fee));
			assert_eq!((record(0).fee, record(0).next_fee), (percent(fee), None));
		}
	});
}

#[test]
fn rise_should_begin_its_notice_anew_when_set_again() {
	pool(|| {
		assert_ok!(set(8));
		pass(13 * DAY);
		assert_ok!(set(9));
		pass(13 * DAY);
		accrue(0);
		assert_eq!(record(0).fee, percent(5));
		pass(DAY);
		accrue(0);
		assert_eq!(record(0).fee, percent(9));
	});
}

#[test]
fn rise_should_stay_within_what_governance_allows_when_it_applies() {
	pool(|| {
		assert_ok!(set(10));
		set_limits(|limits| limits.max_fee = percent(7));
		pass(14 * DAY);
		accrue(0);
		assert_eq!(record(0).fee, percent(7));
	});
}

#[test]
fn rise_should_not_lower_the_fee_when_governance_allows_less_than_applies_already() {
	pool(|| {
		assert_ok!(set(10));
		set_limits(|limits| limits.max_fee = percent(1));
		pass(14 * DAY);
		accrue(0);
		assert_eq!(record(0).fee, percent(5));
	});
}

#[test]
fn set_fee_should_be_refused_when_above_the_highest() {
	pool(|| {
		let call = Pools::set_fee(signed(MANAGER), 0, Permill::from_parts(100_001)).plain();
		assert_noop!(call, Error::<Test>::FeeTooHigh);
	});
}

#[test]
fn set_fee_should_be_refused_when_nothing_would_change() {
	pool(|| {
		assert_noop!(set(5), Error::<Test>::FeeUnchanged);
	});
}

#[test]
fn set_fee_should_be_refused_when_the_caller_does_not_manage_the_pool() {
	pool(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Pools::set_fee(origin, 0, percent(1)).plain(), DispatchError::BadOrigin);
		}
		assert_noop!(Pools::set_fee(signed(ALICE), 0, percent(1)).plain(), Error::<Test>::NotManager);
		assert_noop!(Pools::set_fee(signed(MANAGER), 1, percent(1)).plain(), Error::<Test>::UnknownPool);
	});
}
