// SPDX-License-Identifier: Apache-2.0

//! Rewards: vesting, matches, revocations.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};

fn match_reward(id: ReportId) -> sp_runtime::DispatchResult {
	Bounties::match_reward(root(), id)
}

fn revoke(id: ReportId) -> sp_runtime::DispatchResult {
	Bounties::revoke_unvested(root(), id)
}

#[test]
fn white_hat_should_be_paid_to_the_unit() {
	let odd = |terms: &mut BountyTerms| {
		terms.rewards.critical = 99_991;
		terms.vesting = 97 * DAY;
	};
	ExtBuilder::default().with_terms(odd).build_and_execute(|| {
		let id = accepted(&HUNTER);
		assert_noop!(collect(id), Error::<Test>::NothingToCollect);
		TestClock::pass(1);
		assert_noop!(collect(id), Error::<Test>::NothingToCollect);
		let mut days = 0;
		for step in [1, 2, 3, 5, 8, 13, 21] {
			TestClock::pass(step * DAY);
			days += u128::from(step);
			assert_ok!(collect(id));
			assert_eq!(usd(&HUNTER) - RICH, 99_991 * days / 97, "rounded down in sum");
		}
		TestClock::pass(97 * DAY);
		assert_ok!(collect(id));
		assert_eq!(usd(&HUNTER), RICH + 99_991);
		assert_eq!((book().vesting, usd(&account())), (0, 150_009));
		assert!(!Reports::<Test>::contains_key(id));
	});
}

#[test]
fn match_should_be_half_of_the_reward_within_cover_and_funds() {
	// The cover, the funds of the reserve, and the match.
	for (cover, funds, matched) in
		[(1_000_000, RICH, 50_000), (49_999, RICH, 49_999), (1, RICH, 1), (1_000_000, 100_019, 5_000)]
	{
		ExtBuilder::default().build_and_execute(|| {
			insure(PRODUCT, cover);
			assert_ok!(Assets::transfer(signed(RESERVE), 1, SPONSOR, RICH - funds));
			let id = accepted(&HUNTER);
			// Cover of today does not matter.
			insure(PRODUCT, 0);
			assert_ok!(match_reward(id));
			assert_eq!(usd(&RESERVE), funds - matched);
			assert_eq!(last_event(), Event::<Test>::RewardMatched { report: id, amount: matched }.into());
			assert_noop!(match_reward(id), Error::<Test>::AlreadyMatched);
			TestClock::pass(50 * DAY);
			assert_ok!(collect(id));
			assert_eq!(usd(&HUNTER), RICH + (100_000 + matched) / 2);
			TestClock::pass(50 * DAY);
			assert_ok!(collect(id));
			assert_eq!(usd(&HUNTER), RICH + 100_000 + matched);
		});
	}
}

#[test]
fn match_should_be_refused_beyond_its_conditions() {
	ExtBuilder::default().with_funds(1_000_000).build_and_execute(|| {
		insure(PRODUCT, 1_000_000);
		let high = revealed(Claim::Finding(Severity::High));
		assert_noop!(match_reward(high), Error::<Test>::NotCritical);
		assert_ok!(decide(high, ReportDecision::Severity(Severity::High)));
		assert_noop!(match_reward(high), Error::<Test>::NotCritical);
		assert_noop!(match_reward(9), Error::<Test>::UnknownReport);
		let id = accepted(&HUNTER);
		assert_noop!(Bounties::begin_match(signed(OTHER), id), Error::<Test>::NotApproved);
		TestClock::pass(MATCH_PERIOD);
		assert_noop!(match_reward(id), Error::<Test>::TooLate);
		let revoked = accepted(&HUNTER);
		TestClock::pass(DAY);
		assert_ok!(revoke(revoked));
		assert_noop!(match_reward(revoked), Error::<Test>::RewardRevoked);
	});
}

