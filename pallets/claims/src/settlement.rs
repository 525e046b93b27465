//! Charging the pools: once an incident and pool, also for a loss of nothing, because that lifts the pin.

use crate::{types::*, *};
use alloc::vec::Vec;
use frame_support::{ensure, storage::with_storage_layer, weights::WeightMeter};

impl<T: Config> Pallet<T> {
	/// Charge the next pool. One that cannot be charged is passed over and tried again in the next round.
	pub(crate) fn settle_step(
		id: IncidentId,
		incident: &mut Incident,
		after: Option<PoolId>,
		meter: &mut WeightMeter,
	) -> Progress {
		let mut waiting: Vec<_> = Parts::<T>::iter_prefix(id).filter(|(_, part)| !part.is_charged).collect();
		waiting.sort_by_key(|(pool, _)| *pool);
		if waiting.is_empty() {
			return Self::all_settled(id, incident, meter);
		}
		Self::charge(meter, T::WeightInfo::settle_step());
		let Some((pool, part)) = waiting.into_iter().find(|(pool, _)| after.is_none_or(|a| *pool > a)) else {
			incident.stage = Stage::Settling { after: None };
			return Progress::Blocked;
		};
		match with_storage_layer(|| Self::settle_pool(id, incident, pool, part)) {
			Ok((settlement, settled)) => {
				*incident = settled;
				Self::deposit_event(Event::PoolCharged { incident: id, pool, settlement });
			}
			Err(error) if !part.delayed => {
				Parts::<T>::insert(id, pool, Part { delayed: true, ..part });
				log::warn!(target: LOG_TARGET, "incident {id}: pool {pool} cannot be charged yet: {error:?}");
				Self::deposit_event(Event::SettlementDelayed { incident: id, pool, error });
			}
			Err(_) => {}
		}
		incident.stage = Stage::Settling { after: Some(pool) };
		Progress::Stepped
	}

	/// Charge a pool and put the money into the escrow. Everything or nothing: if the escrow cannot take the money, the
	/// caller's storage layer gives it back to the pool and the reserve. A pool that was charged one claim at a time is only let
	/// go.
	fn settle_pool(
		id: IncidentId,
		incident: &Incident,
		pool: PoolId,
		mut part: Part,
	) -> Result<(Settlement, Incident), DispatchError> {
		let mut incident = incident.clone();
		if part.is_reserved {
			T::Settlement::finish(id, pool)?;
			part.settlement.is_final = true;
		} else {
			let (settlement, credit) = T::Settlement::settle(id, pool, incident.horizon)?;
			part.settlement = settlement;
			Self::put_in_escrow(id, &mut incident, &mut part, credit)?;
			ensure!(settlement.funded() == Some(part.funded), Error::<T>::SettlementMismatch);
		}
		part.is_charged = true;
		Parts::<T>::insert(id, pool, part);
		Ok((part.settlement, incident))
	}

	/// Ask the pools that are short whether there is more by now. Once none of them can give any more, the work is done.
	pub(crate) fn raise_step(id: IncidentId, incident: &mut Incident, meter: &mut WeightMeter) -> Progress {
		Self::charge(meter, T::WeightInfo::raise_step());
		let mut raised = false;
		let short: Vec<_> = Parts::<T>::iter_prefix(id).filter(|(_, part)| !part.is_final()).collect();
		for (pool, part) in &short {
			match with_storage_layer(|| Self::raise_pool(id, incident, *pool, *part)) {
				Ok((more, changed)) => {
					*incident = changed;
					raised |= more > 0;
				}
				// It is asked again in the next block.
				Err(error) => log::debug!(target: LOG_TARGET, "incident {id}: pool {pool}: {error:?}"),
			}
		}
		if let (true, Ok(stage)) = (raised, incident.stage.pay_more()) {
			incident.stage = stage;
			return Progress::Stepped;
		}
		if Parts::<T>::iter_prefix_values(id).all(|part| part.is_final()) {
			Working::<T>::remove(id);
			return Progress::Finished;
		}
		Progress::Blocked
	}

	/// What a pool that was charged short gives more by now.
	fn raise_pool(
		id: IncidentId,
		incident: &Incident,
		pool: PoolId,
		mut part: Part,
	) -> Result<(Balance, Incident), DispatchError> {
		let mut incident = incident.clone();
		let (settlement, credit) = T::Settlement::raise(id, pool)?;
		if settlement == part.settlement {
			return Ok((0, incident));
		}
		let more = credit.peek();
		Self::put_in_escrow(id, &mut incident, &mut part, credit)?;
		ensure!(settlement.funded() == Some(part.funded), Error::<T>::SettlementMismatch);
		part.settlement = settlement;
		Parts::<T>::insert(id, pool, part);
		Self::deposit_event(Event::SettlementRaised { incident: id, pool, more, settlement });
		Ok((more, incident))
	}

	/// Every pool was charged: the freeze ends.
	fn all_settled(id: IncidentId, incident: &mut Incident, meter: &mut WeightMeter) -> Progress {
		Self::charge(meter, T::WeightInfo::end_settlement());
		let Ok(stage) = incident.stage.settled() else { return Progress::Blocked };
		incident.stage = stage;
		incident.settled_active = Some(T::Clock::active());
		let used = T::OnIncident::settled(id, incident.product);
		Self::charge_beyond(meter, used, T::WeightInfo::end_settlement());
		let (product, funded) = (incident.product, incident.escrow);
		Self::deposit_event(Event::IncidentSettled { incident: id, product, funded });
		Progress::Stepped
	}
}
