//! What becomes of a policy between its purchase and its end: it lasts longer, covers less, is cancelled, or goes to
//! somebody else.

use crate::{
	buying::mean,
	pallet::*,
	pricing::Market,
	types::{Allocations, PackedStream},
};
use alloc::vec::Vec;
use breakwater_math::price::premium;
use breakwater_primitives::*;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{fungibles::Balanced, Consideration},
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Let a policy last longer by `time`.
	pub(crate) fn do_extend(
		who: T::AccountId,
		id: PolicyId,
		time: Moment,
		max_premium: Balance,
	) -> DispatchResult {
		let mut policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		ensure!(policy.holder == who, Error::<T>::NotHolder);
		let shelf = Self::shelf_of(&policy)?;
		let (old_ends_at, old_expires) = (policy.ends_at, policy.expires);
		let ends_at = old_ends_at.checked_add(time).ok_or(ArithmeticError::Overflow)?;
		let expires = old_expires.checked_add(time).ok_or(ArithmeticError::Overflow)?;
		let old_left = old_ends_at.checked_sub(shelf.now).ok_or(ArithmeticError::Underflow)?;
		let left = old_left.checked_add(time).ok_or(ArithmeticError::Overflow)?;
		ensure!(time >= DAY && left <= shelf.terms.max_period, Error::<T>::PeriodOutOfRange);
		let cover = policy.cover_left().ok_or(ArithmeticError::Overflow)?;
		ensure!(cover > 0, Error::<T>::NothingLeft);
		let rate = shelf.extension_rate(old_left, time).ok_or(Error::<T>::NotPriced)?;
		let curve = shelf.curve(rate).ok_or(Error::<T>::NotPriced)?;
		// The cover is in the exposure already: what it costs is the last part of the area. It stays where it is, so that
		// the other pools' capacity must not make it cheaper.
		let area = |market: &Market| {
			let before = market.exposure.checked_sub(cover)?;
			premium(&curve, &market.purchase(before, market.exposure, time))
		};
		let market = Self::market(policy.product);
		let prices = area(&market).zip(area(&market.of_pools(&policy.allocations)));
		let (of_all, of_own) = prices.ok_or(Error::<T>::NoCapacity)?;
		let placed: Vec<_> = policy.allocations.iter().map(|part| (part.pool, part.cover)).collect();
		let parts = Balance::try_from(placed.len()).map_err(|_| ArithmeticError::Overflow)?;
		let premium = of_all.max(of_own).max(parts);
		ensure!(premium <= max_premium, Error::<T>::PremiumAboveLimit);
		let placement = Self::share_premium(premium, &placed)?;

		policy.allocations = with_storage_layer(|| {
			let mut rest = Self::take_premium(&who, &shelf.listed.asset, premium)?;
			let mut allocations = policy.allocations.clone();
			for (part, placed) in allocations.iter_mut().zip(&placement) {
				let stream = T::Underwriting::prolong_cover(
					part.pool,
					policy.product,
					part.cover,
					rest.extract(placed.premium),
					old_expires,
					expires,
					ends_at,
					part.stream.into(),
				)
				.map_err(|(error, _undone)| error)?;
				part.stream = PackedStream::pack(stream).ok_or(Error::<T>::PremiumTooLarge)?;
			}
			ensure!(rest.peek() == 0, Error::<T>::PremiumLeft);
			Ok::<_, DispatchError>(allocations)
		})?;
		let surcharge = shelf.surcharge(rate).ok_or(Error::<T>::NotPriced)?;
		policy.surcharge = mean((policy.surcharge, old_left.into()), (surcharge, time.into()))?;
		policy.ends_at = ends_at;
		policy.expires = expires;
		policy.premium = policy.premium.checked_add(premium).ok_or(ArithmeticError::Overflow)?;
		Policies::<T>::insert(id, policy);
		Self::deposit_event(Event::Extended {
			policy: id,
			premium,
			placement,
			old_ends_at,
			ends_at,
			expires,
		});
		Ok(())
	}

	/// Take `by` off a policy's cover and give its part of the unearned premium back. Nothing may be claimed for it any
	/// more under an incident that is opened later.
	pub(crate) fn do_decrease(
		who: T::AccountId,
		id: PolicyId,
		by: Balance,
		min_refund: Balance,
	) -> DispatchResult {
		let mut policy = Self::changeable(&who, id)?;
		let left = policy.cover_left().ok_or(ArithmeticError::Overflow)?;
		ensure!(by > 0, Error::<T>::NothingToChange);
		// All of it would be a cancellation.
		ensure!(by < left, Error::<T>::AboveCoverLeft);
		let terms = TermsOf::<T>::get(policy.product, policy.version).ok_or(Error::<T>::TermsMissing)?;
		let old_cover = policy.cover;
		policy.give_back(by).ok_or(Error::<T>::AboveCoverLeft)?;
		ensure!(policy.cover >= terms.min_cover, Error::<T>::CoverOutOfRange);

		let refund = with_storage_layer(|| Self::release(id, &mut policy, by, min_refund))?;
		let (holder, new_cover) = (policy.holder.clone(), policy.cover);
		Policies::<T>::insert(id, policy);
		Self::deposit_event(Event::Decreased { policy: id, holder, old_cover, new_cover, refund });
		Ok(())
	}

	/// End a policy and give its unearned premium back, less the fee.
	pub(crate) fn do_cancel(who: T::AccountId, id: PolicyId, min_refund: Balance) -> DispatchResult {
		let mut policy = Self::changeable(&who, id)?;
		ensure!(policy.open_claims == 0, Error::<T>::ClaimOpen);
		let cover_left = policy.cover_left().ok_or(ArithmeticError::Overflow)?;
		ensure!(cover_left > 0, Error::<T>::NothingLeft);
		let refund = with_storage_layer(|| {
			let refund = Self::release(id, &mut policy, cover_left, min_refund)?;
			Self::remove(id, policy)?;
			Ok::<_, DispatchError>(refund)
		})?;
		Self::deposit_event(Event::Cancelled { policy: id, holder: who, cover_left, refund });
		Ok(())
	}

	/// Give a policy to somebody.
	pub(crate) fn do_transfer(who: T::AccountId, id: PolicyId, to: T::AccountId) -> DispatchResult {
		let mut policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		ensure!(policy.holder == who, Error::<T>::NotHolder);
		ensure!(who != to, Error::<T>::NothingToChange);
		ensure!(!OpenIncidents::<T>::contains_key(policy.product), Error::<T>::IncidentOpen);
		ensure!(policy.open_claims == 0, Error::<T>::ClaimOpen);
		policy.hand_over(to.clone());
		Policies::<T>::insert(id, policy);
		ByHolder::<T>::remove(&who, id);
		ByHolder::<T>::insert(&to, id, ());
		Self::deposit_event(Event::Transferred { policy: id, from: who, to });
		Ok(())
	}

	/// A policy of `who` that may be lowered or cancelled: nobody leaves an incident that is open.
	fn changeable(who: &T::AccountId, id: PolicyId) -> Result<PolicyOf<T>, DispatchError> {
		let policy = Policies::<T>::get(id).ok_or(Error::<T>::UnknownPolicy)?;
		ensure!(policy.holder == *who, Error::<T>::NotHolder);
		ensure!(!OpenIncidents::<T>::contains_key(policy.product), Error::<T>::IncidentOpen);
		Ok(policy)
	}

	/// Have the pools no longer back `by` of a policy's cover, the last ones first, and pay what comes back of the premium
	/// and the commission to its holder. To be run in a storage layer.
	fn release(
		id: PolicyId,
		policy: &mut PolicyOf<T>,
		by: Balance,
		min_refund: Balance,
	) -> Result<Balance, DispatchError> {
		let (asset, refund) = Self::refund_of(policy)?;
		let left = policy.cover_left().ok_or(ArithmeticError::Overflow)?;
		let mut back = Self::return_commission(id, asset, by, left)?;
		let mut rest = by;
		let mut kept = Vec::new();
		for mut part in policy.allocations.iter().rev().copied() {
			let taken = rest.min(part.cover);
			rest = rest.checked_sub(taken).ok_or(ArithmeticError::Underflow)?;
			if taken > 0 {
				let (stream, credit) = T::Underwriting::reduce_cover(
					part.pool,
					policy.product,
					part.cover,
					taken,
					policy.expires,
					part.stream.into(),
					refund,
				)?;
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

	/// Remove a policy's record, and give its deposit back to whoever put it up. To be run in a storage layer.
	pub(crate) fn remove(id: PolicyId, policy: PolicyOf<T>) -> DispatchResult {
		let depositor = policy.depositor();
		Policies::<T>::remove(id);
		ByProduct::<T>::remove(policy.product, id);
		ByHolder::<T>::remove(&policy.holder, id);
		Positions::<T>::remove(id);
		Self::close_commission(id, policy.product)?;
		policy.ticket.drop(&depositor)
	}
}
