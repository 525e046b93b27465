//! Listing assets.

use super::mock::*;
use crate::{types::*, Error, Event, ListedAssets};
use sp_runtime::DispatchError;

#[test]
fn list_asset_should_tell_old_and_new_minima_when_called_again() {
	ExtBuilder::default().build_and_execute(|| {
		let first = AssetRules { min_deposit: 1, min_exit: 2 };
		let second = AssetRules { min_deposit: 3, min_exit: 4 };
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
		for (deposit, exit) in [(0, 1), (1, 0)] {
			let call = Pools::list_asset(RuntimeOrigin::root(), UNLISTED, deposit, exit);
			assert_noop!(call, Error::<Test>::MinimumMissing);
		}
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
