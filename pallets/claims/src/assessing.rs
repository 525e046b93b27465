// SPDX-License-Identifier: Apache-2.0

//! The walk over a product's policies: which of them the incident concerns, and how much each may
//! claim.

use crate::{types::*, *};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::{ensure, storage::with_storage_layer, weights::WeightMeter};

impl<T: Config> Pallet<T> {
	/// Look at the next policy.
	pub(crate) fn assess_step(
		id: IncidentId,
		incident: &mut Incident,
		after: Option<PolicyId>,
		meter: &mut WeightMeter,
	) -> Progress {
		let next = T::Book::walk(incident.product, after, 1);
		let Some(policy) = next.first().copied().filter(|_| incident.upheld.is_some()) else {
			charge(meter, Self::end_assessing_weight(id));
			return Self::end_assessing(id, incident);
		};
		let finding = Self::finding(incident);
		charge(meter, Self::assess_weight(policy));
		let assessed = T::Book::assess(policy, &finding);
		if let Some(parts) = assessed.filter(|parts| parts.iter().any(|(_, part)| *part > 0)) {
			// A claim on pools that are far behind waits for the round over the days, or an
			// `accrue`, as a settlement does.
			if Self::is_far_behind(&parts) {
				return Progress::Blocked;
			}
			match with_storage_layer(|| Self::register(id, incident.claims, &finding, policy, &parts)) {
				Ok((claims, parts, amount)) => {
					incident.claims = claims;
					// A part of what is locked.
					incident.claimed = incident.claimed.saturating_add(amount);
					Self::deposit_event(Event::ClaimRegistered { incident: id, policy, parts, amount });
				}
				Err(error) => {
					log::error!(target: LOG_TARGET, "incident {id}: policy {policy} skipped: {error:?}");
					// Only emitted, not booked.
					let amount = sum(&parts).unwrap_or(Balance::MAX);
					Self::deposit_event(Event::ClaimSkipped { incident: id, policy, parts, amount, error });
				}
			}
		}
		incident.stage = Stage::AssessingClaims { after: Some(policy) };
		Progress::Stepped
	}

	/// True if a pool of a claim is so far behind that its amounts would not be those of this day.
	pub(crate) fn is_far_behind(parts: &ClaimShares) -> bool {
		parts.iter().any(|(pool, _)| T::Settlement::is_far_behind(*pool))
	}

	/// End the claims of an incident. The pools are charged next.
	pub(crate) fn end_assessing(id: IncidentId, incident: &mut Incident) -> Progress {
		let Ok(stage) = incident.stage.totalled() else { return Progress::Blocked };
		incident.stage = stage;
		if matches!(incident.upheld, Some(Upheld::Losses(_))) {
			let locked = PoolSettlements::<T>::iter_prefix_values(id)
				.fold(0u128, |sum, part| sum.saturating_add(part.lock));
			// A part of `closing_window_weight`.
			let _ = T::OnIncident::totalled(id, incident.claimed, locked);
		}
		Self::report_totals(id, incident);
		Self::deposit_event(Event::ClaimsTotalled { incident: id, claims: incident.claims });
		Progress::Stepped
	}

	/// Report to the pools the sums of the claims on them less what sponsors pay, except those that
	/// were charged one claim at a time.
	fn report_totals(id: IncidentId, incident: &mut Incident) {
		// At most as many as pools may underwrite a product.
		let parts: Vec<_> =
			PoolSettlements::<T>::iter_prefix(id).filter(|(_, part)| !part.is_reserved).collect();
		for (pool, part) in parts {
			let from_sponsors = with_storage_layer(|| Self::pay_first_loss(id, incident, pool, part));
			let from_sponsors = match from_sponsors {
				Ok((paid, changed)) => {
					*incident = changed;
					paid
				}
				Err(error) => {
					log::error!(target: LOG_TARGET, "incident {id}: no first loss for pool {pool}: {error:?}");
					0
				}
			};
			// At most the loss.
			let loss = part.loss.saturating_sub(from_sponsors);
			if let Err(error) = T::Settlement::totalled(id, pool, loss) {
				log::error!(target: LOG_TARGET, "incident {id}: pool {pool} takes no total: {error:?}");
			}
		}
	}

	/// Pay the loss of a pool out of its part of the sponsors' first loss. Returns the amount. All
	/// or nothing, by the caller's layer.
	fn pay_first_loss(
		id: IncidentId,
		incident: &Incident,
		pool: PoolId,
		mut part: PoolSettlement,
	) -> Result<(Balance, Incident), DispatchError> {
		let mut incident = incident.clone();
		let loss = part.loss;
		let paid = Self::take_first_loss(id, &mut incident, pool, &mut part, loss)?;
		if paid > 0 {
			PoolSettlements::<T>::insert(id, pool, part);
		}
		Ok((paid, incident))
	}

	/// Book a claim in the policies and here. All or nothing, by the caller's layer.
	///
	/// A pool is never charged more than its lock, so an amount beyond it is cut. A part on a pool
	/// that is not locked is cut to zero. Neither happens as long as the lock is the exposure to
	/// the product. The claim goes on with what is left. Returns the number of claims, and the
	/// parts above zero with their sum.
	pub(crate) fn register(
		id: IncidentId,
		claims: u32,
		finding: &Finding,
		policy: PolicyId,
		assessed: &ClaimShares,
	) -> Result<(u32, ClaimShares, Balance), DispatchError> {
		ensure!(!Claims::<T>::contains_key(id, policy), Error::<T>::AlreadyClaimed);
		let mut pools = Self::pools_of(id, assessed);
		let mut parts = assessed.clone();
		for (pool, amount) in parts.iter_mut() {
			let Some(part) = pools.get_mut(pool) else {
				*amount = 0;
				continue;
			};
			*amount = (*amount).min(part.lock.ensure_sub(part.loss)?);
			part.loss.ensure_add_assign(*amount)?;
		}
		let amount = sum(&parts).ok_or(ArithmeticError::Overflow)?;
		ensure!(amount > 0, Error::<T>::PoolNotLocked);
		let claims = claims.ensure_add(1)?;
		// The policies know the parts by their places.
		T::Book::register(policy, id, finding, &parts)?;
		parts.retain(|(_, amount)| *amount > 0);
		for (pool, mut part) in pools {
			if parts.iter().any(|(paying, _)| *paying == pool) {
				part.claims.ensure_add_assign(1)?;
				PoolSettlements::<T>::insert(id, pool, part);
			}
		}
		Claims::<T>::insert(
			id,
			policy,
			Claim { parts: parts.clone(), paid: Default::default(), status: ClaimStatus::Registered },
		);
		ByPolicy::<T>::insert(policy, id, ());
		Ok((claims, parts, amount))
	}

	/// The pools of a claim, each once. Pools that the incident has not locked are left out.
	pub(crate) fn pools_of(id: IncidentId, parts: &ClaimShares) -> BTreeMap<PoolId, PoolSettlement> {
		let pools: BTreeSet<_> = parts.iter().map(|(pool, _)| *pool).collect();
		pools.into_iter().filter_map(|pool| Some((pool, PoolSettlements::<T>::get(id, pool)?))).collect()
	}
}
