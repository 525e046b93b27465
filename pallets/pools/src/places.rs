//! The places of pools on a product: their weights, and how a larger pool takes the place of a small one.
//!
//! What a pool counts for is what it could back of the product: its weight of the capital at work. Without that, a dozen
//! pools of dust with a policy of dust in each would keep everybody off a product for as long as they renew them.

use crate::{accrual::Book, pallet::*, types::*};
use breakwater_primitives::{ActiveClock, Balance, Class, PoolId, ProductId};
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult, Permill};

/// A pool that could lose its place.
struct Rival {
	/// What it could back of the product, in the asset's units.
	size: Balance,
	/// The pool.
	id: PoolId,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_weight(
		who: T::AccountId,
		id: PoolId,
		product: ProductId,
		weight: Permill,
	) -> DispatchResult {
		let mut book = Book::<T>::recorded(id).ok_or(Error::<T>::UnknownPool)?;
		Self::ensure_manager(&book.pool, &who)?;
		let known = Products::<T>::get(product).ok_or(Error::<T>::UnknownProduct)?;
		ensure!(known.asset == book.pool.asset, Error::<T>::WrongAsset);
		ensure!(weight <= Permill::one(), Error::<T>::WeightTooHigh);

		let old = match book.line_mut(product) {
			Some(line) => Some(core::mem::replace(&mut line.weight, weight)),
			None => {
				ensure!(!weight.is_zero(), Error::<T>::NotUnderwritten);
				let line = Line::new(product, known.group, weight);
				book.lines.try_push(line).map_err(|_| Error::<T>::TooManyProducts)?;
				None
			}
		};
		let mut places = Underwriters::<T>::get(product);
		let is_out = weight.is_zero()
			&& book.lines.iter().any(|line| line.product == product && line.is_idle(T::Clock::active()));
		if is_out {
			book.lines.retain(|line| line.product != product);
			places.remove(id);
			Underwriters::<T>::insert(product, places);
		} else if !weight.is_zero() && !places.selling.contains(&id) {
			Self::join(&book, product, weight, &mut places)?;
			Underwriters::<T>::insert(product, places);
		}
		PoolLines::<T>::insert(id, book.lines);
		let new = if is_out { None } else { Some(weight) };
		Self::deposit_event(Event::WeightSet { pool: id, product, old, new });
		Ok(())
	}

	/// Take a place among the pools that sell cover on a product, if need be that of another one.
	///
	/// Of the pools without exposure the smallest has to go if it is smaller. If there is none, the smallest of all has to go
	/// if it is [`DISPLACES`] times smaller, and runs off.
	fn join(book: &Book<T>, product: ProductId, weight: Permill, places: &mut Places) -> DispatchResult {
		let id = book.id;
		// One that runs off comes back.
		places.running_off.retain(|other| *other != id);
		if places.selling.is_full() {
			let own = weight.mul_floor(Self::committed(book)?);
			let (idle, busy) = Self::rivals(product, places)?;
			let rival = match (idle.filter(|rival| rival.size < own), busy) {
				(Some(rival), _) => rival,
				(None, Some(rival)) if Self::displaces(own, rival.size) => {
					Self::make_room(product, places)?;
					places.running_off.try_push(rival.id).map_err(|_| Error::<T>::TooManyRunOffs)?;
					rival
				}
				_ => return Err(Error::<T>::TooManyPools.into()),
			};
			places.selling.retain(|other| *other != rival.id);
			Self::displace(rival.id, product, id);
		}
		places.selling.try_push(id).map_err(|_| Error::<T>::TooManyPools)?;
		Ok(())
	}

	/// Whether a pool that can back `own` of a product takes the place of one with cover in force that can back `size`.
	fn displaces(own: Balance, size: Balance) -> bool {
		own > 0 && size.checked_mul(DISPLACES.into()).is_some_and(|least| least <= own)
	}

	/// The smallest of the pools that sell cover on a product, without exposure to it and with.
	fn rivals(product: ProductId, places: &Places) -> Result<(Option<Rival>, Option<Rival>), DispatchError> {
		let (mut idle, mut busy): (Option<Rival>, Option<Rival>) = (None, None);
		for id in &places.selling {
			let Some(book) = Book::<T>::recorded(*id) else { continue };
			let Some(line) = book.lines.iter().find(|line| line.product == product) else { continue };
			// What incidents pin counts for the one that would lose its place: nobody loses it by one that is filed.
			let size = line.weight.mul_floor(Self::at_work(&book)?);
			let smallest = if line.is_idle(T::Clock::active()) { &mut idle } else { &mut busy };
			if smallest.as_ref().is_none_or(|rival| (size, *id) < (rival.size, rival.id)) {
				*smallest = Some(Rival { size, id: *id });
			}
		}
		Ok((idle, busy))
	}

	/// The capital of a pool that backs new cover while no incident pins any of it.
	fn at_work(book: &Book<T>) -> Result<Balance, DispatchError> {
		let of = |class: Class| book.pool.class(class).at_work().ok_or(ArithmeticError::Overflow);
		let least = Self::limits().min_junior.deconstruct();
		let (junior, senior) = (of(Class::Junior)?, of(Class::Senior)?);
		Ok(breakwater_math::capacity::committed(junior, senior, least, 0).ok_or(ArithmeticError::Overflow)?)
	}

	/// Make sure that one more pool can run off: the first that has done so gives its place up, if all are taken.
	fn make_room(product: ProductId, places: &mut Places) -> DispatchResult {
		if !places.running_off.is_full() {
			return Ok(());
		}
		let is_over = |id: &PoolId| {
			PoolLines::<T>::get(id)
				.iter()
				.all(|line| line.product != product || line.is_idle(T::Clock::active()))
		};
		let id = places.running_off.iter().copied().find(is_over).ok_or(Error::<T>::TooManyRunOffs)?;
		places.running_off.retain(|other| *other != id);
		PoolLines::<T>::mutate(id, |lines| lines.retain(|line| line.product != product));
		let old = Some(Permill::zero());
		Self::deposit_event(Event::WeightSet { pool: id, product, old, new: None });
		Ok(())
	}

	/// Take a product's weight from a pool that lost its place to `by`, and the whole line if nothing is in force.
	fn displace(id: PoolId, product: ProductId, by: PoolId) {
		let line = PoolLines::<T>::mutate(id, |lines| {
			let line = lines.iter_mut().find(|line| line.product == product)?;
			let before = *line;
			line.weight = Permill::zero();
			if before.is_idle(T::Clock::active()) {
				lines.retain(|line| line.product != product);
			}
			Some(before)
		});
		if let Some(Line { weight: old_weight, exposure, .. }) = line {
			Self::deposit_event(Event::PoolDisplaced { product, pool: id, by, old_weight, exposure });
		}
	}
}
