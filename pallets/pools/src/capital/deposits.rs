// SPDX-License-Identifier: Apache-2.0

//! Deposits of capital.

use crate::{
	book::{add, Book},
	pallet::*,
	types::*,
};
use breakwater_math::{shares, tranches};
use breakwater_primitives::{Balance, PoolId, Tranche};
use frame_support::{
	ensure,
	traits::{fungibles::Mutate, tokens::Preservation},
};
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_deposit(
		who: T::AccountId,
		id: PoolId,
		tranche: Tranche,
		amount: Balance,
		min_shares: Balance,
	) -> DispatchResult {
		let mut book = Self::load_caught_up(id)?;
		let rules = ListedAssets::<T>::get(&book.pool.asset).ok_or(Error::<T>::AssetNotListed)?;
		ensure!(book.pool.status == PoolStatus::Open, Error::<T>::PoolPaused);
		ensure!(!book.is_frozen(), Error::<T>::PoolFrozen);
		Self::ensure_allowed(id, &book.pool, &who)?;
		let TrancheBook { assets, shares: old_shares, epoch, .. } = *book.pool.tranche(tranche);
		ensure!(!book.pool.tranche(tranche).is_exhausted(), Error::<T>::TrancheExhausted);
		ensure!(amount >= rules.min_deposit, Error::<T>::DepositTooSmall);
		// Rounded down, against the depositor.
		let shares = shares::for_deposit(amount, assets, old_shares).ok_or(ArithmeticError::Overflow)?;
		ensure!(shares > 0, Error::<T>::ZeroShares);
		ensure!(shares >= min_shares, Error::<T>::SharesBelowLimit);
		if tranche == Tranche::Senior {
			Self::ensure_junior(&book, amount)?;
		}
		let assets = add(assets, amount)?;
		let total_shares = add(old_shares, shares)?;
		// So that later sums fit.
		add(book.assets()?, amount)?;

		let account = Self::account_of(id)?;
		T::Assets::transfer(book.pool.asset.clone(), &who, &account, amount, Preservation::Expendable)
			.map_err(|_| Error::<T>::CannotPay)?;

		Self::settle_catch_up(&mut book);
		let record = book.pool.tranche_mut(tranche);
		record.assets = assets;
		record.shares = total_shares;
		book.pool.refresh_senior_part(book.limits().min_junior);
		Self::save(book)?;
		Self::add_shares(id, tranche, epoch, &who, shares, &who)?;
		Self::deposit_event(Event::Deposited {
			pool: id,
			tranche,
			who,
			amount,
			shares,
			assets,
			total_shares,
		});
		Ok(())
	}

	/// Returns `TooLittleJunior` unless junior is large enough for `amount` more of senior. A
	/// junior tranche that is not live does not protect senior, whatever dust is in it.
	fn ensure_junior(book: &Book<T>, amount: Balance) -> DispatchResult {
		let junior = if book.pool.junior.is_live() { book.pool.junior.assets } else { 0 };
		let room =
			tranches::senior_room(junior, book.pool.senior.assets, book.limits().min_junior.deconstruct());
		ensure!(amount <= room, Error::<T>::TooLittleJunior);
		Ok(())
	}
}
