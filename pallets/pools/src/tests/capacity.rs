// SPDX-License-Identifier: Apache-2.0

//! The amount of cover that a pool can back.

use super::mock::*;
use crate::Error;

fn room(pool: PoolId, product: ProductId) -> Balance {
	Pools::line(pool, product, Sale::New).expect("sells").room
}

/// Checks that `room` is accepted and one unit more is refused.
fn assert_exact(pool: PoolId, product: ProductId) {
	let room = room(pool, product);
	assert_eq!(try_sell(pool, product, room + 1, 1, 30).unwrap_err(), Error::<Test>::NoCapacity.into());
	if room > 0 {
		sell(pool, product, room, 1, 30);
		assert_eq!(self::room(pool, product), 0);
	}
}

#[test]
fn line_should_show_exposure_capacity_and_room() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		weigh(0, 1, 30);
		sell(0, 1, 100 * D, 1, 30);
		let line = Pools::line(0, 1, Sale::New).unwrap();
		assert_eq!((line.exposure, line.capacity, line.room), (100 * D, 300 * D, 200 * D));
		assert_exact(0, 1);
	});
}

#[test]
fn room_should_be_bounded_by_the_group_cap() {
	let half = |limits: &mut crate::Limits| limits.group_cap = Permill::from_percent(50);
	ExtBuilder::default().with_limits(half).with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 400 * D, 1, 30);
		assert_eq!(room(0, 2), 100 * D);
		assert_eq!(room(0, 3), 500 * D);
		assert_exact(0, 2);
	});
}

#[test]
fn room_should_be_bounded_by_the_leverage() {
	ExtBuilder::default().with_pool_of(USD, 150).build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 900 * D, 1, 30);
		assert_eq!(room(0, 3), 600 * D);
		assert_exact(0, 3);
		assert_eq!(Pools::state(0).unwrap().required, 1_000 * D);
	});
}

#[test]
fn room_should_be_bounded_by_the_policy_share_and_the_solvency() {
	let tight = |limits: &mut crate::Limits| {
		limits.max_policy_share = Permill::from_percent(20);
		limits.min_solvency = 2_000_000;
	};
	ExtBuilder::default().with_limits(tight).with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		assert_eq!(room(0, 1), 200 * D);
		sell(0, 1, 200 * D, 1, 30);
		sell(0, 1, 200 * D, 1, 30);
		assert_eq!(room(0, 1), 100 * D, "half of the capital must stay free");
		assert_exact(0, 1);
	});
}

#[test]
fn room_should_shrink_with_the_withdrawal_queue() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		leave(ALICE, 0, 40);
		assert_eq!(room(0, 1), 600 * D - 1, "the value of queued shares is rounded up");
		assert_exact(0, 1);
	});
}

#[test]
fn line_should_be_refused_when_the_pool_cannot_sell() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 10 * D, 1, 30);
		assert_eq!(Pools::line(9, 1, Sale::New).unwrap_err(), Error::<Test>::UnknownPool.into());
		assert_eq!(Pools::line(0, 9, Sale::New).unwrap_err(), Error::<Test>::NotUnderwritten.into());
		open(1, 1);
		assert_eq!(Pools::line(0, 3, Sale::New).unwrap_err(), Error::<Test>::PoolFrozen.into());
		assert_eq!(Pools::state(0).unwrap().lines[2].room, 0);
		reject(1, 1);
		assert_ok!(Pools::set_status(RuntimeOrigin::root(), 0, crate::PoolStatus::Paused));
		assert_eq!(Pools::line(0, 1, Sale::New).unwrap_err(), Error::<Test>::PoolPaused.into());
	});
}

#[test]
fn room_should_count_both_tranches() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 200 * D);
		deposit_to(BOB, 0, Senior, 800 * D);
		assert_eq!(Pools::state(0).unwrap().available, 1_000 * D);
		assert_eq!(room(0, 1), 1_000 * D);
		assert_exact(0, 1);
	});
}

