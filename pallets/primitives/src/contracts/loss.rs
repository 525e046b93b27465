//! The settlement of losses. Implemented by the pools, used by the claims.

use crate::{AssetId, Balance, IncidentId, PoolId};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult};

/// What became of a loss in one pool.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Settlement {
	/// The sum of the claims.
	pub loss: Balance,
	/// Paid out of the pool's assets, or by recoveries what the pool owed.
	pub from_pool: Balance,
	/// Paid by the reserve, or by recoveries what the reserve owed.
	pub from_reserve: Balance,
	/// Owed by the reserve: what its per-incident limit held back.
	pub owed_by_reserve: Balance,
	/// Owed by the pool: what nobody could pay, or has paid yet.
	pub owed_by_pool: Balance,
	/// Whether nothing but recoveries can lessen what is owed. Until then older incidents of the pool are undecided, and what
	/// they leave is still to come.
	pub is_final: bool,
}

impl Settlement {
	/// The money that came together for the claims.
	pub fn funded(&self) -> Option<Balance> {
		self.from_pool.checked_add(self.from_reserve)
	}

	/// What nobody has paid.
	pub fn owed(&self) -> Option<Balance> {
		self.owed_by_pool.checked_add(self.owed_by_reserve)
	}

	/// Two of them together; final if both are.
	pub fn plus(&self, other: &Self) -> Option<Self> {
		Some(Self {
			loss: self.loss.checked_add(other.loss)?,
			from_pool: self.from_pool.checked_add(other.from_pool)?,
			from_reserve: self.from_reserve.checked_add(other.from_reserve)?,
			owed_by_reserve: self.owed_by_reserve.checked_add(other.owed_by_reserve)?,
			owed_by_pool: self.owed_by_pool.checked_add(other.owed_by_pool)?,
			is_final: self.is_final && other.is_final,
		})
	}
}

/// What came of money that was recovered after a loss.
pub struct Recovered<Credit> {
	/// What the incident's settlement in the pool comes to now.
	pub settlement: Settlement,
	/// For the claims: what was owed to them, the pool's debt first, then the reserve's.
	pub for_claims: Credit,
	/// What is above all debts: it belongs to the one who gave it.
	pub back: Credit,
}

