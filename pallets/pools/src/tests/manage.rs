use super::mock::*;
use crate::{types::*, Deposits, Error, Event, ListedAssets, PoolLines, Products, Underwriters};
use sp_runtime::DispatchError;

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

#[test]
fn create_pool_should_make_the_caller_its_manager_when_all_is_in_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		let fee = Permill::from_percent(10);
		assert_ok!(Pools::create_pool(signed(ALICE), USD, 200, fee));
		let pool = record(0);
		assert_eq!((pool.manager, pool.asset, pool.leverage, pool.fee), (ALICE, USD, 200, fee));
		assert_eq!((pool.assets, pool.shares, pool.status), (0, 0, PoolStatus::Open));
		System::assert_last_event(
			Event::PoolCreated {
				pool: 0,
				manager: ALICE,
				asset: USD,
				leverage: 200,
				fee,
				account: account(0),
				endowment: 1,
			}
			.into(),
		);
		assert_ok!(Pools::create_pool(signed(ALICE), NATIVE, 100, Permill::zero()));
		assert_eq!(balance(NATIVE, &account(1)), ED);
	});
}

#[test]
fn create_pool_should_be_refused_when_out_of_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		let zero = Permill::zero();
		assert_noop!(Pools::create_pool(RuntimeOrigin::root(), USD, 100, zero), DispatchError::BadOrigin);
		assert_noop!(Pools::create_pool(RuntimeOrigin::none(), USD, 100, zero), DispatchError::BadOrigin);
		assert_noop!(Pools::create_pool(signed(ALICE), UNLISTED, 100, zero), Error::<Test>::AssetNotListed);
		for leverage in [0, 99, 201, u32::MAX] {
			assert_noop!(
				Pools::create_pool(signed(ALICE), USD, leverage, zero),
				Error::<Test>::LeverageOutOfRange
			);
		}
		for fee in [Permill::from_parts(100_001), Permill::one()] {
			assert_noop!(Pools::create_pool(signed(ALICE), USD, 100, fee), Error::<Test>::FeeTooHigh);
		}
		assert!(Pools::create_pool(signed(STRANGER), USD, 100, zero).is_err(), "cannot pay the endowment");
	});
}

#[test]
fn create_pool_should_hold_a_deposit_of_the_manager() {
	use codec::MaxEncodedLen;
	use frame_support::traits::{fungible::InspectHold, Consideration, Footprint};
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Pools::create_pool(signed(ALICE), USD, 100, Permill::zero()));
		let bytes = Pool::<AccountId>::max_encoded_len();
		let price = DEPOSIT_BASE + DEPOSIT_BYTE * bytes as Balance;
		let reason = RuntimeHoldReason::Pools(crate::HoldReason::PoolDeposit);
		assert_eq!(Balances::balance_on_hold(&reason, &ALICE), price);
		let (who, ticket) = Deposits::<Test>::get(0).expect("every pool has one");
		assert_eq!(who, ALICE);
		assert_eq!(
			ticket,
			<Test as crate::Config>::PoolDeposit::new(&BOB, Footprint::from_parts(1, bytes)).unwrap()
		);
	});
}

#[test]
fn create_pool_should_be_refused_when_the_deposit_cannot_be_paid() {
	use codec::MaxEncodedLen;
	use sp_runtime::TokenError;
	ExtBuilder::default().build_and_execute(|| {
		let create = || Pools::create_pool(signed(STRANGER), USD, 100, Permill::zero());
		give(USD, &STRANGER, D);
		assert!(create().is_err(), "no native tokens at all");
		let price = DEPOSIT_BASE + DEPOSIT_BYTE * Pool::<AccountId>::max_encoded_len() as Balance;
		give(NATIVE, &STRANGER, ED + price - 1);
		assert_noop!(create(), TokenError::FundsUnavailable);
		give(NATIVE, &STRANGER, 1);
		assert_ok!(create());
		assert_noop!(create(), TokenError::FundsUnavailable);
	});
}

