// SPDX-License-Identifier: Apache-2.0

//! The effects of a trigger's turns: incidents that are opened, rejected, upheld or referred to
//! people.

use crate::{reading::Log, types::*, *};
use breakwater_math::average;
use frame_support::weights::WeightMeter;

impl<T: Config> Pallet<T> {
	/// Act on a turn of the trigger. Returns false if it has to wait.
	pub(crate) fn turn(
		product: ProductId,
		state: &mut TriggerState,
		turn: Turn,
		seen: BlockTime,
		meter: &mut WeightMeter,
	) -> bool {
		if let Turn::Breached { at } = turn {
			if T::Incidents::open_on(product).second.is_some() {
				state.next = at;
				state.waits = state.waits.or(Some(seen));
				return false;
			}
		}
		// A look at the open incidents, and the weight of the turn that was measured. The other
		// pallets report theirs, and the part beyond that is charged.
		let (measured, used) = match turn {
			Turn::Breached { at } => match Self::begin_observation(product, state, at, seen) {
				Some((incident, used)) => {
					(T::WeightInfo::open_incident(T::Incidents::pools_of(incident)), used)
				}
				None => {
					charge(meter, T::WeightInfo::open_incident(0));
					state.next = at;
					return false;
				}
			},
			Turn::Recovered { at } => {
				// The hooks of the end find that this trigger has observed it.
				TriggerStates::<T>::insert(product, *state);
				let observed = state.observed.take();
				observed.map_or_else(Default::default, |Observed { incident, .. }| {
					let measured = T::WeightInfo::reject_incident(T::Incidents::pools_of(incident));
					(measured, T::Incidents::reject(incident, Reason::Recovered, at))
				})
			}
			Turn::Completed { binding, .. } => {
				let observed = state.observed.take();
				// The average of prices below 2^128 is below 2^128. The threshold is the mildest
				// breach there is.
				let average = average::average(binding, state.trigger.window, state.trigger.side())
					.unwrap_or(state.trigger.threshold);
				observed.map_or_else(Default::default, |Observed { incident, since, .. }| {
					let measured = T::WeightInfo::uphold_incident(T::Incidents::pools_of(incident));
					(measured, T::Incidents::uphold(incident, since, Upheld::Average(average)))
				})
			}
			Turn::Voided { at } => {
				Self::suspend_observation(state, at, seen);
				Default::default()
			}
			Turn::Unclear { .. } => {
				let observed = state.observed.take();
				observed.map_or_else(Default::default, |observed| {
					(Self::referring_weight(), T::Incidents::refer(observed.incident))
				})
			}
			Turn::Resumed { at } => {
				// Beyond the end of time: never.
				let until = at.saturating_add(state.trigger.duration);
				if let Some(Observed { incident, .. }) = state.observed {
					Self::deposit_event(Event::ObservationResumed { incident, since: at, until });
				}
				Default::default()
			}
			Turn::Rearmed { at } => {
				Self::deposit_event(Event::TriggerArmed { product, at });
				Default::default()
			}
		};
		charge(meter, measured.saturating_add(T::DbWeight::get().reads(1)));
		charge_beyond(meter, used, measured);
		true
	}

	/// Open an incident for a breach at `at`, and observe it. `None` if no incident can be opened,
	/// or if the product is delisted and its trigger has not been forgotten yet. In that case no
	/// policy is covered any more, and no pool may be frozen.
	fn begin_observation(
		product: ProductId,
		state: &mut TriggerState,
		at: Moment,
		seen: BlockTime,
	) -> Option<(IncidentId, Weight)> {
		T::Catalogue::trigger(product)?;
		let opened = state.waits.unwrap_or(seen);
		let (incident, used) = T::Incidents::open(product, at, opened, Decider::Trigger)?;
		state.waits = None;
		if state.ready {
			state.ready = false;
			Self::deposit_event(Event::ReadinessChanged { product, ready: false });
		}
		let max_undecided = T::MaxUndecided::get();
		state.observed = Some(Observed { incident, since: at, max_undecided, assess_at: None });
		let until = at.saturating_add(state.trigger.duration); // Beyond the end of time: never.
		Self::deposit_event(Event::ObservationBegun { incident, product, since: at, until });
		Some((incident, used))
	}

	/// Suspend an observation: data went missing at `at`. The time for that is counted from the
	/// first gap, so that one gap after another cannot keep an incident open.
	fn suspend_observation(state: &mut TriggerState, at: Moment, seen: BlockTime) {
		let Some(observed) = state.observed.as_mut() else { return };
		let until = *observed.assess_at.get_or_insert(deadline(seen.active, observed.max_undecided));
		let incident = observed.incident;
		Self::deposit_event(Event::ObservationSuspended { incident, since: at, until });
	}

