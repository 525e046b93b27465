// SPDX-License-Identifier: Apache-2.0

//! The money for and against decisions, and the last appeal.

use crate::*;
use frame_support::{dispatch::DispatchResult, ensure};
use sp_runtime::{
	traits::{EnsureAdd, EnsureAddAssign, EnsureSub},
	DispatchError,
};

impl<T: Config> Pallet<T> {
	/// The bond of a side in an appeal against a decision of a level.
	fn appeal_bond(limits: &Limits, level: u8) -> Balance {
		limits.appeal_bond.saturating_mul(1u128.checked_shl(level.into()).unwrap_or(u128::MAX))
	}

	/// Open the time to appeal against a decision. Returns its end.
	pub(crate) fn open_appeal(case: &mut Case, decided: u32) -> Moment {
		let until = deadline(T::Clock::active(), case.limits.appeal_period);
		let bond = Self::appeal_bond(&case.limits, case.level);
		if let Some(slot) = case.appeals.get_mut(usize::from(case.level)) {
			*slot = Some(Appeal::new(bond, decided));
		}
		case.stage = Stage::Appeal { until };
		until
	}

	/// The place of a choice for which money can be put up in an open appeal.
	fn fundable(case: &Case, appeal: &Appeal, choice: Choice) -> Result<u32, DispatchError> {
		let mut places = case.dispute.ballot.iter();
		let (place, _) = places.find(|(_, one)| *one == choice).ok_or(Error::<T>::UnknownChoice)?;
		// The last appeal can only restore the first panel's choice.
		let first = case.rounds.first().copied().flatten().filter(|_| case.level > 0);
		let can_be_put = place == appeal.decided || first.is_none_or(|first| first.choice == place);
		ensure!(can_be_put, Error::<T>::UnknownChoice);
		let is_free = appeal.challenger.is_none() || place == appeal.decided;
		ensure!(is_free && appeal.funds_of(place) < appeal.bond, Error::<T>::AlreadyFunded);
		Ok(place)
	}

	/// Put up money for a choice.
	pub(crate) fn do_fund_appeal(
		who: T::AccountId,
		id: CaseId,
		choice: Choice,
		most: Balance,
	) -> DispatchResult {
		let (mut case, now) = (Self::case(id)?, T::Clock::active());
		let Stage::Appeal { until } = case.stage else { return Err(Error::<T>::NotInAppeal.into()) };
		ensure!(now < until, Error::<T>::NotInAppeal);
		let (level, response) = (case.level, case.limits.response_period);
		let mut appeal = case.appeal_mut().copied().ok_or(Error::<T>::NotInAppeal)?;
		let place = Self::fundable(&case, &appeal, choice)?;
		let missing = appeal.bond.ensure_sub(appeal.funds_of(place))?;
		let amount = most.min(missing);
		let least = appeal.bond.div_ceil(CONTRIBUTIONS).min(missing);
		ensure!(amount >= least && amount > 0, Error::<T>::ContributionTooSmall);
		Self::take_from(&who, amount)?;
		appeal.left.ensure_add_assign(amount)?;
		let slot = usize::try_from(place).ok().and_then(|place| appeal.funds.get_mut(place));
		let funds = slot.ok_or(Error::<T>::UnknownChoice)?;
		funds.ensure_add_assign(amount)?;
		let (funds, bond) = (*funds, appeal.bond);
		Contributions::<T>::try_mutate((id, level, &who, place), |slot| {
			let paid = slot.unwrap_or(0).ensure_add(amount)?;
			*slot = Some(paid);
			Ok::<_, DispatchError>(())
		})?;
		Self::deposit_event(Event::AppealFunded { case: id, level, who, choice, amount, funds, bond });
		if funds == bond && place != appeal.decided {
			appeal.challenger = Some(place);
			// The other side always has the whole time to answer.
			let until = until.max(deadline(now, response));
			case.stage = Stage::Appeal { until };
			Self::deposit_event(Event::Appealed { case: id, level, choice, until });
		}
		if let Some(slot) = case.appeal_mut() {
			*slot = appeal;
		}
		Cases::<T>::insert(id, case);
		Ok(())
	}

	/// End the appeals of a case with its outcome. The money that no payer wins is the reserve's.
	/// It is no gain of those who decide: how much it is depends on what they decide.
	pub(crate) fn resolve_appeals(id: CaseId, case: &mut Case, outcome: u32) -> DispatchResult {
		for (level, slot) in (0u8..).zip(case.appeals.iter_mut()) {
			let Some(appeal) = slot else { continue };
			let (resolved, others) = appeal.resolved(outcome).ok_or(Error::<T>::Overflow)?;
			*appeal = resolved;
			Self::give_away(others, Source::LostBond)?;
			let AppealResult { winner, prize } = appeal.result.ok_or(Error::<T>::Overflow)?;
			let winner = winner.and_then(|place| case.dispute.ballot.at(place));
			Self::deposit_event(Event::AppealResolved { case: id, level, winner, prize, others });
		}
		Ok(())
	}

	/// Pay an account what is due to it of an appeal.
	pub(crate) fn do_collect(id: CaseId, level: u8, who: T::AccountId) -> DispatchResult {
		let mut case = Self::case(id)?;
		let appeal = case.appeals.get_mut(usize::from(level)).and_then(Option::as_mut);
		let appeal = appeal.ok_or(Error::<T>::NothingDue)?;
		// At most one for each choice.
		let paid: alloc::vec::Vec<_> = Contributions::<T>::iter_prefix((id, level, &who)).collect();
		ensure!(!paid.is_empty(), Error::<T>::NothingDue);
		ensure!(appeal.result.is_some(), Error::<T>::NotEnded);
		let mut sum: Balance = 0;
		for (place, amount) in paid {
			sum.ensure_add_assign(appeal.due(place, amount).ok_or(Error::<T>::Overflow)?)?;
			Contributions::<T>::remove((id, level, &who, place));
		}
		appeal.left = appeal.left.ensure_sub(sum)?;
		Self::pay_to(&who, sum)?;
		Cases::<T>::insert(id, case);
		Self::deposit_event(Event::AppealCollected { case: id, level, who, amount: sum });
		Ok(())
	}

	/// Announce that the last appeal has restored the first panel's choice. The case ends by itself
	/// and does not depend on this.
	pub(crate) fn do_restore(id: CaseId, choice: Choice) -> DispatchResult {
		let case = Self::case(id)?;
		let Stage::LastAppeal { vote: Some(vote) } = case.stage else {
			return Err(Error::<T>::NotInAppeal.into());
		};
		let first =
			case.rounds.first().copied().flatten().and_then(|first| case.dispute.ballot.at(first.choice));
		ensure!(first == Some(choice), Error::<T>::UnknownChoice);
		ensure!(T::FinalAppeal::is_granted(vote) == Some(true), Error::<T>::NotGranted);
		Self::deposit_event(Event::ChoiceRestored { case: id, choice });
		Ok(())
	}
}
