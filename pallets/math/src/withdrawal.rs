// SPDX-License-Identifier: Apache-2.0

//! The payment to the head of a pool's withdrawal queue: in parts, as far as capital is free.

use sp_arithmetic::Permill;

/// The largest least part payment of a withdrawal: one hundredth of the pool's assets. So no number
/// that governance sets can stop a queue.
pub const LARGEST_LEAST_PART: Permill = Permill::from_percent(1);

/// The payment to the head of a queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payment {
	/// No capital of the pool is free for it: the whole queue waits.
	Waits,
	/// Capital is free, but not of this tranche: the other tranche's queue may go on.
	PassedOn,
	/// An amount in the asset's units; above zero.
	Of(u128),
}

/// The least part payment for shares worth `value`, in the asset's units: the asset's smallest
/// withdrawal `min`, so that a queue is not paid out unit by unit, block by block; at most a
/// hundredth of the pool's `assets`, rounded up, and at most all of it.
pub fn least_part(value: u128, min: u128, assets: u128) -> u128 {
	min.min(LARGEST_LEAST_PART.mul_ceil(assets)).min(value)
}

/// The capital that the cover in force does not require; zero after a loss that left the pool
/// undercapitalised.
pub fn free(assets: u128, required: u128) -> u128 {
	assets.saturating_sub(required)
}

/// The payment for shares worth `value`: the smallest of the value, the `free` capital, and what
/// `may_leave` of the tranche. It is never below the `least` part.
pub fn payment(value: u128, least: u128, free: u128, may_leave: u128) -> Payment {
	if free == 0 || free < least {
		return Payment::Waits;
	}
	match value.min(free).min(may_leave) {
		0 => Payment::PassedOn,
		amount if amount < least => Payment::PassedOn,
		amount => Payment::Of(amount),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	#[test]
	fn least_part_should_be_the_smallest_of_three() {
		assert_eq!(least_part(500, 100, 1_000_000), 100);
		assert_eq!(least_part(500, 100, 9_901), 100);
		assert_eq!(least_part(500, 100, 9_900), 99);
		assert_eq!(least_part(7, 100, 1_000_000), 7);
		assert_eq!(least_part(7, 100, 0), 0);
	}

	#[test]
	fn payment_should_be_what_is_free_and_may_leave() {
		assert_eq!(payment(500, 100, 1_000, 1_000), Payment::Of(500));
		assert_eq!(payment(500, 100, 300, 1_000), Payment::Of(300));
		assert_eq!(payment(500, 100, 300, 200), Payment::Of(200));
		assert_eq!(payment(500, 100, 300, 99), Payment::PassedOn);
		assert_eq!(payment(500, 0, 300, 0), Payment::PassedOn);
		assert_eq!(payment(500, 100, 99, 1_000), Payment::Waits);
		assert_eq!(payment(500, 0, free(7, 9), 1_000), Payment::Waits);
	}

	fn amount() -> impl Strategy<Value = u128> {
		(any::<u128>(), 0u32..128).prop_map(|(n, shift)| n >> shift)
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn payment_should_keep_every_limit_and_the_required_capital(
			value in 1..u128::MAX, min in amount(), assets in amount(), required in amount(), may_leave in amount(),
		) {
			let (least, free) = (least_part(value, min, assets), free(assets, required));
			let hundredth = (BigUint::from(assets) + 99u32) / 100u32;
			prop_assert_eq!(BigUint::from(least), hundredth.min(min.into()).min(value.into()));
			match payment(value, least, free, may_leave) {
				Payment::Of(paid) => {
					prop_assert!(paid > 0 && least <= paid && paid <= value && paid <= may_leave);
					prop_assert!(assets - paid >= required);
				}
				Payment::Waits => prop_assert!(free == 0 || free < least),
				Payment::PassedOn => prop_assert!(may_leave == 0 || may_leave < least),
			}
		}

		/// No smallest withdrawal stops a queue while a hundredth of the assets is free.
		#[test]
		fn queue_should_go_on_when_a_hundredth_is_free(
			value in 1..u128::MAX, min in any::<u128>(), assets in 1..u128::MAX, part in any::<u128>(),
		) {
			let hundredth = assets.div_ceil(100);
			let free = hundredth + part % (assets - hundredth + 1);
			prop_assert!(matches!(payment(value, least_part(value, min, assets), free, assets), Payment::Of(_)));
		}
	}
}
