//! The price from the operators' own values.

use super::env::*;
use crate::{
	configs::oracle::{median_of_fresh, OperatorPrices, MAX_PRICE},
	*,
};
use breakwater_primitives::{Price, PriceFeed, ONE};
use frame_support::assert_ok;
use proptest::prelude::*;

const NOW: u64 = 1_000_000;
const BEAT: u64 = 1_000;

fn price(values: &[(u128, u64)], needed: u32) -> Option<Price> {
	median_of_fresh(values.to_vec(), NOW, BEAT, needed)
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
fn price_should_stay_fresh_as_long_as_enough_operators_do() {
	let found = price(&[(10, NOW - 900), (10, NOW - 500), (10, NOW)], 2).expect("a price");
	assert_eq!(found.oldest, NOW - 900);
	assert_eq!(found.fresh_until, NOW - 500 + BEAT);
}

#[test]
fn price_should_ignore_a_single_operator_with_a_tenfold_value() {
	assert_eq!(price(&[(10 * ONE, NOW), (ONE, NOW), (ONE, NOW)], 3).expect("a price").value, ONE);
}

proptest! {
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
		prop_assert!(median_of_fresh(values.clone(), found.fresh_until - 1, BEAT, needed).is_some());
		prop_assert_eq!(median_of_fresh(values.clone(), found.fresh_until, BEAT, needed), None);
	}
}

#[test]
fn price_should_come_from_members_only() {
	let mut env = Env::development();
	assert_ok!(env.root(feed_call(FEED, 500)));
	assert_ok!(env.submit(feed_call(FEED, 1_000), Who::Charlie));
	assert_eq!(env.run(|| OperatorPrices::price(FEED)), None);
	assert_ok!(env.submit(feed_call(FEED, 1_000), Who::Dave));
	let now = env.now();
	let found = env.run(|| OperatorPrices::price(FEED)).expect("two of two needed");
	assert_eq!(found, Price { value: ONE, oldest: now, fresh_until: now + 90_000_000 });
	let remove = pallet_membership::Call::<Runtime, OracleMembershipInstance>::remove_member {
		who: Who::Dave.to_account_id().into(),
	};
	assert_ok!(env.root(remove));
	assert_eq!(env.run(|| OperatorPrices::price(FEED)), None);
}

#[test]
fn feeding_should_be_refused_when_not_an_operator() {
	let mut env = Env::development();
	let refused = env.submit(feed_call(FEED, 1_000), Who::Alice);
	assert_eq!(refused, Err(pallet_oracle::Error::<Runtime>::NoPermission.into()));
}

#[test]
fn feeding_should_weigh_what_the_triggers_do() {
	use pallet_oracle::WeightInfo;
	let one = configs::oracle::FeedWeight::feed_values(1);
	assert!(one.all_gte(Claims::on_data_weight()));
}

#[test]
fn log_should_span_the_longest_window_when_the_price_changes_in_every_block() {
	let spanned = u64::from(breakwater_claims::types::MAX_KNOTS - 1) * crate::constants::MILLISECS_PER_BLOCK;
	assert!(spanned > breakwater_primitives::MAX_WINDOW);
}
