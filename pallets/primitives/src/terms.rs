// SPDX-License-Identifier: Apache-2.0

//! The parts of a product: the decision on an event, payout curves, price parameters and terms.

use crate::{interest::PositionChain, Balance, FeedId, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::Permill;

/// The side of the threshold on which an average is a breach.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Direction {
	/// A breach is an average at or below the threshold (a depeg).
	#[codec(index = 0)]
	Below,
	/// A breach is an average at or above the threshold.
	#[codec(index = 1)]
	Above,
}

/// The most feeds that one trigger can watch.
pub const MAX_FEEDS_PER_TRIGGER: u32 = 3;

/// The feeds that a trigger watches, and the way they count together. Each millisecond one of their
/// averages decides. The decision needs all of them: while one has no full window of fresh data, no
/// decision is made.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum FeedSet {
	/// One feed. Its average decides.
	#[codec(index = 0)]
	One(FeedId),
	/// A breach lasts only while every feed's average is at or beyond the threshold: the mildest
	/// average decides.
	#[codec(index = 1)]
	All {
		/// A feed.
		first: FeedId,
		/// Another one.
		second: FeedId,
		/// A further one, if there is one.
		third: Option<FeedId>,
	},
	/// A breach begins as soon as one feed's average is at or beyond the threshold: the worst
	/// average decides.
	#[codec(index = 2)]
	Any {
		/// A feed.
		first: FeedId,
		/// Another one.
		second: FeedId,
		/// A further one, if there is one.
		third: Option<FeedId>,
	},
}

impl FeedSet {
	/// The feeds, in their order.
	pub fn iter(&self) -> impl Iterator<Item = FeedId> {
		let (first, second, third) = match *self {
			Self::One(feed) => (feed, None, None),
			Self::All { first, second, third } | Self::Any { first, second, third } => {
				(first, Some(second), third)
			}
		};
		[Some(first), second, third].into_iter().flatten()
	}

	/// True if `feed` is one of them.
	pub fn contains(&self, feed: FeedId) -> bool {
		self.iter().any(|own| own == feed)
	}

	/// True if no feed is named twice.
	pub fn are_distinct(&self) -> bool {
		self.iter().all(|feed| self.iter().filter(|other| *other == feed).count() == 1)
	}
}

/// The condition under which feeds decide that an event has happened. A product's trigger never
/// changes.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Trigger {
	/// The feeds that are watched, and the way they count together. Everything else here is the
	/// same for each of them.
	pub feeds: FeedSet,
	/// The side of the threshold that is a breach.
	pub direction: Direction,
	/// The price, in 10^-18 of the quote unit, that the average has to reach.
	pub threshold: u128,
	/// The length of the time-weighted average, in milliseconds.
	pub window: Moment,
	/// The time that the breach has to last, without interruption, before claims are paid; in
	/// milliseconds. The same time of recovery re-arms the trigger.
	pub duration: Moment,
}

/// The method of deciding that an event has happened. Never changes for a product.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Decision {
	/// Price feeds.
	#[codec(index = 0)]
	Trigger(Trigger),
	/// People judge the losses of insured positions.
	#[codec(index = 1)]
	Assessment {
		/// The chain on which the insured positions are.
		chain: PositionChain,
	},
}

impl Decision {
	/// The trigger; `None` if people judge.
	pub fn trigger(&self) -> Option<&Trigger> {
		match self {
			Self::Trigger(trigger) => Some(trigger),
			Self::Assessment { .. } => None,
		}
	}
}

/// The part of the cover that an upheld incident pays.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Payout {
	/// The whole cover. The only payout where people judge: their ruling is an amount.
	#[codec(index = 0)]
	Full,
	/// Linear in the worst average of the observation period: zero at `attachment`, the whole cover
	/// at `exhaustion`.
	#[codec(index = 1)]
	Linear {
		/// The price at which the loss begins, in 10^-18.
		attachment: u128,
		/// The price at which the loss is total, in 10^-18.
		exhaustion: u128,
	},
}

