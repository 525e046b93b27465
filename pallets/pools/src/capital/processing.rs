// SPDX-License-Identifier: Apache-2.0

//! Withdrawals that are paid: the heads of the queues are served at the price of the day, as far as
//! capital is free.

use super::withdrawals::WithdrawalOf;
use crate::{
	book::{add, sub, Book},
	pallet::*,
	types::*,
};
use alloc::vec::Vec;
use breakwater_math::{
	shares, tranches,
	withdrawal::{self, Payment},
};
use breakwater_primitives::{Balance, PoolId, Tranche};
use core::cmp::Reverse;
use frame_support::{ensure, traits::fungibles::Mutate};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// The outcome of a head's turn.
enum Turn {
	/// Its shares are worth zero: it is dropped.
	Drop,
	/// The value of its shares, which is below its limit. The shares go back into the position.
	Return(Balance),
	/// An `amount` is paid of the `value` of its shares.
	Pay { value: Balance, amount: Balance },
	/// It cannot be served, but the other queue may go on.
	PassedOn,
	/// It waits for time or for capital, and so do all requests behind it.
	Waits,
}

/// Serving.
impl<T: Config> Pallet<T> {
	/// Serve at most `max` requests. `served` is their number then, also if one failed.
	pub(crate) fn do_process_withdrawals(id: PoolId, max: u32, served: &mut u32) -> DispatchResult {
		ensure!((1..=MAX_PROCESSED).contains(&max), Error::<T>::CountOutOfRange);
		let mut book = Self::load_caught_up(id)?;
		ensure!(!book.is_frozen(), Error::<T>::PoolFrozen);
		Self::settle_catch_up(&mut book);
		while *served < max && Self::serve_next(&mut book)? {
			*served = served.saturating_add(1);
		}
		ensure!(*served > 0, Error::<T>::NothingToProcess);
		Self::save(book)
	}

	/// Serve one request. Returns false if none can be served now.
	pub(crate) fn serve_next(book: &mut Book<T>) -> Result<bool, DispatchError> {
		let Some((tranche, withdrawal, turn)) = Self::next_turn(book)? else {
			return Ok(false);
		};
		match turn {
			Turn::Drop => Self::drop_head(book, tranche, withdrawal)?,
			Turn::Return(value) => Self::return_head(book, tranche, withdrawal, value)?,
			Turn::Pay { value, amount } => Self::pay_head(book, tranche, withdrawal, value, amount)?,
			Turn::PassedOn | Turn::Waits => return Ok(false),
		}
		Ok(true)
	}

	/// True if a request can be served now.
	pub(crate) fn can_serve(book: &Book<T>) -> bool {
		Self::next_turn(book).is_ok_and(|next| next.is_some())
	}

	/// Returns the request that can be served now, and its turn. `None` if there is no such
	/// request.
	///
	/// Requests of an exhausted tranche have no reason to wait. Of the others, the head that could
	/// be paid first has its turn. The other head has its turn only if the first is junior and
	/// junior must not get smaller. So no request is overtaken by others that want the same free
	/// capital.
	fn next_turn(book: &Book<T>) -> Result<Option<(Tranche, WithdrawalOf<T>, Turn)>, DispatchError> {
		let mut heads: Vec<(Tranche, WithdrawalOf<T>)> = Vec::new();
		for tranche in Tranche::ALL {
			let record = book.pool.tranche(tranche);
			if record.queue.length == 0 {
				continue;
			}
			let key = (book.id, tranche, record.queue.head);
			let withdrawal = Withdrawals::<T>::get(key).ok_or(Error::<T>::BooksBroken)?;
			if record.is_exhausted() {
				return Ok(Some((tranche, withdrawal, Turn::Drop)));
			}
			heads.push((tranche, withdrawal));
		}
		heads.sort_by_key(|(tranche, withdrawal)| (withdrawal.ready_at, Reverse(*tranche)));
		for (tranche, withdrawal) in heads {
			match Self::turn_of(book, tranche, &withdrawal)? {
				Turn::PassedOn => (),
				Turn::Waits => break,
				turn => return Ok(Some((tranche, withdrawal, turn))),
			}
		}
		Ok(None)
	}

	/// Returns the turn of the head of the queue of a tranche that is not exhausted.
	fn turn_of(
		book: &Book<T>,
		tranche: Tranche,
		withdrawal: &WithdrawalOf<T>,
	) -> Result<Turn, DispatchError> {
		if book.time.active < withdrawal.ready_at {
			return Ok(Turn::Waits);
		}
		let value = book.pool.tranche(tranche).value(withdrawal.shares).ok_or(ArithmeticError::Overflow)?;
		if value == 0 {
			return Ok(Turn::Drop);
		}
		if value < withdrawal.min_out {
			return Ok(Turn::Return(value));
		}
		let (assets, required) = (book.assets()?, Self::required(book)?);
		let least = withdrawal::least_part(value, Self::min_withdrawal(book), assets);
		let may_leave = Self::may_leave(book, tranche, required);
		Ok(match withdrawal::payment(value, least, withdrawal::free(assets, required), may_leave) {
			Payment::Waits => Turn::Waits,
			Payment::PassedOn => Turn::PassedOn,
			Payment::Of(amount) => Turn::Pay { value, amount },
		})
	}

	/// Put the head's shares, which are worth less than its limit, back into the position.
	fn return_head(
		book: &mut Book<T>,
		tranche: Tranche,
		withdrawal: WithdrawalOf<T>,
		value: Balance,
	) -> DispatchResult {
		let (pool, index) = (book.id, book.pool.tranche(tranche).queue.head);
		let (who, shares, min_out) = (withdrawal.who.clone(), withdrawal.shares, withdrawal.min_out);
		let unlocks_on = Self::take_back(book, tranche, index, withdrawal)?;
		Self::deposit_event(Event::WithdrawalReturned {
			pool,
			tranche,
			who,
			index,
			shares,
			value,
			min_out,
			unlocks_on,
		});
		Ok(())
	}

