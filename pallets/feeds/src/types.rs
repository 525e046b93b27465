// SPDX-License-Identifier: Apache-2.0

//! Plain types of the feeds, without the runtime's configuration.

use alloc::vec::Vec;
pub use breakwater_math::statistics::is_within;
use breakwater_math::statistics::median;
pub use breakwater_primitives::MAX_PRICE;
use breakwater_primitives::{Balance, FeedRules, FeedValue, Moment, OperatorStage, Price, DAY, HOUR, MINUTE};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::Permill;

/// The most operators there can be, counting those appointed, active or suspended.
pub const MAX_OPERATORS: u32 = 32;
/// The most values that one call can feed.
pub const MAX_VALUES: u32 = 8;
/// The shortest and the longest heartbeat.
pub const HEARTBEATS: (Moment, Moment) = (MINUTE, 7 * DAY);
/// The fewest operators from whose values a price is made. Of three, the median is never one
/// operator's alone to choose.
pub const LEAST_OPERATORS: u32 = 3;
/// The shortest and the longest interval of useful values.
pub const PACES: (Moment, Moment) = (MINUTE, 7 * DAY);
/// The interval of feeds without rules of their own.
pub const DEFAULT_PACE: Moment = HOUR;
/// The largest reward for one value: 100 tokens of twelve decimals.
pub const MAX_REWARD: Balance = 100_000_000_000_000;

/// The numbers that governance sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
	/// The bond asked of an operator, in units of the native token.
	pub bond: Balance,
	/// Active time from the end of a membership until the bond can be taken back, in milliseconds.
	pub notice: Moment,
	/// The largest distance of a useful value from the median, as a part of the median.
	pub tolerance: Permill,
	/// The heartbeat of feeds on which a product is listed before they have rules of their own.
	pub heartbeat: Moment,
	/// The operators needed on such feeds.
	pub min_operators: u32,
}

impl Limits {
	/// The rules of a feed that has none of its own: an hour's interval, and no rewards.
	pub fn default_rules(&self) -> FeedRules {
		FeedRules {
			heartbeat: self.heartbeat,
			min_operators: self.min_operators,
			max_price: None,
			reward_interval: DEFAULT_PACE,
			reward: 0,
		}
	}
}

/// The reasons for which rules are rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesOutOfRange {
	/// The heartbeat is out of bounds.
	Heartbeat,
	/// The count of operators is out of bounds.
	Operators,
	/// The largest price is out of bounds.
	Price,
	/// The interval of rewards is out of bounds.
	RewardInterval,
	/// The reward is out of bounds.
	Reward,
}

/// Checks that rules are within the hard bounds.
pub fn check_rules(rules: &FeedRules) -> Result<(), RulesOutOfRange> {
	let within = |value: Moment, (least, most): (Moment, Moment)| (least..=most).contains(&value);
	if !within(rules.heartbeat, HEARTBEATS) {
		return Err(RulesOutOfRange::Heartbeat);
	}
	if !(LEAST_OPERATORS..=MAX_OPERATORS).contains(&rules.min_operators) {
		return Err(RulesOutOfRange::Operators);
	}
	if rules.max_price.is_some_and(|price| price == 0 || price > MAX_PRICE) {
		return Err(RulesOutOfRange::Price);
	}
	if !within(rules.reward_interval, PACES) {
		return Err(RulesOutOfRange::RewardInterval);
	}
	if rules.reward > MAX_REWARD {
		return Err(RulesOutOfRange::Reward);
	}
	Ok(())
}

/// True if a value can count at all under some rules: above zero, and not above the largest price.
pub fn is_sound(value: u128, rules: &FeedRules) -> bool {
	value != 0 && value <= rules.largest()
}

/// True if a value fed at `at` is fresh at `now`: younger than the heartbeat.
pub fn is_fresh(at: Moment, now: Moment, rules: &FeedRules) -> bool {
	at.checked_add(rules.heartbeat).is_some_and(|stale| now < stale)
}

/// Returns the median of the values that are sound and younger than the heartbeat. Returns `None`
/// if there are fewer such values than needed.
///
/// A value of zero or above the largest price is left out, as if its operator had not fed. With an
/// even number of values the mean of the middle two is rounded down. The price stays fresh as long
/// as the needed count of today's values does. That is until the newest of them but `min_operators
/// - 1` is as old as the heartbeat.
pub fn median_of_fresh(mut values: Vec<(u128, Moment)>, now: Moment, rules: &FeedRules) -> Option<Price> {
	values.retain(|(value, at)| is_sound(*value, rules) && is_fresh(*at, now, rules));
	let needed = usize::try_from(rules.min_operators).ok()?.max(1);
	if values.len() < needed {
		return None;
	}
	let mut times: Vec<Moment> = values.iter().map(|(_, at)| *at).collect();
	times.sort_unstable_by(|a, b| b.cmp(a));
	let fresh_until = times.get(needed.checked_sub(1)?)?.checked_add(rules.heartbeat)?;
	let oldest = *times.last()?;

	let mut prices: Vec<u128> = values.into_iter().map(|(value, _)| value).collect();
	Some(Price { value: median(&mut prices)?, oldest, fresh_until })
}

