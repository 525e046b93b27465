// SPDX-License-Identifier: Apache-2.0

//! The commission of a policy's distributor.
//!
//! It is paid on top of the premium, so that no pool sells below its price. So no buyer gains by
//! being their own distributor. It waits in the pallet's account and is earned as time goes by. The
//! unearned part of returned cover comes back in full.

use crate::{pallet::*, types::Earning};
use breakwater_primitives::*;
use frame_support::{ensure, storage::with_storage_layer, traits::Get};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Take the commission of a new policy for `cover` until `until` into the account, and record
	/// its distributor. To be run in a storage layer.
	pub(crate) fn open_commission(
		id: PolicyId,
		distributor: T::AccountId,
		money: CreditOf<T>,
		cover: Balance,
		until: Moment,
	) -> DispatchResult {
		let (unearned, from) = (money.peek(), T::Clock::now());
		Self::take_in(money)?;
		Commissions::<T>::insert(id, Earning { distributor, earned: 0, unearned, cover, from, until });
		Ok(())
	}

	/// Pay out the earned part of a policy's commission.
	pub(crate) fn do_collect_commission(id: PolicyId) -> DispatchResult {
		let policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		let asset = T::Listings::product(policy.product).ok_or(Error::<T>::UnknownProduct)?.asset;
		let mut earning = Commissions::<T>::get(id).ok_or(Error::<T>::NoCommission)?;
		earning.accrue(T::Clock::now()).ok_or(ArithmeticError::Overflow)?;
		let amount = core::mem::take(&mut earning.earned);
		ensure!(amount > 0, Error::<T>::NothingEarned);

		with_storage_layer(|| Self::pay_out(&earning.distributor, asset, amount))?;
		let distributor = earning.distributor.clone();
		Self::store_commission(id, earning);
		Self::deposit_event(Event::CommissionPaid { policy: id, to: distributor, amount });
		Ok(())
	}

	/// Take the unearned commission of returned cover out of the account, rounded down. `left` is
	/// the cover of the policy that stays. To be run in a storage layer.
	pub(crate) fn return_commission(
		id: PolicyId,
		asset: AssetId,
		left: Balance,
	) -> Result<CreditOf<T>, DispatchError> {
		let Some((earning, back)) = Self::cut_commission(id, left)? else {
			return Ok(CreditOf::<T>::zero(asset));
		};
		let (earned, unearned) = (earning.earned, earning.unearned);
		Self::store_commission(id, earning);
		Self::deposit_event(Event::CommissionCut { policy: id, back, earned, unearned });
		if back == 0 {
			return Ok(CreditOf::<T>::zero(asset));
		}
		Self::take_out(asset, back)
	}

	/// Earn the unearned commission of claimed cover. `left` is the cover of the policy that stays.
	pub(crate) fn use_commission(id: PolicyId, left: Balance) -> DispatchResult {
		let Some((mut earning, of_used)) = Self::cut_commission(id, left)? else { return Ok(()) };
		earning.earned = earning.earned.checked_add(of_used).ok_or(ArithmeticError::Overflow)?;
		let (earned, unearned) = (earning.earned, earning.unearned);
		Self::store_commission(id, earning);
		Self::deposit_event(Event::CommissionCut { policy: id, back: 0, earned, unearned });
		Ok(())
	}

	/// Pay out the rest of a policy's commission when its record goes. It goes to the treasury if
	/// the distributor's account cannot receive it: the record does not wait. To be run in a
	/// storage layer.
	pub(crate) fn close_commission(id: PolicyId, product: ProductId) -> DispatchResult {
		let Some(earning) = Commissions::<T>::take(id) else { return Ok(()) };
		let asset = T::Listings::product(product).ok_or(Error::<T>::UnknownProduct)?.asset;
		let amount = earning.earned.checked_add(earning.unearned).ok_or(ArithmeticError::Overflow)?;
		if amount == 0 {
			return Ok(());
		}
		let to = match with_storage_layer(|| Self::pay_out(&earning.distributor, asset.clone(), amount)) {
			Ok(()) => earning.distributor,
			Err(_) => {
				let treasury = T::Treasury::get();
				Self::pay_out(&treasury, asset, amount)?;
				treasury
			}
		};
		Self::deposit_event(Event::CommissionPaid { policy: id, to, amount });
		Ok(())
	}

	/// Returns the unearned part of a policy's commission now, rounded down as when cover is given
	/// back.
	pub(crate) fn unearned_commission(id: PolicyId) -> Option<Balance> {
		let Some(mut earning) = Commissions::<T>::get(id) else { return Some(0) };
		earning.accrue(T::Clock::now())?;
		Some(earning.unearned)
	}

	/// Returns a policy's commission as of now, for the cover that is `left`, and the unearned part
	/// that is for the rest. `None` for a policy without a commission.
	fn cut_commission(
		id: PolicyId,
		left: Balance,
	) -> Result<Option<(EarningOf<T>, Balance)>, ArithmeticError> {
		let Some(mut earning) = Commissions::<T>::get(id) else { return Ok(None) };
		earning.accrue(T::Clock::now()).ok_or(ArithmeticError::Overflow)?;
		let part = earning.cut(left).ok_or(ArithmeticError::Overflow)?;
		Ok(Some((earning, part)))
	}

	/// Write a commission, or remove it if it is zero.
	fn store_commission(id: PolicyId, earning: EarningOf<T>) {
		if earning.earned == 0 && earning.unearned == 0 {
			Commissions::<T>::remove(id);
		} else {
			Commissions::<T>::insert(id, earning);
		}
	}
}
