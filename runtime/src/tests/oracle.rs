// SPDX-License-Identifier: Apache-2.0

//! The price from the operators' own values.

use super::env::*;
use crate::{
	configs::{oracle::OperatorPrices, system::RuntimeBlockWeights},
	*,
};
use breakwater_feeds::types::{MAX_OPERATORS, MAX_PRICE, MAX_VALUES};
use breakwater_primitives::*;
use breakwater_products::Listing;
use frame_support::{
	assert_ok,
	dispatch::{DispatchResult, GetDispatchInfo, Pays},
	weights::Weight,
	BoundedVec,
};
use sp_runtime::{traits::Dispatchable, FixedU128};

type FeedError = breakwater_feeds::Error<Runtime>;

/// Each operator of `local_testnet`.
const FIVE: [Who; 5] = [Who::Bob, Who::Charlie, Who::Dave, Who::Eve, Who::Ferdie];

/// Starts a chain with a product on `FEED`.
fn listed(preset: &str) -> Env {
	let mut env = Env::from_preset(preset);
	assert_ok!(env.root(list_product_call(true)));
	env
}

fn feed_inner(env: &mut Env, who: Who, price: u128) {
	assert_ok!(env.submit(values_call(&[(FEED, price)]), who));
}

/// Returns the oracle's own call.
fn oracle_call(thousandths: u128) -> pallet_oracle::Call<Runtime> {
	let price = FixedU128::from_inner(thousandths * ONE / 1_000);
	pallet_oracle::Call::feed_values { values: vec![(FEED, price)].try_into().expect("one value fits") }
}

/// Returns the price that the claims have logged last.
fn logged(env: &mut Env) -> Option<u128> {
	env.run(|| {
		let state = breakwater_triggers::Feeds::<Runtime>::get(FEED).expect("the feed is watched");
		let slot = u32::try_from(state.last).expect("a young log");
		breakwater_triggers::Observations::<Runtime>::get(FEED, slot).expect("the last price").price
	})
}

