// SPDX-License-Identifier: Apache-2.0

//! A pool in memory, caught up to this block. The wings take their own steps of catching up: cover
//! earns premium and ends, cancelled shares return.
//!
//! All work happens in memory on a [`Book`]. [`Pallet::save`] writes it and takes the emptied
//! buckets away. So a read can ask for the state as of now with the same code that a call uses.

use crate::{limits::Limits, pallet::*, types::*};
use alloc::vec::Vec;
use breakwater_primitives::{
	ActiveClock, Backstop, Balance, BlockTime, Day, PoolId, ProductId, Tranche, MAX_DAYS_BEHIND,
};
use core::cell::OnceCell;
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult, Permill};

/// A pool in memory.
pub(crate) struct Book<T: Config> {
	/// Its id.
	pub id: PoolId,
	/// Its record.
	pub pool: Pool<T::AccountId>,
	/// The time of this block.
	pub time: BlockTime,
	/// True if day buckets are left to be caught up.
	pub is_behind: bool,
	/// The changes since it was loaded that are not emitted as events yet.
	pub(crate) news: News,
	/// The governed numbers, once they were read: each is a record of its own.
	limits: OnceCell<Limits>,
}

/// The results of catching up: for the events, and for the buckets to be taken away.
#[derive(Default)]
pub(crate) struct News {
	/// The premium that was earned.
	pub split: Split,
	/// The debt to the reserve that will never be repaid.
	pub written_off: Balance,
	/// A fee that was announced and applies now: the fee before and after.
	pub fee: Option<(Permill, Permill)>,
	/// The days whose premium buckets are done.
	pub ended: Vec<Day>,
	/// The days whose cover buckets are done.
	pub released: Vec<Day>,
	/// The unlocking shares that came back, with their tranche and day.
	pub returned: Vec<(Tranche, Day, Balance)>,
	/// The exposure of each line before the release.
	pub exposures: Vec<Balance>,
}

impl<T: Config> Book<T> {
	/// A pool as recorded, without what was earned and has ended since it was touched last.
	pub fn recorded(id: PoolId) -> Option<Self> {
		let pool = Pools::<T>::get(id)?;
		let time = T::Clock::block_time();
		Some(Self { id, pool, time, is_behind: false, news: News::default(), limits: OnceCell::new() })
	}

	/// The governed numbers within their bounds.
	pub fn limits(&self) -> Limits {
		*self.limits.get_or_init(Pallet::<T>::limits)
	}

	/// The sum of all exposures. Saturates: it is only compared with zero.
	pub fn exposure(&self) -> Balance {
		self.pool.lines.iter().fold(0, |sum: Balance, line| sum.saturating_add(line.exposure))
	}

	/// True if cover has to end or shares have to return on some day.
	pub fn awaits_days(&self) -> bool {
		self.pool.junior.unlocking > 0 || self.pool.senior.unlocking > 0 || self.exposure() > 0
	}

	/// The number of day boundaries that the pool has not crossed. A pool without streams, or
	/// without cover and unlocking shares, goes to the end at once.
	pub fn days_behind(&self) -> Day {
		// There are such days: the clock is bounded.
		let days =
			|now, last: Option<Day>| day_of(now).zip(last).map_or(0, |(day, last)| day.saturating_sub(last));
		let has_streams = !self.pool.books.unearned.is_zero();
		let premium = if has_streams { days(self.time.now, day_of(self.pool.accrued_to)) } else { 0 };
		let cover = if self.awaits_days() { days(self.time.active, Some(self.pool.released_to)) } else { 0 };
		premium.max(cover)
	}

	/// The index of a product's line.
	pub fn index_of(&self, product: ProductId) -> Option<usize> {
		self.pool.lines.iter().position(|line| line.product == product)
	}

	/// The sum of both tranches' assets.
	pub fn assets(&self) -> Result<Balance, ArithmeticError> {
		self.pool.assets().ok_or(ArithmeticError::Overflow)
	}

	/// True if an incident keeps the pool's capital where it is.
	pub fn is_frozen(&self) -> bool {
		self.pool.is_frozen()
	}

	/// Returns `AccrualRequired` while the pool has day buckets to catch up.
	pub fn ensure_caught_up(&self) -> DispatchResult {
		ensure!(!self.is_behind, Error::<T>::AccrualRequired);
		Ok(())
	}

