// SPDX-License-Identifier: Apache-2.0

//! Catching up with cover: premium is earned by the millisecond of wall-clock time, and cover ends
//! by the day of active time.

use crate::{
	book::{add, Book},
	pallet::*,
	types::*,
};
use breakwater_primitives::{Balance, Day};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Book<T> {
	/// Earn premium until now, at most over `max_days` day boundaries.
	pub(crate) fn earn(&mut self, max_days: u32) -> DispatchResult {
		let now = self.time.now;
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

	/// End the cover of a day's bucket.
	pub(crate) fn end_cover(&mut self, day: Day) -> DispatchResult {
		if self.exposure() == 0 {
			return Ok(());
		}
		let bucket = CoverEnds::<T>::get(self.id, day);
		for (product, cover) in &bucket {
			let line = self.pool.line_mut(*product).ok_or(Error::<T>::BooksBroken)?;
			line.end(*cover).ok_or(Error::<T>::BooksBroken)?;
		}
		if !bucket.is_empty() {
			self.news.released.push(day);
		}
		Ok(())
	}
}
