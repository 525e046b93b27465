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
			0 => Self::bond_terms(id, &assessment.limits, false).map_or(0, |terms| terms.base),
			bond => bond,
		};
		Some(AssessmentState {
			phase: match assessment.stage {
				Stage::Waiting => AssessmentPhase::Waiting,
				Stage::Open { until } => AssessmentPhase::Open { until },
				Stage::Challenge { until } => AssessmentPhase::Challenge { until },
				Stage::Case(Case { number: first, ballot, is_second, .. }) => {
					AssessmentPhase::Case { first, choices: ballot.count(), is_second }
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
		Self::bond_of_report(product, false)
	}

	/// The bond that the report of one of [`Self::reopenings`] would take now, or the error of a
	/// rejection.
	pub fn reopening_bond(product: ProductId) -> Result<Balance, DispatchError> {
		Self::bond_of_report(product, true)
	}

	/// The inconclusive incidents of a product that can be reported again, each with the active
	/// time until which it can. `None` while an incident of the product is open and that time
	/// stands still.
	pub fn reopenings(product: ProductId) -> Vec<(Inconclusive, Option<Moment>)> {
		let windows = Reopenings::<T>::get(product);
		let until = |known: &Inconclusive| windows.free_since.map(|_| windows.until(known));
		windows.open(T::Clock::active()).map(|known| (*known, until(known))).collect()
	}

	fn bond_of_report(product: ProductId, is_retry: bool) -> Result<Balance, DispatchError> {
		// Done, looked at, and undone.
		let mut bond = Err(DispatchError::Unavailable);
		let _ = with_transaction(|| {
			bond = Self::try_report(product, is_retry);
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
		});
		bond
	}

	fn try_report(product: ProductId, is_retry: bool) -> Result<Balance, DispatchError> {
		Self::ensure_reportable(product, false)?;
		let seen = T::Clock::block_time();
		let (id, _) =
			T::Incidents::open(product, seen.now, seen, Decider::Assessment).ok_or(Error::<T>::CannotOpen)?;
		Ok(Self::bond_terms(id, &T::Limits::get(), is_retry)?.report)
	}

	/// The choices of the case that is under way.
	fn choices(stage: Stage, proposals: &[OutcomeState<T::AccountId>]) -> Vec<ChoiceState> {
		let Stage::Case(case) = stage else { return Vec::new() };
		let verdicts = proposals.iter().map(|proposal| proposal.verdict).chain([Verdict::NotCovered]);
		let choice = |((place, choice), verdict): ((u32, Choice), Verdict)| ChoiceState {
			choice,
			verdict,
			referendum: case.number.saturating_add(place), // Their numbers are in a row.
		};
		case.ballot.iter().zip(verdicts).map(choice).collect()
	}
}
