//! The cost of calls that are refused: what was done until then, as sums of what was measured.
//!
//! A call is charged beforehand for the worst that it can do: sixteen pools, all far behind, of which three back the policy.
//! A refusal comes earlier, and says so. An error after money has moved, or one of another pallet, is charged in full.

use crate::{pallet::*, weights::WeightInfo};
use breakwater_primitives::*;
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, Pays, PostDispatchInfo},
	traits::Get,
	weights::Weight,
};
use sp_runtime::DispatchError;

/// A refusal with what it costs.
pub(crate) type Refused = DispatchErrorWithPostInfo;

/// The records of a policy that are read before it is known what is for sale: its own, its renewal and the two clocks.
const RECORDS: u64 = 4;
/// What is read of a product beside what changing its facts reads, and the prices: its terms, the rules of its class, the
/// open incident, its readiness, what is insured, and the last halt.
const SHELF_RECORDS: u64 = 6;

/// A refusal that costs `weight`.
pub(crate) fn refused(error: impl Into<DispatchError>, weight: Weight) -> Refused {
	let post_info = PostDispatchInfo { actual_weight: Some(weight), pays_fee: Pays::Yes };
	DispatchErrorWithPostInfo { post_info, error: error.into() }
}

impl<T: Config> Pallet<T> {
	/// A look at a policy.
	pub(crate) fn look_weight() -> Weight {
		T::DbWeight::get().reads(RECORDS)
	}

	/// A look at a policy, and at a product with its terms and the prices of its feeds: what has to be known before anything is
	/// priced. Reading the facts was measured where they are changed.
	pub(crate) fn shelf_weight(product: ProductId) -> Weight {
		let looks = Self::look_weight().saturating_add(T::WeightInfo::update_facts());
		let Some(listed) = Products::<T>::get(product) else { return looks };
		// At most three.
		let feeds = listed.decision.trigger().map_or(0, |trigger| trigger.feeds.iter().count());
		let prices = T::Feed::price_weight().saturating_mul(u64::try_from(feeds).unwrap_or(u64::MAX));
		looks.saturating_add(T::DbWeight::get().reads(SHELF_RECORDS)).saturating_add(prices)
	}

	/// The same, and the places of all its pools, each of which is asked once: what has to be known for a price. Never above
	/// the weight of a purchase, which has all this in it.
	pub(crate) fn price_weight(product: ProductId) -> Weight {
		let pools = T::Underwriting::pools_of(product).into_iter().map(T::Underwriting::line_weight);
		let all = pools.fold(Self::shelf_weight(product), Weight::saturating_add);
		all.min(T::WeightInfo::buy())
	}

	/// Refused after a look at the policy.
	pub(crate) fn refused_at_look(error: impl Into<DispatchError>) -> Refused {
		refused(error, Self::look_weight())
	}

	/// Refused before anything was priced.
	pub(crate) fn refused_at_shelf(product: ProductId) -> impl FnOnce(DispatchError) -> Refused {
		move |error| refused(error, Self::shelf_weight(product))
	}

	/// Refused with the price known, before anything was paid.
	pub(crate) fn refused_at_price(product: ProductId) -> impl FnOnce(DispatchError) -> Refused {
		move |error| refused(error, Self::price_weight(product))
	}
}
