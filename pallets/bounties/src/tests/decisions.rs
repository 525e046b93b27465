// SPDX-License-Identifier: Apache-2.0

//! Decisions: the manager's, those by silence, and those of the adjudicator.

use super::mock::*;
use crate::*;
use breakwater_primitives::{Choice, Subject};
use frame_support::{assert_noop, assert_ok};

const CRITICALLY: ReportDecision = ReportDecision::Severity(Severity::Critical);
const LOWLY: ReportDecision = ReportDecision::Severity(Severity::Low);

fn acknowledge(id: ReportId) -> sp_runtime::DispatchResult {
	Bounties::acknowledge(signed(SPONSOR), id)
}

fn dispute(id: ReportId) -> sp_runtime::DispatchResult {
	Bounties::dispute(signed(HUNTER), id, Balance::MAX)
}

/// A critical bug that the manager calls a low one, before the voters.
fn disputed() -> ReportId {
	let id = revealed(CRITICAL);
	assert_ok!(decide(id, LOWLY));
	assert_ok!(dispute(id));
	id
}

#[test]
fn manager_should_acknowledge_and_decide_in_time() {
	ExtBuilder::default().build_and_execute(|| {
		insure(PRODUCT, 1_000_000);
		let id = revealed(CRITICAL);
		assert_noop!(Bounties::acknowledge(signed(OTHER), id), Error::<Test>::NotManager);
		TestClock::pass(7 * DAY - 1);
		assert_ok!(acknowledge(id));
		assert_noop!(acknowledge(id), Error::<Test>::WrongStage);
		TestClock::pass(30 * DAY - 1);
		assert_noop!(Bounties::decide(signed(HUNTER), id, CRITICALLY), Error::<Test>::NotManager);
		assert_noop!(decide(id, ReportDecision::Returned(1)), Error::<Test>::WrongDecision);
		assert_ok!(decide(id, CRITICALLY));
		assert_eq!(Bounties::held_of(&HUNTER), 0);
		assert_eq!((book().reserved, book().vesting, book().free), (0, 100_000, 150_000));
		assert_eq!(past_incidents(PRODUCT), 1);
		assert_noop!(decide(id, CRITICALLY), Error::<Test>::WrongStage);
	});
}

#[test]
fn manager_should_not_act_when_the_time_is_over() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, second) = (revealed(CRITICAL), revealed(CRITICAL));
		assert_ok!(acknowledge(second));
		TestClock::pass(7 * DAY);
		assert_noop!(acknowledge(first), Error::<Test>::TooLate);
		assert_noop!(decide(first, LOWLY), Error::<Test>::TooLate);
		TestClock::pass(23 * DAY);
		assert_noop!(decide(second, LOWLY), Error::<Test>::TooLate);
		assert_noop!(decide(first, CRITICALLY), Error::<Test>::TooLate);
	});
}

#[test]
fn rejection_should_end_the_report_when_it_is_not_disputed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = revealed(CRITICAL);
		assert_ok!(decide(id, ReportDecision::Rejected));
		let before = (total(&NATIVE, &HUNTER), total(&NATIVE, &RESERVE));
		assert_eq!((Bounties::held_of(&HUNTER), book().reserved), (DEPOSIT, 100_000), "it can be disputed");
		assert_noop!(process(id), Error::<Test>::NothingToDo);
		TestClock::pass(DISPUTE_PERIOD);
		assert_noop!(dispute(id), Error::<Test>::TooLate);
		assert_ok!(process(id));
		assert_eq!((book().free, book().reserved), (250_000, 0));
		assert!(!Reports::<Test>::contains_key(id));
		let after = (total(&NATIVE, &HUNTER), total(&NATIVE, &RESERVE));
		assert_eq!(after, (before.0 - DEPOSIT, before.1 + DEPOSIT), "the deposit is lost");
	});
}

