// SPDX-License-Identifier: Apache-2.0

//! The book of policies. Implemented by the policies, used by the claims.

use super::PoolSize;
use crate::{
	interest::InsuredAccount, Balance, IncidentId, Moment, PolicyId, PoolId, ProductId, MAX_ALLOCATIONS,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, weights::Weight, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// The claim of a policy on each pool that backs it, in the order in which the pools back it; zero
/// for a pool without a claim. A pool can be in it more than once.
pub type ClaimShares = BoundedVec<(PoolId, Balance), ConstU32<MAX_ALLOCATIONS>>;

/// The measure of the loss that an incident caused.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Measure {
	/// The binding average of the observation period, in 10^-18. The terms give the part of the
	/// cover that it stands for.
	#[codec(index = 0)]
	Average(u128),
	/// The assessed loss of the policy's insured account.
	#[codec(index = 1)]
	Loss {
		/// The loss, in the asset's units.
		loss: Balance,
		/// The sum of the claims on the insured account under this incident so far, in the asset's
		/// units. Another policy's claim counts against the amount that this policy's terms allow
		/// for the whole loss.
		claimed: Balance,
		/// The part of the proposal's total that is not claimed yet, in the asset's units.
		most: Balance,
	},
}

/// The facts of an incident that decide the claim of a policy.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Finding {
	/// Wall-clock time of the event.
	pub occurred_at: Moment,
	/// Active time at which the incident was opened.
	pub opened_active: Moment,
	/// The measure of the loss.
	pub measure: Measure,
}

/// The records of a policy on which the cost of a claim depends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backed {
	/// The pools that back it, one for each part.
	pub pools: Vec<PoolId>,
	/// True if it was renewed: a claim can void the renewal.
	pub is_renewed: bool,
	/// True if a distributor brought it: a claim cuts the commission.
	pub has_commission: bool,
}

/// The book of policies as the claims see it.
pub trait CoverBook<AccountId> {
	/// The policies of a product in the order of their walk, after `after`, at most `limit`.
	fn walk(product: ProductId, after: Option<PolicyId>, limit: u32) -> Vec<PolicyId>;
	/// Returns the claim of a policy under an incident, above zero; `None` if it is not covered.
	fn assess(policy: PolicyId, finding: &Finding) -> Option<ClaimShares>;
	/// Book a claim. The policy's cover left and the pools' exposure fall by its parts, which are
	/// those of [`Self::assess`] or less of them. A renewal of the policy since the event is void
	/// if the claim was possible without it.
	fn register(
		policy: PolicyId,
		incident: IncidentId,
		finding: &Finding,
		parts: &ClaimShares,
	) -> DispatchResult;
	/// The pools that back a policy, and the other records that a claim touches.
	fn backing(policy: PolicyId) -> Backed;
	/// The most weight of a claim's part on a pool of this size, and of voiding a renewal there.
	fn register_weight(size: PoolSize, voids: bool) -> Weight;
	/// The product of a policy.
	fn product_of(policy: PolicyId) -> Option<ProductId>;
	/// The account that is paid for a policy.
	fn holder(policy: PolicyId) -> Option<AccountId>;
	/// The insured account whose loss a policy covers; `None` for a product with a trigger.
	fn insured_account(_policy: PolicyId) -> Option<InsuredAccount> {
		None
	}
	/// Close a registered claim that is paid or given up. The policy's record is no longer needed
	/// for it. Until then the record is kept, and the holder with it.
	fn claim_closed(_policy: PolicyId, _incident: IncidentId) {}
}

impl<AccountId> CoverBook<AccountId> for () {
	fn walk(_: ProductId, _: Option<PolicyId>, _: u32) -> Vec<PolicyId> {
		Vec::new()
	}
	fn assess(_: PolicyId, _: &Finding) -> Option<ClaimShares> {
		None
	}
	fn register(_: PolicyId, _: IncidentId, _: &Finding, _: &ClaimShares) -> DispatchResult {
		Ok(())
	}
	fn backing(_: PolicyId) -> Backed {
		Backed::default()
	}
	fn register_weight(_: PoolSize, _: bool) -> Weight {
		Weight::zero()
	}
	fn product_of(_: PolicyId) -> Option<ProductId> {
		None
	}
	fn holder(_: PolicyId) -> Option<AccountId> {
		None
	}
}
