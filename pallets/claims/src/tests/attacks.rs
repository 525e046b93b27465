// SPDX-License-Identifier: Apache-2.0

//! The attacks of docs/design.md section 18 that concern payments. Each test fails when its guard
//! is taken out.

use super::mock::*;
use frame_support::traits::fungibles::{Inspect, Mutate};

#[test]
fn claim_should_not_be_paid_twice() {
	ExtBuilder::default().policy(1, ALICE, 100).policy(2, BOB, 100).build_and_execute(|| {
		let at = uphold();
		idle(Weight::MAX);
		for _ in 0..3 {
			assert_noop!(Claims::collect(signed(ALICE), 0, 1).plain(), ClaimsError::<Test>::AlreadyPaid);
			assert_noop!(Claims::process(signed(ALICE), 0, 10).plain(), ClaimsError::<Test>::NothingToDo);
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
fn claims_should_not_exceed_the_lock() {
	ExtBuilder::default().policy(1, ALICE, 100).policy(2, BOB, 100).build_and_execute(|| {
		let at = breach();
		block(at);
		// The book of policies is wrong: more cover than was locked.
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
fn backlog_of_turns_should_not_be_worked_off_by_one_call() {
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
		let is_turn = |event: &RuntimeEvent| {
			use ClaimsEvent::{IncidentOpened, IncidentRejected};
			matches!(
				event,
				RuntimeEvent::Claims(IncidentOpened { .. } | IncidentRejected { .. })
					| RuntimeEvent::Triggers(TriggerEvent::TriggerArmed { .. })
			)
		};
		let before = count_events(is_turn);
		assert_ok!(Claims::process(signed(ALICE), 0, MAX_STEPS));
		// Only the breach that waited is opened.
		assert_eq!(count_events(is_turn) - before, 1);
		// The next block goes on.
		pass(MINUTE, BAD);
		assert!(count_events(is_turn) - before > 10);
	});
}
