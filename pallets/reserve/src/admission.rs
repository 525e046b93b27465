// SPDX-License-Identifier: Apache-2.0

//! The pools that the reserve stands behind.

use crate::*;
use breakwater_primitives::{Admission, PoolId, Risks};
use frame_support::{dispatch::DispatchResult, ensure, traits::Contains};

impl<T: Config> Pallet<T> {
	/// Admit a pool. Each product of which it bears risk, or may come to, has to be admissible now:
	/// those with a weight, and those without one whose cover is still in force.
	pub(crate) fn do_admit_pool(pool: PoolId) -> DispatchResult {
		// An id that is not given out yet could be taken by any account.
		ensure!(T::PoolExists::contains(&pool), Error::<T>::UnknownPool);
		ensure!(!Admitted::<T>::contains_key(pool), Error::<T>::AlreadyAdmitted);
		let are_admissible = T::Risks::products_of(pool).into_iter().all(T::Admission::is_admissible);
		ensure!(are_admissible, Error::<T>::NotAdmissible);
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
