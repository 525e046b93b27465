//! Dues: earned parts of premiums are handed to the reserve, the treasury and the manager.

use crate::{
	accrual::{sub, Book},
	pallet::*,
	types::*,
};
use breakwater_primitives::{AssetId, Backstop, Balance, PoolId};
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
	pub(crate) fn do_poke(id: PoolId, days: u32) -> DispatchResult {
		ensure!((1..=MAX_POKE).contains(&days), Error::<T>::CountOutOfRange);
		let mut book = Self::load(id, days)?;
		Self::settle_catch_up(&mut book);
		Self::sweep(&mut book)?;
		Self::save(book)
	}

	/// Hand over what can be handed over. What cannot stays due: nobody can block the others.
	pub(crate) fn sweep(book: &mut Book<T>) -> DispatchResult {
		let (id, asset, due) = (book.id, book.pool.asset.clone(), book.pool.dues);
		let reserve = Self::give_to_reserve(id, &asset, due.reserve, T::Backstop::accept);
		let loan = Self::give_to_reserve(id, &asset, due.loan, T::Backstop::repay);
		let treasury = Self::give(id, &asset, &Self::treasury(), due.treasury)?;
		let manager = Self::give(id, &asset, &book.pool.manager, due.manager)?;
		if reserve == 0 && loan == 0 && treasury == 0 && manager == 0 {
			return Ok(());
		}
		let left = Dues {
			reserve: sub::<T>(due.reserve, reserve)?,
			treasury: sub::<T>(due.treasury, treasury)?,
			manager: sub::<T>(due.manager, manager)?,
			loan: sub::<T>(due.loan, loan)?,
		};
		book.pool.dues = left;
		Self::deposit_event(Event::DuesPaid { pool: id, reserve, treasury, manager, loan, left });
		Ok(())
	}

	/// Pay a due to an account. Returns what was paid: all or nothing.
	fn give(
		id: PoolId,
		asset: &AssetId,
		who: &T::AccountId,
		amount: Balance,
	) -> Result<Balance, DispatchError> {
		let is_paid = amount > 0 && Self::pay(id, asset, who, amount)?;
		Ok(if is_paid { amount } else { 0 })
	}

	/// Pay the reserve its due, which it takes with `hand`. Returns what it took.
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
		// An error changed nothing: the due waits.
		taken.unwrap_or(0)
	}
}
