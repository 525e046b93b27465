// SPDX-License-Identifier: Apache-2.0

//! The two tranches of a pool: how they share premium and losses, and how much of the one the other
//! needs.
//!
//! Premium: of each unit that is earned, senior gets its part of the capital times a factor of at
//! most one. Junior gets the rest; see [`senior_part`] and [`split_stream`]. As long as the part
//! stays the same,
//!
//! ```text
//! Σ senior units = floor((Σ units × part + first rest) / 2^64),
//! Σ junior units = Σ units − Σ senior units
//! ```
//!
//! for any number of steps in which the units come, as the rest of each division is kept for the
//! next step. With a part that changes, the same holds of the sum of the products. The parts
//! therefore do not depend on how often a pool is touched.
//!
//! Losses: junior pays first, and senior pays only when no capital of junior is left; see
//! [`waterfall`].
//!
//! Capital: junior stays at or above its least part of both tranches; see [`junior_free`] and
//! [`senior_room`].

use crate::{
	stream::SCALE,
	units::{MILLION, YEAR_DAYS},
};
use primitive_types::U256;

/// The amounts that a loss takes from the tranches, or that the tranches are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
	/// Junior's part, which pays first.
	pub junior: u128,
	/// Senior's part, which pays the rest that junior could not.
	pub senior: u128,
}

/// The part of the underwriters' premium that goes to senior, in 2^-64, for `junior` J and `senior`
/// S units of capital and a factor f:
///
/// ```text
/// S / (J + S) × (1 − (1 − f) × min(1, J / (min × (J + S))))
/// ```
///
/// With junior at or above its least part `min` of both, this is `S / (J + S) × f`. The part that
/// the factor takes from senior pays junior for standing before it. A smaller junior stands before
/// proportionally less, and takes proportionally less: per unit of its capital never more than at
/// its least part. The result is continuous, rises with senior's capital and falls with junior's.
///
/// Rounded down, against senior. If one tranche has no capital, everything goes to the other, for
/// any factor. Without senior capital the result is zero (also if junior has none either). Without
/// junior capital it is 2^64, which is all. The caller decides if a tranche is alive and gets
/// anything. Factor and minimum are in millionths. `None` for a factor above one.
pub fn senior_part(junior: u128, senior: u128, factor_ppm: u32, min_ppm: u32) -> Option<u128> {
	let discount = MILLION.checked_sub(factor_ppm)?;
	if senior == 0 {
		return Some(0);
	}
	if junior == 0 {
		return Some(SCALE);
	}
	let all = total(junior, senior);
	// Below 2^161, 2^148 and 2^192.
	let least = all.checked_mul(min_ppm.into())?;
	let stands = U256::from(junior).checked_mul(MILLION.into())?;
	let scaled = U256::from(senior).checked_mul(SCALE.into())?;
	let (takes, of) = if stands >= least {
		(U256::from(factor_ppm), U256::from(MILLION))
	} else {
		// Not below zero, as J × 10^6 is below the least.
		(least.checked_sub(U256::from(junior).checked_mul(discount.into())?)?, least)
	};
	let part: U256 = scaled.full_mul(takes).checked_div(all.full_mul(of))?.try_into().ok()?;
	part.try_into().ok()
}

/// Senior's units of `units` that are shared at `part` (see [`senior_part`]), and the rest of the
/// division for the next step. Senior's units are `floor((units × part + rest) / 2^64)`.
///
/// Rounded down, against senior; the rest makes up for it later. Never above `units`; junior gets
/// the remainder. `None` for a part above one.
pub fn split_stream(units: u128, part: u128, rest: u64) -> Option<(u128, u64)> {
	if part > SCALE {
		return None;
	}
	// Below 2^193. With a part of one the rest is returned as it is; with less, units × part + rest
	// stays below (units + 1) × 2^64.
	let scaled = U256::from(units).checked_mul(part.into())?.checked_add(rest.into())?;
	let senior = scaled.checked_div(SCALE.into())?.try_into().ok()?;
	let rest = scaled.checked_rem(SCALE.into())?.try_into().ok()?;
	Some((senior, rest))
}

/// The parts of a loss that `junior` and `senior` units of capital bear: junior as much as it can,
/// senior the rest. Exact.
///
/// `None` if the loss is above both together.
pub fn waterfall(loss: u128, junior: u128, senior: u128) -> Option<Taken> {
	let from_junior = loss.min(junior);
	let from_senior = loss.checked_sub(from_junior)?;
	(from_senior <= senior).then_some(Taken { junior: from_junior, senior: from_senior })
}

