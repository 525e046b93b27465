// SPDX-License-Identifier: Apache-2.0

//! Slashes, suspensions and removals.

use super::mock::*;
use crate::*;
use frame_support::assert_ok;
use sp_runtime::Perbill;
use sp_staking::offence::ReportOffence;

#[test]
fn equivocation_should_cost_a_part_of_the_bond_and_the_seat() {
	run(chain(4, 4), || {
		pass(1);
		System::reset_events();
		let before = balance(AssetId::Native, &RESERVE_ACCOUNT);
		equivocate(2, 1, 30);
		assert_eq!((held(2), free(2)), (BOND - 3_000, RICH - BOND));
		assert_eq!(balance(AssetId::Native, &RESERVE_ACCOUNT), before + 3_000);
		assert_eq!(reserve().income.slashes, 3_000);
		let slashed = Event::BondSlashed {
			who: person(2),
			session: 1,
			fraction: Perbill::from_percent(30),
			amount: 3_000,
			bond_before: BOND,
			bond: BOND - 3_000,
		};
		assert_eq!(events(), [slashed, Event::CandidateSuspended { who: person(2), session: 1 }]);
		assert_eq!(pallet_session::DisabledValidators::<Test>::get().len(), 1, "it makes no block any more");
		pass(2);
		assert_eq!(validators(), [1, 3, 4]);
	});
}

#[test]
fn slashes_of_a_session_should_be_the_largest_and_not_the_sum() {
	run(chain(4, 4), || {
		equivocate(2, 1, 30);
		equivocate(2, 2, 20);
		assert_eq!(held(2), BOND - 3_000);
		equivocate(2, 3, 50);
		assert_eq!(held(2), BOND - 5_000);
		assert_eq!(Slashes::<Test>::get(0, person(2)), Some(Slashed { of: BOND, taken: 5_000 }));
		pass(1);
		equivocate(2, 4, 50);
		assert_eq!(held(2), BOND - 7_500, "another session counts by itself");
	});
}

#[test]
fn former_validator_should_be_slashed_until_the_bond_is_back() {
	run(chain(4, 4), || {
		assert_ok!(Validators::retire(signed(2)));
		equivocate(2, 1, 30);
		assert_eq!(Leavers::<Test>::get(person(2)).map(|leaving| leaving.bond), Some(BOND - 3_000));
		equivocate(2, 2, 100);
		assert_eq!((Leavers::<Test>::get(person(2)).map(|leaving| leaving.bond), held(2)), (Some(0), 0));
	});
}

#[test]
fn repeat_offender_should_be_removed() {
	run(chain(4, 4), || {
		for offence in 1..=3 {
			assert!(Validators::candidate(&person(2)).is_some());
			equivocate(2, offence, 0);
			pass(2);
			let _ = Validators::resume(signed(2));
			pass(2);
		}
		assert_eq!(Validators::candidate(&person(2)), None);
		let leaving = Leavers::<Test>::get(person(2)).expect("the bond is kept for the cooldown");
		assert_eq!(leaving.bond, BOND);
		assert!(events()
			.iter()
			.any(|event| matches!(event, Event::CandidateLeft { cause: Cause::Offences, .. })));
	});
}

#[test]
fn offences_should_not_add_up_when_they_are_far_apart() {
	run(chain(4, 4), || {
		for offence in 1..=4 {
			equivocate(2, offence, 0);
			assert_ok!(Validators::resume(signed(2)));
			pass(OFFENCE_WINDOW / 2);
		}
		assert!(!candidate(2).suspended);
	});
}

#[test]
fn offline_validator_should_lose_the_seat_and_no_money() {
	run(chain(4, 4), || {
		author(&[1, 2, 3], 4 * ENOUGH_BLOCKS);
		Session::rotate_session();
		assert!(candidate(4).suspended);
		assert_eq!(held(4), BOND);
		// It has a seat in the session that was planned, and this is the same outage.
		author(&[1, 2, 3], 4 * ENOUGH_BLOCKS);
		Session::rotate_session();
		assert_eq!(candidate(4).offences.len(), 1);
		assert_eq!(validators(), [1, 2, 3]);
		assert_ok!(Validators::resume(signed(4)));
		pass(2);
		assert_eq!(validators(), [1, 2, 3, 4]);
	});
}

