// SPDX-License-Identifier: Apache-2.0

//! The reserve's part of a bug's reward. Implemented by the reserve, used by the bounties.

use crate::{AssetId, Balance};
use sp_runtime::DispatchError;

/// The reserve's part of the rewards for bugs.
pub trait BountyMatch<Credit> {
	/// Give for good out of own funds: `most`, or a twentieth of own funds, rounded down, if that
	/// is less. Above zero, or an error. Refused while an incident is open that counts on the
	/// funds.
	fn give(asset: AssetId, most: Balance) -> Result<Credit, DispatchError>;
}

impl<Credit> BountyMatch<Credit> for () {
	fn give(_: AssetId, _: Balance) -> Result<Credit, DispatchError> {
		Err(DispatchError::Unavailable)
	}
}
