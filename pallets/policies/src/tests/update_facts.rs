// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{Error, Event, Facts};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

fn update(facts: RiskFacts) -> DispatchResult {
	Policies::update_facts(RuntimeOrigin::root(), PRODUCT, facts)
}

fn today() -> Day {
	Day::try_from(Now::get() / DAY).unwrap()
}

fn risk_rate() -> u128 {
	quoted(PRODUCT, 1_000, 30 * DAY).unwrap().risk_rate
}

#[test]
fn update_facts_should_store_and_tell() {
	ExtBuilder::default().build_and_execute(|| {
		let new = RiskFacts { audits: 0, deployed: today(), bounty: 5, at_stake: 100, incidents: 1 };
		assert_ok!(update(new));
		assert_eq!(Facts::<Test>::get(PRODUCT), Some(new));
		System::assert_last_event(Event::FactsUpdated { product: PRODUCT, old: facts(), new }.into());
	});
}

#[test]
fn update_facts_should_change_new_prices_only() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		let before = stored(policy);
		assert_eq!(risk_rate(), ONE * 128 / 10_000);
		// 2 % × 1.5 for a new one × 1 + half a bounty's fall of a fifth × 2.5 for three incidents.
		assert_ok!(update(RiskFacts {
			audits: 0,
			deployed: today(),
			bounty: 5,
			at_stake: 100,
			incidents: 3
		}));
		assert_eq!(risk_rate(), ONE * 2 * 15 * 9 * 25 / 1_000 / 100);
		assert_eq!(stored(policy), before);
		let quote = quoted(PRODUCT, 1_000, 30 * DAY).unwrap();
		assert_eq!(quote.base_rate, quote.risk_rate);
	});
}

#[test]
fn price_should_fall_with_age_until_the_terms_rate_is_the_highest() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(update(RiskFacts { audits: 0, deployed: today(), ..facts() }));
		assert_eq!(risk_rate(), ONE * 3 / 100);
		// Half of the way from 1.5 to 0.8. A day counts when it is over.
		pass(364 * DAY);
		let before = risk_rate();
		pass(DAY);
		assert_eq!(risk_rate(), ONE * 23 / 1_000);
		assert!(before > risk_rate());
		pass(365 * DAY);
		assert_eq!(risk_rate(), ONE * 16 / 1_000);
		pass(1_000 * DAY);
		assert_eq!(risk_rate(), ONE * 16 / 1_000);
		assert_eq!(quoted(PRODUCT, 1_000, 30 * DAY).unwrap().base_rate, terms().price.base);
	});
}

#[test]
fn update_facts_should_refuse_when_the_deployment_is_in_the_future() {
	ExtBuilder::default().build_and_execute(|| {
		let deployed = |deployed| RiskFacts { deployed, ..facts() };
		assert_noop!(update(deployed(today() + 1)), Error::<Test>::BadFacts);
		assert_noop!(update(deployed(Day::MAX)), Error::<Test>::BadFacts);
		assert_ok!(update(deployed(today())));
	});
}

#[test]
fn update_facts_should_refuse_when_nothing_changes_or_the_product_is_unknown_or_retired() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(update(facts()), Error::<Test>::NothingToChange);
		assert_noop!(
			Policies::update_facts(RuntimeOrigin::root(), 9, facts()),
			Error::<Test>::UnknownProduct
		);
		assert_ok!(Policies::set_status(RuntimeOrigin::root(), PRODUCT, ProductStatus::Retired));
		assert_noop!(update(RiskFacts { audits: 1, ..facts() }), Error::<Test>::ProductRetired);
	});
}
