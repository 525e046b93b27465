// SPDX-License-Identifier: Apache-2.0

//! A product's place in a pool, and the places of pools on a product.

use breakwater_math::capacity;
use breakwater_primitives::{
	AssetId, Balance, GroupId, IncidentId, Moment, PoolId, ProductId, MAX_POOLS_PER_PRODUCT,
	MAX_PRODUCTS_PER_POOL, MAX_SELLING_POOLS,
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
	/// The kept lock, as long as an inconclusive incident can be opened again.
	pub run_off: RunOff,
}

impl Line {
	/// A line without cover.
	pub fn new(product: ProductId, group: GroupId, weight: Permill) -> Self {
		Self { product, group, weight, exposure: 0, locked: 0, run_off: RunOff::default() }
	}

	/// The cover that capital stands behind: the cover in force, and the cover that has run off
	/// since an inconclusive incident that can be opened again.
	pub fn backed(&self) -> Balance {
		// Saturation: the cover of one pool, which was sold against its capital.
		self.exposure.saturating_add(self.run_off.cover)
	}

	/// The most that inconclusive incidents could cost if they are opened again.
	pub fn reopening(&self) -> Balance {
		self.run_off.lock.min(self.backed())
	}

	/// End cover. As long as an inconclusive incident can be opened again, capital for it stays set
	/// aside, up to what the incident had locked. Returns `None` if there is not so much cover.
	pub fn end(&mut self, cover: Balance) -> Option<()> {
		self.exposure = self.exposure.checked_sub(cover)?;
		let RunOff { lock, cover: before, .. } = self.run_off;
		// Saturates at the largest number, which is above any lock.
		self.run_off.cover = before.saturating_add(cover).min(lock);
		Some(())
	}

	/// Begin the run-off of an incident that locked `lock` and is inconclusive. It counts as the
	/// incident of number `since`. Its lock is kept with that of an earlier one, until
	/// [`Self::set_run_off_end`] sets an end.
	pub fn begin_run_off(&mut self, since: IncidentId, lock: Balance) {
		let old = self.run_off;
		// No cover was sold since the incident was opened: what the lock is above the exposure has
		// ended.
		self.run_off.cover = old.cover.max(lock.saturating_sub(self.exposure));
		if self.backed() == 0 {
			// All of its cover is used up: no incident can be opened again.
			self.run_off = RunOff::default();
			return;
		}
		self.run_off = RunOff {
			since: if old.lock > 0 { old.since.min(since) } else { since },
			lock: self.backed(),
			cover: self.run_off.cover,
			until: Moment::MAX,
		};
	}

	/// Set the active time `until` at which the kept lock, if there is one, is let go.
	pub fn set_run_off_end(&mut self, until: Moment) {
		if self.run_off.lock > 0 {
			self.run_off.until = until;
		}
	}

	/// Lower the kept lock to `most`. At most that can still be claimed under incidents that
	/// can be opened again: the rest is claimed under another incident. Returns the kept lock
	/// before, if it was more.
	pub fn limit_run_off(&mut self, most: Balance) -> Option<Balance> {
		let old = self.run_off;
		if old.lock <= most {
			return None;
		}
		self.run_off = match most {
			0 => RunOff::default(),
			_ => RunOff { lock: most, cover: old.cover.min(most), ..old },
		};
		Some(old.lock)
	}

	/// Let the kept lock go if no incident can be opened again at active time `now`. Returns
	/// that lock.
	pub fn end_run_off(&mut self, now: Moment) -> Option<Balance> {
		if self.run_off.lock == 0 || now < self.run_off.until {
			return None;
		}
		Some(core::mem::take(&mut self.run_off).lock)
	}

	/// True if no capital stands behind the line at active time `now`, so that it can be taken out.
	pub fn is_idle(&self, now: Moment) -> bool {
		let runs_off = self.run_off.lock > 0 && now < self.run_off.until;
		self.exposure == 0 && self.locked == 0 && !runs_off
	}
}

