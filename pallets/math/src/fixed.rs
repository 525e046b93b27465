// SPDX-License-Identifier: Apache-2.0

//! Square root, logarithm, exponential and the normal distribution in fixed point.
//!
//! A number is a `u128` that counts units of 2^-112, so it is below 2^16; [`UNIT`] is one. There is
//! no sign: every function here takes and gives numbers that are zero or above, and the caller
//! knows which of two is larger. Products and quotients are received 256 bits and rounded down
//! once. Every loop has a fixed bound. A result that does not fit is `None`.
//!
//! | function | formula | the result is off by at most |
//! |---|---|---|
//! | [`sqrt`] | integer square root of a 256-bit number | 1 unit, downwards |
//! | [`ln`] | `k·ln 2 + 2·artanh z`, `artanh` by its series (Abramowitz & Stegun 4.1.27) | 2^8 units |
//! | [`exp`] | `2^k` times the Taylor series on `0..ln 2` (A&S 4.2.1) | 2^5 units times the result |
//! | [`exp_minus`] | the same | 2^3 units |
//! | [`normal`], density | `exp(-y²/2) / √(2π)` (A&S 26.2.1) | 2^3 units |
//! | [`mills`] below 4.25 | `√(π/2)·exp(y²/2)` less an series of positive terms (A&S 26.2.11) | 2^19 units |
//! | [`mills`] from 4.25 | 64 steps of Laplace's continued fraction (A&S 26.2.14) | 2^28 units |
//! | [`normal`], tail | density times Mills' ratio | 2^28 units |
//!
//! # Derivation of the bounds
//!
//! A product and a quotient lose less than one unit each, and the constants less than one.
//!
//! - `sqrt`: the root of the whole number below is a whole number below. The bits that the inner
//!   quotient loses move the root by less than 2^-48 units.
//! - `ln`: `|z|` is at most 1/5, so 23 terms after the first leave less than a unit, and a term
//!   loses less than 2 units. Both are doubled. `k·ln 2` adds `k <= 128`. For a ratio up to 3/2
//!   there is no `k`.
//! - `exp`: the Taylor polynomial has degree 28 and leaves less than a unit. Horner's scheme loses
//!   less than 4 units, because each loss is multiplied by `x/n < 1` again and again. `k·ln 2` is
//!   off by `k <= 16` units, which counts relatively. `exp_minus` divides by `2^k`, so that `k`
//!   counts for less than one unit.
//! - `mills` below 4.25: the loss of a term goes on into the later terms in their proportion,
//!   together less than 2^13 units. The loss in `y²` counts 2^14 units. The loss of `exp`, at most
//!   2^5·8,361 units, counts 1.26 times. The series stops where a term is zero; at 4.25 that is the
//!   71st.
//! - `mills` from 4.25: the convergents lie on both sides of the limit in turn, so that the last
//!   two enclose it. They differ by `n! / (B(n)·B(n+1))`, where the denominators `B` are
//!   polynomials with positive coefficients. The gap is the largest at 4.25, where it is
//!   3.5·10^-26. The losses in the divisions die out and add less than 10 units.
//!
//! # Comparison with libraries
//!
//! Of the crates for `no_std` without floats, `sp-arithmetic` has no logarithm, exponential or
//! error function. `substrate-fixed`, `fixed` with `fixed_analytics`, `dashu` and `astro-float`
//! have no error function, and the last two allocate. `rust_decimal` has one, but its documentation
//! says that `exp` stops at a tolerance of about 2·10^-7. The error bounds of `g_math` are in its
//! own words measured, not proven. None gives a bound on which "never below the exact value" can
//! rest, and the missing part is most of the work.

use primitive_types::U256;

/// Bits after the binary point.
pub const BITS: u32 = 112;
/// One.
pub const UNIT: u128 = 1 << BITS;

/// ln 2, rounded down.
const LN_2: u128 = 3_599_025_928_123_676_973_540_407_451_845_618;
/// √(π/2), Mills' ratio at zero, rounded down.
const MILLS_0: u128 = 6_507_579_057_940_559_536_909_093_585_187_372;
/// 1/√(2π), the normal density at zero, rounded down.
const DENSITY_0: u128 = 2_071_426_749_265_079_226_113_754_381_954_734;
/// The number from which on Mills' ratio is computed as a continued fraction: 4.25.
const SERIES_END: u128 = UNIT / 4 * 17;

/// The product, rounded down.
pub fn mul(a: u128, b: u128) -> Option<u128> {
	shift_down(U256::from(a).checked_mul(U256::from(b))?)
}

/// The quotient, rounded down; `None` if `b` is zero.
pub fn div(a: u128, b: u128) -> Option<u128> {
	let top = U256::from(a).checked_mul(U256::from(UNIT))?;
	top.checked_div(U256::from(b))?.try_into().ok()
}

/// A number with twice the bits after the point, rounded down to [`BITS`].
fn shift_down(wide: U256) -> Option<u128> {
	let U256([w0, w1, w2, w3]) = wide;
	let low = u128::from(w1) << 64 | u128::from(w0);
	let high = u128::from(w3) << 64 | u128::from(w2);
	// Bits of `high` above its point would leave 128 bits.
	(high < UNIT).then_some(high << (128 - BITS) | low >> BITS)
}

/// The square root of `top / bottom`, two whole numbers; rounded down.
///
/// `None` if `bottom` is zero or the quotient is 2^32 or more.
pub fn sqrt(top: u64, bottom: u64) -> Option<u128> {
	// 192 bits after the point from the division and 32 zeros make twice 112.
	let quotient = U256([0, 0, 0, top]).checked_div(U256::from(bottom))?;
	quotient.checked_mul(U256::from(1u64 << 32))?.integer_sqrt().try_into().ok()
}

