// SPDX-License-Identifier: Apache-2.0

//! Holdings of shares: the records of positions, their deposits, and transfers.

use crate::{
	book::{add, sub},
	pallet::*,
	types::*,
};
use breakwater_primitives::{Balance, Class, Day, PoolId};
use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};

/// The position of an account in a class.
pub(crate) type PositionOf<T> =
	Position<<T as frame_system::Config>::AccountId, <T as Config>::RecordDeposit>;

impl<T: Config> Pallet<T> {
	/// The position of `who` in the series `series` of a class.
	pub(crate) fn position_in(
		id: PoolId,
		class: Class,
		who: &T::AccountId,
		series: u32,
	) -> Option<PositionOf<T>> {
		Positions::<T>::get((id, class, who)).filter(|position| position.series == series)
	}

	/// Write a position. An empty one is removed, and its deposit returns to the depositor.
	pub(super) fn put_position(id: PoolId, class: Class, who: &T::AccountId, position: PositionOf<T>) {
		if position.is_empty() {
			Positions::<T>::remove((id, class, who));
			Self::give_back(&position.depositor, position.ticket);
		} else {
			Positions::<T>::insert((id, class, who), position);
		}
	}

	/// Add shares to a position. If there is none, `payer` puts up the deposit for it. A position
	/// of an earlier series starts anew. Returns all shares of the position outside the queue.
	pub(super) fn add_shares(
		id: PoolId,
		class: Class,
		series: u32,
		who: &T::AccountId,
		shares: Balance,
		payer: &T::AccountId,
	) -> Result<Balance, DispatchError> {
		let mut position = match Positions::<T>::get((id, class, who)) {
			Some(position) => position.in_series(series).returned(Self::today()?),
			None => Position::new(series, payer.clone(), Self::take_deposit::<PositionOf<T>>(payer)?),
		};
		position.shares = add(position.shares, shares)?;
		let total = position.shares;
		Positions::<T>::insert((id, class, who), position);
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
		ensure!(position.free(today) >= shares, Error::<T>::StillReturning);
		Ok(())
	}

	pub(crate) fn do_transfer(
		from: T::AccountId,
		id: PoolId,
		class: Class,
		to: T::AccountId,
		shares: Balance,
	) -> DispatchResult {
		let pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
		let series = pool.class(class).series;
		let today = Self::today()?;
		ensure!(shares > 0, Error::<T>::ZeroShares);
		ensure!(from != to, Error::<T>::SelfTransfer);
		ensure!(!Self::is_frozen(id, &pool), Error::<T>::PoolFrozen);
		Self::ensure_allowed(id, &pool, &to)?;
		let position = Self::position_in(id, class, &from, series).ok_or(Error::<T>::NotEnoughShares)?;
		Self::ensure_free(&position, shares, today)?;

		let mut position = position.returned(today);
		position.shares = sub::<T>(position.shares, shares)?;
		let from_shares = position.shares;
		// The sender is first, so that a deposit that comes back can pay for the receiver's
		// deposit.
		Self::put_position(id, class, &from, position);
		let to_shares = Self::add_shares(id, class, series, &to, shares, &from)?;
		Self::deposit_event(Event::Transferred { pool: id, class, from, to, shares, from_shares, to_shares });
		Ok(())
	}

	pub(crate) fn do_drop_position(id: PoolId, class: Class, who: T::AccountId) -> DispatchResult {
		let pool = Pools::<T>::get(id).ok_or(Error::<T>::UnknownPool)?;
		let position = Positions::<T>::get((id, class, &who)).ok_or(Error::<T>::UnknownPosition)?;
		ensure!(position.series != pool.class(class).series, Error::<T>::PositionCurrent);
		let Position { shares, series, depositor, ticket, .. } = position;
		Positions::<T>::remove((id, class, &who));
		Self::give_back(&depositor, ticket);
		Self::deposit_event(Event::PositionDropped { pool: id, class, who, shares, series });
		Ok(())
	}
}
