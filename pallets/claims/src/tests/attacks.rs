// SPDX-License-Identifier: Apache-2.0

//! The attacks of docs/design.md section 18 that concern triggers and payments. Those on judgement
//! are in `attacks_judged`. Each test fails when its guard is taken out.

use super::mock::*;
use crate::Error;
use frame_support::traits::fungibles::{Inspect, Mutate};

#[test]
fn ten_fold_price_of_a_moment_should_not_trigger() {
	let above = Trigger { direction: Direction::Above, threshold: 2 * ONE, ..trigger() };
	ExtBuilder::default().product(PRODUCT, above).build_and_execute(|| {
		arm();
		feed(FEED, 10 * ONE);
		// A minute of ten in ten minutes of one is an average of 1.9.
		block_with(START + WINDOW + MINUTE, ONE);
		block(START + 2 * HOUR);
		assert_eq!(crate::NextIncident::<Test>::get(), 0);
	});
}

#[test]
fn tenth_of_the_price_for_one_block_should_not_be_paid() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		arm();
		feed(FEED, ONE / 10);
		block_with(START + WINDOW + 3 * SECOND, GOOD);
		block(START + 2 * HOUR);
		// 3 s of 0.1 in 10 min: an average of 0.9955.
		assert_eq!(crate::NextIncident::<Test>::get(), 0);
		feed(FEED, ONE / 10);
		block_with(START + 2 * HOUR + 6 * SECOND, GOOD);
		block(START + 3 * HOUR);
		// 6 s: a breach that does not last.
		assert_eq!(stage(0), Stage::Rejected);
		assert_eq!(usd(&ALICE), 0);
	});
}

#[test]
fn single_operator_should_not_trigger() {
	ExtBuilder::default().build_and_execute(|| {
		arm();
		// The other operators are not fresh: there is no price, at any value of the one.
		for minute in 1..60 {
			pass_to(START + WINDOW + minute * MINUTE);
			feed_nothing(FEED);
			poll(Weight::MAX);
		}
		assert_eq!(crate::NextIncident::<Test>::get(), 0);
		assert!(!watch().ready);
	});
}

#[test]
fn price_that_never_recovered_should_not_trigger_again() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let at = uphold();
		idle(Weight::MAX);
		for hour in 1..50 {
			block_with(at + DURATION + hour * HOUR, BAD);
		}
		// A short recovery does not arm it either.
		block_with(at + 60 * HOUR, GOOD);
		block_with(at + 60 * HOUR + 30 * MINUTE, BAD);
		block(at + 61 * HOUR);
		assert_eq!(crate::NextIncident::<Test>::get(), 1);
	});
}

#[test]
fn silence_should_not_turn_into_a_yes_or_a_no() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let at = breach();
		block(at);
		pass_to(at + DURATION - 1);
		feed_nothing(FEED);
		block(at + DURATION);
		// The millisecond before the end was the last with an average.
		assert!(matches!(stage(0), Stage::Undecided { .. }));
		block(at + 20 * HOUR);
		assert!(matches!(stage(0), Stage::Undecided { .. }));
	});
}

#[test]
fn halt_across_the_end_of_the_observation_should_not_uphold() {
	ExtBuilder::default().max_gap(MINUTE).policy(1, ALICE, 100).build_and_execute(|| {
		for minute in 0..=10 {
			block_with(START + minute * MINUTE, GOOD);
		}
		for minute in 11..=60 {
			block_with(START + minute * MINUTE, BAD);
		}
		assert!(matches!(stage(0), Stage::Observing { .. }));
		// The price would still be fresh within the heartbeat.
		block(START + 61 * MINUTE + HOUR);
		assert!(matches!(stage(0), Stage::Undecided { .. }));
	});
}

#[test]
fn claim_should_not_be_paid_twice() {
	ExtBuilder::default().policy(1, ALICE, 100).policy(2, BOB, 100).build_and_execute(|| {
		let at = uphold();
		idle(Weight::MAX);
		for _ in 0..3 {
			assert_noop!(Claims::collect(signed(ALICE), 0, 1), Error::<Test>::AlreadyPaid);
			assert_noop!(Claims::push(signed(ALICE), 0, 10), Error::<Test>::NothingToDo);
		}
		block(at + DURATION + MINUTE);
		assert_eq!(usd(&ALICE), 100);
	});
}

