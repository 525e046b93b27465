// SPDX-License-Identifier: Apache-2.0

//! The capital that a pool locks for the incidents of one product: the most that they could cost.
//!
//! Insurers call it the case reserve. The rule is this project's own: decided amounts add up, and
//! undecided ones are shared, as each unit of cover is claimed once. See
//! `docs/adr/0011-settling-short.md` and `docs/adr/0016-a-second-breach.md`.

/// The amounts that incidents of one product could cost a pool, by the stage of each, in the
/// asset's units.
///
/// The amount of an incident that waits behind another one is the most that both could cost
/// together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shared {
	/// The sum of the known claims.
	pub totalled: u128,
	/// The sum of the amounts that are reserved.
	pub reserved: u128,
	/// The largest undecided amount.
	pub open: u128,
}

impl Shared {
	/// Returns the amounts with that of one more undecided incident.
	pub fn with_open(self, amount: u128) -> Self {
		Self { open: self.open.max(amount), ..self }
	}

	/// Returns the amounts with the known claims of one more incident. `None` if the sum does not
	/// fit.
	pub fn with_totalled(self, amount: u128) -> Option<Self> {
		Some(Self { totalled: self.totalled.checked_add(amount)?, ..self })
	}

	/// Returns the amounts with one more that is reserved. `None` if the sum does not fit.
	pub fn with_reserved(self, amount: u128) -> Option<Self> {
		Some(Self { reserved: self.reserved.checked_add(amount)?, ..self })
	}

	/// The most that all open incidents could cost together; exact. `None` if the sum does not fit.
	pub fn total(&self) -> Option<u128> {
		Some(self.totalled.checked_add(self.reserved)?.max(self.open))
	}

	/// The most that they could cost besides what is reserved, and besides `known` claims of
	/// another incident on the product. `None` if a sum does not fit.
	pub fn beside(&self, known: u128) -> Option<u128> {
		let decided = self.reserved.checked_add(known)?;
		// Saturates where all that is open is shared with what is decided.
		Some(self.open.saturating_sub(decided).max(self.totalled))
	}

	/// The amount of a new incident behind these, if `exposure` is in force: the most that all can
	/// cost together. `None` if a sum does not fit.
	///
	/// Totalled claims are out of the exposure already. Open and reserved amounts are in it, but
	/// for claims that were registered since and cover that has ended since.
	pub fn behind(&self, exposure: u128) -> Option<u128> {
		let undecided = self.open.max(self.reserved);
		Some(undecided.max(exposure.checked_add(self.totalled)?))
	}
}

/// The claimed part of the amount `locked` for a product, of which cover of `backed` is left, and
/// claims of `known` are known.
///
/// Until claims are known, the amount stands for the cover itself. What the cover has fallen by
/// counts as claimed. Some of it may have ended instead, which only errs on the safe side.
pub fn claimed(locked: u128, backed: u128, known: u128) -> u128 {
	// Saturates if more is covered than locked: then no part is claimed.
	locked.saturating_sub(backed).max(known)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use proptest::prelude::*;

	/// Incidents by their stage, and the amount of each.
	fn incidents() -> impl Strategy<Value = Vec<(u8, u128)>> {
		prop::collection::vec((0u8..3, 0..1u128 << 100), 0..6)
	}

	fn shared(incidents: &[(u8, u128)]) -> Shared {
		incidents.iter().fold(Shared::default(), |sum, (stage, amount)| match stage {
			0 => sum.with_open(*amount),
			1 => sum.with_totalled(*amount).unwrap(),
			_ => sum.with_reserved(*amount).unwrap(),
		})
	}

	#[test]
	fn claimed_should_be_what_fell_or_is_known() {
		assert_eq!((claimed(100, 70, 0), claimed(100, 70, 40), claimed(100, 130, 0)), (30, 40, 0));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		/// At least each one alone and all decided ones together, at most all added up, in any
		/// order.
		#[test]
		fn total_should_be_between_the_largest_and_the_sum(incidents in incidents(), turn in any::<usize>()) {
			let total = shared(&incidents).total().unwrap();
			let sum = |of: &dyn Fn(u8) -> bool| {
				incidents.iter().filter(|(stage, _)| of(*stage)).map(|(_, amount)| amount).sum::<u128>()
			};
			prop_assert!(incidents.iter().all(|(_, amount)| *amount <= total));
			prop_assert!(sum(&|stage| stage > 0) <= total && total <= sum(&|_| true));
			let mut turned = incidents.clone();
			turned.rotate_left(turn % incidents.len().max(1));
			prop_assert_eq!(shared(&turned), shared(&incidents));
		}

		/// The reserved amounts, the known claims and the rest beside them are enough for
		/// everything.
		#[test]
		fn beside_should_leave_enough_for_the_total(incidents in incidents(), known in 0..1u128 << 100) {
			let shared = shared(&incidents);
			let beside = shared.beside(known).unwrap();
			prop_assert!(shared.reserved + known + beside >= shared.total().unwrap());
			prop_assert!(beside <= shared.total().unwrap());
			prop_assert!(beside >= shared.beside(known + 1).unwrap());
		}

		#[test]
		fn claimed_should_never_be_less_than_what_is_known(
			locked in any::<u128>(), backed in any::<u128>(), known in any::<u128>(), more in any::<u128>(),
		) {
			let found = claimed(locked, backed, known);
			prop_assert!(found >= known && (found == known || found + backed == locked));
			prop_assert!(claimed(locked, backed.saturating_add(more), known) <= found);
		}

		/// A new incident is never locked for less than those before it, as long as the reserved
		/// amounts are in the exposure.
		#[test]
		fn behind_should_be_at_least_the_total_and_the_cover(incidents in incidents(), more in 0..1u128 << 100) {
			let shared = shared(&incidents);
			let exposure = shared.reserved + more;
			let behind = shared.behind(exposure).unwrap();
			prop_assert!(behind >= shared.total().unwrap() && behind >= exposure);
			prop_assert_eq!(shared.with_open(behind).total(), Some(behind));
		}
	}
}
