// SPDX-License-Identifier: Apache-2.0

//! The life of an incident until it is upheld or rejected, and the order of a product's incidents.

use crate::{types::*, *};
use alloc::vec::Vec;
use breakwater_math::payout;

impl<T: Config> Pallet<T> {
	/// Open an incident. `None` if two are open on the product, or if there are no ids left.
	pub(crate) fn do_open(
		product: ProductId,
		occurred_at: Moment,
		opened: BlockTime,
		decider: Decider,
	) -> Option<(IncidentId, Weight)> {
		let mut open = Open::<T>::get(product);
		let id = NextIncident::<T>::get();
		match (open.first, open.second) {
			(None, _) => open.first = Some(id),
			(Some(_), None) => open.second = Some(id),
			(Some(_), Some(_)) => return None,
		}
		NextIncident::<T>::put(id.checked_add(1)?);
		Open::<T>::insert(product, open);
		let incident = Incident::new(product, occurred_at, opened, decider, T::Limits::get());
		Incidents::<T>::insert(id, incident);
		Self::deposit_event(Event::IncidentOpened { incident: id, product, occurred_at, decider });
		let used = T::OnIncident::opened(id, product);
		let begun = match decider == Decider::Assessment && open.second.is_none() {
			true => T::OnIncident::referred(id, product),
			false => Weight::zero(),
		};
		Some((id, used.saturating_add(begun)))
	}

	/// Let people decide an incident that data cannot. They begin when no other is before it.
	pub(crate) fn do_refer(id: IncidentId) -> Weight {
		let Some(incident) = Self::move_on(id, Stage::refer) else { return Weight::zero() };
		let product = incident.product;
		Self::deposit_event(Event::IncidentReferred { incident: id, product });
		match Self::is_second(id, product) {
			true => Weight::zero(),
			false => T::OnIncident::referred(id, product),
		}
	}

	/// Reject an incident, and let its product go on.
	pub(crate) fn do_reject(id: IncidentId, reason: Reason, at: Moment) -> Weight {
		let Some(Incident { product, .. }) = Self::move_on(id, Stage::reject) else { return Weight::zero() };
		let used = T::OnIncident::rejected(id, product);
		Self::deposit_event(Event::IncidentRejected { incident: id, product, reason, at });
		used.saturating_add(Self::end(id, product))
	}

	/// Uphold an incident that happened at `occurred_at`. One that is behind another is decided by
	/// that, and its claims wait for the end of the other.
	pub(crate) fn do_uphold(id: IncidentId, occurred_at: Moment, upheld: Upheld) -> Weight {
		let Some(mut incident) = Incidents::<T>::get(id) else { return Weight::zero() };
		let by_table = matches!(upheld, Upheld::Losses(_));
		let is_second = Self::is_second(id, incident.product);
		let until = deadline(T::Clock::active(), incident.limits.claim_window);
		let stage = match (is_second, by_table) {
			(true, _) => incident.stage.queue(),
			(false, true) => incident.stage.uphold_losses(until),
			(false, false) => incident.stage.uphold(),
		};
		let Ok(stage) = stage else {
			log::error!(target: LOG_TARGET, "incident {id}: cannot be upheld from {:?}", incident.stage);
			return Weight::zero();
		};
		incident.stage = stage;
		incident.occurred_at = occurred_at;
		incident.upheld = Some(upheld);
		// Incidents from this number on were opened after its loss measure was known.
		incident.cutoff = NextIncident::<T>::get();
		let product = incident.product;
		Incidents::<T>::insert(id, incident);
		Self::deposit_event(Event::IncidentUpheld { incident: id, product, occurred_at, upheld });
		if is_second {
			Self::deposit_event(Event::IncidentQueued { incident: id });
			T::DbWeight::get().reads_writes(4, 1)
		} else {
			Self::begin_claims(id, product, by_table)
		}
	}

