// SPDX-License-Identifier: Apache-2.0

//! Money that other pallets hand over.

use super::mock::*;
use crate::*;
use breakwater_primitives::{Income, Source};
use frame_support::traits::fungibles::Mutate;

#[test]
fn take_in_should_raise_the_book_and_move_the_money() {
	ExtBuilder::default().with_donation(USD, 100).build_and_execute(|| {
		assert_eq!(take_in(&USD, 500), Ok(()));
		assert_eq!(
			book(&USD),
			Book {
				own: 600,
				received: income(&[(IncomeLine::Donations, 100), (IncomeLine::LostBonds, 500)]),
				..Default::default()
			}
		);
		assert_eq!(balance(&USD, &account()), 600);
		let event = Event::<Test>::IncomeTaken {
			asset: USD,
			line: IncomeLine::LostBonds,
			amount: 500,
			split: Split { own: 500, ..Default::default() },
			own: 600,
		};
		assert_eq!(last_event(), event.into());
	});
}

#[test]
fn take_in_should_do_nothing_when_there_is_nothing() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(take_in(&USD, 0), Ok(()));
		assert_eq!(book(&USD), Book::default());
		let told = |record: &frame_system::EventRecord<RuntimeEvent, _>| {
			matches!(record.event, RuntimeEvent::Reserve(_))
		};
		assert!(!System::events().iter().any(told));
	});
}

/// Guard: it is booked to no pool.
#[test]
fn take_in_should_never_raise_a_pools_limit() {
	ExtBuilder::default().with_contribution(POOL, USD, 10).build_and_execute(|| {
		assert_eq!(take_in(&USD, 1_000_000), Ok(()));
		assert_eq!(Pools::<Test>::get(POOL, USD).contributed, 10);
		assert_eq!(draw(1, POOL, 1_000), Some((100, 0)), "ten times what it contributed");
	});
}

#[test]
fn take_in_should_give_the_credit_back_when_it_cannot_be_taken() {
	ExtBuilder::default().build_and_execute(|| {
		let other = Reserve::receive(NATIVE, Source::LostBond, money(USD, 7));
		let other = other.map_err(|credit| credit.peek());
		assert_eq!(other, Err(7));
		// Below the smallest balance of an account that does not exist.
		assert_eq!(take_in(&NATIVE, 1), Err(1));
		assert_eq!((book(&NATIVE), balance(&NATIVE, &account())), (Book::default(), 0));
		assert!(AllAssets::mint_into(NATIVE, &account(), RICH).is_ok());
		assert_eq!(take_in(&NATIVE, 1), Ok(()));
		Books::<Test>::mutate(USD, |book| book.received = income(&[(IncomeLine::Premiums, u128::MAX)]));
		assert_eq!(take_in(&USD, 1), Err(1));
		Books::<Test>::remove(USD);
	});
}
