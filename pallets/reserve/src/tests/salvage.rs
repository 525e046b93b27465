// SPDX-License-Identifier: Apache-2.0

//! Money that was recovered for underwriters, and programmes out of it.

use super::{mock::*, programmes::Table};
use crate::*;
use breakwater_primitives::{AssetId, Backstop, Balance};
use breakwater_testing::Plain;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult, traits::fungibles::Balanced};

/// The programmes for the underwriters of the pool, after incident 1.
const SOURCE: ProgrammeSource = ProgrammeSource::Salvage { incident: 1, pool: POOL };

fn approve(asset: AssetId, total: Balance, source: ProgrammeSource) -> DispatchResult {
	let table = CompensationTable { total, ..Table::of(5).table() };
	Reserve::approve_programme(RuntimeOrigin::root(), asset, table, DAY, source)
}

fn left(incident: u32) -> Option<Balance> {
	Salvages::<Test>::get(incident, POOL).map(|salvage| salvage.left)
}

#[test]
fn salvage_should_be_kept_in_a_book_of_its_own() {
	ExtBuilder::default().with_donation(USD, 1_000).build_and_execute(|| {
		let before = book(&USD);
		assert_eq!(salvage(1, POOL, &USD, 300), Ok(()));
		assert_eq!(salvage(1, POOL, &USD, 50), Ok(()));
		let event = Event::<Test>::SalvageTaken {
			incident: 1,
			pool: POOL,
			asset: USD,
			amount: 50,
			left: 350,
			held_at: 9,
		};
		assert_eq!(last_event(), event.into());
		assert_eq!(book(&USD), Book { salvage: 350, salvaged: 350, ..before });
		let kept = Salvage { asset: USD, received: 350, left: 350, held_at: 9 };
		assert_eq!(Salvages::<Test>::get(1, POOL), Some(kept));
		assert_eq!(balance(&USD, &account()), 1_350);
		let state = Reserve::state(USD).unwrap();
		assert_eq!((state.own, state.salvage, state.programmes), (1_000, 350, 0));
		assert_eq!(salvage(1, POOL, &USD, 0), Ok(()), "nothing changes nothing");
	});
}

#[test]
fn salvage_should_come_back_when_it_cannot_be_kept() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(salvage(1, POOL, &NATIVE, ED - 1), Err(ED - 1), "the account has none of the asset");
		assert_eq!(salvage(1, POOL, &USD, 300), Ok(()));
		assert_eq!(salvage(1, POOL, &NATIVE, 2 * ED), Err(2 * ED), "a pool has one asset");
		let other = Reserve::salvage(1, POOL, USD, 10, money(USD, 5));
		assert_eq!(other.map_err(|credit| credit.peek()), Err(5), "other holders");
		let wrong = Reserve::salvage(2, POOL, NATIVE, 9, money(USD, 5));
		assert_eq!(wrong.map_err(|credit| credit.peek()), Err(5), "another asset than it says");
		assert!(salvage(2, POOL, &USD, u128::MAX).is_err(), "a sum does not fit");
		assert_eq!((left(1), left(2), book(&NATIVE)), (Some(300), None, Book::default()));
	});
}

#[test]
fn programme_should_take_salvage_and_give_the_rest_back_to_it() {
	ExtBuilder::default().with_donation(USD, 1_000).build_and_execute(|| {
		let table = Table::of(5);
		assert_eq!((salvage(1, POOL, &USD, 60), table.total()), (Ok(()), 60));
		let root = RuntimeOrigin::root();
		assert_ok!(Reserve::approve_programme(root, USD, table.table(), DAY, SOURCE));
		let programme = Programmes::<Test>::get(0).unwrap();
		assert_eq!((programme.source, programme.left), (SOURCE, 60));
		assert_eq!((book(&USD).own, book(&USD).salvage, book(&USD).programmes), (1_000, 0, 60));
		assert_eq!(table.collect(0, 4), Ok(()));
		TestClock::pass(DAY);
		assert_ok!(Reserve::close_programme(RuntimeOrigin::signed(BOB), 0).plain());
		let event = Event::<Test>::ProgrammeClosed { programme: 0, asset: USD, returned: 46, source: SOURCE };
		assert_eq!(last_event(), event.into());
		assert_eq!((book(&USD).own, book(&USD).salvage, book(&USD).disbursed), (1_000, 46, 14));
		// The rest is for the same underwriters again.
		assert_eq!((left(1), approve(USD, 46, SOURCE)), (Some(46), Ok(())));
	});
}

