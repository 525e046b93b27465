//! The shared reserve. Implemented by the reserve, used by the pools, and by the claims for what nobody takes.

use crate::{AssetId, Balance, IncidentId, PoolId};
use sp_runtime::{DispatchError, Permill};

/// What the reserve gave for a pool's loss.
pub struct Draw<Credit> {
	/// The money.
	pub credit: Credit,
	/// What the per-incident limit held back: owed by the reserve.
	pub held_back: Balance,
}

/// The shared reserve as the pools see it.
pub trait Backstop<AccountId> {
	/// Money in transit.
	type Credit;
	/// The part of every earned premium that goes to the reserve.
	fn premium_share() -> Permill;
	/// Take in a pool's premium share. What cannot be taken comes back.
	fn accept(pool: PoolId, asset: AssetId, share: Self::Credit) -> Result<(), Self::Credit>;
	/// Ask for up to `wanted` for the loss of a pool whose capital was `capital` before it. What is given is lent: the
	/// pool repays it out of the premiums unearned by now, and nothing else. `None`: the pool is not admitted or nothing
	/// may be drawn; then nothing is owed by the reserve.
	fn draw(
		incident: IncidentId,
		pool: PoolId,
		asset: AssetId,
		capital: Balance,
		wanted: Balance,
	) -> Result<Option<Draw<Self::Credit>>, DispatchError>;
	/// Take back a part of what a pool owes the reserve for its draws: it comes from premiums that were unearned at the
	/// draw, as they are earned. What cannot be taken comes back.
	fn repay(pool: PoolId, asset: AssetId, credit: Self::Credit) -> Result<(), Self::Credit>;
	/// Take in money that is no pool's premium: lost bonds, payouts that nobody took. What cannot be taken comes back.
	fn donate(asset: AssetId, credit: Self::Credit) -> Result<(), Self::Credit>;
	/// `amount` of what the reserve owes for a pool's loss in an incident was recovered elsewhere, or is given up; at most all
	/// that it owes for it.
	fn relieved(incident: IncidentId, pool: PoolId, asset: AssetId, amount: Balance);
	/// The pool will never repay `amount` of what it was lent: the premiums pledged for it are all earned.
	fn written_off(pool: PoolId, asset: AssetId, amount: Balance);
}
