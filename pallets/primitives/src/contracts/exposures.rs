// SPDX-License-Identifier: Apache-2.0

//! The exposures of pools. Implemented by the pools, used by the reserve.

use crate::{AssetId, Balance, GroupId, PoolId};
use alloc::vec::Vec;

/// The exposure of a pool, in its asset's units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolExposure {
	/// The asset.
	pub asset: AssetId,
	/// The books of both tranches.
	pub capital: Balance,
	/// The cover that each correlation group could cost, in the order of the groups. A group
	/// appears once.
	pub groups: Vec<(GroupId, Balance)>,
}

/// The exposures of pools.
pub trait Exposures {
	/// The exposure of a pool as it is recorded; `None` for an unknown one.
	fn exposure(pool: PoolId) -> Option<PoolExposure>;
}

impl Exposures for () {
	fn exposure(_: PoolId) -> Option<PoolExposure> {
		None
	}
}