#[test]
fn manager_should_concede_late_and_in_a_dispute_that_waits() {
	ExtBuilder::default().with_funds(500_000).build_and_execute(|| {
		let ids = [revealed(CRITICAL), revealed(CRITICAL), revealed(CRITICAL), revealed(CRITICAL)];
		let [late, decided, waiting, in_case] = ids;
		assert_ok!(decide(decided, LOWLY));
		for id in [waiting, in_case] {
			assert_ok!(decide(id, ReportDecision::Rejected));
		}
		assert_ok!(dispute(in_case));
		IsFull::set(&true);
		assert_ok!(dispute(waiting));
		IsFull::set(&false);
		assert_eq!(usd(&HUNTER), RICH - 20_000);
		TestClock::pass(DISPUTE_PERIOD - 1);
		assert_noop!(decide(decided, ReportDecision::Rejected), Error::<Test>::WrongStage);
		assert_ok!(decide(decided, CRITICALLY));
		TestClock::pass(1);
		assert_noop!(decide(waiting, LOWLY), Error::<Test>::WrongStage);
		assert_ok!(decide(waiting, CRITICALLY));
		assert_noop!(decide(in_case, CRITICALLY), Error::<Test>::WrongStage);
		assert_noop!(decide(late, LOWLY), Error::<Test>::TooLate);
		assert_ok!(decide(late, CRITICALLY));
		assert_eq!((book().vesting, book().bonds), (300_000, 20_000));
		// That of the case, beside its deposit.
		assert_eq!(Bounties::held_of(&HUNTER), NATIVE_BOND + report(in_case).deposit);
		assert_eq!(report(late).vesting.unwrap().since, 7 * DAY, "from the deadline");
		// The bond comes back, and what has vested since the first decision.
		assert_ok!(collect(waiting));
		assert_eq!(usd(&HUNTER), RICH - 10_000 + 7_000);
	});
}

#[test]
fn lower_reward_should_vest_from_the_decision_when_it_is_not_disputed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = revealed(CRITICAL);
		assert_ok!(decide(id, ReportDecision::Severity(Severity::High)));
		TestClock::pass(DISPUTE_PERIOD);
		assert_ok!(process(id));
		assert_eq!((book().free, book().vesting), (240_000, 10_000));
		assert_ok!(collect(id));
		assert_eq!(usd(&HUNTER), RICH + 700, "7 of 100 days");
		assert_eq!(past_incidents(PRODUCT), 0, "not a critical one");
	});
}

#[test]
fn more_than_is_claimed_should_be_final() {
	ExtBuilder::default().build_and_execute(|| {
		insure(PRODUCT, 1_000_000);
		let id = revealed(Claim::Finding(Severity::Low));
		assert_ok!(decide(id, CRITICALLY));
		assert_eq!((book().vesting, past_incidents(PRODUCT)), (100_000, 1));
		assert_noop!(dispute(id), Error::<Test>::WrongStage);
	});
}

#[test]
fn dispute_should_take_a_bond_of_a_tenth_of_the_difference() {
	ExtBuilder::default().build_and_execute(|| {
		let id = revealed(CRITICAL);
		assert_noop!(dispute(id), Error::<Test>::WrongStage);
		assert_ok!(decide(id, LOWLY));
		assert_noop!(Bounties::dispute(signed(OTHER), id, 9_990), Error::<Test>::NotReporter);
		assert_noop!(Bounties::dispute(signed(HUNTER), id, 9_989), Error::<Test>::BondAboveLimit);
		assert_eq!(Bounties::report_state(id).unwrap().dispute_bond, 9_990);
		assert_ok!(Bounties::dispute(signed(HUNTER), id, 9_990));
		assert_eq!((usd(&HUNTER), book().bonds), (RICH - 9_990, 9_990));
		assert_eq!(Bounties::held_of(&HUNTER), DEPOSIT + NATIVE_BOND);
		assert_eq!(CaseList::get(), vec![(Subject::Report(id), BALLOT)]);
		assert_noop!(dispute(id), Error::<Test>::WrongStage);
	});
}

#[test]
fn claim_should_be_paid_when_it_is_chosen() {
	ExtBuilder::default().build_and_execute(|| {
		insure(PRODUCT, 1_000_000);
		let id = disputed();
		assert_noop!(process(id), Error::<Test>::NothingToDo);
		TestClock::pass(10 * DAY);
		let adopt = |choice| Bounties::adopt_decision(root(), id, choice);
		assert_noop!(adopt(Choice::Proposal(0)), Error::<Test>::NotChosen);
		decide_case(0, Some(Choice::Proposal(0)));
		assert_noop!(adopt(Choice::NotCovered), Error::<Test>::NotChosen);
		assert_noop!(adopt(Choice::Proposal(1)), Error::<Test>::UnknownChoice);
		assert_ok!(adopt(Choice::Proposal(0)));
		assert_ok!(process(id));
		assert_noop!(adopt(Choice::Proposal(0)), Error::<Test>::NotInCase);
		assert_eq!((book().vesting, book().bonds, past_incidents(PRODUCT)), (100_000, 9_990, 1));
		assert_eq!(Bounties::held_of(&HUNTER), 0);
		assert_eq!(ClosedCases::get(), vec![0]);
		// From the manager's decision on, and the bond.
		assert_ok!(collect(id));
		assert_eq!(usd(&HUNTER), RICH + 10_000);
		assert_eq!(book().bonds, 0);
	});
}

