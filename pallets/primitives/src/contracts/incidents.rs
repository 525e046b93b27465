// SPDX-License-Identifier: Apache-2.0

//! The incidents. Implemented by the claims, used by the triggers and the assessment, which decide
//! them.

use crate::{BlockTime, IncidentId, LossTable, Moment, ProductId};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::weights::Weight;
use scale_info::TypeInfo;

/// The pallet that decides an incident.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Decider {
	/// The product's trigger, by data.
	#[codec(index = 0)]
	Trigger,
	/// The assessment, by people.
	#[codec(index = 1)]
	Assessment,
}

/// The loss measure of an upheld incident.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Upheld {
	/// The binding average, in 10^-18.
	#[codec(index = 0)]
	Average(u128),
	/// A table of losses by insured account.
	#[codec(index = 1)]
	Losses(LossTable),
}

/// The reason for which an incident was rejected.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Reason {
	/// The average was back before the breach had lasted long enough.
	#[codec(index = 0)]
	Recovered,
	/// The outcome proposal that was accepted says so.
	#[codec(index = 1)]
	NotCovered,
	/// No outcome was proposed in time.
	#[codec(index = 2)]
	NoProposal,
}

/// The open incidents of a product, at most two.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct ProductIncidents {
	/// The incident whose money is dealt with, or will be.
	pub first: Option<IncidentId>,
	/// The incident behind it. Its exposure is locked; its money waits for the end of the first.
	pub second: Option<IncidentId>,
}

/// The incidents as their deciders see them. A step that an incident cannot take changes no state.
pub trait Incidents {
	/// The open incidents of a product.
	fn open_on(product: ProductId) -> ProductIncidents;
	/// The decider of an open incident; `None` if it is decided or unknown.
	fn decider(incident: IncidentId) -> Option<Decider>;
	/// The time of the block that opened an incident.
	fn opened(incident: IncidentId) -> Option<BlockTime>;
	/// Opens an incident on a product for an event of `occurred_at`. It counts as opened at
	/// `opened`. Sales, changes and withdrawals stop in this block, and exposure is locked. Returns
	/// `None` if two incidents are open, or if there are no ids left.
	fn open(
		product: ProductId,
		occurred_at: Moment,
		opened: BlockTime,
		decider: Decider,
	) -> Option<(IncidentId, Weight)>;
	/// Hands an incident over from the trigger to the assessment: data cannot decide it. The
	/// assessment begins when no other incident of the product is before it.
	fn refer(incident: IncidentId) -> Weight;
	/// Upholds an incident: the event happened at `occurred_at`. If another incident of the product
	/// is before it, its claims wait for the end of that one.
	fn uphold(incident: IncidentId, occurred_at: Moment, upheld: Upheld) -> Weight;
	/// Rejects an incident, for a reason that is known since `at`. Its freeze and locks end.
	fn reject(incident: IncidentId, reason: Reason, at: Moment) -> Weight;
	/// The number of pools that an open incident has locked.
	fn pools_of(incident: IncidentId) -> u32;
	/// The most weight that the end of an incident can use for its product to go on: the incident
	/// behind it begins, and the hooks of the end.
	fn most_ending() -> Weight;
	/// The most weight that [`Self::uphold`] can use.
	fn most_upholding() -> Weight;
}

impl Incidents for () {
	fn open_on(_: ProductId) -> ProductIncidents {
		ProductIncidents::default()
	}
	fn decider(_: IncidentId) -> Option<Decider> {
		None
	}
	fn opened(_: IncidentId) -> Option<BlockTime> {
		None
	}
	fn open(_: ProductId, _: Moment, _: BlockTime, _: Decider) -> Option<(IncidentId, Weight)> {
		None
	}
	fn refer(_: IncidentId) -> Weight {
		Weight::zero()
	}
	fn uphold(_: IncidentId, _: Moment, _: Upheld) -> Weight {
		Weight::zero()
	}
	fn reject(_: IncidentId, _: Reason, _: Moment) -> Weight {
		Weight::zero()
	}
	fn pools_of(_: IncidentId) -> u32 {
		0
	}
	fn most_ending() -> Weight {
		Weight::zero()
	}
	fn most_upholding() -> Weight {
		Weight::zero()
	}
}
