// SPDX-License-Identifier: Apache-2.0

//! The attacks of docs/design.md section 18 that concern triggers. Each test fails when its guard
//! is taken out.

use super::mock::*;

#[test]
fn ten_fold_price_of_a_moment_should_not_trigger() {
	let above = Trigger { direction: Direction::Above, threshold: 2 * ONE, ..trigger() };
	ExtBuilder::default().product(PRODUCT, above).build_and_execute(|| {
		arm();
		feed(FEED, 10 * ONE);
		// A minute of ten in ten minutes of one is an average of 1.9.
		block_with(START + WINDOW + MINUTE, ONE);
		block(START + 2 * HOUR);
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 0);
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
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 0);
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
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 0);
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
		assert_eq!(breakwater_claims::NextIncident::<Test>::get(), 1);
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
		let incidents = breakwater_claims::NextIncident::<Test>::get();
		assert!((0..incidents).all(|i| matches!(stage(i), Stage::Undecided { .. } | Stage::Observing { .. })));
		assert_eq!(usd(&ALICE), 0);
	});
}
