// SPDX-License-Identifier: Apache-2.0

//! The invariants of the pallet, one function each, by wing. None panics.

mod capital;
mod cover;
mod losses;

use crate::{book::Book, pallet::*, types::*};
use breakwater_primitives::{PoolId, Tranche};
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_runtime::DispatchError;

type Checked = Result<(), DispatchError>;

const OVERFLOW: DispatchError = DispatchError::Other("a sum overflows");

impl<T: Config> Pallet<T> {
	/// Check all invariants.
	pub fn do_try_state() -> Checked {
		for (id, pool) in Pools::<T>::iter() {
			ensure!(id < NextPool::<T>::get(), "a pool has an id that was not given out");
			Self::check_balance(id, &pool)?;
			for tranche in Tranche::ALL {
				Self::check_shares(id, &pool, tranche)?;
				Self::check_queue(id, &pool, tranche)?;
				Self::check_unlocking(id, &pool, tranche)?;
			}
			Self::check_tranches(&pool)?;
			Self::check_streams(id, &pool)?;
			Self::check_pledge(id, &pool)?;
			Self::check_exposures(id, &pool)?;
			Self::check_locks(id, &pool)?;
			Self::check_reserved(id, &pool)?;
			Self::check_partials(id, &pool)?;
			Self::check_borne(id)?;
			Self::check_capital(&pool)?;
			Self::check_sweep(&pool)?;
			Self::check_claimable(id, &pool)?;
			Self::check_history(id, &pool)?;
		}
		Self::check_round()?;
		Self::check_underwriters()?;
		Self::check_deposits()?;
		Self::check_allowed()?;
		Self::check_orphans()
	}

	/// Both tranches' assets, premium not given out, fees payable and claimable money are at most
	/// the account's balance.
	fn check_balance(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let held = pool.held().ok_or(OVERFLOW)?;
		let balance = T::Assets::balance(pool.asset.clone(), &Self::account_of(id)?);
		ensure!(held <= balance, "the books of a pool exceed its balance");
		Ok(())
	}

	/// A pool that the round over the day boundaries has come by has crossed those until the
	/// round's beginning.
	fn check_round() -> Checked {
		let round = DayRounds::<T>::get();
		let is_past = |id: &PoolId| round.next.is_none_or(|next| *id < next);
		for (id, pool) in Pools::<T>::iter().filter(|(id, _)| is_past(id)) {
			let book = Book::<T>::recorded(id).ok_or(DispatchError::CannotLookup)?;
			let earned_to = day_of(pool.accrued_to).ok_or(OVERFLOW)?;
			ensure!(
				pool.books.unearned.is_zero() || earned_to >= round.day,
				"the round has passed a pool that still earns premium of an earlier day"
			);
			ensure!(
				!book.awaits_days() || pool.released_to >= round.active_day,
				"the round has passed a pool whose cover still has to end"
			);
		}
		Ok(())
	}

	/// Every pool has a deposit, and every deposit a pool.
	fn check_deposits() -> Checked {
		ensure!(Pools::<T>::iter_keys().all(Deposits::<T>::contains_key::<PoolId>), "a pool has no deposit");
		ensure!(Deposits::<T>::iter_keys().all(Pools::<T>::contains_key::<PoolId>), "a deposit has no pool");
		Ok(())
	}

	/// Only private pools have a list of the accounts that may hold shares.
	fn check_allowed() -> Checked {
		for (id, _) in Allowed::<T>::iter_keys() {
			let pool = Pools::<T>::get(id).ok_or(DispatchError::Other("a list has no pool"))?;
			ensure!(pool.is_private, "a pool that is open to all has a list");
		}
		Ok(())
	}

	/// No record belongs to a pool that does not exist.
	fn check_orphans() -> Checked {
		let is_known = Pools::<T>::contains_key::<PoolId>;
		ensure!(Positions::<T>::iter_keys().all(|(id, _, _)| is_known(id)), "a position has no pool");
		ensure!(Withdrawals::<T>::iter_keys().all(|(id, _, _)| is_known(id)), "a withdrawal has no pool");
		ensure!(ReturnEnds::<T>::iter_keys().all(|(id, _, _)| is_known(id)), "unlocking shares have no pool");
		ensure!(PremiumEnds::<T>::iter_keys().all(|(id, _)| is_known(id)), "a premium bucket has no pool");
		ensure!(CoverEnds::<T>::iter_keys().all(|(id, _)| is_known(id)), "a cover bucket has no pool");
		ensure!(Locks::<T>::iter_keys().all(|(_, id)| is_known(id)), "a lock has no pool");
		ensure!(PartialSettlements::<T>::iter_keys().all(is_known), "a partial settlement has no pool");
		ensure!(BorneLosses::<T>::iter_keys().all(|(_, id)| is_known(id)), "a borne loss has no pool");
		ensure!(Claimable::<T>::iter_keys().all(|(id, _)| is_known(id)), "claimable money has no pool");
		ensure!(History::<T>::iter_keys().all(|(id, _)| is_known(id)), "a history has no pool");
		Ok(())
	}
}
