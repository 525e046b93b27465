// SPDX-License-Identifier: Apache-2.0

//! The places of pools on a product: their weights, and the displacement of a small pool by a
//! larger one.
//!
//! The size of a pool on a product is the amount that it could back of it: its weight of the
//! capital at work. Without this measure, a dozen pools of dust, each with a policy of dust, could
//! keep all other pools off a product for as long as the policies are renewed.

use crate::{book::Book, pallet::*, types::*};
use alloc::vec::Vec;
use breakwater_math::capacity;
use breakwater_primitives::{Admission, AssetId, Backstop, Balance, GroupId, PoolId, ProductId};
use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult, Permill};

/// A pool that could lose its place.
struct Rival {
	/// The amount that it could back of the product, in the asset's units.
	size: Balance,
	/// The pool.
	id: PoolId,
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register_product(product: ProductId, asset: AssetId, group: GroupId) -> DispatchResult {
		ensure!(!Products::<T>::contains_key(product), Error::<T>::ProductKnown);
		ensure!(ListedAssets::<T>::contains_key(&asset), Error::<T>::AssetNotListed);
		ensure!(AssetGroups::<T>::get(&asset) != Some(group), Error::<T>::SelfInsured);
		Products::<T>::insert(product, ProductRef { asset: asset.clone(), group });
		Self::deposit_event(Event::ProductRegistered { product, asset, group });
		Ok(())
	}

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
		let is_own_risk = AssetGroups::<T>::get(&known.asset) == Some(known.group);
		ensure!(weight.is_zero() || !is_own_risk, Error::<T>::SelfInsured);
		Self::ensure_admissible(&book, product, weight)?;

		let old = match book.pool.line_mut(product) {
			Some(line) => Some(core::mem::replace(&mut line.weight, weight)),
			None => {
				ensure!(!weight.is_zero(), Error::<T>::NotUnderwritten);
				let line = Line::new(product, known.group, weight);
				book.pool.lines.try_push(line).map_err(|_| Error::<T>::TooManyProducts)?;
				None
			}
		};
		let mut places = Underwriters::<T>::get(product);
		let is_out =
			weight.is_zero() && book.pool.lines.iter().any(|line| line.product == product && line.is_idle());
		if is_out {
			book.pool.lines.retain(|line| line.product != product);
			places.remove(id);
			Underwriters::<T>::insert(product, places);
		} else if !weight.is_zero() && !places.selling.contains(&id) {
			Self::join(&book, product, weight, &mut places)?;
			Underwriters::<T>::insert(product, places);
		}
		Pools::<T>::insert(id, book.pool);
		let new = if is_out { None } else { Some(weight) };
		Self::deposit_event(Event::WeightSet { pool: id, product, old, new });
		Ok(())
	}

	/// Ensure that a pool behind which the reserve stands adds and raises admissible products only.
	/// Otherwise its manager could have the reserve pay for a product that no referendum saw.
	///
	/// A weight that stays or falls needs no such product: cover goes on being sold as it was.
	fn ensure_admissible(book: &Book<T>, product: ProductId, weight: Permill) -> DispatchResult {
		let line = book.pool.lines.iter().find(|line| line.product == product);
		let is_raised = line.map_or(Permill::zero(), |line| line.weight) < weight;
		let is_free = !is_raised || !T::Backstop::is_admitted(book.id);
		ensure!(is_free || T::Admission::is_admissible(product), Error::<T>::NotAdmissible);
		Ok(())
	}

	/// Returns the products that a pool has a weight for or capital behind.
	pub(crate) fn do_products_of(id: PoolId) -> Vec<ProductId> {
		let Some(pool) = Pools::<T>::get(id) else { return Vec::new() };
		let counts = |line: &&Line| !line.weight.is_zero() || !line.is_idle();
		pool.lines.iter().filter(counts).map(|line| line.product).collect()
	}

	/// Take a place among the pools that sell cover on a product, if need be the place of another
	/// pool.
	///
	/// Of the pools without exposure, the smallest has to leave if it is smaller than the new one.
	/// If there is no such pool, the smallest with exposure has to leave if it is at least
	/// [`DISPLACES`] times smaller, and it runs off.
	fn join(book: &Book<T>, product: ProductId, weight: Permill, places: &mut Places) -> DispatchResult {
		let id = book.id;
		// A pool that runs off comes back.
		places.running_off.retain(|other| *other != id);
		if places.selling.is_full() {
			let own = capacity::part(Self::available(book)?, weight.deconstruct());
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

	/// True if a pool that can back `own` of a product takes the place of a pool with cover in
	/// force that can back `size`.
	fn displaces(own: Balance, size: Balance) -> bool {
		capacity::displaces(own, size, DISPLACES)
	}

	/// Returns the smallest of the pools that sell cover on a product: first the smallest without
	/// exposure to it, then the smallest with exposure.
	fn rivals(product: ProductId, places: &Places) -> Result<(Option<Rival>, Option<Rival>), DispatchError> {
		let (mut idle, mut busy): (Option<Rival>, Option<Rival>) = (None, None);
		for id in &places.selling {
			let Some(book) = Book::<T>::recorded(*id) else { continue };
			let Some(line) = book.pool.lines.iter().find(|line| line.product == product) else { continue };
			// The amount that incidents lock counts for the pool that would lose its place, so that
			// no pool loses its place through a reported incident.
			let size = capacity::part(Self::at_work(&book)?, line.weight.deconstruct());
			let smallest = if line.is_idle() { &mut idle } else { &mut busy };
			if smallest.as_ref().is_none_or(|rival| (size, *id) < (rival.size, rival.id)) {
				*smallest = Some(Rival { size, id: *id });
			}
		}
		Ok((idle, busy))
	}

	/// Make sure that one more pool can run off. If all places are taken, the first pool whose
	/// run-off is over gives its place up.
	fn make_room(product: ProductId, places: &mut Places) -> DispatchResult {
		if !places.running_off.is_full() {
			return Ok(());
		}
		let is_over = |id: &PoolId| {
			Pools::<T>::get(id).is_none_or(|pool| {
				let of_product = |line: &&Line| line.product == product;
				pool.lines.iter().filter(of_product).all(|line| line.is_idle())
			})
		};
		let id = places.running_off.iter().copied().find(is_over).ok_or(Error::<T>::TooManyRunOffs)?;
		places.running_off.retain(|other| *other != id);
		Pools::<T>::mutate_extant(id, |pool| pool.lines.retain(|line| line.product != product));
		let old = Some(Permill::zero());
		Self::deposit_event(Event::WeightSet { pool: id, product, old, new: None });
		Ok(())
	}

	/// Set a product's weight to zero in a pool that lost its place to `by`. Remove the whole line
	/// if no capital stands behind it.
	fn displace(id: PoolId, product: ProductId, by: PoolId) {
		let line = Pools::<T>::mutate_extant(id, |pool| {
			let line = pool.line_mut(product)?;
			let before = *line;
			line.weight = Permill::zero();
			if before.is_idle() {
				pool.lines.retain(|line| line.product != product);
			}
			Some(before)
		});
		if let Some(Line { weight: old_weight, exposure, .. }) = line {
			Self::deposit_event(Event::PoolDisplaced { product, pool: id, by, old_weight, exposure });
		}
	}
}
