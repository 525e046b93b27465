// SPDX-License-Identifier: Apache-2.0

//! The cost of rejected calls: the work done until then, as sums of measured weights.
//!
//! A call is charged beforehand for its worst case: sixteen pools, all far behind, of which three
//! back the policy. A rejection comes earlier, and returns a lower weight. An error after money has
//! moved, or one of another pallet, is charged in full.

use crate::{pallet::*, weights::WeightInfo};
use breakwater_primitives::*;
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, Pays, PostDispatchInfo},
	traits::Get,
	weights::Weight,
};
use sp_runtime::DispatchError;

/// A rejection with its cost.
pub(crate) type Refused = DispatchErrorWithPostInfo;

/// The records of a policy that are read before the product is: its own, its renewal and the two
/// clocks.
const RECORDS: u64 = 4;
/// The records of a product that are read beside the prices, its own and its facts: its terms, the
/// rules of its class, the open incident, its readiness, its insured cover, and the last halt.
const SHELF_RECORDS: u64 = 6;

/// Returns a rejection that costs `weight`.
pub(crate) fn refused(error: impl Into<DispatchError>, weight: Weight) -> Refused {
	let post_info = PostDispatchInfo { actual_weight: Some(weight), pays_fee: Pays::Yes };
	DispatchErrorWithPostInfo { post_info, error: error.into() }
}

impl<T: Config> Pallet<T> {
	/// Returns the weight of a look at a policy.
	pub(crate) fn look_weight() -> Weight {
		T::DbWeight::get().reads(RECORDS)
	}

	/// Returns the weight of a look at a policy, and at a product with its terms and the prices of
	/// its feeds, before anything is priced.
	pub(crate) fn shelf_weight(product: ProductId) -> Weight {
		let looks = Self::look_weight().saturating_add(T::Listings::look_weight());
		let Some(listed) = T::Listings::product(product) else { return looks };
		// At most three.
		let feeds = listed.decision.trigger().map_or(0, |trigger| trigger.feeds.iter().count());
		let prices = T::Feed::price_weight().saturating_mul(u64::try_from(feeds).unwrap_or(u64::MAX));
		looks.saturating_add(T::DbWeight::get().reads(SHELF_RECORDS)).saturating_add(prices)
	}

	/// Returns the same weight with the places of all its pools, each of which is asked once, for a
	/// price. It is never above the weight of a purchase, which includes all this.
	pub(crate) fn price_weight(product: ProductId) -> Weight {
		let pools = T::Underwriting::pools_of(product).into_iter().map(T::Underwriting::line_weight);
		let all = pools.fold(Self::shelf_weight(product), Weight::saturating_add);
		all.min(T::WeightInfo::buy())
	}

	/// Returns a rejection after a look at the policy.
	pub(crate) fn refused_at_look(error: impl Into<DispatchError>) -> Refused {
		refused(error, Self::look_weight())
	}

	/// Returns a rejection before anything was priced.
	pub(crate) fn refused_at_shelf(product: ProductId) -> impl FnOnce(DispatchError) -> Refused {
		move |error| refused(error, Self::shelf_weight(product))
	}

	/// Returns a rejection with the price known, before anything was paid.
	pub(crate) fn refused_at_price(product: ProductId) -> impl FnOnce(DispatchError) -> Refused {
		move |error| refused(error, Self::price_weight(product))
	}
}
