// SPDX-License-Identifier: Apache-2.0

//! Freezing, locking, and letting go.

use super::mock::*;
use crate::{Error, Event, Locks};

#[test]
fn opened_should_freeze_and_lock_only_exposed_pools() {
	ExtBuilder::default().with_pool().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		deposit(ALICE, 1, 1_000 * D);
		sell(0, 1, 100 * D, 1, 30);
		let weight = Pools::opened(5, 1);
		assert!(weight.ref_time() > 0);
		System::assert_last_event(
			Event::CapitalLocked { incident: 5, pool: 0, product: 1, amount: 100 * D }.into(),
		);
		assert_eq!(<Pools as LossSettlement<_>>::locks(5), vec![(0, 100 * D)]);
		assert_eq!(record(0).freezes.into_inner(), vec![(5, 1)]);
		assert!(record(1).freezes.is_empty());
		assert_eq!(Pools::state(0).unwrap().incidents, vec![5]);
		assert_eq!(Pools::state(0).unwrap().available, 900 * D);
		// Opened twice, it counts once.
		open(5, 1);
		assert_eq!(line(0, 1).locked, 100 * D);
	});
}

#[test]
fn rejected_should_lift_freeze_and_locks() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 1, 30);
		sell(0, 3, 100 * D, 1, 30);
		open(5, 1);
		open(6, 3);
		reject(5, 1);
		System::assert_last_event(
			Event::CapitalUnlocked { incident: 5, pool: 0, product: 1, amount: 100 * D }.into(),
		);
		assert_eq!(record(0).freezes.into_inner(), vec![(6, 3)]);
		assert_eq!((line(0, 1).locked, line(0, 3).locked), (0, 100 * D));
		assert_noop!(Pools::deposit(signed(BOB), 0, Junior, 100 * D, 0).plain(), Error::<Test>::PoolFrozen);
		reject(6, 3);
		deposit(BOB, 0, 100 * D);
		assert_eq!(Locks::<Test>::iter().count(), 0);
		// An incident that the pool does not know.
		reject(99, 1);
	});
}

#[test]
fn settled_should_lift_what_no_settlement_lifted() {
	ExtBuilder::default().with_pool().with_pool().build_and_execute(|| {
		for pool in [0, 1] {
			deposit(ALICE, pool, 1_000 * D);
			sell(pool, 1, 100 * D, 1, 30);
		}
		open(5, 1);
		settle(5, 0, 10 * D).unwrap();
		Pools::settled(5, 1);
		assert_eq!((line(0, 1).locked, line(1, 1).locked), (0, 0));
		assert!(record(1).freezes.is_empty());
	});
}

/// A pool of a thousand with 100 of cover on product 1: 40 that ends after 44 days, 60 after 144.
/// Incident 1 is open on it.
fn first(test: impl FnOnce(Policy, Policy)) {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let (early, late) = (sell(0, 1, 40 * D, 1, 30), sell(0, 1, 60 * D, 1, 130));
		open(1, 1);
		test(early, late);
	});
}

fn lock_of(incident: IncidentId) -> Balance {
	Locks::<Test>::get(incident, 0).expect("it locks").amount
}

/// Guard: incidents of one product share one lock. A second report takes no more capital out of
/// use.
#[test]
fn second_incident_should_share_the_lock_of_the_first() {
	first(|_, _| {
		open(2, 1);
		assert_eq!((lock_of(1), lock_of(2), line(0, 1).locked), (100 * D, 100 * D, 100 * D));
		assert_eq!(Pools::state(0).unwrap().available, 900 * D);
		assert_eq!(record(0).freezes.into_inner(), vec![(1, 1), (2, 1)]);
		reject(1, 1);
		assert_eq!(line(0, 1).locked, 100 * D);
		assert_noop!(Pools::deposit(signed(BOB), 0, Junior, 100 * D, 0).plain(), Error::<Test>::PoolFrozen);
		Pools::next(2, 1);
		reject(2, 1);
		assert_eq!(line(0, 1).locked, 0);
		deposit(BOB, 0, 100 * D);
	});
}

/// Guard: a second incident locks the amount that both could cost together. Its own exposure alone
/// would leave known claims of the first without a lock.
#[test]
fn second_incident_should_lock_what_both_could_cost() {
	first(|mut early, mut late| {
		// The early policy has ended, but can still claim of the first incident.
		pass(50 * DAY);
		accrue(0);
		assert_eq!(line(0, 1).exposure, 60 * D);
		open(2, 1);
		assert_eq!((lock_of(2), line(0, 1).locked), (100 * D, 100 * D));
		claim(&mut early, 40 * D).unwrap();
		claim(&mut late, 10 * D).unwrap();
		total(1, 0, 50 * D).unwrap();
		// 50 are claimed, and 50 more can be.
		assert_eq!((lock_of(1), lock_of(2), line(0, 1).locked), (50 * D, 100 * D, 100 * D));
		settle(1, 0, 50 * D).unwrap();
		System::assert_has_event(
			Event::LockLowered { incident: 2, pool: 0, product: 1, old: 100 * D, new: 50 * D }.into(),
		);
		assert_eq!((lock_of(2), line(0, 1).locked), (50 * D, 50 * D));
		Pools::settled(1, 1);
		Pools::next(2, 1);
		claim(&mut late, 50 * D).unwrap();
		assert_eq!(settle(2, 0, 50 * D).unwrap().from_pool, 50 * D);
	});
}

#[test]
fn second_incident_should_lock_claims_that_are_known_and_cover_that_is_left() {
	first(|_, mut late| {
		claim(&mut late, 30 * D).unwrap();
		total(1, 0, 30 * D).unwrap();
		assert_eq!(line(0, 1).locked, 30 * D);
		open(2, 1);
		assert_eq!((lock_of(2), line(0, 1).locked), (100 * D, 100 * D));
		settle(1, 0, 30 * D).unwrap();
		assert_eq!((lock_of(2), line(0, 1).locked), (70 * D, 70 * D));
	});
}

#[test]
fn second_incident_should_fall_with_every_claim_charged_to_the_first() {
	first(|mut early, mut late| {
		assert!(reserve_lock(1, 0));
		claim(&mut early, 40 * D).unwrap();
		charge(1, 0, 40 * D).unwrap();
		open(2, 1);
		assert_eq!((lock_of(1), lock_of(2)), (60 * D, 60 * D));
		claim(&mut late, 20 * D).unwrap();
		charge(1, 0, 20 * D).unwrap();
		assert_eq!((lock_of(1), lock_of(2), line(0, 1).locked), (40 * D, 40 * D, 40 * D));
		finish(1, 0).unwrap();
		assert_eq!((lock_of(2), line(0, 1).locked), (40 * D, 40 * D));
	});
}

/// Guard: a product's line can be taken out while a lock of zero is left on it.
#[test]
fn line_without_exposure_should_be_taken_out_while_a_lock_of_nothing_is_on_it() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		open(1, 1);
		total(1, 0, 0).unwrap();
		claim(&mut policy, 100 * D).unwrap();
		weigh(0, 1, 0);
		check();
		settle(1, 0, 0).unwrap();
	});
}

#[test]
fn pool_should_have_places_for_two_incidents_of_each_product() {
	assert_eq!(crate::MAX_FREEZES, 64);
}
