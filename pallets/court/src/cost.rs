// SPDX-License-Identifier: Apache-2.0

//! The joint costs of pieces of work: sums and maxima of what [`WeightInfo`] has measured.

use crate::{tree::PLACES, *};
use frame_support::{traits::Get, weights::Weight};

impl<T: Config> Pallet<T> {
	/// A look at a case.
	pub(crate) fn look_weight() -> Weight {
		T::DbWeight::get().reads(1)
	}

	/// A round without a look at a case: the number of assessors, and which cases it is for.
	pub(crate) fn round_weight() -> Weight {
		T::WeightInfo::work_round().saturating_add(T::DbWeight::get().reads(2))
	}

	/// A draw of so many seats with so many points, each of which can be that of another assessor,
	/// with another voter. At most so many accounts are looked at.
	pub(crate) fn draw_weight(points: u32, seats: u32, accounts: u32) -> Weight {
		let appeals = T::DbWeight::get().reads(LEVELS.saturating_sub(1) as u64);
		let looks = points.saturating_mul(2).min(accounts);
		let parties = T::Conflicts::weight().saturating_add(appeals).saturating_mul(looks.into());
		T::WeightInfo::draw_panel(points)
			.saturating_add(T::WeightInfo::seat_panel(seats))
			.saturating_add(parties)
	}

	/// The settlement of a panel: all of its seats lose, or all gain.
	pub(crate) fn settle_weight(seats: u32) -> Weight {
		T::WeightInfo::settle_losses(seats).max(T::WeightInfo::settle_gains(seats))
	}

	/// The end of the time to reveal: a decision, which can end the case, or a panel that made no
	/// choice.
	pub(crate) fn decide_weight(seats: u32) -> Weight {
		let settlement = Self::settle_weight(seats).max(T::WeightInfo::end_case());
		T::WeightInfo::decide(seats)
			.saturating_add(settlement)
			.saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// The end of the time to commit, or of that to appeal, which can end the case.
	pub(crate) fn stage_weight() -> Weight {
		T::WeightInfo::begin_reveal()
			.saturating_add(T::WeightInfo::end_case())
			.saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// A step of a last appeal: its opening, or its result.
	pub(crate) fn last_appeal_weight() -> Weight {
		T::FinalAppeal::appeal_weight()
			.saturating_add(T::WeightInfo::end_case())
			.saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}

	/// A step of a case of the voters: its opening, or its outcome.
	pub(crate) fn voters_weight() -> Weight {
		T::Voters::weight(MAX_CHOICES)
			.max(T::Voters::closing_weight(MAX_CHOICES))
			.saturating_add(T::WeightInfo::end_case())
			.saturating_add(T::DbWeight::get().reads_writes(5, 2))
	}

	/// The end of the record of a case whose appeals are all collected, or a look at them.
	pub(crate) fn removal_weight() -> Weight {
		let each = T::WeightInfo::charge().saturating_add(T::DbWeight::get().reads(1));
		T::WeightInfo::sweep(0).saturating_add(each.saturating_mul(LEVELS as u64))
	}

	/// A step that removes what was not collected of a case's appeals, and then its record.
	pub(crate) fn sweep_weight() -> Weight {
		let sweep = T::WeightInfo::sweep(rounds::SWEPT).saturating_mul(LEVELS as u64);
		sweep.saturating_add(Self::removal_weight())
	}

	/// A step of a case that has ended: the settlement of a panel by the votes of another, or the
	/// end of its record.
	pub(crate) fn wind_up_weight() -> Weight {
		Self::decide_weight(MAX_SEATS).max(Self::sweep_weight())
	}

	/// The most weight of the call `process`.
	pub(crate) fn process_weight() -> Weight {
		let steps = [
			Self::draw_weight(MAX_SEATS.saturating_mul(DRAWS_PER_SEAT), MAX_SEATS, PLACES),
			Self::stage_weight(),
			Self::decide_weight(MAX_SEATS),
			Self::last_appeal_weight(),
			Self::voters_weight(),
			Self::wind_up_weight(),
		];
		steps
			.into_iter()
			.fold(Weight::zero(), |most, step| most.max(step))
			.saturating_add(Self::look_weight())
	}
}
