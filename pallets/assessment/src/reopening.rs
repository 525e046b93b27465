// SPDX-License-Identifier: Apache-2.0

//! The windows in which inconclusive incidents can be reported again.

use crate::{types::*, *};

impl<T: Config> Pallet<T> {
	/// The inconclusive incident that a new report opens again: the earliest that was opened after
	/// the event. A later event has no connection with it.
	pub(crate) fn reopening(
		product: ProductId,
		occurred_at: Moment,
		seen: BlockTime,
	) -> Option<Inconclusive> {
		let known = Reopenings::<T>::get(product);
		let all = known.open(seen.active).filter(|incident| occurred_at <= incident.opened_at);
		all.min_by_key(|incident| incident.opened_at).copied()
	}

	/// Change a product's inconclusive incidents. If the end of the last reopening window has
	/// changed, report it to the other pallets. Returns the weight used beyond a look.
	fn change_reopenings(product: ProductId, change: impl FnOnce(&mut ReopeningWindows)) -> Weight {
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
			T::OnReopening::reopenable(product, latest).saturating_add(T::DbWeight::get().writes(1))
		})
	}

	/// Stop the windows: an incident of a product is open from now on.
	pub(crate) fn stop_windows(product: ProductId) -> Weight {
		let now = T::Clock::active();
		Self::change_reopenings(product, |known| known.stop(now))
	}

	/// Resume the windows: a product has no open incident from now on.
	pub(crate) fn resume_windows(product: ProductId) -> Weight {
		let now = T::Clock::active();
		Self::change_reopenings(product, |known| known.resume(now))
	}

	/// Keep the time of an incident that is inconclusive. It is still open: the windows stand
	/// still.
	pub(crate) fn keep_time(id: IncidentId, assessment: &Assessment) -> Weight {
		let Assessment { product, opened, reopens, limits, .. } = assessment;
		let inconclusive = Inconclusive {
			incident: reopens.unwrap_or(id),
			opened_at: opened.now,
			opened_active: opened.active,
			left: limits.reopening_window,
		};
		Reopenings::<T>::mutate(product, |known| known.add(inconclusive));
		T::OnReopening::inconclusive(id, *product, opened.active)
	}

	/// Forget the time of an incident that was decided: it cannot be reported again, and no lock of
	/// it stays. Returns the weight that the other pallets used.
	pub(crate) fn forget_time(id: IncidentId, assessment: &Assessment) -> Weight {
		let first = assessment.reopens.unwrap_or(id);
		Self::change_reopenings(assessment.product, |known| {
			known.remove(first);
		})
	}
}
