// SPDX-License-Identifier: Apache-2.0

//! Compensation out of a lost bond for those whose capital was frozen.

use super::mock::*;
use crate::Event;

/// A frozen pool of 300 junior and 700 senior dollars.
fn frozen(test: impl FnOnce(Policy)) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 700 * D);
		let policy = sell(0, 1, 400 * D, 1, 60);
		open(1, 1);
		test(policy);
	});
}

fn tranches() -> (Balance, Balance) {
	(record(0).junior.assets, record(0).senior.assets)
}

#[test]
fn compensate_should_give_each_tranche_by_what_it_has() {
	frozen(|_| {
		let before = balance(USD, &account(0));
		assert_eq!(compensate(0, 101), Ok(()));
		// 70.7 for senior, rounded down.
		System::assert_has_event(
			Event::Compensated {
				pool: 0,
				junior: 31,
				senior: 70,
				junior_assets: 300 * D + 31,
				senior_assets: 700 * D + 70,
			}
			.into(),
		);
		assert_eq!(tranches(), (300 * D + 31, 700 * D + 70));
		assert_eq!(balance(USD, &account(0)), before + 101);
		assert_eq!(record(0).fees_payable, Default::default(), "nobody else has a part in it");
		assert_eq!(compensate(0, 0), Ok(()));
	});
}

#[test]
fn compensate_should_give_nothing_to_a_exhausted_tranche() {
	frozen(|mut policy| {
		claim(&mut policy, 300 * D).unwrap();
		settle(1, 0, 300 * D).unwrap();
		assert!(record(0).junior.is_exhausted());
		open(2, 1);
		assert_eq!(compensate(0, 100), Ok(()));
		assert_eq!(tranches(), (0, 700 * D + 100));
	});
}

/// Guard: rounding can leave assets in a tranche without shares.
#[test]
fn compensate_should_give_nothing_to_an_empty_tranche() {
	frozen(|_| {
		let before = record(0);
		crate::Pools::<Test>::mutate(0, |pool| pool.as_mut().unwrap().junior.shares = 0);
		assert_eq!(compensate(0, 100), Ok(()));
		assert_eq!(tranches(), (300 * D, 700 * D + 100));
		crate::Pools::<Test>::insert(0, before);
	});
}

#[test]
fn compensate_should_give_everything_back_when_no_tranche_bears_risk() {
	ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 1_000 * D, 1, 60);
		sell(0, 3, 100 * D, 1, 60);
		open(1, 3);
		open(2, 1);
		claim(&mut policy, 1_000 * D).unwrap();
		settle_before(2, 0, 1_000 * D, 1).unwrap();
		assert!(record(0).junior.is_exhausted());
		let before = record(0);
		assert_eq!(compensate(0, 100), Err(100));
		assert_eq!(record(0), before);
	});
}

#[test]
fn compensate_should_give_everything_back_when_it_cannot_be_booked() {
	frozen(|_| {
		let credit = <AllAssets as frame_support::traits::fungibles::Balanced<_>>::issue(NATIVE, 100);
		let other = <Pools as LossSettlement<_>>::compensate(0, credit).map_err(|credit| credit.peek());
		assert_eq!(other, Err(100), "another asset");
		assert_eq!(compensate(7, 100), Err(100), "an unknown pool");
		TestClock::pass(40 * DAY);
		assert_eq!(compensate(0, 100), Err(100), "not caught up");
		accrue(0);
		assert_ok!(Assets::block(signed(MANAGER), 1, account(0)));
		let before = record(0);
		assert_eq!(compensate(0, 100), Err(100), "the account cannot take it");
		assert_eq!(record(0), before);
		assert_ok!(Assets::thaw(signed(MANAGER), 1, account(0)));
		assert_eq!(compensate(0, 100), Ok(()));
	});
}
