// SPDX-License-Identifier: Apache-2.0

//! The stake behind the reserve: put in by any account, and taken out after a cooldown.

use crate::*;
use breakwater_primitives::{deadline, ActiveClock, AssetId, Balance, StakeRequest, StakeState};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	storage::with_storage_layer,
	traits::{
		fungibles::Balanced,
		tokens::{Fortitude, Precision, Preservation},
		Consideration, Contains, Footprint, Get,
	},
};

/// The position of an account.
pub(crate) type PositionOf<T> = Position<<T as Config>::StakeDeposit>;

impl<T: Config> Pallet<T> {
	/// Stake `amount` for at least `min_shares`.
	pub(crate) fn do_stake(
		who: T::AccountId,
		asset: AssetId,
		amount: Balance,
		min_shares: Balance,
	) -> DispatchResult {
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		ensure!(T::ListedAssets::contains(&asset), Error::<T>::AssetNotListed);
		// New money never pays for an old loss.
		ensure!(!Freezes::<T>::get(&asset).is_on(), Error::<T>::StakeFrozen);
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let before = Books::<T>::get(&asset);
		let (after, shares) = before.stake(amount, T::Clock::active()).ok_or(Error::<T>::Overflow)?;
		ensure!(shares > 0, Error::<T>::ZeroShares);
		ensure!(shares >= min_shares, Error::<T>::TooFewShares);
		let mut position = Self::position_for(&who, &asset, after.stake.epoch)?;
		position.shares = position.shares.checked_add(shares).ok_or(Error::<T>::Overflow)?;
		let all_shares = position.shares;
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		let credit = T::Assets::withdraw(asset.clone(), &who, amount, exact, Preservation::Preserve, polite)
			.map_err(|_| Error::<T>::CannotPay)?;
		T::Assets::resolve(&account, credit).map_err(|_| Error::<T>::BelowMinimum)?;
		Books::<T>::insert(&asset, after);
		Positions::<T>::insert(&asset, &who, position);
		Self::deposit_event(Event::Staked {
			who,
			asset,
			amount,
			shares,
			all_shares,
			stake: after.stake.assets,
		});
		Ok(())
	}

	/// Returns the position to which shares of an epoch are added. A new one takes a deposit. One
	/// of an earlier epoch begins anew, as its shares are worthless.
	fn position_for(who: &T::AccountId, asset: &AssetId, epoch: u32) -> Result<PositionOf<T>, Error<T>> {
		match Positions::<T>::get(asset, who) {
			Some(position) if position.epoch == epoch => Ok(position),
			Some(Position { ticket, .. }) => Ok(Position { epoch, shares: 0, request: None, ticket }),
			None => {
				let ticket = T::StakeDeposit::new(who, Footprint::from_mel::<PositionOf<T>>())
					.map_err(|_| Error::<T>::CannotHoldDeposit)?;
				Ok(Position { epoch, shares: 0, request: None, ticket })
			}
		}
	}

	/// The position of an account, and the book behind it.
	fn position_of(who: &T::AccountId, asset: &AssetId) -> Result<(PositionOf<T>, Book), Error<T>> {
		let position = Positions::<T>::get(asset, who).ok_or(Error::<T>::NoStake)?;
		Ok((position, Books::<T>::get(asset)))
	}

	/// Begin the cooldown for some shares. It replaces an earlier request.
	pub(crate) fn do_cooldown(who: T::AccountId, asset: AssetId, shares: Balance) -> DispatchResult {
		let (mut position, book) = Self::position_of(&who, &asset)?;
		ensure!(position.epoch == book.stake.epoch, Error::<T>::StakeExhausted);
		ensure!(shares > 0, Error::<T>::ZeroShares);
		ensure!(shares <= position.shares, Error::<T>::NotEnoughShares);
		let ready_at = deadline(T::Clock::active(), T::StakeCooldown::get());
		let ends_at = deadline(ready_at, T::StakeWindow::get());
		position.request = Some(Request { shares, ready_at, ends_at });
		Positions::<T>::insert(&asset, &who, position);
		Self::deposit_event(Event::CooldownBegun { who, asset, shares, ready_at, ends_at });
		Ok(())
	}

