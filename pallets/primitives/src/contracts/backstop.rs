//! The reserve as a backstop. Implemented by the reserve, used by the pools.

use crate::{AssetId, Balance, IncidentId, PoolId};
use sp_runtime::DispatchError;

/// What the reserve gave for a pool's loss.
pub struct Draw<Credit> {
	/// The money.
	pub credit: Credit,
	/// What the per-incident limit held back: owed by the reserve.
	pub held_back: Balance,
}

/// The shared reserve behind the pools.
pub trait Backstop<Credit> {
	/// Ask for up to `wanted` for the loss of a pool whose capital was `capital` before it. What is given is lent: the
	/// pool repays it out of the premiums unearned by now, and nothing else. `None`: the pool is not admitted or nothing
	/// may be drawn; then nothing is owed by the reserve.
	fn draw(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		capital: Balance,
		wanted: Balance,
	) -> Result<Option<Draw<Credit>>, DispatchError>;
	/// Take back a part of the loan of a pool: it comes from premiums that were unearned at the draw, as they are earned.
	/// What cannot be taken comes back.
	fn repay(pool: PoolId, asset: AssetId, credit: Credit) -> Result<(), Credit>;
	/// `amount` of what the reserve owes for a pool's loss in an incident was recovered elsewhere, or is given up; at most all
	/// that it owes for it.
	fn relieved(incident: IncidentId, pool: PoolId, asset: AssetId, amount: Balance);
	/// The pool will never repay `amount` of what it was lent: the premiums pledged for it are all earned.
	fn written_off(pool: PoolId, asset: AssetId, amount: Balance);
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
	fn relieved(_: IncidentId, _: PoolId, _: AssetId, _: Balance) {}
	fn written_off(_: PoolId, _: AssetId, _: Balance) {}
}
