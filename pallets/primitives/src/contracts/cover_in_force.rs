// SPDX-License-Identifier: Apache-2.0

//! The cover in force on a product. Implemented by the pools, used by the bounties.

use crate::{Balance, ProductId};

/// The cover in force on products.
pub trait CoverInForce {
	/// The cover in force on a product in all pools, in its asset's units, as it is recorded. It
	/// counts cover in its waiting time and in its grace, and cover that has ended until its pool
	/// is taken over the end of that day.
	fn cover_on(product: ProductId) -> Balance;
}

impl CoverInForce for () {
	fn cover_on(_: ProductId) -> Balance {
		0
	}
}
