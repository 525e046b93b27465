// SPDX-License-Identifier: Apache-2.0

//! Incidents: the pools of a product are frozen and their exposure is pinned, and later released.

use crate::{
	book::{add, Book},
	pallet::*,
	types::*,
	weights::WeightInfo,
};
use alloc::{collections::BTreeMap, vec::Vec};
use breakwater_primitives::{ActiveClock, Balance, IncidentId, Moment, PoolId, ProductId};
use frame_support::{ensure, weights::Weight};
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Freeze the pools that are exposed to a product and pin their exposure. Never rejected, even
	/// for a pool that is not caught up: exposure that has ended but is not released yet is pinned
	/// too. That only errs on the safe side.
	pub(crate) fn do_pin(incident: IncidentId, product: ProductId) -> Weight {
		// Also the pools that run off: the cover that they sold is in force.
		let pools: Vec<PoolId> = Underwriters::<T>::get(product).iter().collect();
		for id in &pools {
			Self::pin_pool(incident, *id, product);
		}
		T::WeightInfo::pin(u32::try_from(pools.len()).unwrap_or(u32::MAX))
	}

	fn pin_pool(incident: IncidentId, id: PoolId, product: ProductId) {
		if Pins::<T>::contains_key(incident, id) {
			return;
		}
		let mut lines = PoolLines::<T>::get(id);
		let Some(line) = lines.iter_mut().find(|line| line.product == product) else {
			return;
		};
		let let_go = line.end_run_off(T::Clock::active());
		let mut incidents = Frozen::<T>::get(id);
		// Saturates, but never in practice: pins are sums of exposures, and those fit.
		let shared = Self::shared(id, &incidents, product).unwrap_or_default();
		// Behind another incident there is a pin even if all cover has ended since that one was
		// opened.
		let amount = shared.behind(line.backed()).unwrap_or(Balance::MAX);
		if amount == 0 {
			return;
		}
		if let Some(amount) = let_go {
			Self::deposit_event(Event::RunOffEnded { pool: id, product, amount });
		}
		// The incident may be an inconclusive one that is opened again, so cover that has run off
		// since is pinned too.
		let since = if line.run_off.pin > 0 { line.run_off.since.min(incident) } else { incident };
		let pin = Pin { product, amount, stage: PinStage::Open, since };
		line.pinned = pin.added_to(shared).and_then(|shared| shared.total()).unwrap_or(Balance::MAX);
		// A product has at most one incident that waits behind the first. A pool has as many places
		// as that makes with all its products, so there always is one.
		if incidents.try_push((incident, product)).is_err() {
			log::error!(target: "runtime::pools", "no place for incident {incident} in pool {id}");
		}
		PoolLines::<T>::insert(id, lines);
		Pins::<T>::insert(incident, id, pin);
		Frozen::<T>::insert(id, incidents);
		Self::deposit_event(Event::IncidentPinned { incident, pool: id, product, amount });
	}

	/// Returns the pins of a product in a pool. `None` if a sum does not fit.
	fn shared(id: PoolId, incidents: &Freezes, product: ProductId) -> Option<Shared> {
		// At most as many pins as a product can have incidents.
		incidents
			.iter()
			.filter(|(_, other)| *other == product)
			.filter_map(|(incident, _)| Pins::<T>::get(incident, id))
			.try_fold(Shared::default(), |shared, pin| pin.added_to(shared))
	}

	/// Compute the total of a product's pins anew, after one of them changed.
	pub(crate) fn refresh_pinned(id: PoolId, lines: &mut Lines, product: ProductId) -> DispatchResult {
		let shared = Self::shared(id, &Frozen::<T>::get(id), product);
		let total = shared.and_then(|shared| shared.total()).ok_or(ArithmeticError::Overflow)?;
		// A line without exposure and pins can have been taken out while a pin of zero was on it.
		if let Some(line) = lines.iter_mut().find(|line| line.product == product) {
			line.pinned = total;
		}
		Ok(())
	}

	/// Lower the other pins of a product by the cover that `incident` used up, as the incidents
	/// that wait behind it can cost that much less. Pins with known claims keep their amount, as
	/// they are lower already. Reserved pins keep it too.
	pub(super) fn lower_shared(incident: IncidentId, id: PoolId, product: ProductId, used: Balance) {
		if used == 0 {
			return;
		}
		for (other, _) in
			Frozen::<T>::get(id).iter().filter(|(other, of)| *of == product && *other != incident)
		{
			let Some(pin) = Pins::<T>::get(other, id).filter(|pin| pin.stage == PinStage::Open) else {
				continue;
			};
			// The pin is the amount that both could cost together. If it were less, zero would be
			// left.
			let new = pin.amount.saturating_sub(used);
			Pins::<T>::insert(other, id, Pin { amount: new, ..pin });
			Self::deposit_event(Event::PinLowered {
				incident: *other,
				pool: id,
				product,
				old: pin.amount,
				new,
			});
		}
	}

	/// Begin the run-off of an inconclusive incident, which can be opened again. Until then its
	/// pins stay, without a freeze, so that the capital is there if it is opened again.
	pub(crate) fn do_begin_run_off(incident: IncidentId) -> Weight {
		let now = T::Clock::active();
		let pins: Vec<_> = Pins::<T>::iter_prefix(incident).collect();
		for (id, Pin { product, amount, since, .. }) in &pins {
			let pin = PoolLines::<T>::mutate(id, |lines| {
				let line = lines.iter_mut().find(|line| line.product == *product)?;
				if let Some(amount) = line.end_run_off(now) {
					Self::deposit_event(Event::RunOffEnded { pool: *id, product: *product, amount });
				}
				line.begin_run_off(*since, *amount);
				Some(line.run_off.pin)
			});
			if let Some(amount) = pin.filter(|pin| *pin > 0) {
				Self::deposit_event(Event::RunOffBegun { incident, pool: *id, product: *product, amount });
			}
		}
		T::WeightInfo::release(u32::try_from(pins.len()).unwrap_or(u32::MAX))
	}

	/// Keep the pins of a product's inconclusive incidents until active time `until`, or let them
	/// go now if it is `None`. A run-off that has ended stays ended.
	pub(crate) fn do_set_run_off_end(product: ProductId, until: Option<Moment>) -> Weight {
		let now = T::Clock::active();
		let pools: Vec<PoolId> = Underwriters::<T>::get(product).iter().collect();
		for id in &pools {
			let ended = PoolLines::<T>::mutate(id, |lines| {
				let line = lines.iter_mut().find(|line| line.product == product)?;
				line.end_run_off(now).or_else(|| {
					line.set_run_off_end(until.unwrap_or(now));
					line.end_run_off(now)
				})
			});
			if let Some(amount) = ended {
				Self::deposit_event(Event::RunOffEnded { pool: *id, product, amount });
			}
		}
		T::WeightInfo::release(u32::try_from(pools.len()).unwrap_or(u32::MAX))
	}

	/// Release every pool that an incident still pins.
	pub(crate) fn do_release_all(incident: IncidentId) -> Weight {
		// At most as many as pools may underwrite a product.
		let pins = Self::pins_of(incident);
		for (id, _) in &pins {
			Self::do_release(incident, *id, 0);
		}
		T::WeightInfo::release(u32::try_from(pins.len()).unwrap_or(u32::MAX))
	}

	/// Release one pool, in which `used` of the cover is claimed and not yet passed to
	/// [`Self::lower_shared`].
	pub(super) fn do_release(incident: IncidentId, id: PoolId, used: Balance) {
		let Some(Pin { product, amount, .. }) = Pins::<T>::take(incident, id) else {
			return;
		};
		Frozen::<T>::mutate_exists(id, |slot| {
			if let Some(incidents) = slot {
				incidents.retain(|(other, _)| *other != incident);
				if incidents.is_empty() {
					*slot = None;
				}
			}
		});
		Self::lower_shared(incident, id, product, used);
		PoolLines::<T>::mutate(id, |lines| {
			// The pins only became fewer, so the sum fits.
			if let Err(error) = Self::refresh_pinned(id, lines, product) {
				log::error!(target: "runtime::pools", "pins of pool {id} are not what they were: {error:?}");
			}
		});
		Self::deposit_event(Event::IncidentReleased { incident, pool: id, product, amount });
	}

	/// Lower the pin of an upheld incident on a pool to the sum of its claims, which are now known.
	pub(crate) fn do_tally(incident: IncidentId, id: PoolId, loss: Balance) -> DispatchResult {
		let pin = Pins::<T>::get(incident, id).ok_or(Error::<T>::NotPinned)?;
		ensure!(pin.stage != PinStage::Tallied, Error::<T>::AlreadyTallied);
		ensure!(pin.stage == PinStage::Open, Error::<T>::PinReserved);
		ensure!(loss <= pin.amount, Error::<T>::LossAbovePin);
		let product = pin.product;
		Pins::<T>::insert(incident, id, Pin { amount: loss, stage: PinStage::Tallied, ..pin });
		Self::deposit_event(Event::PinTallied { incident, pool: id, product, old: pin.amount, new: loss });
		PoolLines::<T>::try_mutate(id, |lines| {
			Self::refresh_pinned(id, lines, product)?;
			// At most the pin, see above.
			Self::limit_run_off(id, lines, product, pin.amount.saturating_sub(loss));
			Ok(())
		})
	}

	/// Limit the run-off of a product to `rest`, which the known claims of an incident leave of its
	/// pin. Incidents that can be opened again cost no more.
	pub(super) fn limit_run_off(id: PoolId, lines: &mut Lines, product: ProductId, rest: Balance) {
		let line = lines.iter_mut().find(|line| line.product == product);
		if let Some(old) = line.and_then(|line| line.limit_run_off(rest)) {
			Self::deposit_event(Event::RunOffLowered { pool: id, product, old, new: rest });
		}
	}

	/// Reserve the pin of an upheld incident on a pool, so that its claims are charged one by one.
	/// Returns false if the pool lacks assets for all that stands against it: all pins, including
	/// those that stay of inconclusive incidents; the amount that it owes to incidents that were
	/// settled short; and the assets that could be lost as dust of wiped classes.
	pub(crate) fn do_reserve_pin(incident: IncidentId, id: PoolId) -> bool {
		let Some(pin) = Pins::<T>::get(incident, id).filter(|pin| pin.stage == PinStage::Open) else {
			return false;
		};
		// A pool that is not caught up can only have more.
		let Ok(book) = Self::load(id, MAX_BUCKETS) else {
			return false;
		};
		// Known claims of a product add up. Only one incident of a product may have them at a time,
		// so that pins never grow by it.
		let Some(shared) = Self::shared(id, &Frozen::<T>::get(id), pin.product) else {
			return false;
		};
		let is_first = shared.tallied == 0 && shared.reserved == 0;
		if !is_first || !Self::covers_everything(&book, pin.product).unwrap_or(false) {
			return false;
		}
		let Pin { product, amount, .. } = pin;
		Pins::<T>::insert(incident, id, Pin { stage: PinStage::Reserved, ..pin });
		Self::deposit_event(Event::PinReserved { incident, pool: id, product, amount });
		true
	}

	/// True if the pool's assets cover all pins and everything that it still owes, given that no
	/// claim on `product` is known.
	fn covers_everything(book: &Book<T>, product: ProductId) -> Option<bool> {
		let pinned = book.lines.iter().try_fold(0, |sum: Balance, line| {
			let (pinned, reopening) = (line.pinned, line.reopening());
			let of_line = if line.product == product || pinned == 0 || reopening == 0 {
				// Open incidents were pinned together with those that can be opened again.
				pinned.max(reopening)
			} else {
				let shared = Self::shared(book.id, &Frozen::<T>::get(book.id), line.product)?;
				let shared = Shared { reopening, ..shared };
				shared.reserved.checked_add(shared.beside(0)?)?
			};
			sum.checked_add(of_line)
		})?;
		let all = pinned.checked_add(book.pool.owed)?.checked_add(book.pool.most_dust()?)?;
		Some(book.pool.assets()? >= all)
	}

	/// Returns the amounts that stand against an incident in a pool, for an incident upheld before
	/// `horizon` was opened. They are the amounts reserved for other incidents, and the other pins
	/// that count as of incidents with a number lower than `horizon`. The pins that stay of
	/// inconclusive incidents are among them. `own` is the incident's product and its known claims,
	/// if they are pinned.
	pub(super) fn others(
		incident: IncidentId,
		book: &Book<T>,
		horizon: IncidentId,
		own: Option<(ProductId, Balance)>,
	) -> Result<Others, ArithmeticError> {
		let mut products: BTreeMap<ProductId, Shared> = BTreeMap::new();
		// At most as many as the products of a pool can have incidents.
		for (other, product) in Frozen::<T>::get(book.id).iter().filter(|(other, _)| *other != incident) {
			let Some(pin) = Pins::<T>::get(other, book.id) else {
				continue;
			};
			if pin.stage == PinStage::Reserved || pin.since < horizon {
				let shared = products.entry(*product).or_default();
				*shared = pin.added_to(*shared).ok_or(ArithmeticError::Overflow)?;
			}
		}
		for line in book.lines.iter().filter(|line| line.run_off.since < horizon && line.reopening() > 0) {
			products.entry(line.product).or_default().reopening = line.reopening();
		}
		let mut sum = Others::default();
		for (product, shared) in products {
			let known = own.filter(|(of, _)| *of == product).map_or(0, |(_, known)| known);
			sum.reserved = add(sum.reserved, shared.reserved)?;
			sum.pins = add(sum.pins, shared.beside(known).ok_or(ArithmeticError::Overflow)?)?;
		}
		if sum.reserved > 0 {
			// No reserved capital may be lost as dust of a wiped class.
			sum.reserved = add(sum.reserved, book.pool.most_dust().ok_or(ArithmeticError::Overflow)?)?;
		}
		Ok(sum)
	}

	/// Returns the pools that an incident pins, with the amounts, in the order of the pools' ids.
	pub(crate) fn pins_of(incident: IncidentId) -> Vec<(PoolId, Balance)> {
		let mut pins: Vec<_> =
			Pins::<T>::iter_prefix(incident).map(|(pool, pin)| (pool, pin.amount)).collect();
		pins.sort_unstable();
		pins
	}
}

impl<T: Config> Book<T> {
	/// Let the pins go that stayed for incidents that can no longer be opened again.
	pub(crate) fn end_run_offs(&mut self) {
		let now = T::Clock::active();
		for line in &mut self.lines {
			if let Some(pin) = line.end_run_off(now) {
				self.news.run_off.push((line.product, pin));
			}
		}
	}
}
