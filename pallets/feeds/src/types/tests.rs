// SPDX-License-Identifier: Apache-2.0

use super::*;
use breakwater_primitives::ONE;
use proptest::prelude::*;

const NOW: u64 = 1_000_000_000;
const BEAT: u64 = 60_000;

fn rules(min_operators: u32) -> FeedRules {
	FeedRules { heartbeat: BEAT, min_operators, max_price: None, reward_interval: DAY, reward: 0 }
}

fn price(values: &[(u128, u64)], needed: u32) -> Option<Price> {
	median_of_fresh(values.to_vec(), NOW, &rules(needed))
}

#[test]
fn price_should_be_the_middle_value_when_odd() {
	let found = price(&[(30, NOW), (10, NOW - 5), (20, NOW - 9)], 3);
	assert_eq!(found, Some(Price { value: 20, oldest: NOW - 9, fresh_until: NOW - 9 + BEAT }));
}

#[test]
fn price_should_be_the_mean_of_the_middle_two_rounded_down_when_even() {
	let found = price(&[(30, NOW), (11, NOW), (20, NOW), (1_000, NOW)], 2).expect("a price");
	assert_eq!(found.value, 25);
	assert_eq!(price(&[(10, NOW), (11, NOW)], 2).expect("a price").value, 10);
}

#[test]
fn price_should_be_missing_when_too_few_are_fresh() {
	assert_eq!(price(&[(10, NOW), (10, NOW - BEAT)], 2), None);
	assert!(price(&[(10, NOW), (10, NOW - BEAT + 1)], 2).is_some());
	assert_eq!(price(&[], 0), None);
}

#[test]
fn price_should_leave_out_zero_and_absurd_values() {
	assert_eq!(price(&[(0, NOW), (10, NOW), (12, NOW)], 2).expect("a price").value, 11);
	assert_eq!(price(&[(MAX_PRICE + 1, NOW), (10, NOW), (12, NOW)], 2).expect("a price").value, 11);
	assert_eq!(price(&[(u128::MAX, NOW), (10, NOW)], 2), None);
	assert_eq!(price(&[(MAX_PRICE, NOW)], 1).expect("a price").value, MAX_PRICE);
}

#[test]
fn price_should_leave_out_values_above_the_largest_of_the_feed() {
	let rules = FeedRules { max_price: Some(20), ..rules(2) };
	let values = vec![(21, NOW), (20, NOW), (10, NOW)];
	assert_eq!(median_of_fresh(values, NOW, &rules).expect("a price").value, 15);
	// The largest price of all feeds cannot be lifted by any rules.
	let rules = FeedRules { max_price: Some(u128::MAX), ..rules };
	assert!(!is_sound(MAX_PRICE + 1, &rules));
}

#[test]
fn price_should_stay_fresh_as_long_as_enough_operators_do() {
	let found = price(&[(10, NOW - 900), (10, NOW - 500), (10, NOW)], 2).expect("a price");
	assert_eq!(found.oldest, NOW - 900);
	assert_eq!(found.fresh_until, NOW - 500 + BEAT);
}

#[test]
fn price_should_ignore_a_single_operator_with_a_tenfold_value() {
	assert_eq!(price(&[(10 * ONE, NOW), (ONE, NOW), (ONE, NOW)], 3).expect("a price").value, ONE);
}

#[test]
fn rules_should_be_refused_when_out_of_bounds() {
	let good = FeedRules { max_price: Some(MAX_PRICE), reward: MAX_REWARD, ..rules(3) };
	let week = 7 * DAY;
	for rules in [good, FeedRules { heartbeat: week, min_operators: 32, reward_interval: 60_000, ..good }] {
		assert_eq!(check_rules(&rules), Ok(()));
	}
	for (rules, why) in [
		(FeedRules { heartbeat: BEAT - 1, ..good }, RulesOutOfRange::Heartbeat),
		(FeedRules { heartbeat: week + 1, ..good }, RulesOutOfRange::Heartbeat),
		(FeedRules { min_operators: 2, ..good }, RulesOutOfRange::Operators),
		(FeedRules { min_operators: 33, ..good }, RulesOutOfRange::Operators),
		(FeedRules { max_price: Some(0), ..good }, RulesOutOfRange::Price),
		(FeedRules { max_price: Some(MAX_PRICE + 1), ..good }, RulesOutOfRange::Price),
		(FeedRules { reward_interval: 59_999, ..good }, RulesOutOfRange::RewardInterval),
		(FeedRules { reward_interval: week + 1, ..good }, RulesOutOfRange::RewardInterval),
		(FeedRules { reward: MAX_REWARD + 1, ..good }, RulesOutOfRange::Reward),
	] {
		assert_eq!(check_rules(&rules), Err(why));
	}
}

