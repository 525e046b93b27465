// SPDX-License-Identifier: Apache-2.0

//! The past incidents of products. Implemented by the products, used by the bounties.

use crate::ProductId;

/// The past incidents of products, which raise their prices.
pub trait PastIncidents {
	/// Count one more past incident of a product: a critical bug in what it covers was proved.
	fn count_incident(product: ProductId);
}

impl PastIncidents for () {
	fn count_incident(_: ProductId) {}
}
