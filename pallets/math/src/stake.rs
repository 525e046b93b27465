// SPDX-License-Identifier: Apache-2.0

//! Stake behind the reserve: its part of the income, and the release of it.
//!
//! The curve is the one of Aave Umbrella (`EmissionMath` in `aave-dao/aave-umbrella` at 759147d):
//! it rises to one at the target and falls to 80 % at 120 % of it, so that stake beyond the target
//! earns less for each unit. There it sets a speed of emission; here it sets a part of the income,
//! which is not new money.

use crate::units::ONE;
use primitive_types::U256;
use sp_arithmetic::Permill;

/// The value of the curve from 120 % of the target on, in 10^-18.
const FLAT: u128 = 4 * ONE / 5;

/// `a × b / c`, rounded down, exact in between. `None` if `c` is zero or the quotient does not fit.
fn fraction(a: u128, b: u128, c: u128) -> Option<u128> {
	U256::from(a).checked_mul(b.into())?.checked_div(c.into())?.try_into().ok()
}

/// The part of the most that stake can earn, in 10^-18, for a stake of `assets` and a `target`:
///
/// - up to the target, `(2 − x) × x` with `x = assets / target`;
/// - from there to 120 % of it, `2 − x`;
/// - beyond, 80 %.
///
/// Zero for a target of zero: stake that stands behind no cover bears no risk. Rounded down,
/// against the stake.
pub fn curve(assets: u128, target: u128) -> u128 {
	if assets == 0 || target == 0 {
		return 0;
	}
	// `None` says that the stake is far beyond the target.
	let Some(x) = fraction(assets, ONE, target) else { return FLAT };
	let two = ONE.saturating_add(ONE);
	if x <= ONE {
		// At most one times one.
		fraction(two.saturating_sub(x), x, ONE).unwrap_or(ONE)
	} else {
		two.saturating_sub(x).max(FLAT)
	}
}

/// The part of an `income` that goes to a stake of `assets`: `income × most × curve`, rounded down,
/// against the stake.
pub fn reward(income: u128, most: Permill, assets: u128, target: u128) -> u128 {
	// At most the income: it fits.
	fraction(most.mul_floor(income), curve(assets, target), ONE).unwrap_or(0)
}

/// The part of `rewards` that is released after `elapsed` of the time that is `left` for all of
/// them: in proportion, rounded down, and all of it at the end. How often it is asked for makes no
/// difference, but for the rounding.
pub fn released(rewards: u128, elapsed: u64, left: u64) -> u128 {
	fraction(rewards, elapsed.min(left).into(), left.into()).unwrap_or(rewards)
}

/// The part of `rewards` that is not released to `shares` of `all` when they leave: in proportion,
/// rounded down, and all of it with the last share.
pub fn given_up(rewards: u128, shares: u128, all: u128) -> u128 {
	fraction(rewards, shares.min(all), all).unwrap_or(rewards)
}

