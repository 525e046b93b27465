// SPDX-License-Identifier: Apache-2.0

//! The changes of a policy between its purchase and its end: it covers less, is cancelled, or goes
//! to another account.

use crate::{
	cost::refused,
	pallet::*,
	types::{Allocations, PackedStream},
	weights::WeightInfo,
};
use alloc::vec::Vec;
use breakwater_primitives::*;
use frame_support::{
	ensure,
	pallet_prelude::DispatchResultWithPostInfo,
	storage::with_storage_layer,
	traits::{fungibles::Balanced, Consideration},
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Take `by` off a policy's cover and give its part of the unearned premium back. The returned
	/// cover cannot be claimed on under an incident that is opened later.
	pub(crate) fn do_decrease(
		who: T::AccountId,
		id: PolicyId,
		by: Balance,
		min_refund: Balance,
	) -> DispatchResultWithPostInfo {
		let (mut policy, old_cover) = Self::lowered(&who, id, by).map_err(Self::refused_at_look)?;

		let used = Self::return_weight(T::WeightInfo::decrease(), id, &policy);
		let refund = with_storage_layer(|| Self::release(id, &mut policy, by, min_refund))
			.map_err(|error| refused(error, used))?;
		let (holder, new_cover) = (policy.holder.clone(), policy.cover);
		Policies::<T>::insert(id, policy);
		Self::deposit_event(Event::Decreased { policy: id, holder, old_cover, new_cover, refund });
		Ok(Some(used).into())
	}

	/// Returns a policy of `who` with `by` less cover, and the cover that it has until now. No
	/// premium is given back yet.
	fn lowered(
		who: &T::AccountId,
		id: PolicyId,
		by: Balance,
	) -> Result<(PolicyOf<T>, Balance), DispatchError> {
		let mut policy = Self::changeable(who, id)?;
		let left = policy.cover_left().ok_or(ArithmeticError::Overflow)?;
		ensure!(by > 0, Error::<T>::NothingToChange);
		// All of it would be a cancellation.
		ensure!(by < left, Error::<T>::AboveCoverLeft);
		let terms = T::Listings::terms(policy.product, policy.version).ok_or(Error::<T>::TermsMissing)?;
		let old_cover = policy.cover;
		policy.give_back(by).ok_or(Error::<T>::AboveCoverLeft)?;
		ensure!(policy.cover >= terms.min_cover, Error::<T>::CoverOutOfRange);
		Ok((policy, old_cover))
	}

	/// End a policy and give its unearned premium back, less the fee.
	pub(crate) fn do_cancel(
		who: T::AccountId,
		id: PolicyId,
		min_refund: Balance,
	) -> DispatchResultWithPostInfo {
		let (mut policy, cover_left) = Self::cancellable(&who, id).map_err(Self::refused_at_look)?;
		let used = Self::return_weight(T::WeightInfo::cancel(), id, &policy);
		let refund = with_storage_layer(|| {
			let refund = Self::release(id, &mut policy, cover_left, min_refund)?;
			Self::remove(id, policy)?;
			Ok::<_, DispatchError>(refund)
		})
		.map_err(|error| refused(error, used))?;
		Self::deposit_event(Event::Cancelled { policy: id, holder: who, cover_left, refund });
		Ok(Some(used).into())
	}

	/// Returns a policy of `who` that may be cancelled, and the cover left.
	fn cancellable(who: &T::AccountId, id: PolicyId) -> Result<(PolicyOf<T>, Balance), DispatchError> {
		let policy = Self::changeable(who, id)?;
		ensure!(policy.open_claims == 0, Error::<T>::ClaimOpen);
		let cover_left = policy.cover_left().ok_or(ArithmeticError::Overflow)?;
		ensure!(cover_left > 0, Error::<T>::NothingLeft);
		Ok((policy, cover_left))
	}

	/// Give a policy to another account.
	pub(crate) fn do_transfer(who: T::AccountId, id: PolicyId, to: T::AccountId) -> DispatchResult {
		let mut policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		ensure!(policy.holder == who, Error::<T>::NotHolder);
		ensure!(who != to, Error::<T>::NothingToChange);
		ensure!(!OpenIncidents::<T>::contains_key(policy.product), Error::<T>::IncidentOpen);
		ensure!(policy.open_claims == 0, Error::<T>::ClaimOpen);
		// The money in the renewal balance is not given away.
		with_storage_layer(|| Self::stop_renewal(id, &policy))?;
		policy.hand_over(to.clone());
		Policies::<T>::insert(id, policy);
		ByHolder::<T>::remove(&who, id);
		ByHolder::<T>::insert(&to, id, ());
		Self::deposit_event(Event::Transferred { policy: id, from: who, to });
		Ok(())
	}

	/// Returns a policy of `who` that may be lowered or cancelled: no holder leaves an incident
	/// that is open.
	fn changeable(who: &T::AccountId, id: PolicyId) -> Result<PolicyOf<T>, DispatchError> {
		let policy = Self::own_policy(who, id)?;
		ensure!(!OpenIncidents::<T>::contains_key(policy.product), Error::<T>::IncidentOpen);
		Ok(policy)
	}

	/// Have the pools no longer back `by` of a policy's cover, the last ones first. Pay the
	/// returned premium and commission to its holder. To be run in a storage layer.
	fn release(
		id: PolicyId,
		policy: &mut PolicyOf<T>,
		by: Balance,
		min_refund: Balance,
	) -> Result<Balance, DispatchError> {
		let refunds = Self::refunds_of(policy)?;
		let left = policy.cover_left().and_then(|left| left.checked_sub(by));
		let left = left.ok_or(Error::<T>::AboveCoverLeft)?;
		let mut back = Self::return_commission(id, refunds.asset.clone(), left)?;
		Self::change_insured(policy.product, by, 0);
		let mut rest = by;
		let mut kept = Vec::new();
		for mut part in policy.allocations.iter().rev().copied() {
			let taken = rest.min(part.cover);
			rest = rest.checked_sub(taken).ok_or(ArithmeticError::Underflow)?;
			if taken > 0 {
				let backing = part.backing(policy.product, policy.expires);
				let (stream, credit) = T::Underwriting::reduce_cover(&backing, taken, refunds.of(&part))?;
				part.cover = part.cover.checked_sub(taken).ok_or(ArithmeticError::Underflow)?;
				part.stream = PackedStream::pack(stream).ok_or(Error::<T>::PremiumTooLarge)?;
				back.subsume(credit).map_err(|_| Error::<T>::WrongAsset)?;
			}
			if part.cover > 0 {
				kept.push(part);
			}
		}
		ensure!(rest == 0, Error::<T>::AboveCoverLeft);
		kept.reverse();
		policy.allocations = Allocations::try_from(kept).map_err(|_| Error::<T>::TooManyAllocations)?;
		let refund = back.peek();
		ensure!(refund >= min_refund, Error::<T>::RefundBelowLimit);
		if refund > 0 {
			T::Assets::resolve(&policy.holder, back).map_err(|_| Error::<T>::NotReceived)?;
		}
		Ok(refund)
	}

	/// Remove a policy's record and its renewal, and give the deposit back to its depositor. To be
	/// run in a storage layer.
	pub(crate) fn remove(id: PolicyId, policy: PolicyOf<T>) -> DispatchResult {
		Self::stop_renewal(id, &policy)?;
		Renewed::<T>::remove(id);
		let depositor = policy.depositor();
		Policies::<T>::remove(id);
		ByProduct::<T>::remove(policy.product, id);
		ByHolder::<T>::remove(&policy.holder, id);
		InsuredAccounts::<T>::remove(id);
		Self::change_insured(policy.product, policy.cover_left().unwrap_or_default(), 0);
		Self::close_commission(id, policy.product)?;
		policy.ticket.drop(&depositor)
	}
}
