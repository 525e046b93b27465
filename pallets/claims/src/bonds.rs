// SPDX-License-Identifier: Apache-2.0

//! The bonds of an incident: one account holds them, and a decision says which accounts get them.

use crate::{types::*, *};
use alloc::vec::Vec;
use breakwater_math::{bond, payout};
use frame_support::{
	ensure,
	traits::{
		fungibles::{Balanced, Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation::Expendable},
	},
};

/// The receiver of the half of a lost bond that the reserve does not get.
pub(crate) enum Half {
	/// To an account.
	Account,
	/// To the pools that were frozen, by what was pinned of each.
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
	/// The opener's bond for a pool is doubled once for every other open incident and every
	/// recently failed filing on that pool. So a small pool, on which filings are almost free,
	/// makes those on others no dearer. When an incident that ended without a choice is opened
	/// again, its own failure is not counted.
	pub(crate) fn bond_terms(
		id: IncidentId,
		limits: &Limits,
		is_retry: bool,
	) -> Result<BondTerms, DispatchError> {
		let pins = T::Settlement::pins(id);
		let pinned = pins.iter().any(|(_, pin)| *pin > 0);
		let asset = pins.first().and_then(|(pool, _)| T::Settlement::asset_of(*pool));
		let asset = asset.filter(|_| pinned).ok_or(Error::<T>::NothingInsured)?;
		let (mut base, mut opening): (Balance, Balance) = (0, 0);
		for (pool, pin) in pins {
			let capital = T::Settlement::capital(pool);
			let part = limits.bond(pin, capital).ok_or(ArithmeticError::Overflow)?;
			// The incident itself is one of them.
			let others = T::Settlement::incidents_on(pool).saturating_sub(1);
			let rejected = Self::rejected_of_late(pool).saturating_sub(u32::from(is_retry));
			let doublings = others.saturating_add(rejected);
			base.ensure_add_assign(part)?;
			opening.ensure_add_assign(bond::doubled(part, doublings).ok_or(ArithmeticError::Overflow)?)?;
		}
		// So that half of it can be held, and received, by itself. A smaller amount would be burnt
		// as dust.
		let least =
			T::Assets::minimum_balance(asset.clone()).checked_mul(2).ok_or(ArithmeticError::Overflow)?;
		Ok(BondTerms { asset, base: base.max(least), opening: opening.max(least) })
	}

	/// The number of filings on a pool that were rejected not long ago.
	fn rejected_of_late(pool: PoolId) -> u32 {
		let now = T::Clock::active();
		let recent = Rejections::<T>::get(pool).into_iter().filter(|until| *until >= now).count();
		u32::try_from(recent).unwrap_or(u32::MAX)
	}

