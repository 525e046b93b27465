// SPDX-License-Identifier: Apache-2.0

//! Prices. Implemented by the feeds, used by the claims.

use crate::{FeedId, Moment, MAX_PRICE};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;

/// The price that fresh operators report.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Price {
	/// The median, in 10^-18.
	pub value: u128,
	/// The timestamp of the oldest value that was used.
	pub oldest: Moment,
	/// The moment from which the price is stale unless an operator feeds again.
	pub fresh_until: Moment,
}

/// Prices computed from the operators' own fresh values.
pub trait PriceFeed {
	/// The price now; `None` if too few operators are fresh. Values that are zero, out of range or
	/// from before `not_before` do not count, as if their operators had not fed. After a halt of
	/// the chain old values are therefore left out. The price of the operators that feed again
	/// stays.
	fn price(feed: FeedId, not_before: Moment) -> Option<Price>;

	/// The largest value that counts on a feed, in 10^-18.
	fn largest(feed: FeedId) -> u128;

	/// Bind the rules that make a feed's price: a product is listed on it. The rules stay as they
	/// are until no product is listed on the feed.
	fn bind(feed: FeedId);

	/// The weight that reading a price uses, with as many operators as there are.
	fn price_weight() -> Weight;

	/// The weight that reading a price uses with the fewest operators that make one. Reads no
	/// state.
	fn least_price_weight() -> Weight;

	/// The most weight that reading a price can use. Reads no state.
	fn most_price_weight() -> Weight;
}

impl PriceFeed for () {
	fn price(_: FeedId, _: Moment) -> Option<Price> {
		None
	}
	fn largest(_: FeedId) -> u128 {
		MAX_PRICE
	}
	fn bind(_: FeedId) {}
	fn price_weight() -> Weight {
		Weight::zero()
	}
	fn least_price_weight() -> Weight {
		Weight::zero()
	}
	fn most_price_weight() -> Weight {
		Weight::zero()
	}
}
