// SPDX-License-Identifier: Apache-2.0

//! The rounds of work on upheld incidents, a step at a time.

use crate::{types::*, *};
use alloc::vec::Vec;
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
	weights::WeightMeter,
};

/// The number of incidents that one block's idle hook looks at.
pub(crate) const MAX_ROUND: usize = 32;

impl<T: Config> Pallet<T> {
	/// Take up to `max` steps of an incident's work, for any caller. Charged for the work done.
	pub(crate) fn do_process(id: IncidentId, max: u32) -> DispatchResultWithPostInfo {
		let refused = |error: Error<T>| error.with_weight(Self::look_weight());
		ensure!(Incidents::<T>::contains_key(id), refused(Error::UnknownIncident));
		ensure!(max > 0 && max <= MAX_STEPS, refused(Error::StepsOutOfRange));
		// Room for every step, and for the end of the incident.
		let mut meter = WeightMeter::with_limit(Self::process_weight(max));
		let mut taken = 0u32;
		while taken < max && Self::work(id, &mut meter) == Progress::Stepped {
			taken = taken.saturating_add(1);
		}
		let used = meter.consumed();
		ensure!(taken > 0, Error::<T>::NothingToDo.with_weight(used));
		Ok(Some(used).into())
	}

	/// Do the idle hook's work: the incidents in turn, one step each, until there is no room for
	/// any of them or no more can be done. An incident for which there is no room is passed over,
	/// and is the first of the next round.
	pub(crate) fn work_all(meter: &mut WeightMeter) {
		if meter.try_consume(Self::round_weight()).is_err() {
			return;
		}
		let mut ids = Self::round();
		let (mut last, mut delayed) = (LastServed::<T>::get(), None);
		while !ids.is_empty() {
			let mut again = Vec::new();
			for id in ids {
				if !meter.can_consume(Self::look_weight()) {
					delayed = delayed.or(Some(id));
					continue;
				}
				// The look that comes with the step pays for this one.
				let room = Incidents::<T>::get(id)
					.map_or(Self::look_weight(), |incident| Self::room_for(&incident, T::Clock::active()));
				if !meter.can_consume(room) {
					charge(meter, Self::look_weight());
					delayed = delayed.or(Some(id));
					continue;
				}
				last = Some(id);
				if Self::work(id, meter) == Progress::Stepped {
					again.push(id);
				}
			}
			ids = again;
		}
		LastServed::<T>::set(last);
		Delayed::<T>::set(delayed);
		Self::look_for_end(meter);
	}

	/// The incidents of a round: the one that the last round had no room for, and then those after
	/// the one served last.
	fn round() -> Vec<IncidentId> {
		let last = LastServed::<T>::get();
		let after =
			last.into_iter().flat_map(|id| Working::<T>::iter_keys_from(Working::<T>::hashed_key_for(id)));
		round(Delayed::<T>::get(), after, Working::<T>::iter_keys(), MAX_ROUND)
	}

	/// Take one step of an incident's work.
	pub(crate) fn work(id: IncidentId, meter: &mut WeightMeter) -> Progress {
		charge(meter, Self::look_weight());
		let Some(mut incident) = Incidents::<T>::get(id) else { return Progress::Finished };
		let was_open = incident.stage.is_open();
		let progress = match incident.stage {
			Stage::AssessingClaims { after } => Self::assess_step(id, &mut incident, after, meter),
			Stage::Settling { after } => Self::settle_step(id, &mut incident, after, meter),
			Stage::Paying { after } => Self::pay_step(id, &mut incident, after, meter),
			Stage::Paid if Working::<T>::contains_key(id) => Self::top_up_step(id, &mut incident, meter),
			Stage::Closing => Self::close_step(id, &mut incident, meter),
			Stage::Claiming { until } if T::Clock::active() >= until => {
				let totalling = Self::end_assessing_weight(id);
				charge(meter, Self::closing_window_weight(Self::pools_in(id), totalling));
				Self::end_assessing(id, &mut incident)
			}
			Stage::Claiming { .. } => Progress::Blocked,
			_ => return Progress::Finished,
		};
		let closed = !incident.stage.is_open();
		let product = incident.product;
		Incidents::<T>::insert(id, incident);
		if closed && was_open {
			let used = Self::end(id, product);
			charge(meter, used);
		}
		progress
	}
}
