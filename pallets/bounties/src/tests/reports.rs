// SPDX-License-Identifier: Apache-2.0

//! Reports: commitments, claims, and those that are never revealed.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};

#[test]
fn commitment_should_reserve_the_reward_of_a_critical_bug() {
	ExtBuilder::default().build_and_execute(|| {
		insure(PRODUCT, 777);
		assert_eq!(commit(&HUNTER, PRODUCT, CRITICAL), Ok(0));
		assert_eq!((book().free, book().reserved), (150_000, 100_000));
		assert_eq!(Bounties::held_of(&HUNTER), DEPOSIT);
		assert_eq!((report(0).cover, reserved(0)), (777, 100_000));
		assert_eq!(commit(&HUNTER, PRODUCT, CRITICAL), Ok(1));
		// Less is left.
		assert_eq!(commit(&OTHER, PRODUCT, CRITICAL), Ok(2));
		assert_eq!((reserved(2), book().free), (50_000, 0));
		// Nothing is, and the report has its place.
		assert_eq!((commit(&OTHER, PRODUCT, CRITICAL), reserved(3)), (Ok(3), 0));
		assert_ok!(Bounties::fund(signed(OTHER), PRODUCT, 60_000));
		assert_eq!((reserved(2), reserved(3), book().free), (100_000, 10_000, 0));
		assert_noop!(commit(&OTHER, SECOND, CRITICAL), Error::<Test>::UnknownProgramme);
		assert_eq!(events().len(), 5);
	});
}

#[test]
fn reports_that_are_open_should_be_few() {
	ExtBuilder::default().with_funds(5_000_000).build_and_execute(|| {
		for id in 0..MAX_OPEN {
			assert_eq!(commit(&HUNTER, PRODUCT, CRITICAL), Ok(id));
			assert_eq!(report(id).deposit, DEPOSIT << id.min(6), "each of six doubles the next");
		}
		assert_noop!(commit(&HUNTER, PRODUCT, CRITICAL), Error::<Test>::TooManyReports);
		TestClock::pass(REVEAL_PERIOD);
		assert_ok!(process(7));
		assert_eq!(commit(&HUNTER, PRODUCT, CRITICAL), Ok(MAX_OPEN));
	});
}

#[test]
fn records_should_be_few() {
	let small = |terms: &mut BountyTerms| terms.rewards = Rewards { low: 1, medium: 1, high: 1, critical: 1 };
	ExtBuilder::default().with_terms(small).build_and_execute(|| {
		for id in 0..MAX_RECORDS {
			assert_eq!(accepted(&OTHER), id);
		}
		assert_noop!(commit(&HUNTER, PRODUCT, CRITICAL), Error::<Test>::TooManyReports);
		TestClock::pass(100 * DAY);
		assert_ok!(collect(7));
		assert_ok!(commit(&HUNTER, PRODUCT, CRITICAL));
	});
}

/// A change of the terms, or a report in front, between the reporter's look and the commitment.
#[test]
fn commitment_should_keep_the_reporters_limits() {
	ExtBuilder::default().with_funds(150_000).build_and_execute(|| {
		let seen = terms_hash(PRODUCT);
		let commit_with = |least, terms| {
			let hash = commitment(PRODUCT, &HUNTER, CRITICAL);
			Bounties::commit_report(signed(HUNTER), PRODUCT, hash, least, terms)
		};
		assert_noop!(commit_with(100_001, seen), Error::<Test>::ReservedBelowLimit);
		assert_ok!(commit(&OTHER, PRODUCT, CRITICAL));
		assert_noop!(commit_with(100_000, seen), Error::<Test>::ReservedBelowLimit);
		assert_ok!(commit_with(50_000, seen));
		let mean = BountyTerms { decision: 60 * DAY, ..terms() };
		assert_ok!(Bounties::set_terms(signed(SPONSOR), PRODUCT, mean.clone()));
		assert_noop!(commit_with(0, mean.hash()), Error::<Test>::TermsChanged);
		TestClock::pass(NOTICE);
		assert_noop!(commit_with(0, seen), Error::<Test>::TermsChanged);
		assert_ok!(commit_with(0, mean.hash()));
	});
}

#[test]
fn deposit_should_be_needed() {
	ExtBuilder::default().build_and_execute(|| {
		let poor = person(77);
		give(NATIVE, &poor, DEPOSIT + ED - 1);
		assert_noop!(commit(&poor, PRODUCT, CRITICAL), Error::<Test>::CannotHoldDeposit);
		give(NATIVE, &poor, 1);
		assert_ok!(commit(&poor, PRODUCT, CRITICAL));
	});
}

