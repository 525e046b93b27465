// SPDX-License-Identifier: GPL-3.0-or-later WITH Classpath-exception-2.0

//! The clock of a development chain.
//!
//! A development chain has its own time. It is the timestamp of the last block, and it only moves
//! when a block is sealed. The clock gives the timestamp of the next block. It does so to the
//! millisecond, and always at least one slot after the last block, as BABE wants every block in a
//! later slot.

use chrono::{DateTime, SecondsFormat, Utc};
use std::{
	fmt,
	sync::{Mutex, PoisonError},
};

/// The moment at or after which no block is dated (2300-01-01, in milliseconds). Slots beyond it
/// would no longer fit the 32 bits in which BABE's pallet counts the slots skipped.
pub const END_OF_TIME: u64 = 10_413_792_000_000;

/// The step from the last timestamp to that of the next block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
	/// One slot on.
	Slot,
	/// So many milliseconds on, as when blocks are sealed at an interval.
	Interval(u64),
	/// So many milliseconds forward, by a request of the RPC.
	Forward(u64),
}

/// The reasons for which there is no next timestamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockError {
	/// The first block would be in slot zero, which BABE keeps for the genesis block.
	BeforeFirstSlot,
	/// The block would be dated at or after [`END_OF_TIME`].
	AfterEndOfTime,
}

impl fmt::Display for ClockError {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		match self {
			Self::BeforeFirstSlot => write!(f, "no block can be dated within the first slot after 1970"),
			Self::AfterEndOfTime => write!(f, "no block can be dated after {}", show(END_OF_TIME)),
		}
	}
}

impl std::error::Error for ClockError {}

/// The clock of a development chain. All times are milliseconds since 1970.
#[derive(Debug)]
pub struct DevClock {
	/// Length of a slot.
	slot: u64,
	/// Timestamp of the first block, used while there is none.
	first: u64,
	/// Timestamp of the last block.
	last: Mutex<Option<u64>>,
}

impl DevClock {
	/// Returns the clock of an empty chain, whose first block is to be dated `first`.
	pub fn starting_at(slot: u64, first: u64) -> Result<Self, ClockError> {
		if first < slot.max(1) {
			return Err(ClockError::BeforeFirstSlot);
		}
		if first >= END_OF_TIME {
			return Err(ClockError::AfterEndOfTime);
		}
		Ok(Self { slot, first, last: Mutex::new(None) })
	}

	/// Returns the clock of a chain whose last block is dated `last`.
	pub fn resuming_at(slot: u64, last: u64) -> Self {
		Self { slot, first: last, last: Mutex::new(Some(last)) }
	}

	/// Returns the current time: the timestamp of the last block, or the one chosen for the first
	/// block.
	pub fn now(&self) -> u64 {
		self.last().unwrap_or(self.first)
	}

	/// Returns the timestamp of a block sealed `step` after the last one. The clock does not move
	/// yet.
	///
	/// A step shorter than a slot counts as one slot. On an empty chain only [`Step::Forward`]
	/// leaves the date chosen for the first block.
	pub fn next(&self, step: Step) -> Result<u64, ClockError> {
		let next = match (self.last(), step) {
			(None, Step::Slot | Step::Interval(_)) => Some(self.first),
			(None, Step::Forward(by)) => self.first.checked_add(by),
			(Some(last), Step::Slot) => last.checked_add(self.slot),
			(Some(last), Step::Interval(by) | Step::Forward(by)) => last.checked_add(by.max(self.slot)),
		};
		next.filter(|next| *next < END_OF_TIME).ok_or(ClockError::AfterEndOfTime)
	}

	/// Notes that a block dated `timestamp` was sealed. Time never goes back.
	pub fn sealed(&self, timestamp: u64) {
		let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
		*last = Some(last.unwrap_or_default().max(timestamp));
	}

	fn last(&self) -> Option<u64> {
		*self.last.lock().unwrap_or_else(PoisonError::into_inner)
	}
}

/// Reads a date, RFC 3339 (`2023-03-10T00:00:00Z`) or seconds since 1970. Returns milliseconds.
pub fn parse_date(text: &str) -> Result<u64, String> {
	let millis = match text.parse::<u64>() {
		Ok(seconds) => seconds.checked_mul(1_000),
		Err(_) => {
			let date = DateTime::parse_from_rfc3339(text).map_err(|error| {
				format!("a date is wanted, as in 2023-03-10T00:00:00Z, or whole seconds since 1970 ({error})")
			})?;
			u64::try_from(date.timestamp_millis()).ok()
		}
	};
	millis
		.filter(|millis| (86_400_000..END_OF_TIME).contains(millis))
		.ok_or_else(|| "the date must lie between 1970-01-02 and 2300-01-01".to_string())
}

/// Shows milliseconds since 1970 as a date.
pub fn show(millis: u64) -> String {
	i64::try_from(millis)
		.ok()
		.and_then(DateTime::<Utc>::from_timestamp_millis)
		.map_or_else(|| format!("{millis} ms"), |date| date.to_rfc3339_opts(SecondsFormat::AutoSi, true))
}

