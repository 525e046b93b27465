//! Price feeds: their rules, their operators and their state.

use crate::{Balance, FeedId, Moment, Price};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The largest price of any feed, in 10^-18: about 1.2 million. No value above it counts, so no threshold at or above it can be
/// sold.
pub const MAX_PRICE: u128 = 1 << 80;

/// What makes a price of a feed's values, and what its operators get for them.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FeedRules {
	/// The age at which an operator's value is no longer used, in milliseconds. 60 s to 7 days.
	pub heartbeat: Moment,
	/// Operators whose fresh values are needed for a price. 3 to 32.
	pub min_operators: u32,
	/// The largest value that counts, in 10^-18; `None` for the largest that any feed can have, 2^80.
	pub max_price: Option<u128>,
	/// The length of the intervals, in milliseconds. In each of them one useful value of an operator is free of charge, and
	/// rewarded. 60 s to 7 days.
	pub pace: Moment,
	/// What an operator gets for a useful value, in units of the native token. At most 100 tokens of twelve decimals.
	pub reward: Balance,
}

impl FeedRules {
	/// The largest value that counts, in 10^-18.
	pub fn largest(&self) -> u128 {
		self.max_price.map_or(MAX_PRICE, |price| price.min(MAX_PRICE))
	}

	/// Whether the same values have the same price under these rules and under others. What operators get may differ.
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

/// Where an operator is in his life.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum OperatorStage {
	/// A referendum has chosen him; he has not accepted yet.
	#[codec(index = 0)]
	Appointed,
	/// His values count.
	#[codec(index = 1)]
	Active,
	/// A ruling took so much of his bond that it is too small. His values do not count until he adds to it.
	#[codec(index = 2)]
	Suspended,
	/// His membership has ended. His bond is held for what may still come to light.
	#[codec(index = 3)]
	Leaving {
		/// The active time from which he can take his bond back.
		until: Moment,
	},
}

/// An operator as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OperatorState<AccountId> {
	/// His account.
	pub who: AccountId,
	/// Where he is in his life.
	pub stage: OperatorStage,
	/// What is held of him, in units of the native token.
	pub bond: Balance,
	/// What his bond lacks of what is asked today. Only a ruling suspends: an operator whose bond was enough when he put it up
	/// stays active.
	pub missing: Balance,
	/// Rewards that wait for `feeds.collect`.
	pub earned: Balance,
}

/// What an active operator says of a feed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OperatorValue<AccountId> {
	/// His account.
	pub who: AccountId,
	/// His value, in 10^-18.
	pub value: u128,
	/// When he fed it.
	pub at: Moment,
	/// How long ago that is, in milliseconds.
	pub age: Moment,
	/// Whether it counts: it is sound and fresh.
	pub counts: bool,
	/// Whether the useful value of this interval is in: a further one costs a fee and earns nothing.
	pub rewarded: bool,
	/// His rewards of all feeds that wait for `feeds.collect`.
	pub earned: Balance,
}

/// A feed as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct PriceState<AccountId> {
	/// The median of the fresh values, its oldest value and until when it is fresh; nothing if too few are.
	pub price: Option<Price>,
	/// The rules of the feed.
	pub rules: FeedRules,
	/// Whether these are the rules of feeds that have none of their own.
	pub by_default: bool,
	/// Whether something watches the feed. Nobody is rewarded for others.
	pub watched: bool,
	/// The part of the reward pool that is free for rewards, in units of the native token. While it is zero, useful values
	/// earn nothing, whatever the rules say.
	pub rewards_left: Balance,
	/// By active operator who has fed it.
	pub values: Vec<OperatorValue<AccountId>>,
}
