// SPDX-License-Identifier: Apache-2.0

//! The settlement of losses. Implemented by the pools, used by the claims.

use super::PoolSize;
use crate::{AssetId, Balance, IncidentId, PoolId};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;
use sp_runtime::{DispatchError, DispatchResult};

/// The settlement of a loss in one pool.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Settlement {
	/// The sum of the claims.
	pub loss: Balance,
	/// The amount paid out of the pool's assets, or by recoveries of the pool's debt.
	pub from_pool: Balance,
	/// The amount paid by the reserve, or by recoveries of the reserve's debt.
	pub from_reserve: Balance,
	/// The amount owed by the reserve: the part that its per-incident limit held back.
	pub owed_by_reserve: Balance,
	/// The amount owed by the pool: the part that neither pool nor reserve could pay, or has paid
	/// yet.
	pub owed_by_pool: Balance,
	/// True if only recoveries can lessen the amount owed. Until then older incidents of the pool
	/// are undecided, and the money that they leave is still to come.
	pub is_final: bool,
}

impl Settlement {
	/// The money paid for the claims.
	pub fn funded(&self) -> Option<Balance> {
		self.from_pool.checked_add(self.from_reserve)
	}

	/// The amount that is not paid.
	pub fn owed(&self) -> Option<Balance> {
		self.owed_by_pool.checked_add(self.owed_by_reserve)
	}

	/// The sum of two settlements; final if both are.
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

/// The use of money that was recovered after a loss.
pub struct Recovered<Credit> {
	/// The incident's settlement in the pool as it is now. `None` if the pool keeps none, as no
	/// amount is owed on it: it is unchanged.
	pub settlement: Option<Settlement>,
	/// The part for the claims: the amount owed to them, the pool's debt first, then the reserve's.
	pub for_claims: Credit,
	/// The part above all debts and above all that the underwriters lost: it belongs to the account
	/// that gave it.
	pub back: Credit,
}

/// The kinds of work with a pool's losses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LossWork {
	/// A claim is charged to a reserved lock.
	Charge,
	/// A totalled loss is settled.
	Settle,
	/// A partial settlement gets more, or is final.
	TopUp,
	/// A partial settlement is asked for more, and gets none yet.
	Ask,
	/// A reserved lock is let go.
	Finish,
	/// Money for a freeze is shared by the underwriters.
	Compensate,
	/// Recovered money is taken.
	Recover,
	/// The capital of a pool is compared with its locks, and one of them is reserved.
	Reserve,
}

