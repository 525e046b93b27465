// SPDX-License-Identifier: Apache-2.0

//! Opening a pool.

use super::mock::*;
use crate::{types::*, Deposits, Error, Event};
use codec::MaxEncodedLen;
use frame_support::traits::{fungible::InspectHold, Consideration, Footprint};
use sp_runtime::DispatchError;

fn create(
	who: AccountId,
	asset: AssetId,
	change: impl FnOnce(&mut PoolOptions),
) -> sp_runtime::DispatchResult {
	let mut options = OPTIONS;
	change(&mut options);
	Pools::create_pool(signed(who), asset, options)
}

#[test]
fn create_pool_should_make_the_caller_its_manager_when_all_is_in_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		let options = PoolOptions {
			leverage: 200,
			fee: Permill::from_percent(10),
			senior_factor: Permill::one(),
			is_private: true,
		};
		assert_ok!(Pools::create_pool(signed(ALICE), USD, options));
		let pool = record(0);
		assert_eq!((pool.manager.clone(), pool.asset.clone()), (ALICE, USD));
		assert_eq!((pool.leverage, pool.fee, pool.next_fee), (200, options.fee, None));
		assert_eq!((pool.senior_factor, pool.is_private), (Permill::one(), true));
		assert_eq!((pool.junior, pool.senior), (TrancheBook::default(), TrancheBook::default()));
		assert_eq!((pool.pledge, pool.generation, pool.status), (None, 0, PoolStatus::Open));
	});
}

#[test]
fn create_pool_should_tell_everything_that_was_chosen() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(create(ALICE, USD, |options| options.leverage = 150));
		let told = events();
		let [Event::PoolCreated { pool, manager, asset, account: at, endowment, .. }] = &told[..] else {
			panic!("one event: {told:?}");
		};
		assert_eq!((*pool, manager, asset, at, *endowment), (0, &ALICE, &USD, &account(0), 1));
	});
}

#[test]
fn create_pool_should_pay_the_smallest_balance_of_the_asset_into_its_account() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(create(ALICE, USD, |_| ()));
		assert_ok!(create(ALICE, NATIVE, |_| ()));
		assert_eq!((balance(USD, &account(0)), balance(NATIVE, &account(1))), (1, ED));
		assert_eq!(record(1).held(), Some(0), "it is no part of any book");
	});
}

#[test]
fn create_pool_should_be_refused_when_the_asset_is_not_listed() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(create(ALICE, UNLISTED, |_| ()), Error::<Test>::AssetNotListed);
	});
}

#[test]
fn create_pool_should_be_refused_when_the_leverage_is_out_of_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		for leverage in [0, 99, 201, u32::MAX] {
			assert_noop!(
				create(ALICE, USD, |options| options.leverage = leverage),
				Error::<Test>::LeverageOutOfRange
			);
		}
	});
}

#[test]
fn create_pool_should_be_refused_when_the_fee_is_too_high() {
	ExtBuilder::default().build_and_execute(|| {
		for fee in [Permill::from_parts(100_001), Permill::one()] {
			assert_noop!(create(ALICE, USD, |options| options.fee = fee), Error::<Test>::FeeTooHigh);
		}
	});
}

#[test]
fn create_pool_should_be_refused_when_the_senior_factor_is_above_one() {
	use codec::Decode;
	ExtBuilder::default().build_and_execute(|| {
		// Only an encoding without a type behind it can say more than one. Some versions of
		// `Permill` refuse it already.
		let bytes = codec::Encode::encode(&1_000_001u32);
		if let Some(factor) = Permill::decode(&mut &bytes[..]).ok().filter(|factor| *factor > Permill::one())
		{
			let call = create(ALICE, USD, |options| options.senior_factor = factor);
			assert_noop!(call, Error::<Test>::SeniorFactorTooHigh);
		}
	});
}

#[test]
fn create_pool_should_be_refused_when_the_endowment_cannot_be_paid() {
	ExtBuilder::default().build_and_execute(|| {
		give(NATIVE, &STRANGER, PURSE);
		let call = || frame_support::storage::with_storage_layer(|| create(STRANGER, USD, |_| ()));
		assert_noop!(call(), Error::<Test>::CannotPay);
		// With one unit alone, paying it would remove the caller's account of the asset.
		give(USD, &STRANGER, 2);
		assert_ok!(create(STRANGER, USD, |_| ()));
	});
}

#[test]
fn create_pool_should_hold_a_deposit_of_the_manager() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(create(ALICE, USD, |_| ()));
		let bytes = Pool::<AccountId>::max_encoded_len();
		let price = DEPOSIT_BASE + DEPOSIT_BYTE * bytes as Balance;
		assert_eq!(Balances::balance_on_hold(&DepositReason::get(), &ALICE), price);
		let (who, ticket) = Deposits::<Test>::get(0).expect("every pool has one");
		assert_eq!(who, ALICE);
		let same = <Test as crate::Config>::PoolDeposit::new(&BOB, Footprint::from_parts(1, bytes));
		assert_eq!(Ok(ticket), same);
	});
}

#[test]
fn create_pool_should_be_refused_when_the_deposit_cannot_be_paid() {
	ExtBuilder::default().build_and_execute(|| {
		let create = || create(STRANGER, USD, |_| ());
		give(USD, &STRANGER, D);
		assert!(create().is_err(), "no native tokens at all");
		let price = DEPOSIT_BASE + DEPOSIT_BYTE * Pool::<AccountId>::max_encoded_len() as Balance;
		give(NATIVE, &STRANGER, ED + price - 1);
		assert_noop!(create(), Error::<Test>::CannotHoldDeposit);
		give(NATIVE, &STRANGER, 1);
		assert_ok!(create());
		assert_noop!(create(), Error::<Test>::CannotHoldDeposit);
	});
}

#[test]
fn create_pool_should_be_refused_when_not_signed() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Pools::create_pool(origin, USD, OPTIONS), DispatchError::BadOrigin);
		}
	});
}
