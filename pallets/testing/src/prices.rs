// SPDX-License-Identifier: Apache-2.0

//! Prices that a test sets.

use crate::TestClock;
use breakwater_primitives::{ActiveClock, FeedId, Moment, Price, PriceFeed, MAX_PRICE};
use codec::{Decode, Encode};
use frame_support::{pallet_prelude::ValueQuery, storage_alias, weights::Weight};
use std::collections::BTreeMap;

/// The feeds as a test has set them, and the record of those that were bound.
#[derive(Clone, Debug, Default, Encode, Decode)]
struct Feeds {
	prices: BTreeMap<FeedId, Price>,
	largest: BTreeMap<FeedId, u128>,
	bound: Vec<FeedId>,
	weight: Weight,
}

#[storage_alias]
type State = StorageValue<Fakes, Feeds, ValueQuery>;

/// The feeds of the tests. A feed without a price is one without enough operators.
pub struct TestPrices;

impl TestPrices {
	/// Set a price of now that stays fresh until `fresh_until`.
	pub fn set(feed: FeedId, value: u128, fresh_until: Moment) {
		Self::put(feed, Price { value, oldest: TestClock::now(), fresh_until });
	}

	/// Set a price that may rest on old values.
	pub fn put(feed: FeedId, price: Price) {
		State::mutate(|feeds| feeds.prices.insert(feed, price));
	}

	/// Leave a feed without a price.
	pub fn clear(feed: FeedId) {
		State::mutate(|feeds| feeds.prices.remove(&feed));
	}

	/// Set the largest value that counts on a feed. It is the largest of all otherwise.
	pub fn set_largest(feed: FeedId, value: u128) {
		State::mutate(|feeds| feeds.largest.insert(feed, value));
	}

	/// Set the weight of one read. It is zero otherwise.
	pub fn set_weight(weight: Weight) {
		State::mutate(|feeds| feeds.weight = weight);
	}

	/// Returns the feeds that were bound for a listed product, in order.
	pub fn bound() -> Vec<FeedId> {
		State::get().bound
	}
}

impl PriceFeed for TestPrices {
	fn price(feed: FeedId, not_before: Moment) -> Option<Price> {
		let is_sound = |price: &Price| price.fresh_until > TestClock::now() && price.oldest >= not_before;
		State::get().prices.get(&feed).copied().filter(is_sound)
	}

	fn largest(feed: FeedId) -> u128 {
		State::get().largest.get(&feed).copied().unwrap_or(MAX_PRICE)
	}

	fn bind(feed: FeedId) {
		State::mutate(|feeds| feeds.bound.push(feed));
	}

	fn price_weight() -> Weight {
		State::get().weight
	}

	fn least_price_weight() -> Weight {
		State::get().weight
	}

	fn most_price_weight() -> Weight {
		State::get().weight
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn price_should_become_stale() {
		sp_io::TestExternalities::default().execute_with(|| {
			let now = TestClock::now();
			TestPrices::set(7, 5, now + 10);
			let price = Price { value: 5, oldest: now, fresh_until: now + 10 };
			assert_eq!((TestPrices::price(7, now), TestPrices::price(7, now + 1)), (Some(price), None));
			TestClock::pass(9);
			assert_eq!(TestPrices::price(7, 0), Some(price));
			TestClock::pass(1);
			assert_eq!(TestPrices::price(7, 0), None);
			TestPrices::set(7, 6, Moment::MAX);
			TestPrices::clear(7);
			assert_eq!(TestPrices::price(7, 0), None);
		});
	}

	#[test]
	fn feeds_should_keep_what_a_test_sets() {
		sp_io::TestExternalities::default().execute_with(|| {
			assert_eq!((TestPrices::largest(7), TestPrices::price_weight()), (MAX_PRICE, Weight::zero()));
			TestPrices::set_largest(7, 9);
			TestPrices::set_weight(Weight::from_parts(3, 0));
			TestPrices::bind(8);
			assert_eq!((TestPrices::largest(7), TestPrices::largest(8)), (9, MAX_PRICE));
			assert_eq!(
				(TestPrices::price_weight(), TestPrices::bound()),
				(Weight::from_parts(3, 0), vec![8])
			);
		});
	}
}
