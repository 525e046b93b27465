// SPDX-License-Identifier: Apache-2.0

//! Incidents: the pools of a product are frozen and their exposure is locked, and later released.

use crate::{
	book::{add, Book},
	pallet::*,
	types::*,
	weights::WeightInfo,
};
use alloc::{collections::BTreeMap, vec::Vec};
use breakwater_primitives::{Balance, IncidentId, PoolId, ProductId, MAX_DAYS_BEHIND};
use frame_support::{ensure, weights::Weight};
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Freeze the pools that are exposed to a product and lock their exposure. Never rejected, even
	/// for a pool that is not caught up: exposure that has ended but is not released yet is locked
	/// too. That only errs on the safe side.
	pub(crate) fn do_lock(incident: IncidentId, product: ProductId) -> Weight {
		// Also the pools that run off: the cover that they sold is in force.
		let pools: Vec<PoolId> = Underwriters::<T>::get(product).iter().collect();
		for id in &pools {
			Self::lock_pool(incident, *id, product);
		}
		T::WeightInfo::lock(u32::try_from(pools.len()).unwrap_or(u32::MAX))
	}

	fn lock_pool(incident: IncidentId, id: PoolId, product: ProductId) {
		if Locks::<T>::contains_key(incident, id) {
			return;
		}
		let Some(mut pool) = Pools::<T>::get(id) else {
			return;
		};
		// Saturates, but never in practice: locks are sums of exposures, and those fit.
		let shared = Self::shared(id, &pool.freezes, product).unwrap_or_default();
		let Some(line) = pool.line_mut(product) else {
			return;
		};
		// Behind another incident there is a lock even if all cover has ended since that one was
		// opened.
		let amount = shared.behind(line.exposure).unwrap_or(Balance::MAX);
		if amount == 0 {
			return;
		}
		let lock = Lock { product, amount, stage: LockStage::Open };
		line.locked = lock.added_to(shared).and_then(|shared| shared.total()).unwrap_or(Balance::MAX);
		// A product has at most one incident that waits behind the first. A pool has as many places
		// as that makes with all its products, so there always is one.
		if pool.freezes.try_push((incident, product)).is_err() {
			log::error!(target: "runtime::pools", "no place for incident {incident} in pool {id}");
		}
		Pools::<T>::insert(id, pool);
		Locks::<T>::insert(incident, id, lock);
		Self::deposit_event(Event::CapitalLocked { incident, pool: id, product, amount });
	}

	/// Returns the locks of a product in a pool. `None` if a sum does not fit.
	fn shared(id: PoolId, incidents: &Freezes, product: ProductId) -> Option<Shared> {
		// At most as many locks as a product can have incidents.
		incidents
			.iter()
			.filter(|(_, other)| *other == product)
			.filter_map(|(incident, _)| Locks::<T>::get(incident, id))
			.try_fold(Shared::default(), |shared, lock| lock.added_to(shared))
	}

	/// Compute the total of a product's locks anew, after one of them changed.
	pub(crate) fn refresh_locked(
		id: PoolId,
		pool: &mut Pool<T::AccountId>,
		product: ProductId,
	) -> DispatchResult {
		let shared = Self::shared(id, &pool.freezes, product);
		let total = shared.and_then(|shared| shared.total()).ok_or(ArithmeticError::Overflow)?;
		// A line without exposure and locks can have been taken out while a lock of zero was on it.
		if let Some(line) = pool.line_mut(product) {
			line.locked = total;
		}
		Ok(())
	}

	/// Lower the other locks of a product by the cover that `incident` used up, as the incidents
	/// that wait behind it can cost that much less. Locks with known claims keep their amount, as
	/// they are lower already. Reserved locks keep it too.
	pub(super) fn lower_shared(
		incident: IncidentId,
		id: PoolId,
		freezes: &Freezes,
		product: ProductId,
		used: Balance,
	) {
		if used == 0 {
			return;
		}
		for (other, _) in freezes.iter().filter(|(other, of)| *of == product && *other != incident) {
			let Some(lock) = Locks::<T>::get(other, id).filter(|lock| lock.stage == LockStage::Open) else {
				continue;
			};
			// The lock is the amount that both could cost together. If it were less, zero would be
			// left.
			let new = lock.amount.saturating_sub(used);
			Locks::<T>::insert(other, id, Lock { amount: new, ..lock });
			Self::deposit_event(Event::LockLowered {
				incident: *other,
				pool: id,
				product,
				old: lock.amount,
				new,
			});
		}
	}

	/// Release every pool that an incident still locks.
	pub(crate) fn do_release_all(incident: IncidentId) -> Weight {
		// At most as many as pools may underwrite a product.
		let locks = Self::locks_of(incident);
		for (id, _) in &locks {
			Self::do_release(incident, *id, 0);
		}
		T::WeightInfo::release(u32::try_from(locks.len()).unwrap_or(u32::MAX))
	}

	/// Release one pool, in which `used` of the cover is claimed and not yet passed to
	/// [`Self::lower_shared`].
	pub(super) fn do_release(incident: IncidentId, id: PoolId, used: Balance) {
		let Some(Lock { product, amount, .. }) = Locks::<T>::take(incident, id) else {
			return;
		};
		Pools::<T>::mutate_extant(id, |pool| {
			pool.freezes.retain(|(other, _)| *other != incident);
			Self::lower_shared(incident, id, &pool.freezes, product, used);
			// The locks only became fewer, so the sum fits.
			if let Err(error) = Self::refresh_locked(id, pool, product) {
				log::error!(target: "runtime::pools", "locks of pool {id} are not what they were: {error:?}");
			}
		});
		Self::deposit_event(Event::CapitalUnlocked { incident, pool: id, product, amount });
	}

	/// Lower the lock of an upheld incident on a pool to the sum of its claims, which are now
	/// known.
	pub(crate) fn do_total(incident: IncidentId, id: PoolId, loss: Balance) -> DispatchResult {
		let lock = Locks::<T>::get(incident, id).ok_or(Error::<T>::NotLocked)?;
		ensure!(lock.stage != LockStage::Totalled, Error::<T>::AlreadyTotalled);
		ensure!(lock.stage == LockStage::Open, Error::<T>::LockReserved);
		ensure!(loss <= lock.amount, Error::<T>::LossAboveLock);
		let product = lock.product;
		Locks::<T>::insert(incident, id, Lock { amount: loss, stage: LockStage::Totalled, ..lock });
		Self::deposit_event(Event::LockTotalled { incident, pool: id, product, old: lock.amount, new: loss });
		let mut pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
		Self::refresh_locked(id, &mut pool, product)?;
		Pools::<T>::insert(id, pool);
		Ok(())
	}

	/// Reserve the lock of an upheld incident on a pool, so that its claims are charged one by one.
	/// Returns false if the pool lacks assets for all that stands against it: all locks; the amount
	/// that it owes to incidents that were settled in part; and the assets that could be lost as
	/// dust of exhausted tranches.
	pub(crate) fn do_reserve_lock(incident: IncidentId, id: PoolId) -> bool {
		let Some(lock) = Locks::<T>::get(incident, id).filter(|lock| lock.stage == LockStage::Open) else {
			return false;
		};
		// A pool that is not caught up can only have more.
		let Ok(book) = Self::load(id, MAX_DAYS_BEHIND) else {
			return false;
		};
		// Known claims of a product add up. Only one incident of a product may have them at a time,
		// so that locks never grow by it.
		let Some(shared) = Self::shared(id, &book.pool.freezes, lock.product) else {
			return false;
		};
		let is_first = shared.totalled == 0 && shared.reserved == 0;
		if !is_first || !Self::covers_everything(&book).unwrap_or(false) {
			return false;
		}
		let Lock { product, amount, .. } = lock;
		Locks::<T>::insert(incident, id, Lock { stage: LockStage::Reserved, ..lock });
		Self::deposit_event(Event::LockReserved { incident, pool: id, product, amount });
		true
	}

	/// True if the pool's assets cover all locks and everything that it still owes.
	fn covers_everything(book: &Book<T>) -> Option<bool> {
		let mut lines = book.pool.lines.iter();
		let locked = lines.try_fold(0, |sum: Balance, line| sum.checked_add(line.locked))?;
		let all = locked.checked_add(book.pool.owed)?.checked_add(book.pool.most_dust()?)?;
		Some(book.pool.assets()? >= all)
	}

	/// Returns the amounts that stand against an incident in a pool, for an incident upheld before
	/// incident `cutoff` was opened. They are the amounts reserved for other incidents, and the
	/// locks of other incidents with a number lower than `cutoff`. `own` is the incident's product
	/// and its known claims, if they are locked.
	pub(super) fn others(
		incident: IncidentId,
		book: &Book<T>,
		cutoff: IncidentId,
		own: Option<(ProductId, Balance)>,
	) -> Result<Others, ArithmeticError> {
		let mut products: BTreeMap<ProductId, Shared> = BTreeMap::new();
		// At most as many as the products of a pool can have incidents.
		for (other, product) in book.pool.freezes.iter().filter(|(other, _)| *other != incident) {
			let Some(lock) = Locks::<T>::get(other, book.id) else {
				continue;
			};
			if lock.stage == LockStage::Reserved || *other < cutoff {
				let shared = products.entry(*product).or_default();
				*shared = lock.added_to(*shared).ok_or(ArithmeticError::Overflow)?;
			}
		}
		let mut sum = Others::default();
		for (product, shared) in products {
			let known = own.filter(|(of, _)| *of == product).map_or(0, |(_, known)| known);
			sum.reserved = add(sum.reserved, shared.reserved)?;
			sum.locks = add(sum.locks, shared.beside(known).ok_or(ArithmeticError::Overflow)?)?;
		}
		if sum.reserved > 0 {
			// No reserved capital may be lost as dust of an exhausted tranche.
			sum.reserved = add(sum.reserved, book.pool.most_dust().ok_or(ArithmeticError::Overflow)?)?;
		}
		Ok(sum)
	}

	/// Returns the pools that an incident locks, with the amounts, in the order of the pools' ids.
	pub(crate) fn locks_of(incident: IncidentId) -> Vec<(PoolId, Balance)> {
		let mut locks: Vec<_> =
			Locks::<T>::iter_prefix(incident).map(|(pool, lock)| (pool, lock.amount)).collect();
		locks.sort_unstable();
		locks
	}
}
