// SPDX-License-Identifier: Apache-2.0

//! Cover that a pool backs: it is opened, extended, used and reduced.

use super::buckets::{add_cover, end_day, millis_left, over};
use crate::{
	book::{add, Book},
	pallet::*,
	types::*,
};
use breakwater_math::{
	capacity,
	stream::{self, Books},
};
use breakwater_primitives::{
	Active, Backing, Balance, BlockTime, Ends, LineState, PoolId, ProductId, Refund, Stream, Wall,
	MAX_DAYS_BEHIND,
};
use frame_support::{ensure, storage::with_storage_layer, traits::fungibles::Balanced};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// The place of a product in a pool as of now.
	pub(crate) fn line_state(pool: PoolId, product: ProductId) -> Result<LineState, DispatchError> {
		let book = Self::load(pool, MAX_DAYS_BEHIND)?;
		Self::ensure_sells(&book)?;
		let index = Self::insurable(&book, product)?;
		let line = book.pool.lines.get(index).ok_or(Error::<T>::NotUnderwritten)?;
		Ok(LineState {
			exposure: line.exposure,
			capacity: Self::usable_capacity(&book, index, line)?,
			room: Self::room(&book, index)?,
			largest: capacity::part(Self::available(&book)?, book.limits().max_policy_share.deconstruct()),
		})
	}

	/// Have `work` take a premium into a pool's books, then take the money. On an error the state
	/// is unchanged and the premium comes back.
	pub(crate) fn take_premium(
		id: PoolId,
		premium: CreditOf<T>,
		work: impl FnOnce(Book<T>, Balance) -> Result<Stream, DispatchError>,
	) -> Result<Stream, (DispatchError, CreditOf<T>)> {
		let asset = premium.asset();
		let mut slot = Some(premium);
		let taken = with_storage_layer(|| {
			let premium = slot.as_ref().map_or(0, |credit| credit.peek());
			let book = Self::load(id, MAX_DAYS_BEHIND)?;
			ensure!(book.pool.asset == asset, Error::<T>::WrongAsset);
			let stream = work(book, premium)?;
			// The money comes last: all else can be taken back, a premium that has arrived cannot.
			if let Some(credit) = slot.take() {
				let account = Self::account_of(id)?;
				if let Err(credit) = T::Assets::resolve(&account, credit) {
					slot = Some(credit);
					return Err(Error::<T>::NotReceived.into());
				}
			}
			Ok(stream)
		});
		taken.map_err(|error| (error, slot.unwrap_or_else(|| CreditOf::<T>::zero(asset))))
	}

	/// Back a new policy.
	pub(crate) fn back(
		mut book: Book<T>,
		product: ProductId,
		cover: Balance,
		premium: Balance,
		ends: Ends,
	) -> Result<Stream, DispatchError> {
		let Ends { expires: Active(expires), until: Wall(until) } = ends;
		let id = book.id;
		let BlockTime { now, active } = book.time;
		Self::ensure_sells(&book)?;
		ensure!(cover > 0 && premium > 0, Error::<T>::ZeroAmount);
		ensure!(expires > active && until >= now, Error::<T>::EndInThePast);
		let index = Self::insurable(&book, product)?;
		Self::ensure_room(&book, index, cover)?;
		let expiry = end_day(expires)?;
		let boundary = end_day(until)?;
		// Above zero: the boundary is after `until`, which is not before now.
		let millis = start_of(boundary).checked_sub(now).ok_or(ArithmeticError::Underflow)?;
		let (rate, remainder) = stream::open(premium, millis).ok_or(ArithmeticError::Overflow)?;
		let books = book.pool.books.add(rate, remainder, millis).ok_or(ArithmeticError::Overflow)?;
		let stream = Stream { rate, remainder, boundary, generation: book.pool.generation };

		Self::settle_catch_up(&mut book);
		book.pool.books = books;
		let line = book.pool.line_mut(product).ok_or(Error::<T>::NotUnderwritten)?;
		let old_exposure = line.exposure;
		let new_exposure = add(old_exposure, cover)?;
		line.exposure = new_exposure;
		CoverEnds::<T>::try_mutate(id, expiry, |bucket| add_cover::<T>(bucket, product, cover))?;
		Self::change_stream(&book, &over(stream), &stream)?;
		Self::save(book)?;
		Self::deposit_event(Event::CoverOpened {
			pool: id,
			product,
			cover,
			premium,
			expiry,
			boundary,
			old_exposure,
			new_exposure,
		});
		Ok(stream)
	}

	/// Back the cover of a policy for longer. Its stream goes on with the new premium until the new
	/// end. `room` returns how much fits into a line from which the cover was taken out. Whether
	/// the pool sells is checked before.
	pub(crate) fn extend(
		mut book: Book<T>,
		backing: &Backing,
		premium: Balance,
		ends: Ends,
		room: impl FnOnce(&Book<T>, usize) -> Result<Balance, DispatchError>,
	) -> Result<Stream, DispatchError> {
		let Backing { pool: id, product, cover, expires: Active(expires), stream } = *backing;
		let Ends { expires: Active(new_expires), until: Wall(until) } = ends;
		let now = book.time.now;
		ensure!(cover > 0 && premium > 0, Error::<T>::ZeroAmount);
		ensure!(new_expires > expires && until >= now, Error::<T>::EndInThePast);
		ensure!(end_day(expires)? > book.pool.released_to, Error::<T>::EndInThePast);
		ensure!(!book.pool.is_pledged(stream.generation), Error::<T>::PremiumPledged);
		let boundary = end_day(until)?;
		// Above zero: the boundary is after `until`, which is not before now.
		let millis = start_of(boundary).checked_sub(now).ok_or(ArithmeticError::Underflow)?;
		let old = if millis_left(&book.pool, &stream).is_some() { stream } else { over(stream) };
		let left = millis_left(&book.pool, &old).unwrap_or_default();
		let step = book.pool.books.extend(old.rate, old.remainder, left, premium, millis);
		let step = step.ok_or(ArithmeticError::Overflow)?;
		let new =
			Stream { rate: step.rate, remainder: step.remainder, boundary, generation: book.pool.generation };

		Self::settle_catch_up(&mut book);
		book.pool.books = step.books;
		let index = Self::insurable(&book, product)?;
		let (exposure, _) = Self::end_exposure(&mut book, product, cover, expires)?;
		// As if it was bought now: a pool that has lowered its weight is not bound for longer than
		// it chose.
		ensure!(cover <= room(&book, index)?, Error::<T>::NoCapacity);
		let expiry = end_day(new_expires)?;
		book.pool.line_mut(product).ok_or(Error::<T>::NotUnderwritten)?.exposure = exposure;
		CoverEnds::<T>::try_mutate(id, expiry, |bucket| add_cover::<T>(bucket, product, cover))?;
		Self::change_stream(&book, &old, &over(old))?;
		Self::change_stream(&book, &over(new), &new)?;
		Self::save(book)?;
		Self::deposit_event(Event::CoverProlonged {
			pool: id,
			product,
			cover,
			premium,
			old_expiry: end_day(expires)?,
			new_expiry: expiry,
			boundary,
		});
		Ok(new)
	}

	/// Take `used` of `cover` out of the exposure and earn its part of the unearned premium.
	pub(crate) fn do_use_cover(backing: &Backing, used: Balance) -> Result<Stream, DispatchError> {
		let Backing { pool: id, product, cover, expires: Active(expires), stream } = *backing;
		let keep = cover.checked_sub(used).ok_or(Error::<T>::UsedAboveCover)?;
		ensure!(used > 0, Error::<T>::ZeroAmount);
		let mut book = Self::load(id, MAX_DAYS_BEHIND)?;
		Self::settle_catch_up(&mut book);
		let (old_exposure, new_exposure) = Self::end_exposure(&mut book, product, used, expires)?;

		let (left, earned) = match millis_left(&book.pool, &stream) {
			Some(millis) => {
				let (rate, remainder) = (stream.rate, stream.remainder);
				let cut = book.pool.books.cut(rate, remainder, millis, keep, cover);
				let cut = cut.ok_or(Error::<T>::BooksBroken)?;
				book.pool.books = cut.books;
				let pledged = book.pool.step_if_pledged(stream.generation, |books| {
					let cut = books.cut(rate, remainder, millis, keep, cover)?;
					Some((cut.books, cut.earned))
				});
				let left = Stream { rate: cut.rate, remainder: cut.remainder, ..stream };
				Self::change_stream(&book, &stream, &left)?;
				book.book_earned(cut.earned, pledged)?;
				(left, cut.earned)
			}
			None => (over(stream), 0),
		};
		Self::save(book)?;
		Self::deposit_event(Event::CoverUsed { pool: id, product, used, earned, old_exposure, new_exposure });
		Ok(left)
	}

	/// Take `by` of `cover` out of the exposure and pay out the part `refund` of its unearned
	/// premium, rounded down.
	///
	/// The rest is retained: it streams on until the stream's end. So no capital comes in just
	/// before the end to have a part of it, and what is pledged stays pledged. All of it is paid if
	/// a loss left the pool undercapitalised and the premium is not pledged. To be run in a storage
	/// layer.
	pub(crate) fn do_reduce_cover(
		backing: &Backing,
		by: Balance,
		refund: Refund,
	) -> Result<(Stream, CreditOf<T>), DispatchError> {
		let Backing { pool: id, product, cover, expires: Active(expires), stream } = *backing;
		ensure!(by > 0, Error::<T>::ZeroAmount);
		ensure!(by <= cover, Error::<T>::ReducedAboveCover);
		let mut book = Self::load_caught_up(id)?;
		ensure!(!book.is_frozen(), Error::<T>::PoolFrozen);
		ensure!(end_day(expires)? > book.pool.released_to, Error::<T>::EndInThePast);
		Self::settle_catch_up(&mut book);
		// Not of a pledged stream: the reserve would lose what leaves it without a return. As of
		// now: premium earned since the pool was written can have made up for the loss.
		let is_undercapitalised = book.pool.is_undercapitalised && book.assets()? < Self::required(&book)?;
		let is_free = is_undercapitalised && !book.pool.is_pledged(stream.generation);
		let terms = if is_free { Refund::WHOLE } else { refund };
		let (old_exposure, new_exposure) = Self::end_exposure(&mut book, product, by, expires)?;

		let (left, refund, retained, earned) = match millis_left(&book.pool, &stream) {
			Some(millis) => {
				let (rate, remainder) = (stream.rate, stream.remainder);
				let reduce = |books: Books| {
					books.reduce(rate, remainder, millis, (by, cover), |unearned| terms.of(unearned))
				};
				let step = reduce(book.pool.books).ok_or(Error::<T>::BooksBroken)?;
				book.pool.books = step.books;
				let pledged = book.pool.step_if_pledged(stream.generation, |books| {
					let step = reduce(books)?;
					Some((step.books, step.earned))
				});
				let left = Stream { rate: step.rate, remainder: step.remainder, ..stream };
				Self::change_stream(&book, &stream, &left)?;
				Self::retain(&book, &stream, (step.retained_rate, step.retained_remainder))?;
				book.book_earned(step.earned, pledged)?;
				(left, step.refunded, step.retained, step.earned)
			}
			None => (over(stream), 0, 0, 0),
		};
		let credit = Self::withdraw(&book, refund)?;
		Self::save(book)?;
		Self::deposit_event(Event::CoverReduced {
			pool: id,
			product,
			by,
			refund,
			retained,
			earned,
			old_exposure,
			new_exposure,
		});
		Ok((left, credit))
	}
}
