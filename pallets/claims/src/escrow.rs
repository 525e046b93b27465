// SPDX-License-Identifier: Apache-2.0

//! The account that holds the money of all claims. Each incident has its own book of it.

use crate::{types::*, *};
use frame_support::{
	ensure,
	traits::{
		fungibles::{Balanced, Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation::Expendable},
	},
};
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	/// The account that holds the money for the claims of all incidents. Each incident has its own
	/// book of it. `None` cannot happen: `integrity_test` asserts it.
	pub fn escrow_account() -> Option<T::AccountId> {
		derived_account(b"escrow", ())
	}

	/// Put the native token's smallest balance on the account, for good. It is in no book. So the
	/// rest is never lost as dust, whatever is paid out, and no amount is too little to be taken
	/// in.
	pub(crate) fn endow_escrow() {
		let least = T::Assets::minimum_balance(AssetId::Native);
		let is_there = Self::escrow_account()
			.is_some_and(|account| T::Assets::mint_into(AssetId::Native, &account, least).is_ok());
		assert!(is_there, "an account can hold the smallest balance");
	}

	/// Put a pool's money for its claims into the escrow. All or nothing, by the caller's layer.
	pub(crate) fn put_in_escrow(
		incident: &mut Incident,
		part: &mut PoolSettlement,
		credit: fungibles::Credit<T::AccountId, T::Assets>,
	) -> DispatchResult {
		if credit.peek().is_zero() {
			return Ok(());
		}
		Self::book_in_escrow(incident, part, credit.asset(), credit.peek())?;
		let escrow = Self::escrow_account().ok_or(Error::<T>::EscrowRefused)?;
		T::Assets::resolve(&escrow, credit).map_err(|_| Error::<T>::EscrowRefused)?;
		Ok(())
	}

	/// Take up to `most` of a pool's part of the sponsors' first loss into the escrow. Returns the
	/// amount. All or nothing, by the caller's layer.
	pub(crate) fn take_first_loss(
		id: IncidentId,
		incident: &mut Incident,
		pool: PoolId,
		part: &mut PoolSettlement,
		most: Balance,
	) -> Result<Balance, DispatchError> {
		let amount = part.first_loss.min(most);
		if amount == 0 {
			return Ok(0);
		}
		let credit = T::FirstLoss::take(incident.product, amount)?;
		ensure!(credit.peek() == amount, Error::<T>::SettlementMismatch);
		part.first_loss.ensure_sub_assign(amount)?;
		part.from_sponsors.ensure_add_assign(amount)?;
		Self::put_in_escrow(incident, part, credit)?;
		Self::deposit_event(Event::FirstLossUsed { incident: id, pool, amount });
		Ok(amount)
	}

	/// Book money for the claims on a pool that comes into the escrow.
	fn book_in_escrow(
		incident: &mut Incident,
		part: &mut PoolSettlement,
		asset: AssetId,
		amount: Balance,
	) -> DispatchResult {
		part.funded.ensure_add_assign(amount)?;
		ensure!(part.funded <= part.loss, Error::<T>::SettlementMismatch);
		ensure!(incident.asset.as_ref().is_none_or(|a| *a == asset), Error::<T>::SettlementMismatch);
		incident.asset = Some(asset);
		incident.escrow.ensure_add_assign(amount)?;
		Ok(())
	}

	/// Take a payment of the reserve's debt to the claims on a pool. The credit comes back, and no
	/// state is changed, if the incident is closing or gone, or if so much is not owed.
	pub(crate) fn take_from_reserve(
		id: IncidentId,
		pool: PoolId,
		credit: fungibles::Credit<T::AccountId, T::Assets>,
	) -> Result<(), fungibles::Credit<T::AccountId, T::Assets>> {
		let Some((mut incident, part, escrow)) = Self::repaid(id, pool, &credit) else { return Err(credit) };
		let amount = credit.peek();
		T::Assets::resolve(&escrow, credit)?;
		PoolSettlements::<T>::insert(id, pool, part);
		if let Ok(stage) = incident.stage.pay_more() {
			// From the beginning, for those that were paid already. While other pools are charged,
			// all claims are still to be paid.
			incident.stage = stage;
			incident.settled_at = Some(T::Clock::active());
			Working::<T>::insert(id, ());
		}
		Incidents::<T>::insert(id, incident);
		T::Settlement::reserve_paid(id, pool, amount);
		Self::deposit_event(Event::ReservePaid { incident: id, pool, amount });
		Ok(())
	}

	/// An incident and the part of a pool after the reserve has paid a debt, and the account for
	/// it.
	fn repaid(
		id: IncidentId,
		pool: PoolId,
		credit: &fungibles::Credit<T::AccountId, T::Assets>,
	) -> Option<(Incident, PoolSettlement, T::AccountId)> {
		let mut incident = Incidents::<T>::get(id)?;
		let mut part = PoolSettlements::<T>::get(id, pool).filter(|part| part.is_final())?;
		let takes = matches!(incident.stage, Stage::Settling { .. } | Stage::Paying { .. } | Stage::Paid);
		let amount = Some(credit.peek()).filter(|amount| takes && *amount > 0)?;
		part.settlement.owed_by_reserve = part.settlement.owed_by_reserve.checked_sub(amount)?;
		part.settlement.from_reserve = part.settlement.from_reserve.checked_add(amount)?;
		Self::book_in_escrow(&mut incident, &mut part, credit.asset(), amount).ok()?;
		Some((incident, part, Self::escrow_account()?))
	}

	/// Give the reserve what is left in the escrow. Returns true if it took it.
	pub(crate) fn give_to_reserve(incident: &mut Incident) -> bool {
		let (Some(escrow), Some(asset)) = (Self::escrow_account(), incident.asset.clone()) else {
			return false;
		};
		let (exact, amount) = (Precision::Exact, incident.escrow);
		let taken = T::Assets::withdraw(asset.clone(), &escrow, amount, exact, Expendable, Fortitude::Polite);
		let Ok(credit) = taken else { return false };
		match T::Income::receive(asset, Source::Unclaimed, credit) {
			Ok(()) => {
				incident.escrow = 0;
				true
			}
			Err(credit) => {
				// It has just been there.
				let _ = T::Assets::resolve(&escrow, credit);
				false
			}
		}
	}
}
