// SPDX-License-Identifier: Apache-2.0

//! The state that the views show.

use super::mock::*;
use crate::{types::*, Pools as PoolMap};
use breakwater_primitives::{Holding, PositionState, ONE};
use codec::MaxEncodedLen;

#[test]
fn state_should_show_what_a_call_would_find_and_write_nothing() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 10 * D, 7);
		pass(5 * DAY);
		let before = PoolMap::<Test>::get(0);
		let state = Pools::state(0).unwrap();
		let position = Pools::position(0, &ALICE).unwrap();
		assert_eq!(PoolMap::<Test>::get(0), before);
		accrue(0);
		assert_eq!(state.junior.assets, record(0).junior.assets);
		assert!(state.junior.assets > 1_000 * D);
		assert_eq!(Some(position.junior.value), record(0).junior.value(position.junior.shares));
		assert_eq!(Pools::state(0), Some(state.clone()));
		assert_eq!(state.unearned, record(0).books.owed_units().unwrap());
		assert_eq!((state.required, state.available), (100 * D, state.junior.assets));
		assert_eq!(state.lines.len(), 3);
	});
}

#[test]
fn state_should_show_how_the_pool_was_set_up() {
	let change = |options: &mut PoolOptions| {
		*options = PoolOptions {
			leverage: 150,
			fee: Permill::from_percent(3),
			senior_factor: Permill::from_percent(70),
			is_private: true,
		}
	};
	ExtBuilder::default().with_pool_as(change).build_and_execute(|| {
		let state = Pools::state(0).unwrap();
		assert_eq!((state.asset, state.manager, state.account), (USD, MANAGER, account(0)));
		assert_eq!((state.leverage, state.fee, state.next_fee), (150, Permill::from_percent(3), None));
		assert_eq!((state.senior_factor, state.is_private), (Permill::from_percent(70), true));
		assert_eq!((state.loan, state.behind, state.incidents), (0, false, vec![]));
	});
}

#[test]
fn state_should_show_both_tranches_and_their_queues() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 200 * D);
		deposit_to(BOB, 0, Senior, 100 * D);
		leave(ALICE, 0, 10);
		leave(ALICE, 0, 10);
		leave_from(BOB, 0, Senior, 30);
		assert_ok!(Pools::cancel_withdrawal(signed(BOB), 0, Senior, 0));
		let state = Pools::state(0).unwrap();
		let (junior, senior) = (state.junior, state.senior);
		assert_eq!((junior.assets, junior.shares, junior.share_price), (200 * D, 200 * D * V, ONE / V));
		assert_eq!((junior.queued, junior.queue_length, junior.unlocking), (38 * D * V, 2, 0));
		assert_eq!((senior.assets, senior.shares, senior.epoch), (100 * D, 100 * D * V, 0));
		assert_eq!((senior.queued, senior.queue_length, senior.unlocking), (0, 0, 30 * D * V));
		assert!(!junior.is_exhausted && !senior.is_exhausted);
		assert_eq!((junior.yields, senior.yields), (vec![None; 3], vec![None; 3]));
	});
}

#[test]
fn state_should_show_a_exhausted_tranche_and_what_is_owed() {
	ExtBuilder::default().with_pool_of(USD, 200).build_and_execute(|| {
		set_reserve(|reserve| reserve.gives = Some(PURSE));
		deposit(ALICE, 0, 100 * D);
		let mut first = sell(0, 1, 100 * D, D, 30);
		let mut second = sell(0, 3, 100 * D, D, 30);
		strike(1, &mut first, 100 * D);
		strike(2, &mut second, 50 * D);
		let state = Pools::state(0).unwrap();
		assert!(state.junior.is_exhausted);
		assert_eq!(state.loan, lent(0));
		assert!(state.loan > 0);
	});
}

#[test]
fn position_should_show_every_kind_of_share_and_what_it_is_worth() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(ALICE, 0, Senior, 50 * D);
		assert_ok!(Pools::request_withdrawal(signed(ALICE), 0, Junior, 30 * D * V, 0));
		assert_ok!(Pools::request_withdrawal(signed(ALICE), 0, Junior, 20 * D * V, 0));
		assert_ok!(Pools::cancel_withdrawal(signed(ALICE), 0, Junior, 0));
		let junior = Holding {
			shares: 80 * D * V,
			value: 80 * D,
			queued: 20 * D * V,
			queued_value: 20 * D,
			unlocking: 30 * D * V,
			unlocks_on: 2,
			void_shares: 0,
			deposit: price_of_a_position(),
		};
		let deposit = price_of_a_position();
		let senior = Holding { shares: 50 * D * V, value: 50 * D, deposit, ..Holding::default() };
		assert_eq!(Pools::position(0, &ALICE), Some(PositionState { junior, senior, claimable: 0 }));
		pass(2 * DAY);
		let position = Pools::position(0, &ALICE).unwrap();
		assert_eq!((position.junior.unlocking, position.junior.unlocks_on), (0, 0));
	});
}

/// Returns the deposit for the record of one position.
fn price_of_a_position() -> Balance {
	let size = Position::<AccountId, Ticket>::max_encoded_len() as Balance;
	RECORD_BASE + RECORD_BYTE * size
}

#[test]
fn position_should_show_void_shares_and_their_deposit_when_it_is_of_an_old_epoch() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let mut policy = sell(0, 1, 100 * D, 1, 30);
		strike(1, &mut policy, 100 * D);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(BOB, 0, 100 * D);
		let deposit = held(&ALICE);
		assert_eq!(deposit, price_of_a_position());
		let junior = Holding { void_shares: 100 * D * V, deposit, ..Holding::default() };
		let shown = PositionState { junior, ..PositionState::default() };
		assert_eq!(Pools::position(0, &ALICE), Some(shown));
		assert_ok!(Pools::remove_position(signed(BOB), 0, Junior, ALICE));
		assert_eq!((Pools::position(0, &ALICE), held(&ALICE)), (Some(PositionState::default()), 0));
	});
}

#[test]
fn views_should_be_empty_when_the_pool_is_unknown() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_eq!(Pools::state(1), None);
		assert_eq!(Pools::position(1, &ALICE), None);
		assert_eq!(Pools::history(1, 366), vec![]);
		assert_eq!(Pools::position(0, &STRANGER), Some(PositionState::default()));
	});
}

/// The cover on a product is that of all its pools, and falls as cover ends.
#[test]
fn cover_on_should_sum_the_exposures_of_all_pools() {
	use breakwater_primitives::CoverInForce;
	let cover = |product| <Pools as CoverInForce>::cover_on(product);
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		frame_support::assert_ok!(Pools::create_pool(signed(MANAGER), USD, OPTIONS));
		weigh(1, 1, 100);
		deposit(ALICE, 1, 1_000 * D);
		assert_eq!(cover(1), 0);
		sell(0, 1, 50 * D, D, 7);
		sell(1, 1, 20 * D, D, 30);
		sell(0, 2, 10 * D, D, 30);
		assert_eq!([1, 2, 9].map(cover), [70 * D, 10 * D, 0]);
		// A week and its grace.
		pass(22 * DAY);
		assert_eq!(cover(1), 20 * D);
	});
}