/// The votes are not lost if an incident counts on the funds just when the referendum is enacted.
#[test]
fn match_should_begin_later_when_an_incident_is_open_at_its_enactment() {
	ExtBuilder::default().build_and_execute(|| {
		insure(PRODUCT, 1_000_000);
		let (id, late) = (accepted(&HUNTER), accepted(&HUNTER));
		let (before, begin) = (usd(&RESERVE), |id| Bounties::begin_match(signed(OTHER), id));
		IsOpen::set(&true);
		assert_ok!(match_reward(id));
		assert_ok!(match_reward(late));
		assert_eq!(last_event(), Event::<Test>::MatchApproved { report: late }.into());
		assert_eq!((usd(&RESERVE), report(id).vesting.unwrap().matched), (before, 0));
		assert_noop!(begin(id), sp_runtime::DispatchError::Other("an incident is open"));
		TestClock::pass(MATCH_PERIOD - 1);
		IsOpen::set(&false);
		assert_ok!(begin(id));
		assert_eq!(usd(&RESERVE), before - 50_000);
		assert_noop!(begin(id), Error::<Test>::AlreadyMatched);
		TestClock::pass(1);
		assert_noop!(begin(late), Error::<Test>::TooLate);
	});
}

#[test]
fn match_should_be_possible_after_a_long_case() {
	ExtBuilder::default().build_and_execute(|| {
		insure(PRODUCT, 1_000_000);
		let id = revealed(CRITICAL);
		assert_ok!(decide(id, ReportDecision::Rejected));
		assert_ok!(Bounties::dispute(signed(HUNTER), id, Balance::MAX));
		TestClock::pass(MATCH_PERIOD);
		decide_case(0, Some(breakwater_primitives::Choice::Proposal(0)));
		assert_ok!(process(id));
		TestClock::pass(MATCH_PERIOD - 1);
		assert_ok!(match_reward(id));
		assert_eq!(report(id).vesting.unwrap().matched, 50_000);
	});
}

#[test]
fn record_should_stay_as_long_as_a_match_is_possible() {
	ExtBuilder::default().with_terms(|terms| terms.vesting = NOTICE).build_and_execute(|| {
		insure(PRODUCT, 1_000_000);
		let (id, other) = (accepted(&HUNTER), accepted(&HUNTER));
		TestClock::pass(NOTICE);
		assert_ok!(collect(id));
		assert_ok!(match_reward(id));
		assert_ok!(collect(id));
		assert_eq!(usd(&HUNTER), RICH + 150_000);
		assert_ok!(collect(other));
		assert_noop!(process(other), Error::<Test>::NothingToDo);
		TestClock::pass(MATCH_PERIOD);
		assert_ok!(process(other));
		assert!(!Reports::<Test>::contains_key(other));
	});
}

/// The reporter has exploited the bug. The reserve's part does not become the sponsor's.
#[test]
fn revocation_should_give_each_its_own_part_back() {
	ExtBuilder::default().build_and_execute(|| {
		insure(PRODUCT, 33_333);
		let id = accepted(&HUNTER);
		assert_ok!(match_reward(id));
		TestClock::pass(30 * DAY);
		let before = usd(&RESERVE);
		assert_noop!(Bounties::revoke_unvested(signed(SPONSOR), id), sp_runtime::DispatchError::BadOrigin);
		assert_ok!(revoke(id));
		// 39,999 of 133,333 have vested. A quarter of the rest, rounded up, is the reserve's.
		let (freed, returned) = (70_000, 23_334);
		assert_eq!(last_event(), Event::<Test>::RewardRevoked { report: id, freed, returned }.into());
		assert_eq!((usd(&RESERVE), book().free), (before + returned, 150_000 + freed));
		assert_noop!(revoke(id), Error::<Test>::NothingToRevoke);
		assert_ok!(collect(id));
		assert_eq!(usd(&HUNTER), RICH + 39_999);
		assert_eq!(book().vesting, 0);
		assert!(!Reports::<Test>::contains_key(id));
	});
}

#[test]
fn revocation_should_be_refused_when_all_has_vested() {
	ExtBuilder::default().build_and_execute(|| {
		let open = revealed(CRITICAL);
		assert_noop!(revoke(open), Error::<Test>::NothingToRevoke);
		assert_ok!(decide(open, ReportDecision::Severity(Severity::Critical)));
		TestClock::pass(100 * DAY);
		assert_noop!(revoke(open), Error::<Test>::NothingToRevoke);
	});
}
