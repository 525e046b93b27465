// SPDX-License-Identifier: Apache-2.0

//! Claims that are charged one by one to what is reserved for their incident.

use crate::{pallet::*, types::*};
use breakwater_primitives::{Balance, IncidentId, PoolId, Settlement};
use frame_support::{ensure, storage::with_storage_layer};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Charge a claim to the lock that is reserved for its incident, in full or not at all.
	pub(crate) fn do_charge(
		incident: IncidentId,
		id: PoolId,
		amount: Balance,
	) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		with_storage_layer(|| Self::charge_inner(incident, id, amount))
	}

	fn charge_inner(
		incident: IncidentId,
		id: PoolId,
		amount: Balance,
	) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		let lock = Self::reserved_lock(incident, id)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let left = lock.amount.checked_sub(amount).ok_or(Error::<T>::LossAboveLock)?;
		// Premium earned until now bears the loss too.
		let mut book = Self::load_caught_up(id)?;
		let old_assets = book.assets()?;
		ensure!(old_assets >= amount, Error::<T>::ReserveBroken);
		Self::settle_catch_up(&mut book);
		let taken = Self::take_loss(&mut book, amount, amount)?;
		let credit = Self::withdraw(&book, amount)?;
		Self::note_loss(incident, id, taken)?;
		// Dust of an exhausted tranche can have repaid a loan.
		book.close_pledge()?;

		Locks::<T>::insert(incident, id, Lock { amount: left, ..lock });
		Self::lower_shared(incident, id, &book.pool.freezes, lock.product, amount);
		Self::refresh_locked(id, &mut book.pool, lock.product)?;
		let new_assets = book.assets()?;
		// Set for the check in `save`, which clears it unless the pool has less than is required.
		book.pool.is_undercapitalised = true;
		Self::save(book)?;
		let is_undercapitalised = Pools::<T>::get(id).is_some_and(|pool| pool.is_undercapitalised);
		Self::deposit_event(Event::ClaimCharged {
			incident,
			pool: id,
			amount,
			from_junior: taken.junior,
			from_senior: taken.senior,
			old_lock: lock.amount,
			new_lock: left,
			old_assets,
			new_assets,
			is_undercapitalised,
		});
		let settlement =
			Settlement { loss: amount, from_pool: amount, is_final: true, ..Settlement::default() };
		Ok((settlement, credit))
	}

	/// Let go what is left of a reserved lock, and the freeze with it: no further claims come.
	pub(crate) fn do_finish(incident: IncidentId, id: PoolId) -> DispatchResult {
		Self::reserved_lock(incident, id)?;
		Self::do_release(incident, id, 0);
		Self::refresh_partial(id)?;
		Ok(())
	}

	/// The lock that is reserved for an incident.
	fn reserved_lock(incident: IncidentId, id: PoolId) -> Result<Lock, Error<T>> {
		let lock = Locks::<T>::get(incident, id).ok_or(Error::<T>::NotLocked)?;
		ensure!(lock.stage == LockStage::Reserved, Error::<T>::NotReserved);
		Ok(lock)
	}
}
