// SPDX-License-Identifier: Apache-2.0

//! The contracts of the catalogue.

use super::mock::*;
use crate::{risk::default_rules, WeightInfo};
use breakwater_primitives::*;
use frame_support::{assert_ok, weights::constants::ParityDbWeight};

#[test]
fn catalogue_should_know_triggers_and_feeds() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(<Products as Catalogue>::trigger(PRODUCT), Some(trigger()));
		assert_eq!(<Products as Catalogue>::trigger(9), None);
		assert_eq!(<Products as Catalogue>::products_on(FEED), vec![PRODUCT]);
		assert_eq!(<Products as Catalogue>::products_on(9), Vec::<u32>::new());
	});
}

#[test]
fn catalogue_should_know_what_people_assess() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(list(assessed()));
		let assessed = || [PRODUCT, 1, 9].map(<Products as Catalogue>::is_assessed);
		assert_eq!(assessed(), [false, true, false]);
		assert_ok!(Products::set_status(RuntimeOrigin::root(), 1, ProductStatus::Retired));
		assert_eq!(assessed(), [false, true, false]);
		assert_ok!(Products::delist(RuntimeOrigin::signed(BOB), 1));
		assert_eq!(assessed(), [false; 3]);
	});
}

#[test]
fn listings_should_hand_out_the_records() {
	ExtBuilder::default().build_and_execute(|| {
		assert_eq!(<Products as Listings>::next(), 1);
		let product = <Products as Listings>::product(PRODUCT).unwrap();
		assert_eq!((product.asset, product.version, product.name), (USD, 1, name()));
		assert_eq!(<Products as Listings>::terms(PRODUCT, 1), Some(terms()));
		assert_eq!(<Products as Listings>::wording(PRODUCT, 1), Some(uri()));
		assert_eq!(<Products as Listings>::product(PRODUCT).map(|listed| listed.facts), Some(facts()));
		assert_eq!(<Products as Listings>::rules(RiskClass::Nft), default_rules(RiskClass::Nft));
		assert_eq!(<Products as Listings>::terms(PRODUCT, 2), None);
		assert_eq!(<Products as Listings>::product(9), None);
	});
}

#[test]
fn sponsorship_should_know_sponsors_and_assets_of_listed_products() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Products::propose_product(RuntimeOrigin::signed(ALICE), Box::new(assessed())));
		assert_ok!(Products::approve_product(RuntimeOrigin::root(), 0));
		let known = |product| {
			let sponsor = <Products as Sponsorship<AccountId>>::sponsor(product);
			(sponsor, <Products as Sponsorship<AccountId>>::asset(product))
		};
		assert_eq!([PRODUCT, 1, 9].map(known), [(None, Some(USD)), (Some(ALICE), Some(USD)), (None, None)]);
		assert_ok!(Products::set_status(RuntimeOrigin::root(), 1, ProductStatus::Retired));
		assert_ok!(Products::delist(RuntimeOrigin::signed(BOB), 1));
		assert_eq!(known(1), (None, None));
	});
}

#[test]
fn proved_bug_should_count_as_a_past_incident() {
	ExtBuilder::default().build_and_execute(|| {
		let before = <Products as Listings>::product(PRODUCT).unwrap().facts.incidents;
		<Products as PastIncidents>::count_incident(PRODUCT);
		<Products as PastIncidents>::count_incident(9);
		let after = <Products as Listings>::product(PRODUCT).unwrap().facts.incidents;
		assert_eq!(after, before + 1);
	});
}

#[test]
fn weights_should_not_be_below_the_databases_cost() {
	let db = ParityDbWeight::get();
	// The least that each call reads and writes.
	for (weight, reads, writes) in [
		(<() as WeightInfo>::list_product(), 5, 7),
		(<() as WeightInfo>::update_terms(), 3, 3),
		(<() as WeightInfo>::set_status(), 1, 1),
		(<() as WeightInfo>::update_facts(), 2, 1),
		(<() as WeightInfo>::set_class_rules(), 1, 1),
		(<() as WeightInfo>::propose_product(), 7, 4),
		(<() as WeightInfo>::approve_product(), 6, 9),
		(<() as WeightInfo>::withdraw_proposal(), 2, 2),
		(<() as WeightInfo>::delist(), 6, 5),
	] {
		assert!(weight.all_gte(db.reads_writes(reads, writes)));
	}
}
