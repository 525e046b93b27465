// SPDX-License-Identifier: Apache-2.0

//! The views of the runtime API.

use crate::{types::*, *};
use alloc::vec::Vec;
use breakwater_math::bond;
use frame_support::storage::{with_transaction, TransactionOutcome};

impl<T: Config> Pallet<T> {
	/// The assessment of an incident as of this block; `None` if there is none, or its records are
	/// gone.
	pub fn assessment_state(id: IncidentId) -> Option<AssessmentState<T::AccountId>> {
		let assessment = Assessments::<T>::get(id)?;
		let mut proposals: Vec<_> = Proposals::<T>::iter_prefix(id).collect();
		proposals.sort_by_key(|(number, _)| *number);
		let proposals = proposals.into_iter().map(|(_, proposal)| OutcomeState {
			who: proposal.who,
			bond: proposal.bond,
			verdict: proposal.verdict,
			uri: proposal.uri.into_inner(),
		});
		let proposals: Vec<_> = proposals.collect();
		// No bond has been put up yet for an incident that a trigger opened.
		let base = match assessment.bond {
			0 => Self::bond_terms(id, &assessment.limits).map_or(0, |terms| terms.base),
			bond => bond,
		};
		Some(AssessmentState {
			phase: match assessment.stage {
				Stage::Waiting => AssessmentPhase::Waiting,
				Stage::Open { until } => AssessmentPhase::Open { until },
				Stage::Challenge { until } => AssessmentPhase::Challenge { until },
				Stage::Case(Case { number: case, ballot }) => {
					AssessmentPhase::Case { case, choices: ballot.count() }
				}
				Stage::Decided => AssessmentPhase::Decided,
			},
			reporter: Reports::<T>::get(id).map(|report| report.who),
			choices: Self::choices(assessment.stage, &proposals),
			proposals,
			next_bond: bond::doubled(base, assessment.proposals.saturating_sub(1))?,
			asset: assessment.asset,
		})
	}

	/// The bond that a report of an incident on a product would take now, or the error of a
	/// rejection.
	pub fn report_bond(product: ProductId) -> Result<Balance, DispatchError> {
		// Done, looked at, and undone.
		let mut bond = Err(DispatchError::Unavailable);
		let _ = with_transaction(|| {
			bond = Self::try_report(product);
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
		});
		bond
	}

	fn try_report(product: ProductId) -> Result<Balance, DispatchError> {
		Self::ensure_reportable(product, false)?;
		let seen = T::Clock::block_time();
		let (id, _) =
			T::Incidents::open(product, seen.now, seen, Decider::Assessment).ok_or(Error::<T>::CannotOpen)?;
		Ok(Self::bond_terms(id, &T::Limits::get())?.report)
	}

	/// The choices of the case that is under way.
	fn choices(stage: Stage, proposals: &[OutcomeState<T::AccountId>]) -> Vec<ChoiceState> {
		let Stage::Case(case) = stage else { return Vec::new() };
		let verdicts = proposals.iter().map(|proposal| proposal.verdict).chain([Verdict::NotCovered]);
		let choice = |((_, choice), verdict): ((u32, Choice), Verdict)| ChoiceState { choice, verdict };
		case.ballot.iter().zip(verdicts).map(choice).collect()
	}
}