/// The time that is left for all rewards after `more` were added, which take a whole `period`, to
/// `rewards` for which `left` is left: the mean of both, weighted by the amounts, rounded up.
pub fn left_after(rewards: u128, left: u64, more: u128, period: u64) -> u64 {
	let weighed = |amount: u128, time: u64| U256::from(amount).saturating_mul(time.into());
	let sum = U256::from(rewards).saturating_add(more.into());
	let time = weighed(rewards, left).saturating_add(weighed(more, period));
	// Between the two times, so that it fits. Without rewards there is no time.
	let rounded = time.saturating_add(sum.saturating_sub(U256::one()));
	rounded.checked_div(sum).unwrap_or_default().low_u64()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	const PERCENT: u128 = ONE / 100;

	/// Aave Umbrella, `tests/rewards/EmissonMath.t.sol` at 759147d.
	#[test]
	fn curve_should_be_the_one_of_a_peer() {
		let target = 1_000_000;
		assert_eq!(curve(500_000, target), 75 * PERCENT);
		assert_eq!(curve(1_000_000, target), 100 * PERCENT);
		assert_eq!(curve(1_100_000, target), 90 * PERCENT);
		assert_eq!(curve(1_200_000, target), 80 * PERCENT);
		assert_eq!(curve(5_000_000, target), 80 * PERCENT);
	}

	#[test]
	fn curve_should_be_defined_at_its_ends() {
		assert_eq!((curve(0, 0), curve(0, 10), curve(1, 0)), (0, 0, 0));
		assert_eq!((curve(u128::MAX, 1), curve(1, u128::MAX), curve(u128::MAX, u128::MAX)), (FLAT, 0, ONE));
	}

	#[test]
	fn reward_should_be_a_part_of_the_income() {
		let most = Permill::from_percent(30);
		assert_eq!(reward(1_000, most, 100, 100), 300);
		assert_eq!(reward(1_000, most, 50, 100), 225);
		assert_eq!(reward(1_000, most, 0, 100), 0);
		assert_eq!(reward(u128::MAX, Permill::one(), 1, 1), u128::MAX);
	}

	#[test]
	fn released_should_be_in_proportion_and_all_in_the_end() {
		assert_eq!((released(999, 1, 3), released(1_000, 1, 3)), (333, 333));
		assert_eq!((released(7, 3, 3), released(7, u64::MAX, 3), released(7, 0, 3)), (7, 7, 0));
	}

	#[test]
	fn given_up_should_be_in_proportion_and_all_with_the_last_share() {
		assert_eq!(
			[(1, 3), (2, 3), (3, 3), (0, 3), (0, 0)].map(|(part, all)| given_up(1_000, part, all)),
			[333, 666, 1_000, 0, 1_000]
		);
		assert_eq!(given_up(u128::MAX, u128::MAX - 1, u128::MAX), u128::MAX - 1);
	}

	fn amount() -> impl Strategy<Value = u128> {
		(any::<u128>(), 0u32..128).prop_map(|(n, shift)| n >> shift)
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn curve_should_be_the_exact_floor_below_the_target(a in amount(), b in amount()) {
			let (assets, target) = (a.min(b), a.max(b).max(1));
			let x = BigUint::from(assets) * ONE / target;
			let expected = (BigUint::from(2 * ONE) - &x) * &x / ONE;
			prop_assert_eq!(BigUint::from(curve(assets, target)), expected);
		}

		#[test]
		fn reward_should_never_exceed_its_most(income in amount(), part in 0u32..=1_000_000, assets in amount(), target in amount()) {
			let most = Permill::from_parts(part);
			prop_assert!(reward(income, most, assets, target) <= most.mul_floor(income));
		}

		/// More income does not hasten the release of the rest, nor its own.
		#[test]
		fn income_should_take_its_time(rewards in amount(), left in 1..=1_000u64, more in amount(), elapsed in 0..1_000u64) {
			let sum = BigUint::from(rewards) + more;
			prop_assume!(sum <= u128::MAX.into() && sum > 0u32.into());
			let after = left_after(rewards, left, more, 1_000);
			prop_assert!((left.min(1_000)..=1_000).contains(&after) || rewards == 0 && after == 1_000);
			let together = released(rewards + more, elapsed, after);
			let alone = BigUint::from(rewards) * elapsed.min(left) / left + BigUint::from(more) * elapsed / 1_000u32;
			// The mean releases no more than both would, until the earlier of them ends.
			if elapsed <= left {
				prop_assert!(BigUint::from(together) <= alone + 1u32);
			}
		}

		/// The number of times that rewards are released makes no difference but for a unit each.
		#[test]
		fn release_in_steps_should_be_that_at_once(rewards in 0..1u128 << 100, cut in 1..999u64) {
			let first = released(rewards, cut, 1_000);
			let second = released(rewards - first, 500, 1_000 - cut);
			let at_once = released(rewards, (cut + 500).min(1_000), 1_000);
			prop_assert!((first + second).abs_diff(at_once) <= 1, "{first} {second} {at_once}");
		}
	}
}
