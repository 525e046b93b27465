// SPDX-License-Identifier: Apache-2.0

//! Programmes of compensation, and the emergency budget.

use breakwater_math::units::{DAY, YEAR};
use breakwater_primitives::{AssetId, Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;

/// The number of a programme.
pub type ProgrammeId = u32;
/// The most accounts of a table.
pub const MAX_LEAVES: u32 = 1 << 16;
/// The most hashes of a proof: enough for [`MAX_LEAVES`].
pub const MAX_PROOF: u32 = 16;
/// The hashes beside the way from a leaf to the root, from below.
pub type Proof = BoundedVec<H256, ConstU32<MAX_PROOF>>;
/// The least active time for collecting, in milliseconds.
pub const LEAST_PERIOD: Moment = DAY;
/// The most active time for collecting, in milliseconds.
pub const MOST_PERIOD: Moment = 5 * YEAR;
/// The leaves of one record of those that are collected.
const BITS: u32 = 256;

/// A table of accounts and amounts, of which the chain knows the root. The tree is that of the
/// crate `binary-merkle-tree` with the hash blake2-256; a leaf is the SCALE encoding of account and
/// amount.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct CompensationTable {
	/// The root.
	pub root: H256,
	/// The number of leaves, 1 to [`MAX_LEAVES`].
	pub leaves: u32,
	/// The sum of the amounts, in the asset's units.
	pub total: Balance,
}

/// A programme of compensation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Programme {
	/// The asset.
	pub asset: AssetId,
	/// The root of the table.
	pub root: H256,
	/// The number of its leaves.
	pub leaves: u32,
	/// The amount approved, in the asset's units.
	pub total: Balance,
	/// The amount that is not collected yet.
	pub left: Balance,
	/// The active time until which it can be collected.
	pub until: Moment,
}

/// The leaves of a chunk that are collected, a bit each.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Collected([u128; 2]);

impl Collected {
	/// The chunk of a leaf, and its place in it.
	pub fn place(index: u32) -> (u32, u32) {
		// The divisor is a constant above zero.
		(index / BITS, index % BITS)
	}

	/// The number of chunks for so many leaves.
	pub fn chunks(leaves: u32) -> u32 {
		leaves.div_ceil(BITS)
	}

	/// Marks a leaf. Returns false if it was marked already.
	pub fn insert(&mut self, bit: u32) -> bool {
		let [low, high] = &mut self.0;
		let (word, bit) = if bit < u128::BITS { (low, bit) } else { (high, bit % u128::BITS) };
		let mask = 1u128.checked_shl(bit).unwrap_or_default();
		let is_new = *word & mask == 0;
		*word |= mask;
		is_new
	}
}

/// The budget for advances in an asset that a referendum granted.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct EmergencyBudget {
	/// The amount that is left of it, in the asset's units.
	pub left: Balance,
	/// The active time at which it ends.
	pub until: Moment,
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	#[test]
	fn each_leaf_should_have_a_bit_of_its_own() {
		let mut chunks = std::collections::BTreeMap::<u32, Collected>::new();
		for index in 0..2_600 {
			let (chunk, bit) = Collected::place(index);
			assert!(chunks.entry(chunk).or_default().insert(bit), "{index}");
		}
		for index in (0..2_600).rev() {
			let (chunk, bit) = Collected::place(index);
			assert!(!chunks.get_mut(&chunk).unwrap().insert(bit), "{index}");
		}
		assert_eq!(chunks.keys().copied().collect::<BTreeSet<_>>(), (0..Collected::chunks(2_600)).collect());
		assert_eq!((Collected::chunks(1), Collected::chunks(256), Collected::chunks(257)), (1, 1, 2));
	}

	#[test]
	fn proofs_should_be_long_enough_for_the_largest_table() {
		assert_eq!(1u64 << MAX_PROOF, u64::from(MAX_LEAVES));
	}
}
