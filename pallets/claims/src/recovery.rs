// SPDX-License-Identifier: Apache-2.0

//! The work after the payments: recovered money, and the end of payouts that are not taken.

use crate::{types::*, *};
use breakwater_math::loss;
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
	storage::with_storage_layer,
	traits::{
		fungibles::Balanced,
		tokens::{Fortitude, Precision, Preservation::Expendable},
	},
	weights::WeightMeter,
};

impl<T: Config> Pallet<T> {
	/// Take money from `who` that was recovered after an incident's loss in a pool. It is the
	/// smaller of `amount` and the sum of what is owed to the claims, the pool's loan, what the
	/// reserve wrote off of it, and what the underwriters lost. Charged for the pool as it is now.
	pub(crate) fn do_recover(
		who: T::AccountId,
		id: IncidentId,
		pool: PoolId,
		amount: Balance,
	) -> DispatchResultWithPostInfo {
		let (incident, part, asset) =
			Self::recoverable(id, pool).map_err(|error| error.with_weight(Self::refused_recover_weight()))?;
		let used = Self::recover_weight(T::Settlement::size_of(pool));
		charged(used, Self::take_recovered(who, (id, incident), (pool, part), asset, amount))
	}

	/// An incident, a pool's final part in it, and the asset of both.
	fn recoverable(
		id: IncidentId,
		pool: PoolId,
	) -> Result<(Incident, PoolSettlement, AssetId), DispatchError> {
		let incident = Incidents::<T>::get(id).ok_or(Error::<T>::UnknownIncident)?;
		ensure!(incident.stage.is_payable(), Error::<T>::NotPayableYet);
		let part = PoolSettlements::<T>::get(id, pool).ok_or(Error::<T>::PoolNotLocked)?;
		ensure!(part.is_final(), Error::<T>::NotFinal);
		let asset = T::Settlement::asset_of(pool).ok_or(Error::<T>::PoolNotLocked)?;
		Ok((incident, part, asset))
	}

	fn take_recovered(
		who: T::AccountId,
		(id, mut incident): (IncidentId, Incident),
		(pool, mut part): (PoolId, PoolSettlement),
		asset: AssetId,
		amount: Balance,
	) -> DispatchResult {
		let credit =
			T::Assets::withdraw(asset, &who, amount, Precision::Exact, Expendable, Fortitude::Polite)
				.map_err(|_| Error::<T>::CannotPay)?;
		let recovered = T::Settlement::recover(id, pool, credit).map_err(|(error, _)| error)?;
		let returned = recovered.back.peek();
		if returned > 0 {
			T::Assets::resolve(&who, recovered.back).map_err(|_| Error::<T>::EscrowRefused)?;
		}
		let taken = amount.ensure_sub(returned)?;
		ensure!(taken > 0, Error::<T>::NothingOwed);
		let for_claims = recovered.for_claims.peek();
		// The claims are walked for it.
		let owed = part.settlement.owed().ok_or(ArithmeticError::Overflow)?;
		// The pool keeps each settlement on which an amount is owed.
		ensure!(owed == 0 || recovered.settlement.is_some(), Error::<T>::SettlementMismatch);
		let is_enough = for_claims == owed || loss::is_worth_a_step(for_claims, part.loss);
		ensure!(for_claims == 0 || is_enough, Error::<T>::TooLittle);
		Self::put_in_escrow(&mut incident, &mut part, recovered.for_claims)?;
		part.settlement = recovered.settlement.unwrap_or(part.settlement);
		PoolSettlements::<T>::insert(id, pool, part);
		if for_claims > 0 {
			// From the beginning, for those that were paid already.
			incident.stage = incident.stage.pay_more().map_err(|WrongStage| Error::<T>::NotPayableYet)?;
			incident.settled_at = Some(T::Clock::active());
			Working::<T>::insert(id, ());
		}
		Incidents::<T>::insert(id, incident);
		Self::deposit_event(Event::Recovered { incident: id, pool, who, taken, for_claims });
		Ok(())
	}

