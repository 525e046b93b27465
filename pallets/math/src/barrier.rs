// SPDX-License-Identifier: Apache-2.0

//! The value of a one-touch: the part that a payment of one is worth today. The payment is made as
//! soon as a price touches a barrier within a time, and never otherwise.
//!
//! The price moves without drift and there is no interest: `dS = σ·S·dW`. A price in money is
//! therefore a fair game, and the value is the probability of the touch. The logarithm of the price
//! has the drift `-σ²/2`. The reflection principle gives, with `v = σ²·t`, `s = √v` and the normal
//! distribution function `N`,
//!
//! ```text
//! below (B < S), b = ln(B/S):   p = N((b + v/2)/s) + (S/B)·N((b - v/2)/s)
//! above (B > S), b = ln(B/S):   p = N((-b - v/2)/s) + (S/B)·N((-b + v/2)/s)
//! ```
//!
//! These are the binary barrier options "pay at hit" of Reiner & Rubinstein, "Unscrambling the
//! binary code", Risk 4 (1991), without interest and carry. The first term is the chance that the
//! price ends beyond the barrier. The second is the chance that it was there and came back.
//!
//! # Computation
//!
//! With `a = |b|`, `x = a/s`, `d = x - s/2`, `e = x + s/2`, the density `φ` and Mills' ratio
//! `M(y) = N(-y)/φ(y)`, both are one formula, because `e^a·φ(e) = φ(d)` and the case above is the
//! case below seen in the other money:
//!
//! ```text
//! below:  p = N(-d) + φ(d)·M(e)          above:  p = (S/B)·(N(-d) + φ(d)·M(e))
//! ```
//!
//! The formula has no product of a large and a small number, and no difference of near numbers.
//!
//! # Errors
//!
//! In units of 2^-112, those of [`fixed`], here called `u`:
//!
//! - `s` is at least 5.6·10^-10 (lowest volatility, one millisecond). It is off by less than 12
//!   `u`, and relatively by less than 4·10^-25.
//! - `a` is off by less than 2^8 `u`. Divided by the smallest `s`, that is 9·10^-23. With the
//!   relative error of `s`, where `x < 17`, `x` is off by less than 10^-22.
//! - `p` moves by at most 0.71 times an error in `d` and 0.4 times one in `e`: together less than
//!   1.2·10^-22.
//! - The normal distribution and Mills' ratio add less than 10^-24, the rest a few `u`.
//!
//! The number before the last step is therefore within 2·10^-22 of the exact value. A guard of
//! 8.5·10^-22 is added, and the sum is rounded up to 10^-18, against the buyer. Therefore **the
//! result is never below the exact value and less than 1.002·10^-18 above it**. Two results whose
//! exact values are in order are themselves in order, up to 10^-18.

pub use crate::average::Side;
use crate::{
	fixed::{self, Normal, UNIT},
	units::{DAY, ONE, YEAR},
};
use primitive_types::U256;

/// The largest price: 10^36.
pub const MAX_PRICE: u128 = ONE * ONE;
/// The lowest annual volatility, in 10^-18: 0.01 %.
pub const MIN_VOLATILITY: u128 = ONE / 10_000;
/// The highest annual volatility, in 10^-18: 1,000 %.
pub const MAX_VOLATILITY: u128 = ONE * 10;
/// The longest time, in milliseconds: 800 days.
pub const MAX_TIME: u64 = 800 * DAY;

/// The guard added before the last rounding: 2^-70, more than all errors before it.
const GUARD: u128 = UNIT >> 70;
/// The number of deviations from which on the value is below 10^-18: `s` is below 15, so `d` is
/// above 9 and `p` below 2·N(-9).
const FAR: u128 = 17;

/// A one-touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Touch {
	/// The price now, in the same unit as the barrier: 1 to [`MAX_PRICE`].
	pub spot: u128,
	/// The price to be touched: 1 to [`MAX_PRICE`].
	pub barrier: u128,
	/// The standard deviation of the logarithm of the price over a year, in 10^-18:
	/// [`MIN_VOLATILITY`] to [`MAX_VOLATILITY`].
	pub volatility: u128,
	/// The time within which a touch counts, in milliseconds: 1 to [`MAX_TIME`]. A year has 365
	/// days.
	pub time: u64,
}

