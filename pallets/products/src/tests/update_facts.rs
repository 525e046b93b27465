// SPDX-License-Identifier: Apache-2.0

use super::mock::*;
use crate::{Error, Event, Products as Stored};
use breakwater_primitives::*;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchResult;

fn update(facts: RiskFacts) -> DispatchResult {
	Products::update_facts(RuntimeOrigin::root(), PRODUCT, facts)
}

fn today() -> Day {
	Day::try_from(TestClock::now() / DAY).unwrap()
}

#[test]
fn update_facts_should_store_and_tell() {
	ExtBuilder::default().build_and_execute(|| {
		let deployed = today();
		let new =
			RiskFacts { audits: 0, deployed, bounty: 5, at_stake: 100, incidents: 1, reviewed: deployed };
		assert_ok!(update(new));
		assert_eq!(Stored::<Test>::get(PRODUCT).expect("it is listed").facts, new);
		System::assert_last_event(Event::FactsUpdated { product: PRODUCT, old: facts(), new }.into());
	});
}

#[test]
fn update_facts_should_refuse_when_the_deployment_is_in_the_future() {
	ExtBuilder::default().build_and_execute(|| {
		let deployed = |deployed| RiskFacts { deployed, ..facts() };
		assert_noop!(update(deployed(today() + 1)), Error::<Test>::FactsOutOfRange);
		assert_noop!(update(deployed(Day::MAX)), Error::<Test>::FactsOutOfRange);
		assert_ok!(update(deployed(today())));
	});
}

#[test]
fn update_facts_should_refuse_when_the_review_is_in_the_future_or_older_than_the_last() {
	ExtBuilder::default().build_and_execute(|| {
		let reviewed = |reviewed| RiskFacts { reviewed, ..facts() };
		assert_eq!(today(), facts().reviewed);
		assert_noop!(update(reviewed(today() + 1)), Error::<Test>::FactsOutOfRange);
		assert_noop!(update(reviewed(Day::MAX)), Error::<Test>::FactsOutOfRange);
		TestClock::pass(10 * DAY);
		// A review that finds the numbers unchanged is a change of the day.
		let (old, new) = (facts(), reviewed(today()));
		assert_ok!(update(new));
		System::assert_last_event(Event::FactsUpdated { product: PRODUCT, old, new }.into());
		// A referendum that was asked for before that review is enacted after it.
		assert_noop!(update(RiskFacts { audits: 9, ..facts() }), Error::<Test>::OlderReview);
		assert_noop!(update(reviewed(today() - 1)), Error::<Test>::OlderReview);
		assert_ok!(update(RiskFacts { audits: 9, ..new }));
	});
}

#[test]
fn list_product_should_refuse_when_the_review_is_in_the_future() {
	ExtBuilder::default().build_and_execute(|| {
		let reviewed = |reviewed| {
			list(crate::Listing { facts: RiskFacts { reviewed, ..facts() }, ..listing(trigger(), terms()) })
		};
		assert_noop!(reviewed(today() + 1), Error::<Test>::FactsOutOfRange);
		assert_ok!(reviewed(today()));
		assert_ok!(reviewed(0));
	});
}

#[test]
fn stale_facts_should_cost_more_until_they_are_reviewed() {
	ExtBuilder::default().build_and_execute(|| {
		let factor = || {
			let listed = Stored::<Test>::get(PRODUCT).expect("it is listed");
			Products::stale_factor(listed.class, &listed.facts)
		};
		TestClock::pass(365 * DAY);
		assert_eq!(factor(), ONE);
		TestClock::pass(DAY);
		assert_eq!(factor(), ONE + ONE.div_ceil(365));
		TestClock::pass(364 * DAY);
		assert_eq!(factor(), 2 * ONE);
		TestClock::pass(3_000 * DAY);
		assert_eq!(factor(), 2 * ONE);
		// Counting an incident is no review.
		<Products as OnIncident>::settled(7, PRODUCT);
		assert_eq!(factor(), 2 * ONE);
		assert_ok!(update(RiskFacts { incidents: 1, reviewed: today(), ..facts() }));
		assert_eq!(factor(), ONE);
	});
}

#[test]
fn upheld_incident_should_count_itself_when_it_is_settled() {
	ExtBuilder::default().build_and_execute(|| {
		let counted = |incidents| RiskFacts { incidents, ..facts() };
		let stored = || Stored::<Test>::get(PRODUCT).expect("it is listed").facts;
		<Products as OnIncident>::settled(7, PRODUCT);
		assert_eq!(stored(), counted(1));
		System::assert_last_event(
			Event::FactsUpdated { product: PRODUCT, old: counted(0), new: counted(1) }.into(),
		);
		<Products as OnIncident>::rejected(8, PRODUCT);
		assert_eq!(stored(), counted(1));
		assert_ok!(update(counted(u8::MAX)));
		<Products as OnIncident>::settled(9, PRODUCT);
		assert_eq!(stored(), counted(u8::MAX));
	});
}

#[test]
fn update_facts_should_keep_an_incident_that_the_referendum_did_not_know() {
	ExtBuilder::default().build_and_execute(|| {
		// A referendum was asked for before the incident, and is enacted after it.
		let asked_for = RiskFacts { audits: 4, ..facts() };
		<Products as OnIncident>::settled(7, PRODUCT);
		assert_ok!(update(asked_for));
		let (old, new) = (RiskFacts { incidents: 1, ..facts() }, RiskFacts { incidents: 1, ..asked_for });
		System::assert_last_event(Event::FactsUpdated { product: PRODUCT, old, new }.into());
		assert_noop!(update(asked_for), Error::<Test>::NothingToChange);
		assert_ok!(update(RiskFacts { incidents: 3, ..asked_for }));
	});
}

#[test]
fn update_facts_should_refuse_when_nothing_changes_or_the_product_is_unknown_or_retired() {
	ExtBuilder::default().build_and_execute(|| {
		assert_noop!(update(facts()), Error::<Test>::NothingToChange);
		assert_noop!(
			Products::update_facts(RuntimeOrigin::root(), 9, facts()),
			Error::<Test>::UnknownProduct
		);
		assert_ok!(Products::set_status(RuntimeOrigin::root(), PRODUCT, ProductStatus::Retired));
		assert_noop!(update(RiskFacts { audits: 1, ..facts() }), Error::<Test>::ProductRetired);
	});
}
