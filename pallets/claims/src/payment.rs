// SPDX-License-Identifier: Apache-2.0

//! Paying the claims out of the escrow: all claims on one pool get the same fraction.

use crate::{types::*, *};
use breakwater_math::loss;
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
	storage::with_storage_layer,
	traits::{fungibles::Mutate, tokens::Preservation::Expendable},
	weights::WeightMeter,
};

impl<T: Config> Pallet<T> {
	/// Pay the next claim what there is for it. A claim whose holder cannot receive is left for the
	/// holder to collect.
	pub(crate) fn pay_step(
		id: IncidentId,
		incident: &mut Incident,
		after: Option<PolicyId>,
		meter: &mut WeightMeter,
	) -> Progress {
		let next = match after {
			Some(policy) => {
				let key = Claims::<T>::hashed_key_for(id, policy);
				Claims::<T>::iter_prefix_from(id, key).next()
			}
			None => Claims::<T>::iter_prefix(id).next(),
		};
		let Some((policy, claim)) = next else {
			charge(meter, Self::end_of_payments_weight(Self::pools_in(id)));
			if let Ok(stage) = incident.stage.paid() {
				incident.stage = stage;
				if PoolSettlements::<T>::iter_prefix_values(id).all(|part| part.is_final()) {
					Working::<T>::remove(id);
				}
				let (claims, claims_paid) = (incident.claims, incident.claims_paid);
				Self::deposit_event(Event::IncidentPaid { incident: id, claims, claims_paid });
			}
			return Progress::Stepped;
		};
		let is_due = match claim.status {
			ClaimStatus::Registered => true,
			ClaimStatus::Paid => Self::due(id, &claim).is_some_and(|due| due > 0),
			ClaimStatus::Waiting => false,
		};
		let parts = claim.parts.len();
		if is_due {
			let is_paid = Self::try_to_pay(id, incident, policy);
			charge(meter, if is_paid { Self::paying_weight(parts) } else { Self::failing_weight(parts) });
		} else {
			charge(meter, Self::skipping_weight(parts));
			let is_paid = claim.status == ClaimStatus::Paid;
			if is_paid && Self::pools_of(id, &claim.parts).values().all(|part| part.is_whole()) {
				// It was paid when it was registered, by a pool that had not been let go yet.
				T::Book::claim_closed(policy, id);
			}
		}
		incident.stage = Stage::Paying { after: Some(policy) };
		Progress::Stepped
	}

	/// Pay what there is for a claim, or leave it to its holder to collect. Returns true if it was
	/// paid.
	pub(crate) fn try_to_pay(id: IncidentId, incident: &mut Incident, policy: PolicyId) -> bool {
		let Some(claim) = Claims::<T>::get(id, policy) else { return false };
		match with_storage_layer(|| Self::pay_claim(id, incident, policy, &claim)) {
			Ok(paid) => {
				*incident = paid;
				true
			}
			Err(error) => {
				// Only a claim that is not counted as paid waits.
				let was_paid = claim.status == ClaimStatus::Paid;
				incident.claims_paid = incident.claims_paid.saturating_sub(u32::from(was_paid));
				Claims::<T>::insert(id, policy, Claim { status: ClaimStatus::Waiting, ..claim });
				Self::deposit_event(Event::PaymentDelayed { incident: id, policy, error });
				false
			}
		}
	}

	/// Pay what there is for a claim, for any caller. Charged for the parts of the claim.
	pub(crate) fn do_collect(id: IncidentId, policy: PolicyId) -> DispatchResultWithPostInfo {
		let (incident, claim) = Self::collectable(id, policy)
			.map_err(|error| error.with_weight(Self::refused_collect_weight()))?;
		let paid = Self::pay_claim(id, &incident, policy, &claim);
		let paid = paid.map(|incident| Incidents::<T>::insert(id, incident));
		charged(Self::collect_weight(claim.parts.len()), paid)
	}

