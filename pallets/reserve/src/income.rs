// SPDX-License-Identifier: Apache-2.0

//! The money that comes into the reserve: premium shares, donations, and money that other pallets
//! hand over.

use crate::*;
use breakwater_primitives::{derived_account, AssetId, Balance, IncomeLine, PoolId, ReserveState};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{
		fungibles::Balanced,
		tokens::{Fortitude, Precision, Preservation},
		Contains, Get,
	},
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The account that holds the reserve's money, in all assets. `None` cannot happen:
	/// `integrity_test` asserts it.
	pub fn account() -> Option<T::AccountId> {
		derived_account(b"reserve", ())
	}

	/// The reserve in one asset as of now, for people. `None` only if the account cannot be
	/// derived, or if the income does not fit, which cannot happen.
	pub fn state(asset: AssetId) -> Option<ReserveState<T::AccountId>> {
		let book = Books::<T>::get(&asset);
		Some(ReserveState {
			account: Self::account()?,
			own: book.own,
			owed: book.owed,
			premium_share: T::PremiumShare::get(),
			received: book.received.total()?,
			income: book.received,
			paid_out: book.paid_out,
			lent: book.lent,
		})
	}

	/// Take `amount` from `who`.
	pub(crate) fn do_donate(who: T::AccountId, asset: AssetId, amount: Balance) -> DispatchResult {
		let (before, after) = Self::take_from(&who, &asset, IncomeLine::Donations, amount)?;
		Self::deposit_event(Event::Donated { who, asset, amount, own_before: before.own, own: after.own });
		Ok(())
	}

	/// Take `amount` from the treasury.
	pub(crate) fn do_replenish(asset: AssetId, amount: Balance) -> DispatchResult {
		let treasury = T::Treasury::get();
		let (before, after) = Self::take_from(&treasury, &asset, IncomeLine::Replenishments, amount)?;
		Self::deposit_event(Event::Replenished { asset, amount, own_before: before.own, own: after.own });
		Ok(())
	}

	/// Take `amount` from an account, which stays alive. Returns the book before it and after it.
	fn take_from(
		who: &T::AccountId,
		asset: &AssetId,
		line: IncomeLine,
		amount: Balance,
	) -> Result<(Book, Book), DispatchError> {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		ensure!(T::ListedAssets::contains(asset), Error::<T>::AssetNotListed);
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let before = Books::<T>::get(asset);
		let after = before.take(line, amount).ok_or(Error::<T>::Overflow)?;
		// Exact, or an error.
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		let credit = T::Assets::withdraw(asset.clone(), who, amount, exact, Preservation::Preserve, polite)
			.map_err(|_| Error::<T>::CannotPay)?;
		T::Assets::resolve(&account, credit).map_err(|_| Error::<T>::BelowMinimum)?;
		Books::<T>::insert(asset, after);
		Ok((before, after))
	}

	/// Take in a pool's premium share. The credit comes back, and no state is changed, if it is not
	/// in `asset`, a sum would not fit, or the account cannot hold it (the first share of an asset
	/// below its minimum balance).
	pub(crate) fn do_accept(pool: PoolId, asset: AssetId, share: CreditOf<T>) -> Result<(), CreditOf<T>> {
		let amount = share.peek();
		if share.asset() != asset {
			return Err(share);
		}
		if amount == 0 {
			return Ok(());
		}
		let Some(account) = Self::account() else { return Err(share) };
		let before = Books::<T>::get(&asset);
		let pool_before = Pools::<T>::get(pool, &asset);
		let (Some(after), Some(contributed)) =
			(before.take(IncomeLine::Premiums, amount), pool_before.contributed.checked_add(amount))
		else {
			return Err(share);
		};
		T::Assets::resolve(&account, share)?;
		Books::<T>::insert(&asset, after);
		Pools::<T>::insert(pool, &asset, PoolAccount { contributed, ..pool_before });
		Self::deposit_event(Event::PremiumShareTaken {
			pool,
			asset,
			amount,
			own_before: before.own,
			own: after.own,
			contributed,
		});
		Ok(())
	}

	/// Take in money that another pallet hands over for good. It is no contribution of any pool.
	/// The credit comes back, and no state is changed, if it is not in `asset`, a sum would not
	/// fit, or the account cannot hold it.
	pub(crate) fn do_take_in(
		asset: AssetId,
		line: IncomeLine,
		credit: CreditOf<T>,
	) -> Result<(), CreditOf<T>> {
		let amount = credit.peek();
		if credit.asset() != asset {
			return Err(credit);
		}
		if amount == 0 {
			return Ok(());
		}
		let Some(account) = Self::account() else { return Err(credit) };
		let before = Books::<T>::get(&asset);
		let Some(after) = before.take(line, amount) else { return Err(credit) };
		T::Assets::resolve(&account, credit)?;
		Books::<T>::insert(&asset, after);
		Self::deposit_event(Event::IncomeTaken {
			asset,
			line,
			amount,
			own_before: before.own,
			own: after.own,
		});
		Ok(())
	}
}
