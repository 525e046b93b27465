// SPDX-License-Identifier: Apache-2.0

//! Plain types: an assessment on its way, reports, outcome proposals, and the numbers that
//! governance sets.
//!
//! The life cycle of an assessment is an enum with its transitions as methods: [`Stage`]. A step
//! that a stage does not have is [`WrongStage`].

use breakwater_math::bond;
use breakwater_primitives::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::Permill;

/// The most outcome proposals that there can be on an incident: each is a choice of a case, and so
/// is "not covered".
pub const MAX_PROPOSALS: u32 = MAX_CHOICES - 1;
/// Failed reports on a pool that are remembered.
pub const MAX_REJECTIONS: u32 = 8;
/// The age that an event can have at most when it is reported, in milliseconds. It is longer than
/// any policy and its grace.
pub const MAX_AGE: Moment = 2 * YEAR;

/// Numbers that governance sets. Times are in milliseconds of active time.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Limits {
	/// The time that an assessment waits for a first proposal before the incident is rejected.
	pub proposal_period: Moment,
	/// The time in which a proposal can be challenged.
	pub challenge_period: Moment,
	/// The time for which a failed report raises the bonds of the next ones on its pools.
	pub rejection_memory: Moment,
	/// The time after the end of the incident in which a bond can be taken.
	pub unclaimed_after: Moment,
	/// The bond for a pool, as a part of what is locked of it.
	pub locked_bond: Permill,
	/// The least bond for a pool, as a part of its capital, which is frozen.
	pub frozen_bond: Permill,
}

impl Limits {
	/// The bond for an incident that locks `locked` of a pool of `capital` and freezes it; see
	/// [`bond::base`].
	pub fn bond(&self, locked: Balance, capital: Balance) -> Option<Balance> {
		bond::base(
			locked,
			capital,
			self.locked_bond.deconstruct().into(),
			self.frozen_bond.deconstruct().into(),
		)
	}
}

/// A step that an assessment's stage does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongStage;

/// The choice between the outcome proposals on an incident.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Case {
	/// The adjudicator's number of it.
	pub number: u32,
	/// The choices.
	pub ballot: Ballot,
}

/// The stage of an assessment on its way. Deadlines are in active time.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Stage {
	/// It begins when data cannot decide the incident, and no incident is open that was opened on
	/// the product before.
	#[codec(index = 0)]
	Waiting,
	/// Waits for its first proposal.
	#[codec(index = 1)]
	Open {
		/// The moment when the incident is rejected without a proposal.
		until: Moment,
	},
	/// A proposal can be challenged by another.
	#[codec(index = 2)]
	Challenge {
		/// The deadline of challenges.
		until: Moment,
	},
	/// The adjudicator chooses between the proposals.
	#[codec(index = 3)]
	Case(Case),
	/// The incident is decided.
	#[codec(index = 4)]
	Decided,
}

impl Stage {
	/// The step when the incident before it has ended. A first proposal can be made until `until`.
	pub fn begin(self, until: Moment) -> Result<Self, WrongStage> {
		match self {
			Stage::Waiting => Ok(Stage::Open { until }),
			_ => Err(WrongStage),
		}
	}

	/// The step when an outcome was proposed, the first or one against those before it.
	pub fn propose(self, until: Moment) -> Result<Self, WrongStage> {
		match self {
			Stage::Open { .. } | Stage::Challenge { .. } => Ok(Stage::Challenge { until }),
			_ => Err(WrongStage),
		}
	}

	/// The step when no challenge is possible any more and there is more than one proposal.
	pub fn refer(self, case: Case) -> Result<Self, WrongStage> {
		match self {
			Stage::Challenge { .. } => Ok(Stage::Case(case)),
			_ => Err(WrongStage),
		}
	}

	/// The step when a choice is accepted, or no outcome was proposed in time.
	pub fn decide(self) -> Result<Self, WrongStage> {
		match self {
			Stage::Open { .. } | Stage::Challenge { .. } | Stage::Case(_) => Ok(Stage::Decided),
			_ => Err(WrongStage),
		}
	}
}

