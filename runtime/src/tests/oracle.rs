//! The price from the operators' own values.

use super::env::*;
use crate::{
	configs::oracle::{median_of_fresh, OperatorPrices, MAX_PRICE},
	*,
};
use breakwater_primitives::{Price, PriceFeed, ONE};
use frame_support::{assert_ok, dispatch::DispatchResult};
use proptest::prelude::*;
use sp_runtime::FixedU128;

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

/// Each operator of `local_testnet`.
const FIVE: [Who; 5] = [Who::Bob, Who::Charlie, Who::Dave, Who::Eve, Who::Ferdie];

/// A chain with a product on `FEED`.
fn listed(preset: &str) -> Env {
	let mut env = Env::from_preset(preset);
	assert_ok!(env.root(list_product_call(true)));
	env
}

fn remove(who: Who) -> pallet_membership::Call<Runtime, OracleMembershipInstance> {
	pallet_membership::Call::remove_member { who: who.to_account_id().into() }
}

fn feed_inner(env: &mut Env, who: Who, price: u128) {
	let values = vec![(FEED, FixedU128::from_inner(price))].try_into().expect("one value fits");
	assert_ok!(env.submit(pallet_oracle::Call::<Runtime>::feed_values { values }, who));
}

/// The price that the claims have logged last.
fn logged(env: &mut Env) -> Option<u128> {
	env.run(|| {
		let state = breakwater_claims::Feeds::<Runtime>::get(FEED).expect("the feed is watched");
		let slot = u32::try_from(state.last).expect("a young log");
		breakwater_claims::Knots::<Runtime>::get(FEED, slot).expect("the last price").price
	})
}

#[test]
fn price_should_come_from_members_only() {
	let mut env = listed("development");
	assert_ok!(env.root(feed_call(FEED, 500)));
	for operator in [Who::Charlie, Who::Dave] {
		assert_ok!(env.submit(feed_call(FEED, 1_000), operator));
	}
	assert_eq!(env.run(|| OperatorPrices::price(FEED, 0)), None);
	assert_ok!(env.submit(feed_call(FEED, 1_000), Who::Eve));
	let now = env.now();
	let found = env.run(|| OperatorPrices::price(FEED, 0)).expect("three of three needed");
	assert_eq!(found, Price { value: ONE, oldest: now, fresh_until: now + 90_000_000 });
	assert_eq!(env.run(|| OperatorPrices::price(FEED, now)), Some(found));
	assert_eq!(env.run(|| OperatorPrices::price(FEED, now + 1)), None);
}

#[test]
fn price_should_be_there_at_once_when_enough_operators_feed_after_a_halt() {
	let mut env = listed("local_testnet");
	for operator in FIVE {
		assert_ok!(env.submit(feed_call(FEED, 1_000), operator));
	}
	env.pass_blocks(2);
	assert_eq!(logged(&mut env), Some(ONE));
	// Ferdie is dead from here on; his value is fresh for 25 hours.
	env.jump(10 * MINUTE);
	assert_eq!(logged(&mut env), None);
	for (count, operator) in [Who::Bob, Who::Charlie, Who::Dave, Who::Eve].into_iter().enumerate() {
		assert_ok!(env.submit(feed_call(FEED, 990), operator));
		// The fifth's value and the fourth's are from before the halt: three new ones are a price.
		assert_eq!(logged(&mut env), (count >= 2).then_some(99 * ONE / 100));
	}
	env.pass_blocks(2);
}

#[test]
fn price_should_stay_among_the_honest_when_two_of_five_are_hostile() {
	const HONEST: [u128; 3] = [998, 1_000, 1_001];
	let extremes = [1, MAX_PRICE];
	for (first, second) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
		let mut env = listed("local_testnet");
		for (who, thousandths) in [Who::Dave, Who::Eve, Who::Ferdie].into_iter().zip(HONEST) {
			assert_ok!(env.submit(feed_call(FEED, thousandths), who));
		}
		feed_inner(&mut env, Who::Bob, extremes[first]);
		feed_inner(&mut env, Who::Charlie, extremes[second]);
		let found = env.run(|| OperatorPrices::price(FEED, 0)).expect("five of three needed").value;
		assert!((998 * ONE / 1_000..=1_001 * ONE / 1_000).contains(&found), "{found}");
		assert_eq!(logged(&mut env), Some(found));
	}
}

