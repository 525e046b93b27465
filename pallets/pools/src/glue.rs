// SPDX-License-Identifier: Apache-2.0

//! The traits through which the other pallets use pools.

use crate::{pallet::*, types::ProductRef};
use alloc::{collections::BTreeMap, vec::Vec};
use breakwater_primitives::{
	AssetId, Backing, Balance, Conflicts, CoverInForce, CoverWork, Ends, Exposures, Fraction, GroupId,
	IncidentId, LineState, LossSettlement, LossWork, OnIncident, PoolExposure, PoolId, PoolSize,
	PremiumSplit, ProductId, ProductRegistry, ProductRisk, Recovered, Refund, Risks, Sale, Settlement,
	Stream, Subject, Tranche, Underwriting, MAX_DAYS_BEHIND, MAX_POOLS_PER_PRODUCT,
};
use frame_support::{storage::with_storage_layer, traits::Get, weights::Weight};
use sp_core::U256;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> ProductRegistry for Pallet<T> {
	fn register_product(product: ProductId, asset: AssetId, group: GroupId) -> DispatchResult {
		Self::do_register_product(product, asset, group)
	}
}

impl<T: Config> Risks for Pallet<T> {
	fn risk(product: ProductId) -> Option<ProductRisk> {
		Products::<T>::get(product).map(|ProductRef { asset, group }| ProductRisk { asset, group })
	}

	fn locks(incident: IncidentId) -> Vec<(PoolId, Balance)> {
		Self::locks_of(incident)
	}

	fn products_of(pool: PoolId) -> Vec<ProductId> {
		Self::do_products_of(pool)
	}
}

impl<T: Config> Exposures for Pallet<T> {
	fn exposure(pool: PoolId) -> Option<PoolExposure> {
		let pool = Pools::<T>::get(pool)?;
		let mut groups = BTreeMap::<GroupId, Balance>::new();
		for line in &pool.lines {
			// As in the required capital: the cover in force, or what open incidents could cost.
			let at_risk = line.exposure.max(line.locked);
			let sum = groups.entry(line.group).or_default();
			// Saturation: the cover of one pool, which was sold against its capital.
			*sum = sum.saturating_add(at_risk);
		}
		groups.retain(|_, sum| *sum > 0);
		let capital = pool.assets()?;
		Some(PoolExposure { asset: pool.asset, capital, groups: groups.into_iter().collect() })
	}
}

impl<T: Config> CoverInForce for Pallet<T> {
	fn cover_on(product: ProductId) -> Balance {
		let places = Underwriters::<T>::get(product);
		let pools = places.iter().filter_map(Pools::<T>::get);
		let lines = pools.flat_map(|pool| pool.lines).filter(|line| line.product == product);
		// Saturation: the cover of some pools, each of which sold it against its capital.
		lines.fold(0, |sum: Balance, line| sum.saturating_add(line.exposure))
	}
}

impl<T: Config> Underwriting<CreditOf<T>> for Pallet<T> {
	fn pools_of(product: ProductId) -> Vec<PoolId> {
		Underwriters::<T>::get(product).selling.into_inner()
	}

	fn line(pool: PoolId, product: ProductId, sale: Sale) -> Result<LineState, DispatchError> {
		match sale {
			Sale::New => Self::line_state(pool, product),
			Sale::Renewal { incident } => Self::renewal_line_state(pool, product, incident),
		}
	}

	fn size_of(pool: PoolId) -> PoolSize {
		Self::size_for(pool, MAX_DAYS_BEHIND)
	}

	fn weight(work: CoverWork, size: PoolSize) -> Weight {
		Self::cover_weight(work, size)
	}

	fn open_cover(
		pool: PoolId,
		product: ProductId,
		cover: Balance,
		premium: CreditOf<T>,
		ends: Ends,
	) -> Result<Stream, (DispatchError, CreditOf<T>)> {
		Self::take_premium(pool, premium, |book, premium| Self::back(book, product, cover, premium, ends))
	}

	fn extend_cover(
		backing: &Backing,
		premium: CreditOf<T>,
		ends: Ends,
		sale: Sale,
	) -> Result<Stream, (DispatchError, CreditOf<T>)> {
		Self::take_premium(backing.pool, premium, |book, premium| match sale {
			Sale::New => {
				Self::ensure_sells(&book)?;
				Self::extend(book, backing, premium, ends, Self::room_for_all)
			}
			Sale::Renewal { incident } => {
				Self::ensure_renews(&book)?;
				let lock = Self::own_lock(&book, backing.product, incident);
				let room = |book: &_, index| Self::room_beside(book, index, lock);
				Self::extend(book, backing, premium, ends, room)
			}
		})
	}

