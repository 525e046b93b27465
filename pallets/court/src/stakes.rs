// SPDX-License-Identifier: Apache-2.0

//! The stakes of assessors, and their places in the tree.

use crate::{tree::*, *};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{Defensive, Get},
};
use sp_runtime::{
	traits::{EnsureAdd, EnsureSub},
	DispatchError,
};

impl<T: Config> Pallet<T> {
	/// The record of an assessor.
	pub(crate) fn assessor(who: &T::AccountId) -> Result<AssessorOf<T>, DispatchError> {
		Assessors::<T>::get(who).ok_or_else(|| Error::<T>::UnknownAssessor.into())
	}

	/// Hold new stake, which counts later.
	pub(crate) fn do_stake(who: T::AccountId, amount: Balance) -> DispatchResult {
		let limits = T::Limits::get();
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let mut assessor = match Assessors::<T>::get(&who) {
			Some(assessor) => assessor,
			None => Assessor::new(Self::take_place(&who)?),
		};
		let from = deadline(T::Clock::active(), Self::stake_age_by(&limits));
		assessor.arriving = assessor.arriving.add(amount, from).ok_or(Error::<T>::Overflow)?;
		let counted = assessor.stake.ensure_add(assessor.arriving.amount)?;
		ensure!(counted >= limits.least_stake, Error::<T>::StakeTooSmall);
		assessor.held().ok_or(Error::<T>::Overflow)?;
		Self::hold(&who, amount)?;
		let arriving = assessor.arriving.amount;
		Assessors::<T>::insert(&who, assessor);
		Self::deposit_event(Event::Staked { who, amount, arriving, from });
		Ok(())
	}

	/// Put new stake that is old enough into the tree.
	pub(crate) fn do_activate(who: T::AccountId) -> DispatchResult {
		let mut assessor = Self::assessor(&who)?;
		let arriving = core::mem::take(&mut assessor.arriving);
		ensure!(arriving.amount > 0, Error::<T>::NothingToActivate);
		ensure!(T::Clock::active() >= arriving.at, Error::<T>::TooEarly);
		let old_stake = assessor.stake;
		let new_stake = old_stake.ensure_add(arriving.amount)?;
		Self::set_stake(&mut assessor, new_stake)?;
		Assessors::<T>::insert(&who, assessor);
		Self::deposit_event(Event::StakeActivated { who, old_stake, new_stake });
		Ok(())
	}

	/// Take stake out of the draw: first what does not count yet.
	pub(crate) fn do_unstake(who: T::AccountId, amount: Balance) -> DispatchResult {
		let (mut assessor, limits) = (Self::assessor(&who)?, T::Limits::get());
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		// The part that seats lock stays, also of what has not been counted yet.
		let released = amount.min(assessor.arriving.amount).min(assessor.free());
		let leaving = amount.ensure_sub(released)?;
		assessor.arriving.amount = assessor.arriving.amount.ensure_sub(released)?;
		let of_arriving = leaving.min(assessor.arriving.amount);
		assessor.arriving.amount = assessor.arriving.amount.ensure_sub(of_arriving)?;
		let of_stake = leaving.ensure_sub(of_arriving)?;
		let new_stake = assessor.stake.checked_sub(of_stake).ok_or(Error::<T>::StakeTooLow)?;
		let stays = new_stake.ensure_add(assessor.arriving.amount)?;
		ensure!(stays == 0 || stays >= limits.least_stake, Error::<T>::StakeTooSmall);
		let mut from = assessor.leaving.at;
		if leaving > 0 {
			from = deadline(T::Clock::active(), Self::cooldown_by(&limits));
			assessor.leaving = assessor.leaving.add(leaving, from).ok_or(Error::<T>::Overflow)?;
			Self::set_stake(&mut assessor, new_stake)?;
		}
		if released > 0 {
			Self::release(&who, released)?;
		}
		Self::deposit_event(Event::Unstaked { who: who.clone(), released, leaving, new_stake, from });
		Self::keep_assessor(who, assessor);
		Ok(())
	}

	/// Give stake back whose cooldown is over.
	pub(crate) fn do_withdraw(who: T::AccountId) -> DispatchResult {
		let mut assessor = Self::assessor(&who)?;
		let leaving = core::mem::take(&mut assessor.leaving);
		let is_gone = assessor.is_empty() && assessor.locked == 0;
		ensure!(leaving.amount > 0 || is_gone, Error::<T>::NothingToWithdraw);
		ensure!(T::Clock::active() >= leaving.at, Error::<T>::TooEarly);
		let held = assessor.held().ok_or(Error::<T>::Overflow)?;
		ensure!(held >= assessor.locked, Error::<T>::StakeLocked);
		// A later owner of the place has no part in what draws still count of it.
		ensure!(!is_gone || Self::is_forgotten(assessor.place), Error::<T>::TooEarly);
		if leaving.amount > 0 {
			Self::release(&who, leaving.amount)?;
		}
		let is_removed = Self::keep_assessor(who.clone(), assessor);
		Self::deposit_event(Event::Withdrawn { who, amount: leaving.amount, is_removed });
		Ok(())
	}

