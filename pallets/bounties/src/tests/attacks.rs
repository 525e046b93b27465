// SPDX-License-Identifier: Apache-2.0

//! Attacks on the programmes and on the reserve behind them. Each fails without its guard.

use super::mock::*;
use crate::*;
use breakwater_primitives::Choice;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;

/// A sponsor reports an own bug through an accomplice. Guard: only a referendum matches a reward.
#[test]
fn bounty_for_an_own_bug_should_move_only_the_sponsors_money() {
	ExtBuilder::default().build_and_execute(|| {
		insure(PRODUCT, 1_000_000);
		let together = || usd(&SPONSOR) + usd(&OTHER) + book().total().unwrap();
		let (before, reserve) = (together(), usd(&RESERVE));
		let id = accepted(&OTHER);
		for who in [SPONSOR, OTHER] {
			assert_noop!(Bounties::match_reward(signed(who.clone()), id), BadOrigin);
			assert_noop!(Bounties::adopt_decision(signed(who), id, Choice::Proposal(0)), BadOrigin);
		}
		TestClock::pass(100 * DAY);
		assert_ok!(collect(id));
		assert_eq!((together(), usd(&RESERVE)), (before, reserve));
		// It has made the product dearer, too.
		assert_eq!(past_incidents(PRODUCT), 1);
	});
}

/// Guard: the cover in force is that of the commitment.
#[test]
fn match_should_be_refused_for_a_bug_that_no_cover_had() {
	ExtBuilder::default().build_and_execute(|| {
		let id = commit(&HUNTER, PRODUCT, CRITICAL).unwrap();
		// Cover that is bought after it, also for the sake of the match.
		insure(PRODUCT, 1_000_000);
		assert_ok!(reveal(&HUNTER, id, CRITICAL));
		assert_ok!(decide(id, ReportDecision::Severity(Severity::Critical)));
		let reserve = usd(&RESERVE);
		assert_noop!(Bounties::match_reward(root(), id), Error::<Test>::NoCoverInForce);
		assert_eq!(usd(&RESERVE), reserve);
	});
}

/// Guard: the reporter is a part of the commitment.
#[test]
fn copied_commitment_should_open_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		let copied = commitment(PRODUCT, &HUNTER, CRITICAL);
		// The copier is even first.
		assert_ok!(Bounties::commit_report(signed(OTHER), PRODUCT, copied));
		let id = commit(&HUNTER, PRODUCT, CRITICAL).unwrap();
		assert_ok!(reveal(&HUNTER, id, CRITICAL));
		assert_noop!(reveal(&OTHER, 0, CRITICAL), Error::<Test>::WrongCommitment);
		assert_noop!(reveal(&OTHER, id, CRITICAL), Error::<Test>::NotReporter);
		TestClock::pass(REVEAL_PERIOD);
		let before = total(&NATIVE, &OTHER);
		assert_ok!(process(0));
		assert_eq!(total(&NATIVE, &OTHER), before - DEPOSIT);
	});
}

/// A copier commits to a report that was revealed. The numbers show who was first, and the dispute
/// costs a bond.
#[test]
fn copied_report_should_come_second_and_cost_a_bond() {
	ExtBuilder::default().build_and_execute(|| {
		let first = revealed(CRITICAL);
		let second = commit(&OTHER, PRODUCT, CRITICAL).unwrap();
		assert_ok!(reveal(&OTHER, second, CRITICAL));
		assert!(first < second);
		assert_ok!(decide(first, ReportDecision::Severity(Severity::Critical)));
		assert_ok!(decide(second, ReportDecision::Rejected));
		assert_ok!(Bounties::dispute(signed(OTHER), second, Balance::MAX));
		decide_case(0, Some(Choice::NotCovered));
		assert_ok!(process(second));
		assert_eq!(usd(&OTHER), RICH - 10_000);
		assert_noop!(collect(second), Error::<Test>::UnknownReport);
	});
}

