//! Cover that a pool backs: its exposure in active-day buckets, its premium in wall-clock-day buckets.

use crate::{pallet::*, types::*};
use breakwater_math::stream;
use breakwater_primitives::{Balance, Day, Moment, PoolId, ProductId, Stream};
use frame_support::{ensure, storage::with_storage_layer, traits::fungibles::Balanced};
use sp_core::U256;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Back a new policy. On an error nothing is changed and the premium comes back.
	pub(crate) fn do_open_cover(
		id: PoolId,
		product: ProductId,
		cover: Balance,
		premium: CreditOf<T>,
		expires: Moment,
		until: Moment,
	) -> Result<Stream, (DispatchError, CreditOf<T>)> {
		let asset = premium.asset();
		let mut slot = Some(premium);
		let opened = with_storage_layer(|| {
			let premium = slot.as_ref().map_or(0, |credit| credit.peek());
			let book = Self::load(id, MAX_BUCKETS)?;
			ensure!(book.pool.asset == asset, Error::<T>::WrongAsset);
			let stream = Self::back(book, product, cover, premium, expires, until)?;
			// The money last: everything else can be taken back, a premium that has arrived cannot.
			if let Some(credit) = slot.take() {
				let account = Self::account_of(id)?;
				if let Err(credit) = T::Assets::resolve(&account, credit) {
					slot = Some(credit);
					return Err(Error::<T>::NotReceived.into());
				}
			}
			Ok(stream)
		});
		opened.map_err(|error| (error, slot.unwrap_or_else(|| CreditOf::<T>::zero(asset))))
	}

	fn back(
		mut book: crate::accrual::Book<T>,
		product: ProductId,
		cover: Balance,
		premium: Balance,
		expires: Moment,
		until: Moment,
	) -> Result<Stream, DispatchError> {
		let id = book.id;
		let clock = Self::clocks();
		Self::ensure_sells(&book)?;
		ensure!(cover > 0 && premium > 0, Error::<T>::ZeroAmount);
		ensure!(expires > clock.active && until >= clock.now, Error::<T>::EndInThePast);
		let index = book.index_of(product).ok_or(Error::<T>::NotUnderwritten)?;
		Self::ensure_room(&book, index, cover)?;
		let expiry = end_day(expires)?;
		let boundary = end_day(until)?;
		// Above zero: the boundary is after `until`, which is not before now.
		let millis = start_of(boundary).checked_sub(clock.now).ok_or(ArithmeticError::Underflow)?;
		let (rate, remainder) = stream::open(premium, millis).ok_or(ArithmeticError::Overflow)?;
		let books = book.pool.books.add(rate, remainder, millis).ok_or(ArithmeticError::Overflow)?;

		Self::settle_catch_up(&mut book);
		book.pool.books = books;
		let line = book.line_mut(product).ok_or(Error::<T>::NotUnderwritten)?;
		let old_exposure = line.exposure;
		let new_exposure = old_exposure.checked_add(cover).ok_or(ArithmeticError::Overflow)?;
		line.exposure = new_exposure;
		CoverEnds::<T>::try_mutate(id, expiry, |bucket| add_cover::<T>(bucket, product, cover))?;
		Self::change_premium_end(id, boundary, (U256::zero(), U256::zero()), (rate, remainder))?;
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
		Ok(Stream { rate, remainder, boundary })
	}

	/// Take `used` of `cover` out of the exposure and earn its part of the unearned premium.
	pub(crate) fn do_use_cover(
		id: PoolId,
		product: ProductId,
		cover: Balance,
		used: Balance,
		expires: Moment,
		stream: Stream,
	) -> Result<Stream, DispatchError> {
		let keep = cover.checked_sub(used).ok_or(Error::<T>::UsedAboveCover)?;
		ensure!(used > 0, Error::<T>::ZeroAmount);
		let mut book = Self::load(id, MAX_BUCKETS)?;
		Self::settle_catch_up(&mut book);

		let expiry = end_day(expires)?;
		let released_to = book.pool.released_to;
		let line = book.line_mut(product).ok_or(Error::<T>::NotUnderwritten)?;
		let old_exposure = line.exposure;
		if expiry > released_to {
			line.exposure = old_exposure.checked_sub(used).ok_or(Error::<T>::BooksBroken)?;
			CoverEnds::<T>::try_mutate_exists(id, expiry, |slot| {
				let mut bucket = slot.take().unwrap_or_default();
				sub_cover::<T>(&mut bucket, product, used)?;
				*slot = Some(bucket).filter(|bucket| !bucket.is_empty());
				Ok::<_, DispatchError>(())
			})?;
		}
		// Otherwise the cover ended with its day while the incident was open: only the pin still stood for it.
		let new_exposure = line.exposure;

		let (left, earned) = match start_of(stream.boundary).checked_sub(book.pool.accrued_to) {
			Some(millis) if millis > 0 => {
				let cut = book.pool.books.cut(stream.rate, stream.remainder, millis, keep, cover);
				let cut = cut.ok_or(Error::<T>::BooksBroken)?;
				book.pool.books = cut.books;
				let (old, new) = ((stream.rate, stream.remainder), (cut.rate, cut.remainder));
				Self::change_premium_end(id, stream.boundary, old, new)?;
				book.book_earned(cut.earned)?;
				(Stream { rate: cut.rate, remainder: cut.remainder, ..stream }, cut.earned)
			}
			// Earned wholly already.
			_ => (Stream { rate: U256::zero(), remainder: U256::zero(), ..stream }, 0),
		};
		Self::save(book)?;
		Self::deposit_event(Event::CoverUsed { pool: id, product, used, earned, old_exposure, new_exposure });
		Ok(left)
	}

	/// What of a stream is not earned at the moment up to which the pool is caught up, in scaled units.
	pub(crate) fn unearned_of(id: PoolId, stream: &Stream) -> U256 {
		let Some(pool) = Pools::<T>::get(id) else {
			return U256::zero();
		};
		match start_of(stream.boundary).checked_sub(pool.accrued_to) {
			Some(millis) if millis > 0 => {
				stream::unearned(stream.rate, stream.remainder, millis).unwrap_or_default()
			}
			_ => U256::zero(),
		}
	}

	/// Replace one stream among those that end at `boundary`. An empty bucket is removed.
	fn change_premium_end(id: PoolId, boundary: Day, old: (U256, U256), new: (U256, U256)) -> DispatchResult {
		PremiumEnds::<T>::try_mutate_exists(id, boundary, |slot| {
			let bucket = slot.unwrap_or_default();
			let change = |value: U256, old: U256, new: U256| value.checked_sub(old)?.checked_add(new);
			let rate = change(bucket.rate, old.0, new.0).ok_or(Error::<T>::BooksBroken)?;
			let remainder = change(bucket.remainder, old.1, new.1).ok_or(Error::<T>::BooksBroken)?;
			let is_empty = rate.is_zero() && remainder.is_zero();
			*slot = if is_empty { None } else { Some(PremiumBucket { rate, remainder }) };
			Ok(())
		})
	}
}

/// The day at whose beginning something ends that lasts until `moment`: the one after the day of the moment.
fn end_day(moment: Moment) -> Result<Day, ArithmeticError> {
	day_of(moment).and_then(|day| day.checked_add(1)).ok_or(ArithmeticError::Overflow)
}

fn add_cover<T: Config>(bucket: &mut CoverBucket, product: ProductId, cover: Balance) -> DispatchResult {
	match bucket.iter_mut().find(|(other, _)| *other == product) {
		Some((_, sum)) => *sum = sum.checked_add(cover).ok_or(ArithmeticError::Overflow)?,
		// As many places as a pool has products, and a product with cover in a bucket cannot leave the pool.
		None => bucket.try_push((product, cover)).map_err(|_| Error::<T>::BooksBroken)?,
	}
	Ok(())
}

fn sub_cover<T: Config>(bucket: &mut CoverBucket, product: ProductId, used: Balance) -> DispatchResult {
	let (_, sum) = bucket.iter_mut().find(|(other, _)| *other == product).ok_or(Error::<T>::BooksBroken)?;
	*sum = sum.checked_sub(used).ok_or(Error::<T>::BooksBroken)?;
	bucket.retain(|(_, sum)| *sum > 0);
	Ok(())
}
