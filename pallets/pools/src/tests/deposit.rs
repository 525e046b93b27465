// SPDX-License-Identifier: Apache-2.0

//! Deposits.

use super::mock::*;
use crate::{types::*, Error, Event, Limits, Positions};
use sp_runtime::{ArithmeticError, DispatchError};

fn try_deposit(
	who: AccountId,
	tranche: Tranche,
	amount: Balance,
	min_shares: Balance,
) -> sp_runtime::DispatchResult {
	Pools::deposit(signed(who), 0, tranche, amount, min_shares).plain()
}

#[test]
fn deposit_should_buy_a_million_shares_a_unit_when_the_tranche_is_new() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let amount = 1_000 * D;
		assert_ok!(try_deposit(ALICE, Junior, amount, amount * V));
		assert_eq!(shares_of(&ALICE, 0), amount * V);
		assert_eq!(worth_of(&ALICE, 0), amount);
		assert_ok!(try_deposit(BOB, Senior, amount, amount * V));
		assert_eq!(worth_in(&BOB, 0, Senior), amount);
		assert_eq!(balance(USD, &account(0)), 2 * amount + 1);
	});
}

#[test]
fn deposit_should_tell_tranche_shares_and_books() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 400 * D);
		deposit_to(BOB, 0, Senior, 100 * D);
		let (amount, shares) = (100 * D, 100 * D * V);
		deposit_to(BOB, 0, Senior, amount);
		let told = Event::Deposited {
			pool: 0,
			tranche: Senior,
			who: BOB,
			amount,
			shares,
			assets: 200 * D,
			total_shares: 200 * D * V,
		};
		System::assert_last_event(told.into());
	});
}

#[test]
fn deposit_should_keep_the_tranches_apart() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 400 * D);
		deposit_to(ALICE, 0, Senior, 100 * D);
		let pool = record(0);
		assert_eq!((pool.junior.assets, pool.senior.assets), (400 * D, 100 * D));
		assert_eq!((pool.junior.shares, pool.senior.shares), (400 * D * V, 100 * D * V));
		assert_eq!((shares_in(&ALICE, 0, Junior), shares_in(&ALICE, 0, Senior)), (400 * D * V, 100 * D * V));
	});
}

#[test]
fn deposit_should_add_to_a_position_without_another_ticket() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		let price = held(&ALICE);
		assert!(price > RECORD_BASE, "a record has a price");
		deposit(ALICE, 0, 100 * D);
		assert_eq!(held(&ALICE), price);
		deposit_to(ALICE, 0, Senior, 10 * D);
		assert_eq!(held(&ALICE), 2 * price, "a position in each tranche");
		let position = position_in(&ALICE, 0, Junior);
		assert_eq!((position.shares, position.queued, position.unlocking), (200 * D * V, 0, 0));
		assert_eq!((position.epoch, position.depositor), (0, ALICE));
	});
}

#[test]
fn deposit_should_be_refused_when_it_cannot_be_paid() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		give(NATIVE, &STRANGER, PURSE);
		assert_noop!(try_deposit(STRANGER, Junior, MIN_DEPOSIT, 0), Error::<Test>::CannotPay);
		give(USD, &STRANGER, MIN_DEPOSIT);
		assert_noop!(try_deposit(STRANGER, Junior, MIN_DEPOSIT + 1, 0), Error::<Test>::CannotPay);
		// The money is there, but must not be moved.
		assert_ok!(Assets::block(signed(MANAGER), 1, STRANGER));
		assert_noop!(try_deposit(STRANGER, Junior, MIN_DEPOSIT, 0), Error::<Test>::CannotPay);
		assert_ok!(Assets::thaw(signed(MANAGER), 1, STRANGER));
		assert_ok!(try_deposit(STRANGER, Junior, MIN_DEPOSIT, 0));
	});
}

#[test]
fn deposit_should_be_refused_when_the_record_cannot_be_paid() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		give(USD, &STRANGER, PURSE);
		assert!(try_deposit(STRANGER, Junior, MIN_DEPOSIT, 0).is_err(), "no native tokens at all");
		give(NATIVE, &STRANGER, ED);
		assert_noop!(try_deposit(STRANGER, Junior, MIN_DEPOSIT, 0), Error::<Test>::CannotHoldDeposit);
		give(NATIVE, &STRANGER, PURSE);
		assert_ok!(try_deposit(STRANGER, Junior, MIN_DEPOSIT, 0));
	});
}

#[test]
fn deposit_should_be_refused_when_below_the_minimum() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		for amount in [0, 1, MIN_DEPOSIT - 1] {
			assert_noop!(try_deposit(ALICE, Junior, amount, 0), Error::<Test>::DepositTooSmall);
		}
	});
}

