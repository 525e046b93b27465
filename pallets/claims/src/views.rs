// SPDX-License-Identifier: Apache-2.0

//! The views of the runtime API.

use crate::{types::*, *};
use alloc::vec::Vec;

/// The most claims of one policy that are shown.
pub const MAX_PAGE: u32 = 64;

impl<T: Config> Pallet<T> {
	/// An incident as of this block; `None` if there is none.
	pub fn incident_state(id: IncidentId) -> Option<IncidentState<T::AccountId>> {
		let incident = Incidents::<T>::get(id)?;
		let mut pools: Vec<_> = PoolSettlements::<T>::iter_prefix(id)
			.map(|(pool, part)| IncidentPool {
				pool,
				lock: part.lock,
				pays_at_once: part.is_reserved,
				loss: part.loss,
				settlement: part.settlement,
				paid: part.paid,
			})
			.collect();
		pools.sort_by_key(|p| p.pool);
		Some(IncidentState {
			closes_at: incident.closes_at(),
			product: incident.product,
			occurred_at: incident.occurred_at,
			opened_at: incident.opened.now,
			upheld: incident.upheld,
			phase: Self::incident_phase(incident.stage),
			asset: incident.asset,
			escrow: Self::escrow_account()?,
			in_escrow: incident.escrow,
			claims: incident.claims,
			claimed: incident.claimed,
			claims_paid: incident.claims_paid,
			pools,
		})
	}

	/// A claim as of this block; `None` if there is none.
	pub fn claim_state(incident: IncidentId, policy: PolicyId) -> Option<ClaimState> {
		let claim = Claims::<T>::get(incident, policy)?;
		let parts = claim.parts.iter().zip(claim.paid);
		let parts: Vec<_> = parts
			.map(|((pool, claimed), paid)| ClaimShare { pool: *pool, claimed: *claimed, paid })
			.collect();
		Some(ClaimState {
			incident,
			policy,
			claimed: claim.amount()?,
			paid: parts.iter().try_fold(0u128, |sum, part| sum.checked_add(part.paid))?,
			parts,
			due: Self::due(incident, &claim)?,
			phase: match claim.status {
				ClaimStatus::Registered => ClaimPhase::Registered,
				ClaimStatus::Waiting => ClaimPhase::Waiting,
				ClaimStatus::Paid => ClaimPhase::Paid,
			},
		})
	}

	/// The claims of a policy, at most 64 of them.
	pub fn claims_of(policy: PolicyId) -> Vec<ClaimState> {
		let incidents = ByPolicy::<T>::iter_key_prefix(policy).take(MAX_PAGE as usize);
		incidents.filter_map(|incident| Self::claim_state(incident, policy)).collect()
	}

	/// The statement that the key of a policy's insured account has to sign for a claim in an
	/// incident; `None` if the policy names no insured account.
	pub fn claim_statement(incident: IncidentId, policy: PolicyId) -> Option<Vec<u8>> {
		Some(interest::statement(&Self::genesis(), policy, incident, &T::Book::insured_account(policy)?))
	}

	fn incident_phase(stage: Stage) -> IncidentPhase {
		match stage {
			Stage::Undecided(Decider::Trigger) => IncidentPhase::Observation,
			Stage::Undecided(Decider::Assessment) => IncidentPhase::Assessment,
			Stage::Queued => IncidentPhase::Queued,
			Stage::AssessingClaims { .. } => IncidentPhase::AssessingClaims,
			Stage::Claiming { until } => IncidentPhase::Claiming { until },
			Stage::Settling { .. } => IncidentPhase::Settling,
			Stage::Paying { .. } => IncidentPhase::Paying,
			Stage::Paid => IncidentPhase::Paid,
			Stage::Rejected => IncidentPhase::Rejected,
			Stage::Closing => IncidentPhase::Closing,
			Stage::Closed => IncidentPhase::Closed,
		}
	}
}
