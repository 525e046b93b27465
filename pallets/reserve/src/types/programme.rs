// SPDX-License-Identifier: Apache-2.0

//! Programmes of compensation, and the emergency budget.

use breakwater_math::units::{DAY, YEAR};
use breakwater_primitives::{AssetId, Balance, IncidentId, Moment, PoolId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::Permill;

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
/// The active time in which a programme that waits for the end of incidents can be begun, in
/// milliseconds: longer than a freeze of stake can last at the parameters' worst.
pub const WAITING_PERIOD: Moment = 365 * DAY;
/// The most of own funds that a budget for advances is granted.
pub const MOST_BUDGET: Permill = Permill::from_percent(5);
/// The most of own funds that is given for the reward of one bug.
pub const MOST_MATCH: Permill = Permill::from_percent(5);
/// The leaves of one record of those that are collected.
const BITS: u32 = 256;
/// The most records of collected leaves of a programme.
pub const MAX_CHUNKS: u32 = MAX_LEAVES.div_ceil(BITS);

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

/// The money that a programme is paid from.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ProgrammeSource {
	/// The reserve's own funds.
	#[codec(index = 0)]
	OwnFunds,
	/// The money that was recovered for the underwriters of a pool after an incident.
	#[codec(index = 1)]
	Salvage {
		/// The incident.
		incident: IncidentId,
		/// The pool.
		pool: PoolId,
	},
}

/// The money that was recovered for the underwriters of a pool after an incident, in the asset's
/// units. It is not the reserve's own.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Salvage {
	/// The asset.
	pub asset: AssetId,
	/// The amount recovered since the beginning.
	pub received: Balance,
	/// The amount that no programme has got, or that programmes have given back.
	pub left: Balance,
	/// A block at whose end the holders of the pool's shares were those who bore the loss.
	pub held_at: u32,
}

impl Salvage {
	/// Returns the record after `amount` more. `None` if a sum does not fit.
	pub fn receive(self, amount: Balance) -> Option<Self> {
		let (received, left) = (self.received.checked_add(amount)?, self.left.checked_add(amount)?);
		Some(Self { received, left, ..self })
	}

	/// Returns the record after a programme got `total`. `None` if there is not so much.
	pub fn begin_programme(self, total: Balance) -> Option<Self> {
		Some(Self { left: self.left.checked_sub(total)?, ..self })
	}

	/// Returns the record after a programme gave `rest` back. `None` if that is more than
	/// programmes have got.
	pub fn end_programme(self, rest: Balance) -> Option<Self> {
		let left = self.left.checked_add(rest).filter(|left| *left <= self.received)?;
		Some(Self { left, ..self })
	}
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
	/// The amount that is set aside and not collected yet.
	pub left: Balance,
	/// The active time until which it can be collected, or begun while it waits.
	pub until: Moment,
	/// The time for collecting, while it waits to be begun: no money is set aside for it yet.
	pub waits: Option<Moment>,
	/// The money that it is paid from, and to which the rest returns.
	pub source: ProgrammeSource,
}

/// The number of hashes in the proof of the leaf at `index`, below `leaves`: one for each row in
/// which its node has another beside it.
///
/// A proof of another length can lead from the leaf to the root from the place of another leaf: the
/// last node of an odd row goes up alone, and a check that ends with the proof does not see the
/// rows that are left.
pub fn proof_len(index: u32, leaves: u32) -> u32 {
	let (mut at, mut width, mut hashes) = (index, leaves, 0u32);
	while width > 1 {
		let is_alone = at % 2 == 0 && at.saturating_add(1) >= width;
		hashes = hashes.saturating_add(u32::from(!is_alone));
		(at, width) = (at / 2, width.div_ceil(2));
	}
	hashes
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

	/// The leaves that are marked: their places in the chunk.
	pub fn bits(&self) -> impl Iterator<Item = u32> {
		// A copy for each bit: it takes no mark that is there.
		let leaves = *self;
		let is_marked = move |bit: &u32| !{ leaves }.insert(*bit);
		(0..BITS).filter(is_marked)
	}

	/// The place of a leaf in its table.
	pub fn index(chunk: u32, bit: u32) -> u32 {
		chunk.saturating_mul(BITS).saturating_add(bit)
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
		let marked =
			chunks.iter().flat_map(|(chunk, bits)| bits.bits().map(|bit| Collected::index(*chunk, bit)));
		assert_eq!(marked.collect::<Vec<_>>(), (0..2_600).collect::<Vec<_>>());
		assert_eq!(chunks.keys().copied().collect::<BTreeSet<_>>(), (0..Collected::chunks(2_600)).collect());
		assert_eq!((Collected::chunks(1), Collected::chunks(256), Collected::chunks(257)), (1, 1, 2));
	}

	#[test]
	fn proofs_should_be_long_enough_for_the_largest_table() {
		assert_eq!(1u64 << MAX_PROOF, u64::from(MAX_LEAVES));
	}
}
