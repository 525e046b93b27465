// SPDX-License-Identifier: Apache-2.0

//! Tranches that are reopened after a loss exhausted them.

use crate::{pallet::*, types::*};
use breakwater_primitives::{PoolId, Tranche};
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_reopen_tranche(id: PoolId, tranche: Tranche) -> DispatchResult {
		let mut book = Self::load_caught_up(id)?;
		let TrancheBook { assets, shares, unlocking, queue, epoch, .. } = *book.pool.tranche(tranche);
		ensure!(book.pool.tranche(tranche).is_exhausted(), Error::<T>::NotExhausted);
		ensure!(!book.is_frozen(), Error::<T>::PoolFrozen);
		ensure!(queue.length == 0, Error::<T>::QueueNotEmpty);
		ensure!(unlocking == 0, Error::<T>::StillUnlocking);
		// The dust was given away when the tranche was exhausted.
		ensure!(assets == 0, Error::<T>::BooksBroken);
		let epoch = epoch.checked_add(1).ok_or(ArithmeticError::Overflow)?;

		Self::settle_catch_up(&mut book);
		let record = book.pool.tranche_mut(tranche);
		record.shares = 0;
		record.epoch = epoch;
		book.pool.refresh_senior_part(book.limits().min_junior);
		Self::save(book)?;
		Self::deposit_event(Event::TrancheReopened { pool: id, tranche, shares, epoch });
		Ok(())
	}
}
