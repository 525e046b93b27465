// SPDX-License-Identifier: Apache-2.0

//! The capacity of pools: the cover that a pool can still back.

use crate::{
	book::{add, Book},
	pallet::*,
	types::*,
};
use alloc::vec::Vec;
use breakwater_math::capacity;
use breakwater_primitives::{Balance, Class, MILLION};
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The capital that must stay for the cover in force, rounded up.
	pub(crate) fn required(book: &Book<T>) -> Result<Balance, DispatchError> {
		Self::required_of(&book.lines, book.pool.leverage)
	}

	/// The same for the lines of a pool.
	pub(crate) fn required_of(lines: &Lines, leverage: u32) -> Result<Balance, DispatchError> {
		let lines: Vec<capacity::Line> = lines.iter().map(Into::into).collect();
		Ok(capacity::required(&lines, leverage).ok_or(ArithmeticError::Overflow)?)
	}

	/// The capital that can back new cover. Shares of either class that wait to leave, or came back
	/// from the queue a short time ago, do not count: their value is rounded up, against the buyer.
	/// Senior counts only as far as it stands behind enough of junior. What incidents have pinned
	/// does not count, nor what is owed to those that were settled short.
	pub(crate) fn committed(book: &Book<T>) -> Result<Balance, DispatchError> {
		Self::committed_beside(book, Self::pinned(book)?)
	}

	/// The same beside other pins.
	pub(super) fn committed_beside(book: &Book<T>, pinned: Balance) -> Result<Balance, DispatchError> {
		let at_work = |class: Class| book.pool.class(class).at_work().ok_or(ArithmeticError::Overflow);
		let (junior, senior) = (at_work(Class::Junior)?, at_work(Class::Senior)?);
		let least = Self::limits().min_junior.deconstruct();
		let committed = capacity::committed(junior, senior, least, add(pinned, book.pool.owed)?);
		Ok(committed.ok_or(ArithmeticError::Overflow)?)
	}

	/// The capital of a pool that backs new cover while no incident pins any of it.
	pub(super) fn at_work(book: &Book<T>) -> Result<Balance, DispatchError> {
		let of = |class: Class| book.pool.class(class).at_work().ok_or(ArithmeticError::Overflow);
		let least = Self::limits().min_junior.deconstruct();
		let (junior, senior) = (of(Class::Junior)?, of(Class::Senior)?);
		Ok(breakwater_math::capacity::committed(junior, senior, least, 0).ok_or(ArithmeticError::Overflow)?)
	}

	/// The sum of the pins of all open incidents.
	pub(super) fn pinned(book: &Book<T>) -> Result<Balance, DispatchError> {
		let sum = book.lines.iter().try_fold(0, |sum: Balance, line| sum.checked_add(line.pinned));
		Ok(sum.ok_or(ArithmeticError::Overflow)?)
	}

	/// The limits of the capacity tests.
	pub(super) fn capacity_limits(book: &Book<T>) -> capacity::Limits {
		let limits = Self::limits();
		capacity::Limits {
			leverage_percent: book.pool.leverage,
			group_cap_ppm: limits.group_cap.deconstruct(),
			max_policy_share_ppm: limits.max_policy_share.deconstruct(),
			min_solvency_ppm: limits.min_solvency,
		}
	}

	/// The largest policy that all limits allow on the line at `index`, rounded down.
	pub(crate) fn room(book: &Book<T>, index: usize) -> Result<Balance, DispatchError> {
		let committed = Self::committed(book)?;
		let room = capacity::room(&math_lines(book), index, committed, &Self::capacity_limits(book));
		Ok(room.ok_or(ArithmeticError::Overflow)?)
	}

	/// Returns `NoCapacity` if the line at `index` cannot take `cover` more.
	pub(super) fn ensure_room(book: &Book<T>, index: usize, cover: Balance) -> DispatchResult {
		let committed = Self::committed(book)?;
		let fits =
			capacity::accepts(&math_lines(book), index, cover, committed, &Self::capacity_limits(book));
		ensure!(fits, Error::<T>::NoCapacity);
		Ok(())
	}

	/// Returns an error while the pool takes no cover, or cannot price it.
	pub(crate) fn ensure_sells(book: &Book<T>) -> DispatchResult {
		ensure!(book.pool.status == PoolStatus::Open, Error::<T>::PoolPaused);
		ensure!(!book.is_frozen(), Error::<T>::PoolFrozen);
		book.ensure_caught_up()
	}

	/// Returns an error while the pool does not renew cover, or cannot price it. As for new cover,
	/// but incidents are no reason.
	pub(crate) fn ensure_renews(book: &Book<T>) -> DispatchResult {
		ensure!(book.pool.status == PoolStatus::Open, Error::<T>::PoolPaused);
		book.ensure_caught_up()
	}

	/// The largest exposure of a line: its weight of the committed capital, rounded down.
	pub(crate) fn line_capacity(book: &Book<T>, line: &Line) -> Result<Balance, DispatchError> {
		Ok(capacity::part(Self::committed(book)?, line.weight.deconstruct()))
	}

	/// The cover that the line at `index` can still take by all limits but that of one policy,
	/// rounded down.
	pub(crate) fn room_for_all(book: &Book<T>, index: usize) -> Result<Balance, DispatchError> {
		let limits = capacity::Limits { max_policy_share_ppm: MILLION, ..Self::capacity_limits(book) };
		let room = capacity::room(&math_lines(book), index, Self::committed(book)?, &limits);
		Ok(room.ok_or(ArithmeticError::Overflow)?)
	}

	/// The largest exposure of the line at `index` if all else stayed the same. It is the line's
	/// capacity, or less where another limit binds first, but that of a single policy. Buying cover
	/// on the line does not change it. Capital that cannot back the line takes no part in its
	/// price.
	pub(super) fn usable_capacity(
		book: &Book<T>,
		index: usize,
		line: &Line,
	) -> Result<Balance, DispatchError> {
		let (committed, room) = (Self::committed(book)?, Self::room_for_all(book, index)?);
		let usable = capacity::usable(committed, line.weight.deconstruct(), line.exposure, room);
		Ok(usable.ok_or(ArithmeticError::Overflow)?)
	}
}

/// The lines as the formulas see them.
pub(super) fn math_lines<T: Config>(book: &Book<T>) -> Vec<capacity::Line> {
	book.lines.iter().map(Into::into).collect()
}
