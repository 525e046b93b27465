// SPDX-License-Identifier: Apache-2.0

//! The joint costs of pieces of work: sums and maxima of what [`WeightInfo`] has measured.
//!
//! Everything that is done under a meter is charged where it is done. The functions here give the
//! room that has to be left before a piece of work is begun, and the weight that a call is charged
//! beforehand.

use crate::{types::*, *};

impl<T: Config> Pallet<T> {
	/// The end of an incident, for its product to go on: the incident behind it begins, and the
	/// hooks. The other pallets' work when the next one begins is a part of their work when one is
	/// opened.
	pub(crate) fn ending_weight() -> Weight {
		T::WeightInfo::begin_claims()
			.saturating_add(T::WeightInfo::next_incident())
			.saturating_add(T::OnIncident::most_ended())
			.saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}

	/// A look at an incident, and at its place on the list of work: it may have none to do.
	pub(crate) fn look_weight() -> Weight {
		T::DbWeight::get().reads(2)
	}

	/// The most that one step of an incident's work can use.
	///
	/// It leaves out the end of the incident, which comes once in a call at most.
	pub(crate) fn step_weight() -> Weight {
		let step = Self::assessing_weight()
			.max(Self::closing_window_weight())
			.max(T::WeightInfo::settle_step())
			.max(T::WeightInfo::end_settlement())
			.max(T::WeightInfo::pay_step())
			.max(Self::topping_up_weight())
			.max(T::WeightInfo::close_step());
		step.saturating_add(Self::look_weight())
	}

	/// A look at a policy, and its claim, on pools as they are now. It was measured with one small
	/// pool.
	pub(crate) fn assess_weight(policy: PolicyId) -> Weight {
		let backed = T::Book::backing(policy);
		Self::assessing_beside_pools(&backed).saturating_add(Self::pools_weight(&backed, Self::register_on))
	}

	/// The most weight of a look at a policy, and its claim.
	pub(crate) fn assessing_weight() -> Weight {
		let each = Self::register_on(PoolSize::MOST, true);
		Self::assessing_beside_pools(&Self::most_backed())
			.saturating_add(each.saturating_mul(MAX_ALLOCATIONS.into()))
	}

	/// The part of such a look that does not depend on pools.
	fn assessing_beside_pools(backed: &Backed) -> Weight {
		T::WeightInfo::assess_step()
			.saturating_sub(Self::register_on(PoolSize::LEAST, false))
			.saturating_add(Self::records_weight(backed))
	}

	/// A claim's part on a pool.
	fn register_on(size: PoolSize, is_renewed: bool) -> Weight {
		T::Book::register_weight(size, is_renewed)
	}

	/// A claim's part on a pool, which is charged at once.
	fn charge_on(size: PoolSize, is_renewed: bool) -> Weight {
		T::Book::register_weight(size, is_renewed).saturating_add(T::Settlement::charge_weight(size))
	}

	/// The work on each of a policy's pools, as they are now.
	fn pools_weight(backed: &Backed, work: impl Fn(PoolSize, bool) -> Weight) -> Weight {
		let each = |pool: &PoolId| work(T::Settlement::size_of(*pool), backed.is_renewed);
		backed.pools.iter().map(each).fold(Weight::zero(), Weight::saturating_add)
	}

	/// The records of a claim beside those of one pool: its settlements with the other pools, the
	/// money that comes of them into the escrow, and the commission that it cuts.
	fn records_weight(backed: &Backed) -> Weight {
		let others = u64::try_from(backed.pools.len()).unwrap_or(u64::MAX).saturating_sub(1);
		let records = others.saturating_mul(3).saturating_add(u64::from(backed.has_commission));
		T::DbWeight::get().reads_writes(records, records)
	}

	/// A policy with the most records that a claim can touch.
	fn most_backed() -> Backed {
		Backed { pools: (0..MAX_ALLOCATIONS).collect(), is_renewed: true, has_commission: true }
	}

	/// A look at the pools that are short, and the top-up of one, which costs at most what settling
	/// it did.
	pub(crate) fn topping_up_weight() -> Weight {
		T::WeightInfo::top_up_step().saturating_add(T::WeightInfo::settle_step())
	}

	/// The part of the weight of the call `claim` that does not depend on pools. It was measured
	/// with one small pool, which is charged at once.
	fn claiming_beside_pools(backed: &Backed) -> Weight {
		T::WeightInfo::claim()
			.saturating_sub(Self::charge_on(PoolSize::LEAST, false))
			.saturating_add(Self::records_weight(backed))
	}

	/// The call `claim` for a policy, whose pools are as they are now.
	pub(crate) fn claim_weight(policy: PolicyId) -> Weight {
		let backed = T::Book::backing(policy);
		Self::claiming_beside_pools(&backed).saturating_add(Self::pools_weight(&backed, Self::charge_on))
	}

	/// The most weight of the call `claim`.
	pub(crate) fn most_claim_weight() -> Weight {
		let each = Self::charge_on(PoolSize::MOST, true);
		Self::claiming_beside_pools(&Self::most_backed())
			.saturating_add(each.saturating_mul(MAX_ALLOCATIONS.into()))
	}

	/// The call `recover`. It was measured with a pool that has caught up. Catching up costs at
	/// most what settling does.
	pub(crate) fn recover_weight() -> Weight {
		T::WeightInfo::recover().saturating_add(T::WeightInfo::settle_step())
	}

	/// A look at one more incident, to see if it is over since long enough.
	pub(crate) fn looking_weight() -> Weight {
		T::DbWeight::get().reads_writes(3, 1)
	}

	/// The end of the window for claims. It was measured without a report that is remembered. For
	/// that the report is read and the parts are summed, and of each pool the lock is read and the
	/// record written.
	pub(crate) fn closing_window_weight() -> Weight {
		let pools = u64::from(MAX_POOLS_PER_PRODUCT);
		let reads = pools.saturating_mul(3).saturating_add(1);
		let remembering = T::DbWeight::get().reads_writes(reads.saturating_add(1), pools);
		T::WeightInfo::end_assessing().saturating_add(remembering)
	}

	/// A round of idle work, before any step: the incidents in turn, and the one that comes first.
	pub(crate) fn round_weight() -> Weight {
		T::WeightInfo::work_round().saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// The room that has to be left before the idle hook takes the next step of an incident: the
	/// most that its stage can cost.
	pub(crate) fn room_for(incident: &Incident, active: Moment) -> Weight {
		let room = match incident.stage {
			Stage::AssessingClaims { .. } => Self::assessing_weight().max(T::WeightInfo::end_assessing()),
			Stage::Settling { .. } => {
				let end = T::WeightInfo::end_settlement().saturating_add(Self::ending_weight());
				T::WeightInfo::settle_step().max(end)
			}
			Stage::Paying { .. } => T::WeightInfo::pay_step(),
			Stage::Paid => Self::topping_up_weight(),
			Stage::Closing => T::WeightInfo::close_step(),
			Stage::Claiming { until } if active >= until => Self::closing_window_weight(),
			_ => Weight::zero(),
		};
		room.saturating_add(Self::look_weight())
	}

	/// The call `process` with `steps` steps.
	pub(crate) fn process_weight(steps: u32) -> Weight {
		Self::step_weight().saturating_mul(steps.into()).saturating_add(Self::ending_weight())
	}
}
