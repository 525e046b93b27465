//! Triggers, payout curves, price parameters and terms of a product.

use crate::{Balance, FeedId, Moment};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::Permill;

/// On which side of the threshold the average has to be for a breach.
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

/// When a feed decides that an event has happened. A product's trigger never changes.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Trigger {
	/// The feed that is watched.
	pub feed: FeedId,
	/// The side of the threshold that is a breach.
	pub direction: Direction,
	/// The price, in 10^-18 of the quote unit, that the average has to reach.
	pub threshold: u128,
	/// The length of the time-weighted average, in milliseconds.
	pub window: Moment,
	/// How long the breach has to last, without interruption, before claims are paid; in milliseconds. The same time
	/// of recovery re-arms the trigger.
	pub duration: Moment,
}

/// What part of the cover an upheld incident pays.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Payout {
	/// The whole cover.
	#[codec(index = 0)]
	Full,
	/// Linear in the worst average of the observation period: nothing at `attachment`, everything at `exhaustion`.
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
	/// The annual rate at zero utilisation, in 10^-18 of the cover; the least, see `volatility`.
	pub base: u128,
	/// The utilisation at which the curve bends.
	pub kink: Permill,
	/// The multiple of `base` at the kink, in 10^-18; at least one.
	pub at_kink: u128,
	/// The multiple of `base` at full utilisation, in 10^-18; at least `at_kink`.
	pub at_full: u128,
	/// How much the price of the trigger's feed moves in a year: the standard deviation of its logarithm, in 10^-18. The
	/// base rate is never below what the option is worth that the policy is, with it and the live price.
	pub volatility: u128,
}

/// One version of a product's terms. A policy keeps the version it was bought under.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Terms {
	/// The hash of the wording that people read.
	pub wording: [u8; 32],
	/// The shortest period for sale, in milliseconds.
	pub min_period: Moment,
	/// The longest period for sale, in milliseconds.
	pub max_period: Moment,
	/// Time from the purchase until cover begins, in milliseconds of wall-clock time.
	pub waiting: Moment,
	/// Time after the period's end in which an incident can still be claimed, in milliseconds of active time.
	pub grace: Moment,
	/// The part of a loss that the holder bears himself.
	pub coinsurance: Permill,
	/// The amount taken off each claim, in the asset's units.
	pub deductible: Balance,
	/// The part of the premium that comes back for cover which is given back, that the pools keep.
	pub cancel_fee: Permill,
	/// The highest commission for who brings a buyer, as a part of the premium.
	pub max_commission: Permill,
	/// The smallest cover for sale, in the asset's units.
	pub min_cover: Balance,
	/// The largest cover for sale to one policy, in the asset's units.
	pub max_cover: Balance,
	/// What part of the cover an upheld incident pays.
	pub payout: Payout,
	/// The price.
	pub price: PriceTerms,
}

/// Whether a product is for sale.
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
}
