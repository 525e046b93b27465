// SPDX-License-Identifier: Apache-2.0

//! Charging the pools: once an incident and pool, also for a loss of zero, because that lifts the
//! lock.

use crate::{types::*, *};
use alloc::vec::Vec;
use frame_support::{ensure, storage::with_storage_layer, weights::WeightMeter};
use sp_runtime::traits::UniqueSaturatedInto;

impl<T: Config> Pallet<T> {
	/// Charge the next pool. A pool that cannot be charged is passed over and tried again in the
	/// next round.
	pub(crate) fn settle_step(
		id: IncidentId,
		incident: &mut Incident,
		after: Option<PoolId>,
		meter: &mut WeightMeter,
	) -> Progress {
		let (pools, waiting) = Self::sorted(id, |part| !part.is_charged);
		if waiting.is_empty() {
			return Self::all_settled(id, incident, pools, meter);
		}
		let Some((pool, part)) = waiting.into_iter().find(|(pool, _)| after.is_none_or(|a| *pool > a)) else {
			charge(meter, Self::looking_for_pool_weight(pools));
			incident.stage = Stage::Settling { after: None };
			return Progress::Blocked;
		};
		charge(meter, Self::settling_weight(pools, T::Settlement::size_of(pool), part.is_reserved));
		match with_storage_layer(|| Self::settle_pool(id, incident, pool, part)) {
			Ok((settlement, settled)) => {
				*incident = settled;
				Self::deposit_event(Event::PoolCharged { incident: id, pool, settlement });
			}
			Err(error) if !part.delayed => {
				PoolSettlements::<T>::insert(id, pool, PoolSettlement { delayed: true, ..part });
				log::warn!(target: LOG_TARGET, "incident {id}: pool {pool} cannot be charged yet: {error:?}");
				Self::deposit_event(Event::SettlementDelayed { incident: id, pool, error });
			}
			Err(_) => {}
		}
		incident.stage = Stage::Settling { after: Some(pool) };
		Progress::Stepped
	}

	/// The number of an incident's pools, and those whose parts are as asked for, in the order of
	/// their ids.
	fn sorted(
		id: IncidentId,
		is_asked_for: impl Fn(&PoolSettlement) -> bool,
	) -> (u32, Vec<(PoolId, PoolSettlement)>) {
		// At most as many as pools may underwrite a product.
		let mut parts: Vec<_> = PoolSettlements::<T>::iter_prefix(id).collect();
		let count = u32::try_from(parts.len()).unwrap_or(u32::MAX);
		parts.retain(|(_, part)| is_asked_for(part));
		parts.sort_by_key(|(pool, _)| *pool);
		(count, parts)
	}

	/// Charge a pool and put the money into the escrow. All or nothing: if the escrow cannot take
	/// the money, the caller's storage layer gives it back to the pool and the reserve. A pool that
	/// was charged one claim at a time is only let go.
	fn settle_pool(
		id: IncidentId,
		incident: &Incident,
		pool: PoolId,
		mut part: PoolSettlement,
	) -> Result<(Settlement, Incident), DispatchError> {
		let mut incident = incident.clone();
		if part.is_reserved {
			T::Settlement::finish(id, pool)?;
			part.settlement.is_final = true;
		} else {
			let (settlement, credit) = T::Settlement::settle(id, pool, incident.cutoff)?;
			part.settlement = settlement;
			Self::put_in_escrow(&mut incident, &mut part, credit)?;
			ensure!(part.adds_up(), Error::<T>::SettlementMismatch);
		}
		part.is_charged = true;
		part.first_loss = 0;
		PoolSettlements::<T>::insert(id, pool, part);
		Ok((part.settlement, incident))
	}

	/// Ask one of the pools that are short if it has more by now. Once none of them can give any
	/// more, the work is done.
	pub(crate) fn top_up_step(id: IncidentId, incident: &mut Incident, meter: &mut WeightMeter) -> Progress {
		let (pools, short) = Self::sorted(id, |part| !part.is_final());
		// One in each block, in turn.
		let block: u64 = frame_system::Pallet::<T>::block_number().unique_saturated_into();
		let turn = block.checked_rem(u64::try_from(short.len()).unwrap_or(0)).unwrap_or(0);
		let Some((pool, part)) = usize::try_from(turn).ok().and_then(|turn| short.get(turn)).copied() else {
			charge(meter, Self::looking_for_short_weight(pools));
			Working::<T>::remove(id);
			return Progress::Finished;
		};
		let size = T::Settlement::size_of(pool);
		let (more, is_final) = match with_storage_layer(|| Self::top_up_pool(id, incident, pool, part)) {
			Ok((more, is_final, changed)) => {
				*incident = changed;
				(more, is_final)
			}
			Err(error) => {
				// It is asked again. All the work of a top-up may have been done, and is undone.
				log::debug!(target: LOG_TARGET, "incident {id}: pool {pool}: {error:?}");
				charge(meter, Self::topping_up_weight(pools, size));
				return Progress::Blocked;
			}
		};
		if is_final && short.len() == 1 {
			charge(meter, T::OnIncident::finalised(id, incident.product));
		}
		if let (true, Ok(stage)) = (more > 0, incident.stage.pay_more()) {
			incident.stage = stage;
		} else if is_final && short.len() == 1 {
			Working::<T>::remove(id);
		}
		if more > 0 || is_final {
			charge(meter, Self::topping_up_weight(pools, size));
			Progress::Stepped
		} else {
			charge(meter, Self::asking_weight(pools, size));
			Progress::Blocked
		}
	}

	/// Take the money that a pool that was charged short gives more by now. Returns the amount, and
	/// true if it was the last.
	fn top_up_pool(
		id: IncidentId,
		incident: &Incident,
		pool: PoolId,
		mut part: PoolSettlement,
	) -> Result<(Balance, bool, Incident), DispatchError> {
		let mut incident = incident.clone();
		let (settlement, credit) = T::Settlement::top_up(id, pool)?;
		if settlement == part.settlement {
			return Ok((0, false, incident));
		}
		let more = credit.peek();
		Self::put_in_escrow(&mut incident, &mut part, credit)?;
		part.settlement = settlement;
		ensure!(part.adds_up(), Error::<T>::SettlementMismatch);
		PoolSettlements::<T>::insert(id, pool, part);
		Self::deposit_event(Event::SettlementToppedUp { incident: id, pool, more, settlement });
		Ok((more, settlement.is_final, incident))
	}

	/// End the settlement: every pool was charged, and the freeze ends.
	fn all_settled(id: IncidentId, incident: &mut Incident, pools: u32, meter: &mut WeightMeter) -> Progress {
		let measured = T::WeightInfo::end_settlement(pools);
		charge(meter, measured);
		let Ok(stage) = incident.stage.settled() else { return Progress::Blocked };
		incident.stage = stage;
		incident.settled_at = Some(T::Clock::active());
		let mut used = T::OnIncident::settled(id, incident.product);
		if PoolSettlements::<T>::iter_prefix_values(id).all(|part| part.is_final()) {
			used.saturating_accrue(T::OnIncident::finalised(id, incident.product));
		}
		charge_beyond(meter, used, measured);
		let (product, funded) = (incident.product, incident.escrow);
		Self::deposit_event(Event::IncidentSettled { incident: id, product, funded });
		Progress::Stepped
	}
}
