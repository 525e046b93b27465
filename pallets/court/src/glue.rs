// SPDX-License-Identifier: Apache-2.0

//! The adjudicator of the other pallets' disputes.

use crate::*;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchError;

impl<T: Config> Adjudicator for Pallet<T> {
	fn begin(dispute: Dispute) -> Result<u32, DispatchError> {
		with_storage_layer(|| Self::open_case(dispute))
	}

	fn outcome(case: u32) -> Option<Outcome> {
		let Some(case) = Cases::<T>::get(case).filter(|case| !case.is_closed) else {
			return Some(Outcome::default());
		};
		match case.stage {
			Stage::Ended { choice, .. } => {
				let choice = choice.and_then(|place| case.dispute.ballot.at(place));
				Some(Outcome { choice })
			}
			// The block in which the voters' outcome is final, and before the court's own step.
			Stage::Voters { case: Some(number) } => T::Voters::outcome(number),
			_ => None,
		}
	}

	fn close(case: u32) {
		Cases::<T>::mutate(case, |case| {
			if let Some(case) = case {
				case.is_closed = true;
			}
		});
	}

	fn weight(choices: u32) -> Weight {
		T::WeightInfo::open_case().saturating_add(T::Voters::weight(choices))
	}
}

impl<T: Config> Pallet<T> {
	/// Open a case. Without enough stake for a panel, the voters choose at once.
	fn open_case(dispute: Dispute) -> Result<CaseId, DispatchError> {
		let ((all, reports), limits) = (OpenCases::<T>::get(), T::Limits::get());
		let is_report = matches!(dispute.subject, Subject::Report(_));
		let has_room = all < MAX_CASES && !(is_report && reports >= MAX_REPORT_CASES);
		ensure!(has_room && dispute.ballot.count() <= MAX_CHOICES, DispatchError::Exhausted);
		let id = NextCase::<T>::get();
		let (staked, _) = Self::totals();
		let has_panel = staked >= limits.least_total;
		let stage = match has_panel {
			true => Stage::Draw { since: T::Seed::epoch() },
			false => Stage::Voters { case: None },
		};
		let subject = dispute.subject;
		let mut case = Case::new(dispute.clone(), limits, stage);
		Self::deposit_event(Event::CaseOpened { case: id, dispute, has_panel });
		if !has_panel {
			let number = Self::ask_voters(id, &case, &mut WeightMeter::new())?;
			case.stage = Stage::Voters { case: Some(number) };
		}
		Cases::<T>::insert(id, case);
		NextCase::<T>::put(id.saturating_add(1));
		Self::count_case(subject, true);
		Ok(id)
	}
}
