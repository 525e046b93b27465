// SPDX-License-Identifier: Apache-2.0

//! Invariants, one function each.

use crate::{types::*, *};
use alloc::vec::Vec;
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// All invariants of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		for (id, assessment) in Assessments::<T>::iter() {
			Self::check_stage(id, &assessment)?;
			Self::check_bonds(id, &assessment)?;
		}
		Self::check_records()?;
		Self::check_account()
	}

	/// An assessment that is not decided is of an open incident. It has begun exactly when people
	/// decide that one, and no other is before it. Only proposals can be challenged.
	fn check_stage(id: IncidentId, assessment: &Assessment) -> Result<(), TryRuntimeError> {
		let ProductIncidents { first, second } = T::Incidents::open_on(assessment.product);
		let is_decided = assessment.stage == Stage::Decided;
		let is_open = first == Some(id) || second == Some(id);
		ensure!(is_decided || is_open, "an assessment that is not decided is of an open incident");
		let has_begun = !is_decided && assessment.stage != Stage::Waiting;
		let by_people = T::Incidents::decider(id) == Some(Decider::Assessment);
		ensure!(has_begun == (by_people && first == Some(id)), "people decide the first incident");
		let is_contested = matches!(assessment.stage, Stage::Challenge { .. } | Stage::Case(_));
		ensure!(!is_contested || assessment.proposals > 0, "only proposals can be challenged");
		ensure!(T::Incidents::opened(id) == Some(assessment.opened), "it counts from the opening");
		let has_ended = assessment.ended_at.is_some();
		ensure!(!is_decided || has_ended != is_open, "the time to take bonds begins with the end");
		ensure!(is_decided || !has_ended, "an incident is decided before it ends");
		Ok(())
	}

	/// The book of an assessment's bonds is at least the sum of the bonds put up for it or due.
	/// Bonds are put up until the incident is decided, and decided on with it.
	fn check_bonds(id: IncidentId, assessment: &Assessment) -> Result<(), TryRuntimeError> {
		let mut put_up = Reports::<T>::get(id).map_or(0, |report| report.bond);
		let mut proposals = 0u32;
		for (number, proposal) in Proposals::<T>::iter_prefix(id) {
			ensure!(number < assessment.proposals, "proposals are numbered in order");
			proposals = proposals.saturating_add(1);
			put_up = put_up.saturating_add(proposal.bond);
		}
		let is_decided = assessment.stage == Stage::Decided;
		ensure!(is_decided || proposals == assessment.proposals, "proposals are counted");
		ensure!(!is_decided || put_up == 0, "a decision decides on all bonds");
		let due = BondsDue::<T>::iter_prefix_values(id).fold(0u128, |sum, due| sum.saturating_add(due));
		ensure!(put_up.saturating_add(due) <= assessment.bonds, "bonds are within their book");
		ensure!(assessment.bonds == 0 || assessment.asset.is_some(), "money has an asset");
		let is_over = is_decided && assessment.ended_at.is_some();
		let has_records = assessment.bonds > 0 || proposals > 0;
		ensure!(!is_over || has_records, "an assessment without records is removed");
		Ok(())
	}

	/// Each report, proposal and bond due belongs to an assessment.
	fn check_records() -> Result<(), TryRuntimeError> {
		let reports = Reports::<T>::iter_keys();
		let proposals = Proposals::<T>::iter_keys().map(|(id, _)| id);
		let dues = BondsDue::<T>::iter_keys().map(|(id, _)| id);
		for id in reports.chain(proposals).chain(dues) {
			ensure!(Assessments::<T>::contains_key(id), "a record belongs to an assessment");
		}
		Ok(())
	}

	/// The account of the bonds has at least the sum of the books of all assessments, and beneath
	/// it the endowment that keeps it alive.
	fn check_account() -> Result<(), TryRuntimeError> {
		let mut sums: Vec<(AssetId, Balance)> = Vec::new();
		for Assessment { bonds, asset, .. } in Assessments::<T>::iter_values() {
			let Some(asset) = asset else { continue };
			match sums.iter_mut().find(|(of, _)| *of == asset) {
				Some(sum) => sum.1 = sum.1.saturating_add(bonds),
				None => sums.push((asset, bonds)),
			}
		}
		let account = Self::bond_account().ok_or("the pallet has its account")?;
		for (asset, bonds) in sums {
			let endowment = match asset {
				AssetId::Native => T::Assets::minimum_balance(AssetId::Native),
				AssetId::WithId(_) => 0,
			};
			let least = bonds.saturating_add(endowment);
			ensure!(T::Assets::balance(asset, &account) >= least, "the books are within the account");
		}
		Ok(())
	}
}