#[test]
fn claim_should_be_revealed_by_the_reporter_in_time() {
	ExtBuilder::default().build_and_execute(|| {
		let id = commit(&HUNTER, PRODUCT, CRITICAL).unwrap();
		assert_noop!(reveal(&OTHER, id, CRITICAL), Error::<Test>::NotReporter);
		assert_noop!(reveal(&HUNTER, 9, CRITICAL), Error::<Test>::UnknownReport);
		let lower = Claim::Finding(Severity::High);
		assert_noop!(reveal(&HUNTER, id, lower), Error::<Test>::WrongCommitment);
		TestClock::pass(REVEAL_PERIOD - 1);
		assert_ok!(reveal(&HUNTER, id, CRITICAL));
		let until = REVEAL_PERIOD - 1 + 7 * DAY;
		let event = Event::<Test>::ReportRevealed {
			report: id,
			claim: CRITICAL,
			claimed: 100_000,
			report_hash: HASHES.0,
			until,
		};
		assert_eq!(last_event(), event.into());
		assert_noop!(reveal(&HUNTER, id, CRITICAL), Error::<Test>::WrongStage);
		let late = commit(&HUNTER, PRODUCT, CRITICAL).unwrap();
		assert_noop!(process(late), Error::<Test>::NothingToDo);
		TestClock::pass(REVEAL_PERIOD);
		assert_noop!(reveal(&HUNTER, late, CRITICAL), Error::<Test>::TooLate);
	});
}

#[test]
fn report_that_is_not_revealed_should_expire() {
	ExtBuilder::default().build_and_execute(|| {
		let id = commit(&HUNTER, PRODUCT, CRITICAL).unwrap();
		TestClock::pass(REVEAL_PERIOD);
		let before = (total(&NATIVE, &HUNTER), total(&NATIVE, &RESERVE));
		assert_ok!(process(id));
		assert_eq!(total(&NATIVE, &HUNTER), before.0 - DEPOSIT);
		assert_eq!(total(&NATIVE, &RESERVE), before.1 + DEPOSIT);
		assert_eq!((book().free, book().reserved), (250_000, 0));
		assert_noop!(process(id), Error::<Test>::UnknownReport);
	});
}

/// The slot is free only when the reserve has the deposit: no unit gets lost.
#[test]
fn report_should_not_expire_while_the_reserve_refuses() {
	ExtBuilder::default().build_and_execute(|| {
		let id = commit(&HUNTER, PRODUCT, CRITICAL).unwrap();
		TestClock::pass(REVEAL_PERIOD);
		Refuses::set(&true);
		assert_noop!(process(id), Error::<Test>::ReserveRefuses);
		Refuses::set(&false);
		assert_ok!(process(id));
	});
}

#[test]
fn rescue_should_get_its_share_of_the_returned_money() {
	ExtBuilder::default().build_and_execute(|| {
		let claim = Claim::Rescue { returned: 99_999, occurred_at: TestClock::now() - 72 * HOUR };
		let id = revealed(claim);
		assert_eq!(report(id).claimed(), 9_999, "rounded down");
		assert_ok!(decide(id, ReportDecision::Returned(99_999)));
		assert_eq!(book().vesting, 9_999);
		// Never above what is reserved.
		let all = revealed(Claim::Rescue { returned: Balance::MAX, occurred_at: TestClock::now() });
		assert_eq!(reserved(all), 100_000);
		// A rescue is no finding.
		let severity = ReportDecision::Severity(Severity::Critical);
		assert_noop!(decide(all, severity), Error::<Test>::WrongDecision);
		assert_ok!(decide(all, ReportDecision::Returned(Balance::MAX)));
		assert_eq!((book().vesting, past_incidents(PRODUCT)), (109_999, 0));
		assert_noop!(Bounties::match_reward(root(), all), Error::<Test>::NotCritical);
	});
}

#[test]
fn rescue_should_be_committed_within_three_days_of_wall_clock_time() {
	ExtBuilder::default().build_and_execute(|| {
		let early = Claim::Rescue { returned: 10, occurred_at: TestClock::now() - 72 * HOUR - 1 };
		let id = commit(&HUNTER, PRODUCT, early).unwrap();
		assert_noop!(reveal(&HUNTER, id, early), Error::<Test>::RescueTooLate);
		let to_come = Claim::Rescue { returned: 10, occurred_at: TestClock::now() + 1 };
		let id = commit(&HUNTER, PRODUCT, to_come).unwrap();
		TestClock::pass(1);
		assert_noop!(reveal(&HUNTER, id, to_come), Error::<Test>::NotYet);
		// The moment of the commitment counts, not that of the revelation.
		let in_time = Claim::Rescue { returned: 10, occurred_at: TestClock::now() - 72 * HOUR };
		let id = commit(&HUNTER, PRODUCT, in_time).unwrap();
		TestClock::pass(6 * DAY);
		assert_ok!(reveal(&HUNTER, id, in_time));
		// A halt after the rescue runs no time out.
		TestClock::halt(30 * DAY);
		TestClock::pass(72 * HOUR);
		let halted = commit(&HUNTER, PRODUCT, in_time).unwrap();
		TestClock::pass(1);
		let late = commit(&HUNTER, PRODUCT, in_time).unwrap();
		TestClock::halt(DAY);
		assert_ok!(reveal(&HUNTER, halted, in_time));
		assert_noop!(reveal(&HUNTER, late, in_time), Error::<Test>::RescueTooLate);
	});
}

#[test]
fn rescue_should_be_refused_when_the_terms_have_no_share() {
	let none = |terms: &mut BountyTerms| terms.rescue_share = Default::default();
	ExtBuilder::default().with_terms(none).build_and_execute(|| {
		let claim = Claim::Rescue { returned: 10, occurred_at: TestClock::now() };
		let id = commit(&HUNTER, PRODUCT, claim).unwrap();
		assert_noop!(reveal(&HUNTER, id, claim), Error::<Test>::NoRescueReward);
	});
}
