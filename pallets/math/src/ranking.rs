// SPDX-License-Identifier: Apache-2.0

//! The choice of assessors, each of whom ranks the choices: the method of Schulze.
//!
//! A ballot gives each choice a rank, from zero for the best. Equal ranks are a tie. The margin of
//! one choice over another is the number of votes that rank it above the other, less those that
//! rank it below. It counts only if enough votes rank the one above the other. So copies that
//! hardly any vote tells apart are tied, and the first of them leads. A path from one choice to
//! another goes over choices each of which has a margin over the next, and is as strong as the
//! smallest of them. The choice is the one that has no weaker path to any other than the other has
//! to it.
//!
//! The method is independent of clones: copies of a proposal that every ballot ranks beside it take
//! no votes from it, and give it none. It elects the choice that beats all others one by one if
//! there is one. Source: M. Schulze, A new monotonic, clone-independent, reversal symmetric, and
//! Condorcet-consistent single-winner election method, Social Choice and Welfare 36 (2011).

use crate::units::MILLION;

/// The most choices of a count.
pub const MAX_CHOICES: usize = 9;

/// The votes in which one choice is above another, for each pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
	/// The number of choices, at most [`MAX_CHOICES`].
	choices: usize,
	/// The votes that rank the first choice above the second.
	above: [[u32; MAX_CHOICES]; MAX_CHOICES],
	/// All votes.
	votes: u32,
	/// The votes that have to rank a choice above another for it to be ahead.
	least: u32,
}

impl Count {
	/// Returns a count of so many choices without votes, in which a choice is ahead of another with
	/// `least` votes above it at least. `None` if there are no choices, or too many.
	pub fn new(choices: usize, least: u32) -> Option<Self> {
		(1..=MAX_CHOICES).contains(&choices).then(|| Self { choices, least, ..Self::default() })
	}

	/// Returns the count after `votes` with a ballot: the rank of each choice by its place. `None`
	/// if the ballot does not rank each choice, or a sum does not fit.
	pub fn add(mut self, ranks: &[u8], votes: u32) -> Option<Self> {
		if ranks.len() != self.choices {
			return None;
		}
		self.votes = self.votes.checked_add(votes)?;
		for (rank, row) in ranks.iter().zip(self.above.iter_mut()) {
			for (other, above) in ranks.iter().zip(row.iter_mut()) {
				// At most all votes.
				*above = above.saturating_add(if rank < other { votes } else { 0 });
			}
		}
		Some(self)
	}

	/// All votes.
	pub fn votes(&self) -> u32 {
		self.votes
	}

	/// The votes that rank one choice above another.
	fn above(&self, one: usize, other: usize) -> u32 {
		self.above.get(one).and_then(|row| row.get(other)).copied().unwrap_or(0)
	}

	/// The votes by which one choice is ahead of another; zero if it is not, or too few votes put
	/// it there. More votes for the first never lower it, and those for the second never raise it.
	fn margin(&self, one: usize, other: usize) -> u32 {
		let above = self.above(one, other);
		if above < self.least {
			return 0;
		}
		above.saturating_sub(self.above(other, one))
	}

	/// The strength of the strongest path between each two choices.
	fn paths(&self) -> [[u32; MAX_CHOICES]; MAX_CHOICES] {
		let mut paths = [[0; MAX_CHOICES]; MAX_CHOICES];
		for (one, row) in paths.iter_mut().enumerate() {
			for (other, path) in row.iter_mut().enumerate() {
				*path = self.margin(one, other);
			}
		}
		for via in 0..self.choices {
			let from_via = paths.get(via).copied().unwrap_or_default();
			for row in paths.iter_mut() {
				let to_via = row.get(via).copied().unwrap_or(0);
				for (path, rest) in row.iter_mut().zip(from_via) {
					*path = to_via.min(rest).max(*path);
				}
			}
		}
		paths
	}

