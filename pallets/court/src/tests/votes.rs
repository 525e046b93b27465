// SPDX-License-Identifier: Apache-2.0

//! Evidence, commitments, reveals and denunciations.

use super::mock::*;
use frame_support::dispatch::{Pays, PostDispatchInfo};

/// A case with a drawn panel, and its voters.
fn drawn() -> (CaseId, PanelId, Vec<(AccountId, u32)>) {
	let id = open();
	let panel = draw(id);
	(id, panel, voters(panel))
}

const A_VOTE: Vote = Vote::For(A);

fn hash(id: CaseId, who: &AccountId, vote: &Vote) -> H256 {
	Court::commitment(panel_of(id), who, &vote.ranks(BALLOT).unwrap(), &SALT)
}

#[test]
fn commit_should_be_free_for_a_drawn_account_alone() {
	with_assessors(40, LEAST, || {
		let (id, panel, all) = drawn();
		let who = all[0].0.clone();
		let commitment = hash(id, &who, &A_VOTE);
		let free = PostDispatchInfo { actual_weight: None, pays_fee: Pays::No };
		assert_eq!(Court::commit_vote(signed(who.clone()), id, commitment), Ok(free));
		assert_eq!(events().pop(), Some(Event::VoteCommitted { case: id, who: who.clone(), commitment }));
		assert_eq!(Seats::<Test>::get(panel, &who).unwrap().vote, SeatVote::Committed(commitment));
		// An error is not free.
		let again = Court::commit_vote(signed(who), id, commitment);
		assert_eq!(again.unwrap_err().post_info.pays_fee, Pays::Yes);
		let stranger = Court::commit_vote(signed(OTHER), id, commitment);
		assert_eq!(stranger.unwrap_err().post_info.pays_fee, Pays::Yes);
	});
}

#[test]
fn commit_should_be_refused_outside_its_time_and_panel() {
	with_assessors(40, LEAST, || {
		let id = open();
		let commit = |who: &AccountId, id| Court::commit_vote(signed(who.clone()), id, H256::zero());
		assert_noop!(commit(&OTHER, id), Error::<Test>::NotInCommit);
		assert_noop!(commit(&OTHER, 77), Error::<Test>::UnknownCase);
		let panel = draw(id);
		let who = voters(panel)[0].0.clone();
		assert_noop!(commit(&OTHER, id), Error::<Test>::NoSeat);
		assert_ok!(commit(&who, id));
		assert_noop!(commit(&who, id), Error::<Test>::AlreadyCommitted);
		pass(2 * DAY);
		let last = voters(panel).pop().unwrap().0;
		assert_noop!(commit(&last, id), Error::<Test>::NotInCommit);
	});
}

#[test]
fn reveal_should_be_free_and_show_the_vote() {
	with_assessors(40, LEAST, || {
		let (id, panel, all) = drawn();
		let (who, seats) = all[0].clone();
		commit(id, &who, &A_VOTE);
		let reveal =
			|vote: Vote, salt, id| Court::reveal_vote(signed(who.clone()), id, vote, salt, reasons());
		assert_noop!(reveal(A_VOTE, SALT, id), Error::<Test>::NotInReveal);
		assert_noop!(reveal(A_VOTE, SALT, 77), Error::<Test>::UnknownCase);
		end_stage(id);
		assert_noop!(reveal(Vote::For(B), SALT, id), Error::<Test>::WrongCommitment);
		assert_noop!(reveal(A_VOTE, [8; 32], id), Error::<Test>::WrongCommitment);
		assert_noop!(reveal(Vote::For(Choice::Proposal(2)), SALT, id), Error::<Test>::WrongVote);
		let stranger = Court::reveal_vote(signed(OTHER), id, A_VOTE, SALT, None);
		assert_noop!(stranger, Error::<Test>::NoSeat);
		let late = Court::reveal_vote(signed(all[1].0.clone()), id, A_VOTE, SALT, None);
		assert_noop!(late, Error::<Test>::NotCommitted);
		let free = PostDispatchInfo { actual_weight: None, pays_fee: Pays::No };
		assert_eq!(reveal(A_VOTE, SALT, id), Ok(free));
		let (vote, reasons) = (A_VOTE, reasons());
		let revealed = Event::VoteRevealed { case: id, who: who.clone(), seats, vote, reasons };
		assert_eq!(events().pop(), Some(revealed));
		let ranks = A_VOTE.ranks(BALLOT).unwrap();
		let kept = SeatVote::Revealed { ranks, has_reasons: true };
		assert_eq!(Seats::<Test>::get(panel, &who).unwrap().vote, kept);
		assert_noop!(reveal(A_VOTE, SALT, id), Error::<Test>::NotCommitted);
	});
}

#[test]
fn reveal_should_be_refused_when_the_time_is_over() {
	with_assessors(40, LEAST, || {
		let (id, _, all) = drawn();
		commit(id, &all[0].0, &A_VOTE);
		end_stage(id);
		pass(2 * DAY);
		let late = Court::reveal_vote(signed(all[0].0.clone()), id, A_VOTE, SALT, None);
		assert_noop!(late, Error::<Test>::NotInReveal);
	});
}

