// SPDX-License-Identifier: Apache-2.0

//! The products that pools can underwrite. Implemented by the pools, used by the products and the
//! reserve.

use crate::{AssetId, Balance, GroupId, IncidentId, PoolId, ProductId};
use alloc::vec::Vec;
use sp_runtime::DispatchResult;

/// The register of products that pools can underwrite.
pub trait ProductRegistry {
	/// Make a product known, so that pools can give it a weight. Called once per product.
	fn register_product(product: ProductId, asset: AssetId, group: GroupId) -> DispatchResult;
}

/// The asset and the correlation group of a product. They never change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProductRisk {
	/// The asset of premium, cover and payout.
	pub asset: AssetId,
	/// The correlation group.
	pub group: GroupId,
}

/// The risk that pools bear.
pub trait Risks {
	/// The asset and the group of a product; `None` if it is unknown.
	fn risk(product: ProductId) -> Option<ProductRisk>;
	/// The pools that an open incident has locked, and the amount locked of each.
	fn locks(incident: IncidentId) -> Vec<(PoolId, Balance)>;
	/// The products of which a pool bears risk or may come to: those with a weight, and those
	/// without one of which it backs cover.
	fn products_of(pool: PoolId) -> Vec<ProductId>;
}

impl Risks for () {
	fn risk(_: ProductId) -> Option<ProductRisk> {
		None
	}
	fn locks(_: IncidentId) -> Vec<(PoolId, Balance)> {
		Vec::new()
	}
	fn products_of(_: PoolId) -> Vec<ProductId> {
		Vec::new()
	}
}

impl ProductRegistry for () {
	fn register_product(_: ProductId, _: AssetId, _: GroupId) -> DispatchResult {
		Ok(())
	}
}