#[test]
fn list_asset_should_be_refused_when_not_everyone_can_receive_everything() {
	ExtBuilder::default().build_and_execute(|| {
		let list = |asset| Pools::list_asset(RuntimeOrigin::root(), asset, 100, 100);
		assert_noop!(list(COARSE), Error::<Test>::MinimumBalanceTooHigh);
		assert_noop!(list(FRAGILE), Error::<Test>::NotSufficient);
		assert_ok!(list(NATIVE));
		assert_ok!(list(UNLISTED));
	});
}

#[test]
fn list_asset_should_tell_old_and_new_minima_when_called_again() {
	ExtBuilder::default().build_and_execute(|| {
		let (first, second) =
			(AssetRules { min_deposit: 1, min_exit: 2 }, AssetRules { min_deposit: 3, min_exit: 4 });
		assert_ok!(Pools::list_asset(RuntimeOrigin::root(), UNLISTED, 1, 2));
		System::assert_last_event(Event::AssetListed { asset: UNLISTED, old: None, new: first }.into());
		assert_ok!(Pools::list_asset(RuntimeOrigin::root(), UNLISTED, 3, 4));
		System::assert_last_event(
			Event::AssetListed { asset: UNLISTED, old: Some(first), new: second }.into(),
		);
		assert_eq!(ListedAssets::<Test>::get(UNLISTED), Some(second));
	});
}

#[test]
fn list_asset_should_be_refused_when_not_root_or_unknown_or_without_minima() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(Pools::list_asset(signed(MANAGER), UNLISTED, 1, 1), DispatchError::BadOrigin);
		assert_noop!(Pools::list_asset(RuntimeOrigin::none(), UNLISTED, 1, 1), DispatchError::BadOrigin);
		let unknown = AssetId::WithId(77);
		assert_noop!(Pools::list_asset(RuntimeOrigin::root(), unknown, 1, 1), Error::<Test>::UnknownAsset);
		for (deposit, exit) in [(0, 1), (1, 0)] {
			assert_noop!(
				Pools::list_asset(RuntimeOrigin::root(), UNLISTED, deposit, exit),
				Error::<Test>::MinimumMissing
			);
		}
	});
}

#[test]
fn register_product_should_be_refused_when_known_or_in_an_unlisted_asset() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		assert_noop!(Pools::register_product(1, USD, 1), Error::<Test>::ProductKnown);
		assert_noop!(Pools::register_product(9, UNLISTED, 1), Error::<Test>::AssetNotListed);
		assert_ok!(Pools::register_product(9, NATIVE, 7));
		assert_eq!(Products::<Test>::get(9), Some(ProductRef { asset: NATIVE, group: 7 }));
	});
}

#[test]
fn set_weight_should_add_change_and_remove_a_line() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		weigh(0, 1, 30);
		assert_eq!(line(0, 1).weight, Permill::from_percent(30));
		System::assert_last_event(
			Event::WeightSet {
				pool: 0,
				product: 1,
				old: Some(Permill::one()),
				new: Some(Permill::from_percent(30)),
			}
			.into(),
		);
		weigh(0, 1, 0);
		System::assert_last_event(
			Event::WeightSet { pool: 0, product: 1, old: Some(Permill::from_percent(30)), new: None }.into(),
		);
		assert!(PoolLines::<Test>::get(0).iter().all(|line| line.product != 1));
		assert!(Underwriters::<Test>::get(1).is_empty());
	});
}

#[test]
fn set_weight_should_keep_the_line_when_zero_but_exposed() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, D, 30);
		weigh(0, 1, 0);
		assert_eq!((line(0, 1).weight, line(0, 1).exposure), (Permill::zero(), 100 * D));
		assert_eq!(try_sell(0, 1, 1, D, 30).unwrap_err(), Error::<Test>::NoCapacity.into());
	});
}