/// The kept lock: the lock of an inconclusive incident, which has no chosen outcome. It is kept as
/// long as the incident can be opened again, and freezes no pool. It counts in the required capital
/// through [`Line::backed`]. It is not in [`Line::locked`], nor taken off the available capital.
///
/// The lock stands for the cover that the incident could cost. Of that cover, the part in force is
/// in the exposure. Capital for the part that has run off is set aside beside it. Cover that was
/// sold since and runs off is not distinguished: the amount can be more than needed, and is never
/// above the lock.
///
/// A renewal that is void does not lower the lock. The claims of another incident do, once all are
/// known, to what they leave of that incident's lock. No cover is sold while that incident is open,
/// so its lock has all that can be opened again.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RunOff {
	/// The number of the first incident that the lock stands for.
	pub since: IncidentId,
	/// The lock, in the asset's units. Zero if no incident of the product can be opened again.
	pub lock: Balance,
	/// The cover that has run off, as far as the lock goes; no part of the exposure.
	pub cover: Balance,
	/// The active time at which the lock is let go, by the next touch of the pool. The largest
	/// number while an incident of the product is open.
	pub until: Moment,
}

impl From<&Line> for capacity::Line {
	fn from(line: &Line) -> Self {
		Self {
			group: line.group,
			weight_parts: line.weight.deconstruct(),
			exposure: line.backed(),
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

	fn line(exposure: Balance) -> Line {
		Line { exposure, ..Line::new(1, 1, Permill::one()) }
	}

	#[test]
	fn run_off_should_stand_for_what_ended_and_for_no_more_than_its_lock() {
		let mut line = line(60);
		// 40 of 100 have ended while the incident was open.
		line.begin_run_off(3, 100);
		assert_eq!(line.run_off, RunOff { since: 3, lock: 100, cover: 40, until: Moment::MAX });
		line.set_run_off_end(50);
		assert_eq!((line.backed(), line.reopening()), (100, 100));
		line.end(10).unwrap();
		assert_eq!((line.exposure, line.run_off.cover, line.backed()), (50, 50, 100));
		// 300 are sold since, and run off.
		line.exposure += 300;
		line.end(300).unwrap();
		assert_eq!((line.exposure, line.run_off.cover), (50, 100));
		assert_eq!((line.end(51), line.run_off.cover, line.exposure), (None, 100, 50));
		// Claims in other incidents use cover in force up.
		line.exposure = 0;
		assert_eq!(line.reopening(), 100);
		assert_eq!((line.end_run_off(49), line.is_idle(49), line.is_idle(50)), (None, false, true));
		assert_eq!((line.end_run_off(50), line.end_run_off(50)), (Some(100), None));
		assert_eq!(line.run_off, RunOff::default());
	}

	#[test]
	fn run_off_should_go_on_when_a_later_incident_is_inconclusive_too() {
		let mut line = line(100);
		line.begin_run_off(3, 100);
		line.exposure += 30;
		line.end(20).unwrap();
		assert_eq!((line.backed(), line.run_off.cover), (130, 20));
		line.begin_run_off(7, 130);
		line.set_run_off_end(70);
		assert_eq!(line.run_off, RunOff { since: 3, lock: 130, cover: 20, until: 70 });
		// The lock of one that was lowered by claims does not lower what stays.
		line.begin_run_off(8, 10);
		assert_eq!(line.run_off, RunOff { since: 3, lock: 130, cover: 20, until: Moment::MAX });
	}

	#[test]
	fn run_off_should_be_limited_to_what_claims_leave() {
		let mut line = line(60);
		line.begin_run_off(3, 100);
		line.set_run_off_end(50);
		assert_eq!((line.limit_run_off(100), line.limit_run_off(70)), (None, Some(100)));
		assert_eq!(line.run_off, RunOff { since: 3, lock: 70, cover: 40, until: 50 });
		assert_eq!(line.limit_run_off(30), Some(70));
		assert_eq!((line.run_off.lock, line.run_off.cover, line.exposure), (30, 30, 60));
		assert_eq!((line.limit_run_off(0), line.run_off), (Some(30), RunOff::default()));
		assert_eq!(line.limit_run_off(0), None);
	}

	#[test]
	fn run_off_should_not_begin_when_all_cover_is_used_up() {
		let mut line = line(0);
		line.begin_run_off(3, 0);
		line.set_run_off_end(50);
		assert_eq!((line.run_off, line.is_idle(0)), (RunOff::default(), true));
	}

	#[test]
	fn cover_should_just_end_when_nothing_can_be_opened_again() {
		let mut line = line(60);
		line.end(60).unwrap();
		assert_eq!((line.backed(), line.is_idle(0), line.run_off), (0, true, RunOff::default()));
	}
}
