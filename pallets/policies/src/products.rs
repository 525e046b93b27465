// SPDX-License-Identifier: Apache-2.0

//! The listing of products, and the changes of their terms and status.

use crate::{
	pallet::*,
	types::{Listing, WordingUri},
	Product, ProductName,
};
use alloc::vec::Vec;
use breakwater_math::claim;
use breakwater_primitives::*;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get, Weight},
};
use sp_runtime::{ArithmeticError, DispatchError, Permill};

impl<T: Config> Pallet<T> {
	/// List a product. Returns its id. To be run in a storage layer.
	pub(crate) fn do_list_product(listing: Listing) -> Result<ProductId, DispatchError> {
		Self::check_listing(&listing)?;
		Self::check_reach(&listing.decision, &listing.terms)?;
		let product = NextProduct::<T>::get();
		let next = product.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		let mut watching = Vec::new();
		for feed in listing.decision.trigger().iter().flat_map(|trigger| trigger.feeds.iter()) {
			let mut products = OnFeed::<T>::get(feed);
			products.try_push(product).map_err(|_| Error::<T>::TooManyProductsOnFeed)?;
			watching.push((feed, products));
		}
		let Listing { asset, group, class, name, uri, decision, facts, terms } = listing.clone();

		T::Underwriting::register_product(product, asset.clone(), group)?;
		let version: TermsVersion = 1;
		NextProduct::<T>::put(next);
		for (feed, products) in watching {
			OnFeed::<T>::insert(feed, products);
			T::Feed::bind(feed);
		}
		TermsOf::<T>::insert(product, version, terms);
		Wordings::<T>::insert(product, version, uri);
		Facts::<T>::insert(product, facts);
		let status = ProductStatus::Active;
		Products::<T>::insert(product, Product { asset, group, class, decision, status, version, name });
		Self::deposit_event(Event::ProductListed { product, version, listing });
		Ok(product)
	}

	pub(crate) fn do_update_terms(product: ProductId, terms: Terms, uri: WordingUri) -> DispatchResult {
		let mut listed = Products::<T>::get(product).ok_or(Error::<T>::UnknownProduct)?;
		ensure!(!listed.status.is_final(), Error::<T>::ProductRetired);
		let old_version = listed.version;
		let old = TermsOf::<T>::get(product, old_version).ok_or(Error::<T>::TermsMissing)?;
		let old_uri = Wordings::<T>::get(product, old_version).ok_or(Error::<T>::TermsMissing)?;
		ensure!(old != terms || old_uri != uri, Error::<T>::NothingToChange);
		Self::check_uri(&uri)?;
		Self::check_terms(&listed.decision, &terms)?;
		Self::check_reach(&listed.decision, &terms)?;

		let new_version = old_version.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		listed.version = new_version;
		TermsOf::<T>::insert(product, new_version, terms);
		Wordings::<T>::insert(product, new_version, uri.clone());
		Products::<T>::insert(product, listed);
		Self::deposit_event(Event::TermsUpdated {
			product,
			old_version,
			new_version,
			old,
			new: terms,
			old_uri,
			new_uri: uri,
		});
		Ok(())
	}

	pub(crate) fn do_set_status(product: ProductId, new: ProductStatus) -> DispatchResult {
		let mut listed = Products::<T>::get(product).ok_or(Error::<T>::UnknownProduct)?;
		let old = listed.status;
		ensure!(old != new, Error::<T>::NothingToChange);
		ensure!(!old.is_final(), Error::<T>::ProductRetired);
		ensure!(new != ProductStatus::Delisted, Error::<T>::NotRetired);
		listed.status = new;
		Products::<T>::insert(product, listed);
		Self::deposit_event(Event::StatusSet { product, old, new });
		Ok(())
	}

	/// Checks that everything of a new product is within the hard bounds.
	pub(crate) fn check_listing(listing: &Listing) -> Result<(), Error<T>> {
		Self::check_name(&listing.name)?;
		Self::check_uri(&listing.uri)?;
		Self::check_decision(&listing.decision)?;
		Self::check_terms(&listing.decision, &listing.terms)?;
		Self::check_facts(&listing.facts)
	}

	/// Checks that a name is readable.
	fn check_name(name: &ProductName) -> Result<(), Error<T>> {
		ensure!(!name.is_empty() && core::str::from_utf8(name).is_ok(), Error::<T>::BadName);
		Ok(())
	}

