//! Catching up: premium is earned by the millisecond of wall-clock time, cover ends by the day of active time.
//!
//! Everything happens in memory on a [`Book`]; [`Pallet::save`] writes it and takes the emptied buckets away. So a read
//! can ask for the state as of now with the same code that a call uses.

use crate::{pallet::*, types::*};
use alloc::vec::Vec;
use breakwater_primitives::{ActiveClock, Backstop, Balance, Day, PoolId};
use frame_support::ensure;
use sp_core::U256;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult, Permill};

/// A pool in memory.
pub(crate) struct Book<T: Config> {
	/// Its id.
	pub id: PoolId,
	/// Its record.
	pub pool: Pool<T::AccountId>,
	/// Its products.
	pub lines: Lines,
	/// Whether day buckets are left to be caught up.
	pub is_behind: bool,
	/// What was earned since it was loaded.
	split: Split,
	/// Days whose premium buckets are done.
	ended: Vec<Day>,
	/// Days whose cover buckets are done.
	released: Vec<Day>,
	/// Exposures before the release, for the events.
	exposures: Vec<Balance>,
}

impl<T: Config> Book<T> {
	/// The sum of all exposures. Saturates: only ever compared with zero.
	fn exposure(&self) -> Balance {
		self.lines.iter().fold(0, |sum: Balance, line| sum.saturating_add(line.exposure))
	}

	/// The line of a product.
	pub fn line_mut(&mut self, product: breakwater_primitives::ProductId) -> Option<&mut Line> {
		self.lines.iter_mut().find(|line| line.product == product)
	}

	/// The index of a product's line.
	pub fn index_of(&self, product: breakwater_primitives::ProductId) -> Option<usize> {
		self.lines.iter().position(|line| line.product == product)
	}

	/// Refused while the pool has day buckets to catch up.
	pub fn ensure_caught_up(&self) -> DispatchResult {
		ensure!(!self.is_behind, Error::<T>::PokeFirst);
		Ok(())
	}

	/// Split earned units and book them.
	pub fn book_earned(&mut self, earned: Balance) -> DispatchResult {
		if earned == 0 {
			return Ok(());
		}
		let shares = Shares {
			reserve: T::Backstop::premium_share(),
			treasury: Pallet::<T>::limits().treasury_share,
			manager: self.pool.fee,
		};
		let (mut split, rests) = split(earned, &shares, self.pool.rests).ok_or(ArithmeticError::Overflow)?;
		if self.pool.shares == 0 || self.pool.is_wiped() {
			// Nobody bears the risk any more: the underwriters' part goes to the reserve.
			split.reserve = add(split.reserve, split.underwriters)?;
			split.underwriters = 0;
		}
		let pool = &mut self.pool;
		pool.rests = rests;
		pool.dues.reserve = add(pool.dues.reserve, split.reserve)?;
		pool.dues.treasury = add(pool.dues.treasury, split.treasury)?;
		pool.dues.manager = add(pool.dues.manager, split.manager)?;
		pool.assets = add(pool.assets, split.underwriters)?;
		let total = &mut self.split;
		total.reserve = add(total.reserve, split.reserve)?;
		total.treasury = add(total.treasury, split.treasury)?;
		total.manager = add(total.manager, split.manager)?;
		total.underwriters = add(total.underwriters, split.underwriters)?;
		Ok(())
	}