#[test]
fn decision_should_stand_and_the_bond_be_lost_when_it_is_chosen() {
	ExtBuilder::default().build_and_execute(|| {
		let id = disputed();
		let (before, native) = (usd(&RESERVE), total(&NATIVE, &RESERVE));
		decide_case(0, Some(Choice::NotCovered));
		Refuses::set(&true);
		assert_noop!(process(id), Error::<Test>::ReserveRefuses);
		Refuses::set(&false);
		assert_ok!(process(id));
		assert_eq!((book().vesting, book().bonds, usd(&RESERVE)), (100, 0, before + 9_990));
		assert_eq!(past_incidents(PRODUCT), 0);
		// The deposit is back, as a low bug has a reward.
		assert_eq!((total(&NATIVE, &RESERVE), Bounties::held_of(&HUNTER)), (native + NATIVE_BOND, 0));
		TestClock::pass(100 * DAY);
		assert_ok!(collect(id));
		assert_eq!(usd(&HUNTER), RICH + 100 - 9_990);
	});
}

#[test]
fn decision_should_stand_and_the_bond_come_back_when_nothing_is_chosen() {
	ExtBuilder::default().build_and_execute(|| {
		let id = revealed(CRITICAL);
		assert_ok!(decide(id, ReportDecision::Rejected));
		assert_ok!(dispute(id));
		decide_case(0, None);
		assert_ok!(process(id));
		assert_eq!((book().free, book().bonds), (250_000, 10_000));
		assert_eq!((Bounties::held_of(&HUNTER), balance(NATIVE, &HUNTER)), (0, RICH));
		let state = Bounties::report_state(id).unwrap();
		assert_eq!((state.claimed, state.reward, state.dispute_bond), (100_000, 0, 0));
		assert_ok!(collect(id));
		assert_eq!(usd(&HUNTER), RICH);
		assert!(!Reports::<Test>::contains_key(id));
	});
}

#[test]
fn dispute_should_wait_when_the_adjudicator_has_no_room() {
	ExtBuilder::default().build_and_execute(|| {
		let id = revealed(CRITICAL);
		assert_ok!(decide(id, LOWLY));
		IsFull::set(&true);
		assert_ok!(dispute(id));
		TestClock::pass(2 * DISPUTE_PERIOD);
		assert_noop!(process(id), Error::<Test>::NothingToDo);
		assert_noop!(Bounties::adopt_decision(root(), id, Choice::Proposal(0)), Error::<Test>::NotInCase);
		IsFull::set(&false);
		assert_ok!(process(id));
		assert_eq!(report(id).stage, Stage::Disputed { case: Some(0) });
	});
}

#[test]
fn silence_should_be_disputed_without_a_bond_in_the_asset() {
	ExtBuilder::default().build_and_execute(|| {
		insure(PRODUCT, 1_000_000);
		// One that was never acknowledged, and one that was never decided.
		let (first, second) = (revealed(CRITICAL), revealed(CRITICAL));
		assert_ok!(acknowledge(second));
		TestClock::pass(7 * DAY);
		assert_ok!(process(first));
		assert_eq!(Bounties::report_state(first).unwrap().dispute_bond, 0);
		assert_ok!(Bounties::dispute(signed(HUNTER), first, 0));
		TestClock::pass(23 * DAY);
		// No call of `process` is needed.
		assert_ok!(Bounties::dispute(signed(HUNTER), second, 0));
		assert_eq!((usd(&HUNTER), Bounties::held_of(&HUNTER)), (RICH, 3 * DEPOSIT + 2 * NATIVE_BOND));
		decide_case(0, Some(Choice::Proposal(0)));
		decide_case(1, Some(Choice::NotCovered));
		assert_ok!(process(first));
		assert_ok!(process(second));
		assert_eq!((book().vesting, book().free, past_incidents(PRODUCT)), (100_000, 150_000, 1));
		assert!(!Reports::<Test>::contains_key(second));
	});
}

#[test]
fn silence_should_reject_the_report_when_it_is_not_disputed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = revealed(CRITICAL);
		TestClock::pass(7 * DAY + DISPUTE_PERIOD);
		assert_noop!(dispute(id), Error::<Test>::TooLate);
		assert_ok!(process(id));
		let until = Stage::Decided { until: 7 * DAY + DISPUTE_PERIOD };
		assert_eq!(report(id).stage, until, "it counts from the deadline");
		assert_ok!(process(id));
		assert_eq!((book().free, Bounties::held_of(&HUNTER)), (250_000, 0));
	});
}
