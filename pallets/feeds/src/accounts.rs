// SPDX-License-Identifier: Apache-2.0

//! The reward pool's account, and the bonds held on the operators' accounts.

use crate::*;
use frame_support::traits::fungible::Inspect as _;

impl<T: Config> Pallet<T> {
	/// Returns the account that holds the reward pool. `None` cannot happen: `integrity_test`
	/// asserts it.
	pub fn account() -> Option<T::AccountId> {
		derived_account(b"feeds", ())
	}

	/// The reason of a bond.
	pub(crate) fn bond_reason() -> T::RuntimeHoldReason {
		HoldReason::Bond.into()
	}

	/// Returns the bond held on an account.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn held(who: &T::AccountId) -> Balance {
		use frame_support::traits::fungible::InspectHold;
		T::Currency::balance_on_hold(&Self::bond_reason(), who)
	}

	/// Returns the minimum balance of an account, which the reward pool's account keeps too.
	pub(crate) fn least_balance() -> Balance {
		T::Currency::minimum_balance()
	}
}
