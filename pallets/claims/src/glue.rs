//! What the runtime shows people.

use crate::{types::*, *};
use alloc::vec::Vec;
use breakwater_math::average;

impl<T: Config> Pallet<T> {
	/// The account that holds the money for an incident's claims.
	pub fn escrow_account(incident: IncidentId) -> Option<T::AccountId> {
		derived_account(b"escrow", incident)
	}

	/// An incident as of this block; `None` if there is none.
	pub fn incident_state(id: IncidentId) -> Option<IncidentState<T::AccountId>> {
		let incident = Incidents::<T>::get(id)?;
		let mut pools: Vec<_> = Parts::<T>::iter_prefix(id)
			.map(|(pool, part)| IncidentPool {
				pool,
				settlement: part.settlement.unwrap_or_default(),
				paid: part.paid,
			})
			.collect();
		pools.sort_by_key(|p| p.pool);
		Some(IncidentState {
			product: incident.product,
			occurred_at: incident.occurred_at,
			opened_at: incident.opened_at,
			worst: incident.worst.or_else(|| Self::worst_so_far(incident.product)).unwrap_or_default(),
			phase: Self::incident_phase(incident.stage),
			escrow: Self::escrow_account(id)?,
			claims: incident.claims,
			claims_paid: incident.claims_paid,
			pools,
		})
	}

	/// The trigger of a product as of this block; `None` if no data have arrived for it yet.
	pub fn trigger_state(product: ProductId) -> Option<TriggerState> {
		let watch = Watches::<T>::get(product)?;
		Some(TriggerState {
			trigger: watch.trigger,
			average: Self::average_now(&watch),
			evaluated_to: watch.next.saturating_sub(1), // A watch begins with the millisecond of a block.
			ready: watch.ready,
			phase: match watch.phase {
				Phase::Starting => WatchPhase::Starting,
				Phase::Armed => WatchPhase::Armed,
				Phase::Observing { since, .. } => WatchPhase::Observing { since },
				Phase::Undecided => WatchPhase::Undecided,
				Phase::Disarmed { recovered_since } => WatchPhase::Disarmed { recovered_since },
			},
			incident: watch.open,
		})
	}

	fn worst_so_far(product: ProductId) -> Option<u128> {
		let watch = Watches::<T>::get(product)?;
		let Phase::Observing { worst, .. } = watch.phase else { return None };
		average::average(worst, watch.trigger.window, side(watch.trigger.direction))
	}

	fn incident_phase(stage: Stage) -> IncidentPhase {
		match stage {
			Stage::Observing { until } => IncidentPhase::Observing { until },
			Stage::Undecided { until } => IncidentPhase::Undecided { until },
			Stage::Judgement { until } => IncidentPhase::Judgement { until },
			Stage::Tallying { .. } => IncidentPhase::Tallying,
			Stage::Settling { .. } => IncidentPhase::Settling,
			Stage::Paying { .. } => IncidentPhase::Paying,
			Stage::Paid => IncidentPhase::Paid,
			Stage::Rejected => IncidentPhase::Rejected,
		}
	}
}