	/// Remember that a filing on an incident's pools failed. The oldest makes place. Incidents that
	/// a trigger or a referendum has opened do not count.
	pub(crate) fn remember_rejection(id: IncidentId, incident: &Incident) {
		if !Filings::<T>::contains_key(id) {
			return;
		}
		let until = Incident::deadline(T::Clock::active(), incident.limits.rejection_memory);
		for (pool, _) in T::Settlement::pins(id) {
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
		incident: &mut Incident,
		who: &T::AccountId,
		bond: Balance,
		most: Balance,
	) -> DispatchResult {
		ensure!(bond <= most, Error::<T>::BondAboveLimit);
		let account = Self::bond_account().ok_or(Error::<T>::EscrowRefused)?;
		let asset = incident.asset.clone().ok_or(Error::<T>::NothingInsured)?;
		T::Assets::transfer(asset, who, &account, bond, Expendable).map_err(|_| Error::<T>::CannotPay)?;
		incident.bonds.ensure_add_assign(bond)?;
		Ok(())
	}

	/// Give all bonds back, except those of the rulings that `lost`, which go to the reserve.
	pub(crate) fn return_bonds(id: IncidentId, incident: &mut Incident, lost: Choices) {
		if let Some((who, bond)) = Self::take_filing_bond(id) {
			Self::owe_bond(id, incident, &who, bond);
		}
		for (number, who, bond) in Self::take_ruling_bonds(id) {
			if lost.contains(number) {
				Self::lose_bond(id, incident, &who, bond, None, Half::Account);
			} else {
				Self::owe_bond(id, incident, &who, bond);
			}
		}
	}

	/// Settle the bonds when the ruling of number `adopted` stands, and says whether the incident
	/// is covered. `None`: no ruling was proposed. A number beyond the last: no ruling says what
	/// was chosen.
	///
	/// The proposer of the ruling gets their bond back and half of that of each other ruling. The
	/// opener of the incident gets theirs back if it is covered. Otherwise half of it goes to the
	/// pools that were frozen. The other halves go to the reserve.
	pub(crate) fn settle_bonds(
		id: IncidentId,
		incident: &mut Incident,
		adopted: Option<u32>,
		is_covered: bool,
	) {
		let rulings = Self::take_ruling_bonds(id);
		let winner =
			rulings.iter().find(|(number, ..)| Some(*number) == adopted).map(|(_, who, _)| who.clone());
		for (number, who, bond) in rulings {
			if Some(number) == adopted {
				Self::owe_bond(id, incident, &who, bond);
			} else {
				Self::lose_bond(id, incident, &who, bond, winner.as_ref(), Half::Account);
			}
		}
		if let Some((who, bond)) = Self::take_filing_bond(id) {
			if is_covered {
				Self::owe_bond(id, incident, &who, bond);
			} else {
				Self::lose_bond(id, incident, &who, bond, None, Half::Pools);
				Self::remember_rejection(id, incident);
			}
		}
	}

	fn take_filing_bond(id: IncidentId) -> Option<(T::AccountId, Balance)> {
		Filings::<T>::mutate(id, |slot| {
			let filing = slot.as_mut().filter(|filing| filing.bond > 0)?;
			Some((filing.who.clone(), core::mem::take(&mut filing.bond)))
		})
	}

	/// The bonds of all rulings, at most [`MAX_RULINGS`], which are decided on now.
	fn take_ruling_bonds(id: IncidentId) -> Vec<(u32, T::AccountId, Balance)> {
		let mut taken: Vec<_> = Rulings::<T>::iter_prefix(id).filter(|(_, ruling)| ruling.bond > 0).collect();
		taken.sort_by_key(|(number, _)| *number);
		let take = |(number, ruling): (u32, Ruling<T::AccountId>)| {
			let (who, bond) = (ruling.who.clone(), ruling.bond);
			Rulings::<T>::insert(id, number, Ruling { bond: 0, ..ruling });
			(number, who, bond)
		};
		taken.into_iter().map(take).collect()
	}

	/// Book a bond, or a part of another's, as due to `who`. Pay it, or leave it to be collected.
	fn owe_bond(id: IncidentId, incident: &mut Incident, who: &T::AccountId, amount: Balance) {
		if amount == 0 {
			return;
		}
		// At most the sum of the bonds, which is a number.
		let due = BondsDue::<T>::get(id, who).saturating_add(amount);
		BondsDue::<T>::insert(id, who, due);
		let paid = frame_support::storage::with_storage_layer(|| Self::pay_bond(id, incident, who));
		if let Err(error) = paid {
			Self::deposit_event(Event::BondWaits { incident: id, who: who.clone(), amount: due, error });
		}
	}

	/// Give the reserve the bonds that were not taken, and those that it could not take before.
	/// Returns true if none is left.
	pub(crate) fn sweep_bonds(id: IncidentId, incident: &mut Incident) -> bool {
		let amount = incident.bonds;
		if amount == 0 {
			return true;
		}
		if !Self::give_out(incident, amount, Self::to_reserve) {
			return false;
		}
		// At most as many as rulings and an opener.
		BondsDue::<T>::drain_prefix(id).for_each(drop);
		Self::deposit_event(Event::BondsSwept { incident: id, amount });
		true
	}

	/// Pay what is due to `who` out of the account of the bonds.
	pub(crate) fn pay_bond(id: IncidentId, incident: &mut Incident, who: &T::AccountId) -> DispatchResult {
		let amount = BondsDue::<T>::take(id, who);
		ensure!(amount > 0, Error::<T>::NoBondDue);
		let account = Self::bond_account().ok_or(Error::<T>::EscrowRefused)?;
		let asset = incident.asset.clone().ok_or(Error::<T>::SettlementMismatch)?;
		let left = incident.bonds.ensure_sub(amount)?;
		T::Assets::transfer(asset, &account, who, amount, Expendable)
			.map_err(|_| Error::<T>::CannotReceive)?;
		incident.bonds = left;
		Self::deposit_event(Event::BondPaid { incident: id, who: who.clone(), amount });
		Ok(())
	}

	/// Book that `who` has lost `bond`. Half goes to the reserve, half to `winner` or to the frozen
	/// pools. The part that those cannot take goes to the reserve too.
	fn lose_bond(
		id: IncidentId,
		incident: &mut Incident,
		who: &T::AccountId,
		bond: Balance,
		winner: Option<&T::AccountId>,
		half: Half,
	) {
		let (mut to_reserve, other) = bond::halves(bond);
		let placed = match (half, winner) {
			(Half::Account, Some(winner)) => {
				Self::owe_bond(id, incident, winner, other);
				other
			}
			(Half::Account, None) => 0,
			(Half::Pools, _) => Self::compensate(id, incident, other),
		};
		// Never above the half.
		to_reserve = to_reserve.saturating_add(other.saturating_sub(placed));
		let (who, to_other) = (who.clone(), placed);
		Self::deposit_event(Event::BondLost { incident: id, who, bond, to_reserve, to_other });
		let _ = Self::give_out(incident, to_reserve, Self::to_reserve);
	}

	/// Give the frozen pools `amount`, each by its pin, to the unit. Returns what they took.
	fn compensate(id: IncidentId, incident: &mut Incident, amount: Balance) -> Balance {
		let pins = T::Settlement::pins(id);
		// The sum of the books of pools.
		let pinned = pins.iter().fold(0u128, |sum, (_, pin)| sum.saturating_add(*pin));
		let (mut from, mut placed): (Balance, Balance) = (0, 0);
		for (pool, pin) in pins {
			let to = from.saturating_add(pin); // At most `pinned`.
			let share = payout::portion(amount, from, to, pinned);
			from = to;
			let Some(share) = share.filter(|share| *share > 0) else { continue };
			let taken = Self::give_out(incident, share, |_, credit| T::Settlement::compensate(pool, credit));
			if taken {
				placed = placed.saturating_add(share);
			}
		}
		placed
	}

	/// Hand money over to the reserve.
	pub(crate) fn to_reserve(
		asset: AssetId,
		credit: fungibles::Credit<T::AccountId, T::Assets>,
	) -> Result<(), fungibles::Credit<T::AccountId, T::Assets>> {
		T::Income::receive(asset, Source::Other, credit)
	}

	/// Take `amount` out of the account of the bonds and hand it over. Returns false if it is not
	/// taken. It then stays there, in the books too.
	fn give_out(
		incident: &mut Incident,
		amount: Balance,
		to: impl FnOnce(
			AssetId,
			fungibles::Credit<T::AccountId, T::Assets>,
		) -> Result<(), fungibles::Credit<T::AccountId, T::Assets>>,
	) -> bool {
		let (Some(account), Some(asset)) = (Self::bond_account(), incident.asset.clone()) else {
			return false;
		};
		let (true, Some(left)) = (amount > 0, incident.bonds.checked_sub(amount)) else { return false };
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
				incident.bonds = left;
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
