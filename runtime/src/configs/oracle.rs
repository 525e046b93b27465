//! Prices: operators chosen by referendum feed them, and [`OperatorPrices`] reads each operator's own value.
//!
//! The oracle's combined value is not used: below the minimum count it stays at an old value. Nor are values that Root
//! feeds as the oracle's own account: only members count.
//!
//! Feeding costs nothing and takes no deposit, so an operator can feed only what a product watches, and only from the
//! account that a referendum chose: see [`OracleCalls`].

use crate::{parameters::bounded, *};
use alloc::vec::Vec;
use breakwater_primitives::{CoverBook, FeedId, Moment, Price, PriceFeed};
use frame_support::{
	parameter_types,
	traits::{ChangeMembers, ConstU32, Contains, Get, SortedMembers},
	weights::Weight,
	PalletId,
};
use frame_system::EnsureRoot;
use sp_runtime::FixedU128;

/// The most operators there can be.
pub const MAX_OPERATORS: u32 = 32;
/// The most values one call can feed.
pub const MAX_FEED_VALUES: u32 = 8;
/// The largest price an operator can give, in 10^-18: about 1.2 million. A value above it, or zero, is ignored.
pub const MAX_PRICE: u128 = 1 << 80;

parameter_types! {
	/// The oracle's name.
	pub const OraclePalletId: PalletId = PalletId(*b"brk/orac");
}

impl pallet_oracle::Config for Runtime {
	type CombineData = pallet_oracle::DefaultCombineData<Runtime, bounded::MinOperators, bounded::Heartbeat>;
	type MaxFeedValues = ConstU32<MAX_FEED_VALUES>;
	type MaxHasDispatchedSize = ConstU32<{ MAX_OPERATORS + 1 }>;
	type Members = OracleMembership;
	type OnNewData = NewData;
	type OracleKey = FeedId;
	type OracleValue = FixedU128;
	type PalletId = OraclePalletId;
	type Time = Timestamp;
	type WeightInfo = FeedWeight;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

impl pallet_membership::Config<OracleMembershipInstance> for Runtime {
	type AddOrigin = EnsureRoot<AccountId>;
	type MaxMembers = ConstU32<MAX_OPERATORS>;
	type MembershipChanged = BoundedClear;
	type MembershipInitialized = ();
	type PrimeOrigin = EnsureRoot<AccountId>;
	type RemoveOrigin = EnsureRoot<AccountId>;
	type ResetOrigin = EnsureRoot<AccountId>;
	type RuntimeEvent = RuntimeEvent;
	type SwapOrigin = EnsureRoot<AccountId>;
	type WeightInfo = pallet_membership::weights::SubstrateWeight<Runtime>;
}

/// What may be called of the oracle and of its members; part of the runtime's call filter, which also looks into
/// batches, proxies and multisignatures. A call that is refused fails with `system.CallFiltered` and costs its fee.
///
/// - `oracle.feedValues` is refused if any of its keys is a feed that no product watches: the oracle keeps any key, and
///   takes no deposit for it. So a feed can be fed once a product on it is listed.
/// - `oracleMembership.changeKey` is refused: the values of the old account are cleared and each of their feeds is
///   read again, which its weight does not hold. A referendum swaps the account (`oracleMembership.swapMember`).
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
			RuntimeCall::OracleMembership(pallet_membership::Call::change_key { .. }) => false,
			_ => true,
		}
	}
}

/// Clears what an outgoing operator fed, and reads those feeds again: no price rests on an operator who is gone.
///
/// The oracle's own way clears without a bound. Here it is the watched feeds, at most
/// [`MAX_FEEDS`](breakwater_claims::types::MAX_FEEDS); what else there is of the account stays, and is never read,
/// because only members count.
///
/// The weight of the membership calls does not hold this. It need not: only Root can make them, and a member's own
/// `changeKey` is refused by [`OracleCalls`]. A removal that was weighed for the worst case, every trigger of 64 feeds
/// turning at once, would not fit into a block, so no referendum could remove a hostile operator.
pub struct BoundedClear;
impl ChangeMembers<AccountId> for BoundedClear {
	fn change_members_sorted(_: &[AccountId], outgoing: &[AccountId], _: &[AccountId]) {
		for feed in breakwater_claims::WatchedFeeds::<Runtime>::get() {
			let mut is_cleared = false;
			for operator in outgoing {
				is_cleared |= pallet_oracle::RawValues::<Runtime>::take(operator, feed).is_some();
			}
			if is_cleared {
				// The members are the new ones already.
				let _ = Claims::on_data(feed);
			}
		}
	}

