//! What a ruling on an incident says.

use crate::{Balance, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;

/// A table of losses by position, of which the chain knows the root of a merkle tree.
///
/// The tree is that of the crate `binary-merkle-tree` with the hash blake2-256; a leaf is the SCALE encoding of the
/// position and its loss.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LossTable {
	/// The root of the tree.
	pub root: H256,
	/// How many positions the table has.
	#[codec(compact)]
	pub leaves: u32,
	/// The sum of all losses, in the asset's units. Claims under it are never more together.
	#[codec(compact)]
	pub total: Balance,
}

/// What somebody finds of an incident.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Verdict {
	/// Nothing happened that is covered.
	#[codec(index = 0)]
	NotCovered,
	/// It happened, and positions lost what a table says. For products that people judge.
	#[codec(index = 1)]
	Losses {
		/// When it happened, in wall-clock milliseconds; not after the incident was opened.
		occurred_at: Moment,
		/// The losses.
		table: LossTable,
	},
	/// It happened, and the trigger's average was at its worst at a value. For products with a trigger.
	#[codec(index = 2)]
	Worst {
		/// When it happened, in wall-clock milliseconds; not after the incident was opened.
		occurred_at: Moment,
		/// The worst average of the observation period in 10^-18; on the breached side of the threshold.
		worst: u128,
	},
}
