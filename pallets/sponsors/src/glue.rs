// SPDX-License-Identifier: Apache-2.0

//! The first loss as the policies and the claims see it.

use crate::*;
use breakwater_primitives::{ActiveClock, Balance, FirstLoss, FirstLossState, ProductId};
use sp_runtime::DispatchError;

impl<T: Config> FirstLoss<CreditOf<T>> for Pallet<T> {
	fn first_loss(product: ProductId) -> FirstLossState {
		Pledges::<T>::get(product).map_or(FirstLossState::default(), |pledge| {
			let held = pledge.held_share(T::Clock::active());
			FirstLossState { amount: pledge.amount, share: pledge.share, held }
		})
	}

	fn take(product: ProductId, amount: Balance) -> Result<CreditOf<T>, DispatchError> {
		Self::do_take(product, amount)
	}
}
