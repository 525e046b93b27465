// SPDX-License-Identifier: Apache-2.0

//! Fees payable: earned parts of premiums are handed to the reserve, the treasury and the manager.
//! `accrue` hands them over at any time, and idle blocks do so once a day. The reserve's share is
//! also handed over before the reserve is asked to stand behind a loss.

use crate::{
	book::{sub, Book},
	pallet::*,
	types::*,
};
use breakwater_primitives::{AssetId, Backstop, Balance, Income, PoolId, Source};
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungibles::Balanced,
		tokens::{Fortitude, Precision},
	},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_accrue(id: PoolId, days: u32) -> DispatchResult {
		ensure!((1..=MAX_ACCRUAL).contains(&days), Error::<T>::CountOutOfRange);
		let mut book = Self::load(id, days)?;
		Self::settle_catch_up(&mut book);
		Self::sweep(&mut book)?;
		Self::save(book)
	}

	/// Hand over the fees payable that can be handed over. The others stay due, so that no payee
	/// can block another.
	pub(crate) fn sweep(book: &mut Book<T>) -> DispatchResult {
		let (id, asset, due) = (book.id, book.pool.asset.clone(), book.pool.fees_payable);
		let donate = |_, asset, credit| T::Income::receive(asset, Source::Residual, credit);
		let paid = FeesPayable {
			reserve: Self::give_to_reserve(id, &asset, due.reserve, Self::contribution),
			residual: Self::give_to_reserve(id, &asset, due.residual, donate),
			loan: Self::give_to_reserve(id, &asset, due.loan, T::Backstop::repay),
			treasury: Self::give(id, &asset, &Self::treasury(), due.treasury)?,
			manager: Self::give(id, &asset, &book.pool.manager, due.manager)?,
		};
		if let Some(today) = day_of(book.time.now).filter(|_| !book.is_behind) {
			book.pool.swept_on = today;
		}
		Self::book_paid(book, paid)
	}

	/// Hand over the reserve's share alone. The amount that the pool has paid in bounds the amount
	/// that the reserve gives for it.
	pub(crate) fn contribute(book: &mut Book<T>) -> DispatchResult {
		let (id, asset, due) = (book.id, book.pool.asset.clone(), book.pool.fees_payable.reserve);
		let reserve = Self::give_to_reserve(id, &asset, due, Self::contribution);
		Self::book_paid(book, FeesPayable { reserve, ..FeesPayable::default() })
	}

	/// Hand over a pool's share of premiums.
	fn contribution(id: PoolId, asset: AssetId, share: CreditOf<T>) -> Result<(), CreditOf<T>> {
		T::Income::receive(asset, Source::Premium(id), share)
	}

	/// Take the amounts that were handed over out of the fees payable.
	fn book_paid(book: &mut Book<T>, paid: FeesPayable) -> DispatchResult {
		if paid.are_none() {
			return Ok(());
		}
		let due = book.pool.fees_payable;
		let left = FeesPayable {
			reserve: sub::<T>(due.reserve, paid.reserve)?,
			residual: sub::<T>(due.residual, paid.residual)?,
			treasury: sub::<T>(due.treasury, paid.treasury)?,
			manager: sub::<T>(due.manager, paid.manager)?,
			loan: sub::<T>(due.loan, paid.loan)?,
		};
		book.pool.fees_payable = left;
		Self::deposit_event(Event::FeesPaid { pool: book.id, paid, left });
		Ok(())
	}

	/// Pay a due to an account. Returns the amount paid: all of it or zero.
	fn give(
		id: PoolId,
		asset: &AssetId,
		who: &T::AccountId,
		amount: Balance,
	) -> Result<Balance, DispatchError> {
		let is_paid = amount > 0 && Self::pay(id, asset, who, amount)?;
		Ok(if is_paid { amount } else { 0 })
	}

	/// Pay the reserve its due, which it takes with `hand`. Returns the amount that it took.
	fn give_to_reserve(
		id: PoolId,
		asset: &AssetId,
		amount: Balance,
		hand: impl FnOnce(PoolId, AssetId, CreditOf<T>) -> Result<(), CreditOf<T>>,
	) -> Balance {
		if amount == 0 {
			return 0;
		}
		let taken = with_storage_layer(|| {
			let account = Self::account_of(id)?;
			let credit = T::Assets::withdraw(
				asset.clone(),
				&account,
				amount,
				Precision::Exact,
				Self::PAYS,
				Fortitude::Polite,
			)?;
			match hand(id, asset.clone(), credit) {
				Ok(()) => Ok::<_, DispatchError>(amount),
				Err(back) => {
					let rest = back.peek();
					T::Assets::resolve(&account, back).map_err(|_| Error::<T>::NotReceived)?;
					Ok(sub::<T>(amount, rest)?)
				}
			}
		});
		// An error left the state unchanged: the due waits.
		taken.unwrap_or(0)
	}
}
