// SPDX-License-Identifier: Apache-2.0

//! Claims that are charged one by one to what is reserved for their incident.

use crate::{pallet::*, types::*};
use breakwater_primitives::{Balance, IncidentId, PoolId, Settlement};
use frame_support::{ensure, storage::with_storage_layer};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Charge a claim to the pin that is reserved for its incident, in full or not at all.
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
		let pin = Self::reserved_pin(incident, id)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let left = pin.amount.checked_sub(amount).ok_or(Error::<T>::LossAbovePin)?;
		// Premium earned until now bears the loss too.
		let mut book = Self::load_caught_up(id)?;
		let old_assets = book.assets()?;
		ensure!(old_assets >= amount, Error::<T>::ReserveBroken);
		Self::settle_catch_up(&mut book);
		let taken = Self::take_loss(&mut book, amount, amount)?;
		let credit = Self::withdraw(&book, amount)?;
		// Dust of a wiped class can have repaid a loan.
		book.close_pledge()?;

		Pins::<T>::insert(incident, id, Pin { amount: left, ..pin });
		Self::lower_shared(incident, id, pin.product, amount);
		Self::refresh_pinned(id, &mut book.lines, pin.product)?;
		let new_assets = book.assets()?;
		book.pool.is_short = true;
		Self::save(book)?;
		let is_short = Pools::<T>::get(id).is_some_and(|pool| pool.is_short);
		Self::deposit_event(Event::ClaimCharged {
			incident,
			pool: id,
			amount,
			from_junior: taken.junior,
			from_senior: taken.senior,
			old_pin: pin.amount,
			new_pin: left,
			old_assets,
			new_assets,
			is_short,
		});
		let settlement =
			Settlement { loss: amount, from_pool: amount, is_final: true, ..Settlement::default() };
		Ok((settlement, credit))
	}

	/// Let go what is left of a reserved pin, and the freeze with it: no further claims come.
	pub(crate) fn do_finish(incident: IncidentId, id: PoolId) -> DispatchResult {
		let Pin { product, amount, .. } = Self::reserved_pin(incident, id)?;
		Self::do_release(incident, id, 0);
		PoolLines::<T>::mutate(id, |lines| Self::limit_run_off(id, lines, product, amount));
		Self::refresh_short(id)?;
		Ok(())
	}

	/// The pin that is reserved for an incident.
	fn reserved_pin(incident: IncidentId, id: PoolId) -> Result<Pin, Error<T>> {
		let pin = Pins::<T>::get(incident, id).ok_or(Error::<T>::NotPinned)?;
		ensure!(pin.stage == PinStage::Reserved, Error::<T>::NotReserved);
		Ok(pin)
	}
}
