//! What incidents make of a pool: pins, and settlements of pools that had not enough.

use breakwater_math::loss::Share;
use breakwater_primitives::{
	Balance, IncidentId, ProductId, Settlement, MAX_INCIDENTS_PER_PRODUCT, MAX_PRODUCTS_PER_POOL,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// The open incidents that can touch a pool at a time: with each of its products as many as one can have.
pub const MAX_FREEZES: u32 = MAX_PRODUCTS_PER_POOL * MAX_INCIDENTS_PER_PRODUCT;
/// The short settlements that are kept of a pool at a time. When there is no place left, a further one is final at once, and
/// not kept.
pub const MAX_SHORTS: u32 = 64;

/// The open incidents that touch a pool, each with its product.
pub type Freezes = BoundedVec<(IncidentId, ProductId), ConstU32<MAX_FREEZES>>;
/// The short settlements of a pool, oldest first.
pub type Shorts = BoundedVec<Short, ConstU32<MAX_SHORTS>>;

/// How far an open incident has come.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum PinStage {
	/// Nothing of what it can cost is decided.
	#[codec(index = 0)]
	Open,
	/// It was upheld, and all its claims are known.
	#[codec(index = 1)]
	Tallied,
	/// It was upheld, and its claims are charged one by one: the pin is theirs alone.
	#[codec(index = 2)]
	Reserved,
}

/// What an open incident could at most cost a pool.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Pin {
	/// The product of the incident.
	pub product: ProductId,
	/// In the asset's units. While the incident is open: the exposure when it was opened, or what it and the one before it on the
	/// product could cost together, if that is more. Tallied: the sum of its claims. Reserved: what is not charged yet.
	pub amount: Balance,
	/// How far the incident has come.
	pub stage: PinStage,
	/// Settlements that are short wait for it if they were upheld after the incident of this number was
	/// opened: the incident itself, or the inconclusive one before it, whose pin it takes on.
	pub since: IncidentId,
}

/// The pins of incidents that share a pool, of one product: what the product could at most cost.
///
/// What is decided adds up. What is open is shared: the pin of an incident that waits behind another one is the most that both
/// could cost together, as each unit of cover is claimed once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shared {
	/// The sum of the known claims.
	pub tallied: Balance,
	/// The sum of what is reserved.
	pub reserved: Balance,
	/// The largest pin that is open.
	pub open: Balance,
	/// What inconclusive incidents could cost if they are opened again: of cover that no known claim has
	/// used.
	pub reopening: Balance,
}

impl Shared {
	/// With one pin more. `None` if a sum does not fit.
	pub fn with(self, pin: &Pin) -> Option<Self> {
		Some(match pin.stage {
			PinStage::Open => Self { open: self.open.max(pin.amount), ..self },
			PinStage::Tallied => Self { tallied: self.tallied.checked_add(pin.amount)?, ..self },
			PinStage::Reserved => Self { reserved: self.reserved.checked_add(pin.amount)?, ..self },
		})
	}

	/// What all open ones could cost together. `None` if the sum does not fit.
	pub fn total(&self) -> Option<Balance> {
		Some(self.tallied.checked_add(self.reserved)?.max(self.open))
	}

	/// What they could cost besides what is reserved, and besides `known` claims of another incident on the product. `None` if
	/// a sum does not fit.
	pub fn beside(&self, known: Balance) -> Option<Balance> {
		let decided = self.reserved.checked_add(known)?;
		// Saturates where what is open is shared with what is decided, and all of it is.
		let open = self.open.saturating_sub(decided);
		let reopening = self.reopening.saturating_sub(self.reserved);
		Some(open.max(self.tallied.checked_add(reopening)?))
	}

	/// The pin of a new incident behind them, if `exposure` is in force: what all can cost together.
	///
	/// What is tallied is out of the exposure already. What is open or reserved is in it, but for claims that were registered
	/// since and cover that has ended since. `None` if a sum does not fit.
	pub fn behind(&self, exposure: Balance) -> Option<Balance> {
		let undecided = self.open.max(self.reserved);
		Some(undecided.max(exposure.checked_add(self.tallied)?))
	}
}

/// What stands against one incident in a pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Others {
	/// What is reserved for other incidents, and what could be lost of the assets beside it.
	pub reserved: Balance,
	/// What the other incidents could cost besides, of those that count.
	pub pins: Balance,
}

