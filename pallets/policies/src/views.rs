// SPDX-License-Identifier: Apache-2.0

//! The views of policies, and of products with their prices.

use crate::{
	pallet::*,
	pricing::Shelf,
	types::{Allocation, PackedStream},
};
use alloc::vec::Vec;
use breakwater_math::stream;
use breakwater_primitives::*;
use sp_core::U256;

/// The most policies on one page.
const MAX_PAGE: u32 = 256;
/// The most products on one page: each asks all its pools.
const MAX_PRODUCTS: u32 = 16;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_policy_state(id: PolicyId) -> Option<PolicyState<T::AccountId>> {
		let policy = Policies::<T>::get(id)?;
		let refunds = Self::refunds_of(&policy).ok()?;
		let now = T::Clock::now();
		let placement =
			policy.allocations.iter().map(|part| placed(part, now)).collect::<Option<Vec<_>>>()?;
		let unearned = placement.iter().try_fold(0, |sum: Balance, part| sum.checked_add(part.premium))?;
		// Each pool rounds by itself.
		let commission = Self::unearned_commission(id)?;
		let refund = placement
			.iter()
			.zip(&policy.allocations)
			.try_fold(commission, |sum: Balance, (placed, part)| {
				sum.checked_add(refunds.of(part).of(placed.premium))
			})?;
		let is_open = OpenIncidents::<T>::contains_key(policy.product);
		Some(PolicyState {
			product: policy.product,
			version: policy.version,
			placement,
			asset: refunds.asset.clone(),
			cover: policy.cover,
			cover_left: policy.cover_left()?,
			increases: policy
				.increases
				.iter()
				.filter(|increase| now < increase.starts_at)
				.map(|increase| (increase.starts_at, increase.cover))
				.collect(),
			premium: policy.premium,
			insured_account: InsuredAccounts::<T>::get(id),
			unearned,
			commission,
			refund: if is_open { 0 } else { refund },
			starts_at: policy.starts_at,
			ends_at: policy.ends_at,
			phase: policy.phase(now, T::Clock::active()),
			renewal: Renewals::<T>::get(id).map(|renewal| RenewalState {
				renewal_balance: renewal.renewal_balance,
				max_premium: renewal.max_premium,
				period: renewal.period,
				// Saturation: only shown.
				next_attempt: renewal.due.map(|hour| Moment::from(hour).saturating_mul(HOUR)),
			}),
			holder: policy.holder,
		})
	}

	pub(crate) fn do_products(after: Option<ProductId>, limit: u32) -> Vec<(ProductId, ProductState)> {
		let page = page(limit, MAX_PRODUCTS);
		let first = match after {
			None => Some(0),
			Some(last) => last.checked_add(1),
		};
		// Ids are given one by one, and a product's record is never removed.
		let ids = first.into_iter().flat_map(|first| first..T::Listings::next()).take(page);
		ids.filter_map(|product| Some((product, Self::do_product_state(product)?))).collect()
	}

	/// Returns a product as of this block; `None` for an unknown one.
	pub(crate) fn do_product_state(product: ProductId) -> Option<ProductState> {
		let Product { asset, group, class, decision, status, version, name, terms, facts } =
			T::Listings::product(product)?;
		let market = Self::market(product);
		let left = terms.max_total.saturating_sub(Insured::<T>::get(product));
		let shelf = Self::on_sale(product, Sale::New).and_then(|shelf| {
			let rates = Self::rates(&shelf).ok_or(Error::<T>::NotPriced)?;
			Ok(rates)
		});
		let (rates, sale) = match shelf {
			Ok(rates) if left < terms.min_cover => (Some(rates), Err(Error::<T>::TotalReached.into())),
			Ok(rates) if market.room() < terms.min_cover => (Some(rates), Err(Error::<T>::NoCapacity.into())),
			Ok(rates) => (Some(rates), Ok(())),
			Err(error) => (None, Err(error)),
		};
		Some(ProductState {
			asset,
			group,
			class,
			name: name.into_inner(),
			decision,
			status,
			version,
			terms,
			uri: T::Listings::wording(product, version)?.into_inner(),
			facts,
			rates,
			sale,
			exposure: market.exposure,
			capacity: market.capacity,
			room: market.room().min(left),
			insured: Insured::<T>::get(product),
			first_loss: T::FirstLoss::first_loss(product),
		})
	}

	/// Returns the rates of cover for the longest period.
	fn rates(shelf: &Shelf) -> Option<ProductRates> {
		let option = shelf.option_rate(shelf.now.checked_add(shelf.terms.max_period)?)?;
		Some(ProductRates { base: shelf.curve(option)?.base, risk: shelf.risk_rate()?, option })
	}

	/// Returns a page of a holder's policies. All numbers of a holder's policies are read and
	/// sorted: storage has them in no order.
	pub(crate) fn do_policies_of(who: &T::AccountId, after: Option<PolicyId>, limit: u32) -> Vec<PolicyId> {
		let mut ids: Vec<_> = ByHolder::<T>::iter_key_prefix(who)
			.filter(|policy| after.is_none_or(|last| *policy < last))
			.collect();
		ids.sort_unstable_by(|one, other| other.cmp(one));
		ids.truncate(page(limit, MAX_PAGE));
		ids
	}
}

/// Returns the length of a page: `limit`, at most `most`; zero is `most`.
fn page(limit: u32, most: u32) -> usize {
	let count = if limit == 0 { most } else { limit.min(most) };
	count.try_into().unwrap_or(usize::MAX)
}

/// Returns a pool's part in a policy as of this block, independent of the state of the pool's
/// books. The premium is rounded down to whole units, against the holder.
fn placed(part: &Allocation, now: Moment) -> Option<Placed> {
	let Allocation { pool, cover, stream: PackedStream { rate, remainder, boundary, .. }, .. } = *part;
	// Saturates where the stream is over.
	let scaled = match Moment::from(boundary).checked_mul(DAY)?.saturating_sub(now) {
		0 => U256::zero(),
		left => stream::unearned(rate.into(), remainder.into(), left)?,
	};
	Some(Placed { pool, cover, premium: stream::units_down(scaled)? })
}
