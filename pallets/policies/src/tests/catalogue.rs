// SPDX-License-Identifier: Apache-2.0

//! Changes of products, as the price and the policies in force see them.

use super::mock::*;
use crate::{Error, Policies as Stored};
use breakwater_primitives::*;
use breakwater_products::risk::default_rules;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

fn set_status(status: ProductStatus) -> DispatchResult {
	Products::set_status(RuntimeOrigin::root(), PRODUCT, status)
}

fn update_terms(terms: Terms) -> DispatchResult {
	Products::update_terms(RuntimeOrigin::root(), PRODUCT, terms, uri())
}

fn update_facts(facts: RiskFacts) -> DispatchResult {
	Products::update_facts(RuntimeOrigin::root(), PRODUCT, facts)
}

fn set_rules(class: RiskClass, rules: ClassRules) -> DispatchResult {
	Products::set_class_rules(RuntimeOrigin::root(), class, rules)
}

fn dearer() -> Terms {
	let mut terms = terms();
	terms.price.base = ONE / 10;
	terms.payout = linear();
	terms.waiting = 2 * DAY;
	terms
}

fn today() -> Day {
	Day::try_from(TestClock::now() / DAY).unwrap()
}

fn risk_rate() -> u128 {
	quoted(PRODUCT, 1_000, 30 * DAY).unwrap().risk_rate
}

#[test]
fn set_status_should_pause_and_open_sales() {
	ExtBuilder::default().build_and_execute(|| {
		assert_ok!(set_status(ProductStatus::Paused));
		assert_noop!(quoted(PRODUCT, 1_000, 30 * DAY).map(|_| ()), Error::<Test>::ProductNotForSale);
		assert_ok!(set_status(ProductStatus::Active));
		buy(1_000, 30 * DAY);
	});
}

#[test]
fn set_status_should_leave_live_cover_when_a_product_is_retired() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		assert_ok!(set_status(ProductStatus::Retired));
		pass(2 * DAY);
		assert!(<Policies as CoverBook<_>>::assess(policy, &finding(ONE / 2)).is_some());
		assert_eq!(<Products as Catalogue>::products_on(FEED), vec![PRODUCT]);
	});
}

#[test]
fn update_terms_should_leave_policies_theirs_when_they_are_in_force() {
	ExtBuilder::default().build_and_execute(|| {
		let old = buy(1_000, 30 * DAY);
		let before = quoted(PRODUCT, 1_000, 30 * DAY).unwrap();
		assert_ok!(update_terms(dearer()));
		let after = quoted(PRODUCT, 1_000, 30 * DAY).unwrap();
		assert_eq!((before.version, after.version), (1, 2));
		assert!(after.premium > before.premium);
		assert_eq!(after.starts_at, before.starts_at + DAY);
		let new = buy(1_000, 30 * DAY);
		assert_eq!(Stored::<Test>::get(old).unwrap().version, 1);
		assert_eq!(Stored::<Test>::get(new).unwrap().version, 2);
		// The old one pays in full, the new one half at the middle of its curve.
		pass(3 * DAY);
		let half = finding(ONE / 1_000 * 935);
		let amount = |id| assess(id, &half).unwrap();
		assert_eq!((amount(old), amount(new)), (1_000, 500));
	});
}

