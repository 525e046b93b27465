// SPDX-License-Identifier: Apache-2.0

//! Reserved locks: claims that are charged one by one.

use super::mock::*;
use crate::{Error, Event, LockStage, Locks};

/// A pool of 300 junior and 700 senior dollars, with cover of 400 on product 1 and 300 on product
/// 3. An incident is open on the first.
fn struck(test: impl FnOnce(Policy)) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 300 * D);
		deposit_to(BOB, 0, Senior, 700 * D);
		let policy = sell(0, 1, 400 * D, 1, 60);
		sell(0, 3, 300 * D, 1, 60);
		open(1, 1);
		test(policy);
	});
}

#[test]
fn reserve_lock_should_reserve_when_the_pool_covers_everything() {
	struck(|_| {
		assert!(reserve_lock(1, 0));
		System::assert_last_event(
			Event::LockReserved { incident: 1, pool: 0, product: 1, amount: 400 * D }.into(),
		);
		assert_eq!((line(0, 1).locked, Pools::state(0).unwrap().available), (400 * D, 600 * D));
		assert!(!reserve_lock(1, 0), "once");
	});
}

#[test]
fn reserve_lock_should_change_nothing_when_locks_are_above_the_assets() {
	ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 900 * D, 1, 30);
		sell(0, 3, 600 * D, 1, 30);
		open(1, 1);
		open(2, 3);
		let before = Locks::<Test>::get(1, 0);
		System::reset_events();
		assert!(!reserve_lock(1, 0) && !reserve_lock(1, 7) && !reserve_lock(9, 0));
		assert_eq!((Locks::<Test>::get(1, 0), events()), (before, vec![]));
		total(1, 0, 900 * D).unwrap();
		assert!(!reserve_lock(1, 0), "its claims are known");
		reject(2, 3);
		assert!(!reserve_lock(1, 0));
	});
}

#[test]
fn reserve_lock_should_count_only_what_is_sure_in_a_pool_that_is_behind() {
	struck(|_| {
		TestClock::pass(40 * DAY);
		assert!(Pools::state(0).unwrap().behind);
		assert!(reserve_lock(1, 0));
	});
}

/// The record of the pool has no more than the lock. The premium of an hour is above the dust that
/// could be lost, and is there whenever the pool is read.
#[test]
fn reserve_lock_should_count_premium_that_is_earned_and_not_recorded() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		sell(0, 1, 50 * D, D, 30);
		crate::Pools::<Test>::mutate_extant(0, |pool| {
			(pool.junior.assets, pool.is_undercapitalised) = (50 * D, true);
		});
		open(1, 1);
		assert!(!reserve_lock(1, 0), "dust could be lost");
		TestClock::pass(DAY / 24);
		assert!(reserve_lock(1, 0));
		check_invariants();
		let book = record(0);
		assert_eq!(book.junior.assets, 50 * D, "the record is as before");
	});
}

/// Guard: a product has one reserved lock, so that shared locks stay enough.
#[test]
fn reserve_lock_should_be_for_one_incident_of_a_product() {
	struck(|_| {
		open(2, 1);
		assert!(reserve_lock(1, 0));
		assert!(!reserve_lock(2, 0));
		finish(1, 0).unwrap();
		assert!(reserve_lock(2, 0));
	});
}

#[test]
fn charge_should_take_a_claim_in_full_junior_first() {
	struck(|mut policy| {
		assert!(reserve_lock(1, 0));
		claim(&mut policy, 320 * D).unwrap();
		charge(1, 0, 290 * D).unwrap();
		System::assert_has_event(
			Event::ClaimCharged {
				incident: 1,
				pool: 0,
				amount: 290 * D,
				from_junior: 290 * D,
				from_senior: 0,
				old_lock: 400 * D,
				new_lock: 110 * D,
				old_assets: 1_000 * D,
				new_assets: 710 * D,
				is_undercapitalised: false,
			}
			.into(),
		);
		assert_eq!((line(0, 1).locked, line(0, 1).exposure), (110 * D, 80 * D));
		charge(1, 0, 30 * D).unwrap();
		assert_eq!((record(0).junior.assets, record(0).senior.assets), (0, 680 * D));
		assert_eq!(balance(USD, &ESCROW), PURSE + 320 * D);
		finish(1, 0).unwrap();
		assert_eq!(line(0, 1).locked, 0);
		System::assert_last_event(
			Event::CapitalUnlocked { incident: 1, pool: 0, product: 1, amount: 80 * D }.into(),
		);
		let senior = Pools::deposit(signed(BOB), 0, Senior, 100 * D, 0).plain();
		assert_noop!(senior, Error::<Test>::TooLittleJunior);
	});
}

