//! Freezing, pinning, and letting go.

use super::mock::*;
use crate::{Error, Event, Frozen, Pins};

#[test]
fn opened_should_freeze_and_pin_only_exposed_pools() {
	ExtBuilder::default().with_pool().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		deposit(ALICE, 1, 1_000 * D);
		sell(0, 1, 100 * D, 1, 30);
		let weight = Pools::opened(5, 1);
		assert!(weight.ref_time() > 0);
		System::assert_last_event(
			Event::IncidentPinned { incident: 5, pool: 0, product: 1, amount: 100 * D }.into(),
		);
		assert_eq!(<Pools as LossSettlement<AccountId>>::pins(5), vec![(0, 100 * D)]);
		assert_eq!(Frozen::<Test>::get(0).into_inner(), vec![5]);
		assert!(Frozen::<Test>::get(1).is_empty());
		assert_eq!(Pools::state(0).unwrap().incidents, vec![5]);
		assert_eq!(Pools::state(0).unwrap().committed, 900 * D);
		// Told twice, it counts once.
		open(5, 1);
		assert_eq!(line(0, 1).pinned, 100 * D);
	});
}

#[test]
fn rejected_should_lift_freeze_and_pins() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 1, 30);
		sell(0, 3, 100 * D, 1, 30);
		open(5, 1);
		open(6, 3);
		reject(5, 1);
		System::assert_last_event(
			Event::IncidentReleased { incident: 5, pool: 0, product: 1, amount: 100 * D }.into(),
		);
		assert_eq!(Frozen::<Test>::get(0).into_inner(), vec![6]);
		assert_eq!((line(0, 1).pinned, line(0, 3).pinned), (0, 100 * D));
		assert_noop!(Pools::deposit(signed(BOB), 0, Junior, 100 * D, 0), Error::<Test>::PoolFrozen);
		reject(6, 3);
		deposit(BOB, 0, 100 * D);
		assert_eq!(Pins::<Test>::iter().count(), 0);
		// An incident nobody knows.
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
		assert_eq!((line(0, 1).pinned, line(1, 1).pinned), (0, 0));
		assert!(Frozen::<Test>::get(1).is_empty());
	});
}

#[test]
fn readiness_should_not_concern_pools() {
	ExtBuilder::default().build_and_execute(|| assert_eq!(Pools::readiness(1, true), Default::default()));
}
