//! What can be seen of policies.

use crate::{
	pallet::*,
	renewals::HOUR,
	types::{Allocation, PackedStream},
};
use alloc::vec::Vec;
use breakwater_math::stream;
use breakwater_primitives::*;
use sp_core::U256;

/// The most policies that one page shows.
const MAX_PAGE: u32 = 256;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_policy_state(id: PolicyId) -> Option<PolicyState<T::AccountId>> {
		let policy = Policies::<T>::get(id)?;
		let asset = Products::<T>::get(policy.product)?.asset;
		let fee = TermsOf::<T>::get(policy.product, policy.version)?.cancel_fee;
		let now = T::Clock::now();
		let placement =
			policy.allocations.iter().map(|part| placed(part, now)).collect::<Option<Vec<_>>>()?;
		let unearned = placement.iter().try_fold(0, |sum: Balance, part| sum.checked_add(part.premium))?;
		// Each pool rounds its fee up. Saturation: a fee is at most what it is of.
		let refund = placement.iter().fold(0, |sum: Balance, part| {
			let fee = fee.mul_ceil(part.premium);
			sum.saturating_add(part.premium.saturating_sub(fee))
		});
		let is_open = OpenIncidents::<T>::contains_key(policy.product);
		Some(PolicyState {
			product: policy.product,
			version: policy.version,
			placement,
			asset,
			cover: policy.cover,
			cover_left: policy.cover_left()?,
			increases: policy
				.increases
				.iter()
				.filter(|increase| now < increase.starts_at)
				.map(|increase| (increase.starts_at, increase.cover))
				.collect(),
			premium: policy.premium,
			unearned,
			refund: if is_open { 0 } else { refund },
			starts_at: policy.starts_at,
			ends_at: policy.ends_at,
			phase: policy.phase(now, T::Clock::active()),
			renewal: Renewals::<T>::get(id).map(|renewal| RenewalState {
				purse: renewal.purse,
				max_premium: renewal.max_premium,
				period: renewal.period,
				// Saturation: only shown.
				next_attempt: renewal.due.map(|hour| Moment::from(hour).saturating_mul(HOUR)),
			}),
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

/// A pool's part in a policy as of this block, wherever the pool's books are. The premium is rounded down to whole units,
/// against the holder.
fn placed(part: &Allocation, now: Moment) -> Option<Placed> {
	let Allocation { pool, cover, stream: PackedStream { rate, remainder, boundary, .. } } = *part;
	// Saturates where the stream is over.
	let scaled = match Moment::from(boundary).checked_mul(DAY)?.saturating_sub(now) {
		0 => U256::zero(),
		left => stream::unearned(rate.into(), remainder.into(), left)?,
	};
	Some(Placed { pool, cover, premium: stream::units_down(scaled)? })
}
