// SPDX-License-Identifier: Apache-2.0

//! Filings, rulings and their bonds; and the numbers that governance sets.

use breakwater_math::bond;
use breakwater_primitives::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::Permill;

/// The most rulings that there can be on an incident: each is a choice of a case, and so is "not
/// covered".
pub const MAX_RULINGS: u32 = MAX_CHOICES - 1;
/// The most hashes of a proof: enough for as many positions as a table can have.
pub const MAX_PROOF: u32 = 32;
/// Rejected filings of a pool that are remembered.
pub const MAX_REJECTIONS: u32 = 8;
/// Inconclusive incidents of a product that can be opened again.
pub const MAX_REOPENINGS: u32 = 8;
/// The age that an event can have at most when an incident is opened, in milliseconds. It is longer
/// than any policy and its grace.
pub const MAX_AGE: Moment = 2 * YEAR;

/// The place where a text can be read, in UTF-8.
pub type Uri = BoundedVec<u8, ConstU32<MAX_URI>>;
/// The hashes beside the way from a leaf to the root, from below.
pub type Proof = BoundedVec<H256, ConstU32<MAX_PROOF>>;

/// Numbers that governance sets. Times are in milliseconds of active time.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Limits {
	/// The time that an incident may stay undecided before it goes to judgement.
	pub max_undecided: Moment,
	/// The time that it waits for a first ruling before it is rejected.
	pub ruling_period: Moment,
	/// The time in which a ruling can be challenged.
	pub challenge_period: Moment,
	/// The time in which claims under a table of losses are registered.
	pub claim_window: Moment,
	/// The period in which a new incident keeps the time of one that ended without a choice.
	pub retry_period: Moment,
	/// The time for which a rejected filing raises the bonds of the next ones on its pools.
	pub rejection_memory: Moment,
	/// The time after the settlement in which a payout can be taken.
	pub unclaimed_after: Moment,
	/// The bond for a pool, as a part of what is pinned of it.
	pub pinned_bond: Permill,
	/// The least bond for a pool, as a part of its capital, which is frozen.
	pub frozen_bond: Permill,
}

impl Limits {
	/// The bond for an incident that pins `pinned` of a pool of `capital` and freezes it; see
	/// [`bond::base`].
	pub fn bond(&self, pinned: Balance, capital: Balance) -> Option<Balance> {
		bond::base(
			pinned,
			capital,
			self.pinned_bond.deconstruct().into(),
			self.frozen_bond.deconstruct().into(),
		)
	}
}

/// The opener of an incident, and their bond.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Filing<AccountId> {
	/// The opener.
	pub who: AccountId,
	/// The opener's bond, in the incident's asset; zero once it was decided on.
	pub bond: Balance,
	/// The hash of the opener's statement.
	pub evidence: H256,
	/// The place where the statement can be read.
	pub uri: Uri,
}

/// A bonded proposal of an incident's verdict.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Ruling<AccountId> {
	/// The proposer.
	pub who: AccountId,
	/// The proposer's bond, in the incident's asset; zero once it was decided on.
	pub bond: Balance,
	/// The proposed verdict.
	pub verdict: Verdict,
	/// The place where the reasons, and the table, can be read.
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
	/// Active time for which it can still be opened, in milliseconds. Only time in which no
	/// incident of the product is open counts.
	pub left: Moment,
}

/// The inconclusive incidents of a product, and the clock of their reopening windows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ReopeningWindows {
	/// Active time from which on no incident of the product is open. `None`: one is, and the
	/// windows stand still.
	pub free_since: Option<Moment>,
	/// The incidents, the one that became inconclusive last at the end.
	pub incidents: BoundedVec<Inconclusive, ConstU32<MAX_REOPENINGS>>,
}

impl ReopeningWindows {
	/// The end of an incident's window in active time; the largest number while the windows stand
	/// still.
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

	/// Stops the windows: an incident of the product is opened at active time `now`.
	pub fn stop(&mut self, now: Moment) {
		let Some(since) = self.free_since.take() else { return };
		let passed = now.saturating_sub(since);
		self.incidents.iter_mut().for_each(|incident| incident.left = incident.left.saturating_sub(passed));
		self.incidents.retain(|incident| incident.left > 0);
	}

	/// Resumes the windows: no incident of the product is open from active time `now` on.
	pub fn resume(&mut self, now: Moment) {
		self.free_since.get_or_insert(now);
	}

	/// Adds an incident that is inconclusive. If there is no place, the one with the shortest
	/// window goes.
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

	/// Removes an incident that cannot be opened again any more. Returns true if it could be
	/// before.
	pub fn remove(&mut self, incident: IncidentId) -> bool {
		let before = self.incidents.len();
		self.incidents.retain(|other| other.incident != incident);
		self.incidents.len() < before
	}
}

/// The bonds of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BondTerms {
	/// Their asset.
	pub asset: AssetId,
	/// The bond of each of the first two rulings.
	pub base: Balance,
	/// The bond of the opener.
	pub opening: Balance,
}
