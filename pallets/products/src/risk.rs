// SPDX-License-Identifier: Apache-2.0

//! The rate of a product's risk, and the requirements for it behind the reserve: the rules of its
//! class, and its known facts.

use crate::pallet::*;
use breakwater_primitives::*;
use frame_support::{ensure, pallet_prelude::DispatchResult};

/// Returns a part of one in thousandths, in 10^-18.
const fn thousandths(n: u16) -> u128 {
	// A 16-bit number of these is far below 2^128.
	(n as u128).saturating_mul(ONE / 1_000)
}

/// Returns the rules of a class as long as a referendum has set none. They are estimates to
/// begin with, to be set by referendum as experience comes in.
///
/// | class | losses a year | of the cover | margin | least rate | why |
/// |---|---|---|---|---|---|
/// | `SmartContract` | 4 % | 70 % | 1.3 | 1 % | faults in code are four fifths of all counted exploits |
/// | `Depeg` | 2 % | all | 1 | 0.5 % | the option is the real price; it counts the first touch, which is margin enough |
/// | `Custody` | 3 % | 80 % | 1.3 | 1 % | rare in the count, and then nearly everything is lost |
/// | `Oracle` | 3 % | 60 % | 1.3 | 1 % | about a seventh of the counted exploits; some bounded by a market's depth |
/// | `Slashing` | 2 % | 50 % | 1.2 | 0.5 % | not in the count; a part of the stake |
/// | `Market` | 5 % | 50 % | 1.1 | 1 % | not in the count; frequent, rarely total |
/// | `Governance` | 2 % | 80 % | 1.3 | 1 % | a hundredth of the count, with the highest median loss |
/// | `Nft` | 6 % | 80 % | 1.4 | 2 % | few counted, in a small part of the market; the token itself is lost |
/// | `YieldStrategy` | 6 % | 60 % | 1.4 | 2 % | each protocol in the stack can fail |
/// | `Operational` | 3 % | 60 % | 1.3 | 1 % | hardly in the count, as few are reported |
///
/// The count is that of the public list of 855 exploits from 2017 to August 2026 by DeFiHackLabs.
/// It gives the order of the classes, but no rate: it does not count the protocols that were not
/// exploited. The count and its limits are in `docs/adr/0009-risk-and-listing.md`.
///
/// The factors are the same for all classes, but for the review:
///
/// - An audit takes off a tenth, down to six tenths.
/// - A new deployment costs half as much again, one of two years a fifth less than that of a
///   middling age.
/// - A bounty of a tenth of the amount at stake takes off a fifth.
/// - Each past incident adds half, up to three times as much.
/// - Facts that were reviewed within a year cost nothing more. Over a second year without a review
///   the rate doubles. For custody and yield strategies both times are half a year: the keeper and
///   the strategist change what they do with the assets, and no deployment shows it.
pub fn default_rules(class: RiskClass) -> ClassRules {
	let (rate, severity, margin, floor) = match class {
		RiskClass::SmartContract => (40, 700, 1_300, 10),
		RiskClass::Depeg => (20, 1_000, 1_000, 5),
		RiskClass::Custody => (30, 800, 1_300, 10),
		RiskClass::Oracle => (30, 600, 1_300, 10),
		RiskClass::Slashing => (20, 500, 1_200, 5),
		RiskClass::Market => (50, 500, 1_100, 10),
		RiskClass::Governance => (20, 800, 1_300, 10),
		RiskClass::Nft => (60, 800, 1_400, 20),
		RiskClass::YieldStrategy => (60, 600, 1_400, 20),
		RiskClass::Operational => (30, 600, 1_300, 10),
	};
	let review_days = match class {
		RiskClass::Custody | RiskClass::YieldStrategy => 182,
		_ => 365,
	};
	ClassRules {
		rate: thousandths(rate),
		severity: thousandths(severity),
		margin: thousandths(margin),
		floor: thousandths(floor),
		audit_step: thousandths(100),
		least_audits: thousandths(600),
		age_new: thousandths(1_500),
		age_old: thousandths(800),
		age_span: 730,
		bounty_full: thousandths(100),
		least_bounty: thousandths(800),
		incident_step: thousandths(500),
		most_incidents: thousandths(3_000),
		review_days,
		stale_most: thousandths(2_000),
		stale_span: review_days,
	}
}

