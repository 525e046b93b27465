// SPDX-License-Identifier: Apache-2.0

//! The deadlines of assessments: a proposal that stands alone, a case, or an incident without an
//! outcome.

use crate::{types::*, *};
use frame_support::weights::WeightMeter;

impl<T: Config> Pallet<T> {
	/// Act on the deadline of an assessment if it has passed. Returns true if a step was taken. The
	/// record is written before the incident ends, because the hooks of its end look at others.
	pub(crate) fn decide(id: IncidentId, mut assessment: Assessment, meter: &mut WeightMeter) -> bool {
		let now = T::Clock::active();
		match assessment.stage {
			Stage::Open { until } if now >= until && !Self::waits_for_pools(id, meter) => {
				Self::charge_deciding(id, &assessment, meter);
				Self::settle_bonds(id, &mut assessment, None, false);
				Self::reject(id, assessment, Reason::NoProposal, meter)
			}
			Stage::Challenge { until } if now >= until => match assessment.proposals {
				1 if Self::waits_for_pools(id, meter) => false,
				1 => {
					Self::charge_deciding(id, &assessment, meter);
					Self::accept(id, assessment, Choice::Proposal(0), meter)
				}
				_ => Self::begin_case(id, assessment, meter),
			},
			Stage::Case(case) => {
				// The adjudicator's record, and that of the voters.
				charge(meter, T::DbWeight::get().reads(2));
				match T::Adjudicator::outcome(case.number) {
					Some(outcome) if !Self::waits_for_pools(id, meter) => {
						Self::end_case(id, assessment, case, outcome, meter)
					}
					_ => false,
				}
			}
			_ => false,
		}
	}

	/// True if a pool that the incident has locked is so far behind that it cannot take a lost
	/// bond, nor say whether it covers all of its locks. The round over the days brings it to this
	/// day.
	fn waits_for_pools(id: IncidentId, meter: &mut WeightMeter) -> bool {
		let locks = T::Settlement::locks(id);
		charge(meter, Self::pools_weight(u32::try_from(locks.len()).unwrap_or(u32::MAX)));
		locks.into_iter().any(|(pool, _)| T::Settlement::is_far_behind(pool))
	}

	/// Charge the end of an assessment, on its pools as they are now.
	fn charge_deciding(id: IncidentId, assessment: &Assessment, meter: &mut WeightMeter) {
		charge(meter, Self::deciding_weight(assessment.proposals, &Self::sizes_of(id)));
	}

	/// End a case: the choice is accepted. If none was made, it is the proposal with the largest
	/// bond.
	fn end_case(
		id: IncidentId,
		assessment: Assessment,
		case: Case,
		outcome: Outcome,
		meter: &mut WeightMeter,
	) -> bool {
		let Some(choice) = outcome.choice.or_else(|| Self::largest_bond(id)) else { return false };
		Self::charge_deciding(id, &assessment, meter);
		if outcome.choice.is_none() {
			Self::deposit_event(Event::NoneChosen { incident: id, case: case.number });
		}
		let is_stepped = Self::accept(id, assessment, choice, meter);
		// Until the next step is taken the outcome is asked for again.
		if is_stepped {
			charge(meter, T::Adjudicator::closing_weight(case.ballot.count()));
			T::Adjudicator::close(case.number);
		}
		is_stepped
	}

	/// Ask the adjudicator to choose. If the adjudicator cannot take the case now, a later block
	/// asks again, which costs a look.
	fn begin_case(id: IncidentId, mut assessment: Assessment, meter: &mut WeightMeter) -> bool {
		charge(meter, Self::refused_case_weight(assessment.proposals));
		charge(meter, Self::pools_weight(Self::pools_of(id)));
		let says_no = |proposal: Proposal<T::AccountId>| proposal.verdict == Verdict::NotCovered;
		let has_no = Proposals::<T>::iter_prefix_values(id).any(says_no);
		let ballot = Ballot { proposals: assessment.proposals, has_not_covered: !has_no };
		let number = match T::Adjudicator::begin(Self::dispute(id, &assessment, ballot)) {
			Ok(number) => number,
			Err(error) => {
				log::debug!(target: LOG_TARGET, "incident {id}: no case can be begun: {error:?}");
				return false;
			}
		};
		charge(meter, T::Adjudicator::weight(ballot.count()));
		charge(meter, T::DbWeight::get().writes(1));
		let Ok(stage) = assessment.stage.refer(Case { number, ballot }) else { return false };
		assessment.stage = stage;
		Assessments::<T>::insert(id, assessment);
		Self::deposit_event(Event::CaseBegun { incident: id, case: number, choices: ballot.count() });
		true
	}

	/// The dispute over an incident. At most all that it has locked is paid for it.
	fn dispute(id: IncidentId, assessment: &Assessment, ballot: Ballot) -> Dispute {
		let locks = T::Settlement::locks(id).into_iter();
		// A challenged proposal has a bond, whose asset is known. The locks are parts of books.
		let asset = assessment.asset.clone().unwrap_or(AssetId::Native);
		let locked = locks.fold(0, |sum: Balance, (_, lock)| sum.saturating_add(lock));
		Dispute::new(Subject::Incident(id), ballot).over(asset, locked).paid(assessment.fees)
	}

	/// Accept a choice: the proposal that was not challenged, or the choice of a case.
	fn accept(id: IncidentId, mut assessment: Assessment, choice: Choice, meter: &mut WeightMeter) -> bool {
		let proposed = match choice {
			Choice::Proposal(number) => Proposals::<T>::get(id, number),
			Choice::NotCovered => None,
		};
		let verdict = proposed.map_or(Verdict::NotCovered, |proposal| proposal.verdict);
		let is_covered = verdict != Verdict::NotCovered;
		Self::settle_bonds(id, &mut assessment, Some(choice), is_covered);
		Self::deposit_event(Event::OutcomeAccepted { incident: id, choice, verdict });
		let (occurred_at, upheld) = match verdict {
			Verdict::NotCovered => return Self::reject(id, assessment, Reason::NotCovered, meter),
			Verdict::Average { occurred_at, average } => (occurred_at, Upheld::Average(average)),
			Verdict::Losses { occurred_at, table } => (occurred_at, Upheld::Losses(table)),
		};
		let Ok(stage) = assessment.stage.decide() else { return false };
		assessment.stage = stage;
		Assessments::<T>::insert(id, assessment);
		let used = T::Incidents::uphold(id, occurred_at, upheld);
		charge(meter, used);
		true
	}

	/// Reject an incident. Its reports and proposals go: the events have their contents.
	fn reject(id: IncidentId, mut assessment: Assessment, reason: Reason, meter: &mut WeightMeter) -> bool {
		let Ok(stage) = assessment.stage.decide() else { return false };
		assessment.stage = stage;
		Self::remove_records(id, assessment);
		// It was measured without an incident behind this one, which begins now.
		let used = T::Incidents::reject(id, reason, T::Clock::now());
		charge(meter, used.min(T::Incidents::most_ending()));
		true
	}

	/// Remove what is not needed any more of an assessment that is over. The book of bonds that are
	/// still due stays.
	pub(crate) fn remove_records(id: IncidentId, assessment: Assessment) {
		// At most as many as proposals there can be.
		Proposals::<T>::drain_prefix(id).for_each(drop);
		Reports::<T>::remove(id);
		match assessment.bonds {
			0 => Assessments::<T>::remove(id),
			_ => Assessments::<T>::insert(id, assessment),
		}
	}
}
