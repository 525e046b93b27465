//! What people put up: filings, rulings and their bonds; and the numbers that governance sets.

use breakwater_math::bond;
use breakwater_primitives::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::Permill;

/// The most rulings that there can be on an incident.
pub const MAX_RULINGS: u32 = 8;
/// The most hashes of a proof: enough for as many positions as a table can have.
pub const MAX_PROOF: u32 = 32;
/// Rejected filings of a pool that are remembered.
pub const MAX_REJECTIONS: u32 = 8;
/// The longest reference to what people read, in bytes.
pub const MAX_URI: u32 = 256;
/// How long ago an event may be when somebody opens an incident, in milliseconds: longer than any policy and its grace.
pub const MAX_AGE: Moment = 2 * YEAR;

/// Where people can read something, in UTF-8.
pub type Uri = BoundedVec<u8, ConstU32<MAX_URI>>;
/// The hashes beside the way from a leaf to the root, from below.
pub type Proof = BoundedVec<H256, ConstU32<MAX_PROOF>>;

/// Numbers that governance sets. Times are in milliseconds of active time.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Limits {
	/// How long an incident may stay undecided before it goes to judgement.
	pub max_undecided: Moment,
	/// How long it waits for a first ruling before it is rejected.
	pub ruling_period: Moment,
	/// How long a ruling can be challenged.
	pub challenge_period: Moment,
	/// How long claims under a table of losses are registered.
	pub claim_window: Moment,
	/// How long the time of an incident that ended without a choice is kept for a new one.
	pub retry_period: Moment,
	/// How long a rejected filing makes the next ones on its pools dearer.
	pub rejection_memory: Moment,
	/// How long after the settlement a payout can be taken.
	pub unclaimed_after: Moment,
	/// The bond for a pool, as a part of what is pinned of it.
	pub pinned_bond: Permill,
	/// The least bond for a pool, as a part of its capital, which is frozen.
	pub frozen_bond: Permill,
}

impl Limits {
	/// The bond for an incident that pins `pinned` of a pool of `capital` and freezes it; see [`bond::base`].
	pub fn bond(&self, pinned: Balance, capital: Balance) -> Option<Balance> {
		bond::base(
			pinned,
			capital,
			self.pinned_bond.deconstruct().into(),
			self.frozen_bond.deconstruct().into(),
		)
	}
}

/// Who opened an incident, and what he has put up for it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Filing<AccountId> {
	/// Who.
	pub who: AccountId,
	/// His bond, in the incident's asset; nothing once it was decided on.
	pub bond: Balance,
	/// The hash of what he says.
	pub evidence: H256,
	/// Where it can be read.
	pub uri: Uri,
}

/// A bonded proposal of what an incident means.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ruling<AccountId> {
	/// Who proposed it.
	pub who: AccountId,
	/// His bond, in the incident's asset; nothing once it was decided on.
	pub bond: Balance,
	/// What he finds.
	pub verdict: Verdict,
	/// Where the reasons, and the table, can be read.
	pub uri: Uri,
}

/// The time of an incident that ended without a choice. A new one on the product keeps it.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct KeptTime {
	/// The number under which it was opened first.
	pub incident: IncidentId,
	/// Wall-clock time at which it was opened.
	pub opened_at: Moment,
	/// Active time at which it was opened.
	pub opened_active: Moment,
	/// Until when it is kept, in active time.
	pub until: Moment,
}

/// The times that are kept of a product: the incident that was open and the one behind it can both end without a choice.
pub type KeptList = BoundedVec<KeptTime, ConstU32<MAX_INCIDENTS_PER_PRODUCT>>;

/// What the bonds of an incident are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BondTerms {
	/// Their asset.
	pub asset: AssetId,
	/// That of each of the first two rulings.
	pub base: Balance,
	/// That of the opener.
	pub opening: Balance,
}
