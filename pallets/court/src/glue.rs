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
			Stage::Voters { case: Some(number) } => {
				let earlier = case.last_round().and_then(|round| case.dispute.ballot.at(round.choice));
				T::Voters::outcome(number).map(|outcome| Outcome { choice: outcome.choice.or(earlier) })
			}
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

	fn closing_weight(_: u32) -> Weight {
		T::DbWeight::get().reads_writes(1, 1)
	}
}

impl<T: Config> DisputeFee<T::AccountId> for Pallet<T> {
	/// The fees of a panel of each level, also while the voters would choose: otherwise a dispute
	/// without a charge could come before a panel.
	fn dispute_fee() -> Balance {
		T::Limits::get().seat_fee.saturating_mul(ALL_SEATS.into())
	}

	fn charge(who: &T::AccountId) -> Result<Balance, DispatchError> {
		let fee = Self::dispute_fee();
		if fee > 0 {
			Self::take_fees(who, fee)?;
		}
		Ok(fee)
	}

	fn charge_weight() -> Weight {
		T::WeightInfo::charge()
	}
}

impl<T: Config> Pallet<T> {
	/// Open a case. Without enough stake for a panel, the voters choose at once.
	fn open_case(dispute: Dispute) -> Result<CaseId, DispatchError> {
		let ((all, reports), mut limits) = (OpenCases::<T>::get(), T::Limits::get());
		// A case pays no more than it has brought.
		let of_seat = dispute.fees.checked_div(ALL_SEATS.into()).unwrap_or(0);
		limits.seat_fee = limits.seat_fee.min(of_seat);
		let is_report = matches!(dispute.subject, Subject::Report(_));
		let has_room = all < MAX_CASES && !(is_report && reports >= MAX_REPORT_CASES);
		let choices = dispute.ballot.count();
		ensure!(has_room && (1..=MAX_CHOICES).contains(&choices), DispatchError::Exhausted);
		let voting = limits.longest_voting(T::Seed::length());
		LongestVoting::<T>::mutate(|most| *most = if all > 0 { voting.max(*most) } else { voting });
		let id = NextCase::<T>::get();
		let (staked, _) = Self::totals();
		let has_panel = staked >= limits.least_total;
		let stage = match has_panel {
			true => Stage::Draw { since: T::Seed::epoch() },
			false => Stage::Voters { case: None },
		};
		let subject = dispute.subject;
		let value = Self::value_of(&dispute.asset, dispute.at_stake);
		let mut case = Case::new(dispute.clone(), value, limits, stage);
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
