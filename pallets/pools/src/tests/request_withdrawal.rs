// SPDX-License-Identifier: Apache-2.0

//! Asking to leave.

use super::mock::*;
use crate::{Error, Event};
use sp_runtime::DispatchError;

fn request(who: AccountId, shares: Balance, min_out: Balance) -> sp_runtime::DispatchResult {
	Pools::request_withdrawal(signed(who), 0, Junior, shares, min_out).plain()
}

#[test]
fn request_withdrawal_should_move_shares_into_the_queue_of_their_tranche() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let shares = 40 * D * V;
		assert_ok!(request(ALICE, shares, 30 * D));
		let pool = record(0);
		assert_eq!((pool.junior.queued, pool.junior.queue.length), (shares, 1));
		assert_eq!((pool.senior.queued, pool.senior.queue.length), (0, 0));
		let position = position_in(&ALICE, 0, Junior);
		assert_eq!((position.shares, position.queued), (60 * D * V, shares));
		let withdrawal = withdrawal_at(0, Junior, 0).expect("an entry");
		assert_eq!(
			(withdrawal.who, withdrawal.shares, withdrawal.min_out, withdrawal.ready_at),
			(ALICE, shares, 30 * D, 14 * DAY)
		);
	});
}

#[test]
fn request_withdrawal_should_tell_place_value_and_time() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 50 * D);
		pass(DAY);
		let (shares, value) = (40 * D * V, 40 * D);
		assert_ok!(Pools::request_withdrawal(signed(BOB), 0, Senior, shares, 7));
		let told = events().pop();
		let Some(Event::WithdrawalRequested { pool: 0, tranche: Senior, who: BOB, index: 0, .. }) = &told
		else {
			panic!("{told:?}");
		};
		let Some(Event::WithdrawalRequested { shares: told_shares, value: told_value, ready_at, .. }) = told
		else {
			panic!("just seen");
		};
		assert_eq!((told_shares, told_value, ready_at), (shares, value, 15 * DAY));
	});
}

#[test]
fn request_withdrawal_should_pay_for_its_record() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let position = held(&ALICE);
		assert_ok!(request(ALICE, 40 * D * V, 0));
		let entry = held(&ALICE) - position;
		assert!(entry > RECORD_BASE);
		assert_ok!(request(ALICE, 10 * D * V, 0));
		assert_eq!(held(&ALICE), position + 2 * entry);
	});
}

#[test]
fn request_withdrawal_should_be_refused_when_its_record_cannot_be_paid() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		give(USD, &STRANGER, PURSE);
		give(NATIVE, &STRANGER, PURSE);
		deposit(STRANGER, 0, 100 * D);
		let all = balance(NATIVE, &STRANGER);
		assert_ok!(Balances::transfer_allow_death(signed(STRANGER), ALICE, all - ED));
		assert_noop!(request(STRANGER, 40 * D * V, 0), Error::<Test>::CannotHoldDeposit);
	});
}

#[test]
fn request_withdrawal_should_be_refused_when_the_position_has_fewer_shares() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let all = shares_of(&ALICE, 0);
		assert_noop!(request(ALICE, all + 1, 0), Error::<Test>::NotEnoughShares);
		assert_noop!(request(ALICE, u128::MAX, 0), Error::<Test>::NotEnoughShares);
		assert_noop!(request(STRANGER, 1, 0), Error::<Test>::NotEnoughShares);
		let senior = Pools::request_withdrawal(signed(ALICE), 0, Senior, all, 0).plain();
		assert_noop!(senior, Error::<Test>::NotEnoughShares);
		// Shares in the queue are not free.
		assert_ok!(request(ALICE, all / 2, 0));
		assert_noop!(request(ALICE, all / 2 + 1, 0), Error::<Test>::NotEnoughShares);
	});
}

#[test]
fn request_withdrawal_should_be_refused_when_the_shares_are_unlocking() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		assert_ok!(request(ALICE, 60 * D * V, 0));
		assert_ok!(Pools::cancel_withdrawal(signed(ALICE), 0, Junior, 0));
		assert_noop!(request(ALICE, 40 * D * V + 1, 0), Error::<Test>::StillUnlocking);
		assert_ok!(request(ALICE, 40 * D * V, 0));
		pass(2 * DAY);
		assert_ok!(request(ALICE, 60 * D * V, 0));
	});
}

#[test]
fn request_withdrawal_should_be_refused_when_no_share_is_to_leave() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		assert_noop!(request(ALICE, 0, 0), Error::<Test>::ZeroShares);
	});
}

#[test]
fn request_withdrawal_should_be_refused_when_worth_less_than_the_limit() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		assert_noop!(request(ALICE, 100 * D * V, 100 * D + 1), Error::<Test>::ValueBelowLimit);
		assert_ok!(request(ALICE, 100 * D * V, 100 * D));
	});
}

#[test]
fn request_withdrawal_should_be_refused_when_worth_nothing() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		assert_noop!(request(ALICE, V - 1, 0), Error::<Test>::ValueBelowLimit);
	});
}

#[test]
fn request_withdrawal_should_be_refused_when_small_and_not_the_whole_position() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		assert_noop!(request(ALICE, (MIN_WITHDRAWAL - 1) * V, 0), Error::<Test>::WithdrawalTooSmall);
		assert_ok!(request(ALICE, MIN_WITHDRAWAL * V, 0));
	});
}

#[test]
fn request_withdrawal_should_take_a_whole_position_however_small() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let all = shares_of(&ALICE, 0);
		assert_ok!(request(ALICE, all - 5 * V, 0));
		assert_ok!(request(ALICE, 5 * V, 5));
		assert_eq!(shares_of(&ALICE, 0), 0);
		assert_eq!(position_in(&ALICE, 0, Junior).queued, all, "the record is kept for what is queued");
	});
}

#[test]
fn request_withdrawal_should_be_possible_when_the_pool_is_frozen_or_paused() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 200 * D);
		sell(0, 1, 50 * D, D, 30);
		open(1, 1);
		assert_ok!(request(ALICE, 20 * D * V, 0));
		assert_ok!(Pools::set_status(RuntimeOrigin::root(), 0, crate::PoolStatus::Suspended));
		assert_ok!(request(ALICE, 20 * D * V, 0));
	});
}

#[test]
fn request_withdrawal_should_be_refused_when_the_tranche_is_exhausted() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		strike(1, &mut policy, 100 * D);
		assert!(request(ALICE, shares_of(&ALICE, 0), 0).is_err());
		assert_eq!(queue(0).length, 0);
	});
}

#[test]
fn request_withdrawal_should_be_refused_when_the_position_is_of_an_old_epoch() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		strike(1, &mut policy, 100 * D);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 100 * D);
		assert!(request(ALICE, 50 * D * V, 0).is_err(), "they are worth nothing");
		assert_eq!(record(0).junior.queued, 0);
	});
}

#[test]
fn request_withdrawal_should_be_refused_when_pool_or_origin_is_wrong() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(
				Pools::request_withdrawal(origin, 0, Junior, V, 0).plain(),
				DispatchError::BadOrigin
			);
		}
		let call = Pools::request_withdrawal(signed(ALICE), 1, Junior, V, 0).plain();
		assert_noop!(call, Error::<Test>::UnknownPool);
	});
}
