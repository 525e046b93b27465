// SPDX-License-Identifier: Apache-2.0

//! The rounds in which the chain acts on the deadlines of assessments by itself.

use crate::{types::*, *};
use alloc::vec::Vec;
use frame_support::{
	dispatch::{DispatchResultWithPostInfo, WithPostDispatchInfo},
	ensure,
	storage::with_storage_layer,
	weights::WeightMeter,
};

/// The number of assessments that one block's idle hook looks at.
pub(crate) const MAX_ROUND: usize = 32;

impl<T: Config> Pallet<T> {
	/// Act on the deadline of an assessment, for any caller. Charged for the work done.
	pub(crate) fn do_process(id: IncidentId) -> DispatchResultWithPostInfo {
		let mut meter = WeightMeter::with_limit(Self::process_weight());
		let is_known = Assessments::<T>::contains_key(id);
		ensure!(is_known, Error::<T>::UnknownAssessment.with_weight(Self::look_weight()));
		let is_stepped = Self::work(id, &mut meter);
		let used = meter.consumed();
		ensure!(is_stepped, Error::<T>::NothingToDo.with_weight(used));
		Ok(Some(used).into())
	}

	/// Do the idle hook's work: the assessments in turn. One for which there is no room is passed
	/// over, and is the first of the next round.
	pub(crate) fn work_all(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::work_round()).is_err() {
			return;
		}
		let (mut last, mut delayed) = (LastServed::<T>::get(), None);
		for id in Self::round() {
			if !meter.can_consume(Self::look_weight()) {
				delayed = delayed.or(Some(id));
				continue;
			}
			let room = Assessments::<T>::get(id)
				.map_or(Weight::zero(), |assessment| Self::room_for(&assessment, T::Clock::active()));
			if !meter.can_consume(room.saturating_add(Self::look_weight())) {
				charge(meter, Self::look_weight());
				delayed = delayed.or(Some(id));
				continue;
			}
			last = Some(id);
			Self::work(id, meter);
		}
		LastServed::<T>::set(last);
		Delayed::<T>::set(delayed);
	}

	/// The assessments of a round: the one that the last round had no room for, and then those
	/// after the one served last.
	fn round() -> Vec<IncidentId> {
		let last = LastServed::<T>::get();
		let after = last
			.into_iter()
			.flat_map(|id| Assessments::<T>::iter_keys_from(Assessments::<T>::hashed_key_for(id)));
		round(Delayed::<T>::get(), after, Assessments::<T>::iter_keys(), MAX_ROUND)
	}

	/// Take one step of an assessment. Returns true if there was one to take.
	fn work(id: IncidentId, meter: &mut WeightMeter) -> bool {
		charge(meter, Self::look_weight());
		let Some(assessment) = Assessments::<T>::get(id) else { return false };
		if assessment.stage != Stage::Decided {
			return Self::decide(id, assessment, meter);
		}
		if !assessment.is_to_sweep(T::Clock::active()) {
			return false;
		}
		charge(meter, Self::sweep_weight(id));
		// If the reserve takes none, it is looked at again.
		with_storage_layer(|| Self::do_sweep_bonds(id)).is_ok()
	}
}
