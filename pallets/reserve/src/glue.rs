// SPDX-License-Identifier: Apache-2.0

//! The reserve as the pools, the claims and the bounties see it.

use crate::*;
use breakwater_primitives::{
	AssetId, Backstop, Balance, BountyMatch, Draw, Frozen, FrozenStake, IncidentId, Income, OnIncident,
	PoolId, ProductId, Source, MAX_POOLS_PER_PRODUCT,
};
use frame_support::{traits::Get, weights::Weight};
use sp_runtime::{DispatchError, Permill};

impl<T: Config> Income<CreditOf<T>> for Pallet<T> {
	fn premium_share(asset: &AssetId) -> Permill {
		Self::premium_share_of(asset)
	}

	fn receive(asset: AssetId, source: Source, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		match source {
			Source::Premium(pool) => Self::do_accept(pool, asset, credit),
			_ => Self::do_take_in(asset, source.into(), credit),
		}
	}
}

impl<T: Config> Backstop<CreditOf<T>> for Pallet<T> {
	fn draw(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		capital: Balance,
		wanted: Balance,
	) -> Result<Option<Draw<CreditOf<T>>>, DispatchError> {
		Self::do_draw(incident, pool, asset, capital, wanted)
	}

	fn repay(pool: PoolId, asset: AssetId, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		Self::do_repay(pool, asset, credit)
	}

	fn reduce_obligation(incident: IncidentId, pool: PoolId, asset: AssetId, amount: Balance) {
		Self::do_reduce_obligation(incident, pool, asset, amount);
	}

	fn salvage(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		held_at: u32,
		credit: CreditOf<T>,
	) -> Result<(), CreditOf<T>> {
		Self::do_salvage(incident, pool, asset, held_at, credit)
	}

	fn written_off(pool: PoolId, asset: AssetId, amount: Balance) {
		Self::do_write_off(pool, asset, amount);
	}

	fn forgiven(incident: IncidentId, pool: PoolId, asset: &AssetId) -> Balance {
		let lent = Backings::<T>::get(incident, pool).map_or(0, |backing| backing.not_restored());
		Pools::<T>::get(pool, asset).written_off.min(lent)
	}

	fn restore(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		credit: CreditOf<T>,
	) -> Result<(), CreditOf<T>> {
		Self::do_restore(incident, pool, asset, credit)
	}

	fn is_admitted(pool: PoolId) -> bool {
		Admitted::<T>::contains_key(pool)
	}
}

impl<T: Config> FrozenStake for Pallet<T> {
	fn frozen_by(incident: IncidentId) -> Frozen {
		let open = Incidents::<T>::get(incident).filter(|account| account.is_open);
		open.map_or(Frozen::default(), |account| Frozen {
			stake: Books::<T>::get(account.asset).stake.assets,
			pools: account.pools.into_inner(),
		})
	}
}

impl<T: Config> BountyMatch<CreditOf<T>> for Pallet<T> {
	fn give(asset: AssetId, most: Balance) -> Result<CreditOf<T>, DispatchError> {
		Self::do_match_bounty(asset, most)
	}
}

impl<T: Config> OnIncident for Pallet<T> {
	fn opened(incident: IncidentId, product: ProductId) -> Weight {
		Self::open_incident(incident, product);
		// The pools of an incident, which were read just before, and their admissions.
		let pools = u64::from(MAX_POOLS_PER_PRODUCT);
		T::DbWeight::get().reads_writes(pools.saturating_add(8), 2)
	}

	fn rejected(incident: IncidentId, _: ProductId) -> Weight {
		Self::close_incident(incident);
		Self::most_finalised()
	}

	fn finalised(incident: IncidentId, _: ProductId) -> Weight {
		Self::close_incident(incident);
		Self::most_finalised()
	}

	fn most_finalised() -> Weight {
		T::DbWeight::get().reads_writes(5, 3)
	}
}
