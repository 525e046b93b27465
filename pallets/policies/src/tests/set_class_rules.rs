// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{risk::default_rules, types::ClassRules, Error, Event, Rules};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

fn set(class: RiskClass, rules: ClassRules) -> DispatchResult {
	Policies::set_class_rules(RuntimeOrigin::root(), class, rules)
}

#[test]
fn set_class_rules_should_store_and_tell() {
	ExtBuilder::default().build_and_execute(|| {
		let old = default_rules(RiskClass::Nft);
		let new = ClassRules { rate: ONE / 2, ..old };
		assert_ok!(set(RiskClass::Nft, new));
		assert_eq!(Rules::<Test>::get(RiskClass::Nft), Some(new));
		System::assert_last_event(Event::ClassRulesSet { class: RiskClass::Nft, old, new }.into());
		// And back.
		assert_ok!(set(RiskClass::Nft, old));
		System::assert_last_event(Event::ClassRulesSet { class: RiskClass::Nft, old: new, new: old }.into());
	});
}

#[test]
fn set_class_rules_should_change_the_prices_of_its_class_only() {
	ExtBuilder::default().build_and_execute(|| {
		let quote = || quoted(PRODUCT, 1_000, 30 * DAY).unwrap();
		let before = quote();
		let dear = |class| ClassRules { floor: ONE, ..default_rules(class) };
		assert_ok!(set(RiskClass::SmartContract, dear(RiskClass::SmartContract)));
		assert_eq!(quote(), before);
		assert_ok!(set(RiskClass::Depeg, dear(RiskClass::Depeg)));
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
		assert_ok!(set(RiskClass::Depeg, rules));
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
			assert_ok!(set(RiskClass::Depeg, rules));
			for period in [DAY, 365 * DAY] {
				let quote = quoted(PRODUCT, 1_000_000, period).unwrap();
				assert_eq!(quote.base_rate, 1_000 * ONE, "the cap");
				assert!(quote.premium > 0);
			}
		});
}

#[test]
fn set_class_rules_should_refuse_when_a_number_is_out_of_range() {
	ExtBuilder::default().build_and_execute(|| {
		let good = default_rules(RiskClass::Custody);
		for bad in [
			ClassRules { rate: 10 * ONE + 1, ..good },
			ClassRules { severity: ONE + 1, ..good },
			ClassRules { margin: ONE - 1, ..good },
			ClassRules { margin: 10 * ONE + 1, ..good },
			ClassRules { floor: 1_000 * ONE + 1, ..good },
			ClassRules { audit_step: ONE + 1, ..good },
			ClassRules { least_audits: 0, ..good },
			ClassRules { age_new: good.age_old - 1, ..good },
			ClassRules { age_old: 0, ..good },
			ClassRules { age_span: 0, ..good },
			ClassRules { bounty_full: 0, ..good },
			ClassRules { least_bounty: ONE + 1, ..good },
			ClassRules { incident_step: 10 * ONE + 1, ..good },
			ClassRules { most_incidents: ONE - 1, ..good },
		] {
			assert_noop!(set(RiskClass::Custody, bad), Error::<Test>::BadRules);
		}
	});
}

#[test]
fn set_class_rules_should_refuse_when_nothing_changes() {
	ExtBuilder::default().build_and_execute(|| {
		let rules = default_rules(RiskClass::Custody);
		assert_noop!(set(RiskClass::Custody, rules), Error::<Test>::NothingToChange);
	});
}
