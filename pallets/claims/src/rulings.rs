// SPDX-License-Identifier: Apache-2.0

//! Bonded rulings on an incident: proposed, challenged, chosen between, standing.

use crate::{types::*, *};
use frame_support::{ensure, weights::WeightMeter};

impl<T: Config> Pallet<T> {
	/// Propose a ruling, the first or one against those before it. The time to challenge begins
	/// anew with each ruling.
	pub(crate) fn do_propose(
		who: T::AccountId,
		id: IncidentId,
		verdict: Verdict,
		uri: Uri,
		max_bond: Balance,
	) -> DispatchResult {
		let mut incident = Incidents::<T>::get(id).ok_or(Error::<T>::UnknownIncident)?;
		let now = T::Clock::active();
		match incident.stage {
			Stage::Judgement { until } | Stage::Challenge { until } => {
				ensure!(now < until, Error::<T>::TooLate)
			}
			_ => return Err(Error::<T>::NotInJudgement.into()),
		}
		Self::ensure_fits(&incident, &verdict)?;
		let number = incident.rulings;
		ensure!(number < MAX_RULINGS, Error::<T>::TooManyRulings);
		let is_new = Rulings::<T>::iter_prefix_values(id).all(|other| other.verdict != verdict);
		ensure!(is_new, Error::<T>::SameRuling);
		if incident.bond == 0 {
			// A trigger opened it, and no bond had to be put up until now.
			let terms = Self::bond_terms(id, &incident.limits, false)?;
			(incident.asset, incident.bond) = (Some(terms.asset), terms.base);
		}
		// The second is equal to the first; each further one is double the one before.
		let doublings = number.saturating_sub(1);
		let bond = bond::doubled(incident.bond, doublings).ok_or(ArithmeticError::Overflow)?;
		let until = Incident::deadline(now, incident.limits.challenge_period);
		incident.stage = incident.stage.propose(until).map_err(|WrongStage| Error::<T>::NotInJudgement)?;
		incident.rulings = number.ensure_add(1)?;
		Self::take_bond(&mut incident, &who, bond, max_bond)?;
		Rulings::<T>::insert(id, number, Ruling { who: who.clone(), bond, verdict, uri: uri.clone() });
		Incidents::<T>::insert(id, incident);
		Self::deposit_event(Event::RulingProposed {
			incident: id,
			ruling: number,
			who,
			bond,
			verdict,
			uri,
			until,
		});
		Ok(())
	}

	/// Ensure that a verdict can be true of an incident at all.
	fn ensure_fits(incident: &Incident, verdict: &Verdict) -> DispatchResult {
		let trigger = Watches::<T>::get(incident.product).map(|watch| watch.trigger);
		let occurred_at = match (verdict, trigger) {
			(Verdict::NotCovered, _) => return Ok(()),
			(Verdict::Losses { occurred_at, table }, None) => {
				ensure!(table.leaves > 0 && table.total > 0, Error::<T>::EmptyTable);
				*occurred_at
			}
			(Verdict::Worst { occurred_at, worst }, Some(trigger)) => {
				ensure!(trigger.is_reached(*worst), Error::<T>::NotABreach);
				*occurred_at
			}
			_ => return Err(Error::<T>::WrongVerdict.into()),
		};
		ensure!(occurred_at <= incident.opened_at, Error::<T>::OccurredAfterOpening);
		Ok(())
	}

	/// Announce the adjudicator's choice. The case ends by itself and does not depend on this.
	pub(crate) fn do_adopt(id: IncidentId, choice: u32) -> DispatchResult {
		let incident = Incidents::<T>::get(id).ok_or(Error::<T>::UnknownIncident)?;
		let Stage::Case(case) = incident.stage else { return Err(Error::<T>::NotInCase.into()) };
		ensure!(choice < case.choices, Error::<T>::UnknownRuling);
		let chosen = T::Adjudicator::outcome(case.number).and_then(|outcome| outcome.choice);
		ensure!(chosen == Some(choice), Error::<T>::NotChosen);
		Self::deposit_event(Event::RulingAdopted { incident: id, ruling: choice });
		Ok(())
	}

	/// Act on a deadline of a judged incident if it has passed.
	pub(crate) fn judge_step(id: IncidentId, incident: &mut Incident, meter: &mut WeightMeter) -> Progress {
		let now = T::Clock::active();
		match incident.stage {
			Stage::Judgement { until } if now >= until => {
				Self::charge(meter, Self::deciding_weight());
				Self::settle_bonds(id, incident, None, false);
				Self::end_unfounded(id, incident, Reason::NoRuling, meter)
			}
			Stage::Challenge { until } if now >= until => match incident.rulings {
				1 => {
					Self::charge(meter, Self::deciding_weight());
					Self::stand(id, incident, 0, meter)
				}
				_ => Self::begin_case(id, incident, None, meter),
			},
			Stage::Case(case) => {
				// The adjudicator's record.
				Self::charge(meter, T::DbWeight::get().reads(1));
				let Some(outcome) = T::Adjudicator::outcome(case.number) else { return Progress::Blocked };
				Self::end_case(id, incident, case, outcome, meter)
			}
			Stage::Claiming { until } if now >= until => {
				Self::charge(meter, Self::closing_window_weight());
				Self::end_tally(id, incident)
			}
			_ => Progress::Blocked,
		}
	}