#[test]
fn deposit_should_be_refused_when_it_buys_fewer_shares_than_the_limit() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let call = || try_deposit(ALICE, Junior, MIN_DEPOSIT, MIN_DEPOSIT * V + 1);
		assert_noop!(call(), Error::<Test>::SharesBelowLimit);
	});
}

#[test]
fn deposit_should_be_refused_when_it_buys_no_share() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		// A single share that a premium made dear: a million virtual shares and itself are worth
		// 18,000 million dollars.
		deposit(ALICE, 0, 100 * D);
		let premium = 30_000_000_000 * D;
		sell_premium_only(0, premium, 20);
		assert_ok!(Pools::request_withdrawal(signed(ALICE), 0, Junior, shares_of(&ALICE, 0) - 1, 0));
		pass(14 * DAY);
		serve(0);
		pass(10 * DAY);
		accrue(0);
		assert_eq!(record(0).junior.shares, 1);
		assert_noop!(try_deposit(BOB, Junior, MIN_DEPOSIT, 0), Error::<Test>::ZeroShares);
	});
}

#[test]
fn deposit_should_be_refused_when_the_caller_lacks_it() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_noop!(try_deposit(ALICE, Junior, u128::MAX, 0), ArithmeticError::Overflow);
		assert!(try_deposit(ALICE, Junior, PURSE + 1, 0).is_err());
		assert_eq!(assets(0), 0);
	});
}

#[test]
fn deposit_should_be_refused_when_the_pool_is_not_open() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		for status in [PoolStatus::Paused, PoolStatus::Suspended] {
			assert_ok!(Pools::set_status(RuntimeOrigin::root(), 0, status));
			for tranche in [Junior, Senior] {
				assert_noop!(try_deposit(ALICE, tranche, MIN_DEPOSIT, 0), Error::<Test>::PoolPaused);
			}
		}
	});
}

#[test]
fn deposit_should_be_refused_when_an_incident_touches_the_pool() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, 1, 30);
		open(1, 1);
		for tranche in [Junior, Senior] {
			assert_noop!(try_deposit(BOB, tranche, 100 * D, 0), Error::<Test>::PoolFrozen);
		}
	});
}

#[test]
fn senior_deposit_should_be_accepted_until_junior_is_its_least_part() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		// A fifth of the whole must be junior.
		assert_noop!(try_deposit(BOB, Senior, 400 * D + 1, 0), Error::<Test>::TooLittleJunior);
		assert_ok!(try_deposit(BOB, Senior, 400 * D, 0));
		assert_noop!(try_deposit(BOB, Senior, MIN_DEPOSIT, 0), Error::<Test>::TooLittleJunior);
		assert_ok!(try_deposit(BOB, Junior, MIN_DEPOSIT, 0));
		assert_ok!(try_deposit(BOB, Senior, 4 * MIN_DEPOSIT, 0));
	});
}

#[test]
fn senior_deposit_should_be_refused_when_there_is_no_junior() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_noop!(try_deposit(BOB, Senior, MIN_DEPOSIT, 0), Error::<Test>::TooLittleJunior);
	});
}

#[test]
fn senior_deposit_should_be_refused_when_all_must_be_junior() {
	let all = |limits: &mut Limits| limits.min_junior = Permill::one();
	ExtBuilder::default().with_limits(all).with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		assert_noop!(try_deposit(BOB, Senior, MIN_DEPOSIT, 0), Error::<Test>::TooLittleJunior);
	});
}

#[test]
fn senior_deposit_should_need_one_percent_of_junior_when_governance_asks_for_less() {
	let none = |limits: &mut Limits| limits.min_junior = Permill::zero();
	ExtBuilder::default().with_limits(none).with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 10 * D);
		assert_noop!(try_deposit(BOB, Senior, 990 * D + 1, 0), Error::<Test>::TooLittleJunior);
		assert_ok!(try_deposit(BOB, Senior, 990 * D, 0));
	});
}

#[test]
fn deposit_should_be_refused_when_the_pool_is_private_and_the_caller_not_allowed() {
	ExtBuilder::default().with_pool_as(|options| options.is_private = true).build_and_execute(|| {
		assert_noop!(try_deposit(ALICE, Junior, MIN_DEPOSIT, 0), Error::<Test>::NotAllowed);
		assert_ok!(Pools::set_allowed(signed(MANAGER), 0, ALICE, true));
		assert_ok!(try_deposit(ALICE, Junior, MIN_DEPOSIT, 0));
		assert_noop!(try_deposit(BOB, Senior, MIN_DEPOSIT, 0), Error::<Test>::NotAllowed);
	});
}

