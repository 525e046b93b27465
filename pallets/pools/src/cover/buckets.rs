// SPDX-License-Identifier: Apache-2.0

//! The day buckets of cover and premium: exposure ends with an active day, a stream of premium with
//! a wall-clock day.

use crate::{
	book::{add, sub, Book},
	pallet::*,
	types::*,
};
use breakwater_math::stream;
use breakwater_primitives::{Balance, Day, Moment, PoolId, ProductId, Stream};
use frame_support::ensure;
use sp_core::U256;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Take `amount` of cover out of the exposure and out of the bucket in which it would end.
	/// Returns the product's exposure before and after. Cover whose day was released is out of the
	/// exposure already: only the lock of an incident stands for it.
	pub(super) fn end_exposure(
		book: &mut Book<T>,
		product: ProductId,
		amount: Balance,
		expires: Moment,
	) -> Result<(Balance, Balance), DispatchError> {
		let expiry = end_day(expires)?;
		let (id, released_to) = (book.id, book.pool.released_to);
		let line = book.pool.line_mut(product).ok_or(Error::<T>::NotUnderwritten)?;
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
	pub(super) fn retain(book: &Book<T>, stream: &Stream, more: (U256, U256)) -> DispatchResult {
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
	pub(super) fn change_stream(book: &Book<T>, old: &Stream, new: &Stream) -> DispatchResult {
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
pub(super) fn millis_left<AccountId>(pool: &Pool<AccountId>, stream: &Stream) -> Option<Moment> {
	start_of(stream.boundary).checked_sub(pool.accrued_to).filter(|millis| *millis > 0)
}

/// Returns the stream with a rate and a remainder of zero.
pub(super) fn over(stream: Stream) -> Stream {
	Stream { rate: U256::zero(), remainder: U256::zero(), ..stream }
}

/// The day at whose beginning cover or premium ends that lasts until `moment`: the one after the
/// day of the moment.
pub(super) fn end_day(moment: Moment) -> Result<Day, ArithmeticError> {
	day_of(moment).and_then(|day| day.checked_add(1)).ok_or(ArithmeticError::Overflow)
}

pub(super) fn add_cover<T: Config>(
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