	/// Refer an incident to people that waited too long for data. Data that are there decide before
	/// the deadline does. Returns true if one was referred.
	pub(crate) fn check_deadline(state: &mut TriggerState, seen: BlockTime) -> bool {
		let is_due = |observed: &Observed| observed.assess_at.is_some_and(|at| seen.active >= at);
		let is_late = state.phase == Phase::Undecided && state.next > seen.now;
		if let (true, Some(Observed { incident, .. })) = (is_late, state.observed.filter(is_due)) {
			Self::refer(state, incident);
			return true;
		}
		false
	}

	/// Refer an incident to people. The trigger has to see a recovery before it counts again.
	fn refer(state: &mut TriggerState, incident: IncidentId) -> Weight {
		state.observed = None;
		state.phase = Phase::Disarmed { recovered_since: None };
		T::Incidents::refer(incident)
	}

	/// Open the incident of a breach that had to wait, if there is a place for it. Returns true if
	/// none waits any more.
	///
	/// Data that are still there say if it lasted. If later data have driven them out, people
	/// assess it: no later data could decide.
	pub(crate) fn open_waiting(
		product: ProductId,
		logs: &[Log],
		state: &mut TriggerState,
		seen: BlockTime,
		meter: &mut WeightMeter,
	) -> bool {
		let Some(rule) = Rule::of(&state.trigger).filter(|_| state.waits.is_some()) else { return true };
		let at = state.next;
		if !Self::turn(product, state, Turn::Breached { at }, seen, meter) {
			return false;
		}
		// The mildest breach there is: the actual average is looked at once more.
		state.phase = Phase::Observing { since: at, binding: rule.bound };
		let is_lost = logs.iter().zip(&state.readers).any(|(log, reader)| log.has_lost(reader));
		if let (Some(Observed { incident, .. }), true) = (state.observed, is_lost) {
			let used = Self::refer(state, incident);
			charge_beyond(meter, used, Self::turn_weight());
		}
		true
	}

	/// Go on with a breach that had to wait, as an incident of the product has ended. Before the
	/// claims of the next incident are known: what both could cost together is locked until then.
	pub(crate) fn go_on(incident: IncidentId, product: ProductId) -> Weight {
		let mut meter = WeightMeter::new();
		charge(&mut meter, T::DbWeight::get().reads(1));
		let Some(mut state) = TriggerStates::<T>::get(product) else { return meter.consumed() };
		if state.observed.is_some_and(|observed| observed.incident == incident) {
			// The evaluation that has just rejected the incident goes on by itself.
			return meter.consumed();
		}
		charge(&mut meter, T::WeightInfo::resume_trigger());
		let seen = T::Clock::block_time();
		let logs = Self::logs_of(&state.trigger.feeds).unwrap_or_default();
		Self::open_waiting(product, &logs, &mut state, seen, &mut meter);
		Self::update_readiness(product, &mut state, seen);
		TriggerStates::<T>::insert(product, state);
		meter.consumed()
	}

	/// Disarm a trigger: people assess an incident of its product. The trigger has to see a
	/// recovery before it counts again.
	pub(crate) fn disarm(product: ProductId) -> Weight {
		TriggerStates::<T>::mutate_extant(product, |state| {
			state.phase = Phase::Disarmed { recovered_since: None };
			Self::update_readiness(product, state, T::Clock::block_time());
		});
		T::DbWeight::get().reads_writes(2, 1)
	}

	/// True if a trigger is ready, and has looked at the last halt of the chain. In the block after
	/// a halt there may be a price before there is a poll.
	pub(crate) fn is_ready_now(state: &TriggerState) -> bool {
		state.ready && state.next > T::Clock::resumed_at()
	}

	/// Update the readiness of a trigger.
	pub(crate) fn update_readiness(product: ProductId, state: &mut TriggerState, seen: BlockTime) {
		let is_read = state.next > seen.now && state.defined;
		// A trigger that is ready ceases to be so with the first incident of its product.
		let is_free = || state.ready || T::Incidents::open_on(product).first.is_none();
		let ready = state.phase == Phase::Armed && is_read && is_free();
		if ready != state.ready {
			state.ready = ready;
			Self::deposit_event(Event::ReadinessChanged { product, ready });
		}
	}
}
