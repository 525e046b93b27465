// SPDX-License-Identifier: Apache-2.0

//! The oracle that keeps operators' values. Implemented by the runtime, used by the feeds.

use crate::{FeedId, Moment};
use alloc::vec::Vec;
use frame_support::weights::Weight;
use sp_runtime::DispatchResult;

/// The operators' own values, as the oracle keeps them.
pub trait RawFeed<AccountId> {
	/// The last value of an operator, in 10^-18, and the moment at which the operator fed it.
	fn value(operator: &AccountId, feed: FeedId) -> Option<(u128, Moment)>;
	/// Forget the value of an operator. Returns true if there was one.
	fn clear(operator: &AccountId, feed: FeedId) -> bool;
	/// Keep the value of an operator, fed in this block, in place of the one before.
	fn put(operator: &AccountId, feed: FeedId, value: u128) -> DispatchResult;
	/// The weight that [`Self::put`] uses with so many operators whose values count. Reads no
	/// state.
	fn put_weight(operators: u32) -> Weight;
	/// The feeds that are watched.
	fn watched() -> Vec<FeedId>;
	/// True if a product is listed on a feed. The feed is watched from the first value on that is
	/// fed after the listing.
	fn is_listed(feed: FeedId) -> bool;
}

impl<AccountId> RawFeed<AccountId> for () {
	fn value(_: &AccountId, _: FeedId) -> Option<(u128, Moment)> {
		None
	}
	fn clear(_: &AccountId, _: FeedId) -> bool {
		false
	}
	fn put(_: &AccountId, _: FeedId, _: u128) -> DispatchResult {
		Ok(())
	}
	fn put_weight(_: u32) -> Weight {
		Weight::zero()
	}
	fn watched() -> Vec<FeedId> {
		Vec::new()
	}
	fn is_listed(_: FeedId) -> bool {
		false
	}
}
