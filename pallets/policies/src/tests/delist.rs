// SPDX-License-Identifier: Apache-2.0

//! The delisting of products, for which policies and incidents are asked.

use super::mock::*;
use crate::{Error, Event, Ready};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok, dispatch::Pays};
use sp_runtime::DispatchResult;

fn delist(product: ProductId) -> DispatchResult {
	plain(Products::delist(RuntimeOrigin::signed(BOB), product))
}

fn retire(product: ProductId) {
	assert_ok!(Products::set_status(RuntimeOrigin::root(), product, ProductStatus::Retired));
}

#[test]
fn delist_should_forget_the_readiness_and_tell() {
	ExtBuilder::default().build_and_execute(|| {
		retire(PRODUCT);
		let post = Products::delist(RuntimeOrigin::signed(BOB), PRODUCT).unwrap();
		assert_eq!(post.pays_fee, Pays::No);
		assert!(!Ready::<Test>::contains_key(PRODUCT));
		let told = events();
		let Some(readiness) = told.last() else { panic!("an event") };
		assert_eq!(*readiness, Event::ReadinessChanged { product: PRODUCT, old: true, new: false });
		let delisted = breakwater_products::Event::Delisted {
			product: PRODUCT,
			feeds: Some(FeedSet::One(FEED)),
			sponsor: None,
		};
		System::assert_last_event(delisted.into());
	});
}

/// Guard: cover in force keeps its trigger, and cover that can still be claimed keeps its product.
#[test]
fn delist_should_refuse_when_a_policy_is_left() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		retire(PRODUCT);
		assert_noop!(delist(PRODUCT), Error::<Test>::PoliciesLeft);
		pass(100 * DAY);
		assert_noop!(delist(PRODUCT), Error::<Test>::PoliciesLeft);
		assert_ok!(Policies::prune(RuntimeOrigin::signed(BOB), policy));
		assert_ok!(delist(PRODUCT));
	});
}

/// Guard: an incident that is open still needs its product.
#[test]
fn delist_should_refuse_when_an_incident_is_open() {
	ExtBuilder::default().build_and_execute(|| {
		retire(PRODUCT);
		opened(1);
		assert_noop!(delist(PRODUCT), Error::<Test>::IncidentOpen);
		<Policies as OnIncident>::rejected(1, PRODUCT);
		assert_ok!(delist(PRODUCT));
	});
}

/// Guard: a watch that has not seen the delisting cannot make a delisted product ready again.
#[test]
fn delisted_product_should_never_be_ready() {
	ExtBuilder::default().build_and_execute(|| {
		retire(PRODUCT);
		assert_ok!(delist(PRODUCT));
		for ready in [false, true] {
			<Policies as OnIncident>::readiness(PRODUCT, ready);
			assert!(!Ready::<Test>::contains_key(PRODUCT));
		}
	});
}

#[test]
fn delisted_product_should_not_be_sold_any_more() {
	ExtBuilder::default().build_and_execute(|| {
		retire(PRODUCT);
		assert_ok!(delist(PRODUCT));
		let quote = quoted(PRODUCT, 1_000, 30 * DAY);
		assert_eq!(quote, Err(Error::<Test>::ProductNotForSale.into()));
	});
}
