// SPDX-License-Identifier: Apache-2.0

//! The payment of the reserve's debts. Implemented by the claims, used by the reserve.

use crate::{IncidentId, PoolId};
use frame_support::weights::Weight;

/// The claims to which the reserve owes money.
pub trait Obligations<Credit> {
	/// Pay a part of the amount that the reserve owes for a pool's loss in an incident, at most all
	/// of it. The money is shared by the claims on the pool. It comes back, and no state is
	/// changed, if the incident takes no more money.
	fn pay(incident: IncidentId, pool: PoolId, credit: Credit) -> Result<(), Credit>;
	/// The most weight of a payment.
	fn most_weight() -> Weight;
}

impl<Credit> Obligations<Credit> for () {
	fn pay(_: IncidentId, _: PoolId, credit: Credit) -> Result<(), Credit> {
		Err(credit)
	}
	fn most_weight() -> Weight {
		Weight::zero()
	}
}
