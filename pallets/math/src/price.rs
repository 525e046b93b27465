// SPDX-License-Identifier: Apache-2.0

//! The premium of cover: the exact area under a kinked curve.
//!
//! The annual rate of a product is `base × curve(u)` at the utilisation `u = exposure / capacity`
//! of all its pools together (see `docs/adr/0008-one-price-per-product.md`). The curve is 1
//! at `u = 0`, `at_kink` at the kink and `at_full` at `u = 1`, and linear between. Cover that takes
//! the exposure from `before` to `after` costs
//!
//! ```text
//! premium = ceil( base × ∫ curve(x / capacity) dx from before to after × time / YEAR )
//! ```
//!
//! The integral is a fraction of whole numbers of at most 512 bits. It is rounded once, at the end:
//! up, against the buyer. The pieces of a purchase therefore never cost less than the whole, as
//! areas add up exactly and each piece is rounded up by itself.

use crate::units::{DAY, MILLION, ONE, YEAR};
use primitive_types::U512;
use sp_arithmetic::Permill;

/// The highest annual rate at zero utilisation that terms can ask for, in 10^-18 of the cover. With
/// it, [`MAX_MULTIPLE`] and [`MAX_TIME`] no price overflows but by the premium itself.
pub const MAX_BASE: u128 = ONE;
/// The highest multiple of the base rate, in 10^-18.
pub const MAX_MULTIPLE: u128 = ONE * 1_000;
/// The longest time for which cover binds capital, in milliseconds.
pub const MAX_TIME: u64 = 400 * DAY;

/// The annual rate as a function of utilisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Curve {
	/// The annual rate at zero utilisation, in 10^-18 of the cover.
	pub base: u128,
	/// The utilisation at which the curve bends; above zero.
	pub kink: Permill,
	/// The multiple of `base` at the kink, in 10^-18; at least one.
	pub at_kink: u128,
	/// The multiple of `base` at full utilisation, in 10^-18; at least `at_kink`.
	pub at_full: u128,
}

/// A purchase of cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purchase {
	/// The exposure of the product before the purchase, in the asset's units.
	pub before: u128,
	/// The exposure after the purchase; above `before`.
	pub after: u128,
	/// The exposure at full utilisation.
	pub capacity: u128,
	/// The time for which capital is bound, in milliseconds.
	pub time: u64,
}

/// The premium of a purchase in the asset's units, rounded up; at least 1.
///
/// `None` if no cover is bought, the exposure after the purchase is above the capacity, the
/// capacity is zero, the curve is invalid (kink zero, or falling anywhere), or a number does not
/// fit. With `base` at most [`MAX_BASE`], `at_full` at most [`MAX_MULTIPLE`] and `time` at most
/// [`MAX_TIME`], only a premium above 2^128 overflows.
///
/// ```
/// use breakwater_math::price::{premium, Curve, Purchase};
/// use breakwater_math::units::{ONE, YEAR};
/// use sp_arithmetic::Permill;
///
/// let curve = Curve {
///     base: ONE / 50,
///     kink: Permill::from_percent(80),
///     at_kink: ONE * 2,
///     at_full: ONE * 5,
/// };
/// // Up to the kink the multiple rises from 1 to 2: 1.5 on average, times 2 %.
/// let whole = Purchase { before: 0, after: 8_000, capacity: 10_000, time: YEAR };
/// assert_eq!(premium(&curve, &whole), Some(240));
/// ```
pub fn premium(curve: &Curve, purchase: &Purchase) -> Option<u128> {
	let area = area(curve, purchase)?;
	let top = area.top.checked_mul(curve.base.into())?.checked_mul(purchase.time.into())?;
	let bottom = area.bottom.checked_mul(ONE.into())?.checked_mul(YEAR.into())?;
	ceil(top, bottom).map(|premium| premium.max(1))
}

/// The cost of the same amount and time at the base rate alone, in the asset's units, rounded up.
/// It is never above the [`premium`].
///
/// `None` if `after` is below `before` or the result does not fit.
pub fn base_part(curve: &Curve, purchase: &Purchase) -> Option<u128> {
	let amount = U512::from(purchase.after.checked_sub(purchase.before)?);
	let top = amount.checked_mul(curve.base.into())?.checked_mul(purchase.time.into())?;
	ceil(top, U512::from(ONE).checked_mul(YEAR.into())?)
}

/// The time for which cover binds capital, in milliseconds: `time` until its end and, on average,
/// half of its `grace`; rounded up, against the buyer. `None` if the sum does not fit.
pub fn bound_time(time: u64, grace: u64) -> Option<u64> {
	time.checked_add(grace.div_ceil(2))
}

