//! Capital comes in.

use crate::{pallet::*, types::*};
use breakwater_math::shares;
use breakwater_primitives::{Balance, PoolId};
use frame_support::{
	ensure,
	traits::{fungibles::Mutate, tokens::Preservation},
};
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_deposit(
		who: T::AccountId,
		id: PoolId,
		amount: Balance,
		min_shares: Balance,
	) -> DispatchResult {
		let mut book = Self::load_caught_up(id)?;
		let rules = ListedAssets::<T>::get(&book.pool.asset).ok_or(Error::<T>::AssetNotListed)?;
		ensure!(book.pool.status == PoolStatus::Open, Error::<T>::PoolPaused);
		ensure!(!Self::is_frozen(id), Error::<T>::PoolFrozen);
		ensure!(!book.pool.is_wiped(), Error::<T>::PoolWiped);
		ensure!(amount >= rules.min_deposit, Error::<T>::DepositTooSmall);
		// Rounded down, against the depositor.
		let shares = shares::for_deposit(amount, book.pool.assets, book.pool.shares)
			.ok_or(ArithmeticError::Overflow)?;
		ensure!(shares > 0, Error::<T>::ZeroShares);
		ensure!(shares >= min_shares, Error::<T>::SharesBelowLimit);
		let assets = book.pool.assets.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		let total_shares = book.pool.shares.checked_add(shares).ok_or(ArithmeticError::Overflow)?;

		let account = Self::account_of(id)?;
		T::Assets::transfer(book.pool.asset.clone(), &who, &account, amount, Preservation::Expendable)?;

		Self::settle_catch_up(&mut book);
		book.pool.assets = assets;
		book.pool.shares = total_shares;
		Self::save(book)?;
		Positions::<T>::try_mutate(id, &who, |position| {
			*position = position.checked_add(shares).ok_or(ArithmeticError::Overflow)?;
			Ok::<_, ArithmeticError>(())
		})?;
		Self::deposit_event(Event::Deposited { pool: id, who, amount, shares, assets, total_shares });
		Ok(())
	}
}
