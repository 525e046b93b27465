// SPDX-License-Identifier: Apache-2.0

//! Assets and pools: the assets that pools may be opened in, the opening of a pool, and the
//! settings of its manager.

use crate::{book::Book, limits::MIN_LEVERAGE, pallet::*, types::*};
use breakwater_primitives::{ActiveClock, AssetId, GroupId, PoolId};
use frame_support::{
	ensure,
	traits::{
		fungibles::{Inspect, Mutate},
		tokens::Preservation,
		Consideration, Contains, Footprint,
	},
};
use sp_runtime::{ArithmeticError, DispatchResult, Permill};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_list_asset(asset: AssetId, new: AssetRules) -> DispatchResult {
		ensure!(T::Assets::asset_exists(asset.clone()), Error::<T>::UnknownAsset);
		ensure!(new.min_deposit > 0 && new.min_withdrawal > 0, Error::<T>::MinimumMissing);
		ensure!(new.min_withdrawal <= new.min_deposit, Error::<T>::MinWithdrawalTooHigh);
		ensure!(T::KeylessAssets::contains(&asset), Error::<T>::TeamHasKeys);
		Self::ensure_receivable(&asset)?;
		let old = ListedAssets::<T>::get(&asset);
		ListedAssets::<T>::insert(&asset, new);
		Self::deposit_event(Event::AssetListed { asset, old, new });
		Ok(())
	}

	pub(crate) fn do_set_asset_group(asset: AssetId, new: Option<GroupId>) -> DispatchResult {
		ensure!(ListedAssets::<T>::contains_key(&asset), Error::<T>::AssetNotListed);
		let old = AssetGroups::<T>::get(&asset);
		AssetGroups::<T>::set(&asset, new);
		Self::deposit_event(Event::AssetGroupSet { asset, old, new });
		Ok(())
	}

	pub(crate) fn do_create_pool(
		manager: T::AccountId,
		asset: AssetId,
		options: PoolOptions,
	) -> DispatchResult {
		let PoolOptions { leverage, fee, senior_factor, is_private } = options;
		let limits = Self::limits();
		ensure!(ListedAssets::<T>::contains_key(&asset), Error::<T>::AssetNotListed);
		ensure!((MIN_LEVERAGE..=limits.max_leverage).contains(&leverage), Error::<T>::LeverageOutOfRange);
		ensure!(fee <= limits.max_fee, Error::<T>::FeeTooHigh);
		ensure!(senior_factor <= Permill::one(), Error::<T>::SeniorFactorTooHigh);
		let id = NextPool::<T>::get();
		let next = id.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let account = Self::account_of(id)?;
		let now = T::Clock::now();
		let today = Self::today()?;

		let ticket = T::PoolDeposit::new(&manager, Footprint::from_mel::<Pool<T::AccountId>>())
			.map_err(|_| Error::<T>::CannotHoldDeposit)?;
		Deposits::<T>::insert(id, (manager.clone(), ticket));

		// A balance below the minimum is destroyed as dust, whatever keeps the account alive. So
		// the endowment stays in the account for ever, beneath the amounts in the books. The
		// provider reference lets the account hold assets that are not sufficient by themselves.
		frame_system::Pallet::<T>::inc_providers(&account);
		let endowment = T::Assets::minimum_balance(asset.clone());
		T::Assets::transfer(asset.clone(), &manager, &account, endowment, Preservation::Preserve)
			.map_err(|_| Error::<T>::CannotPay)?;

		Pools::<T>::insert(id, Pool::new(asset.clone(), manager.clone(), options, now, today));
		NextPool::<T>::put(next);
		Self::deposit_event(Event::PoolCreated {
			pool: id,
			manager,
			asset,
			leverage,
			fee,
			senior_factor,
			is_private,
			account,
			endowment,
		});
		Ok(())
	}

	pub(crate) fn do_set_status(who: Option<T::AccountId>, id: PoolId, new: PoolStatus) -> DispatchResult {
		let mut pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
		let old = pool.status;
		if let Some(who) = who {
			Self::ensure_manager(&pool, &who)?;
			let is_free = old != PoolStatus::Suspended && new != PoolStatus::Suspended;
			ensure!(is_free, Error::<T>::OnlyReferendum);
		}
		ensure!(old != new, Error::<T>::StatusUnchanged);
		pool.status = new;
		Pools::<T>::insert(id, pool);
		Self::deposit_event(Event::StatusChanged { pool: id, old, new });
		Ok(())
	}

	/// Ensure that `who` manages the pool.
	pub(crate) fn ensure_manager(pool: &Pool<T::AccountId>, who: &T::AccountId) -> DispatchResult {
		ensure!(*who == pool.manager, Error::<T>::NotManager);
		Ok(())
	}

	pub(crate) fn do_set_fee(who: T::AccountId, id: PoolId, new: Permill) -> DispatchResult {
		let mut book = Self::load_caught_up(id)?;
		Self::ensure_manager(&book.pool, &who)?;
		let limits = book.limits();
		ensure!(new <= limits.max_fee, Error::<T>::FeeTooHigh);
		let old = book.pool.fee;
		let now = book.time.active;
		let is_rise = new > old;
		ensure!(new != old || book.pool.next_fee.is_some(), Error::<T>::FeeUnchanged);
		let notice = if is_rise { limits.cooldown } else { 0 };
		let ready_at = now.checked_add(notice).ok_or(ArithmeticError::Overflow)?;

		Self::settle_catch_up(&mut book);
		if is_rise {
			book.pool.next_fee = Some(FeeChange { fee: new, ready_at });
		} else {
			book.pool.fee = new;
			book.pool.next_fee = None;
		}
		Self::save(book)?;
		Self::deposit_event(Event::FeeSet { pool: id, old, new, ready_at });
		Ok(())
	}

	pub(crate) fn do_set_allowed(
		manager: T::AccountId,
		id: PoolId,
		who: T::AccountId,
		is_allowed: bool,
	) -> DispatchResult {
		let pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
		Self::ensure_manager(&pool, &manager)?;
		ensure!(pool.is_private, Error::<T>::NotPrivate);
		let ticket = Allowed::<T>::get(id, &who);
		ensure!(ticket.is_some() != is_allowed, Error::<T>::AllowanceUnchanged);
		match ticket {
			Some(ticket) => {
				Allowed::<T>::remove(id, &who);
				Self::give_back(&manager, ticket);
			}
			None => {
				let ticket = Self::take_deposit::<(T::AccountId, T::RecordDeposit)>(&manager)?;
				Allowed::<T>::insert(id, &who, ticket);
			}
		}
		Self::deposit_event(Event::AllowanceSet { pool: id, who, is_allowed });
		Ok(())
	}
}

impl<T: Config> Book<T> {
	/// Apply the fee that was announced, once all premium before it is earned at the old one. It is
	/// never above what governance allows today, but a fee that applies already is not lowered.
	pub(crate) fn raise_fee(&mut self) {
		let Some(next) = self.pool.next_fee else {
			return;
		};
		if self.is_behind || self.time.active < next.ready_at {
			return;
		}
		let old = self.pool.fee;
		let new = next.fee.min(self.limits().max_fee).max(old);
		self.pool.fee = new;
		self.pool.next_fee = None;
		self.news.fee = Some((old, new));
	}
}