/// The natural logarithm of `top / bottom`, two whole numbers.
///
/// Within 2^8 units. It is zero only for equal numbers or a ratio within 10^-33 of one. `None` if
/// the ratio is below one or `bottom` is zero.
pub fn ln(top: u128, bottom: u128) -> Option<u128> {
	if bottom == 0 || top < bottom {
		return None;
	}
	// After `k` doublings, `bottom` is as long as `top` and the ratio is between 1/2 and 2. Then
	// bring it to 3/4 ... 3/2.
	let mut k = u128::from(bottom.leading_zeros().checked_sub(top.leading_zeros())?);
	let mut high = U256::from(top);
	let mut low = U256::from(bottom).checked_mul(power_of_two(k)?)?;
	let times = |number: U256, by: u64| number.checked_mul(U256::from(by));
	if times(high, 2)? > times(low, 3)? {
		low = times(low, 2)?;
		k = k.checked_add(1)?;
	} else if times(high, 4)? < times(low, 3)? {
		high = times(high, 2)?;
		k = k.checked_sub(1)?;
	}
	// ln(high / low) = 2 artanh z. The difference is exact, so that near one the ratio keeps all
	// its digits.
	let difference = high.max(low).checked_sub(high.min(low))?;
	let z = difference.checked_mul(U256::from(UNIT))?.checked_div(high.checked_add(low)?)?;
	let rest = artanh(z.try_into().ok()?)?.checked_mul(2)?;
	let doublings = LN_2.checked_mul(k)?;
	if high >= low {
		doublings.checked_add(rest)
	} else {
		doublings.checked_sub(rest)
	}
}

/// `z + z³/3 + z⁵/5 + ...` for a `z` of at most 1/5.
fn artanh(z: u128) -> Option<u128> {
	let square = mul(z, z)?;
	let (mut sum, mut power) = (z, z);
	for n in (3u128..=47).step_by(2) {
		power = mul(power, square)?;
		if power == 0 {
			break;
		}
		sum = sum.checked_add(power.checked_div(n)?)?;
	}
	Some(sum)
}

/// `e^x`. Within 2^5 units times the result. `None` from 2^16 on, that is for an `x` of 11.09 or
/// more.
pub fn exp(x: u128) -> Option<u128> {
	let k = x.checked_div(LN_2)?;
	let rest = x.checked_sub(LN_2.checked_mul(k)?)?;
	let doubled = U256::from(exp_rest(rest)?).checked_mul(power_of_two(k)?)?;
	doubled.try_into().ok()
}

/// `e^-x`. Within 2^3 units.
pub fn exp_minus(x: u128) -> Option<u128> {
	let k = x.div_ceil(LN_2);
	let rest = LN_2.checked_mul(k)?.checked_sub(x)?;
	// After 128 halvings the result is zero.
	Some(exp_rest(rest)?.checked_shr(k.try_into().ok()?).unwrap_or(0))
}

/// `e^x` for an `x` of at most ln 2, by Horner's scheme: `1 + x·(1 + x/2·(1 + x/3·(...)))`.
fn exp_rest(x: u128) -> Option<u128> {
	(1u128..=28).rev().try_fold(UNIT, |sum, n| UNIT.checked_add(mul(sum, x)?.checked_div(n)?))
}

/// `2^k`, if it fits.
fn power_of_two(k: u128) -> Option<U256> {
	U256::from(2).checked_pow(U256::from(k))
}

/// The standard normal distribution at a distance from its centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Normal {
	/// The density. Within 2^3 units.
	pub density: u128,
	/// The probability of a number farther out on one side. Within 2^28 units (6·10^-26).
	pub tail: u128,
}

/// The standard normal distribution at `y` and `-y`. `None` for a `y` of 256 or more.
pub fn normal(y: u128) -> Option<Normal> {
	let density = mul(DENSITY_0, exp_minus(half_square(y)?)?)?;
	Some(Normal { density, tail: mul(density, mills(y)?)? })
}

/// Mills' ratio: the tail of the normal distribution beyond `y` over the density at `y`. It falls
/// from 1.2533 at zero and is below `1/y`.
///
/// Within 2^28 units (6·10^-26), below 4.25 within 2^19. `None` for a `y` of 2^16 - 1 or more.
pub fn mills(y: u128) -> Option<u128> {
	if y < SERIES_END {
		mills_series(y)
	} else {
		mills_fraction(y)
	}
}

/// `√(π/2)·e^(y²/2) - (y + y³/3 + y⁵/(3·5) + y⁷/(3·5·7) + ...)`.
fn mills_series(y: u128) -> Option<u128> {
	let square = mul(y, y)?;
	let (mut sum, mut term) = (y, y);
	for n in (3u128..=163).step_by(2) {
		term = mul(term, square)?.checked_div(n)?;
		if term == 0 {
			break;
		}
		sum = sum.checked_add(term)?;
	}
	mul(MILLS_0, exp(half_square(y)?)?)?.checked_sub(sum)
}

/// `1/(y + 1/(y + 2/(y + 3/(y + ...))))`, from the inside out.
fn mills_fraction(y: u128) -> Option<u128> {
	let inner = (1u128..=64).rev().try_fold(y, |sum, n| y.checked_add(div(UNIT.checked_mul(n)?, sum)?))?;
	div(UNIT, inner)
}

/// `y²/2`.
fn half_square(y: u128) -> Option<u128> {
	mul(y, y)?.checked_div(2)
}

#[cfg(test)]
mod tests;
