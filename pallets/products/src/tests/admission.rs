// SPDX-License-Identifier: Apache-2.0

//! `set_admission_rules`, and the products that the reserve can stand behind.

use super::mock::*;
use crate::{
	risk::{default_admission, default_rules},
	Admissions, Error, Event,
};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

fn set(class: RiskClass, rules: AdmissionRules) -> DispatchResult {
	Products::set_admission_rules(RuntimeOrigin::root(), class, rules)
}

fn is_admissible() -> bool {
	<Products as Admission>::is_admissible(PRODUCT)
}

fn update(facts: RiskFacts) {
	assert_ok!(Products::update_facts(RuntimeOrigin::root(), PRODUCT, facts));
}

/// The class of the product in these tests.
const CLASS: RiskClass = RiskClass::Depeg;

#[test]
fn set_admission_rules_should_store_and_tell() {
	ExtBuilder::default().build_and_execute(|| {
		let old = default_admission(CLASS);
		let new = AdmissionRules { min_age: 3_650, min_audits: 20, min_bounty: ONE };
		assert_ok!(set(CLASS, new));
		assert_eq!(Admissions::<Test>::get(CLASS), Some(new));
		System::assert_last_event(Event::AdmissionRulesSet { class: CLASS, old, new }.into());
		// And back.
		assert_ok!(set(CLASS, old));
		System::assert_last_event(Event::AdmissionRulesSet { class: CLASS, old: new, new: old }.into());
	});
}

#[test]
fn set_admission_rules_should_refuse_when_a_number_is_out_of_range_or_nothing_changes() {
	ExtBuilder::default().build_and_execute(|| {
		let good = default_admission(CLASS);
		assert_noop!(set(CLASS, good), Error::<Test>::NothingToChange);
		for bad in [
			AdmissionRules { min_age: 3_651, ..good },
			AdmissionRules { min_audits: 21, ..good },
			AdmissionRules { min_bounty: ONE + 1, ..good },
		] {
			assert_noop!(set(CLASS, bad), Error::<Test>::RulesOutOfRange);
		}
	});
}

#[test]
fn product_should_be_admissible_when_it_meets_every_rule_of_its_class() {
	ExtBuilder::default().build_and_execute(|| {
		let age = u32::try_from(TestClock::now() / DAY).unwrap() - facts().deployed;
		let least = AdmissionRules { min_age: age, min_audits: 2, min_bounty: ONE / 100 };
		let good = RiskFacts { bounty: 1, at_stake: 100, ..facts() };
		update(good);
		assert_ok!(set(CLASS, least));
		assert!(is_admissible());
		// The rules of other classes do not count.
		assert_ok!(set(RiskClass::Nft, AdmissionRules { min_audits: 20, ..least }));
		assert!(is_admissible());
		for more in [
			AdmissionRules { min_age: age + 1, ..least },
			AdmissionRules { min_audits: 3, ..least },
			AdmissionRules { min_bounty: ONE / 100 + 1, ..least },
		] {
			assert_ok!(set(CLASS, more));
			assert!(!is_admissible(), "{more:?}");
		}
		assert_ok!(set(CLASS, least));
		// An amount at stake that is not known needs no bounty, but is not admitted.
		update(RiskFacts { at_stake: 0, ..good });
		assert!(!is_admissible());
	});
}

#[test]
fn product_should_be_admissible_with_time_and_no_longer_when_its_facts_are_stale() {
	ExtBuilder::default().build_and_execute(|| {
		let today = || u32::try_from(TestClock::now() / DAY).unwrap();
		let young = RiskFacts { audits: 0, deployed: today(), ..facts() };
		update(young);
		let AdmissionRules { min_age, .. } = default_admission(CLASS);
		let days = |days: u32| TestClock::pass(Moment::from(days) * DAY);
		days(min_age - 1);
		assert!(!is_admissible());
		days(1);
		assert!(is_admissible());
		days(default_rules(CLASS).review_days - min_age);
		assert!(is_admissible());
		days(1);
		assert!(!is_admissible());
		update(RiskFacts { reviewed: today(), ..young });
		assert!(is_admissible());
	});
}

#[test]
fn product_should_not_be_admissible_when_unknown_or_delisted() {
	ExtBuilder::default().build_and_execute(|| {
		assert!(is_admissible());
		assert!(!<Products as Admission>::is_admissible(9));
		assert_ok!(Products::set_status(RuntimeOrigin::root(), PRODUCT, ProductStatus::Retired));
		assert!(is_admissible(), "cover in force goes on");
		assert_ok!(Products::delist(RuntimeOrigin::signed(BOB), PRODUCT));
		assert!(!is_admissible());
	});
}
