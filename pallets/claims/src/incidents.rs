//! The life of an incident until it is upheld or rejected, and the rounds of work after that.

use crate::{types::*, *};
use alloc::vec::Vec;
use frame_support::{ensure, weights::WeightMeter};

/// Incidents that one block's idle hook looks at.
pub(crate) const MAX_ROUND: usize = 32;

impl<T: Config> Pallet<T> {
	/// Open an incident for a breach at `at`. `None` if there are no ids left, or if the product is delisted and its watch has
	/// not been forgotten yet: nobody is covered any more, and no pool shall be frozen.
	pub(crate) fn open_incident(
		product: ProductId,
		trigger: &Trigger,
		at: Moment,
		seen: Seen,
	) -> Option<(IncidentId, Weight)> {
		T::Book::trigger(product)?;
		let id = NextIncident::<T>::get();
		NextIncident::<T>::put(id.checked_add(1)?);
		let until = at.saturating_add(trigger.duration); // Beyond the end of time: never.
		let incident = Incident {
			product,
			occurred_at: at,
			opened_at: seen.now,
			opened_active: seen.active,
			worst: None,
			stage: Stage::Observing { until },
			judge_at: None,
			horizon: 0,
			claims: 0,
			claims_paid: 0,
			asset: None,
			escrow: 0,
			dust: 0,
		};
		Incidents::<T>::insert(id, incident);
		let used = T::OnIncident::opened(id, product);
		Self::deposit_event(Event::IncidentOpened { incident: id, product, occurred_at: at, until });
		Some((id, used))
	}

	/// Data went missing at `at`. The time for that is counted from the first gap, so that one gap after another cannot keep
	/// an incident open.
	pub(crate) fn void_incident(id: IncidentId, at: Moment, seen: Seen) {
		let limit = seen.active.saturating_add(T::Limits::get().max_undecided); // Beyond the end of time: never.
		let until = Incidents::<T>::get(id).and_then(|incident| incident.judge_at).unwrap_or(limit);
		if let Some(incident) = Self::move_on(id, |stage| stage.void(until)) {
			Incidents::<T>::insert(id, Incident { judge_at: Some(until), ..incident });
			Self::deposit_event(Event::IncidentUndecided { incident: id, since: at, until });
		}
	}

	/// Data are back at `at`, and the breach is still there.
	pub(crate) fn resume_incident(id: IncidentId, at: Moment, until: Moment) {
		if Self::move_on(id, |stage| stage.resume(until)).is_some() {
			Self::deposit_event(Event::ObservationResumed { incident: id, since: at, until });
		}
	}

	/// Data were missing for too long, or are back and cannot tell.
	pub(crate) fn judge_incident(id: IncidentId, seen: Seen) {
		let until = seen.active.saturating_add(T::Limits::get().judgement_period); // As above.
		if Self::move_on(id, |stage| stage.judge(until)).is_some() {
			Self::deposit_event(Event::JudgementBegun { incident: id, until });
		}
	}

	/// The incident comes to nothing. The watch is the caller's matter.
	pub(crate) fn reject_incident(id: IncidentId, reason: Reason, at: Moment) -> Weight {
		let Some(incident) = Self::move_on(id, Stage::reject) else { return Weight::zero() };
		let used = T::OnIncident::rejected(id, incident.product);
		Self::deposit_event(Event::IncidentRejected { incident: id, product: incident.product, reason, at });
		used
	}

	/// The incident is upheld with `worst` as its worst average, and `occurred_at` if a judgement moved it.
	pub(crate) fn uphold_incident(id: IncidentId, occurred_at: Option<Moment>, worst: u128) {
		let Some(mut incident) = Self::move_on(id, Stage::uphold) else { return };
		incident.occurred_at = occurred_at.unwrap_or(incident.occurred_at);
		incident.worst = Some(worst);
		incident.horizon = NextIncident::<T>::get();
		for (pool, pin) in T::Settlement::pins(id) {
			Parts::<T>::insert(id, pool, Part { pin, ..Default::default() });
		}
		Working::<T>::insert(id, ());
		let Incident { product, occurred_at, .. } = incident;
		Incidents::<T>::insert(id, incident);
		Self::deposit_event(Event::IncidentUpheld { incident: id, product, occurred_at, worst });
	}

	/// Take a step in the life of an incident; an illegal one changes nothing.
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

	/// A referendum decides an incident in judgement.
	pub(crate) fn do_decide(id: IncidentId, verdict: Verdict) -> DispatchResult {
		let incident = Incidents::<T>::get(id).ok_or(Error::<T>::UnknownIncident)?;
		ensure!(matches!(incident.stage, Stage::Judgement { .. }), Error::<T>::NotInJudgement);
		let watch = Watches::<T>::get(incident.product).ok_or(Error::<T>::UnknownIncident)?;
		match verdict {
			Verdict::Upheld { occurred_at, worst } => {
				ensure!(occurred_at <= incident.opened_at, Error::<T>::OccurredAfterOpening);
				let breached = match watch.trigger.direction {
					Direction::Below => worst <= watch.trigger.threshold,
					Direction::Above => worst >= watch.trigger.threshold,
				};
				ensure!(breached, Error::<T>::NotABreach);
				Self::uphold_incident(id, Some(occurred_at), worst);
			}
			Verdict::Rejected => {
				Self::reject_incident(id, Reason::Judged, T::Clock::now());
				let mut meter = WeightMeter::with_limit(Self::reopening_weight());
				Self::reopen_watch(incident.product, id, &mut meter);
			}
		}
		Ok(())
	}

	/// Anyone's push: up to `max` steps of an incident's work. Returns what it cost.
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

	/// The idle hook's work: the incidents in turn, one step each, until the meter ends or nothing more can be done.
	pub(crate) fn work_all(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::work_round()).is_err() {
			return;
		}
		let served = LastServed::<T>::get();
		let mut ids: Vec<_> = match served {
			Some(id) => {
				Working::<T>::iter_keys_from(Working::<T>::hashed_key_for(id)).take(MAX_ROUND).collect()
			}
			None => Vec::new(),
		};
		let room = MAX_ROUND.saturating_sub(ids.len());
		let others: Vec<_> =
			Working::<T>::iter_keys().take(MAX_ROUND).filter(|id| !ids.contains(id)).take(room).collect();
		ids.extend(others);
		let mut last = served;
		while !ids.is_empty() {
			let mut again = Vec::new();
			for id in ids {
				if !meter.can_consume(Self::work_weight()) {
					LastServed::<T>::set(last);
					return;
				}
				last = Some(id);
				if Self::work(id, meter) == Progress::Stepped {
					again.push(id);
				}
			}
			ids = again;
		}
		LastServed::<T>::set(last);
	}

	/// One step of an upheld incident's work.
	pub(crate) fn work(id: IncidentId, meter: &mut WeightMeter) -> Progress {
		Self::charge(meter, Self::look_weight());
		let Some(mut incident) = Incidents::<T>::get(id) else { return Progress::Finished };
		let was_open = incident.stage.is_open();
		let progress = match incident.stage {
			Stage::Tallying { after } => Self::tally_step(id, &mut incident, after, meter),
			Stage::Settling { after } => Self::settle_step(id, &mut incident, after, meter),
			Stage::Paying { after } => Self::pay_step(id, &mut incident, after, meter),
			_ => return Progress::Finished,
		};
		let closed = !incident.stage.is_open();
		let product = incident.product;
		Incidents::<T>::insert(id, incident);
		if closed && was_open {
			Self::reopen_watch(product, id, meter);
		}
		progress
	}
}
