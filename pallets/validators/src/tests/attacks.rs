// SPDX-License-Identifier: Apache-2.0

//! Attacks, each of which fails.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};

/// Guard: the bond stays held until the last session of the seat is forgotten. A validator that
/// could leave at once would equivocate in the sessions that are planned, with nothing to lose.
#[test]
fn equivocation_should_be_slashed_when_the_validator_has_retired() {
	run(chain(4, 4), || {
		assert_ok!(Validators::retire(signed(2)));
		pass(1);
		assert!(validators().contains(&2), "the session was planned");
		let last = Session::current_index();
		pass(REMEMBERED);
		assert_noop!(Validators::withdraw_bond(signed(2)), crate::Error::<Test>::CooldownNotOver);
		equivocate_in(last, 2, 1, 100);
		assert_eq!(held(2), 0);
	});
}

/// Guard: an account with a bond in its cooldown is no candidate. Otherwise the record of its
/// offences would be gone with the candidacy, and it would come back at once.
#[test]
fn repeat_offender_should_not_register_again_within_the_cooldown() {
	run(chain(4, 4), || {
		for offence in 1..=MAX_OFFENCES {
			equivocate(2, offence.into(), 0);
			let _ = Validators::resume(signed(2));
			pass(1);
		}
		assert_noop!(Validators::register(signed(2), BOND), crate::Error::<Test>::BondStillHeld);
	});
}

/// Guard: a report after a top-up takes its fraction of the bond that there was. Adding to the bond
/// and removing it again is no way to a smaller slash, and a second report of the same session
/// takes only the difference.
#[test]
fn equivocation_in_many_slots_should_cost_as_one() {
	run(chain(4, 4), || {
		for slot in 0..50 {
			equivocate(2, slot, 10);
		}
		assert_eq!(held(2), BOND - BOND / 10);
		assert_ok!(Validators::add_bond(signed(2), BOND));
		equivocate(2, 99, 20);
		assert_eq!(held(2), 2 * BOND - BOND / 5);
	});
}

/// Guard: fees and budget are paid by blocks, and a gift to the account is paid as fees are. It
/// cannot be taken by a validator that makes no block.
#[test]
fn validator_without_a_block_should_get_no_reward() {
	run(chain(4, 4), || {
		give(AssetId::Native, &pot(), 900);
		let before = free(4);
		author(&[1, 2, 3], 4 * ENOUGH_BLOCKS);
		Session::rotate_session();
		assert_eq!(free(4), before);
		assert_eq!(balance(AssetId::Native, &pot()), ED);
	});
}
