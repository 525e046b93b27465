// SPDX-License-Identifier: Apache-2.0

//! The claim of a policy under an incident, and its booking.

use crate::{pallet::*, types::PackedStream};
use alloc::vec::Vec;
use breakwater_math::claim::{self, Assessed};
use breakwater_primitives::*;
use frame_support::{ensure, storage::with_storage_layer};
use sp_runtime::{traits::Zero, ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Returns the claim of a policy under a finding; see [`breakwater_math::claim`] for the
	/// formula.
	///
	/// With a trigger, `loss` is the part of the cover in force that the payout curve gives,
	/// rounded down, and no insured account counts. Where people assess, `loss` is the assessed
	/// loss of the policy's insured account. Then the claim is also at most the amount left of the
	/// proposal's total. The pools of the cover that was in force share the claim by the cover that
	/// each backs, to the unit.
	///
	/// Coinsurance and deductible are of the insured account's whole loss, so a second policy does
	/// not make up for them. All claims on an insured account together are at most the amount that
	/// the most generous of its policies allows alone.
	///
	/// `None` unless cover was in force when the event occurred, the right to claim had not expired
	/// when the incident was opened, and the claim is above zero. The terms are those of the
	/// purchase.
	pub(crate) fn do_assess(id: PolicyId, finding: &Finding) -> Option<ClaimShares> {
		let policy = Policies::<T>::get(id)?;
		if policy.expired(finding.opened_active) {
			return None;
		}
		let in_force = policy.in_force(finding.occurred_at)?;
		let terms = T::Listings::terms(policy.product, policy.version)?;
		let (loss, earlier, most) = match finding.measure {
			Measure::Average(binding) => (terms.payout.loss(in_force, binding)?, 0, in_force),
			Measure::Loss { loss, claimed, most } => (loss, claimed, most),
		};
		let left = policy.cover_left()?;
		let claimed = policy.cover.checked_sub(left)?;
		let Terms { coinsurance, deductible, .. } = terms;
		let assessed = Assessed { loss, coinsurance, deductible, earlier, most, in_force, claimed, left };
		let amount = assessed.claim();
		if amount.is_zero() {
			return None;
		}
		// The pools of cover that had not begun yet come last, and pay zero.
		let covers = policy.allocations.iter().map(|part| part.cover);
		let shares = claim::parts(amount, assessed.window(), covers);
		let parts = policy.allocations.iter().zip(shares).map(|(part, share)| Some((part.pool, share?)));
		ClaimShares::try_from(parts.collect::<Option<Vec<_>>>()?).ok()
	}

	/// Book a claim under `incident` by its finding, of each pool its part; all or nothing. A
	/// renewal after the event is void.
	pub(crate) fn do_register(
		id: PolicyId,
		incident: IncidentId,
		finding: &Finding,
		parts: &ClaimShares,
	) -> DispatchResult {
		let mut policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		let open = OpenIncidents::<T>::get(policy.product);
		ensure!(open == Some(incident), Error::<T>::WrongIncident);
		ensure!(policy.last_claim.is_none_or(|last| last < incident), Error::<T>::AlreadyRegistered);
		ensure!(parts.len() == policy.allocations.len(), Error::<T>::WrongShares);
		let sum = parts.iter().try_fold(0, |sum: Balance, (_, amount)| sum.checked_add(*amount));
		let amount = sum.ok_or(ArithmeticError::Overflow)?;
		ensure!(!amount.is_zero(), Error::<T>::ZeroClaim);
		let old_cover_left = policy.cover_left().ok_or(ArithmeticError::Overflow)?;
		let open_claims = policy.open_claims.checked_add(1).ok_or(ArithmeticError::Overflow)?;

		with_storage_layer(|| {
			let left = old_cover_left.checked_sub(amount).ok_or(Error::<T>::AboveCoverLeft)?;
			Self::use_commission(id, left)?;
			Self::change_insured(policy.product, amount, 0);
			Self::settle_renewal(id, &mut policy, incident, finding);
			Self::use_parts(&mut policy, parts)
		})?;
		let new_cover_left = policy.cover_left().ok_or(ArithmeticError::Overflow)?;
		policy.last_claim = Some(incident);
		policy.open_claims = open_claims;
		Policies::<T>::insert(id, policy);
		OpenClaims::<T>::insert(id, incident, amount);
		Self::deposit_event(Event::ClaimRegistered {
			policy: id,
			incident,
			amount,
			old_cover_left,
			new_cover_left,
		});
		Ok(())
	}

	/// Use up the cover that a policy's pools are to pay. A pool that backs no cover any more is
	/// dropped. To be run in a storage layer.
	fn use_parts(policy: &mut PolicyOf<T>, parts: &ClaimShares) -> DispatchResult {
		let (product, expires) = (policy.product, policy.expires);
		for (part, (pool, amount)) in policy.allocations.iter_mut().zip(parts) {
			ensure!(part.pool == *pool, Error::<T>::WrongShares);
			let cover = part.cover.checked_sub(*amount).ok_or(Error::<T>::AboveCoverLeft)?;
			if amount.is_zero() {
				continue;
			}
			let stream = T::Underwriting::use_cover(&part.backing(product, expires), *amount)?;
			part.cover = cover;
			part.stream = PackedStream::pack(stream).ok_or(Error::<T>::PremiumTooLarge)?;
		}
		policy.allocations.retain(|part| part.cover > 0);
		Ok(())
	}

	/// Close a claim that is paid or given up: it no longer keeps the policy's record. A second
	/// call has no effect.
	pub(crate) fn do_close_claim(id: PolicyId, incident: IncidentId) {
		let Some(amount) = OpenClaims::<T>::take(id, incident) else { return };
		Policies::<T>::mutate_extant(id, |policy| {
			// Saturating: the count is that of the entries of `OpenClaims`, of which one was just
			// taken.
			policy.open_claims = policy.open_claims.saturating_sub(1);
		});
		Self::deposit_event(Event::ClaimClosed { policy: id, incident, amount });
	}
}
