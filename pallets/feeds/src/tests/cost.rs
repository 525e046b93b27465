// SPDX-License-Identifier: Apache-2.0

//! The cost of calls: declared beforehand for the most, and charged for what was done.

use super::mock::*;
use crate::*;
use frame_support::{
	dispatch::{DispatchClass, DispatchResultWithPostInfo, GetDispatchInfo},
	weights::{constants::ParityDbWeight, Weight},
};

type W = <Test as Config>::WeightInfo;

/// The weight of so many reads.
fn reads(count: u64) -> Weight {
	ParityDbWeight::get().reads(count)
}

/// The weight that a call was charged, whether it succeeded or not.
fn charged(result: DispatchResultWithPostInfo) -> Weight {
	let info = result.unwrap_or_else(|refused| refused.post_info);
	info.actual_weight.expect("it is told")
}

/// The weight that a call declares.
fn declared(call: Call<Test>) -> Weight {
	call.get_dispatch_info().call_weight
}

fn feed_of(values: u32) -> Call<Test> {
	let values: Vec<_> = (1..=values).map(|feed| value(feed, 10)).collect();
	Call::feed { values: values.try_into().expect("they fit") }
}

/// The weight of the last of some operators who feed one value each.
fn last_of(operators: u8) -> Weight {
	ExtBuilder::default().with_operators(operators).build_and_execute(|| {
		let used = |number| charged(call(number, &[value(FEED, 1_000)]));
		(1..operators).for_each(|number| assert!(used(number).any_gt(Weight::zero())));
		used(operators)
	})
}

#[test]
fn feed_should_declare_the_most_and_be_operational() {
	let one = Values::put_weight(32) + W::reward(32) + Reader::on_data_weight();
	for values in 1..=8 {
		let info = feed_of(values).get_dispatch_info();
		assert_eq!(info.class, DispatchClass::Operational);
		ExtBuilder::default().build_and_execute(|| {
			assert_eq!(info.call_weight, reads(1) + (reads(2) + one) * u64::from(values));
		});
	}
}

#[test]
fn feed_should_cost_what_was_done_when_values_differ_in_use() {
	ExtBuilder::default().with_operators(4).with_rewards(1_000).build_and_execute(|| {
		let little = Weight::from_parts(5_000, 0);
		ReadUses::set(Some(little));
		let one = |work: Weight| reads(3) + Values::put_weight(4) + little + work;
		let written = ParityDbWeight::get().reads_writes(2, 3);
		let used = |number, price| charged(call(number, &[value(FEED, price)]));
		// There is no price with it.
		assert_eq!(used(1, 1_000), one(W::reward(4) - written));
		used(2, 1_000);
		assert_eq!(used(3, 1_000), one(W::reward(4)));
		// Too far from the price, not sound, and the second of an interval.
		assert_eq!(used(4, 2_000), one(W::reward(4) - written));
		pass(1_000);
		assert_eq!(used(4, 0), one(reads(3)));
		assert_eq!(used(3, 1_000), one(reads(3)));
		pass(PACE);
		// Two values cost two, less the look at the members.
		assert_eq!(
			charged(call(3, &[value(FEED, 1_000), value(OTHER, 1_000)])),
			one(W::reward(4)) + one(W::reward(4) - written) - reads(1)
		);
	});
}

#[test]
fn feed_should_cost_more_when_there_are_more_operators() {
	let costs = [3, 7, 32].map(last_of);
	assert!(costs.is_sorted_by_key(|cost| cost.ref_time()) && costs[0] != costs[1], "{costs:?}");
	let per_operator = Values::put_weight(1) + W::reward(1) - W::reward(0);
	assert_eq!(costs[2] - costs[1], per_operator * 25);
	// With the most operators the declared weight is used, with fewer it comes back in part.
	ExtBuilder::default().build_and_execute(|| assert_eq!(costs[2], declared(feed_of(1))));
}

