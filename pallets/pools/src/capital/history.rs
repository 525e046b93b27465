// SPDX-License-Identifier: Apache-2.0

//! A year of daily share prices, and the yields that people read.

use crate::{book::Book, pallet::*, types::*};
use alloc::vec::Vec;
use breakwater_math::classes;
use breakwater_primitives::{ActiveClock, Balance, Class, Day, DayPrices, PoolId};

impl<T: Config> Pallet<T> {
	/// Record the prices of the day, once, before the first call of the day changes the pool. A
	/// pool that is not caught up is skipped, as its prices are not today's.
	pub(crate) fn record_prices(book: &mut Book<T>) {
		let Some(day) = day_of(T::Clock::now()) else {
			return;
		};
		if book.is_behind || book.pool.recorded_on >= day {
			return;
		}
		let (pool, record) = (book.id, &mut book.pool);
		record.recorded_on = day;
		let (junior, senior) = (record.junior.recorded_price(), record.senior.recorded_price());
		let (junior_series, senior_series) = (record.junior.series, record.senior.series);
		let prices = DayPrices { day, junior, senior, junior_series, senior_series };
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

	/// Returns the yearly yields of a class over each of [`YIELD_SPANS`], in millionths. Each yield
	/// runs from the newest record that is at least that old to now, by the days between the two.
	/// `None` without a record of the same series that is at most [`YIELD_SLACK`] days older.
	pub(crate) fn yields(book: &Book<T>, class: Class) -> Vec<Option<i64>> {
		let now = book.pool.class(class).recorded_price();
		let series = book.pool.class(class).series;
		let yield_over = |span: u32| {
			let today = day_of(T::Clock::now())?;
			(span..=span.saturating_add(YIELD_SLACK)).find_map(|days| {
				let prices = Self::prices_of(book.id, today.checked_sub(days)?)?;
				let (price, recorded) = price_of(&prices, class);
				let is_comparable = recorded == series && price > 0 && now > 0;
				is_comparable.then(|| classes::yearly_yield(now, price, days))?
			})
		};
		YIELD_SPANS.into_iter().map(yield_over).collect()
	}
}

/// The price and the series of a class in a record.
fn price_of(prices: &DayPrices, class: Class) -> (Balance, u32) {
	match class {
		Class::Junior => (prices.junior, prices.junior_series),
		Class::Senior => (prices.senior, prices.senior_series),
	}
}