#[test]
fn policy_used_up_should_not_claim_in_the_next_incident() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let at = uphold();
		idle(Weight::MAX);
		block_with(at + 2 * HOUR, GOOD);
		block_with(at + 4 * HOUR, BAD);
		block_with(at + 5 * HOUR, BAD);
		block(at + 6 * HOUR);
		assert_eq!(stage(1), Stage::Paid);
		assert_eq!((incident(1).claims, usd(&ALICE)), (0, 100));
	});
}

#[test]
fn donation_to_the_escrow_should_change_nothing() {
	let builder = ExtBuilder::default().pool(1, USD, 500);
	builder.policy(1, ALICE, 600).policy(2, BOB, 400).build_and_execute(|| {
		assert_ok!(AllAssets::mint_into(USD, &escrow(), 10_000));
		uphold();
		idle(Weight::MAX);
		assert_eq!((usd(&ALICE), usd(&BOB)), (300, 200));
		assert_eq!(usd(&escrow()), 10_000);
	});
}

#[test]
fn claims_should_not_exceed_the_pin() {
	ExtBuilder::default().policy(1, ALICE, 100).policy(2, BOB, 100).build_and_execute(|| {
		let at = breach();
		block(at);
		// The book of policies is wrong: more cover than was pinned.
		change_policy(2, |p| p.back_by(&[(1, 100_000)]));
		block(at + DURATION);
		assert_eq!((usd(&ALICE), usd(&BOB)), (100, 100));
		assert_eq!(AllAssets::balance(USD, &pool_account(1)), 1_000_000 - 200);
	});
}

#[test]
fn other_incidents_money_should_not_be_touched() {
	let builder = ExtBuilder::default().product(2, trigger()).pool(2, USD, 100);
	builder.policy_on(1, ALICE, 1, 1, 500).policy_on(2, BOB, 2, 2, 500).build_and_execute(|| {
		uphold();
		idle(Weight::MAX);
		assert_eq!((usd(&ALICE), usd(&BOB)), (500, 100));
		assert_eq!(usd(&escrow()), 0);
	});
}

#[test]
fn flood_of_prices_should_not_decide() {
	// An attacker with an operator's key feeds a new price in every block of three seconds for an
	// hour, to push the log.
	let long = Trigger { window: HOUR, ..trigger() };
	ExtBuilder::default().product(PRODUCT, long).policy(1, ALICE, 100).build_and_execute(|| {
		block_with(START, GOOD);
		block(START + HOUR);
		for i in 0..1_200u128 {
			pass_to(START + HOUR + 3 * SECOND * (i as u64 + 1));
			poll(Weight::MAX);
			feed(FEED, 990 * ONE / 1000 + i);
		}
		let incidents = crate::NextIncident::<Test>::get();
		assert!((0..incidents).all(|i| matches!(stage(i), Stage::Undecided { .. } | Stage::Observing { .. })));
		assert_eq!(usd(&ALICE), 0);
	});
}

#[test]
fn backlog_of_turns_should_not_be_worked_off_by_one_push() {
	ExtBuilder::default().policy(1, ALICE, 100).build_and_execute(|| {
		let mut at = uphold() + DURATION;
		let mut pass = |time: Moment, value: u128| {
			at += time;
			pass_to(at);
			poll(Weight::MAX);
			feed(FEED, value);
		};
		// Blocks leave no room for the incident's work. A second incident lasts too, and further
		// breaches come and go.
		pass(5 * MINUTE, GOOD);
		pass(100 * MINUTE, BAD);
		pass(70 * MINUTE, BAD);
		assert_eq!(stage(1), Stage::Queued);
		for _ in 0..20 {
			pass(5 * MINUTE, GOOD);
			pass(100 * MINUTE, BAD);
		}
		let is_turn = |event: &Event<Test>| {
			use Event::{IncidentOpened, IncidentRejected, TriggerArmed};
			matches!(event, IncidentOpened { .. } | IncidentRejected { .. } | TriggerArmed { .. })
		};
		let before = count_events(is_turn);
		assert_ok!(Claims::push(signed(ALICE), 0, MAX_PUSH));
		let turns = count_events(is_turn) - before;
		// The breach that waited is opened besides.
		let most = 1 + MAX_TURNS_ON_DATA as usize;
		assert!(1 < turns && turns <= most, "{turns}");
		// The next block goes on.
		pass(MINUTE, BAD);
		assert!(count_events(is_turn) - before > most);
	});
}
