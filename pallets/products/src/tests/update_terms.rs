// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{EarlierTerms, Error, Event, Products as Stored, Wordings};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

fn update(product: ProductId, terms: Terms) -> DispatchResult {
	Products::update_terms(RuntimeOrigin::root(), product, terms, uri())
}

fn dearer() -> Terms {
	let mut terms = terms();
	terms.price.base = ONE / 10;
	terms.payout = linear();
	terms.waiting = 2 * DAY;
	terms
}

#[test]
fn update_terms_should_add_a_version_and_tell() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(update(PRODUCT, dearer()));
		assert_eq!(Stored::<Test>::get(PRODUCT).unwrap().version, 2);
		assert_eq!(EarlierTerms::<Test>::get(PRODUCT, 1), Some(terms()));
		assert_eq!(EarlierTerms::<Test>::get(PRODUCT, 2), None, "the current terms are in the record");
		let of = |version| <Products as Listings>::terms(PRODUCT, version);
		assert_eq!([0, 1, 2, 3].map(of), [None, Some(terms()), Some(dearer()), None]);
		System::assert_last_event(
			Event::TermsUpdated {
				product: PRODUCT,
				old_version: 1,
				new_version: 2,
				old: terms(),
				new: dearer(),
				old_uri: uri(),
				new_uri: uri(),
			}
			.into(),
		);
	});
}

#[test]
fn update_terms_should_refuse_when_the_product_is_unknown() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(update(9, dearer()), Error::<Test>::UnknownProduct);
	});
}

#[test]
fn update_terms_should_refuse_when_nothing_changes() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(update(PRODUCT, terms()), Error::<Test>::NothingToChange);
	});
}

#[test]
fn update_terms_should_refuse_when_terms_are_out_of_bounds() {
	ExtBuilder::default().build_and_execute(|| {
		let bad = Terms { grace: 61 * DAY, ..terms() };
		assert_noop!(update(PRODUCT, bad), Error::<Test>::GraceOutOfRange);
	});
}

#[test]
fn update_terms_should_refuse_when_the_product_is_retired() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(Products::set_status(RuntimeOrigin::root(), PRODUCT, ProductStatus::Retired));
		assert_noop!(update(PRODUCT, dearer()), Error::<Test>::ProductRetired);
	});
}

#[test]
fn update_terms_should_keep_the_wording_of_every_version() {
	ExtBuilder::default().build_and_execute(|| {
		let other: WordingUri = b"wording/usdc-depeg-2.md".to_vec().try_into().unwrap();
		// The same terms, to be read elsewhere.
		assert_ok!(Products::update_terms(RuntimeOrigin::root(), PRODUCT, terms(), other.clone()));
		assert_eq!(Wordings::<Test>::get(PRODUCT, 1), Some(uri()));
		assert_eq!(Wordings::<Test>::get(PRODUCT, 2), Some(other.clone()));
		assert_noop!(
			Products::update_terms(RuntimeOrigin::root(), PRODUCT, terms(), other),
			Error::<Test>::NothingToChange
		);
	});
}

#[test]
fn update_terms_should_refuse_when_the_wording_cannot_be_found() {
	ExtBuilder::default().build_and_execute(|| {
		for bad in [vec![], vec![0xff]] {
			let bad = bad.try_into().unwrap();
			assert_noop!(
				Products::update_terms(RuntimeOrigin::root(), PRODUCT, terms(), bad),
				Error::<Test>::UriUnreadable
			);
		}
	});
}

#[test]
fn update_terms_should_hold_what_people_assess_to_full_payouts_without_an_option() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		assert_ok!(list(assessed()));
		let assessed = assessed().terms;
		assert_noop!(update(0, Terms { payout: linear(), ..assessed }), Error::<Test>::PayoutOutOfRange);
		assert_noop!(update(0, terms()), Error::<Test>::PriceOutOfRange);
		assert_ok!(update(0, Terms { grace: 20 * DAY, ..assessed }));
	});
}
