// SPDX-License-Identifier: Apache-2.0

//! The units of all formulas, each defined here and nowhere else: one, a million, and the lengths
//! of time.

/// One, in prices, rates and multiples: 10^18.
pub const ONE: u128 = 1_000_000_000_000_000_000;
/// One, in parts of a million.
pub const MILLION: u32 = 1_000_000;
/// Milliseconds in a second.
pub const SECOND: u64 = 1_000;
/// Milliseconds in a minute.
pub const MINUTE: u64 = 60 * SECOND;
/// Milliseconds in an hour.
pub const HOUR: u64 = 60 * MINUTE;
/// Milliseconds in a day.
pub const DAY: u64 = 24 * HOUR;
/// Days in the year of every annual rate.
pub const YEAR_DAYS: u32 = 365;
/// Milliseconds in a year of [`YEAR_DAYS`] days, the year of every annual rate.
pub const YEAR: u64 = YEAR_DAYS as u64 * DAY;

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn units_should_be_powers_of_ten_and_multiples_of_a_second() {
		assert_eq!((ONE, MILLION), (10u128.pow(18), 10u32.pow(6)));
		assert_eq!((MINUTE, HOUR, DAY), (60_000, 3_600_000, 86_400_000));
		assert_eq!(YEAR, 31_536_000_000);
	}
}
