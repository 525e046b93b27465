// SPDX-License-Identifier: Apache-2.0

//! Renewals: cover that goes on while incidents freeze the pool, and goes back when its renewal is
//! void.

use super::{
	buckets::{add_cover, end_day, millis_left, over},
	capacity::math_lines,
};
use crate::{
	book::{add, Book},
	pallet::*,
	types::*,
};
use breakwater_math::{capacity, locked, stream::Books};
use breakwater_primitives::{
	Active, Backing, Balance, Ends, Fraction, IncidentId, LineState, PoolId, ProductId, Stream, Wall,
	MAX_DAYS_BEHIND, MILLION,
};
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchError};

/// The amount that the open incident on a product locks of a pool.
#[derive(Clone, Copy, Default)]
pub(crate) struct OwnLock {
	/// The whole amount.
	locked: Balance,
	/// The part of it that is claimed by now, and so is no longer cover.
	claimed: Balance,
}

impl<T: Config> Pallet<T> {
	/// Returns the amount that `incident`, which is open on the product, locks of the pool, with
	/// all incidents that share its lock.
	///
	/// Until its claims are known, the lock stands for the cover itself. The amount by which the
	/// exposure has fallen since then counts as claimed. Some of it may have ended instead, which
	/// only errs on the safe side. Known claims are no cover, and the cover stands beside them.
	pub(crate) fn own_lock(book: &Book<T>, product: ProductId, incident: Option<IncidentId>) -> OwnLock {
		let lock = incident.and_then(|incident| Locks::<T>::get(incident, book.id));
		let Some(lock) = lock.filter(|lock| lock.product == product) else {
			return OwnLock::default();
		};
		let Some(line) = book.pool.lines.iter().find(|line| line.product == product) else {
			return OwnLock::default();
		};
		let known = if lock.stage == LockStage::Totalled { lock.amount } else { 0 };
		OwnLock { locked: line.locked, claimed: locked::claimed(line.locked, line.exposure, known) }
	}

	/// The capital that renewed cover is tested against: the available capital, and the part of it
	/// that the product's own incident locks for this very cover.
	fn available_to_renew(book: &Book<T>, lock: OwnLock) -> Result<Balance, DispatchError> {
		let others = Self::locked(book)?.checked_sub(lock.locked).ok_or(Error::<T>::BooksBroken)?;
		Self::available_beside(book, add(others, lock.claimed)?)
	}

	/// Returns the room in the line at `index`, rounded down, as if only the claimed part were
	/// locked for the incident on it. All limits apply but that of one policy.
	pub(crate) fn room_beside(book: &Book<T>, index: usize, lock: OwnLock) -> Result<Balance, DispatchError> {
		let limits = capacity::Limits { max_policy_share_ppm: MILLION, ..Self::capacity_limits(book) };
		let mut lines = math_lines(book);
		let line = lines.get_mut(index).ok_or(Error::<T>::NotUnderwritten)?;
		line.locked = line.locked.checked_sub(lock.locked).ok_or(Error::<T>::BooksBroken)?;
		let room = capacity::room(&lines, index, Self::available_to_renew(book, lock)?, &limits);
		Ok(room.ok_or(Error::<T>::BooksBroken)?)
	}

	/// Returns the state of a product's line in a pool as a renewal finds it.
	pub(crate) fn renewal_line_state(
		id: PoolId,
		product: ProductId,
		incident: Option<IncidentId>,
	) -> Result<LineState, DispatchError> {
		let book = Self::load(id, MAX_DAYS_BEHIND)?;
		Self::ensure_renews(&book)?;
		let index = Self::insurable(&book, product)?;
		let line = book.pool.lines.get(index).ok_or(Error::<T>::NotUnderwritten)?;
		let lock = Self::own_lock(&book, product, incident);
		let available = Self::available_to_renew(&book, lock)?;
		let room = Self::room_beside(&book, index, lock)?;
		let largest = capacity::part(available, book.limits().max_policy_share.deconstruct());
		Ok(LineState {
			exposure: line.exposure,
			capacity: capacity::usable(available, line.weight.deconstruct(), line.exposure, room)
				.ok_or(ArithmeticError::Overflow)?,
			room: room.min(largest),
			largest,
		})
	}

	/// Have cover end when it would have ended without its last renewal. The part `back` of its
	/// unearned premium is paid out, rounded down. The rest of the premium is earned until that
	/// end. Must run in a storage layer.
	pub(crate) fn do_shorten_cover(
		backing: &Backing,
		ends: Ends,
		back: Fraction,
	) -> Result<(Stream, CreditOf<T>), DispatchError> {
		let Backing { pool: id, product, cover, expires: Active(expires), stream } = *backing;
		let Ends { expires: Active(new_expires), until: Wall(until) } = ends;
		ensure!(cover > 0, Error::<T>::ZeroAmount);
		ensure!(new_expires < expires, Error::<T>::EndInThePast);
		let (old_expiry, new_expiry) = (end_day(expires)?, end_day(new_expires)?);
		let mut book = Self::load(id, MAX_DAYS_BEHIND)?;
		Self::settle_catch_up(&mut book);
		let (old_exposure, _) = Self::end_exposure(&mut book, product, cover, expires)?;
		let released_to = book.pool.released_to;
		let line = book.pool.line_mut(product).ok_or(Error::<T>::NotUnderwritten)?;
		// A released day is over for the pool: only the lock of an incident stands for it. If the
		// day of the renewal is released, the cover has ended before, and the exposure does not
		// change.
		if old_expiry > released_to {
			line.exposure = old_exposure;
			if new_expiry > released_to {
				CoverEnds::<T>::try_mutate(id, new_expiry, |bucket| add_cover::<T>(bucket, product, cover))?;
			} else {
				line.end(cover).ok_or(Error::<T>::BooksBroken)?;
			}
		}
		let new_exposure = line.exposure;

		let boundary = end_day(until)?;
		let new_millis = millis_left(&book.pool, &Stream { boundary, ..stream });
		let (left, refund, earned) = match millis_left(&book.pool, &stream) {
			Some(millis) => {
				let shorten = |books: Books| {
					books.shorten(stream.rate, stream.remainder, millis, new_millis, (back.part, back.of))
				};
				let step = shorten(book.pool.books).ok_or(Error::<T>::BooksBroken)?;
				book.pool.books = step.books;
				let pledged = book.pool.step_if_pledged(stream.generation, |books| {
					let step = shorten(books)?;
					Some((step.books, step.earned))
				});
				let left = Stream { rate: step.rate, remainder: step.remainder, boundary, ..stream };
				Self::change_stream(&book, &stream, &over(stream))?;
				Self::change_stream(&book, &over(left), &left)?;
				book.book_earned(step.earned, pledged)?;
				(left, step.refunded, step.earned)
			}
			None => (over(stream), 0, 0),
		};
		let credit = Self::withdraw(&book, refund)?;
		Self::save(book)?;
		Self::deposit_event(Event::CoverShortened {
			pool: id,
			product,
			cover,
			refund,
			earned,
			old_expiry,
			new_expiry,
			boundary: left.boundary,
			old_exposure,
			new_exposure,
		});
		Ok((left, credit))
	}
}
