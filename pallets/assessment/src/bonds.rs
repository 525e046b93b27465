// SPDX-License-Identifier: Apache-2.0

//! The bonds of an incident: one account holds them, and a decision says which accounts get them.

use crate::{types::*, *};
use alloc::vec::Vec;
use breakwater_math::{bond, payout};
use core::cmp::Reverse;
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
	traits::{
		fungibles::{Balanced, Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation::Expendable},
	},
};

/// The receiver of the half of a lost bond that the reserve does not get.
enum Half {
	/// To an account.
	Account,
	/// To the pools that were frozen, by what was locked of each.
	Pools,
}

impl<T: Config> Pallet<T> {
	/// The account that holds the bonds of all incidents. Each incident has its own book of it.
	/// `None` cannot happen: `integrity_test` asserts it.
	pub fn bond_account() -> Option<T::AccountId> {
		derived_account(b"bonds", ())
	}

	/// The bonds of an incident: the sum over its pools.
	///
	/// The reporter's bond for a pool is doubled once for every other open incident and every
	/// recently failed report on that pool. So a small pool, on which reports are almost free,
	/// makes those on others no dearer. The stake that the incident freezes counts once. It is
	/// doubled as often as that of the admitted pools with most doublings, so that no small pool
	/// freezes it again and again for next to no money. Pools that freeze no stake do not count:
	/// their reports have paid no part of it.
	pub(crate) fn bond_terms(id: IncidentId, limits: &Limits) -> Result<BondTerms, DispatchError> {
		let locks = T::Settlement::locks(id);
		let locked = locks.iter().any(|(_, lock)| *lock > 0);
		let asset = locks.first().and_then(|(pool, _)| T::Settlement::asset_of(*pool));
		let asset = asset.filter(|_| locked).ok_or(Error::<T>::NothingInsured)?;
		let frozen = T::Stake::frozen_by(id);
		let (mut base, mut report, mut most_doublings): (Balance, Balance, u32) = (0, 0, 0);
		for (pool, lock) in locks {
			let capital = T::Settlement::capital(pool);
			let part = limits.bond(lock, capital).ok_or(ArithmeticError::Overflow)?;
			// The incident itself is one of them.
			let others = T::Settlement::incidents_on(pool).saturating_sub(1);
			let doublings = others.saturating_add(Self::rejected_of_late(pool));
			base.ensure_add_assign(part)?;
			report.ensure_add_assign(bond::doubled(part, doublings).ok_or(ArithmeticError::Overflow)?)?;
			if frozen.pools.contains(&pool) {
				most_doublings = most_doublings.max(doublings);
			}
		}
		if frozen.stake > 0 {
			let part = limits.bond(0, frozen.stake).and_then(|part| bond::doubled(part, most_doublings));
			report.ensure_add_assign(part.ok_or(ArithmeticError::Overflow)?)?;
		}
		// So that half of it can be held, and received, by itself. A smaller amount would be burnt
		// as dust.
		let least =
			T::Assets::minimum_balance(asset.clone()).checked_mul(2).ok_or(ArithmeticError::Overflow)?;
		Ok(BondTerms { asset, base: base.max(least), report: report.max(least) })
	}

	/// The number of reports on a pool that were rejected not long ago.
	fn rejected_of_late(pool: PoolId) -> u32 {
		let now = T::Clock::active();
		let recent = Rejections::<T>::get(pool).into_iter().filter(|until| *until >= now).count();
		u32::try_from(recent).unwrap_or(u32::MAX)
	}

	/// Remember that a report on an incident's pools failed. The oldest makes place. Incidents that
	/// a trigger or a referendum has opened do not count.
	pub(crate) fn remember_rejection(id: IncidentId, assessment: &Assessment) {
		if !Reports::<T>::contains_key(id) {
			return;
		}
		let until = deadline(T::Clock::active(), assessment.limits.rejection_memory);
		for (pool, _) in T::Settlement::locks(id) {
			Rejections::<T>::mutate(pool, |times| {
				if times.is_full() {
					times.remove(0);
				}
				// There is a place now.
				let _ = times.try_push(until);
			});
		}
	}

