//! Removing the records of expired policies.

use crate::pallet::*;
use breakwater_primitives::*;
use frame_support::{ensure, pallet_prelude::DispatchResult};

impl<T: Config> Pallet<T> {
	/// Remove a policy that nothing can come of any more. An incident opened from now on finds it expired; one that is
	/// open may not have walked it yet; a claim that is not paid needs its holder; and the pool's unearned premium must
	/// stay the sum over the policies.
	pub(crate) fn do_prune(id: PolicyId) -> DispatchResult {
		let policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		ensure!(policy.expired(T::Clock::active()), Error::<T>::NotExpired);
		ensure!(!OpenIncidents::<T>::contains_key(policy.product), Error::<T>::IncidentOpen);
		ensure!(policy.open_claims == 0, Error::<T>::ClaimOpen);
		let unearned = T::Underwriting::unearned(policy.pool, &policy.stream);
		ensure!(unearned.is_zero(), Error::<T>::PremiumUnearned);

		Policies::<T>::remove(id);
		ByProduct::<T>::remove(policy.product, id);
		ByHolder::<T>::remove(&policy.holder, id);
		Self::deposit_event(Event::Pruned {
			policy: id,
			holder: policy.holder,
			product: policy.product,
			cover_left: policy.cover_left,
		});
		Ok(())
	}
}
