// SPDX-License-Identifier: Apache-2.0

//! The interfaces for other pallets: the book of policies, the use of products, and the receiver of
//! incidents.

use crate::{pallet::*, types::Depositor, weights::WeightInfo};
use alloc::vec::Vec;
use breakwater_primitives::*;
use frame_support::{ensure, traits::Get, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult, Permill};

impl<T: Config> CoverBook<T::AccountId> for Pallet<T> {
	/// In the order of storage, which is fixed: a policy keeps its place. The walk goes on behind
	/// `after` even if that policy is removed.
	fn walk(product: ProductId, after: Option<PolicyId>, limit: u32) -> Vec<PolicyId> {
		let limit = limit.try_into().unwrap_or(usize::MAX);
		match after {
			None => ByProduct::<T>::iter_key_prefix(product).take(limit).collect(),
			Some(last) => {
				ByProduct::<T>::iter_key_prefix_from(product, ByProduct::<T>::hashed_key_for(product, last))
					.take(limit)
					.collect()
			}
		}
	}

	fn assess(policy: PolicyId, finding: &Finding) -> Option<ClaimShares> {
		Self::do_assess(policy, finding)
	}

	fn register(
		policy: PolicyId,
		incident: IncidentId,
		finding: &Finding,
		parts: &ClaimShares,
	) -> DispatchResult {
		Self::do_register(policy, incident, finding, parts)
	}

	fn backing(policy: PolicyId) -> Backed {
		let record = Policies::<T>::get(policy);
		Backed {
			pools: record.iter().flat_map(|policy| policy.allocations.iter()).map(|part| part.pool).collect(),
			is_renewed: Renewed::<T>::contains_key(policy),
			has_commission: Commissions::<T>::contains_key(policy),
		}
	}

	fn register_weight(size: PoolSize, voids: bool) -> Weight {
		let used = T::Underwriting::weight(CoverWork::Use, size);
		if !voids {
			return used;
		}
		used.saturating_add(T::Underwriting::weight(CoverWork::Shorten, size))
			.saturating_add(T::WeightInfo::set_renewal())
	}

	fn insured_account(policy: PolicyId) -> Option<interest::InsuredAccount> {
		InsuredAccounts::<T>::get(policy)
	}

	fn product_of(policy: PolicyId) -> Option<ProductId> {
		Policies::<T>::get(policy).map(|policy| policy.product)
	}

	fn holder(policy: PolicyId) -> Option<T::AccountId> {
		Policies::<T>::get(policy).map(|policy| policy.holder)
	}

	fn claim_closed(policy: PolicyId, incident: IncidentId) {
		Self::do_close_claim(policy, incident)
	}
}

impl<T: Config> ProductUse for Pallet<T> {
	fn ensure_unused(product: ProductId) -> DispatchResult {
		ensure!(!OpenIncidents::<T>::contains_key(product), Error::<T>::IncidentOpen);
		ensure!(ByProduct::<T>::iter_key_prefix(product).next().is_none(), Error::<T>::PoliciesLeft);
		Ok(())
	}

	fn insured(product: ProductId) -> Balance {
		Insured::<T>::get(product)
	}
}

impl<T: Config> CoverProvider<T::AccountId> for Pallet<T> {
	fn quote(
		product: ProductId,
		cover: Balance,
		period: Moment,
		commission: Permill,
	) -> Result<Quote, DispatchError> {
		Self::shown_quote(product, cover, period, commission)
	}

	fn insure(
		payer: &T::AccountId,
		holder: T::AccountId,
		order: &Order<T::AccountId>,
	) -> Result<PolicyId, DispatchError> {
		Self::do_buy(payer.clone(), order, Some(holder)).map(|(id, _)| id).map_err(|refusal| refusal.error)
	}
}

impl<T: Config> Pallet<T> {
	/// Resume sales after an incident. Another incident that is open on the product still stops
	/// them.
	fn close_incident(incident: IncidentId, product: ProductId) -> Weight {
		if OpenIncidents::<T>::get(product) == Some(incident) {
			OpenIncidents::<T>::remove(product);
			Self::deposit_event(Event::SalesResumed { product, incident });
		}
		T::DbWeight::get().reads_writes(3, 2)
	}
}

impl<T: Config> OnIncident for Pallet<T> {
	fn opened(incident: IncidentId, product: ProductId) -> Weight {
		// A second incident waits behind the first.
		if !OpenIncidents::<T>::contains_key(product) {
			OpenIncidents::<T>::insert(product, incident);
			Self::deposit_event(Event::SalesHalted { product, incident });
		}
		T::DbWeight::get().reads_writes(2, 2)
	}

	fn next(incident: IncidentId, product: ProductId) -> Weight {
		Self::opened(incident, product)
	}

	fn rejected(incident: IncidentId, product: ProductId) -> Weight {
		Self::close_incident(incident, product)
	}

	fn settled(incident: IncidentId, product: ProductId) -> Weight {
		Self::close_incident(incident, product)
	}
}

/// The policies of an account that are looked at.
const LOOKED_AT: usize = 8;

/// The holders of policies on a product are parties of the disputes over its incident, if they put
/// up the deposit for the policy. A policy that was a gift has its giver's. Of an account's
/// policies the first few are looked at: one who hides can use another account.
impl<T: Config> Conflicts<T::AccountId> for Pallet<T> {
	fn is_party(subject: Subject, who: &T::AccountId) -> bool {
		let Subject::Incident(id) = subject else { return false };
		let is_on_it = |policy: PolicyId| {
			Policies::<T>::get(policy).is_some_and(|policy| {
				policy.depositor == Depositor::Holder && OpenIncidents::<T>::get(policy.product) == Some(id)
			})
		};
		ByHolder::<T>::iter_key_prefix(who).take(LOOKED_AT).any(is_on_it)
	}

	fn weight() -> Weight {
		T::DbWeight::get().reads((LOOKED_AT as u64).saturating_mul(3).saturating_add(1))
	}
}