/// A fraction that is not reduced.
struct Fraction {
	top: U512,
	bottom: U512,
}

/// `∫ curve dx` as an exact fraction, the curve counted in units (not in 10^-18).
///
/// Exposure is measured in millionths of a unit, so that the kink falls on a whole number:
/// `kink = capacity × K` of `capacity × 10^6`. Each segment is a trapezoid: width times the mean of
/// its two heights.
fn area(curve: &Curve, purchase: &Purchase) -> Option<Fraction> {
	let Purchase { before, after, capacity, .. } = *purchase;
	let rise = curve.at_kink.checked_sub(ONE)?;
	let steep = curve.at_full.checked_sub(curve.at_kink)?;
	let below = curve.kink.deconstruct();
	let above = MILLION.checked_sub(below)?;
	if below == 0 || capacity == 0 || after > capacity || before >= after {
		return None;
	}
	let scaled = |units: u128, parts: u32| U512::from(units).checked_mul(parts.into());
	let (from, to) = (scaled(before, MILLION)?, scaled(after, MILLION)?);
	let kink = scaled(capacity, below)?;
	let rest = scaled(capacity, above)?;

	let first = Segment { start: ONE, rise, length: kink }.twice_area(from.min(kink), to.min(kink))?;
	let second = Segment { start: curve.at_kink, rise: steep, length: rest }
		.twice_area(from.max(kink).checked_sub(kink)?, to.max(kink).checked_sub(kink)?)?;
	// The areas are fractions over `capacity × below` and `capacity × above`: bring them to a
	// common one. Without a second segment its area is zero, and its length must not become a
	// divisor.
	let (to_first, to_second) = if above == 0 { (1, 0) } else { (above, below) };
	let top = first.checked_mul(to_first.into())?.checked_add(second.checked_mul(to_second.into())?)?;
	let bottom = kink
		.checked_mul(to_first.into())?
		.checked_mul(U512::from(2))?
		.checked_mul(MILLION.into())?
		.checked_mul(ONE.into())?;
	Some(Fraction { top, bottom })
}

/// One straight piece of the curve.
struct Segment {
	/// Its height at its left end.
	start: u128,
	/// The height of its right end above its left end.
	rise: u128,
	/// Its width.
	length: U512,
}

impl Segment {
	/// Twice the area from `from` to `to`, both counted from the left end, times `length`.
	fn twice_area(&self, from: U512, to: U512) -> Option<U512> {
		let level = U512::from(self.start).checked_mul(U512::from(2))?.checked_mul(self.length)?;
		let slope = U512::from(self.rise).checked_mul(from.checked_add(to)?)?;
		to.checked_sub(from)?.checked_mul(level.checked_add(slope)?)
	}
}

