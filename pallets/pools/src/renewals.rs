//! Renewals: cover that goes on while incidents freeze the pool, and goes back when its renewal is void.

use crate::{
	accrual::{add, Book},
	capacity::math_lines,
	cover::{add_cover, end_day, millis_left, over},
	pallet::*,
	types::*,
};
use breakwater_math::{capacity, stream::Books};
use breakwater_primitives::{
	Active, Backing, Balance, Ends, Fraction, IncidentId, LineState, Moment, PoolId, ProductId, Stream, Wall,
};
use frame_support::ensure;
use sp_core::U256;
use sp_runtime::DispatchError;

/// What the incident that is open on a product pins of a pool.
#[derive(Clone, Copy, Default)]
pub(crate) struct OwnPin {
	/// All of it.
	pinned: Balance,
	/// What of it is claimed by now, and so is no cover any more.
	claimed: Balance,
}

/// What [`shortened`] makes of a stream and of the books that it is a part of.
struct Shortened {
	books: Books,
	rate: U256,
	remainder: U256,
	refunded: Balance,
	earned: Balance,
}

/// Take the part `back` of what a stream has not earned yet out of the books, rounded down to whole units, and spread the
/// rest over the `new_millis` until its new end; without them it is earned at once.
fn shortened(
	books: Books,
	(rate, remainder): (U256, U256),
	millis: Moment,
	new_millis: Option<Moment>,
	back: Fraction,
) -> Option<Shortened> {
	let step = books.refund(rate, remainder, millis, back.part, back.of)?;
	let (rate, remainder) = (step.rate, step.remainder);
	let (books, rate, remainder, rest) = match new_millis {
		Some(new_millis) => {
			let moved = step.books.prolong(rate, remainder, millis, 0, new_millis)?;
			(moved.books, moved.rate, moved.remainder, 0)
		}
		None => {
			let cut = step.books.cut(rate, remainder, millis, 0, 1)?;
			(cut.books, cut.rate, cut.remainder, cut.earned)
		}
	};
	let earned = step.earned.checked_add(rest)?;
	Some(Shortened { books, rate, remainder, refunded: step.refunded, earned })
}

impl<T: Config> Pallet<T> {
	/// What `incident`, which is open on the product, pins of the pool, with all that shares its pin.
	///
	/// Until its claims are known the pin stands for the cover itself, and what the exposure has fallen by since is claimed,
	/// or has ended, which is only more careful. Known claims are no cover, and the cover stands beside them.
	pub(crate) fn own_pin(book: &Book<T>, product: ProductId, incident: Option<IncidentId>) -> OwnPin {
		let pin = incident.and_then(|incident| Pins::<T>::get(incident, book.id));
		let Some(pin) = pin.filter(|pin| pin.product == product) else {
			return OwnPin::default();
		};
		let Some(line) = book.lines.iter().find(|line| line.product == product) else {
			return OwnPin::default();
		};
		// Saturates where more is covered than pinned, and then nothing of the pin is claimed.
		let fallen = line.pinned.saturating_sub(line.backed());
		let known = if pin.stage == PinStage::Tallied { pin.amount } else { 0 };
		OwnPin { pinned: line.pinned, claimed: fallen.max(known) }
	}

	/// The capital that renewed cover is tested against: what is committed, and what the product's own incident pins of it
	/// for this very cover.
	fn committed_to_renew(book: &Book<T>, pin: OwnPin) -> Result<Balance, DispatchError> {
		let others = Self::pinned(book)?.checked_sub(pin.pinned).ok_or(Error::<T>::BooksBroken)?;
		Self::committed_beside(book, add(others, pin.claimed)?)
	}

	/// How much fits into the line at `index`, by all limits but that of one policy, if the incident on it were none but for
	/// what is claimed; rounded down.
	pub(crate) fn room_beside(book: &Book<T>, index: usize, pin: OwnPin) -> Result<Balance, DispatchError> {
		let limits =
			capacity::Limits { max_policy_share_ppm: capacity::MILLION, ..Self::capacity_limits(book) };
		let mut lines = math_lines(book);
		let line = lines.get_mut(index).ok_or(Error::<T>::NotUnderwritten)?;
		line.pinned = line.pinned.checked_sub(pin.pinned).ok_or(Error::<T>::BooksBroken)?;
		let room = capacity::room(&lines, index, Self::committed_to_renew(book, pin)?, &limits);
		Ok(room.ok_or(Error::<T>::BooksBroken)?)
	}

	/// The place of a product in a pool as a renewal finds it.
	pub(crate) fn renewal_line_state(
		id: PoolId,
		product: ProductId,
		incident: Option<IncidentId>,
	) -> Result<LineState, DispatchError> {
		let book = Self::load(id, MAX_BUCKETS)?;
		Self::ensure_renews(&book)?;
		let index = book.index_of(product).ok_or(Error::<T>::NotUnderwritten)?;
		let line = book.lines.get(index).ok_or(Error::<T>::NotUnderwritten)?;
		let pin = Self::own_pin(&book, product, incident);
		let committed = Self::committed_to_renew(&book, pin)?;
		let room = Self::room_beside(&book, index, pin)?;
		let largest = Self::limits().max_policy_share.mul_floor(committed);
		Ok(LineState {
			exposure: line.exposure,
			capacity: line.weight.mul_floor(committed).min(add(line.exposure, room)?),
			room: room.min(largest),
			largest,
		})
	}

	/// Have cover end when it would have ended without its last renewal, and pay the part `back` of its unearned premium
	/// out, rounded down. What is left of the premium is earned until the old end. To be run in a storage layer.
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
		let mut book = Self::load(id, MAX_BUCKETS)?;
		Self::settle_catch_up(&mut book);
		let (old_exposure, _) = Self::end_exposure(&mut book, product, cover, expires)?;
		let released_to = book.pool.released_to;
		let line = book.line_mut(product).ok_or(Error::<T>::NotUnderwritten)?;
		// A day that is released is over for the pool: only the pin of an incident stands for it. If that of the renewal is,
		// the cover has ended before, and nothing changes.
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
				let parts = (stream.rate, stream.remainder);
				let step = shortened(book.pool.books, parts, millis, new_millis, back);
				let step = step.ok_or(Error::<T>::BooksBroken)?;
				book.pool.books = step.books;
				let pledged = book.pool.step_if_pledged(stream.generation, |books| {
					let step = shortened(books, parts, millis, new_millis, back)?;
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
