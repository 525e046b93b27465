// SPDX-License-Identifier: Apache-2.0

//! The target of the reserve, and the share of premium that moves its funds towards it.
//!
//! The stress loss is like the one that central counterparties hold funds for: the two largest
//! risks fail at once ("Cover 2", CPMI-IOSCO, Principles for financial market infrastructures,
//! Principle 4). Here a risk is a correlation group, and the loss is the part that a pool's own
//! capital does not bear. It is summed over the pools for the two largest groups of each, so it is
//! never below the loss of any two groups for all pools.

use primitive_types::U256;
use sp_arithmetic::Permill;

/// The part of the loss of the two largest of `exposures`, one for each group, that the capital of
/// a pool does not bear and the reserve would be asked for: at most `most`, the greatest amount
/// that the reserve gives the pool.
pub fn shortfall(exposures: impl Iterator<Item = u128>, capital: u128, most: u128) -> u128 {
	let (first, second) = exposures.fold((0u128, 0u128), |(first, second), exposure| {
		(first.max(exposure), second.max(exposure.min(first)))
	});
	// A sum beyond 128 bits is above any limit of the reserve.
	first.saturating_add(second).saturating_sub(capital).min(most)
}

/// The target: the stress loss, and at least the part `least` of all exposure, rounded up.
pub fn target(stress: u128, exposure: u128, least: Permill) -> u128 {
	least.mul_ceil(exposure).max(stress)
}

/// The share of premium for funds of `funds` and a `target`: `base × target / funds`, within
/// `bounds`, rounded up, for the reserve. Without a target it is `base`, within the same bounds.
pub fn wanted_share(base: Permill, funds: u128, target: u128, bounds: (Permill, Permill)) -> Permill {
	let (least, most) = bounds;
	let share = if target == 0 {
		base
	} else {
		let product = U256::from(target).saturating_mul(base.deconstruct().into());
		let rounded = product.saturating_add(U256::from(funds).saturating_sub(U256::one()));
		// `None` is a reserve without funds: the most.
		let parts = rounded.checked_div(funds.into()).unwrap_or(U256::MAX);
		Permill::from_parts(parts.min(Permill::one().deconstruct().into()).low_u32())
	};
	// The least wins over a most that is below it.
	share.min(most).max(least)
}

/// The share of premium after one `step` at most from `now` towards `wanted`.
pub fn next_share(now: Permill, wanted: Permill, step: Permill) -> Permill {
	let (now, wanted, step) = (now.deconstruct(), wanted.deconstruct(), step.deconstruct());
	let parts = if wanted >= now {
		wanted.min(now.saturating_add(step))
	} else {
		wanted.max(now.saturating_sub(step))
	};
	Permill::from_parts(parts)
}

/// True if `funds` cover less of `target` than `other_funds` of `other_target`. A target of zero is
/// covered whatever the funds.
pub fn covers_less(funds: u128, target: u128, other_funds: u128, other_target: u128) -> bool {
	let (this, other) = (
		U256::from(funds).saturating_mul(other_target.into()),
		U256::from(other_funds).saturating_mul(target.into()),
	);
	match (target, other_target) {
		(0, _) => false,
		(_, 0) => true,
		_ => this < other,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	const BOUNDS: (Permill, Permill) = (Permill::from_percent(10), Permill::from_percent(25));
	const BASE: Permill = Permill::from_percent(15);

	fn amount() -> impl Strategy<Value = u128> {
		(any::<u128>(), 0u32..128).prop_map(|(n, shift)| n >> shift)
	}

	#[test]
	fn shortfall_should_be_what_capital_and_limit_leave() {
		let of = |exposures: &[u128], capital, most| shortfall(exposures.iter().copied(), capital, most);
		assert_eq!(of(&[70, 50, 40], 100, 1_000), 20);
		assert_eq!(of(&[40, 50, 70], 100, 1_000), 20);
		assert_eq!(of(&[50, 70], 100, 15), 15);
		assert_eq!(of(&[70, 20, 20], 100, 15), 0);
		assert_eq!(of(&[60, 60], 100, 15), 15);
		assert_eq!((of(&[], 0, 9), of(&[5], 3, 9)), (0, 2));
		assert_eq!(of(&[u128::MAX, u128::MAX], 0, u128::MAX), u128::MAX);
	}

	#[test]
	fn target_should_be_the_larger_of_stress_and_a_part_of_the_exposure() {
		let least = Permill::from_percent(2);
		assert_eq!((target(30, 1_001, least), target(3, 1_001, least), target(0, 0, least)), (30, 21, 0));
	}

	#[test]
	fn share_should_rise_when_the_reserve_is_thin_and_fall_when_it_is_full() {
		let percent = Permill::from_percent;
		assert_eq!(wanted_share(BASE, 100, 100, BOUNDS), BASE);
		assert_eq!(wanted_share(BASE, 75, 100, BOUNDS), percent(20));
		assert_eq!(wanted_share(BASE, 10, 100, BOUNDS), percent(25));
		assert_eq!(wanted_share(BASE, 0, 100, BOUNDS), percent(25));
		assert_eq!(wanted_share(BASE, 1_000, 100, BOUNDS), percent(10));
		assert_eq!(wanted_share(BASE, 0, 0, BOUNDS), BASE);
		assert_eq!(wanted_share(percent(40), 0, 0, BOUNDS), percent(25));
	}

	#[test]
	fn share_should_move_by_one_step_at_most() {
		let percent = Permill::from_percent;
		assert_eq!(next_share(percent(15), percent(20), percent(1)), percent(16));
		assert_eq!(next_share(percent(15), percent(10), percent(1)), percent(14));
		assert_eq!(next_share(percent(15), percent(15), percent(1)), percent(15));
		assert_eq!(next_share(percent(0), percent(100), percent(100)), percent(100));
	}

	#[test]
	fn ratios_should_be_compared_exactly() {
		assert!(covers_less(1, 2, 2, 3) && !covers_less(2, 3, 1, 2) && !covers_less(1, 2, 2, 4));
		assert!(covers_less(5, 1, 0, 0) && !covers_less(0, 0, 5, 1) && !covers_less(0, 0, 0, 0));
		assert!(covers_less(u128::MAX - 1, u128::MAX, 1, 1));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn share_should_be_the_exact_ceiling_within_its_bounds(base in 0u32..=1_000_000, funds in amount(), target in amount()) {
			let (least, most) = (BigUint::from(100_000u32), BigUint::from(250_000u32));
			let share = wanted_share(Permill::from_parts(base), funds, target, BOUNDS).deconstruct();
			let expected = match (funds, target) {
				(_, 0) => BigUint::from(base),
				(0, _) => most.clone(),
				_ => (BigUint::from(target) * base + funds - 1u32) / funds,
			};
			prop_assert_eq!(BigUint::from(share), expected.min(most).max(least));
		}

		#[test]
		fn share_should_reach_what_is_wanted(from in 0u32..=1_000_000, to in 0u32..=1_000_000) {
			let (mut now, to, step) = (Permill::from_parts(from), Permill::from_parts(to), Permill::from_parts(5_000));
			for _ in 0..200 {
				let next = next_share(now, to, step);
				prop_assert!(next.deconstruct().abs_diff(now.deconstruct()) <= 5_000);
				now = next;
			}
			prop_assert_eq!(now, to);
		}
	}
}
