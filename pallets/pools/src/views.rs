// SPDX-License-Identifier: Apache-2.0

//! Reads for people: a pool and a position as of this block.

use crate::{book::Book, pallet::*, types::*};
use alloc::vec::Vec;
use breakwater_math::stream;
use breakwater_primitives::{
	Balance, Day, Holding, IncidentId, NextFee, PoolId, PoolLine, PoolState, PositionState, Tranche,
	TrancheState, MAX_DAYS_BEHIND,
};
use codec::{DecodeAll, Encode};

impl<T: Config> Pallet<T> {
	/// Returns a pool as of this block. Premium earned and cover ended until now are counted in, as
	/// a call would do it, without a write. `None` for an unknown pool.
	pub fn state(pool: PoolId) -> Option<PoolState<T::AccountId>> {
		let book = Self::load(pool, MAX_DAYS_BEHIND).ok()?;
		let record = &book.pool;
		Some(PoolState {
			asset: record.asset.clone(),
			manager: record.manager.clone(),
			account: Self::account_of(pool).ok()?,
			junior: Self::tranche_state(&book, Tranche::Junior)?,
			senior: Self::tranche_state(&book, Tranche::Senior)?,
			fee: record.fee,
			next_fee: record.next_fee.map(|FeeChange { fee, ready_at }| NextFee { fee, ready_at }),
			senior_factor: record.senior_factor,
			is_private: record.is_private,
			leverage: record.leverage,
			loan: record.loan()?,
			available: Self::available(&book).ok()?,
			required: Self::required(&book).ok()?,
			unearned: stream::units_up(record.books.unearned)?,
			incidents: Self::incidents(pool, record),
			lines: Self::line_states(&book)?,
			behind: book.is_behind,
		})
	}

	/// The incidents that freeze a pool: those that are open, and those whose settlement can still
	/// be raised.
	fn incidents(pool: PoolId, record: &Pool<T::AccountId>) -> Vec<IncidentId> {
		let open = record.freezes.iter().map(|(incident, _)| *incident);
		let partials = PartialSettlements::<T>::get(pool).into_iter();
		open.chain(partials.filter(|short| short.waits_for() > 0).map(|short| short.incident)).collect()
	}

	/// The products of a pool.
	fn line_states(book: &Book<T>) -> Option<Vec<PoolLine>> {
		let sells = Self::ensure_sells(book).is_ok();
		let state = |(index, line): (usize, &Line)| {
			Some(PoolLine {
				product: line.product,
				group: line.group,
				weight: line.weight,
				exposure: line.exposure,
				locked: line.locked,
				capacity: Self::line_capacity(book, line).ok()?,
				room: if sells { Self::room(book, index).ok()? } else { 0 },
			})
		};
		book.pool.lines.iter().enumerate().map(state).collect()
	}

	/// The state of a tranche of a pool.
	fn tranche_state(book: &Book<T>, tranche: Tranche) -> Option<TrancheState> {
		let record = book.pool.tranche(tranche);
		Some(TrancheState {
			assets: record.assets,
			shares: record.shares,
			share_price: record.price()?,
			queued: record.queued,
			queue_length: record.queue.length,
			unlocking: record.unlocking,
			epoch: record.epoch,
			is_exhausted: record.is_exhausted(),
			yields: Self::yields(book, tranche),
		})
	}

	/// Returns the holdings of an account in a pool as of this block. `None` for an unknown pool.
	pub fn position(pool: PoolId, who: &T::AccountId) -> Option<PositionState> {
		let book = Self::load(pool, MAX_DAYS_BEHIND).ok()?;
		let today = Self::today().ok()?;
		Some(PositionState {
			junior: Self::holding(&book, Tranche::Junior, who, today)?,
			senior: Self::holding(&book, Tranche::Senior, who, today)?,
			claimable: Claimable::<T>::get(pool, who),
		})
	}

	/// Returns the holding of an account in a tranche. Shares of an earlier epoch are worth zero
	/// and are shown apart.
	fn holding(book: &Book<T>, tranche: Tranche, who: &T::AccountId, today: Day) -> Option<Holding> {
		let record = book.pool.tranche(tranche);
		let Some(position) = Positions::<T>::get((book.id, tranche, who)) else {
			return Some(Holding::default());
		};
		let deposit = held_by(&position.ticket);
		if position.epoch != record.epoch {
			return Some(Holding { void_shares: position.shares, deposit, ..Holding::default() });
		}
		let position = position.returned(today);
		Some(Holding {
			shares: position.shares,
			value: record.value(position.shares)?,
			queued: position.queued,
			queued_value: record.value(position.queued)?,
			unlocking: position.unlocking,
			unlocks_on: position.unlocks_on,
			void_shares: 0,
			deposit,
		})
	}
}

/// Returns the amount that a deposit's ticket holds, in units of the native token. The ticket of a
/// hold is encoded as its amount. A ticket without a hold has no encoding.
fn held_by(ticket: &impl Encode) -> Balance {
	Balance::decode_all(&mut ticket.encode().as_slice()).unwrap_or(0)
}
