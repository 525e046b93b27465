// SPDX-License-Identifier: Apache-2.0

//! Candidacies: registering, approving, adding to the bond, leaving, and taking the bond back.

use crate::*;
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{
		fungible::hold::Mutate as _, fungibles::Mutate as _, tokens::Precision, Get, ValidatorRegistration,
	},
};
use sp_staking::SessionIndex;

impl<T: Config> Pallet<T> {
	/// Set up a new chain. Panics if a value is impossible.
	///
	/// The rewards' account gets the native token's smallest balance, for good. So no fee is too
	/// little to be taken in, and none is burnt.
	pub(crate) fn begin(candidates: &[(T::AccountId, Balance)]) {
		let least = Self::least_balance();
		let is_there = Self::account()
			.is_some_and(|account| T::Assets::mint_into(AssetId::Native, &account, least).is_ok());
		assert!(is_there, "an account can hold the smallest balance");
		for (who, bond) in candidates {
			let is_held = T::Bonds::hold(&Self::bond_reason(), who, *bond).is_ok();
			assert!(is_held, "a candidate has its bond and the minimum balance");
			let candidate = Candidate { approved: true, ..Candidate::new(who.clone(), *bond) };
			assert!(
				Self::insert(candidate).is_ok(),
				"a candidate is named once, and there is a place for it"
			);
		}
	}

	/// Returns the session in which the chain is.
	pub(crate) fn session() -> SessionIndex {
		pallet_session::Pallet::<T>::current_index()
	}

	/// Returns a candidate.
	pub fn candidate(who: &T::AccountId) -> Option<Candidate<T::AccountId>> {
		Candidates::<T>::get().into_iter().find(|candidate| candidate.who == *who)
	}

	fn insert(candidate: Candidate<T::AccountId>) -> DispatchResult {
		Candidates::<T>::try_mutate(|candidates| {
			match candidates.binary_search_by(|other| other.who.cmp(&candidate.who)) {
				Ok(_) => Err(Error::<T>::AlreadyCandidate.into()),
				Err(place) => {
					candidates.try_insert(place, candidate).map_err(|_| Error::<T>::TooManyCandidates.into())
				}
			}
		})
	}

	/// Change a candidate, if the change is sound.
	fn try_change<R>(
		who: &T::AccountId,
		change: impl FnOnce(&mut Candidate<T::AccountId>) -> Result<R, sp_runtime::DispatchError>,
	) -> Result<R, sp_runtime::DispatchError> {
		Candidates::<T>::try_mutate(|candidates| {
			let candidate = candidates.iter_mut().find(|candidate| candidate.who == *who);
			change(candidate.ok_or(Error::<T>::NotCandidate)?)
		})
	}

	pub(crate) fn do_register(who: T::AccountId, bond: Balance) -> DispatchResult {
		ensure!(Self::candidate(&who).is_none(), Error::<T>::AlreadyCandidate);
		ensure!(!Leavers::<T>::contains_key(&who), Error::<T>::BondStillHeld);
		ensure!(T::Registration::is_registered(&who), Error::<T>::NoSessionKeys);
		ensure!(bond >= T::Limits::get().min_bond, Error::<T>::BondTooSmall);
		Self::make_room(bond)?;
		T::Bonds::hold(&Self::bond_reason(), &who, bond).map_err(|_| Error::<T>::CannotHoldBond)?;
		Self::insert(Candidate::new(who.clone(), bond))?;
		Self::deposit_event(Event::CandidateRegistered { who, bond });
		Ok(())
	}

	/// Displace the smallest bond without approval, if all places are taken and it is smaller.
	fn make_room(bond: Balance) -> DispatchResult {
		let candidates = Candidates::<T>::get();
		if !candidates.is_full() {
			return Ok(());
		}
		let smallest = candidates
			.iter()
			.filter(|candidate| !candidate.approved)
			.min_by_key(|candidate| candidate.bond)
			.filter(|candidate| candidate.bond < bond)
			.ok_or(Error::<T>::TooManyCandidates)?;
		Self::take_out(&smallest.who, Cause::Displaced)
	}

	pub(crate) fn do_approve(who: T::AccountId) -> DispatchResult {
		Self::try_change(&who, |candidate| {
			ensure!(!candidate.approved, Error::<T>::AlreadyApproved);
			candidate.approved = true;
			Ok(())
		})?;
		Self::deposit_event(Event::CandidateApproved { who });
		Ok(())
	}

	pub(crate) fn do_add_bond(who: T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let (bond_before, bond) = Self::try_change(&who, |candidate| {
			let before = candidate.bond;
			candidate.bond = before.checked_add(amount).ok_or(Error::<T>::Overflow)?;
			Ok((before, candidate.bond))
		})?;
		T::Bonds::hold(&Self::bond_reason(), &who, amount).map_err(|_| Error::<T>::CannotHoldBond)?;
		Self::deposit_event(Event::BondAdded { who, bond_before, bond });
		Ok(())
	}

	pub(crate) fn do_resume(who: T::AccountId) -> DispatchResult {
		let min_bond = T::Limits::get().min_bond;
		Self::try_change(&who, |candidate| {
			ensure!(candidate.suspended, Error::<T>::NotSuspended);
			ensure!(candidate.bond >= min_bond, Error::<T>::BondTooSmall);
			candidate.suspended = false;
			Ok(())
		})?;
		Self::deposit_event(Event::CandidateResumed { who });
		Ok(())
	}

	/// End a candidacy, unless the chain would be left without a validator.
	pub(crate) fn do_leave(who: &T::AccountId, cause: Cause) -> DispatchResult {
		let mut candidates = Candidates::<T>::get();
		let place = candidates.iter().position(|candidate| candidate.who == *who);
		candidates.remove(place.ok_or(Error::<T>::NotCandidate)?);
		// One is enough.
		let limits = Limits { max_validators: 1, ..T::Limits::get() };
		let is_left = !seated(&candidates, &limits, T::Registration::is_registered).is_empty();
		ensure!(is_left, Error::<T>::LastCandidate);
		Self::take_out(who, cause)
	}

	/// Take a candidate out of the list, and keep its bond for the cooldown: until no offence can
	/// be reported of the last session in which it can be a validator. That is the next one, which
	/// is planned already.
	pub(crate) fn take_out(who: &T::AccountId, cause: Cause) -> DispatchResult {
		let bond = Candidates::<T>::try_mutate(|candidates| {
			let place = candidates.iter().position(|candidate| candidate.who == *who);
			let place = place.ok_or(Error::<T>::NotCandidate)?;
			Ok::<_, sp_runtime::DispatchError>(candidates.remove(place).bond)
		})?;
		// Sessions do not come near their end.
		let until = Self::session().saturating_add(2).saturating_add(T::Remembered::get());
		Leavers::<T>::insert(who, Leaving { bond, until });
		Self::deposit_event(Event::CandidateLeft { who: who.clone(), cause, bond, until });
		Ok(())
	}

	pub(crate) fn do_withdraw_bond(who: T::AccountId) -> DispatchResult {
		let leaving = Leavers::<T>::get(&who).ok_or(Error::<T>::NotLeaving)?;
		ensure!(Self::session() >= leaving.until, Error::<T>::CooldownNotOver);
		T::Bonds::release(&Self::bond_reason(), &who, leaving.bond, Precision::Exact)?;
		Leavers::<T>::remove(&who);
		Self::deposit_event(Event::BondWithdrawn { who, amount: leaving.bond });
		Ok(())
	}
}
