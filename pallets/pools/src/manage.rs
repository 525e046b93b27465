// SPDX-License-Identifier: Apache-2.0

//! Assets, pools and their classes.

use crate::{pallet::*, types::*};
use breakwater_primitives::{derived_account, ActiveClock, AssetId, Class, GroupId, PoolId, ProductId};
use frame_support::{
	ensure,
	traits::{
		fungibles::{Inspect, Mutate},
		tokens::{DepositConsequence, Preservation, Provenance},
		Consideration, Contains, Footprint, Get,
	},
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult, Permill};

impl<T: Config> Pallet<T> {
	/// The account that holds a pool's money.
	pub fn account_of(pool: PoolId) -> Result<T::AccountId, DispatchError> {
		derived_account(POOL_TAG, pool).ok_or(DispatchError::Corruption)
	}

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

	/// Ensure that every account can receive every amount of the asset. The native token may have
	/// any minimum balance.
	fn ensure_receivable(asset: &AssetId) -> DispatchResult {
		let minimum = T::Assets::minimum_balance(asset.clone());
		ensure!(*asset == AssetId::Native || minimum == 1, Error::<T>::MinimumBalanceTooHigh);
		// An account that could not be prepared: it is derived from a hash that was not known
		// before this block.
		let id = (asset, frame_system::Pallet::<T>::parent_hash());
		let nobody: T::AccountId = derived_account(PROBE_TAG, id).ok_or(DispatchError::Corruption)?;
		let answer = T::Assets::can_deposit(asset.clone(), &nobody, minimum, Provenance::Extant);
		ensure!(answer == DepositConsequence::Success, Error::<T>::NotSufficient);
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

	pub(crate) fn do_register_product(product: ProductId, asset: AssetId, group: GroupId) -> DispatchResult {
		ensure!(!Products::<T>::contains_key(product), Error::<T>::ProductKnown);
		ensure!(ListedAssets::<T>::contains_key(&asset), Error::<T>::AssetNotListed);
		Products::<T>::insert(product, ProductRef { asset: asset.clone(), group });
		Self::deposit_event(Event::ProductRegistered { product, asset, group });
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
		let limits = Self::limits();
		ensure!(new <= limits.max_fee, Error::<T>::FeeTooHigh);
		let old = book.pool.fee;
		let now = T::Clock::active();
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

	pub(crate) fn do_reset_class(id: PoolId, class: Class) -> DispatchResult {
		let mut book = Self::load_caught_up(id)?;
		let ClassBook { assets, shares, returning, queue, series, .. } = *book.pool.class(class);
		ensure!(book.pool.class(class).is_wiped(), Error::<T>::NotWiped);
		ensure!(!book.is_frozen(), Error::<T>::PoolFrozen);
		ensure!(queue.length == 0, Error::<T>::QueueNotEmpty);
		ensure!(returning == 0, Error::<T>::StillReturning);
		// The dust was given away when the class was wiped.
		ensure!(assets == 0, Error::<T>::BooksBroken);
		let series = series.checked_add(1).ok_or(ArithmeticError::Overflow)?;

		Self::settle_catch_up(&mut book);
		let record = book.pool.class_mut(class);
		record.shares = 0;
		record.series = series;
		book.pool.refresh_senior_part(Self::limits().min_junior);
		Self::save(book)?;
		Self::deposit_event(Event::ClassReset { pool: id, class, shares, series });
		Ok(())
	}

	/// The treasury's account.
	pub(crate) fn treasury() -> T::AccountId {
		T::Treasury::get()
	}
}