impl Others {
	/// Whether nothing stands against the incident, so that nothing more can become free for it.
	pub fn are_none(&self) -> bool {
		self.reserved == 0 && self.pins == 0
	}
}

/// A settlement of a pool that had not enough for everybody.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Short {
	/// The incident.
	pub incident: IncidentId,
	/// Incidents from this number on do not count against it.
	pub horizon: IncidentId,
	/// The pool's capital before the loss: the reserve gives at most as much.
	pub capital: Balance,
	/// What became of it by now.
	pub settlement: Settlement,
}

impl Short {
	/// What the pool itself still owes, as long as it is not final.
	pub fn waits_for(&self) -> Balance {
		if self.settlement.is_final {
			0
		} else {
			self.settlement.owed_by_pool
		}
	}

	/// Its part in what is shared.
	pub fn share(&self) -> Share {
		Share { loss: self.settlement.loss, drawn: self.settlement.from_pool }
	}

	/// Whether nobody owes anything on it: it is kept only because the reserve has lent for it.
	pub fn is_paid(&self) -> bool {
		let Settlement { owed_by_pool, owed_by_reserve, is_final, .. } = self.settlement;
		is_final && owed_by_pool == 0 && owed_by_reserve == 0
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn pin(stage: PinStage, amount: Balance) -> Pin {
		Pin { product: 1, amount, stage, since: 0 }
	}

	fn shared(pins: &[Pin]) -> Shared {
		pins.iter().fold(Shared::default(), |sum, pin| sum.with(pin).unwrap())
	}

	#[test]
	fn open_pins_should_be_one_the_largest() {
		let both = shared(&[pin(PinStage::Open, 100), pin(PinStage::Open, 70)]);
		assert_eq!((both.total(), both.beside(0), both.behind(50)), (Some(100), Some(100), Some(100)));
		assert_eq!(both.behind(120), Some(120), "cover that was prolonged");
	}

	#[test]
	fn known_claims_should_be_taken_out_of_the_shared_pin() {
		// 60 of 100 are claimed: 40 can still be.
		let both = shared(&[pin(PinStage::Tallied, 60), pin(PinStage::Open, 100)]);
		assert_eq!(both.total(), Some(100));
		assert_eq!(shared(&[pin(PinStage::Open, 100)]).beside(60), Some(40));
		assert_eq!(shared(&[pin(PinStage::Open, 100)]).beside(101), Some(0));
		// Opened after the claims were known, the exposure is without them.
		assert_eq!(shared(&[pin(PinStage::Tallied, 60)]).behind(40), Some(100));
	}

	#[test]
	fn reserved_pins_should_count_once() {
		let both = shared(&[pin(PinStage::Reserved, 60), pin(PinStage::Open, 100)]);
		assert_eq!((both.total(), both.beside(0)), (Some(100), Some(40)));
		assert_eq!(shared(&[pin(PinStage::Reserved, 60)]).behind(40), Some(60), "part of it is claimed");
	}

	#[test]
	fn inconclusive_incidents_should_count_beside_known_claims() {
		let with = |shared: Shared, reopening| Shared { reopening, ..shared };
		assert_eq!(with(Shared::default(), 40).beside(10), Some(40), "10 are out of the exposure");
		assert_eq!(with(shared(&[pin(PinStage::Tallied, 60)]), 40).beside(0), Some(100));
		// What is open or reserved was pinned with it.
		assert_eq!(with(shared(&[pin(PinStage::Open, 100)]), 40).beside(0), Some(100));
		assert_eq!(with(shared(&[pin(PinStage::Reserved, 30)]), 40).beside(0), Some(10));
		assert_eq!(with(shared(&[pin(PinStage::Open, 100)]), 40).total(), Some(100));
	}

	#[test]
	fn sums_should_be_none_when_they_do_not_fit() {
		let most = shared(&[pin(PinStage::Tallied, Balance::MAX), pin(PinStage::Reserved, Balance::MAX)]);
		assert_eq!((most.total(), most.beside(1), most.behind(1)), (None, None, None));
		assert_eq!(most.with(&pin(PinStage::Tallied, 1)), None);
		assert_eq!(most.with(&pin(PinStage::Reserved, 1)), None);
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
