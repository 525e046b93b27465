// SPDX-License-Identifier: Apache-2.0

//! The life of an incident until it is upheld or rejected, and the rounds of work after that.

use crate::{types::*, *};
use alloc::vec::Vec;
use frame_support::{ensure, weights::WeightMeter};

/// The number of incidents that one block's idle hook looks at.
pub(crate) const MAX_ROUND: usize = 32;

impl<T: Config> Pallet<T> {
	/// Open an incident for a breach at `at` that was found in the block of `seen`. `None` if there
	/// are no ids left, or if the product is delisted and its watch has not been forgotten yet. In
	/// that case no policy is covered any more, and no pool may be frozen.
	pub(crate) fn open_incident(
		product: ProductId,
		trigger: &Trigger,
		at: Moment,
		seen: Seen,
	) -> Option<(IncidentId, Weight)> {
		T::Catalogue::trigger(product)?;
		let id = NextIncident::<T>::get();
		NextIncident::<T>::put(id.checked_add(1)?);
		let until = at.saturating_add(trigger.duration); // Beyond the end of time: never.
		let stage = Stage::Observing { until };
		let incident = Incident::new(product, at, seen, stage, T::Limits::get());
		Incidents::<T>::insert(id, incident);
		let used = T::OnIncident::opened(id, product);
		Self::deposit_event(Event::IncidentOpened { incident: id, product, occurred_at: at, until });
		Some((id, used))
	}

	/// Mark an incident undecided: data went missing at `at`. The time for that is counted from the
	/// first gap, so that one gap after another cannot keep an incident open.
	pub(crate) fn void_incident(id: IncidentId, at: Moment, seen: Seen) {
		let Some(Incident { judge_at, limits, .. }) = Incidents::<T>::get(id) else { return };
		let until = judge_at.unwrap_or(Incident::deadline(seen.active, limits.max_undecided));
		if let Some(incident) = Self::move_on(id, |stage| stage.void(until)) {
			Incidents::<T>::insert(id, Incident { judge_at: Some(until), ..incident });
			Self::deposit_event(Event::IncidentUndecided { incident: id, since: at, until });
		}
	}

	/// Resume the observation of an incident: data are back at `at`, and the breach is still there.
	pub(crate) fn resume_incident(id: IncidentId, at: Moment, until: Moment) {
		if Self::move_on(id, |stage| stage.resume(until)).is_some() {
			Self::deposit_event(Event::ObservationResumed { incident: id, since: at, until });
		}
	}

	/// Send an incident to judgement: data were missing for too long, or are back and cannot
	/// decide. An incident that `is_behind` another waits for its end.
	pub(crate) fn judge_incident(id: IncidentId, seen: Seen, is_behind: bool) {
		if is_behind {
			if Self::move_on(id, Stage::wait).is_some() {
				Self::deposit_event(Event::IncidentWaits { incident: id, stage: Stage::Waiting });
			}
			return;
		}
		let Some(Incident { limits, .. }) = Incidents::<T>::get(id) else { return };
		let until = Incident::deadline(seen.active, limits.ruling_period);
		if Self::move_on(id, |stage| stage.judge(until)).is_some() {
			Working::<T>::insert(id, ());
			Self::deposit_event(Event::JudgementBegun { incident: id, until });
		}
	}

	/// Reject an incident. The caller handles the watch.
	pub(crate) fn reject_incident(id: IncidentId, reason: Reason, at: Moment) -> Weight {
		let Some(mut incident) = Self::move_on(id, Stage::reject) else { return Weight::zero() };
		incident.ended_active = Some(T::Clock::active());
		Incidents::<T>::insert(id, &incident);
		let used = T::OnIncident::rejected(id, incident.product);
		Self::deposit_event(Event::IncidentRejected { incident: id, product: incident.product, reason, at });
		used
	}

