// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{Error, Event, OnFeed, Products as Stored, Sponsors};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok, dispatch::Pays};
use sp_runtime::{DispatchError, DispatchResult};

fn delist(product: ProductId) -> DispatchResult {
	Products::delist(RuntimeOrigin::signed(BOB), product).map(|_| ()).map_err(|refused| refused.error)
}

fn retire(product: ProductId) {
	assert_ok!(Products::set_status(RuntimeOrigin::root(), product, ProductStatus::Retired));
}

#[test]
fn delist_should_free_the_place_on_the_feed_and_tell() {
	ExtBuilder::default().build_and_execute(|| {
		for _ in 1..3 {
			assert_ok!(list(listing(trigger(), terms())));
		}
		assert_noop!(list(listing(trigger(), terms())), Error::<Test>::TooManyProductsOnFeed);
		retire(PRODUCT);
		let post = Products::delist(RuntimeOrigin::signed(BOB), PRODUCT).unwrap();
		assert_eq!(post.pays_fee, Pays::No);
		assert_eq!(OnFeed::<Test>::get(FEED), vec![1, 2]);
		System::assert_last_event(
			Event::Delisted { product: PRODUCT, feeds: Some(FeedSet::One(FEED)), sponsor: None }.into(),
		);
		assert_ok!(list(listing(trigger(), terms())));
		assert_eq!(OnFeed::<Test>::get(FEED), vec![1, 2, 3]);
	});
}

#[test]
fn delist_should_keep_the_product_and_its_terms_for_history() {
	ExtBuilder::default().build_and_execute(|| {
		retire(PRODUCT);
		assert_ok!(delist(PRODUCT));
		assert_eq!(Stored::<Test>::get(PRODUCT).unwrap().status, ProductStatus::Delisted);
		assert_eq!(<Products as Listings>::terms(PRODUCT, 1), Some(terms()));
		assert!(!OnFeed::<Test>::contains_key(FEED), "a feed without products is not kept");
		assert_eq!(<Products as Catalogue>::trigger(PRODUCT), None);
		assert_eq!(<Products as Catalogue>::products_on(FEED), Vec::<ProductId>::new());
	});
}

#[test]
fn delist_should_give_the_sponsors_deposit_back() {
	ExtBuilder::default().build_and_execute(|| {
		let proposed = Box::new(assessed());
		assert_ok!(Products::propose_product(RuntimeOrigin::signed(ALICE), proposed));
		assert_ok!(Products::approve_product(RuntimeOrigin::root(), 0));
		retire(1);
		assert_eq!(listing_deposit(ALICE), LISTING_DEPOSIT);
		assert_ok!(delist(1));
		assert_eq!((listing_deposit(ALICE), Sponsors::<Test>::iter().count()), (0, 0));
		System::assert_last_event(Event::Delisted { product: 1, feeds: None, sponsor: Some(ALICE) }.into());
	});
}

#[test]
fn delist_should_refuse_when_the_product_is_not_retired() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(delist(PRODUCT), Error::<Test>::NotRetired);
		assert_ok!(Products::set_status(RuntimeOrigin::root(), PRODUCT, ProductStatus::Paused));
		assert_noop!(delist(PRODUCT), Error::<Test>::NotRetired);
		assert_noop!(delist(9), Error::<Test>::UnknownProduct);
		retire(PRODUCT);
		assert_ok!(delist(PRODUCT));
		assert_noop!(delist(PRODUCT), Error::<Test>::NotRetired);
	});
}

#[test]
fn delisted_product_should_not_change_any_more() {
	ExtBuilder::default().build_and_execute(|| {
		retire(PRODUCT);
		assert_ok!(delist(PRODUCT));
		let root = RuntimeOrigin::root;
		let gone = DispatchError::from(Error::<Test>::ProductRetired);
		assert_noop!(Products::set_status(root(), PRODUCT, ProductStatus::Active), gone);
		assert_noop!(Products::update_terms(root(), PRODUCT, Terms { grace: DAY, ..terms() }, uri()), gone);
		assert_noop!(Products::update_facts(root(), PRODUCT, RiskFacts { audits: 9, ..facts() }), gone);
	});
}

/// Guard: cover in force keeps its trigger, and an incident that is open still needs its product.
#[test]
fn delist_should_refuse_when_the_product_is_used() {
	ExtBuilder::default().build_and_execute(|| {
		set_used(PRODUCT, true);
		assert_noop!(delist(PRODUCT), Error::<Test>::NotRetired);
		retire(PRODUCT);
		assert_noop!(delist(PRODUCT), USED);
		set_used(PRODUCT, false);
		assert_ok!(delist(PRODUCT));
	});
}
