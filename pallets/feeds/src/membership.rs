// SPDX-License-Identifier: Apache-2.0

//! The operators' memberships and bonds: appointing, accepting, resigning, dismissing.

use crate::*;
use frame_support::{
	dispatch::{DispatchErrorWithPostInfo, DispatchResult, DispatchResultWithPostInfo},
	ensure,
	traits::{
		fungible::hold::Mutate as _,
		fungibles::Inspect as _,
		tokens::{Fortitude, Precision, Restriction},
		EnsureOrigin, Get,
	},
	weights::Weight,
};

impl<T: Config> Pallet<T> {
	/// Set up a new chain. Panics if a value is impossible.
	pub(crate) fn begin(operators: &[(T::AccountId, Balance)], reward_pool: Balance) {
		for (who, bond) in operators {
			assert!(!Operators::<T>::contains_key(who), "an operator is named once");
			assert!(Self::seat().is_ok(), "there are too many operators");
			let is_held = T::Currency::hold(&Self::bond_reason(), who, *bond).is_ok();
			assert!(is_held, "an operator has their bond and the minimum balance");
			Operators::<T>::insert(who, Operator { stage: OperatorStage::Active, bond: *bond });
			assert!(Self::enter(who.clone()).is_ok(), "there are too many operators");
		}
		let balance = Self::account().map_or(0, |account| T::Assets::balance(AssetId::Native, &account));
		assert!(reward_pool <= balance, "the reward pool's account has what its book says");
		RewardPool::<T>::put(RewardBook { book: reward_pool, booked: 0 });
	}

	/// Checks the origin of a referendum. A rejection uses no weight.
	pub(crate) fn ensure_admin(origin: T::RuntimeOrigin) -> Result<(), DispatchErrorWithPostInfo> {
		T::AdminOrigin::ensure_origin(origin)
			.map(|_| ())
			.map_err(|error| Self::refused(error, Weight::zero()))
	}

	/// Take one of the places of operators.
	fn seat() -> DispatchResult {
		Seats::<T>::try_mutate(|seats| {
			ensure!(*seats < MAX_OPERATORS, Error::<T>::TooManyOperators);
			*seats = seats.saturating_add(1); // Below the most, so it cannot saturate.
			Ok(())
		})
	}

	/// Count an account's values from now on.
	fn enter(who: T::AccountId) -> DispatchResult {
		let since = T::Clock::now();
		Members::<T>::try_mutate(|members| match members.binary_search_by(|member| member.who.cmp(&who)) {
			Ok(_) => Ok(()),
			// There is a place for every seated account.
			Err(place) => members
				.try_insert(place, Membership { who, since })
				.map_err(|_| Error::<T>::TooManyOperators.into()),
		})
	}

	/// Stop counting an account's values.
	pub(crate) fn leave(who: &T::AccountId) {
		Members::<T>::mutate(|members| members.retain(|member| member.who != *who));
	}

	pub(crate) fn do_appoint(who: T::AccountId) -> DispatchResult {
		let before = Operators::<T>::get(&who);
		ensure!(!before.is_some_and(|operator| operator.is_seated()), Error::<T>::AlreadyOperator);
		Self::seat()?;
		let operator = Operator::appointed(before);
		Operators::<T>::insert(&who, operator);
		Self::deposit_event(Event::OperatorAppointed { who, bond: operator.bond });
		Ok(())
	}

	pub(crate) fn do_accept(who: T::AccountId) -> DispatchResult {
		let before = Operators::<T>::get(&who).ok_or(Error::<T>::NotAppointed)?;
		ensure!(before.stage == OperatorStage::Appointed, Error::<T>::NotAppointed);
		let missing = before.missing(T::Limits::get().bond);
		let after = before.active(missing).ok_or(Error::<T>::Overflow)?;
		T::Currency::hold(&Self::bond_reason(), &who, missing).map_err(|_| Error::<T>::CannotHoldBond)?;
		Self::enter(who.clone())?;
		Operators::<T>::insert(&who, after);
		Self::deposit_event(Event::OperatorAccepted { who, bond_before: before.bond, bond: after.bond });
		Ok(())
	}

	/// End a membership by the member's own will. The feeds are read again by [`Self::read_again`]:
	/// the member chooses the moment, and must not fill a block.
	pub(crate) fn do_resign(who: T::AccountId) -> DispatchResultWithPostInfo {
		Self::end(&who).map_err(Self::refused_after(1))?;
		let used = T::WeightInfo::resign(Self::count_watched());
		Self::queue_reading(Self::clear_values(&who));
		Ok(Some(used).into())
	}

