// SPDX-License-Identifier: Apache-2.0

//! Registering, approving, leaving, and taking the bond back.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};

type Error = crate::Error<Test>;

#[test]
fn register_should_hold_the_bond() {
	run(chain(3, 1), || {
		assert_ok!(Validators::register(signed(2), BOND + 5));
		assert_eq!((held(2), free(2)), (BOND + 5, RICH - BOND - 5));
		assert_eq!(candidate(2), Candidate::new(person(2), BOND + 5));
		assert_eq!(events(), [Event::CandidateRegistered { who: person(2), bond: BOND + 5 }]);
	});
}

#[test]
fn register_should_be_refused_with_the_reason() {
	run(chain(3, 1), || {
		assert_noop!(Validators::register(signed(1), BOND), Error::AlreadyCandidate);
		assert_noop!(Validators::register(signed(2), BOND - 1), Error::BondTooSmall);
		assert_noop!(Validators::register(signed(2), RICH), Error::CannotHoldBond);
		give(AssetId::Native, &person(7), RICH);
		assert_noop!(Validators::register(signed(7), BOND), Error::NoSessionKeys);
		assert_ok!(Validators::register(signed(2), BOND));
		assert_ok!(Validators::retire(signed(2)));
		assert_noop!(Validators::register(signed(2), BOND), Error::BondStillHeld);
	});
}

#[test]
fn approve_should_be_once_and_for_candidates() {
	run(chain(3, 1), || {
		assert_noop!(Validators::approve(root(), person(2)), Error::NotCandidate);
		assert_noop!(Validators::approve(root(), person(1)), Error::AlreadyApproved);
		assert_ok!(Validators::register(signed(2), BOND));
		assert_ok!(Validators::approve(root(), person(2)));
		assert!(candidate(2).approved);
		assert_eq!(events().pop(), Some(Event::CandidateApproved { who: person(2) }));
	});
}

#[test]
fn add_bond_should_hold_exactly_the_amount() {
	run(chain(3, 1), || {
		assert_noop!(Validators::add_bond(signed(2), 1), Error::NotCandidate);
		assert_noop!(Validators::add_bond(signed(1), 0), Error::ZeroAmount);
		assert_noop!(Validators::add_bond(signed(1), RICH), Error::CannotHoldBond);
		assert_noop!(Validators::add_bond(signed(1), Balance::MAX), Error::Overflow);
		assert_ok!(Validators::add_bond(signed(1), 7));
		assert_eq!((candidate(1).bond, held(1), free(1)), (BOND + 7, BOND + 7, RICH - BOND - 7));
		assert_eq!(events(), [Event::BondAdded { who: person(1), bond_before: BOND, bond: BOND + 7 }]);
	});
}

#[test]
fn bond_should_come_back_when_the_cooldown_is_over() {
	run(chain(3, 2), || {
		pass(3);
		assert_ok!(Validators::retire(signed(1)));
		let until = 3 + 2 + REMEMBERED;
		let left = Event::CandidateLeft { who: person(1), cause: Cause::Retired, bond: BOND, until };
		assert_eq!(events().pop(), Some(left));
		assert_noop!(Validators::retire(signed(1)), Error::NotCandidate);
		pass(until - 4);
		assert_noop!(Validators::withdraw_bond(signed(1)), Error::CooldownNotOver);
		pass(1);
		let before = free(1);
		assert_ok!(Validators::withdraw_bond(signed(1)));
		assert_eq!((free(1), held(1)), (before + BOND, 0));
		assert_noop!(Validators::withdraw_bond(signed(1)), Error::NotLeaving);
	});
}

#[test]
fn last_candidate_should_stay() {
	run(chain(3, 2), || {
		assert_ok!(Validators::retire(signed(1)));
		assert_noop!(Validators::retire(signed(2)), Error::LastCandidate);
		assert_noop!(Validators::remove(root(), person(2)), Error::LastCandidate);
		// A candidate that gets no seat is no other.
		assert_ok!(Validators::register(signed(3), BOND));
		Numbers::mutate(|limits| limits.open_seats = 0);
		assert_noop!(Validators::remove(root(), person(2)), Error::LastCandidate);
		Numbers::mutate(|limits| limits.open_seats = 1);
		assert_ok!(Validators::remove(root(), person(2)));
		assert_eq!(Leavers::<Test>::get(person(2)), Some(Leaving { bond: BOND, until: 2 + REMEMBERED }));
	});
}

#[test]
fn suspended_candidate_should_resume_with_the_bond_that_is_asked() {
	run(chain(3, 3), || {
		assert_noop!(Validators::resume(signed(2)), Error::NotSuspended);
		equivocate(1, 1, 10);
		assert!(candidate(1).suspended);
		assert_noop!(Validators::resume(signed(1)), Error::BondTooSmall);
		assert_ok!(Validators::add_bond(signed(1), BOND / 10));
		assert_ok!(Validators::resume(signed(1)));
		assert!(!candidate(1).suspended);
		assert_eq!(events().pop(), Some(Event::CandidateResumed { who: person(1) }));
	});
}
