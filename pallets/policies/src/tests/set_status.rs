// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{Error, Event, Products};
use breakwater_primitives::{
	ProductStatus::{Active, Delisted, Paused, Retired},
	*,
};
use frame_support::{assert_noop, assert_ok};

fn set(status: ProductStatus) -> frame_support::pallet_prelude::DispatchResult {
	Policies::set_status(RuntimeOrigin::root(), PRODUCT, status)
}

#[test]
fn set_status_should_pause_and_open_sales() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set(Paused));
		System::assert_last_event(Event::StatusSet { product: PRODUCT, old: Active, new: Paused }.into());
		assert_noop!(quoted(PRODUCT, 1_000, 30 * DAY).map(|_| ()), Error::<Test>::ProductNotForSale);
		assert_ok!(set(Active));
		assert_eq!(Products::<Test>::get(PRODUCT).unwrap().status, Active);
		buy(1_000, 30 * DAY);
	});
}

#[test]
fn set_status_should_leave_live_cover_when_a_product_is_retired() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		assert_ok!(set(Retired));
		pass(2 * DAY);
		assert!(<Policies as CoverBook<_>>::assess(policy, &finding(ONE / 2)).is_some());
		assert_eq!(<Policies as CoverBook<u64>>::products_on(FEED), vec![PRODUCT]);
	});
}

#[test]
fn set_status_should_refuse_when_the_product_is_retired() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set(Paused));
		assert_ok!(set(Retired));
		assert_noop!(set(Active), Error::<Test>::ProductRetired);
		assert_noop!(set(Paused), Error::<Test>::ProductRetired);
		assert_noop!(set(Retired), Error::<Test>::NothingToChange);
	});
}

#[test]
fn set_status_should_refuse_when_nothing_changes_or_the_product_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(set(Active), Error::<Test>::NothingToChange);
		assert_noop!(Policies::set_status(RuntimeOrigin::root(), 9, Paused), Error::<Test>::UnknownProduct);
	});
}

#[test]
fn set_status_should_never_delist() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(set(Delisted), Error::<Test>::NotRetired);
		assert_ok!(set(Paused));
		assert_noop!(set(Delisted), Error::<Test>::NotRetired);
		assert_ok!(set(Retired));
		assert_noop!(set(Delisted), Error::<Test>::ProductRetired);
	});
}
