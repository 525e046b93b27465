// SPDX-License-Identifier: Apache-2.0

//! The statistics of oracle values and of rates: the median, the distance from it, and the weighted
//! mean.

use crate::units::MILLION;
use primitive_types::U256;
use sp_arithmetic::Permill;

/// The median of `values`, which are sorted by it; `None` without any. With an even number of
/// values it is the mean of the middle two, rounded down.
///
/// It is between two honest values as long as fewer than half of the values are not: the breakdown
/// point of the median is one half (Huber, "Robust Statistics", 1981, section 3.2).
///
/// ```
/// use breakwater_math::statistics::median;
///
/// assert_eq!(median(&mut [9, 1, 4]), Some(4));
/// assert_eq!(median(&mut [9, 1, 4, 5]), Some(4));
/// ```
pub fn median(values: &mut [u128]) -> Option<u128> {
	values.sort_unstable();
	let middle = values.len().checked_div(2)?;
	let upper = *values.get(middle)?;
	if values.len() % 2 == 1 {
		return Some(upper);
	}
	let lower = *values.get(middle.checked_sub(1)?)?;
	// floor((lower + upper) / 2): the sum of two numbers of 128 bits need not fit.
	lower.checked_add(upper.checked_sub(lower)?.checked_div(2)?)
}

/// True if `value` is no farther from the `median` than the `tolerance`, as a part of the median:
/// `|value − median| <= median × tolerance`. Exact.
pub fn is_within(value: u128, median: u128, tolerance: Permill) -> bool {
	// Below 2^148.
	let parts = |n: u128, of: u32| U256::from(n).checked_mul(of.into());
	let distance = parts(value.abs_diff(median), MILLION);
	distance.zip(parts(median, tolerance.deconstruct())).is_some_and(|(distance, most)| distance <= most)
}

/// The mean of two rates by their weights: `ceil((a × v + b × w) / (v + w))` for `(a, v)` and
/// `(b, w)`. Rounded up. It is between the two rates. `None` if both weights are zero.
pub fn weighted_mean(one: (u32, u128), other: (u32, u128)) -> Option<u32> {
	// Below 2^161.
	let product = |(rate, weight): (u32, u128)| U256::from(rate).checked_mul(weight.into());
	let sum = product(one)?.checked_add(product(other)?)?;
	let weights = U256::from(one.1).checked_add(other.1.into())?;
	let up = sum.checked_add(weights.saturating_sub(U256::one()))?;
	up.checked_div(weights)?.try_into().ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	#[test]
	fn median_should_be_the_middle_one_or_the_mean_of_two() {
		assert_eq!(median(&mut []), None);
		assert_eq!(median(&mut [7]), Some(7));
		assert_eq!(median(&mut [8, 5]), Some(6));
		assert_eq!(median(&mut [3, 1, 2]), Some(2));
		assert_eq!(median(&mut [u128::MAX, u128::MAX]), Some(u128::MAX));
	}

	#[test]
	fn value_should_be_within_the_band_up_to_its_edge() {
		let percent = Permill::from_percent(1);
		let within = |value| is_within(value, 1_000, percent);
		assert_eq!([989, 990, 1_010, 1_011].map(within), [false, true, true, false]);
		assert!(is_within(u128::MAX, u128::MAX, percent) && !is_within(0, u128::MAX, percent));
		assert!(is_within(0, 0, percent));
	}

	#[test]
	fn weighted_mean_should_be_rounded_up() {
		assert_eq!(weighted_mean((10, 3), (20, 1)), Some(13));
		assert_eq!(weighted_mean((10, 1), (20, 1)), Some(15));
		assert_eq!(weighted_mean((10, 0), (20, 5)), Some(20));
		assert_eq!(weighted_mean((10, 0), (20, 0)), None);
		assert_eq!(weighted_mean((u32::MAX, u128::MAX), (u32::MAX, u128::MAX)), Some(u32::MAX));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		/// By its definition: as many values are at most the median as are at least it.
		#[test]
		fn median_should_have_half_of_the_values_on_each_side(
			mut values in prop::collection::vec(prop_oneof![0u128..10, any::<u128>()], 1..40),
		) {
			let given = values.clone();
			let found = median(&mut values).unwrap();
			let half = given.len().div_ceil(2);
			prop_assert!(given.iter().filter(|value| **value <= found).count() >= given.len() / 2);
			prop_assert!(given.iter().filter(|value| **value >= found).count() >= half);
			if given.len() % 2 == 1 {
				prop_assert!(given.contains(&found));
			} else {
				let (lower, upper) = (values[half - 1], values[half]);
				prop_assert_eq!(BigUint::from(found), (BigUint::from(lower) + upper) / 2u32);
			}
		}

		/// Guard: fewer than half of the operators cannot move the price beyond the others' values.
		#[test]
		fn median_should_stay_among_the_honest_values(
			honest in prop::collection::vec(any::<u128>(), 2..20), others in prop::collection::vec(any::<u128>(), 0..19),
		) {
			let others = &others[..others.len().min(honest.len() - 1)];
			let mut all: Vec<_> = honest.iter().chain(others).copied().collect();
			let found = median(&mut all).unwrap();
			prop_assert!(honest.iter().any(|value| *value <= found) && honest.iter().any(|value| *value >= found));
		}

		#[test]
		fn is_within_should_be_the_exact_comparison(
			value in any::<u128>(), median in any::<u128>(), near in any::<bool>(), tolerance in 0u32..=1_000_000, step in 0u128..3,
		) {
			// At the edge of the tolerance, and anywhere.
			let edge = BigUint::from(median) * tolerance / 1_000_000u32 + step;
			let at_edge = u128::try_from(edge).ok().and_then(|edge| median.checked_add(edge)).unwrap_or(value);
			let value = if near { at_edge } else { value };
			let expected = BigUint::from(value.abs_diff(median)) * 1_000_000u32 <= BigUint::from(median) * tolerance;
			prop_assert_eq!(is_within(value, median, Permill::from_parts(tolerance)), expected);
		}

		#[test]
		fn weighted_mean_should_be_the_exact_ceiling(
			one in any::<(u32, u128)>(), other in any::<(u32, u128)>(), shift in 0u32..128,
		) {
			let (v, w) = (one.1 >> shift, (other.1 >> shift).max(1));
			let weights = BigUint::from(v) + w;
			let exact = (BigUint::from(v) * one.0 + BigUint::from(w) * other.0 + &weights - 1u32) / weights;
			let found = weighted_mean((one.0, v), (other.0, w)).unwrap();
			prop_assert_eq!(BigUint::from(found), exact);
			prop_assert!(found >= one.0.min(other.0) && found <= one.0.max(other.0));
		}
	}
}
