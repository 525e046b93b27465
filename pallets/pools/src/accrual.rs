// SPDX-License-Identifier: Apache-2.0

//! Catching up. Premium is earned by the millisecond of wall-clock time. Cover ends and cancelled
//! shares return by the day of active time.
//!
//! All work happens in memory on a [`Book`]. [`Pallet::save`] writes it and takes the emptied
//! buckets away. So a read can ask for the state as of now with the same code that a call uses.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use breakwater_primitives::{ActiveClock, Backstop, Balance, Class, Day, PoolId, ProductId};
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult, Permill};

/// A pool in memory.
pub(crate) struct Book<T: Config> {
	/// Its id.
	pub id: PoolId,
	/// Its record.
	pub pool: Pool<T::AccountId>,
	/// Its products.
	pub lines: Lines,
	/// True if day buckets are left to be caught up.
	pub is_behind: bool,
	/// The changes since it was loaded that are not emitted as events yet.
	pub(crate) news: News,
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
	ended: Vec<Day>,
	/// The days whose cover buckets are done.
	released: Vec<Day>,
	/// The returning shares that came back, with their class and day.
	returned: Vec<(Class, Day, Balance)>,
	/// The exposure of each line before the release.
	exposures: Vec<Balance>,
	/// The products of which no incident can be opened again, and the pins that stayed until now.
	run_off: Vec<(ProductId, Balance)>,
}

impl<T: Config> Book<T> {
	/// A pool as recorded, without what was earned and has ended since it was touched last.
	pub fn recorded(id: PoolId) -> Option<Self> {
		let pool = Pools::<T>::get(id)?;
		Some(Self { id, pool, lines: PoolLines::<T>::get(id), is_behind: false, news: News::default() })
	}

	/// The sum of all exposures. Saturates: it is only compared with zero.
	fn exposure(&self) -> Balance {
		self.lines.iter().fold(0, |sum: Balance, line| sum.saturating_add(line.exposure))
	}

	/// True if cover has to end or shares have to return on some day.
	pub fn awaits_days(&self) -> bool {
		self.pool.junior.returning > 0 || self.pool.senior.returning > 0 || self.exposure() > 0
	}

	/// The line of a product.
	pub fn line_mut(&mut self, product: ProductId) -> Option<&mut Line> {
		self.lines.iter_mut().find(|line| line.product == product)
	}

	/// The index of a product's line.
	pub fn index_of(&self, product: ProductId) -> Option<usize> {
		self.lines.iter().position(|line| line.product == product)
	}

	/// The sum of both classes' assets.
	pub fn assets(&self) -> Result<Balance, ArithmeticError> {
		self.pool.assets().ok_or(ArithmeticError::Overflow)
	}

	/// True if an incident keeps the pool's capital where it is.
	pub fn is_frozen(&self) -> bool {
		Pallet::<T>::is_frozen(self.id, &self.pool)
	}

	/// Returns `AccrualRequired` while the pool has day buckets to catch up.
	pub fn ensure_caught_up(&self) -> DispatchResult {
		ensure!(!self.is_behind, Error::<T>::AccrualRequired);
		Ok(())
	}

	/// Earn premium until now, at most over `max_days` day boundaries.
	fn earn(&mut self, max_days: u32) -> DispatchResult {
		let now = T::Clock::now();
		let (mut earned, mut pledged): (Balance, Balance) = (0, 0);
		let mut days = 0u32;
		loop {
			if self.pool.books.unearned.is_zero() {
				// No stream is left, so no bucket is either.
				self.pool.accrued_to = now;
				break;
			}
			let boundary = day_of(self.pool.accrued_to)
				.and_then(|day| day.checked_add(1))
				.ok_or(ArithmeticError::Overflow)?;
			let is_last = start_of(boundary) > now;
			if !is_last && days >= max_days {
				self.is_behind = true;
				break;
			}
			let until = if is_last { now } else { start_of(boundary) };
			// Saturates only if time went back, and then no premium is earned.
			let millis = until.saturating_sub(self.pool.accrued_to);
			let (books, units) = self.pool.books.pass(millis).ok_or(Error::<T>::BooksBroken)?;
			self.pool.books = books;
			earned = add(earned, units)?;
			pledged = add(pledged, self.pool.pledge_step(|books| books.pass(millis)))?;
			self.pool.accrued_to = until.max(self.pool.accrued_to);
			if is_last {
				break;
			}
			let (all, of_pledged) = self.end_streams(boundary)?;
			earned = add(earned, all)?;
			pledged = add(pledged, of_pledged)?;
			days = days.saturating_add(1);
		}
		self.book_earned(earned, pledged)
	}

	/// End the streams of a day boundary that was reached. Returns the units earned, of all streams
	/// and of the pledged ones.
	fn end_streams(&mut self, boundary: Day) -> Result<(Balance, Balance), DispatchError> {
		let Some(bucket) = PremiumEnds::<T>::get(self.id, boundary) else {
			return Ok((0, 0));
		};
		let ended = self.pool.books.end(bucket.rate, bucket.remainder);
		let (books, units) = ended.ok_or(Error::<T>::BooksBroken)?;
		self.pool.books = books;
		let pledged = bucket.pledged(self.pool.generation);
		let of_pledged = self.pool.pledge_step(|books| {
			let (rate, remainder) = pledged?;
			books.end(rate, remainder)
		});
		self.news.ended.push(boundary);
		Ok((units, of_pledged))
	}