#[test]
fn room_should_shrink_with_the_queues_of_both_tranches() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 400 * D);
		deposit_to(BOB, 0, Senior, 600 * D);
		leave(ALICE, 0, 50);
		leave_from(BOB, 0, Senior, 25);
		assert_eq!(room(0, 1), 650 * D - 2, "the value of each tranche's queued shares is rounded up");
		assert_exact(0, 1);
	});
}

#[test]
fn room_should_not_grow_when_the_leverage_of_new_pools_does() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		set_limits(|limits| limits.max_leverage = 1_000);
		assert_eq!(room(0, 1), 1_000 * D, "fully collateralised for good");
		sell(0, 1, 600 * D, 1, 30);
		assert_eq!(room(0, 3), 400 * D);
	});
}

#[test]
fn state_should_show_capacity_and_room_of_every_line() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		weigh(0, 3, 40);
		sell(0, 3, 100 * D, 1, 30);
		let lines = Pools::state(0).unwrap().lines;
		let line = lines.iter().find(|line| line.product == 3).expect("underwritten");
		assert_eq!((line.capacity, line.room, line.exposure), (400 * D, 300 * D, 100 * D));
	});
}

#[test]
fn stricter_limits_should_concern_new_cover_only() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 900 * D, 1, 30);
		set_limits(|limits| {
			limits.group_cap = Permill::from_percent(10);
			limits.max_policy_share = Permill::from_percent(1);
			limits.min_solvency = 3_000_000;
		});
		assert_eq!((room(0, 1), room(0, 3)), (0, 0));
		assert_eq!(Pools::state(0).unwrap().required, 900 * D);
		check();
	});
}

/// Guard: senior counts only behind enough of junior.
#[test]
fn senior_should_not_carry_new_cover_alone() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		set_limits(|limits| limits.min_junior = Permill::from_percent(20));
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		assert_eq!(room(0, 1), 500 * D);
		// Half of junior wants to leave: the capital that stays carries five times as much.
		leave(ALICE, 0, 50);
		assert_eq!(room(0, 1), 250 * D - 5);
		assert_exact(0, 1);
	});
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		assert_eq!((record(0).junior.assets, record(0).senior.assets), (0, 400 * D));
		assert_eq!(room(0, 1), 0);
		assert_exact(0, 1);
	});
}

/// A tranche of junior without shares carries no cover, whatever dust is in it.
#[test]
fn senior_should_not_carry_new_cover_behind_a_exhausted_tranche() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		strike(1, &mut policy, 100 * D);
		assert!(record(0).junior.is_exhausted());
		assert_eq!(room(0, 1), 0);
		assert_ok!(Pools::reopen_tranche(signed(BUYER), 0, Junior));
		deposit(DAVE, 0, 50 * D);
		assert_eq!(room(0, 1), 250 * D);
	});
}

/// Guard: capital that cannot back a product is no capacity for it, so that it dilutes no price.
/// Buying on the product does not change its capacity.
#[test]
fn line_should_not_count_capital_that_other_limits_keep_from_it() {
	let half = |limits: &mut crate::Limits| limits.group_cap = Permill::from_percent(50);
	ExtBuilder::default().with_limits(half).with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let capacity = |product| Pools::line(0, product, Sale::New).unwrap().capacity;
		assert_eq!((capacity(1), capacity(2), capacity(3)), (500 * D, 500 * D, 500 * D));
		sell(0, 1, 400 * D, 1, 30);
		assert_eq!((capacity(1), capacity(2), capacity(3)), (500 * D, 100 * D, 500 * D));
		sell(0, 1, 100 * D, 1, 30);
		assert_eq!((capacity(1), capacity(2), capacity(3)), (500 * D, 0, 500 * D));
		// The limit of a single policy does not count.
		set_limits(|limits| limits.max_policy_share = Permill::from_percent(1));
		assert_eq!((capacity(3), room(0, 3)), (500 * D, 10 * D));
	});
}
