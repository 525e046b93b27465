// SPDX-License-Identifier: Apache-2.0

//! Listings and proposals.

use breakwater_primitives::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A new product in full.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo)]
pub struct Listing {
	/// The asset of premium, cover and payout; one that the pools accept.
	pub asset: AssetId,
	/// The correlation group: products that are expected to fail together share one.
	pub group: GroupId,
	/// The kind of risk.
	pub class: RiskClass,
	/// The displayed name, in UTF-8, 1 to 64 bytes.
	pub name: ProductName,
	/// The place where the wording can be read, in UTF-8, 1 to 256 bytes. Its hash is in the terms.
	pub uri: WordingUri,
	/// The decision whether an event has happened: by a trigger or by people.
	pub decision: Decision,
	/// The known facts about the covered risk.
	pub facts: RiskFacts,
	/// The first version of the terms.
	pub terms: Terms,
}

/// The id of a proposed product.
pub type ProposalId = u32;

/// A product that a sponsor proposes. It never changes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Proposal<AccountId, Ticket> {
	/// The account that proposes it.
	pub sponsor: AccountId,
	/// The sponsor's deposit.
	pub ticket: Ticket,
	/// The product.
	pub listing: Listing,
}
