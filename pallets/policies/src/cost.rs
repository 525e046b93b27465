// SPDX-License-Identifier: Apache-2.0

//! The cost of calls, as sums of measured weights.
//!
//! A call is measured with one small pool and one feed. It is charged beforehand for as many pools
//! as a product can have, each of them the largest that there can be and as far behind as may be.
//! Afterwards it is charged for the pools as it found them, for the prices that it read, and for
//! the other records of the policy. A rejection comes earlier, and costs the work done until then.

use crate::{pallet::*, weights::WeightInfo, Policy};
use alloc::vec::Vec;
use breakwater_primitives::*;
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, Pays, PostDispatchInfo},
	traits::Get,
	weights::Weight,
};
use sp_runtime::DispatchError;

/// A rejection with its cost.
pub(crate) type Refused = DispatchErrorWithPostInfo;

/// The records of a policy that are read before the product is: its own and its renewal.
const RECORDS: u64 = 2;
/// The records of a product that are read beside the prices and its own: the rules of its class,
/// the open incident, its readiness, its insured cover, and its first loss.
const SHELF_RECORDS: u64 = 5;

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
		if T::Listings::product(product).is_none() {
			return looks;
		}
		let prices = T::Feed::price_weight().saturating_mul(Self::feeds_of(product));
		looks.saturating_add(T::DbWeight::get().reads(SHELF_RECORDS)).saturating_add(prices)
	}

	/// Returns the same weight with the places of all its pools, each of which is asked once, for a
	/// price. A purchase includes all this.
	pub(crate) fn price_weight(product: ProductId, work: CoverWork) -> Weight {
		Self::shelf_weight(product)
			.saturating_add(Self::pools_weight(CoverWork::Line, &Self::sizes_of(product)))
			.saturating_add(Self::options_weight(Self::feeds_of(product), work))
	}

	/// Returns the weight of pricing the option of so many feeds. An extension values it three
	/// times: until the old end, until the new one, and for its own time.
	fn options_weight(feeds: u64, work: CoverWork) -> Weight {
		let values = if work == CoverWork::Extend { 3 } else { 1 };
		T::WeightInfo::option().saturating_mul(feeds.saturating_mul(values))
	}

	/// Returns the pools of a product with their sizes, as a piece of work finds them now.
	fn sizes_of(product: ProductId) -> Vec<(PoolId, PoolSize)> {
		let pools = T::Underwriting::pools_of(product).into_iter();
		pools.map(|pool| (pool, T::Underwriting::size_of(pool))).collect()
	}

	/// Returns the weight of a piece of work with each of some pools.
	fn pools_weight(work: CoverWork, pools: &[(PoolId, PoolSize)]) -> Weight {
		let each = |(_, size): &(PoolId, PoolSize)| T::Underwriting::weight(work, *size);
		pools.iter().map(each).fold(Weight::zero(), Weight::saturating_add)
	}

	/// Returns the weight of a piece of work with each of the pools that back a policy. A pool that
	/// is not among those with known sizes is looked at.
	fn backing_weight(
		work: CoverWork,
		known: &[(PoolId, PoolSize)],
		backing: impl IntoIterator<Item = PoolId>,
	) -> Weight {
		let sized = |pool| {
			let size = known.iter().find(|(id, _)| *id == pool).map(|(_, size)| *size);
			(pool, size.unwrap_or_else(|| T::Underwriting::size_of(pool)))
		};
		Self::pools_weight(work, &backing.into_iter().map(sized).collect::<Vec<_>>())
	}

	/// Returns the part of a call's weight that depends neither on pools nor on feeds. The call was
	/// measured with one small pool, with which this work was done, and with the price of one feed
	/// by the fewest operators.
	fn beside_pools(measured: Weight, works: &[CoverWork]) -> Weight {
		let least = |work: &CoverWork| T::Underwriting::weight(*work, PoolSize::LEAST);
		// The manager's position for each work, without which it was measured: the development
		// chain asks managers for no part.
		let unmeasured = T::DbWeight::get().reads(u64::try_from(works.len()).unwrap_or(u64::MAX));
		let measured = measured.saturating_add(unmeasured).saturating_sub(T::Feed::least_price_weight());
		works.iter().map(least).fold(measured, Weight::saturating_sub)
	}

	/// Returns the weight of reading the prices of so many feeds, and of pricing the option of all
	/// but one, which the calls were measured with.
	fn feeds_weight(feeds: u64, work: CoverWork) -> Weight {
		let options = Self::options_weight(feeds.saturating_sub(1), work);
		T::Feed::price_weight().saturating_mul(feeds).saturating_add(options)
	}

	/// Returns the number of feeds of a product's trigger.
	fn feeds_of(product: ProductId) -> u64 {
		let listed = T::Listings::product(product);
		let feeds = listed
			.map_or(0, |listed| listed.decision.trigger().map_or(0, |trigger| trigger.feeds.iter().count()));
		u64::try_from(feeds).unwrap_or(u64::MAX)
	}

	/// Returns the weight of a call that asks all pools of a product for a price and then does a
	/// piece of work with those in `backing`.
	pub(crate) fn priced_weight(
		measured: Weight,
		work: CoverWork,
		product: ProductId,
		backing: impl IntoIterator<Item = PoolId>,
	) -> Weight {
		let sizes = Self::sizes_of(product);
		Self::beside_pools(measured, &[CoverWork::Line, work])
			.saturating_add(Self::feeds_weight(Self::feeds_of(product), work))
			.saturating_add(Self::pools_weight(CoverWork::Line, &sizes))
			.saturating_add(Self::backing_weight(work, &sizes, backing))
	}

	/// Returns the most weight of such a call. It reads no state: a batch of calls that no account
	/// pays for must be cheap to look at.
	pub(crate) fn most_priced_weight(measured: Weight, work: CoverWork) -> Weight {
		let each = |work| T::Underwriting::weight(work, PoolSize::MOST);
		Self::beside_pools(measured, &[CoverWork::Line, work])
			.saturating_add(Self::most_feeds_weight(work))
			.saturating_add(each(CoverWork::Line).saturating_mul(MAX_SELLING_POOLS.into()))
			.saturating_add(each(work).saturating_mul(MAX_ALLOCATIONS.into()))
	}

	/// Returns the most weight of reading and pricing the feeds of a trigger.
	fn most_feeds_weight(work: CoverWork) -> Weight {
		let feeds = u64::from(MAX_FEEDS_PER_TRIGGER);
		let options = Self::options_weight(feeds.saturating_sub(1), work);
		T::Feed::most_price_weight().saturating_mul(feeds).saturating_add(options)
	}

	/// Returns the part of a purchase's weight that was measured: with a distributor or without.
	fn measured_purchase(order: &Order<T::AccountId>) -> Weight {
		let measured = match order.commission {
			Some(_) => T::WeightInfo::buy_through_distributor(),
			None => T::WeightInfo::buy(),
		};
		// The record of an insured account.
		measured.saturating_add(T::DbWeight::get().writes(u64::from(order.insured_account.is_some())))
	}

	/// Returns the most weight of a purchase.
	pub(crate) fn most_buy_weight(order: &Order<T::AccountId>) -> Weight {
		Self::most_priced_weight(Self::measured_purchase(order), CoverWork::Open)
	}

	/// Returns the weight of a purchase whose quote is known.
	pub(crate) fn buy_weight(order: &Order<T::AccountId>, quote: &Quote) -> Weight {
		let backing = quote.placement.iter().map(|placed| placed.pool);
		Self::priced_weight(Self::measured_purchase(order), CoverWork::Open, order.product, backing)
	}

	/// Returns the weight of a call on a policy under earlier terms, which are a record of their
	/// own. It was measured with a policy under those of today.
	pub(crate) fn with_terms(measured: Weight) -> Weight {
		measured.saturating_add(T::DbWeight::get().reads(1))
	}

	/// Returns the weight of extending or renewing a policy.
	pub(crate) fn extension_weight<Ticket>(
		measured: Weight,
		policy: &Policy<T::AccountId, Ticket>,
	) -> Weight {
		let backing = policy.allocations.iter().map(|part| part.pool);
		let measured = Self::with_terms(measured);
		Self::priced_weight(measured, CoverWork::Extend, policy.product, backing)
	}

	/// Returns the most weight of extending or renewing a policy.
	pub(crate) fn most_extension_weight(measured: Weight) -> Weight {
		Self::most_priced_weight(Self::with_terms(measured), CoverWork::Extend)
	}

	/// Returns the weight of finding out what an attempt to renew a policy costs.
	pub(crate) fn sizes_weight() -> Weight {
		let pools = u64::from(MAX_SELLING_POOLS.saturating_add(MAX_ALLOCATIONS));
		// And the product, with the pools of it.
		Self::look_weight().saturating_add(T::DbWeight::get().reads(pools.saturating_add(2)))
	}

	/// Returns the weight of an attempt to renew a policy.
	pub(crate) fn renewal_weight(id: PolicyId) -> Weight {
		let measured = T::WeightInfo::renew();
		Policies::<T>::get(id).map_or(measured, |policy| Self::extension_weight(measured, &policy))
	}

	/// Returns the weight of giving cover of a policy back, beside what was measured with one small
	/// pool: its pools, the price where the option's worth counts, its commission and its renewal.
	pub(crate) fn return_weight<Ticket>(
		measured: Weight,
		id: PolicyId,
		policy: &Policy<T::AccountId, Ticket>,
	) -> Weight {
		let is_priced = policy.allocations.iter().any(|part| part.surcharge > 0);
		let feeds = if is_priced { Self::feeds_of(policy.product) } else { 0 };
		let backing = policy.allocations.iter().map(|part| part.pool);
		Self::beside_pools(Self::with_terms(measured), &[CoverWork::Reduce])
			.saturating_add(Self::feeds_weight(feeds, CoverWork::Reduce))
			.saturating_add(Self::backing_weight(CoverWork::Reduce, &[], backing))
			.saturating_add(Self::records_weight(
				Commissions::<T>::contains_key(id),
				Renewals::<T>::contains_key(id),
			))
	}

	/// Returns the most weight of giving cover of a policy back.
	pub(crate) fn most_return_weight(measured: Weight) -> Weight {
		let each = T::Underwriting::weight(CoverWork::Reduce, PoolSize::MOST);
		Self::beside_pools(Self::with_terms(measured), &[CoverWork::Reduce])
			.saturating_add(Self::most_feeds_weight(CoverWork::Reduce))
			.saturating_add(each.saturating_mul(MAX_ALLOCATIONS.into()))
			.saturating_add(Self::records_weight(true, true))
	}

	/// Returns the weight of what a policy has beside its record. A commission comes back in part,
	/// and the rest of it is paid out. A renewal balance is paid out, and its deposit given back.
	fn records_weight(has_commission: bool, has_renewal: bool) -> Weight {
		let commission = T::WeightInfo::collect_commission().saturating_mul(2);
		let renewal = T::WeightInfo::set_renewal();
		let looks = T::DbWeight::get().reads(2);
		looks
			.saturating_add(if has_commission { commission } else { Weight::zero() })
			.saturating_add(if has_renewal { renewal } else { Weight::zero() })
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
	pub(crate) fn refused_at_price(
		product: ProductId,
		work: CoverWork,
	) -> impl FnOnce(DispatchError) -> Refused {
		move |error| refused(error, Self::price_weight(product, work))
	}
}