#[test]
fn denounced_vote_should_cost_its_stake() {
	with_assessors(40, LEAST, || {
		let (id, panel, all) = drawn();
		let (who, seats) = all[0].clone();
		commit(id, &who, &A_VOTE);
		let (before, poor, fees) = (issuance(), wealth(&OTHER), FeePool::<Test>::get());
		assert_ok!(Court::denounce_vote(signed(OTHER), id, who.clone(), A_VOTE, SALT));
		let lost = SEAT * Balance::from(seats);
		let reward = lost / 4;
		let denounced = Event::VoteDenounced { case: id, who: who.clone(), by: OTHER, lost, reward };
		assert_eq!(events().pop(), Some(denounced));
		assert_eq!(wealth(&OTHER), poor + reward);
		assert_eq!(FeePool::<Test>::get(), fees + lost - reward);
		let record = assessor(&who);
		assert_eq!((record.stake, record.locked, record.statistics.absent), (LEAST - lost, 0, seats));
		assert_eq!((issuance(), Court::totals().0), (before, 40 * LEAST - lost));
		// It counts no more, and costs no more.
		assert_eq!(Seats::<Test>::get(panel, &who).unwrap().vote, SeatVote::Denounced);
		let again = Court::denounce_vote(signed(OTHER), id, who.clone(), A_VOTE, SALT);
		assert_noop!(again, Error::<Test>::NotCommitted);
		end_stage(id);
		let revealed = Court::reveal_vote(signed(who.clone()), id, A_VOTE, SALT, None);
		assert_noop!(revealed, Error::<Test>::NotCommitted);
		end_stage(id);
		assert_eq!(assessor(&who).stake, LEAST - lost);
	});
}

#[test]
fn denunciation_should_be_refused_without_the_vote_or_in_time_to_reveal() {
	with_assessors(40, LEAST, || {
		let (id, _, all) = drawn();
		let (who, other) = (all[0].0.clone(), all[1].0.clone());
		commit(id, &who, &A_VOTE);
		let denounce =
			|who: &AccountId, vote: Vote| Court::denounce_vote(signed(OTHER), id, who.clone(), vote, SALT);
		assert_noop!(denounce(&who, Vote::For(B)), Error::<Test>::WrongCommitment);
		assert_noop!(denounce(&who, Vote::For(Choice::Proposal(9))), Error::<Test>::WrongVote);
		assert_noop!(denounce(&other, A_VOTE), Error::<Test>::NotCommitted);
		assert_noop!(denounce(&OTHER, A_VOTE), Error::<Test>::NoSeat);
		end_stage(id);
		assert_noop!(denounce(&who, A_VOTE), Error::<Test>::NotInCommit);
	});
}

#[test]
fn evidence_should_be_named_before_the_votes() {
	with_assessors(40, LEAST, || {
		let (hash, uri) = reasons().unwrap();
		let submit = |id| Court::submit_evidence(signed(OTHER), id, hash, uri.clone());
		assert_noop!(submit(0), Error::<Test>::UnknownCase);
		let id = open();
		assert_ok!(submit(id));
		let named = Event::EvidenceSubmitted { case: id, who: OTHER, hash, uri: uri.clone() };
		assert_eq!(events().pop(), Some(named));
		draw(id);
		assert_ok!(submit(id));
		pass(2 * DAY);
		assert_noop!(submit(id), Error::<Test>::TooLate);
	});
}

#[test]
fn duties_should_name_what_is_to_do_by_when() {
	with_assessors(40, LEAST, || {
		let (id, panel, all) = drawn();
		let (who, seats) = all[0].clone();
		let duty = |task, until| {
			vec![Duty { case: id, panel, seats, stake: SEAT * Balance::from(seats), task, until }]
		};
		let until = TestClock::active() + 2 * DAY;
		assert_eq!(Court::duties(who.clone()), duty(Task::Commit, Some(until)));
		commit(id, &who, &A_VOTE);
		assert_eq!(Court::duties(who.clone()), duty(Task::WaitToReveal, Some(until)));
		end_stage(id);
		assert_eq!(Court::duties(who.clone()), duty(Task::Reveal, Some(until + 2 * DAY)));
		reveal(id, &who, &A_VOTE);
		assert_eq!(Court::duties(who.clone()), duty(Task::WaitForOutcome, None));
		end_stage(id);
		assert_eq!((Court::duties(who), Court::duties(OTHER)), (vec![], vec![]));
	});
}

#[test]
fn state_of_a_case_should_show_its_seats() {
	with_assessors(40, LEAST, || {
		let (id, panel, all) = drawn();
		let state = Court::case_state(id).unwrap();
		assert_eq!((state.panel, state.choices, state.case.value), (Some(panel), vec![A, B, C], 1));
		let seats: u32 = state.seats.iter().map(|seat| seat.seats).sum();
		assert_eq!((seats, state.seats.len()), (31, all.len()));
		assert_eq!(Court::case_state(77), None);
	});
}