	/// Take out the shares of the request, for at least `min_amount`.
	pub(crate) fn do_unstake(who: T::AccountId, asset: AssetId, min_amount: Balance) -> DispatchResult {
		let (mut position, book) = Self::position_of(&who, &asset)?;
		if position.epoch != book.stake.epoch {
			Self::remove_position(who, asset, position);
			return Ok(());
		}
		let now = T::Clock::active();
		let request = position.request.ok_or(Error::<T>::NoRequest)?;
		let freeze = Freezes::<T>::get(&asset);
		ensure!(!freeze.is_on(), Error::<T>::StakeFrozen);
		ensure!(now >= request.ready_at, Error::<T>::CoolingDown);
		ensure!(now <= freeze.window_end(&request), Error::<T>::WindowOver);
		let shares = request.shares;
		let (after, amount) = book.unstake(shares, now).ok_or(Error::<T>::Overflow)?;
		// The last dust of a position leaves, so that its deposit comes back.
		ensure!(amount > 0 || shares == position.shares, Error::<T>::ZeroAmount);
		ensure!(amount >= min_amount, Error::<T>::TooLittle);
		Self::pay_staker(&who, &asset, amount, &after)?;
		Books::<T>::insert(&asset, after);
		// No more than the position has.
		position.shares = position.shares.checked_sub(shares).ok_or(Error::<T>::Overflow)?;
		position.request = None;
		let left = position.shares;
		Self::deposit_event(Event::Unstaked {
			who: who.clone(),
			asset: asset.clone(),
			amount,
			shares,
			all_shares: left,
			stake: after.stake.assets,
		});
		if left > 0 {
			Positions::<T>::insert(&asset, &who, position);
		} else {
			Self::remove_position(who, asset, position);
		}
		Ok(())
	}

	/// Pay a staker. The account keeps its minimum balance while money of the books is on it.
	fn pay_staker(who: &T::AccountId, asset: &AssetId, amount: Balance, after: &Book) -> DispatchResult {
		if amount == 0 {
			return Ok(());
		}
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let preservation = match after.total() {
			Some(0) => Preservation::Expendable,
			_ => Preservation::Preserve,
		};
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		let credit = T::Assets::withdraw(asset.clone(), &account, amount, exact, preservation, polite)
			.map_err(|_| Error::<T>::BelowMinimum)?;
		T::Assets::resolve(who, credit).map_err(|_| Error::<T>::CannotReceive)?;
		Ok(())
	}

	/// Remove a position, and give its deposit back. If that fails, it stays where it is.
	fn remove_position(who: T::AccountId, asset: AssetId, position: PositionOf<T>) {
		Positions::<T>::remove(&asset, &who);
		if let Err(error) = with_storage_layer(|| position.ticket.drop(&who)) {
			log::error!(target: "runtime::reserve", "a deposit of {who:?} was not given back: {error:?}");
		}
		Self::deposit_event(Event::PositionRemoved { who, asset, shares: position.shares });
	}

	/// The stake of an account in an asset as of now, for people.
	pub fn stake_of(asset: &AssetId, who: &T::AccountId) -> Option<StakeState> {
		let position = Positions::<T>::get(asset, who)?;
		let now = T::Clock::active();
		let stake = Books::<T>::get(asset).stake.release(now)?;
		let is_exhausted = position.epoch != stake.epoch;
		let worth = |shares| if is_exhausted { Some(0) } else { stake.worth(shares) };
		let freeze = Freezes::<T>::get(asset);
		let request = |request: Request| StakeRequest {
			shares: request.shares,
			ready_at: request.ready_at,
			ends_at: Some(freeze.window_end(&request)).filter(|_| !freeze.is_on()),
		};
		Some(StakeState {
			shares: position.shares,
			value: worth(position.shares)?,
			request: position.request.filter(|_| !is_exhausted).map(request),
			is_exhausted,
		})
	}
}
