// SPDX-License-Identifier: Apache-2.0

//! Products and their weights.

use super::mock::*;
use crate::{types::*, Error, Event, Products, Underwriters};
use sp_runtime::DispatchError;

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
		let old = Some(Permill::one());
		let new = Some(Permill::from_percent(30));
		weigh(0, 1, 30);
		assert_eq!(line(0, 1).weight, Permill::from_percent(30));
		System::assert_last_event(Event::WeightSet { pool: 0, product: 1, old, new }.into());
		weigh(0, 1, 0);
		System::assert_last_event(Event::WeightSet { pool: 0, product: 1, old: new, new: None }.into());
		assert!(record(0).lines.iter().all(|line| line.product != 1));
		assert_eq!(Underwriters::<Test>::get(1), Places::default());
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
fn set_weight_should_leave_cover_in_force_backed_when_lowered() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 600 * D, D, 30);
		weigh(0, 1, 10);
		assert_eq!(Pools::state(0).unwrap().required, 600 * D);
	});
}

#[test]
fn set_weight_should_be_refused_when_the_caller_does_not_manage_the_pool() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let half = Permill::from_percent(50);
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(Pools::set_weight(origin, 0, 1, half), DispatchError::BadOrigin);
		}
		assert_noop!(Pools::set_weight(signed(ALICE), 0, 1, half), Error::<Test>::NotManager);
		assert_noop!(Pools::set_weight(signed(MANAGER), 9, 1, half), Error::<Test>::UnknownPool);
	});
}

#[test]
fn set_weight_should_be_refused_when_the_product_does_not_fit() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let set = |product, weight| Pools::set_weight(signed(MANAGER), 0, product, weight);
		assert_noop!(set(99, Permill::one()), Error::<Test>::UnknownProduct);
		assert_ok!(Pools::register_product(9, NATIVE, 7));
		assert_noop!(set(9, Permill::one()), Error::<Test>::WrongAsset);
		assert_ok!(Pools::register_product(10, USD, 7));
		assert_noop!(set(10, Permill::zero()), Error::<Test>::NotUnderwritten);
	});
}

/// The reserve stands behind pool 0, and a product is not good enough for it.
fn admit_without(product: ProductId) {
	set_reserve(|reserve| {
		reserve.admitted.insert(0);
		reserve.inadmissible.insert(product);
	});
}

#[test]
fn set_weight_should_keep_and_lower_a_line_when_its_product_is_no_longer_admissible() {
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		admit_without(1);
		// The line was set before, and goes on being sold.
		sell(0, 1, 100 * D, D, 30);
		weigh(0, 1, 100);
		weigh(0, 1, 40);
		sell(0, 1, 100 * D, D, 30);
		let set = |percent| Pools::set_weight(signed(MANAGER), 0, 1, Permill::from_percent(percent));
		assert_noop!(set(41), Error::<Test>::NotAdmissible);
		weigh(0, 1, 0);
		assert_noop!(set(1), Error::<Test>::NotAdmissible);
		// Other products, and other pools, are free.
		weigh(0, 2, 50);
		weigh(0, 2, 100);
		set_reserve(|reserve| reserve.admitted.clear());
		assert_ok!(set(1));
	});
}

#[test]
fn products_of_a_pool_should_be_those_with_a_weight_or_with_capital_behind_them() {
	use breakwater_primitives::Risks;
	ExtBuilder::default().with_pool().build_and_execute(|| {
		deposit(ALICE, 0, 1_000 * D);
		sell(0, 1, 100 * D, D, 30);
		weigh(0, 1, 0);
		weigh(0, 2, 0);
		// Product 1 has cover, product 2 is gone, product 3 has a weight.
		assert_eq!(Pools::products_of(0), vec![1, 3]);
		pass(60 * DAY);
		accrue(0);
		assert_eq!(Pools::products_of(0), vec![3]);
		assert_eq!(Pools::products_of(9), Vec::<ProductId>::new());
	});
}

#[test]
fn set_weight_should_be_refused_when_decoded_above_one() {
	use codec::Decode;
	ExtBuilder::default().with_pool().build_and_execute(|| {
		let bytes = codec::Encode::encode(&1_000_001u32);
		if let Some(weight) = Permill::decode(&mut &bytes[..]).ok().filter(|weight| *weight > Permill::one())
		{
			let call = Pools::set_weight(signed(MANAGER), 0, 1, weight);
			assert_noop!(call, Error::<Test>::WeightTooHigh);
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
