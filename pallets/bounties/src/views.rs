// SPDX-License-Identifier: Apache-2.0

//! The answers for people and clients, and the weights that depend on the adjudicator.

use crate::*;
use breakwater_primitives::{ActiveClock, Adjudicator, DisputeFee};
use frame_support::{traits::Get, weights::Weight};

impl<T: Config> Pallet<T> {
	/// A report as of this block.
	pub(crate) fn do_report_state(id: ReportId) -> Option<ReportState> {
		let (report, now) = (Reports::<T>::get(id)?, T::Clock::active());
		let programme = Programmes::<T>::get(report.product)?;
		let reserved = programme.reserved_for(id);
		let vested = report.vesting.and_then(|vesting| vesting.collectable(now)).unwrap_or(0);
		Some(ReportState {
			claimed: report.claimed(),
			reserved,
			reward: report.decided.map_or(0, |decided| decided.reward),
			dispute_bond: report.dispute_bond(reserved, Self::least_of(&programme.asset)),
			// Parts of the book.
			collectable: vested.saturating_add(report.due),
			is_matchable: report.is_matchable(now),
		})
	}

	/// The call `decide`: a concession, or a report whose deposit is lost.
	pub(crate) fn decide_weight() -> Weight {
		T::WeightInfo::decide().max(T::WeightInfo::process_expired())
	}

	/// The call `dispute`, and the beginning of a case.
	pub(crate) fn dispute_weight() -> Weight {
		T::WeightInfo::dispute()
			.saturating_add(Self::begin_weight())
			.saturating_add(T::Adjudicator::charge_weight())
	}

	/// The beginning of a case: a look at the earlier reports, and the adjudicator.
	fn begin_weight() -> Weight {
		let earlier = T::DbWeight::get().reads(u64::from(MAX_OPEN));
		earlier.saturating_add(T::Adjudicator::weight(BALLOT.count()))
	}

	/// The call `process`: a report that expires, one that ends, or a case that begins or ends.
	pub(crate) fn process_weight() -> Weight {
		let ends = T::WeightInfo::process_decided().max(T::WeightInfo::end_case());
		let step = T::WeightInfo::process_expired().max(ends);
		let closing = T::Adjudicator::closing_weight(BALLOT.count());
		step.saturating_add(Self::begin_weight().max(closing))
	}
}