#[test]
fn price_should_be_read_again_when_an_operator_is_removed() {
	let mut env = listed("local_testnet");
	let given = [1_000, 1_000, 900, 900, 900];
	for (operator, thousandths) in FIVE.into_iter().zip(given) {
		assert_ok!(env.submit(feed_call(FEED, thousandths), operator));
	}
	assert_eq!(logged(&mut env), Some(9 * ONE / 10));
	env.pass_blocks(1);
	assert_ok!(env.root(remove(Who::Ferdie)));
	assert_eq!(logged(&mut env), Some(95 * ONE / 100));
	assert_ok!(env.root(remove(Who::Eve)));
	assert_eq!(logged(&mut env), Some(ONE));
	// Two are left, which is too few.
	assert_ok!(env.root(remove(Who::Dave)));
	assert_eq!(logged(&mut env), None);
	let kept = |who: Who| pallet_oracle::RawValues::<Runtime>::contains_key(who.to_account_id(), FEED);
	env.run(|| assert_eq!(FIVE.map(kept), [true, true, false, false, false]));
	// One who comes back has to feed anew.
	for back in [Who::Dave, Who::Eve] {
		let who = back.to_account_id().into();
		assert_ok!(env.root(pallet_membership::Call::<Runtime, OracleMembershipInstance>::add_member { who }));
	}
	assert_eq!(env.run(|| OperatorPrices::price(FEED, 0)), None);
	env.pass_blocks(1);
}

#[test]
fn feeding_should_be_refused_when_not_an_operator() {
	let mut env = listed("development");
	let refused = env.submit(feed_call(FEED, 1_000), Who::Alice);
	assert_eq!(refused, Err(pallet_oracle::Error::<Runtime>::NoPermission.into()));
}

#[test]
fn feeding_should_be_refused_when_no_product_watches_a_key() {
	let filtered: DispatchResult = Err(frame_system::Error::<Runtime>::CallFiltered.into());
	let mut env = Env::development();
	assert_eq!(env.submit(feed_call(FEED, 1_000), Who::Charlie), filtered);
	assert_ok!(env.root(list_product_call(true)));
	assert_eq!(env.submit(feed_call(FEED + 1, 1_000), Who::Charlie), filtered);
	let price = FixedU128::from_u32(1);
	let values = vec![(FEED, price), (FEED + 1, price)].try_into().expect("two values fit");
	assert_eq!(env.submit(pallet_oracle::Call::<Runtime>::feed_values { values }, Who::Charlie), filtered);
	// In a batch it is refused too.
	let calls = vec![feed_call(FEED + 1, 1_000).into()];
	assert_eq!(env.submit(pallet_utility::Call::<Runtime>::batch_all { calls }, Who::Charlie), filtered);
	assert_eq!(env.run(|| pallet_oracle::RawValues::<Runtime>::iter().count()), 0);
	assert_ok!(env.submit(feed_call(FEED, 1_000), Who::Charlie));
	env.pass_blocks(1);
}

#[test]
fn operator_should_not_change_keys_without_a_referendum() {
	let mut env = listed("development");
	let new = Who::Bob.to_account_id().into();
	let change = pallet_membership::Call::<Runtime, OracleMembershipInstance>::change_key { new };
	assert_eq!(env.submit(change, Who::Charlie), Err(frame_system::Error::<Runtime>::CallFiltered.into()));
	let (remove, add) = (Who::Charlie.to_account_id().into(), Who::Bob.to_account_id().into());
	assert_ok!(
		env.root(pallet_membership::Call::<Runtime, OracleMembershipInstance>::swap_member { remove, add })
	);
	assert_ok!(env.submit(feed_call(FEED, 1_000), Who::Bob));
	env.pass_blocks(1);
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
