// SPDX-License-Identifier: Apache-2.0

//! The account that holds the money of all claims. Each incident has its own book of it.

use crate::{types::*, *};
use frame_support::{
	ensure,
	traits::{
		fungibles::{Balanced, Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation::Expendable},
	},
};
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	/// The account that holds the money for the claims of all incidents. Each incident has its own
	/// book of it. `None` cannot happen: `integrity_test` asserts it.
	pub fn escrow_account() -> Option<T::AccountId> {
		derived_account(b"escrow", ())
	}

	/// Put the native token's smallest balance on the account, for good. It is in no book. So the
	/// rest is never lost as dust, whatever is paid out, and no amount is too little to be taken
	/// in.
	pub(crate) fn endow_escrow() {
		let least = T::Assets::minimum_balance(AssetId::Native);
		let is_there = Self::escrow_account()
			.is_some_and(|account| T::Assets::mint_into(AssetId::Native, &account, least).is_ok());
		assert!(is_there, "an account can hold the smallest balance");
	}

	/// Put a pool's money for its claims into the escrow. All or nothing, by the caller's layer.
	pub(crate) fn put_in_escrow(
		incident: &mut Incident,
		part: &mut PoolSettlement,
		credit: fungibles::Credit<T::AccountId, T::Assets>,
	) -> DispatchResult {
		let (asset, amount) = (credit.asset(), credit.peek());
		if amount.is_zero() {
			return Ok(());
		}
		part.funded.ensure_add_assign(amount)?;
		ensure!(part.funded <= part.loss, Error::<T>::SettlementMismatch);
		ensure!(incident.asset.as_ref().is_none_or(|a| *a == asset), Error::<T>::SettlementMismatch);
		let escrow = Self::escrow_account().ok_or(Error::<T>::EscrowRefused)?;
		T::Assets::resolve(&escrow, credit).map_err(|_| Error::<T>::EscrowRefused)?;
		incident.asset = Some(asset);
		incident.escrow.ensure_add_assign(amount)?;
		Ok(())
	}

	/// Give the reserve what is left in the escrow. Returns true if it took it.
	pub(crate) fn give_to_reserve(incident: &mut Incident) -> bool {
		let (Some(escrow), Some(asset)) = (Self::escrow_account(), incident.asset.clone()) else {
			return false;
		};
		let (exact, amount) = (Precision::Exact, incident.escrow);
		let taken = T::Assets::withdraw(asset.clone(), &escrow, amount, exact, Expendable, Fortitude::Polite);
		let Ok(credit) = taken else { return false };
		match T::Income::receive(asset, Source::Unclaimed, credit) {
			Ok(()) => {
				incident.escrow = 0;
				true
			}
			Err(credit) => {
				// It has just been there.
				let _ = T::Assets::resolve(&escrow, credit);
				false
			}
		}
	}
}
