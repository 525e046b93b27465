// SPDX-License-Identifier: Apache-2.0

//! The effects of incidents on a pool: locks, and partial settlements.

pub use breakwater_math::locked::Shared;
use breakwater_math::loss::Share;
use breakwater_primitives::{
	Balance, IncidentId, ProductId, Settlement, MAX_INCIDENTS_PER_PRODUCT, MAX_PRODUCTS_PER_POOL,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// The largest number of open incidents that can touch a pool at a time: for each of its products
/// as many as one can have.
pub const MAX_FREEZES: u32 = MAX_PRODUCTS_PER_POOL * MAX_INCIDENTS_PER_PRODUCT;
/// The largest number of partial settlements that are kept of a pool at a time. When no place is
/// left, a further one is final at once, and is not kept.
pub const MAX_PARTIALS: u32 = 64;

/// The open incidents that touch a pool, each with its product.
pub type Freezes = BoundedVec<(IncidentId, ProductId), ConstU32<MAX_FREEZES>>;
/// The partial settlements of a pool, oldest first.
pub type Partials = BoundedVec<Short, ConstU32<MAX_PARTIALS>>;

/// The stage of a lock.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum LockStage {
	/// The cost is undecided.
	#[codec(index = 0)]
	Open,
	/// The incident was upheld, and all its claims are known: the lock is their sum.
	#[codec(index = 1)]
	Totalled,
	/// The incident was upheld, and its claims are charged one by one: the lock is theirs alone.
	#[codec(index = 2)]
	Reserved,
}

/// The most that an open incident could cost a pool.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Lock {
	/// The product of the incident.
	pub product: ProductId,
	/// The amount in the asset's units. While the incident is open: the exposure when it was
	/// opened, or what it and the one before it on the product could cost together, if that is
	/// more. Totalled: the sum of its claims. Reserved: what is not charged yet.
	pub amount: Balance,
	/// The stage of the lock.
	pub stage: LockStage,
}

impl Lock {
	/// Returns the locks of a product with this one added. `None` if a sum does not fit.
	pub fn added_to(&self, shared: Shared) -> Option<Shared> {
		match self.stage {
			LockStage::Open => Some(shared.with_open(self.amount)),
			LockStage::Totalled => shared.with_totalled(self.amount),
			LockStage::Reserved => shared.with_reserved(self.amount),
		}
	}
}

/// The amounts that stand against one incident in a pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Others {
	/// The amount reserved for other incidents, and what could be lost of the assets beside it.
	pub reserved: Balance,
	/// The most that the other incidents could cost besides, of those that count.
	pub locks: Balance,
}

impl Others {
	/// True if both amounts are zero, so that no more capital can become free for the incident.
	pub fn are_none(&self) -> bool {
		self.reserved == 0 && self.locks == 0
	}
}

/// A partial settlement: of a pool that did not have enough for all claims.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Short {
	/// The incident.
	pub incident: IncidentId,
	/// The number from which on incidents do not count against the settlement.
	pub cutoff: IncidentId,
	/// The pool's capital before the loss: the reserve gives at most this amount.
	pub capital: Balance,
	/// The settlement as it is now.
	pub settlement: Settlement,
}

impl Short {
	/// The amount that the pool itself still owes; zero if the settlement is final.
	pub fn waits_for(&self) -> Balance {
		if self.settlement.is_final {
			0
		} else {
			self.settlement.owed_by_pool
		}
	}

	/// The settlement's part in what is shared.
	pub fn share(&self) -> Share {
		Share { loss: self.settlement.loss, drawn: self.settlement.from_pool }
	}

	/// True if the settlement is final and no amount is owed on it: it is kept only because the
	/// reserve has lent for it.
	pub fn is_paid(&self) -> bool {
		let Settlement { owed_by_pool, owed_by_reserve, is_final, .. } = self.settlement;
		is_final && owed_by_pool == 0 && owed_by_reserve == 0
	}
}

