// SPDX-License-Identifier: Apache-2.0

//! Quantities with their units, and names instead of numbers. Polkadot.js Apps shows a bare number
//! as it is, and of a type only the names of its fields.

use crate::{AllPalletsWithSystem, AssetId, Assets, Balance};
use alloc::{
	format,
	string::{String, ToString},
	vec::Vec,
};
use breakwater_math::calendar;
use breakwater_primitives::{Day, Moment, DAY, HOUR, MINUTE, SECOND};
use codec::{Decode, Encode};
use frame_support::traits::{fungibles::metadata::Inspect, PalletsInfoAccess};
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, ModuleError};

/// The decimals of prices, rates and multiples.
const E18: usize = 18;

/// An asset with the symbol and the decimals of its metadata.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Asset {
	/// The identifier of the asset, as calls take it.
	pub id: AssetId,
	/// The symbol.
	pub symbol: String,
	/// The decimals: one whole token is 10^decimals units.
	pub decimals: u8,
}

impl Asset {
	/// Returns an asset by its identifier. An asset without metadata has no symbol and no decimals.
	pub fn of(id: AssetId) -> Self {
		let (symbol, decimals) = match id {
			AssetId::Native => (crate::constants::TOKEN_SYMBOL.into(), crate::constants::TOKEN_DECIMALS),
			AssetId::WithId(asset) => (text(&Assets::symbol(asset)), Assets::decimals(asset)),
		};
		Self { id, symbol, decimals }
	}

	/// Returns an amount of the asset.
	pub fn amount(&self, units: Balance) -> Amount {
		let number = decimal(units, self.decimals.into());
		let text = if self.symbol.is_empty() { number } else { format!("{number} {}", self.symbol) };
		Amount { units, text }
	}
}

/// An amount of an asset.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Amount {
	/// The number of smallest units, as calls take it.
	pub units: Balance,
	/// The number of whole tokens, with the symbol.
	pub text: String,
}

/// A price or a multiple.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Number {
	/// The number times 10^18, as calls take it.
	pub e18: u128,
	/// The number.
	pub text: String,
}

impl From<u128> for Number {
	fn from(e18: u128) -> Self {
		Self { e18, text: decimal(e18, E18) }
	}
}

/// A part of an amount, or a part of it a year. It can be above one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Rate {
	/// The part times 10^18, as calls take it: 20,000,000,000,000,000 are 2 %.
	pub e18: u128,
	/// The part in percent.
	pub percent: String,
}

impl From<u128> for Rate {
	fn from(e18: u128) -> Self {
		Self { e18, percent: format!("{} %", decimal(e18, E18.saturating_sub(2))) }
	}
}

/// A yield a year. It can be negative.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Yield {
	/// The yield in millionths a year.
	pub millionths: i64,
	/// The yield in percent a year.
	pub percent: String,
}

impl From<i64> for Yield {
	fn from(millionths: i64) -> Self {
		let sign = if millionths < 0 { "-" } else { "" };
		let number = decimal(millionths.unsigned_abs().into(), 4);
		Self { millionths, percent: format!("{sign}{number} %") }
	}
}

/// A moment of wall-clock time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Date {
	/// Milliseconds since the beginning of 1970, as calls take them.
	pub millis: Moment,
	/// Date and time in UTC, to the second.
	pub utc: String,
}

impl From<Moment> for Date {
	fn from(millis: Moment) -> Self {
		let (hours, minutes, seconds) = (millis / HOUR % 24, millis / MINUTE % 60, millis / SECOND % 60);
		// 2^32 days are eleven million years.
		let day = (millis / DAY).try_into().unwrap_or(Day::MAX);
		let utc = format!("{} {hours:02}:{minutes:02}:{seconds:02}", date(day));
		Self { millis, utc }
	}
}

/// A whole day of wall-clock time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Calendar {
	/// Days since the beginning of 1970, as calls take them.
	pub day: Day,
	/// The date in UTC.
	pub utc: String,
}

impl From<Day> for Calendar {
	fn from(day: Day) -> Self {
		Self { day, utc: date(day) }
	}
}

/// A length of time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Span {
	/// Milliseconds, as calls take them.
	pub millis: Moment,
	/// Days, hours, minutes and seconds.
	pub text: String,
}

