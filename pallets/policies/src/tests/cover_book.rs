// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{Error, Event, OpenClaims, Policies as Stored};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, Permill};

type Book = Policies;

fn at(occurred_at: Moment, opened_active: Moment) -> Finding {
	Finding { occurred_at, opened_active, measure: Measure::Average(ONE / 2) }
}

#[test]
fn assess_should_pay_when_cover_is_in_force() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		let (start, end) = (START + DAY, START + 30 * DAY);
		let claimed: Vec<_> = [start - 1, start, end - 1, end]
			.into_iter()
			.map(|moment| assess(policy, &at(moment, ACTIVE_START)))
			.collect();
		assert_eq!(claimed, [None, Some(1_000), Some(1_000), None]);
	});
}

#[test]
fn assess_should_pay_nothing_when_the_policy_had_expired() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		let expires = ACTIVE_START + 44 * DAY;
		assert_eq!(assess(policy, &at(START + 2 * DAY, expires - 1)), Some(1_000));
		assert_eq!(assess(policy, &at(START + 2 * DAY, expires)), None);
	});
}

#[test]
fn assess_should_pay_nothing_when_the_policy_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(assess(0, &at(START + 2 * DAY, ACTIVE_START)), None);
	});
}

#[test]
fn assess_should_follow_the_curve_coinsurance_and_deductible() {
	ExtBuilder::default()
		.with_terms(|terms| {
			terms.payout = linear();
			terms.coinsurance = Permill::from_percent(10);
			terms.deductible = 50;
			terms.min_cover = 1_000;
		})
		.build_and_execute(|| {
			let policy = buy(1_001, 30 * DAY);
			pass(2 * DAY);
			let amount = |thousandths| assess(policy, &finding(ONE / 1_000 * thousandths));
			// At and above the attachment the loss is zero.
			assert_eq!(amount(1_000), None);
			assert_eq!(amount(970), None);
			// Half: 500.5 down to 500, 450 after coinsurance, 400 after the deductible.
			assert_eq!(amount(935), Some(400));
			// 6/7: 858, 772.2 down to 772.
			assert_eq!(amount(910), Some(722));
			// At and below the exhaustion the loss is total: 1,001, 900.9 down to 900.
			assert_eq!(amount(900), Some(850));
			assert_eq!(amount(0), Some(850));
			// A loss the deductible takes whole: 1/35 of 1,001 is 28.
			assert_eq!(amount(968), None);
		});
}

#[test]
fn assess_should_follow_the_curve_when_the_breach_is_above() {
	ExtBuilder::default()
		.with_trigger(|trigger| (trigger.direction, trigger.threshold) = (Direction::Above, 2 * ONE))
		.with_terms(|terms| terms.payout = Payout::Linear { attachment: 2 * ONE, exhaustion: 4 * ONE })
		.build_and_execute(|| {
			let policy = buy(1_000, 30 * DAY);
			pass(2 * DAY);
			let amount = |binding| assess(policy, &finding(binding));
			assert_eq!(amount(2 * ONE), None);
			assert_eq!(amount(3 * ONE), Some(500));
			assert_eq!(amount(4 * ONE), Some(1_000));
			assert_eq!(amount(u128::MAX), Some(1_000));
		});
}

#[test]
fn assess_should_not_exceed_the_cover_left() {
	ExtBuilder::default().with_terms(|terms| terms.payout = linear()).build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		pass(2 * DAY);
		let bad = finding(ONE / 1_000 * 914);
		assert_eq!(assess(policy, &bad), Some(800));
		opened(1);
		assert_ok!(register(policy, 1, 800));
		<Book as OnIncident>::settled(1, PRODUCT);
		assert_eq!(assess(policy, &bad), Some(200));
		opened(2);
		assert_ok!(register(policy, 2, 200));
		assert_eq!(assess(policy, &bad), None);
	});
}

