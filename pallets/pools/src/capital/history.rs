// SPDX-License-Identifier: Apache-2.0

//! A year of daily share prices, and the yields that people read.

use crate::{book::Book, pallet::*, types::*};
use alloc::vec::Vec;
use breakwater_math::tranches;
use breakwater_primitives::{ActiveClock, Balance, Day, DayPrices, PoolId, Tranche};

impl<T: Config> Pallet<T> {
	/// Record the prices of the day, once, before the first call of the day changes the pool. A
	/// pool that is not caught up is skipped, as its prices are not today's.
	pub(crate) fn record_prices(book: &mut Book<T>) {
		let Some(day) = day_of(book.time.now) else {
			return;
		};
		if book.is_behind || book.pool.recorded_on >= day {
			return;
		}
		let (pool, record) = (book.id, &mut book.pool);
		record.recorded_on = day;
		let (junior, senior) = (record.junior.recorded_price(), record.senior.recorded_price());
		let (junior_epoch, senior_epoch) = (record.junior.epoch, record.senior.epoch);
		let prices = DayPrices { day, junior, senior, junior_epoch, senior_epoch };
		History::<T>::insert(pool, slot_of(day), prices);
		Self::deposit_event(Event::PricesRecorded { pool, day, junior, senior });
	}

	/// Returns the recorded prices of the last `days` days, the newest first. At most 366 days;
	/// zero means 366. Days without a record are left out.
	pub fn history(pool: PoolId, days: u32) -> Vec<DayPrices> {
		let Some(today) = day_of(T::Clock::now()) else {
			return Vec::new();
		};
		let days = if days == 0 { HISTORY_DAYS } else { days.min(HISTORY_DAYS) };
		(0..days).filter_map(|back| Self::prices_of(pool, today.checked_sub(back)?)).collect()
	}

	/// The prices that were recorded on a day.
	fn prices_of(pool: PoolId, day: Day) -> Option<DayPrices> {
		History::<T>::get(pool, slot_of(day)).filter(|prices| prices.day == day)
	}

	/// Returns the yearly yields of a tranche over each of [`YIELD_SPANS`], in millionths. Each
	/// yield runs from the newest record that is at least that old to now, by the days between the
	/// two. `None` without a record of the same epoch that is at most [`YIELD_SLACK`] days older.
	pub(crate) fn yields(book: &Book<T>, tranche: Tranche) -> Vec<Option<i64>> {
		let now = book.pool.tranche(tranche).recorded_price();
		let epoch = book.pool.tranche(tranche).epoch;
		let yield_over = |span: u32| {
			let today = day_of(book.time.now)?;
			(span..=span.saturating_add(YIELD_SLACK)).find_map(|days| {
				let prices = Self::prices_of(book.id, today.checked_sub(days)?)?;
				let (price, recorded) = price_of(&prices, tranche);
				let is_comparable = recorded == epoch && price > 0 && now > 0;
				is_comparable.then(|| tranches::yearly_yield(now, price, days))?
			})
		};
		YIELD_SPANS.into_iter().map(yield_over).collect()
	}
}

/// The price and the epoch of a tranche in a record.
fn price_of(prices: &DayPrices, tranche: Tranche) -> (Balance, u32) {
	match tranche {
		Tranche::Junior => (prices.junior, prices.junior_epoch),
		Tranche::Senior => (prices.senior, prices.senior_epoch),
	}
}