	/// The choices that no other has a stronger path to than they have to it, by their places.
	fn leaders(&self) -> impl Iterator<Item = usize> {
		let (paths, choices) = (self.paths(), self.choices);
		let path = move |one: usize, other: usize| paths.get(one).and_then(|row| row.get(other)).copied();
		(0..choices).filter(move |one| (0..choices).all(|other| path(*one, other) >= path(other, *one)))
	}

	/// The choice that is made, by its place: the first of those that lead, and that enough votes
	/// rank above some other. Copies that all ballots rank equal lead together. `None` without such
	/// a choice.
	pub fn choice(&self) -> Option<usize> {
		let is_above = |one: usize| (0..self.choices).any(|other| self.above(one, other) >= self.least);
		self.leaders().find(|one| is_above(*one)).filter(|_| self.votes > 0)
	}

	/// True if enough votes rank one of two choices above the other.
	fn are_distinct(&self, one: usize, other: usize) -> bool {
		self.above(one, other).max(self.above(other, one)) >= self.least.max(1)
	}

	/// True if a ballot ranks the `chosen` one first, and alone but for choices that are not told
	/// apart from it.
	pub fn is_coherent(&self, ranks: &[u8], chosen: usize) -> bool {
		let Some(rank) = ranks.get(chosen) else { return false };
		ranks
			.iter()
			.enumerate()
			.all(|(place, other)| rank < other || (rank == other && !self.are_distinct(chosen, place)))
	}

