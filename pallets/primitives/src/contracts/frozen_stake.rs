// SPDX-License-Identifier: Apache-2.0

//! The stake that incidents freeze. Implemented by the reserve, used by the assessment.

use crate::{Balance, IncidentId};

/// The stake behind the reserve that incidents keep from leaving.
pub trait FrozenStake {
	/// The stake that an open incident freezes, in its asset's units; zero if it freezes none.
	fn frozen_by(incident: IncidentId) -> Balance;
}

impl FrozenStake for () {
	fn frozen_by(_: IncidentId) -> Balance {
		0
	}
}
