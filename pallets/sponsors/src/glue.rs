// SPDX-License-Identifier: Apache-2.0

//! The first loss as the policies and the claims see it.

use crate::*;
use breakwater_primitives::{Balance, FirstLoss, FirstLossState, ProductId};
use sp_runtime::DispatchError;

impl<T: Config> FirstLoss<CreditOf<T>> for Pallet<T> {
	fn first_loss(product: ProductId) -> FirstLossState {
		let pledge = Pledges::<T>::get(product);
		pledge.map_or(FirstLossState::default(), |Pledge { amount, share, .. }| FirstLossState {
			amount,
			share,
		})
	}

	fn take(product: ProductId, amount: Balance) -> Result<CreditOf<T>, DispatchError> {
		Self::do_take(product, amount)
	}
}
