//! Prices: operators chosen by referendum feed them, `pallet-oracle` keeps what they fed, and `breakwater-feeds` says who counts
//! and what the price is.
//!
//! The oracle's combined value is not used: below the minimum count it stays at an old value. Nor are values that Root
//! feeds as the oracle's own account: only active operators count.
//!
//! Feeding costs nothing and takes no deposit, so an operator can feed only what a product watches, and only from the
//! account that a referendum chose: see [`OracleCalls`].

use crate::{parameters::bounded, *};
use alloc::vec::Vec;
pub use breakwater_feeds::types::MAX_OPERATORS;
use breakwater_primitives::{CoverBook, FeedId, Moment, OnData, RawFeed};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Contains, Get},
	weights::Weight,
	PalletId,
};
use frame_system::EnsureRoot;
use sp_runtime::FixedU128;

/// The most values one call can feed.
pub const MAX_FEED_VALUES: u32 = 8;

/// The price of a feed, as policies and claims see it.
pub type OperatorPrices = Feeds;

parameter_types! {
	/// The oracle's name.
	pub const OraclePalletId: PalletId = PalletId(*b"brk/orac");
	/// The governed numbers of the feeds.
	pub FeedLimits: breakwater_feeds::types::Limits = breakwater_feeds::types::Limits {
		bond: bounded::OperatorBond::get(),
		notice: bounded::OperatorNotice::get(),
		band: bounded::RewardBand::get(),
		heartbeat: bounded::Heartbeat::get(),
		min_operators: bounded::MinOperators::get(),
	};
}

impl pallet_oracle::Config for Runtime {
	type CombineData = pallet_oracle::DefaultCombineData<Runtime, bounded::MinOperators, bounded::Heartbeat>;
	type MaxFeedValues = ConstU32<MAX_FEED_VALUES>;
	type MaxHasDispatchedSize = ConstU32<{ MAX_OPERATORS + 1 }>;
	type Members = Feeds;
	type OnNewData = NewData;
	type OracleKey = FeedId;
	type OracleValue = FixedU128;
	type PalletId = OraclePalletId;
	type Time = Timestamp;
	type WeightInfo = FeedWeight;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

impl breakwater_feeds::Config for Runtime {
	type AdminOrigin = EnsureRoot<AccountId>;
	type Assets = NativeAndAssets;
	type Backstop = Reserve;
	type Clock = Pools;
	type Currency = Balances;
	type Limits = FeedLimits;
	type MaxFeeds = ConstU32<{ breakwater_claims::types::MAX_FEEDS }>;
	type OnData = Triggers;
	type Raw = OracleValues;
	type RuntimeHoldReason = RuntimeHoldReason;
	type WeightInfo = breakwater_feeds::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Setup;
}

/// What may be called of the oracle; part of the runtime's call filter, which also looks into batches, proxies and
/// multisignatures. A call that is refused fails with `system.CallFiltered` and costs its fee.
///
/// `oracle.feedValues` is refused if any of its keys is a feed that no product watches: the oracle keeps any key, and takes no
/// deposit for it. So a feed can be fed once a product on it is listed.
///
/// Referenda act as Root and are not filtered.
pub struct OracleCalls;
impl Contains<RuntimeCall> for OracleCalls {
	fn contains(call: &RuntimeCall) -> bool {
		match call {
			// Weighed by `FeedWeight`.
			RuntimeCall::Oracle(pallet_oracle::Call::feed_values { values }) => values
				.iter()
				.all(|(feed, _)| !<Policies as CoverBook<AccountId>>::products_on(*feed).is_empty()),
			_ => true,
		}
	}
}

/// The operators' own values, as the oracle keeps them, and the feeds that the claims watch.
pub struct OracleValues;
impl RawFeed<AccountId> for OracleValues {
	fn value(operator: &AccountId, feed: FeedId) -> Option<(u128, Moment)> {
		let given = pallet_oracle::RawValues::<Runtime>::get(operator, feed)?;
		Some((given.value.into_inner(), given.timestamp))
	}

	fn clear(operator: &AccountId, feed: FeedId) -> bool {
		pallet_oracle::RawValues::<Runtime>::take(operator, feed).is_some()
	}

	fn watched() -> Vec<FeedId> {
		breakwater_claims::WatchedFeeds::<Runtime>::get().into_inner()
	}
}

/// The triggers that live by prices.
pub struct Triggers;
impl OnData for Triggers {
	fn on_data(feed: FeedId) -> Weight {
		Claims::on_data(feed)
	}

	fn on_data_weight() -> Weight {
		Claims::on_data_weight()
	}
}

/// Books the reward of each value that is fed, and tells the triggers of it, in the same call.
pub struct NewData;
impl pallet_oracle::OnNewData<AccountId, FeedId, FixedU128> for NewData {
	fn on_new_data(who: &AccountId, feed: &FeedId, value: &FixedU128) {
		// Weighed by `FeedWeight`, both.
		Feeds::on_value(who, *feed, value.into_inner());
		let _ = Triggers::on_data(*feed);
	}
}

/// The weight of feeding values: the oracle's own, the reading of every operator's value (twice: combined by the
/// oracle, and for the triggers' price), the filter's look at the feed's products, the reward, and what the triggers do
/// with each.
pub struct FeedWeight;
impl pallet_oracle::WeightInfo for FeedWeight {
	fn feed_values(values: u32) -> Weight {
		// Beside the values and the oracle's own: twice the members, two limits of the oracle and five of the feeds, the
		// feed's rules, its products.
		let reads = <Runtime as frame_system::Config>::DbWeight::get()
			.reads(u64::from(MAX_OPERATORS).saturating_add(1).saturating_mul(2).saturating_add(11));
		let reward =
			<breakwater_feeds::weights::SubstrateWeight<Runtime> as breakwater_feeds::WeightInfo>::reward();
		let each = reads.saturating_add(reward).saturating_add(Triggers::on_data_weight());
		<pallet_oracle::weights::SubstrateWeight<Runtime> as pallet_oracle::WeightInfo>::feed_values(values)
			.saturating_add(each.saturating_mul(u64::from(values)))
	}
	fn on_finalize() -> Weight {
		<pallet_oracle::weights::SubstrateWeight<Runtime> as pallet_oracle::WeightInfo>::on_finalize()
	}
}
