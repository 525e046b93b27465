// SPDX-License-Identifier: Apache-2.0

//! The invariants of losses: locks, partial settlements and the reserve's loan.

use super::{Checked, OVERFLOW};
use crate::{pallet::*, types::*};
use alloc::collections::{BTreeMap, BTreeSet};
use breakwater_math::stream;
use breakwater_primitives::{Balance, IncidentId, PoolId, ProductId, Settlement, MAX_DAYS_BEHIND};
use frame_support::ensure;
use sp_core::U256;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// A debt to the reserve exists only while premium is pledged for it. The pledge's books are
	/// the sums of the pledged parts of the buckets.
	pub(super) fn check_pledge(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let Some(pledge) = pool.pledge else {
			return Ok(());
		};
		ensure!(pledge.owed > 0, "a pledge is kept for nothing");
		ensure!(!pledge.books.unearned.is_zero(), "a loan is kept without premium to repay it");
		ensure!(pool.generation > 0, "a loan was never taken");
		let mut rate = U256::zero();
		let mut unearned = U256::zero();
		for (day, bucket) in PremiumEnds::<T>::iter_prefix(id) {
			ensure!(bucket.generation <= pool.generation, "a bucket knows of a loan to come");
			let pledged = bucket.pledged(pool.generation);
			let (of_rate, of_remainder) =
				pledged.ok_or(DispatchError::Other("a bucket is fresher than it is"))?;
			// The check of all streams has shown that the day is to come.
			let millis = start_of(day).saturating_sub(pool.accrued_to);
			rate = rate.checked_add(of_rate).ok_or(OVERFLOW)?;
			let left = stream::unearned(of_rate, of_remainder, millis).ok_or(OVERFLOW)?;
			unearned = unearned.checked_add(left).ok_or(OVERFLOW)?;
		}
		ensure!(rate == pledge.books.rate, "the pledged rate differs from the buckets");
		ensure!(unearned == pledge.books.unearned, "pledged premium differs from the buckets");
		ensure!(pledge.books.is_pledge_of(&pool.books), "a pledge is not part of the whole");
		Ok(())
	}

	/// The lock of a line is the total of its product's locks. With one incident it is that
	/// incident's lock. With more it is the largest, unless known claims add up. A pool is frozen
	/// by exactly the incidents that lock it.
	pub(super) fn check_locks(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let mut sums: BTreeMap<ProductId, Shared> = BTreeMap::new();
		let mut incidents: BTreeSet<(IncidentId, ProductId)> = BTreeSet::new();
		for (incident, _, lock) in Locks::<T>::iter().filter(|(_, pool, _)| *pool == id) {
			let shared = sums.entry(lock.product).or_default();
			*shared = lock.added_to(*shared).ok_or(OVERFLOW)?;
			incidents.insert((incident, lock.product));
		}
		for line in &pool.lines {
			let shared = sums.remove(&line.product).unwrap_or_default();
			ensure!(shared.total() == Some(line.locked), "a line differs from its locks");
		}
		let is_nothing = |shared: &Shared| shared.total() == Some(0);
		ensure!(sums.values().all(is_nothing), "a lock is on a product that the pool does not underwrite");
		ensure!(pool.freezes.len() == incidents.len(), "freezes differ from open incidents");
		ensure!(pool.freezes.iter().all(|entry| incidents.contains(entry)), "a freeze has no lock");
		Ok(())
	}

	/// The assets cover the amounts reserved for incidents and all that could be lost as dust of
	/// exhausted tranches. The premium earned since the pool was last written counts, as it does in
	/// every piece of work. A product has at most one reserved lock.
	pub(super) fn check_reserved(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let mut products: BTreeSet<ProductId> = BTreeSet::new();
		let mut reserved: Balance = 0;
		for (incident, product) in &pool.freezes {
			let lock = Locks::<T>::get(incident, id).filter(|lock| lock.stage == LockStage::Reserved);
			let Some(lock) = lock else {
				continue;
			};
			ensure!(products.insert(*product), "a product has two reserved locks");
			reserved = reserved.checked_add(lock.amount).ok_or(OVERFLOW)?;
		}
		let dust = if reserved > 0 { pool.most_dust().ok_or(OVERFLOW)? } else { 0 };
		let needed = reserved.checked_add(dust).ok_or(OVERFLOW)?;
		let earned = Self::load(id, MAX_DAYS_BEHIND).map_err(|_| "a pool cannot be read")?.pool;
		ensure!(needed <= earned.assets().ok_or(OVERFLOW)?, "what is reserved exceeds the assets");
		Ok(())
	}

	/// A partial settlement accounts for its loss to the unit, got less than the loss from the
	/// pool, and is settled once. A settlement that is not final has zero of the reserve. The
	/// amounts that partial settlements wait for sum to the pool's debt.
	pub(super) fn check_partials(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let mut incidents: BTreeSet<IncidentId> = BTreeSet::new();
		let mut owed: Balance = 0;
		let partials = PartialSettlements::<T>::get(id);
		ensure!(
			!partials.is_empty() || !PartialSettlements::<T>::contains_key(id),
			"an empty list of partial settlements is kept"
		);
		for short in partials {
			let Settlement { loss, from_pool, from_reserve, owed_by_reserve, owed_by_pool, is_final } =
				short.settlement;
			let all = [from_pool, from_reserve, owed_by_reserve, owed_by_pool]
				.iter()
				.try_fold(0, |sum: Balance, part| sum.checked_add(*part));
			ensure!(all == Some(loss), "a partial settlement does not add up");
			ensure!(from_pool < loss, "a settlement that was paid in full is kept");
			ensure!(incidents.insert(short.incident), "an incident has two partial settlements");
			ensure!(!Locks::<T>::contains_key(short.incident, id), "a settled incident locks the pool");
			ensure!(is_final || from_reserve == 0, "the reserve paid before its turn");
			ensure!(is_final || owed_by_reserve == 0, "the reserve owes before its turn");
			owed = owed.checked_add(short.waits_for()).ok_or(OVERFLOW)?;
		}
		ensure!(owed == pool.owed, "what a pool owes differs from its partial settlements");
		Ok(())
	}

	/// A loss that the tranches bore is above zero, and no more of it is recovered than was lost.
	/// None is recovered before the settlement is final. Of a settlement that is kept, it is at
	/// most the part that the pool paid: recoveries of the pool's debt count there too.
	pub(super) fn check_borne(id: PoolId) -> Checked {
		let partials = PartialSettlements::<T>::get(id);
		for (incident, _, borne) in BorneLosses::<T>::iter().filter(|(_, pool, _)| *pool == id) {
			let lost = borne.total().ok_or(OVERFLOW)?;
			ensure!(lost > 0, "an empty loss is kept");
			ensure!(borne.recovered <= lost, "more is recovered for underwriters than they lost");
			let short = partials.iter().find(|short| short.incident == incident);
			ensure!(
				short.is_none_or(|short| lost <= short.settlement.from_pool),
				"the tranches lost more than the pool paid"
			);
			let is_open = Locks::<T>::contains_key(incident, id);
			let is_final = !is_open && short.is_none_or(|short| short.settlement.is_final);
			ensure!(is_final || borne.recovered == 0, "a loss is recovered before it is final");
		}
		Ok(())
	}
}
