// SPDX-License-Identifier: Apache-2.0

//! The manager's own part of the junior capital behind new cover.

use super::mock::*;
use crate::PoolStatus;
use breakwater_primitives::*;
use sp_runtime::Permill;

/// Runs a test with a pool of which the manager has to hold a tenth, and Alice has 900.
fn test(test: impl FnOnce()) {
	let tenth = |limits: &mut crate::Limits| limits.min_manager_part = Permill::from_percent(10);
	ExtBuilder::default().with_pool().with_limits(tenth).build_and_execute(|| {
		deposit(ALICE, 0, 900 * D);
		test();
	});
}

/// The capacity of a product for a kind of sale, in whole dollars, rounded up.
fn capacity(sale: Sale) -> Balance {
	<Pools as Underwriting<Money>>::line(0, 1, sale).expect("the pool sells").capacity.div_ceil(D)
}

#[test]
fn capital_should_back_new_cover_as_far_as_the_manager_bears_a_part() {
	test(|| {
		assert_eq!(capacity(Sale::New), 0);
		give_shares(40 * D);
		assert_eq!(capacity(Sale::New), 400);
		give_shares(60 * D);
		assert_eq!(capacity(Sale::New), 1_000);
		let policy = sell(0, 1, 100 * D, D, 30);
		assert_eq!(policy.cover, 100 * D);
	});
}

/// Guard: no account stops a pool's sale by bringing capital.
#[test]
fn deposits_of_others_should_not_lower_the_capacity() {
	test(|| {
		give_shares(100 * D);
		assert_eq!(capacity(Sale::New), 1_000);
		deposit(BOB, 0, 1_000 * D);
		assert_eq!(capacity(Sale::New), 1_000);
	});
}

#[test]
fn manager_should_not_sell_while_their_part_waits_to_leave() {
	test(|| {
		give_shares(100 * D);
		let shares = crate::Positions::<Test>::get((0, Tranche::Junior, MANAGER)).unwrap().shares;
		assert!(Pools::request_withdrawal(signed(MANAGER), 0, Tranche::Junior, shares, 0).is_ok());
		assert_eq!(capacity(Sale::New), 0);
		// The pool is open all the same: renewals go on.
		assert_eq!(record(0).status, PoolStatus::Open);
		assert_eq!(capacity(Sale::Renewal { incident: None }), 900);
	});
}

/// The manager deposits.
fn give_shares(amount: Balance) {
	deposit(MANAGER, 0, amount);
}