	/// Earn premium until now, at most over `max_days` day boundaries.
	fn earn(&mut self, max_days: u32) -> DispatchResult {
		let now = Pallet::<T>::now();
		let mut earned: Balance = 0;
		let mut days = 0u32;
		loop {
			let books = self.pool.books;
			if books.unearned.is_zero() {
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
			// Saturates only if time went back, and then nothing is earned.
			let millis = until.saturating_sub(self.pool.accrued_to);
			let (mut books, units) = books.pass(millis).ok_or(Error::<T>::BooksBroken)?;
			earned = add(earned, units)?;
			if !is_last {
				if let Some(bucket) = PremiumEnds::<T>::get(self.id, boundary) {
					let (after, units) =
						books.end(bucket.rate, bucket.remainder).ok_or(Error::<T>::BooksBroken)?;
					books = after;
					earned = add(earned, units)?;
					self.ended.push(boundary);
				}
			}
			self.pool.books = books;
			self.pool.accrued_to = until.max(self.pool.accrued_to);
			if is_last {
				break;
			}
			days = days.saturating_add(1);
		}
		self.book_earned(earned)
	}

	/// End the cover whose day has come, at most over `max_days` days.
	fn release(&mut self, max_days: u32) -> DispatchResult {
		let today = day_of(Pallet::<T>::active()).ok_or(ArithmeticError::Overflow)?;
		for _ in 0..max_days {
			if self.pool.released_to >= today || self.exposure() == 0 {
				break;
			}
			let day = self.pool.released_to.checked_add(1).ok_or(ArithmeticError::Overflow)?;
			let bucket = CoverEnds::<T>::get(self.id, day);
			for (product, cover) in &bucket {
				let line = self.line_mut(*product).ok_or(Error::<T>::BooksBroken)?;
				line.exposure = line.exposure.checked_sub(*cover).ok_or(Error::<T>::BooksBroken)?;
			}
			if !bucket.is_empty() {
				self.released.push(day);
			}
			self.pool.released_to = day;
		}
		if self.exposure() == 0 {
			// No cover is left, so no bucket is either.
			self.pool.released_to = today.max(self.pool.released_to);
		}
		self.is_behind |= self.pool.released_to < today;
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// A pool caught up in memory by at most `max_days` buckets of each kind.
	pub(crate) fn load(id: PoolId, max_days: u32) -> Result<Book<T>, DispatchError> {
		let pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
		let lines = PoolLines::<T>::get(id);
		let exposures = lines.iter().map(|line| line.exposure).collect();
		let mut book = Book {
			id,
			pool,
			lines,
			is_behind: false,
			split: Split::default(),
			ended: Vec::new(),
			released: Vec::new(),
			exposures,
		};
		book.earn(max_days)?;
		book.release(max_days)?;
		Ok(book)
	}

	/// A pool caught up in memory as every call does; refused if that was not enough.
	pub(crate) fn load_caught_up(id: PoolId) -> Result<Book<T>, DispatchError> {
		let book = Self::load(id, MAX_BUCKETS)?;
		book.ensure_caught_up()?;
		Ok(book)
	}

	/// Tell what catching up did, and take the buckets it emptied away. Called once, right after loading a book that
	/// will be written, so that the events come in the order of what happened.
	pub(crate) fn settle_catch_up(book: &mut Book<T>) {
		let pool = book.id;
		for day in core::mem::take(&mut book.ended) {
			PremiumEnds::<T>::remove(pool, day);
		}
		for day in core::mem::take(&mut book.released) {
			CoverEnds::<T>::remove(pool, day);
		}
		let split = core::mem::take(&mut book.split);
		if split != Split::default() {
			Self::deposit_event(Event::PremiumEarned {
				pool,
				reserve: split.reserve,
				treasury: split.treasury,
				manager: split.manager,
				underwriters: split.underwriters,
				assets: book.pool.assets,
			});
		}
		for (line, old) in book.lines.iter().zip(core::mem::take(&mut book.exposures)) {
			if line.exposure != old {
				Self::deposit_event(Event::CoverEnded {
					pool,
					product: line.product,
					old_exposure: old,
					new_exposure: line.exposure,
				});
			}
		}
	}

	/// Write a book.
	pub(crate) fn save(mut book: Book<T>) -> DispatchResult {
		// A book in which premium was earned after loading, or that was not told yet.
		Self::settle_catch_up(&mut book);
		if book.pool.is_short {
			let required = Self::required(&book)?;
			book.pool.is_short = book.pool.assets < required;
		}
		Pools::<T>::insert(book.id, book.pool);
		PoolLines::<T>::insert(book.id, book.lines);
		Ok(())
	}
}

fn add(a: Balance, b: Balance) -> Result<Balance, ArithmeticError> {
	a.checked_add(b).ok_or(ArithmeticError::Overflow)
}

/// Who gets what part of an earned premium.
pub(crate) struct Shares {
	/// Of everything.
	pub reserve: Permill,
	/// Of everything.
	pub treasury: Permill,
	/// Of what those two leave.
	pub manager: Permill,
}

/// One part of `of`, at most `left`: `floor((of × share + rest) / 10^6)`, and the rest of the division. What `left` cut
/// off stays in the rest, up to one unit more.
fn part(of: Balance, share: Permill, rest: u32, left: Balance) -> Option<(Balance, u32)> {
	const MILLION: u32 = 1_000_000;
	let parts = U256::from(of).checked_mul(share.min(Permill::one()).deconstruct().into())?;
	let parts = parts.checked_add(rest.into())?;
	let units = parts.checked_div(MILLION.into())?.min(left.into());
	// What `left` cut off is less than a unit as long as the shares sum to at most everything; the cap only binds, and
	// forgives, if they do not.
	let rest = parts
		.checked_sub(units.checked_mul(MILLION.into())?)?
		.min(MILLION.saturating_mul(2).saturating_sub(1).into());
	Some((units.try_into().ok()?, rest.try_into().ok()?))
}

/// Split `earned` units: reserve and treasury take their parts of it, the manager his of what they leave, the
/// underwriters the rest. Each part is rounded down; what the rounding took is in the rests and counts at the next
/// split, so that nobody gains by having premium earned in small steps.
pub(crate) fn split(earned: Balance, shares: &Shares, rests: Rests) -> Option<(Split, Rests)> {
	let (reserve, reserve_rest) = part(earned, shares.reserve, rests.reserve, earned)?;
	let left = earned.checked_sub(reserve)?;
	let (treasury, treasury_rest) = part(earned, shares.treasury, rests.treasury, left)?;
	let left = left.checked_sub(treasury)?;
	let (manager, manager_rest) = part(left, shares.manager, rests.manager, left)?;
	let underwriters = left.checked_sub(manager)?;
	Some((
		Split { reserve, treasury, manager, underwriters },
		Rests { reserve: reserve_rest, treasury: treasury_rest, manager: manager_rest },
	))
}
