// SPDX-License-Identifier: Apache-2.0

//! The part of the cover that an average pays.

use primitive_types::U256;

/// The loss on `cover` for the average `binding`. It is linear between `attachment` (no loss)
/// and `exhaustion` (all of the cover). The three prices have the same unit.
///
/// An attachment above the exhaustion insures against falling prices, one below it against rising
/// prices. At or before the attachment the loss is zero. At or beyond the exhaustion it is `cover`.
/// Between them it is rounded down, against the holder. `None` if both are the same price, as the
/// side of the loss is then undefined.
pub fn loss(cover: u128, binding: u128, attachment: u128, exhaustion: u128) -> Option<u128> {
	let (gone, span) = if attachment > exhaustion {
		(attachment.saturating_sub(binding), attachment.checked_sub(exhaustion)?)
	} else {
		// Saturation: an average that has not reached the attachment has gone no part of the way.
		(binding.saturating_sub(attachment), exhaustion.checked_sub(attachment)?)
	};
	if span == 0 {
		return None;
	}
	if gone >= span {
		return Some(cover);
	}
	// `gone < span`, so the quotient is below `cover` and fits.
	let part = U256::from(cover).checked_mul(U256::from(gone))?.checked_div(U256::from(span))?;
	part.try_into().ok()
}

/// The part of `amount` that falls on the piece between `from` and `to` of `total`:
/// `floor(amount × to / total) − floor(amount × from / total)`.
///
/// The portions of adjacent pieces add up to the portion of the whole, to the unit. By rounding, a
/// portion differs from the exact share by less than one unit. It is never above its piece if the
/// amount is at most the total. `None` for a total of zero, and unless `from <= to <= total`.
pub fn portion(amount: u128, from: u128, to: u128, total: u128) -> Option<u128> {
	if from > to || to > total {
		return None;
	}
	// At most `amount`.
	let up_to = |mark: u128| {
		let parts = U256::from(amount).checked_mul(mark.into())?;
		u128::try_from(parts.checked_div(total.into())?).ok()
	};
	up_to(to)?.checked_sub(up_to(from)?)
}