/// Returns the admission rules of a class as long as a referendum has set none. As the rates, they
/// are estimates to begin with.
///
/// | class | age in days | audits | bounty | why |
/// |---|---|---|---|---|
/// | `SmartContract` | 90 | 1 | 0.1 % | code is read by those who are paid to, or by thieves |
/// | `Depeg` | 180 | 0 | 0 | a market decides; half a year of prices makes a volatility |
/// | `Custody` | 365 | 1 | 0 | a keeper shows a year, and a report of an auditor on the assets |
/// | `Oracle` | 90 | 1 | 0.1 % | as code |
/// | `Slashing` | 90 | 0 | 0 | the rules are the chain's, and the loss is a part of the stake |
/// | `Market` | 180 | 0 | 0 | as a depeg |
/// | `Governance` | 180 | 1 | 0 | the first votes are over; no bounty is paid for a bought vote |
/// | `Nft` | 90 | 1 | 0 | as code; the amount at stake has no price of its own |
/// | `YieldStrategy` | 180 | 2 | 0.1 % | as code, of several parties |
/// | `Operational` | 180 | 1 | 0 | an audit of the keeping of keys |
///
/// The bounty is a part of the amount at stake. The reasons are in
/// `docs/adr/0034-review-dates-and-admission.md`.
pub fn default_admission(class: RiskClass) -> AdmissionRules {
	let (min_age, min_audits, bounty) = match class {
		RiskClass::SmartContract | RiskClass::Oracle => (90, 1, 1),
		RiskClass::Depeg | RiskClass::Market => (180, 0, 0),
		RiskClass::Custody => (365, 1, 0),
		RiskClass::Slashing => (90, 0, 0),
		RiskClass::Governance | RiskClass::Operational => (180, 1, 0),
		RiskClass::Nft => (90, 1, 0),
		RiskClass::YieldStrategy => (180, 2, 1),
	};
	AdmissionRules { min_age, min_audits, min_bounty: thousandths(bounty) }
}

impl<T: Config> Pallet<T> {
	/// Returns the rules of a class: those that a referendum has set, or those that hold until
	/// then.
	pub fn rules_of(class: RiskClass) -> ClassRules {
		Rules::<T>::get(class).unwrap_or_else(|| default_rules(class))
	}

	/// Returns the admission rules of a class: those that a referendum has set, or those that hold
	/// until then.
	pub fn admission_of(class: RiskClass) -> AdmissionRules {
		Admissions::<T>::get(class).unwrap_or_else(|| default_admission(class))
	}

	/// Returns the factor by which the age of the last review raises the expected losses of a class
	/// now, in 10^-18.
	pub fn stale_factor(class: RiskClass, facts: &RiskFacts) -> u128 {
		let days = facts.inputs(T::Clock::now()).review_days;
		// Rules are sound, and so always give a factor.
		Self::rules_of(class).review().factor(days).unwrap_or(ONE)
	}

	pub(crate) fn do_set_admission_rules(class: RiskClass, new: AdmissionRules) -> DispatchResult {
		let old = Self::admission_of(class);
		ensure!(old != new, Error::<T>::NothingToChange);
		ensure!(new.sound(), Error::<T>::RulesOutOfRange);
		Admissions::<T>::insert(class, new);
		Self::deposit_event(Event::AdmissionRulesSet { class, old, new });
		Ok(())
	}

	pub(crate) fn do_set_class_rules(class: RiskClass, new: ClassRules) -> DispatchResult {
		let old = Self::rules_of(class);
		ensure!(old != new, Error::<T>::NothingToChange);
		ensure!(new.sound(), Error::<T>::RulesOutOfRange);
		Rules::<T>::insert(class, new);
		Self::deposit_event(Event::ClassRulesSet { class, old, new });
		Ok(())
	}

