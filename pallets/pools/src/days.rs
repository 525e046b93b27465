// SPDX-License-Identifier: Apache-2.0

//! Day boundaries: every block takes pools over the boundaries that they have not crossed. Premium
//! and cover that end, and shares that return, are settled there.
//!
//! A round begins with each wall-clock or active day, and goes from pool to pool. It runs before
//! the block's transactions, so that full blocks do not delay it. It uses at most an eighth of a
//! block, and takes a pool over two boundaries at a time.

use crate::{pallet::*, types::*, weights::WeightInfo};
use breakwater_primitives::{ActiveClock, PoolId, PoolSize, MAX_DAYS_BEHIND};
use frame_support::{
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Go on with the round over the day boundaries, as far as its part of the block and the meter
	/// allow.
	pub(crate) fn poll_days(meter: &mut WeightMeter) {
		let most = T::BlockWeights::get().max_block.saturating_div(ROUND_PART);
		let mut part = WeightMeter::with_limit(most.min(meter.remaining()));
		Self::cross_days(&mut part);
		meter.consume(part.consumed());
	}

	/// Go on with the round over the day boundaries, as far as the meter allows.
	pub(crate) fn cross_days(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::day_round()).is_err() {
			return;
		}
		// They are there: the clock is bounded.
		let (Some(day), Some(active_day)) = (day_of(T::Clock::now()), day_of(T::Clock::active())) else {
			return;
		};
		let before = DayRounds::<T>::get();
		if before.next.is_none() && (before.day, before.active_day) == (day, active_day) {
			return;
		}
		let mut round = match before.next {
			Some(_) => before,
			None => DayRound { day, active_day, next: Some(0) },
		};
		let count = NextPool::<T>::get();
		while let Some(id) = round.next {
			if id >= count {
				round.next = None;
				break;
			}
			if meter.try_consume(Self::peek_weight()).is_err() {
				break;
			}
			let size = Self::size_for(id, u32::MAX);
			let days = size.days.min(MAX_DAYS_BEHIND);
			if meter.try_consume(Self::days_weight(PoolSize { days, ..size })).is_err() {
				break;
			}
			// A pool that is further behind stays the next, unless its books are broken.
			if (days > 0 && !Self::cross(id)) || days == size.days {
				round.next = id.checked_add(1);
			}
		}
		if round != before {
			DayRounds::<T>::put(round);
		}
	}

	/// Take a pool over as many day boundaries as one piece of work does. Returns false if it
	/// failed.
	pub(crate) fn cross(id: PoolId) -> bool {
		let crossed = with_storage_layer(|| -> DispatchResult {
			let mut book = Self::load(id, MAX_DAYS_BEHIND)?;
			Self::settle_catch_up(&mut book);
			Self::save(book)
		});
		if let Err(error) = crossed {
			log::error!(target: "runtime::pools", "pool {id} cannot cross a day boundary: {error:?}");
		}
		crossed.is_ok()
	}

	/// Returns the weight of a look at a pool. The benchmark measures a pool with empty withdrawal
	/// queues. The heads of two queues and the asset's rules are further reads.
	pub(crate) fn peek_weight() -> Weight {
		T::WeightInfo::idle_peek().saturating_add(T::DbWeight::get().reads(3))
	}
}
