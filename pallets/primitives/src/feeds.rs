// SPDX-License-Identifier: Apache-2.0

//! Price feeds: their rules, their operators and their state.

use crate::{Balance, FeedId, Moment, Price};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The largest price of any feed, in 10^-18: about 1.2 million. No value above it counts. A
/// threshold at or above it can therefore not be sold.
pub const MAX_PRICE: u128 = 1 << 80;

/// The rules by which a price is made of a feed's values, and the reward of its operators.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FeedRules {
	/// The age at which an operator's value is no longer used, in milliseconds. 60 s to 7 days.
	pub heartbeat: Moment,
	/// Operators whose fresh values are needed for a price. 3 to 32.
	pub min_operators: u32,
	/// The largest value that counts, in 10^-18; `None` for the largest that any feed can have,
	/// 2^80.
	pub max_price: Option<u128>,
	/// The length of the intervals, in milliseconds. In each interval one useful value of an
	/// operator is free of charge, and rewarded. 60 s to 7 days.
	pub reward_interval: Moment,
	/// The reward of an operator for a useful value, in units of the native token. At most 100
	/// tokens of twelve decimals.
	pub reward: Balance,
}

impl FeedRules {
	/// The largest value that counts, in 10^-18.
	pub fn largest(&self) -> u128 {
		self.max_price.map_or(MAX_PRICE, |price| price.min(MAX_PRICE))
	}

	/// True if the same values have the same price under these rules and under others. The rewards
	/// of the operators may differ.
	pub fn prices_as(&self, other: &Self) -> bool {
		let price = |rules: &Self| (rules.heartbeat, rules.min_operators, rules.max_price);
		price(self) == price(other)
	}
}

/// A value for a feed.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FeedValue {
	/// The feed.
	pub feed: FeedId,
	/// The value, in 10^-18.
	pub value: u128,
}

/// The stage of an operator's membership.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum OperatorStage {
	/// A referendum has chosen the operator, who has not accepted yet.
	#[codec(index = 0)]
	Appointed,
	/// The operator's values count.
	#[codec(index = 1)]
	Active,
	/// A ruling of a referendum took so much of the operator's bond that it is too small. Their
	/// values do not count until they add to it.
	#[codec(index = 2)]
	Suspended,
	/// The operator's membership has ended. The bond is held for faults that may still come to
	/// light.
	#[codec(index = 3)]
	Leaving {
		/// The active time from which the operator can take the bond back.
		until: Moment,
	},
}

/// An operator as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OperatorState<AccountId> {
	/// The operator's account.
	pub who: AccountId,
	/// The stage of the operator's membership.
	pub stage: OperatorStage,
	/// The amount held of the operator, in units of the native token.
	pub bond: Balance,
	/// The amount that the bond lacks of the bond asked today. Only an outcome proposal suspends:
	/// an operator whose bond was enough when they put it up stays active.
	pub missing: Balance,
	/// Rewards that wait for `feeds.collect`.
	pub earned: Balance,
}

/// The value of an active operator for a feed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OperatorValue<AccountId> {
	/// The operator's account.
	pub who: AccountId,
	/// The operator's value, in 10^-18.
	pub value: u128,
	/// The moment at which the operator fed it.
	pub at: Moment,
	/// The time since then, in milliseconds.
	pub age: Moment,
	/// True if it counts: it is sound and fresh.
	pub counts: bool,
	/// True if the useful value of this interval is in. A further value costs a fee and earns no
	/// reward.
	pub rewarded: bool,
	/// The operator's rewards of all feeds that wait for `feeds.collect`.
	pub earned: Balance,
}

/// A feed as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PriceState<AccountId> {
	/// The median of the fresh values, its oldest value and the moment until which it is fresh;
	/// `None` if too few values are fresh.
	pub price: Option<Price>,
	/// The rules of the feed.
	pub rules: FeedRules,
	/// True if these are the rules of feeds that have none of their own.
	pub by_default: bool,
	/// True if the feed is watched. No operator is rewarded for feeds that are not watched.
	pub watched: bool,
	/// The part of the reward pool that is free for rewards, in units of the native token. While it
	/// is zero, useful values earn no reward, whatever the rules say.
	pub rewards_left: Balance,
	/// The values by active operator who has fed the feed.
	pub values: Vec<OperatorValue<AccountId>>,
}