	/// Uphold an incident whose breach lasted, with `worst` as its worst average. An incident that
	/// `is_behind` another is decided by that, and its money waits for the end of the other.
	pub(crate) fn uphold_incident(id: IncidentId, worst: u128, is_behind: bool) {
		let Some(mut incident) = Incidents::<T>::get(id) else { return };
		let (occurred_at, upheld) = (incident.occurred_at, Upheld::Worst(worst));
		if is_behind {
			let Ok(stage) = incident.stage.queue() else { return };
			Self::mark_upheld(id, &mut incident, stage, occurred_at, upheld);
			Self::deposit_event(Event::IncidentWaits { incident: id, stage });
		} else {
			Self::uphold(id, &mut incident, occurred_at, upheld);
		}
		Incidents::<T>::insert(id, incident);
	}

	/// Uphold an incident that happened at `occurred_at`. An illegal step changes no state.
	pub(crate) fn uphold(id: IncidentId, incident: &mut Incident, occurred_at: Moment, upheld: Upheld) {
		let by_table = matches!(upheld, Upheld::Losses(_));
		let until = Incident::deadline(T::Clock::active(), incident.limits.claim_window);
		let stage = if by_table { incident.stage.uphold_losses(until) } else { incident.stage.uphold() };
		let Ok(stage) = stage else {
			log::error!(target: LOG_TARGET, "incident {id}: cannot be upheld from {:?}", incident.stage);
			return;
		};
		Self::mark_upheld(id, incident, stage, occurred_at, upheld);
		Self::begin_money(id, by_table);
	}

	/// Record the loss measure of an incident. Incidents from the next number on were opened after
	/// it was known.
	fn mark_upheld(
		id: IncidentId,
		incident: &mut Incident,
		stage: Stage,
		occurred_at: Moment,
		upheld: Upheld,
	) {
		incident.stage = stage;
		incident.occurred_at = occurred_at;
		incident.upheld = Some(upheld);
		incident.horizon = NextIncident::<T>::get();
		let product = incident.product;
		Self::deposit_event(Event::IncidentUpheld { incident: id, product, occurred_at, upheld });
	}

	/// Record the part of each pool in an upheld incident whose claims come now: at most its pin of
	/// now.
	fn begin_money(id: IncidentId, by_table: bool) {
		for (pool, pin) in T::Settlement::pins(id) {
			let is_reserved = by_table && T::Settlement::reserve_pin(id, pool);
			Parts::<T>::insert(id, pool, Part { pin, is_reserved, ..Default::default() });
		}
		Working::<T>::insert(id, ());
	}

	/// Make this incident the open one of its product, as the one before it has ended. It goes on
	/// with what had to wait.
	pub(crate) fn begin_next(product: ProductId, id: IncidentId, meter: &mut WeightMeter) {
		let Some(incident) = Incidents::<T>::get(id) else { return };
		match incident.stage {
			Stage::Waiting => {
				let until = Incident::deadline(T::Clock::active(), incident.limits.ruling_period);
				Self::move_on(id, |stage| stage.begin(until));
				Working::<T>::insert(id, ());
				Self::deposit_event(Event::JudgementBegun { incident: id, until });
			}
			Stage::Queued => {
				Self::charge(meter, T::WeightInfo::uphold_incident());
				Self::move_on(id, Stage::walk);
				Self::begin_money(id, false);
				Self::deposit_event(Event::AssessingBegun { incident: id });
			}
			// It is still observed.
			_ => {}
		}
		let used = T::OnIncident::next(id, product);
		Self::charge(meter, used.saturating_add(T::DbWeight::get().reads_writes(2, 2)));
	}

	/// The finding of an upheld incident for a policy.
	pub(crate) fn finding(incident: &Incident) -> Finding {
		let worst = match incident.upheld {
			Some(Upheld::Worst(worst)) => worst,
			_ => 0,
		};
		Finding {
			occurred_at: incident.occurred_at,
			opened_active: incident.opened_active,
			measure: Measure::Worst(worst),
		}
	}