/// Guard: the bound of the source. A programme pays these underwriters no money of others.
#[test]
fn programme_should_take_no_more_than_was_recovered_for_its_underwriters() {
	ExtBuilder::default().with_donation(USD, 1_000).build_and_execute(|| {
		assert_noop!(approve(USD, 1, SOURCE), Error::<Test>::NoSalvage);
		assert_eq!((salvage(1, POOL, &USD, 300), salvage(2, POOL, &USD, 700)), (Ok(()), Ok(())));
		assert_noop!(approve(USD, 301, SOURCE), Error::<Test>::SalvageTooLow);
		assert_noop!(approve(NATIVE, 1, SOURCE), Error::<Test>::NoSalvage);
		let strange = ProgrammeSource::Salvage { incident: 1, pool: STRANGE };
		assert_noop!(approve(USD, 1, strange), Error::<Test>::NoSalvage);
		assert_eq!(approve(USD, 300, SOURCE), Ok(()));
		assert_noop!(approve(USD, 1, SOURCE), Error::<Test>::SalvageTooLow);
		assert_eq!((left(1), left(2)), (Some(0), Some(700)));
	});
}

/// Guard: the book of its own. Salvage is drawn by no incident, raises no limit, is not advanced
/// and pays no debt, and own funds do not pay for it.
#[test]
fn salvage_should_back_no_pool() {
	let without = |with: Balance| {
		let mut got = None;
		ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
			assert_eq!(salvage(1, POOL, &USD, with), Ok(()));
			let limit = draw(2, POOL, 5_000);
			assert_noop!(
				Reserve::grant_emergency(RuntimeOrigin::root(), USD, 41, DAY),
				Error::<Test>::BudgetTooHigh
			);
			finalise(2);
			assert_noop!(approve(USD, 801, ProgrammeSource::OwnFunds), Error::<Test>::FundsTooLow);
			let funds = book(&USD).funds();
			assert_eq!((left(1).unwrap_or(0), book(&USD).salvage), (with, with));
			got = Some((limit, funds));
		});
		got
	};
	assert_eq!(without(0), without(1_000_000));
	assert_eq!(without(0), Some((Some((200, 4_800)), Some(800))));
}

/// It is no other account's money, so that incidents do not need it.
#[test]
fn programme_should_take_salvage_while_an_incident_is_open() {
	ExtBuilder::default().with_contribution(POOL, USD, 1_000).build_and_execute(|| {
		assert_eq!(salvage(1, POOL, &USD, 300), Ok(()));
		open(2, &USD, 7);
		assert_eq!(approve(USD, 10, ProgrammeSource::OwnFunds), Ok(()));
		assert_eq!((book(&USD).own, book(&USD).programmes), (1_000, 0));
		assert_eq!(approve(USD, 300, SOURCE), Ok(()));
		assert_eq!(draw(2, POOL, 500), Some((200, 300)));
	});
}

/// Each broken sum is reported.
#[test]
fn try_state_should_report_salvage_that_is_not_in_the_book() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(salvage(1, POOL, &USD, 300), Ok(()));
		assert_eq!(approve(USD, 100, SOURCE), Ok(()));
		let sound = Salvages::<Test>::get(1, POOL).unwrap();
		for broken in [
			Salvage { left: 199, ..sound.clone() },
			Salvage { left: 201, ..sound.clone() },
			Salvage { received: 299, ..sound.clone() },
			Salvage { asset: NATIVE, ..sound.clone() },
		] {
			Salvages::<Test>::insert(1, POOL, broken);
			assert!(Reserve::do_try_state().is_err());
		}
		Salvages::<Test>::insert(1, POOL, sound);
		rob(&USD, 1);
		assert!(Reserve::do_try_state().is_err(), "less is on the account");
		assert!(AllAssets::resolve(&account(), money(USD, 1)).is_ok());
	});
}
