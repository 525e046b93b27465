// SPDX-License-Identifier: Apache-2.0

//! The stake that incidents freeze. Implemented by the reserve, used by the assessment.

use crate::{Balance, IncidentId, PoolId};
use alloc::vec::Vec;

/// The stake that an open incident freezes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frozen {
	/// The stake, in the asset's units; zero if it freezes none.
	pub stake: Balance,
	/// The admitted pools of which it locks capital, and through which it freezes the stake.
	pub pools: Vec<PoolId>,
}

/// The stake behind the reserve that incidents keep from leaving.
pub trait FrozenStake {
	/// The stake that an open incident freezes.
	fn frozen_by(incident: IncidentId) -> Frozen;
}

impl FrozenStake for () {
	fn frozen_by(_: IncidentId) -> Frozen {
		Frozen::default()
	}
}
