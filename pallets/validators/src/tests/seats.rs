// SPDX-License-Identifier: Apache-2.0

//! The validators of the sessions.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};

#[test]
fn candidate_should_be_a_validator_two_sessions_later() {
	run(chain(5, 2), || {
		assert_eq!(validators(), [1, 2]);
		assert_ok!(Validators::register(signed(3), BOND));
		pass(1);
		assert_eq!(validators(), [1, 2], "this session was planned before");
		pass(1);
		assert_eq!(validators(), [1, 2, 3]);
		assert_ok!(Validators::retire(signed(1)));
		pass(1);
		assert_eq!(validators(), [1, 2, 3]);
		pass(1);
		assert_eq!(validators(), [2, 3]);
	});
}

#[test]
fn larger_bonds_should_get_the_open_seats() {
	run(chain(6, 1), || {
		for number in 2..=6 {
			assert_ok!(Validators::register(signed(number), BOND + u128::from(number)));
		}
		pass(2);
		assert_eq!(validators(), [1, 5, 6], "one approved, and two open seats");
		assert_ok!(Validators::add_bond(signed(2), 100));
		pass(2);
		assert_eq!(validators(), [1, 2, 6]);
	});
}

#[test]
fn approved_candidates_should_come_first() {
	run(chain(9, 1), || {
		for number in 2..=9 {
			assert_ok!(Validators::register(signed(number), BOND + u128::from(number)));
		}
		for number in 2..=4 {
			assert_ok!(Validators::approve(root(), person(number)));
		}
		pass(2);
		assert_eq!(validators(), [1, 2, 3, 4, 9], "five seats at most");
		assert_ok!(Validators::approve(root(), person(5)));
		assert_ok!(Validators::approve(root(), person(6)));
		pass(2);
		assert_eq!(validators(), [2, 3, 4, 5, 6], "the smallest bond of six has no seat");
	});
}

#[test]
fn seat_should_stay_when_the_least_bond_rises_and_be_lost_with_the_keys() {
	run(chain(4, 4), || {
		Numbers::mutate(|limits| limits.min_bond = 2 * BOND);
		assert_ok!(Session::purge_keys(signed(3)));
		pass(2);
		assert_eq!(validators(), [1, 2, 4]);
	});
}

/// Guard: if all approved candidates are suspended, their suspensions do not count. Before, all
/// candidates were approved then, and outsiders with larger bonds got the seats.
#[test]
fn approved_candidates_should_stay_when_all_are_suspended() {
	run(chain(9, 3), || {
		for number in 4..=9 {
			assert_ok!(Validators::register(signed(number), 2 * BOND));
		}
		Numbers::mutate(|limits| limits.open_seats = 0);
		for number in 1..=3 {
			equivocate(number, number.into(), 10);
		}
		pass(2);
		assert_eq!(validators(), [1, 2, 3]);
	});
}

/// Guard: if no other has session keys, any candidate that has them is a validator. Before, the
/// last one could stop the chain by purging its keys.
#[test]
fn any_candidate_should_get_a_seat_when_no_other_has_keys() {
	run(chain(3, 1), || {
		assert_ok!(Validators::register(signed(2), BOND));
		Numbers::mutate(|limits| limits.open_seats = 0);
		equivocate(2, 1, 0);
		assert_ok!(Session::purge_keys(signed(1)));
		pass(2);
		assert_eq!(validators(), [2]);
	});
}

/// Guard: each session is a set of its own for GRANDPA. Before, the set stayed while the validators
/// did, and a reporter could choose among its sessions, so that the slashes of an hour added up.
#[test]
fn set_should_be_named_in_each_session() {
	run(chain(3, 3), || {
		let named = || {
			let is_named = |event: &RuntimeEvent| {
				matches!(event, RuntimeEvent::Session(pallet_session::Event::NewQueued))
			};
			System::events().iter().filter(|record| is_named(&record.event)).count()
		};
		pass(5);
		assert_eq!(named(), 5);
	});
}

#[test]
fn full_list_should_give_way_to_a_larger_bond_only() {
	let most = MAX_CANDIDATES as u8;
	run(chain(most + 2, 1), || {
		for number in 2..=most {
			assert_ok!(Validators::register(signed(number), BOND + u128::from(number)));
		}
		assert_noop!(Validators::register(signed(most + 1), BOND + 2), Error::<Test>::TooManyCandidates);
		assert_ok!(Validators::approve(root(), person(2)));
		assert_ok!(Validators::register(signed(most + 1), BOND + 4));
		assert_eq!(Leavers::<Test>::get(person(3)).map(|leaving| leaving.bond), Some(BOND + 3));
		let (who, bond, until) = (person(3), BOND + 3, 2 + REMEMBERED);
		assert!(events().contains(&Event::CandidateLeft { who, cause: Cause::Displaced, bond, until }));
	});
}
