// SPDX-License-Identifier: Apache-2.0

//! The pallet's own account: money that is neither a pool's nor paid out yet.

use crate::pallet::*;
use breakwater_primitives::*;
use frame_support::{
	pallet_prelude::DispatchResult,
	traits::{
		fungibles::{Balanced, Inspect},
		tokens::{Fortitude, Precision, Preservation},
	},
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Returns the account that holds it. `None` only if an account cannot be derived from a hash.
	pub fn account() -> Option<T::AccountId> {
		derived_account(b"policies", ())
	}

	/// Take premium from `payer`, for the pools. The errors of the asset do not name which of the
	/// two kinds of money was missing, so they are named here.
	pub(crate) fn take_premium(
		payer: &T::AccountId,
		asset: &AssetId,
		premium: Balance,
	) -> Result<CreditOf<T>, Error<T>> {
		let asset = asset.clone();
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		T::Assets::withdraw(asset, payer, premium, exact, Preservation::Preserve, polite)
			.map_err(|_| Error::<T>::CannotPay)
	}

	/// Take money into the account. To be run in a storage layer.
	pub(crate) fn take_in(money: CreditOf<T>) -> DispatchResult {
		let account = Self::account().ok_or(DispatchError::Corruption)?;
		T::Assets::resolve(&account, money).map_err(|_| Error::<T>::NotReceived.into())
	}

	/// Have the account exist in an asset. The first payer to need it pays the asset's smallest
	/// balance into it, for good, so that no money in the account is ever dust. With a smallest
	/// balance of one unit there is no dust, and no payment. Returns the payment. To be run in a
	/// storage layer.
	pub(crate) fn open_account(payer: &T::AccountId, asset: &AssetId) -> Result<Balance, DispatchError> {
		let account = Self::account().ok_or(DispatchError::Corruption)?;
		let least = T::Assets::minimum_balance(asset.clone());
		if least <= 1 || T::Assets::balance(asset.clone(), &account) > 0 {
			return Ok(0);
		}
		Self::take_in(Self::take_premium(payer, asset, least)?)?;
		Ok(least)
	}

	/// Take money out of the account. A rest that would be dust is not taken with it: it belongs to
	/// others.
	pub(crate) fn take_out(asset: AssetId, amount: Balance) -> Result<CreditOf<T>, DispatchError> {
		let account = Self::account().ok_or(DispatchError::Corruption)?;
		let is_all = T::Assets::balance(asset.clone(), &account) == amount;
		let keeps = if is_all { Preservation::Expendable } else { Preservation::Preserve };
		T::Assets::withdraw(asset, &account, amount, Precision::Exact, keeps, Fortitude::Polite)
	}

	/// Pay money out of the account. To be run in a storage layer.
	pub(crate) fn pay_out(to: &T::AccountId, asset: AssetId, amount: Balance) -> DispatchResult {
		let money = Self::take_out(asset, amount)?;
		T::Assets::resolve(to, money).map_err(|_| Error::<T>::NotReceived.into())
	}
}