	fn use_cover(backing: &Backing, used: Balance) -> Result<Stream, DispatchError> {
		with_storage_layer(|| Self::do_use_cover(backing, used))
	}

	fn reduce_cover(
		backing: &Backing,
		by: Balance,
		refund: Refund,
	) -> Result<(Stream, CreditOf<T>), DispatchError> {
		with_storage_layer(|| Self::do_reduce_cover(backing, by, refund))
	}

	fn shorten_cover(
		backing: &Backing,
		ends: Ends,
		back: Fraction,
	) -> Result<(Stream, CreditOf<T>), DispatchError> {
		with_storage_layer(|| Self::do_shorten_cover(backing, ends, back))
	}

	fn unearned(pool: PoolId, stream: &Stream) -> U256 {
		Self::unearned_of(pool, stream)
	}

	fn split(pool: PoolId, premium: Balance) -> Option<PremiumSplit> {
		Self::split_of(pool, premium)
	}
}

impl<T: Config> LossSettlement<CreditOf<T>> for Pallet<T> {
	fn locks(incident: IncidentId) -> Vec<(PoolId, Balance)> {
		Self::locks_of(incident)
	}

	fn asset_of(pool: PoolId) -> Option<AssetId> {
		Some(Pools::<T>::get(pool)?.asset)
	}

	fn capital(pool: PoolId) -> Balance {
		Pools::<T>::get(pool).and_then(|pool| pool.assets()).unwrap_or(0)
	}

	fn is_far_behind(pool: PoolId) -> bool {
		Self::days_behind(pool) > MAX_DAYS_BEHIND
	}

	fn incidents_on(pool: PoolId) -> u32 {
		Pools::<T>::get(pool).map_or(0, |pool| u32::try_from(pool.freezes.len()).unwrap_or(u32::MAX))
	}

	fn reserve_lock(incident: IncidentId, pool: PoolId) -> bool {
		Self::do_reserve_lock(incident, pool)
	}

	fn charge(
		incident: IncidentId,
		pool: PoolId,
		amount: Balance,
	) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		Self::do_charge(incident, pool, amount)
	}

	fn size_of(pool: PoolId) -> PoolSize {
		Self::loss_size(pool)
	}

	fn weight(work: LossWork, size: PoolSize) -> Weight {
		Self::loss_weight(work, size)
	}

	fn finish(incident: IncidentId, pool: PoolId) -> DispatchResult {
		Self::do_finish(incident, pool)
	}

	fn top_up(incident: IncidentId, pool: PoolId) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		Self::do_top_up(incident, pool)
	}

	fn compensate(pool: PoolId, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		Self::do_compensate(pool, credit)
	}

	fn recover(
		incident: IncidentId,
		pool: PoolId,
		credit: CreditOf<T>,
	) -> Result<Recovered<CreditOf<T>>, (DispatchError, CreditOf<T>)> {
		Self::do_recover(incident, pool, credit)
	}

	fn reserve_paid(incident: IncidentId, pool: PoolId, amount: Balance) {
		Self::do_reserve_paid(incident, pool, amount);
	}

	fn close(incident: IncidentId, pool: PoolId) -> DispatchResult {
		Self::do_close(incident, pool)
	}

	fn totalled(incident: IncidentId, pool: PoolId, loss: Balance) -> DispatchResult {
		Self::do_total(incident, pool, loss)
	}

	fn settle(
		incident: IncidentId,
		pool: PoolId,
		cutoff: IncidentId,
	) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		Self::do_settle(incident, pool, cutoff)
	}
}

impl<T: Config> OnIncident for Pallet<T> {
	fn opened(incident: IncidentId, product: ProductId) -> Weight {
		Self::do_lock(incident, product)
	}

	fn rejected(incident: IncidentId, _: ProductId) -> Weight {
		Self::do_release_all(incident)
	}

	fn settled(incident: IncidentId, _: ProductId) -> Weight {
		// Every pool was released when it was charged. The locks that are left concern no claim.
		Self::do_release_all(incident)
	}
}

/// The underwriters of the pools that an incident has locked are parties of its dispute, if they
/// put up the deposit for their position. A position that was a gift has its giver's.
impl<T: Config> Conflicts<T::AccountId> for Pallet<T> {
	fn is_party(subject: Subject, who: &T::AccountId) -> bool {
		let Subject::Incident(id) = subject else { return false };
		let has_own = |pool: PoolId| {
			Tranche::ALL.into_iter().any(|tranche| {
				Positions::<T>::get((pool, tranche, who)).is_some_and(|position| position.depositor == *who)
			})
		};
		Locks::<T>::iter_key_prefix(id).any(has_own)
	}

	fn weight() -> Weight {
		T::DbWeight::get().reads(u64::from(MAX_POOLS_PER_PRODUCT).saturating_mul(3).saturating_add(1))
	}
}
