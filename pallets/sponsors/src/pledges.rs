// SPDX-License-Identifier: Apache-2.0

//! First loss: the money of sponsors that pays claims before any underwriter.

use crate::*;
use breakwater_math::first_loss;
use breakwater_primitives::{
	contracts::incidents::Incidents, deadline, derived_account, ActiveClock, AssetId, Balance, ProductId,
	ProductUse, Sponsorship,
};
use frame_support::{
	dispatch::DispatchResult,
	ensure,
	traits::{
		fungibles::{Balanced, Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		Get,
	},
};
use sp_runtime::{DispatchError, Permill};

impl<T: Config> Pallet<T> {
	/// The account that holds the first loss of all products. Each product has its own book of it.
	/// `None` cannot happen: `integrity_test` asserts it.
	pub fn account() -> Option<T::AccountId> {
		derived_account(b"first-loss", ())
	}

	/// Put the native token's smallest balance on the account, for good. It is in no book. So the
	/// rest is never lost as dust, whatever is paid out, and no amount is too little to be taken
	/// in.
	pub(crate) fn endow_account() {
		let least = T::Assets::minimum_balance(AssetId::Native);
		let is_there = Self::account()
			.is_some_and(|account| T::Assets::mint_into(AssetId::Native, &account, least).is_ok());
		assert!(is_there, "an account can hold the smallest balance");
	}

	/// The account that sponsors a product now.
	pub(crate) fn sponsor_of(product: ProductId) -> Option<T::AccountId> {
		T::Sponsorship::sponsor(product).or_else(|| Named::<T>::get(product))
	}

	/// Ensure that an account sponsors a product that is listed. Returns the product's asset.
	pub(crate) fn ensure_sponsor(who: &T::AccountId, product: ProductId) -> Result<AssetId, DispatchError> {
		let asset = T::Sponsorship::asset(product).ok_or(Error::<T>::UnknownProduct)?;
		ensure!(Self::sponsor_of(product).as_ref() == Some(who), Error::<T>::NotSponsor);
		Ok(asset)
	}

	/// The first loss of a product, which its sponsor may change.
	fn pledge_of(who: &T::AccountId, product: ProductId) -> Result<Pledge<T::AccountId>, DispatchError> {
		let pledge = Pledges::<T>::get(product).ok_or(Error::<T>::NoFirstLoss)?;
		ensure!(pledge.sponsor == *who, Error::<T>::NotSponsor);
		Ok(pledge)
	}

	/// Take `amount` from the sponsor.
	pub(crate) fn do_pledge(who: T::AccountId, product: ProductId, amount: Balance) -> DispatchResult {
		let asset = Self::ensure_sponsor(&who, product)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let mut pledge = match Pledges::<T>::get(product) {
			Some(pledge) if pledge.sponsor == who => pledge,
			Some(earlier) => {
				Self::give_back(product, earlier)?;
				Pledge::new(who.clone(), asset)
			}
			None => Pledge::new(who.clone(), asset),
		};
		pledge.amount = pledge.amount.checked_add(amount).ok_or(Error::<T>::Overflow)?;
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		T::Assets::transfer(pledge.asset.clone(), &who, &account, amount, Preservation::Preserve)
			.map_err(|_| Error::<T>::CannotPay)?;
		let all = pledge.amount;
		Pledges::<T>::insert(product, pledge);
		Self::deposit_event(Event::FirstLossAdded { product, who, amount, all });
		Ok(())
	}

	/// Give all first loss back to an earlier sponsor, whose place another takes. Refused while
	/// cover or an incident needs it.
	fn give_back(product: ProductId, earlier: Pledge<T::AccountId>) -> DispatchResult {
		ensure!(T::Incidents::open_on(product).first.is_none(), Error::<T>::IncidentOpen);
		let free = earlier.free(T::Use::insured(product), T::Clock::active());
		ensure!(free == earlier.amount, Error::<T>::MoneyNeeded);
		if free > 0 {
			let account = Self::account().ok_or(Error::<T>::NoAccount)?;
			let (asset, to) = (earlier.asset, &earlier.sponsor);
			T::Assets::transfer(asset, &account, to, free, Preservation::Expendable)
				.map_err(|_| Error::<T>::CannotReceive)?;
			let who = earlier.sponsor;
			Self::deposit_event(Event::FirstLossWithdrawn { product, who, amount: free, all: 0 });
		}
		Ok(())
	}

	/// Set the pledged share of all cover.
	pub(crate) fn do_set_share(who: T::AccountId, product: ProductId, share: Permill) -> DispatchResult {
		ensure!(share <= MOST_SHARE, Error::<T>::ShareTooHigh);
		let mut pledge = Self::pledge_of(&who, product)?;
		// An earlier sponsor keeps the money's claim, and promises nothing new.
		ensure!(Self::sponsor_of(product).as_ref() == Some(&who), Error::<T>::NotSponsor);
		let (old, now) = (pledge.share, T::Clock::active());
		let needed = first_loss::needed(T::Use::insured(product), share.deconstruct());
		let is_there = needed.is_some_and(|needed| pledge.amount >= needed);
		ensure!(share <= old || is_there, Error::<T>::MoneyNeeded);
		pledge.set_share(share, now, T::LongestCover::get());
		let held = pledge.lowered;
		Pledges::<T>::insert(product, pledge);
		Self::deposit_event(Event::ShareSet { product, old_share: old, new_share: share, held });
		Ok(())
	}

	/// Begin the cooldown of a withdrawal, in place of an earlier request.
	pub(crate) fn do_request_withdrawal(
		who: T::AccountId,
		product: ProductId,
		amount: Balance,
	) -> DispatchResult {
		let mut pledge = Self::pledge_of(&who, product)?;
		// A larger one would be kept for money that comes later.
		ensure!(amount <= pledge.amount, Error::<T>::AmountTooHigh);
		let ready_at = deadline(T::Clock::active(), T::WithdrawalCooldown::get());
		let ends_at = deadline(ready_at, WINDOW);
		pledge.request = Some(Request { amount, ready_at, ends_at }).filter(|request| request.amount > 0);
		Pledges::<T>::insert(product, pledge);
		Self::deposit_event(Event::WithdrawalRequested { product, amount, ready_at, ends_at });
		Ok(())
	}

	/// Pay the sponsor what was requested, as far as no cover needs it.
	pub(crate) fn do_withdraw(who: T::AccountId, product: ProductId) -> DispatchResult {
		let mut pledge = Self::pledge_of(&who, product)?;
		let request = pledge.request.take().ok_or(Error::<T>::NoRequest)?;
		let now = T::Clock::active();
		ensure!(now >= request.ready_at, Error::<T>::CoolingDown);
		ensure!(now < request.ends_at, Error::<T>::WindowOver);
		// It can cost all of the money.
		ensure!(T::Incidents::open_on(product).first.is_none(), Error::<T>::IncidentOpen);
		let amount = request.amount.min(pledge.free(T::Use::insured(product), now));
		ensure!(amount > 0, Error::<T>::MoneyNeeded);
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		T::Assets::transfer(pledge.asset.clone(), &account, &who, amount, Preservation::Expendable)
			.map_err(|_| Error::<T>::CannotReceive)?;
		pledge.amount = pledge.amount.checked_sub(amount).ok_or(Error::<T>::Overflow)?;
		let left = request.amount.checked_sub(amount).ok_or(Error::<T>::Overflow)?;
		pledge.request = Some(Request { amount: left, ..request }).filter(|request| request.amount > 0);
		let all = pledge.amount;
		Self::keep(product, pledge);
		Self::deposit_event(Event::FirstLossWithdrawn { product, who, amount, all });
		Ok(())
	}

	/// Keep the record of a pledge, or remove one without money and promises.
	fn keep(product: ProductId, pledge: Pledge<T::AccountId>) {
		match pledge.amount == 0 && pledge.held_share(T::Clock::active()).is_zero() {
			true => Pledges::<T>::remove(product),
			false => Pledges::<T>::insert(product, pledge),
		}
	}

	/// Take `amount` of a product's first loss for claims. No state is changed on an error.
	pub(crate) fn do_take(product: ProductId, amount: Balance) -> Result<CreditOf<T>, DispatchError> {
		let mut pledge = Pledges::<T>::get(product).ok_or(Error::<T>::NoFirstLoss)?;
		pledge.amount = pledge.amount.checked_sub(amount).ok_or(Error::<T>::NoFirstLoss)?;
		let account = Self::account().ok_or(Error::<T>::NoAccount)?;
		let (exact, polite) = (Precision::Exact, Fortitude::Polite);
		let credit = T::Assets::withdraw(
			pledge.asset.clone(),
			&account,
			amount,
			exact,
			Preservation::Expendable,
			polite,
		)?;
		let all = pledge.amount;
		Pledges::<T>::insert(product, pledge);
		Self::deposit_event(Event::FirstLossPaid { product, amount, all });
		Ok(credit)
	}

	/// Name the sponsor of a product that has none.
	pub(crate) fn do_name_sponsor(product: ProductId, sponsor: T::AccountId) -> DispatchResult {
		ensure!(T::Sponsorship::asset(product).is_some(), Error::<T>::UnknownProduct);
		ensure!(T::Sponsorship::sponsor(product).is_none(), Error::<T>::HasSponsor);
		// The money of an earlier one is free once no cover counts on its share.
		if let Some(mut pledge) = Pledges::<T>::get(product).filter(|pledge| pledge.sponsor != sponsor) {
			pledge.set_share(Permill::zero(), T::Clock::active(), T::LongestCover::get());
			Pledges::<T>::insert(product, pledge);
		}
		Named::<T>::insert(product, &sponsor);
		Self::deposit_event(Event::SponsorNamed { product, sponsor });
		Ok(())
	}
}
