// SPDX-License-Identifier: Apache-2.0

//! Paying into the reward pool.

use super::mock::*;
use crate::*;
use frame_support::{assert_noop, assert_ok};

#[test]
fn fund_should_fill_the_book() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Feeds::fund(signed(1), 500));
		assert_ok!(Feeds::fund(signed(2), 1));
		assert_eq!(reward_pool(), RewardBook { book: 501, booked: 0 });
		assert_eq!(free(&reward_pool_account()), 501);
		let event = Event::RewardPoolFunded { who: person(2), amount: 1, book_before: 500, book: 501 };
		assert_eq!(last_event(), event.into());
	});
}

#[test]
fn fund_should_be_refused_when_it_cannot_be_paid() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Feeds::fund(signed(1), 0), Error::<Test>::ZeroAmount);
		assert_noop!(Feeds::fund(signed(1), ED - 1), Error::<Test>::CannotPay);
		// The payer's account is kept alive.
		assert_noop!(Feeds::fund(signed(1), RICH), Error::<Test>::CannotPay);
		assert_noop!(Feeds::fund(signed(1), RICH + 1), Error::<Test>::CannotPay);
		assert_ok!(Feeds::fund(signed(1), RICH - ED));
	});
}
