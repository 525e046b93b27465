// SPDX-License-Identifier: Apache-2.0

//! Money that comes to a pool outside premium and deposits: recoveries after a loss, and the
//! payment of a lost bond for a freeze.

use crate::{
	book::{add, sub, Book},
	pallet::*,
	types::*,
};
use breakwater_math::{
	loss::{self, Debts},
	tranches,
};
use breakwater_primitives::{AssetId, Backstop, Balance, IncidentId, PoolId, Recovered, Settlement};
use frame_support::{ensure, storage::with_storage_layer, traits::fungibles::Balanced};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Take in money that was recovered after a final settlement. It pays the pool's debt to the
	/// claims, then the reserve's debt to the claims, then the pool's loan. The tranches' books are
	/// not touched. The credit comes back with an error.
	pub(crate) fn do_recover(
		incident: IncidentId,
		id: PoolId,
		credit: CreditOf<T>,
	) -> Result<Recovered<CreditOf<T>>, (DispatchError, CreditOf<T>)> {
		let (book, mut partials, mut short) = match Self::recoverable(incident, id, &credit) {
			Ok(found) => found,
			Err(error) => return Err((error, credit)),
		};
		let asset = book.pool.asset.clone();
		let shares = Self::shares_of(&book, &short, credit.peek());
		// Both are parts of the credit: the sum fits.
		let (for_claims, rest) = credit.split(shares.pool.saturating_add(shares.reserve));
		let (for_loan, mut back) = rest.split(shares.loan);
		let mut loan = for_loan.peek();
		let mut owes_loan = book.pool.pledge.is_some_and(|pledge| pledge.owed > loan);
		if let Err(refused) = Self::repay(book, for_loan) {
			(loan, owes_loan) = (0, true);
			// Both are of the same asset.
			if let Err(lost) = back.subsume(refused) {
				log::error!(target: "runtime::pools", "a credit of pool {id} is lost: {:?}", lost.peek());
			}
		}

		let old = short.settlement;
		let new = &mut short.settlement;
		// At most the owed amounts, and all sums are parts of the loss.
		new.owed_by_pool = new.owed_by_pool.saturating_sub(shares.pool);
		new.from_pool = new.from_pool.saturating_add(shares.pool);
		new.owed_by_reserve = new.owed_by_reserve.saturating_sub(shares.reserve);
		new.from_reserve = new.from_reserve.saturating_add(shares.reserve);
		let new = *new;
		Self::put(&mut partials, short);
		if shares.reserve > 0 {
			T::Backstop::reduce_obligation(incident, id, asset, shares.reserve);
		}
		Self::deposit_event(Event::Recovered { incident, pool: id, old, new, loan, back: back.peek() });
		if short.is_paid() && !owes_loan && Self::find(&partials, incident).is_ok() {
			Self::forget(id, &mut partials, &short);
		}
		Self::write(id, partials);
		Ok(Recovered { settlement: new, for_claims, back })
	}

	/// Note that the reserve has paid a part of its debt on a final settlement. One that the pool
	/// keeps no more has no effect here.
	pub(crate) fn do_reserve_paid(incident: IncidentId, id: PoolId, amount: Balance) {
		let mut partials = PartialSettlements::<T>::get(id);
		let Ok(mut short) = Self::find(&partials, incident).copied() else { return };
		let old = short.settlement;
		let amount = amount.min(old.owed_by_reserve);
		// At most the owed amount, and both are parts of the loss.
		short.settlement.owed_by_reserve = old.owed_by_reserve.saturating_sub(amount);
		short.settlement.from_reserve = old.from_reserve.saturating_add(amount);
		Self::put(&mut partials, short);
		let owes_loan = Pools::<T>::get(id).is_some_and(|pool| pool.pledge.is_some_and(|p| p.owed > 0));
		if short.is_paid() && !owes_loan {
			Self::forget(id, &mut partials, &short);
		}
		Self::write(id, partials);
	}

	/// Returns the pool and the final settlement that money is recovered for.
	fn recoverable(
		incident: IncidentId,
		id: PoolId,
		credit: &CreditOf<T>,
	) -> Result<(Book<T>, Partials, Short), DispatchError> {
		let partials = PartialSettlements::<T>::get(id);
		let short = *Self::find(&partials, incident)?;
		ensure!(short.settlement.is_final, Error::<T>::NotFinal);
		ensure!(credit.peek() > 0, Error::<T>::ZeroAmount);
		// Caught up, so that the loan is current.
		let book = Self::load_caught_up(id)?;
		ensure!(book.pool.asset == credit.asset(), Error::<T>::WrongAsset);
		Ok((book, partials, short))
	}

	/// Split `amount` by the debts that it pays.
	fn shares_of(book: &Book<T>, short: &Short, amount: Balance) -> Debts {
		let Settlement { owed_by_pool: pool, owed_by_reserve: reserve, .. } = short.settlement;
		let loan = book.pool.pledge.map_or(0, |pledge| pledge.owed);
		loss::recovered(amount, Debts { pool, reserve, loan })
	}

	/// Repay a part of the pool's debt to the reserve. If the reserve does not take it, the credit
	/// comes back and the state is unchanged.
	fn repay(mut book: Book<T>, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		let (id, asset, amount) = (book.id, book.pool.asset.clone(), credit.peek());
		if amount == 0 {
			return Ok(());
		}
		let mut slot = Some(credit);
		let repaid = with_storage_layer(|| {
			Self::settle_catch_up(&mut book);
			if let Some(pledge) = &mut book.pool.pledge {
				pledge.owed = sub::<T>(pledge.owed, amount)?;
			}
			book.close_pledge()?;
			Self::save(book)?;
			// The money is last, as every other step can be rolled back.
			if let Some(credit) = slot.take() {
				if let Err(credit) = T::Backstop::repay(id, asset.clone(), credit) {
					slot = Some(credit);
					return Err(Error::<T>::NotReceived.into());
				}
			}
			Ok::<_, DispatchError>(())
		});
		repaid.map_err(|_| slot.unwrap_or_else(|| CreditOf::<T>::zero(asset)))
	}

	/// Give money to the holders whose capital is frozen, to each tranche in proportion to its
	/// assets. If the pool is not frozen or not caught up, or if no tranche bears risk in it, the
	/// credit comes back and the state is unchanged.
	pub(crate) fn do_compensate(id: PoolId, credit: CreditOf<T>) -> Result<(), CreditOf<T>> {
		let asset = credit.asset();
		let amount = credit.peek();
		if amount == 0 {
			return Ok(());
		}
		let mut slot = Some(credit);
		let given = with_storage_layer(|| {
			Self::give_to_tranches(id, &asset, amount)?;
			// The money is last, as every other step can be rolled back.
			if let Some(credit) = slot.take() {
				let account = Self::account_of(id)?;
				if let Err(credit) = T::Assets::resolve(&account, credit) {
					slot = Some(credit);
					return Err(Error::<T>::NotReceived.into());
				}
			}
			Ok::<_, DispatchError>(())
		});
		given.map_err(|_| slot.unwrap_or_else(|| CreditOf::<T>::zero(asset)))
	}

	/// Book money that the tranches share in proportion to their assets.
	fn give_to_tranches(id: PoolId, asset: &AssetId, amount: Balance) -> DispatchResult {
		let mut book = Self::load_caught_up(id)?;
		ensure!(book.pool.asset == *asset, Error::<T>::WrongAsset);
		// While the pool is frozen, no account can have bought in for this money.
		ensure!(book.is_frozen(), Error::<T>::NotLocked);
		let of_live = |tranche: &TrancheBook| if tranche.is_live() { tranche.assets } else { 0 };
		let (junior, senior) = (of_live(&book.pool.junior), of_live(&book.pool.senior));
		let parts = tranches::by_capital(amount, junior, senior).ok_or(Error::<T>::TrancheExhausted)?;
		Self::settle_catch_up(&mut book);
		book.pool.junior.assets = add(book.pool.junior.assets, parts.junior)?;
		book.pool.senior.assets = add(book.pool.senior.assets, parts.senior)?;
		// Fails here if the assets do not sum up, so that later computations do not.
		book.assets()?;
		book.pool.refresh_senior_part(book.limits().min_junior);
		let (junior_assets, senior_assets) = (book.pool.junior.assets, book.pool.senior.assets);
		Self::save(book)?;
		Self::deposit_event(Event::Compensated {
			pool: id,
			junior: parts.junior,
			senior: parts.senior,
			junior_assets,
			senior_assets,
		});
		Ok(())
	}
}
