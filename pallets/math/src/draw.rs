// SPDX-License-Identifier: Apache-2.0

//! The reserve's draw: the amount that a pool without enough assets gets for one incident.
//!
//! Three limits stand one behind the other: the pool's own, by its contributions and its capital;
//! the limits of the incident and of its correlation group, parts of the reserve's funds when the
//! incident was opened; and the funds themselves. The limits of incident and group alone make a
//! debt of the reserve. The rule is this project's own: the reserve is bounded for each pool, so
//! that no pool lives on the contributions of others, and for each incident and group, so that a
//! part is left for the next one. The payment is a loan: see
//! `docs/adr/0007-two-tranches-and-the-loan.md`.

use sp_arithmetic::Permill;

/// A pool's request and all limits it meets, in the asset's units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ask {
	/// The amount that the pool asks for.
	pub wanted: u128,
	/// The pool's capital before the loss.
	pub capital: u128,
	/// The amount that the pool got or is owed in this incident already.
	pub before: u128,
	/// The amount that the pool's contributions still allow: [`pool_left`].
	pub pool_left: u128,
	/// The amount that the incident and its group still allow: the lesser of [`limit_left`] of
	/// both.
	pub limit_left: u128,
	/// The amount that the reserve can pay out.
	pub funds: u128,
}

/// The answer to an [`Ask`], in the asset's units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answer {
	/// The amount to be paid.
	pub paid: u128,
	/// The amount to be owed by the reserve: the part that the limits of the incident and of its
	/// group hold back of the amount that the pool's own limit allows.
	pub held_back: u128,
}

impl Ask {
	/// Returns the amounts to be paid and owed; exact.
	///
	/// - The pool's own limit comes first: the amount above it is the pool's own matter.
	/// - Of the rest the limits of incident and group let a part through and hold the other back,
	///   to be owed.
	/// - The part let through is paid as far as the funds go. The amount that the funds lack is not
	///   owed by the reserve.
	pub fn answer(&self) -> Answer {
		// If the capital is below the amount that the pool got already, no more is given.
		let pool = self.capital.saturating_sub(self.before).min(self.pool_left);
		let eligible = self.wanted.min(pool);
		let allowed = eligible.min(self.limit_left);
		// `allowed` is at most `eligible`: exact.
		Answer { paid: allowed.min(self.funds), held_back: eligible.saturating_sub(allowed) }
	}
}

/// The amount that the reserve may still give for a pool: `multiple` times what the pool has
/// `contributed`, less what it was `paid` and is `owed`; zero if that is negative.
pub fn pool_left(contributed: u128, multiple: u32, paid: u128, owed: u128) -> u128 {
	// A product beyond 128 bits is above all the money there is, so the largest number says the
	// same. A difference below zero comes from a multiple lowered since: zero is left.
	contributed.saturating_mul(multiple.into()).saturating_sub(paid).saturating_sub(owed)
}

/// The most that all pools together may draw for an incident, or for the incidents of a correlation
/// group within 30 days: `floor(funds × part)`, rounded down, against the incident. `funds` are own
/// funds and stake when the incident was opened.
pub fn limit(funds: u128, part: Permill) -> u128 {
	part.mul_floor(funds)
}

/// The amount that a limit still allows after `drawn`.
pub fn limit_left(limit: u128, drawn: u128) -> u128 {
	// A group can have drawn more than its limit of now, which was higher before: zero is left.
	limit.saturating_sub(drawn)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	const ASK: Ask = Ask {
		wanted: 1_000,
		capital: 10_000,
		before: 0,
		pool_left: 10_000,
		limit_left: 10_000,
		funds: 10_000,
	};

	fn amount() -> impl Strategy<Value = u128> {
		(any::<u128>(), 0u32..128).prop_map(|(n, shift)| n >> shift)
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn answer_should_keep_every_limit(
			wanted in amount(), capital in amount(), before in amount(),
			pool_left in amount(), limit_left in amount(), funds in amount(),
		) {
			let ask = Ask { wanted, capital, before, pool_left, limit_left, funds };
			let answer = ask.answer();
			prop_assert!(answer.paid <= funds && answer.paid <= limit_left);
			let given = answer.paid.checked_add(answer.held_back).unwrap();
			prop_assert!(given <= wanted && given <= pool_left);
			prop_assert!(given == 0 || before.checked_add(given).unwrap() <= capital);
			// No amount is held back while the limits have room.
			prop_assert!(answer.held_back == 0 || answer.paid == limit_left.min(funds));
		}

		/// In steps, a pool gets the same as at once, up to what the reserve lacks.
		#[test]
		fn draws_in_steps_should_be_the_draw_at_once(
			wanted in 0..1u128 << 100, cut in any::<u128>(), capital in amount(), left in amount(), incident in amount(),
		) {
			let ask = Ask { wanted, capital, before: 0, pool_left: left, limit_left: incident, funds: u128::MAX };
			let at_once = ask.answer();
			let first = Ask { wanted: cut % (wanted + 1), ..ask };
			let one = first.answer();
			let given = one.paid + one.held_back;
			let other = Ask {
				wanted: wanted - first.wanted,
				before: given,
				pool_left: left - given,
				limit_left: incident - one.paid,
				..ask
			}
			.answer();
			prop_assert_eq!((one.paid + other.paid, one.held_back + other.held_back), (at_once.paid, at_once.held_back));
		}

		#[test]
		fn limits_should_be_exact(
			contributed in amount(), multiple in any::<u32>(), paid in amount(), owed in amount(),
			funds in any::<u128>(), part in 0u32..=1_000_000,
		) {
			let most = (BigUint::from(contributed) * multiple).min(u128::MAX.into());
			let got = BigUint::from(paid) + owed;
			let left = if got < most { most - got } else { BigUint::ZERO };
			prop_assert_eq!(BigUint::from(pool_left(contributed, multiple, paid, owed)), left);
			let most = BigUint::from(funds) * part / 1_000_000u32;
			prop_assert_eq!(BigUint::from(limit(funds, Permill::from_parts(part))), most);
		}
	}

	#[test]
	fn answer_should_pay_all_within_limits() {
		assert_eq!(ASK.answer(), Answer { paid: 1_000, held_back: 0 });
	}

	#[test]
	fn answer_should_hold_back_what_the_limits_deny() {
		assert_eq!(Ask { limit_left: 300, ..ASK }.answer(), Answer { paid: 300, held_back: 700 });
		assert_eq!(Ask { limit_left: 0, ..ASK }.answer(), Answer { paid: 0, held_back: 1_000 });
	}

	#[test]
	fn answer_should_not_owe_what_the_pool_limit_denies() {
		assert_eq!(Ask { pool_left: 400, ..ASK }.answer(), Answer { paid: 400, held_back: 0 });
		assert_eq!(Ask { capital: 400, ..ASK }.answer(), Answer { paid: 400, held_back: 0 });
		assert_eq!(Ask { capital: 400, before: 300, ..ASK }.answer(), Answer { paid: 100, held_back: 0 });
		let both = Ask { pool_left: 400, limit_left: 300, ..ASK };
		assert_eq!(both.answer(), Answer { paid: 300, held_back: 100 });
	}

	#[test]
	fn answer_should_not_owe_what_the_funds_lack() {
		assert_eq!(Ask { funds: 250, ..ASK }.answer(), Answer { paid: 250, held_back: 0 });
	}
}
