// SPDX-License-Identifier: Apache-2.0

//! Capital that backs policies. Implemented by the pools, used by the policies.

use super::{Active, Wall};
use crate::{
	Balance, Day, IncidentId, PoolId, PremiumSplit, ProductId, MAX_DAYS_BEHIND, MAX_PRODUCTS_PER_POOL, ONE,
};
use alloc::vec::Vec;
use breakwater_math::refund;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_core::U256;
use sp_runtime::{DispatchError, Permill};

/// The premium of one policy as it streams to its pool: `rate` per millisecond until `boundary`,
/// and `remainder` at `boundary`. Both are scaled by [`STREAM_SCALE`].
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Stream {
	/// Scaled units per millisecond.
	pub rate: U256,
	/// Scaled units released at the boundary.
	pub remainder: U256,
	/// The wall-clock day at whose beginning the stream ends.
	pub boundary: Day,
	/// The number of loans that the reserve had made to the pool when the stream began. A stream
	/// that began before the last loan is pledged for it as long as the loan lasts.
	pub generation: u32,
}

/// Scaled units of a stream in one unit of the asset.
pub const STREAM_SCALE: u128 = 1 << 64;

/// The place a product has in one pool.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LineState {
	/// Cover in force on the product.
	pub exposure: Balance,
	/// The most the product may be exposed to: its weight of the available capital, or less where
	/// another limit than that of a single policy binds first. Cover that is sold on the product
	/// does not change it.
	pub capacity: Balance,
	/// The largest policy that all limits allow now.
	pub room: Balance,
	/// The most that one policy may have in the pool, its cover until now counted.
	pub largest: Balance,
}

/// The part of the unearned premium that comes back for cover that is given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refund {
	/// The worth of the rest of the cover now as a part of the price it was sold for, in 10^-18; at
	/// most one.
	pub worth: u128,
	/// The part of that worth which the pool keeps as its fee.
	pub fee: Permill,
}

impl Refund {
	/// A refund of the whole unearned premium.
	pub const WHOLE: Self = Self { worth: ONE, fee: Permill::zero() };

	/// Returns the refund for `unearned` units: their worth, rounded down, less the fee, rounded
	/// up. It is never above `unearned`.
	pub fn of(&self, unearned: Balance) -> Balance {
		refund::refund(unearned, self.worth, self.fee)
	}
}

/// A pool's part of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backing {
	/// The pool.
	pub pool: PoolId,
	/// The product.
	pub product: ProductId,
	/// The part's cover in force, in the asset's units.
	pub cover: Balance,
	/// The end of the cover.
	pub expires: Active,
	/// The part's premium.
	pub stream: Stream,
}

/// The ends of cover and of its premium, each by its own clock.
///
/// ```
/// use breakwater_primitives::{Active, Ends, Wall};
/// let ends = Ends { expires: Active(1), until: Wall(2) };
/// ```
///
/// Swapped moments do not compile:
///
/// ```compile_fail,E0308
/// use breakwater_primitives::{Active, Ends, Wall};
/// let ends = Ends { expires: Wall(2), until: Active(1) };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
	/// The end of the cover.
	pub expires: Active,
	/// The end of the premium: it is earned until the end of the day in which this moment lies.
	pub until: Wall,
}

/// A fraction of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
	/// The part; at most the whole.
	pub part: Balance,
	/// The whole.
	pub of: Balance,
}

/// The kind of a sale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sale {
	/// New cover, or an extension that is ordered now.
	New,
	/// A renewal that was ordered before. It goes on while incidents freeze the pool. A holder who
	/// does not know of the event is therefore not left without cover. A holder who knows of it
	/// gains no advantage, as the renewal is void if the incident is upheld.
	Renewal {
		/// The incident that is open on the product. The capital that it has locked stands behind
		/// the very cover that is renewed, except for the amount that is claimed of it.
		incident: Option<IncidentId>,
	},
}

/// The size of a pool, on which the cost of work with it depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct PoolSize {
	/// The products that it underwrites.
	pub lines: u32,
	/// The day boundaries that it is taken over first.
	pub days: u32,
	/// True if a loan of the reserve is out, whose rest is written off with the last premium that
	/// is pledged for it.
	pub has_loan: bool,
}

impl PoolSize {
	/// The smallest pool that backs cover: one product, up to date, no loan.
	pub const LEAST: Self = Self { lines: 1, days: 0, has_loan: false };
	/// The largest pool, as far behind as work catches up.
	pub const MOST: Self = Self { lines: MAX_PRODUCTS_PER_POOL, days: MAX_DAYS_BEHIND, has_loan: true };
}

/// The kinds of work with a pool's cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverWork {
	/// A product's place is asked for.
	Line,
	/// Cover is opened.
	Open,
	/// Cover is extended.
	Extend,
	/// Cover is used by a claim.
	Use,
	/// Cover is reduced.
	Reduce,
	/// Cover is shortened.
	Shorten,
}

