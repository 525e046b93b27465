// SPDX-License-Identifier: Apache-2.0

//! Evidence, and the votes of panels: commitments, reveals, and votes that became known too early.

use crate::*;
use codec::Encode;
use frame_support::{dispatch::DispatchResult, ensure};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{
	traits::{EnsureSub, Zero},
	DispatchError,
};

impl<T: Config> Pallet<T> {
	/// The record of a case.
	pub(crate) fn case(id: CaseId) -> Result<Case, DispatchError> {
		Cases::<T>::get(id).ok_or_else(|| Error::<T>::UnknownCase.into())
	}

	/// The seats of an account in a panel.
	fn seat(panel: PanelId, who: &T::AccountId) -> Result<SeatOf<T>, DispatchError> {
		Seats::<T>::get(panel, who).ok_or_else(|| Error::<T>::NoSeat.into())
	}

	/// The panel of a case that commits now.
	fn committing(case: &Case) -> Result<PanelId, DispatchError> {
		match case.stage {
			Stage::Commit { panel, until } if T::Clock::active() < until => Ok(panel),
			_ => Err(Error::<T>::NotInCommit.into()),
		}
	}

	/// The hash that commits an account to a vote in one panel of one chain.
	pub fn commitment(panel: PanelId, who: &T::AccountId, ranks: &Ranks, salt: &[u8; 32]) -> H256 {
		let chain = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		(chain, panel, who, ranks, salt).using_encoded(blake2_256).into()
	}

	/// Name evidence.
	pub(crate) fn do_submit_evidence(who: T::AccountId, id: CaseId, hash: H256, uri: Uri) -> DispatchResult {
		let case = Self::case(id)?;
		let is_open = matches!(case.stage, Stage::Draw { .. }) || Self::committing(&case).is_ok();
		ensure!(is_open, Error::<T>::TooLate);
		Self::deposit_event(Event::EvidenceSubmitted { case: id, who, hash, uri });
		Ok(())
	}

	/// Commit to a vote.
	pub(crate) fn do_commit(who: T::AccountId, id: CaseId, commitment: H256) -> DispatchResult {
		let panel = Self::committing(&Self::case(id)?)?;
		let seat = Self::seat(panel, &who)?;
		ensure!(seat.vote == SeatVote::Drawn, Error::<T>::AlreadyCommitted);
		Seats::<T>::insert(panel, &who, Seat { vote: SeatVote::Committed(commitment), ..seat });
		Self::deposit_event(Event::VoteCommitted { case: id, who, commitment });
		Ok(())
	}

	/// The ranks of a vote that an account has committed to.
	fn committed_ranks(
		case: &Case,
		panel: PanelId,
		who: &T::AccountId,
		seat: &SeatOf<T>,
		(vote, salt): (&Vote, &[u8; 32]),
	) -> Result<Ranks, DispatchError> {
		let SeatVote::Committed(commitment) = seat.vote else {
			return Err(Error::<T>::NotCommitted.into());
		};
		let ranks = vote.ranks(case.dispute.ballot).ok_or(Error::<T>::WrongVote)?;
		ensure!(Self::commitment(panel, who, &ranks, salt) == commitment, Error::<T>::WrongCommitment);
		Ok(ranks)
	}

	/// Reveal a vote.
	pub(crate) fn do_reveal(
		who: T::AccountId,
		id: CaseId,
		vote: Vote,
		salt: [u8; 32],
		reasons: Option<(H256, Uri)>,
	) -> DispatchResult {
		let case = Self::case(id)?;
		let panel = match case.stage {
			Stage::Reveal { panel, until } if T::Clock::active() < until => panel,
			_ => return Err(Error::<T>::NotInReveal.into()),
		};
		let seat = Self::seat(panel, &who)?;
		let ranks = Self::committed_ranks(&case, panel, &who, &seat, (&vote, &salt))?;
		let (seats, has_reasons) = (seat.count(), reasons.is_some());
		Seats::<T>::insert(panel, &who, Seat { vote: SeatVote::Revealed { ranks, has_reasons }, ..seat });
		Self::deposit_event(Event::VoteRevealed { case: id, who, seats, vote, reasons });
		Ok(())
	}

	/// Denounce a vote: its seats lose their stake, half of it to the account that has denounced
	/// it.
	pub(crate) fn do_denounce(
		by: T::AccountId,
		id: CaseId,
		who: T::AccountId,
		vote: Vote,
		salt: [u8; 32],
	) -> DispatchResult {
		let case = Self::case(id)?;
		let panel = Self::committing(&case)?;
		let seat = Self::seat(panel, &who)?;
		Self::committed_ranks(&case, panel, &who, &seat, (&vote, &salt))?;
		let lost = Self::stake_of(&case, seat.count());
		for (owner, count) in &seat.stakes {
			let stake = Self::stake_of(&case, *count);
			Self::settle_stake(owner, stake, stake, |statistics| {
				statistics.absent = statistics.absent.saturating_add(*count)
			})?;
		}
		Seats::<T>::insert(panel, &who, Seat { vote: SeatVote::Denounced, ..seat });
		let reward = lost / 2;
		Self::pay_to(&by, reward)?;
		Self::add_fees(lost.ensure_sub(reward)?)?;
		Self::deposit_event(Event::VoteDenounced { case: id, who, by, lost, reward });
		Ok(())
	}
}