#[test]
fn update_facts_should_change_new_prices_only() {
	ExtBuilder::default().build_and_execute(|| {
		let policy = buy(1_000, 30 * DAY);
		let before = stored(policy);
		assert_eq!(risk_rate(), ONE * 128 / 10_000);
		// 2 % × 1.5 for a new one × 1 + half a bounty's fall of a fifth × 2.5 for three incidents.
		assert_ok!(update_facts(RiskFacts {
			audits: 0,
			deployed: today(),
			bounty: 5,
			at_stake: 100,
			incidents: 3,
			reviewed: today()
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
		let new = RiskFacts { audits: 0, deployed: today(), ..facts() };
		let review = || update_facts(RiskFacts { reviewed: today(), ..new }).unwrap();
		review();
		assert_eq!(risk_rate(), ONE * 3 / 100);
		// Half of the way from 1.5 to 0.8. A day counts when it is over.
		pass(364 * DAY);
		let before = risk_rate();
		pass(DAY);
		assert_eq!(risk_rate(), ONE * 23 / 1_000);
		assert!(before > risk_rate());
		pass(365 * DAY);
		review();
		assert_eq!(risk_rate(), ONE * 16 / 1_000);
		pass(1_000 * DAY);
		review();
		assert_eq!(risk_rate(), ONE * 16 / 1_000);
		assert_eq!(quoted(PRODUCT, 1_000, 30 * DAY).unwrap().base_rate, terms().price.base);
	});
}

#[test]
fn price_should_rise_when_facts_are_stale_and_fall_when_they_are_reviewed() {
	ExtBuilder::default().build_and_execute(|| {
		// A risk rate above that of the terms: 2 % × 1.5 for no audit and half a year.
		let young = RiskFacts { audits: 0, deployed: today(), incidents: 1, ..facts() };
		assert_ok!(update_facts(young));
		pass(365 * DAY);
		let quote = || quoted(PRODUCT, 1_000, 30 * DAY).unwrap();
		let fresh = quote();
		assert_eq!(fresh.base_rate, fresh.risk_rate);
		// Over the second year the rate doubles, while the age alone would lower it.
		pass(365 * DAY);
		let stale = quote();
		assert_eq!(stale.risk_rate, 2 * ONE * 2 * 8 * 15 / 10_000);
		assert!(stale.base_rate > fresh.base_rate && stale.premium > fresh.premium);
		assert_ok!(update_facts(RiskFacts { reviewed: today(), ..young }));
		let reviewed = quote();
		assert_eq!(reviewed.risk_rate * 2, stale.risk_rate);
		assert!(reviewed.premium < fresh.premium && reviewed.base_rate < fresh.base_rate);
	});
}

#[test]
fn set_class_rules_should_change_the_prices_of_its_class_only() {
	ExtBuilder::default().build_and_execute(|| {
		let quote = || quoted(PRODUCT, 1_000, 30 * DAY).unwrap();
		let before = quote();
		let dear = |class| ClassRules { floor: ONE, ..default_rules(class) };
		assert_ok!(set_rules(RiskClass::SmartContract, dear(RiskClass::SmartContract)));
		assert_eq!(quote(), before);
		assert_ok!(set_rules(RiskClass::Depeg, dear(RiskClass::Depeg)));
		let after = quote();
		assert_eq!((after.base_rate, after.risk_rate), (ONE, ONE));
		assert!(after.premium > before.premium);
	});
}

#[test]
fn set_class_rules_should_put_its_margin_on_the_option() {
	ExtBuilder::default().with_terms(|terms| terms.price.volatility = ONE / 10).build_and_execute(|| {
		let quote = || quoted(PRODUCT, 1_000, 365 * DAY).unwrap();
		let before = quote();
		assert_eq!(before.base_rate, before.option_rate);
		let rules = ClassRules { margin: ONE * 3 / 2, ..default_rules(RiskClass::Depeg) };
		assert_ok!(set_rules(RiskClass::Depeg, rules));
		assert_eq!(quote().option_rate, before.option_rate);
		assert_eq!(quote().base_rate, (before.option_rate * 3).div_ceil(2));
	});
}

/// Guard: the highest possible rules, at the highest price of the option, do not overflow a
/// premium.
#[test]
fn premium_should_fit_when_rules_are_the_highest() {
	ExtBuilder::default()
		.with_terms(|terms| {
			terms.price.volatility = 10 * ONE;
			terms.price.at_full = 1_000 * ONE;
			terms.min_period = DAY;
			terms.waiting = 0;
			terms.grace = 0;
		})
		.build_and_execute(|| {
			set_price(ONE / 10_000 * 9_951);
			let rules = ClassRules {
				rate: 10 * ONE,
				severity: ONE,
				margin: 10 * ONE,
				floor: 1_000 * ONE,
				..default_rules(RiskClass::Depeg)
			};
			assert_ok!(set_rules(RiskClass::Depeg, rules));
			for period in [DAY, 365 * DAY] {
				let quote = quoted(PRODUCT, 1_000_000, period).unwrap();
				assert_eq!(quote.base_rate, 1_000 * ONE, "the cap");
				assert!(quote.premium > 0);
			}
		});
}
