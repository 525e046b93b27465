// SPDX-License-Identifier: Apache-2.0

//! A product's way: proposed by a sponsor, approved, sold, retired, and off its feed.

use super::{env::*, short::buy};
use crate::*;
use breakwater_primitives::*;
use frame_support::{assert_ok, traits::fungible::InspectHold};
use sp_runtime::Permill;

type Catalogue = breakwater_products::Call<Runtime>;
type Cover = breakwater_policies::Call<Runtime>;

fn deposit_of(env: &mut Env, who: Who) -> Balance {
	let reason = RuntimeHoldReason::Products(breakwater_products::HoldReason::Listing);
	env.run(|| Balances::balance_on_hold(&reason, &who.to_account_id()))
}

fn product(env: &mut Env, product: ProductId) -> ProductState {
	let page = env.run(|| Policies::products(product.checked_sub(1), 1));
	page.into_iter().next().expect("the product is listed").1
}

/// Starts a chain in which product 1 is Dave's, in pool 0 like product 0, with an armed trigger.
fn proposed() -> Env {
	let mut env = Env::insured(true);
	let facts =
		RiskFacts { audits: 0, deployed: 19_000, bounty: 0, at_stake: 0, incidents: 1, reviewed: 19_426 };
	let listing = Box::new(Listing { facts, group: 2, ..listing(true) });
	assert_ok!(env.submit(Catalogue::propose_product { listing }, Who::Dave));
	assert!(deposit_of(&mut env, Who::Dave) >= 100 * constants::BRKW);
	assert_ok!(env.root(Catalogue::approve_product { proposal: 0 }));
	let weight = Permill::from_percent(10);
	let weigh = breakwater_pools::Call::set_weight { pool: 0, product: 1, weight };
	assert_ok!(env.submit(weigh, Who::Alice));
	env.pass_time_with_price(3 * HOUR, 1_000);
	env
}

#[test]
fn proposed_product_should_be_sold_at_the_price_of_its_risk() {
	let mut env = proposed();
	let state = product(&mut env, 1);
	assert_eq!(state.sale, Ok(()));
	let rates = state.rates.expect("it is for sale");
	// 2 % a year, more for its age of 426 days (1.5 less 426/730 of 0.7) and for an incident (1.5).
	assert!((3 * ONE / 100..4 * ONE / 100).contains(&rates.risk), "{rates:?}");
	assert_eq!(rates.base, rates.risk);
	assert_eq!(product(&mut env, 0).rates.map(|rates| rates.base), Some(terms(true).price.base));
	assert_ok!(env.submit(buy(1, 1_000 * USD), Who::Eve));
	env.pass_blocks(1);
}

#[test]
fn retired_product_should_leave_its_feed_when_its_last_policy_is_gone() {
	let mut env = proposed();
	assert_ok!(env.submit(buy(1, 1_000 * USD), Who::Eve));
	assert_ok!(env.root(Catalogue::set_status { product: 1, status: ProductStatus::Retired }));
	let delist = Catalogue::delist { product: 1 };
	let left = breakwater_policies::Error::<Runtime>::PoliciesLeft;
	assert_eq!(env.submit(delist.clone(), Who::Bob), Err(left.into()));
	env.pass_time_with_price(50 * DAY, 1_000);
	assert_ok!(env.submit(breakwater_pools::Call::accrue { pool: 0, days: 100 }, Who::Bob));
	assert_ok!(env.submit(Cover::prune { policy: 1 }, Who::Bob));
	assert!(env.run(|| Triggers::trigger_state(1)).is_some());
	assert_ok!(env.submit(delist, Who::Bob));
	assert_eq!(deposit_of(&mut env, Who::Dave), 0);
	// The claims forget its watch, and a breach has no effect on it.
	env.pass_time_with_price(HOUR, 1_000);
	assert_eq!(env.run(|| Triggers::trigger_state(1)), None);
	env.pass_time_with_price(3 * HOUR, 900);
	assert_eq!(env.run(breakwater_claims::NextIncident::<Runtime>::get), 1, "only that of product 0");
}
