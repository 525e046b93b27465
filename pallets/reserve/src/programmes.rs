// SPDX-License-Identifier: Apache-2.0

//! Money that goes out by referendum: programmes of compensation, whose accounts collect with a
//! proof, advances out of an emergency budget, and the reserve's part of the rewards for bugs.

use crate::*;
use binary_merkle_tree::verify_proof;
use breakwater_primitives::{deadline, ActiveClock, AssetId, Balance, Moment};
use codec::Encode;
use frame_support::{
	dispatch::{DispatchResult, DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
};
use sp_runtime::{traits::BlakeTwo256, DispatchError};

impl<T: Config> Pallet<T> {
	/// Put `total` of the source aside for the accounts of a table. The caller's storage layer
	/// undoes it with an error.
	pub(crate) fn do_approve_programme(
		asset: AssetId,
		table: CompensationTable,
		period: Moment,
		source: ProgrammeSource,
	) -> DispatchResult {
		let CompensationTable { root, leaves, total } = table;
		ensure!(total > 0, Error::<T>::ZeroAmount);
		ensure!((1..=MAX_LEAVES).contains(&leaves), Error::<T>::LeavesOutOfRange);
		ensure!((LEAST_PERIOD..=MOST_PERIOD).contains(&period), Error::<T>::PeriodOutOfRange);
		let id = NextProgramme::<T>::get();
		NextProgramme::<T>::put(id.checked_add(1).ok_or(Error::<T>::Overflow)?);
		let now = T::Clock::active();
		let waits = Some(period).filter(|_| Self::is_needed_by_incidents(&asset, source));
		let (left, until) = match waits {
			Some(_) => (0, deadline(now, WAITING_PERIOD)),
			None => {
				Self::take_from_source(&asset, total, source)?;
				(total, deadline(now, period))
			}
		};
		let programme = Programme { asset: asset.clone(), root, leaves, total, left, until, waits, source };
		Programmes::<T>::insert(id, programme);
		Self::deposit_event(Event::ProgrammeApproved {
			programme: id,
			asset,
			root,
			leaves,
			total,
			until,
			waits: waits.is_some(),
			source,
		});
		Ok(())
	}

	/// Put the money of a programme aside that has waited for the end of incidents. The caller's
	/// storage layer undoes it with an error.
	pub(crate) fn do_begin_programme(id: ProgrammeId) -> DispatchResult {
		let programme = Programmes::<T>::get(id).ok_or(Error::<T>::UnknownProgramme)?;
		let period = programme.waits.ok_or(Error::<T>::ProgrammeOpen)?;
		let now = T::Clock::active();
		ensure!(now < programme.until, Error::<T>::ProgrammeOver);
		let Programme { asset, total, source, .. } = programme.clone();
		ensure!(!Self::is_needed_by_incidents(&asset, source), Error::<T>::IncidentOpen);
		Self::take_from_source(&asset, total, source)?;
		let until = deadline(now, period);
		Programmes::<T>::insert(id, Programme { left: total, until, waits: None, ..programme });
		Self::deposit_event(Event::ProgrammeBegun { programme: id, asset, total, until });
		Ok(())
	}

	/// Pay the account of a leaf its amount, once.
	pub(crate) fn do_collect_compensation(
		id: ProgrammeId,
		who: T::AccountId,
		amount: Balance,
		index: u32,
		proof: &Proof,
	) -> DispatchResult {
		let mut programme = Programmes::<T>::get(id).ok_or(Error::<T>::UnknownProgramme)?;
		ensure!(programme.waits.is_none(), Error::<T>::ProgrammeWaits);
		ensure!(T::Clock::active() < programme.until, Error::<T>::ProgrammeOver);
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		// Without it a leaf has proofs for the places of others, and is paid for each.
		let is_whole = index < programme.leaves
			&& usize::try_from(proof_len(index, programme.leaves)) == Ok(proof.len());
		ensure!(is_whole, Error::<T>::NotInTable);
		let leaf = (&who, amount).encode();
		let hashes = proof.iter().copied();
		let is_in =
			verify_proof::<BlakeTwo256, _, _>(&programme.root, hashes, programme.leaves, index, &leaf);
		ensure!(is_in, Error::<T>::NotInTable);
		let (chunk, bit) = Collected::place(index);
		let mut collected = CollectedLeaves::<T>::get(id, chunk);
		ensure!(collected.insert(bit), Error::<T>::AlreadyCollected);
		// A table whose amounts sum to more than its total pays those who come first.
		programme.left = programme.left.checked_sub(amount).ok_or(Error::<T>::ProgrammeExhausted)?;
		let asset = programme.asset.clone();
		let after = Books::<T>::get(&asset).pay_from_programme(amount).ok_or(Error::<T>::Overflow)?;
		Self::pay_out(&asset, &who, amount)?;
		Books::<T>::insert(&asset, after);
		CollectedLeaves::<T>::insert(id, chunk, collected);
		let left = programme.left;
		Programmes::<T>::insert(id, programme);
		Self::deposit_event(Event::CompensationCollected { programme: id, who, index, amount, left });
		Ok(())
	}

	/// Give what was not collected back to the source, and remove the records. Charged for those
	/// that there were.
	pub(crate) fn close_for_any(id: ProgrammeId) -> DispatchResultWithPostInfo {
		let refused = T::WeightInfo::close_programme(0);
		let chunks = Self::do_close_programme(id).map_err(|error| error.with_weight(refused))?;
		Ok(Some(T::WeightInfo::close_programme(chunks)).into())
	}

	/// Returns the number of the removed records of collected leaves.
	fn do_close_programme(id: ProgrammeId) -> Result<u32, DispatchError> {
		let Programme { asset, left, until, leaves, source, .. } =
			Programmes::<T>::get(id).ok_or(Error::<T>::UnknownProgramme)?;
		ensure!(T::Clock::active() >= until, Error::<T>::ProgrammeOpen);
		Self::return_to_source(&asset, left, source)?;
		Programmes::<T>::remove(id);
		// As many as the leaves need: all of them. They are counted one by one, as the count of a
		// cleared prefix leaves out those written in this block.
		let most = usize::try_from(Collected::chunks(leaves)).unwrap_or(usize::MAX);
		let removed = CollectedLeaves::<T>::drain_prefix(id).take(most).count();
		Self::deposit_event(Event::ProgrammeClosed { programme: id, asset, returned: left, source });
		Ok(removed.try_into().unwrap_or(MAX_CHUNKS))
	}

	/// Grant a budget for advances in an asset, in place of an earlier one.
	pub(crate) fn do_grant_emergency(asset: AssetId, amount: Balance, period: Moment) -> DispatchResult {
		ensure!((LEAST_PERIOD..=MOST_PERIOD).contains(&period), Error::<T>::PeriodOutOfRange);
		let most = MOST_BUDGET.mul_floor(Books::<T>::get(&asset).own);
		ensure!(amount <= most, Error::<T>::BudgetTooHigh);
		let until = deadline(T::Clock::active(), period);
		match amount {
			0 => EmergencyBudgets::<T>::remove(&asset),
			left => EmergencyBudgets::<T>::insert(&asset, EmergencyBudget { left, until }),
		}
		Self::deposit_event(Event::EmergencyGranted { asset, amount, until });
		Ok(())
	}

	/// Pay an advance out of own funds, within the budget.
	pub(crate) fn do_advance(asset: AssetId, to: T::AccountId, amount: Balance) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let budget = EmergencyBudgets::<T>::get(&asset).ok_or(Error::<T>::NoBudget)?;
		ensure!(T::Clock::active() < budget.until, Error::<T>::NoBudget);
		let left = budget.left.checked_sub(amount).ok_or(Error::<T>::BudgetTooLow)?;
		let after = Books::<T>::get(&asset).disburse(amount).ok_or(Error::<T>::FundsTooLow)?;
		Self::pay_out(&asset, &to, amount)?;
		Books::<T>::insert(&asset, after);
		match left {
			0 => EmergencyBudgets::<T>::remove(&asset),
			left => EmergencyBudgets::<T>::insert(&asset, EmergencyBudget { left, ..budget }),
		}
		Self::deposit_event(Event::Advanced { asset, to, amount, left, own: after.own });
		Ok(())
	}

	/// Give a part of own funds for the reward of a bug: `most`, or the bound if that is less.
	pub(crate) fn do_match_bounty(asset: AssetId, most: Balance) -> Result<CreditOf<T>, DispatchError> {
		// The limits of open incidents count on the funds.
		ensure!(!Freezes::<T>::get(&asset).is_on(), Error::<T>::IncidentOpen);
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let book = Books::<T>::get(&asset);
		let amount = MOST_MATCH.mul_floor(book.own).min(most);
		ensure!(amount > 0, Error::<T>::FundsTooLow);
		let after = book.match_bounty(amount).ok_or(Error::<T>::FundsTooLow)?;
		let credit = Self::take(&account, &asset, amount)?;
		Books::<T>::insert(&asset, after);
		Self::deposit_event(Event::BountyMatched { asset, amount, own: after.own });
		Ok(credit)
	}
}
