// SPDX-License-Identifier: Apache-2.0

//! The parts of a product: the decision on an event, payout curves, price parameters and terms.

use crate::{interest::InsuredChain, Balance, FeedId, Moment, DAY, HOUR, MAX_PRICE, MINUTE, ONE, YEAR};
use breakwater_math::{average::Side, barrier, payout, price};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::ops::{Range, RangeInclusive};
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

impl Direction {
	/// The breached side of the threshold.
	pub fn side(self) -> Side {
		match self {
			Self::Below => Side::Below,
			Self::Above => Side::Above,
		}
	}
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

	/// True if the feeds count as beyond a threshold together, by `is_beyond` of each.
	pub fn are_beyond(&self, mut is_beyond: impl Iterator<Item = bool>) -> bool {
		match self {
			Self::One(_) | Self::Any { .. } => is_beyond.any(|one| one),
			Self::All { .. } => is_beyond.all(|one| one),
		}
	}

	/// The value of a payment of one if the feeds reach a threshold together, in 10^-18, by the
	/// `values` of each alone. It is never below the exact value.
	pub fn value(&self, values: impl IntoIterator<Item = u128>) -> u128 {
		match self {
			Self::One(_) | Self::Any { .. } => barrier::any_of(values),
			Self::All { .. } => barrier::all_of(values),
		}
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

/// The longest window of a trigger's average, in milliseconds. The log of a feed's price spans it,
/// even if the price changes in every block.
pub const MAX_WINDOW: Moment = 6 * HOUR;

impl Trigger {
	/// The bounds of the window.
	pub const WINDOWS: RangeInclusive<Moment> = MINUTE..=MAX_WINDOW;
	/// The bounds of the duration.
	pub const DURATIONS: RangeInclusive<Moment> = HOUR..=30 * DAY;
	/// The bounds of the threshold: below the largest price of any feed.
	pub const THRESHOLDS: Range<u128> = 1..MAX_PRICE;

	/// The breached side of the threshold.
	pub fn side(&self) -> Side {
		self.direction.side()
	}

	/// The side towards which the deciding one of the averages lies. The worst of them decides if
	/// any can open a breach, the mildest if it takes all. Of one, both are the same.
	pub fn deciding_side(&self) -> Side {
		match self.feeds {
			FeedSet::One(_) | FeedSet::Any { .. } => self.side(),
			FeedSet::All { .. } => self.side().opposite(),
		}
	}

	/// True if a price, or an average, is at or beyond the threshold.
	pub fn is_reached(&self, price: u128) -> bool {
		self.side().breached(price, self.threshold)
	}

	/// True if the prices of its feeds, one of each, are a breach.
	pub fn is_breached(&self, prices: &[u128]) -> bool {
		self.feeds.are_beyond(prices.iter().map(|price| self.is_reached(*price)))
	}

	/// The highest of the prices that the feeds have to pass for everything that it and a `payout`
	/// name.
	pub fn highest(&self, payout: &Payout) -> u128 {
		match (self.direction, payout) {
			(Direction::Above, Payout::Linear { exhaustion, .. }) => self.threshold.max(*exhaustion),
			_ => self.threshold,
		}
	}
}

/// The method of deciding that an event has happened. Never changes for a product.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Decision {
	/// Price feeds.
	#[codec(index = 0)]
	Trigger(Trigger),
	/// People assess the losses of insured accounts.
	#[codec(index = 1)]
	Assessment {
		/// The chain on which the insured accounts are.
		chain: InsuredChain,
	},
}

impl Decision {
	/// The trigger; `None` if people assess.
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
	/// The whole cover. The only payout where people assess: their proposal is an amount.
	#[codec(index = 0)]
	Full,
	/// Linear in the binding average of the observation period: zero at `attachment`, the whole
	/// cover at `exhaustion`.
	#[codec(index = 1)]
	Linear {
		/// The price at which the loss begins, in 10^-18.
		attachment: u128,
		/// The price at which the loss is total, in 10^-18.
		exhaustion: u128,
	},
}

impl Payout {
	/// The loss on `cover` at the binding average of an event, rounded down; see
	/// [`breakwater_math::payout`]. `None` only for a curve without any width.
	pub fn loss(&self, cover: Balance, binding: u128) -> Option<Balance> {
		match *self {
			Self::Full => Some(cover),
			Self::Linear { attachment, exhaustion } => payout::loss(cover, binding, attachment, exhaustion),
		}
	}