/// The settlement of losses.
pub trait LossSettlement<Credit> {
	/// The pools an open incident has pinned, and how much of each.
	fn pins(incident: IncidentId) -> Vec<(PoolId, Balance)>;
	/// The asset of a pool.
	fn asset_of(pool: PoolId) -> Option<AssetId>;
	/// The books of both classes of a pool: what an incident keeps from leaving.
	fn capital(pool: PoolId) -> Balance;
	/// How many open incidents touch a pool.
	fn incidents_on(pool: PoolId) -> u32;
	/// What it costs to catch a pool up with time now; nothing if it was touched in this block already. Whatever touches a pool
	/// pays for that on top of its own. `None` if it is so far behind that one touch is not enough.
	fn catching_up(pool: PoolId) -> Option<Weight>;
	/// The most that it can cost.
	fn most_catching_up() -> Weight;
	/// An incident is upheld whose claims come one by one. If the pool's assets cover every pin, and everything that it still
	/// owes to incidents that were settled short, the incident's pin there is reserved: it counts in full against every
	/// other incident, and its claims are charged as they are registered. Then `true`; otherwise nothing changes.
	fn reserve_pin(incident: IncidentId, pool: PoolId) -> bool;
	/// Charge one claim to a pool whose pin is reserved for the incident. The pin falls by it. Returns what this claim came
	/// to, all of it from the pool. Refused while the pool is not caught up, as [`Self::settle`].
	fn charge(
		incident: IncidentId,
		pool: PoolId,
		amount: Balance,
	) -> Result<(Settlement, Credit), DispatchError>;
	/// No further claims of the incident come: what is left of a reserved pin is let go, and the incident's freeze with it.
	fn finish(incident: IncidentId, pool: PoolId) -> DispatchResult;
	/// The claims of an upheld incident on a pool are known: its pin falls to their sum, `loss`, which is never above it.
	/// Refused for a reserved pin: its claims are charged one by one.
	fn tallied(incident: IncidentId, pool: PoolId, loss: Balance) -> DispatchResult;
	/// Charge a tallied loss to a pool and lift this incident's pin and freeze from it. Incidents from number `horizon` on were
	/// opened after this one was upheld and do not count, but for reserved pins. A pool that has not enough for all pays the
	/// part that is certain, and [`Self::raise`] the rest as older incidents are decided; the reserve is asked when none of
	/// them is left. Refused while the pool is not caught up: a later call, or the idle visits of the pools, bring it there.
	fn settle(
		incident: IncidentId,
		pool: PoolId,
		horizon: IncidentId,
	) -> Result<(Settlement, Credit), DispatchError>;
	/// What an incident that was settled short gets more by now: the whole settlement, and the new money, which can be
	/// nothing. Nothing more comes once the settlement is final. To be called for each that is not final whenever another
	/// incident that touches the pool is settled or rejected: a pool stays frozen until its last short settlement is final.
	/// Refused while the pool is not caught up, as [`Self::settle`], unless the settlement is final, and for an incident that
	/// the pool has no short settlement of.
	fn raise(incident: IncidentId, pool: PoolId) -> Result<(Settlement, Credit), DispatchError>;
	/// Money for those whose capital a rejected incident has frozen; before its freeze is lifted, so that nobody buys in
	/// first. What cannot be taken comes back: of a pool that is not frozen, not caught up, or in which nobody bears risk.
	fn compensate(pool: PoolId, credit: Credit) -> Result<(), Credit>;
	/// Money that was recovered after an incident's final settlement in a pool: it pays what is owed to the claims, by the pool
	/// and then by the reserve, and then the pool's loan. It never enters a class's book: somebody would buy in first.
	/// Refused, with the credit, for an incident of which the pool keeps no final settlement: one that the pool paid in full
	/// owes nothing.
	fn recover(
		incident: IncidentId,
		pool: PoolId,
		credit: Credit,
	) -> Result<Recovered<Credit>, (DispatchError, Credit)>;
	/// Nothing will be paid any more of what a final settlement still owes: pool and reserve forget it. Nothing happens if
	/// nothing is owed. Refused while the settlement is not final.
	fn close(incident: IncidentId, pool: PoolId) -> DispatchResult;
}

impl<Credit> LossSettlement<Credit> for () {
	fn pins(_: IncidentId) -> Vec<(PoolId, Balance)> {
		Vec::new()
	}
	fn asset_of(_: PoolId) -> Option<AssetId> {
		None
	}
	fn capital(_: PoolId) -> Balance {
		0
	}
	fn incidents_on(_: PoolId) -> u32 {
		0
	}
	fn catching_up(_: PoolId) -> Option<Weight> {
		Some(Weight::zero())
	}
	fn most_catching_up() -> Weight {
		Weight::zero()
	}
	fn reserve_pin(_: IncidentId, _: PoolId) -> bool {
		false
	}
	fn charge(_: IncidentId, _: PoolId, _: Balance) -> Result<(Settlement, Credit), DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn finish(_: IncidentId, _: PoolId) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn tallied(_: IncidentId, _: PoolId, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn settle(_: IncidentId, _: PoolId, _: IncidentId) -> Result<(Settlement, Credit), DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn raise(_: IncidentId, _: PoolId) -> Result<(Settlement, Credit), DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn compensate(_: PoolId, credit: Credit) -> Result<(), Credit> {
		Err(credit)
	}
	fn recover(
		_: IncidentId,
		_: PoolId,
		credit: Credit,
	) -> Result<Recovered<Credit>, (DispatchError, Credit)> {
		Err((DispatchError::Unavailable, credit))
	}
	fn close(_: IncidentId, _: PoolId) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
}
