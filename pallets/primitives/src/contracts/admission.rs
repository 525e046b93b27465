// SPDX-License-Identifier: Apache-2.0

//! The requirements for products that the reserve stands behind. Implemented by the products, used
//! by the pools and the reserve.

use crate::ProductId;

/// The requirements for products that the reserve stands behind.
pub trait Admission {
	/// True if the known facts of a product meet what its risk class asks for as of now, and are
	/// not stale. False if the product is unknown or delisted.
	fn is_admissible(product: ProductId) -> bool;
}

impl Admission for () {
	fn is_admissible(_: ProductId) -> bool {
		true
	}
}