	/// End a membership by referendum.
	pub(crate) fn do_dismiss(who: T::AccountId) -> DispatchResultWithPostInfo {
		Self::end(&who).map_err(Self::refused_after(1))?;
		let used = T::WeightInfo::dismiss(Self::count_watched());
		let read = Self::read_now(Self::clear_values(&who));
		Ok(Some(used.saturating_add(read)).into())
	}

	/// Take an account's place away, and begin its notice.
	fn end(who: &T::AccountId) -> Result<(), Error<T>> {
		let before = Operators::<T>::get(who).filter(Operator::is_seated).ok_or(Error::<T>::NotOperator)?;
		// Active time does not come near its end.
		let until = T::Clock::active().saturating_add(T::Limits::get().notice);
		let after = before.leaving(until);
		Operators::<T>::set(who, after);
		Seats::<T>::mutate(|seats| *seats = seats.saturating_sub(1)); // The operator had one.
		Self::leave(who);
		Self::deposit_event(Event::OperatorLeft {
			who: who.clone(),
			stage: before.stage,
			bond: before.bond,
			until: after.map(|_| until),
		});
		Ok(())
	}

	pub(crate) fn do_top_up(who: T::AccountId) -> DispatchResult {
		let before = Operators::<T>::get(&who).ok_or(Error::<T>::NotOperator)?;
		let missing = before.missing(T::Limits::get().bond);
		match before.stage {
			OperatorStage::Suspended => {}
			OperatorStage::Active => ensure!(missing > 0, Error::<T>::NothingToAdd),
			OperatorStage::Appointed | OperatorStage::Leaving { .. } => {
				return Err(Error::<T>::NotOperator.into())
			}
		}
		let after = before.active(missing).ok_or(Error::<T>::Overflow)?;
		T::Currency::hold(&Self::bond_reason(), &who, missing).map_err(|_| Error::<T>::CannotHoldBond)?;
		Self::enter(who.clone())?;
		Operators::<T>::insert(&who, after);
		Self::deposit_event(Event::BondToppedUp { who, bond_before: before.bond, bond: after.bond });
		Ok(())
	}

	pub(crate) fn do_withdraw_bond(who: T::AccountId) -> DispatchResult {
		let operator = Operators::<T>::get(&who).ok_or(Error::<T>::UnknownOperator)?;
		let OperatorStage::Leaving { until } = operator.stage else {
			return Err(Error::<T>::NotLeaving.into());
		};
		ensure!(T::Clock::active() >= until, Error::<T>::NoticeNotOver);
		T::Currency::release(&Self::bond_reason(), &who, operator.bond, Precision::Exact)?;
		Operators::<T>::remove(&who);
		Self::deposit_event(Event::BondWithdrawn { who, amount: operator.bond });
		Ok(())
	}

	pub(crate) fn do_swap_key(old: T::AccountId, new: T::AccountId) -> DispatchResultWithPostInfo {
		let operator =
			Operators::<T>::get(&old).ok_or(Error::<T>::UnknownOperator).map_err(Self::refused_after(1))?;
		let is_known = Operators::<T>::contains_key(&new);
		ensure!(!is_known, Self::refused_after(2)(Error::<T>::AlreadyOperator));
		Self::move_place(&old, &new, operator)
			.map_err(|error| Self::refused(error, T::WeightInfo::swap_key(0)))?;
		let used = T::WeightInfo::swap_key(Self::count_watched());
		let read = Self::read_now(Self::clear_values(&old));
		Ok(Some(used.saturating_add(read)).into())
	}

	/// Move an operator's place, bond and rewards to another account.
	fn move_place(old: &T::AccountId, new: &T::AccountId, operator: Operator) -> DispatchResult {
		let moved = Earned::<T>::get(old);
		let earned = Earned::<T>::get(new).checked_add(moved).ok_or(Error::<T>::Overflow)?;
		if operator.bond > 0 {
			T::Currency::transfer_on_hold(
				&Self::bond_reason(),
				old,
				new,
				operator.bond,
				Precision::Exact,
				Restriction::OnHold,
				Fortitude::Force,
			)?;
		}
		Operators::<T>::remove(old);
		Operators::<T>::insert(new, operator);
		if moved > 0 {
			Earned::<T>::remove(old);
			Earned::<T>::insert(new, earned);
		}
		Self::leave(old);
		if operator.stage == OperatorStage::Active {
			Self::enter(new.clone())?;
		}
		let (old, new) = (old.clone(), new.clone());
		Self::deposit_event(Event::KeySwapped { old, new, bond: operator.bond, earned });
		Ok(())
	}
}
