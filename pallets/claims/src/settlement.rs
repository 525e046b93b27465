//! Charging the pools: once an incident and pool, also for a loss of nothing, because that lifts the pin.

use crate::{types::*, *};
use alloc::vec::Vec;
use frame_support::{ensure, storage::with_storage_layer, traits::fungibles::Balanced, weights::WeightMeter};

impl<T: Config> Pallet<T> {
	/// Charge the next pool. One that cannot be charged is passed over and tried again in the next round.
	pub(crate) fn settle_step(
		id: IncidentId,
		incident: &mut Incident,
		after: Option<PoolId>,
		meter: &mut WeightMeter,
	) -> Progress {
		let mut waiting: Vec<_> =
			Parts::<T>::iter_prefix(id).filter(|(_, part)| part.settlement.is_none()).collect();
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
	/// caller's storage layer gives it back to the pool and the reserve.
	fn settle_pool(
		id: IncidentId,
		incident: &Incident,
		pool: PoolId,
		mut part: Part,
	) -> Result<(Settlement, Incident), DispatchError> {
		let mut incident = incident.clone();
		let escrow = Self::escrow_account(id).ok_or(Error::<T>::EscrowRefused)?;
		let (settlement, credit) = T::Settlement::settle(id, pool, incident.horizon)?;
		let (asset, funded) = (credit.asset(), credit.peek());
		ensure!(funded <= part.loss, Error::<T>::SettlementMismatch);
		ensure!(settlement.funded() == Some(funded), Error::<T>::SettlementMismatch);
		if funded > 0 {
			ensure!(incident.asset.as_ref().is_none_or(|a| *a == asset), Error::<T>::SettlementMismatch);
			T::Assets::resolve(&escrow, credit).map_err(|_| Error::<T>::EscrowRefused)?;
			incident.asset = Some(asset);
			incident.escrow.ensure_add_assign(funded)?;
		}
		part.settlement = Some(settlement);
		part.funded = funded;
		Parts::<T>::insert(id, pool, part);
		Ok((settlement, incident))
	}

	/// Every pool was charged: the freeze ends.
	fn all_settled(id: IncidentId, incident: &mut Incident, meter: &mut WeightMeter) -> Progress {
		Self::charge(meter, T::WeightInfo::end_settlement());
		let Ok(stage) = incident.stage.settled() else { return Progress::Blocked };
		incident.stage = stage;
		let used = T::OnIncident::settled(id, incident.product);
		Self::charge_beyond(meter, used, T::WeightInfo::end_settlement());
		let (product, funded) = (incident.product, incident.escrow);
		Self::deposit_event(Event::IncidentSettled { incident: id, product, funded });
		Progress::Stepped
	}
}