impl From<Moment> for Span {
	fn from(millis: Moment) -> Self {
		let parts = [
			(millis / DAY, "d"),
			(millis / HOUR % 24, "h"),
			(millis / MINUTE % 60, "min"),
			(millis / SECOND % 60, "s"),
		];
		let parts: Vec<_> = parts
			.into_iter()
			.filter(|(count, _)| *count > 0)
			.map(|(count, unit)| format!("{count} {unit}"))
			.collect();
		Self { millis, text: if parts.is_empty() { "0 s".into() } else { parts.join(" ") } }
	}
}

/// The two clocks of a block.
#[derive(Clone, Copy)]
pub struct Clocks {
	/// Wall-clock time.
	pub now: Moment,
	/// Active time.
	pub active: Moment,
}

impl Clocks {
	/// Returns the time until a moment of wall-clock time. It is zero once the moment has come.
	pub fn until(self, moment: Moment) -> Due {
		Due { at: moment.into(), left: moment.saturating_sub(self.now).into() }
	}

	/// Returns the time until a moment of active time. It is zero once the moment has come.
	pub fn until_active(self, moment: Moment) -> Deadline {
		Deadline { active_millis: moment, left: moment.saturating_sub(self.active).into() }
	}
}

/// A deadline in wall-clock time.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Due {
	/// The moment.
	pub at: Date,
	/// The time left from this block on. Zero once the moment has come.
	pub left: Span,
}

/// A deadline in active time. Active time stands still while the chain does.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Deadline {
	/// The milliseconds of active time since genesis. This is no date.
	pub active_millis: Moment,
	/// The active time left from this block on. Zero once the moment has come.
	pub left: Span,
}

/// The reason of a refusal.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Refusal {
	/// The pallet and its error, such as `policies.CoverOutOfRange`. An error of the SDK is in its
	/// own words.
	pub name: String,
}

impl From<DispatchError> for Refusal {
	fn from(error: DispatchError) -> Self {
		let pallet = match error {
			DispatchError::Module(ModuleError { index, .. }) => pallet_of(index),
			_ => None,
		};
		let error: &'static str = error.into();
		let name = match pallet {
			Some(pallet) => format!("{pallet}.{error}"),
			None => error.to_string(),
		};
		Self { name }
	}
}

