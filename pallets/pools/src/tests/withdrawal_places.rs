// SPDX-License-Identifier: Apache-2.0

//! The places of an account in the withdrawal queues.

use super::mock::*;
use crate::withdrawal_places::Place;

#[test]
fn withdrawal_places_should_tell_index_readiness_and_what_is_before() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		deposit(BOB, 0, 1_000 * D);
		leave(BOB, 0, 40);
		leave(ALICE, 0, 10);
		pass(DAY);
		leave(BOB, 0, 50);
		leave(ALICE, 0, 10);
		let (bob, first, second) = (400 * D * V, 100 * D * V, 90 * D * V);
		let ready_at = active() + limits().cooldown;
		let place = |index, shares, ready_at, requests_ahead, shares_ahead| Place {
			index,
			shares,
			min_out: 0,
			ready_at,
			requests_ahead,
			shares_ahead,
		};
		let expected = vec![
			place(1, first, ready_at - DAY, 1, bob),
			place(3, second, ready_at, 3, bob + first + 300 * D * V),
		];
		assert_eq!(Pools::withdrawal_places(0, Junior, &ALICE), expected);
		assert_ok!(Pools::cancel_withdrawal(signed(BOB), 0, Junior, 0));
		let expected =
			vec![place(1, first, ready_at - DAY, 0, 0), place(3, second, ready_at, 2, first + 300 * D * V)];
		assert_eq!(Pools::withdrawal_places(0, Junior, &ALICE), expected);
		assert_ok!(Pools::cancel_withdrawal(signed(ALICE), 0, Junior, 1));
		assert_ok!(Pools::cancel_withdrawal(signed(ALICE), 0, Junior, 3));
		assert_eq!(Pools::withdrawal_places(0, Junior, &ALICE), vec![]);
		assert_eq!(Pools::withdrawal_places(0, Senior, &ALICE), vec![]);
		assert_eq!(Pools::withdrawal_places(9, Junior, &ALICE), vec![]);
	});
}
