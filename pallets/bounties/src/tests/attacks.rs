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
		let terms = terms_hash(PRODUCT);
		assert_ok!(Bounties::commit_report(signed(OTHER), PRODUCT, copied, 0, terms));
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
		let mean = BountyTerms {
			rewards: Rewards { low: 0, medium: 0, high: 0, critical: 1 },
			acknowledgement: 14 * DAY,
			vesting: 180 * DAY,
			rescue_share: Default::default(),
			..terms()
		};
		assert_ok!(Bounties::set_terms(signed(SPONSOR), PRODUCT, mean));
		TestClock::pass(NOTICE - 1);
		let id = commit(&HUNTER, PRODUCT, CRITICAL).unwrap();
		TestClock::pass(1);
		assert_ok!(reveal(&HUNTER, id, CRITICAL));
		assert_eq!(report(id).stage, Stage::Revealed { until: NOTICE + 7 * DAY });
		assert_ok!(decide(id, ReportDecision::Severity(Severity::Critical)));
		assert_eq!(book().vesting, 100_000);
		TestClock::pass(100 * DAY);
		assert_ok!(collect(id));
		assert_eq!(usd(&HUNTER), RICH + 100_000);
		// The next one has them.
		let next = commit(&HUNTER, PRODUCT, CRITICAL).unwrap();
		assert_eq!(reserved(next), 1);
	});
}

