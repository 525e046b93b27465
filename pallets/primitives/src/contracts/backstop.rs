// SPDX-License-Identifier: Apache-2.0

//! The reserve as a backstop. Implemented by the reserve, used by the pools.

use crate::{AssetId, Balance, IncidentId, PoolId};
use sp_runtime::DispatchError;

/// The amount that the reserve gave for a pool's loss.
pub struct Draw<Credit> {
	/// The money.
	pub credit: Credit,
	/// The amount that the limits of incident and group held back: owed by the reserve.
	pub held_back: Balance,
}

/// The shared reserve behind the pools.
pub trait Backstop<Credit> {
	/// Ask for up to `wanted` for the loss of a pool. The capital of the pool was `capital` before
	/// the loss. The amount given is lent: the pool repays it out of the premiums unearned by now,
	/// and out of no other money. Returns `None` if the pool is not admitted, if no amount may be
	/// drawn, or if the incident is not open. The reserve then owes no amount.
	fn draw(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		capital: Balance,
		wanted: Balance,
	) -> Result<Option<Draw<Credit>>, DispatchError>;
	/// Take back a part of the loan of a pool. It comes from premiums that were unearned at the
	/// draw, as they are earned. The money that cannot be taken comes back.
	fn repay(pool: PoolId, asset: AssetId, credit: Credit) -> Result<(), Credit>;
	/// Reduce the debt of the reserve for a pool's loss in an incident by `amount`, which was
	/// recovered elsewhere. `amount` is at most all that the reserve owes for it.
	fn reduce_obligation(incident: IncidentId, pool: PoolId, asset: AssetId, amount: Balance);
	/// Keep money that was recovered for the underwriters of a pool, beyond all debts. `held_at` is
	/// a block at whose end the holders of the pool's shares were those who bore the loss in the
	/// incident. The money is never the reserve's own, and backs no pool. The money that cannot be
	/// taken comes back.
	fn salvage(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		held_at: u32,
		credit: Credit,
	) -> Result<(), Credit>;
	/// Write off `amount` of the loan of a pool. The pool will never repay it: the premiums pledged
	/// for it are all earned.
	fn written_off(pool: PoolId, asset: AssetId, amount: Balance);
	/// The amount of a pool's written-off loans that a recovery of an incident makes good: at most
	/// what the reserve lent for the incident and no recovery of it made good before.
	fn forgiven(incident: IncidentId, pool: PoolId, asset: &AssetId) -> Balance;
	/// Take back a part of a loan that was written off, at most [`Self::forgiven`]. The money that
	/// cannot be taken comes back.
	fn restore(incident: IncidentId, pool: PoolId, asset: AssetId, credit: Credit) -> Result<(), Credit>;
	/// True if the reserve stands behind a pool: a referendum has admitted it.
	fn is_admitted(pool: PoolId) -> bool;
}

impl<Credit> Backstop<Credit> for () {
	fn draw(
		_: IncidentId,
		_: PoolId,
		_: AssetId,
		_: Balance,
		_: Balance,
	) -> Result<Option<Draw<Credit>>, DispatchError> {
		Ok(None)
	}
	fn repay(_: PoolId, _: AssetId, credit: Credit) -> Result<(), Credit> {
		Err(credit)
	}
	fn reduce_obligation(_: IncidentId, _: PoolId, _: AssetId, _: Balance) {}
	fn salvage(_: IncidentId, _: PoolId, _: AssetId, _: u32, credit: Credit) -> Result<(), Credit> {
		Err(credit)
	}
	fn written_off(_: PoolId, _: AssetId, _: Balance) {}
	fn forgiven(_: IncidentId, _: PoolId, _: &AssetId) -> Balance {
		0
	}
	fn restore(_: IncidentId, _: PoolId, _: AssetId, credit: Credit) -> Result<(), Credit> {
		Err(credit)
	}
	fn is_admitted(_: PoolId) -> bool {
		false
	}
}
