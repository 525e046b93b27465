//! News of prices. Implemented by the claims, and told by the feeds.

use crate::FeedId;
use frame_support::weights::Weight;

/// Told when the price of a feed may be another one.
pub trait OnData {
	/// The values that count, or the rules by which they do, are other ones. Returns the weight used.
	fn on_data(feed: FeedId) -> Weight;
	/// The most that [`Self::on_data`] uses.
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
