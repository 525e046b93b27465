// SPDX-License-Identifier: Apache-2.0

//! The validators of the next sessions, and the end of one.

use crate::*;
use alloc::vec::Vec;
use frame_support::traits::{Get, ValidatorRegistration};
use pallet_session::historical;
use sp_staking::SessionIndex;

impl<T: Config> Pallet<T> {
	/// Returns the validators of a session. `None` if no candidate has session keys: then those of
	/// the last session stay.
	///
	/// They are named in every session, also if they are the same. So each session is a set of its
	/// own for GRANDPA, and a report of an equivocation belongs to one session alone. Validators
	/// that are disabled are so until the session ends.
	fn next() -> Option<Vec<T::AccountId>> {
		let (limits, mut candidates) = (T::Limits::get(), Candidates::<T>::get().into_inner());
		let has_keys = T::Registration::is_registered;
		// The chain needs a validator. If none of the approved candidates is left, their
		// suspensions do not count: others do not take the chain over.
		let is_left = |one: &Candidate<_>| one.approved && !one.suspended && has_keys(&one.who);
		if !candidates.iter().any(is_left) {
			candidates.iter_mut().filter(|one| one.approved).for_each(|one| one.suspended = false);
		}
		let mut chosen = seated(&candidates, &limits, has_keys);
		if chosen.is_empty() {
			candidates.iter_mut().for_each(|one| one.suspended = false);
			chosen = seated(&candidates, &Limits { open_seats: MAX_VALIDATORS, ..limits }, has_keys);
		}
		(!chosen.is_empty()).then_some(chosen)
	}

	/// Forget the sessions whose offences cannot be reported any more.
	fn forget_before(index: SessionIndex) {
		let Some(oldest) = index.checked_sub(T::Remembered::get()) else { return };
		historical::Pallet::<T>::prune_up_to(oldest);
		if let Some(forgotten) = oldest.checked_sub(1) {
			// No session has more validators.
			let _ = Slashes::<T>::clear_prefix(forgotten, MAX_VALIDATORS, None);
		}
	}

	/// Pay for the blocks of a session, and report the validators that made none.
	pub(crate) fn close(index: SessionIndex) {
		let validators = pallet_session::Validators::<T>::get();
		let with_blocks = |who: T::AccountId| {
			let blocks = Authored::<T>::take(&who);
			(who, blocks)
		};
		let blocks: Vec<_> = validators.into_iter().map(with_blocks).collect();
		Self::pay(index, &blocks);
		Self::report_offline(index, &blocks);
	}
}

impl<T: Config> pallet_session::SessionManager<T::AccountId> for Pallet<T> {
	fn new_session(_: SessionIndex) -> Option<Vec<T::AccountId>> {
		Self::next()
	}
	/// The validators of genesis are those with session keys there.
	fn new_session_genesis(_: SessionIndex) -> Option<Vec<T::AccountId>> {
		None
	}
	fn start_session(index: SessionIndex) {
		Self::forget_before(index)
	}
	fn end_session(index: SessionIndex) {
		Self::close(index)
	}
}

impl<T: Config> historical::SessionManager<T::AccountId, ()> for Pallet<T> {
	fn new_session(_: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		Self::next().map(|validators| validators.into_iter().map(|validator| (validator, ())).collect())
	}
	fn new_session_genesis(_: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		None
	}
	fn start_session(index: SessionIndex) {
		Self::forget_before(index)
	}
	fn end_session(index: SessionIndex) {
		Self::close(index)
	}
}
