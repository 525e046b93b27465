// SPDX-License-Identifier: Apache-2.0

//! The money that comes into the reserve: premium shares, donations, and money that other pallets
//! hand over.

use crate::*;
use breakwater_primitives::{ActiveClock, AssetId, Balance, IncomeLine, PoolId, ReserveState};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{
		fungibles::Balanced,
		tokens::{Fortitude, Precision, Preservation},
		Contains, Get,
	},
};
use sp_runtime::{DispatchError, Permill};

impl<T: Config> Pallet<T> {
	/// The reserve in one asset as of now, for people. `None` only if the account cannot be
	/// derived, or if the income does not fit, which cannot happen.
	pub fn state(asset: AssetId) -> Option<ReserveState<T::AccountId>> {
		let book = Books::<T>::get(&asset);
		let stake = book.stake.release(T::Clock::active())?;
		Some(ReserveState {
			account: Self::account()?,
			own: book.own,
			set_aside: book.set_aside,
			owed: book.owed,
			stake: stake.assets,
			rewards: stake.rewards,
			freezing_incidents: Freezes::<T>::get(&asset).incidents,
			premium_share: Self::premium_share_of(&asset),
			base_share: Self::base_share(),
			target: book.target,
			received: book.received.total()?,
			income: book.received,
			paid_out: book.paid_out,
			lent: book.lent,
			programmes: book.programmes,
			disbursed: book.by_referendum(),
			salvage: book.salvage,
		})
	}

	/// The numbers that divide an income now of which stakers have no part.
	pub(crate) fn income_rules() -> IncomeRules {
		IncomeRules { reward_share: Permill::zero(), now: T::Clock::active() }
	}

	/// The numbers that divide a premium share of a pool now. Stakers have a part of it if they
	/// stand behind the pool.
	fn premium_rules(pool: PoolId) -> IncomeRules {
		let rules = Self::income_rules();
		match Admitted::<T>::contains_key(pool) {
			true => IncomeRules { reward_share: T::RewardShare::get(), ..rules },
			false => rules,
		}
	}

	/// Take `amount` from `who`.
	pub(crate) fn do_donate(who: T::AccountId, asset: AssetId, amount: Balance) -> DispatchResult {
		let (after, split) = Self::take_from(&who, &asset, IncomeLine::Donations, amount)?;
		Self::deposit_event(Event::Donated { who, asset, amount, split, own: after.own });
		Ok(())
	}

	/// Take `amount` from the treasury.
	pub(crate) fn do_replenish(asset: AssetId, amount: Balance) -> DispatchResult {
		let treasury = T::Treasury::get();
		let (after, split) = Self::take_from(&treasury, &asset, IncomeLine::Replenishments, amount)?;
		Self::deposit_event(Event::Replenished { asset, amount, split, own: after.own });
		Ok(())
	}

	/// Take `amount` from an account, which stays alive. Returns the book after it, and the parts
	/// of the amount.
	fn take_from(
		who: &T::AccountId,
		asset: &AssetId,
		line: IncomeLine,
		amount: Balance,
	) -> Result<(Book, Split), DispatchError> {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		ensure!(T::ListedAssets::contains(asset), Error::<T>::AssetNotListed);
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let before = Books::<T>::get(asset);
		let (after, split) = before.take(line, amount, &Self::income_rules()).ok_or(Error::<T>::Overflow)?;
		// Exact, or an error.
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		let credit = T::Assets::withdraw(asset.clone(), who, amount, exact, Preservation::Preserve, polite)
			.map_err(|_| Error::<T>::CannotPay)?;
		T::Assets::resolve(&account, credit).map_err(|_| Error::<T>::BelowMinimum)?;
		Books::<T>::insert(asset, after);
		Ok((after, split))
	}

	/// Take in a pool's premium share. The credit comes back, and no state is changed, if it is not
	/// in `asset`, a sum would not fit, or the account cannot hold it (the first share of an asset
	/// below its minimum balance).
	pub(crate) fn do_accept(pool: PoolId, asset: AssetId, share: CreditOf<T>) -> Result<(), CreditOf<T>> {
		let amount = share.peek();
		if share.asset() != asset {
			return Err(share);
		}
		if amount == 0 {
			return Ok(());
		}
		let Some(account) = Self::account() else { return Err(share) };
		let before = Books::<T>::get(&asset);
		let pool_before = Pools::<T>::get(pool, &asset);
		let taken = before.take(IncomeLine::Premiums, amount, &Self::premium_rules(pool));
		let (Some((after, split)), Some(contributed)) = (taken, pool_before.contributed.checked_add(amount))
		else {
			return Err(share);
		};
		T::Assets::resolve(&account, share)?;
		Books::<T>::insert(&asset, after);
		Pools::<T>::insert(pool, &asset, PoolAccount { contributed, ..pool_before });
		Self::deposit_event(Event::PremiumShareTaken {
			pool,
			asset,
			amount,
			split,
			own: after.own,
			contributed,
		});
		Ok(())
	}

	/// Take in money that another pallet hands over for good. It is no contribution of any pool.
	/// The credit comes back, and no state is changed, if it is not in `asset`, a sum would not
	/// fit, or the account cannot hold it.
	pub(crate) fn do_take_in(
		asset: AssetId,
		line: IncomeLine,
		credit: CreditOf<T>,
	) -> Result<(), CreditOf<T>> {
		let amount = credit.peek();
		if credit.asset() != asset {
			return Err(credit);
		}
		if amount == 0 {
			return Ok(());
		}
		let Some(account) = Self::account() else { return Err(credit) };
		let before = Books::<T>::get(&asset);
		let Some((after, split)) = before.take(line, amount, &Self::income_rules()) else {
			return Err(credit);
		};
		T::Assets::resolve(&account, credit)?;
		Books::<T>::insert(&asset, after);
		Self::deposit_event(Event::IncomeTaken { asset, line, amount, split, own: after.own });
		Ok(())
	}
}