/// The part of `amount` that each tranche gets in proportion to its capital: senior
/// `floor(amount × S / (J + S))`, junior the rest, for `junior` J and `senior` S units of capital.
///
/// Senior's part is rounded down, in favour of junior, which bears losses first. Both parts
/// together are exactly `amount`. `None` if neither tranche has capital.
pub fn by_capital(amount: u128, junior: u128, senior: u128) -> Option<Taken> {
	// Below 2^256.
	let scaled = U256::from(amount).checked_mul(senior.into())?;
	let senior: u128 = scaled.checked_div(total(junior, senior))?.try_into().ok()?;
	Some(Taken { junior: amount.checked_sub(senior)?, senior })
}

/// The largest amount that may leave `junior` so that it stays at or above its least part of both
/// tranches: the largest x of at most `junior` with
/// `junior − x >= ceil(min × (junior + senior − x))`. That is
/// `junior − ceil(senior × min / (1 − min))`.
///
/// The amount that has to stay is rounded up, so x is rounded down, against the account that
/// leaves. Zero if junior is below its least part already. `min_ppm` is in millionths. A minimum of
/// one or more lets junior leave only where there is no senior.
pub fn junior_free(junior: u128, senior: u128, min_ppm: u32) -> u128 {
	if senior == 0 {
		return junior;
	}
	// A minimum of one or more: no amount of junior is enough.
	let others = MILLION.saturating_sub(min_ppm);
	// Below 2^148.
	let stays = U256::from(senior).checked_mul(min_ppm.into()).and_then(|parts| div_up(parts, others.into()));
	// Saturation: more has to stay than there is, so none is free.
	stays.and_then(|stays| u128::try_from(stays).ok()).map_or(0, |stays| junior.saturating_sub(stays))
}

/// The largest amount that may be deposited into senior so that junior stays at or above its least
/// part of both tranches: the largest x with `junior >= ceil(min × (junior + senior + x))`. That is
/// `floor(junior / min) − junior − senior`.
///
/// Rounded down, against the depositor. Zero if junior is below its least part already. `u128::MAX`
/// if there is no limit (a minimum of zero) or the amount does not fit. `min_ppm` is in millionths.
pub fn senior_room(junior: u128, senior: u128, min_ppm: u32) -> u128 {
	// Below 2^148; dividing by a minimum of zero gives `None`.
	let most =
		U256::from(junior).checked_mul(MILLION.into()).and_then(|parts| parts.checked_div(min_ppm.into()));
	let Some(most) = most else {
		return u128::MAX;
	};
	// Saturation: there is more than the most already, so there is no room.
	most.saturating_sub(total(junior, senior)).try_into().unwrap_or(u128::MAX)
}

/// The limit of a withdrawal after a part payment: `shares_left` of its `shares` are left. It is
/// `floor(min_out × shares_left / shares)`.
///
/// Rounded down, in favour of the account that leaves: a limit never becomes stricter than
/// requested. Otherwise a withdrawal that was worth exactly its limit could lack a unit after a
/// part of it was paid. Each part payment brings it less than one unit below the exact proportion.
/// `None` for zero shares, or for more shares left than there were.
pub fn min_out_left(min_out: u128, shares_left: u128, shares: u128) -> Option<u128> {
	if shares_left > shares {
		return None;
	}
	// Below 2^256 as both are below 2^128; the quotient is not above `min_out`.
	U256::from(min_out).checked_mul(shares_left.into())?.checked_div(shares.into())?.try_into().ok()
}

/// The yearly yield of a price that went from `old_price` to `new_price` in `days`, in millionths:
/// `floor((new / old − 1) × 365 / days × 10^6)`, without compounding.
///
/// Rounded down, for gains and losses alike. A new price of zero is the loss of everything. `None`
/// for an old price of zero, for zero days, and beyond 64 bits.
pub fn yearly_yield(new_price: u128, old_price: u128, days: u32) -> Option<i64> {
	// Below 2^157 and 2^160.
	let change = U256::from(new_price.abs_diff(old_price))
		.checked_mul(YEAR_DAYS.into())?
		.checked_mul(MILLION.into())?;
	let base = U256::from(old_price).checked_mul(days.into())?;
	if new_price >= old_price {
		i64::try_from(change.checked_div(base)?).ok()
	} else {
		i64::try_from(div_up(change, base)?).ok()?.checked_neg()
	}
}

/// The capital of both tranches, which can be above 128 bits.
fn total(junior: u128, senior: u128) -> U256 {
	// Two numbers below 2^128: the sum is below 2^129.
	U256::from(junior).saturating_add(senior.into())
}

/// `ceil(a / b)`. `None` for a `b` of zero.
fn div_up(a: U256, b: U256) -> Option<U256> {
	let quotient = a.checked_div(b)?;
	if a.checked_rem(b)?.is_zero() {
		Some(quotient)
	} else {
		quotient.checked_add(U256::one())
	}
}

#[cfg(test)]
mod tests;
