// SPDX-License-Identifier: Apache-2.0

//! The capacity of pools: the cover that a pool can still back.

use crate::{
	book::{add, Book},
	pallet::*,
	types::*,
};
use alloc::vec::Vec;
use breakwater_math::capacity;
use breakwater_primitives::{Balance, ProductId, Tranche, MILLION};
use frame_support::ensure;
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The capital that must stay for the cover in force, rounded up.
	pub(crate) fn required(book: &Book<T>) -> Result<Balance, DispatchError> {
		Self::required_of(&book.pool.lines, book.pool.leverage)
	}

	/// The same for the lines of a pool.
	pub(crate) fn required_of(lines: &Lines, leverage: u32) -> Result<Balance, DispatchError> {
		let lines: Vec<capacity::Line> = lines.iter().map(Into::into).collect();
		Ok(capacity::required(&lines, leverage).ok_or(ArithmeticError::Overflow)?)
	}

	/// The capital that can back new cover. Shares of either tranche that wait to leave, or came
	/// back from the queue a short time ago, do not count: their value is rounded up, against the
	/// buyer. Senior counts only as far as it stands behind enough of junior. What incidents have
	/// locked does not count, nor what is owed to those that were settled in part. Junior counts
	/// only as far as the manager holds their part of it: a manager without capital of their own
	/// would sell at the underwriters' risk alone.
	pub(crate) fn available(book: &Book<T>) -> Result<Balance, DispatchError> {
		Self::available_of(book, Self::junior_for_new(book)?, Self::locked(book)?)
	}

	/// The capital that can back cover that goes on, beside these locks.
	pub(super) fn available_beside(book: &Book<T>, locked: Balance) -> Result<Balance, DispatchError> {
		Self::available_of(book, Self::at_work_of(book, Tranche::Junior)?, locked)
	}

	/// The capital of a tranche that is not about to leave.
	fn at_work_of(book: &Book<T>, tranche: Tranche) -> Result<Balance, ArithmeticError> {
		book.pool.tranche(tranche).at_work().ok_or(ArithmeticError::Overflow)
	}

	/// The junior capital that can back new cover.
	fn junior_for_new(book: &Book<T>) -> Result<Balance, ArithmeticError> {
		Ok(Self::at_work_of(book, Tranche::Junior)?.min(Self::most_by_manager(book)?))
	}

	/// The junior capital of which the manager's shares are their part. Shares that wait to leave
	/// do not count.
	fn most_by_manager(book: &Book<T>) -> Result<Balance, ArithmeticError> {
		let least = book.limits().min_manager_part;
		if least.is_zero() {
			return Ok(Balance::MAX);
		}
		let junior = book.pool.tranche(Tranche::Junior);
		let position = Positions::<T>::get((book.id, Tranche::Junior, &book.pool.manager));
		let shares = position.map_or(0, |position| position.in_epoch(junior.epoch).shares);
		let own = junior.value(shares).ok_or(ArithmeticError::Overflow)?;
		// Saturates at the largest number, which is above all capital.
		Ok(least.saturating_reciprocal_mul_floor(own))
	}

	/// The capital that can back cover with so much of junior.
	fn available_of(book: &Book<T>, junior: Balance, locked: Balance) -> Result<Balance, DispatchError> {
		let senior = Self::at_work_of(book, Tranche::Senior)?;
		let least = book.limits().min_junior.deconstruct();
		let available = capacity::available(junior, senior, least, add(locked, book.pool.owed)?);
		Ok(available.ok_or(ArithmeticError::Overflow)?)
	}

	/// The capital of a pool that backs new cover while no incident locks any of it.
	pub(super) fn at_work(book: &Book<T>) -> Result<Balance, DispatchError> {
		let least = book.limits().min_junior.deconstruct();
		let (junior, senior) = (Self::junior_for_new(book)?, Self::at_work_of(book, Tranche::Senior)?);
		Ok(capacity::available(junior, senior, least, 0).ok_or(ArithmeticError::Overflow)?)
	}

	/// The sum of the locks of all open incidents.
	pub(super) fn locked(book: &Book<T>) -> Result<Balance, DispatchError> {
		let sum = book.pool.lines.iter().try_fold(0, |sum: Balance, line| sum.checked_add(line.locked));
		Ok(sum.ok_or(ArithmeticError::Overflow)?)
	}

	/// The limits of the capacity tests.
	pub(super) fn capacity_limits(book: &Book<T>) -> capacity::Limits {
		let limits = book.limits();
		capacity::Limits {
			leverage_percent: book.pool.leverage,
			group_cap_ppm: limits.group_cap.deconstruct(),
			max_policy_share_ppm: limits.max_policy_share.deconstruct(),
			min_solvency_ppm: limits.min_solvency,
		}
	}

	/// The largest policy that all limits allow on the line at `index`, rounded down.
	pub(crate) fn room(book: &Book<T>, index: usize) -> Result<Balance, DispatchError> {
		let available = Self::available(book)?;
		let room = capacity::room(&math_lines(book), index, available, &Self::capacity_limits(book));
		Ok(room.ok_or(ArithmeticError::Overflow)?)
	}

	/// Returns `NoCapacity` if the line at `index` cannot take `cover` more.
	pub(super) fn ensure_room(book: &Book<T>, index: usize, cover: Balance) -> DispatchResult {
		let available = Self::available(book)?;
		let fits =
			capacity::accepts(&math_lines(book), index, cover, available, &Self::capacity_limits(book));
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

	/// The index of a product's line, for cover that begins or goes on. The line can be older than
	/// the group of the pool's asset, so that it is looked at here too.
	pub(crate) fn insurable(book: &Book<T>, product: ProductId) -> Result<usize, Error<T>> {
		let index = book.index_of(product).ok_or(Error::<T>::NotUnderwritten)?;
		let group = book.pool.lines.get(index).map(|line| line.group);
		let is_own_risk = group.is_some() && AssetGroups::<T>::get(&book.pool.asset) == group;
		ensure!(!is_own_risk, Error::<T>::SelfInsured);
		Ok(index)
	}

	/// The largest exposure of a line: its weight of the available capital, rounded down.
	pub(crate) fn line_capacity(book: &Book<T>, line: &Line) -> Result<Balance, DispatchError> {
		Ok(capacity::part(Self::available(book)?, line.weight.deconstruct()))
	}

	/// The cover that the line at `index` can still take by all limits but that of one policy,
	/// rounded down.
	pub(crate) fn room_for_all(book: &Book<T>, index: usize) -> Result<Balance, DispatchError> {
		let limits = capacity::Limits { max_policy_share_ppm: MILLION, ..Self::capacity_limits(book) };
		let room = capacity::room(&math_lines(book), index, Self::available(book)?, &limits);
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
		let (available, room) = (Self::available(book)?, Self::room_for_all(book, index)?);
		let usable = capacity::usable(available, line.weight.deconstruct(), line.exposure, room);
		Ok(usable.ok_or(ArithmeticError::Overflow)?)
	}
}

/// The lines as the formulas see them.
pub(super) fn math_lines<T: Config>(book: &Book<T>) -> Vec<capacity::Line> {
	book.pool.lines.iter().map(Into::into).collect()
}
