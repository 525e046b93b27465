// SPDX-License-Identifier: Apache-2.0

//! The manager's own part of junior while the pool sells.

use super::mock::*;
use crate::{Error, PoolStatus};
use breakwater_primitives::*;
use sp_runtime::{DispatchError, Permill};

/// Runs a test with a pool of which the manager has to hold a tenth, and Alice has 900.
fn test(test: impl FnOnce()) {
	let tenth = |limits: &mut crate::Limits| limits.min_manager_part = Permill::from_percent(10);
	ExtBuilder::default().with_pool().with_limits(tenth).build_and_execute(|| {
		deposit(ALICE, 0, 900 * D);
		test();
	});
}

fn refused() -> bool {
	let line = <Pools as Underwriting<Money>>::line(0, 1, Sale::New);
	match line {
		Ok(_) => false,
		Err(error) => {
			assert_eq!(error, DispatchError::from(Error::<Test>::ManagerBearsTooLittle));
			true
		}
	}
}

#[test]
fn pool_should_sell_only_while_its_manager_bears_a_part() {
	test(|| {
		assert!(refused());
		deposit(MANAGER, 0, 99 * D);
		assert!(refused());
		deposit(MANAGER, 0, D);
		assert!(!refused());
		let policy = sell(0, 1, 100 * D, D, 30);
		assert_eq!(policy.cover, 100 * D);
		// More capital of others asks for more of the manager's.
		deposit(BOB, 0, 100 * D);
		assert!(refused());
	});
}

#[test]
fn manager_should_not_sell_while_their_part_waits_to_leave() {
	test(|| {
		deposit(MANAGER, 0, 100 * D);
		assert!(!refused());
		let shares = crate::Positions::<Test>::get((0, Tranche::Junior, MANAGER)).unwrap().shares;
		assert!(Pools::request_withdrawal(signed(MANAGER), 0, Tranche::Junior, shares, 0).is_ok());
		assert!(refused());
		// The pool is open all the same: renewals go on.
		assert_eq!(record(0).status, PoolStatus::Open);
		assert!(<Pools as Underwriting<Money>>::line(0, 1, Sale::Renewal { incident: None }).is_ok());
	});
}
