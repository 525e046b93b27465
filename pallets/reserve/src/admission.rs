// SPDX-License-Identifier: Apache-2.0

//! The pools that the reserve stands behind.

use crate::*;
use breakwater_primitives::PoolId;
use frame_support::{dispatch::DispatchResult, ensure, traits::Contains};

impl<T: Config> Pallet<T> {
	/// Admit a pool.
	pub(crate) fn do_admit_pool(pool: PoolId) -> DispatchResult {
		// An id that is not given out yet could be taken by any account.
		ensure!(T::PoolExists::contains(&pool), Error::<T>::UnknownPool);
		ensure!(!Admitted::<T>::contains_key(pool), Error::<T>::AlreadyAdmitted);
		Admitted::<T>::insert(pool, ());
		Self::deposit_event(Event::PoolAdmitted { pool });
		Ok(())
	}

	/// Remove a pool.
	pub(crate) fn do_remove_pool(pool: PoolId) -> DispatchResult {
		ensure!(Admitted::<T>::contains_key(pool), Error::<T>::NotAdmitted);
		Admitted::<T>::remove(pool);
		Self::deposit_event(Event::PoolRemoved { pool });
		Ok(())
	}
}