/// Guard: a disabled validator can make no block. Before, it was reported as offline for it.
#[test]
fn disabled_validator_should_not_count_as_offline() {
	run(chain(4, 4), || {
		pass(1);
		equivocate(2, 1, 30);
		assert_ok!(Validators::add_bond(signed(2), BOND));
		assert_ok!(Validators::resume(signed(2)));
		author(&[1, 3, 4], 4 * ENOUGH_BLOCKS);
		Session::rotate_session();
		assert!(!candidate(2).suspended);
		assert!(pallet_session::DisabledValidators::<Test>::get().is_empty(), "until the session ends");
	});
}

/// Guard: an offence in a session for which the candidate was suspended is no further suspension.
/// Before, three proofs of one hour ended a candidacy, and an offence of another in the same round
/// suspended the first offender again.
#[test]
fn offences_of_one_session_should_suspend_once() {
	run(chain(4, 4), || {
		for slot in 1..=5 {
			equivocate(2, slot, 0);
			let _ = Validators::resume(signed(2));
		}
		assert_eq!((candidate(2).suspended, candidate(2).offences.len()), (false, 1));
		let both = |who| Equivocation { session: 0, slot: 9, who: person(who), fraction: Perbill::zero() };
		assert!(Offences::report_offence(vec![], both(1)).is_ok());
		assert_ok!(Validators::resume(signed(1)));
		assert!(Offences::report_offence(vec![], both(3)).is_ok());
		assert!(candidate(3).suspended && !candidate(1).suspended);
	});
}

/// Guard: with many offline there are fewer blocks. Those that are online must have enough, not
/// all.
#[test]
fn third_of_the_validators_should_be_found_offline() {
	run(chain(6, 6), || {
		Numbers::mutate(|limits| limits.max_validators = 6);
		author(&[1, 2, 3, 4], ENOUGH_BLOCKS);
		Session::rotate_session();
		assert!(candidate(5).suspended && candidate(6).suspended);
	});
}

#[test]
fn outage_of_more_than_a_third_should_be_no_offence() {
	run(chain(4, 4), || {
		author(&[1, 2], 20 * ENOUGH_BLOCKS);
		Session::rotate_session();
		assert_eq!(events(), [Event::OutageNoted { session: 0, offline: 2, validators: 4 }]);
		assert!([1, 2, 3, 4].map(candidate).iter().all(|candidate| !candidate.suspended));
	});
}

#[test]
fn session_of_few_blocks_should_be_no_proof() {
	run(chain(4, 4), || {
		author(&[1, 2, 3], ENOUGH_BLOCKS - 1);
		Session::rotate_session();
		assert!(!candidate(4).suspended, "chance may have left it without a block");
	});
}

#[test]
fn bond_should_stay_when_the_reserve_refuses() {
	run(chain(4, 4), || {
		set_reserve(|reserve| reserve.refuses = true);
		equivocate(2, 1, 30);
		assert_eq!((held(2), Slashes::<Test>::get(0, person(2))), (BOND, None));
		assert!(events().contains(&Event::SlashRefused { who: person(2), session: 0, amount: 3_000 }));
		assert!(candidate(2).suspended);
		set_reserve(|reserve| reserve.refuses = false);
	});
}

#[test]
fn slashes_should_be_forgotten_with_their_session() {
	run(chain(4, 4), || {
		equivocate(2, 1, 30);
		pass(REMEMBERED);
		assert!(Slashes::<Test>::contains_key(0, person(2)));
		pass(1);
		assert!(!Slashes::<Test>::contains_key(0, person(2)));
	});
}
