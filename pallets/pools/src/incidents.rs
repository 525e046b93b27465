//! Incidents: the pools of a product are frozen and their exposure is pinned, and later let go.

use crate::{pallet::*, types::*, weights::WeightInfo};
use alloc::vec::Vec;
use breakwater_primitives::{Balance, IncidentId, PoolId, ProductId};
use frame_support::{ensure, weights::Weight};
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Freeze the pools that are exposed to a product and pin their exposure. Never refused, also not for a pool that is
	/// not caught up: exposure that has ended but is not released yet is pinned too, which is only more careful.
	pub(crate) fn do_pin(incident: IncidentId, product: ProductId) -> Weight {
		let pools = Underwriters::<T>::get(product);
		for id in &pools {
			Self::pin_pool(incident, *id, product);
		}
		T::WeightInfo::pin(u32::try_from(pools.len()).unwrap_or(u32::MAX))
	}

	fn pin_pool(incident: IncidentId, id: PoolId, product: ProductId) {
		if Pins::<T>::contains_key(incident, id) {
			return;
		}
		let pinned = PoolLines::<T>::mutate(id, |lines| {
			let line = lines.iter_mut().find(|line| line.product == product && line.exposure > 0)?;
			// Saturation: a product has one open incident at a time, so the pin is at most the exposure.
			line.pinned = line.pinned.saturating_add(line.exposure);
			Some(line.exposure)
		});
		let Some(amount) = pinned else {
			return;
		};
		Pins::<T>::insert(incident, id, Pin { product, amount, is_tallied: false });
		Frozen::<T>::mutate(id, |incidents| {
			// One incident a product, and as many places as a pool has products: there always is one.
			if incidents.try_push(incident).is_err() {
				log::error!(target: "runtime::pools", "no place for incident {incident} in pool {id}");
			}
		});
		Self::deposit_event(Event::IncidentPinned { incident, pool: id, product, amount });
	}

	/// Let every pool go that an incident still pins.
	pub(crate) fn do_release_all(incident: IncidentId) -> Weight {
		// At most as many as pools may underwrite a product.
		let pins = Self::pins_of(incident);
		for (id, _) in &pins {
			Self::do_release(incident, *id);
		}
		T::WeightInfo::release(u32::try_from(pins.len()).unwrap_or(u32::MAX))
	}

	/// Let one pool go.
	pub(crate) fn do_release(incident: IncidentId, id: PoolId) {
		let Some(Pin { product, amount, .. }) = Pins::<T>::take(incident, id) else {
			return;
		};
		PoolLines::<T>::mutate(id, |lines| {
			if let Some(line) = lines.iter_mut().find(|line| line.product == product) {
				// Saturation: the line's pins are the sum of the pins on it.
				line.pinned = line.pinned.saturating_sub(amount);
			}
		});
		Frozen::<T>::mutate_exists(id, |slot| {
			if let Some(incidents) = slot {
				incidents.retain(|other| *other != incident);
				if incidents.is_empty() {
					*slot = None;
				}
			}
		});
		Self::deposit_event(Event::IncidentReleased { incident, pool: id, product, amount });
	}

	/// The claims of an upheld incident on a pool are known: the pin falls to their sum.
	pub(crate) fn do_tally(incident: IncidentId, id: PoolId, loss: Balance) -> DispatchResult {
		let pin = Pins::<T>::get(incident, id).ok_or(Error::<T>::NotPinned)?;
		ensure!(!pin.is_tallied, Error::<T>::AlreadyTallied);
		let spare = pin.amount.checked_sub(loss).ok_or(Error::<T>::LossAbovePin)?;
		let mut lines = PoolLines::<T>::get(id);
		if let Some(line) = lines.iter_mut().find(|line| line.product == pin.product) {
			line.pinned = line.pinned.checked_sub(spare).ok_or(Error::<T>::BooksBroken)?;
		}
		PoolLines::<T>::insert(id, lines);
		Pins::<T>::insert(incident, id, Pin { amount: loss, is_tallied: true, ..pin });
		let product = pin.product;
		Self::deposit_event(Event::PinTallied { incident, pool: id, product, old: pin.amount, new: loss });
		Ok(())
	}

	/// What the pins of the other incidents on a pool come to that count against one upheld before `horizon` was opened:
	/// of those with known claims, and of those without.
	pub(crate) fn other_pins(
		incident: IncidentId,
		id: PoolId,
		horizon: IncidentId,
	) -> Result<(Balance, Balance), ArithmeticError> {
		let (mut known, mut unknown): (Balance, Balance) = (0, 0);
		// At most as many as a pool has products.
		for other in Frozen::<T>::get(id).iter().filter(|other| **other != incident && **other < horizon) {
			if let Some(pin) = Pins::<T>::get(other, id) {
				let sum = if pin.is_tallied { &mut known } else { &mut unknown };
				*sum = sum.checked_add(pin.amount).ok_or(ArithmeticError::Overflow)?;
			}
		}
		Ok((known, unknown))
	}

	/// The pools that an incident pins, in the order of their ids.
	pub(crate) fn pins_of(incident: IncidentId) -> Vec<(PoolId, Balance)> {
		let mut pins: Vec<_> =
			Pins::<T>::iter_prefix(incident).map(|(pool, pin)| (pool, pin.amount)).collect();
		pins.sort_unstable();
		pins
	}
}