	/// End a case: the choice stands, or a second case begins, or the incident ends without a
	/// choice.
	fn end_case(
		id: IncidentId,
		incident: &mut Incident,
		case: Case,
		outcome: Outcome,
		meter: &mut WeightMeter,
	) -> Progress {
		let unsupported = case.unsupported.union(outcome.unsupported);
		let progress = match outcome.choice {
			Some(choice) => {
				Self::charge(meter, Self::deciding_weight());
				Self::stand(id, incident, choice, meter)
			}
			None if !case.is_second => Self::begin_case(id, incident, Some(unsupported), meter),
			None => {
				Self::charge(meter, Self::deciding_weight());
				Self::end_without_choice(id, incident, unsupported, meter)
			}
		};
		// Until the next step is taken the outcome is asked for again.
		if progress == Progress::Stepped {
			T::Adjudicator::close(case.number);
		}
		progress
	}

	/// Ask the adjudicator to choose. If the adjudicator cannot take the case now, the next block
	/// asks again, which costs a look. `before` has the choices with next to no support in a first
	/// case, if this is the second.
	fn begin_case(
		id: IncidentId,
		incident: &mut Incident,
		before: Option<Choices>,
		meter: &mut WeightMeter,
	) -> Progress {
		Self::charge(meter, Self::refused_case_weight());
		let says_no = |ruling: Ruling<T::AccountId>| ruling.verdict == Verdict::NotCovered;
		let has_no = Rulings::<T>::iter_prefix_values(id).any(says_no);
		// At most one more than rulings.
		let choices = incident.rulings.saturating_add(u32::from(!has_no));
		let number = match T::Adjudicator::begin(id, choices) {
			Ok(number) => number,
			Err(error) => {
				log::debug!(target: LOG_TARGET, "incident {id}: no case can be begun: {error:?}");
				return Progress::Blocked;
			}
		};
		Self::charge(meter, Self::deciding_weight());
		let is_second = before.is_some();
		let case = Case { number, choices, is_second, unsupported: before.unwrap_or_default() };
		match incident.stage.refer(case) {
			Ok(stage) => {
				incident.stage = stage;
				Self::deposit_event(Event::CaseBegun { incident: id, case: number, choices, is_second });
				Progress::Stepped
			}
			Err(WrongStage) => Progress::Blocked,
		}
	}

	/// Let a ruling stand: the one that was not challenged, or the one that was chosen. A number
	/// beyond the rulings says "not covered".
	fn stand(id: IncidentId, incident: &mut Incident, number: u32, meter: &mut WeightMeter) -> Progress {
		let verdict = Rulings::<T>::get(id, number).map_or(Verdict::NotCovered, |ruling| ruling.verdict);
		let is_covered = verdict != Verdict::NotCovered;
		Self::settle_bonds(id, incident, Some(number), is_covered);
		let used = Self::forget_time(id, incident);
		Self::charge_beyond(meter, used, Self::letting_pins_go_weight());
		Self::deposit_event(Event::RulingStands { incident: id, ruling: number, verdict });
		match verdict {
			Verdict::NotCovered => Self::end_unfounded(id, incident, Reason::NotCovered, meter),
			Verdict::Worst { occurred_at, worst } => {
				Self::uphold(id, incident, occurred_at, Upheld::Worst(worst));
				Progress::Stepped
			}
			Verdict::Losses { occurred_at, table } => {
				Self::uphold(id, incident, occurred_at, Upheld::Losses(table));
				Progress::Stepped
			}
		}
	}

	/// End an incident after two cases that have chosen none.
	///
	/// Bonds are given back, except those of rulings with next to no support, which are there to
	/// spoil the choice. A new incident soon keeps the time of this one. But the pools were frozen,
	/// so a filing is dearer, as after any rejected one. The first retry of this incident is not.
	fn end_without_choice(
		id: IncidentId,
		incident: &mut Incident,
		unsupported: Choices,
		meter: &mut WeightMeter,
	) -> Progress {
		Self::return_bonds(id, incident, unsupported);
		Self::remember_rejection(id, incident);
		let Incident { opened_at, opened_active, product, reopens, limits, .. } = *incident;
		let (first, left) = (reopens.unwrap_or(id), limits.retry_period);
		let inconclusive = Inconclusive { incident: first, opened_at, opened_active, left };
		// The incident is still the open one of its product: the windows stand still.
		Reopenings::<T>::mutate(product, |known| known.add(inconclusive));
		let used = T::OnIncident::unchosen(id, product, opened_active);
		Self::charge_beyond(meter, used, Self::letting_pins_go_weight());
		Self::end_unfounded(id, incident, Reason::NoChoice, meter)
	}

	/// Forget the time of an incident that was decided: it cannot be opened again, and no pin of it
	/// stays. Returns the weight that the other pallets used.
	fn forget_time(id: IncidentId, incident: &Incident) -> Weight {
		let first = incident.reopens.unwrap_or(id);
		Self::change_reopenings(incident.product, |known| {
			known.remove(first);
		})
	}

	/// Reject an incident that people judged.
	fn end_unfounded(
		id: IncidentId,
		incident: &mut Incident,
		reason: Reason,
		meter: &mut WeightMeter,
	) -> Progress {
		let Ok(stage) = incident.stage.reject() else { return Progress::Blocked };
		incident.stage = stage;
		incident.ended_active = Some(T::Clock::active());
		Working::<T>::remove(id);
		// The events have their contents.
		Rulings::<T>::drain_prefix(id).for_each(drop);
		Filings::<T>::remove(id);
		let product = incident.product;
		let used = T::OnIncident::rejected(id, product);
		Self::charge_beyond(meter, used, T::WeightInfo::end_judgement());
		let at = T::Clock::now();
		Self::deposit_event(Event::IncidentRejected { incident: id, product, reason, at });
		Progress::Stepped
	}
}
