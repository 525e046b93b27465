// SPDX-License-Identifier: Apache-2.0

//! The views of the runtime API.

use crate::{types::*, *};
use breakwater_math::average;

impl<T: Config> Pallet<T> {
	/// The trigger of a product as of this block; `None` if no data have arrived for it yet.
	pub fn trigger_state(product: ProductId) -> Option<TriggerStatus> {
		let state = TriggerStates::<T>::get(product)?;
		let open = T::Incidents::open_on(product);
		Some(TriggerStatus {
			trigger: state.trigger,
			average: Self::average_now(&state),
			// It begins with the millisecond of a block.
			evaluated_to: state.next.saturating_sub(1),
			ready: Self::is_ready_now(&state),
			phase: match state.phase {
				Phase::Starting => TriggerPhase::Starting,
				Phase::Armed => TriggerPhase::Armed,
				Phase::Observing { since, .. } => TriggerPhase::Observing { since },
				Phase::Undecided => TriggerPhase::Undecided,
				Phase::Disarmed { recovered_since } => TriggerPhase::Disarmed { recovered_since },
			},
			incident: open.first,
			behind: open.second,
		})
	}

	/// The observation of an incident of a product as of this block; `None` if the product's
	/// trigger does not observe it.
	pub fn observation_state(product: ProductId, incident: IncidentId) -> Option<ObservationState> {
		let TriggerState { trigger, phase, observed, .. } = TriggerStates::<T>::get(product)?;
		let observed = observed.filter(|observed| observed.incident == incident)?;
		Some(match phase {
			Phase::Observing { since, binding } => ObservationState {
				// Beyond the end of time: never.
				phase: ObservationPhase::Observing { until: since.saturating_add(trigger.duration) },
				binding: average::average(binding, trigger.window, trigger.side()),
			},
			_ => ObservationState {
				phase: ObservationPhase::Undecided { until: observed.assess_at? },
				binding: None,
			},
		})
	}
}