	/// The part of all votes by which others disagree with a ballot on the `chosen` one, in
	/// millionths, rounded down, for the ballot: the largest margin of the chosen over a choice
	/// that the ballot ranks above it. Zero if it ranks none above.
	///
	/// Copies of a proposal are no trap: a ballot that ranks them equal disagrees with none of
	/// them.
	pub fn dissent(&self, ranks: &[u8], chosen: usize) -> u32 {
		let Some(rank) = ranks.get(chosen) else { return 0 };
		let above = ranks.iter().enumerate().filter(|(_, other)| *other < rank);
		let margin = above.map(|(other, _)| self.margin(chosen, other)).max().unwrap_or(0);
		let parts = u128::from(margin).saturating_mul(MILLION.into()).checked_div(self.votes.into());
		parts.and_then(|parts| parts.try_into().ok()).unwrap_or(0)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::testing::cases;
	use proptest::prelude::*;

	/// A ballot that ranks choices in an order, and so many votes with it.
	type Order = (&'static [u8], u32);

	/// The ranks of choices that a ballot names from the best to the last.
	fn ranks(order: &[u8]) -> Vec<u8> {
		let mut ranks = vec![0; order.len()];
		for (rank, choice) in order.iter().enumerate() {
			ranks[usize::from(*choice)] = rank as u8;
		}
		ranks
	}

	fn counted(choices: usize, ballots: &[(Vec<u8>, u32)]) -> Count {
		counted_with(0, choices, ballots)
	}

	fn counted_with(least: u32, choices: usize, ballots: &[(Vec<u8>, u32)]) -> Count {
		let all = Count::new(choices, least).unwrap();
		ballots.iter().fold(all, |count, (ranks, votes)| count.add(ranks, *votes).unwrap())
	}

	fn of(orders: &[Order]) -> Count {
		let ballots: Vec<_> = orders.iter().map(|(order, votes)| (ranks(order), *votes)).collect();
		counted(orders[0].0.len(), &ballots)
	}

	/// The example of Schulze's paper, section 3: 45 ballots on five choices, of which E is chosen.
	#[test]
	fn choice_should_be_that_of_the_published_example() {
		let count = of(&[
			(&[0, 2, 1, 4, 3], 5),
			(&[0, 3, 4, 2, 1], 5),
			(&[1, 4, 3, 0, 2], 8),
			(&[2, 0, 1, 4, 3], 3),
			(&[2, 0, 4, 1, 3], 7),
			(&[2, 1, 0, 3, 4], 2),
			(&[3, 2, 4, 1, 0], 7),
			(&[4, 1, 0, 3, 2], 8),
		]);
		assert_eq!((count.choice(), count.votes), (Some(4), 45));
	}

	#[test]
	fn majority_should_be_chosen_and_the_first_of_a_tie() {
		assert_eq!(of(&[(&[0, 1], 16), (&[1, 0], 15)]).choice(), Some(0));
		let tied = of(&[(&[0, 1], 15), (&[1, 0], 15)]);
		assert_eq!((tied.choice(), tied.leaders().collect::<Vec<_>>()), (Some(0), vec![0, 1]));
		assert_eq!(Count::new(3, 0).unwrap().choice(), None);
		assert_eq!((Count::new(0, 0), Count::new(10, 0)), (None, None));
		assert_eq!(Count::new(2, 0).unwrap().add(&[0], 1), None);
	}

	/// Attack: near copies of the true outcome, 0, are proposed so that those who know the truth
	/// split their votes: 20 of 31 seats rank the copies first, each another one, and 11 say "not
	/// covered". By the first ranks alone "not covered" would be chosen.
	#[test]
	fn copies_of_the_true_outcome_should_not_help_the_false_one() {
		let count = of(&[(&[0, 1, 2, 3], 6), (&[1, 0, 2, 3], 7), (&[2, 0, 1, 3], 7), (&[3, 0, 1, 2], 11)]);
		assert_eq!(count.choice(), Some(0));
		// Those who rank the copies equal lose by none of them.
		let equal = counted(4, &[(vec![0, 0, 0, 1], 20), (ranks(&[3, 0, 1, 2]), 11)]);
		assert_eq!((equal.leaders().collect::<Vec<_>>(), equal.choice()), (vec![0], Some(0)));
		assert_eq!(equal.dissent(&[0, 0, 0, 1], 0), 0);
		assert_eq!(equal.dissent(&ranks(&[3, 0, 1, 2]), 0), 9_000_000 / 31);
	}

	/// Attack: most assessors tie two proposals, and one voter decides between them.
	#[test]
	fn few_votes_should_not_decide_between_choices_that_others_tie() {
		let with = |strict: u32| counted_with(6, 3, &[(vec![0, 0, 1], 31 - strict), (vec![1, 0, 2], strict)]);
		assert_eq!([1, 5, 6].map(|strict| with(strict).choice()), [Some(0), Some(0), Some(1)]);
		// A tie is coherent as long as the two are not told apart.
		let coherent = |strict: u32, ranks: &[u8]| with(strict).is_coherent(ranks, 1);
		assert_eq!([5, 6].map(|strict| coherent(strict, &[0, 0, 1])), [true, false]);
		assert_eq!([5, 6].map(|strict| coherent(strict, &[1, 0, 1])), [true, true]);
		assert_eq!([5, 6].map(|strict| coherent(strict, &[0, 1, 1])), [false, false]);
		assert_eq!([5, 6].map(|strict| coherent(strict, &[0, 0, 0])), [false, false]);
		// One that is level with the outcome is told apart from it.
		let level = counted_with(6, 3, &[(vec![0, 1, 2], 15), (vec![1, 0, 2], 15), (vec![0, 0, 1], 1)]);
		assert_eq!((level.choice(), level.is_coherent(&[0, 0, 1], 0)), (Some(0), false));
		// A tie loses nothing in either case.
		assert_eq!([5, 6].map(|strict| with(strict).dissent(&[0, 0, 1], 1)), [0, 0]);
	}

	/// The votes are spread over so many choices that none has enough above any other: the first
	/// proposal, for which there is no vote at all, is not chosen for that.
	#[test]
	fn choice_without_enough_votes_should_not_be_made() {
		let only = |place: usize| (0..7).map(|other| u8::from(other != place)).collect::<Vec<_>>();
		let spread = |votes: u32| (1..7).map(|place| (only(place), votes)).collect::<Vec<_>>();
		assert_eq!(counted_with(6, 7, &spread(5)).choice(), None);
		assert_eq!(counted_with(6, 7, &spread(6)).choice(), Some(1));
		// One that is ahead of another is made, and not the first, which no vote puts above any.
		let mut ballots = spread(5);
		ballots.push((vec![1, 0, 1, 1, 1, 1, 1], 1));
		assert_eq!(counted_with(6, 7, &ballots).choice(), Some(1));
	}

	proptest! {
		#![proptest_config(ProptestConfig::with_cases(cases()))]

		/// A choice that beats all others one by one is chosen.
		#[test]
		fn choice_should_beat_every_other_if_one_does(ballots in ballots(5), least in 0u32..20) {
			let count = counted_with(least, 5, &ballots);
			let beats = |one: usize| (0..5).filter(|other| *other != one).all(|other| count.margin(one, other) > 0);
			if let Some(best) = (0..5).find(|one| beats(*one)) {
				prop_assert_eq!(count.choice(), Some(best));
			}
		}

		/// Some choice always leads.
		#[test]
		fn leader_should_always_exist(ballots in ballots(5)) {
			prop_assert!(counted(5, &ballots).leaders().next().is_some());
		}

		/// Copies that every ballot ranks beside the original, in any order among themselves,
		/// change no other choice's lead, and one of them leads if the original did.
		#[test]
		fn copies_should_not_change_the_choice(
			ballots in ballots(4), orders in prop::collection::vec(any::<[u8; 3]>(), 12), original in 0usize..4,
			least in 0u32..20,
		) {
			let before: Vec<_> = counted_with(least, 4, &ballots).leaders().collect();
			let cloned: Vec<_> = ballots.iter().zip(orders).map(|((ranks, votes), order)| {
				let rank = ranks[original] * 4;
				// A choice of the same rank is beside all copies.
				let is_alone = ranks.iter().filter(|other| **other == ranks[original]).count() == 1;
				let order = if is_alone { order } else { [0; 3] };
				let mut more: Vec<u8> = ranks.iter().map(|rank| rank * 4).collect();
				more[original] = rank + order[0] % 4;
				more.extend([rank + order[1] % 4, rank + order[2] % 4]);
				(more, *votes)
			}).collect();
			let after: Vec<_> = counted_with(least, 6, &cloned).leaders().collect();
			for choice in (0..4).filter(|choice| *choice != original) {
				prop_assert_eq!(before.contains(&choice), after.contains(&choice));
			}
			let is_led = [original, 4, 5].iter().any(|copy| after.contains(copy));
			prop_assert_eq!(before.contains(&original), is_led);
		}

		/// More votes for the chosen do not unseat it.
		#[test]
		fn raising_the_chosen_should_keep_it(ballots in ballots(5), at in 0usize..12, least in 0u32..20) {
			let count = counted_with(least, 5, &ballots);
			if let Some(chosen) = count.choice() {
				let mut raised = ballots.clone();
				let place = at % raised.len();
				let (ranks, _) = &mut raised[place];
				ranks.iter_mut().for_each(|rank| *rank += 1);
				ranks[chosen] = 0;
				prop_assert_eq!(counted_with(least, 5, &raised).choice(), Some(chosen));
			}
		}

		#[test]
		fn dissent_should_be_a_part_and_zero_for_those_who_agree(ballots in ballots(5)) {
			let count = counted(5, &ballots);
			let Some(chosen) = count.choice() else { return Ok(()) };
			for (ranks, _) in &ballots {
				let dissent = count.dissent(ranks, chosen);
				prop_assert!(dissent <= MILLION);
				let agrees = ranks.iter().all(|rank| *rank >= ranks[chosen]);
				prop_assert!(!agrees || dissent == 0);
			}
		}
	}

	/// Twelve ballots on so many choices, with ties.
	fn ballots(choices: usize) -> impl Strategy<Value = Vec<(Vec<u8>, u32)>> {
		let ranks = prop::collection::vec(0u8..5, choices);
		prop::collection::vec((ranks, 0u32..8), 12)
	}
}
