//! The commission of whoever brought a buyer.
//!
//! It is paid on top of the premium, so that no pool sells below its price and nobody gains by being his own distributor. It
//! waits in the pallet's account and is earned as time goes by; what is not earned comes back, whole, with cover that is given
//! back.

use crate::{pallet::*, types::Earning};
use breakwater_primitives::*;
use frame_support::{ensure, storage::with_storage_layer, traits::Get};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Take the commission of a new policy for `cover` until `until` into the account, and note whose it is. To be run in a
	/// storage layer.
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

	/// Pay out what is earned of a policy's commission.
	pub(crate) fn do_collect_commission(id: PolicyId) -> DispatchResult {
		let policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		let asset = Products::<T>::get(policy.product).ok_or(Error::<T>::UnknownProduct)?.asset;
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

	/// Cover of a policy is given back, and `left` stays: take the part of its commission that is not earned, and is for cover
	/// that is gone, out of the account; rounded down. To be run in a storage layer.
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

	/// Cover of a policy was claimed, and `left` stays: earn the part of its commission that is for cover that is gone.
	pub(crate) fn use_commission(id: PolicyId, left: Balance) -> DispatchResult {
		let Some((mut earning, of_used)) = Self::cut_commission(id, left)? else { return Ok(()) };
		earning.earned = earning.earned.checked_add(of_used).ok_or(ArithmeticError::Overflow)?;
		let (earned, unearned) = (earning.earned, earning.unearned);
		Self::store_commission(id, earning);
		Self::deposit_event(Event::CommissionCut { policy: id, back: 0, earned, unearned });
		Ok(())
	}

	/// Pay out what is left of a policy's commission when its record goes. To the treasury, if the distributor's account can
	/// receive nothing: the record does not wait for it. To be run in a storage layer.
	pub(crate) fn close_commission(id: PolicyId, product: ProductId) -> DispatchResult {
		let Some(earning) = Commissions::<T>::take(id) else { return Ok(()) };
		let asset = Products::<T>::get(product).ok_or(Error::<T>::UnknownProduct)?.asset;
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

	/// What of a policy's commission is not earned now, rounded down as it is when cover is given back.
	pub(crate) fn unearned_commission(id: PolicyId) -> Option<Balance> {
		let Some(mut earning) = Commissions::<T>::get(id) else { return Some(0) };
		earning.accrue(T::Clock::now())?;
		Some(earning.unearned)
	}

	/// A policy's commission as of now, for what is `left` of the cover; and the part of what is not earned that is for the
	/// rest.
	fn cut_commission(
		id: PolicyId,
		left: Balance,
	) -> Result<Option<(EarningOf<T>, Balance)>, ArithmeticError> {
		let Some(mut earning) = Commissions::<T>::get(id) else { return Ok(None) };
		earning.accrue(T::Clock::now()).ok_or(ArithmeticError::Overflow)?;
		let part = earning.cut(left).ok_or(ArithmeticError::Overflow)?;
		Ok(Some((earning, part)))
	}

	/// Write a commission down; nothing, if nothing is left of it.
	fn store_commission(id: PolicyId, earning: EarningOf<T>) {
		if earning.earned == 0 && earning.unearned == 0 {
			Commissions::<T>::remove(id);
		} else {
			Commissions::<T>::insert(id, earning);
		}
	}
}
