// SPDX-License-Identifier: Apache-2.0

//! The products that pools can underwrite. Implemented by the pools, used by the products.

use crate::{AssetId, GroupId, ProductId};
use sp_runtime::DispatchResult;

/// The register of products that pools can underwrite.
pub trait ProductRegistry {
	/// Make a product known, so that pools can give it a weight. Called once per product.
	fn register_product(product: ProductId, asset: AssetId, group: GroupId) -> DispatchResult;
}

impl ProductRegistry for () {
	fn register_product(_: ProductId, _: AssetId, _: GroupId) -> DispatchResult {
		Ok(())
	}
}