/// Returns the name of a pallet as clients write it: with a small first letter.
fn pallet_of(index: u8) -> Option<String> {
	let pallet = AllPalletsWithSystem::infos().into_iter().find(|info| info.index == usize::from(index))?;
	let mut letters = pallet.name.chars();
	let first = letters.next()?;
	Some(first.to_lowercase().chain(letters).collect())
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Page<Item> {
	/// The entries.
	pub items: Vec<Item>,
	/// The number to give as `after` for the next page. None if this is the last page.
	pub next: Option<u32>,
}

impl<Item> Page<Item> {
	/// Returns a page of at most `limit` (and `most`) entries of `ids`. The ids come in the order
	/// of the list. A limit of zero is `most`. An id without an entry takes a place.
	pub fn of(
		ids: impl IntoIterator<Item = u32>,
		limit: u32,
		most: u32,
		entry: impl Fn(u32) -> Option<Item>,
	) -> Self {
		let count = if limit == 0 { most } else { limit.min(most) };
		let mut ids = ids.into_iter().peekable();
		let (mut items, mut last) = (Vec::new(), None);
		for _ in 0..count {
			let Some(id) = ids.next() else { break };
			items.extend(entry(id));
			last = Some(id);
		}
		Self { items, next: last.filter(|_| ids.peek().is_some()) }
	}
}

/// Returns the ids above `after`, from the smallest on.
pub fn rising(after: Option<u32>, end: u32) -> impl Iterator<Item = u32> {
	after.map_or(Some(0), |last| last.checked_add(1)).into_iter().flat_map(move |first| first..end)
}

/// Returns the ids below `after`, from the largest on.
pub fn falling(after: Option<u32>, end: u32) -> impl Iterator<Item = u32> {
	(0..after.map_or(end, |last| last.min(end))).rev()
}

/// Returns a text of the chain. Bytes that are not UTF-8 are replaced.
pub fn text(bytes: &[u8]) -> String {
	String::from_utf8_lossy(bytes).into_owned()
}

/// Returns a number of units of 10^-decimals, with commas between the thousands and without zeros
/// at its end.
fn decimal(units: u128, decimals: usize) -> String {
	let digits = units.to_string();
	let width = decimals.saturating_add(1);
	let padded = format!("{digits:0>width$}");
	let (whole, part) =
		padded.split_at_checked(padded.len().saturating_sub(decimals)).unwrap_or((&padded, ""));
	let part = part.trim_end_matches('0');
	let whole = thousands(whole);
	if part.is_empty() {
		whole
	} else {
		format!("{whole}.{part}")
	}
}

/// Returns digits with commas between the thousands.
fn thousands(digits: &str) -> String {
	let count = digits.len();
	let mut grouped = String::new();
	for (place, digit) in digits.chars().enumerate() {
		if place > 0 && count.saturating_sub(place) % 3 == 0 {
			grouped.push(',');
		}
		grouped.push(digit);
	}
	grouped
}

/// Returns the date of a day since the beginning of 1970.
fn date(day: Day) -> String {
	let calendar::Date { year, month, day } = calendar::date(day);
	format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
	use super::*;
	use breakwater_primitives::ONE;
	use sp_runtime::{ArithmeticError, TokenError};

	#[test]
	fn dates_should_be_written_from_the_year_on() {
		assert_eq!((date(0), date(18_665)), ("1970-01-01".into(), "2021-02-07".into()));
		assert_eq!(Date::from(1_678_497_491_999).utc, "2023-03-11 01:18:11");
		assert_eq!(Date::from(Moment::MAX).millis, Moment::MAX);
	}

	#[test]
	fn numbers_should_keep_every_digit_and_no_zero_at_the_end() {
		let known = [
			(0, 6, "0"),
			(1, 6, "0.000001"),
			(1_000_000, 6, "1"),
			(2_071_109, 6, "2.071109"),
			(1_234_567_890_000, 6, "1,234,567.89"),
			(123, 0, "123"),
			(1_000, 0, "1,000"),
		];
		for (units, decimals, expected) in known {
			assert_eq!(decimal(units, decimals), expected);
		}
		assert_eq!(decimal(Balance::MAX, 255).len(), 257);
		assert_eq!(Number::from(995 * ONE / 1_000).text, "0.995");
		assert_eq!(Rate::from(ONE / 50).percent, "2 %");
		assert_eq!(Rate::from(365 * ONE).percent, "36,500 %");
		assert_eq!(Yield::from(-18_704_943).percent, "-1,870.4943 %");
		assert_eq!(Yield::from(i64::MIN).millionths, i64::MIN);
	}

	#[test]
	fn spans_should_name_each_unit_that_is_not_zero() {
		let known = [
			(0, "0 s"),
			(999, "0 s"),
			(61_000, "1 min 1 s"),
			(DAY, "1 d"),
			(30 * DAY + 3_600_000, "30 d 1 h"),
		];
		for (millis, expected) in known {
			assert_eq!(Span::from(millis).text, expected);
		}
	}

	#[test]
	fn refusals_should_name_pallet_and_error() {
		let own = breakwater_policies::Error::<crate::Runtime>::CoverOutOfRange;
		assert_eq!(Refusal::from(DispatchError::from(own)).name, "policies.CoverOutOfRange");
		let of_sdk = pallet_assets::Error::<crate::Runtime>::NoAccount;
		assert_eq!(Refusal::from(DispatchError::from(of_sdk)).name, "assets.NoAccount");
		let token = DispatchError::Token(TokenError::FundsUnavailable);
		assert_eq!(Refusal::from(token).name, "Funds are unavailable");
		assert!(!Refusal::from(DispatchError::Arithmetic(ArithmeticError::Overflow)).name.is_empty());
	}

	#[test]
	fn pages_should_end_with_the_number_of_the_next() {
		let page = |after, limit| Page::of(rising(after, 7), limit, 3, |id| (id != 1).then_some(id));
		assert_eq!(page(None, 2), Page { items: vec![0], next: Some(1) });
		assert_eq!(page(Some(1), 2), Page { items: vec![2, 3], next: Some(3) });
		assert_eq!(page(Some(3), 0), Page { items: vec![4, 5, 6], next: None });
		assert_eq!(page(Some(6), 9), Page { items: vec![], next: None });
		assert_eq!(page(Some(u32::MAX), 9), Page { items: vec![], next: None });
		let newest = |after, limit| Page::of(falling(after, 7), limit, 3, Some);
		assert_eq!(newest(None, 0), Page { items: vec![6, 5, 4], next: Some(4) });
		assert_eq!(newest(Some(4), 9), Page { items: vec![3, 2, 1], next: Some(1) });
		assert_eq!(newest(Some(1), 9), Page { items: vec![0], next: None });
		assert_eq!(newest(Some(99), 1), Page { items: vec![6], next: Some(6) });
	}
}
