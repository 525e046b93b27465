// SPDX-License-Identifier: Apache-2.0

//! Attacks on the withdrawal queues and on the freeze. Each test names its guard and fails if the
//! guard is taken out.

use super::*;
use crate::Event;

/// Guard: the smallest withdrawal. Only a whole position is excused from it.
#[test]
fn dust_withdrawals_should_neither_fill_nor_block_the_queue() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(BOB, 0, 1_000 * D);
		for shares in [1, V - 1, V, (MIN_WITHDRAWAL - 1) * V] {
			assert!(Pools::request_withdrawal(signed(BOB), 0, Junior, shares, 0).is_err());
		}
		assert_eq!(queue(0).tail, 0);
		// The whole position as dust is one entry, and does not stand in the way.
		let all = shares_of(&BOB, 0);
		assert_ok!(Pools::request_withdrawal(signed(BOB), 0, Junior, all - V, 0));
		assert_ok!(Pools::request_withdrawal(signed(BOB), 0, Junior, V, 0));
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		assert_eq!(balance(USD, &ALICE), PURSE);
	});
}

/// Guard: a part payment is at least a smallest withdrawal.
#[test]
fn head_should_not_be_paid_unit_by_unit() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		sell(0, 1, 99 * D, 24 * D, 60);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		let payments =
			|| events().iter().filter(|event| matches!(event, Event::WithdrawalPaid { .. })).count();
		// Premium makes a few units free with every block.
		for block in 0..200 {
			pass(3_000);
			Pools::on_idle(block, Weight::MAX);
		}
		assert_eq!(payments(), 1, "and that one is more than a dollar");
	});
}

/// Guard: at its turn an entry worth less than its limit is returned, and the queue moves on.
#[test]
fn limit_should_not_block_the_queue() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(BOB, 0, 100 * D);
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 20 * D, 1, 60);
		// The limit is the full value: after the smallest loss it can never be paid.
		assert_ok!(Pools::request_withdrawal(signed(BOB), 0, Junior, shares_of(&BOB, 0), 100 * D));
		leave(ALICE, 0, 100);
		strike(1, &mut policy, 20 * D);
		pass(14 * DAY);
		serve(0);
		assert_eq!(balance(USD, &ALICE), PURSE - 10 * D);
		assert_eq!(queue(0).length, 0);
	});
}

/// Guard: money that a payee cannot receive is booked, and the queue moves on.
#[test]
fn dead_payee_should_not_block_the_queue() {
	ExtBuilder::default().with_pool_of(FRAGILE, 100).build_and_execute(|| {
		deposit(BOB, 0, 100 * D);
		deposit(ALICE, 0, 100 * D);
		leave(BOB, 0, 100);
		leave(ALICE, 0, 100);
		assert_ok!(Assets::block(signed(MANAGER), 2, BOB));
		pass(14 * DAY);
		Pools::on_idle(2, Weight::MAX);
		assert_eq!(balance(FRAGILE, &ALICE), PURSE);
		assert_eq!(record(0).claimable, 100 * D);
	});
}

/// Guard: a payment that fails is booked. The team of an asset that freezes the pool's account
/// holds up no other payee.
#[test]
fn suspended_asset_team_should_not_stop_the_queue_or_lose_money() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		assert_ok!(Assets::freeze(signed(MANAGER), 1, account(0)));
		serve(0);
		let told = Event::PaymentBooked { pool: 0, who: ALICE, amount: 100 * D, total: 100 * D };
		System::assert_has_event(told.into());
		assert_ok!(Assets::thaw(signed(MANAGER), 1, account(0)));
		assert_ok!(Pools::collect(signed(ALICE), 0));
		assert_eq!(balance(USD, &ALICE), PURSE);
	});
}

