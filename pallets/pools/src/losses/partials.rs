// SPDX-License-Identifier: Apache-2.0

//! The records of settlements for which a pool lacked assets: kept, changed, and forgotten in the
//! end.

use crate::{pallet::*, types::*};
use breakwater_primitives::{IncidentId, PoolId};
use frame_support::ensure;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Forget the amount that the pool still owes on a final settlement, and the loss that its
	/// underwriters bore: no more is recovered. An incident does not close while the reserve owes,
	/// so that no debt of the reserve is given up here.
	pub(crate) fn do_close(incident: IncidentId, id: PoolId) -> DispatchResult {
		ensure!(!Locks::<T>::contains_key(incident, id), Error::<T>::NotFinal);
		let mut partials = PartialSettlements::<T>::get(id);
		if let Ok(short) = Self::find(&partials, incident).copied() {
			ensure!(short.settlement.is_final, Error::<T>::NotFinal);
			ensure!(short.settlement.owed_by_reserve == 0, Error::<T>::ReserveOwes);
			Self::forget(id, &mut partials, &short);
			Self::write(id, partials);
		}
		BorneLosses::<T>::remove(incident, id);
		Ok(())
	}

	/// The partial settlement of an incident.
	pub(super) fn find(partials: &Partials, incident: IncidentId) -> Result<&Short, Error<T>> {
		partials.iter().find(|short| short.incident == incident).ok_or(Error::<T>::NotPartial)
	}

	/// True if one more settlement can be kept. One that is kept only for a loan makes room for it.
	pub(super) fn has_place(partials: &Partials) -> bool {
		!partials.is_full() || partials.iter().any(Short::is_paid)
	}

	/// Keep one more settlement, if there is a place.
	pub(crate) fn keep(id: PoolId, mut partials: Partials, short: Short) {
		if partials.is_full() {
			if let Some(paid) = partials.iter().find(|other| other.is_paid()).copied() {
				Self::forget(id, &mut partials, &paid);
			}
		}
		if partials.try_push(short).is_ok() {
			PartialSettlements::<T>::insert(id, partials);
		}
	}

	/// Change a settlement. One that the pool paid in full is removed.
	pub(super) fn put(partials: &mut Partials, short: Short) {
		if short.settlement.from_pool == short.settlement.loss {
			partials.retain(|other| other.incident != short.incident);
		} else if let Some(slot) = partials.iter_mut().find(|other| other.incident == short.incident) {
			*slot = short;
		}
	}

	/// Remove a settlement.
	pub(super) fn forget(id: PoolId, partials: &mut Partials, short: &Short) {
		let Short { incident, settlement, .. } = *short;
		partials.retain(|other| other.incident != incident);
		Self::deposit_event(Event::SettlementClosed { incident, pool: id, settlement });
	}

	/// Write the partial settlements of a pool.
	pub(super) fn write(id: PoolId, partials: Partials) {
		if partials.is_empty() {
			PartialSettlements::<T>::remove(id);
		} else {
			PartialSettlements::<T>::insert(id, partials);
		}
	}
}