#[test]
fn charge_should_mark_the_pool_short_when_too_little_is_left() {
	struck(|mut policy| {
		leave_from(BOB, 0, Senior, 50);
		assert!(reserve_lock(1, 0));
		claim(&mut policy, 400 * D).unwrap();
		charge(1, 0, 400 * D).unwrap();
		assert!(!record(0).is_undercapitalised, "600 stand for 300");
		finish(1, 0).unwrap();
	});
}

/// Guard: premium that was earned before a loss is booked before it.
#[test]
fn charge_should_be_refused_until_the_pool_is_caught_up() {
	struck(|mut policy| {
		assert!(reserve_lock(1, 0));
		claim(&mut policy, 100 * D).unwrap();
		TestClock::pass(40 * DAY);
		assert_noop!(charge(1, 0, 100 * D), Error::<Test>::AccrualRequired);
		accrue(0);
		charge(1, 0, 100 * D).unwrap();
	});
}

#[test]
fn charge_should_be_refused_when_not_reserved_or_above_the_lock_or_nothing() {
	struck(|_| {
		assert_noop!(charge(1, 0, 1), Error::<Test>::NotReserved);
		assert_noop!(charge(2, 0, 1), Error::<Test>::NotLocked);
		assert_noop!(finish(1, 0), Error::<Test>::NotReserved);
		assert_noop!(finish(2, 0), Error::<Test>::NotLocked);
		assert!(reserve_lock(1, 0));
		assert_noop!(charge(1, 0, 0), Error::<Test>::ZeroAmount);
		assert_noop!(charge(1, 0, 400 * D + 1), Error::<Test>::LossAboveLock);
		assert_noop!(total(1, 0, 1), Error::<Test>::LockReserved);
		let settled = || <Pools as LossSettlement<_>>::settle(1, 0, 2).map(|_| ());
		assert_noop!(settled(), Error::<Test>::NotTotalled);
	});
}

/// Guard: a check against a state that should not occur. The test writes it by hand.
#[test]
fn charge_should_change_nothing_when_the_money_is_not_there() {
	struck(|_| {
		assert!(reserve_lock(1, 0));
		let before = record(0);
		crate::Pools::<Test>::mutate(0, |pool| {
			let pool = pool.as_mut().unwrap();
			(pool.junior.assets, pool.senior.assets) = (D, D);
		});
		assert_noop!(charge(1, 0, 3 * D), Error::<Test>::ReserveBroken);
		crate::Pools::<Test>::insert(0, before);
	});
}

#[test]
fn other_losses_should_be_paid_beside_what_is_reserved() {
	struck(|mut policy| {
		open(2, 3);
		assert!(reserve_lock(1, 0) && reserve_lock(2, 0));
		charge(2, 0, 300 * D).unwrap();
		finish(2, 0).unwrap();
		assert_eq!(Locks::<Test>::get(1, 0).unwrap().stage, LockStage::Reserved);
		assert_noop!(Pools::deposit(signed(BOB), 0, Junior, 100 * D, 0).plain(), Error::<Test>::PoolFrozen);
		claim(&mut policy, 400 * D).unwrap();
		charge(1, 0, 400 * D).unwrap();
		finish(1, 0).unwrap();
		assert_eq!(assets(0), 300 * D + 1, "with the policy's premium");
	});
}

#[test]
fn rejected_should_let_a_reserved_lock_go() {
	struck(|_| {
		assert!(reserve_lock(1, 0));
		reject(1, 1);
		assert_eq!((Locks::<Test>::iter().count(), line(0, 1).locked), (0, 0));
	});
}
