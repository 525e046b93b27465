// SPDX-License-Identifier: Apache-2.0

//! The work of blocks with room to spare.

use super::mock::*;
use crate::{IdleCursor, WeightInfo};
use frame_support::{traits::Hooks, weights::Weight};

/// The room of a block in which pools have enough, which is half of it. Enough is `count` visits
/// with one withdrawal each, and a look at one more pool.
fn visits(count: u64) -> Weight {
	let round = <() as WeightInfo>::idle_round() + <() as WeightInfo>::idle_peek();
	let visit = <() as WeightInfo>::idle_visit() + <() as WeightInfo>::idle_withdrawal();
	(round + (visit + <() as WeightInfo>::idle_peek()) * count) * 2
}

/// `count` pools, in each of which Alice's withdrawal of 100 dollars is ready.
fn ready(count: u32, test: impl FnOnce()) {
	let builder = (0..count).fold(ExtBuilder::default(), |builder, _| builder.with_pool());
	builder.build_and_execute(|| {
		for pool in 0..count {
			deposit(ALICE, pool, 100 * D);
			leave(ALICE, pool, 100);
		}
		pass(14 * DAY);
		test();
	});
}

fn served(pool: PoolId) -> bool {
	queue(pool).length == 0
}

#[test]
fn idle_visits_should_serve_every_pool_in_turn_within_the_meter() {
	ready(2, || {
		assert_eq!(Pools::on_idle(2, Weight::zero()), Weight::zero());
		assert!(!served(0), "no weight, no visit");
		// Room for one visit with one withdrawal, and a look at the next pool.
		let limit = visits(1);
		assert!(Pools::on_idle(2, limit).all_lte(limit));
		assert_eq!((served(0), served(1)), (true, false));
		assert_eq!(IdleCursor::<Test>::get(), 1, "the pool without room is the next");
		Pools::on_idle(3, limit);
		assert!(served(1));
		assert_eq!(IdleCursor::<Test>::get(), 1, "a whole round");
	});
}

#[test]
fn idle_visits_should_serve_all_pools_in_one_block_when_there_is_room() {
	ready(3, || {
		Pools::on_idle(2, visits(5));
		assert_eq!([0, 1, 2].map(served), [true; 3]);
	});
}

#[test]
fn idle_visits_should_serve_both_tranches() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 300 * D);
		leave(ALICE, 0, 10);
		leave_from(BOB, 0, Senior, 10);
		pass(14 * DAY);
		Pools::on_idle(2, Weight::MAX);
		assert_eq!(balance(USD, &ALICE), PURSE - 270 * D);
		assert_eq!(balance(USD, &BOB), PURSE - 270 * D);
	});
}

#[test]
fn idle_visits_should_only_look_at_pools_with_nothing_to_do() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let look = <() as WeightInfo>::idle_round() + <() as WeightInfo>::idle_peek();
		let is_visited = || Pools::on_idle(2, Weight::MAX) != look;
		deposit(ALICE, 0, 1_000 * D);
		pass(DAY);
		assert!(!is_visited(), "nothing but capital");
		sell(0, 1, 100 * D, D, 7);
		assert!(is_visited(), "premium to earn, on the first day of it");
		pass(60_000);
		assert!(!is_visited(), "what is earned waits until tomorrow");
		pass(DAY);
		assert!(is_visited(), "a day's premium");
		pass(8 * DAY);
		assert!(is_visited(), "the last premium, and fees_payable");
		assert_eq!((record(0).books.unearned.is_zero(), record(0).fees_payable), (true, Default::default()));
		assert!(!is_visited(), "cover that does not end today");
		pass(15 * DAY);
		assert!(!is_visited(), "the round over the days has ended the cover");
		assert_eq!(line(0, 1).exposure, 0);
		pass(40 * DAY);
		assert!(!is_visited(), "nothing again");
		leave(ALICE, 0, 100);
		assert!(!is_visited(), "a queue whose head has its cooldown to wait for");
		assert_ok!(Pools::cancel_withdrawal(signed(ALICE), 0, Junior, 0));
		assert!(!is_visited(), "unlocking shares wait for their day");
		pass(2 * DAY);
		assert!(!is_visited(), "the round over the days has returned the shares");
		assert_ok!(Pools::set_fee(signed(MANAGER), 0, Permill::from_percent(1)));
		assert!(!is_visited(), "a fee that is not due");
		pass(14 * DAY);
		assert!(is_visited(), "a fee that is due");
		assert_eq!(record(0).fee, Permill::from_percent(1));
		leave(ALICE, 0, 50);
		pass(14 * DAY);
		assert!(is_visited(), "a head that can be paid");
		assert!(!is_visited(), "and is");
	});
}

