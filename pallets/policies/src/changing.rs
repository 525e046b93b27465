//! The changes of a policy between its purchase and its end: it lasts longer, covers less, is
//! cancelled, or goes to another account.

use crate::{
	buying::mean,
	pallet::*,
	pricing::{Market, Shelf},
	renewals::LEAD,
	types::{Allocations, PackedStream},
};
use alloc::vec::Vec;
use breakwater_math::price::premium;
use breakwater_primitives::*;
use frame_support::{
	ensure,
	pallet_prelude::DispatchResultWithPostInfo,
	storage::with_storage_layer,
	traits::{fungibles::Balanced, Consideration},
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// The price and the ends of a policy that lasts longer.
pub(crate) struct Extension {
	/// The premium.
	pub premium: Balance,
	/// The base rate of the time that is added and its surcharge, in millionths a year.
	pub rates: (u32, u32),
	/// The part of the premium that each pool gets.
	pub placement: Vec<Placed>,
	/// The time when cover ends then, in wall-clock time.
	pub ends_at: Moment,
	/// The time when the right to claim ends then, in active time.
	pub expires: Moment,
}

impl<T: Config> Pallet<T> {
	/// Let a policy last longer by `time`.
	pub(crate) fn do_extend(
		who: T::AccountId,
		id: PolicyId,
		time: Moment,
		max_premium: Balance,
	) -> DispatchResultWithPostInfo {
		let mut policy = Self::own_policy(&who, id).map_err(Self::refused_at_look)?;
		let product = policy.product;
		let shelf = Self::shelf_of(&policy, Sale::New).map_err(Self::refused_at_shelf(product))?;
		let extension = Self::priced_extension(&policy, &shelf, time, Sale::New, max_premium)
			.map_err(Self::refused_at_price(product))?;
		let old_ends_at = policy.ends_at;

		with_storage_layer(|| {
			let money = Self::take_premium(&who, &shelf.listed.asset, extension.premium)?;
			Self::prolong(&mut policy, &extension, money, Sale::New)
		})?;
		// A holder who extends by hand keeps earlier renewals.
		Renewed::<T>::remove(id);
		Policies::<T>::insert(id, policy);
		let Extension { premium, placement, ends_at, expires, .. } = extension;
		Self::deposit_event(Event::Extended {
			policy: id,
			premium,
			placement,
			old_ends_at,
			ends_at,
			expires,
		});
		Ok(().into())
	}

	/// Returns the price of letting a policy last longer by `time`, at most `max_premium`, and its
	/// new ends. Rejected for less than a day, and if the policy would last longer than a new one
	/// could. A renewal is made up to [`LEAD`] before the end, so that it may last that much
	/// longer.
	pub(crate) fn priced_extension(
		policy: &PolicyOf<T>,
		shelf: &Shelf,
		time: Moment,
		sale: Sale,
		max_premium: Balance,
	) -> Result<Extension, DispatchError> {
		let ends_at = policy.ends_at.checked_add(time).ok_or(ArithmeticError::Overflow)?;
		let expires = policy.expires.checked_add(time).ok_or(ArithmeticError::Overflow)?;
		let old_left = policy.ends_at.checked_sub(shelf.now).ok_or(ArithmeticError::Underflow)?;
		let left = old_left.checked_add(time).ok_or(ArithmeticError::Overflow)?;
		let ahead = if sale == Sale::New { 0 } else { LEAD };
		let longest = shelf.terms.max_period.checked_add(ahead).ok_or(ArithmeticError::Overflow)?;
		ensure!(time >= DAY && left <= longest, Error::<T>::PeriodOutOfRange);
		let cover = policy.cover_left().ok_or(ArithmeticError::Overflow)?;
		ensure!(cover > 0, Error::<T>::NothingLeft);
		let rate = shelf.extension_rate(old_left, time).ok_or(Error::<T>::NotPriced)?;
		let curve = shelf.curve(rate).ok_or(Error::<T>::NotPriced)?;
		// The cover is in the exposure already, so that its price is the last part of the area. It
		// stays where it is, so that the other pools' capacity must not make it cheaper.
		let area = |market: &Market| {
			let before = market.exposure.checked_sub(cover)?;
			premium(&curve, &market.purchase(before, market.exposure, time))
		};
		let market = Self::market_for(policy.product, sale);
		let prices = area(&market).zip(area(&market.of_pools(&policy.allocations)));
		let (of_all, of_own) = prices.ok_or(Error::<T>::NoCapacity)?;
		let placed: Vec<_> = policy.allocations.iter().map(|part| (part.pool, part.cover)).collect();
		let parts = Balance::try_from(placed.len()).map_err(|_| ArithmeticError::Overflow)?;
		let premium = of_all.max(of_own).max(parts);
		ensure!(premium <= max_premium, Error::<T>::PremiumAboveLimit);
		let placement = Self::share_premium(premium, &placed)?;
		let rates = shelf.rates(rate).ok_or(Error::<T>::NotPriced)?;
		Ok(Extension { premium, rates, placement, ends_at, expires })
	}

	/// Have the pools of a policy back it until its new end, for its premium. To be run in a
	/// storage layer.
	pub(crate) fn prolong(
		policy: &mut PolicyOf<T>,
		extension: &Extension,
		mut premium: CreditOf<T>,
		sale: Sale,
	) -> DispatchResult {
		let Extension { placement, ends_at, expires, rates: (base, surcharge), .. } = extension;
		let left = policy.ends_at.checked_sub(T::Clock::now()).ok_or(ArithmeticError::Underflow)?;
		let time = ends_at.checked_sub(policy.ends_at).ok_or(ArithmeticError::Underflow)?;
		let with_time = |old: u32, new: u32| mean((old, left.into()), (new, time.into()));
		let (product, old_expires) = (policy.product, policy.expires);
		let ends = Ends { expires: Active(*expires), until: Wall(*ends_at) };
		for (part, placed) in policy.allocations.iter_mut().zip(placement) {
			let credit = premium.extract(placed.premium);
			let extended =
				T::Underwriting::extend_cover(&part.backing(product, old_expires), credit, ends, sale);
			let stream = extended.map_err(|(error, _undone)| error)?;
			part.stream = PackedStream::pack(stream).ok_or(Error::<T>::PremiumTooLarge)?;
			part.surcharge = with_time(part.surcharge, *surcharge)?;
		}
		ensure!(premium.peek() == 0, Error::<T>::PremiumLeft);
		policy.base = with_time(policy.base, *base)?;
		policy.ends_at = *ends_at;
		policy.expires = *expires;
		policy.premium = policy.premium.checked_add(extension.premium).ok_or(ArithmeticError::Overflow)?;
		Ok(())
	}

	/// Take `by` off a policy's cover and give its part of the unearned premium back. The returned
	/// cover cannot be claimed on under an incident that is opened later.
	pub(crate) fn do_decrease(
		who: T::AccountId,
		id: PolicyId,
		by: Balance,
		min_refund: Balance,
	) -> DispatchResultWithPostInfo {
		let (mut policy, old_cover) = Self::lowered(&who, id, by).map_err(Self::refused_at_look)?;

		let refund = with_storage_layer(|| Self::release(id, &mut policy, by, min_refund))?;
		let (holder, new_cover) = (policy.holder.clone(), policy.cover);
		Policies::<T>::insert(id, policy);
		Self::deposit_event(Event::Decreased { policy: id, holder, old_cover, new_cover, refund });
		Ok(().into())
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
		let terms = TermsOf::<T>::get(policy.product, policy.version).ok_or(Error::<T>::TermsMissing)?;
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
		let refund = with_storage_layer(|| {
			let refund = Self::release(id, &mut policy, cover_left, min_refund)?;
			Self::remove(id, policy)?;
			Ok::<_, DispatchError>(refund)
		})?;
		Self::deposit_event(Event::Cancelled { policy: id, holder: who, cover_left, refund });
		Ok(().into())
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
		// The money in the purse is not given away.
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
		Positions::<T>::remove(id);
		Self::change_insured(policy.product, policy.cover_left().unwrap_or_default(), 0);
		Self::close_commission(id, policy.product)?;
		policy.ticket.drop(&depositor)
	}
}
