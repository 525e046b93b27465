// SPDX-License-Identifier: Apache-2.0

//! The answers for people and clients.

use crate::*;
use alloc::vec::Vec;

impl<T: Config> Pallet<T> {
	/// A case as of this block.
	pub(crate) fn do_case_state(id: CaseId) -> Option<CaseState<T::AccountId>> {
		let case = Cases::<T>::get(id)?;
		let panel = match case.stage {
			Stage::Commit { panel, .. } | Stage::Reveal { panel, .. } => Some(panel),
			_ => case.last_round().filter(|round| !round.is_settled).map(|round| round.panel),
		};
		let seats = panel.into_iter().flat_map(Seats::<T>::iter_prefix);
		Some(CaseState {
			choices: case.dispute.ballot.iter().map(|(_, choice)| choice).collect(),
			panel,
			seats: seats.map(|(who, seat)| SeatState { who, seats: seat.count(), vote: seat.vote }).collect(),
			case,
		})
	}

	/// The open seats of an account, and what it has to do in them.
	pub(crate) fn do_duties(who: &T::AccountId) -> Vec<Duty> {
		let duty = |(panel, id): (PanelId, CaseId)| {
			let (case, seat) = (Cases::<T>::get(id)?, Seats::<T>::get(panel, who)?);
			let (task, until) = match (case.stage, &seat.vote) {
				(Stage::Commit { panel: now, until }, SeatVote::Drawn) if now == panel => {
					(Task::Commit, Some(until))
				}
				(Stage::Commit { panel: now, until }, SeatVote::Committed(_)) if now == panel => {
					(Task::WaitToReveal, Some(until))
				}
				(Stage::Reveal { panel: now, until }, SeatVote::Committed(_)) if now == panel => {
					(Task::Reveal, Some(until))
				}
				_ => (Task::WaitForOutcome, None),
			};
			let stake = Self::stake_of(&case, seat.count());
			Some(Duty { case: id, panel, seats: seat.count(), stake, task, until })
		};
		PanelsOf::<T>::iter_prefix(who).filter_map(duty).collect()
	}
}