	fn set_prime(_: Option<AccountId>) {}
}

/// Tells the triggers of each value that is fed, in the same call.
pub struct NewData;
impl pallet_oracle::OnNewData<AccountId, FeedId, FixedU128> for NewData {
	fn on_new_data(_: &AccountId, feed: &FeedId, _: &FixedU128) {
		// Weighed by `FeedWeight`.
		let _ = Claims::on_data(*feed);
	}
}

/// The weight of feeding values: the oracle's own, the reading of every operator's value (twice: combined by the
/// oracle, and by [`OperatorPrices`]), the filter's look at the feed's products, and what the triggers do with each.
pub struct FeedWeight;
impl pallet_oracle::WeightInfo for FeedWeight {
	fn feed_values(values: u32) -> Weight {
		let reads = <Runtime as frame_system::Config>::DbWeight::get()
			.reads(u64::from(MAX_OPERATORS).saturating_add(2).saturating_mul(2).saturating_add(1));
		<pallet_oracle::weights::SubstrateWeight<Runtime> as pallet_oracle::WeightInfo>::feed_values(values)
			.saturating_add(reads.saturating_add(Claims::on_data_weight()).saturating_mul(u64::from(values)))
	}
	fn on_finalize() -> Weight {
		<pallet_oracle::weights::SubstrateWeight<Runtime> as pallet_oracle::WeightInfo>::on_finalize()
	}
}

/// The price of a feed from the operators' own fresh values.
pub struct OperatorPrices;

impl PriceFeed for OperatorPrices {
	fn price(feed: FeedId, not_before: Moment) -> Option<Price> {
		let values = OracleMembership::sorted_members()
			.iter()
			.filter_map(|operator| pallet_oracle::RawValues::<Runtime>::get(operator, feed))
			.map(|given| (given.value.into_inner(), given.timestamp))
			.filter(|(_, at)| *at >= not_before)
			.collect();
		median_of_fresh(values, Timestamp::get(), bounded::Heartbeat::get(), bounded::MinOperators::get())
	}
}

/// The median of those values that are sound and younger than `heartbeat`, if at least `needed` are.
///
/// A value of zero or above [`MAX_PRICE`] is left out, as if its operator had not fed. With an even number of values
/// the mean of the middle two is rounded down. The price stays fresh as long as `needed` of today's values do, so
/// until the `needed`-th newest of them is as old as the heartbeat.
pub fn median_of_fresh(
	mut values: Vec<(u128, Moment)>,
	now: Moment,
	heartbeat: Moment,
	needed: u32,
) -> Option<Price> {
	values.retain(|(value, at)| {
		*value != 0 && *value <= MAX_PRICE && at.checked_add(heartbeat).is_some_and(|stale| now < stale)
	});
	let needed = usize::try_from(needed).ok()?.max(1);
	if values.len() < needed {
		return None;
	}
	let mut times: Vec<Moment> = values.iter().map(|(_, at)| *at).collect();
	times.sort_unstable_by(|a, b| b.cmp(a));
	let fresh_until = times.get(needed.checked_sub(1)?)?.checked_add(heartbeat)?;
	let oldest = *times.last()?;

	let mut prices: Vec<u128> = values.into_iter().map(|(value, _)| value).collect();
	prices.sort_unstable();
	let middle = prices.len().checked_div(2)?;
	let upper = *prices.get(middle)?;
	let value = if prices.len() % 2 == 1 {
		upper
	} else {
		let lower = *prices.get(middle.checked_sub(1)?)?;
		lower.checked_add(upper)?.checked_div(2)?
	};
	Some(Price { value, oldest, fresh_until })
}
