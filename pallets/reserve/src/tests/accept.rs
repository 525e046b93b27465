// SPDX-License-Identifier: Apache-2.0

//! Premium shares of pools.

use super::mock::*;
use crate::*;
use breakwater_primitives::{Income, Source};
use frame_support::traits::{fungibles::Inspect, Hooks};
use sp_runtime::Permill;

#[test]
fn accept_should_book_the_share_for_reserve_and_pool() {
	ExtBuilder::default().build_and_execute(|| {
		contribute(POOL, &USD, 300);
		contribute(POOL, &USD, 200);
		contribute(STRANGE, &USD, 7);
		assert_eq!(
			book(&USD),
			Book { own: 507, received: income(&[(IncomeLine::Premiums, 507)]), ..Default::default() }
		);
		assert_eq!(Pools::<Test>::get(POOL, USD).contributed, 500);
		assert_eq!(Pools::<Test>::get(STRANGE, USD).contributed, 7);
		assert_eq!(balance(&USD, &account()), 507);
		let event = Event::<Test>::PremiumShareTaken {
			pool: STRANGE,
			asset: USD,
			amount: 7,
			split: Split { own: 7, ..Default::default() },
			own: 507,
			contributed: 7,
		};
		assert_eq!(last_event(), event.into());
	});
}

#[test]
fn accept_should_change_nothing_when_the_share_is_zero() {
	ExtBuilder::default().build_and_execute(|| {
		let before = snapshot();
		assert!(Reserve::receive(USD, Source::Premium(POOL), CreditOf::<Test>::zero(USD)).is_ok());
		assert_eq!(snapshot(), before);
	});
}

#[test]
fn accept_should_give_back_a_share_of_another_asset() {
	ExtBuilder::default().build_and_execute(|| {
		let credit = Reserve::receive(NATIVE, Source::Premium(POOL), money(USD, 50))
			.expect_err("not the native token");
		assert_eq!(credit.peek(), 50);
		assert_eq!(book(&NATIVE), Book::default());
		assert_eq!(book(&USD), Book::default());
	});
}

#[test]
fn accept_should_give_back_what_the_account_cannot_hold() {
	ExtBuilder::default().build_and_execute(|| {
		let credit = Reserve::receive(NATIVE, Source::Premium(POOL), money(NATIVE, ED - 1))
			.expect_err("below the minimum");
		assert_eq!(credit.peek(), ED - 1);
		assert_eq!(book(&NATIVE), Book::default());
		assert!(Reserve::receive(
			NATIVE,
			Source::Premium(POOL),
			credit.merge(money(NATIVE, 1)).expect("same asset")
		)
		.is_ok());
		assert_eq!(book(&NATIVE).own, ED);
	});
}

#[test]
fn accept_should_give_back_what_overflows() {
	ExtBuilder::default().with_contribution(POOL, USD, 1).build_and_execute(|| {
		let book_before = book(&USD);
		let full = Book {
			own: 1,
			received: income(&[(IncomeLine::Premiums, u128::MAX)]),
			paid_out: u128::MAX - 1,
			..Default::default()
		};
		Books::<Test>::insert(USD, full);
		let credit = Reserve::receive(USD, Source::Premium(POOL), money(USD, 5)).expect_err("overflow");
		assert_eq!(credit.peek(), 5);
		assert_eq!(book(&USD), full);
		Books::<Test>::insert(USD, book_before);
	});
}

#[test]
fn state_should_show_the_book() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		draw(1, POOL, 500);
		let state = Reserve::state(USD).expect("there is an account");
		assert_eq!(state.account, account());
		assert_eq!((state.own, state.owed, state.received, state.paid_out), (800, 300, 1_000, 200));
		assert_eq!(state.lent, 200);
		assert_eq!(state.premium_share, Permill::from_percent(15));
		assert_eq!(<Reserve as Income<_>>::premium_share(&USD), Permill::from_percent(15));
		assert_eq!(Reserve::state(NATIVE).expect("there is an account").own, 0);
	});
}

#[test]
fn the_account_should_pass_the_integrity_test() {
	ExtBuilder::default().build_and_execute(|| {
		<Reserve as Hooks<u64>>::integrity_test();
		assert_eq!(AllAssets::minimum_balance(NATIVE), ED);
	});
}
