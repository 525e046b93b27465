// SPDX-License-Identifier: Apache-2.0

//! The invariants of the pallet. Each has a function; none of them panics.

use crate::pallet::*;
use alloc::collections::BTreeSet;
use breakwater_primitives::*;
use frame_support::ensure;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Checks all invariants of the pallet.
	pub fn do_try_state() -> DispatchResult {
		Self::check_products()?;
		Self::check_class_rules()?;
		Self::check_admission_rules()?;
		Self::check_proposals()?;
		Self::check_sponsors()?;
		Self::check_feeds()
	}

	/// Every product has a past id, a decision within bounds and facts that can be true. It has
	/// good terms and a wording in every version from one to the current, and no other. Every id
	/// that was given has a product.
	fn check_products() -> DispatchResult {
		let mut count: ProductId = 0;
		let mut versions: usize = 0;
		for (product, listed) in Products::<T>::iter() {
			ensure!(product < NextProduct::<T>::get(), "a product's id was never given");
			ensure!(Self::check_decision(&listed.decision).is_ok(), "a trigger is out of bounds");
			ensure!(listed.version > 0, "a product has no version");
			ensure!(Self::check_facts(&listed.facts).is_ok(), "facts are from the future");
			for version in 1..=listed.version {
				let terms = <Self as Listings>::terms(product, version).ok_or("a version has no terms")?;
				ensure!(Self::check_terms(&listed.decision, &terms).is_ok(), "terms are out of bounds");
				let uri = Wordings::<T>::get(product, version).ok_or("a version has no wording")?;
				ensure!(Self::check_uri(&uri).is_ok(), "a wording cannot be found");
				versions = versions.checked_add(1).ok_or("too many versions to count")?;
			}
			count = count.checked_add(1).ok_or("too many products to count")?;
		}
		ensure!(count == NextProduct::<T>::get(), "an id was given to no product");
		let products = Products::<T>::iter_keys().count();
		let terms = EarlierTerms::<T>::iter_keys().count();
		ensure!(
			versions.checked_sub(products) == Some(terms),
			"terms belong to no earlier version of a product"
		);
		ensure!(Wordings::<T>::iter_keys().count() == versions, "a wording belongs to no version");
		Ok(())
	}

	/// The rules of every class are sound: there is always a price.
	fn check_class_rules() -> DispatchResult {
		ensure!(Rules::<T>::iter_values().all(|rules| rules.sound()), "rules are out of bounds");
		ensure!(
			RiskClass::ALL.into_iter().all(|class| Self::rules_of(class).sound()),
			"a class has no rules"
		);
		Ok(())
	}

	/// The admission rules of every class are within their bounds: some product can meet them.
	fn check_admission_rules() -> DispatchResult {
		ensure!(
			Admissions::<T>::iter_values().all(|rules| rules.sound()),
			"admission rules are out of bounds"
		);
		ensure!(
			RiskClass::ALL.into_iter().all(|class| Self::admission_of(class).sound()),
			"a class has no admission rules"
		);
		Ok(())
	}

	/// Every proposal has a past id and could be listed, except for checks by the feed and the
	/// pools.
	fn check_proposals() -> DispatchResult {
		for (proposal, record) in Proposals::<T>::iter() {
			ensure!(proposal < NextProposal::<T>::get(), "a proposal's id was never given");
			ensure!(Self::check_listing(&record.listing).is_ok(), "a proposal is out of bounds");
		}
		Ok(())
	}

	/// A deposit is kept only for products that are listed.
	fn check_sponsors() -> DispatchResult {
		for product in Sponsors::<T>::iter_keys() {
			let listed = Products::<T>::get(product).ok_or("a sponsor has no product")?;
			ensure!(listed.status != ProductStatus::Delisted, "a delisted product has a deposit");
		}
		Ok(())
	}

	/// A feed's list holds exactly the products whose trigger watches it, alone or with others, and
	/// that are not delisted, each once. No list is empty.
	fn check_feeds() -> DispatchResult {
		let mut listed = BTreeSet::new();
		for (feed, products) in OnFeed::<T>::iter() {
			ensure!(!products.is_empty(), "a feed without products is kept");
			for product in products {
				ensure!(listed.insert((feed, product)), "a product is listed under a feed twice");
				let record = Products::<T>::get(product).ok_or("a feed lists no product")?;
				ensure!(record.status != ProductStatus::Delisted, "a feed lists a delisted product");
				let trigger = record.decision.trigger().ok_or("a feed lists what people assess")?;
				ensure!(trigger.feeds.contains(feed), "a product is listed under another's feed");
			}
		}
		let listings =
			Products::<T>::iter_values().filter(|product| product.status != ProductStatus::Delisted);
		let all: usize = listings
			.filter_map(|product| product.decision.trigger().map(|trigger| trigger.feeds.iter().count()))
			.sum();
		ensure!(listed.len() == all, "a product is not on one of its feeds");
		Ok(())
	}
}
