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
		T::WeightInfo::begin_claims(MAX_POOLS_PER_PRODUCT)
			.saturating_add(T::WeightInfo::next_incident())
			.saturating_add(T::OnIncident::most_ended())
			.saturating_add(T::OnIncident::most_finalised())
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
			.max(Self::most_closing_window_weight())
			.max(Self::most_settling_weight())
			.max(T::WeightInfo::end_settlement(MAX_POOLS_PER_PRODUCT))
			.max(Self::most_paying_weight())
			.max(Self::most_topping_up_weight())
			.max(Self::most_closing_weight());
		step.saturating_add(Self::look_weight())
	}

	/// The number of pools in an upheld incident.
	pub(crate) fn pools_in(id: IncidentId) -> u32 {
		u32::try_from(PoolSettlements::<T>::iter_key_prefix(id).count()).unwrap_or(u32::MAX)
	}

	/// A look at the parts of an incident's pools, beyond that of the one pool with which a step
	/// was measured.
	fn other_parts_weight(pools: u32) -> Weight {
		T::DbWeight::get().reads(pools.saturating_sub(1).into())
	}

	/// A look at an incident with so many pools, one of which is to be charged. It was measured
	/// with one pool, whose lock is let go.
	pub(crate) fn looking_for_pool_weight(pools: u32) -> Weight {
		T::WeightInfo::settle_step()
			.saturating_sub(T::Settlement::weight(LossWork::Finish, PoolSize::LEAST))
			.saturating_add(Self::other_parts_weight(pools))
	}

	/// The charge of a pool of an incident with so many pools. One that was charged one claim at a
	/// time is only let go.
	pub(crate) fn settling_weight(pools: u32, size: PoolSize, is_reserved: bool) -> Weight {
		let charged = match is_reserved {
			true => T::Settlement::weight(LossWork::Finish, size),
			false => {
				T::Settlement::weight(LossWork::Settle, size).saturating_add(T::WeightInfo::put_in_escrow())
			}
		};
		Self::looking_for_pool_weight(pools).saturating_add(charged)
	}

	/// The most weight of the charge of a pool.
	fn most_settling_weight() -> Weight {
		let settling =
			|is_reserved| Self::settling_weight(MAX_POOLS_PER_PRODUCT, PoolSize::MOST, is_reserved);
		settling(false).max(settling(true))
	}

	/// The payment of a claim with so many parts. It was measured with one.
	pub(crate) fn paying_weight(parts: usize) -> Weight {
		T::WeightInfo::pay_step().saturating_add(Self::other_shares_weight(parts))
	}

	/// A payment that was tried and undone: neither are the pools' parts written, nor is the claim
	/// closed in the policies, with its policy.
	pub(crate) fn failing_weight(parts: usize) -> Weight {
		let undone = u64::try_from(parts).unwrap_or(u64::MAX).saturating_add(2);
		Self::paying_weight(parts).saturating_sub(T::DbWeight::get().writes(undone))
	}

	/// A look at a claim with so many parts for which there is no money. It was measured with one
	/// that is closed in the policies.
	pub(crate) fn skipping_weight(parts: usize) -> Weight {
		let others = u64::try_from(parts).unwrap_or(u64::MAX).saturating_sub(1);
		T::WeightInfo::skip_step().saturating_add(T::DbWeight::get().reads(others))
	}

	/// The end of the payments of an incident with so many pools: no claim is left, and the parts
	/// of the pools are looked at.
	pub(crate) fn end_of_payments_weight(pools: u32) -> Weight {
		T::WeightInfo::skip_step().saturating_add(T::DbWeight::get().reads(pools.into()))
	}

	/// The most weight of a step of the payments.
	fn most_paying_weight() -> Weight {
		Self::paying_weight(MAX_ALLOCATIONS as usize).max(Self::end_of_payments_weight(MAX_POOLS_PER_PRODUCT))
	}

	/// The parts of a claim beyond the one that was measured, with money for each.
	fn other_shares_weight(parts: usize) -> Weight {
		let others = u64::try_from(parts).unwrap_or(u64::MAX).saturating_sub(1);
		T::DbWeight::get().reads_writes(others, others)
	}

	/// The call `collect` for a claim with so many parts. It was measured with one.
	pub(crate) fn collect_weight(parts: usize) -> Weight {
		T::WeightInfo::collect().saturating_add(Self::other_shares_weight(parts))
	}

	/// The most weight of the call `collect`.
	pub(crate) fn most_collect_weight() -> Weight {
		Self::collect_weight(MAX_ALLOCATIONS as usize)
	}

	/// The call `collect` that is rejected: the incident, the claim and the parts of its pools are
	/// read.
	pub(crate) fn refused_collect_weight() -> Weight {
		Self::look_weight().saturating_add(T::DbWeight::get().reads(MAX_ALLOCATIONS.into()))
	}

	/// The most weight of a step of closing an incident.
	fn most_closing_weight() -> Weight {
		T::WeightInfo::close_step(MAX_POOLS_PER_PRODUCT).max(T::WeightInfo::drop_claim())
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
		// A policy under earlier terms has one record more than the one that was measured.
		T::WeightInfo::assess_step()
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_sub(Self::register_on(PoolSize::LEAST, false))
			.saturating_add(Self::records_weight(backed))
	}

	/// A claim's part on a pool.
	fn register_on(size: PoolSize, is_renewed: bool) -> Weight {
		T::Book::register_weight(size, is_renewed)
	}

	/// A claim's part on a pool, which is charged at once.
	fn charge_on(size: PoolSize, is_renewed: bool) -> Weight {
		T::Book::register_weight(size, is_renewed)
			.saturating_add(T::Settlement::weight(LossWork::Charge, size))
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

	/// A look at the pools of an incident that are short. It was measured with one pool that is
	/// not.
	pub(crate) fn looking_for_short_weight(pools: u32) -> Weight {
		T::WeightInfo::top_up_step().saturating_add(Self::other_parts_weight(pools))
	}

	/// The same, and one of them is asked if it has more by now.
	pub(crate) fn asking_weight(pools: u32, size: PoolSize) -> Weight {
		Self::looking_for_short_weight(pools).saturating_add(T::Settlement::weight(LossWork::Ask, size))
	}

	/// The same, and it has more, or it is known that no more comes.
	pub(crate) fn topping_up_weight(pools: u32, size: PoolSize) -> Weight {
		Self::looking_for_short_weight(pools)
			.saturating_add(T::Settlement::weight(LossWork::TopUp, size))
			.saturating_add(T::WeightInfo::put_in_escrow())
			.saturating_add(T::DbWeight::get().writes(1))
	}

	/// The most weight of a top-up.
	fn most_topping_up_weight() -> Weight {
		let (pools, size) = (MAX_POOLS_PER_PRODUCT, PoolSize::MOST);
		Self::topping_up_weight(pools, size)
			.saturating_add(T::OnIncident::most_finalised())
			.max(Self::asking_weight(pools, size))
	}

	/// The beginning of the claims of an incident with these pools. Where claims come one by one,
	/// each pool's lock is reserved if the pool can pay them.
	pub(crate) fn beginning_weight(pools: &[PoolSize], by_table: bool) -> Weight {
		let count = u32::try_from(pools.len()).unwrap_or(u32::MAX);
		let reserved = |size: &PoolSize| T::Settlement::weight(LossWork::Reserve, *size);
		let each = pools.iter().filter(|_| by_table).map(reserved);
		each.fold(T::WeightInfo::begin_claims(count), Weight::saturating_add)
	}

	/// The most weight of upholding an incident.
	pub(crate) fn most_upholding_weight() -> Weight {
		Self::beginning_weight(&[PoolSize::MOST; MAX_POOLS_PER_PRODUCT as usize], true)
	}

	/// The part of the weight of the call `claim` that does not depend on pools. It was measured
	/// with one small pool, which is charged at once.
	fn claiming_beside_pools(backed: &Backed) -> Weight {
		// See `assessing_beside_pools` for the record of the terms.
		T::WeightInfo::claim()
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_sub(Self::charge_on(PoolSize::LEAST, false))
			.saturating_add(Self::records_weight(backed))
	}

	/// The call `claim` for a policy, whose pools are as they are now.
	pub(crate) fn claim_weight(policy: PolicyId) -> Weight {
		let backed = T::Book::backing(policy);
		let first_loss = T::Book::product_of(policy).map(|product| T::FirstLoss::first_loss(product).amount);
		let pools = match first_loss {
			None | Some(0) => 0,
			Some(_) => u64::try_from(backed.pools.len()).unwrap_or(u64::MAX),
		};
		Self::claiming_beside_pools(&backed)
			.saturating_add(Self::pools_weight(&backed, Self::charge_on))
			.saturating_add(Self::first_loss_weight(pools))
	}

	/// The most weight of the call `claim`.
	pub(crate) fn most_claim_weight() -> Weight {
		let each = Self::charge_on(PoolSize::MOST, true);
		Self::claiming_beside_pools(&Self::most_backed())
			.saturating_add(each.saturating_mul(MAX_ALLOCATIONS.into()))
			.saturating_add(Self::first_loss_weight(MAX_ALLOCATIONS.into()))
	}

	/// The call `recover`, for a pool of this size. It was measured with a pool that has caught up.
	pub(crate) fn recover_weight(size: PoolSize) -> Weight {
		T::WeightInfo::recover()
			.saturating_sub(T::Settlement::weight(LossWork::Recover, PoolSize::LEAST))
			.saturating_add(T::Settlement::weight(LossWork::Recover, size))
	}

	/// The most weight of the call `recover`.
	pub(crate) fn most_recover_weight() -> Weight {
		Self::recover_weight(PoolSize::MOST)
	}

	/// The call `recover` that is rejected: the incident, its part in the pool and the pool are
	/// read.
	pub(crate) fn refused_recover_weight() -> Weight {
		T::DbWeight::get().reads(3)
	}

	/// The most weight of the call `close`.
	pub(crate) fn most_close_weight() -> Weight {
		T::WeightInfo::close(MAX_POOLS_PER_PRODUCT)
	}

	/// A look at one more incident, to see if it is over since long enough.
	pub(crate) fn looking_weight() -> Weight {
		T::DbWeight::get().reads_writes(3, 1)
	}

	/// The end of the window for claims of an incident with so many pools, for which `totalling`
	/// was measured. A report may be remembered: for that the report is read and the parts are
	/// summed, and of each pool the lock is read and the record written.
	pub(crate) fn closing_window_weight(pools: u32, totalling: Weight) -> Weight {
		let pools = u64::from(pools);
		let reads = pools.saturating_mul(3).saturating_add(1);
		let remembering = T::DbWeight::get().reads_writes(reads.saturating_add(1), pools);
		totalling.saturating_add(remembering)
	}

	/// The end of the walk over policies, or of the window for claims, without a report that is
	/// remembered. `first_loss` of the pools have a part of the sponsors' first loss.
	fn totalling_weight(pools: u32, first_loss: u32) -> Weight {
		T::WeightInfo::end_assessing(pools).saturating_add(Self::first_loss_weight(first_loss.into()))
	}

	/// The most weight of the end of the walk over policies.
	fn most_totalling_weight() -> Weight {
		Self::totalling_weight(MAX_POOLS_PER_PRODUCT, MAX_POOLS_PER_PRODUCT)
	}

	/// The most weight of the end of the window for claims.
	fn most_closing_window_weight() -> Weight {
		Self::closing_window_weight(MAX_POOLS_PER_PRODUCT, Self::most_totalling_weight())
	}

	/// The same for an incident as it is now.
	pub(crate) fn end_assessing_weight(id: IncidentId) -> Weight {
		let parts = PoolSettlements::<T>::iter_prefix_values(id);
		let (pools, first_loss) = parts.fold((0u32, 0u32), |(pools, first_loss), part| {
			let has_part = u32::from(part.first_loss > 0 && !part.is_reserved);
			(pools.saturating_add(1), first_loss.saturating_add(has_part))
		});
		Self::totalling_weight(pools, first_loss)
	}

	/// The first loss of sponsors for so many pools: it is taken off its account and its book, and
	/// put into the escrow.
	fn first_loss_weight(pools: u64) -> Weight {
		let moved = T::WeightInfo::put_in_escrow().saturating_mul(2);
		moved.saturating_add(T::DbWeight::get().reads_writes(1, 1)).saturating_mul(pools)
	}

	/// A round of idle work, before any step: the incidents in turn, and the one that comes first.
	pub(crate) fn round_weight() -> Weight {
		T::WeightInfo::work_round().saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	/// The room that has to be left before the idle hook takes the next step of an incident: the
	/// most that its stage can cost.
	pub(crate) fn room_for(incident: &Incident, active: Moment) -> Weight {
		let room = match incident.stage {
			Stage::AssessingClaims { .. } => Self::assessing_weight().max(Self::most_totalling_weight()),
			Stage::Settling { .. } => {
				let end = T::WeightInfo::end_settlement(MAX_POOLS_PER_PRODUCT);
				Self::most_settling_weight().max(end.saturating_add(Self::ending_weight()))
			}
			Stage::Paying { .. } => Self::most_paying_weight(),
			Stage::Paid => Self::most_topping_up_weight(),
			Stage::Closing => Self::most_closing_weight(),
			Stage::Claiming { until } if active >= until => Self::most_closing_window_weight(),
			_ => Weight::zero(),
		};
		room.saturating_add(Self::look_weight())
	}

	/// The call `process` with `steps` steps.
	pub(crate) fn process_weight(steps: u32) -> Weight {
		Self::step_weight().saturating_mul(steps.into()).saturating_add(Self::ending_weight())
	}
}
