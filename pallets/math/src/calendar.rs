// SPDX-License-Identifier: Apache-2.0

//! Days of the Gregorian calendar, in UTC.

/// A date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
	/// The year.
	pub year: u64,
	/// The month, 1 to 12.
	pub month: u64,
	/// The day of the month, 1 to 31.
	pub day: u64,
}

/// The date of a day, counted from the beginning of 1970.
// Sums and quotients of numbers below 2^64, by constants above zero.
#[allow(clippy::arithmetic_side_effects)]
pub fn date(day: u32) -> Date {
	// The first of March of the year zero lies 719,468 days before 1970.
	let day = u64::from(day) + 719_468;
	let (era, of_era) = (day / 146_097, day % 146_097);
	// Leap days that are over: every fourth year but every hundredth, and the last day of the era.
	let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
	let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	// Five months from March on, and from August on, have 153 days.
	let month_from_march = (5 * of_year + 2) / 153;
	let day = of_year - (153 * month_from_march + 2) / 5 + 1;
	let (month, year) = match month_from_march {
		0..10 => (month_from_march + 3, era * 400 + year_of_era),
		_ => (month_from_march - 9, era * 400 + year_of_era + 1),
	};
	Date { year, month, day }
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn dates_should_be_those_of_the_calendar() {
		// Days by another tool: `date -u -d 1970-01-01+Ndays`.
		let known = [
			(0, (1970, 1, 1)),
			(58, (1970, 2, 28)),
			(59, (1970, 3, 1)),
			(789, (1972, 2, 29)),
			(790, (1972, 3, 1)),
			(11_016, (2000, 2, 29)),
			(18_665, (2021, 2, 7)),
			(19_426, (2023, 3, 10)),
			(47_540, (2100, 2, 28)),
			(47_541, (2100, 3, 1)),
			(157_113, (2400, 2, 29)),
		];
		for (day, (year, month, of_month)) in known {
			assert_eq!(date(day), Date { year, month, day: of_month });
		}
	}

	#[test]
	fn every_day_should_follow_the_one_before() {
		let mut last = date(0);
		for day in 1..300_000 {
			let next = date(day);
			let follows = (next.year, next.month, next.day) == (last.year, last.month, last.day + 1)
				|| (next.year, next.month, next.day) == (last.year, last.month + 1, 1)
				|| (next.year, next.month, next.day) == (last.year + 1, 1, 1);
			assert!(follows, "{last:?} {next:?}");
			assert!(next.day == 1 || last.day < 31);
			last = next;
		}
	}
}
