// SPDX-License-Identifier: Apache-2.0

//! Prices. Operators chosen by referendum feed them, `pallet-oracle` keeps the values, and
//! `breakwater-feeds` determines which operators count and what the price is.
//!
//! The oracle's combined value is not used: below the minimum count it stays at an old value.
//! Values that Root feeds as the oracle's own account are not used either: only active operators
//! count.
//!
//! Operators feed with `feeds.feed` from the account that a referendum chose. It takes only feeds
//! that a product watches, and charges for its work. The oracle's own call is always free and
//! charged to the block at its worst case: see [`OracleCalls`].

use crate::{parameters::bounded, *};
use alloc::vec::Vec;
pub use breakwater_feeds::types::MAX_OPERATORS;
use breakwater_feeds::{types::MAX_VALUES, WeightInfo as _};
use breakwater_primitives::{Catalogue, FeedId, Moment, RawFeed};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Contains, Get},
	weights::Weight,
	PalletId,
};
use frame_system::EnsureRoot;
use pallet_oracle::DataFeeder;
use sp_runtime::{DispatchResult, FixedU128};

/// The measured weights of the feeds.
type FeedWeights = breakwater_feeds::weights::SubstrateWeight<Runtime>;

/// The price of a feed, as policies and claims see it.
pub type OperatorPrices = Feeds;

parameter_types! {
	/// The oracle's name.
	pub const OraclePalletId: PalletId = PalletId(*b"brk/orac");
	/// The governed numbers of the feeds.
	pub FeedLimits: breakwater_feeds::types::Limits = breakwater_feeds::types::Limits {
		bond: bounded::OperatorBond::get(),
		notice: bounded::OperatorNotice::get(),
		tolerance: bounded::RewardTolerance::get(),
		heartbeat: bounded::Heartbeat::get(),
		min_operators: bounded::MinOperators::get(),
	};
}

impl pallet_oracle::Config for Runtime {
	type CombineData = pallet_oracle::DefaultCombineData<Runtime, bounded::MinOperators, bounded::Heartbeat>;
	type MaxFeedValues = ConstU32<MAX_VALUES>;
	type MaxHasDispatchedSize = ConstU32<{ MAX_OPERATORS + 1 }>;
	type Members = Feeds;
	// `feeds.feed` does the work that follows from a value.
	type OnNewData = ();
	type OracleKey = FeedId;
	type OracleValue = FixedU128;
	type PalletId = OraclePalletId;
	type Time = Timestamp;
	type WeightInfo = OracleWeight;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

impl breakwater_feeds::Config for Runtime {
	type AdminOrigin = EnsureRoot<AccountId>;
	type Assets = NativeAndAssets;
	type Income = Reserve;
	type Clock = Clock;
	type Currency = Balances;
	type Limits = FeedLimits;
	type MaxFeeds = ConstU32<{ breakwater_triggers::types::MAX_FEEDS }>;
	type OnData = Triggers;
	type Raw = OracleValues;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = FeedWeights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}

/// The calls of the oracle that may be made. It is a part of the runtime's call filter, which also
/// looks into batches, proxies and multisignatures. A call that is refused fails with
/// `system.CallFiltered` and costs its fee.
///
/// `oracle.feedValues` is refused: it keeps any key, takes no deposit for it, is always free, and
/// is charged to the block at its worst case. `feeds.feed` takes its place.
///
/// Referenda act as Root and are not filtered.
pub struct OracleCalls;
impl Contains<RuntimeCall> for OracleCalls {
	fn contains(call: &RuntimeCall) -> bool {
		!matches!(call, RuntimeCall::Oracle(..))
	}
}

/// The operators' own values, as the oracle keeps them, and the feeds that triggers watch.
pub struct OracleValues;
impl RawFeed<AccountId> for OracleValues {
	fn value(operator: &AccountId, feed: FeedId) -> Option<(u128, Moment)> {
		let given = pallet_oracle::RawValues::<Runtime>::get(operator, feed)?;
		Some((given.value.into_inner(), given.timestamp))
	}

	fn clear(operator: &AccountId, feed: FeedId) -> bool {
		pallet_oracle::RawValues::<Runtime>::take(operator, feed).is_some()
	}

	fn put(operator: &AccountId, feed: FeedId, value: u128) -> DispatchResult {
		let value = FixedU128::from_inner(value);
		<Oracle as DataFeeder<FeedId, FixedU128, AccountId>>::feed_value(Some(operator.clone()), feed, value)
	}

	fn put_weight(operators: u32) -> Weight {
		OracleWeight::with_operators(1, operators)
	}

	fn watched() -> Vec<FeedId> {
		breakwater_triggers::WatchedFeeds::<Runtime>::get().into_inner()
	}

	fn is_listed(feed: FeedId) -> bool {
		!<Products as Catalogue>::products_on(feed).is_empty()
	}
}

/// The weight of the oracle's own work, and of the reading of every operator's value, which it
/// combines.
pub struct OracleWeight;

impl OracleWeight {
	/// Returns the weight of so many values with so many operators. The oracle combines the values
	/// of a feed as the feeds make a price of them: it reads one of each operator and sorts them.
	fn with_operators(values: u32, operators: u32) -> Weight {
		// Besides: the oracle's own value, and two limits. The combined value is written.
		let each = FeedWeights::price(operators)
			.saturating_add(<Runtime as frame_system::Config>::DbWeight::get().reads_writes(3, 1));
		<pallet_oracle::weights::SubstrateWeight<Runtime> as pallet_oracle::WeightInfo>::feed_values(values)
			.saturating_add(each.saturating_mul(u64::from(values)))
	}
}

impl pallet_oracle::WeightInfo for OracleWeight {
	fn feed_values(values: u32) -> Weight {
		Self::with_operators(values, MAX_OPERATORS)
	}
	fn on_finalize() -> Weight {
		<pallet_oracle::weights::SubstrateWeight<Runtime> as pallet_oracle::WeightInfo>::on_finalize()
	}
}