/// The assessment of an incident by people.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Assessment {
	/// The product.
	pub product: ProductId,
	/// The time of the block in which the incident counts as opened.
	pub opened: BlockTime,
	/// The stage of the assessment.
	pub stage: Stage,
	/// The number of outcome proposals.
	pub proposals: u32,
	/// The bond of each of the first two proposals, in the asset's units; zero until it is known.
	pub bond: Balance,
	/// The book of its bonds, which are on the account of all bonds.
	pub bonds: Balance,
	/// The asset of its bonds, once it is known.
	pub asset: Option<AssetId>,
	/// The charges that challengers have paid for the seats of a case, in units of the native
	/// token.
	pub fees: Balance,
	/// The active time at which the incident was rejected or settled.
	pub ended_at: Option<Moment>,
	/// The governed numbers of the block that opened the incident.
	pub limits: Limits,
}

impl Assessment {
	/// A new assessment, which has not begun.
	pub fn new(product: ProductId, opened: BlockTime, limits: Limits) -> Self {
		Self {
			product,
			opened,
			stage: Stage::Waiting,
			proposals: 0,
			bond: 0,
			bonds: 0,
			asset: None,
			fees: 0,
			ended_at: None,
			limits,
		}
	}

	/// The active time from which bonds that were not taken are not kept any longer. `None` while
	/// the incident has not ended.
	pub fn closes_at(&self) -> Option<Moment> {
		self.ended_at.map(|ended| deadline(ended, self.limits.unclaimed_after))
	}

	/// True if bonds are left at active time `now` that are not kept any longer.
	pub fn is_to_sweep(&self, now: Moment) -> bool {
		self.bonds > 0 && self.closes_at().is_some_and(|at| now >= at)
	}
}

/// The reporter of an incident, and their bond.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Report<AccountId> {
	/// The reporter.
	pub who: AccountId,
	/// The reporter's bond, in the incident's asset; zero once it was decided on.
	pub bond: Balance,
	/// The hash of the reporter's statement.
	pub evidence: H256,
	/// The place where the statement can be read.
	pub uri: Uri,
}

/// A bonded proposal of an incident's outcome.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Proposal<AccountId> {
	/// The proposer.
	pub who: AccountId,
	/// The proposer's bond, in the incident's asset; zero once it was decided on.
	pub bond: Balance,
	/// The proposed verdict.
	pub verdict: Verdict,
	/// The place where the reasons, and the table, can be read.
	pub uri: Uri,
}

/// The bonds of an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BondTerms {
	/// Their asset.
	pub asset: AssetId,
	/// The bond of each of the first two proposals.
	pub base: Balance,
	/// The bond of the reporter.
	pub report: Balance,
}

#[cfg(test)]
mod tests {
	use super::*;

	fn case() -> Case {
		Case { number: 1, ballot: Ballot { proposals: 2, has_not_covered: false } }
	}

	fn all() -> [Stage; 5] {
		[
			Stage::Waiting,
			Stage::Open { until: 1 },
			Stage::Challenge { until: 1 },
			Stage::Case(case()),
			Stage::Decided,
		]
	}

	/// The numbers of the stages for which the step is legal, in order.
	fn legal(step: impl Fn(Stage) -> Result<Stage, WrongStage>) -> Vec<usize> {
		all().into_iter().enumerate().filter(|(_, s)| step(*s).is_ok()).map(|(i, _)| i).collect()
	}

	#[test]
	fn stages_should_only_take_legal_steps() {
		assert_eq!(legal(|s| s.begin(9)), vec![0]);
		assert_eq!(legal(|s| s.propose(9)), vec![1, 2]);
		assert_eq!(legal(|s| s.refer(case())), vec![2]);
		assert_eq!(legal(|s| s.decide()), vec![1, 2, 3]);
	}
}
