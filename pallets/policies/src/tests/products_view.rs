// SPDX-License-Identifier: Apache-2.0

//! The view function `products`.

use super::mock::*;
use crate::Error;
use breakwater_primitives::*;
use frame_support::assert_ok;

fn state(product: ProductId) -> ProductState {
	let before = product.checked_sub(1);
	let page = Policies::products(before, 1);
	let [(id, state)] = page.as_slice() else { panic!("a page of one") };
	assert_eq!(*id, product);
	state.clone()
}

#[test]
fn products_should_show_what_a_buyer_needs() {
	ExtBuilder::default().build_and_execute(|| {
		buy(100_000, 30 * DAY);
		add_pool(PRODUCT, 9, CAPACITY);
		change_line(PRODUCT, 9, |line| line.largest = 700);
		let quote = quoted(PRODUCT, 100, 365 * DAY).unwrap();
		let rates = ProductRates { base: quote.base_rate, risk: quote.risk_rate, option: quote.option_rate };
		assert_eq!(
			state(PRODUCT),
			ProductState {
				asset: USD,
				group: 3,
				class: RiskClass::Depeg,
				name: name().into_inner(),
				decision: Decision::Trigger(trigger()),
				status: ProductStatus::Active,
				version: 1,
				terms: terms(),
				uri: uri().into_inner(),
				facts: facts(),
				rates: Some(rates),
				sale: Ok(()),
				insured: 100_000,
				first_loss: FirstLossState::default(),
				exposure: 100_000,
				capacity: 2 * CAPACITY,
				room: CAPACITY - 100_000 + 700,
			}
		);
	});
}

#[test]
fn products_should_say_why_nothing_is_sold() {
	ExtBuilder::default().build_and_execute(|| {
		let refusal = || {
			let state = state(PRODUCT);
			(state.rates.is_some(), state.sale.unwrap_err())
		};
		change_line(PRODUCT, POOL, |line| line.largest = 99);
		assert_eq!(refusal(), (true, Error::<Test>::NoCapacity.into()));
		change_line(PRODUCT, POOL, |line| line.largest = 100);
		assert_eq!(state(PRODUCT).sale, Ok(()));
		FeedPrice::set(&None);
		assert_eq!(refusal(), (false, Error::<Test>::FeedStale.into()));
		set_ready(PRODUCT, false);
		assert_eq!(refusal(), (false, Error::<Test>::TriggerNotReady.into()));
		assert_ok!(Products::set_status(RuntimeOrigin::root(), PRODUCT, ProductStatus::Paused));
		assert_eq!(refusal(), (false, Error::<Test>::ProductNotForSale.into()));
	});
}

#[test]
fn products_should_show_those_that_people_assess() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(list(assessed()));
		let shown = state(1);
		assert_eq!(shown.decision, assessed().decision);
		assert_eq!(shown.rates.map(|rates| (rates.base == rates.risk, rates.option)), Some((true, 0)));
		// No pool backs it.
		assert_eq!(shown.sale, Err(Error::<Test>::NoCapacity.into()));
	});
}

#[test]
fn products_should_page_in_the_order_of_their_numbers() {
	ExtBuilder::default().without_product().build_and_execute(|| {
		for _ in 0..20 {
			assert_ok!(list(assessed()));
		}
		let ids = |after, limit| -> Vec<ProductId> {
			Policies::products(after, limit).into_iter().map(|(id, _)| id).collect()
		};
		assert_eq!(ids(None, u32::MAX), (0..16).collect::<Vec<_>>());
		assert_eq!(ids(None, 0), (0..16).collect::<Vec<_>>(), "zero is the most");
		assert_eq!(ids(Some(15), u32::MAX), (16..20).collect::<Vec<_>>());
		assert_eq!(ids(Some(3), 2), [4, 5]);
		for (after, limit) in [(Some(19), 0), (Some(19), 5), (Some(20), 5), (Some(ProductId::MAX), 5)] {
			assert_eq!(ids(after, limit), Vec::<ProductId>::new());
		}
	});
}
