// SPDX-License-Identifier: Apache-2.0

//! The readiness of triggers. Implemented by the triggers, used by the policies.

use crate::ProductId;

/// The triggers as the sale of cover sees them.
pub trait Readiness {
	/// True if the trigger of a product is armed with a full window of fresh data, and no incident
	/// of the product is open. Cover is sold only then.
	fn is_ready(product: ProductId) -> bool;
}

impl Readiness for () {
	fn is_ready(_: ProductId) -> bool {
		false
	}
}
