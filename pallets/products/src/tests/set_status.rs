// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{Error, Event, Products as Stored};
use breakwater_primitives::{
	ProductStatus::{Active, Delisted, Paused, Retired},
	*,
};
use frame_support::{assert_noop, assert_ok};

fn set(status: ProductStatus) -> frame_support::pallet_prelude::DispatchResult {
	Products::set_status(RuntimeOrigin::root(), PRODUCT, status)
}

#[test]
fn set_status_should_pause_and_open_and_tell() {
	ExtBuilder::default().build_and_execute(|| {
		for (old, new) in [(Active, Paused), (Paused, Active)] {
			assert_ok!(set(new));
			System::assert_last_event(Event::StatusSet { product: PRODUCT, old, new }.into());
			assert_eq!(Stored::<Test>::get(PRODUCT).unwrap().status, new);
		}
	});
}

#[test]
fn set_status_should_leave_the_product_on_its_feed_when_it_is_retired() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set(Retired));
		assert_eq!(<Products as Catalogue>::products_on(FEED), vec![PRODUCT]);
		assert_eq!(<Products as Catalogue>::trigger(PRODUCT), Some(trigger()));
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
		assert_noop!(Products::set_status(RuntimeOrigin::root(), 9, Paused), Error::<Test>::UnknownProduct);
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