#[test]
fn set_weight_should_be_refused_when_not_allowed() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let half = Permill::from_percent(50);
		assert_noop!(Pools::set_weight(RuntimeOrigin::root(), 0, 1, half), DispatchError::BadOrigin);
		assert_noop!(Pools::set_weight(RuntimeOrigin::none(), 0, 1, half), DispatchError::BadOrigin);
		assert_noop!(Pools::set_weight(signed(ALICE), 0, 1, half), Error::<Test>::NotManager);
		assert_noop!(Pools::set_weight(signed(MANAGER), 9, 1, half), Error::<Test>::UnknownPool);
		assert_noop!(Pools::set_weight(signed(MANAGER), 0, 99, half), Error::<Test>::UnknownProduct);
		assert_ok!(Pools::register_product(9, NATIVE, 7));
		assert_noop!(Pools::set_weight(signed(MANAGER), 0, 9, half), Error::<Test>::WrongAsset);
		assert_ok!(Pools::register_product(10, USD, 7));
		assert_noop!(
			Pools::set_weight(signed(MANAGER), 0, 10, Permill::zero()),
			Error::<Test>::NotUnderwritten
		);
	});
}

#[test]
fn set_weight_should_be_refused_when_decoded_above_one() {
	use codec::Decode;
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let bytes = codec::Encode::encode(&1_000_001u32);
		if let Ok(weight) = Permill::decode(&mut &bytes[..]) {
			if weight > Permill::one() {
				let call = Pools::set_weight(signed(MANAGER), 0, 1, weight);
				assert_noop!(call, Error::<Test>::WeightTooHigh);
			}
		}
	});
}

#[test]
fn set_weight_should_be_refused_when_the_pool_is_full() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		for product in 100..129 {
			assert_ok!(Pools::register_product(product, USD, 1));
			weigh(0, product, 1);
		}
		assert_ok!(Pools::register_product(200, USD, 1));
		let call = Pools::set_weight(signed(MANAGER), 0, 200, Permill::one());
		assert_noop!(call, Error::<Test>::TooManyProducts);
	});
}

#[test]
fn set_weight_should_displace_the_smallest_idle_pool_when_the_product_is_full() {
	let mut builder = ExtBuilder::default();
	for _ in 0..16 {
		builder = builder.with_pool();
	}
	builder.build_and_execute(|| {
		for pool in 0..16 {
			deposit(ALICE, pool, (100 + Balance::from(pool)) * D);
		}
		assert_ok!(Pools::create_pool(signed(MANAGER), USD, 100, Permill::zero()));
		// As large as the smallest is not larger.
		deposit(BOB, 16, 100 * D);
		let call = || Pools::set_weight(signed(MANAGER), 16, 1, Permill::one());
		assert_noop!(call(), Error::<Test>::TooManyPools);
		// The smallest is exposed, so the next one has to go.
		sell(0, 1, D, D, 30);
		deposit(BOB, 16, 50 * D);
		assert_ok!(call());
		System::assert_has_event(Event::PoolDisplaced { product: 1, pool: 1, by: 16 }.into());
		let pools = Underwriters::<Test>::get(1);
		assert!(pools.contains(&0) && pools.contains(&16) && !pools.contains(&1));
		assert!(PoolLines::<Test>::get(1).iter().all(|line| line.product != 1));
	});
}

#[test]
fn set_status_should_follow_who_asks() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		use PoolStatus::*;
		let as_manager = |status| Pools::set_status(signed(MANAGER), 0, status);
		let as_root = |status| Pools::set_status(RuntimeOrigin::root(), 0, status);
		assert_ok!(as_manager(Paused));
		System::assert_last_event(Event::StatusChanged { pool: 0, old: Open, new: Paused }.into());
		assert_ok!(as_manager(Open));
		assert_noop!(as_manager(Open), Error::<Test>::StatusUnchanged);
		assert_noop!(as_manager(Suspended), Error::<Test>::OnlyReferendum);
		assert_ok!(as_root(Suspended));
		assert_noop!(as_manager(Open), Error::<Test>::OnlyReferendum);
		assert_noop!(as_manager(Paused), Error::<Test>::OnlyReferendum);
		assert_ok!(as_root(Open));
		assert_noop!(Pools::set_status(signed(ALICE), 0, Paused), Error::<Test>::NotManager);
		assert_noop!(Pools::set_status(RuntimeOrigin::none(), 0, Paused), DispatchError::BadOrigin);
		assert_noop!(Pools::set_status(signed(MANAGER), 1, Paused), Error::<Test>::UnknownPool);
	});
}
