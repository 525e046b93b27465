// SPDX-License-Identifier: Apache-2.0

//! The money that goes out of the reserve: the backstop of admitted pools. It is lent;
//! its repayment is here too.

use crate::*;
use breakwater_math::draw::{Answer, Ask};
use breakwater_primitives::{AssetId, Balance, Draw, IncidentId, PoolId};
use frame_support::{
	ensure,
	traits::{
		fungibles::{Balanced, Inspect},
		tokens::{Fortitude, Precision, Preservation},
		Get,
	},
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Pay for a pool's loss as far as all limits allow; see [`Ask::answer`] for their order.
	///
	/// Returns `None`, and changes no state, if the pool is not admitted or if the amounts to pay
	/// and to owe are both zero.
	pub(crate) fn do_draw(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		capital: Balance,
		wanted: Balance,
	) -> Result<Option<Draw<CreditOf<T>>>, DispatchError> {
		if !Admitted::<T>::contains_key(pool) {
			return Ok(None);
		}
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let book = Books::<T>::get(&asset);
		let limits = Incidents::<T>::get(incident, &asset);
		let first = limits.is_none();
		let limits = limits.unwrap_or_else(|| IncidentAccount::open(book.own, T::PerIncident::get()));
		let record = Pools::<T>::get(pool, &asset);
		let backing =
			Backings::<T>::get(incident, pool).unwrap_or(Backing { asset: asset.clone(), paid: 0, owed: 0 });
		// A pool has one asset for life.
		ensure!(backing.asset == asset, Error::<T>::AssetNotListed);

		let answer = Ask {
			wanted,
			capital,
			before: backing.paid.checked_add(backing.owed).ok_or(Error::<T>::Overflow)?,
			pool_left: record.left(T::PoolMultiple::get()),
			incident_left: limits.left(),
			funds: Self::payable(&asset, &account, book.own),
		}
		.answer();
		let Answer { paid, held_back } = answer;
		if paid == 0 && held_back == 0 {
			return Ok(None);
		}
		let after = book.draw(paid, held_back).ok_or(Error::<T>::Overflow)?;
		let limits =
			IncidentAccount { drawn: limits.drawn.checked_add(paid).ok_or(Error::<T>::Overflow)?, ..limits };
		let record = record.draw(paid, held_back).ok_or(Error::<T>::Overflow)?;
		let lent = record.lent().ok_or(Error::<T>::Overflow)?;
		let backing = Backing {
			paid: backing.paid.checked_add(paid).ok_or(Error::<T>::Overflow)?,
			owed: backing.owed.checked_add(held_back).ok_or(Error::<T>::Overflow)?,
			..backing
		};

		// Exact, or an error; the last step that can fail.
		let credit = Self::take(&account, &asset, paid)?;
		if first {
			let IncidentAccount { funds, limit, .. } = limits;
			Self::deposit_event(Event::IncidentLimitSet { incident, asset: asset.clone(), funds, limit });
		}
		Books::<T>::insert(&asset, after);
		Incidents::<T>::insert(incident, &asset, limits);
		Pools::<T>::insert(pool, &asset, record);
		Backings::<T>::insert(incident, pool, backing);
		Self::deposit_event(Event::Drawn {
			incident,
			pool,
			asset,
			wanted,
			paid,
			held_back,
			own_before: book.own,
			own: after.own,
			owed_before: book.owed,
			owed: after.owed,
			lent,
		});
		Ok(Some(Draw { credit, held_back }))
	}

	/// Take an amount out of the reserve's account.
	fn take(account: &T::AccountId, asset: &AssetId, amount: Balance) -> Result<CreditOf<T>, DispatchError> {
		if amount == 0 {
			return Ok(CreditOf::<T>::zero(asset.clone()));
		}
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		T::Assets::withdraw(asset.clone(), account, amount, exact, Preservation::Preserve, polite)
	}

	/// The amount that a pool still has to repay in an asset.
	pub fn lent(pool: PoolId, asset: &AssetId) -> Balance {
		// `None` cannot happen. Zero would be the safe answer, as no repayment is taken then.
		Pools::<T>::get(pool, asset).lent().unwrap_or(0)
	}

	/// Take back a part of a loan. The credit comes back, and no state is changed, if it is not in
	/// `asset`, the pool does not owe so much, a sum would not fit, or the account cannot hold it.
	pub(crate) fn do_repay(pool: PoolId, asset: AssetId, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		let amount = credit.peek();
		if credit.asset() != asset {
			return Err(credit);
		}
		if amount == 0 {
			return Ok(());
		}
		let Some(account) = Self::account() else { return Err(credit) };
		let before = Books::<T>::get(&asset);
		let record = Pools::<T>::get(pool, &asset);
		let (Some(after), Some(record)) = (before.repay(amount), record.repay(amount)) else {
			return Err(credit);
		};
		T::Assets::resolve(&account, credit)?;
		Books::<T>::insert(&asset, after);
		Pools::<T>::insert(pool, &asset, record);
		Self::deposit_event(Event::LoanRepaid {
			pool,
			amount,
			own_before: before.own,
			own: after.own,
			lent: Self::lent(pool, &asset),
			asset,
		});
		Ok(())
	}

	/// Give up a part of a loan; at most the amount that is lent.
	pub(crate) fn do_write_off(pool: PoolId, asset: AssetId, amount: Balance) {
		// More than is lent cannot come: the runtime's tests compare the loans of pools and reserve
		// after every block.
		let amount = amount.min(Self::lent(pool, &asset));
		if amount == 0 {
			return;
		}
		let book = Books::<T>::get(&asset).write_off(amount);
		let record = Pools::<T>::get(pool, &asset).write_off(amount);
		// Both are there: the amount is at most the loan of the pool, and that loan is a part of
		// all loans.
		let (Some(book), Some(record)) = (book, record) else { return };
		Books::<T>::insert(&asset, book);
		Pools::<T>::insert(pool, &asset, record);
		Self::deposit_event(Event::LoanWrittenOff { pool, amount, lent: Self::lent(pool, &asset), asset });
	}

	/// Reduce the obligation of the reserve for a pool's loss in an incident by `amount`, at most
	/// to zero. The amount was recovered elsewhere, or given up. It was never paid, so the pool's
	/// limit has that much more room again.
	pub(crate) fn do_reduce_obligation(incident: IncidentId, pool: PoolId, asset: AssetId, amount: Balance) {
		let Some(backing) = Backings::<T>::get(incident, pool).filter(|backing| backing.asset == asset)
		else {
			return;
		};
		let amount = amount.min(backing.owed);
		if amount == 0 {
			return;
		}
		let before = Books::<T>::get(&asset);
		let record = Pools::<T>::get(pool, &asset);
		// All are there: the amount is at most the obligation for the incident and the pool. That
		// is a part of all obligations for the pool, and of all obligations in the asset.
		let (Some(book), Some(record), Some(owed)) = (
			before.reduce_obligation(amount),
			record.reduce_obligation(amount),
			backing.owed.checked_sub(amount),
		) else {
			return;
		};
		if backing.paid == 0 && owed == 0 {
			Backings::<T>::remove(incident, pool);
		} else {
			Backings::<T>::insert(incident, pool, Backing { owed, ..backing });
		}
		Books::<T>::insert(&asset, book);
		Pools::<T>::insert(pool, &asset, record);
		Self::deposit_event(Event::ObligationReduced {
			incident,
			pool,
			asset,
			amount,
			owed_before: before.owed,
			owed: book.owed,
		});
	}

	/// The part of the reserve's `own` funds that can leave its account: all but the minimum
	/// balance that keeps the account alive. An account that dies takes its dust with it, and so
	/// money of the books.
	fn payable(asset: &AssetId, account: &T::AccountId, own: Balance) -> Balance {
		T::Assets::reducible_balance(asset.clone(), account, Preservation::Preserve, Fortitude::Polite)
			.min(own)
	}
}