#[cfg(test)]
mod tests {
	use super::*;

	const SLOT: u64 = 3_000;
	const MARCH: u64 = 1_678_406_400_123;
	const YEAR: u64 = 365 * 86_400_000;

	fn seal(clock: &DevClock, step: Step) -> u64 {
		let timestamp = clock.next(step).unwrap();
		clock.sealed(timestamp);
		timestamp
	}

	#[test]
	fn first_block_should_have_the_chosen_date() {
		for step in [Step::Slot, Step::Interval(10_000)] {
			let clock = DevClock::starting_at(SLOT, MARCH).unwrap();
			assert_eq!(clock.now(), MARCH);
			assert_eq!(seal(&clock, step), MARCH);
			assert_eq!(clock.now(), MARCH);
		}
	}

	#[test]
	fn forward_should_count_from_the_chosen_date_when_the_chain_is_empty() {
		let clock = DevClock::starting_at(SLOT, MARCH).unwrap();
		assert_eq!(seal(&clock, Step::Forward(60_000)), MARCH + 60_000);
	}

	#[test]
	fn forward_should_be_exact_to_the_millisecond() {
		let clock = DevClock::resuming_at(SLOT, MARCH);
		assert_eq!(seal(&clock, Step::Forward(SLOT)), MARCH + SLOT);
		assert_eq!(seal(&clock, Step::Forward(7_000)), MARCH + SLOT + 7_000);
		assert_eq!(seal(&clock, Step::Forward(YEAR)), MARCH + SLOT + 7_000 + YEAR);
	}

	#[test]
	fn every_step_should_reach_a_later_slot() {
		let clock = DevClock::resuming_at(SLOT, MARCH);
		let steps =
			[Step::Slot, Step::Forward(0), Step::Forward(1), Step::Interval(100), Step::Forward(2_999)];
		for step in steps.into_iter().cycle().take(500) {
			let before = clock.now();
			let after = seal(&clock, step);
			assert_eq!(after, before + SLOT);
			assert!(after / SLOT > before / SLOT);
		}
	}

	#[test]
	fn interval_should_be_kept_when_longer_than_a_slot() {
		let clock = DevClock::resuming_at(SLOT, MARCH);
		assert_eq!(seal(&clock, Step::Interval(6_500)), MARCH + 6_500);
	}

	#[test]
	fn next_should_not_move_the_clock() {
		let clock = DevClock::resuming_at(SLOT, MARCH);
		assert_eq!(clock.next(Step::Forward(YEAR)), Ok(MARCH + YEAR));
		assert_eq!(clock.now(), MARCH);
		assert_eq!(clock.next(Step::Slot), Ok(MARCH + SLOT));
	}

	#[test]
	fn clock_should_never_go_back() {
		let clock = DevClock::resuming_at(SLOT, MARCH);
		clock.sealed(MARCH - 1);
		assert_eq!(clock.now(), MARCH);
	}

	#[test]
	fn clock_should_go_on_when_resumed_after_a_jump() {
		let clock = DevClock::starting_at(SLOT, MARCH).unwrap();
		seal(&clock, Step::Slot);
		let last = seal(&clock, Step::Forward(YEAR));
		let resumed = DevClock::resuming_at(SLOT, last);
		assert_eq!(resumed.now(), clock.now());
		for step in [Step::Slot, Step::Interval(9_000), Step::Forward(61_000)] {
			assert_eq!(seal(&resumed, step), seal(&clock, step));
		}
	}

	#[test]
	fn time_should_end_with_an_error_rather_than_wrap() {
		let clock = DevClock::resuming_at(SLOT, END_OF_TIME - SLOT);
		assert_eq!(clock.next(Step::Slot), Err(ClockError::AfterEndOfTime));
		assert_eq!(clock.next(Step::Forward(u64::MAX)), Err(ClockError::AfterEndOfTime));
		assert!(matches!(DevClock::starting_at(SLOT, END_OF_TIME), Err(ClockError::AfterEndOfTime)));
		assert!(matches!(DevClock::starting_at(SLOT, SLOT - 1), Err(ClockError::BeforeFirstSlot)));
	}

	#[test]
	fn dates_should_be_read_in_both_forms() {
		assert_eq!(parse_date("2023-03-10T00:00:00Z"), Ok(1_678_406_400_000));
		assert_eq!(parse_date("2023-03-10T01:00:00.123+01:00"), Ok(1_678_406_400_123));
		assert_eq!(parse_date("1678406400"), Ok(1_678_406_400_000));
	}

	#[test]
	fn dates_should_be_refused_when_they_make_no_sense() {
		for bad in ["", "yesterday", "2023-03-10", "-5", "0", "1969-12-31T00:00:00Z", "10413792000", "1e9"] {
			assert!(parse_date(bad).is_err(), "{bad}");
		}
		assert!(parse_date(&u64::MAX.to_string()).is_err());
	}

	#[test]
	fn dates_should_be_shown_as_dates() {
		assert_eq!(show(1_678_406_400_000), "2023-03-10T00:00:00Z");
		assert_eq!(show(MARCH), "2023-03-10T00:00:00.123Z");
	}
}