#[test]
fn price_should_come_from_members_only() {
	let mut env = listed("development");
	assert_ok!(env.root(oracle_call(500)));
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
	// Ferdie stops feeding from here on. The last value of Ferdie is fresh for 25 hours.
	env.jump(10 * MINUTE);
	assert_eq!(logged(&mut env), None);
	for (count, operator) in [Who::Bob, Who::Charlie, Who::Dave, Who::Eve].into_iter().enumerate() {
		assert_ok!(env.submit(feed_call(FEED, 990), operator));
		// The values of the fourth and the fifth are from before the halt: three new ones are a
		// price.
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
	assert_ok!(env.root(dismiss_call(Who::Ferdie)));
	assert_eq!(logged(&mut env), Some(95 * ONE / 100));
	assert_ok!(env.root(dismiss_call(Who::Eve)));
	assert_eq!(logged(&mut env), Some(ONE));
	// Two are left, which is too few.
	assert_ok!(env.root(dismiss_call(Who::Dave)));
	assert_eq!(logged(&mut env), None);
	let kept = |who: Who| pallet_oracle::RawValues::<Runtime>::contains_key(who.to_account_id(), FEED);
	env.run(|| assert_eq!(FIVE.map(kept), [true, true, false, false, false]));
	// An operator who comes back has to feed anew.
	for back in [Who::Dave, Who::Eve] {
		make_operator(&mut env, back);
	}
	assert_eq!(env.run(|| OperatorPrices::price(FEED, 0)), None);
	env.pass_blocks(1);
}

#[test]
fn feeding_should_be_refused_when_not_an_operator() {
	let mut env = listed("development");
	let refused = env.submit(feed_call(FEED, 1_000), Who::Alice);
	assert_eq!(refused, Err(FeedError::NotActive.into()));
}

#[test]
fn feeding_should_be_refused_when_no_product_watches_a_key() {
	let refused: DispatchResult = Err(FeedError::NotListed.into());
	let mut env = Env::development();
	assert_eq!(env.submit(feed_call(FEED, 1_000), Who::Charlie), refused);
	assert_ok!(env.root(list_product_call(true)));
	assert_eq!(env.submit(feed_call(FEED + 1, 1_000), Who::Charlie), refused);
	assert_eq!(env.submit(values_call(&[(FEED, ONE), (FEED + 1, ONE)]), Who::Charlie), refused);
	// In a batch it is refused too.
	let calls = vec![feed_call(FEED, 1_000).into(), feed_call(FEED + 1, 1_000).into()];
	assert_eq!(env.submit(pallet_utility::Call::<Runtime>::batch_all { calls }, Who::Charlie), refused);
	assert_eq!(env.run(|| pallet_oracle::RawValues::<Runtime>::iter().count()), 0);
	assert_ok!(env.submit(feed_call(FEED, 1_000), Who::Charlie));
	env.pass_blocks(1);
}

/// The call is free, whatever values it feeds, and is charged to the block at its worst case.
#[test]
fn oracles_own_call_should_be_refused() {
	let filtered: DispatchResult = Err(frame_system::Error::<Runtime>::CallFiltered.into());
	let mut env = listed("development");
	assert_eq!(env.submit(oracle_call(1_000), Who::Charlie), filtered);
	let calls = vec![oracle_call(1_000).into()];
	assert_eq!(env.submit(pallet_utility::Call::<Runtime>::batch_all { calls }, Who::Charlie), filtered);
}

#[test]
fn operator_should_have_another_key_when_a_referendum_gives_it() {
	let mut env = listed("development");
	let (old, new) = (Who::Charlie.to_account_id(), Who::Bob.to_account_id());
	let swap = breakwater_feeds::Call::swap_key { old, new };
	assert_eq!(env.submit(swap.clone(), Who::Charlie), Err(sp_runtime::DispatchError::BadOrigin));
	assert_ok!(env.root(swap));
	assert_ok!(env.submit(feed_call(FEED, 1_000), Who::Bob));
	let refused = env.submit(feed_call(FEED, 1_000), Who::Charlie);
	assert_eq!(refused, Err(FeedError::NotActive.into()));
	env.pass_blocks(1);
}

/// Eight feeds, each with a product, and so many operators who have fed all of them in this block,
/// but for the last, who feeds `values` of them. Returns what that call declared and used.
fn cost_of(operators: u32, values: u32) -> (Weight, Weight) {
	let mut env = Env::development();
	let feeds: Vec<FeedId> = (FEED..FEED + MAX_VALUES).collect();
	for feed in &feeds {
		let decision = Decision::Trigger(Trigger { feeds: FeedSet::One(*feed), ..trigger() });
		assert_ok!(env.root(list_call(Listing { decision, ..listing(true) })));
	}
	env.run(|| {
		let mut members: Vec<AccountId> = (0..operators).map(|n| [n as u8 + 100; 32].into()).collect();
		members.sort();
		let member = |who: &AccountId| breakwater_feeds::types::Membership { who: who.clone(), since: 0 };
		let counted: Vec<_> = members.iter().map(member).collect();
		breakwater_feeds::Members::<Runtime>::put(BoundedVec::truncate_from(counted));
		let call = |values: u32| -> RuntimeCall {
			let pairs: Vec<_> = feeds.iter().take(values as usize).map(|feed| (*feed, ONE)).collect();
			values_call(&pairs).into()
		};
		let last = members.pop().expect("there are operators");
		for who in members {
			assert_ok!(call(MAX_VALUES).dispatch(RuntimeOrigin::signed(who)));
		}
		let call = call(values);
		let declared = call.get_dispatch_info().call_weight;
		let info = call.dispatch(RuntimeOrigin::signed(last)).expect("it is fed");
		assert_eq!(info.pays_fee, Pays::No);
		(declared, info.actual_weight.expect("it is told"))
	})
}

#[test]
fn feeding_should_cost_by_its_values_and_by_the_operators() {
	let micros = |weight: Weight| weight.ref_time() / 1_000_000;
	for values in [1, MAX_VALUES] {
		let costs = [3, 7, MAX_OPERATORS].map(|operators| cost_of(operators, values));
		for ((declared, used), operators) in costs.into_iter().zip([3, 7, MAX_OPERATORS]) {
			println!(
				"{values} values, {operators} operators: {} us, used {} us",
				micros(declared),
				micros(used)
			);
			assert_eq!(declared, Feeds::feeding_weight(values));
			assert!(3 * micros(used) <= micros(declared));
		}
		assert!(costs.is_sorted_by_key(|(_, used)| used.ref_time()) && costs[0].1 != costs[1].1);
		// With few operators a value costs about half of that with the most.
		assert!(micros(costs[0].1) * 5 <= micros(costs[2].1) * 3);
	}
	let [one, eight] = [1, MAX_VALUES].map(|values| micros(cost_of(3, values).1));
	assert!((7 * one..=8 * one).contains(&eight));
}

/// A referendum can dismiss half of the operators at once, in the worst case.
#[test]
fn dismissals_should_fit_into_a_referendum_many_times() {
	let who = Who::Charlie.to_account_id();
	let calls: Vec<RuntimeCall> = vec![breakwater_feeds::Call::dismiss { who }.into(); 16];
	let batch: RuntimeCall = pallet_utility::Call::batch_all { calls }.into();
	println!("{} us", batch.get_dispatch_info().call_weight.ref_time() / 1_000_000);
	Env::development().run(|| assert!(crate::configs::governance::can_run(&batch, Some(4_096))));
}

/// Guard: only the poll evaluates. It has to keep up with the prices of all feeds, so that no log
/// drives out what a trigger has not read. Each trigger has three feeds, as many as there can be.
/// It is looked at with each of them, and each feed's price enters and leaves its window in this
/// block.
#[test]
fn poll_should_keep_up_when_every_price_changes_in_every_block() {
	use breakwater_triggers::{types::*, WeightInfo};
	type Measured = <Runtime as breakwater_triggers::Config>::WeightInfo;
	let feeds_each = u64::from(MAX_FEEDS_PER_TRIGGER);
	let feeds = u64::from(MAX_FEEDS);
	let looks = feeds * u64::from(MAX_PRODUCTS_PER_FEED);
	// Pieces end where a price leaves the window. Before each of them but one a reader moves on.
	let readings = 2 * feeds_each + 1;
	let each =
		Measured::evaluate_piece() * (feeds_each * readings) + Measured::evaluate_trigger() * feeds_each;
	let used = Measured::poll() + Measured::sync_feed() * (2 * feeds) + each * (looks / feeds_each);
	let block = RuntimeBlockWeights::get().max_block;
	println!("{} of {} us", used.ref_time() / 1_000_000, block.ref_time() / 1_000_000);
	// An eighth is for the days of pools.
	assert!(used.ref_time() < block.ref_time() / 8 * 7);
}

#[test]
fn log_should_span_the_longest_window_when_the_price_changes_in_every_block() {
	let spanned =
		u64::from(breakwater_triggers::types::MAX_OBSERVATIONS - 1) * crate::constants::MILLISECS_PER_BLOCK;
	assert!(spanned > breakwater_primitives::MAX_WINDOW);
}