	/// A claim that can be paid now, with its incident.
	fn collectable(id: IncidentId, policy: PolicyId) -> Result<(Incident, Claim), DispatchError> {
		let incident = Incidents::<T>::get(id).ok_or(Error::<T>::UnknownIncident)?;
		let claim = Claims::<T>::get(id, policy).ok_or(Error::<T>::UnknownClaim)?;
		let due = Self::due(id, &claim).ok_or(ArithmeticError::Overflow)?;
		// While claims come, those on pools that pay at once can be paid. While pools are charged,
		// those that were tried can be.
		let is_early = match incident.stage {
			Stage::Claiming { .. } => due > 0,
			Stage::Settling { .. } => due > 0 && claim.status == ClaimStatus::Waiting,
			_ => false,
		};
		ensure!(incident.stage.is_payable() || is_early, Error::<T>::NotPayableYet);
		ensure!(claim.status != ClaimStatus::Paid || due > 0, Error::<T>::AlreadyPaid);
		Ok((incident, claim))
	}

	/// The money that is there for a claim and not paid yet: of each part `floor(part × funded /
	/// loss)` of its pool.
	pub(crate) fn due(id: IncidentId, claim: &Claim) -> Option<Balance> {
		let pools = Self::pools_of(id, &claim.parts);
		claim.parts.iter().zip(claim.paid).try_fold(0u128, |sum, ((pool, share), paid)| {
			sum.checked_add(Self::payable(*share, pools.get(pool)?)?.saturating_sub(paid))
		})
	}

	/// Pay a claim what there is for it. All or nothing, by the caller's layer.
	pub(crate) fn pay_claim(
		id: IncidentId,
		incident: &Incident,
		policy: PolicyId,
		claim: &Claim,
	) -> Result<Incident, DispatchError> {
		let mut incident = incident.clone();
		let mut claim = claim.clone();
		let who = T::Book::holder(policy).ok_or(Error::<T>::HolderUnknown)?;
		let claimed = claim.amount().ok_or(ArithmeticError::Overflow)?;
		let mut pools = Self::pools_of(id, &claim.parts);
		let mut amount: Balance = 0;
		for ((pool, share), paid) in claim.parts.iter().zip(claim.paid.iter_mut()) {
			let part = pools.get_mut(pool).ok_or(Error::<T>::UnknownClaim)?;
			let payable = Self::payable(*share, part).ok_or(ArithmeticError::Overflow)?;
			let due = payable.ensure_sub(*paid)?;
			part.paid.ensure_add_assign(due)?;
			ensure!(part.paid <= part.funded, Error::<T>::SettlementMismatch);
			paid.ensure_add_assign(due)?;
			amount.ensure_add_assign(due)?;
		}
		if claim.status != ClaimStatus::Paid {
			incident.claims_paid.ensure_add_assign(1)?;
			claim.status = ClaimStatus::Paid;
		}
		incident.escrow.ensure_sub_assign(amount)?;
		let is_whole = pools.values().all(|part| part.is_whole());
		for (pool, part) in pools {
			PoolSettlements::<T>::insert(id, pool, part);
		}
		if amount > 0 {
			let escrow = Self::escrow_account().ok_or(Error::<T>::EscrowRefused)?;
			let asset = incident.asset.clone().ok_or(Error::<T>::SettlementMismatch)?;
			// The endowment keeps the account alive whatever is paid.
			T::Assets::transfer(asset, &escrow, &who, amount, Expendable)
				.map_err(|_| Error::<T>::CannotReceive)?;
		}
		Claims::<T>::insert(id, policy, claim);
		if is_whole {
			T::Book::claim_closed(policy, id);
		}
		Self::deposit_event(Event::ClaimPaid { incident: id, policy, who, amount, claimed });
		Ok(incident)
	}

	/// The share of a part of a claim in what its pool and the reserve funded, rounded down against
	/// the holder.
	pub(crate) fn payable(share: Balance, part: &PoolSettlement) -> Option<Balance> {
		loss::part(share, part.funded, part.loss)
	}
}
