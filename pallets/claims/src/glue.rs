// SPDX-License-Identifier: Apache-2.0

//! The views of the runtime API.

use crate::{types::*, *};
use alloc::vec::Vec;
use breakwater_math::average;
use frame_support::{
	storage::{with_transaction, TransactionOutcome},
	traits::fungibles::{Inspect, Mutate},
};

/// The most claims of one policy that are shown.
pub const MAX_PAGE: u32 = 64;

impl<T: Config> Pallet<T> {
	/// The account that holds the money for the claims of all incidents. Each incident has its own
	/// book of it. `None` cannot happen: `integrity_test` asserts it.
	pub fn escrow_account() -> Option<T::AccountId> {
		derived_account(b"escrow", ())
	}

	/// Put the native token's smallest balance on both accounts, for good. It is in no book. So the
	/// rest is never lost as dust, whatever is paid out, and no amount is too little to be taken
	/// in.
	pub(crate) fn endow_accounts() {
		for account in [Self::escrow_account(), Self::bond_account()].into_iter().flatten() {
			let least = T::Assets::minimum_balance(AssetId::Native);
			let is_there = T::Assets::mint_into(AssetId::Native, &account, least).is_ok();
			assert!(is_there, "an account can hold the smallest balance");
		}
	}

	/// An incident as of this block; `None` if there is none.
	pub fn incident_state(id: IncidentId) -> Option<IncidentState<T::AccountId>> {
		let incident = Incidents::<T>::get(id)?;
		let mut pools: Vec<_> = Parts::<T>::iter_prefix(id)
			.map(|(pool, part)| IncidentPool {
				pool,
				pin: part.pin,
				pays_at_once: part.is_reserved,
				loss: part.loss,
				settlement: part.settlement,
				paid: part.paid,
			})
			.collect();
		pools.sort_by_key(|p| p.pool);
		let mut rulings: Vec<_> = Rulings::<T>::iter_prefix(id).collect();
		rulings.sort_by_key(|(number, _)| *number);
		let rulings = rulings.into_iter().map(|(_, ruling)| RulingState {
			who: ruling.who,
			bond: ruling.bond,
			verdict: ruling.verdict,
			uri: ruling.uri.into_inner(),
		});
		let rulings: Vec<_> = rulings.collect();
		let choices = Self::choices(incident.stage, &rulings);
		let (worst, table) = match incident.upheld {
			Some(Upheld::Worst(worst)) => (Some(worst), None),
			Some(Upheld::Losses(table)) => (None, Some(table)),
			None => (Self::worst_so_far(id, incident.product), None),
		};
		// No bond has been put up yet for an incident that a trigger opened.
		let base = match incident.bond {
			0 => Self::bond_terms(id, &incident.limits, false).map_or(0, |terms| terms.base),
			bond => bond,
		};
		let closes_at = incident.closes_at().filter(|_| incident.stage.is_upheld());
		Some(IncidentState {
			product: incident.product,
			occurred_at: incident.occurred_at,
			opened_at: incident.opened_at,
			opened_by: Filings::<T>::get(id).map(|filing| filing.who),
			worst: worst.unwrap_or_default(),
			table,
			phase: Self::incident_phase(incident.stage),
			rulings,
			choices,
			next_bond: bond::doubled(base, incident.rulings.saturating_sub(1))?,
			asset: incident.asset,
			escrow: Self::escrow_account()?,
			in_escrow: incident.escrow,
			claims: incident.claims,
			claimed: incident.claimed,
			claims_paid: incident.claims_paid,
			closes_at,
			pools,
		})
	}