#[test]
fn refused_feed_should_cost_its_checks_only() {
	ExtBuilder::default().with_operators(2).build_and_execute(|| {
		let cost = |number, values: &[FeedValue]| {
			let result = call(number, values);
			assert!(result.is_err());
			charged(result)
		};
		assert_eq!(cost(9, &[value(FEED, 10)]), reads(1));
		assert_eq!(cost(1, &[]), Weight::zero());
		assert_eq!(cost(1, &[value(FEED, 10), value(FEED, 10)]), reads(1));
		assert_eq!(cost(1, &[value(UNWATCHED, 10), value(FEED, 10)]), reads(3));
		assert_eq!(cost(1, &[value(OTHER, 10), value(UNWATCHED, 10), value(FEED, 10)]), reads(5));
		call(1, &[value(FEED, 10)]).expect("it is fed");
		assert_eq!(cost(1, &[value(FEED, 10), value(OTHER, 10)]), reads(3));
	});
}

#[test]
fn end_of_a_membership_should_cost_the_feeds_that_are_watched() {
	ExtBuilder::default().with_operators(6).build_and_execute(|| {
		let most = Reader::on_cleared_weight() * u64::from(MAX_FEEDS);
		assert_eq!(declared(Call::resign {}), W::resign(MAX_FEEDS));
		assert_eq!(declared(Call::dismiss { who: person(1) }), W::dismiss(MAX_FEEDS) + most);
		let slash = Call::slash { who: person(1), amount: 1, ruling: [0; 32] };
		assert_eq!(declared(slash), W::slash(MAX_FEEDS) + most);
		assert_eq!(
			declared(Call::swap_key { old: person(1), new: person(9) }),
			W::swap_key(MAX_FEEDS) + most
		);

		(1..=6).for_each(|number| feed(number, FEED, 1_000));
		feed(3, OTHER, 1_000);
		let one = Reader::on_cleared_weight();
		assert_eq!(charged(Feeds::resign(signed(1))), W::resign(2));
		assert_eq!(charged(Feeds::dismiss(root(), person(2))), W::dismiss(2) + one);
		assert_eq!(charged(Feeds::dismiss(root(), person(3))), W::dismiss(2) + one * 2);
		assert_eq!(charged(Feeds::swap_key(root(), person(4), person(9))), W::swap_key(2) + one);
		let slash = |number, amount| charged(Feeds::slash(root(), person(number), amount, [0; 32]));
		assert_eq!(slash(5, 1), W::slash(2) + one);
		// Suspended already: no value is cleared.
		assert_eq!(slash(5, 1), W::slash(0));
		Watched::set(vec![]);
		assert_eq!(charged(Feeds::dismiss(root(), person(6))), W::dismiss(0));
	});
}

#[test]
fn refused_end_of_a_membership_should_cost_its_looks_only() {
	ExtBuilder::default().with_operators(2).build_and_execute(|| {
		let cost = |result: DispatchResultWithPostInfo| {
			assert!(result.is_err());
			charged(result)
		};
		assert_eq!(cost(Feeds::resign(signed(9))), reads(1));
		assert_eq!(cost(Feeds::dismiss(root(), person(9))), reads(1));
		assert_eq!(cost(Feeds::dismiss(signed(1), person(2))), Weight::zero());
		assert_eq!(cost(Feeds::slash(signed(1), person(2), 1, [0; 32])), Weight::zero());
		assert_eq!(cost(Feeds::slash(root(), person(1), 0, [0; 32])), Weight::zero());
		assert_eq!(cost(Feeds::slash(root(), person(9), 1, [0; 32])), reads(1));
		assert_eq!(cost(Feeds::swap_key(signed(1), person(2), person(9))), Weight::zero());
		assert_eq!(cost(Feeds::swap_key(root(), person(9), person(8))), reads(1));
		assert_eq!(cost(Feeds::swap_key(root(), person(1), person(2))), reads(2));
		let stranger = AccountId::new([200; 32]);
		assert_eq!(cost(Feeds::swap_key(root(), person(1), stranger)), W::swap_key(0));
		set_reserve(|reserve| reserve.refuses = true);
		assert_eq!(cost(Feeds::slash(root(), person(1), 1, [0; 32])), W::slash(0));
	});
}