	/// Apply the fee that was announced, once all premium before it is earned at the old one. It is
	/// never above what governance allows today, but a fee that applies already is not lowered.
	fn raise_fee(&mut self) {
		let Some(next) = self.pool.next_fee else {
			return;
		};
		if self.is_behind || T::Clock::active() < next.ready_at {
			return;
		}
		let old = self.pool.fee;
		let new = next.fee.min(Pallet::<T>::limits().max_fee).max(old);
		self.pool.fee = new;
		self.pool.next_fee = None;
		self.news.fee = Some((old, new));
	}

	/// End the cover and let the shares return whose day has come, over at most `max_days` days.
	fn release(&mut self, max_days: u32) -> DispatchResult {
		let today = day_of(T::Clock::active()).ok_or(ArithmeticError::Overflow)?;
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

	/// End the cover of a day's bucket.
	fn end_cover(&mut self, day: Day) -> DispatchResult {
		if self.exposure() == 0 {
			return Ok(());
		}
		let bucket = CoverEnds::<T>::get(self.id, day);
		for (product, cover) in &bucket {
			let line = self.line_mut(*product).ok_or(Error::<T>::BooksBroken)?;
			line.end(*cover).ok_or(Error::<T>::BooksBroken)?;
		}
		if !bucket.is_empty() {
			self.news.released.push(day);
		}
		Ok(())
	}

	/// Let the pins go that stayed for incidents that can no longer be opened again.
	fn end_run_offs(&mut self) {
		let now = T::Clock::active();
		for line in &mut self.lines {
			if let Some(pin) = line.end_run_off(now) {
				self.news.run_off.push((line.product, pin));
			}
		}
	}

	/// Make the shares of a day's bucket free again. At most [`RETURN_DAYS`] days have a bucket at
	/// any time.
	fn return_shares(&mut self, day: Day) {
		for class in Class::ALL {
			let id = self.id;
			let book = self.pool.class_mut(class);
			if book.returning == 0 {
				continue;
			}
			let shares = ReturnEnds::<T>::get((id, class, day));
			if shares > 0 {
				// Saturation: what is returning is the sum of the buckets.
				book.returning = book.returning.saturating_sub(shares);
				self.news.returned.push((class, day, shares));
			}
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Returns a pool caught up in memory by at most `max_days` buckets of each kind.
	pub(crate) fn load(id: PoolId, max_days: u32) -> Result<Book<T>, DispatchError> {
		let mut book = Book::recorded(id).ok_or(Error::<T>::UnknownPool)?;
		book.news.exposures = book.lines.iter().map(|line| line.exposure).collect();
		book.earn(max_days)?;
		book.raise_fee();
		book.release(max_days)?;
		book.end_run_offs();
		Ok(book)
	}

	/// The number of days that a pool has to go through to be caught up. `None` if it was caught up
	/// in this block, or does not exist.
	pub(crate) fn days_behind(id: PoolId) -> Option<Day> {
		let pool = Pools::<T>::get(id)?;
		let (now, active) = (T::Clock::now(), T::Clock::active());
		// A pool without streams, or without cover and returning shares, goes to the end at once.
		let has_streams = !pool.books.unearned.is_zero();
		let returning = pool.junior.returning > 0 || pool.senior.returning > 0;
		let awaits_days = returning || PoolLines::<T>::get(id).iter().any(|line| line.exposure > 0);
		let premium = day_of(now)?.saturating_sub(day_of(pool.accrued_to)?);
		let cover = day_of(active)?.saturating_sub(pool.released_to);
		let days = (if has_streams { premium } else { 0 }).max(if awaits_days { cover } else { 0 });
		(cover > 0 || pool.accrued_to < now).then_some(days)
	}

	/// Returns a pool caught up in memory as every call does. Rejected with `AccrualRequired` if
	/// that is not enough.
	pub(crate) fn load_caught_up(id: PoolId) -> Result<Book<T>, DispatchError> {
		let book = Self::load(id, MAX_BUCKETS)?;
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
		for (line, old) in book.lines.iter().zip(news.exposures) {
			if line.exposure != old {
				Self::deposit_event(Event::CoverEnded {
					pool,
					product: line.product,
					old_exposure: old,
					new_exposure: line.exposure,
				});
			}
		}
		for (product, amount) in news.run_off {
			Self::deposit_event(Event::RunOffEnded { pool, product, amount });
		}
		for (class, day, shares) in news.returned {
			ReturnEnds::<T>::remove((pool, class, day));
			Self::deposit_event(Event::SharesReturned { pool, class, day, shares });
		}
		Self::record_prices(book);
	}

	/// Write a book.
	pub(crate) fn save(mut book: Book<T>) -> DispatchResult {
		// For a book in which premium was earned after loading, or whose events are not emitted
		// yet.
		Self::settle_catch_up(&mut book);
		if book.pool.is_short {
			book.pool.is_short = book.assets()? < Self::required(&book)?;
		}
		Pools::<T>::insert(book.id, book.pool);
		PoolLines::<T>::insert(book.id, book.lines);
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
