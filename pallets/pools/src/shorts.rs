// SPDX-License-Identifier: Apache-2.0

//! Settlements for which a pool lacked assets: raised as older incidents are decided, and forgotten
//! in the end.

use crate::{
	accrual::{add, sub},
	losses::Payment,
	pallet::*,
	types::*,
};
use breakwater_math::loss;
use breakwater_primitives::{Backstop, Balance, IncidentId, PoolId, Settlement};
use frame_support::{ensure, storage::with_storage_layer};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Pay an incident that was settled short the further amount that it gets by now. When no older
	/// incident is left, the reserve is asked and the settlement is final. All or nothing.
	pub(crate) fn do_raise(
		incident: IncidentId,
		id: PoolId,
	) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		with_storage_layer(|| Self::raise_inner(incident, id))
	}

	fn raise_inner(incident: IncidentId, id: PoolId) -> Result<(Settlement, CreditOf<T>), DispatchError> {
		let mut shorts = ShortSettlements::<T>::get(id);
		let mut short = *Self::find(&shorts, incident)?;
		let old = short.settlement;
		if old.is_final {
			let pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
			return Ok((old, CreditOf::<T>::zero(pool.asset)));
		}
		let mut book = Self::load_caught_up(id)?;
		let others = Self::others(incident, &book, short.horizon, None)?;
		let target = Self::raised(&book, &shorts, &short, &others)?;
		let is_last = others.are_none();
		// Premium comes in every block. A raise of at most a thousandth of the loss waits for the
		// last one.
		let is_worth_it = loss::is_worth_a_step(target.saturating_sub(old.from_pool), old.loss);
		if !is_worth_it && !is_last {
			return Ok((old, CreditOf::<T>::zero(book.pool.asset)));
		}

		Self::settle_catch_up(&mut book);
		let (old_assets, waited_for) = (book.assets()?, short.waits_for());
		let Payment { credit, taken } = Self::pay_out(&mut book, &mut short, target, is_last)?;
		let new = short.settlement;
		book.pool.owed = add(sub::<T>(book.pool.owed, waited_for)?, short.waits_for())?;
		Self::put(&mut shorts, short);
		Self::write(id, shorts);
		let new_assets = book.assets()?;
		book.pool.is_short = true;
		Self::save(book)?;
		let is_short = Self::refresh_short(id)?;
		Self::deposit_event(Event::SettlementRaised {
			incident,
			pool: id,
			old,
			new,
			from_junior: taken.junior,
			from_senior: taken.senior,
			old_assets,
			new_assets,
			is_short,
		});
		Ok((new, credit))
	}

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
	pub(crate) fn find(shorts: &Shorts, incident: IncidentId) -> Result<&Short, Error<T>> {
		shorts.iter().find(|short| short.incident == incident).ok_or(Error::<T>::NotShort)
	}

	/// True if one more settlement can be kept. One that is kept only for a loan makes room for it.
	pub(crate) fn has_place(shorts: &Shorts) -> bool {
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
	pub(crate) fn put(shorts: &mut Shorts, short: Short) {
		if short.settlement.from_pool == short.settlement.loss {
			shorts.retain(|other| other.incident != short.incident);
		} else if let Some(slot) = shorts.iter_mut().find(|other| other.incident == short.incident) {
			*slot = short;
		}
	}

	/// Remove a settlement.
	pub(crate) fn forget(id: PoolId, shorts: &mut Shorts, short: &Short) {
		let Short { incident, settlement, .. } = *short;
		shorts.retain(|other| other.incident != incident);
		Self::deposit_event(Event::SettlementClosed { incident, pool: id, settlement });
	}

	/// Write the short settlements of a pool.
	pub(crate) fn write(id: PoolId, shorts: Shorts) {
		if shorts.is_empty() {
			ShortSettlements::<T>::remove(id);
		} else {
			ShortSettlements::<T>::insert(id, shorts);
		}
	}
}
