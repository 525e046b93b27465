// SPDX-License-Identifier: Apache-2.0

//! Bonded outcome proposals on an incident, and those that challenge them.

use crate::{types::*, *};
use breakwater_math::bond;
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
};

impl<T: Config> Pallet<T> {
	/// Propose an outcome, the first or one against those before it. The time to challenge begins
	/// anew with each proposal.
	pub(crate) fn do_propose(
		who: T::AccountId,
		id: IncidentId,
		verdict: Verdict,
		uri: Uri,
		max_bond: Balance,
	) -> DispatchResultWithPostInfo {
		let assessment = Assessments::<T>::get(id)
			.ok_or_else(|| Error::<T>::UnknownAssessment.with_weight(Self::look_weight()))?;
		let earlier = assessment.proposals;
		Self::ensure_proposable(id, &assessment, &verdict)
			.map_err(|error| error.with_weight(Self::refused_proposal_weight(earlier)))?;
		// A trigger opened it, and no bond had to be put up until now.
		let pools = (assessment.bond == 0).then(|| Self::pools_of(id));
		let used = Self::propose_weight(earlier, pools);
		charged(used, Self::write_proposal(who, (id, assessment), verdict, uri, max_bond))
	}

	/// Ensure that a verdict can be proposed on an incident now.
	fn ensure_proposable(id: IncidentId, assessment: &Assessment, verdict: &Verdict) -> DispatchResult {
		let now = T::Clock::active();
		match assessment.stage {
			Stage::Open { until } | Stage::Challenge { until } => {
				ensure!(now < until, Error::<T>::TooLate)
			}
			_ => return Err(Error::<T>::NotInAssessment.into()),
		}
		Self::ensure_fits(assessment, verdict)?;
		ensure!(assessment.proposals < MAX_PROPOSALS, Error::<T>::TooManyProposals);
		let is_new = Proposals::<T>::iter_prefix_values(id).all(|other| other.verdict != *verdict);
		ensure!(is_new, Error::<T>::SameOutcome);
		Ok(())
	}

	/// Write a proposal, and take its bond.
	fn write_proposal(
		who: T::AccountId,
		(id, mut assessment): (IncidentId, Assessment),
		verdict: Verdict,
		uri: Uri,
		max_bond: Balance,
	) -> DispatchResult {
		let (now, number) = (T::Clock::active(), assessment.proposals);
		if assessment.bond == 0 {
			let terms = Self::bond_terms(id, &assessment.limits)?;
			(assessment.asset, assessment.bond) = (Some(terms.asset), terms.base);
		}
		// The second is equal to the first; each further one is double the one before.
		let doublings = number.saturating_sub(1);
		let bond = bond::doubled(assessment.bond, doublings).ok_or(ArithmeticError::Overflow)?;
		let until = deadline(now, assessment.limits.challenge_period);
		assessment.stage =
			assessment.stage.propose(until).map_err(|WrongStage| Error::<T>::NotInAssessment)?;
		assessment.proposals = number.ensure_add(1)?;
		Self::take_bond(&mut assessment, &who, bond, max_bond)?;
		if number > 0 {
			assessment.fees = assessment.fees.saturating_add(T::Adjudicator::charge(&who)?);
		}
		Proposals::<T>::insert(id, number, Proposal { who: who.clone(), bond, verdict, uri: uri.clone() });
		Assessments::<T>::insert(id, assessment);
		Self::deposit_event(Event::OutcomeProposed {
			incident: id,
			proposal: number,
			who,
			bond,
			verdict,
			uri,
			until,
		});
		Ok(())
	}

	/// Ensure that a verdict can be true of an incident at all.
	fn ensure_fits(assessment: &Assessment, verdict: &Verdict) -> DispatchResult {
		let trigger = T::Catalogue::trigger(assessment.product);
		let occurred_at = match (verdict, trigger) {
			(Verdict::NotCovered, _) => return Ok(()),
			(Verdict::Losses { occurred_at, table }, None) => {
				ensure!(table.leaves > 0 && table.total > 0, Error::<T>::EmptyTable);
				*occurred_at
			}
			(Verdict::Average { occurred_at, average }, Some(trigger)) => {
				ensure!(trigger.is_reached(*average), Error::<T>::NotABreach);
				*occurred_at
			}
			_ => return Err(Error::<T>::WrongVerdict.into()),
		};
		ensure!(occurred_at <= assessment.opened.now, Error::<T>::OccurredAfterOpening);
		Ok(())
	}

	/// Announce the adjudicator's choice. The case ends by itself and does not depend on this.
	pub(crate) fn do_adopt(id: IncidentId, choice: Choice) -> DispatchResult {
		let assessment = Assessments::<T>::get(id).ok_or(Error::<T>::UnknownAssessment)?;
		let Stage::Case(case) = assessment.stage else { return Err(Error::<T>::NotInCase.into()) };
		ensure!(case.ballot.iter().any(|(_, one)| one == choice), Error::<T>::UnknownChoice);
		let chosen = T::Adjudicator::outcome(case.number).and_then(|outcome| outcome.choice);
		ensure!(chosen == Some(choice), Error::<T>::NotChosen);
		Self::deposit_event(Event::OutcomeAdopted { incident: id, choice });
		Ok(())
	}
}
