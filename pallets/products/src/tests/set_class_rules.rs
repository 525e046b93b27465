// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{risk::default_rules, Error, Event, Rules};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

fn set(class: RiskClass, rules: ClassRules) -> DispatchResult {
	Products::set_class_rules(RuntimeOrigin::root(), class, rules)
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
			ClassRules { review_days: 0, ..good },
			ClassRules { stale_most: ONE - 1, ..good },
			ClassRules { stale_most: 10 * ONE + 1, ..good },
			ClassRules { stale_span: 0, ..good },
		] {
			assert_noop!(set(RiskClass::Custody, bad), Error::<Test>::RulesOutOfRange);
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