	/// Begin to close an incident, for any caller. Charged for its pools.
	pub(crate) fn close_for_any(id: IncidentId) -> DispatchResultWithPostInfo {
		charged(T::WeightInfo::close(Self::pools_in(id)), Self::do_close(id))
	}

	/// Begin to close an incident long after its end. Money that was not taken goes to the reserve,
	/// and the records are removed.
	pub(crate) fn do_close(id: IncidentId) -> DispatchResult {
		let mut incident = Incidents::<T>::get(id).ok_or(Error::<T>::UnknownIncident)?;
		let stage = incident.stage.close().map_err(|WrongStage| Error::<T>::NotOver)?;
		let all_final = PoolSettlements::<T>::iter_prefix_values(id).all(|part| part.is_final());
		ensure!(all_final, Error::<T>::NotFinal);
		let owes = |part: PoolSettlement| part.settlement.owed_by_reserve > 0;
		ensure!(!PoolSettlements::<T>::iter_prefix_values(id).any(owes), Error::<T>::ReserveOwes);
		let from = incident.closes_at().ok_or(Error::<T>::NotOver)?;
		ensure!(T::Clock::active() >= from, Error::<T>::TooEarly);
		incident.stage = stage;
		Working::<T>::insert(id, ());
		Incidents::<T>::insert(id, incident);
		Self::deposit_event(Event::ClosingBegun { incident: id });
		Ok(())
	}

	/// Look at one more incident in each block, in turn, and close it if it is over since long
	/// enough.
	pub(crate) fn look_for_end(meter: &mut WeightMeter) {
		if !meter.can_consume(Self::looking_weight().saturating_add(Self::most_close_weight())) {
			return;
		}
		let count = NextIncident::<T>::get();
		if count == 0 {
			return;
		}
		charge(meter, Self::looking_weight());
		let id = NextLook::<T>::mutate(|next| {
			let id = if *next < count { *next } else { 0 };
			*next = id.saturating_add(1); // At most the number of incidents.
			id
		});
		let is_due = |incident: Incident| {
			incident.stage == Stage::Paid && incident.closes_at().is_some_and(|at| T::Clock::active() >= at)
		};
		if Incidents::<T>::get(id).is_some_and(is_due) {
			charge(meter, T::WeightInfo::close(Self::pools_in(id)));
			// Refused while a pool may still pay more: it is looked at again.
			let _ = with_storage_layer(|| Self::do_close(id));
		}
	}

	/// Remove the next record of an incident that is over. With the last one, what is left goes to
	/// the reserve.
	pub(crate) fn close_step(id: IncidentId, incident: &mut Incident, meter: &mut WeightMeter) -> Progress {
		if let Some((policy, _)) = Claims::<T>::drain_prefix(id).next() {
			charge(meter, T::WeightInfo::drop_claim());
			ByPolicy::<T>::remove(policy, id);
			T::Book::claim_closed(policy, id);
			return Progress::Stepped;
		}
		if ClaimedOn::<T>::drain_prefix(id).next().is_some() {
			// It costs less.
			charge(meter, T::WeightInfo::drop_claim());
			return Progress::Stepped;
		}
		let measured = T::WeightInfo::close_step(Self::pools_in(id));
		charge(meter, measured);
		let unclaimed = incident.escrow;
		if unclaimed > 0 && !Self::give_to_reserve(incident) {
			return Progress::Blocked;
		}
		// At most as many as pools may underwrite a product.
		for (pool, _) in PoolSettlements::<T>::drain_prefix(id) {
			if let Err(error) = T::Settlement::close(id, pool) {
				log::error!(target: LOG_TARGET, "incident {id}: pool {pool} does not close: {error:?}");
			}
		}
		if let Ok(stage) = incident.stage.closed() {
			incident.stage = stage;
		}
		Working::<T>::remove(id);
		let used = T::OnIncident::closed(id);
		charge_beyond(meter, used, measured);
		Self::deposit_event(Event::IncidentClosed { incident: id, unclaimed });
		Progress::Stepped
	}
}
