// SPDX-License-Identifier: Apache-2.0

//! The last appeal against a court's decision: a vote of all token holders. Implemented by
//! referenda in the runtime, used by the court.

use crate::{Choice, Moment, Subject};
use frame_support::weights::Weight;
use sp_runtime::DispatchError;

/// Votes on last appeals.
pub trait FinalAppeal {
	/// Opens a vote that can put `choice`, that of the round before, in place of the choice of the
	/// last round of a case on a subject. Returns its number. An error if as many are open as there
	/// can be; of those on reports of bugs it is a part.
	fn open_appeal(case: u32, subject: Subject, choice: Choice) -> Result<u32, DispatchError>;
	/// True if the vote puts the choice in place, false if it does not or was cancelled. `None`
	/// until that is final. False for a vote that was never opened, or is closed.
	fn is_granted(number: u32) -> Option<bool>;
	/// Closes a vote that was acted on.
	fn close_appeal(number: u32);
	/// The time from the opening of a vote to its end, in milliseconds.
	fn appeal_period() -> Moment;
	/// The most weight that opening or closing a vote can use.
	fn appeal_weight() -> Weight;
}

impl FinalAppeal for () {
	fn open_appeal(_: u32, _: Subject, _: Choice) -> Result<u32, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn is_granted(_: u32) -> Option<bool> {
		Some(false)
	}
	fn close_appeal(_: u32) {}
	fn appeal_period() -> Moment {
		0
	}
	fn appeal_weight() -> Weight {
		Weight::zero()
	}
}
