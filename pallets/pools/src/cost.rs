// SPDX-License-Identifier: Apache-2.0

//! The cost of work on a pool: what was measured for a pool that is up to date, by the number of
//! its products, and the day boundaries that it is taken over first.
//!
//! A call is charged beforehand for the largest pool that is as far behind as may be. Afterwards it
//! is charged for the pool as it found it, whether it succeeded or not.

use crate::{
	book::Book,
	pallet::*,
	types::{MAX_ACCRUAL, MAX_PROCESSED},
	weights::WeightInfo,
};
use breakwater_primitives::{
	charged, CoverWork, LossWork, PoolId, PoolSize, MAX_DAYS_BEHIND, MAX_INCIDENTS_PER_PRODUCT,
};
use frame_support::{dispatch::DispatchResultWithPostInfo, traits::Get, weights::Weight};
use sp_runtime::DispatchResult;

/// The size of a pool that is not there.
const NO_POOL: PoolSize = PoolSize { lines: 0, days: 0, has_loan: false };

impl<T: Config> Pallet<T> {
	/// Returns the size of a pool as a piece of work finds it that takes the pool over at most
	/// `max_days` day boundaries.
	pub(crate) fn size_for(id: PoolId, max_days: u32) -> PoolSize {
		Book::<T>::recorded(id).map_or(NO_POOL, |book| Self::size_of_book(&book, max_days))
	}

	fn size_of_book(book: &Book<T>, max_days: u32) -> PoolSize {
		let lines = u32::try_from(book.pool.lines.len()).unwrap_or(u32::MAX);
		let has_loan = book.pool.pledge.is_some();
		PoolSize { lines, days: book.days_behind().min(max_days), has_loan }
	}

	/// Returns the weight of `work` on a pool of a size. `work` is what was measured by the number
	/// of the products.
	pub(crate) fn weight_on(size: PoolSize, work: impl FnOnce(u32) -> Weight) -> Weight {
		work(size.lines).saturating_add(Self::days_weight(size))
	}

	/// Returns the weight of taking a pool over day boundaries.
	pub(crate) fn days_weight(size: PoolSize) -> Weight {
		T::WeightInfo::cross_day(size.lines).saturating_mul(size.days.into())
	}

	/// Returns the weight of a piece of work with a pool's cover.
	pub(crate) fn cover_weight(work: CoverWork, size: PoolSize) -> Weight {
		let measured = match work {
			CoverWork::Line => T::WeightInfo::line,
			CoverWork::Open => T::WeightInfo::open_cover,
			CoverWork::Extend => T::WeightInfo::extend_cover,
			CoverWork::Use => T::WeightInfo::use_cover,
			CoverWork::Reduce => T::WeightInfo::reduce_cover,
			CoverWork::Shorten => T::WeightInfo::shorten_cover,
		};
		let ends_premium = matches!(work, CoverWork::Use | CoverWork::Reduce | CoverWork::Shorten);
		// The reserve's book and its record of the pool.
		let records = if size.has_loan && ends_premium { 2 } else { 0 };
		// The manager's position, without which new cover was measured: the development chain asks
		// managers for no part.
		let sells = matches!(work, CoverWork::Line | CoverWork::Open | CoverWork::Extend);
		let reads = u64::from(sells).saturating_add(records);
		Self::weight_on(size, measured).saturating_add(T::DbWeight::get().reads_writes(reads, records))
	}

	/// Returns the size of a pool for work with its losses, which looks at its incidents.
	///
	/// It was measured with as many incidents on each product as there can be. An incident whose
	/// lock fell to zero stays when its product gives its place to another. So the incidents count
	/// as the products that they need at least.
	pub(crate) fn loss_size(id: PoolId) -> PoolSize {
		let Some(book) = Book::<T>::recorded(id) else { return NO_POOL };
		let size = Self::size_of_book(&book, MAX_DAYS_BEHIND);
		let incidents = u32::try_from(book.pool.freezes.len()).unwrap_or(u32::MAX);
		PoolSize { lines: size.lines.max(incidents.div_ceil(MAX_INCIDENTS_PER_PRODUCT)), ..size }
	}

	/// Returns the weight of a piece of work with a pool's losses.
	pub(crate) fn loss_weight(work: LossWork, size: PoolSize) -> Weight {
		match work {
			LossWork::Charge => Self::weight_on(size, T::WeightInfo::charge),
			LossWork::Settle => Self::weight_on(size, T::WeightInfo::settle),
			LossWork::TopUp => Self::weight_on(size, T::WeightInfo::top_up),
			// The day boundaries are crossed in memory.
			LossWork::Ask => Self::weight_on(size, T::WeightInfo::ask_for_more),
			LossWork::Finish => T::WeightInfo::finish(),
			LossWork::Compensate => Self::weight_on(size, |_| T::WeightInfo::compensate()),
			LossWork::Recover => Self::weight_on(size, |_| T::WeightInfo::recover()),
			LossWork::Reserve => Self::weight_on(size, T::WeightInfo::reserve_lock),
		}
	}

	/// Returns the weight of the call `accrue` before it is made.
	pub(crate) fn accrue_weight(days: u32) -> Weight {
		Self::weight_on(PoolSize { days: days.min(MAX_ACCRUAL), ..PoolSize::MOST }, T::WeightInfo::accrue)
	}

	/// Returns the weight of the call `process_withdrawals` that works on so many requests.
	pub(crate) fn processing_weight(size: PoolSize, requests: u32) -> Weight {
		Self::weight_on(size, |_| T::WeightInfo::process_withdrawals(requests.min(MAX_PROCESSED)))
	}

	/// Do the work of a call on a pool, and charge it for the pool as it is now.
	pub(crate) fn charged(
		id: PoolId,
		measured: impl FnOnce(u32) -> Weight,
		work: impl FnOnce() -> DispatchResult,
	) -> DispatchResultWithPostInfo {
		Self::charged_for(Self::size_for(id, MAX_DAYS_BEHIND), measured, work)
	}

	/// Do the work of a call on a pool of a size, and charge it.
	pub(crate) fn charged_for(
		size: PoolSize,
		measured: impl FnOnce(u32) -> Weight,
		work: impl FnOnce() -> DispatchResult,
	) -> DispatchResultWithPostInfo {
		let used = Self::weight_on(size, measured);
		charged(used, work())
	}
}
