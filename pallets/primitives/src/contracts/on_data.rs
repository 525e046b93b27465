// SPDX-License-Identifier: Apache-2.0

//! News of prices. Implemented by the claims, and called by the feeds.

use crate::FeedId;
use frame_support::weights::Weight;

/// Hook for a possible change of a feed's price.
pub trait OnData {
	/// The values that count, or the rules by which they count, have changed. Returns the weight
	/// used.
	fn on_data(feed: FeedId) -> Weight;
	/// The most weight that [`Self::on_data`] uses.
	fn on_data_weight() -> Weight;
}

impl OnData for () {
	fn on_data(_: FeedId) -> Weight {
		Weight::zero()
	}
	fn on_data_weight() -> Weight {
		Weight::zero()
	}
}
