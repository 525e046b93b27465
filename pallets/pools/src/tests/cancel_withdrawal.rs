// SPDX-License-Identifier: Apache-2.0

//! Cancelling a request to leave.

use super::mock::*;
use crate::{Error, Event, ReturnEnds};
use sp_runtime::DispatchError;

fn cancel(who: AccountId, index: u32) -> sp_runtime::DispatchResult {
	Pools::cancel_withdrawal(signed(who), 0, Junior, index).plain()
}

#[test]
fn cancel_withdrawal_should_give_the_shares_back_as_unlocking() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 40);
		pass(DAY / 2);
		assert_ok!(cancel(ALICE, 0));
		let shares = 40 * D * V;
		let position = position_in(&ALICE, 0, Junior);
		assert_eq!((position.shares, position.queued), (100 * D * V, 0));
		assert_eq!((position.unlocking, position.unlocks_on), (shares, 2));
		let tranche = record(0).junior;
		assert_eq!((tranche.queued, tranche.unlocking, tranche.queue.length), (0, shares, 0));
		assert_eq!(ReturnEnds::<Test>::get((0, Junior, 2)), shares);
		assert_eq!(withdrawal_at(0, Junior, 0), None);
	});
}

#[test]
fn cancel_withdrawal_should_tell_what_returns_and_when() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 40);
		assert_ok!(cancel(ALICE, 0));
		let told = events().pop();
		let Some(Event::WithdrawalCancelled {
			pool: 0, tranche: Junior, who: ALICE, index: 0, shares, ..
		}) = told
		else {
			panic!("{told:?}");
		};
		assert_eq!(shares, 40 * D * V);
	});
}

#[test]
fn cancel_withdrawal_should_give_the_deposit_of_the_entry_back() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let before = held(&ALICE);
		leave(ALICE, 0, 40);
		assert_ok!(cancel(ALICE, 0));
		assert_eq!(held(&ALICE), before);
	});
}

#[test]
fn cancelled_shares_should_return_at_the_beginning_of_the_second_day() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 40);
		// The last millisecond of a day: a whole day must lie between.
		pass(DAY - 1);
		assert_ok!(cancel(ALICE, 0));
		let shares = 40 * D * V;
		pass(DAY);
		accrue(0);
		assert_eq!(record(0).junior.unlocking, shares);
		pass(1);
		accrue(0);
		assert_eq!(record(0).junior.unlocking, 0);
		let returned = |event: &Event<Test>| matches!(event, Event::SharesReturned { shares: told, .. } if *told == shares);
		assert!(events().iter().any(returned));
		assert_eq!(ReturnEnds::<Test>::iter().count(), 0, "the bucket is gone");
		leave(ALICE, 0, 100);
	});
}

#[test]
fn cancelled_shares_should_back_new_cover_only_when_they_have_returned() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 40);
		let room = || Pools::line(0, 1, Sale::New).expect("sells").room;
		assert_eq!(room(), 60 * D - 1, "the value is rounded up");
		assert_ok!(cancel(ALICE, 0));
		assert_eq!(room(), 60 * D - 1);
		pass(2 * DAY);
		assert_eq!(room(), 100 * D);
	});
}

#[test]
fn cancelled_shares_should_earn_and_bear_losses_as_others() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 100 * D);
		leave(ALICE, 0, 100);
		assert_ok!(cancel(ALICE, 0));
		let mut policy = sell(0, 1, 50 * D, 1, 30);
		strike(1, &mut policy, 50 * D);
		assert_eq!(worth_of(&ALICE, 0), 75 * D);
	});
}

#[test]
fn cancel_withdrawal_should_leave_the_other_entries_in_their_order() {
	for cancelled in 0..3u32 {
		ExtBuilder::default().with_pool().build_and_execute(|| {
			let people = [ALICE, BOB, DAVE];
			for who in &people {
				deposit(who.clone(), 0, 100 * D);
				leave(who.clone(), 0, 100);
			}
			assert_ok!(cancel(people[cancelled as usize].clone(), cancelled));
			assert_eq!(queue(0).length, 2);
			check();
			pass(14 * DAY);
			serve(0);
			let paid: Vec<u32> = events()
				.iter()
				.filter_map(|event| match event {
					Event::WithdrawalPaid { index, .. } => Some(*index),
					_ => None,
				})
				.collect();
			let expected: Vec<u32> = (0..3).filter(|index| *index != cancelled).collect();
			assert_eq!(paid, expected);
		});
	}
}

#[test]
fn cancel_withdrawal_should_take_back_what_a_partial_payment_left() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		sell(0, 1, 75 * D, 1, 30);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		let left = withdrawal_at(0, Junior, 0).expect("paid in part").shares;
		assert!(left < 76 * D * V);
		assert_ok!(cancel(ALICE, 0));
		assert_eq!(shares_of(&ALICE, 0), left);
	});
}

#[test]
fn cancelling_again_should_let_all_unlocking_shares_wait_for_the_later_day() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 40);
		leave(ALICE, 0, 50);
		assert_ok!(cancel(ALICE, 0));
		pass(DAY);
		assert_ok!(cancel(ALICE, 1));
		let position = position_in(&ALICE, 0, Junior);
		assert_eq!((position.unlocking, position.unlocks_on), (70 * D * V, 3));
		check();
		pass(DAY);
		accrue(0);
		assert_eq!(record(0).junior.unlocking, 70 * D * V);
		pass(DAY);
		accrue(0);
		assert_eq!(record(0).junior.unlocking, 0);
	});
}

#[test]
fn cancel_withdrawal_should_be_refused_when_an_incident_touches_the_pool() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		sell(0, 1, 50 * D, 1, 30);
		leave(ALICE, 0, 40);
		open(1, 1);
		assert_noop!(cancel(ALICE, 0), Error::<Test>::PoolFrozen);
		reject(1, 1);
		assert_ok!(cancel(ALICE, 0));
	});
}

#[test]
fn cancel_withdrawal_should_be_refused_when_the_entry_is_someone_elses() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 40);
		assert_noop!(cancel(BOB, 0), Error::<Test>::NotYourWithdrawal);
		assert_noop!(cancel(MANAGER, 0), Error::<Test>::NotYourWithdrawal);
	});
}

#[test]
fn cancel_withdrawal_should_be_refused_when_there_is_no_such_entry() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 40);
		assert_noop!(cancel(ALICE, 1), Error::<Test>::UnknownWithdrawal);
		let senior = Pools::cancel_withdrawal(signed(ALICE), 0, Senior, 0).plain();
		assert_noop!(senior, Error::<Test>::UnknownWithdrawal);
		assert_ok!(cancel(ALICE, 0));
		assert_noop!(cancel(ALICE, 0), Error::<Test>::UnknownWithdrawal);
	});
}

#[test]
fn cancel_withdrawal_should_be_refused_when_the_tranche_is_exhausted() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		leave(ALICE, 0, 40);
		strike(1, &mut policy, 100 * D);
		assert_noop!(cancel(ALICE, 0), Error::<Test>::TrancheExhausted);
	});
}

#[test]
fn cancel_withdrawal_should_be_refused_when_pool_or_origin_is_wrong() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Pools::cancel_withdrawal(origin, 0, Junior, 0).plain(), DispatchError::BadOrigin);
		}
		assert_noop!(
			Pools::cancel_withdrawal(signed(ALICE), 1, Junior, 0).plain(),
			Error::<Test>::UnknownPool
		);
	});
}
