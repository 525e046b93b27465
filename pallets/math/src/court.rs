// SPDX-License-Identifier: Apache-2.0

//! The numbers of a court: the draw of seats by stake, the panel's quorum and cap, penalties,
//! rewards, and the limit up to which a decision is final.
//!
//! Seats are drawn as in Kleros: a random point in the sum of all stakes lies in the stake of the
//! assessor who is drawn. Penalties are parts of a fixed stake of each seat, so the most that an
//! assessor can lose is known before the draw. A panel
//! decides if more than half of its seats vote, and more than a third prefer a choice.

use crate::units::MILLION;
use primitive_types::U256;
use sp_arithmetic::Permill;

/// The point in a sum of stakes that a random number stands for: `floor(random × total / 2^128)`.
/// Below `total`. `None` if the total is zero.
///
/// One unit of stake is drawn more often than another by a part of `total / 2^128` at most.
pub fn point(random: u128, total: u128) -> Option<u128> {
	// The words of the product, the lowest first: the quotient is the upper half.
	let U256([_, _, low, high]) = U256::from(random).checked_mul(total.into())?;
	(total > 0).then_some(u128::from(high) << 64 | u128::from(low))
}

/// The most seats of a panel of `seats` that one account can have: `floor(seats × part)`, at least
/// one.
pub fn seat_cap(seats: u32, part: Permill) -> u32 {
	part.mul_floor(seats).max(1)
}

/// The seats of a panel of `seats` that have to vote, if only to abstain, for a choice to be made:
/// more than half.
pub fn quorum(seats: u32) -> u32 {
	(seats / 2).saturating_add(1)
}

/// The seats of a panel of `seats` that have to prefer a choice for it to be made: more than a
/// third. With a quorum of votes an abstention is present, so that abstaining is no veto.
pub fn least_votes(seats: u32) -> u32 {
	(seats / 3).saturating_add(1)
}

/// The seats of a panel of `seats` that have to put a choice above another for it to be ahead: more
/// than a sixth, half of the least votes. With fewer, those who tie the two would leave the choice
/// between them to one or two.
pub fn least_lead(seats: u32) -> u32 {
	(seats / 6).saturating_add(1)
}

/// The part of a seat's stake that its vote costs: half of it, times the part of the votes that
/// disagree, `dissent` in millionths, rounded down. `None` if `dissent` is above one.
pub fn dissent_penalty(stake: u128, dissent: u32) -> Option<u128> {
	let parts = Some(u128::from(dissent)).filter(|parts| *parts <= MILLION.into())?;
	U256::from(stake / 2).checked_mul(parts.into())?.checked_div(MILLION.into())?.try_into().ok()
}

/// The reward of each of `seats` seats out of a pot: an equal part, at most `most`, rounded down.
/// Zero if there is no seat.
pub fn reward(pot: u128, seats: u32, most: u128) -> u128 {
	pot.checked_div(seats.into()).unwrap_or(0).min(most)
}

/// True if a panel of `seats` seats with a stake of `stake` each can decide for good on an amount
/// of a value of `value`: if the value is at most `multiple` times the stakes together.
pub fn is_final(value: u128, stake: u128, seats: u32, multiple: u32) -> bool {
	let seats = u128::from(seats).saturating_mul(multiple.into());
	// A product that does not fit is above each value.
	stake.checked_mul(seats).is_none_or(|most| value <= most)
}

#[cfg(test)]
mod draws;

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	#[test]
	fn point_should_be_spread_over_the_whole_sum() {
		assert_eq!(point(u128::MAX, 0), None);
		assert_eq!([0, u128::MAX / 2, u128::MAX].map(|random| point(random, 10)), [0, 4, 9].map(Some));
		assert_eq!(point(u128::MAX, u128::MAX), Some(u128::MAX - 1));
	}

	/// The sizes of a court: 31 and 63 seats. With a cap of a tenth, the four largest holders have
	/// 12 of 31 seats at most, which is no quorum.
	#[test]
	fn panels_should_have_the_published_sizes() {
		let tenth = Permill::from_percent(10);
		assert_eq!([31, 63, 5].map(|seats| seat_cap(seats, tenth)), [3, 6, 1]);
		assert_eq!([31, 63, 1, 0].map(quorum), [16, 32, 1, 1]);
		assert_eq!([31, 63, 1, 0].map(least_votes), [11, 22, 1, 1]);
		assert_eq!([31, 63, 1, 0].map(least_lead), [6, 11, 1, 1]);
		assert!(4 * seat_cap(31, tenth) < quorum(31));
	}

	#[test]
	fn rewards_and_penalties_should_be_bounded() {
		assert_eq!((reward(100, 3, 50), reward(1_000, 3, 50), reward(9, 0, 50)), (33, 50, 0));
		assert_eq!([0, 1_000_000].map(|dissent| dissent_penalty(41, dissent)), [Some(0), Some(20)]);
		assert_eq!(dissent_penalty(41, 1_000_001), None);
		assert!(is_final(310, 1, 31, 10) && !is_final(311, 1, 31, 10));
		assert!(is_final(u128::MAX, u128::MAX, 31, 1) && is_final(0, 1, 0, 0));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn point_should_be_the_exact_quotient(random in any::<u128>(), total in 1..=u128::MAX) {
			let expected = (BigUint::from(random) * total) >> 128u32;
			prop_assert_eq!(BigUint::from(point(random, total).unwrap()), expected);
		}

		#[test]
		fn panel_should_never_be_one_accounts(seats in 3u32..1_000, parts in 0u32..=500_000) {
			let cap = seat_cap(seats, Permill::from_parts(parts));
			prop_assert!((1..quorum(seats)).contains(&cap));
			prop_assert!(2 * quorum(seats) > seats && 3 * least_votes(seats) > seats);
			prop_assert!(least_votes(seats) <= quorum(seats));
			// Of two choices that enough votes tell apart, one is ahead, or they are equal.
			prop_assert!(2 * least_lead(seats) <= least_votes(seats) + 1);
		}

		#[test]
		fn penalty_should_be_at_most_half_of_the_stake(stake in any::<u128>(), dissent in 0u32..=1_000_000) {
			let expected = BigUint::from(stake / 2) * dissent / 1_000_000u32;
			let penalty = dissent_penalty(stake, dissent).unwrap();
			prop_assert_eq!(BigUint::from(penalty), expected);
			prop_assert!(penalty <= stake / 2);
		}

		#[test]
		fn rewards_should_never_be_more_than_the_pot(pot in any::<u128>(), seats in 0u32..100, most in any::<u128>()) {
			let each = reward(pot, seats, most);
			prop_assert!(each <= most && BigUint::from(each) * seats <= BigUint::from(pot));
			let rest = BigUint::from(pot) - BigUint::from(each) * seats;
			prop_assert!(each == most || seats == 0 || rest < BigUint::from(seats));
		}

		#[test]
		fn decision_should_be_final_up_to_the_exact_limit(
			value in any::<u128>(), stake in any::<u128>(), seats in 0u32..100, multiple in 0u32..1_000,
		) {
			let most = BigUint::from(stake) * seats * multiple;
			prop_assert_eq!(is_final(value, stake, seats, multiple), BigUint::from(value) <= most);
		}
	}
}
