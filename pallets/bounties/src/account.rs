// SPDX-License-Identifier: Apache-2.0

//! The account that holds the money of all programmes, the deposits for reports, and money that
//! goes to the reserve.

use crate::*;
use breakwater_primitives::{derived_account, withdraw_held, AssetId, Balance, Income, Source};
use frame_support::{
	dispatch::DispatchResult,
	traits::{
		fungible::hold::Mutate as _,
		fungibles::{Balanced, Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation::Expendable},
	},
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The account that holds the money of all programmes. Each has its own book of it. `None`
	/// cannot happen: `integrity_test` asserts it.
	pub fn account() -> Option<T::AccountId> {
		derived_account(b"bounties", ())
	}

	/// Put the native token's smallest balance on the account, for good. It is in no book, so that
	/// the account never dies with money of the books on it. Other assets have a minimum balance of
	/// one unit.
	pub(crate) fn endow_account() {
		let least = T::Assets::minimum_balance(AssetId::Native);
		let is_there = Self::account()
			.is_some_and(|account| T::Assets::mint_into(AssetId::Native, &account, least).is_ok());
		assert!(is_there, "an account can hold the smallest balance");
	}

	/// Take an amount of an account.
	pub(crate) fn take_from(who: &T::AccountId, asset: &AssetId, amount: Balance) -> DispatchResult {
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		T::Assets::transfer(asset.clone(), who, &account, amount, Expendable)
			.map_err(|_| Error::<T>::CannotPay)?;
		Ok(())
	}

	/// Pay an amount out of the books.
	pub(crate) fn pay_to(who: &T::AccountId, asset: &AssetId, amount: Balance) -> DispatchResult {
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		T::Assets::transfer(asset.clone(), &account, who, amount, Expendable)
			.map_err(|_| Error::<T>::CannotReceive)?;
		Ok(())
	}

	/// Take in money from the reserve.
	pub(crate) fn take_credit(credit: CreditOf<T>) -> DispatchResult {
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		T::Assets::resolve(&account, credit).map_err(|_| Error::<T>::CannotReceive)?;
		Ok(())
	}

	/// Give the reserve an amount out of the books.
	pub(crate) fn give_to_reserve(asset: &AssetId, amount: Balance, source: Source) -> DispatchResult {
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		let credit = T::Assets::withdraw(asset.clone(), &account, amount, exact, Expendable, polite)?;
		T::Reserve::receive(asset.clone(), source, credit).map_err(|_| Error::<T>::ReserveRefuses)?;
		Ok(())
	}

	/// The reason for which deposits are held.
	fn deposit_reason() -> T::RuntimeHoldReason {
		HoldReason::Report.into()
	}

	/// Hold the deposit for a report, or the bond of a dispute.
	pub(crate) fn hold_deposit(who: &T::AccountId, amount: Balance) -> DispatchResult {
		T::Native::hold(&Self::deposit_reason(), who, amount).map_err(|_| Error::<T>::CannotHoldDeposit)?;
		Ok(())
	}

	/// Give a part of what is held of a reporter back.
	pub(crate) fn release(who: &T::AccountId, amount: Balance) -> DispatchResult {
		T::Native::release(&Self::deposit_reason(), who, amount, Precision::Exact)?;
		Ok(())
	}

	/// Give the reserve a part of what is held of a reporter.
	pub(crate) fn lose(who: &T::AccountId, amount: Balance) -> DispatchResult {
		let credit = withdraw_held::<_, T::Native, T::Assets>(&Self::deposit_reason(), who, amount)?;
		T::Reserve::receive(AssetId::Native, Source::LostBond, credit)
			.map_err(|_| Error::<T>::ReserveRefuses)?;
		Ok(())
	}

	/// The smallest balance of an asset.
	pub(crate) fn least_of(asset: &AssetId) -> Balance {
		T::Assets::minimum_balance(asset.clone())
	}

	/// The native tokens that are held of an account for reports.
	#[cfg(any(feature = "try-runtime", test))]
	pub(crate) fn held_of(who: &T::AccountId) -> Balance {
		use frame_support::traits::fungible::InspectHold;
		T::Native::balance_on_hold(&Self::deposit_reason(), who)
	}

	/// The hash of the chain's first block.
	pub(crate) fn genesis() -> T::Hash {
		frame_system::Pallet::<T>::block_hash(frame_system::pallet_prelude::BlockNumberFor::<T>::default())
	}

	/// The record of a programme.
	pub(crate) fn programme_of(product: ProductId) -> Result<ProgrammeOf<T>, DispatchError> {
		Programmes::<T>::get(product).ok_or_else(|| Error::<T>::UnknownProgramme.into())
	}

	/// The record of a report.
	pub(crate) fn report_of(id: ReportId) -> Result<ReportOf<T>, DispatchError> {
		Reports::<T>::get(id).ok_or_else(|| Error::<T>::UnknownReport.into())
	}

	/// The record of a report of which `who` is the programme's manager.
	pub(crate) fn managed_by(
		who: &T::AccountId,
		id: ReportId,
	) -> Result<(ReportOf<T>, ProgrammeOf<T>), DispatchError> {
		let report = Self::report_of(id)?;
		let programme = Self::programme_of(report.product)?;
		frame_support::ensure!(programme.manager == *who, Error::<T>::NotManager);
		Ok((report, programme))
	}
}
