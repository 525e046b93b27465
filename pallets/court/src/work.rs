// SPDX-License-Identifier: Apache-2.0

//! The rounds in which the chain takes the steps of cases by itself.

use crate::*;
use alloc::vec::Vec;
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
	storage::with_storage_layer,
	weights::{Weight, WeightMeter},
};

/// The number of cases that one block's idle hook looks at.
const MAX_ROUND: usize = 16;

impl<T: Config> Pallet<T> {
	/// Take a step of a case, for any caller. Charged for the work done.
	pub(crate) fn do_process(id: CaseId) -> DispatchResultWithPostInfo {
		let mut meter = WeightMeter::with_limit(Self::process_weight());
		charge(&mut meter, Self::look_weight());
		let case = Cases::<T>::get(id);
		let case = case.ok_or_else(|| Error::<T>::UnknownCase.with_weight(meter.consumed()))?;
		let step = with_storage_layer(|| Self::step(id, case, &mut meter));
		let used = meter.consumed();
		let is_stepped = step.map_err(|error| error.with_weight(used))?;
		ensure!(is_stepped, Error::<T>::NothingToDo.with_weight(used));
		Ok(Some(used).into())
	}

	/// Do the idle hook's work: the cases in turn. One for which there is no room is passed over,
	/// and is the first of the next round.
	pub(crate) fn work_all(meter: &mut WeightMeter) {
		if meter.try_consume(Self::round_weight()).is_err() {
			return;
		}
		let assessors = Self::assessors();
		let (mut last, mut delayed) = (LastServed::<T>::get(), None);
		for id in Self::round() {
			if meter.try_consume(Self::look_weight()).is_err() {
				delayed = delayed.or(Some(id));
				continue;
			}
			// One that was delayed can be gone.
			let Some(case) = Cases::<T>::get(id) else { continue };
			if !meter.can_consume(Self::room_for(&case, assessors)) {
				delayed = delayed.or(Some(id));
				continue;
			}
			last = Some(id);
			if let Err(error) = with_storage_layer(|| Self::step(id, case, meter)) {
				log::debug!(target: LOG_TARGET, "case {id}: a step is not possible: {error:?}");
			}
		}
		LastServed::<T>::set(last);
		Delayed::<T>::set(delayed);
	}

	/// The cases of a round: the one that the last round had no room for, and then those after the
	/// one served last.
	fn round() -> Vec<CaseId> {
		let last = LastServed::<T>::get();
		let after =
			last.into_iter().flat_map(|id| Cases::<T>::iter_keys_from(Cases::<T>::hashed_key_for(id)));
		breakwater_primitives::round(Delayed::<T>::get(), after, Cases::<T>::iter_keys(), MAX_ROUND)
	}

	/// The number of assessors.
	pub(crate) fn assessors() -> u32 {
		PlaceCount::<T>::get().saturating_sub(FreePlaceCount::<T>::get())
	}

	/// The room that the next step of a case needs, if it is due, with so many assessors.
	pub(crate) fn room_for(case: &Case, assessors: u32) -> Weight {
		let now = T::Clock::active();
		match case.stage {
			Stage::Draw { since } if T::Seed::epoch() >= since.saturating_add(DRAW_DELAY) => {
				Self::draw_weight(case.most_points(), case.seats(), assessors)
			}
			Stage::Commit { until, .. } | Stage::Appeal { until } if now >= until => Self::stage_weight(),
			Stage::Reveal { until, .. } if now >= until => Self::decide_weight(case.seats()),
			Stage::LastAppeal { .. } => Self::last_appeal_weight(),
			Stage::Voters { .. } => Self::voters_weight(),
			Stage::Ended { choice, at } => Self::room_to_wind_up(case, choice, at),
			_ => Weight::zero(),
		}
	}

	/// The room for a step of a case that has ended. One that waits until it is acted on needs
	/// none.
	fn room_to_wind_up(case: &Case, choice: Option<u32>, at: Moment) -> Weight {
		let is_settled = choice.and_then(|choice| case.next_to_settle(choice)).is_none();
		let is_over = T::Clock::active() >= deadline(at, case.limits.unclaimed_after);
		match (is_settled, case.is_closed, is_over) {
			(false, ..) => Self::decide_weight(MAX_SEATS),
			(true, false, _) => Weight::zero(),
			(true, true, false) => Self::removal_weight(),
			(true, true, true) => Self::sweep_weight(),
		}
	}
}
