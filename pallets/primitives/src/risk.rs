// SPDX-License-Identifier: Apache-2.0

//! The risk of a product: its class, the known facts, and the rules that make a price of them.

use crate::{Balance, Day, Moment, DAY};
use breakwater_math::risk::{
	Admission as AdmissionNumbers, Age, Audits, Bounty, Incidents, Review, RiskInputs, RiskRules,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// The kind of failure that a product covers. Never changes for a product.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum RiskClass {
	/// A fault in the code of a contract.
	#[codec(index = 0)]
	SmartContract,
	/// A price that should hold does not.
	#[codec(index = 1)]
	Depeg,
	/// The keeper of the assets loses them or does not give them back.
	#[codec(index = 2)]
	Custody,
	/// A price or another fact is reported to a contract wrongly.
	#[codec(index = 3)]
	Oracle,
	/// A validator's stake is slashed.
	#[codec(index = 4)]
	Slashing,
	/// Market and liquidity: prices move, or there is no counterparty to trade with.
	#[codec(index = 5)]
	Market,
	/// A vote, or the capture of one, takes the assets.
	#[codec(index = 6)]
	Governance,
	/// Loss of tokens of which each is one of its kind.
	#[codec(index = 7)]
	Nft,
	/// A strategy that stacks several protocols fails in one of them.
	#[codec(index = 8)]
	YieldStrategy,
	/// People and machines: lost keys, a wrong address, a server that stands still.
	#[codec(index = 9)]
	Operational,
}

impl RiskClass {
	/// All risk classes, in the order of their indices.
	pub const ALL: [Self; 10] = [
		Self::SmartContract,
		Self::Depeg,
		Self::Custody,
		Self::Oracle,
		Self::Slashing,
		Self::Market,
		Self::Governance,
		Self::Nft,
		Self::YieldStrategy,
		Self::Operational,
	];
}

/// The known facts of the thing that a product covers. New prices depend on them, policies in force
/// do not.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RiskFacts {
	/// Audits that count.
	pub audits: u8,
	/// The day on which it was deployed, in days since the beginning of 1970.
	pub deployed: Day,
	/// Its bug bounty, in the product's asset's units.
	pub bounty: Balance,
	/// The assets that the covered protocol holds, in the product's asset's units. The bounty is
	/// compared with them.
	pub at_stake: Balance,
	/// Past incidents: those that a referendum knows of, and the upheld ones of the product since
	/// it is listed.
	pub incidents: u8,
	/// The day of the last review of these facts, in days since the beginning of 1970. Facts that
	/// are not reviewed for long are stale, and raise the price.
	pub reviewed: Day,
}

impl RiskFacts {
	/// Returns true if deployment and review are not after the day of `now`, in wall-clock time.
	pub fn are_past(&self, now: Moment) -> bool {
		let today = day_of(now);
		self.deployed <= today && self.reviewed <= today
	}

	/// Returns the inputs of a price, as of `now` in wall-clock time.
	pub fn inputs(&self, now: Moment) -> RiskInputs {
		RiskInputs {
			audits: self.audits,
			// Saturating: a deployment in the future is new.
			age_days: day_of(now).saturating_sub(self.deployed),
			bounty: self.bounty,
			insured: self.at_stake,
			incidents: self.incidents,
			// Saturating: a review in the future is of today.
			review_days: day_of(now).saturating_sub(self.reviewed),
			relief: 0,
		}
	}
}

/// Returns the day of a moment.
fn day_of(moment: Moment) -> Day {
	// Days fit 32 bits for eleven million years.
	moment.checked_div(DAY).and_then(|day| day.try_into().ok()).unwrap_or(Day::MIN)
}

/// The rules by which the rate of a product of some class is made of its facts. The factors
/// multiply the expected losses; see `breakwater_math::risk` for each.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ClassRules {
	/// Expected losses a year, in 10^-18; at most ten.
	pub rate: u128,
	/// The part of the cover that a loss takes, in 10^-18; at most one.
	pub severity: u128,
	/// The multiple that is asked for the expected loss, and for the option of a trigger, in
	/// 10^-18; from one to ten.
	pub margin: u128,
	/// The lowest rate, in 10^-18 a year; at most 1,000.
	pub floor: u128,
	/// The part that each audit takes off, in 10^-18; at most one.
	pub audit_step: u128,
	/// The smallest factor of audits, in 10^-18; above zero and at most one.
	pub least_audits: u128,
	/// The factor of age on the first day, in 10^-18; at least `age_old` and at most ten.
	pub age_new: u128,
	/// The factor of age in the end, in 10^-18; above zero.
	pub age_old: u128,
	/// The days between the two; above zero.
	pub age_span: u32,
	/// The part of the amount at stake from which on a larger bounty counts no more, in 10^-18;
	/// above zero and at most one.
	pub bounty_full: u128,
	/// The smallest factor of the bounty, in 10^-18; above zero and at most one.
	pub least_bounty: u128,
	/// The part that each past incident adds, in 10^-18; at most ten.
	pub incident_step: u128,
	/// The largest factor of past incidents, in 10^-18; from one to ten.
	pub most_incidents: u128,
	/// The days after a review in which the facts are not stale; above zero.
	pub review_days: u32,
	/// The largest factor of stale facts, in 10^-18; from one to ten.
	pub stale_most: u128,
	/// The days over which the factor of stale facts rises from one to `stale_most`; above zero.
	pub stale_span: u32,
}

