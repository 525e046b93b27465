// SPDX-License-Identifier: Apache-2.0

//! The catalogue of products. Implemented by the policies, used by the pallets that decide
//! incidents.

use crate::{FeedId, ProductId, Trigger};
use alloc::vec::Vec;

/// The products that are listed.
pub trait Catalogue {
	/// The trigger of a product; `None` if it has none, or the product is unknown or delisted.
	fn trigger(product: ProductId) -> Option<Trigger>;
	/// True if people assess a product's events. False if the product is unknown or delisted.
	fn is_assessed(product: ProductId) -> bool;
	/// The products whose trigger watches a feed, alone or with others. Delisted products are left
	/// out.
	fn products_on(feed: FeedId) -> Vec<ProductId>;
}

impl Catalogue for () {
	fn trigger(_: ProductId) -> Option<Trigger> {
		None
	}
	fn is_assessed(_: ProductId) -> bool {
		false
	}
	fn products_on(_: FeedId) -> Vec<ProductId> {
		Vec::new()
	}
}
