// SPDX-License-Identifier: Apache-2.0

use super::mock::{self, *};
use breakwater_primitives::*;
use frame_support::assert_ok;

#[test]
fn policy_state_should_follow_the_policys_life() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		let state = || Policies::policy_state(policy).unwrap();
		let first = state();
		assert_eq!((first.holder, first.asset, first.increases), (ALICE, USD, vec![]));
		assert_eq!((first.cover, first.cover_left, first.version), (100_000, 100_000, 1));
		assert_eq!((first.starts_at, first.ends_at), (START + DAY, START + 30 * DAY));
		assert_eq!((first.unearned, first.refund), (first.premium, first.premium));
		assert_eq!(first.placement, [Placed { pool: POOL, cover: 100_000, premium: first.premium }]);
		assert_eq!(first.phase, PolicyPhase::Waiting);
		pass(DAY);
		assert_eq!(state().phase, PolicyPhase::InForce);
		assert!(state().unearned < first.premium);
		pass(29 * DAY);
		assert_eq!(state().phase, PolicyPhase::Grace);
		pass(14 * DAY);
		assert_eq!(state().phase, PolicyPhase::Expired);
		assert_eq!(state().unearned, 0);
		assert_eq!(Policies::policy_state(9), None);
	});
}

#[test]
fn policy_state_should_show_what_is_unearned_now_when_the_pool_is_not_caught_up() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		let unearned = || Policies::policy_state(policy).unwrap().unearned;
		let mut seen = vec![unearned()];
		CaughtUp::set(&Some(START));
		for days in [1, 9, 10, 10, 1] {
			pass(days * DAY);
			CaughtUp::set(&Some(TestClock::now()));
			let caught_up = unearned();
			CaughtUp::set(&Some(START));
			assert_eq!(unearned(), caught_up, "the pool's books do not matter");
			assert!(!mock::unearned(policy).is_zero());
			seen.push(caught_up);
		}
		assert!(seen.is_sorted_by(|a, b| a > b || (*a, *b) == (0, 0)), "{seen:?}");
		assert_eq!(seen.last(), Some(&0));
	});
}

#[test]
fn policy_state_should_be_exhausted_when_all_cover_is_claimed() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		pass(2 * DAY);
		opened(1);
		assert_ok!(register(policy, 1, 100_000));
		let state = Policies::policy_state(policy).unwrap();
		assert_eq!((state.phase, state.cover_left, state.unearned), (PolicyPhase::Exhausted, 0, 0));
	});
}

#[test]
fn policies_of_should_page_through_a_holders_policies_from_the_newest_on() {
	ExtBuilder::default().build_and_execute(|| {
		let mut bought: Vec<PolicyId> = (0..11).map(|_| buy(100, 30 * DAY)).collect();
		assert_ok!(Policies::buy(RuntimeOrigin::signed(BOB), order(100, 30 * DAY), None));
		let mut seen = Vec::new();
		while let Some(last) = {
			let page = Policies::policies_of(ALICE, seen.last().copied(), 4);
			assert!(page.len() <= 4);
			seen.extend(page.clone());
			page.last().copied()
		} {
			assert_eq!(seen.last(), Some(&last));
		}
		bought.reverse();
		assert_eq!(seen, bought);
		assert_eq!(Policies::policies_of(ALICE, None, 0), bought, "zero is the most");
		assert_eq!(Policies::policies_of(BOB, None, u32::MAX), vec![11]);
		assert_eq!(Policies::policies_of(BOB, Some(11), 0), Vec::<u32>::new());
		assert_eq!(Policies::policies_of(77, None, 10), Vec::<u32>::new());
	});
}
