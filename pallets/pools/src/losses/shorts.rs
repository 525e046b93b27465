// SPDX-License-Identifier: Apache-2.0

//! The records of settlements for which a pool lacked assets: kept, changed, and forgotten in the
//! end.

use crate::{pallet::*, types::*};
use breakwater_primitives::{Backstop, Balance, IncidentId, PoolId};
use frame_support::ensure;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Forget the amount that is still owed on a final settlement.
	pub(crate) fn do_close(incident: IncidentId, id: PoolId) -> DispatchResult {
		let Some(pool) = Pools::<T>::get(id) else {
			return Ok(());
		};
		let mut shorts = ShortSettlements::<T>::get(id);
		if let Ok(short) = Self::find(&shorts, incident).copied() {
			ensure!(short.settlement.is_final, Error::<T>::NotFinal);
			Self::forget(id, &mut shorts, &short);
			Self::write(id, shorts);
		}
		// Also for a settlement that had no place among them.
		T::Backstop::relieved(incident, id, pool.asset, Balance::MAX);
		Ok(())
	}

	/// The short settlement of an incident.
	pub(super) fn find(shorts: &Shorts, incident: IncidentId) -> Result<&Short, Error<T>> {
		shorts.iter().find(|short| short.incident == incident).ok_or(Error::<T>::NotShort)
	}

	/// True if one more settlement can be kept. One that is kept only for a loan makes room for it.
	pub(super) fn has_place(shorts: &Shorts) -> bool {
		!shorts.is_full() || shorts.iter().any(Short::is_paid)
	}

	/// Keep one more settlement, if there is a place.
	pub(crate) fn keep(id: PoolId, mut shorts: Shorts, short: Short) {
		if shorts.is_full() {
			if let Some(paid) = shorts.iter().find(|other| other.is_paid()).copied() {
				Self::forget(id, &mut shorts, &paid);
			}
		}
		if shorts.try_push(short).is_ok() {
			ShortSettlements::<T>::insert(id, shorts);
		}
	}

	/// Change a settlement. One that the pool paid in full is removed.
	pub(super) fn put(shorts: &mut Shorts, short: Short) {
		if short.settlement.from_pool == short.settlement.loss {
			shorts.retain(|other| other.incident != short.incident);
		} else if let Some(slot) = shorts.iter_mut().find(|other| other.incident == short.incident) {
			*slot = short;
		}
	}

	/// Remove a settlement.
	pub(super) fn forget(id: PoolId, shorts: &mut Shorts, short: &Short) {
		let Short { incident, settlement, .. } = *short;
		shorts.retain(|other| other.incident != incident);
		Self::deposit_event(Event::SettlementClosed { incident, pool: id, settlement });
	}

	/// Write the short settlements of a pool.
	pub(super) fn write(id: PoolId, shorts: Shorts) {
		if shorts.is_empty() {
			ShortSettlements::<T>::remove(id);
		} else {
			ShortSettlements::<T>::insert(id, shorts);
		}
	}
}
