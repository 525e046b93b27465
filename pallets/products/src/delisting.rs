// SPDX-License-Identifier: Apache-2.0

//! The delisting of retired products without policies, which frees their places on their feeds.

use crate::pallet::*;
use breakwater_primitives::*;
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Consideration};

impl<T: Config> Pallet<T> {
	/// Take a retired product off its feeds. No policy is left, so that its trigger is not needed.
	/// The triggers drop its watch when they look at one of the feeds next.
	pub(crate) fn do_delist(product: ProductId) -> DispatchResult {
		let mut listed = Products::<T>::get(product).ok_or(Error::<T>::UnknownProduct)?;
		ensure!(listed.status == ProductStatus::Retired, Error::<T>::NotRetired);
		T::Use::ensure_unused(product)?;
		let feeds = listed.decision.trigger().map(|trigger| trigger.feeds);

		let sponsor = match Sponsors::<T>::take(product) {
			Some((sponsor, ticket)) => {
				ticket.drop(&sponsor)?;
				Some(sponsor)
			}
			None => None,
		};
		listed.status = ProductStatus::Delisted;
		Products::<T>::insert(product, listed);
		for feed in feeds.iter().flat_map(FeedSet::iter) {
			OnFeed::<T>::mutate_exists(feed, |products| {
				let left = products.take().map(|mut products| {
					products.retain(|other| *other != product);
					products
				});
				*products = left.filter(|products| !products.is_empty());
			});
		}
		Self::deposit_event(Event::Delisted { product, feeds, sponsor });
		Ok(())
	}
}