/// The value of a payment of one at the touch, in 10^-18, rounded up: 1 to [`ONE`].
///
/// `side` is the side on which the barrier lies: it is touched by a price at or below it, or by one
/// at or above it. If the spot touches it already, the value is one. The result is never below the
/// exact value of the model and less than 1.002·10^-18 above it. `None` if a number is out of its
/// range.
///
/// ```
/// use breakwater_math::{barrier::{touch, Side, Touch}, units::{ONE, YEAR}};
///
/// // A stable coin at 1.00 with 10 % volatility a year: does it touch 0.90 within a year?
/// let coin = Touch { spot: ONE, barrier: ONE * 9 / 10, volatility: ONE / 10, time: YEAR };
/// let value = touch(Side::Below, &coin).unwrap();
/// // N(-1.0036) + (1/0.9)·N(-1.1036) = 0.15778 + 0.14987
/// assert_eq!(value / (ONE / 10_000), 3_076);
/// ```
pub fn touch(side: Side, touch: &Touch) -> Option<u128> {
	let Touch { spot, barrier, volatility, time } = *touch;
	let priced = |price| (1..=MAX_PRICE).contains(&price);
	if !priced(spot)
		|| !priced(barrier)
		|| !(MIN_VOLATILITY..=MAX_VOLATILITY).contains(&volatility)
		|| !(1..=MAX_TIME).contains(&time)
	{
		return None;
	}
	if side.breached(spot, barrier) {
		return Some(ONE);
	}
	let deviation = deviation(volatility, time)?;
	let distance = fixed::ln(spot.max(barrier), spot.min(barrier))?;
	if distance >= deviation.checked_mul(FAR)? {
		return Some(1);
	}
	up(unrounded(side, touch, distance, deviation)?)
}

/// The value of a payment of one at the first touch, if it comes after `from` milliseconds and
/// within the `time` of the touch; in 10^-18.
///
/// It is the difference of two values of [`touch`], each rounded up. So it is less than
/// 1.002·10^-18 off, on either side, but for `from` of zero: then it is never below the exact
/// value. Zero for no time at all. `None` if a number is out of its range.
pub fn touch_after(side: Side, touch: &Touch, from: u64) -> Option<u128> {
	let until = |time: u64| match time {
		0 => Some(0),
		_ => self::touch(side, &Touch { time, ..*touch }),
	};
	// Saturation: values of times that are in order are in order but for one unit.
	Some(until(touch.time)?.saturating_sub(until(from)?))
}

/// The value of a payment of one if any of several prices touches, in 10^-18: the sum of the
/// `values` of each alone, at most one.
///
/// The joint movement of the prices is not known. The touch of any is at least as likely as that of
/// each, and at most as likely as all of them together (Boole's inequality). So this is an upper
/// bound, against the buyer.
pub fn any_of(values: impl IntoIterator<Item = u128>) -> u128 {
	// Saturation: the value is at most certainty.
	values.into_iter().fold(0, u128::saturating_add).min(ONE)
}

/// The value of a payment of one if all of several prices touch, in 10^-18: the lowest of the
/// `values` of each alone; zero without any.
///
/// A touch of all is at most as likely as the touch of each (Fréchet's inequality). So this is an
/// upper bound, against the buyer.
pub fn all_of(values: impl IntoIterator<Item = u128>) -> u128 {
	values.into_iter().min().unwrap_or(0)
}

/// `σ·√t` in units of 2^-112.
fn deviation(volatility: u128, time: u64) -> Option<u128> {
	times_ratio(fixed::sqrt(time, YEAR)?, volatility, ONE)
}

/// The value in units of 2^-112, within 2·10^-22. `distance` is `a`, `deviation` is `s`, and
/// `a < 17·s`.
fn unrounded(side: Side, touch: &Touch, distance: u128, deviation: u128) -> Option<u128> {
	let below = touch_below(distance, deviation)?;
	match side {
		Side::Below => Some(below),
		Side::Above => times_ratio(below, touch.spot, touch.barrier),
	}
}

/// `N(-d) + φ(d)·M(e)`, all in units of 2^-112.
fn touch_below(distance: u128, deviation: u128) -> Option<u128> {
	let x = fixed::div(distance, deviation)?;
	let half = deviation.checked_div(2)?;
	let Normal { density, tail } = fixed::normal(x.abs_diff(half))?;
	// `d` is negative when the drift alone brings the price beyond the barrier.
	let stayed = if x >= half { tail } else { UNIT.checked_sub(tail)? };
	let returned = fixed::mul(density, fixed::mills(x.checked_add(half)?)?)?;
	stayed.checked_add(returned)
}

/// `number × top / bottom`, rounded down.
fn times_ratio(number: u128, top: u128, bottom: u128) -> Option<u128> {
	let product = U256::from(number).checked_mul(U256::from(top))?;
	product.checked_div(U256::from(bottom))?.try_into().ok()
}

/// Units of 2^-112 as 10^-18, with the guard and rounded up; at most one.
fn up(value: u128) -> Option<u128> {
	let guarded = U256::from(value.checked_add(GUARD)?).checked_mul(U256::from(ONE))?;
	let rounded = guarded.checked_add(U256::from(UNIT - 1))?.checked_div(U256::from(UNIT))?;
	u128::try_from(rounded).ok().map(|value| value.min(ONE))
}

#[cfg(test)]
mod tests;