	/// Take a step in the life of an incident. An illegal step changes no state.
	pub(crate) fn move_on(
		id: IncidentId,
		step: impl FnOnce(Stage) -> Result<Stage, WrongStage>,
	) -> Option<Incident> {
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

	/// Take up to `max` steps of an incident's work, for any caller. Returns the weight used.
	pub(crate) fn do_push(id: IncidentId, max: u32) -> Result<Weight, DispatchError> {
		ensure!(Incidents::<T>::contains_key(id), Error::<T>::UnknownIncident);
		ensure!(max > 0 && max <= MAX_PUSH, Error::<T>::BadStepCount);
		// Room for every step, and for the one that lets the watch go on.
		let mut meter = WeightMeter::with_limit(Self::push_weight(max));
		let mut taken = 0u32;
		while taken < max && Self::work(id, &mut meter) == Progress::Stepped {
			taken = taken.saturating_add(1);
		}
		ensure!(taken > 0, Error::<T>::NothingToDo);
		Ok(meter.consumed())
	}

	/// Do the idle hook's work: the incidents in turn, one step each, until there is no room for
	/// any of them or no more can be done. An incident for which there is no room is passed over,
	/// and is the first of the next round.
	pub(crate) fn work_all(meter: &mut WeightMeter) {
		if meter.try_consume(Self::round_weight()).is_err() {
			return;
		}
		let mut ids = Self::round();
		let (mut last, mut delayed) = (LastServed::<T>::get(), None);
		while !ids.is_empty() {
			let mut again = Vec::new();
			for id in ids {
				if !meter.can_consume(Self::look_weight()) {
					delayed = delayed.or(Some(id));
					continue;
				}
				// The look that comes with the step pays for this one.
				let room = Incidents::<T>::get(id)
					.map_or(Self::look_weight(), |incident| Self::room_for(&incident, T::Clock::active()));
				if !meter.can_consume(room) {
					Self::charge(meter, Self::look_weight());
					delayed = delayed.or(Some(id));
					continue;
				}
				last = Some(id);
				if Self::work(id, meter) == Progress::Stepped {
					again.push(id);
				}
			}
			ids = again;
		}
		LastServed::<T>::set(last);
		Delayed::<T>::set(delayed);
		Self::look_for_end(meter);
	}

	/// The incidents of a round: the one that the last round had no room for, and then those after
	/// the one served last.
	fn round() -> Vec<IncidentId> {
		let mut ids: Vec<_> = Delayed::<T>::get().into_iter().collect();
		let mut add = |more: &mut dyn Iterator<Item = IncidentId>| {
			for id in more.take(MAX_ROUND) {
				if ids.len() < MAX_ROUND && !ids.contains(&id) {
					ids.push(id);
				}
			}
		};
		if let Some(id) = LastServed::<T>::get() {
			add(&mut Working::<T>::iter_keys_from(Working::<T>::hashed_key_for(id)));
		}
		add(&mut Working::<T>::iter_keys());
		ids
	}

	/// Take one step of an incident's work.
	pub(crate) fn work(id: IncidentId, meter: &mut WeightMeter) -> Progress {
		Self::charge(meter, Self::look_weight());
		let Some(mut incident) = Incidents::<T>::get(id) else { return Progress::Finished };
		let was_open = incident.stage.is_open();
		let progress = match incident.stage {
			Stage::Tallying { after } => Self::tally_step(id, &mut incident, after, meter),
			Stage::Settling { after } => Self::settle_step(id, &mut incident, after, meter),
			Stage::Paying { after } => Self::pay_step(id, &mut incident, after, meter),
			Stage::Paid if Working::<T>::contains_key(id) => Self::raise_step(id, &mut incident, meter),
			Stage::Closing => Self::close_step(id, &mut incident, meter),
			stage if stage.is_judged() => Self::judge_step(id, &mut incident, meter),
			_ => return Progress::Finished,
		};
		let closed = !incident.stage.is_open();
		let product = incident.product;
		Incidents::<T>::insert(id, incident);
		if closed && was_open {
			Self::let_product_go(product, id, meter);
		}
		progress
	}
}
