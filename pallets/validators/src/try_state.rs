// SPDX-License-Identifier: Apache-2.0

//! The invariants of candidates, bonds and rewards. Each returns an error and never panics.

use crate::*;
use frame_support::{
	ensure,
	traits::{fungibles::Inspect, Get},
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks all invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_candidates()?;
		Self::check_leavers()?;
		Self::check_slashes()?;
		Self::check_authors()?;
		Self::check_budget()
	}

	/// The candidates are in the order of their accounts, each once. None is a leaver. The money
	/// held on each is the bond in the record. Offences are in order, and none has one too many.
	fn check_candidates() -> Result<(), TryRuntimeError> {
		let candidates = Candidates::<T>::get();
		let in_order = candidates.windows(2).all(|pair| matches!(pair, [a, b] if a.who < b.who));
		ensure!(in_order, "validators: candidates are not in order");
		for candidate in &candidates {
			ensure!(!Leavers::<T>::contains_key(&candidate.who), "validators: a candidate is a leaver");
			ensure!(Self::held(&candidate.who) == candidate.bond, "validators: a bond is not held");
			let in_order = candidate.offences.windows(2).all(|pair| matches!(pair, [a, b] if a <= b));
			ensure!(in_order, "validators: offences are not in order");
			let is_over = candidate.suspended && candidate.is_repeat_offender();
			ensure!(!is_over, "validators: a repeat offender is a candidate");
		}
		Ok(())
	}

	/// The money held on each leaver is the bond in the record, and it gets it back within the
	/// cooldown.
	fn check_leavers() -> Result<(), TryRuntimeError> {
		let latest = Self::session()
			.checked_add(2)
			.and_then(|session| session.checked_add(<T as Config>::Remembered::get()))
			.ok_or("validators: sessions come to their end")?;
		for (who, leaving) in Leavers::<T>::iter() {
			ensure!(Self::held(&who) == leaving.bond, "validators: a leaver's bond is not held");
			ensure!(leaving.until <= latest, "validators: a bond is held for too long");
		}
		Ok(())
	}

	/// No more is slashed for a session than the bond that there was. Sessions that are forgotten
	/// have no slashes.
	fn check_slashes() -> Result<(), TryRuntimeError> {
		let oldest = Self::session().saturating_sub(<T as Config>::Remembered::get());
		for (session, _, slashed) in Slashes::<T>::iter() {
			ensure!(session >= oldest, "validators: a forgotten session has a slash");
			ensure!(slashed.taken <= slashed.of, "validators: more is slashed than there was");
		}
		Ok(())
	}

	/// Only validators of this session have blocks in it.
	fn check_authors() -> Result<(), TryRuntimeError> {
		let validators = pallet_session::Validators::<T>::get();
		ensure!(
			Authored::<T>::iter_keys().all(|author| validators.contains(&author)),
			"validators: an author is no validator"
		);
		Ok(())
	}

	/// The budget is in the account, beside the minimum balance that the account keeps.
	fn check_budget() -> Result<(), TryRuntimeError> {
		let account = Self::account().ok_or("validators: no account")?;
		let budget = Budget::<T>::get();
		let kept = if budget > 0 { Self::least_balance() } else { 0 };
		let needed = budget.checked_add(kept).ok_or("validators: the budget overflows")?;
		let balance = T::Assets::balance(AssetId::Native, &account);
		ensure!(needed <= balance, "validators: the budget exceeds the balance");
		Ok(())
	}
}
