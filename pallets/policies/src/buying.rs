//! Buying cover, and what can be seen of it.

use crate::{pallet::*, pricing::Offer, Policy};
use alloc::vec::Vec;
use breakwater_math::stream;
use breakwater_primitives::*;
use frame_support::{
	ensure,
	storage::with_storage_layer,
	traits::{
		fungibles::Balanced,
		tokens::{Fortitude, Precision, Preservation},
	},
};
use sp_runtime::{ArithmeticError, DispatchError};

/// The most policies that one page shows.
const MAX_PAGE: u32 = 256;

impl<T: Config> Pallet<T> {
	/// Sell a policy to `buyer`; its id. All or nothing, also when it is not called from a transaction.
	#[allow(clippy::too_many_arguments)]
	pub(crate) fn do_buy(
		buyer: T::AccountId,
		product: ProductId,
		version: TermsVersion,
		cover: Balance,
		period: Moment,
		max_premium: Balance,
		beneficiary: Option<T::AccountId>,
	) -> Result<PolicyId, DispatchError> {
		let Offer { quote, terms } = Self::do_quote(product, cover, period)?;
		ensure!(quote.version == version, Error::<T>::TermsChanged);
		ensure!(quote.premium <= max_premium, Error::<T>::PremiumAboveLimit);
		let id = NextPolicy::<T>::get();
		let next = id.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		// The right to claim runs on active time: period and grace from now.
		let expires = T::Clock::active()
			.checked_add(period)
			.and_then(|end| end.checked_add(terms.grace))
			.ok_or(ArithmeticError::Overflow)?;

		let stream = with_storage_layer(|| Self::open_cover(&buyer, product, cover, &quote, expires))?;
		let holder = beneficiary.unwrap_or_else(|| buyer.clone());
		let Quote { premium, pool, starts_at, ends_at, .. } = quote;
		NextPolicy::<T>::put(next);
		ByProduct::<T>::insert(product, id, ());
		ByHolder::<T>::insert(&holder, id, ());
		let policy = Policy {
			holder: holder.clone(),
			product,
			version,
			pool,
			cover,
			cover_left: cover,
			premium,
			stream,
			bought_at: T::Clock::now(),
			starts_at,
			ends_at,
			expires,
			last_claim: None,
			open_claims: 0,
		};
		Policies::<T>::insert(id, policy);
		Self::deposit_event(Event::Bought {
			policy: id,
			buyer,
			holder,
			product,
			version,
			pool,
			cover,
			premium,
			starts_at,
			ends_at,
			expires,
		});
		Ok(id)
	}

	/// Move the premium from the buyer to the pool and have it back the cover. To be run in a storage layer: on an error
	/// the layer undoes the withdrawal, so the credit that comes back with it is let go.
	fn open_cover(
		buyer: &T::AccountId,
		product: ProductId,
		cover: Balance,
		quote: &Quote,
		expires: Moment,
	) -> Result<Stream, DispatchError> {
		let premium = T::Assets::withdraw(
			quote.asset.clone(),
			buyer,
			quote.premium,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Polite,
		)?;
		T::Underwriting::open_cover(quote.pool, product, cover, premium, expires, quote.ends_at)
			.map_err(|(error, _undone)| error)
	}

	pub(crate) fn do_policy_state(id: PolicyId) -> Option<PolicyState<T::AccountId>> {
		let policy = Policies::<T>::get(id)?;
		let asset = Products::<T>::get(policy.product)?.asset;
		let now = T::Clock::now();
		// As of this block, wherever the pool's books are. Saturates where the stream is over.
		let left = Moment::from(policy.stream.boundary).checked_mul(DAY)?.saturating_sub(now);
		let scaled = match left {
			0 => Default::default(),
			left => stream::unearned(policy.stream.rate, policy.stream.remainder, left)?,
		};
		// Rounded down to whole units, against the holder.
		let unearned = stream::units_down(scaled)?;
		Some(PolicyState {
			product: policy.product,
			version: policy.version,
			pool: policy.pool,
			asset,
			cover: policy.cover,
			cover_left: policy.cover_left,
			premium: policy.premium,
			unearned,
			starts_at: policy.starts_at,
			ends_at: policy.ends_at,
			phase: policy.phase(now, T::Clock::active()),
			holder: policy.holder,
		})
	}

	pub(crate) fn do_policies_of(who: &T::AccountId, after: Option<PolicyId>, limit: u32) -> Vec<PolicyId> {
		let page = limit.min(MAX_PAGE).try_into().unwrap_or(usize::MAX);
		match after {
			None => ByHolder::<T>::iter_key_prefix(who).take(page).collect(),
			Some(last) => ByHolder::<T>::iter_key_prefix_from(who, ByHolder::<T>::hashed_key_for(who, last))
				.take(page)
				.collect(),
		}
	}
}