	/// Take a bond of at most `most` from `who` into the account of the bonds.
	pub(crate) fn take_bond(
		assessment: &mut Assessment,
		who: &T::AccountId,
		bond: Balance,
		most: Balance,
	) -> DispatchResult {
		ensure!(bond <= most, Error::<T>::BondAboveLimit);
		let account = Self::bond_account().ok_or(Error::<T>::AccountRefused)?;
		let asset = assessment.asset.clone().ok_or(Error::<T>::NothingInsured)?;
		T::Assets::transfer(asset, who, &account, bond, Expendable).map_err(|_| Error::<T>::CannotPay)?;
		assessment.bonds.ensure_add_assign(bond)?;
		Ok(())
	}

	/// The proposal with the largest bond: no account has outbid it. Of equal bonds the earlier one
	/// counts. `None` without a proposal.
	pub(crate) fn largest_bond(id: IncidentId) -> Option<Choice> {
		let bonds =
			Proposals::<T>::iter_prefix(id).map(|(number, proposal)| (proposal.bond, Reverse(number)));
		bonds.max().map(|(_, Reverse(number))| Choice::Proposal(number))
	}

	/// Settle the bonds when a choice is accepted, and says whether the incident is covered.
	/// `None`: nothing was proposed.
	///
	/// The proposer of the proposal gets their bond back and half of that of each other proposal.
	/// The reporter of the incident gets theirs back if it is covered. Otherwise half of it goes to
	/// the pools that were frozen. The other halves go to the reserve.
	pub(crate) fn settle_bonds(
		id: IncidentId,
		assessment: &mut Assessment,
		accepted: Option<Choice>,
		is_covered: bool,
	) {
		let proposals = Self::take_proposal_bonds(id);
		let is_winner = |number: u32| accepted == Some(Choice::Proposal(number));
		let winner = proposals.iter().find(|(number, ..)| is_winner(*number)).map(|(_, who, _)| who.clone());
		for (number, who, bond) in proposals {
			if is_winner(number) {
				Self::owe_bond(id, assessment, &who, bond);
			} else {
				Self::lose_bond(id, assessment, &who, bond, winner.as_ref(), Half::Account);
			}
		}
		if let Some((who, bond)) = Self::take_report_bond(id) {
			if is_covered {
				Self::owe_bond(id, assessment, &who, bond);
			} else {
				Self::lose_bond(id, assessment, &who, bond, None, Half::Pools);
				Self::remember_rejection(id, assessment);
			}
		}
	}

	fn take_report_bond(id: IncidentId) -> Option<(T::AccountId, Balance)> {
		Reports::<T>::mutate(id, |slot| {
			let report = slot.as_mut().filter(|report| report.bond > 0)?;
			Some((report.who.clone(), core::mem::take(&mut report.bond)))
		})
	}

	/// The bonds of all proposals, at most [`MAX_PROPOSALS`], which are decided on now.
	fn take_proposal_bonds(id: IncidentId) -> Vec<(u32, T::AccountId, Balance)> {
		let mut taken: Vec<_> =
			Proposals::<T>::iter_prefix(id).filter(|(_, proposal)| proposal.bond > 0).collect();
		taken.sort_by_key(|(number, _)| *number);
		let take = |(number, proposal): (u32, Proposal<T::AccountId>)| {
			let (who, bond) = (proposal.who.clone(), proposal.bond);
			Proposals::<T>::insert(id, number, Proposal { bond: 0, ..proposal });
			(number, who, bond)
		};
		taken.into_iter().map(take).collect()
	}

	/// Book a bond, or a part of another's, as due to `who`. Pay it, or leave it to be collected.
	fn owe_bond(id: IncidentId, assessment: &mut Assessment, who: &T::AccountId, amount: Balance) {
		if amount == 0 {
			return;
		}
		// At most the sum of the bonds, which is a number.
		let due = BondsDue::<T>::get(id, who).saturating_add(amount);
		BondsDue::<T>::insert(id, who, due);
		let paid = frame_support::storage::with_storage_layer(|| Self::pay_bond(id, assessment, who));
		if let Err(error) = paid {
			Self::deposit_event(Event::BondWaits { incident: id, who: who.clone(), amount: due, error });
		}
	}

