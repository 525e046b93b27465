// SPDX-License-Identifier: Apache-2.0

//! The outcome of votes on several choices, each of which is voted for or against by itself.

use sp_arithmetic::Permill;

/// The votes on one choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
	/// Votes for it, with their conviction.
	pub ayes: u128,
	/// Votes against it, with their conviction.
	pub nays: u128,
	/// Tokens that voted on it, without conviction.
	pub turnout: u128,
}

/// The turnout that a choice needs: `ceil(issuance × part)`.
pub fn least_turnout(issuance: u128, part: Permill) -> u128 {
	part.mul_ceil(issuance)
}

/// The deposit for one more proposal while `waiting` ones are there: the `least` one, doubled once
/// for each full `group` of them. The largest number if it does not fit.
///
/// So the price of filling a list grows with the list: see the rule in the runtime's configuration.
pub fn proposal_deposit(least: u128, waiting: u32, group: u32) -> u128 {
	let doublings = waiting.checked_div(group).unwrap_or_default();
	least.saturating_mul(2u128.saturating_pow(doublings))
}

/// The choice with the largest margin of ayes over nays, by its place. A choice that was withdrawn
/// is `None` in `votes`.
///
/// Only choices on which at least `least_turnout` voted count: few tokens with a long lock could
/// otherwise annul what many have decided. `None` if no margin is above zero, or if two choices
/// have the largest.
pub fn choice(votes: &[Option<Votes>], least_turnout: u128) -> Option<usize> {
	let margins = votes.iter().enumerate().filter_map(|(place, votes)| {
		let votes = votes.as_ref().filter(|votes| votes.turnout >= least_turnout)?;
		let margin = votes.ayes.checked_sub(votes.nays).filter(|margin| *margin > 0)?;
		Some((margin, place))
	});
	let largest = margins.clone().map(|(margin, _)| margin).max()?;
	let mut leaders = margins.filter(|(margin, _)| *margin == largest);
	let (_, place) = leaders.next()?;
	leaders.next().is_none().then_some(place)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use num_bigint::BigUint;
	use proptest::prelude::*;

	fn votes(ayes: u128, nays: u128, turnout: u128) -> Option<Votes> {
		Some(Votes { ayes, nays, turnout })
	}

	#[test]
	fn largest_margin_should_be_chosen() {
		assert_eq!(choice(&[votes(10, 2, 12), votes(20, 13, 33), votes(1, 0, 1)], 12), Some(0));
		assert_eq!(choice(&[votes(10, 2, 12), votes(20, 11, 31)], 12), Some(1));
	}

	#[test]
	fn nothing_should_be_chosen_without_a_margin() {
		assert_eq!(choice(&[], 0), None);
		assert_eq!(choice(&[None, votes(0, 0, 0), votes(5, 5, 10), votes(5, 6, 11)], 0), None);
	}

	#[test]
	fn nothing_should_be_chosen_when_two_margins_are_the_largest() {
		assert_eq!(choice(&[votes(10, 2, 12), votes(1, 0, 1), votes(9, 1, 10)], 0), None);
	}

	#[test]
	fn choice_below_the_least_turnout_should_not_count() {
		let all = [votes(10, 0, 10), votes(5, 4, 100)];
		assert_eq!([10, 11, 101].map(|least| choice(&all, least)), [Some(0), Some(1), None]);
	}

	#[test]
	fn withdrawn_choice_should_not_count() {
		assert_eq!(choice(&[None, votes(1, 0, 1)], 1), Some(1));
	}

	#[test]
	fn deposit_should_double_with_every_ten() {
		assert_eq!([0, 9, 10, 99, 100].map(|n| proposal_deposit(3, n, 10)), [3, 3, 6, 1_536, 3_072]);
		assert_eq!((proposal_deposit(3, 5, 0), proposal_deposit(3, u32::MAX, 1)), (3, u128::MAX));
		assert_eq!(least_turnout(1_001, Permill::from_percent(1)), 11);
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		#[test]
		fn least_turnout_should_be_the_exact_ceiling(issuance in any::<u128>(), part in 0u32..=1_000_000) {
			let expected = (BigUint::from(issuance) * part + 999_999u32) / 1_000_000u32;
			prop_assert_eq!(BigUint::from(least_turnout(issuance, Permill::from_parts(part))), expected);
		}

		/// Filling a list of `n` tens costs `10 × (2^n − 1)` of the least deposits, and the next
		/// place `2^n`.
		#[test]
		fn proposal_deposits_should_add_up_to_what_one_would_reckon(least in 0..1u128 << 64, tens in 1u32..20, n in 0u32..20) {
			let sum: u128 = (0..n * tens).map(|waiting| proposal_deposit(least, waiting, tens)).sum();
			prop_assert_eq!(sum, least * u128::from(tens) * ((1 << n) - 1));
			prop_assert_eq!(proposal_deposit(least, n * tens, tens), least << n);
		}

		/// The chosen place has support, beats every other, and stays chosen after a small vote for
		/// another.
		#[test]
		fn chosen_should_beat_every_other(
			all in prop::collection::vec(prop::option::of((0..200u128, 0..200u128)), 1..10),
			least in 0..300u128,
			other in 0..10usize,
		) {
			let all: Vec<_> = all.into_iter().map(|v| v.and_then(|(a, n)| votes(a, n, a + n))).collect();
			let Some(chosen) = choice(&all, least) else { return Ok(()) };
			let margin = |place: usize| all[place].map_or(i128::MIN, |v| v.ayes as i128 - v.nays as i128);
			prop_assert!(margin(chosen) > 0);
			let counts = |place: usize| all[place].is_some_and(|votes| votes.turnout >= least);
			let beats = |place: usize| place == chosen || !counts(place) || margin(place) < margin(chosen);
			prop_assert!(counts(chosen) && (0..all.len()).all(beats));
			let mut more = all.clone();
			if let Some(Some(votes)) = more.get_mut(other).filter(|_| other != chosen) {
				votes.ayes += 1;
				prop_assert!(choice(&more, least).is_none_or(|place| place == chosen));
			}
		}
	}
}