	/// True if a decision can measure it. A curve begins at the threshold or beyond it, and ends
	/// farther out. Where people assess, the loss is an amount, and there is no curve.
	pub fn fits(&self, decision: &Decision) -> bool {
		match (*self, decision) {
			(Self::Full, _) => true,
			(Self::Linear { attachment, exhaustion }, Decision::Trigger(trigger)) => {
				let is_farther = !trigger.side().opposite().breached(exhaustion, attachment);
				trigger.is_reached(attachment) && is_farther
			}
			(Self::Linear { .. }, Decision::Assessment { .. }) => false,
		}
	}
}

/// The price of cover: an annual rate that rises with the use of the capacity of all the product's
/// pools together.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PriceTerms {
	/// The least annual rate at zero utilisation, in 10^-18 of the cover. The rate of the product's
	/// risk class and facts is taken if it is higher, and so is that of the option times the
	/// risk margin, see `volatility`.
	pub base: u128,
	/// The utilisation at which the curve bends.
	pub kink: Permill,
	/// The multiple of `base` at the kink, in 10^-18; at least one.
	pub at_kink: u128,
	/// The multiple of `base` at full utilisation, in 10^-18; at least `at_kink`.
	pub at_full: u128,
	/// The yearly movement of the price of each of the trigger's feeds: the standard deviation of
	/// its logarithm, in 10^-18. A policy is an option. The base rate is never below the worth of
	/// this option at this volatility and the live prices. Zero where people assess: there is no
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

impl PriceTerms {
	/// The bounds of the base rate.
	pub const BASES: RangeInclusive<u128> = 1..=price::MAX_BASE;
	/// The bounds of the multiples at the kink and at full utilisation.
	pub const MULTIPLES: RangeInclusive<u128> = ONE..=price::MAX_MULTIPLE;
	/// The bounds of the volatility, where there is a trigger.
	pub const VOLATILITIES: RangeInclusive<u128> = barrier::MIN_VOLATILITY..=barrier::MAX_VOLATILITY;
}

impl Terms {
	/// The bounds of a sold period.
	pub const PERIODS: RangeInclusive<Moment> = DAY..=YEAR;
	/// The longest waiting time.
	pub const MAX_WAITING: Moment = 30 * DAY;
	/// The longest grace.
	pub const MAX_GRACE: Moment = 60 * DAY;
	/// The highest fee of cover that is given back.
	pub const MAX_CANCEL_FEE: Permill = Permill::from_percent(10);
	/// The highest commission of a distributor.
	pub const MAX_COMMISSION: Permill = Permill::from_percent(10);
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
		let chain = InsuredChain::Ethereum { chain_id: 1 };
		assert_eq!(Decision::Assessment { chain }.trigger(), None);
	}

	fn trigger(feeds: FeedSet, direction: Direction) -> Trigger {
		Trigger { feeds, direction, threshold: 100, window: 1, duration: 1 }
	}

	const ANY: FeedSet = FeedSet::Any { first: 1, second: 2, third: None };
	const ALL: FeedSet = FeedSet::All { first: 1, second: 2, third: None };

	#[test]
	fn deciding_average_should_be_the_worst_of_any_and_the_mildest_of_all() {
		let deciding = |feeds, direction| trigger(feeds, direction).deciding_side();
		assert_eq!(deciding(ANY, Direction::Below), Side::Below);
		assert_eq!(deciding(ANY, Direction::Above), Side::Above);
		assert_eq!(deciding(ALL, Direction::Below), Side::Above);
		assert_eq!(deciding(ALL, Direction::Above), Side::Below);
		assert_eq!(deciding(FeedSet::One(1), Direction::Below), Side::Below);
	}