	pub(crate) fn do_update_facts(product: ProductId, facts: RiskFacts) -> DispatchResult {
		let mut listed = Products::<T>::get(product).ok_or(Error::<T>::UnknownProduct)?;
		ensure!(!listed.status.is_final(), Error::<T>::ProductRetired);
		// A referendum that was asked for before an incident does not forget it, nor is it lost.
		let incidents = facts.incidents.max(listed.facts.incidents);
		let new = RiskFacts { incidents, ..facts };
		let old = core::mem::replace(&mut listed.facts, new);
		ensure!(old != new, Error::<T>::NothingToChange);
		// One that was asked for before a review cannot undo it.
		ensure!(new.reviewed >= old.reviewed, Error::<T>::OlderReview);
		Self::check_facts(&new)?;
		Products::<T>::insert(product, listed);
		Self::deposit_event(Event::FactsUpdated { product, old, new });
		Ok(())
	}

	/// Counts an upheld incident, or a critical bug that was proved, among the past incidents of
	/// its product, up to 255. The day of the review stays: the count is no look at the other
	/// facts.
	pub(crate) fn count_past_incident(product: ProductId) {
		// Every incident has a product, whose record is never removed.
		let Some(mut listed) = Products::<T>::get(product) else { return };
		let old = listed.facts;
		let Some(incidents) = old.incidents.checked_add(1) else { return };
		let new = RiskFacts { incidents, ..old };
		listed.facts = new;
		Products::<T>::insert(product, listed);
		Self::deposit_event(Event::FactsUpdated { product, old, new });
	}

	/// Checks that facts can be true.
	pub(crate) fn check_facts(facts: &RiskFacts) -> Result<(), Error<T>> {
		ensure!(facts.are_past(T::Clock::now()), Error::<T>::FactsOutOfRange);
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use breakwater_math::risk::{base_rate, RiskInputs};

	/// Two audits, three years old, no incidents.
	fn settled() -> RiskInputs {
		RiskInputs { audits: 2, age_days: 1_095, ..Default::default() }
	}

	#[test]
	fn default_rules_should_be_sound_for_every_class() {
		assert!(RiskClass::ALL.into_iter().all(|class| default_rules(class).sound()));
		assert!(RiskClass::ALL.into_iter().all(|class| default_admission(class).sound()));
	}

	#[test]
	fn default_rules_should_double_the_rate_of_facts_that_two_reviews_were_left_out_for() {
		for class in RiskClass::ALL {
			let rules = default_rules(class);
			let factor = |days| rules.review().factor(days);
			assert_eq!(factor(rules.review_days), Some(ONE));
			assert_eq!(factor(2 * rules.review_days), Some(2 * ONE));
			assert_eq!(factor(u32::MAX), Some(2 * ONE));
		}
	}

	#[test]
	fn default_rules_should_give_a_rate_of_a_sensible_size() {
		for class in RiskClass::ALL {
			let rules = default_rules(class).into();
			let rate = |inputs: &RiskInputs| base_rate(&rules, inputs, None).unwrap();
			let usual = rate(&RiskInputs { audits: 1, age_days: 365, ..Default::default() });
			assert!((ONE / 100..=ONE / 10).contains(&usual), "{class:?}: {usual}");
			assert!((ONE / 200..usual).contains(&rate(&settled())), "{class:?}");
			let worst = rate(&RiskInputs { incidents: 9, ..Default::default() });
			assert!(worst <= ONE / 2, "{class:?}: {worst}");
		}
	}

	#[test]
	fn default_rules_should_leave_a_depeg_to_its_option_and_its_terms() {
		let rules = default_rules(RiskClass::Depeg).into();
		// 2 % × 0.8 × 0.8.
		assert_eq!(base_rate(&rules, &settled(), None), Some(ONE * 128 / 10_000));
		assert_eq!(base_rate(&rules, &settled(), Some(ONE / 3)), Some(ONE / 3));
	}
}