/// The price of cover: an annual rate that rises with the use of a pool's capacity for the product.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PriceTerms {
	/// The least annual rate at zero utilisation, in 10^-18 of the cover. The rate of the product's
	/// risk class and facts is taken if it is higher, and so is that of the option, see
	/// `volatility`.
	pub base: u128,
	/// The utilisation at which the curve bends.
	pub kink: Permill,
	/// The multiple of `base` at the kink, in 10^-18; at least one.
	pub at_kink: u128,
	/// The multiple of `base` at full utilisation, in 10^-18; at least `at_kink`.
	pub at_full: u128,
	/// The yearly movement of the price of each of the trigger's feeds: the standard deviation of
	/// its logarithm, in 10^-18. A policy is an option. The base rate is never below the worth of
	/// this option at this volatility and the live prices. Zero where people judge: there is no
	/// option.
	pub volatility: u128,
}

/// One version of a product's terms. A policy keeps the version it was bought under.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Terms {
	/// The hash of the wording that people read. The place of the wording is kept beside the terms.
	pub wording: [u8; 32],
	/// The shortest period for sale, in milliseconds.
	pub min_period: Moment,
	/// The longest period for sale, in milliseconds.
	pub max_period: Moment,
	/// Time from the purchase until cover begins, in milliseconds of wall-clock time.
	pub waiting: Moment,
	/// Time after the period's end in which an incident can still be claimed, in milliseconds of
	/// active time.
	pub grace: Moment,
	/// The part of a loss that the holder bears.
	pub coinsurance: Permill,
	/// The amount taken off each claim, in the asset's units.
	pub deductible: Balance,
	/// The part of the refunded premium that the pools keep, when cover is given back.
	pub cancel_fee: Permill,
	/// The highest commission of the distributor who brings a buyer, as a part of the premium.
	pub max_commission: Permill,
	/// The smallest cover for sale, in the asset's units.
	pub min_cover: Balance,
	/// The largest cover for sale to one policy, in the asset's units.
	pub max_cover: Balance,
	/// The most that all policies of the product together may cover, in the asset's units. A policy
	/// counts with the cover it has left, as long as its record is kept.
	pub max_total: Balance,
	/// The part of the cover that an upheld incident pays.
	pub payout: Payout,
	/// The price.
	pub price: PriceTerms,
}

/// The availability of a product for sale.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum ProductStatus {
	/// For sale.
	#[codec(index = 0)]
	Active,
	/// Not for sale for now; live cover goes on.
	#[codec(index = 1)]
	Paused,
	/// Never for sale again; live cover runs out.
	#[codec(index = 2)]
	Retired,
	/// Retired, without a policy, and off its feed: kept for history only.
	#[codec(index = 3)]
	Delisted,
}

impl ProductStatus {
	/// True if the product will never be for sale again.
	pub fn is_final(self) -> bool {
		matches!(self, Self::Retired | Self::Delisted)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use alloc::vec::Vec;

	#[test]
	fn decision_should_have_a_trigger_when_a_feed_decides() {
		let feeds = FeedSet::One(1);
		let trigger = Trigger { feeds, direction: Direction::Below, threshold: 1, window: 1, duration: 1 };
		assert_eq!(Decision::Trigger(trigger).trigger(), Some(&trigger));
		let chain = PositionChain::Ethereum { chain_id: 1 };
		assert_eq!(Decision::Assessment { chain }.trigger(), None);
	}

	#[test]
	fn feeds_should_be_listed_in_their_order() {
		let listed = |feeds: FeedSet| feeds.iter().collect::<Vec<_>>();
		assert_eq!(listed(FeedSet::One(7)), [7]);
		assert_eq!(listed(FeedSet::All { first: 7, second: 3, third: None }), [7, 3]);
		let three = FeedSet::Any { first: 7, second: 3, third: Some(5) };
		assert_eq!(listed(three), [7, 3, 5]);
		assert_eq!(three.iter().count(), MAX_FEEDS_PER_TRIGGER as usize);
		assert!(three.contains(5) && !three.contains(4));
	}

	#[test]
	fn feeds_should_not_be_distinct_when_one_is_named_twice() {
		assert!(FeedSet::One(1).are_distinct());
		assert!(FeedSet::All { first: 1, second: 2, third: None }.are_distinct());
		assert!(FeedSet::Any { first: 1, second: 2, third: Some(3) }.are_distinct());
		for (first, second, third) in
			[(1, 1, None), (1, 1, Some(2)), (1, 2, Some(1)), (2, 1, Some(1)), (1, 1, Some(1))]
		{
			assert!(!FeedSet::All { first, second, third }.are_distinct());
			assert!(!FeedSet::Any { first, second, third }.are_distinct());
		}
	}
}
