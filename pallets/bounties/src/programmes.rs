// SPDX-License-Identifier: Apache-2.0

//! Programmes: their terms and their money.

use crate::*;
use breakwater_primitives::{deadline, ActiveClock, Balance, Sponsorship};
use frame_support::{dispatch::DispatchResult, ensure};

impl<T: Config> Pallet<T> {
	/// Open the programme of a product. `by` is its sponsor; `None` is a referendum, for a product
	/// without one.
	pub(crate) fn do_open(
		by: Option<T::AccountId>,
		product: ProductId,
		manager: Option<T::AccountId>,
		terms: BountyTerms,
	) -> DispatchResult {
		let asset = T::Products::asset(product).ok_or(Error::<T>::UnknownProduct)?;
		let sponsor = T::Products::sponsor(product);
		let manager = match by {
			Some(who) => {
				ensure!(sponsor.as_ref() == Some(&who), Error::<T>::NotSponsor);
				manager.unwrap_or(who)
			}
			None => {
				ensure!(sponsor.is_none(), Error::<T>::HasSponsor);
				manager.ok_or(Error::<T>::NoManager)?
			}
		};
		ensure!(!Programmes::<T>::contains_key(product), Error::<T>::ProgrammeExists);
		ensure!(terms.is_sound(), Error::<T>::TermsOutOfRange);
		let programme = Programme {
			manager: manager.clone(),
			asset: asset.clone(),
			terms: terms.clone(),
			pending: None,
			open: Default::default(),
			reports: 0,
			cases: 0,
			book: Book::default(),
			withdrawal: None,
		};
		Programmes::<T>::insert(product, programme);
		Self::deposit_event(Event::ProgrammeOpened { product, manager, asset, terms });
		Ok(())
	}

	/// Change the terms for reports that are committed after the notice, in place of terms whose
	/// notice is not over.
	pub(crate) fn do_set_terms(who: T::AccountId, product: ProductId, terms: BountyTerms) -> DispatchResult {
		let mut programme = Self::managed(&who, product)?;
		ensure!(terms.is_sound(), Error::<T>::TermsOutOfRange);
		let now = T::Clock::active();
		programme.renew_terms(now);
		let last = programme.pending.as_ref().map_or(&programme.terms, |pending| &pending.terms);
		ensure!(terms != *last, Error::<T>::NothingToChange);
		let from = deadline(now, NOTICE);
		programme.pending = Some(PendingTerms { terms: terms.clone(), from });
		let old_terms = programme.terms.clone();
		Programmes::<T>::insert(product, programme);
		Self::deposit_event(Event::TermsChanged { product, old_terms, new_terms: terms, from });
		Ok(())
	}

	/// Take money for a programme.
	pub(crate) fn do_fund(who: T::AccountId, product: ProductId, amount: Balance) -> DispatchResult {
		let mut programme = Self::programme_of(product)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		programme.book = programme.book.fund(amount).ok_or(Error::<T>::Overflow)?;
		programme.distribute().ok_or(Error::<T>::Overflow)?;
		Self::take_from(&who, &programme.asset, amount)?;
		let free = programme.book.free;
		Programmes::<T>::insert(product, programme);
		Self::deposit_event(Event::Funded { product, who, amount, free });
		Ok(())
	}

	/// Begin the notice of a withdrawal, in place of an earlier one.
	pub(crate) fn do_request(who: T::AccountId, product: ProductId, amount: Balance) -> DispatchResult {
		let mut programme = Self::managed(&who, product)?;
		ensure!(amount > 0, Error::<T>::ZeroAmount);
		let request = Withdrawal::new(amount, T::Clock::active());
		programme.withdrawal = Some(request);
		Programmes::<T>::insert(product, programme);
		let Withdrawal { ready_at, ends_at, .. } = request;
		Self::deposit_event(Event::WithdrawalRequested { product, amount, ready_at, ends_at });
		Ok(())
	}

	/// Pay the manager the free money that was asked for.
	pub(crate) fn do_withdraw(who: T::AccountId, product: ProductId) -> DispatchResult {
		let (mut programme, now) = (Self::managed(&who, product)?, T::Clock::active());
		let request = programme.withdrawal.take().filter(|request| now < request.ends_at);
		let request = request.ok_or(Error::<T>::NoRequest)?;
		ensure!(request.is_ready(now), Error::<T>::NoticeRunning);
		let amount = request.amount.min(programme.book.free);
		ensure!(amount > 0, Error::<T>::NothingToWithdraw);
		programme.book = programme.book.withdraw(amount).ok_or(Error::<T>::Overflow)?;
		Self::pay_to(&who, &programme.asset, amount)?;
		let free = programme.book.free;
		Programmes::<T>::insert(product, programme);
		Self::deposit_event(Event::Withdrawn { product, manager: who, amount, free });
		Ok(())
	}

	/// Close a programme without reports. Free money takes the same notice as a withdrawal.
	pub(crate) fn do_close(who: T::AccountId, product: ProductId) -> DispatchResult {
		let (programme, now) = (Self::managed(&who, product)?, T::Clock::active());
		ensure!(programme.reports == 0, Error::<T>::ReportsLeft);
		let returned = programme.book.free;
		let request = programme.withdrawal.filter(|request| request.is_ready(now));
		ensure!(request.map_or(0, |request| request.amount) >= returned, Error::<T>::FundsLeft);
		if returned > 0 {
			Self::pay_to(&who, &programme.asset, returned)?;
		}
		Programmes::<T>::remove(product);
		Self::deposit_event(Event::ProgrammeClosed { product, returned });
		Ok(())
	}

	/// The record of a programme of which `who` is the manager.
	fn managed(who: &T::AccountId, product: ProductId) -> Result<ProgrammeOf<T>, sp_runtime::DispatchError> {
		let programme = Self::programme_of(product)?;
		ensure!(programme.manager == *who, Error::<T>::NotManager);
		Ok(programme)
	}
}
