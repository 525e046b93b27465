// SPDX-License-Identifier: Apache-2.0

//! The choice between proposals. Implemented by the court and by referenda, used by the assessment
//! and the bounties.

use crate::{AssetId, Balance, Ballot, Outcome, Subject};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// A dispute that an adjudicator is asked to decide.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Dispute {
	/// The subject: an incident, or the report of a bug.
	pub subject: Subject,
	/// The choices, at most [`crate::MAX_CHOICES`].
	pub ballot: Ballot,
	/// The asset of the amount at stake.
	pub asset: AssetId,
	/// The most that the choice can move, in the asset's units.
	pub at_stake: Balance,
	/// The charges that its parties have paid, in units of the native token.
	pub fees: Balance,
}

impl Dispute {
	/// A dispute in which nothing is at stake, and for which nothing was paid.
	pub fn new(subject: Subject, ballot: Ballot) -> Self {
		Self { subject, ballot, asset: AssetId::Native, at_stake: 0, fees: 0 }
	}

	/// The dispute with an amount at stake.
	pub fn over(self, asset: AssetId, at_stake: Balance) -> Self {
		Self { asset, at_stake, ..self }
	}

	/// The dispute after its parties have paid charges.
	pub fn paid(self, fees: Balance) -> Self {
		Self { fees, ..self }
	}
}

/// The choice between the proposals on a subject, when one is challenged.
pub trait Adjudicator {
	/// Begins a case. Returns its number.
	fn begin(dispute: Dispute) -> Result<u32, DispatchError>;
	/// The outcome of a case; `None` until it is final. The outcome of a case that was never begun,
	/// or is closed, has no choice.
	fn outcome(case: u32) -> Option<Outcome>;
	/// Closes a case whose outcome was acted on.
	fn close(case: u32);
	/// The most weight that beginning a case of so many choices can use.
	fn weight(choices: u32) -> Weight;
	/// The most weight that closing a case of so many choices can use.
	fn closing_weight(choices: u32) -> Weight;
}

/// The charge for a dispute. It pays those who decide it, so that a dispute with oneself does not
/// pay.
pub trait DisputeFee<AccountId> {
	/// The charge, in units of the native token: the most fees that a case can pay.
	fn dispute_fee() -> Balance;
	/// Takes the charge of an account, for good. Returns it, for the dispute to name.
	fn charge(who: &AccountId) -> Result<Balance, DispatchError>;
	/// The most weight that a charge can use.
	fn charge_weight() -> Weight;
}

impl<AccountId> DisputeFee<AccountId> for () {
	fn dispute_fee() -> Balance {
		0
	}
	fn charge(_: &AccountId) -> Result<Balance, DispatchError> {
		Ok(0)
	}
	fn charge_weight() -> Weight {
		Weight::zero()
	}
}

impl Adjudicator for () {
	fn begin(_: Dispute) -> Result<u32, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn outcome(_: u32) -> Option<Outcome> {
		Some(Outcome::default())
	}
	fn close(_: u32) {}
	fn weight(_: u32) -> Weight {
		Weight::zero()
	}
	fn closing_weight(_: u32) -> Weight {
		Weight::zero()
	}
}
