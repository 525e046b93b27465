// SPDX-License-Identifier: Apache-2.0

//! The interfaces for the pallets that decide incidents, and for the reserve.

use crate::{types::*, *};
use breakwater_primitives::contracts::incidents;

impl<T: Config> incidents::Incidents for Pallet<T> {
	fn open_on(product: ProductId) -> ProductIncidents {
		Open::<T>::get(product)
	}

	fn decider(incident: IncidentId) -> Option<Decider> {
		match Incidents::<T>::get(incident)?.stage {
			Stage::Undecided(decider) => Some(decider),
			_ => None,
		}
	}

	fn opened(incident: IncidentId) -> Option<BlockTime> {
		Incidents::<T>::get(incident).map(|incident: Incident| incident.opened)
	}

	fn open(
		product: ProductId,
		occurred_at: Moment,
		opened: BlockTime,
		decider: Decider,
	) -> Option<(IncidentId, Weight)> {
		Self::do_open(product, occurred_at, opened, decider)
	}

	fn refer(incident: IncidentId) -> Weight {
		Self::do_refer(incident)
	}

	fn uphold(incident: IncidentId, occurred_at: Moment, upheld: Upheld) -> Weight {
		Self::do_uphold(incident, occurred_at, upheld)
	}

	fn reject(incident: IncidentId, reason: Reason, at: Moment) -> Weight {
		Self::do_reject(incident, reason, at)
	}

	fn pools_of(incident: IncidentId) -> u32 {
		u32::try_from(T::Settlement::locks(incident).len()).unwrap_or(u32::MAX)
	}

	fn most_ending() -> Weight {
		Self::ending_weight()
	}

	fn most_upholding() -> Weight {
		Self::most_upholding_weight()
	}
}

impl<T: Config> Obligations<fungibles::Credit<T::AccountId, T::Assets>> for Pallet<T> {
	fn pay(
		incident: IncidentId,
		pool: PoolId,
		credit: fungibles::Credit<T::AccountId, T::Assets>,
	) -> Result<(), fungibles::Credit<T::AccountId, T::Assets>> {
		Self::take_from_reserve(incident, pool, credit)
	}

	/// As the call `recover`, which does more.
	fn most_weight() -> Weight {
		Self::most_recover_weight()
	}
}
