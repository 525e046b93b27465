// SPDX-License-Identifier: Apache-2.0

//! Reopening an exhausted tranche.

use super::mock::*;
use crate::{Error, Event};
use sp_runtime::DispatchError;

fn reset(tranche: Tranche) -> sp_runtime::DispatchResult {
	Pools::reopen_tranche(signed(BUYER), 0, tranche).plain()
}

/// A pool whose junior tranche is exhausted. Senior still has 300 of its 400 dollars.
fn exhausted(before_the_loss: impl FnOnce(), test: impl FnOnce()) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		let mut policy = sell(0, 1, 200 * D, 1, 30);
		before_the_loss();
		strike(1, &mut policy, 200 * D);
		assert!(record(0).junior.is_exhausted());
		test();
	});
}

#[test]
fn reset_tranche_should_begin_a_clean_epoch() {
	exhausted(
		|| (),
		|| {
			let shares = record(0).junior.shares;
			assert_ok!(reset(Junior));
			System::assert_last_event(
				Event::TrancheReopened { pool: 0, tranche: Junior, shares, epoch: 1 }.into(),
			);
			let tranche = record(0).junior;
			assert_eq!((tranche.assets, tranche.shares, tranche.epoch), (0, 0, 1));
			deposit(DAVE, 0, 100 * D);
			assert_eq!((shares_of(&DAVE, 0), worth_of(&DAVE, 0)), (100 * D * V, 100 * D));
			// The old shares are there and worth zero.
			assert_eq!((shares_of(&ALICE, 0), worth_of(&ALICE, 0)), (100 * D * V, 0));
			deposit_to(DAVE, 0, Senior, 50 * D);
		},
	);
}

#[test]
fn reset_tranche_should_be_possible_for_senior() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		let mut policy = sell(0, 1, 500 * D, 1, 30);
		strike(1, &mut policy, 500 * D);
		assert_ok!(reset(Senior));
		assert_noop!(reset(Senior), Error::<Test>::NotExhausted);
		assert_ok!(reset(Junior));
		assert_eq!((record(0).junior.epoch, record(0).senior.epoch), (1, 1));
	});
}

#[test]
fn reset_tranche_should_be_refused_when_the_tranche_is_not_exhausted() {
	exhausted(
		|| (),
		|| {
			assert_noop!(reset(Senior), Error::<Test>::NotExhausted);
			assert_ok!(reset(Junior));
			assert_noop!(reset(Junior), Error::<Test>::NotExhausted);
		},
	);
}

#[test]
fn reset_tranche_should_be_refused_when_an_incident_touches_the_pool() {
	exhausted(
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
fn reset_tranche_should_be_refused_when_requests_wait() {
	exhausted(
		|| leave(ALICE, 0, 50),
		|| {
			assert_noop!(reset(Junior), Error::<Test>::QueueNotEmpty);
			serve(0);
			assert_ok!(reset(Junior));
		},
	);
}

#[test]
fn reset_tranche_should_be_refused_when_shares_are_unlocking() {
	exhausted(
		|| {
			leave(ALICE, 0, 50);
			assert_ok!(Pools::cancel_withdrawal(signed(ALICE), 0, Junior, 0));
		},
		|| {
			assert_noop!(reset(Junior), Error::<Test>::StillUnlocking);
			pass(2 * DAY);
			assert_ok!(reset(Junior));
		},
	);
}

#[test]
fn reset_tranche_should_be_refused_when_unsigned_or_of_no_pool() {
	exhausted(
		|| (),
		|| {
			for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
				assert_noop!(Pools::reopen_tranche(origin, 0, Junior).plain(), DispatchError::BadOrigin);
			}
			assert_noop!(Pools::reopen_tranche(signed(BUYER), 1, Junior).plain(), Error::<Test>::UnknownPool);
		},
	);
}

/// Guard: any account may reopen an exhausted tranche.
#[test]
fn holders_should_have_their_deposits_back_when_the_manager_is_gone() {
	exhausted(
		|| (),
		|| {
			let held = || held(&ALICE);
			assert!(held() > 0);
			assert_ok!(Pools::reopen_tranche(signed(ALICE), 0, Junior));
			assert_ok!(Pools::remove_position(signed(ALICE), 0, Junior, ALICE));
			assert_eq!(held(), 0);
		},
	);
}