	/// End the cover and let the shares return whose day has come, over at most `max_days` days.
	fn release(&mut self, max_days: u32) -> DispatchResult {
		let today = day_of(self.time.active).ok_or(ArithmeticError::Overflow)?;
		for _ in 0..max_days {
			if self.pool.released_to >= today || !self.awaits_days() {
				break;
			}
			let day = self.pool.released_to.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			self.end_cover(day)?;
			self.return_shares(day);
			self.pool.released_to = day;
		}
		if !self.awaits_days() {
			// No cover is left and no share returns, so no bucket is left either.
			self.pool.released_to = today.max(self.pool.released_to);
		}
		self.is_behind |= self.pool.released_to < today;
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// The active day of this block.
	pub(crate) fn today() -> Result<Day, ArithmeticError> {
		day_of(T::Clock::active()).ok_or(ArithmeticError::Overflow)
	}

	/// Returns a pool caught up in memory by at most `max_days` buckets of each kind.
	pub(crate) fn load(id: PoolId, max_days: u32) -> Result<Book<T>, DispatchError> {
		let mut book = Book::recorded(id).ok_or(Error::<T>::UnknownPool)?;
		book.news.exposures = book.pool.lines.iter().map(|line| line.exposure).collect();
		book.earn(max_days)?;
		book.raise_fee();
		book.release(max_days)?;
		Ok(book)
	}

	/// Returns the number of day boundaries that a pool has not crossed.
	pub(crate) fn days_behind(id: PoolId) -> Day {
		Book::<T>::recorded(id).map_or(0, |book| book.days_behind())
	}

	/// Returns a pool caught up in memory as every call does. Rejected with `AccrualRequired` if
	/// that is not enough.
	pub(crate) fn load_caught_up(id: PoolId) -> Result<Book<T>, DispatchError> {
		let book = Self::load(id, MAX_DAYS_BEHIND)?;
		book.ensure_caught_up()?;
		Ok(book)
	}

	/// Emit the events of catching up, take the emptied buckets away, and record the prices of the
	/// day. Called right after loading a book that will be written, so that the events come in the
	/// order of what happened.
	pub(crate) fn settle_catch_up(book: &mut Book<T>) {
		let pool = book.id;
		let news = core::mem::take(&mut book.news);
		for day in &news.ended {
			PremiumEnds::<T>::remove(pool, day);
		}
		for day in &news.released {
			CoverEnds::<T>::remove(pool, day);
		}
		if news.split != Split::default() {
			let Split { reserve, residual, treasury, manager, loan, senior, junior } = news.split;
			Self::deposit_event(Event::PremiumEarned {
				pool,
				reserve,
				residual,
				treasury,
				manager,
				loan,
				senior,
				junior,
				senior_assets: book.pool.senior.assets,
				junior_assets: book.pool.junior.assets,
			});
		}
		if news.written_off > 0 {
			T::Backstop::written_off(pool, book.pool.asset.clone(), news.written_off);
			Self::deposit_event(Event::LoanWrittenOff { pool, amount: news.written_off });
		}
		if let Some((old, new)) = news.fee {
			Self::deposit_event(Event::FeeRaised { pool, old, new });
		}
		for (line, old) in book.pool.lines.iter().zip(news.exposures) {
			if line.exposure != old {
				Self::deposit_event(Event::CoverEnded {
					pool,
					product: line.product,
					old_exposure: old,
					new_exposure: line.exposure,
				});
			}
		}
		for (tranche, day, shares) in news.returned {
			ReturnEnds::<T>::remove((pool, tranche, day));
			Self::deposit_event(Event::SharesReturned { pool, tranche, day, shares });
		}
		Self::record_prices(book);
	}

	/// Write a book.
	pub(crate) fn save(mut book: Book<T>) -> DispatchResult {
		// For a book in which premium was earned after loading, or whose events are not emitted
		// yet.
		Self::settle_catch_up(&mut book);
		if book.pool.is_undercapitalised {
			book.pool.is_undercapitalised = book.assets()? < Self::required(&book)?;
		}
		Pools::<T>::insert(book.id, book.pool);
		Ok(())
	}
}

/// Returns a checked sum.
pub(crate) fn add(a: Balance, b: Balance) -> Result<Balance, ArithmeticError> {
	a.checked_add(b).ok_or(ArithmeticError::Overflow)
}

/// Returns a checked difference of books that contain each other.
pub(crate) fn sub<T: Config>(a: Balance, b: Balance) -> Result<Balance, Error<T>> {
	a.checked_sub(b).ok_or(Error::<T>::BooksBroken)
}