/// The portions of `amount` that fall on adjacent `pieces` of `total`, in their order: see
/// [`portion`]. The part of the pieces that is beyond the total gets zero.
///
/// Together they are `amount`, to the unit, if the pieces are at least the total. A portion is
/// `None` for a total of zero, and from the first piece on with which the sum does not fit.
pub fn portions(
	amount: u128,
	pieces: impl IntoIterator<Item = u128>,
	total: u128,
) -> impl Iterator<Item = Option<u128>> {
	let mut end = Some(0u128);
	pieces.into_iter().map(move |piece| {
		let from = end?;
		end = from.checked_add(piece);
		portion(amount, from.min(total), end?.min(total), total)
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{testing::cases, units::ONE};
	use num_bigint::BigUint;
	use proptest::prelude::*;

	#[test]
	fn loss_should_be_linear_when_prices_fall() {
		let (a, e) = (97 * ONE / 100, 90 * ONE / 100);
		assert_eq!(loss(1_000, ONE, a, e), Some(0));
		assert_eq!(loss(1_000, a, a, e), Some(0));
		assert_eq!(loss(1_000, a - 1, a, e), Some(0));
		assert_eq!(loss(7_000, 96 * ONE / 100, a, e), Some(1_000));
		assert_eq!(loss(1_000, e + 1, a, e), Some(999));
		assert_eq!(loss(1_000, e, a, e), Some(1_000));
		assert_eq!(loss(1_000, 0, a, e), Some(1_000));
	}

	#[test]
	fn loss_should_be_linear_when_prices_rise() {
		assert_eq!(loss(100, 10, 20, 30), Some(0));
		assert_eq!(loss(100, 20, 20, 30), Some(0));
		assert_eq!(loss(100, 25, 20, 30), Some(50));
		assert_eq!(loss(100, 30, 20, 30), Some(100));
		assert_eq!(loss(100, u128::MAX, 20, 30), Some(100));
	}

	#[test]
	fn loss_should_be_none_when_the_curve_has_no_width() {
		assert_eq!(loss(100, 1, 5, 5), None);
	}

	#[test]
	fn portions_should_be_none_when_a_sum_does_not_fit() {
		let found: Vec<_> = portions(5, [1, u128::MAX, 0], 10).collect();
		assert_eq!(found, [Some(0), None, None]);
		assert_eq!(portions(5, [1], 0).collect::<Vec<_>>(), [None]);
	}

	#[test]
	fn loss_should_be_exact_at_the_largest_numbers() {
		assert_eq!(loss(u128::MAX, 1, u128::MAX, 0), Some(u128::MAX - 1));
		assert_eq!(loss(u128::MAX, u128::MAX - 1, 0, u128::MAX), Some(u128::MAX - 1));
	}

	fn any_price() -> impl Strategy<Value = u128> {
		prop_oneof![0..100u128, 0..2 * ONE, any::<u128>()]
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn portions_should_add_up_to_the_unit(
			amount in any::<u128>(), weights in prop::collection::vec(0..1u128 << 120, 1..6),
		) {
			let total: u128 = weights.iter().sum::<u128>().max(1);
			let amount = amount % (total + 1);
			let (mut from, mut sum) = (0, 0);
			for weight in weights {
				let part = portion(amount, from, from + weight, total).unwrap();
				let exact = BigUint::from(amount) * weight;
				// Less than a unit off, and never above the piece.
				prop_assert!(BigUint::from(part) * total < &exact + total && exact < BigUint::from(part + 1) * total);
				prop_assert!(part <= weight);
				from += weight;
				sum += part;
			}
			prop_assert_eq!(sum, if from == 0 { 0 } else { amount });
			prop_assert_eq!(portion(amount, 1, 0, total), None);
			prop_assert_eq!(portion(amount, 0, total + 1, total), None);
		}

		#[test]
		fn portions_should_be_each_portion_in_turn_and_zero_beyond_the_total(
			amount in any::<u128>(), pieces in prop::collection::vec(0..1u128 << 120, 1..6), cut in any::<u128>(),
		) {
			let all: u128 = pieces.iter().sum();
			let total = cut % (all + 1) + 1;
			let mut from = 0u128;
			for (piece, part) in pieces.iter().zip(portions(amount, pieces.clone(), total)) {
				let of = |mark: u128| BigUint::from(amount) * mark.min(total) / total;
				prop_assert_eq!(part.map(BigUint::from), Some(of(from + piece) - of(from)));
				from += piece;
			}
			let sum: u128 = portions(amount, pieces.clone(), total).map(Option::unwrap).sum();
			prop_assert!(sum == amount || all < total);
		}

		#[test]
		fn loss_should_equal_the_floor_of_the_exact_fraction(
			cover in any::<u128>(), binding in any_price(), a in any_price(), e in any_price(),
		) {
			let e = if a == e { e ^ 1 } else { e };
			let exact = if (a > e && binding >= a) || (a < e && binding <= a) {
				BigUint::from(0u8)
			} else if (a > e && binding <= e) || (a < e && binding >= e) {
				BigUint::from(cover)
			} else {
				BigUint::from(cover) * BigUint::from(binding.abs_diff(a)) / BigUint::from(a.abs_diff(e))
			};
			prop_assert_eq!(loss(cover, binding, a, e).map(BigUint::from), Some(exact));
		}

		#[test]
		fn loss_should_never_fall_when_the_price_gets_worse(
			cover in any::<u128>(), x in any_price(), y in any_price(), a in any_price(), e in any_price(),
		) {
			let e = if a == e { e ^ 1 } else { e };
			let (mild, bad) = if a > e { (x.max(y), x.min(y)) } else { (x.min(y), x.max(y)) };
			prop_assert!(loss(cover, mild, a, e) <= loss(cover, bad, a, e));
		}
	}
}