/// The settlement of losses.
pub trait LossSettlement<Credit> {
	/// The pools that an open incident has locked, and the amount locked of each.
	fn locks(incident: IncidentId) -> Vec<(PoolId, Balance)>;
	/// The asset of a pool.
	fn asset_of(pool: PoolId) -> Option<AssetId>;
	/// The books of both tranches of a pool: the capital that an incident keeps from leaving.
	fn capital(pool: PoolId) -> Balance;
	/// The number of open incidents that touch a pool.
	fn incidents_on(pool: PoolId) -> u32;
	/// True if a pool is so far behind that one piece of work does not catch it up.
	fn is_far_behind(pool: PoolId) -> bool;
	/// Reserve the lock of an upheld incident whose claims come one by one. Returns `true` if the
	/// pool's assets cover every lock, and everything that it still owes to incidents that were
	/// settled in part. The incident's lock there is then reserved: it counts in full against every
	/// other incident, and its claims are charged as they are registered. Otherwise returns `false`
	/// and changes no state.
	fn reserve_lock(incident: IncidentId, pool: PoolId) -> bool;
	/// Charge one claim to a pool whose lock is reserved for the incident. The lock falls by it.
	/// Returns the settlement of this claim, all of it from the pool. Refused while the pool is not
	/// caught up, as [`Self::settle`].
	fn charge(
		incident: IncidentId,
		pool: PoolId,
		amount: Balance,
	) -> Result<(Settlement, Credit), DispatchError>;
	/// The size of a pool as work finds it now. Open incidents count as the products that they need
	/// at least.
	fn size_of(pool: PoolId) -> PoolSize;
	/// The most weight of a piece of work with the losses of a pool of this size, however it ends.
	fn weight(work: LossWork, size: PoolSize) -> Weight;
	/// Finish an incident that gets no further claims. The rest of a reserved lock is let go, and
	/// the incident's freeze with it.
	fn finish(incident: IncidentId, pool: PoolId) -> DispatchResult;
	/// Lower the lock of an upheld incident on a pool to the sum of its claims, which are now
	/// known. The sum, `loss`, is never above the lock. Refused for a reserved lock: its claims are
	/// charged one by one.
	fn totalled(incident: IncidentId, pool: PoolId, loss: Balance) -> DispatchResult;
	/// Charge a totalled loss to a pool. The incident's lock goes, and the freeze by that lock.
	/// Incidents from number `cutoff` on were opened after this one was upheld. They do not count,
	/// except for reserved locks. A pool that has not enough for all pays the part that is certain.
	/// [`Self::top_up`] pays the rest as older incidents are decided. The amount that the pool can
	/// still pay by itself keeps it frozen until then. The reserve is asked when none of those
	/// incidents is left. Refused while the pool is not caught up: a later
	/// call, or the round over the days, bring it there.
	fn settle(
		incident: IncidentId,
		pool: PoolId,
		cutoff: IncidentId,
	) -> Result<(Settlement, Credit), DispatchError>;
	/// Top up the settlement of an incident that was settled in part. Returns the whole settlement,
	/// and the new money, which can be zero. No more comes once the settlement is final. To be
	/// called for each settlement that is not final whenever another incident that touches the pool
	/// is settled or rejected: a pool stays frozen until its last partial settlement is final.
	/// Refused while the pool is not caught up, as [`Self::settle`], unless the settlement is
	/// final. Also refused for an incident that has no partial settlement in the pool.
	fn top_up(incident: IncidentId, pool: PoolId) -> Result<(Settlement, Credit), DispatchError>;
	/// Give money to the underwriters whose capital a rejected incident has frozen. To be called
	/// before the incident's freeze is lifted, so that no account buys in first. The credit comes
	/// back if the pool is not frozen, is not caught up, or has no underwriter who bears risk.
	fn compensate(pool: PoolId, credit: Credit) -> Result<(), Credit>;
	/// Take money that was recovered after an incident's final settlement in a pool. It pays the
	/// amount owed to the claims, by the pool and then by the reserve, and then the pool's loan. A
	/// surplus, up to the amount that the tranches lost in the incident, is kept by the reserve for
	/// the underwriters who bore the loss: see [`Backstop::salvage`](super::Backstop::salvage). It
	/// never enters a tranche's book: an account could buy in first. Refused, with the credit, for
	/// an incident on which no amount is owed and in which the tranches lost none, and for one that
	/// is closed.
	fn recover(
		incident: IncidentId,
		pool: PoolId,
		credit: Credit,
	) -> Result<Recovered<Credit>, (DispatchError, Credit)>;
	/// Note that the reserve has paid `amount` of what it owed on a final settlement.
	fn reserve_paid(incident: IncidentId, pool: PoolId, amount: Balance);
	/// Close a final settlement: the amount that the pool still owes will never be paid, no further
	/// recovery is taken, and the pool forgets it. No effect if the pool keeps no record of it.
	/// Refused while the settlement is not final, and while the reserve owes an amount for it.
	fn close(incident: IncidentId, pool: PoolId) -> DispatchResult;
}

impl<Credit> LossSettlement<Credit> for () {
	fn locks(_: IncidentId) -> Vec<(PoolId, Balance)> {
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
	fn is_far_behind(_: PoolId) -> bool {
		false
	}
	fn reserve_lock(_: IncidentId, _: PoolId) -> bool {
		false
	}
	fn charge(_: IncidentId, _: PoolId, _: Balance) -> Result<(Settlement, Credit), DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn size_of(_: PoolId) -> PoolSize {
		PoolSize::LEAST
	}
	fn weight(_: LossWork, _: PoolSize) -> Weight {
		Weight::zero()
	}
	fn finish(_: IncidentId, _: PoolId) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn totalled(_: IncidentId, _: PoolId, _: Balance) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
	fn settle(_: IncidentId, _: PoolId, _: IncidentId) -> Result<(Settlement, Credit), DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn top_up(_: IncidentId, _: PoolId) -> Result<(Settlement, Credit), DispatchError> {
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
	fn reserve_paid(_: IncidentId, _: PoolId, _: Balance) {}
	fn close(_: IncidentId, _: PoolId) -> DispatchResult {
		Err(DispatchError::Unavailable)
	}
}