	/// Give the reserve the bonds that were not taken, and those that it could not take before.
	/// Returns true if none is left.
	fn give_bonds_to_reserve(id: IncidentId, assessment: &mut Assessment) -> bool {
		let amount = assessment.bonds;
		if amount == 0 {
			return true;
		}
		if !Self::give_out(assessment, amount, Self::to_reserve) {
			return false;
		}
		// At most as many as proposals and a reporter.
		BondsDue::<T>::drain_prefix(id).for_each(drop);
		Self::deposit_event(Event::BondsSwept { incident: id, amount });
		true
	}

	/// Pay what is due to `who` of an incident's bonds, for any caller.
	pub(crate) fn do_collect_bond(id: IncidentId, who: &T::AccountId) -> DispatchResultWithPostInfo {
		let looked = Self::look_weight().saturating_mul(2);
		let assessment = Assessments::<T>::get(id).filter(|_| BondsDue::<T>::contains_key(id, who));
		let Some(mut assessment) = assessment else {
			let is_known = Assessments::<T>::contains_key(id);
			let error = if is_known { Error::<T>::NoBondDue } else { Error::<T>::UnknownAssessment };
			return Err(error.with_weight(looked));
		};
		let paid = Self::pay_bond(id, &mut assessment, who).map(|()| Self::keep(id, assessment));
		charged(T::WeightInfo::collect_bond(), paid)
	}

	/// Give the reserve the bonds that were not taken, for any caller. A rejection costs a look,
	/// unless the reserve took none.
	pub(crate) fn sweep_for_any(id: IncidentId) -> DispatchResultWithPostInfo {
		let is_due =
			Assessments::<T>::get(id).is_some_and(|assessment| assessment.is_to_sweep(T::Clock::active()));
		let used = if is_due { Self::sweep_weight(id) } else { Self::look_weight() };
		charged(used, Self::do_sweep_bonds(id))
	}

	/// Give the reserve the bonds that were not taken a year after the end.
	pub(crate) fn do_sweep_bonds(id: IncidentId) -> DispatchResult {
		let mut assessment = Assessments::<T>::get(id).ok_or(Error::<T>::UnknownAssessment)?;
		ensure!(assessment.bonds > 0, Error::<T>::NotOver);
		let from = assessment.closes_at().ok_or(Error::<T>::NotOver)?;
		ensure!(T::Clock::active() >= from, Error::<T>::TooEarly);
		ensure!(Self::give_bonds_to_reserve(id, &mut assessment), Error::<T>::ReserveRefuses);
		Self::keep(id, assessment);
		Ok(())
	}

	/// Keep the record of an assessment, or remove it with its last bond, if nothing else needs it.
	fn keep(id: IncidentId, assessment: Assessment) {
		let is_over = assessment.stage == Stage::Decided && assessment.ended_at.is_some();
		let has_records = assessment.bonds > 0 || Proposals::<T>::iter_key_prefix(id).next().is_some();
		match is_over && !has_records {
			true => Assessments::<T>::remove(id),
			false => Assessments::<T>::insert(id, assessment),
		}
	}

	/// Pay what is due to `who` out of the account of the bonds.
	fn pay_bond(id: IncidentId, assessment: &mut Assessment, who: &T::AccountId) -> DispatchResult {
		let amount = BondsDue::<T>::take(id, who);
		ensure!(amount > 0, Error::<T>::NoBondDue);
		let account = Self::bond_account().ok_or(Error::<T>::AccountRefused)?;
		let asset = assessment.asset.clone().ok_or(Error::<T>::NoBondDue)?;
		let left = assessment.bonds.ensure_sub(amount)?;
		T::Assets::transfer(asset, &account, who, amount, Expendable)
			.map_err(|_| Error::<T>::CannotReceive)?;
		assessment.bonds = left;
		Self::deposit_event(Event::BondPaid { incident: id, who: who.clone(), amount });
		Ok(())
	}

