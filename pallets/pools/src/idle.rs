// SPDX-License-Identifier: Apache-2.0

//! Idle visits: the work that blocks with spare weight do for the pools. A pool without pending
//! work is left alone.

use crate::{
	book::Book,
	pallet::*,
	types::{day_of, next_in_round, MAX_IDLE_POOLS, MAX_IDLE_WITHDRAWALS},
	weights::WeightInfo,
};
use breakwater_primitives::{PoolId, MAX_DAYS_BEHIND};
use frame_support::{storage::with_storage_layer, weights::WeightMeter};
use sp_runtime::DispatchResult;

/// The idle visits.
impl<T: Config> Pallet<T> {
	/// Visit the pools in turn. Pools with pending work are caught up, hand over their fees payable
	/// once a day, and serve their withdrawals. Ends with the meter, after a whole round, or after
	/// [`MAX_IDLE_POOLS`].
	pub(crate) fn visit_pools(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::idle_round()).is_err() {
			return;
		}
		let count = NextPool::<T>::get();
		if count == 0 {
			return;
		}
		let first = IdleCursor::<T>::get().checked_rem(count).unwrap_or(0);
		let mut id = first;
		for _ in 0..count.min(MAX_IDLE_POOLS) {
			if meter.try_consume(Self::peek_weight()).is_err() {
				break;
			}
			if Self::has_work(id) {
				// At least one withdrawal must fit, so that no queue is passed by. If it does not,
				// the next block starts with this pool.
				let days = Self::days_weight(Self::size_for(id, MAX_DAYS_BEHIND));
				let visit = T::WeightInfo::idle_visit().saturating_add(days);
				if !meter.can_consume(visit.saturating_add(T::WeightInfo::idle_withdrawal())) {
					break;
				}
				meter.consume(visit);
				let visited = with_storage_layer(|| Self::visit(id, meter));
				if let Err(error) = visited {
					log::error!(target: "runtime::pools", "idle visit of pool {id} failed: {error:?}");
				}
			}
			id = next_in_round(id, count);
		}
		if id != first {
			IdleCursor::<T>::put(id);
		}
	}

	/// True if an idle visit has work on the pool. Premium is not earned for its own sake: any
	/// touch earns it, and the idle visits do so once a day.
	pub(crate) fn has_work(id: PoolId) -> bool {
		let Some(book) = Book::<T>::recorded(id) else {
			return false;
		};
		Self::has_day(&book) || Self::has_withdrawal(&book)
	}

	/// True if fees payable are to be handed over, which is once a wall-clock day, or if an
	/// announced fee applies.
	fn has_day(book: &Book<T>) -> bool {
		let pool = &book.pool;
		let active = book.time.active;
		let is_new = day_of(book.time.now).is_some_and(|today| pool.swept_on < today);
		let pays = !pool.books.unearned.is_zero() || !pool.fees_payable.are_none();
		(pays && is_new) || pool.next_fee.is_some_and(|next| next.ready_at <= active)
	}

	/// True if a waiting request can be served, by the books as last written. Premium earned since
	/// then can only allow more, and is counted when the next day begins.
	fn has_withdrawal(book: &Book<T>) -> bool {
		let waits = book.pool.junior.queue.length > 0 || book.pool.senior.queue.length > 0;
		waits && !book.is_frozen() && Self::can_serve(book)
	}

	pub(crate) fn visit(id: PoolId, meter: &mut WeightMeter) -> DispatchResult {
		let mut book = Self::load(id, MAX_DAYS_BEHIND)?;
		Self::settle_catch_up(&mut book);
		// At most once a day, so that a transfer is worth its events.
		if day_of(book.time.now).is_some_and(|today| book.pool.swept_on < today) {
			Self::sweep(&mut book)?;
		}
		if !book.is_behind && !book.is_frozen() {
			for _ in 0..MAX_IDLE_WITHDRAWALS {
				if meter.try_consume(T::WeightInfo::idle_withdrawal()).is_err()
					|| !Self::serve_next(&mut book)?
				{
					break;
				}
			}
		}
		Self::save(book)
	}
}
