// SPDX-License-Identifier: Apache-2.0

//! Opening an incident on an account's or a referendum's word, the incident that waits, and its
//! end.

use crate::{types::*, *};
use frame_support::{ensure, weights::WeightMeter};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// Open an incident on the word of `who`, who puts up a bond of at most `max_bond`. A
	/// referendum opens one without a bond.
	pub(crate) fn do_open(
		who: Option<T::AccountId>,
		product: ProductId,
		occurred_at: Moment,
		evidence: H256,
		uri: Uri,
		max_bond: Balance,
	) -> DispatchResult {
		let seen = Self::seen();
		ensure!(occurred_at <= seen.now, Error::<T>::NotYet);
		ensure!(seen.now.saturating_sub(occurred_at) <= MAX_AGE, Error::<T>::TooLongAgo);
		let stage = Self::stage_of_filing(product, who.is_none(), seen)?;

		let id = NextIncident::<T>::get();
		NextIncident::<T>::put(id.ensure_add(1)?);
		let kept = Self::reopening(product, occurred_at, seen);
		let opened = kept.map_or(seen, |kept| Seen { now: kept.opened_at, active: kept.opened_active });
		let limits = T::Limits::get();
		let mut incident = Incident::new(product, occurred_at, opened, stage, limits);
		incident.reopens = kept.map(|kept| kept.incident);
		// Everything below is undone if it is rejected.
		let _ = T::OnIncident::opened(id, product);
		let terms = Self::bond_terms(id, &limits, kept.is_some())?;
		(incident.asset, incident.bond) = (Some(terms.asset), terms.base);
		let mut bond = 0;
		if let Some(who) = who.clone() {
			bond = terms.opening;
			Self::take_bond(&mut incident, &who, bond, max_bond)?;
			Filings::<T>::insert(id, Filing { who, bond, evidence, uri: uri.clone() });
		}
		if stage == Stage::Waiting {
			Waiting::<T>::insert(product, id);
		} else {
			Self::hold_product(product, id, seen);
			Working::<T>::insert(id, ());
		}
		Incidents::<T>::insert(id, incident);
		let filed =
			Event::IncidentFiled { incident: id, product, occurred_at, who, bond, evidence, uri, stage };
		Self::deposit_event(filed);
		Ok(())
	}

	/// The inconclusive incident that a new one opens again: the earliest that was opened after the
	/// event. A later event has no connection with it.
	fn reopening(product: ProductId, occurred_at: Moment, seen: Seen) -> Option<Inconclusive> {
		let known = Reopenings::<T>::get(product);
		let all = known.open(seen.active).filter(|incident| occurred_at <= incident.opened_at);
		all.min_by_key(|incident| incident.opened_at).copied()
	}

	/// Change a product's inconclusive incidents. If the end of the last reopening window has
	/// changed, report it to the other pallets. Returns the weight used beyond a look.
	pub(crate) fn change_reopenings(
		product: ProductId,
		change: impl FnOnce(&mut ReopeningWindows),
	) -> Weight {
		Reopenings::<T>::mutate_exists(product, |slot| {
			let Some(known) = slot.as_mut() else { return Weight::zero() };
			let before = known.latest();
			change(known);
			let latest = known.latest();
			if latest.is_none() {
				*slot = None;
			}
			if latest == before {
				return Weight::zero();
			}
			match latest {
				Some(Moment::MAX) => Self::deposit_event(Event::ReopeningStopped { product }),
				Some(until) => Self::deposit_event(Event::ReopeningResumed { product, until }),
				None => {}
			}
			T::OnIncident::reopenable(product, latest).saturating_add(T::DbWeight::get().writes(1))
		})
	}

	/// Stop the windows: an incident of a product that had none is open from now on.
	pub(crate) fn stop_windows(product: ProductId) -> Weight {
		let now = T::Clock::active();
		Self::change_reopenings(product, |known| known.stop(now))
	}

	/// Resume the windows: a product has no open incident from now on.
	pub(crate) fn resume_windows(product: ProductId) -> Weight {
		let now = T::Clock::active();
		Self::change_reopenings(product, |known| known.resume(now))
	}

	/// The first stage of an incident that people open on a product. Fails if none can be opened.
	pub(crate) fn stage_of_filing(
		product: ProductId,
		by_referendum: bool,
		seen: Seen,
	) -> Result<Stage, DispatchError> {
		// Beyond the end of time: never.
		let until = seen.active.saturating_add(T::Limits::get().ruling_period);
		if T::Catalogue::is_assessed(product) {
			if !Judged::<T>::contains_key(product) {
				return Ok(Stage::Judgement { until });
			}
			ensure!(!Waiting::<T>::contains_key(product), Error::<T>::AlreadyWaiting);
			return Ok(Stage::Waiting);
		}
		ensure!(T::Catalogue::trigger(product).is_some(), Error::<T>::UnknownProduct);
		ensure!(by_referendum, Error::<T>::TriggerDecides);
		let watch = Watches::<T>::get(product).ok_or(Error::<T>::TriggerDecides)?;
		ensure!(watch.open.is_none(), Error::<T>::AlreadyOpen);
		Ok(Stage::Judgement { until })
	}

	/// Make the incident the open one of its product from now on.
	fn hold_product(product: ProductId, id: IncidentId, seen: Seen) {
		// The call is charged for all windows.
		let _ = Self::stop_windows(product);
		let mut watched = false;
		Watches::<T>::mutate_extant(product, |watch| {
			watched = true;
			watch.open = Some(id);
			// The trigger has to see a recovery before it counts again.
			watch.phase = Phase::Disarmed { recovered_since: None };
			Self::tell_readiness(product, watch, seen);
		});
		if !watched {
			Judged::<T>::insert(product, id);
		}
	}

	/// Let the product of an incident that is no longer open go on with what had to wait.
	pub(crate) fn let_product_go(product: ProductId, id: IncidentId, meter: &mut WeightMeter) {
		if Judged::<T>::get(product) != Some(id) {
			return Self::reopen_watch(product, id, meter);
		}
		Judged::<T>::remove(product);
		let Some(next) = Waiting::<T>::take(product) else {
			let used = Self::resume_windows(product);
			return Self::charge(meter, used);
		};
		Judged::<T>::insert(product, next);
		Self::begin_next(product, next, meter);
	}
}