	/// Book that `who` has lost `bond`. Half goes to the reserve, half to `winner` or to the frozen
	/// pools. The part that those cannot take goes to the reserve too.
	fn lose_bond(
		id: IncidentId,
		assessment: &mut Assessment,
		who: &T::AccountId,
		bond: Balance,
		winner: Option<&T::AccountId>,
		half: Half,
	) {
		let (mut to_reserve, other) = bond::halves(bond);
		let placed = match (half, winner) {
			(Half::Account, Some(winner)) => {
				Self::owe_bond(id, assessment, winner, other);
				other
			}
			(Half::Account, None) => 0,
			(Half::Pools, _) => Self::compensate(id, assessment, other),
		};
		// Never above the half.
		to_reserve = to_reserve.saturating_add(other.saturating_sub(placed));
		let (who, to_other) = (who.clone(), placed);
		Self::deposit_event(Event::BondLost { incident: id, who, bond, to_reserve, to_other });
		let _ = Self::give_out(assessment, to_reserve, Self::to_reserve);
	}

	/// Give the frozen pools `amount`, each by its lock, to the unit. Returns what they took.
	fn compensate(id: IncidentId, assessment: &mut Assessment, amount: Balance) -> Balance {
		let locks = T::Settlement::locks(id);
		// The sum of the books of pools.
		let locked = locks.iter().fold(0u128, |sum, (_, lock)| sum.saturating_add(*lock));
		let (mut from, mut placed): (Balance, Balance) = (0, 0);
		for (pool, lock) in locks {
			let to = from.saturating_add(lock); // At most `locked`.
			let share = payout::portion(amount, from, to, locked);
			from = to;
			let Some(share) = share.filter(|share| *share > 0) else { continue };
			let taken =
				Self::give_out(assessment, share, |_, credit| T::Settlement::compensate(pool, credit));
			if taken {
				placed = placed.saturating_add(share);
			}
		}
		placed
	}

	/// Put the native token's smallest balance on the account, for good. It is in no book. So the
	/// rest is never lost as dust, whatever is paid out, and no amount is too little to be taken
	/// in.
	pub(crate) fn endow_bond_account() {
		let least = T::Assets::minimum_balance(AssetId::Native);
		let is_there = Self::bond_account()
			.is_some_and(|account| T::Assets::mint_into(AssetId::Native, &account, least).is_ok());
		assert!(is_there, "an account can hold the smallest balance");
	}

	/// Hand money over to the reserve.
	fn to_reserve(
		asset: AssetId,
		credit: fungibles::Credit<T::AccountId, T::Assets>,
	) -> Result<(), fungibles::Credit<T::AccountId, T::Assets>> {
		T::Income::receive(asset, Source::LostBond, credit)
	}

	/// Take `amount` out of the account of the bonds and hand it over. Returns false if it is not
	/// taken. It then stays there, in the books too.
	fn give_out(
		assessment: &mut Assessment,
		amount: Balance,
		to: impl FnOnce(
			AssetId,
			fungibles::Credit<T::AccountId, T::Assets>,
		) -> Result<(), fungibles::Credit<T::AccountId, T::Assets>>,
	) -> bool {
		let (Some(account), Some(asset)) = (Self::bond_account(), assessment.asset.clone()) else {
			return false;
		};
		let (true, Some(left)) = (amount > 0, assessment.bonds.checked_sub(amount)) else { return false };
		let Ok(credit) = T::Assets::withdraw(
			asset.clone(),
			&account,
			amount,
			Precision::Exact,
			Expendable,
			Fortitude::Polite,
		) else {
			return false;
		};
		match to(asset, credit) {
			Ok(()) => {
				assessment.bonds = left;
				true
			}
			Err(credit) => {
				// It has just been there.
				let _ = T::Assets::resolve(&account, credit);
				false
			}
		}
	}
}
