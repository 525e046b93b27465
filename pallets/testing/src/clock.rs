// SPDX-License-Identifier: Apache-2.0

//! A clock that a test sets.

use breakwater_primitives::{ActiveClock, Moment, DAY};
use codec::{Decode, Encode};
use frame_support::storage_alias;
use sp_core::storage::Storage;

/// The wall-clock time of a new chain.
pub const START: Moment = 1_700_000_000_000;

/// The clocks of the tests. Both stand at the beginning of the chain until a test moves them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
struct Clocks {
	now: Moment,
	active: Moment,
	resumed_at: Moment,
	max_gap: Moment,
}

impl Default for Clocks {
	fn default() -> Self {
		// So long that a test's time is active time, unless the test says otherwise.
		Self { now: START, active: 0, resumed_at: 0, max_gap: 366 * DAY }
	}
}

#[storage_alias]
type State = StorageValue<TestClock, Clocks, frame_support::pallet_prelude::ValueQuery>;

/// A clock that a test sets.
pub struct TestClock;

impl TestClock {
	/// Set both clocks. No halt was before.
	pub fn set(now: Moment, active: Moment) {
		State::mutate(|clocks| *clocks = Clocks { now, active, resumed_at: 0, ..*clocks });
	}

	/// Set both clocks in a chain's genesis, so that the pallets' genesis finds them.
	pub(crate) fn begin(storage: &mut Storage, now: Moment, active: Moment) {
		let clocks = Clocks { now, active, ..Clocks::default() };
		storage.top.insert(State::hashed_key().to_vec(), clocks.encode());
	}

	/// Set the longest gap between blocks that counts in full as active time.
	pub fn set_max_gap(max_gap: Moment) {
		State::mutate(|clocks| clocks.max_gap = max_gap);
	}

	/// Set the end of the last halt.
	pub fn set_resumed_at(resumed_at: Moment) {
		State::mutate(|clocks| clocks.resumed_at = resumed_at);
	}

	/// Let time pass in one gap between blocks. A gap above the longest one is a halt.
	pub fn pass(gap: Moment) {
		State::mutate(|clocks| {
			clocks.now = clocks.now.checked_add(gap).expect("time goes on");
			clocks.active += gap.min(clocks.max_gap);
			if gap > clocks.max_gap {
				clocks.resumed_at = clocks.now;
			}
		});
	}

	/// Let time pass in which the chain makes its blocks, so that all of it is active time.
	pub fn pass_active(time: Moment) {
		State::mutate(|clocks| {
			clocks.now = clocks.now.checked_add(time).expect("time goes on");
			clocks.active += time;
		});
	}

	/// Let wall-clock time pass in which active time stands still. No halt is noted.
	pub fn stand_still(time: Moment) {
		State::mutate(|clocks| clocks.now = clocks.now.checked_add(time).expect("time goes on"));
	}

	/// Let the chain halt for a time.
	pub fn halt(time: Moment) {
		Self::stand_still(time);
		Self::set_resumed_at(Self::now());
	}
}

impl ActiveClock for TestClock {
	fn now() -> Moment {
		State::get().now
	}

	fn resumed_at() -> Moment {
		State::get().resumed_at
	}

	fn active() -> Moment {
		State::get().active
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn clocks() -> (Moment, Moment, Moment) {
		(TestClock::now(), TestClock::active(), TestClock::resumed_at())
	}

	#[test]
	fn clock_should_count_a_long_gap_in_part() {
		sp_io::TestExternalities::default().execute_with(|| {
			TestClock::set_max_gap(60);
			TestClock::pass(60);
			assert_eq!(clocks(), (START + 60, 60, 0));
			TestClock::pass(61);
			assert_eq!(clocks(), (START + 121, 120, START + 121));
			TestClock::pass_active(61);
			assert_eq!(clocks(), (START + 182, 181, START + 121));
		});
	}

	#[test]
	fn clock_should_stand_still_in_a_halt() {
		sp_io::TestExternalities::default().execute_with(|| {
			TestClock::set(1_000, 500);
			TestClock::stand_still(10);
			assert_eq!(clocks(), (1_010, 500, 0));
			TestClock::halt(10);
			assert_eq!(clocks(), (1_020, 500, 1_020));
		});
	}
}
