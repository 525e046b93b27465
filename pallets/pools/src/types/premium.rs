// SPDX-License-Identifier: Apache-2.0

//! Premium: its parts when it is earned, the fees payable of those who are not underwriters, and
//! the streams that end on one day or are pledged.

use breakwater_math::stream::Books;
use breakwater_primitives::Balance;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::U256;

/// The parts of earned premium, in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Split {
	/// For the reserve, as its share.
	pub reserve: Balance,
	/// For the reserve, because no tranche bears the risk.
	pub residual: Balance,
	/// For the treasury.
	pub treasury: Balance,
	/// For the manager.
	pub manager: Balance,
	/// For the reserve, in repayment of what it lent.
	pub loan: Balance,
	/// For the senior tranche.
	pub senior: Balance,
	/// For the junior tranche.
	pub junior: Balance,
}

/// Earned premium that waits to be handed over, in the asset's units.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct FeesPayable {
	/// For the reserve: its share of the premium, which counts as the pool's contribution.
	pub reserve: Balance,
	/// For the reserve besides: premium for which no tranche bears the risk, and the rest of a
	/// exhausted tranche. It is no contribution of the pool.
	pub residual: Balance,
	/// For the treasury.
	pub treasury: Balance,
	/// For the pool's manager.
	pub manager: Balance,
	/// For the reserve, in repayment of what it lent.
	pub loan: Balance,
}

impl FeesPayable {
	/// The sum of all fees payable. `None` if it does not fit.
	pub fn total(&self) -> Option<Balance> {
		self.reserve
			.checked_add(self.residual)?
			.checked_add(self.treasury)?
			.checked_add(self.manager)?
			.checked_add(self.loan)
	}

	/// True if all fees payable are zero.
	pub fn are_none(&self) -> bool {
		*self == Self::default()
	}
}

/// The amounts that the roundings of earlier splits still owe to each payee. With them, splitting a
/// premium in a thousand small parts gives each payee the same as splitting it once.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Rests {
	/// To the reserve, in millionths of a unit.
	pub reserve: u32,
	/// To the treasury, in millionths of a unit.
	pub treasury: u32,
	/// To the manager, in millionths of a unit.
	pub manager: u32,
	/// To the reserve in repayment of its loan, in 2^-64 of a unit.
	pub loan: u64,
	/// To the senior tranche, in 2^-64 of a unit.
	pub senior: u64,
}

/// A pool's debt to the reserve, and the premium out of which it is repaid.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Pledge {
	/// The amount still owed, in the asset's units.
	pub owed: Balance,
	/// The streams that were running at the last draw. The same steps as on the pool's books are
	/// taken on them.
	pub books: Books,
}

/// The streams that end at one day boundary.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PremiumBucket {
	/// The sum of their rates, in scaled units a millisecond.
	pub rate: U256,
	/// The sum of their remainders, in scaled units.
	pub remainder: U256,
	/// The part of `rate` that began after the reserve's loan number `generation`.
	pub fresh_rate: U256,
	/// The part of `remainder` that began after the reserve's loan number `generation`.
	pub fresh_remainder: U256,
	/// The number of the loan that the fresh part is about. At a later loan everything was pledged
	/// anew, and the fresh part is void.
	pub generation: u32,
	/// The part of `rate` that no policy has any more: the premium that the pool retains of cover
	/// that was given back.
	pub retained_rate: U256,
	/// The part of `remainder` that no policy has any more.
	pub retained_remainder: U256,
}

impl PremiumBucket {
	/// Rate and remainder of the streams that are not pledged, in a pool whose last loan is number
	/// `generation`.
	pub fn fresh(&self, generation: u32) -> (U256, U256) {
		if self.generation == generation {
			(self.fresh_rate, self.fresh_remainder)
		} else {
			(U256::zero(), U256::zero())
		}
	}

	/// Rate and remainder of the pledged streams. `None` if the fresh ones are more than all.
	pub fn pledged(&self, generation: u32) -> Option<(U256, U256)> {
		let (rate, remainder) = self.fresh(generation);
		Some((self.rate.checked_sub(rate)?, self.remainder.checked_sub(remainder)?))
	}

