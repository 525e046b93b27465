// SPDX-License-Identifier: Apache-2.0

//! The incidents as the reserve sees them: their limits, and the freeze of the stake.

use crate::*;
use breakwater_primitives::{
	ActiveClock, AssetId, Balance, Day, GroupId, IncidentId, Moment, ProductId, ProductRisk, Risks,
};
use frame_support::traits::Get;

impl<T: Config> Pallet<T> {
	/// Fix the limits of an incident that is opened, and freeze the stake. An incident that has
	/// locked no capital of an admitted pool costs the reserve no amount: it has no record, and
	/// freezes no stake.
	pub(crate) fn open_incident(incident: IncidentId, product: ProductId) {
		let Some(risk) = T::Risks::risk(product) else { return };
		let is_backed = |(pool, lock): &(_, _)| *lock > 0 && Admitted::<T>::contains_key(pool);
		let locks = T::Risks::locks(incident).into_iter();
		// No product has more pools.
		let pools = BackedPools::truncate_from(locks.filter(is_backed).map(|(pool, _)| pool).collect());
		if !pools.is_empty() && !Incidents::<T>::contains_key(incident) {
			Self::record_incident(incident, risk, pools);
		}
	}

	/// Fix the limits of an incident of these pools, and freeze the stake.
	pub(crate) fn record_incident(incident: IncidentId, risk: ProductRisk, pools: BackedPools) {
		let ProductRisk { asset, group } = risk;
		// A sum that does not fit cannot be: the book has been checked when the money came.
		let funds = Books::<T>::get(&asset).funds().unwrap_or_default();
		let parts = (T::PerIncident::get(), T::PerGroup::get());
		let multiple = T::PoolMultiple::get();
		let account =
			IncidentAccount::open(asset.clone(), group, pools, Self::today(), funds, parts, multiple);
		let (limit, group_limit) = (account.limit, account.group_limit);
		Incidents::<T>::insert(incident, account);
		Freezes::<T>::mutate(&asset, |freeze| {
			*freeze = freeze.begin(T::Clock::active(), T::StakeWindow::get()).unwrap_or(*freeze);
		});
		Self::deposit_event(Event::IncidentLimitSet { incident, asset, group, funds, limit, group_limit });
	}

	/// End an incident: no pool asks the reserve for it any more. The record of an incident that
	/// got no amount goes.
	pub(crate) fn close_incident(incident: IncidentId) {
		let Some(account) = Incidents::<T>::get(incident).filter(|account| account.is_open) else { return };
		Freezes::<T>::mutate(&account.asset, |freeze| {
			*freeze = freeze.end(T::Clock::active()).unwrap_or(*freeze);
		});
		Incidents::<T>::insert(incident, IncidentAccount { is_open: false, ..account });
		Self::forget_incident(incident);
	}

	/// Remove the record of an incident that has ended, if no pool got or is owed an amount for it.
	pub(crate) fn forget_incident(incident: IncidentId) {
		let is_over = Incidents::<T>::get(incident).is_some_and(|account| !account.is_open);
		if is_over && Backings::<T>::iter_key_prefix(incident).next().is_none() {
			Incidents::<T>::remove(incident);
		}
	}

	/// The day of active time.
	pub(crate) fn today() -> Day {
		active_day(T::Clock::active())
	}

	/// The amount that the incidents of a group have drawn within the last 30 days, or since an
	/// incident was opened.
	pub(crate) fn drawn_by(asset: &AssetId, group: GroupId, opened: Day) -> Option<Balance> {
		Draws::<T>::get(asset, group).sum(opened, Self::today())
	}
}

/// The day of a moment of active time.
fn active_day(active: Moment) -> Day {
	// 2^32 days are eleven million years.
	active.checked_div(breakwater_math::units::DAY).and_then(|day| day.try_into().ok()).unwrap_or(Day::MAX)
}