	/// Checks that the place of a wording is readable.
	pub(crate) fn check_uri(uri: &WordingUri) -> Result<(), Error<T>> {
		ensure!(!uri.is_empty() && core::str::from_utf8(uri).is_ok(), Error::<T>::BadUri);
		Ok(())
	}

	/// Checks that a decision is within the hard bounds.
	pub(crate) fn check_decision(decision: &Decision) -> Result<(), Error<T>> {
		match decision {
			Decision::Trigger(trigger) => Self::check_trigger(trigger),
			// Every chain is allowed.
			Decision::Assessment { .. } => Ok(()),
		}
	}

	/// Checks that a trigger is within the hard bounds.
	fn check_trigger(trigger: &Trigger) -> Result<(), Error<T>> {
		let good = Trigger::THRESHOLDS.contains(&trigger.threshold)
			&& Trigger::WINDOWS.contains(&trigger.window)
			&& Trigger::DURATIONS.contains(&trigger.duration);
		ensure!(good, Error::<T>::BadTrigger);
		ensure!(trigger.feeds.are_distinct(), Error::<T>::FeedNamedTwice);
		Ok(())
	}

	/// Checks that every feed of a trigger can have prices on both sides of all that the terms
	/// name. A feed's largest price stays as it is from the listing on.
	fn check_reach(decision: &Decision, terms: &Terms) -> Result<(), Error<T>> {
		let Some(trigger) = decision.trigger() else { return Ok(()) };
		let highest = trigger.highest(&terms.payout);
		let is_reached = |feed: FeedId| highest < T::Feed::largest(feed);
		ensure!(trigger.feeds.iter().all(is_reached), Error::<T>::OutOfReach);
		Ok(())
	}

	/// Returns the weight of the rules of a listing's feeds beside the weight that was measured
	/// without them. Each feed's rules are read twice and written. For a feed without rules the
	/// governed numbers are read too.
	pub(crate) fn binding_weight() -> Weight {
		let feeds = u64::from(MAX_FEEDS_PER_TRIGGER);
		T::DbWeight::get().reads_writes(feeds.saturating_mul(12), feeds)
	}

	/// Returns the weight of the rules of a product's feeds beside the weight that was measured
	/// without them.
	pub(crate) fn reaching_weight() -> Weight {
		T::DbWeight::get().reads(MAX_FEEDS_PER_TRIGGER.into())
	}

	/// Checks that terms are within the hard bounds and fit the decision.
	pub(crate) fn check_terms(decision: &Decision, terms: &Terms) -> Result<(), Error<T>> {
		ensure!(terms.waiting <= Terms::MAX_WAITING, Error::<T>::BadWaiting);
		ensure!(terms.grace <= Terms::MAX_GRACE, Error::<T>::BadGrace);
		let periods = Terms::PERIODS.contains(&terms.min_period)
			&& Terms::PERIODS.contains(&terms.max_period)
			&& terms.min_period <= terms.max_period
			&& terms.waiting < terms.min_period;
		ensure!(periods, Error::<T>::BadPeriod);
		let limits =
			0 < terms.min_cover && terms.min_cover <= terms.max_cover && terms.min_cover <= terms.max_total;
		ensure!(limits, Error::<T>::BadCoverRange);
		ensure!(terms.coinsurance < Permill::one(), Error::<T>::BadCoinsurance);
		ensure!(terms.cancel_fee <= Terms::MAX_CANCEL_FEE, Error::<T>::BadCancelFee);
		ensure!(terms.max_commission <= Terms::MAX_COMMISSION, Error::<T>::BadCommission);
		// Rounded down, as the payout is.
		let payout = claim::insured(terms.min_cover, terms.coinsurance);
		ensure!(terms.deductible < payout, Error::<T>::BadDeductible);
		let price = &terms.price;
		let priced = PriceTerms::BASES.contains(&price.base)
			&& !price.kink.is_zero()
			&& PriceTerms::MULTIPLES.contains(&price.at_kink)
			&& PriceTerms::MULTIPLES.contains(&price.at_full)
			&& price.at_kink <= price.at_full
			&& match decision {
				Decision::Trigger(_) => PriceTerms::VOLATILITIES.contains(&price.volatility),
				// There is no option.
				Decision::Assessment { .. } => price.volatility == 0,
			};
		ensure!(priced, Error::<T>::BadPrice);
		ensure!(terms.payout.fits(decision), Error::<T>::BadPayout);
		Ok(())
	}
}
