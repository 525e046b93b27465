// SPDX-License-Identifier: Apache-2.0

//! The listing of products, and the changes of their terms and status.

use crate::{pallet::*, types::Listing};
use alloc::vec::Vec;
use breakwater_primitives::*;
use frame_support::{
	ensure,
	pallet_prelude::{DispatchResult, Get, Weight},
};
use sp_runtime::{ArithmeticError, DispatchError};

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

		T::Registry::register_product(product, asset.clone(), group)?;
		let version: TermsVersion = 1;
		NextProduct::<T>::put(next);
		for (feed, products) in watching {
			OnFeed::<T>::insert(feed, products);
			T::Feed::bind(feed);
		}
		Wordings::<T>::insert(product, version, uri);
		let status = ProductStatus::Active;
		let listed = Product { asset, group, class, decision, status, version, name, terms, facts };
		Products::<T>::insert(product, listed);
		Self::deposit_event(Event::ProductListed { product, version, listing });
		Ok(product)
	}

	pub(crate) fn do_update_terms(product: ProductId, terms: Terms, uri: WordingUri) -> DispatchResult {
		let mut listed = Products::<T>::get(product).ok_or(Error::<T>::UnknownProduct)?;
		ensure!(!listed.status.is_final(), Error::<T>::ProductRetired);
		let (old_version, old) = (listed.version, listed.terms);
		let old_uri = Wordings::<T>::get(product, old_version).ok_or(Error::<T>::WordingMissing)?;
		ensure!(old != terms || old_uri != uri, Error::<T>::NothingToChange);
		Self::check_uri(&uri)?;
		Self::check_terms(&listed.decision, &terms)?;
		Self::check_reach(&listed.decision, &terms)?;

		let new_version = old_version.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		listed.version = new_version;
		listed.terms = terms;
		EarlierTerms::<T>::insert(product, old_version, old);
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
}
