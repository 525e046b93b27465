// SPDX-License-Identifier: Apache-2.0

//! Withdrawal requests: a holder of shares asks to leave, or cancels the request.

use super::positions::PositionOf;
use crate::{
	book::{add, sub, Book},
	pallet::*,
	types::*,
};
use breakwater_primitives::{Balance, Day, PoolId, Tranche};
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// The record of a request in a withdrawal queue.
pub(crate) type WithdrawalOf<T> =
	Withdrawal<<T as frame_system::Config>::AccountId, <T as Config>::RecordDeposit>;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_request_withdrawal(
		who: T::AccountId,
		id: PoolId,
		tranche: Tranche,
		shares: Balance,
		min_out: Balance,
	) -> DispatchResult {
		let mut book = Self::load_caught_up(id)?;
		let record = *book.pool.tranche(tranche);
		ensure!(shares > 0, Error::<T>::ZeroShares);
		// Rejected, so that the queue of an exhausted tranche empties and the tranche can be
		// reopened.
		ensure!(!record.is_exhausted(), Error::<T>::TrancheExhausted);
		let today = Self::today()?;
		let position =
			Self::position_in(id, tranche, &who, record.epoch).ok_or(Error::<T>::NotEnoughShares)?;
		Self::ensure_free(&position, shares, today)?;
		let mut position = position.returned(today);
		position.shares = sub::<T>(position.shares, shares)?;
		position.queued = add(position.queued, shares)?;
		// Rounded down, against the leaving holder.
		let value = record.value(shares).ok_or(ArithmeticError::Overflow)?;
		ensure!(value > 0 && value >= min_out, Error::<T>::ValueBelowLimit);
		ensure!(position.shares == 0 || value >= Self::min_withdrawal(&book), Error::<T>::WithdrawalTooSmall);
		let ready_at =
			book.time.active.checked_add(book.limits().cooldown).ok_or(ArithmeticError::Overflow)?;
		let queued = add(record.queued, shares)?;
		let ticket = Self::take_deposit::<WithdrawalOf<T>>(&who)?;

		Self::settle_catch_up(&mut book);
		let withdrawal =
			Withdrawal { who: who.clone(), shares, min_out, ready_at, ticket, before: None, after: None };
		let index = Self::append(&mut book, tranche, withdrawal)?;
		book.pool.tranche_mut(tranche).queued = queued;
		Self::save(book)?;
		Self::put_position(id, tranche, &who, position);
		Self::deposit_event(Event::WithdrawalRequested {
			pool: id,
			tranche,
			who,
			index,
			shares,
			value,
			min_out,
			ready_at,
		});
		Ok(())
	}

	pub(crate) fn do_cancel_withdrawal(
		who: T::AccountId,
		id: PoolId,
		tranche: Tranche,
		index: u32,
	) -> DispatchResult {
		let mut book = Self::load_caught_up(id)?;
		let withdrawal = Withdrawals::<T>::get((id, tranche, index)).ok_or(Error::<T>::UnknownWithdrawal)?;
		ensure!(withdrawal.who == who, Error::<T>::NotYourWithdrawal);
		ensure!(!book.is_frozen(), Error::<T>::PoolFrozen);
		ensure!(!book.pool.tranche(tranche).is_exhausted(), Error::<T>::TrancheExhausted);
		Self::settle_catch_up(&mut book);
		let shares = withdrawal.shares;
		let unlocks_on = Self::take_back(&mut book, tranche, index, withdrawal)?;
		Self::save(book)?;
		Self::deposit_event(Event::WithdrawalCancelled { pool: id, tranche, who, index, shares, unlocks_on });
		Ok(())
	}

	/// Take a request out of the queue and put its shares back into the position. Returns the day
	/// on which they are free again. The book must be caught up.
	pub(super) fn take_back(
		book: &mut Book<T>,
		tranche: Tranche,
		index: u32,
		withdrawal: WithdrawalOf<T>,
	) -> Result<Day, DispatchError> {
		let today = Self::today()?;
		let unlocks_on = today.checked_add(RETURN_DAYS).ok_or(ArithmeticError::Overflow)?;
		let (id, epoch) = (book.id, book.pool.tranche(tranche).epoch);
		Self::unlink(book, tranche, index, &withdrawal)?;
		let Withdrawal { who, shares, ticket, .. } = withdrawal;
		let position = Self::position_in(id, tranche, &who, epoch).ok_or(Error::<T>::BooksBroken)?;
		let mut position: PositionOf<T> = position.returned(today);
		// Shares that are already unlocking wait for the later day: a position has one day only.
		if position.unlocking > 0 && position.unlocks_on != unlocks_on {
			Self::change_return(id, tranche, position.unlocks_on, |sum| sum.checked_sub(position.unlocking))?;
			Self::change_return(id, tranche, unlocks_on, |sum| sum.checked_add(position.unlocking))?;
		}
		Self::change_return(id, tranche, unlocks_on, |sum| sum.checked_add(shares))?;
		position.queued = sub::<T>(position.queued, shares)?;
		position.shares = add(position.shares, shares)?;
		position.unlocking = add(position.unlocking, shares)?;
		position.unlocks_on = unlocks_on;
		Self::put_position(id, tranche, &who, position);
		Self::give_back(&who, ticket);
		let record = book.pool.tranche_mut(tranche);
		record.queued = sub::<T>(record.queued, shares)?;
		record.unlocking = add(record.unlocking, shares)?;
		Ok(unlocks_on)
	}

	/// Change the number of shares of a tranche that return on a day. An empty bucket is removed.
	fn change_return(
		id: PoolId,
		tranche: Tranche,
		day: Day,
		change: impl FnOnce(Balance) -> Option<Balance>,
	) -> DispatchResult {
		let shares = change(ReturnEnds::<T>::get((id, tranche, day))).ok_or(Error::<T>::BooksBroken)?;
		if shares == 0 {
			ReturnEnds::<T>::remove((id, tranche, day));
		} else {
			ReturnEnds::<T>::insert((id, tranche, day), shares);
		}
		Ok(())
	}

	/// The smallest withdrawal from a pool, in the asset's units.
	pub(super) fn min_withdrawal(book: &Book<T>) -> Balance {
		ListedAssets::<T>::get(&book.pool.asset).map_or(0, |rules| rules.min_withdrawal)
	}
}

impl<T: Config> Book<T> {
	/// Make the shares of a day's bucket free again. At most [`RETURN_DAYS`] days have a bucket at
	/// any time.
	pub(crate) fn return_shares(&mut self, day: Day) {
		for tranche in Tranche::ALL {
			let id = self.id;
			let book = self.pool.tranche_mut(tranche);
			if book.unlocking == 0 {
				continue;
			}
			let shares = ReturnEnds::<T>::get((id, tranche, day));
			if shares > 0 {
				// Saturation: what is unlocking is the sum of the buckets.
				book.unlocking = book.unlocking.saturating_sub(shares);
				self.news.returned.push((tranche, day, shares));
			}
		}
	}
}
