// SPDX-License-Identifier: Apache-2.0

//! The removal of the records of expired policies.

use crate::{pallet::*, types::Allocation};
use breakwater_primitives::*;
use frame_support::{ensure, pallet_prelude::DispatchResult, storage::with_storage_layer};
use sp_runtime::ArithmeticError;

impl<T: Config> Pallet<T> {
	/// Remove a policy without open matters:
	///
	/// - An incident that is opened from now on finds it expired.
	/// - An incident that is open may not have walked it yet.
	/// - A claim that is not paid needs its holder.
	/// - The pool's unearned premium must stay the sum over the policies.
	pub(crate) fn do_prune(id: PolicyId) -> DispatchResult {
		let policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		ensure!(policy.expired(T::Clock::active()), Error::<T>::NotExpired);
		ensure!(!OpenIncidents::<T>::contains_key(policy.product), Error::<T>::IncidentOpen);
		ensure!(policy.open_claims == 0, Error::<T>::ClaimOpen);
		let is_unearned =
			|part: &Allocation| !T::Underwriting::unearned(part.pool, &part.stream.into()).is_zero();
		ensure!(!policy.allocations.iter().any(is_unearned), Error::<T>::PremiumUnearned);
		let cover_left = policy.cover_left().ok_or(ArithmeticError::Overflow)?;
		let (holder, product) = (policy.holder.clone(), policy.product);

		with_storage_layer(|| Self::remove(id, policy))?;
		Self::deposit_event(Event::Pruned { policy: id, holder, product, cover_left });
		Ok(())
	}
}
