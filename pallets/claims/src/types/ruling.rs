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
/// Inconclusive incidents of a product that can be opened again.
pub const MAX_REOPENINGS: u32 = 8;
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

/// An inconclusive incident that can be opened again. It keeps its time then.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Inconclusive {
	/// The number under which it was opened first.
	pub incident: IncidentId,
	/// Wall-clock time at which it was opened.
	pub opened_at: Moment,
	/// Active time at which it was opened.
	pub opened_active: Moment,
	/// Active time for which it can still be opened, in milliseconds. Only time in which no incident of
	/// the product is open counts.
	pub left: Moment,
}

/// The inconclusive incidents of a product, and the clock of their reopening windows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ReopeningWindows {
	/// Active time from which on no incident of the product is open. `None`: one is, and the windows
	/// stand still.
	pub free_since: Option<Moment>,
	/// The incidents, the one that became inconclusive last at the end.
	pub incidents: BoundedVec<Inconclusive, ConstU32<MAX_REOPENINGS>>,
}

impl ReopeningWindows {
	/// The end of an incident's window in active time; the largest number while the windows stand still.
	pub fn until(&self, incident: &Inconclusive) -> Moment {
		self.free_since.map_or(Moment::MAX, |since| since.saturating_add(incident.left))
	}

	/// The end of the last window.
	pub fn latest(&self) -> Option<Moment> {
		self.incidents.iter().map(|incident| self.until(incident)).max()
	}

	/// The incidents that can be opened again at active time `now`.
	pub fn open(&self, now: Moment) -> impl Iterator<Item = &Inconclusive> {
		self.incidents.iter().filter(move |incident| now < self.until(incident))
	}

	/// An incident of the product is opened at active time `now`: the windows stand still.
	pub fn stop(&mut self, now: Moment) {
		let Some(since) = self.free_since.take() else { return };
		let passed = now.saturating_sub(since);
		self.incidents.iter_mut().for_each(|incident| incident.left = incident.left.saturating_sub(passed));
		self.incidents.retain(|incident| incident.left > 0);
	}

	/// No incident of the product is open from active time `now` on: the windows go on.
	pub fn resume(&mut self, now: Moment) {
		self.free_since.get_or_insert(now);
	}

	/// An incident is inconclusive. If there is no place, the one whose window is the shortest goes.
	pub fn add(&mut self, incident: Inconclusive) {
		self.remove(incident.incident);
		if self.incidents.is_full() {
			let shortest = self.incidents.iter().map(|incident| incident.left).min();
			let at = self.incidents.iter().position(|incident| Some(incident.left) == shortest);
			at.map(|at| self.incidents.remove(at));
		}
		// There is a place now.
		let _ = self.incidents.try_push(incident);
	}

	/// An incident cannot be opened again any more. Returns true if it could be before.
	pub fn remove(&mut self, incident: IncidentId) -> bool {
		let before = self.incidents.len();
		self.incidents.retain(|other| other.incident != incident);
		self.incidents.len() < before
	}
}

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