	/// Returns the amount that may leave a tranche, however much is free. Junior must stay large
	/// enough for senior, unless the required capital is zero.
	fn may_leave(book: &Book<T>, tranche: Tranche, required: Balance) -> Balance {
		let (junior, senior) = (&book.pool.junior, &book.pool.senior);
		if tranche == Tranche::Senior || required == 0 || !senior.is_live() {
			return book.pool.tranche(tranche).assets;
		}
		tranches::junior_free(junior.assets, senior.assets, book.limits().min_junior.deconstruct())
	}

	/// Drop the head, whose shares are worth zero. Its deposit goes back.
	fn drop_head(book: &mut Book<T>, tranche: Tranche, withdrawal: WithdrawalOf<T>) -> DispatchResult {
		let (pool, index) = (book.id, book.pool.tranche(tranche).queue.head);
		let (who, shares) = (withdrawal.who.clone(), withdrawal.shares);
		Self::burn(book, tranche, withdrawal, shares)?;
		Self::deposit_event(Event::WithdrawalDropped { pool, tranche, who, index, shares });
		Ok(())
	}

	/// Pay `amount` of the `value` of the head's shares.
	fn pay_head(
		book: &mut Book<T>,
		tranche: Tranche,
		withdrawal: WithdrawalOf<T>,
		value: Balance,
		amount: Balance,
	) -> DispatchResult {
		let (id, record) = (book.id, *book.pool.tranche(tranche));
		let (who, index) = (withdrawal.who.clone(), record.queue.head);
		let shares = if amount == value {
			withdrawal.shares
		} else {
			// Rounded up, against the leaving holder. Never more than all of the shares, as those
			// are worth more than the amount paid.
			let cost = shares::cost(amount, record.assets, record.shares).ok_or(ArithmeticError::Overflow)?;
			cost.min(withdrawal.shares)
		};
		let shares_left = sub::<T>(withdrawal.shares, shares)?;
		let assets = sub::<T>(record.assets, amount)?;
		Self::burn(book, tranche, withdrawal, shares)?;
		book.pool.tranche_mut(tranche).assets = assets;
		book.pool.refresh_senior_part(book.limits().min_junior);
		Self::deposit_event(Event::WithdrawalPaid {
			pool: id,
			tranche,
			who: who.clone(),
			index,
			shares,
			amount,
			shares_left,
			assets,
			total_shares: book.pool.tranche(tranche).shares,
		});
		if !Self::pay(id, &book.pool.asset, &who, amount)? {
			Self::book_payment(book, who, amount)?;
		}
		Ok(())
	}

	/// Take `shares` of the head out of the queue and out of the position, and destroy them.
	fn burn(
		book: &mut Book<T>,
		tranche: Tranche,
		mut withdrawal: WithdrawalOf<T>,
		shares: Balance,
	) -> DispatchResult {
		let (id, index) = (book.id, book.pool.tranche(tranche).queue.head);
		let epoch = book.pool.tranche(tranche).epoch;
		let who = withdrawal.who.clone();
		let mut position = Self::position_in(id, tranche, &who, epoch).ok_or(Error::<T>::BooksBroken)?;
		position.queued = sub::<T>(position.queued, shares)?;
		let left = sub::<T>(withdrawal.shares, shares)?;
		if left == 0 {
			Self::unlink(book, tranche, index, &withdrawal)?;
			Self::give_back(&who, withdrawal.ticket);
		} else {
			// Rounded down: the limit never becomes stricter than requested.
			withdrawal.min_out = tranches::min_out_left(withdrawal.min_out, left, withdrawal.shares)
				.ok_or(ArithmeticError::Overflow)?;
			withdrawal.shares = left;
			Withdrawals::<T>::insert((id, tranche, index), withdrawal);
		}
		Self::put_position(id, tranche, &who, position);
		let record = book.pool.tranche_mut(tranche);
		record.shares = sub::<T>(record.shares, shares)?;
		record.queued = sub::<T>(record.queued, shares)?;
		if record.shares == 0 {
			// No shares are left, and later prices do not compare with today's price. Saturates,
			// but never in practice: 2^32 epochs cannot be reached, as each takes a deposit and a
			// cooldown.
			record.epoch = record.epoch.saturating_add(1);
		}
		Ok(())
	}

	/// Book money that its payee cannot receive.
	fn book_payment(book: &mut Book<T>, who: T::AccountId, amount: Balance) -> DispatchResult {
		book.pool.claimable = add(book.pool.claimable, amount)?;
		let total = add(Claimable::<T>::get(book.id, &who), amount)?;
		Claimable::<T>::insert(book.id, &who, total);
		Self::deposit_event(Event::PaymentBooked { pool: book.id, who, amount, total });
		Ok(())
	}

	pub(crate) fn do_collect(who: T::AccountId, id: PoolId) -> DispatchResult {
		let mut pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
		let amount = Claimable::<T>::get(id, &who);
		ensure!(amount > 0, Error::<T>::NothingToCollect);
		pool.claimable = sub::<T>(pool.claimable, amount)?;
		T::Assets::transfer(pool.asset.clone(), &Self::account_of(id)?, &who, amount, Self::PAYS)
			.map_err(|_| Error::<T>::CannotReceive)?;
		Claimable::<T>::remove(id, &who);
		Pools::<T>::insert(id, pool);
		Self::deposit_event(Event::Collected { pool: id, who, amount });
		Ok(())
	}
}
