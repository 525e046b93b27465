// SPDX-License-Identifier: Apache-2.0

//! The joint costs of pieces of work: sums and maxima of what [`WeightInfo`] has measured.

use crate::{types::*, *};

impl<T: Config> Pallet<T> {
	/// A look at an assessment.
	pub(crate) fn look_weight() -> Weight {
		T::DbWeight::get().reads(1)
	}

	/// The call `report_incident`. It was measured without the policies' record of the rights that
	/// are kept of inconclusive incidents.
	pub(crate) fn report_weight() -> Weight {
		T::WeightInfo::report_incident().saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// The end of an assessment. It was measured without a kept time of the incident and kept
	/// locks. It was also measured without the adjudicator, which begins a case, or closes one, or
	/// both.
	pub(crate) fn deciding_weight() -> Weight {
		T::WeightInfo::end_assessment()
			.saturating_add(T::DbWeight::get().reads_writes(1, 1))
			.saturating_add(T::Adjudicator::most_weight())
			.saturating_add(Self::letting_locks_go_weight())
			.saturating_add(Self::comparing_locks_weight())
	}

	/// The check if each pool covers all of its locks. Where a product has one, and can have an
	/// incident reported again, its locks are read.
	fn comparing_locks_weight() -> Weight {
		let locks = u64::from(MAX_PRODUCTS_PER_POOL).saturating_mul(MAX_INCIDENTS_PER_PRODUCT.into());
		T::DbWeight::get().reads(locks.saturating_mul(MAX_POOLS_PER_PRODUCT.into()))
	}

	/// Locks that stay of an inconclusive incident, or are let go: each pool's lock and its lines,
	/// and the policies' records.
	pub(crate) fn letting_locks_go_weight() -> Weight {
		let pools = u64::from(MAX_POOLS_PER_PRODUCT);
		let reads = pools.saturating_mul(2).saturating_add(2);
		T::DbWeight::get().reads_writes(reads, pools.saturating_add(1))
	}

	/// A look at the pools that an incident has locked: the lock, and the pool's records.
	pub(crate) fn pools_weight() -> Weight {
		T::DbWeight::get().reads(u64::from(MAX_POOLS_PER_PRODUCT).saturating_mul(3))
	}

	/// A case that the adjudicator cannot take now: the proposals and the open cases are read.
	pub(crate) fn refused_case_weight() -> Weight {
		T::DbWeight::get().reads(u64::from(MAX_PROPOSALS).saturating_add(4))
	}

	/// The most that an assessment can take: a look at its case and its pools, a case that is
	/// begun, and the end of the assessment.
	fn assessing_weight() -> Weight {
		Self::deciding_weight()
			.saturating_add(Self::pools_weight())
			.saturating_add(Self::refused_case_weight())
			.saturating_add(T::DbWeight::get().reads(u64::from(MAX_PROPOSALS).saturating_add(1)))
	}

	/// Bonds that were not taken go to the reserve. The amounts due are read and removed, and the
	/// money moves once.
	pub(crate) fn sweeping_weight() -> Weight {
		let accounts = u64::from(MAX_PROPOSALS).saturating_add(1);
		let reserve = T::DbWeight::get().reads_writes(4, 4);
		// And a look if a proposal is left.
		let records = T::DbWeight::get().reads_writes(accounts.saturating_add(1), accounts);
		T::WeightInfo::collect_bond().saturating_add(reserve).saturating_add(records)
	}

	/// The room that has to be left before the idle hook takes the next step of an assessment: the
	/// most that its stage can cost.
	pub(crate) fn room_for(assessment: &Assessment, active: Moment) -> Weight {
		match assessment.stage {
			Stage::Open { until } | Stage::Challenge { until } if active < until => Weight::zero(),
			Stage::Open { .. } | Stage::Challenge { .. } | Stage::Case(_) => {
				Self::assessing_weight().saturating_add(T::Incidents::most_ending())
			}
			Stage::Decided if assessment.is_to_sweep(active) => Self::sweeping_weight(),
			Stage::Decided | Stage::Waiting => Weight::zero(),
		}
	}

	/// The call `process`.
	pub(crate) fn process_weight() -> Weight {
		Self::look_weight()
			.saturating_add(Self::assessing_weight().max(Self::sweeping_weight()))
			.saturating_add(T::Incidents::most_ending())
	}
}
