// SPDX-License-Identifier: Apache-2.0

//! News of prices. Implemented by the triggers, and called by the feeds.

use crate::FeedId;
use frame_support::weights::Weight;

/// Hook for a possible change of a feed's price. It writes the price down. Nothing is decided in
/// it.
pub trait OnData {
	/// A value was fed. The feed is watched from now on, and so are the products on it. Returns the
	/// weight used.
	fn on_data(feed: FeedId) -> Weight;

	/// The most weight that [`Self::on_data`] uses. Reads no state.
	fn on_data_weight() -> Weight;

	/// A value that counted was cleared. Returns the weight used.
	fn on_cleared(feed: FeedId) -> Weight;

	/// The most weight that [`Self::on_cleared`] uses. Reads no state.
	fn on_cleared_weight() -> Weight;
}

impl OnData for () {
	fn on_data(_: FeedId) -> Weight {
		Weight::zero()
	}
	fn on_data_weight() -> Weight {
		Weight::zero()
	}
	fn on_cleared(_: FeedId) -> Weight {
		Weight::zero()
	}
	fn on_cleared_weight() -> Weight {
		Weight::zero()
	}
}
