// SPDX-License-Identifier: Apache-2.0

//! Policies as the items of a collection for each product, for other pallets.

use crate::pallet::*;
use breakwater_primitives::*;
use frame_support::{
	ensure,
	traits::tokens::nonfungibles_v2::{Inspect, Transfer},
};
use sp_runtime::DispatchResult;

impl<T: Config> Inspect<T::AccountId> for Pallet<T> {
	type ItemId = PolicyId;
	type CollectionId = ProductId;

	fn owner(product: &ProductId, policy: &PolicyId) -> Option<T::AccountId> {
		Policies::<T>::get(policy).filter(|policy| policy.product == *product).map(|policy| policy.holder)
	}

	fn can_transfer(product: &ProductId, policy: &PolicyId) -> bool {
		let is_idle = |policy: PolicyOf<T>| policy.product == *product && policy.open_claims == 0;
		!OpenIncidents::<T>::contains_key(product) && Policies::<T>::get(policy).is_some_and(is_idle)
	}
}

impl<T: Config> Transfer<T::AccountId> for Pallet<T> {
	/// Give a policy to another account, without the holder's signature.
	fn transfer(product: &ProductId, policy: &PolicyId, to: &T::AccountId) -> DispatchResult {
		let known = Policies::<T>::get(policy).ok_or(Error::<T>::UnknownPolicy)?;
		ensure!(known.product == *product, Error::<T>::UnknownPolicy);
		Self::do_transfer(known.holder, *policy, to.clone())
	}
}
