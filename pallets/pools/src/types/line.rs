// SPDX-License-Identifier: Apache-2.0

//! A product's place in a pool, and the places of pools on a product.

use breakwater_math::capacity;
use breakwater_primitives::{
	AssetId, Balance, GroupId, PoolId, ProductId, MAX_POOLS_PER_PRODUCT, MAX_PRODUCTS_PER_POOL,
	MAX_SELLING_POOLS,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// A product's place in a pool.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Line {
	/// The product.
	pub product: ProductId,
	/// Its correlation group.
	pub group: GroupId,
	/// The part of the available capital that may be exposed to it.
	pub weight: Permill,
	/// Cover in force, in the asset's units: the sum of the buckets in which it ends.
	pub exposure: Balance,
	/// The most that open incidents could cost, in the asset's units: see
	/// [`Shared`](super::Shared).
	pub locked: Balance,
}

impl Line {
	/// A line without cover.
	pub fn new(product: ProductId, group: GroupId, weight: Permill) -> Self {
		Self { product, group, weight, exposure: 0, locked: 0 }
	}

	/// End cover. Returns `None` if there is not so much.
	pub fn end(&mut self, cover: Balance) -> Option<()> {
		self.exposure = self.exposure.checked_sub(cover)?;
		Some(())
	}

	/// True if no capital stands behind the line, so that it can be taken out.
	pub fn is_idle(&self) -> bool {
		self.exposure == 0 && self.locked == 0
	}
}

impl From<&Line> for capacity::Line {
	fn from(line: &Line) -> Self {
		Self {
			group: line.group,
			weight_parts: line.weight.deconstruct(),
			exposure: line.exposure,
			locked: line.locked,
		}
	}
}

/// The products of a pool.
pub type Lines = BoundedVec<Line, ConstU32<MAX_PRODUCTS_PER_POOL>>;
/// Cover that ends with one active day, by product.
pub type CoverBucket = BoundedVec<(ProductId, Balance), ConstU32<MAX_PRODUCTS_PER_POOL>>;

/// A product as the pools know it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct ProductRef {
	/// The asset of its cover.
	pub asset: AssetId,
	/// Its correlation group.
	pub group: GroupId,
}

/// The pools that underwrite a product.
#[derive(
	Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Places {
	/// The pools that may sell cover on the product.
	pub selling: BoundedVec<PoolId, ConstU32<MAX_SELLING_POOLS>>,
	/// The pools whose place a larger one took while they had cover in force. They sell and renew
	/// none, and back what they have until it ends.
	pub running_off: BoundedVec<PoolId, ConstU32<MAX_RUN_OFFS>>,
}

/// The largest number of pools that may run off on a product at a time.
pub const MAX_RUN_OFFS: u32 = MAX_POOLS_PER_PRODUCT.saturating_sub(MAX_SELLING_POOLS);

impl Places {
	/// Returns all of the pools: those that sell, then those that run off.
	pub fn iter(&self) -> impl Iterator<Item = PoolId> + '_ {
		self.selling.iter().chain(self.running_off.iter()).copied()
	}

	/// Take a pool out.
	pub fn remove(&mut self, id: PoolId) {
		self.selling.retain(|other| *other != id);
		self.running_off.retain(|other| *other != id);
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn cover_should_end_and_leave_an_idle_line() {
		let mut line = Line { exposure: 60, ..Line::new(1, 1, Permill::one()) };
		assert_eq!((line.end(61), line.exposure, line.is_idle()), (None, 60, false));
		line.end(60).unwrap();
		assert_eq!((line.exposure, line.is_idle()), (0, true));
		line.locked = 1;
		assert!(!line.is_idle(), "an incident locks it");
	}
}