#[test]
fn deposit_should_be_open_to_the_manager_of_a_private_pool() {
	ExtBuilder::default().with_pool_as(|options| options.is_private = true).build_and_execute(|| {
		assert_ok!(try_deposit(MANAGER, Junior, MIN_DEPOSIT, 0));
	});
}

#[test]
fn deposit_should_be_refused_when_the_tranche_is_exhausted() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 1_000 * D, 1, 30);
		strike(1, &mut policy, 1_000 * D);
		assert_noop!(try_deposit(BOB, Junior, MIN_DEPOSIT, 0), Error::<Test>::TrancheExhausted);
	});
}

#[test]
fn junior_deposit_should_be_refused_when_junior_is_exhausted_and_senior_is_not() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 100 * D);
		deposit_to(BOB, 0, Senior, 400 * D);
		let mut policy = sell(0, 1, 200 * D, 1, 30);
		strike(1, &mut policy, 100 * D);
		assert_noop!(try_deposit(BOB, Junior, MIN_DEPOSIT, 0), Error::<Test>::TrancheExhausted);
		assert_noop!(try_deposit(BOB, Senior, MIN_DEPOSIT, 0), Error::<Test>::TooLittleJunior);
	});
}

#[test]
fn deposit_should_price_in_what_was_earned_until_now() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		set_reserve(|reserve| reserve.share = Permill::zero());
		set_limits(|limits| limits.treasury_share = Permill::zero());
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 500 * D, 100 * D, 10);
		pass(30 * DAY);
		deposit(BOB, 0, 1_000 * D);
		let (alice, bob) = (worth_of(&ALICE, 0), worth_of(&BOB, 0));
		assert!((1_100 * D - 2..=1_100 * D).contains(&alice), "{alice}");
		assert!((1_000 * D - 2..=1_000 * D).contains(&bob), "{bob}");
	});
}

#[test]
fn deposit_should_start_a_position_of_an_old_epoch_anew() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		exhausted_with_unlocking_shares();
		let price = held(&ALICE);
		assert_ok!(Pools::reopen_tranche(signed(MANAGER), 0, Junior));
		deposit(ALICE, 0, 50 * D);
		let position = position_in(&ALICE, 0, Junior);
		assert_eq!((position.shares, position.queued, position.epoch), (50 * D * V, 0, 1));
		assert_eq!((position.unlocking, position.unlocks_on), (0, 0));
		assert_eq!(held(&ALICE), price, "the same record");
		// All of it can leave.
		leave(ALICE, 0, 100);
	});
}

/// A junior tranche that is exhausted after Alice cancelled a request, ready to be reopened. No
/// call touched Alice's position since.
fn exhausted_with_unlocking_shares() {
	deposit(ALICE, 0, 100 * D);
	let mut policy = sell(0, 1, 100 * D, 1, 30);
	leave(ALICE, 0, 40);
	assert_ok!(Pools::cancel_withdrawal(signed(ALICE), 0, Junior, 0));
	strike(1, &mut policy, 100 * D);
	pass(2 * DAY);
	accrue(0);
	assert_eq!(
		Positions::<Test>::get((0, Junior, &ALICE)).map(|position| position.unlocking),
		Some(40 * D * V)
	);
}

#[test]
fn deposit_should_be_refused_when_pool_or_origin_is_wrong() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Pools::deposit(origin, 0, Junior, MIN_DEPOSIT, 0).plain(), DispatchError::BadOrigin);
		}
		let call = Pools::deposit(signed(ALICE), 1, Junior, MIN_DEPOSIT, 0).plain();
		assert_noop!(call, Error::<Test>::UnknownPool);
	});
}

#[test]
fn native_pool_should_survive_books_below_the_existential_deposit() {
	ExtBuilder::default().with_pool_of(NATIVE, 100).build_and_execute(|| {
		deposit(ALICE, 0, MIN_DEPOSIT);
		let mut policy = sell(0, 1, MIN_DEPOSIT - 100, 1, 7);
		strike(1, &mut policy, MIN_DEPOSIT - 100);
		// 100 units and the premium are left, a tenth of the existential deposit. Without the
		// endowment they would be destroyed as dust.
		assert_eq!(record(0).held(), Some(101));
		assert_eq!(balance(NATIVE, &account(0)), ED + 101);
	});
}

#[test]
fn fragile_asset_should_be_held_by_the_pool_without_native_tokens() {
	ExtBuilder::default().with_pool_of(FRAGILE, 100).build_and_execute(|| {
		deposit(ALICE, 0, MIN_DEPOSIT);
		assert_eq!(balance(NATIVE, &account(0)), 0);
		assert_eq!(balance(FRAGILE, &account(0)), MIN_DEPOSIT + 1);
	});
}
