// SPDX-License-Identifier: Apache-2.0

//! The links of the withdrawal queues: a list for each tranche, linked in both directions, so that
//! a cancelled request leaves no hole.

use super::withdrawals::WithdrawalOf;
use crate::{book::Book, pallet::*, types::*};
use breakwater_primitives::{PoolId, Tranche};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Put a request at the end of a queue. Returns its index.
	pub(crate) fn append(
		book: &mut Book<T>,
		tranche: Tranche,
		mut withdrawal: WithdrawalOf<T>,
	) -> Result<u32, DispatchError> {
		let id = book.id;
		let queue = &mut book.pool.tranche_mut(tranche).queue;
		let index = queue.tail;
		let tail = index.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let length = queue.length.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		if queue.length > 0 {
			withdrawal.before = Some(queue.last);
			Self::relink(id, tranche, queue.last, |last| last.after = Some(index))?;
		} else {
			queue.head = index;
		}
		*queue = Queue { head: queue.head, last: index, tail, length };
		Withdrawals::<T>::insert((id, tranche, index), withdrawal);
		Ok(index)
	}

	/// Take a request out of its queue and remove its record.
	pub(super) fn unlink(
		book: &mut Book<T>,
		tranche: Tranche,
		index: u32,
		withdrawal: &WithdrawalOf<T>,
	) -> DispatchResult {
		let id = book.id;
		let queue = &mut book.pool.tranche_mut(tranche).queue;
		queue.length = queue.length.checked_sub(1).ok_or(Error::<T>::BooksBroken)?;
		// The head has no request before it, whatever its record says: that one was served.
		let before = if index == queue.head { None } else { withdrawal.before };
		if let Some(before) = before {
			Self::relink(id, tranche, before, |record| record.after = withdrawal.after)?;
		} else {
			queue.head = withdrawal.after.unwrap_or(queue.tail);
		}
		match (withdrawal.after, before) {
			// The backward link of the new head has no meaning, so one write is saved.
			(Some(_), None) => (),
			(Some(after), Some(before)) => {
				Self::relink(id, tranche, after, |record| record.before = Some(before))?;
			}
			(None, Some(before)) => queue.last = before,
			(None, None) => queue.last = queue.tail,
		}
		Withdrawals::<T>::remove((id, tranche, index));
		Ok(())
	}

	/// Change the links of a neighbour.
	fn relink(
		id: PoolId,
		tranche: Tranche,
		index: u32,
		change: impl FnOnce(&mut WithdrawalOf<T>),
	) -> DispatchResult {
		Withdrawals::<T>::try_mutate((id, tranche, index), |slot| {
			change(slot.as_mut().ok_or(Error::<T>::BooksBroken)?);
			Ok(())
		})
	}
}
