// SPDX-License-Identifier: Apache-2.0

//! Accounts and money: the accounts that are derived for pools, payments out of them, and the
//! deposits that accounts put up for records.
//!
//! No amount here enters a book. The callers keep the books.

use crate::{book::Book, pallet::*};
use breakwater_primitives::{derived_account, AssetId, Balance, PoolId};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungibles::{Balanced, Inspect, Mutate},
		tokens::{DepositConsequence, Fortitude, Precision, Preservation, Provenance},
		Consideration, Footprint, Get,
	},
};
use sp_runtime::{DispatchError, DispatchResult};

/// The tag of a pool's derived account.
const POOL_TAG: &[u8] = b"pool";
/// The tag of accounts without a key, which are asked what they could receive.
const PROBE_TAG: &[u8] = b"pool/probe";

/// The accounts.
impl<T: Config> Pallet<T> {
	/// The account that holds a pool's money.
	pub fn account_of(pool: PoolId) -> Result<T::AccountId, DispatchError> {
		derived_account(POOL_TAG, pool).ok_or(DispatchError::Corruption)
	}

	/// Ensure that every account can receive every amount of the asset. The native token may have
	/// any minimum balance.
	pub(crate) fn ensure_receivable(asset: &AssetId) -> DispatchResult {
		let minimum = T::Assets::minimum_balance(asset.clone());
		ensure!(*asset == AssetId::Native || minimum == 1, Error::<T>::MinimumBalanceTooHigh);
		// An account that could not be prepared: it is derived from a hash that was not known
		// before this block.
		let id = (asset, frame_system::Pallet::<T>::parent_hash());
		let nobody: T::AccountId = derived_account(PROBE_TAG, id).ok_or(DispatchError::Corruption)?;
		let answer = T::Assets::can_deposit(asset.clone(), &nobody, minimum, Provenance::Extant);
		ensure!(answer == DepositConsequence::Success, Error::<T>::NotSufficient);
		Ok(())
	}

	/// The treasury's account.
	pub(crate) fn treasury() -> T::AccountId {
		T::Treasury::get()
	}
}

/// Payments out of a pool's account.
impl<T: Config> Pallet<T> {
	/// The preservation with which a pool's account pays. The account's endowment keeps it alive
	/// whatever is paid.
	pub(crate) const PAYS: Preservation = Preservation::Expendable;

	/// Pay out of a pool's account. Returns false if the payee cannot receive the amount; the state
	/// is unchanged then.
	pub(crate) fn pay(
		id: PoolId,
		asset: &AssetId,
		who: &T::AccountId,
		amount: Balance,
	) -> Result<bool, DispatchError> {
		let account = Self::account_of(id)?;
		let paid = with_storage_layer(|| {
			let moved = T::Assets::transfer(asset.clone(), &account, who, amount, Self::PAYS)?;
			ensure!(moved == amount, Error::<T>::BooksBroken);
			Ok::<_, DispatchError>(())
		});
		Ok(paid.is_ok())
	}

	/// Withdraw money from the pool's account.
	pub(crate) fn withdraw(book: &Book<T>, amount: Balance) -> Result<CreditOf<T>, DispatchError> {
		let asset = book.pool.asset.clone();
		if amount == 0 {
			return Ok(CreditOf::<T>::zero(asset));
		}
		let account = Self::account_of(book.id)?;
		let credit =
			T::Assets::withdraw(asset, &account, amount, Precision::Exact, Self::PAYS, Fortitude::Polite)?;
		ensure!(credit.peek() == amount, Error::<T>::BooksBroken);
		Ok(credit)
	}
}

/// The deposits for records.
impl<T: Config> Pallet<T> {
	/// Take a deposit from `who` for a record of the type `Record`. Rejected if `who` cannot hold
	/// it.
	pub(crate) fn take_deposit<Record: MaxEncodedLen>(
		who: &T::AccountId,
	) -> Result<T::RecordDeposit, DispatchError> {
		let ticket = T::RecordDeposit::new(who, Footprint::from_mel::<Record>());
		Ok(ticket.map_err(|_| Error::<T>::CannotHoldDeposit)?)
	}

	/// Give a deposit back. If that fails, it stays where it is and the rest of the call goes on: a
	/// strange account must never hold up a queue.
	pub(crate) fn give_back(who: &T::AccountId, ticket: T::RecordDeposit) {
		if let Err(error) = with_storage_layer(|| ticket.drop(who)) {
			log::error!(target: "runtime::pools", "a deposit of {who:?} was not given back: {error:?}");
		}
	}
}
