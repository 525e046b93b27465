// SPDX-License-Identifier: Apache-2.0

//! The sponsors of products. Implemented by the products, used by the bounties and
//! the pallet of the sponsors.

use crate::{AssetId, ProductId};

/// The sponsors of products.
pub trait Sponsorship<AccountId> {
	/// The sponsor of a product; `None` if a referendum listed it by itself, or if it is unknown or
	/// delisted.
	fn sponsor(product: ProductId) -> Option<AccountId>;
	/// The asset of a product; `None` if it is unknown or delisted.
	fn asset(product: ProductId) -> Option<AssetId>;
}

impl<AccountId> Sponsorship<AccountId> for () {
	fn sponsor(_: ProductId) -> Option<AccountId> {
		None
	}
	fn asset(_: ProductId) -> Option<AssetId> {
		None
	}
}
