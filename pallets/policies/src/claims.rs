//! What an incident makes of a policy, and the booking of its claim.

use crate::pallet::*;
use breakwater_math::payout;
use breakwater_primitives::*;
use frame_support::{ensure, storage::with_storage_layer};
use sp_runtime::{traits::Zero, ArithmeticError, DispatchResult, PerThing};

impl<T: Config> Pallet<T> {
	/// The claim of a policy under a finding:
	/// `min(floor(loss × (1 − coinsurance)) − deductible, cover left)`, with `loss` the part of the whole cover that the
	/// payout curve gives, rounded down.
	///
	/// `None` unless the cover was in force when the event occurred, the right to claim had not expired when the incident
	/// was opened, and something is to be paid. The terms are those of the purchase.
	pub(crate) fn do_assess(id: PolicyId, finding: &Finding) -> Option<Assessment> {
		let policy = Policies::<T>::get(id)?;
		if !policy.in_force(finding.occurred_at) || policy.expired(finding.opened_active) {
			return None;
		}
		let terms = TermsOf::<T>::get(policy.product, policy.version)?;
		let loss = match terms.payout {
			Payout::Full => policy.cover,
			Payout::Linear { attachment, exhaustion } => {
				payout::loss(policy.cover, finding.worst, attachment, exhaustion)?
			}
		};
		let borne = terms.coinsurance.left_from_one().mul_floor(loss);
		// Saturating: a loss below the deductible is borne by the holder.
		let amount = borne.saturating_sub(terms.deductible).min(policy.cover_left);
		(!amount.is_zero()).then_some(Assessment { pool: policy.pool, amount })
	}

	/// Book a claim of `amount` under `incident`; all or nothing.
	pub(crate) fn do_register(id: PolicyId, incident: IncidentId, amount: Balance) -> DispatchResult {
		let mut policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		let open = OpenIncidents::<T>::get(policy.product);
		ensure!(open == Some(incident), Error::<T>::WrongIncident);
		ensure!(policy.last_claim.is_none_or(|last| last < incident), Error::<T>::AlreadyRegistered);
		ensure!(!amount.is_zero(), Error::<T>::ZeroClaim);
		let old_cover_left = policy.cover_left;
		let new_cover_left = old_cover_left.checked_sub(amount).ok_or(Error::<T>::AboveCoverLeft)?;
		let open_claims = policy.open_claims.checked_add(1).ok_or(ArithmeticError::Overflow)?;

		policy.stream = with_storage_layer(|| {
			T::Underwriting::use_cover(
				policy.pool,
				policy.product,
				old_cover_left,
				amount,
				policy.expires,
				policy.stream,
			)
		})?;
		policy.cover_left = new_cover_left;
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

	/// A claim is paid or given up: it no longer keeps the policy's record. A second call changes nothing.
	pub(crate) fn do_close_claim(id: PolicyId, incident: IncidentId) {
		let Some(amount) = OpenClaims::<T>::take(id, incident) else { return };
		Policies::<T>::mutate_extant(id, |policy| {
			// Saturating: the count is that of the entries of `OpenClaims`, of which one was just taken.
			policy.open_claims = policy.open_claims.saturating_sub(1);
		});
		Self::deposit_event(Event::ClaimClosed { policy: id, incident, amount });
	}
}
