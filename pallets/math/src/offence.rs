// SPDX-License-Identifier: Apache-2.0

//! The slashes of validators for offences, and their rewards for blocks.

use primitive_types::U256;
use sp_arithmetic::{traits::Saturating, Perbill};

/// The largest fraction of a bond that being offline costs: 7 %.
pub const OFFLINE_SLASH: Perbill = Perbill::from_percent(7);

/// The fraction of each bond that is slashed when `offline` of `validators` made no block in a
/// session: `3 × (offline - floor(validators / 10) - 1) / validators × 7 %`, at least zero, at most
/// 7 %.
///
/// An outage of few is no attack. One of a third stops finality.
pub fn offline_fraction(offline: u32, validators: u32) -> Perbill {
	let tolerated = validators.checked_div(10).unwrap_or(0).saturating_add(1);
	let beyond = offline.saturating_sub(tolerated).saturating_mul(3);
	Perbill::from_rational(beyond, validators.max(1)).saturating_mul(OFFLINE_SLASH)
}

/// The amount that an offence takes from the `bond` that is left, if `taken` of the bond `of` was
/// slashed for the same session before: `floor(fraction × of) - taken`, at least zero, at most
/// `bond`.
///
/// The largest fraction of a session counts, and not the sum of all.
pub fn slash(fraction: Perbill, of: u128, taken: u128, bond: u128) -> u128 {
	fraction.mul_floor(of).saturating_sub(taken).min(bond)
}

/// The part of `amount` for `blocks` of all blocks: `floor(amount × blocks / all)`.
///
/// The parts of all validators sum to the amount at most. `None` if there are no blocks, or more
/// than all.
pub fn reward(amount: u128, blocks: u32, all: u32) -> Option<u128> {
	if blocks > all {
		return None;
	}
	U256::from(amount).checked_mul(blocks.into())?.checked_div(all.into())?.try_into().ok()
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use proptest::prelude::*;

	/// Polkadot's staking with 100 validators: nothing for eleven, `3 × (34 - 11) / 100 × 7 %` for
	/// 34, all of it for 45.
	#[test]
	fn offline_should_cost_what_polkadot_takes() {
		let parts = |offline, validators| offline_fraction(offline, validators).deconstruct();
		assert_eq!([0, 1, 11].map(|offline| parts(offline, 100)), [0, 0, 0]);
		assert_eq!(parts(12, 100), 2_100_000);
		assert_eq!(parts(34, 100), 48_300_000);
		assert_eq!([45, 100].map(|offline| parts(offline, 100)), [70_000_000; 2]);
		// Substrate's im-online pallet tests with 50 validators: none for 5, 0.42 % for 7, 7 % for
		// 50.
		assert_eq!([5, 7, 50].map(|offline| parts(offline, 50)), [0, 4_200_000, 70_000_000]);
	}

	#[test]
	fn one_should_never_pay_for_being_offline_alone() {
		assert!((0..=100).all(|validators| offline_fraction(1, validators).is_zero()));
		assert!(offline_fraction(2, 4) > Perbill::zero());
	}

	#[test]
	fn reward_should_be_none_without_blocks() {
		assert_eq!([reward(7, 0, 0), reward(7, 2, 1), reward(7, 0, 1)], [None, None, Some(0)]);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn offline_fraction_should_rise_with_the_outage(validators in 1u32..=100, offline in 0u32..100) {
			let fraction = |offline| offline_fraction(offline, validators);
			prop_assert!(fraction(offline) <= fraction(offline + 1));
			prop_assert!(fraction(offline) <= OFFLINE_SLASH);
		}

		/// Reports in any order take what the largest fraction takes, and no report is free when it
		/// is larger.
		#[test]
		fn slashes_of_a_session_should_be_the_largest(
			bond in any::<u128>(), fractions in proptest::collection::vec(0u32..=1_000_000_000, 1..8),
		) {
			let mut taken = 0;
			for parts in &fractions {
				taken += slash(Perbill::from_parts(*parts), bond, taken, bond - taken);
			}
			let largest = fractions.iter().max().copied().unwrap_or(0);
			prop_assert_eq!(taken, Perbill::from_parts(largest).mul_floor(bond));
		}

		#[test]
		fn slash_should_leave_no_less_than_nothing(
			fraction in 0u32..=1_000_000_000, of in any::<u128>(), taken in any::<u128>(), bond in any::<u128>(),
		) {
			prop_assert!(slash(Perbill::from_parts(fraction), of, taken, bond) <= bond);
		}

		#[test]
		fn rewards_should_sum_to_the_amount_at_most(
			amount in any::<u128>(), blocks in proptest::collection::vec(0u32..2_000, 1..100),
		) {
			let all: u32 = blocks.iter().sum();
			prop_assume!(all > 0);
			let mut sum = 0u128;
			for blocks in &blocks {
				sum = sum.checked_add(reward(amount, *blocks, all).unwrap()).unwrap();
			}
			prop_assert!(sum <= amount && amount - sum < blocks.len() as u128);
		}
	}
}
