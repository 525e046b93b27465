// SPDX-License-Identifier: Apache-2.0

//! The daily survey, and the records of solvency.

use super::Book;
use breakwater_math::{calendar, solvency};
use breakwater_primitives::{AssetId, Balance, Day, GroupId, PoolId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// The correlation groups of an asset that a survey counts apart. The exposure of further ones is
/// in the sum alone.
pub const MAX_GROUPS: u32 = 64;
/// The groups with the largest exposures that a record keeps.
pub const RECORDED_GROUPS: u32 = 8;
/// The days for which a record is kept.
pub const KEPT_DAYS: Day = 366;

/// The largest exposures by correlation group, the largest first.
pub type Groups = BoundedVec<(GroupId, Balance), ConstU32<RECORDED_GROUPS>>;

/// The survey of a day.
#[derive(
	Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SurveyState {
	/// The day of wall-clock time.
	pub day: Day,
	/// The stage of the walk.
	pub stage: SurveyStage,
}

/// The stage of a survey.
#[derive(
	Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum SurveyStage {
	/// The admitted pools are walked, in the order of storage.
	#[codec(index = 0)]
	Pools {
		/// The last pool.
		after: Option<PoolId>,
	},
	/// The assets are closed for the day, in the order of storage.
	#[codec(index = 1)]
	Assets {
		/// The last asset.
		after: Option<AssetId>,
	},
	/// The survey of the day is over.
	#[codec(index = 2)]
	#[default]
	Done,
}

/// The exposures of an asset's pools that a survey has seen.
#[derive(
	Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Tally {
	/// All exposure.
	pub exposure: Balance,
	/// The exposure of each group, as far as there are places. It is less than all of it for a
	/// group that has got its place from a smaller one.
	pub groups: BoundedVec<(GroupId, Balance), ConstU32<MAX_GROUPS>>,
	/// The loss that the reserve would be asked for if the two largest groups of each pool failed.
	pub stress: Balance,
}

impl Tally {
	/// Adds the exposure of a pool. A sum that does not fit, which cannot be for an asset's cover,
	/// is the largest number.
	pub fn add(&mut self, groups: &[(GroupId, Balance)], stress: Balance) {
		self.stress = self.stress.saturating_add(stress);
		for (group, exposure) in groups {
			self.exposure = self.exposure.saturating_add(*exposure);
			match self.groups.iter_mut().find(|(of, _)| of == group) {
				Some((_, sum)) => *sum = sum.saturating_add(*exposure),
				None => self.give_place(*group, *exposure),
			}
		}
	}

	/// Gives a group a place: if there is none, that of the smallest one, if it is smaller.
	fn give_place(&mut self, group: GroupId, exposure: Balance) {
		if self.groups.try_push((group, exposure)).is_ok() {
			return;
		}
		let smallest = self.groups.iter_mut().min_by_key(|(_, exposure)| *exposure);
		if let Some(place) = smallest.filter(|(_, smallest)| *smallest < exposure) {
			*place = (group, exposure);
		}
	}

	/// The groups with the largest exposures, the largest first.
	pub fn largest(&self) -> Groups {
		let mut groups = self.groups.to_vec();
		groups.sort_by_key(|(group, exposure)| (core::cmp::Reverse(*exposure), *group));
		Groups::truncate_from(groups)
	}
}

/// The solvency of the reserve in one asset on one day, in the asset's units.
#[derive(
	Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct SolvencyRecord {
	/// The day of wall-clock time.
	pub day: Day,
	/// Own funds.
	pub own: Balance,
	/// The money set aside for debts.
	pub set_aside: Balance,
	/// The stake.
	pub stake: Balance,
	/// The amount owed to incidents.
	pub owed: Balance,
	/// The amount that pools still have to repay.
	pub lent: Balance,
	/// The exposure of the admitted pools.
	pub exposure: Balance,
	/// The largest exposures by correlation group, the largest first.
	pub groups: Groups,
	/// The loss that the reserve would be asked for if the two largest groups of each pool failed
	/// at once.
	pub stress: Balance,
	/// The target for own funds and stake.
	pub target: Balance,
	/// The share of earned premium from this day on.
	pub premium_share: Permill,
	/// The income since the beginning.
	pub received: Balance,
	/// The payments since the beginning.
	pub paid_out: Balance,
	/// The money of programmes that is not collected yet.
	pub programmes: Balance,
	/// The amount that programmes, advances and rewards of bugs took since the beginning.
	pub disbursed: Balance,
	/// The money that was recovered for underwriters, and is in no programme yet.
	pub salvage: Balance,
}

impl SolvencyRecord {
	/// Returns the record of a day.
	pub fn new(day: Day, book: &Book, tally: Tally, groups: Groups, premium_share: Permill) -> Self {
		Self {
			day,
			own: book.own,
			set_aside: book.set_aside,
			stake: book.stake.assets,
			owed: book.owed,
			lent: book.lent,
			exposure: tally.exposure,
			groups,
			stress: tally.stress,
			target: book.target,
			premium_share,
			// The lines have fitted into one sum when the money came.
			received: book.received.total().unwrap_or(Balance::MAX),
			paid_out: book.paid_out,
			programmes: book.programmes,
			disbursed: book.by_referendum(),
			salvage: book.salvage,
		}
	}

	/// Own funds and stake.
	pub fn funds(&self) -> Balance {
		// They have fitted into one sum when the money came.
		self.own.saturating_add(self.stake)
	}
}

/// The solvency of the reserve in one asset over a calendar year, in the asset's units. It is kept
/// for good.
#[derive(
	Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct YearRecord {
	/// The first day with a record.
	pub first: Day,
	/// The last day with a record.
	pub last: Day,
	/// The number of days with a record.
	pub days: u32,
	/// The income until the last record of the year before, since the beginning.
	pub received_before: Balance,
	/// The income until the last record, since the beginning.
	pub received: Balance,
	/// The payments until the last record of the year before, since the beginning.
	pub paid_before: Balance,
	/// The payments until the last record, since the beginning.
	pub paid_out: Balance,
	/// The amount that programmes, advances and rewards of bugs took until the last record of the
	/// year before.
	pub disbursed_before: Balance,
	/// The amount that they paid out until the last record.
	pub disbursed: Balance,
	/// Own funds at the last record.
	pub own: Balance,
	/// The stake at the last record.
	pub stake: Balance,
	/// The amount owed at the last record.
	pub owed: Balance,
	/// The day on which own funds and stake covered the least part of the target.
	pub thinnest: Day,
	/// Own funds and stake on that day.
	pub thinnest_funds: Balance,
	/// The target on that day.
	pub thinnest_target: Balance,
}

impl YearRecord {
	/// Returns the record of a year before its first day, after that of the year before.
	pub fn begin(record: &SolvencyRecord, before: Self) -> Self {
		Self {
			first: record.day,
			received_before: before.received,
			paid_before: before.paid_out,
			disbursed_before: before.disbursed,
			thinnest: record.day,
			thinnest_funds: record.funds(),
			thinnest_target: record.target,
			..Self::default()
		}
	}

	/// Returns the record after one more day.
	pub fn with(self, record: &SolvencyRecord) -> Self {
		let funds = record.funds();
		let is_thinner =
			solvency::covers_less(funds, record.target, self.thinnest_funds, self.thinnest_target);
		let (thinnest, thinnest_funds, thinnest_target) = match is_thinner {
			true => (record.day, funds, record.target),
			false => (self.thinnest, self.thinnest_funds, self.thinnest_target),
		};
		Self {
			last: record.day,
			// At most 366.
			days: self.days.saturating_add(1),
			received: record.received,
			paid_out: record.paid_out,
			disbursed: record.disbursed,
			own: record.own,
			stake: record.stake,
			owed: record.owed,
			thinnest,
			thinnest_funds,
			thinnest_target,
			..self
		}
	}
}

/// The calendar year of a day.
pub fn year_of(day: Day) -> u32 {
	// The last day that a number can name is in the year eleven million.
	calendar::date(day).year.try_into().unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn tally_should_count_groups_apart_as_far_as_there_are_places() {
		let mut tally = Tally::default();
		tally.add(&[(1, 10), (2, 30)], 5);
		tally.add(&[(1, 25), (3, 30)], 0);
		assert_eq!((tally.exposure, tally.stress), (95, 5));
		assert_eq!(tally.largest().to_vec(), [(1, 35), (2, 30), (3, 30)]);
		let many: Vec<_> = (100..200).map(|group| (group, 1)).collect();
		tally.add(&many, 0);
		assert_eq!((tally.exposure, tally.groups.len(), tally.largest().len()), (195, 64, 8));
		// A large one that comes late has a place, and no more than its own.
		tally.add(&[(999, 50), (998, 1)], 0);
		assert_eq!(tally.largest().first(), Some(&(999, 50)));
		assert_eq!((tally.exposure, tally.groups.len()), (246, 64));
		assert!(tally.groups.iter().all(|(group, _)| *group != 998));
		tally.add(&[(1, u128::MAX)], u128::MAX);
		assert_eq!((tally.exposure, tally.stress), (u128::MAX, u128::MAX));
	}

	#[test]
	fn year_should_keep_its_first_and_its_last_day_and_the_thinnest() {
		let day =
			|day, own, target, received| SolvencyRecord { day, own, target, received, ..Default::default() };
		let before = YearRecord { received: 5, disbursed: 3, ..Default::default() };
		let year = YearRecord::begin(&day(10, 50, 100, 7), before).with(&day(10, 50, 100, 7));
		assert_eq!((year.days, year.first, year.last, year.thinnest), (1, 10, 10, 10));
		let year = year.with(&day(11, 30, 100, 9)).with(&day(14, 90, 100, 20));
		assert_eq!((year.days, year.first, year.last), (3, 10, 14));
		assert_eq!((year.thinnest, year.thinnest_funds, year.thinnest_target), (11, 30, 100));
		assert_eq!((year.received_before, year.received, year.own), (5, 20, 90));
		let paid = SolvencyRecord { day: 15, disbursed: 8, ..Default::default() };
		assert_eq!((year.disbursed_before, year.with(&paid).disbursed), (3, 8));
		assert_eq!((year_of(0), year_of(364), year_of(365), year_of(20_786)), (1970, 1970, 1971, 2026));
	}

	#[test]
	fn records_should_be_as_small_as_they_are_said_to_be() {
		assert!(YearRecord::max_encoded_len() <= 200, "{}", YearRecord::max_encoded_len());
		assert!(SolvencyRecord::max_encoded_len() <= 400, "{}", SolvencyRecord::max_encoded_len());
	}
}