/// Capital that backs policies. Premiums are credits of one asset. On an error they come back with
/// it.
pub trait Underwriting<Credit> {
	/// The pools that may sell cover on a product; at most [`crate::MAX_SELLING_POOLS`].
	fn pools_of(product: ProductId) -> Vec<PoolId>;
	/// The place of a product in a pool, as of now. Refused while the pool is not open or not
	/// accrued. A new sale is also refused while the pool is frozen.
	fn line(pool: PoolId, product: ProductId, sale: Sale) -> Result<LineState, DispatchError>;
	/// The size of a pool as work finds it now.
	fn size_of(pool: PoolId) -> PoolSize;
	/// The most weight of a piece of work with a pool of this size, however it ends.
	fn weight(work: CoverWork, size: PoolSize) -> Weight;
	/// Back new cover for `premium`. Checks every limit of capacity.
	fn open_cover(
		pool: PoolId,
		product: ProductId,
		cover: Balance,
		premium: Credit,
		ends: Ends,
	) -> Result<Stream, (DispatchError, Credit)>;
	/// Back a policy's part until later ends, for `premium`. The premium is earned with the rest of
	/// the part's stream until the new end. Every limit of capacity must hold with it, except the
	/// limit of one policy, which the policy kept when it was sold. Refused for a stream that is
	/// pledged for a loan of the reserve.
	fn extend_cover(
		backing: &Backing,
		premium: Credit,
		ends: Ends,
		sale: Sale,
	) -> Result<Stream, (DispatchError, Credit)>;
	/// Take `used` of a policy's part out of the pool's exposure after it was claimed, and earn the
	/// same fraction of its unearned premium at once. Returns the rest of the stream. Never refused
	/// because the pool is not caught up. The amounts are those of this day only if the pool is not
	/// far behind, see [`crate::LossSettlement::is_far_behind`].
	fn use_cover(backing: &Backing, used: Balance) -> Result<Stream, DispatchError>;
	/// Take `by` of a policy's part out of the pool's exposure because the policy is cancelled or
	/// its cover lowered. Exactly `floor(unearned × by / cover)` of its premium leaves its stream.
	/// Of that amount [`Refund::of`] comes back. All of it comes back if a loss left the pool with
	/// less than is required and the stream is not pledged for a loan. The pool retains the rest,
	/// which is earned until the end of the stream and is pledged if the stream is. Returns the
	/// rest of the stream, zero if `by` is the whole cover. Refused while the pool is frozen or not
	/// caught up.
	fn reduce_cover(
		backing: &Backing,
		by: Balance,
		refund: Refund,
	) -> Result<(Stream, Credit), DispatchError>;
	/// Take the last renewal of a policy's part back: it has the earlier `ends` again. Exactly
	/// `floor(unearned × back)` of its premium leaves its stream and comes back. The rest is earned
	/// until the earlier end, or at once if that end is over. Never refused because the pool is
	/// frozen, not open or not accrued. The amounts are those of this day only if the pool is not
	/// far behind, see [`crate::LossSettlement::is_far_behind`].
	fn shorten_cover(
		backing: &Backing,
		ends: Ends,
		back: Fraction,
	) -> Result<(Stream, Credit), DispatchError>;
	/// The unearned rest of a stream, in scaled units, at the moment up to which the pool is caught
	/// up.
	fn unearned(pool: PoolId, stream: &Stream) -> U256;
	/// The shares in a premium as it is earned, as of today; for people. `None` for an unknown
	/// pool.
	fn split(pool: PoolId, premium: Balance) -> Option<PremiumSplit>;
}

impl<Credit> Underwriting<Credit> for () {
	fn pools_of(_: ProductId) -> Vec<PoolId> {
		Vec::new()
	}
	fn line(_: PoolId, _: ProductId, _: Sale) -> Result<LineState, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn size_of(_: PoolId) -> PoolSize {
		PoolSize::LEAST
	}
	fn weight(_: CoverWork, _: PoolSize) -> Weight {
		Weight::zero()
	}
	fn open_cover(
		_: PoolId,
		_: ProductId,
		_: Balance,
		premium: Credit,
		_: Ends,
	) -> Result<Stream, (DispatchError, Credit)> {
		Err((DispatchError::Unavailable, premium))
	}
	fn extend_cover(
		_: &Backing,
		premium: Credit,
		_: Ends,
		_: Sale,
	) -> Result<Stream, (DispatchError, Credit)> {
		Err((DispatchError::Unavailable, premium))
	}
	fn use_cover(_: &Backing, _: Balance) -> Result<Stream, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn reduce_cover(_: &Backing, _: Balance, _: Refund) -> Result<(Stream, Credit), DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn shorten_cover(_: &Backing, _: Ends, _: Fraction) -> Result<(Stream, Credit), DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn unearned(_: PoolId, _: &Stream) -> U256 {
		U256::zero()
	}
	fn split(_: PoolId, _: Balance) -> Option<PremiumSplit> {
		None
	}
}