/// A silent sponsor keeps the money from the reporter no longer than the voters need, and the
/// dispute costs none of the asset.
#[test]
fn silence_should_not_help_the_sponsor() {
	ExtBuilder::default().build_and_execute(|| {
		let poor = person(77);
		give(NATIVE, &poor, DEPOSIT + NATIVE_BOND + ED);
		let id = commit(&poor, PRODUCT, CRITICAL).unwrap();
		assert_ok!(reveal(&poor, id, CRITICAL));
		TestClock::pass(7 * DAY);
		// Without any of the asset.
		assert_ok!(Bounties::dispute(signed(poor.clone()), id, 0));
		decide_case(0, Some(Choice::Proposal(0)));
		assert_ok!(process(id));
		TestClock::pass(100 * DAY);
		assert_ok!(collect(id));
		assert_eq!((usd(&poor), balance(NATIVE, &poor)), (100_000, DEPOSIT + NATIVE_BOND + ED));
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

/// A manager sets greedy terms, and rewards an accomplice in the same extrinsic. Guards: the notice
/// of new terms, and the least vesting period.
#[test]
fn manager_should_not_take_the_escrow_faster_than_by_a_withdrawal() {
	ExtBuilder::default().build_and_execute(|| {
		let most = Balance::MAX;
		let rewards = Rewards { low: most, medium: most, high: most, critical: most };
		let greedy = BountyTerms { rewards, vesting: NOTICE, ..terms() };
		let at_once = BountyTerms { vesting: 0, ..greedy.clone() };
		let set = |terms| Bounties::set_terms(signed(SPONSOR), PRODUCT, terms);
		assert_noop!(set(at_once), Error::<Test>::TermsOutOfRange);
		assert_ok!(set(greedy));
		let id = accepted(&OTHER);
		assert_noop!(collect(id), Error::<Test>::NothingToCollect);
		assert_eq!((usd(&OTHER), book().vesting), (RICH, 100_000), "by the terms of before");
		TestClock::pass(NOTICE);
		let second = accepted(&OTHER);
		assert_eq!(book().vesting, 250_000);
		TestClock::pass(NOTICE / 2);
		assert_ok!(collect(second));
		assert_eq!(usd(&OTHER), RICH + 75_000);
		TestClock::pass(NOTICE / 2 - 1);
		assert_ok!(collect(second));
		assert!(usd(&OTHER) < RICH + 150_000);
	});
}

/// Guards: a deposit that comes back only with a reward, and doubles.
#[test]
fn junk_should_not_lock_the_escrow_for_free() {
	ExtBuilder::default().build_and_execute(|| {
		let (before, reserve) = (total(&NATIVE, &OTHER), total(&NATIVE, &RESERVE));
		// One at a time, revealed and rejected.
		for round in 1..=3 {
			let id = commit(&OTHER, PRODUCT, CRITICAL).unwrap();
			assert_ok!(reveal(&OTHER, id, CRITICAL));
			assert_ok!(decide(id, ReportDecision::Rejected));
			TestClock::pass(DISPUTE_PERIOD);
			assert_ok!(process(id));
			assert_eq!(total(&NATIVE, &OTHER), before - round * DEPOSIT);
		}
		// All at once, never revealed.
		let ids: Vec<_> = (0..MAX_OPEN).map(|_| commit(&OTHER, PRODUCT, CRITICAL).unwrap()).collect();
		TestClock::pass(REVEAL_PERIOD);
		for id in ids {
			assert_ok!(process(id));
		}
		let (doubled, rest) = ((1 << 7) - 1, Balance::from(MAX_OPEN - 7) << 6);
		let cost = (3 + doubled + rest) * DEPOSIT;
		assert_eq!((total(&NATIVE, &OTHER), total(&NATIVE, &RESERVE)), (before - cost, reserve + cost));
	});
}

/// An accomplice's junk holds all money, and the manager decides on the honest report just then, or
/// withdraws what becomes free. Guards: money goes to open reports in their order, and a decision
/// that lacks some waits for the older ones.
#[test]
fn junk_in_front_should_not_push_an_honest_report_out() {
	ExtBuilder::default().with_funds(100_000).build_and_execute(|| {
		assert_ok!(Bounties::request_withdrawal(signed(SPONSOR), PRODUCT, Balance::MAX));
		TestClock::pass(NOTICE);
		let junk = commit(&OTHER, PRODUCT, CRITICAL).unwrap();
		let honest = revealed(CRITICAL);
		let behind = commit(&OTHER, PRODUCT, CRITICAL).unwrap();
		assert_ok!(reveal(&OTHER, behind, CRITICAL));
		assert_eq!([junk, honest, behind].map(reserved), [100_000, 0, 0]);
		for id in [behind, honest] {
			assert_ok!(decide(id, ReportDecision::Severity(Severity::Critical)));
			assert_noop!(process(id), Error::<Test>::NothingToDo);
		}
		TestClock::pass(REVEAL_PERIOD - 1);
		let withdraw = || Bounties::withdraw(signed(SPONSOR), PRODUCT);
		assert_noop!(withdraw(), Error::<Test>::NothingToWithdraw);
		TestClock::pass(1);
		assert_ok!(process(junk));
		assert_noop!(process(behind), Error::<Test>::NothingToDo);
		assert_eq!([honest, behind].map(reserved), [100_000, 0]);
		assert_eq!(book().free, 0, "nothing can be withdrawn");
		assert_ok!(process(honest));
		assert_eq!(book().vesting, 100_000);
		// From the decision on.
		assert_ok!(collect(honest));
		assert_eq!(usd(&HUNTER), RICH + 7_000);
		// Nothing is left for the one behind. It was right by the decision: its deposit comes back.
		let deposit = report(behind).deposit;
		let before = balance(NATIVE, &OTHER);
		assert_ok!(process(behind));
		assert_eq!((book().vesting, balance(NATIVE, &OTHER)), (93_000, before + deposit));
	});
}

/// Guard: a finding is final only if its severity is at least that of the claim.
#[test]
fn critical_bug_should_not_be_called_a_lower_one_with_the_same_reward() {
	ExtBuilder::default().with_terms(|terms| terms.rewards.high = 100_000).build_and_execute(|| {
		insure(PRODUCT, 1_000_000);
		let id = revealed(CRITICAL);
		assert_ok!(decide(id, ReportDecision::Severity(Severity::High)));
		assert_eq!(Bounties::report_state(id).unwrap().dispute_bond, 1, "the least one");
		assert_ok!(Bounties::dispute(signed(HUNTER), id, 1));
		decide_case(0, Some(Choice::Proposal(0)));
		assert_ok!(process(id));
		assert_eq!((book().vesting, past_incidents(PRODUCT)), (100_000, 1));
		assert_ok!(Bounties::match_reward(root(), id));
	});
}

/// Guards: a bug counts only with cover in force, with a reward that is worth something beside it,
/// and once in 90 days.
#[test]
fn manager_should_not_make_the_product_dearer_by_own_reports() {
	ExtBuilder::default().with_funds(1_000_000).build_and_execute(|| {
		accepted(&OTHER);
		assert_eq!(past_incidents(PRODUCT), 0, "no cover");
		insure(PRODUCT, 100_000_001);
		accepted(&OTHER);
		assert_eq!(past_incidents(PRODUCT), 0, "less than a thousandth of the cover");
		insure(PRODUCT, 100_000_000);
		for _ in 0..4 {
			accepted(&OTHER);
		}
		assert_eq!(past_incidents(PRODUCT), 1);
		TestClock::pass(INCIDENT_INTERVAL - 1);
		accepted(&OTHER);
		assert_eq!(past_incidents(PRODUCT), 1);
		TestClock::pass(1);
		accepted(&OTHER);
		assert_eq!(past_incidents(PRODUCT), 2);
	});
}

/// A sponsor is silent, and an accomplice disputes everything. Guards: two cases of a programme at
/// once, in the order of the commitments, and a bond in native tokens.
#[test]
fn one_programme_should_not_fill_the_court() {
	ExtBuilder::default().build_and_execute(|| {
		let ids: Vec<_> = (0..4)
			.map(|_| {
				let id = commit(&OTHER, PRODUCT, CRITICAL).unwrap();
				assert_ok!(reveal(&OTHER, id, CRITICAL));
				id
			})
			.collect();
		TestClock::pass(7 * DAY);
		for id in &ids {
			assert_ok!(Bounties::dispute(signed(OTHER), *id, 0));
		}
		assert_eq!(CaseList::get().len(), 2);
		assert_noop!(process(ids[2]), Error::<Test>::NothingToDo);
		let (before, reserve) = (total(&NATIVE, &OTHER), total(&NATIVE, &RESERVE));
		decide_case(0, Some(Choice::NotCovered));
		decide_case(1, None);
		assert_ok!(process(ids[0]));
		assert_ok!(process(ids[1]));
		// Without a choice, deposit and bond come back.
		let lost = NATIVE_BOND + DEPOSIT;
		assert_eq!((total(&NATIVE, &OTHER), total(&NATIVE, &RESERVE)), (before - lost, reserve + lost));
		// The place is for the dispute that waits longest.
		assert_noop!(process(ids[3]), Error::<Test>::NothingToDo);
		assert_ok!(process(ids[2]));
		assert_ok!(process(ids[3]));
		assert_eq!(CaseList::get().len(), 4);
	});
}
