// SPDX-License-Identifier: Apache-2.0

//! The invariants of capital: tranches, positions, queues and prices.

use super::{Checked, OVERFLOW};
use crate::{
	capital::{positions::PositionOf, withdrawals::WithdrawalOf},
	pallet::*,
	types::*,
};
use alloc::collections::BTreeMap;
use breakwater_math::stream;
use breakwater_primitives::{ActiveClock, Balance, Day, PoolId, Tranche};
use frame_support::ensure;
use sp_runtime::{DispatchError, Permill};

impl<T: Config> Pallet<T> {
	/// Positions of the current epoch sum to the shares of their tranche, and their queued shares
	/// to its queued shares. Positions of an earlier epoch have no queued shares. No position is
	/// empty.
	pub(super) fn check_shares(id: PoolId, pool: &Pool<T::AccountId>, tranche: Tranche) -> Checked {
		let record = pool.tranche(tranche);
		let (mut free, mut queued): (Balance, Balance) = (0, 0);
		for (_, position) in Positions::<T>::iter_prefix((id, tranche)) {
			let position: PositionOf<T> = position;
			ensure!(!position.is_empty(), "an empty position is kept");
			ensure!(position.unlocking <= position.shares, "more shares return than there are");
			if position.epoch == record.epoch {
				free = free.checked_add(position.shares).ok_or(OVERFLOW)?;
				queued = queued.checked_add(position.queued).ok_or(OVERFLOW)?;
			} else {
				ensure!(position.epoch < record.epoch, "a position is of an epoch to come");
				ensure!(position.queued == 0, "worthless shares wait to leave");
			}
		}
		ensure!(queued == record.queued, "queued shares differ from the positions");
		ensure!(free.checked_add(queued) == Some(record.shares), "shares differ from the positions");
		Ok(())
	}

	/// A queue is linked in both directions, from its head to its last, without a hole. Its
	/// requests sum to the queued shares. The requests of an account sum to the queued shares of
	/// its position.
	pub(super) fn check_queue(id: PoolId, pool: &Pool<T::AccountId>, tranche: Tranche) -> Checked {
		let record = pool.tranche(tranche);
		let Queue { head, last, tail, length } = record.queue;
		let withdrawals: BTreeMap<u32, WithdrawalOf<T>> =
			Withdrawals::<T>::iter_prefix((id, tranche)).collect();
		ensure!(u32::try_from(withdrawals.len()) == Ok(length), "the length of a queue is wrong");
		ensure!(length > 0 || head == tail, "an empty queue has a head");
		let mut sums: BTreeMap<T::AccountId, Balance> = BTreeMap::new();
		let mut next = if length > 0 { Some(head) } else { None };
		let mut before = None;
		for _ in 0..length {
			let index = next.ok_or(DispatchError::Other("a queue ends early"))?;
			let withdrawal = withdrawals.get(&index).ok_or(DispatchError::Other("a queue has a hole"))?;
			ensure!(before < Some(index) && index < tail, "a queue is out of order");
			ensure!(before.is_none() || withdrawal.before == before, "a queue is not linked backwards");
			ensure!(withdrawal.shares > 0, "an empty withdrawal is kept");
			let sum = sums.entry(withdrawal.who.clone()).or_default();
			*sum = sum.checked_add(withdrawal.shares).ok_or(OVERFLOW)?;
			(before, next) = (Some(index), withdrawal.after);
		}
		ensure!(next.is_none(), "a queue does not end");
		ensure!(length == 0 || before == Some(last), "the last of a queue is not the last");
		let mut queued: Balance = 0;
		for (who, sum) in sums {
			queued = queued.checked_add(sum).ok_or(OVERFLOW)?;
			let position = Self::position_in(id, tranche, &who, record.epoch);
			ensure!(
				position.is_some_and(|position| position.queued == sum),
				"a position misses its requests"
			);
		}
		ensure!(queued == record.queued, "queued shares differ from the withdrawals");
		Ok(())
	}

	/// The unlocking shares of a tranche are the sum of its days. While a day has not come, its
	/// shares are those of the positions. No day is over.
	pub(super) fn check_unlocking(id: PoolId, pool: &Pool<T::AccountId>, tranche: Tranche) -> Checked {
		let record = pool.tranche(tranche);
		let today = day_of(T::Clock::active()).ok_or(OVERFLOW)?;
		let mut days: BTreeMap<Day, Balance> = BTreeMap::new();
		for (_, position) in Positions::<T>::iter_prefix((id, tranche)) {
			if position.epoch == record.epoch && position.unlocking_on(today) > 0 {
				let sum = days.entry(position.unlocks_on).or_default();
				*sum = sum.checked_add(position.unlocking).ok_or(OVERFLOW)?;
			}
		}
		let mut all: Balance = 0;
		for (day, shares) in ReturnEnds::<T>::iter_prefix((id, tranche)) {
			ensure!(day > pool.released_to, "a day of unlocking shares is over");
			ensure!(shares > 0, "an empty day of unlocking shares is kept");
			all = all.checked_add(shares).ok_or(OVERFLOW)?;
			ensure!(day <= today || days.remove(&day) == Some(shares), "unlocking shares differ on a day");
		}
		ensure!(days.is_empty(), "unlocking shares have no day");
		ensure!(all == record.unlocking, "unlocking shares differ from their days");
		Ok(())
	}

	/// A tranche whose shares are worth almost zero has no assets left. Shares that are in the
	/// queue or unlocking are at most all shares of the tranche. Senior's factor and its part are
	/// at most one. A pool in which no tranche bears risk has no cover in force, unless a loss left
	/// it undercapitalised.
	pub(super) fn check_tranches(pool: &Pool<T::AccountId>) -> Checked {
		for tranche in Tranche::ALL {
			let record = pool.tranche(tranche);
			ensure!(!record.is_exhausted() || record.assets == 0, "an exhausted tranche has assets");
			let idle = record.queued.checked_add(record.unlocking).ok_or(OVERFLOW)?;
			ensure!(idle <= record.shares, "more shares are idle than there are");
		}
		ensure!(pool.senior_factor <= Permill::one(), "a senior factor is above one");
		// Senior's part is above its factor if junior was below its least part when capital moved
		// last.
		ensure!(pool.senior_part <= stream::SCALE, "senior's part is above everything");
		let is_live = pool.junior.shares > 0 || pool.senior.shares > 0;
		let is_idle = pool.lines.iter().all(|line| line.exposure == 0);
		ensure!(is_live || is_idle || pool.is_undercapitalised, "nobody bears the cover in force");
		Ok(())
	}

	/// Claimable money sums to the pool's book of it.
	pub(super) fn check_claimable(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		let sum = Claimable::<T>::iter_prefix(id)
			.try_fold(0, |sum: Balance, (_, amount)| sum.checked_add(amount))
			.ok_or(OVERFLOW)?;
		ensure!(sum == pool.claimable, "claimable money differs from its book");
		Ok(())
	}

	/// Every recorded price is in its day's place, and none is of a day or an epoch to come.
	pub(super) fn check_history(id: PoolId, pool: &Pool<T::AccountId>) -> Checked {
		for (slot, prices) in History::<T>::iter_prefix(id) {
			ensure!(slot == slot_of(prices.day), "prices are in the place of another day");
			ensure!(prices.day <= pool.recorded_on, "prices of a day to come are recorded");
			ensure!(prices.junior_epoch <= pool.junior.epoch, "prices of a junior epoch to come");
			ensure!(prices.senior_epoch <= pool.senior.epoch, "prices of a senior epoch to come");
		}
		Ok(())
	}
}