/// Guard: what is reserved is not free, also for a request whose notice is over.
#[test]
fn sponsor_should_not_drain_the_escrow_before_deciding() {
	ExtBuilder::default().with_funds(100_000).build_and_execute(|| {
		assert_ok!(Bounties::request_withdrawal(signed(SPONSOR), PRODUCT, Balance::MAX));
		TestClock::pass(14 * DAY);
		let id = revealed(CRITICAL);
		assert_noop!(Bounties::withdraw(signed(SPONSOR), PRODUCT), Error::<Test>::NothingToWithdraw);
		assert_noop!(Bounties::close_programme(signed(SPONSOR), PRODUCT), Error::<Test>::ReportsLeft);
		assert_ok!(decide(id, ReportDecision::Rejected));
		// The claim stays reserved while it can be disputed, and in the dispute.
		assert_noop!(Bounties::withdraw(signed(SPONSOR), PRODUCT), Error::<Test>::NothingToWithdraw);
		assert_ok!(Bounties::dispute(signed(HUNTER), id, Balance::MAX));
		assert_noop!(Bounties::withdraw(signed(SPONSOR), PRODUCT), Error::<Test>::NothingToWithdraw);
		decide_case(0, Some(Choice::Proposal(0)));
		assert_ok!(process(id));
		assert_noop!(Bounties::withdraw(signed(SPONSOR), PRODUCT), Error::<Test>::NothingToWithdraw);
		TestClock::pass(100 * DAY);
		assert_ok!(collect(id));
		assert_eq!(usd(&HUNTER), RICH + 100_000);
	});
}

/// Guard: a request lapses, so that each withdrawal has a notice before it.
#[test]
fn request_of_long_ago_should_be_no_withdrawal_without_notice() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Bounties::request_withdrawal(signed(SPONSOR), PRODUCT, Balance::MAX));
		TestClock::pass(14 * DAY + WITHDRAWAL_WINDOW);
		assert_noop!(Bounties::withdraw(signed(SPONSOR), PRODUCT), Error::<Test>::NoRequest);
		assert_noop!(Bounties::close_programme(signed(SPONSOR), PRODUCT), Error::<Test>::FundsLeft);
	});
}

/// Guard: a report keeps the terms of its block.
#[test]
fn terms_should_not_change_for_a_report_that_is_committed() {
	ExtBuilder::default().build_and_execute(|| {
		let id = commit(&HUNTER, PRODUCT, CRITICAL).unwrap();
		let mean = BountyTerms {
			rewards: Rewards { low: 0, medium: 0, high: 0, critical: 1 },
			acknowledgement: 14 * DAY,
			vesting: 180 * DAY,
			rescue_share: Default::default(),
			..terms()
		};
		assert_ok!(Bounties::set_terms(signed(SPONSOR), PRODUCT, mean));
		assert_ok!(reveal(&HUNTER, id, CRITICAL));
		assert_eq!(report(id).stage, Stage::Revealed { until: 7 * DAY });
		assert_ok!(decide(id, ReportDecision::Severity(Severity::Critical)));
		assert_eq!(book().vesting, 100_000);
		TestClock::pass(100 * DAY);
		assert_ok!(collect(id));
		assert_eq!(usd(&HUNTER), RICH + 100_000);
		// The next one has them.
		let next = commit(&HUNTER, PRODUCT, CRITICAL).unwrap();
		assert_eq!(report(next).reserved, 1);
	});
}

/// A silent sponsor keeps the money from the reporter no longer than the voters need, and makes the
/// dispute free.
#[test]
fn silence_should_not_help_the_sponsor() {
	ExtBuilder::default().build_and_execute(|| {
		let poor = person(77);
		give(NATIVE, &poor, DEPOSIT + ED);
		let id = commit(&poor, PRODUCT, CRITICAL).unwrap();
		assert_ok!(reveal(&poor, id, CRITICAL));
		TestClock::pass(7 * DAY);
		// Without any of the asset.
		assert_ok!(Bounties::dispute(signed(poor.clone()), id, 0));
		decide_case(0, Some(Choice::Proposal(0)));
		assert_ok!(process(id));
		TestClock::pass(100 * DAY);
		assert_ok!(collect(id));
		assert_eq!((usd(&poor), balance(NATIVE, &poor)), (100_000, DEPOSIT + ED));
	});
}

/// Guard: a chain that stands still runs no deadline out.
#[test]
fn halt_should_run_no_deadline_out() {
	ExtBuilder::default().build_and_execute(|| {
		let id = commit(&HUNTER, PRODUCT, CRITICAL).unwrap();
		TestClock::halt(30 * DAY);
		assert_ok!(reveal(&HUNTER, id, CRITICAL));
		TestClock::halt(30 * DAY);
		assert_ok!(decide(id, ReportDecision::Severity(Severity::Critical)));
		TestClock::halt(100 * DAY);
		assert_noop!(collect(id), Error::<Test>::NothingToCollect);
	});
}