/// Guard: a block without change emits no event. On a chain with a pool of ordinary premium that
/// was seven events and two transfers a block, for a hundredth of a cent.
#[test]
fn idle_visits_should_tell_nothing_in_most_blocks() {
	ExtBuilder::default().with_pool_as(|options| options.fee = Permill::from_percent(10)).build_and_execute(
		|| {
			deposit(ALICE, 0, 10_000 * D);
			deposit(BOB, 0, 1_000 * D);
			sell(0, 1, 9_000 * D, 90 * D, 60);
			leave(BOB, 0, 100);
			let block = |n| {
				pass(3_000);
				System::reset_events();
				Pools::on_idle(n, Weight::MAX);
				System::events().len()
			};
			// To the middle of a day, which its first block has caught up.
			pass(DAY / 2);
			block(2);
			let before = record(0);
			let told: Vec<usize> = (0..1_000).map(block).collect();
			assert_eq!(told, vec![0; 1_000]);
			assert_eq!(record(0), before, "and writes nothing");
			// The next day's first block hands over everything that was earned until then.
			pass(DAY);
			assert!(block(9) > 0);
			let after = record(0);
			assert_eq!((after.fees_payable, after.accrued_to), (Default::default(), now()));
			let got = |who: &AccountId| balance(USD, who) - PURSE;
			let earned = 90 * D - after.books.owed_units().unwrap();
			assert_eq!(got(&RESERVE_ACCOUNT), earned * 15 / 100);
			assert!(got(&TREASURY) > 0 && got(&MANAGER) + 1 > 0);
			assert_eq!(block(10), 0);
		},
	);
}

/// Guard: fees payable that wait are not lost. `accrue` hands them over at any time.
#[test]
fn dues_should_be_handed_over_by_a_accrue_at_any_time() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 30);
		pass(DAY);
		Pools::on_idle(2, Weight::MAX);
		let before = balance(USD, &RESERVE_ACCOUNT);
		pass(3_600_000);
		deposit(BOB, 0, 100 * D);
		let due = record(0).fees_payable.reserve;
		assert!(due > 0);
		Pools::on_idle(3, Weight::MAX);
		assert_eq!((balance(USD, &RESERVE_ACCOUNT), record(0).fees_payable.reserve), (before, due));
		accrue(0);
		assert_eq!(
			(balance(USD, &RESERVE_ACCOUNT), record(0).fees_payable),
			(before + due, Default::default())
		);
	});
}

/// Guard: fees payable that no account can take are tried once a day, not in every block.
#[test]
fn dues_that_cannot_be_handed_over_should_wait_for_the_next_day() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let look = <() as WeightInfo>::idle_round() + <() as WeightInfo>::idle_peek();
		set_reserve(|reserve| reserve.refuses = true);
		deposit(ALICE, 0, 1_000 * D);
		sell_premium_only(0, 10 * D, 1);
		pass(5 * DAY);
		Pools::on_idle(2, Weight::MAX);
		let due = record(0).fees_payable;
		assert!(due.reserve > 0 && record(0).books.unearned.is_zero());
		pass(3_000);
		assert_eq!(Pools::on_idle(3, Weight::MAX), look, "only looked at");
		set_reserve(|reserve| reserve.refuses = false);
		pass(DAY);
		Pools::on_idle(4, Weight::MAX);
		assert_eq!((record(0).fees_payable, reserve().income.premiums), (Default::default(), due.reserve));
	});
}

/// Guard: a head that waits for capital does not have its pool visited in every block.
#[test]
fn idle_visits_should_leave_a_queue_alone_that_waits_for_capital() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let look = <() as WeightInfo>::idle_round() + <() as WeightInfo>::idle_peek();
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 1_000 * D, 1, 60);
		leave(ALICE, 0, 100);
		pass(15 * DAY);
		Pools::on_idle(2, Weight::MAX);
		pass(3_000);
		assert_eq!(Pools::on_idle(3, Weight::MAX), look);
		// Capital comes in: the next block pays.
		deposit(BOB, 0, 500 * D);
		pass(3_000);
		Pools::on_idle(4, Weight::MAX);
		assert_eq!(balance(USD, &ALICE), PURSE - 500 * D);
	});
}

#[test]
fn idle_visits_should_hand_over_what_a_pool_repays() {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		deposit(ALICE, 0, 100 * D);
		let mut first = sell(0, 1, 100 * D, D, 30);
		let mut second = sell(0, 3, 100 * D, D, 30);
		open(1, 1);
		open(2, 3);
		claim(&mut first, 100 * D).unwrap();
		claim(&mut second, 50 * D).unwrap();
		total(2, 0, 50 * D).unwrap();
		settle(1, 0, 100 * D).unwrap();
		settle(2, 0, 50 * D).unwrap();
		let before = lent(0);
		pass(10 * DAY);
		Pools::on_idle(2, Weight::MAX);
		assert!(lent(0) < before);
		assert_eq!(record(0).fees_payable, Default::default());
	});
}

#[test]
fn idle_visits_should_not_pay_withdrawals_of_a_frozen_pool() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 1, 30);
		leave(ALICE, 0, 10);
		pass(14 * DAY);
		open(1, 1);
		Pools::on_idle(2, Weight::MAX);
		assert!(!served(0));
	});
}
