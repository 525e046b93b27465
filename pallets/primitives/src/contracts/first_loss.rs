// SPDX-License-Identifier: Apache-2.0

//! The first loss of sponsors, which pays claims before any underwriter. Implemented by the
//! sponsors, used by the policies for the price and by the claims for the payment.

use crate::{Balance, ProductId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, Permill};

/// The money that stands before a product's underwriters.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FirstLossState {
	/// The money, in the units of the product's asset.
	pub amount: Balance,
	/// The part of all cover that it is pledged for, as new prices count it.
	pub share: Permill,
	/// The part for which money is held of the cover in force: the largest with which it can have
	/// been sold.
	pub held: Permill,
}

/// The first loss of products.
pub trait FirstLoss<Credit> {
	/// The money that stands before a product's underwriters now.
	fn first_loss(product: ProductId) -> FirstLossState;
	/// Take `amount` of it for claims on a product with an open incident; at most all of it.
	fn take(product: ProductId, amount: Balance) -> Result<Credit, DispatchError>;
}

impl<Credit> FirstLoss<Credit> for () {
	fn first_loss(_: ProductId) -> FirstLossState {
		FirstLossState::default()
	}
	fn take(_: ProductId, _: Balance) -> Result<Credit, DispatchError> {
		Err(DispatchError::Unavailable)
	}
}
