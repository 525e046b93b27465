// SPDX-License-Identifier: Apache-2.0

//! Bonds that are not taken.

use super::mock::*;

/// Leave a bond of [`REPORTER`], who cannot receive it, on incident 0, which is rejected or claimed
/// for.
fn bond_that_waits(is_covered: bool) {
	assert_ok!(report_now());
	if !is_covered {
		assert_ok!(propose(REPORTER, 0, Verdict::NotCovered));
	}
	assert_ok!(Assets::block(signed(ALICE), 1, REPORTER));
	assert_ok!(Assets::block(signed(ALICE), 1, PROPOSER));
	assert_ok!(Assets::thaw(signed(ALICE), 1, PROPOSER));
	if is_covered {
		assert_ok!(propose(PROPOSER, 0, Table::of(&[300]).verdict(START)));
		block_after(2 * DAY);
		block_after(14 * DAY);
		assert_eq!(stage(0), Stage::Paid);
	} else {
		// The bond of the proposal is due, that of the report is lost.
		block_after(2 * DAY);
		assert_eq!(stage(0), Stage::Rejected);
	}
	assert_eq!(breakwater_assessment::BondsDue::<Test>::get(0, REPORTER), bonds_of(0));
	assert!(bonds_of(0) > 0);
}

#[test]
fn bonds_that_are_not_taken_should_go_to_the_reserve_when_the_incident_is_closed() {
	for is_covered in [true, false] {
		ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
			let before = issuance();
			bond_that_waits(is_covered);
			let (left, reserve) = (bonds_of(0), usd(&RESERVE_ACCOUNT));
			pass_to(TestClock::now() + YEAR - DAY);
			assert_noop!(Assessment::sweep_bonds(signed(BOB), 0).plain(), AssessmentError::<Test>::TooEarly);
			pass_to(TestClock::now() + DAY);
			set_reserve(|reserve| reserve.refuses = true);
			block_after(MINUTE);
			block_after(MINUTE);
			assert_eq!(
				(bonds_of(0), breakwater_assessment::BondsDue::<Test>::get(0, REPORTER)),
				(left, left)
			);
			assert_noop!(
				Assessment::sweep_bonds(signed(BOB), 0).plain(),
				AssessmentError::<Test>::ReserveRefuses
			);
			set_reserve(|reserve| reserve.refuses = false);
			block_after(MINUTE);
			block_after(MINUTE);
			assert_eq!((bonds_of(0), usd(&RESERVE_ACCOUNT), usd(&bonds())), (0, reserve + left, 0));
			assert_eq!(breakwater_assessment::BondsDue::<Test>::iter().count(), 0);
			assert!(has_event(AssessmentEvent::BondsSwept { incident: 0, amount: left }));
			assert_eq!(assessment(0), None);
			assert_noop!(
				Assessment::sweep_bonds(signed(BOB), 0).plain(),
				AssessmentError::<Test>::UnknownAssessment
			);
			assert_eq!(issuance(), before);
		});
	}
}

#[test]
fn room_should_be_needed_only_when_bonds_can_be_swept() {
	ExtBuilder::default().assessed(&[600]).build_and_execute(|| {
		bond_that_waits(false);
		let decided = assessment(0).unwrap();
		let at = decided.closes_at().unwrap();
		assert_eq!(Assessment::room_for(&decided, at - 1), Weight::zero());
		assert_eq!(Assessment::room_for(&decided, at), Assessment::most_sweeping_weight());
	});
}