	/// Record the part of each pool in an upheld incident whose claims come now: at most its lock
	/// of now, and the part of the sponsors' first loss by its lock. Only this incident of its
	/// product has claims by now, so all of the first loss is for it. Returns the weight used.
	fn begin_claims(id: IncidentId, product: ProductId, by_table: bool) -> Weight {
		let locks = T::Settlement::locks(id);
		let sizes: Vec<_> = locks.iter().map(|(pool, _)| T::Settlement::size_of(*pool)).collect();
		let first_loss = T::FirstLoss::first_loss(product).amount;
		// The exposures of pools, which fit together. A sum that did not would give no first loss.
		let locked = locks.iter().fold(0u128, |sum, (_, lock)| sum.saturating_add(*lock));
		let parts = payout::portions(first_loss, locks.iter().map(|(_, lock)| *lock), locked);
		for ((pool, lock), first_loss) in locks.iter().copied().zip(parts) {
			let is_reserved = by_table && T::Settlement::reserve_lock(id, pool);
			let first_loss = first_loss.unwrap_or(0);
			PoolSettlements::<T>::insert(
				id,
				pool,
				PoolSettlement { lock, is_reserved, first_loss, ..Default::default() },
			);
		}
		Working::<T>::insert(id, ());
		Self::beginning_weight(&sizes, by_table)
	}

	/// Take an incident that has ended off its product. The one behind it is the first now.
	pub(crate) fn end(id: IncidentId, product: ProductId) -> Weight {
		let mut open = Open::<T>::get(product);
		let was_first = open.first == Some(id);
		if was_first {
			open.first = open.second.take();
		} else if open.second == Some(id) {
			open.second = None;
		}
		match open.first {
			Some(_) => Open::<T>::insert(product, open),
			None => Open::<T>::remove(product),
		}
		let next = open.first.filter(|_| was_first);
		let used = next.map_or(Weight::zero(), |next| Self::begin_next(product, next));
		used.saturating_add(T::OnIncident::ended(id, product))
	}

	/// Go on with the incident that is the first of its product now.
	fn begin_next(product: ProductId, id: IncidentId) -> Weight {
		let mut used = T::DbWeight::get().reads_writes(2, 2);
		let Some(Incident { stage, .. }) = Incidents::<T>::get(id) else { return used };
		if stage == Stage::Queued {
			Self::move_on(id, Stage::walk);
			used.saturating_accrue(Self::begin_claims(id, product, false));
			Self::deposit_event(Event::AssessingClaimsBegun { incident: id });
		}
		used.saturating_accrue(T::OnIncident::next(id, product));
		if stage == Stage::Undecided(Decider::Assessment) {
			used.saturating_accrue(T::OnIncident::referred(id, product));
		}
		used
	}

	/// True if another open incident of the product is before this one.
	fn is_second(id: IncidentId, product: ProductId) -> bool {
		Open::<T>::get(product).second == Some(id)
	}

	/// The finding of an upheld incident for a policy.
	pub(crate) fn finding(incident: &Incident) -> Finding {
		let binding = match incident.upheld {
			Some(Upheld::Average(binding)) => binding,
			_ => 0,
		};
		Finding {
			occurred_at: incident.occurred_at,
			opened_active: incident.opened.active,
			measure: Measure::Average(binding),
		}
	}

	/// Take a step in the life of an incident. An illegal step changes no state.
	fn move_on(id: IncidentId, step: impl FnOnce(Stage) -> Result<Stage, WrongStage>) -> Option<Incident> {
		let mut incident = Incidents::<T>::get(id)?;
		match step(incident.stage) {
			Ok(stage) => incident.stage = stage,
			Err(WrongStage) => {
				log::error!(target: LOG_TARGET, "incident {id}: no such step from {:?}", incident.stage);
				return None;
			}
		}
		Incidents::<T>::insert(id, &incident);
		Some(incident)
	}
}
