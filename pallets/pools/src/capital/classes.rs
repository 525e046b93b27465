// SPDX-License-Identifier: Apache-2.0

//! Classes that begin anew after a loss wiped them.

use crate::{pallet::*, types::*};
use breakwater_primitives::{Class, PoolId};
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
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
}