impl From<ClassRules> for RiskRules {
	fn from(rules: ClassRules) -> Self {
		Self {
			class_rate: rules.rate,
			severity: rules.severity,
			margin: rules.margin,
			floor: rules.floor,
			audits: Audits { step: rules.audit_step, least: rules.least_audits },
			age: Age { new: rules.age_new, old: rules.age_old, span: rules.age_span },
			bounty: Bounty { full: rules.bounty_full, least: rules.least_bounty },
			incidents: Incidents { step: rules.incident_step, most: rules.most_incidents },
			review: rules.review(),
		}
	}
}

impl ClassRules {
	/// Returns true if every number is in the range that its field names.
	pub fn sound(&self) -> bool {
		RiskRules::from(*self).sound()
	}

	/// Returns the numbers that say how facts get stale.
	pub fn review(&self) -> Review {
		Review { days: self.review_days, most: self.stale_most, span: self.stale_span }
	}
}

/// The least that the facts of a product of some class must show so that the reserve stands behind
/// it.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct AdmissionRules {
	/// The least age, in days since the deployment; at most 3,650.
	pub min_age: u32,
	/// The least number of audits that count; at most 20.
	pub min_audits: u8,
	/// The least bug bounty, as a part of the amount at stake in 10^-18; at most one. Above zero,
	/// the amount at stake must be known.
	pub min_bounty: u128,
}

impl From<AdmissionRules> for AdmissionNumbers {
	fn from(rules: AdmissionRules) -> Self {
		let AdmissionRules { min_age, min_audits, min_bounty } = rules;
		Self { min_age, min_audits, min_bounty }
	}
}

impl AdmissionRules {
	/// Returns true if every number is in the range that its field names.
	pub fn sound(&self) -> bool {
		AdmissionNumbers::from(*self).sound()
	}

	/// Returns true if facts meet all requirements as of `now` in wall-clock time, and are not
	/// stale by the rules of their class.
	pub fn admit(&self, facts: &RiskFacts, rules: &ClassRules, now: Moment) -> bool {
		AdmissionNumbers::from(*self).admits(&facts.inputs(now), &rules.review())
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn risk_classes_should_keep_their_indices() {
		let indices: Vec<u8> = RiskClass::ALL.iter().flat_map(|class| class.encode()).collect();
		assert_eq!(indices, (0..10).collect::<Vec<u8>>());
	}

	#[test]
	fn facts_should_be_those_of_the_day() {
		let facts = RiskFacts { audits: 2, deployed: 10, bounty: 3, at_stake: 4, incidents: 1, reviewed: 8 };
		assert_eq!([10 * DAY - 1, 10 * DAY].map(|now| facts.are_past(now)), [false, true]);
		let reviewed = RiskFacts { reviewed: 12, ..facts };
		assert_eq!([12 * DAY - 1, 12 * DAY].map(|now| reviewed.are_past(now)), [false, true]);
		let reviews = [0, 8 * DAY, 9 * DAY - 1, 9 * DAY].map(|now| facts.inputs(now).review_days);
		assert_eq!(reviews, [0, 0, 0, 1]);
		let ages = [0, 10 * DAY, 11 * DAY - 1, 11 * DAY].map(|now| facts.inputs(now).age_days);
		assert_eq!(ages, [0, 0, 0, 1]);
		let inputs = facts.inputs(0);
		assert_eq!((inputs.audits, inputs.bounty, inputs.insured, inputs.incidents), (2, 3, 4, 1));
	}

	#[test]
	fn facts_should_be_admitted_until_the_day_after_their_review_period() {
		let facts =
			RiskFacts { audits: 1, deployed: 10, bounty: 3, at_stake: 300, incidents: 0, reviewed: 20 };
		let class = ClassRules { review_days: 30, ..ClassRules::default() };
		let rules =
			AdmissionRules { min_age: 11, min_audits: 1, min_bounty: breakwater_math::units::ONE / 100 };
		let admitted =
			[21 * DAY - 1, 21 * DAY, 51 * DAY - 1, 51 * DAY].map(|now| rules.admit(&facts, &class, now));
		assert_eq!(admitted, [false, true, true, false]);
		assert!(!rules.admit(&RiskFacts { audits: 0, ..facts }, &class, 30 * DAY));
		assert!(!rules.admit(&RiskFacts { bounty: 2, ..facts }, &class, 30 * DAY));
	}
}