	#[test]
	fn threshold_itself_should_be_a_breach() {
		let reached = |direction| [99, 100, 101].map(|price| trigger(ANY, direction).is_reached(price));
		assert_eq!(reached(Direction::Below), [true, true, false]);
		assert_eq!(reached(Direction::Above), [false, true, true]);
	}

	/// As the automaton sees it: the deciding one of the prices alone.
	#[test]
	fn breach_should_be_that_of_the_deciding_price() {
		let prices = [98, 99, 100, 101, 102];
		for direction in [Direction::Below, Direction::Above] {
			for feeds in [FeedSet::One(1), ANY, ALL] {
				let trigger = trigger(feeds, direction);
				for pair in prices.iter().flat_map(|a| prices.map(|b| [*a, b])) {
					let pair = &pair[..feeds.iter().count()];
					let towards = trigger.deciding_side();
					let deciding = pair.iter().copied().reduce(|a, b| towards.worse(a, b)).unwrap();
					assert_eq!(trigger.is_breached(pair), trigger.is_reached(deciding), "{pair:?}");
				}
			}
		}
	}

	#[test]
	fn value_of_several_should_be_the_sum_for_any_and_the_lowest_for_all() {
		assert_eq!([FeedSet::One(1), ANY, ALL].map(|feeds| feeds.value([30, 40])), [70, 70, 30]);
	}

	#[test]
	fn payout_should_fit_when_the_curve_lies_beyond_the_threshold() {
		let fits = |direction, attachment, exhaustion| {
			let decision = Decision::Trigger(trigger(ANY, direction));
			Payout::Linear { attachment, exhaustion }.fits(&decision)
		};
		let below = [(100, 99), (99, 0), (101, 99), (100, 100), (90, 91)];
		assert_eq!(below.map(|(a, e)| fits(Direction::Below, a, e)), [true, true, false, false, false]);
		let above = [(100, 101), (101, 200), (99, 101), (100, 100), (110, 109)];
		assert_eq!(above.map(|(a, e)| fits(Direction::Above, a, e)), [true, true, false, false, false]);
		let assessed = Decision::Assessment { chain: InsuredChain::Ethereum { chain_id: 1 } };
		assert!(Payout::Full.fits(&assessed));
		assert!(!Payout::Linear { attachment: 2, exhaustion: 1 }.fits(&assessed));
	}

	#[test]
	fn payout_should_be_all_or_by_its_curve() {
		let curve = Payout::Linear { attachment: 100, exhaustion: 90 };
		assert_eq!(
			[101, 100, 97, 90, 0].map(|binding| curve.loss(50, binding)),
			[0, 0, 15, 50, 50].map(Some)
		);
		assert_eq!(Payout::Full.loss(50, 100), Some(50));
		assert_eq!(Payout::Linear { attachment: 1, exhaustion: 1 }.loss(50, 0), None);
	}

	#[test]
	fn longest_cover_should_be_within_the_time_that_prices_allow() {
		let bound = price::bound_time(*Terms::PERIODS.end(), Terms::MAX_GRACE);
		assert!(bound.is_some_and(|time| time <= price::MAX_TIME));
		// An option is valued until the end of an extension that begins at the end of the longest.
		assert!(2 * Terms::PERIODS.end() <= barrier::MAX_TIME);
	}

	#[test]
	fn highest_price_should_be_the_end_of_a_rising_curve() {
		let highest = |direction, payout| trigger(ANY, direction).highest(&payout);
		let curve = |attachment, exhaustion| Payout::Linear { attachment, exhaustion };
		assert_eq!(highest(Direction::Below, curve(100, 90)), 100);
		assert_eq!(highest(Direction::Above, curve(100, 130)), 130);
		assert_eq!(highest(Direction::Above, Payout::Full), 100);
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
