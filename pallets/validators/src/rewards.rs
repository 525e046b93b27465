// SPDX-License-Identifier: Apache-2.0

//! The rewards of validators: a share of the fees, and what the budget gives. All fees come into
//! one account, so that a transaction writes one record for them. The end of a session divides
//! them.

use crate::*;
use breakwater_math::offence::reward;
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	storage::with_storage_layer,
	traits::{
		fungibles::{Balanced as _, Inspect as _, Mutate as _},
		tokens::{Fortitude, Precision, Preservation},
		Get,
	},
};
use sp_runtime::DispatchError;
use sp_staking::SessionIndex;

impl<T: Config> pallet_authorship::EventHandler<T::AccountId, frame_system::pallet_prelude::BlockNumberFor<T>>
	for Pallet<T>
{
	fn note_author(author: T::AccountId) {
		Authored::<T>::mutate(author, |blocks| *blocks = blocks.saturating_add(1));
	}
}

impl<T: Config> Pallet<T> {
	/// Give the reserve and the treasury their parts of the fees in the account. Returns the
	/// validators' part. What the reserve cannot take is the treasury's.
	fn share_fees(session: SessionIndex, account: &T::AccountId, limits: &Limits) -> Balance {
		let kept = Budget::<T>::get().saturating_add(Self::least_balance());
		let fees = T::Assets::balance(AssetId::Native, account).saturating_sub(kept);
		let validators = limits.fee_share.mul_floor(fees);
		let rest = fees.saturating_sub(validators);
		let reserve = Self::give_to_reserve(account, limits.reserve_share.mul_floor(rest));
		let treasury = Self::give_to_treasury(account, rest.saturating_sub(reserve));
		if fees > 0 {
			Self::deposit_event(Event::FeesShared { session, validators, reserve, treasury });
		}
		validators
	}

	/// Give the treasury an amount out of the account, all of it or none. Returns the amount given.
	/// The rest stays for the next session.
	fn give_to_treasury(account: &T::AccountId, amount: Balance) -> Balance {
		let (to, keep) = (T::Treasury::get(), Preservation::Preserve);
		let is_given = amount > 0 && T::Assets::transfer(AssetId::Native, account, &to, amount, keep).is_ok();
		if is_given {
			amount
		} else {
			0
		}
	}

	/// Give the reserve an amount out of the account, all of it or none. Returns the amount given.
	fn give_to_reserve(account: &T::AccountId, amount: Balance) -> Balance {
		if amount == 0 {
			return 0;
		}
		let (exact, polite, keep) = (Precision::Exact, Fortitude::Polite, Preservation::Preserve);
		let given = with_storage_layer(|| {
			let credit = T::Assets::withdraw(AssetId::Native, account, amount, exact, keep, polite)?;
			// A credit that comes back is undone with the layer.
			T::Income::receive(AssetId::Native, Source::Fees, credit).map_err(|_| Error::<T>::CannotPay)?;
			Ok::<_, DispatchError>(())
		});
		given.map_or(0, |()| amount)
	}

	/// Divide the fees of a session, and pay its validators by their blocks. The rest of the
	/// rounding, and what an account cannot receive, stays for the next session.
	pub(crate) fn pay(session: SessionIndex, blocks: &[(T::AccountId, u32)]) {
		let all = blocks.iter().fold(0u32, |all, (_, blocks)| all.saturating_add(*blocks));
		let Some(account) = Self::account().filter(|_| all > 0) else { return };
		let limits = T::Limits::get();
		let fees = Self::share_fees(session, &account, &limits);
		let granted = Budget::<T>::get().min(limits.session_budget);
		let Some(amount) = fees.checked_add(granted) else { return };
		// From now on it is in no book but the balance, as fees are.
		Budget::<T>::mutate(|budget| *budget = budget.saturating_sub(granted));
		for (who, blocks) in blocks.iter().filter(|(_, blocks)| *blocks > 0) {
			let amount = reward(amount, *blocks, all).unwrap_or(0);
			if amount == 0 {
				continue;
			}
			let paid = T::Assets::transfer(AssetId::Native, &account, who, amount, Preservation::Preserve);
			if paid.is_ok() {
				let (who, blocks) = (who.clone(), *blocks);
				Self::deposit_event(Event::RewardPaid { who, session, blocks, amount });
			}
		}
	}

	pub(crate) fn do_fund(who: T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let budget_before = Budget::<T>::get();
		let budget = budget_before.checked_add(amount).ok_or(Error::<T>::Overflow)?;
		// Exact, or an error.
		T::Assets::transfer(AssetId::Native, &who, &account, amount, Preservation::Preserve)
			.map_err(|_| Error::<T>::CannotPay)?;
		Budget::<T>::put(budget);
		Self::deposit_event(Event::BudgetFunded { who, amount, budget_before, budget });
		Ok(())
	}
}
