// SPDX-License-Identifier: Apache-2.0

use super::*;

const BALLOT: Ballot = Ballot { proposals: 2, has_not_covered: true };

fn ranks(of: &[u8]) -> Option<Ranks> {
	Some(Ranks::try_from(of.to_vec()).unwrap())
}

#[test]
fn votes_should_rank_the_choices_of_the_ballot() {
	assert_eq!(Vote::Abstain.ranks(BALLOT), ranks(&[0, 0, 0]));
	assert_eq!(Vote::For(Choice::Proposal(1)).ranks(BALLOT), ranks(&[1, 0, 1]));
	assert_eq!(Vote::For(Choice::NotCovered).ranks(BALLOT), ranks(&[1, 1, 0]));
	assert_eq!(Vote::For(Choice::Proposal(2)).ranks(BALLOT), None);
	let ranked = |of: &[u8]| Vote::Ranked(ranks(of).unwrap()).ranks(BALLOT);
	assert_eq!((ranked(&[7, 0, 7]), ranked(&[0, 1])), (ranks(&[7, 0, 7]), None));
	let prefer = [&[][..], &[3], &[0, 0, 0], &[4, 4], &[0, 1, 0], &[1, 0, 0]].map(prefers);
	assert_eq!(prefer, [false, false, false, false, true, true]);
}

#[test]
fn loss_should_take_what_leaves_first() {
	let timed = |amount| Timed { amount, at: 5 };
	let assessor =
		Assessor::<u64> { stake: 10, arriving: timed(3), leaving: timed(2), locked: 4, ..Assessor::new(0) };
	assert_eq!((assessor.held(), assessor.free(), assessor.is_empty()), (Some(15), 11, false));
	let parts = |loss| assessor.clone().slashed(loss).map(|a| (a.leaving.amount, a.arriving.amount, a.stake));
	assert_eq!([0, 2, 4, 15].map(parts), [(2, 3, 10), (0, 3, 10), (0, 1, 10), (0, 0, 0)].map(Some));
	assert_eq!(parts(16), None);
	assert_eq!(timed(1).add(2, 3), Some(Timed { amount: 3, at: 5 }));
	assert_eq!(timed(1).add(Balance::MAX, 9), None);
}

#[test]
fn delegation_should_change_with_its_epoch() {
	let delegation = Delegation { before: Some(1), after: Some(2), from: 7 };
	assert_eq!([6, 7, 8].map(|epoch| delegation.at(epoch).copied()), [Some(1), Some(2), Some(2)]);
	assert_eq!(Delegation::<u64>::default().at(0), None);
}

/// An appeal of 100: 60 and 40 for proposal 1, against proposal 0, for which others have 30. A
/// third choice has 9.
fn appeal() -> Appeal {
	let mut appeal = Appeal::new(100, 0);
	(appeal.challenger, appeal.left) = (Some(1), 139);
	appeal.funds[..3].copy_from_slice(&[30, 100, 9]);
	appeal
}

#[test]
fn winners_of_an_appeal_should_share_half_of_what_is_lost() {
	let (won, others) = appeal().resolved(1).unwrap();
	assert_eq!((won.left, others), (124, 15));
	let due = [(1, 60), (1, 40), (0, 30), (2, 9)].map(|(place, amount)| won.due(place, amount));
	assert_eq!(due, [69, 46, 0, 9].map(Some));
	let (kept, others) = appeal().resolved(0).unwrap();
	// The defence has 30 of 100, and so 15 of 50.
	assert_eq!((kept.left, others, kept.due(0, 30), kept.due(1, 100)), (54, 85, Some(45), Some(0)));
}

#[test]
fn appeal_should_come_back_if_it_was_not_full_and_be_lost_if_both_sides_lose() {
	let part = Appeal { challenger: None, ..appeal() };
	let (back, others) = part.resolved(2).unwrap();
	assert_eq!((back.left, others, back.due(1, 60), part.due(1, 60)), (139, 0, Some(60), None));
	let (both, others) = appeal().resolved(2).unwrap();
	assert_eq!(
		(both.left, others, both.due(0, 30), both.due(1, 60), both.due(2, 9)),
		(9, 130, Some(0), Some(0), Some(9))
	);
	// No account has paid for the winner.
	let mut alone = appeal();
	alone.funds[0] = 0;
	alone.left = 109;
	let (lost, others) = alone.resolved(0).unwrap();
	assert_eq!((lost.left, others), (9, 100));
}
