// SPDX-License-Identifier: Apache-2.0

//! The gains and losses of a panel's seats.
//!
//! A seat whose vote was not revealed loses its stake. One whose vote puts another choice above the
//! outcome loses up to half of it, by the part of the votes that disagree. Those votes are of the
//! panel that has chosen the outcome, so a panel that was overturned by another as a whole loses
//! too. Where only the token holders have chosen it, they are each panel's own. What is lost, and
//! the fees, go in equal parts to the seats that put the outcome first and give reasons. A seat
//! gains from others at most its own stake. The rest goes to the reserve. If the panel made no
//! choice, only absence costs, and those who preferred a choice gain.
//!
//! Bonds of appeals are no gain of seats: they are lost by one choice and not by another, which the
//! panel that gained by them would see while it votes.

use crate::*;
use breakwater_math::{court, ranking};
use frame_support::dispatch::DispatchResult;
use sp_runtime::{
	traits::{EnsureAddAssign, EnsureMul, EnsureSub},
	DispatchError,
};

/// The gain of one seat.
#[derive(Clone, Copy, Default)]
struct Gain {
	/// From others' losses, for the assessor whose stake it is.
	share: Balance,
	/// The fee, for the voter.
	fee: Balance,
}

impl<T: Config> Pallet<T> {
	/// The votes of a panel of a level.
	pub(crate) fn count_votes(case: &Case, level: u8, panel: PanelId) -> Option<ranking::Count> {
		let choices = usize::try_from(case.dispute.ballot.count()).ok()?;
		let count = ranking::Count::new(choices, court::least_lead(seats_of(level)));
		let revealed = Seats::<T>::iter_prefix_values(panel);
		revealed.fold(count, |count, seat| match &seat.vote {
			SeatVote::Revealed { ranks, .. } if prefers(ranks) => count?.add(ranks, seat.count()),
			_ => count,
		})
	}

	/// The seats of a panel whose votes were revealed, abstentions among them.
	pub(crate) fn count_present(panel: PanelId) -> u32 {
		let present = Seats::<T>::iter_prefix_values(panel).filter(|seat| !is_absent(&seat.vote));
		present.fold(0, |sum, seat| sum.saturating_add(seat.count()))
	}

	/// Free a part of an assessor's stake that a seat has locked, of which an amount is lost.
	pub(crate) fn settle_stake(
		owner: &T::AccountId,
		locked: Balance,
		lost: Balance,
		note: impl FnOnce(&mut Statistics),
	) -> DispatchResult {
		let mut assessor = Self::assessor(owner)?;
		assessor.locked = assessor.locked.ensure_sub(locked)?;
		note(&mut assessor.statistics);
		let before = assessor.stake;
		let mut assessor = assessor.slashed(lost).ok_or(Error::<T>::StakeTooLow)?;
		let after = assessor.stake;
		if after != before {
			Self::set_stake(&mut assessor, after)?;
		}
		Self::take_stake(owner, lost)?;
		Assessors::<T>::insert(owner, assessor);
		Ok(())
	}

	/// Settle a panel with the outcome and the votes of the panel that has chosen it, or without if
	/// this panel made no choice.
	pub(crate) fn settle_panel(
		(id, case): (CaseId, &Case),
		panel: PanelId,
		outcome: Option<(u32, ranking::Count)>,
	) -> DispatchResult {
		let outcome = outcome.as_ref();
		// At most as many as seats.
		let seats: alloc::vec::Vec<_> = Seats::<T>::drain_prefix(panel).collect();
		let (mut lost, mut rewarded): (Balance, u32) = (0, 0);
		for (voter, seat) in &seats {
			PanelsOf::<T>::remove(voter, panel);
			lost.ensure_add_assign(Self::settle_seats(case, seat, outcome)?)?;
			if gains(seat, outcome) {
				rewarded = rewarded.saturating_add(seat.count());
			}
		}
		let mut gain = Self::gain_of(case, lost, rewarded);
		if outcome.is_none() {
			// Fees are for decisions.
			gain.fee = 0;
		}
		for (voter, seat) in &seats {
			if gains(seat, outcome) {
				Self::reward_seats(voter, seat, gain)?;
			}
		}
		let fees = gain.fee.ensure_mul(rewarded.into())?;
		FeePool::<T>::put(FeePool::<T>::get().ensure_sub(fees)?);
		let rest = lost.ensure_sub(gain.share.ensure_mul(rewarded.into())?)?;
		Self::give_away(rest, Source::LostBond)?;
		let Gain { share: each, fee } = gain;
		Self::deposit_event(Event::PanelSettled { case: id, panel, lost, rewarded, each, fee, rest });
		Ok(())
	}

