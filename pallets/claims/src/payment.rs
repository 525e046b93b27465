//! Paying the claims out of the escrow: all claims on one pool get the same fraction.

use crate::{types::*, *};
use breakwater_math::loss;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungibles::Mutate,
		tokens::Preservation::{self, Expendable, Preserve},
	},
	weights::WeightMeter,
};

impl<T: Config> Pallet<T> {
	/// Pay the next claim. One whose holder cannot receive is left for him to collect.
	pub(crate) fn pay_step(
		id: IncidentId,
		incident: &mut Incident,
		after: Option<PolicyId>,
		meter: &mut WeightMeter,
	) -> Progress {
		Self::charge(meter, T::WeightInfo::pay_step());
		let next = match after {
			Some(policy) => {
				let key = Claims::<T>::hashed_key_for(id, policy);
				Claims::<T>::iter_prefix_from(id, key).next()
			}
			None => Claims::<T>::iter_prefix(id).next(),
		};
		let Some((policy, claim)) = next else {
			if let Ok(stage) = incident.stage.paid() {
				incident.stage = stage;
				Working::<T>::remove(id);
				let (claims, claims_paid) = (incident.claims, incident.claims_paid);
				Self::deposit_event(Event::IncidentPaid { incident: id, claims, claims_paid });
				Self::sweep_dust(id, incident, Expendable);
			}
			return Progress::Stepped;
		};
		if claim.status == ClaimStatus::Registered {
			match with_storage_layer(|| Self::pay_claim(id, incident, policy, &claim)) {
				Ok(paid) => *incident = paid,
				Err(error) => {
					let status = ClaimStatus::Waiting;
					Claims::<T>::insert(id, policy, Claim { status, ..claim });
					Self::deposit_event(Event::PaymentDelayed { incident: id, policy, error });
				}
			}
		}
		incident.stage = Stage::Paying { after: Some(policy) };
		Progress::Stepped
	}

	/// Anyone's call: pay a claim that is not paid.
	pub(crate) fn do_collect(id: IncidentId, policy: PolicyId) -> DispatchResult {
		let incident = Incidents::<T>::get(id).ok_or(Error::<T>::UnknownIncident)?;
		let claim = Claims::<T>::get(id, policy).ok_or(Error::<T>::UnknownClaim)?;
		ensure!(incident.stage.is_payable(), Error::<T>::NotPayableYet);
		ensure!(!matches!(claim.status, ClaimStatus::Paid { .. }), Error::<T>::AlreadyPaid);
		let mut incident = Self::pay_claim(id, &incident, policy, &claim)?;
		if incident.stage == Stage::Paid {
			Self::sweep_dust(id, &mut incident, Expendable);
		}
		Incidents::<T>::insert(id, incident);
		Ok(())
	}

	/// Pay a claim: of each of its parts `floor(part × funded / loss)` of that pool. Everything or nothing, by the caller's
	/// layer.
	fn pay_claim(
		id: IncidentId,
		incident: &Incident,
		policy: PolicyId,
		claim: &Claim,
	) -> Result<Incident, DispatchError> {
		let mut incident = incident.clone();
		let who = T::Book::holder(policy).ok_or(Error::<T>::HolderUnknown)?;
		let claimed = claim.amount().ok_or(ArithmeticError::Overflow)?;
		let mut pools = Self::pools_of(id, &claim.parts);
		let mut amount: Balance = 0;
		for (pool, share) in claim.parts.iter() {
			let part = pools.get_mut(pool).ok_or(Error::<T>::UnknownClaim)?;
			let paid = Self::payable(*share, part).ok_or(ArithmeticError::Overflow)?;
			part.paid.ensure_add_assign(paid)?;
			ensure!(part.paid <= part.funded, Error::<T>::SettlementMismatch);
			amount.ensure_add_assign(paid)?;
		}
		incident.claims_paid.ensure_add_assign(1)?;
		incident.escrow.ensure_sub_assign(amount)?;
		if incident.claims_paid == incident.claims && amount > 0 {
			// The dust goes first, while the claim still keeps the account alive.
			Self::sweep_dust(id, &mut incident, Preserve);
		}
		if amount > 0 {
			let escrow = Self::escrow_account(id).ok_or(Error::<T>::EscrowRefused)?;
			let asset = incident.asset.clone().ok_or(Error::<T>::SettlementMismatch)?;
			// What belongs to other claims must not be reaped with the account.
			let last = incident.escrow == 0 || incident.claims_paid == incident.claims;
			let keep = if last { Expendable } else { Preserve };
			T::Assets::transfer(asset, &escrow, &who, amount, keep)?;
		}
		for (pool, part) in pools {
			Parts::<T>::insert(id, pool, part);
		}
		Claims::<T>::insert(id, policy, Claim { status: ClaimStatus::Paid { amount }, ..claim.clone() });
		T::Book::claim_closed(policy, id);
		Self::deposit_event(Event::ClaimPaid { incident: id, policy, who, amount, claimed });
		Ok(incident)
	}

	/// What a part of a claim gets of what its pool and the reserve funded, rounded down against the holder.
	pub(crate) fn payable(share: Balance, part: &Part) -> Option<Balance> {
		loss::part(share, part.funded, part.loss)
	}

	/// When every claim is paid, what rounding left goes to the dust account and the book is closed. If the dust account
	/// cannot take it, it stays on the escrow account, outside of every book (and below the existential deposit of the
	/// native token that is the chain's own rule for dust).
	fn sweep_dust(id: IncidentId, incident: &mut Incident, keep: Preservation) {
		let amount = incident.escrow;
		if incident.claims_paid != incident.claims || amount == 0 {
			return;
		}
		let (Some(escrow), Some(asset)) = (Self::escrow_account(id), incident.asset.clone()) else { return };
		let moved = with_storage_layer(|| {
			T::Assets::transfer(asset, &escrow, &T::DustAccount::get(), amount, keep).map(|_| ())
		});
		if moved.is_ok() || keep == Expendable {
			incident.escrow = 0;
			incident.dust = incident.dust.saturating_add(amount); // At most what was ever funded.
			Self::deposit_event(Event::DustSwept { incident: id, amount, received: moved.is_ok() });
		}
	}
}
