// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)
)]

extern crate alloc;
// The mock of the tests names the pallets that decide and pay incidents by their crates.
#[cfg(test)]
extern crate self as breakwater_triggers;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
mod cost;
mod evaluation;
mod glue;
mod observations;
mod polling;
mod reading;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "try-runtime", test))]
mod try_state;
mod turns;
pub mod types;
mod views;
pub mod weights;

use breakwater_primitives::{contracts::incidents::Incidents, *};
use frame_support::{traits::Get, weights::Weight};
pub use pallet::*;
use types::*;
pub use weights::WeightInfo;

const LOG_TARGET: &str = "runtime::triggers";

// The macro's own code repeats the paths of its attributes.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{pallet_prelude::*, weights::WeightMeter};
	use frame_system::pallet_prelude::*;

	/// The pallet's needs from the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The products and their triggers.
		type Catalogue: Catalogue;
		/// The prices.
		type Feed: PriceFeed;
		/// The chain's clocks. They have to be set before the poll hook runs.
		type Clock: ActiveClock;
		/// The incidents that triggers open and decide.
		type Incidents: Incidents;
		/// The active time for which data of an incident may be missing before people assess it, in
		/// milliseconds. An incident keeps the number of the block that opened it.
		type MaxUndecided: Get<Moment>;
		/// Weights.
		type WeightInfo: WeightInfo;
		/// The setup that the benchmarks cannot do themselves.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper;
	}

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Averages of prices, and the triggers that they decide.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The feeds that products watch, in the order in which they are polled.
	#[pallet::storage]
	pub type WatchedFeeds<T: Config> = StorageValue<_, BoundedVec<FeedId, ConstU32<MAX_FEEDS>>, ValueQuery>;

	/// The start of the next poll: the place of the feed, and of its product.
	#[pallet::storage]
	pub type Cursor<T: Config> = StorageValue<_, (u32, u32), ValueQuery>;

	/// The state of a watched feed.
	#[pallet::storage]
	pub type Feeds<T: Config> = StorageMap<_, Twox64Concat, FeedId, FeedState>;

	/// The last changes of a feed's price: observation number `n` is at `n` modulo
	/// [`MAX_OBSERVATIONS`].
	#[pallet::storage]
	pub type Observations<T: Config> =
		StorageDoubleMap<_, Twox64Concat, FeedId, Twox64Concat, u32, Observation, OptionQuery>;

	/// The trigger of a product and how far it has read its feeds.
	#[pallet::storage]
	pub type TriggerStates<T: Config> = StorageMap<_, Twox64Concat, ProductId, TriggerState>;

	/// The events of the pallet. Prices and averages are in 10^-18. Moments are in milliseconds of
	/// wall-clock time unless the text says active time.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A feed is watched from now on.
		FeedWatched {
			/// The feed.
			feed: FeedId,
		},
		/// No product watches a feed any more. Its log is gone, and another feed can have its
		/// place.
		FeedUnwatched {
			/// The feed.
			feed: FeedId,
		},
		/// A product's trigger watches its feeds from now on.
		ProductWatched {
			/// The product.
			product: ProductId,
			/// The feeds.
			feeds: FeedSet,
		},
		/// The product is delisted. Its trigger does not watch its feeds any more.
		ProductUnwatched {
			/// The product.
			product: ProductId,
			/// The feeds.
			feeds: FeedSet,
		},
		/// The price of a feed changed.
		PriceLogged {
			/// The feed.
			feed: FeedId,
			/// The moment from which the new price holds.
			at: Moment,
			/// The price before; `None` in a gap.
			old: Option<u128>,
			/// The price from then on; `None` begins a gap.
			new: Option<u128>,
		},
		/// The chain stood still. Prices from before the halt do not count any more.
		FeedInterrupted {
			/// The feed.
			feed: FeedId,
			/// The moment of the last block before the halt.
			from: Moment,
			/// The moment of the first block after it.
			until: Moment,
		},
		/// The trigger of a product is ready, or no longer is. Cover is sold only while it is
		/// ready.
		ReadinessChanged {
			/// The product.
			product: ProductId,
			/// True if it is armed with a full window of fresh data; it was the opposite before.
			ready: bool,
		},
		/// A breach of the trigger counts from now on. Its first average was good, or a recovery
		/// lasted long enough.
		TriggerArmed {
			/// The product.
			product: ProductId,
			/// The moment since which it counts.
			at: Moment,
		},
		/// The average reached the threshold. The incident that it opened is observed.
		ObservationBegun {
			/// The incident.
			incident: IncidentId,
			/// The product.
			product: ProductId,
			/// The moment when the average reached it, to the millisecond.
			since: Moment,
			/// The moment until which the breach has to last.
			until: Moment,
		},
		/// Data went missing during the observation. The incident is undecided.
		ObservationSuspended {
			/// The incident.
			incident: IncidentId,
			/// The first millisecond without an average.
			since: Moment,
			/// The moment when people assess it, in active time.
			until: Moment,
		},
		/// Data are back and the breach is still there. The observation begins anew.
		ObservationResumed {
			/// The incident.
			incident: IncidentId,
			/// The moment when the observation began anew.
			since: Moment,
			/// The moment until which the breach has to last.
			until: Moment,
		},
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::poll(meter);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