	/// The gain of each of so many seats out of a pot and the money for fees.
	fn gain_of(case: &Case, pot: Balance, seats: u32) -> Gain {
		let Limits { seat_stake, seat_fee, .. } = case.limits;
		Gain {
			share: court::reward(pot, seats, seat_stake),
			fee: court::reward(FeePool::<T>::get(), seats, seat_fee),
		}
	}

	/// Free the stakes of a voter's seats, less what they lose. Returns the loss.
	fn settle_seats(
		case: &Case,
		seat: &SeatOf<T>,
		outcome: Option<&(u32, ranking::Count)>,
	) -> Result<Balance, DispatchError> {
		if seat.vote == SeatVote::Denounced {
			return Ok(0);
		}
		let loss = loss_of(case.limits.seat_stake, &seat.vote, outcome);
		let (is_absent, is_coherent) = (is_absent(&seat.vote), is_coherent(&seat.vote, outcome));
		let mut sum: Balance = 0;
		for (owner, seats) in &seat.stakes {
			let lost = loss.ensure_mul((*seats).into())?;
			Self::settle_stake(owner, Self::stake_of(case, *seats), lost, |statistics| {
				let Statistics { coherent, absent, .. } = statistics;
				*absent = absent.saturating_add(if is_absent { *seats } else { 0 });
				*coherent = coherent.saturating_add(if is_coherent { *seats } else { 0 });
			})?;
			sum.ensure_add_assign(lost)?;
		}
		Ok(sum)
	}

	/// Pay the gain of a voter's seats: the share to those whose stakes they are, the fees to the
	/// voter. An account that cannot receive it leaves it to the fees.
	fn reward_seats(voter: &T::AccountId, seat: &SeatOf<T>, gain: Gain) -> DispatchResult {
		let fees = gain.fee.ensure_mul(seat.count().into())?;
		let shares =
			seat.stakes.iter().map(|(owner, seats)| (owner, gain.share.saturating_mul((*seats).into())));
		for (who, amount) in shares.chain([(voter, fees)]) {
			if Self::pay_to(who, amount).is_err() {
				Self::add_fees(amount)?;
			}
		}
		Ok(())
	}
}

/// True if a vote was not revealed.
fn is_absent(vote: &SeatVote) -> bool {
	!matches!(vote, SeatVote::Revealed { .. })
}

/// True if a vote puts the outcome first, and alone but for choices that the votes did not tell
/// apart from it.
fn is_coherent(vote: &SeatVote, outcome: Option<&(u32, ranking::Count)>) -> bool {
	let (SeatVote::Revealed { ranks, .. }, Some((place, count))) = (vote, outcome) else { return false };
	prefers(ranks) && usize::try_from(*place).is_ok_and(|place| count.is_coherent(ranks, place))
}

/// True if seats gain: their vote is coherent, or prefers a choice where there is no outcome, and
/// has reasons.
fn gains<AccountId>(seat: &Seat<AccountId>, outcome: Option<&(u32, ranking::Count)>) -> bool {
	let SeatVote::Revealed { ranks, has_reasons: true } = &seat.vote else { return false };
	is_coherent(&seat.vote, outcome) || (outcome.is_none() && prefers(ranks))
}

/// The loss of one seat with a vote that was not denounced.
fn loss_of(stake: Balance, vote: &SeatVote, outcome: Option<&(u32, ranking::Count)>) -> Balance {
	match (vote, outcome) {
		(SeatVote::Revealed { ranks, .. }, Some((place, count))) => {
			let place = usize::try_from(*place).unwrap_or(usize::MAX);
			court::dissent_penalty(stake, count.dissent(ranks, place)).unwrap_or(0)
		}
		(SeatVote::Revealed { .. }, None) => 0,
		_ => stake,
	}
}
