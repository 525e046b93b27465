// SPDX-License-Identifier: Apache-2.0

//! The claim of a policy under an upheld incident, and the parts of it that pools pay.
//!
//! ```text
//! insured = floor(loss × (1 − coinsurance))
//! window  = min(cover in force − claimed cover, cover left)
//! claim   = min(insured − deductible − earlier claims, window, most)
//! ```
//!
//! All differences end at zero. Coinsurance and deductible are of the whole loss, so a second
//! policy does not make up for them: see `docs/adr/0013-proposals.md` for the rule and two
//! examples.

use crate::payout;
use sp_arithmetic::{PerThing, Permill};

/// A loss, the terms of a policy, and the cover that the policy had and has. Amounts are in the
/// asset's units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Assessed {
	/// The loss: of the insured account, or by the payout curve.
	pub loss: u128,
	/// The part of the loss that the holder bears.
	pub coinsurance: Permill,
	/// The amount taken off the rest.
	pub deductible: u128,
	/// Claims under other policies for the same loss.
	pub earlier: u128,
	/// The most that the finding allows besides.
	pub most: u128,
	/// The cover in force when the event occurred.
	pub in_force: u128,
	/// The part of the policy's cover that was claimed before.
	pub claimed: u128,
	/// The part of the policy's cover that pools back now.
	pub left: u128,
}

impl Assessed {
	/// The cover that the claim can use. Cover that begins later does not make good for claims on
	/// earlier cover.
	pub fn window(&self) -> u128 {
		// Saturation: more can be claimed than was in force when the event occurred, later.
		self.in_force.saturating_sub(self.claimed).min(self.left)
	}

	/// The claim, rounded down, against the holder; zero if the holder bears the whole loss.
	pub fn claim(&self) -> u128 {
		// Saturation: a loss below the deductible is borne by the holder. Other policies may have
		// paid more than these terms allow.
		let insured = insured(self.loss, self.coinsurance).saturating_sub(self.deductible);
		insured.saturating_sub(self.earlier).min(self.window()).min(self.most)
	}
}

/// The part of a loss that is insured, before the deductible: `floor(loss × (1 − coinsurance))`.
pub fn insured(loss: u128, coinsurance: Permill) -> u128 {
	coinsurance.left_from_one().mul_floor(loss)
}

/// The parts of a claim of `amount` that pools pay, by the `covers` that they back. The covers are
/// in the order in which they come into force. Those beyond the first `window` units were not in
/// force, and pay zero.
///
/// The parts add up to the amount, to the unit, if the covers are at least the window. A part is
/// `None` if the window is zero or a sum does not fit.
pub fn parts(
	amount: u128,
	window: u128,
	covers: impl IntoIterator<Item = u128>,
) -> impl Iterator<Item = Option<u128>> {
	payout::portions(amount, covers, window)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigInt;
	use proptest::prelude::*;

	const LOSS: Assessed = Assessed {
		loss: 4_000,
		coinsurance: Permill::from_percent(10),
		deductible: 50,
		earlier: 0,
		most: 10_000,
		in_force: 10_000,
		claimed: 0,
		left: 10_000,
	};

	/// The numbers of `docs/adr/0013-proposals.md`.
	#[test]
	fn claim_should_be_that_of_the_decision_record() {
		assert_eq!(LOSS.claim(), 3_550);
		assert_eq!(Assessed { earlier: 2_000, ..LOSS }.claim(), 1_550);
		assert_eq!(Assessed { earlier: 3_550, ..LOSS }.claim(), 0);
	}

	#[test]
	fn claim_should_end_at_each_limit_alone() {
		assert_eq!(Assessed { most: 7, ..LOSS }.claim(), 7);
		assert_eq!(Assessed { left: 8, ..LOSS }.claim(), 8);
		assert_eq!(Assessed { claimed: 9_991, ..LOSS }.claim(), 9);
		assert_eq!(Assessed { in_force: 10, ..LOSS }.claim(), 10);
		assert_eq!(Assessed { deductible: 3_600, ..LOSS }.claim(), 0);
		assert_eq!(Assessed { loss: 1, deductible: 0, ..LOSS }.claim(), 0);
	}

	#[test]
	fn parts_should_be_paid_by_the_cover_in_force() {
		let paid = |amount, window| parts(amount, window, [50, 30, 20]).collect::<Vec<_>>();
		assert_eq!(paid(80, 80), [Some(50), Some(30), Some(0)]);
		assert_eq!(paid(7, 60), [Some(5), Some(2), Some(0)]);
		assert_eq!(paid(0, 0), [None, None, None]);
	}

	fn amount() -> impl Strategy<Value = u128> {
		(any::<u128>(), 0u32..128).prop_map(|(n, shift)| n >> shift)
	}

	prop_compose! {
		fn assessed()(
			loss in amount(), part in 0u32..=1_000_000, deductible in amount(), earlier in amount(),
			most in amount(), in_force in amount(), claimed in amount(), left in amount(),
		) -> Assessed {
			let coinsurance = Permill::from_parts(part);
			Assessed { loss, coinsurance, deductible, earlier, most, in_force, claimed, left }
		}
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		/// In whole numbers of any size and sign: the least of the four limits, or zero.
		#[test]
		fn claim_should_be_the_least_of_its_limits(a in assessed()) {
			let big = |n: u128| BigInt::from(n);
			let insured = big(a.loss) * (1_000_000 - a.coinsurance.deconstruct()) / 1_000_000;
			let limits = [
				insured - a.deductible - a.earlier, big(a.in_force) - a.claimed, big(a.left), big(a.most),
			];
			let least = limits.into_iter().min().unwrap().max(big(0));
			prop_assert_eq!(big(a.claim()), least);
		}

		/// All claims for one loss are at most what the most generous terms allow alone.
		#[test]
		fn claims_for_one_loss_should_be_at_most_the_largest_alone(
			loss in amount(), policies in prop::collection::vec(assessed(), 1..6),
		) {
			let alone = policies.iter().map(|a| Assessed { loss, earlier: 0, ..*a });
			let most = alone.clone().map(|a| insured(loss, a.coinsurance).saturating_sub(a.deductible)).max();
			let all = alone.fold(0, |earlier, a| earlier + Assessed { earlier, ..a }.claim());
			prop_assert!(Some(all) <= most);
		}

		#[test]
		fn parts_should_be_the_claim_and_within_each_cover(
			covers in prop::collection::vec(0..1u128 << 100, 1..5), seed in any::<(u128, u128)>(),
		) {
			let all: u128 = covers.iter().sum();
			let window = seed.0 % (all + 1);
			let claim = seed.1 % (window + 1);
			if window > 0 {
				let paid: Vec<_> = parts(claim, window, covers.clone()).map(Option::unwrap).collect();
				prop_assert_eq!(paid.iter().sum::<u128>(), claim);
				prop_assert!(paid.iter().zip(&covers).all(|(part, cover)| part <= cover));
			}
		}
	}
}
