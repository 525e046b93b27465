// SPDX-License-Identifier: Apache-2.0

//! The proposals on an incident, and the outcome of a case.

use crate::{Balance, IncidentId, Moment, ReportId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;

/// A table of losses by insured account, of which the chain knows the root of a merkle tree.
///
/// The tree is that of the crate `binary-merkle-tree` with the hash blake2-256; a leaf is the SCALE
/// encoding of the insured account and its loss.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LossTable {
	/// The root of the tree.
	pub root: H256,
	/// The number of insured accounts in the table.
	#[codec(compact)]
	pub leaves: u32,
	/// The sum of all losses, in the asset's units. The claims under it are never more together.
	#[codec(compact)]
	pub total: Balance,
}

/// The verdict of an outcome proposal on an incident.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Verdict {
	/// No covered event happened.
	#[codec(index = 0)]
	NotCovered,
	/// The event happened, and insured accounts lost the amounts in a table. For products that
	/// people assess.
	#[codec(index = 1)]
	Losses {
		/// The time of the event, in wall-clock milliseconds; not after the incident was opened.
		occurred_at: Moment,
		/// The losses.
		table: LossTable,
	},
	/// The event happened, and the trigger's binding average was a value. For products with a
	/// trigger.
	#[codec(index = 2)]
	Average {
		/// The time of the event, in wall-clock milliseconds; not after the incident was opened.
		occurred_at: Moment,
		/// The binding average of the observation period in 10^-18; on the breached side of the
		/// threshold.
		average: u128,
	},
}

/// The subject of a case.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Subject {
	/// The outcome of an incident.
	#[codec(index = 0)]
	Incident(IncidentId),
	/// The decision on the report of a bug. Its choices are the reporter's claim, which is proposal
	/// 0, and the manager's decision, which is "not covered".
	#[codec(index = 1)]
	Report(ReportId),
}

/// The most choices that a case can have: one for each of eight proposals, and "not covered".
pub const MAX_CHOICES: u32 = 9;

/// One of the choices of a case.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Choice {
	/// The outcome proposal of a number, from zero.
	#[codec(index = 0)]
	Proposal(u32),
	/// The incident is not covered, which is a choice of its own if no proposal says so. In the
	/// case of a bug's report: the manager's decision stands.
	#[codec(index = 1)]
	NotCovered,
}

/// The choices of a case, in the order of their places: the proposals by their numbers, and "not
/// covered" behind them if no proposal says so.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Ballot {
	/// The number of proposals.
	pub proposals: u32,
	/// True if "not covered" is a choice of its own.
	pub has_not_covered: bool,
}

impl Ballot {
	/// Returns the number of choices.
	pub fn count(self) -> u32 {
		self.proposals.saturating_add(u32::from(self.has_not_covered))
	}

	/// Returns the choice at a place, from zero; `None` beyond the last.
	pub fn at(self, place: u32) -> Option<Choice> {
		match place < self.proposals {
			true => Some(Choice::Proposal(place)),
			false => (place < self.count()).then_some(Choice::NotCovered),
		}
	}

	/// Returns the choices with their places.
	pub fn iter(self) -> impl Iterator<Item = (u32, Choice)> {
		(0..self.count()).filter_map(move |place| Some((place, self.at(place)?)))
	}
}

/// The end of a case.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Outcome {
	/// The choice that was made; `None` if there was none.
	pub choice: Option<Choice>,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn ballot_should_have_the_proposals_and_then_not_covered() {
		let choices = |ballot: Ballot| ballot.iter().map(|(_, choice)| choice).collect::<Vec<_>>();
		let both = [Choice::Proposal(0), Choice::Proposal(1)];
		let ballot = Ballot { proposals: 2, has_not_covered: false };
		assert_eq!((choices(ballot), ballot.count(), ballot.at(2)), (both.to_vec(), 2, None));
		let ballot = Ballot { has_not_covered: true, ..ballot };
		assert_eq!(choices(ballot), [&both[..], &[Choice::NotCovered]].concat());
		assert_eq!((ballot.count(), ballot.at(2), ballot.at(3)), (3, Some(Choice::NotCovered), None));
		let most = Ballot { proposals: u32::MAX, has_not_covered: true };
		assert_eq!((most.count(), most.at(u32::MAX)), (u32::MAX, None));
	}
}
