// SPDX-License-Identifier: Apache-2.0

//! Invariants, one function each.

use crate::{types::*, *};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// All invariants of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_incidents()?;
		for (id, incident) in Incidents::<T>::iter() {
			Self::check_claims(id, &incident)?;
			Self::check_escrow(id, &incident)?;
		}
		Self::check_account()
	}

	/// A product has at most two open incidents, in the order of their opening, and knows them. No
	/// money is dealt with of the second. The hooks look at those with work to do.
	fn check_incidents() -> Result<(), TryRuntimeError> {
		let count = NextIncident::<T>::get();
		for (id, incident) in Incidents::<T>::iter() {
			ensure!(id < count, "incidents are numbered in order");
			let ProductIncidents { first, second } = Open::<T>::get(incident.product);
			let is_known = first == Some(id) || second == Some(id);
			ensure!(is_known == incident.stage.is_open(), "the product knows its open incidents");
			let is_second = second == Some(id);
			ensure!(!is_second || incident.stage.can_be_second(), "no money is dealt with behind another");
			ensure!(is_second || incident.stage != Stage::Queued, "only the second waits for the first");
			let short = PoolSettlements::<T>::iter_prefix_values(id).any(|part| !part.is_final());
			let working = incident.stage.is_working() || (incident.stage == Stage::Paid && short);
			ensure!(working == Working::<T>::contains_key(id), "incidents with work to do are on the list");
			ensure!(incident.occurred_at <= incident.opened.now, "an incident opens after it occurred");
			ensure!(
				incident.stage.is_upheld() == incident.upheld.is_some(),
				"an upheld incident says what it cost"
			);
		}
		for id in Working::<T>::iter_keys() {
			ensure!(Incidents::<T>::contains_key(id), "the list of work has only incidents");
		}
		for (product, ProductIncidents { first, second }) in Open::<T>::iter() {
			ensure!(first.is_some(), "a product without open incidents has no record of them");
			ensure!(second.is_none_or(|second| first < Some(second)), "the later incident is behind");
			for id in first.into_iter().chain(second) {
				let of = Incidents::<T>::get(id).map(|incident| incident.product);
				ensure!(of == Some(product), "an open incident is one of the product");
			}
		}
		Ok(())
	}

	/// The escrow account has at least the sum of the books of all incidents, and beneath it the
	/// endowment that keeps it alive.
	fn check_account() -> Result<(), TryRuntimeError> {
		let mut sums: Vec<(AssetId, Balance)> = Vec::new();
		for Incident { escrow, asset, .. } in Incidents::<T>::iter_values() {
			let Some(asset) = asset else {
				ensure!(escrow == 0, "money has an asset");
				continue;
			};
			match sums.iter_mut().find(|(of, _)| *of == asset) {
				Some(sum) => sum.1 = sum.1.saturating_add(escrow),
				None => sums.push((asset, escrow)),
			}
		}
		let account = Self::escrow_account().ok_or("the pallet has its account")?;
		for (asset, payouts) in sums {
			let endowment = match asset {
				AssetId::Native => T::Assets::minimum_balance(AssetId::Native),
				AssetId::WithId(_) => 0,
			};
			let least = payouts.saturating_add(endowment);
			ensure!(T::Assets::balance(asset, &account) >= least, "the books are within the account");
		}
		Ok(())
	}

	/// The parts of an incident's claims add up to the losses of its pools. No claim on a pool gets
	/// more than its fraction, and when all are paid each has it. No pool pays more than it has
	/// funded. Claims under a table are within its sum, and equal the sum of the claims for its
	/// insured accounts.
	fn check_claims(id: IncidentId, incident: &Incident) -> Result<(), TryRuntimeError> {
		if matches!(incident.stage, Stage::Closing | Stage::Closed) {
			return Ok(());
		}
		// The loss, claims and payments that each pool's part should have.
		let mut pools = BTreeMap::<PoolId, PoolSettlement>::new();
		let (mut claims, mut claims_paid, mut all) = (0u32, 0u32, 0u128);
		for (policy, claim) in Claims::<T>::iter_prefix(id) {
			ensure!(ByPolicy::<T>::contains_key(policy, id), "a policy knows its claims");
			ensure!(!claim.parts.is_empty(), "a claim has a part");
			ensure!(claim.parts.iter().all(|(_, part)| *part > 0), "no part of a claim is nothing");
			all = all.saturating_add(claim.amount().ok_or("a claim is a number")?);
			let is_paid = claim.status == ClaimStatus::Paid;
			for ((pool, claimed), paid) in claim.parts.iter().zip(claim.paid) {
				let part =
					PoolSettlements::<T>::get(id, pool).ok_or("a claim is on pools that were locked")?;
				let sums = pools.entry(*pool).or_default();
				sums.loss = sums.loss.saturating_add(*claimed);
				sums.paid = sums.paid.saturating_add(paid);
				let payable = Self::payable(*claimed, &part).ok_or("a part of a claim has a fraction")?;
				ensure!(paid <= payable, "no part of a claim gets more than its fraction");
				let is_done = incident.stage == Stage::Paid && is_paid;
				ensure!(
					!is_done || paid == payable,
					"every part of a claim on a pool gets the same fraction"
				);
			}
			for pool in claim.parts.iter().map(|(pool, _)| pool).collect::<BTreeSet<_>>() {
				let sums = pools.entry(*pool).or_default();
				sums.claims = sums.claims.saturating_add(1);
			}
			claims = claims.saturating_add(1);
			claims_paid = claims_paid.saturating_add(u32::from(is_paid));
		}
		ensure!(claims == incident.claims, "claims are counted");
		ensure!(claims_paid == incident.claims_paid, "payments are counted");
		ensure!(all == incident.claimed, "claimed is the sum of the claims");
		if let Some(Upheld::Losses(table)) = incident.upheld {
			ensure!(all <= table.total, "claims are within the sum of the table");
			let on = ClaimedOn::<T>::iter_prefix_values(id).fold(0u128, |sum, on| sum.saturating_add(on));
			ensure!(on == all, "what is claimed is claimed for insured accounts");
		}
		Self::check_settlements(id, incident, pools)
	}

	/// A pool's settlement is within its lock and agrees with the sums of the claims on the pool.
	fn check_settlements(
		id: IncidentId,
		incident: &Incident,
		mut pools: BTreeMap<PoolId, PoolSettlement>,
	) -> Result<(), TryRuntimeError> {
		for (pool, part) in PoolSettlements::<T>::iter_prefix(id) {
			ensure!(part.loss <= part.lock, "a pool loses at most its lock");
			ensure!(part.funded <= part.loss && part.paid <= part.funded, "paid within funded within loss");
			ensure!(part.adds_up(), "what pools, reserve and sponsors gave is what came");
			ensure!(
				part.is_charged || part.is_reserved || part.funded == part.from_sponsors,
				"only a charged pool funds, or one that pays at once"
			);
			ensure!(!part.is_charged || part.first_loss == 0, "no first loss is kept for a charged pool");
			ensure!(!part.is_reserved || part.funded == part.loss, "a pool that pays at once pays in full");
			ensure!(
				part.is_charged || !incident.stage.is_payable(),
				"claims are paid after every pool was charged"
			);
			let sums = pools.remove(&pool).unwrap_or_default();
			ensure!(sums.loss == part.loss, "the loss of a pool is the sum of the parts on it");
			ensure!(sums.claims == part.claims, "the claims on a pool are counted");
			ensure!(sums.paid == part.paid, "paid is the sum of the payments");
		}
		Ok(())
	}

	/// The escrow's book is its income less its payments.
	fn check_escrow(id: IncidentId, incident: &Incident) -> Result<(), TryRuntimeError> {
		let (mut funded, mut paid) = (0u128, 0u128);
		for (_, part) in PoolSettlements::<T>::iter_prefix(id) {
			funded = funded.saturating_add(part.funded);
			paid = paid.saturating_add(part.paid);
		}
		let out = paid.saturating_add(incident.escrow);
		let is_closed = incident.stage == Stage::Closed;
		ensure!(!is_closed || incident.escrow == 0, "nothing is left of an incident that is closed");
		ensure!(is_closed || funded == out, "escrow in = paid + to pay");
		Ok(())
	}
}
