// SPDX-License-Identifier: Apache-2.0

//! The money of the court: stakes on hold, and the account of fees and appeals.

use crate::*;
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	storage::with_storage_layer,
	traits::{
		fungible::hold::Mutate as _,
		fungibles::{Balanced, Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation::Expendable},
	},
};
use sp_runtime::{traits::EnsureAdd, FixedPointNumber, FixedU128};

/// The values that a unit of an asset can have, in units of the native token: 10^-9 to 10^12.
/// Between them are those of assets with up to 18 decimals beside a token with twelve.
const ASSET_VALUES: core::ops::RangeInclusive<FixedU128> =
	FixedU128::from_inner(1_000_000_000)..=FixedU128::from_inner(1_000_000_000_000_000_000_000_000_000_000);

impl<T: Config> Pallet<T> {
	/// The account that holds the money for fees and of appeals. `None` cannot happen:
	/// `integrity_test` asserts it.
	pub fn account() -> Option<T::AccountId> {
		derived_account(b"court", ())
	}

	/// Put the smallest balance on the account, for good. It is in no book, so that the account
	/// never dies with money of the books on it.
	pub(crate) fn endow_account() {
		let least = T::Assets::minimum_balance(AssetId::Native);
		let is_there = Self::account()
			.is_some_and(|account| T::Assets::mint_into(AssetId::Native, &account, least).is_ok());
		assert!(is_there, "an account can hold the smallest balance");
	}

	/// The reason for which stakes are held.
	pub(crate) fn stake_reason() -> T::RuntimeHoldReason {
		HoldReason::Stake.into()
	}

	/// Hold stake of an account.
	pub(crate) fn hold(who: &T::AccountId, amount: Balance) -> DispatchResult {
		T::Native::hold(&Self::stake_reason(), who, amount).map_err(|_| Error::<T>::CannotHold)?;
		Ok(())
	}

	/// Give an account stake back.
	pub(crate) fn release(who: &T::AccountId, amount: Balance) -> DispatchResult {
		T::Native::release(&Self::stake_reason(), who, amount, Precision::Exact)?;
		Ok(())
	}

	/// Take lost stake of an account into the court's account.
	pub(crate) fn take_stake(who: &T::AccountId, amount: Balance) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let credit = withdraw_held::<_, T::Native, T::Assets>(&Self::stake_reason(), who, amount)?;
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		T::Assets::resolve(&account, credit).map_err(|_| Error::<T>::NoAccount)?;
		Ok(())
	}

	/// Take money of an account into the court's account.
	pub(crate) fn take_from(who: &T::AccountId, amount: Balance) -> DispatchResult {
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		T::Assets::transfer(AssetId::Native, who, &account, amount, Expendable)
			.map_err(|_| Error::<T>::CannotPay)?;
		Ok(())
	}

	/// Pay an account out of the court's account.
	pub(crate) fn pay_to(who: &T::AccountId, amount: Balance) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		T::Assets::transfer(AssetId::Native, &account, who, amount, Expendable)
			.map_err(|_| Error::<T>::CannotReceive)?;
		Ok(())
	}

	/// Give the reserve money out of the court's account. What it does not take is for fees: no
	/// case waits for it.
	pub(crate) fn give_away(amount: Balance, source: Source) -> DispatchResult {
		if amount > 0 && with_storage_layer(|| Self::give_to_reserve(amount, source)).is_err() {
			Self::add_fees(amount)?;
		}
		Ok(())
	}

	fn give_to_reserve(amount: Balance, source: Source) -> DispatchResult {
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		let credit = T::Assets::withdraw(AssetId::Native, &account, amount, exact, Expendable, polite)?;
		T::Income::receive(AssetId::Native, source, credit).map_err(|_| Error::<T>::ReserveRefuses)?;
		Ok(())
	}

	/// Add money of the court's account to that for fees.
	pub(crate) fn add_fees(amount: Balance) -> DispatchResult {
		FeePool::<T>::put(FeePool::<T>::get().ensure_add(amount)?);
		Ok(())
	}

	/// Take the charge for a dispute. What is more than the charges of as many cases as can be open
	/// is never paid to seats, and is the reserve's.
	pub(crate) fn take_fees(who: &T::AccountId, amount: Balance) -> DispatchResult {
		Self::take_from(who, amount)?;
		let before = FeePool::<T>::get();
		let pool = before.ensure_add(amount)?;
		// Open cases can have paid a higher charge.
		let most = amount.saturating_mul(MAX_CASES.into()).max(before);
		FeePool::<T>::put(pool.min(most));
		Self::give_away(pool.saturating_sub(most), Source::Fees)?;
		let who = who.clone();
		Self::deposit_event(Event::FeesCharged { who, amount, pool: FeePool::<T>::get() });
		Ok(())
	}

	/// Set the value of an asset's unit.
	pub(crate) fn do_set_asset_value(asset: AssetId, value: Option<FixedU128>) -> DispatchResult {
		let is_sound = value.is_none_or(|value| ASSET_VALUES.contains(&value));
		ensure!(is_sound, Error::<T>::ValueOutOfRange);
		let old_value = AssetValues::<T>::get(&asset);
		ensure!(old_value != value, Error::<T>::NothingToChange);
		AssetValues::<T>::set(&asset, value);
		Self::deposit_event(Event::AssetValueSet { asset, old_value, new_value: value });
		Ok(())
	}

	/// The value of an amount in units of the native token: more than any number if the asset has
	/// no value.
	pub(crate) fn value_of(asset: &AssetId, amount: Balance) -> Balance {
		match asset {
			AssetId::Native => amount,
			_ => AssetValues::<T>::get(asset)
				.and_then(|value| value.checked_mul_int(amount))
				.unwrap_or(Balance::MAX),
		}
	}
}
