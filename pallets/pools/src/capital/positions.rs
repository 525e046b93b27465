// SPDX-License-Identifier: Apache-2.0

//! Holdings of shares: the records of positions, their deposits, and transfers.

use crate::{
	book::{add, sub},
	pallet::*,
	types::*,
};
use breakwater_primitives::{Balance, Day, PoolId, Tranche};
use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};

/// The position of an account in a tranche.
pub(crate) type PositionOf<T> =
	Position<<T as frame_system::Config>::AccountId, <T as Config>::RecordDeposit>;

impl<T: Config> Pallet<T> {
	/// The position of `who` in the epoch `epoch` of a tranche.
	pub(crate) fn position_in(
		id: PoolId,
		tranche: Tranche,
		who: &T::AccountId,
		epoch: u32,
	) -> Option<PositionOf<T>> {
		Positions::<T>::get((id, tranche, who)).filter(|position| position.epoch == epoch)
	}

	/// Write a position. An empty one is removed, and its deposit returns to the depositor.
	pub(super) fn put_position(id: PoolId, tranche: Tranche, who: &T::AccountId, position: PositionOf<T>) {
		if position.is_empty() {
			Positions::<T>::remove((id, tranche, who));
			Self::give_back(&position.depositor, position.ticket);
		} else {
			Positions::<T>::insert((id, tranche, who), position);
		}
	}

	/// Add shares to a position. If there is none, `payer` puts up the deposit for it. A position
	/// of an earlier epoch starts anew. Returns all shares of the position outside the queue.
	pub(super) fn add_shares(
		id: PoolId,
		tranche: Tranche,
		epoch: u32,
		who: &T::AccountId,
		shares: Balance,
		payer: &T::AccountId,
	) -> Result<Balance, DispatchError> {
		let mut position = match Positions::<T>::get((id, tranche, who)) {
			Some(position) => position.in_epoch(epoch).returned(Self::today()?),
			None => Position::new(epoch, payer.clone(), Self::take_deposit::<PositionOf<T>>(payer)?),
		};
		position.shares = add(position.shares, shares)?;
		let total = position.shares;
		Positions::<T>::insert((id, tranche, who), position);
		Ok(total)
	}

	/// Ensure that `who` may hold shares of the pool.
	pub(super) fn ensure_allowed(
		id: PoolId,
		pool: &Pool<T::AccountId>,
		who: &T::AccountId,
	) -> DispatchResult {
		let is_allowed = !pool.is_private || *who == pool.manager || Allowed::<T>::contains_key(id, who);
		ensure!(is_allowed, Error::<T>::NotAllowed);
		Ok(())
	}

	/// Ensure that `shares` of `position` can leave it now.
	pub(super) fn ensure_free(position: &PositionOf<T>, shares: Balance, today: Day) -> DispatchResult {
		ensure!(position.shares >= shares, Error::<T>::NotEnoughShares);
		ensure!(position.free(today) >= shares, Error::<T>::StillUnlocking);
		Ok(())
	}

	pub(crate) fn do_transfer(
		from: T::AccountId,
		id: PoolId,
		tranche: Tranche,
		to: T::AccountId,
		shares: Balance,
	) -> DispatchResult {
		let pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
		let epoch = pool.tranche(tranche).epoch;
		let today = Self::today()?;
		ensure!(shares > 0, Error::<T>::ZeroShares);
		ensure!(from != to, Error::<T>::SelfTransfer);
		ensure!(!pool.is_frozen(), Error::<T>::PoolFrozen);
		Self::ensure_allowed(id, &pool, &to)?;
		let position = Self::position_in(id, tranche, &from, epoch).ok_or(Error::<T>::NotEnoughShares)?;
		Self::ensure_free(&position, shares, today)?;

		let mut position = position.returned(today);
		position.shares = sub::<T>(position.shares, shares)?;
		let from_shares = position.shares;
		// The sender is first, so that a deposit that comes back can pay for the receiver's
		// deposit.
		Self::put_position(id, tranche, &from, position);
		let to_shares = Self::add_shares(id, tranche, epoch, &to, shares, &from)?;
		Self::deposit_event(Event::Transferred {
			pool: id,
			tranche,
			from,
			to,
			shares,
			from_shares,
			to_shares,
		});
		Ok(())
	}

	pub(crate) fn do_remove_position(id: PoolId, tranche: Tranche, who: T::AccountId) -> DispatchResult {
		let pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
		let position = Positions::<T>::get((id, tranche, &who)).ok_or(Error::<T>::UnknownPosition)?;
		ensure!(position.epoch != pool.tranche(tranche).epoch, Error::<T>::PositionCurrent);
		let Position { shares, epoch, depositor, ticket, .. } = position;
		Positions::<T>::remove((id, tranche, &who));
		Self::give_back(&depositor, ticket);
		Self::deposit_event(Event::PositionRemoved { pool: id, tranche, who, shares, epoch });
		Ok(())
	}
}
