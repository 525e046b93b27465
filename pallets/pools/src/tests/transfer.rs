// SPDX-License-Identifier: Apache-2.0

//! Transfers of shares.

use super::mock::*;
use crate::{Error, Event, Positions};
use sp_runtime::DispatchError;

fn transfer(from: AccountId, to: AccountId, shares: Balance) -> sp_runtime::DispatchResult {
	Pools::transfer(signed(from), 0, Junior, to, shares)
}

#[test]
fn transfer_should_move_a_part_of_a_position() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		assert_ok!(transfer(ALICE, BOB, 30 * D * V));
		assert_eq!((shares_of(&ALICE, 0), shares_of(&BOB, 0)), (70 * D * V, 30 * D * V));
		assert_eq!(record(0).junior.shares, 100 * D * V);
		let told = events().pop();
		let Some(Event::Transferred { pool: 0, tranche: Junior, from: ALICE, to: BOB, shares, .. }) = told
		else {
			panic!("{told:?}");
		};
		assert_eq!(shares, 30 * D * V);
	});
}

#[test]
fn transfer_should_move_a_whole_position_and_give_its_deposit_back() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 100 * D);
		let price = held(&BOB);
		assert_ok!(transfer(ALICE, BOB, 100 * D * V));
		assert_eq!(Positions::<Test>::get((0, Junior, &ALICE)), None);
		assert_eq!(shares_of(&BOB, 0), 200 * D * V);
		assert_eq!((held(&ALICE), held(&BOB)), (0, price));
	});
}

#[test]
fn transfer_should_be_possible_in_the_senior_tranche() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(ALICE, 0, Senior, 100 * D);
		assert_ok!(Pools::transfer(signed(ALICE), 0, Senior, BOB, 30 * D * V));
		assert_eq!((shares_in(&BOB, 0, Senior), shares_of(&BOB, 0)), (30 * D * V, 0));
	});
}

#[test]
fn transfer_to_an_account_without_position_should_be_paid_by_the_sender() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let price = held(&ALICE);
		// The receiver has no native tokens at all.
		assert_ok!(transfer(ALICE, STRANGER, 30 * D * V));
		assert_eq!((held(&ALICE), held(&STRANGER)), (2 * price, 0));
		assert_eq!(position_in(&STRANGER, 0, Junior).depositor, ALICE);
		// The depositor gets the deposit back when the record goes.
		assert_ok!(transfer(STRANGER, ALICE, 30 * D * V));
		assert_eq!(held(&ALICE), price);
	});
}

#[test]
fn transfer_should_be_refused_when_the_record_cannot_be_paid() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let free = balance(NATIVE, &ALICE);
		assert_ok!(Balances::transfer_allow_death(signed(ALICE), BOB, free - ED));
		assert_noop!(transfer(ALICE, STRANGER, 30 * D * V), Error::<Test>::CannotHoldDeposit);
	});
}

#[test]
fn transfer_should_keep_the_value_of_shares_and_need_no_catching_up() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 100 * D);
		sell(0, 1, 50 * D, 20 * D, 365);
		// The time is so long that every call that prices something asks for `accrue`.
		pass(300 * DAY);
		let worth = worth_of(&ALICE, 0);
		assert_ok!(transfer(ALICE, BOB, 50 * D * V));
		assert_eq!(worth_of(&ALICE, 0), worth / 2);
	});
}

#[test]
fn transfer_should_be_refused_when_an_incident_touches_the_pool() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		sell(0, 1, 50 * D, D, 30);
		open(1, 1);
		assert_noop!(transfer(ALICE, BOB, 50 * D * V), Error::<Test>::PoolFrozen);
		reject(1, 1);
		assert_ok!(transfer(ALICE, BOB, 50 * D * V));
	});
}

#[test]
fn transfer_should_be_refused_when_to_oneself() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		assert_noop!(transfer(ALICE, ALICE, 50 * D * V), Error::<Test>::SelfTransfer);
	});
}

#[test]
fn transfer_should_be_refused_when_there_are_fewer_free_shares() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 40);
		assert_noop!(transfer(ALICE, BOB, 60 * D * V + 1), Error::<Test>::NotEnoughShares);
		assert_noop!(transfer(BOB, ALICE, 1), Error::<Test>::NotEnoughShares);
		assert_noop!(transfer(ALICE, BOB, u128::MAX), Error::<Test>::NotEnoughShares);
		assert_ok!(transfer(ALICE, BOB, 60 * D * V));
		assert_eq!(position_in(&ALICE, 0, Junior).queued, 40 * D * V, "kept for what is queued");
	});
}

#[test]
fn transfer_should_be_refused_when_the_shares_are_unlocking() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 40);
		assert_ok!(Pools::cancel_withdrawal(signed(ALICE), 0, Junior, 0));
		assert_noop!(transfer(ALICE, BOB, 60 * D * V + 1), Error::<Test>::StillUnlocking);
		assert_ok!(transfer(ALICE, BOB, 60 * D * V));
		pass(2 * DAY);
		assert_ok!(transfer(ALICE, BOB, 40 * D * V));
	});
}

#[test]
fn transfer_should_be_refused_when_of_no_share() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		assert_noop!(transfer(ALICE, BOB, 0), Error::<Test>::ZeroShares);
	});
}

#[test]
fn transfer_should_be_refused_when_the_pool_is_private_and_the_receiver_not_allowed() {
	ExtBuilder::default().with_pool_as(|options| options.is_private = true).build_and_execute(|| {
		deposit(MANAGER, 0, 100 * D);
		assert_noop!(transfer(MANAGER, BOB, D * V), Error::<Test>::NotAllowed);
		assert_ok!(Pools::set_allowed(signed(MANAGER), 0, BOB, true));
		assert_ok!(transfer(MANAGER, BOB, D * V));
		assert_ok!(transfer(BOB, MANAGER, D * V / 2));
	});
}

#[test]
fn transfer_should_be_refused_when_the_position_is_of_an_old_epoch() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		strike(1, &mut policy, 100 * D);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 100 * D);
		assert!(transfer(ALICE, BOB, 50 * D * V).is_err());
		assert_eq!(shares_of(&BOB, 0), 100 * D * V, "no worthless share became a good one");
	});
}

#[test]
fn transfer_into_a_position_of_an_old_epoch_should_start_it_anew() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		strike(1, &mut policy, 100 * D);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 100 * D);
		assert_ok!(transfer(BOB, ALICE, 10 * D * V));
		let position = position_in(&ALICE, 0, Junior);
		assert_eq!((position.shares, position.epoch, position.depositor), (10 * D * V, 1, ALICE));
	});
}

#[test]
fn transfer_should_be_refused_when_pool_or_origin_is_wrong() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Pools::transfer(origin, 0, Junior, BOB, 1), DispatchError::BadOrigin);
		}
		assert_noop!(Pools::transfer(signed(ALICE), 1, Junior, BOB, 1), Error::<Test>::UnknownPool);
	});
}