/// `top / bottom` rounded up; `None` for a zero `bottom` or above 2^128 - 1.
fn ceil(top: U512, bottom: U512) -> Option<u128> {
	let quotient = top.checked_div(bottom)?;
	let rest = top.checked_rem(bottom)?;
	let up = if rest.is_zero() { quotient } else { quotient.checked_add(U512::one())? };
	u128::try_from(up).ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	fn curve(base: u128, kink: u32, at_kink: u128, at_full: u128) -> Curve {
		Curve { base, kink: Permill::from_parts(kink), at_kink, at_full }
	}

	fn usual() -> Curve {
		curve(ONE / 50, 800_000, 2 * ONE, 5 * ONE)
	}

	fn purchase(before: u128, after: u128, capacity: u128, time: u64) -> Purchase {
		Purchase { before, after, capacity, time }
	}

	/// The premium computed another way: the height at each end of each segment as a fraction, and
	/// the mean of the two times the width, all in unbounded integers.
	fn reference(curve: &Curve, bought: &Purchase) -> BigUint {
		let big = |n: u128| BigUint::from(n);
		let (k, m) = (u128::from(curve.kink.deconstruct()), 1_000_000u128);
		// Height at the exposure `x / m`, over the common bottom `capacity × k × (m - k or 1)`.
		let other = if k == m { 1 } else { m - k };
		let bottom = big(bought.capacity) * big(k) * big(other);
		let height = |x: &BigUint| -> BigUint {
			let kink = big(bought.capacity) * big(k);
			if *x <= kink {
				big(ONE) * &bottom + big(curve.at_kink - ONE) * x * big(other)
			} else {
				big(curve.at_kink) * &bottom + big(curve.at_full - curve.at_kink) * (x - kink) * big(k)
			}
		};
		let kink = big(bought.capacity) * big(k);
		let (from, to) = (big(bought.before) * big(m), big(bought.after) * big(m));
		let mut ends = vec![from.clone()];
		if from < kink && kink < to {
			ends.push(kink);
		}
		ends.push(to);
		let twice: BigUint = ends.windows(2).map(|w| (&w[1] - &w[0]) * (height(&w[0]) + height(&w[1]))).sum();
		let top = twice * big(curve.base) * big(u128::from(bought.time));
		let bottom = bottom * big(2) * big(m) * big(ONE) * big(ONE) * big(u128::from(YEAR));
		((&top + &bottom - big(1)) / bottom).max(big(1))
	}

	prop_compose! {
		fn curves()(
			base in prop_oneof![0..=ONE, 0..=ONE / 10],
			kink in prop_oneof![1u32..=1_000_000, Just(1), Just(999_999), Just(1_000_000), Just(800_000)],
			up in 0..=100 * ONE,
			more in 0..=900 * ONE - 100 * ONE,
		) -> Curve {
			curve(base, kink, ONE + up, ONE + up + more)
		}
	}

	prop_compose! {
		fn purchases()(bits in 1u32..=127)(
			bits in Just(bits),
			points in prop::array::uniform3(1u128..=(1u128 << bits)),
			full in any::<bool>(),
			from_zero in any::<bool>(),
			time in 0..=MAX_TIME,
		) -> Purchase {
			let mut points = points;
			points.sort();
			let [before, after, capacity] = points;
			let before = if from_zero { 0 } else { before - 1 };
			let after = if full { capacity } else { after };
			let _ = bits;
			purchase(before, after, capacity, time)
		}
	}

	fn within_u128(n: &BigUint) -> Option<u128> {
		u128::try_from(n).ok()
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn premium_should_equal_the_unbounded_reference(curve in curves(), bought in purchases()) {
			prop_assert_eq!(premium(&curve, &bought), within_u128(&reference(&curve, &bought)));
		}

		#[test]
		fn premium_should_not_fall_when_amount_grows(curve in curves(), bought in purchases(), part in 0u32..=1_000) {
			let amount = bought.after - bought.before;
			let less = bought.before + (amount / 1_000) * u128::from(part);
			let less = less.clamp(bought.before + 1, bought.after);
			if let Some(whole) = premium(&curve, &bought) {
				let smaller = premium(&curve, &Purchase { after: less, ..bought });
				prop_assert!(smaller.is_some_and(|smaller| smaller <= whole));
			}
		}

		#[test]
		fn bound_time_should_be_the_exact_ceiling(time in 0u64..1 << 62, grace in 0u64..1 << 62) {
			let bound = bound_time(time, grace).unwrap();
			prop_assert!(bound >= time && 2 * (bound - time) - grace <= 1);
			prop_assert_eq!(bound_time(u64::MAX, 1), None);
		}

		#[test]
		fn premium_should_not_fall_when_time_grows(curve in curves(), bought in purchases(), other in 0..=MAX_TIME) {
			if let Some(long) = premium(&curve, &bought) {
				let time = other.min(bought.time);
				let short = premium(&curve, &Purchase { time, ..bought });
				prop_assert!(short.is_some_and(|short| short <= long));
			}
		}

		#[test]
		fn premium_should_not_fall_when_utilisation_grows(curve in curves(), bought in purchases(), shift in any::<u128>()) {
			let room = bought.capacity - bought.after;
			let shift = if room == u128::MAX { shift } else { shift % (room + 1) };
			let later = Purchase { before: bought.before + shift, after: bought.after + shift, ..bought };
			if let Some(dear) = premium(&curve, &later) {
				prop_assert!(premium(&curve, &bought).is_some_and(|cheap| cheap <= dear));
			}
		}

		#[test]
		fn premium_should_not_fall_when_base_grows(curve in curves(), bought in purchases(), other in 0..=ONE) {
			if let Some(dear) = premium(&curve, &bought) {
				let cheap = premium(&Curve { base: other.min(curve.base), ..curve }, &bought);
				prop_assert!(cheap.is_some_and(|cheap| cheap <= dear));
			}
		}

		#[test]
		fn premium_should_not_fall_when_the_curve_rises(
			curve in curves(), bought in purchases(), kink in 0..=ONE, full in 0..=ONE,
		) {
			let higher = Curve { at_kink: curve.at_kink + kink, at_full: curve.at_full + kink + full, ..curve };
			if let Some(dear) = premium(&higher, &bought) {
				prop_assert!(premium(&curve, &bought).is_some_and(|cheap| cheap <= dear));
			}
		}

		#[test]
		fn pieces_should_never_cost_less_than_the_whole(
			curve in curves(), bought in purchases(), cuts in prop::collection::vec(any::<u128>(), 1..8),
		) {
			let Some(whole) = premium(&curve, &bought) else { return Ok(()) };
			let amount = bought.after - bought.before;
			let mut ends: Vec<u128> = cuts.iter().map(|cut| bought.before + cut % amount).collect();
			ends.extend([bought.before, bought.after]);
			ends.sort();
			ends.dedup();
			let mut sum = BigUint::default();
			for pair in ends.windows(2) {
				let piece = Purchase { before: pair[0], after: pair[1], ..bought };
				sum += premium(&curve, &piece).expect("a piece is not above the whole");
			}
			prop_assert!(sum >= BigUint::from(whole));
			// Nor is it much more: each piece is rounded up by less than one, or to one.
			prop_assert!(sum <= BigUint::from(whole) + ends.len());
		}

		#[test]
		fn pieces_of_time_should_never_cost_less_than_the_whole(
			curve in curves(), bought in purchases(), cut in any::<u64>(),
		) {
			let Some(whole) = premium(&curve, &bought) else { return Ok(()) };
			let first = cut % (bought.time + 1);
			let pieces: Option<Vec<u128>> = [first, bought.time - first]
				.into_iter()
				.map(|time| premium(&curve, &Purchase { time, ..bought }))
				.collect();
			let sum: BigUint = pieces.expect("a piece is not above the whole").into_iter().map(BigUint::from).sum();
			prop_assert!(sum >= BigUint::from(whole));
		}

		#[test]
		fn base_part_should_not_exceed_the_premium(curve in curves(), bought in purchases()) {
			if let Some(whole) = premium(&curve, &bought) {
				prop_assert!(base_part(&curve, &bought).is_some_and(|part| part <= whole));
			}
		}

		#[test]
		fn base_part_should_be_the_premium_of_a_flat_curve(base in 1..=ONE, kink in 1u32..=1_000_000, bought in purchases()) {
			let flat = curve(base, kink, ONE, ONE);
			let bought = Purchase { time: bought.time.max(1), ..bought };
			prop_assert_eq!(base_part(&flat, &bought), premium(&flat, &bought));
		}

		#[test]
		fn anything_should_give_a_premium_or_nothing(
			base: u128, kink in 0u32..=1_000_000, at_kink: u128, at_full: u128, before: u128, after: u128, capacity: u128, time: u64,
		) {
			// No input panics, and every premium that is returned is exact.
			let curve = curve(base, kink, at_kink, at_full);
			let bought = purchase(before, after, capacity, time);
			let _ = base_part(&curve, &bought);
			if let Some(premium) = premium(&curve, &bought) {
				prop_assert_eq!(BigUint::from(premium), reference(&curve, &bought));
			}
		}
	}

	/// Cozy v2, `CostModelJumpRate`: the cost of a purchase is amount × the mean of a kinked curve.
	/// There the curve starts at a rate of its own, which is zero in these cases. Here the curve
	/// starts at the base rate, which is above zero, and rises by multiples of it. Cozy's 0, 0.2
	/// and 0.5 are therefore the parts of 0.1, 0.3 and 0.6 here beyond the base rate. The premium
	/// here is also multiplied by amount and time, and is at least 1. With an amount of whole
	/// millionths and one year it is not rounded.
	#[test]
	fn rise_should_equal_the_cost_of_cozy_jump_rate() {
		let curve = curve(ONE / 10, 800_000, 3 * ONE, 6 * ONE);
		let capacity = 1_000_000_000_000;
		// Utilisation before and after, in tenths; the mean rate beyond the base, in 10^-6.
		let cases = [(0, 2, 25_000), (1, 2, 37_500), (0, 10, 150_000), (8, 10, 350_000), (2, 8, 125_000)];
		for (before, after, mean) in cases {
			let bought = purchase(capacity / 10 * before, capacity / 10 * after, capacity, YEAR);
			let amount = bought.after - bought.before;
			let rise = premium(&curve, &bought).unwrap() - base_part(&curve, &bought).unwrap();
			assert_eq!(rise, amount / 1_000_000 * mean);
		}
	}

	/// Cozy v2, `CostModelJumpRate`: when the use falls from `a` to `b`, the share that comes back
	/// of the payment for the use up to `a` is the area between them. Here a policy's own unearned
	/// premium is given back instead, and the use is never above full. The areas are the same.
	#[test]
	fn areas_should_be_those_of_cozy_jump_rates_refund() {
		let curve = curve(ONE / 10, 800_000, 3 * ONE, 6 * ONE);
		let capacity = 1_000_000_000_000_000;
		let rise = |before: u128, after: u128| {
			let bought = purchase(capacity / 10 * before, capacity / 10 * after, capacity, YEAR);
			premium(&curve, &bought).unwrap() - base_part(&curve, &bought).unwrap()
		};
		for (a, b, share) in
			[(2, 0, 1_000_000_000), (9, 5, 709_302_325), (9, 8, 255_813_953), (8, 2, 937_500_000)]
		{
			assert_eq!(rise(b, a) * 1_000_000_000 / rise(0, a), share);
		}
	}

	#[test]
	fn premium_should_be_one_when_it_is_less() {
		assert_eq!(premium(&usual(), &purchase(0, 1, u128::MAX, 1)), Some(1));
		assert_eq!(premium(&curve(0, 1, ONE, ONE), &purchase(0, 1_000, 1_000, YEAR)), Some(1));
		assert_eq!(premium(&usual(), &purchase(0, 1_000, 1_000, 0)), Some(1));
	}

	#[test]
	fn premium_should_round_up() {
		// 2 % of 49 is 0.98, of 50 is 1, of 51 is 1.02.
		let flat = curve(ONE / 50, 800_000, ONE, ONE);
		for (amount, expected) in [(49, 1), (50, 1), (51, 2), (100, 2), (101, 3)] {
			assert_eq!(premium(&flat, &purchase(0, amount, 1_000, YEAR)), Some(expected));
		}
	}

	#[test]
	fn premium_should_follow_both_segments() {
		// To the kink: 8,000 at a mean of 1.5; beyond: 2,000 at a mean of 3.5; times 2 %.
		assert_eq!(premium(&usual(), &purchase(0, 8_000, 10_000, YEAR)), Some(240));
		assert_eq!(premium(&usual(), &purchase(8_000, 10_000, 10_000, YEAR)), Some(140));
		assert_eq!(premium(&usual(), &purchase(0, 10_000, 10_000, YEAR)), Some(380));
		// A kink at one hundred per cent has no second segment, for any `at_full`.
		let one = curve(ONE / 50, 1_000_000, 2 * ONE, 7 * ONE);
		assert_eq!(premium(&one, &purchase(0, 10_000, 10_000, YEAR)), Some(300));
	}

	#[test]
	fn premium_should_be_none_when_there_is_no_price() {
		assert_eq!(premium(&usual(), &purchase(0, 1_001, 1_000, YEAR)), None);
		assert_eq!(premium(&usual(), &purchase(0, 1, 0, YEAR)), None);
		assert_eq!(premium(&usual(), &purchase(0, 0, 0, YEAR)), None);
		assert_eq!(premium(&usual(), &purchase(5, 5, 10, YEAR)), None);
		assert_eq!(premium(&usual(), &purchase(6, 5, 10, YEAR)), None);
		assert_eq!(premium(&curve(ONE, 0, ONE, ONE), &purchase(0, 5, 10, YEAR)), None);
		assert_eq!(premium(&curve(ONE, 1, ONE - 1, ONE), &purchase(0, 5, 10, YEAR)), None);
		assert_eq!(premium(&curve(ONE, 1, 2 * ONE, ONE), &purchase(0, 5, 10, YEAR)), None);
		assert_eq!(base_part(&usual(), &purchase(6, 5, 10, YEAR)), None);
	}

	#[test]
	fn premium_should_be_none_when_it_does_not_fit() {
		let dear = curve(ONE, 500_000, 2 * ONE, 3 * ONE);
		assert_eq!(premium(&dear, &purchase(0, u128::MAX, u128::MAX, YEAR)), None);
		let most = curve(u128::MAX, 500_000, u128::MAX, u128::MAX);
		assert_eq!(premium(&most, &purchase(0, u128::MAX, u128::MAX, u64::MAX)), None);
		// The largest numbers a product may have still fit while the premium does.
		let edge = curve(ONE, 500_000, 1_000 * ONE, 1_000 * ONE);
		let end = purchase(u128::MAX - 1, u128::MAX, u128::MAX, MAX_TIME);
		assert_eq!(premium(&edge, &end), Some(1_096));
	}
}
