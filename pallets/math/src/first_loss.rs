// SPDX-License-Identifier: Apache-2.0

//! The first loss of a sponsor: the money that a pledge needs, and the discount that it earns.

use crate::units::{MILLION, ONE};
use primitive_types::{U256, U512};

/// The money that a pledge of `share_ppm` millionths of `insured` needs, rounded up.
///
/// `None` if it does not fit 128 bits, which requires a share above one.
pub fn needed(insured: u128, share_ppm: u32) -> Option<u128> {
	let product = U256::from(insured).checked_mul(share_ppm.into())?;
	product.checked_add((MILLION - 1).into())?.checked_div(MILLION.into())?.try_into().ok()
}

/// The cover in force beside the cover that is sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
	/// The cover.
	pub insured: u128,
	/// The largest share with which it can have been sold, in millionths.
	pub held_ppm: u32,
}

/// The part of each loss on `cover` that a sponsor bears, in 10^-18, rounded down, against the
/// buyer: `min(share × cover, money − held × insured) / cover`, at least zero.
///
/// `insured` is the cover in force without `cover`, and `held` the largest share with which it can
/// have been sold. The money stands for cover in the order of its
/// sale: what is sold beyond it has no discount, so that no sale takes from the pledge of an
/// earlier one, and pieces are never cheaper than the whole.
///
/// A first loss of `share` of all cover `E` takes at least the part `share` off the expected loss
/// of the underwriters, whatever a loss `X` of at most `E` is: `E[max(X − share × E, 0)]` is convex
/// in `X` and therefore at most `(1 − share) × E[X]`. Source: the stop-loss order, Kaas et al.,
/// Modern Actuarial Risk Theory (2008), chapter 7. Zero for no cover.
pub fn relief(money: u128, share_ppm: u32, earlier: Earlier, cover: u128) -> u128 {
	let parts = |amount: u128, share: u32| U256::from(amount).checked_mul(share.into());
	let relief = || {
		// In millionths of a unit; below 2^160.
		let left = U256::from(money)
			.checked_mul(MILLION.into())?
			.saturating_sub(parts(earlier.insured, earlier.held_ppm)?);
		let borne = U512::from(left.min(parts(cover, share_ppm)?));
		let whole = U512::from(cover).checked_mul(MILLION.into())?;
		u128::try_from(borne.checked_mul(ONE.into())?.checked_div(whole)?).ok()
	};
	// `None` is a share above one, or no cover.
	relief().unwrap_or(0).min(ONE)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	/// The relief of cover beside cover that was sold with the share `held`.
	fn of(money: u128, share: u32, held: u32, insured: u128, cover: u128) -> u128 {
		relief(money, share, Earlier { insured, held_ppm: held }, cover)
	}

	/// Guard: a share that is lowered frees no money that earlier cover was sold with.
	#[test]
	fn relief_should_count_the_share_that_earlier_cover_was_sold_with() {
		// All of the 100 stands for the 200 that were sold at a half.
		assert_eq!(of(100, 100_000, 500_000, 200, 800), 0);
		assert_eq!(of(180, 100_000, 500_000, 200, 800), ONE / 10);
	}

	#[test]
	fn relief_should_be_the_share_while_the_money_lasts() {
		let relief = |money, share, insured, cover| of(money, share, share, insured, cover);
		// 10 % of 1,000 insured are 100 of the 150; 50 are left for 500 of the 1,000.
		assert_eq!(relief(150, 100_000, 1_000, 500), ONE / 10);
		assert_eq!(relief(150, 100_000, 1_000, 1_000), ONE / 20);
		assert_eq!(relief(150, 100_000, 1_500, 1_000), 0);
		assert_eq!((relief(150, 0, 0, 1), relief(150, 100_000, 0, 0), relief(0, 100_000, 0, 1)), (0, 0, 0));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn needed_should_be_the_exact_ceiling(insured in any::<u128>(), share in 0..=1_000_000u32) {
			let exact = (BigUint::from(insured) * share + 999_999u32) / 1_000_000u32;
			prop_assert_eq!(needed(insured, share).map(BigUint::from), Some(exact));
		}

		#[test]
		fn relief_should_be_within_the_share_and_the_money(
			money in any::<u128>(), share in 0..=1_000_000u32, held in 0..=1_000_000u32, insured in any::<u128>(),
			cover in 1..=u128::MAX,
		) {
			let relief = BigUint::from(of(money, share, held, insured, cover));
			prop_assert!(&relief * 1_000_000u32 <= BigUint::from(ONE) * share);
			// With what earlier cover has, never more than the money.
			let (borne, earlier) = (relief * cover / ONE, BigUint::from(insured) * held / 1_000_000u32);
			prop_assert!(borne == BigUint::ZERO || borne + earlier <= BigUint::from(money));
		}

		#[test]
		fn relief_of_pieces_should_be_that_of_the_whole(
			money in 0..1u128 << 100, share in 0..=1_000_000u32, insured in 0..1u128 << 100,
			one in 1..1u128 << 100, other in 1..1u128 << 100,
		) {
			let borne = |relief: u128, cover: u128| BigUint::from(relief) * cover;
			let pieces = borne(of(money, share, share, insured, one), one)
				+ borne(of(money, share, share, insured + one, other), other);
			let whole = borne(of(money, share, share, insured, one + other), one + other);
			// Each is rounded down by less than its cover.
			prop_assert!(pieces <= &whole + (one + other) && whole <= pieces + (one + other));
		}

		#[test]
		fn relief_should_never_fall_with_money_nor_rise_with_insured(
			money in any::<u128>(), more in any::<u128>(), share in 0..=1_000_000u32, insured in any::<u128>(), cover in 1..=u128::MAX,
		) {
			let now = of(money, share, share, insured, cover);
			prop_assert!(of(money.saturating_add(more), share, share, insured, cover) >= now);
			prop_assert!(of(money, share, share, insured.saturating_add(more), cover) <= now);
		}
	}
}
