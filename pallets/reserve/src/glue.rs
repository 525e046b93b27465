// SPDX-License-Identifier: Apache-2.0

//! The reserve as the pools see it.

use crate::*;
use breakwater_primitives::{AssetId, Backstop, Balance, Draw, IncidentId, Income, PoolId, Source};
use frame_support::traits::Get;
use sp_runtime::{DispatchError, Permill};

impl<T: Config> Income<CreditOf<T>> for Pallet<T> {
	fn premium_share() -> Permill {
		T::PremiumShare::get()
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

	fn written_off(pool: PoolId, asset: AssetId, amount: Balance) {
		Self::do_write_off(pool, asset, amount);
	}
}
