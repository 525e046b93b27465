// SPDX-License-Identifier: Apache-2.0

//! Operators and price feeds.

use super::units::*;
use crate::{AccountId, AssetId, Feeds};
use alloc::vec::Vec;
use breakwater_primitives as raw;
use codec::{Decode, Encode};
use raw::FeedId;
use scale_info::TypeInfo;

/// An operator of price feeds as of this block. Amounts are in the native token.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OperatorState {
	/// The operator's account.
	pub who: AccountId,
	/// The stage of the operator's membership.
	pub stage: OperatorStage,
	/// The bond that is held.
	pub bond: Amount,
	/// The amount by which the bond is below the bond that is asked today. Only an outcome proposal
	/// suspends an operator.
	pub missing: Amount,
	/// The rewards that wait for `feeds.collect`.
	pub earned: Amount,
}

/// The stage of an operator's membership.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum OperatorStage {
	/// Chosen by a referendum; `feeds.accept` is due.
	#[codec(index = 0)]
	Appointed,
	/// The operator's values count.
	#[codec(index = 1)]
	Active,
	/// The bond is too small. The operator's values do not count until `feeds.topUp`.
	#[codec(index = 2)]
	Suspended,
	/// The membership has ended, and the bond is still held.
	#[codec(index = 3)]
	Leaving {
		/// The time at which the bond can be taken back.
		until: Deadline,
	},
}

impl OperatorState {
	/// Returns all operators, including appointed ones, and former ones with a bond.
	pub fn all() -> Vec<Self> {
		let (token, clocks) = (Asset::of(AssetId::Native), super::clocks());
		let shown = |operator: raw::OperatorState<AccountId>| Self {
			who: operator.who,
			stage: match operator.stage {
				raw::OperatorStage::Appointed => OperatorStage::Appointed,
				raw::OperatorStage::Active => OperatorStage::Active,
				raw::OperatorStage::Suspended => OperatorStage::Suspended,
				raw::OperatorStage::Leaving { until } => {
					OperatorStage::Leaving { until: clocks.until_active(until) }
				}
			},
			bond: token.amount(operator.bond),
			missing: token.amount(operator.missing),
			earned: token.amount(operator.earned),
		};
		Feeds::operators().into_iter().map(shown).collect()
	}
}

/// A price feed as of this block.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FeedState {
	/// The feed's number.
	pub feed: FeedId,
	/// The median of the fresh values; none if there are too few.
	pub price: Option<FeedPrice>,
	/// True if a product watches the feed: from the first value after its listing on.
	pub is_watched: bool,
	/// True if the feed has no rules of its own and the default rules apply.
	pub has_default_rules: bool,
	/// The rules.
	pub rules: FeedRules,
	/// The part of the reward pool that is free. While it is zero, useful values are not rewarded.
	pub rewards_left: Amount,
	/// The values of the active operators that have fed it.
	pub by_operator: Vec<OperatorValue>,
}

/// The price of a feed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FeedPrice {
	/// The price.
	pub price: Number,
	/// The time of its oldest value.
	pub since: Date,
	/// The end of its freshness, unless it is fed again.
	pub fresh_until: Due,
}

impl FeedPrice {
	/// Returns the price of a feed.
	pub fn of(price: raw::Price, clocks: Clocks) -> Self {
		Self {
			price: price.value.into(),
			since: price.oldest.into(),
			fresh_until: clocks.until(price.fresh_until),
		}
	}
}

/// The rules of a feed. Rewards are in the native token.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FeedRules {
	/// The age at which a value is no longer used.
	pub heartbeat: Span,
	/// The number of operators whose fresh values are needed for a price.
	pub min_operators: u32,
	/// The largest value that counts; none for the largest that any feed can have.
	pub max_price: Option<Number>,
	/// The interval in which one useful value of an operator is free and rewarded.
	pub reward_interval: Span,
	/// The reward of a useful value.
	pub reward: Amount,
}

/// The last value of an active operator.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct OperatorValue {
	/// The operator's account.
	pub who: AccountId,
	/// The value.
	pub value: Number,
	/// The time at which it was fed.
	pub fed_at: Date,
	/// The time since the value was fed.
	pub age: Span,
	/// True if the value counts: it is sound and fresh.
	pub counts: bool,
	/// True if the useful value of this interval is in. A further value costs a fee and is not
	/// rewarded.
	pub is_rewarded: bool,
	/// The operator's rewards of all feeds, which wait for `feeds.collect`.
	pub earned: Amount,
}

impl FeedState {
	/// Returns a feed by its number.
	pub fn of(feed: FeedId) -> Self {
		let state = Feeds::price_state(feed);
		let (token, clocks) = (Asset::of(AssetId::Native), super::clocks());
		let value = |value: raw::OperatorValue<AccountId>| OperatorValue {
			who: value.who,
			value: value.value.into(),
			fed_at: value.at.into(),
			age: value.age.into(),
			counts: value.counts,
			is_rewarded: value.rewarded,
			earned: token.amount(value.earned),
		};
		Self {
			feed,
			price: state.price.map(|price| FeedPrice::of(price, clocks)),
			is_watched: state.watched,
			has_default_rules: state.by_default,
			rules: FeedRules {
				heartbeat: state.rules.heartbeat.into(),
				min_operators: state.rules.min_operators,
				max_price: state.rules.max_price.map(Number::from),
				reward_interval: state.rules.reward_interval.into(),
				reward: token.amount(state.rules.reward),
			},
			rewards_left: token.amount(state.rewards_left),
			by_operator: state.values.into_iter().map(value).collect(),
		}
	}
}
