// SPDX-License-Identifier: Apache-2.0

//! The bond for an incident or an outcome proposal, and the division of a lost bond.

use crate::units::MILLION;
use primitive_types::U256;

/// The largest number of doublings of a bond: the bond is then 256 times the first.
pub const MAX_DOUBLINGS: u32 = 8;

/// The bond for an incident that locks `locked` and keeps `capital` from leaving: the larger of
/// `locked_ppm` millionths of `locked` and `capital_ppm` millionths of `capital`. Each is rounded
/// up, and the bond is at least one unit.
///
/// The part of `capital` bounds how cheaply a large pool can be frozen through a small cover in it.
/// `None` if the bond does not fit 128 bits, which requires parts above one.
pub fn base(locked: u128, capital: u128, locked_ppm: u64, capital_ppm: u64) -> Option<u128> {
	Some(part_up(locked, locked_ppm)?.max(part_up(capital, capital_ppm)?).max(1))
}

/// The bond after `times` doublings, of which at most [`MAX_DOUBLINGS`] count. `None` if it does
/// not fit 128 bits.
pub fn doubled(bond: u128, times: u32) -> Option<u128> {
	bond.checked_mul(1u128.checked_shl(times.min(MAX_DOUBLINGS))?)
}

/// True if an incident was hardly worth its bond: if all that is `claimed` is below the part of the
/// bond in what it locked, `locked_ppm` millionths of `locked`, rounded up.
pub fn is_slight(claimed: u128, locked: u128, locked_ppm: u64) -> bool {
	// A part that does not fit is above all claims.
	part_up(locked, locked_ppm).is_none_or(|least| claimed < least)
}

/// The two halves of a lost bond: the part of the reserve, and the part of those whom the bond made
/// wait. The odd unit goes to the reserve.
pub fn halves(bond: u128) -> (u128, u128) {
	let other = bond / 2;
	// The reserve's part is at least half of the bond.
	(bond.saturating_sub(other), other)
}

/// `ceil(amount × ppm / 10^6)`.
fn part_up(amount: u128, ppm: u64) -> Option<u128> {
	// Below 2^192, as the factors are below 2^128 and 2^64.
	let product = U256::from(amount).checked_mul(ppm.into())?;
	product.checked_add((MILLION - 1).into())?.checked_div(MILLION.into())?.try_into().ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	/// UMA's optimistic oracle with half of the loser's bond burnt: of two bonds of 100 the winner
	/// gets 150 and the store 50 (packages/core/test/foundry/optimistic-oracle-v3 of
	/// UMAprotocol/protocol).
	#[test]
	fn winner_should_get_what_uma_gives() {
		let (reserve, winner) = halves(100);
		assert_eq!((100 + winner, reserve), (150, 50));
	}

	#[test]
	fn claims_should_be_slight_below_the_bond() {
		assert_eq!([4_999, 5_000].map(|claimed| is_slight(claimed, 1_000_000, 5_000)), [true, false]);
		assert_eq!([0, 1].map(|claimed| is_slight(claimed, 1, 5_000)), [true, false]);
		assert!(!is_slight(0, 0, 5_000));
	}

	#[test]
	fn odd_unit_should_go_to_the_reserve() {
		assert_eq!(halves(0), (0, 0));
		assert_eq!(halves(1), (1, 0));
		assert_eq!(halves(101), (51, 50));
	}

	/// Zeitgeist's court: the bond of the n-th appeal is 2^n times the first
	/// (zrml/court/src/tests.rs).
	#[test]
	fn doubled_should_grow_as_zeitgeists_appeals() {
		assert_eq!([0, 1, 2, 3].map(|n| doubled(7, n)), [Some(7), Some(14), Some(28), Some(56)]);
	}

	#[test]
	fn doubled_should_end_at_256_times() {
		assert_eq!(doubled(3, 8), Some(768));
		assert_eq!(doubled(3, u32::MAX), Some(768));
		assert_eq!(doubled(u128::MAX, 1), None);
		assert_eq!(doubled(u128::MAX, 0), Some(u128::MAX));
	}

	#[test]
	fn base_should_be_the_larger_of_both() {
		// Half a percent of a million; five basis points of ten million; a cent of cover in a large
		// pool.
		assert_eq!(base(1_000_000, 0, 5_000, 500), Some(5_000));
		assert_eq!(base(1_000, 10_000_000, 5_000, 500), Some(5_000));
		assert_eq!(base(1, 0, 5_000, 500), Some(1));
		assert_eq!(base(0, 0, 0, 0), Some(1));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn base_should_be_the_exact_ceiling(
			locked in any::<u128>(), capital in any::<u128>(), a in 0u64..=1_000_000, b in 0u64..=1_000_000,
		) {
			let up = |n: u128, ppm: u64| (BigUint::from(n) * ppm + 999_999u32) / 1_000_000u32;
			let expected = up(locked, a).max(up(capital, b)).max(1u32.into());
			prop_assert_eq!(base(locked, capital, a, b).map(BigUint::from), Some(expected));
		}

		#[test]
		fn is_slight_should_be_the_exact_comparison(
			claimed in any::<u128>(), shift in 0u32..128, locked in any::<u128>(), ppm in 0u64..=1_000_000,
		) {
			let claimed = claimed >> shift;
			// Below the ceiling, and so below the exact part.
			let expected = BigUint::from(claimed) * 1_000_000u32 < BigUint::from(locked) * ppm;
			prop_assert_eq!(is_slight(claimed, locked, ppm), expected);
		}

		#[test]
		fn halves_should_be_the_whole(bond in any::<u128>()) {
			let (reserve, other) = halves(bond);
			prop_assert_eq!(reserve.checked_add(other), Some(bond));
			prop_assert!(reserve >= other && reserve - other <= 1);
		}

		#[test]
		fn bonds_should_never_fall_with_what_they_secure(
			locked in 0..u128::MAX / 2, capital in 0..u128::MAX / 2, more in 0..u128::MAX / 2, times in 0u32..20,
		) {
			let at = |p, c| base(p, c, 5_000, 500).and_then(|b| doubled(b, times));
			let least = at(locked, capital);
			for other in [at(locked + more, capital), at(locked, capital + more)] {
				prop_assert!(other >= least || other.is_none());
			}
		}
	}
}