/// The use of a value that is fed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usefulness {
	/// It was not compared with the price: it is not sound, its feed is not watched yet, or the
	/// operator has had a useful value in the interval.
	NotWeighed,
	/// With it there is no price, or it is too far from the price.
	Useless,
	/// It is the operator's useful value of the interval.
	Useful,
}

/// The values of one call.
pub type FeedValues = BoundedVec<FeedValue, ConstU32<MAX_VALUES>>;

/// An account whose values count.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Membership<AccountId> {
	/// The account.
	pub who: AccountId,
	/// The time since which their values count. A value from before it, of an earlier membership,
	/// does not count.
	pub since: Moment,
}

/// An operator.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Operator {
	/// The operator's stage.
	pub stage: OperatorStage,
	/// The bond held on the operator's account.
	pub bond: Balance,
}

impl Operator {
	/// Returns an operator just appointed by a referendum. A bond still held from an earlier
	/// membership counts.
	pub fn appointed(before: Option<Self>) -> Self {
		Self { stage: OperatorStage::Appointed, bond: before.map_or(0, |operator| operator.bond) }
	}

	/// True if the operator takes one of the places of operators.
	pub fn is_seated(&self) -> bool {
		!matches!(self.stage, OperatorStage::Leaving { .. })
	}

	/// Returns the amount that the bond lacks of `asked`.
	pub fn missing(&self, asked: Balance) -> Balance {
		asked.saturating_sub(self.bond) // A larger bond lacks zero.
	}

	/// Returns the operator after `added` was held too: active, so their values count.
	pub fn active(self, added: Balance) -> Option<Self> {
		Some(Self { stage: OperatorStage::Active, bond: self.bond.checked_add(added)? })
	}

	/// Returns the operator after the end of the membership. `None` if no bond is held: then there
	/// is no record to keep.
	pub fn leaving(self, until: Moment) -> Option<Self> {
		(self.bond > 0).then_some(Self { stage: OperatorStage::Leaving { until }, bond: self.bond })
	}

	/// Returns the operator after a ruling took `taken` of the bond. An active operator with less
	/// than `asked` is suspended. The inner `None` is for a leaving operator without a bond, of
	/// whom no record is kept.
	pub fn slashed(self, taken: Balance, asked: Balance) -> Option<Option<Self>> {
		let bond = self.bond.checked_sub(taken)?;
		let stage = match self.stage {
			OperatorStage::Active if bond < asked => OperatorStage::Suspended,
			OperatorStage::Leaving { .. } if bond == 0 => return Some(None),
			stage => stage,
		};
		Some(Some(Self { stage, bond }))
	}
}

/// The reward pool that rewards are paid from.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RewardBook {
	/// The money that was paid in and is not paid out yet. Money given to the account past the book
	/// does not count.
	pub book: Balance,
	/// The part of the book that is booked to operators and not yet paid.
	pub booked: Balance,
}

impl RewardBook {
	/// Returns the amount that can still be booked. The account must keep `least`, so that it never
	/// dies with money of the book on it.
	pub fn free(&self, least: Balance) -> Balance {
		// Saturates at zero: then no amount is free.
		self.book.saturating_sub(least).saturating_sub(self.booked)
	}

	/// Returns the reward pool after `amount` was paid in.
	pub fn pay_in(self, amount: Balance) -> Option<Self> {
		Some(Self { book: self.book.checked_add(amount)?, ..self })
	}

	/// Returns the reward pool after `amount` was booked to an operator. `None` if that is more
	/// than the free amount.
	pub fn book(self, amount: Balance, least: Balance) -> Option<Self> {
		if amount > self.free(least) {
			return None;
		}
		Some(Self { booked: self.booked.checked_add(amount)?, ..self })
	}

	/// Returns the reward pool after `amount` was paid to an operator.
	pub fn pay_out(self, amount: Balance) -> Option<Self> {
		Some(Self { book: self.book.checked_sub(amount)?, booked: self.booked.checked_sub(amount)? })
	}
}

/// The operators whose useful value of an interval is in.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
#[scale_info(skip_type_params(AccountId))]
pub struct Served<AccountId> {
	/// The number of the interval: time divided by the feed's reward interval.
	pub number: u64,
	/// Their accounts.
	pub operators: BoundedVec<AccountId, ConstU32<MAX_OPERATORS>>,
}

impl<AccountId: PartialEq> Served<AccountId> {
	/// Returns the list of interval `number`: `kept` if it is of that interval, or an empty list.
	pub fn of(kept: Option<Self>, number: u64) -> Self {
		kept.filter(|served| served.number == number).unwrap_or(Self { number, operators: BoundedVec::new() })
	}
}

#[cfg(test)]
mod tests;
