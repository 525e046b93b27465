// SPDX-License-Identifier: Apache-2.0

//! The rewards' account, and the bonds held on the candidates' accounts.

use crate::*;
use frame_support::traits::fungible::Inspect as _;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Returns the account that holds fees and budget until they are paid out. `None` cannot
	/// happen: `integrity_test` asserts it.
	pub fn account() -> Option<T::AccountId> {
		derived_account(b"validators", ())
	}

	/// The reason of a bond.
	pub(crate) fn bond_reason() -> <T as Config>::RuntimeHoldReason {
		HoldReason::Bond.into()
	}

	/// Returns the bond held on an account.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn held(who: &T::AccountId) -> Balance {
		use frame_support::traits::fungible::InspectHold;
		T::Bonds::balance_on_hold(&Self::bond_reason(), who)
	}

	/// Returns the minimum balance of an account, which the rewards' account keeps too.
	pub(crate) fn least_balance() -> Balance {
		T::Bonds::minimum_balance()
	}

	/// Give a part of a bond to the reserve, all of it or none. Nothing is burnt.
	pub(crate) fn forfeit(who: &T::AccountId, amount: Balance) -> Result<(), DispatchError> {
		let credit = withdraw_held::<_, T::Bonds, T::Assets>(&Self::bond_reason(), who, amount)?;
		T::Income::receive(AssetId::Native, Source::Slash, credit)
			.map_err(|_| DispatchError::Other("the reserve refuses the slash"))
	}
}