/// Guard: shares of a cancelled withdrawal are not free before a day has passed. They back no new
/// cover before that either.
#[test]
fn request_and_cancel_should_not_swing_capacity_or_price() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 900 * D);
		leave(BOB, 0, 100);
		let room = || Pools::line(0, 1, Sale::New).expect("sells").room;
		let low = room();
		assert!(low <= 100 * D);
		// Cancelling does not bring the room back for Bob's own purchase, and the next request has
		// to wait.
		assert_ok!(Pools::cancel_withdrawal(signed(BOB), 0, Junior, 0));
		assert_eq!(room(), low);
		let call = Pools::request_withdrawal(signed(BOB), 0, Junior, shares_of(&BOB, 0), 0).plain();
		assert_noop!(call, Error::<Test>::StillUnlocking);
		let call = Pools::transfer(signed(BOB), 0, Junior, DAVE, shares_of(&BOB, 0));
		assert_noop!(call, Error::<Test>::StillUnlocking);
		pass(DAY);
		assert_eq!(room(), low);
	});
}

/// Guard: cancelling is refused while an incident touches the pool.
#[test]
fn queue_should_not_be_left_when_the_incident_turns_out_well() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 1, 60);
		leave(ALICE, 0, 50);
		open(1, 1);
		assert_noop!(
			Pools::cancel_withdrawal(signed(ALICE), 0, Junior, 0).plain(),
			Error::<Test>::PoolFrozen
		);
	});
}

/// Guard: capital in the queue backs no new cover, and is not paid out under old cover.
#[test]
fn asking_to_leave_should_not_free_the_capital_of_old_cover() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 1_000 * D, 1, 60);
		leave(ALICE, 0, 100);
		assert_eq!(try_sell(0, 3, 1, 1, 30).unwrap_err(), Error::<Test>::NoCapacity.into());
		assert_eq!(Pools::state(0).unwrap().available, 0);
		pass(14 * DAY);
		let _ = Pools::process_withdrawals(signed(BOB), 0, 10);
		assert!(assets(0) >= 1_000 * D);
	});
}

/// Guard: the cooldown is counted from the request, whatever is frozen. The first block without an
/// incident pays.
#[test]
fn freezing_again_and_again_should_delay_an_withdrawal_only_as_long_as_incidents_are_open() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 1, 60);
		leave(ALICE, 0, 10);
		for incident in 1..4 {
			open(incident, 1);
			pass(5 * DAY);
			Pools::on_idle(1, Weight::MAX);
			assert_eq!(balance(USD, &ALICE), PURSE - 1_000 * D);
			reject(incident, 1);
		}
		Pools::on_idle(1, Weight::MAX);
		assert_eq!(balance(USD, &ALICE), PURSE - 900 * D);
	});
}

/// Guard: an incident locks a pool once.
#[test]
fn opening_the_same_incident_again_should_not_lock_more() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 400 * D, 1, 60);
		(0..3).for_each(|_| open(1, 1));
		assert_eq!((line(0, 1).locked, Pools::state(0).unwrap().available), (400 * D, 600 * D));
		reject(1, 1);
		assert_eq!(line(0, 1).locked, 0);
	});
}

/// Guard: on an exhausted tranche requests are refused and none can be cancelled. Those that wait
/// are dropped at once.
#[test]
fn tranche_kept_full_should_be_reset_all_the_same() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit(BOB, 0, 100 * D);
		let mut policy = sell(0, 1, 200 * D, 1, 60);
		leave(BOB, 0, 50);
		strike(1, &mut policy, 200 * D);
		let again = || Pools::request_withdrawal(signed(BOB), 0, Junior, shares_of(&BOB, 0), 0).plain();
		assert_noop!(again(), Error::<Test>::TrancheExhausted);
		assert_noop!(
			Pools::cancel_withdrawal(signed(BOB), 0, Junior, 0).plain(),
			Error::<Test>::TrancheExhausted
		);
		serve(0);
		assert_noop!(again(), Error::<Test>::TrancheExhausted);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
	});
}
