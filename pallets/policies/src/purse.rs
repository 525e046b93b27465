//! The pallet's own account: money that is neither a pool's nor paid out yet.

use crate::pallet::*;
use breakwater_primitives::*;
use frame_support::{
	pallet_prelude::DispatchResult,
	traits::{
		fungibles::Balanced,
		tokens::{Fortitude, Precision, Preservation},
	},
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The account that holds it. `None` only if an account cannot be derived from a hash.
	pub fn account() -> Option<T::AccountId> {
		derived_account(b"policies", ())
	}

	/// Take money into the account. To be run in a storage layer.
	pub(crate) fn take_in(money: CreditOf<T>) -> DispatchResult {
		let account = Self::account().ok_or(DispatchError::Corruption)?;
		T::Assets::resolve(&account, money).map_err(|_| Error::<T>::NotReceived.into())
	}

	/// Take money out of the account. To be run in a storage layer.
	pub(crate) fn draw(asset: AssetId, amount: Balance) -> Result<CreditOf<T>, DispatchError> {
		let account = Self::account().ok_or(DispatchError::Corruption)?;
		T::Assets::withdraw(
			asset,
			&account,
			amount,
			Precision::Exact,
			Preservation::Expendable,
			Fortitude::Polite,
		)
	}

	/// Pay money out of the account. To be run in a storage layer.
	pub(crate) fn pay_out(to: &T::AccountId, asset: AssetId, amount: Balance) -> DispatchResult {
		let money = Self::draw(asset, amount)?;
		T::Assets::resolve(to, money).map_err(|_| Error::<T>::NotReceived.into())
	}
}