	/// A claim as of this block; `None` if there is none.
	pub fn claim_state(incident: IncidentId, policy: PolicyId) -> Option<ClaimState> {
		let claim = Claims::<T>::get(incident, policy)?;
		let parts = claim.parts.iter().zip(claim.paid);
		let parts: Vec<_> =
			parts.map(|((pool, claimed), paid)| ClaimPart { pool: *pool, claimed: *claimed, paid }).collect();
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

	/// The statement that the key of a policy's position has to sign for a claim in an incident;
	/// `None` if the policy names no position.
	pub fn claim_statement(incident: IncidentId, policy: PolicyId) -> Option<Vec<u8>> {
		Some(interest::statement(&Self::genesis(), policy, incident, &T::Book::position(policy)?))
	}

	/// The bond that opening an incident on a product would take now, or the error of a rejection.
	pub fn opening_bond(product: ProductId) -> Result<Balance, DispatchError> {
		Self::bond_of_opening(product, false)
	}

	/// The bond that opening one of [`Self::reopenings`] again would take now, or the error of a
	/// rejection.
	pub fn reopening_bond(product: ProductId) -> Result<Balance, DispatchError> {
		Self::bond_of_opening(product, true)
	}

	/// The inconclusive incidents of a product that can be opened again, each with the active time
	/// until which it can. `None` while an incident of the product is open and that time stands
	/// still.
	pub fn reopenings(product: ProductId) -> Vec<(Inconclusive, Option<Moment>)> {
		let windows = Reopenings::<T>::get(product);
		let until = |known: &Inconclusive| windows.free_since.map(|_| windows.until(known));
		windows.open(T::Clock::active()).map(|known| (*known, until(known))).collect()
	}

	fn bond_of_opening(product: ProductId, is_retry: bool) -> Result<Balance, DispatchError> {
		// Done, looked at, and undone.
		let mut bond = Err(DispatchError::Unavailable);
		let _ = with_transaction(|| {
			bond = Self::try_opening(product, is_retry);
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
		});
		bond
	}

	fn try_opening(product: ProductId, is_retry: bool) -> Result<Balance, DispatchError> {
		Self::stage_of_filing(product, false, Self::seen())?;
		let id = NextIncident::<T>::get();
		let _ = T::OnIncident::opened(id, product);
		Ok(Self::bond_terms(id, &T::Limits::get(), is_retry)?.opening)
	}

	/// The trigger of a product as of this block; `None` if no data have arrived for it yet.
	pub fn trigger_state(product: ProductId) -> Option<TriggerState> {
		let watch = Watches::<T>::get(product)?;
		Some(TriggerState {
			trigger: watch.trigger,
			average: Self::average_now(&watch),
			// A watch begins with the millisecond of a block.
			evaluated_to: watch.next.saturating_sub(1),
			ready: watch.ready,
			phase: match watch.phase {
				Phase::Starting => WatchPhase::Starting,
				Phase::Armed => WatchPhase::Armed,
				Phase::Observing { since, .. } => WatchPhase::Observing { since },
				Phase::Undecided => WatchPhase::Undecided,
				Phase::Disarmed { recovered_since } => WatchPhase::Disarmed { recovered_since },
			},
			incident: watch.open,
			behind: watch.behind,
		})
	}

	/// The choices of the case that is under way.
	fn choices(stage: Stage, rulings: &[RulingState<T::AccountId>]) -> Vec<ChoiceState> {
		let Stage::Case(case) = stage else { return Vec::new() };
		let verdicts = rulings.iter().map(|ruling| ruling.verdict).chain([Verdict::NotCovered]);
		let choice = |(choice, verdict): (u32, Verdict)| ChoiceState {
			choice,
			verdict,
			referendum: case.number.saturating_add(choice), // Their numbers are in a row.
		};
		(0..case.choices).zip(verdicts).map(choice).collect()
	}

	/// The worst average of an incident that is observed.
	fn worst_so_far(id: IncidentId, product: ProductId) -> Option<u128> {
		let watch = Watches::<T>::get(product).filter(|watch| watch.observed() == Some(id))?;
		let Phase::Observing { worst, .. } = watch.phase else { return None };
		average::average(worst, watch.trigger.window, watch.trigger.side())
	}

	fn incident_phase(stage: Stage) -> IncidentPhase {
		match stage {
			Stage::Observing { until } => IncidentPhase::Observing { until },
			Stage::Undecided { until } => IncidentPhase::Undecided { until },
			Stage::Judgement { until } => IncidentPhase::Judgement { until },
			Stage::Tallying { .. } => IncidentPhase::Tallying,
			Stage::Settling { .. } => IncidentPhase::Settling,
			Stage::Paying { .. } => IncidentPhase::Paying,
			Stage::Paid => IncidentPhase::Paid,
			Stage::Rejected => IncidentPhase::Rejected,
			Stage::Waiting => IncidentPhase::Waiting,
			Stage::Challenge { until } => IncidentPhase::Challenge { until },
			Stage::Case(case) => {
				IncidentPhase::Case { first: case.number, choices: case.choices, is_second: case.is_second }
			}
			Stage::Claiming { until } => IncidentPhase::Claiming { until },
			Stage::Closing => IncidentPhase::Closing,
			Stage::Closed => IncidentPhase::Closed,
			Stage::Queued => IncidentPhase::Queued,
		}
	}
}
