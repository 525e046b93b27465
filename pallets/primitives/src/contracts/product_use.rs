// SPDX-License-Identifier: Apache-2.0

//! The use of products. Implemented by the policies, used by the products and
//! the sponsors.

use crate::{Balance, ProductId};
use sp_runtime::DispatchResult;

/// The use of products: the policies and the incidents for which a product is still needed.
pub trait ProductUse {
	/// Checks that a product is not used: no incident is open on it, and no record of a policy is
	/// kept.
	fn ensure_unused(product: ProductId) -> DispatchResult;
	/// The cover of all policies on a product of which a record is kept, in its asset's units.
	fn insured(product: ProductId) -> Balance;
}

impl ProductUse for () {
	fn ensure_unused(_: ProductId) -> DispatchResult {
		Ok(())
	}
	fn insured(_: ProductId) -> Balance {
		0
	}
}
