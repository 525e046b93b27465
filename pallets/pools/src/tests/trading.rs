//! Deposits.

use super::mock::*;
use crate::{types::*, Error, Event};
use sp_runtime::DispatchError;

fn deposit_of(who: AccountId, amount: Balance, min_shares: Balance) -> sp_runtime::DispatchResult {
	Pools::deposit(RuntimeOrigin::signed(who), 0, amount, min_shares)
}

#[test]
fn deposit_should_buy_a_million_shares_a_unit_when_the_pool_is_new() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let amount = 1_000 * D;
		let shares = amount * 1_000_000;
		assert_ok!(deposit_of(ALICE, amount, shares));
		System::assert_last_event(
			Event::Deposited { pool: 0, who: ALICE, amount, shares, assets: amount, total_shares: shares }
				.into(),
		);
		assert_eq!(shares_of(&ALICE, 0), shares);
		assert_eq!(balance(USD, &account(0)), amount + 1);
		assert_eq!(Pools::position(0, &ALICE), (shares, amount));
		deposit(BOB, 0, amount);
		assert_eq!(shares_of(&BOB, 0), shares);
	});
}

#[test]
fn deposit_should_be_refused_when_out_of_bounds() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_noop!(Pools::deposit(RuntimeOrigin::root(), 0, MIN_DEPOSIT, 0), DispatchError::BadOrigin);
		assert_noop!(Pools::deposit(RuntimeOrigin::none(), 0, MIN_DEPOSIT, 0), DispatchError::BadOrigin);
		assert_noop!(
			Pools::deposit(RuntimeOrigin::signed(ALICE), 1, MIN_DEPOSIT, 0),
			Error::<Test>::UnknownPool
		);
		assert_noop!(deposit_of(ALICE, 0, 0), Error::<Test>::DepositTooSmall);
		assert_noop!(deposit_of(ALICE, MIN_DEPOSIT - 1, 0), Error::<Test>::DepositTooSmall);
		assert_noop!(
			deposit_of(ALICE, MIN_DEPOSIT, MIN_DEPOSIT * 1_000_000 + 1),
			Error::<Test>::SharesBelowLimit
		);
		assert_noop!(deposit_of(ALICE, u128::MAX, 0), sp_runtime::ArithmeticError::Overflow);
		assert!(deposit_of(ALICE, PURSE + 1, 0).is_err(), "more than the caller has");
		assert!(deposit_of(STRANGER, MIN_DEPOSIT, 0).is_err(), "nothing there");
		assert_eq!(record(0).assets, 0);
	});
}

#[test]
fn deposit_should_be_refused_when_the_pool_is_not_open() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		for status in [PoolStatus::Paused, PoolStatus::Suspended] {
			assert_ok!(Pools::set_status(RuntimeOrigin::root(), 0, status));
			assert_noop!(deposit_of(ALICE, MIN_DEPOSIT, 0), Error::<Test>::PoolPaused);
		}
	});
}

#[test]
fn deposit_should_be_refused_when_the_capital_is_lost() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut policy = sell(0, 1, 1_000 * D, 10 * D, 30);
		open(1, 1);
		claim(&mut policy, 1_000 * D).expect("used");
		// What the used cover had earned stays: settle to the last unit by a second loss.
		settle(1, 0, 1_000 * D).expect("settled");
		let rest = record(0).assets;
		assert!(rest > 0 && !record(0).is_wiped());
		let mut policy = sell(0, 1, rest, 1, 30);
		open(2, 1);
		claim(&mut policy, rest).expect("used");
		settle(2, 0, rest).expect("settled");
		assert!(record(0).is_wiped());
		assert_noop!(deposit_of(BOB, MIN_DEPOSIT, 0), Error::<Test>::PoolWiped);
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
		let (_, value) = Pools::position(0, &ALICE);
		assert!((1_100 * D - 2..=1_100 * D).contains(&value), "{value}");
		let (_, value) = Pools::position(0, &BOB);
		assert!((1_000 * D - 2..=1_000 * D).contains(&value), "{value}");
	});
}

#[test]
fn native_pool_should_survive_books_below_the_existential_deposit() {
	ExtBuilder::default().with_pool_of(NATIVE, 100).build_and_execute(|| {
		deposit(ALICE, 0, MIN_DEPOSIT);
		let mut policy = sell(0, 1, MIN_DEPOSIT - 100, 1, 7);
		open(1, 1);
		claim(&mut policy, MIN_DEPOSIT - 100).expect("used");
		settle(1, 0, MIN_DEPOSIT - 100).expect("settled");
		// 100 units and the premium are left, a tenth of the existential deposit: without the endowment they would be
		// destroyed as dust.
		let pool = record(0);
		assert_eq!(pool.held(), Some(101));
		assert_eq!(balance(NATIVE, &account(0)), ED + 101);
	});
}

#[test]
fn native_pool_should_keep_its_account_when_the_last_underwriter_leaves() {
	ExtBuilder::default().with_pool_of(NATIVE, 100).build_and_execute(|| {
		deposit(ALICE, 0, MIN_DEPOSIT);
		leave(ALICE, 0, 100);
		pass(14 * DAY);
		serve(0);
		assert_eq!((record(0).assets, record(0).shares), (0, 0));
		assert_eq!(balance(NATIVE, &account(0)), ED);
		deposit(BOB, 0, MIN_DEPOSIT);
		assert_eq!(shares_of(&BOB, 0), MIN_DEPOSIT * 1_000_000);
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