	/// Keep an assessor's record, or remove it with the last of the stake, once no draw counts it.
	/// Returns true if it was removed.
	fn keep_assessor(who: T::AccountId, assessor: AssessorOf<T>) -> bool {
		let place = assessor.place;
		let is_gone = assessor.is_empty() && assessor.locked == 0 && Self::is_forgotten(place);
		match is_gone {
			true => {
				Assessors::<T>::remove(&who);
				Places::<T>::remove(place);
				let count = FreePlaceCount::<T>::get();
				FreePlaces::<T>::insert(count, place);
				// At most as many as places.
				FreePlaceCount::<T>::put(count.saturating_add(1));
			}
			false => Assessors::<T>::insert(who, assessor),
		}
		is_gone
	}

	/// Give an assessor a place in the tree: one that is free again, or the next.
	fn take_place(who: &T::AccountId) -> Result<u32, DispatchError> {
		let free = FreePlaceCount::<T>::get();
		let place = match free.checked_sub(1) {
			Some(last) => {
				FreePlaceCount::<T>::put(last);
				FreePlaces::<T>::take(last).ok_or(Error::<T>::TooManyAssessors)?
			}
			None => {
				let next = PlaceCount::<T>::get();
				ensure!(next < PLACES, Error::<T>::TooManyAssessors);
				PlaceCount::<T>::put(next.saturating_add(1));
				next
			}
		};
		Places::<T>::insert(place, who);
		Ok(place)
	}

	/// Let another assessor vote for a stake, or end that.
	pub(crate) fn do_delegate(who: T::AccountId, to: Option<T::AccountId>) -> DispatchResult {
		let (mut assessor, epoch) = (Self::assessor(&who)?, T::Seed::epoch());
		let old = core::mem::take(&mut assessor.delegation);
		ensure!(epoch >= old.from, Error::<T>::ChangePending);
		ensure!(old.after != to, Error::<T>::NothingToChange);
		if let Some(to) = &to {
			let other = Self::assessor(to)?;
			ensure!(*to != who && other.delegation.after.is_none(), Error::<T>::CannotDelegate);
		}
		let from = epoch.saturating_add(DRAW_DELAY);
		assessor.delegation = Delegation { before: old.after.clone(), after: to.clone(), from };
		Assessors::<T>::insert(&who, assessor);
		Self::deposit_event(Event::Delegated { who, old_voter: old.after, new_voter: to, from });
		Ok(())
	}

	/// Set the place where an assessor's way of assessing can be read.
	pub(crate) fn do_set_profile(who: T::AccountId, uri: Uri) -> DispatchResult {
		let mut assessor = Self::assessor(&who)?;
		let old_uri = core::mem::replace(&mut assessor.uri, uri.clone());
		Assessors::<T>::insert(&who, assessor);
		Self::deposit_event(Event::ProfileSet { who, old_uri, new_uri: uri });
		Ok(())
	}

	/// The age of a stake that can be put into the draw: the most time from the opening of a case
	/// to the end of its last panel's votes, also of each open case, which keeps the periods of its
	/// opening. So no stake that is bought for a case has a seat in it.
	pub(crate) fn stake_age_by(limits: &Limits) -> Moment {
		let of_open = if OpenCases::<T>::get().0 > 0 { LongestVoting::<T>::get() } else { 0 };
		limits.longest_voting(T::Seed::length()).max(of_open)
	}

	/// The most time from the opening of a case to its end, if its last appeal does not wait in
	/// line, in milliseconds.
	pub fn longest_case() -> Moment {
		Self::longest_case_by(&T::Limits::get())
	}

	fn longest_case_by(limits: &Limits) -> Moment {
		let last_appeal = limits.longest_appeal().saturating_add(T::FinalAppeal::appeal_period());
		limits.longest_voting(T::Seed::length()).saturating_add(last_appeal)
	}

	/// The time between `unstake` and `withdraw`: draws count the stake for two epochs, and then it
	/// answers for the longest seat, up to the end of the last appeal. A day is added for steps
	/// that wait for room.
	pub(crate) fn cooldown_by(limits: &Limits) -> Moment {
		let counted = T::Seed::length().saturating_mul(DRAW_DELAY.into());
		Self::longest_case_by(limits).saturating_add(counted).saturating_add(DAY)
	}

	/// Write an assessor's stake to the record and the tree.
	pub(crate) fn set_stake(assessor: &mut AssessorOf<T>, stake: Balance) -> DispatchResult {
		assessor.stake = stake;
		let (epoch, mut sum) = (T::Seed::epoch(), stake);
		for (level, number, child) in way_to(assessor.place).rev() {
			let node = Tree::<T>::get(level, number).as_of(epoch).set(child, sum);
			let node = node.ok_or(Error::<T>::Overflow)?;
			sum = node.latest().ok_or(Error::<T>::Overflow)?;
			Tree::<T>::insert(level, number, node);
		}
		Ok(())
	}

	/// True if no draw counts a stake at a place, now and later.
	fn is_forgotten(place: u32) -> bool {
		let leaf = way_to(place).last().defensive();
		leaf.is_some_and(|(level, number, child)| {
			Tree::<T>::get(level, number).as_of(T::Seed::epoch()).is_forgotten(child)
		})
	}

	/// The sum of all stakes: as of now, and as draws count it.
	pub(crate) fn totals() -> (Balance, Balance) {
		let root = Tree::<T>::get(0, 0).as_of(T::Seed::epoch());
		(root.latest().unwrap_or(Balance::MAX), root.counted().unwrap_or(0))
	}
}
