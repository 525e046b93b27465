// SPDX-License-Identifier: Apache-2.0

//! Cover that a pool backs: its exposure in active-day buckets, its premium in wall-clock-day
//! buckets.

use crate::{
	accrual::{add, sub, Book},
	pallet::*,
	types::*,
};
use breakwater_math::{
	capacity,
	stream::{self, Books},
};
use breakwater_primitives::{
	Active, ActiveClock, Backing, Balance, Day, Ends, LineState, Moment, PoolId, ProductId, Refund, Stream,
	Wall,
};
use frame_support::{ensure, storage::with_storage_layer, traits::fungibles::Balanced};
use sp_core::U256;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The place of a product in a pool as of now.
	pub(crate) fn line_state(pool: PoolId, product: ProductId) -> Result<LineState, DispatchError> {
		let book = Self::load(pool, MAX_BUCKETS)?;
		Self::ensure_sells(&book)?;
		let index = book.index_of(product).ok_or(Error::<T>::NotUnderwritten)?;
		let line = book.lines.get(index).ok_or(Error::<T>::NotUnderwritten)?;
		Ok(LineState {
			exposure: line.exposure,
			capacity: Self::usable_capacity(&book, index, line)?,
			room: Self::room(&book, index)?,
			largest: capacity::part(Self::committed(&book)?, Self::limits().max_policy_share.deconstruct()),
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
			let book = Self::load(id, MAX_BUCKETS)?;
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
		let now = T::Clock::now();
		Self::ensure_sells(&book)?;
		ensure!(cover > 0 && premium > 0, Error::<T>::ZeroAmount);
		ensure!(expires > T::Clock::active() && until >= now, Error::<T>::EndInThePast);
		let index = book.index_of(product).ok_or(Error::<T>::NotUnderwritten)?;
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
		let line = book.line_mut(product).ok_or(Error::<T>::NotUnderwritten)?;
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
		let now = T::Clock::now();
		ensure!(cover > 0 && premium > 0, Error::<T>::ZeroAmount);
		ensure!(new_expires > expires && until >= now, Error::<T>::EndInThePast);
		ensure!(end_day(expires)? > book.pool.released_to, Error::<T>::EndInThePast);
		ensure!(!book.pool.is_pledged(stream.generation), Error::<T>::PremiumPledged);
		let boundary = end_day(until)?;
		// Above zero: the boundary is after `until`, which is not before now.
		let millis = start_of(boundary).checked_sub(now).ok_or(ArithmeticError::Underflow)?;
		let old = if millis_left(&book.pool, &stream).is_some() { stream } else { over(stream) };
		let left = millis_left(&book.pool, &old).unwrap_or_default();
		let step = book.pool.books.prolong(old.rate, old.remainder, left, premium, millis);
		let step = step.ok_or(ArithmeticError::Overflow)?;
		let new =
			Stream { rate: step.rate, remainder: step.remainder, boundary, generation: book.pool.generation };

		Self::settle_catch_up(&mut book);
		book.pool.books = step.books;
		let index = book.index_of(product).ok_or(Error::<T>::NotUnderwritten)?;
		let (exposure, _) = Self::end_exposure(&mut book, product, cover, expires)?;
		// As if it was bought now: a pool that has lowered its weight is not bound for longer than
		// it chose.
		ensure!(cover <= room(&book, index)?, Error::<T>::NoCapacity);
		let expiry = end_day(new_expires)?;
		book.line_mut(product).ok_or(Error::<T>::NotUnderwritten)?.exposure = exposure;
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
		let mut book = Self::load(id, MAX_BUCKETS)?;
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
	/// a loss left the pool short and the premium is not pledged. To be run in a storage layer.
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
		let is_short = book.pool.is_short && book.assets()? < Self::required(&book)?;
		let is_free = is_short && !book.pool.is_pledged(stream.generation);
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

	/// Take `amount` of cover out of the exposure and out of the bucket in which it would end.
	/// Returns the product's exposure before and after. Cover whose day was released is out of the
	/// exposure already: only the pin of an incident stands for it.
	pub(crate) fn end_exposure(
		book: &mut Book<T>,
		product: ProductId,
		amount: Balance,
		expires: Moment,
	) -> Result<(Balance, Balance), DispatchError> {
		let expiry = end_day(expires)?;
		let (id, released_to) = (book.id, book.pool.released_to);
		let line = book.line_mut(product).ok_or(Error::<T>::NotUnderwritten)?;
		let old = line.exposure;
		if expiry > released_to {
			line.exposure = sub::<T>(old, amount)?;
			CoverEnds::<T>::try_mutate_exists(id, expiry, |slot| {
				let mut bucket = slot.take().unwrap_or_default();
				sub_cover::<T>(&mut bucket, product, amount)?;
				*slot = Some(bucket).filter(|bucket| !bucket.is_empty());
				Ok::<_, DispatchError>(())
			})?;
		}
		Ok((old, line.exposure))
	}

	/// The unearned part of a stream at the moment up to which the pool is caught up, in scaled
	/// units.
	pub(crate) fn unearned_of(id: PoolId, stream: &Stream) -> U256 {
		let Some(pool) = Pools::<T>::get(id) else {
			return U256::zero();
		};
		match millis_left(&pool, stream) {
			Some(millis) => stream::unearned(stream.rate, stream.remainder, millis).unwrap_or_default(),
			None => U256::zero(),
		}
	}

	/// Let a stream of rate and remainder `more` run beside `stream` until its end, of the same
	/// generation and without a policy. It is in the books already.
	fn retain(book: &Book<T>, stream: &Stream, more: (U256, U256)) -> DispatchResult {
		let (rate, remainder) = more;
		if rate.is_zero() && remainder.is_zero() {
			return Ok(());
		}
		Self::change_stream(book, &over(*stream), &Stream { rate, remainder, ..*stream })?;
		PremiumEnds::<T>::try_mutate(book.id, stream.boundary, |slot| {
			*slot = slot.and_then(|bucket| bucket.retaining(more));
			ensure!(slot.is_some(), Error::<T>::BooksBroken);
			Ok(())
		})
	}

	/// Replace a stream among those that end at its boundary: `old` by `new`. An empty bucket is
	/// removed.
	pub(crate) fn change_stream(book: &Book<T>, old: &Stream, new: &Stream) -> DispatchResult {
		let is_fresh = !book.pool.is_pledged(old.generation);
		PremiumEnds::<T>::try_mutate_exists(book.id, old.boundary, |slot| {
			let bucket = slot
				.unwrap_or_default()
				.replaced(
					book.pool.fresh_generation(),
					is_fresh,
					(old.rate, old.remainder),
					(new.rate, new.remainder),
				)
				.ok_or(Error::<T>::BooksBroken)?;
			*slot = if bucket.is_empty() { None } else { Some(bucket) };
			Ok(())
		})
	}
}

/// The milliseconds until a stream ends, from the moment up to which the pool is caught up. `None`
/// if all of it is earned already.
pub(crate) fn millis_left<AccountId>(pool: &Pool<AccountId>, stream: &Stream) -> Option<Moment> {
	start_of(stream.boundary).checked_sub(pool.accrued_to).filter(|millis| *millis > 0)
}

/// Returns the stream with a rate and a remainder of zero.
pub(crate) fn over(stream: Stream) -> Stream {
	Stream { rate: U256::zero(), remainder: U256::zero(), ..stream }
}

/// The day at whose beginning cover or premium ends that lasts until `moment`: the one after the
/// day of the moment.
pub(crate) fn end_day(moment: Moment) -> Result<Day, ArithmeticError> {
	day_of(moment).and_then(|day| day.checked_add(1)).ok_or(ArithmeticError::Overflow)
}

pub(crate) fn add_cover<T: Config>(
	bucket: &mut CoverBucket,
	product: ProductId,
	cover: Balance,
) -> DispatchResult {
	match bucket.iter_mut().find(|(other, _)| *other == product) {
		Some((_, sum)) => *sum = add(*sum, cover)?,
		// As many places as a pool has products, and a product with cover in a bucket cannot leave
		// the pool.
		None => bucket.try_push((product, cover)).map_err(|_| Error::<T>::BooksBroken)?,
	}
	Ok(())
}

fn sub_cover<T: Config>(bucket: &mut CoverBucket, product: ProductId, amount: Balance) -> DispatchResult {
	let (_, sum) = bucket.iter_mut().find(|(other, _)| *other == product).ok_or(Error::<T>::BooksBroken)?;
	*sum = sub::<T>(*sum, amount)?;
	bucket.retain(|(_, sum)| *sum > 0);
	Ok(())
}