#[test]
fn register_should_book_the_claim() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(100_000, 30 * DAY);
		pass(2 * DAY);
		opened(4);
		let before = unearned(policy);
		assert_ok!(register(policy, 4, 25_000));
		let after = stored(policy);
		assert_eq!((after.cover, left(policy)), (100_000, 75_000));
		assert_eq!((after.last_claim, after.open_claims), (Some(4), 1));
		assert_eq!(unearned(policy), before * 3 / 4);
		assert_eq!(exposure(PRODUCT, POOL), 75_000);
		assert_eq!(OpenClaims::<Test>::get(policy, 4), Some(25_000));
		System::assert_last_event(
			Event::ClaimRegistered {
				policy,
				incident: 4,
				amount: 25_000,
				old_cover_left: 100_000,
				new_cover_left: 75_000,
			}
			.into(),
		);
		// The next incident uses the same part of the premium that is left.
		<Book as OnIncident>::settled(4, PRODUCT);
		opened(5);
		let before = unearned(policy);
		assert_ok!(register(policy, 5, 25_000));
		assert_eq!(unearned(policy), before * 2 / 3);
	});
}

#[test]
fn register_should_refuse_when_the_claim_is_wrong() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		assert_noop!(register(policy, 1, 1_000), Error::<Test>::WrongIncident);
		opened(1);
		assert_noop!(register(policy, 2, 1_000), Error::<Test>::WrongIncident);
		assert_noop!(register(9, 1, 1_000), Error::<Test>::UnknownPolicy);
		assert_noop!(register(policy, 1, 0), Error::<Test>::ZeroClaim);
		assert_noop!(register(policy, 1, 1_001), Error::<Test>::AboveCoverLeft);
		assert_noop!(register(policy, 1, Balance::MAX), Error::<Test>::AboveCoverLeft);
	});
}

#[test]
fn register_should_change_nothing_when_the_pool_refuses() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		opened(1);
		RefuseUse::set(&true);
		assert_noop!(register(policy, 1, 1_000), DispatchError::Other("refused"));
		assert_eq!(exposure(PRODUCT, POOL), 1_000);
	});
}

#[test]
fn claim_closed_should_do_nothing_when_it_was_closed_or_never_opened() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		opened(1);
		assert_ok!(register(policy, 1, 400));
		<Book as CoverBook<AccountId>>::claim_closed(policy, 9);
		assert_eq!(Stored::<Test>::get(policy).unwrap().open_claims, 1);
		for _ in 0..2 {
			<Book as CoverBook<AccountId>>::claim_closed(policy, 1);
			assert_eq!(Stored::<Test>::get(policy).unwrap().open_claims, 0);
		}
	});
}

#[test]
fn walk_should_meet_every_policy_once_when_it_is_resumed() {
	ExtBuilder::default().build_and_execute(|| {
		let bought: Vec<PolicyId> = (0..23).map(|_| buy(100, 7 * DAY)).collect();
		for limit in [1, 2, 5, 100] {
			let mut met = Vec::new();
			let mut after = None;
			loop {
				let page = <Book as CoverBook<AccountId>>::walk(PRODUCT, after, limit);
				assert!(page.len() <= limit as usize);
				let Some(last) = page.last() else { break };
				after = Some(*last);
				met.extend(page);
			}
			met.sort();
			assert_eq!(met, bought);
		}
		assert_eq!(<Book as CoverBook<AccountId>>::walk(PRODUCT, None, 0), Vec::<u32>::new());
		assert_eq!(<Book as CoverBook<AccountId>>::walk(9, None, 100), Vec::<u32>::new());
		// The policy after which the walk goes on may be gone.
		pass(30 * DAY);
		let order = <Book as CoverBook<AccountId>>::walk(PRODUCT, None, 100);
		assert_ok!(Policies::prune(RuntimeOrigin::signed(BOB), order[3]));
		assert_eq!(<Book as CoverBook<AccountId>>::walk(PRODUCT, Some(order[3]), 100), order[4..]);
	});
}

#[test]
fn book_should_know_holders() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		assert_eq!(<Book as CoverBook<AccountId>>::holder(policy), Some(ALICE));
		assert_eq!(<Book as CoverBook<AccountId>>::holder(9), None);
	});
}
