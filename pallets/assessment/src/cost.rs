// SPDX-License-Identifier: Apache-2.0

//! The joint costs of pieces of work: sums and maxima of what [`WeightInfo`] has measured.

use crate::{types::*, *};
use alloc::vec::Vec;

impl<T: Config> Pallet<T> {
	/// A look at an assessment.
	pub(crate) fn look_weight() -> Weight {
		T::DbWeight::get().reads(1)
	}

	/// The most weight of the call `report_incident`.
	pub(crate) fn most_report_weight() -> Weight {
		T::WeightInfo::report_incident(MAX_POOLS_PER_PRODUCT)
	}

	/// A report that is rejected before an incident is opened: the clocks, the open incidents and
	/// the product are read.
	pub(crate) fn refused_report_weight() -> Weight {
		T::DbWeight::get().reads(4)
	}

	/// The call `propose_outcome` with so many earlier proposals. The bond's terms are computed
	/// from so many pools, or were known already.
	pub(crate) fn propose_weight(earlier: u32, pools: Option<u32>) -> Weight {
		let terms = pools.map_or(Weight::zero(), T::WeightInfo::bond_terms);
		let charge = if earlier > 0 { T::Adjudicator::charge_weight() } else { Weight::zero() };
		T::WeightInfo::propose_outcome(earlier).saturating_add(terms).saturating_add(charge)
	}

	/// The most weight of the call `propose_outcome`.
	pub(crate) fn most_propose_weight() -> Weight {
		Self::propose_weight(MAX_PROPOSALS, Some(MAX_POOLS_PER_PRODUCT))
	}

	/// A proposal that is rejected after a look at the assessment, at the product and at so many
	/// earlier proposals.
	pub(crate) fn refused_proposal_weight(earlier: u32) -> Weight {
		T::DbWeight::get().reads(u64::from(earlier).saturating_add(4))
	}

	/// The number of pools that an incident has locked.
	pub(crate) fn pools_of(id: IncidentId) -> u32 {
		T::Incidents::pools_of(id)
	}

	/// The sizes of the pools that an incident has locked, as they are now.
	pub(crate) fn sizes_of(id: IncidentId) -> Vec<PoolSize> {
		T::Settlement::locks(id).into_iter().map(|(pool, _)| T::Settlement::size_of(pool)).collect()
	}

	/// The end of an assessment with so many proposals, on these pools. It was measured with pools
	/// that are up to date, each of which takes a part of the report's bond. What the end means for
	/// the incident and for the adjudicator comes on top.
	pub(crate) fn deciding_weight(proposals: u32, pools: &[PoolSize]) -> Weight {
		let count = u32::try_from(pools.len()).unwrap_or(u32::MAX);
		let days = |size: &PoolSize| {
			let up_to_date = PoolSize { days: 0, ..*size };
			T::Settlement::weight(LossWork::Compensate, *size)
				.saturating_sub(T::Settlement::weight(LossWork::Compensate, up_to_date))
		};
		let measured = T::WeightInfo::end_assessment(proposals, count);
		pools.iter().map(days).fold(measured, Weight::saturating_add)
	}

	/// The most weight of the end of an assessment.
	fn most_deciding_weight() -> Weight {
		Self::deciding_weight(MAX_PROPOSALS, &[PoolSize::MOST; MAX_POOLS_PER_PRODUCT as usize])
	}

	/// A look at the pools that an incident has locked: the lock, and the pool's records.
	pub(crate) fn pools_weight(pools: u32) -> Weight {
		T::DbWeight::get().reads(u64::from(pools).saturating_mul(3).saturating_add(1))
	}

	/// A look at so many proposals and at the open cases, before the adjudicator is asked.
	pub(crate) fn refused_case_weight(proposals: u32) -> Weight {
		T::DbWeight::get().reads(u64::from(proposals).saturating_add(4))
	}

	/// The most that an assessment can take: a look at its case and its pools, a case that is begun
	/// and one that is closed, and the end of the assessment with its incident.
	fn assessing_weight() -> Weight {
		let cases =
			T::Adjudicator::weight(MAX_CHOICES).saturating_add(T::Adjudicator::closing_weight(MAX_CHOICES));
		Self::most_deciding_weight()
			.saturating_add(cases)
			.saturating_add(T::Incidents::most_ending().max(T::Incidents::most_upholding()))
			.saturating_add(Self::pools_weight(MAX_POOLS_PER_PRODUCT))
			.saturating_add(Self::refused_case_weight(MAX_PROPOSALS))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}

	/// Bonds of so many accounts that were not taken go to the reserve. The amounts due are read
	/// and removed, and the money moves once.
	pub(crate) fn sweeping_weight(accounts: u32) -> Weight {
		let accounts = u64::from(accounts);
		let reserve = T::DbWeight::get().reads_writes(4, 4);
		// And a look if a proposal is left.
		let records = T::DbWeight::get().reads_writes(accounts.saturating_add(1), accounts);
		T::WeightInfo::collect_bond().saturating_add(reserve).saturating_add(records)
	}

	/// The weight of sweeping the bonds of an incident, as it is now.
	pub(crate) fn sweep_weight(id: IncidentId) -> Weight {
		let accounts = BondsDue::<T>::iter_key_prefix(id).count();
		Self::sweeping_weight(u32::try_from(accounts).unwrap_or(u32::MAX))
	}

	/// The most weight of sweeping bonds.
	pub(crate) fn most_sweeping_weight() -> Weight {
		Self::sweeping_weight(MAX_PROPOSALS.saturating_add(1))
	}

	/// The room that has to be left before the idle hook takes the next step of an assessment: the
	/// most that its stage can cost.
	pub(crate) fn room_for(assessment: &Assessment, active: Moment) -> Weight {
		match assessment.stage {
			Stage::Open { until } | Stage::Challenge { until } if active < until => Weight::zero(),
			Stage::Open { .. } | Stage::Challenge { .. } | Stage::Case(_) => Self::assessing_weight(),
			Stage::Decided if assessment.is_to_sweep(active) => Self::most_sweeping_weight(),
			Stage::Decided | Stage::Waiting => Weight::zero(),
		}
	}

	/// The call `process`.
	pub(crate) fn process_weight() -> Weight {
		Self::look_weight().saturating_add(Self::assessing_weight().max(Self::most_sweeping_weight()))
	}
}