	/// The bucket after one stream of rate and remainder `old` became `new`. `fresh_generation` is
	/// that of the pool. `is_fresh` is true if the stream is not pledged. `None` if a sum does not
	/// fit, or if `old` is more than the bucket has.
	pub fn replaced(
		self,
		fresh_generation: Option<u32>,
		is_fresh: bool,
		old: (U256, U256),
		new: (U256, U256),
	) -> Option<Self> {
		let change = |value: U256, old: U256, new: U256| value.checked_sub(old)?.checked_add(new);
		let (fresh_rate, fresh_remainder) = match fresh_generation {
			None => (U256::zero(), U256::zero()),
			Some(generation) => {
				let (rate, remainder) = self.fresh(generation);
				if is_fresh {
					(change(rate, old.0, new.0)?, change(remainder, old.1, new.1)?)
				} else {
					(rate, remainder)
				}
			}
		};
		Some(Self {
			rate: change(self.rate, old.0, new.0)?,
			remainder: change(self.remainder, old.1, new.1)?,
			fresh_rate,
			fresh_remainder,
			generation: fresh_generation.unwrap_or(self.generation),
			..self
		})
	}

	/// The bucket after a stream of rate and remainder `more`, which is among its streams already,
	/// was left without a policy.
	pub fn retaining(self, more: (U256, U256)) -> Option<Self> {
		Some(Self {
			retained_rate: self.retained_rate.checked_add(more.0)?,
			retained_remainder: self.retained_remainder.checked_add(more.1)?,
			..self
		})
	}

	/// True if no stream ends here.
	pub fn is_empty(&self) -> bool {
		self.rate.is_zero() && self.remainder.is_zero()
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::types::{Pool, PoolOptions};
	use breakwater_primitives::AssetId;
	use sp_runtime::Permill;

	fn n(value: u64) -> U256 {
		value.into()
	}

	#[test]
	fn bucket_should_forget_fresh_streams_at_the_next_loan() {
		let bucket = PremiumBucket::default().replaced(None, true, (n(0), n(0)), (n(5), n(1))).unwrap();
		assert_eq!(bucket.pledged(1), Some((n(5), n(1))));
		let bucket = bucket.replaced(Some(1), true, (n(0), n(0)), (n(7), n(2))).unwrap();
		assert_eq!(
			(bucket.rate, bucket.fresh(1), bucket.pledged(1)),
			(n(12), (n(7), n(2)), Some((n(5), n(1))))
		);
		// A pledged stream changes, then the reserve lends again, then a stream begins.
		let bucket = bucket.replaced(Some(1), false, (n(5), n(1)), (n(3), n(0))).unwrap();
		assert_eq!((bucket.fresh(1), bucket.pledged(1)), ((n(7), n(2)), Some((n(3), n(0)))));
		assert_eq!(bucket.pledged(2), Some((n(10), n(2))));
		let bucket = bucket.replaced(Some(2), true, (n(0), n(0)), (n(1), n(0))).unwrap();
		assert_eq!((bucket.fresh(2), bucket.pledged(2)), ((n(1), n(0)), Some((n(10), n(2)))));
		assert_eq!(
			bucket.replaced(Some(2), true, (n(2), n(0)), (n(0), n(0))),
			None,
			"not among the fresh ones"
		);
	}

	#[test]
	fn bucket_should_know_what_no_policy_has_any_more() {
		let bucket = PremiumBucket::default().replaced(None, true, (n(0), n(0)), (n(5), n(1))).unwrap();
		// Two of the five stay, one of them without a policy.
		let bucket = bucket.replaced(None, true, (n(5), n(1)), (n(2), n(1))).unwrap();
		let bucket = bucket.retaining((n(1), n(1))).unwrap();
		assert_eq!((bucket.rate, bucket.retained_rate, bucket.retained_remainder), (n(2), n(1), n(1)));
		let bucket = bucket.replaced(None, true, (n(1), n(0)), (n(0), n(0))).unwrap();
		assert_eq!((bucket.rate, bucket.retained_rate, bucket.is_empty()), (n(1), n(1), false));
		assert_eq!(bucket.retaining((U256::MAX, n(0))), None);
	}

	#[test]
	fn pledge_should_be_over_if_its_books_cannot_follow() {
		let options = PoolOptions {
			leverage: 100,
			fee: Permill::zero(),
			senior_factor: Permill::one(),
			is_private: false,
		};
		let asset = AssetId::Native;
		let mut pool = Pool { generation: 1, ..Pool::new(asset, (), options, 0, 0) };
		assert_eq!(pool.pledge_step(|books| Some((books, 9))), 0, "nothing is owed");
		let books = Books { rate: n(1), unearned: n(2), carry: n(0) };
		pool.pledge = Some(Pledge { owed: 5, books });
		assert!(pool.is_pledged(0) && !pool.is_pledged(1));
		assert_eq!(pool.pledge_step(|books| Some((books, 9))), 9);
		assert_eq!(pool.pledge_step(|_| None), 0);
		assert_eq!(pool.pledge, Some(Pledge { owed: 5, books: Books::default() }));
	}
}
