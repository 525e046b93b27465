// SPDX-License-Identifier: Apache-2.0

//! The choice between proposals. Implemented by referenda in the runtime, used by the assessment
//! and the bounties.

use crate::{Ballot, Outcome, Subject};
use frame_support::weights::Weight;
use sp_runtime::DispatchError;

/// The choice between the proposals on a subject, when one is challenged.
pub trait Adjudicator {
	/// Begins a case with the choices of a ballot, at most [`crate::MAX_CHOICES`]. Returns the
	/// case's number.
	fn begin(subject: Subject, ballot: Ballot) -> Result<u32, DispatchError>;
	/// The outcome of a case; `None` until it is final. The outcome of a case that was never begun,
	/// or is closed, has no choice.
	fn outcome(case: u32) -> Option<Outcome>;
	/// Closes a case whose outcome was acted on.
	fn close(case: u32);
	/// The most weight that beginning a case of so many choices, or closing one, can use.
	fn weight(choices: u32) -> Weight;
}

impl Adjudicator for () {
	fn begin(_: Subject, _: Ballot) -> Result<u32, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn outcome(_: u32) -> Option<Outcome> {
		Some(Outcome::default())
	}
	fn close(_: u32) {}
	fn weight(_: u32) -> Weight {
		Weight::zero()
	}
}
