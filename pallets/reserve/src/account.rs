// SPDX-License-Identifier: Apache-2.0

//! The account that holds the reserve's money, and payments out of it.

use crate::*;
use breakwater_primitives::{derived_account, AssetId, Balance};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{
		fungibles::{Balanced, Inspect},
		tokens::{Fortitude, Precision, Preservation},
	},
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The account that holds the reserve's money, in all assets. `None` cannot happen:
	/// `integrity_test` asserts it.
	pub fn account() -> Option<T::AccountId> {
		derived_account(b"reserve", ())
	}

	/// The part of `funds` of the reserve that can leave its account: all but the minimum balance
	/// that keeps the account alive. An account that dies takes its dust with it, and so money of
	/// the books.
	pub(crate) fn payable(asset: &AssetId, account: &T::AccountId, funds: Balance) -> Balance {
		T::Assets::reducible_balance(asset.clone(), account, Preservation::Preserve, Fortitude::Polite)
			.min(funds)
	}

	/// Take an amount out of the reserve's account.
	pub(crate) fn take(
		account: &T::AccountId,
		asset: &AssetId,
		amount: Balance,
	) -> Result<CreditOf<T>, DispatchError> {
		if amount == 0 {
			return Ok(CreditOf::<T>::zero(asset.clone()));
		}
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		T::Assets::withdraw(asset.clone(), account, amount, exact, Preservation::Preserve, polite)
	}

	/// Pay out of the reserve's account, which keeps its minimum balance.
	pub(crate) fn pay_out(asset: &AssetId, to: &T::AccountId, amount: Balance) -> DispatchResult {
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		ensure!(Self::payable(asset, &account, amount) == amount, Error::<T>::FundsTooLow);
		let credit = Self::take(&account, asset, amount)?;
		T::Assets::resolve(to, credit).map_err(|_| Error::<T>::CannotReceive)?;
		Ok(())
	}
}
