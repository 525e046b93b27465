//! What the pools see of the reserve.

use crate::*;
use breakwater_primitives::{AssetId, Backstop, Balance, Draw, IncidentId, PoolId};
use frame_support::traits::Get;
use sp_runtime::{DispatchError, Permill};

impl<T: Config> Backstop<T::AccountId> for Pallet<T> {
	type Credit = CreditOf<T>;

	fn premium_share() -> Permill {
		T::PremiumShare::get()
	}

	fn accept(pool: PoolId, asset: AssetId, share: Self::Credit) -> Result<(), Self::Credit> {
		Self::do_accept(pool, asset, share)
	}

	fn draw(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		capital: Balance,
		wanted: Balance,
	) -> Result<Option<Draw<Self::Credit>>, DispatchError> {
		Self::do_draw(incident, pool, asset, capital, wanted)
	}

	fn repay(pool: PoolId, asset: AssetId, credit: Self::Credit) -> Result<(), Self::Credit> {
		Self::do_repay(pool, asset, credit)
	}

	fn donate(asset: AssetId, credit: Self::Credit) -> Result<(), Self::Credit> {
		Self::do_take_in(asset, credit)
	}

	fn relieved(incident: IncidentId, pool: PoolId, asset: AssetId, amount: Balance) {
		Self::do_relieve(incident, pool, asset, amount);
	}

	fn written_off(pool: PoolId, asset: AssetId, amount: Balance) {
		Self::do_write_off(pool, asset, amount);
	}
}
