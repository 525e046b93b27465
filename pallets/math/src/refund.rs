// SPDX-License-Identifier: Apache-2.0

//! The refund of cover that is given back, and the share of a renewal in unearned premium.
//!
//! Cover near the threshold of its trigger was sold with a surcharge. The surcharge comes back only
//! as far as the option is worth it now. Otherwise a buyer could give cover back as soon as the
//! danger is over, and have paid for hardly any of it. The rule is this project's own, see
//! `docs/adr/0008-one-price-per-product.md`.

use crate::{payout::portion, units::ONE};
use primitive_types::U256;
use sp_arithmetic::Permill;

/// The worth of cover now as a part of the price that it was sold for, in 10^-18, rounded down:
/// `min(max(base, option) / (base + surcharge), 1)`; one without a surcharge.
///
/// `base` is the annual rate at which it was sold without the `surcharge`, and `option` the rate
/// that its option is worth now, all three in millionths.
pub fn worth(base: u32, surcharge: u32, option: u32) -> u128 {
	let sold = u128::from(base).saturating_add(surcharge.into());
	let now = u128::from(base.max(option));
	match surcharge {
		0 => ONE,
		// All three are below 2^64, and the rate that was sold is above zero.
		_ => now.min(sold).saturating_mul(ONE).checked_div(sold).unwrap_or(0),
	}
}

/// The refund for `unearned` units: their `worth` (see [`worth`]), rounded down, less the `fee` on
/// it, rounded up; both against the holder. It is never above `unearned`.
pub fn refund(unearned: u128, worth: u128, fee: Permill) -> u128 {
	let worth = U256::from(unearned).saturating_mul(worth.min(ONE).into());
	// Below 2^128, as it is a part of `unearned`. A fee is at most the amount it is taken from.
	let worth = worth.checked_div(ONE.into()).map_or(0, |units| units.low_u128());
	worth.saturating_sub(fee.mul_ceil(worth))
}

/// The unearned premium of a policy, in the asset's units, by the renewals that it was paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unearned {
	/// The part of the renewals that would be undone together.
	pub renewals: u128,
	/// The rest.
	pub before: u128,
}

/// The unearned premium after one more renewal of `premium`, which counts as one with the earlier
/// renewals. `was` are both parts when the last of those was made. `before` is the unearned premium
/// without the new one now: rounded down it is `before_down`, rounded up `before_up`.
///
/// The earlier renewals' part of it is the part that they had, rounded down, against the holder.
/// `None` if a number does not fit, or no premium was unearned.
pub fn renewed(premium: u128, was: Unearned, before_down: u128, before_up: u128) -> Option<Unearned> {
	let all = was.renewals.checked_add(was.before)?;
	let earlier = portion(before_down, 0, was.renewals, all)?;
	Some(Unearned { renewals: premium.checked_add(earlier)?, before: before_up.checked_sub(earlier)? })
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	#[test]
	fn refund_should_be_the_worth_less_the_fee() {
		// 2 % and a surcharge of 8 %; the option is worth 5 % now: half of what was paid.
		assert_eq!(worth(20_000, 80_000, 50_000), ONE / 2);
		assert_eq!(refund(1_001, ONE / 2, Permill::from_percent(10)), 450);
		// The danger is over: a fifth.
		assert_eq!(worth(20_000, 80_000, 0), ONE / 5);
		// It is nearer than when it was sold: no more than was paid.
		assert_eq!(worth(20_000, 80_000, 900_000), ONE);
		assert_eq!((worth(20_000, 0, 0), worth(0, 0, 0)), (ONE, ONE));
		assert_eq!(refund(u128::MAX, u128::MAX, Permill::zero()), u128::MAX);
		assert_eq!(refund(1_000, ONE, Permill::one()), 0);
	}

	#[test]
	fn renewal_should_keep_the_part_of_the_earlier_ones() {
		let was = Unearned { renewals: 300, before: 100 };
		assert_eq!(renewed(50, was, 201, 202), Some(Unearned { renewals: 200, before: 52 }));
		assert_eq!(renewed(50, Unearned { renewals: 0, before: 0 }, 1, 1), None);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn worth_should_be_the_exact_floor_and_rise_with_the_option(
			base in any::<u32>(), surcharge in any::<u32>(), option in any::<u32>(), more in any::<u32>(),
		) {
			let found = worth(base, surcharge, option);
			let sold = u64::from(base) + u64::from(surcharge);
			if surcharge > 0 {
				let now = u64::from(base.max(option)).min(sold);
				prop_assert_eq!(BigUint::from(found), BigUint::from(now) * ONE / sold);
			}
			prop_assert!(found <= ONE && found <= worth(base, surcharge, option.saturating_add(more)));
		}

		#[test]
		fn refund_should_be_the_exact_floor_less_the_exact_fee(
			unearned in any::<u128>(), worth in 0..=ONE, fee in 0u32..=1_000_000,
		) {
			let worth_now = BigUint::from(unearned) * worth / ONE;
			let kept = (&worth_now * fee + 999_999u32) / 1_000_000u32;
			let found = refund(unearned, worth, Permill::from_parts(fee));
			prop_assert_eq!(BigUint::from(found), worth_now - kept);
		}

		/// No unit is lost or made, and the renewals never have more than their part.
		#[test]
		fn renewed_should_account_for_every_unit(
			premium in 0..1u128 << 100, renewals in 0..1u128 << 100, before in 1..1u128 << 100, down in 0..1u128 << 100, up in 0u128..2,
		) {
			let now = renewed(premium, Unearned { renewals, before }, down, down + up).unwrap();
			prop_assert_eq!(now.renewals + now.before, premium + down + up);
			let earlier = BigUint::from(down) * renewals / (renewals + before);
			prop_assert_eq!(BigUint::from(now.renewals), earlier + premium);
		}
	}
}