/// The loss that the tranches of a pool bore in an incident, in the asset's units. It is recovered
/// for those who held the shares.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct BorneLoss {
	/// The amount that junior paid to the claims.
	pub junior: Balance,
	/// The amount that senior paid to the claims.
	pub senior: Balance,
	/// The amount that was recovered for the holders until now.
	pub recovered: Balance,
	/// The block before the last payment. The pool was frozen at its end, so that the holders of
	/// the shares in its state are those who bore the loss.
	pub held_at: u32,
}

impl BorneLoss {
	/// The amount that both tranches paid. `None` if it does not fit, which cannot happen: it is a
	/// part of one loss.
	pub fn total(&self) -> Option<Balance> {
		self.junior.checked_add(self.senior)
	}

	/// The amount that is not recovered yet.
	pub fn left(&self) -> Balance {
		// Without a sum nothing is recovered: the safe answer. No more is recovered than was lost.
		self.total().unwrap_or_default().saturating_sub(self.recovered)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn lock(stage: LockStage, amount: Balance) -> Lock {
		Lock { product: 1, amount, stage }
	}

	fn shared(locks: &[Lock]) -> Shared {
		locks.iter().fold(Shared::default(), |sum, lock| lock.added_to(sum).unwrap())
	}

	#[test]
	fn open_locks_should_be_one_the_largest() {
		let both = shared(&[lock(LockStage::Open, 100), lock(LockStage::Open, 70)]);
		assert_eq!((both.total(), both.beside(0), both.behind(50)), (Some(100), Some(100), Some(100)));
		assert_eq!(both.behind(120), Some(120), "cover that was extended");
	}

	#[test]
	fn known_claims_should_be_taken_out_of_the_shared_lock() {
		// 60 of 100 are claimed: 40 can still be claimed.
		let both = shared(&[lock(LockStage::Totalled, 60), lock(LockStage::Open, 100)]);
		assert_eq!(both.total(), Some(100));
		assert_eq!(shared(&[lock(LockStage::Open, 100)]).beside(60), Some(40));
		assert_eq!(shared(&[lock(LockStage::Open, 100)]).beside(101), Some(0));
		// Opened after the claims were known, the exposure is without them.
		assert_eq!(shared(&[lock(LockStage::Totalled, 60)]).behind(40), Some(100));
	}

	#[test]
	fn reserved_locks_should_count_once() {
		let both = shared(&[lock(LockStage::Reserved, 60), lock(LockStage::Open, 100)]);
		assert_eq!((both.total(), both.beside(0)), (Some(100), Some(40)));
		assert_eq!(shared(&[lock(LockStage::Reserved, 60)]).behind(40), Some(60), "part of it is claimed");
	}

	#[test]
	fn sums_should_be_none_when_they_do_not_fit() {
		let most =
			shared(&[lock(LockStage::Totalled, Balance::MAX), lock(LockStage::Reserved, Balance::MAX)]);
		assert_eq!((most.total(), most.beside(1), most.behind(1)), (None, None, None));
		assert_eq!(lock(LockStage::Totalled, 1).added_to(most), None);
		assert_eq!(lock(LockStage::Reserved, 1).added_to(most), None);
	}

	#[test]
	fn short_should_wait_for_nothing_when_final() {
		let settlement = Settlement { loss: 10, from_pool: 4, owed_by_pool: 6, ..Default::default() };
		let short = Short { settlement, ..Default::default() };
		assert_eq!((short.waits_for(), short.is_paid()), (6, false));
		let last = Short { settlement: Settlement { is_final: true, ..settlement }, ..short };
		assert_eq!((last.waits_for(), last.is_paid()), (0, false));
		let settlement = Settlement { owed_by_pool: 0, from_reserve: 6, ..last.settlement };
		assert!(Short { settlement, ..last }.is_paid());
	}
}
