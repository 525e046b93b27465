// SPDX-License-Identifier: Apache-2.0

//! The interfaces for other pallets: the catalogue, the sponsors, the admission to the reserve, and
//! the count of incidents.

use crate::pallet::*;
use alloc::vec::Vec;
use breakwater_primitives::*;
use frame_support::{traits::Get, weights::Weight};

impl<T: Config> Pallet<T> {
	/// Returns a product's record, unless it is unknown or delisted.
	fn listed(product: ProductId) -> Option<Product> {
		Products::<T>::get(product).filter(|listed| listed.status != ProductStatus::Delisted)
	}
}

impl<T: Config> Catalogue for Pallet<T> {
	fn trigger(product: ProductId) -> Option<Trigger> {
		Self::listed(product)?.decision.trigger().copied()
	}

	fn is_assessed(product: ProductId) -> bool {
		Self::listed(product).is_some_and(|listed| listed.decision.trigger().is_none())
	}

	fn products_on(feed: FeedId) -> Vec<ProductId> {
		OnFeed::<T>::get(feed).into_inner()
	}
}

impl<T: Config> Listings for Pallet<T> {
	fn next() -> ProductId {
		NextProduct::<T>::get()
	}

	fn product(product: ProductId) -> Option<Product> {
		Products::<T>::get(product)
	}

	fn terms(product: ProductId, version: TermsVersion) -> Option<Terms> {
		match Products::<T>::get(product) {
			Some(listed) if listed.version == version => Some(listed.terms),
			_ => EarlierTerms::<T>::get(product, version),
		}
	}

	fn wording(product: ProductId, version: TermsVersion) -> Option<WordingUri> {
		Wordings::<T>::get(product, version)
	}

	fn rules(class: RiskClass) -> ClassRules {
		Self::rules_of(class)
	}

	fn look_weight() -> Weight {
		T::DbWeight::get().reads(1)
	}
}

impl<T: Config> Sponsorship<T::AccountId> for Pallet<T> {
	fn sponsor(product: ProductId) -> Option<T::AccountId> {
		Sponsors::<T>::get(product).map(|(sponsor, _)| sponsor)
	}

	fn asset(product: ProductId) -> Option<AssetId> {
		Self::listed(product).map(|listed| listed.asset)
	}
}

impl<T: Config> Admission for Pallet<T> {
	fn is_admissible(product: ProductId) -> bool {
		Self::listed(product).is_some_and(|listed| {
			let (rules, admission) = (Self::rules_of(listed.class), Self::admission_of(listed.class));
			admission.admit(&listed.facts, &rules, T::Clock::now())
		})
	}
}

impl<T: Config> OnIncident for Pallet<T> {
	fn settled(_: IncidentId, product: ProductId) -> Weight {
		Self::count_past_incident(product);
		T::DbWeight::get().reads_writes(1, 1)
	}
}

impl<T: Config> PastIncidents for Pallet<T> {
	fn count_incident(product: ProductId) {
		Self::count_past_incident(product);
	}
}