#[test]
fn value_should_be_within_the_band_on_both_sides() {
	let tolerance = Permill::from_percent(1);
	for (value, is_in) in [(99, true), (101, true), (100, true), (98, false), (102, false), (0, false)] {
		assert_eq!(is_within(value * ONE, 100 * ONE, tolerance), is_in, "{value}");
	}
	assert!(!is_within(99 * ONE - 1, 100 * ONE, tolerance));
	assert!(!is_within(u128::MAX, 1, tolerance));
}

#[test]
fn operator_should_be_suspended_when_active_with_too_small_a_bond() {
	let at = |stage| Operator { stage, bond: 100 };
	let after = |stage, taken| at(stage).slashed(taken, 100).expect("no more than there is");
	assert_eq!(after(OperatorStage::Active, 1).map(|o| o.stage), Some(OperatorStage::Suspended));
	assert_eq!(
		at(OperatorStage::Active).slashed(1, 99).flatten().map(|o| o.stage),
		Some(OperatorStage::Active)
	);
	assert_eq!(after(OperatorStage::Suspended, 100).map(|o| o.bond), Some(0));
	assert_eq!(after(OperatorStage::Leaving { until: 7 }, 100), None);
	assert!(after(OperatorStage::Leaving { until: 7 }, 99).is_some());
	assert_eq!(at(OperatorStage::Active).slashed(101, 100), None);
}

#[test]
fn list_of_rewards_should_be_empty_when_of_another_interval() {
	let kept = Served { number: 3, operators: BoundedVec::truncate_from(vec![7u32]) };
	assert_eq!(Served::of(Some(kept.clone()), 3), kept);
	assert!(Served::of(Some(kept.clone()), 4).operators.is_empty());
	assert!(Served::of(Some(kept), 2).operators.is_empty());
}

/// Cases per property: `BREAKWATER_CASES`, or 10,000.
fn cases() -> u32 {
	std::env::var("BREAKWATER_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(10_000)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(cases()))]

	#[test]
	fn price_should_lie_among_sound_values_and_end_when_it_says(
		values in prop::collection::vec((0u128..100, NOW - 2 * BEAT..=NOW), 0..10),
		needed in 0u32..6,
	) {
		let Some(found) = price(&values, needed) else { return Ok(()) };
		let fresh: Vec<_> =
			values.iter().filter(|(value, at)| *value > 0 && at + BEAT > NOW).collect();
		prop_assert!(fresh.len() >= needed.max(1) as usize);
		prop_assert!(fresh.iter().any(|(value, _)| *value <= found.value));
		prop_assert!(fresh.iter().any(|(value, _)| *value >= found.value));
		prop_assert!(NOW < found.fresh_until);
		let rules = rules(needed);
		prop_assert!(median_of_fresh(values.clone(), found.fresh_until - 1, &rules).is_some());
		prop_assert_eq!(median_of_fresh(values.clone(), found.fresh_until, &rules), None);
	}

	#[test]
	fn reward_pool_should_never_owe_more_than_it_has(
		steps in prop::collection::vec((0u8..3, 0u128..1_000), 0..60),
		least in 0u128..50,
	) {
		let mut reward_pool = RewardBook::default();
		for (kind, amount) in steps {
			let next = match kind {
				0 => reward_pool.pay_in(amount),
				1 => reward_pool.book(amount, least),
				_ => reward_pool.pay_out(amount.min(reward_pool.booked)),
			};
			reward_pool = next.unwrap_or(reward_pool);
			prop_assert!(reward_pool.booked <= reward_pool.book);
			prop_assert!(reward_pool.booked == 0 || reward_pool.book - reward_pool.booked >= least);
			prop_assert_eq!(reward_pool.book(reward_pool.free(least) + 1, least), None);
		}
	}
}
