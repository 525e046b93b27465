// SPDX-License-Identifier: Apache-2.0

//! Listing assets.

use super::mock::*;
use crate::{types::*, Error, Event, ListedAssets};
use sp_runtime::DispatchError;

#[test]
fn list_asset_should_tell_old_and_new_minima_when_called_again() {
	ExtBuilder::default().build_and_execute(|| {
		let first = AssetRules { min_deposit: 2, min_withdrawal: 1 };
		let second = AssetRules { min_deposit: 4, min_withdrawal: 3 };
		assert_ok!(Pools::list_asset(RuntimeOrigin::root(), UNLISTED, 2, 1));
		System::assert_last_event(Event::AssetListed { asset: UNLISTED, old: None, new: first }.into());
		assert_ok!(Pools::list_asset(RuntimeOrigin::root(), UNLISTED, 4, 3));
		System::assert_last_event(
			Event::AssetListed { asset: UNLISTED, old: Some(first), new: second }.into(),
		);
		assert_eq!(ListedAssets::<Test>::get(UNLISTED), Some(second));
	});
}

#[test]
fn list_asset_should_be_refused_when_not_root() {
	ExtBuilder::default().build_and_execute(|| {
		for origin in [signed(MANAGER), RuntimeOrigin::none()] {
			assert_noop!(Pools::list_asset(origin, UNLISTED, 1, 1), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn list_asset_should_be_refused_when_the_asset_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		let call = Pools::list_asset(RuntimeOrigin::root(), AssetId::WithId(77), 1, 1);
		assert_noop!(call, Error::<Test>::UnknownAsset);
	});
}

#[test]
fn list_asset_should_be_refused_when_a_minimum_is_missing() {
	ExtBuilder::default().build_and_execute(|| {
		for (deposit, withdrawal) in [(0, 1), (1, 0)] {
			let call = Pools::list_asset(RuntimeOrigin::root(), UNLISTED, deposit, withdrawal);
			assert_noop!(call, Error::<Test>::MinimumMissing);
		}
	});
}

/// Guard: every amount that can come in can leave.
#[test]
fn list_asset_should_be_refused_when_the_smallest_withdrawal_is_above_the_smallest_deposit() {
	ExtBuilder::default().build_and_execute(|| {
		let list =
			|deposit, withdrawal| Pools::list_asset(RuntimeOrigin::root(), UNLISTED, deposit, withdrawal);
		assert_noop!(list(1, Balance::MAX), Error::<Test>::MinWithdrawalTooHigh);
		assert_noop!(list(9, 10), Error::<Test>::MinWithdrawalTooHigh);
		assert_ok!(list(10, 10));
	});
}

/// Guard: the holder of a key of an asset's team could mint, freeze or burn the asset in its pools.
#[test]
fn list_asset_should_be_refused_when_its_team_may_have_keys() {
	ExtBuilder::default().build_and_execute(|| {
		let list = |asset| Pools::list_asset(RuntimeOrigin::root(), asset, 100, 100);
		assert_noop!(list(KEYED), Error::<Test>::TeamHasKeys);
		assert_ok!(list(UNLISTED));
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

/// Guard: a pool must not consist of what it insures.
#[test]
fn self_insured_products_should_get_no_weight() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		let mut cover = sell(0, 1, 100 * D, D, 30);
		let set = |group| Pools::set_asset_group(RuntimeOrigin::root(), USD, group);
		let (own, other) = (crate::Products::<Test>::get(1).unwrap().group, 77);
		assert_ok!(set(Some(other)));
		weigh(0, 1, 40);
		assert_ok!(set(Some(own)));
		System::assert_last_event(
			Event::AssetGroupSet { asset: USD, old: Some(other), new: Some(own) }.into(),
		);
		let weight = |percent| Pools::set_weight(signed(MANAGER), 0, 1, Permill::from_percent(percent));
		assert_noop!(weight(50), Error::<Test>::SelfInsured);
		assert_noop!(weight(40), Error::<Test>::SelfInsured);
		assert_noop!(Pools::register_product(9, USD, own), Error::<Test>::SelfInsured);
		assert_ok!(Pools::register_product(9, NATIVE, own));
		// The line is older than the group: it sells and renews no cover either. Cover in force
		// stays, and the pool can leave the product.
		for sale in [Sale::New, Sale::Renewal { incident: None }] {
			assert_noop!(Pools::line(0, 1, sale), Error::<Test>::SelfInsured);
		}
		assert_eq!(try_sell(0, 1, D, D, 30).map(|_| ()), Err(Error::<Test>::SelfInsured.into()));
		assert_eq!(line(0, 1).exposure, 100 * D);
		assert_ok!(weight(0));
		strike(1, &mut cover, 100 * D);
		assert_ok!(set(None));
		assert_ok!(weight(50));
	});
}

#[test]
fn set_asset_group_should_be_refused_when_not_root_or_not_listed() {
	ExtBuilder::default().build_and_execute(|| {
		let call = Pools::set_asset_group(signed(MANAGER), USD, Some(1));
		assert_noop!(call, DispatchError::BadOrigin);
		let call = Pools::set_asset_group(RuntimeOrigin::root(), UNLISTED, Some(1));
		assert_noop!(call, Error::<Test>::AssetNotListed);
	});
}
