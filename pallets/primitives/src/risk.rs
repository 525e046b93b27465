// SPDX-License-Identifier: Apache-2.0

//! The risk of a product: its class, the known facts, and the rules that make a price of them.

use crate::{Balance, Day, Moment, DAY};
use breakwater_math::risk::{Age, Audits, Bounty, Incidents, RiskInputs, RiskRules};
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
}

impl RiskFacts {
	/// Returns true if the covered thing was deployed by the day of `now`, in wall-clock time.
	pub fn is_deployed(&self, now: Moment) -> bool {
		self.deployed <= day_of(now)
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
		}
	}
}

impl ClassRules {
	/// Returns true if every number is in the range that its field names.
	pub fn sound(&self) -> bool {
		RiskRules::from(*self).sound()
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
		let facts = RiskFacts { audits: 2, deployed: 10, bounty: 3, at_stake: 4, incidents: 1 };
		assert_eq!([10 * DAY - 1, 10 * DAY].map(|now| facts.is_deployed(now)), [false, true]);
		let ages = [0, 10 * DAY, 11 * DAY - 1, 11 * DAY].map(|now| facts.inputs(now).age_days);
		assert_eq!(ages, [0, 0, 0, 1]);
		let inputs = facts.inputs(0);
		assert_eq!((inputs.audits, inputs.bounty, inputs.insured, inputs.incidents), (2, 3, 4, 1));
	}
}
