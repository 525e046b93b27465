//! What always holds. One function an invariant; none of them panics.

use crate::pallet::*;
use alloc::collections::{BTreeMap, BTreeSet};
use breakwater_primitives::*;
use frame_support::ensure;
use sp_core::U256;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// All invariants of the pallet.
	pub fn do_try_state() -> DispatchResult {
		Self::products_have_terms()?;
		Self::feeds_know_their_products()?;
		Self::flags_belong_to_products()?;
		Self::policies_are_whole()?;
		Self::indices_match_policies()?;
		Self::open_claims_are_counted()
	}

	/// Every product has a past id, a good trigger, and good terms in every version from one to the current, and no
	/// other; every id given has a product.
	fn products_have_terms() -> DispatchResult {
		let mut count: ProductId = 0;
		let mut versions: usize = 0;
		for (product, listed) in Products::<T>::iter() {
			ensure!(product < NextProduct::<T>::get(), "a product's id was never given");
			ensure!(Self::check_trigger(&listed.trigger).is_ok(), "a trigger is out of bounds");
			ensure!(listed.version > 0, "a product has no version");
			for version in 1..=listed.version {
				let terms = TermsOf::<T>::get(product, version).ok_or("a version has no terms")?;
				ensure!(Self::check_terms(&listed.trigger, &terms).is_ok(), "terms are out of bounds");
				versions = versions.checked_add(1).ok_or("too many versions to count")?;
			}
			count = count.checked_add(1).ok_or("too many products to count")?;
		}
		ensure!(count == NextProduct::<T>::get(), "an id was given to no product");
		ensure!(TermsOf::<T>::iter_keys().count() == versions, "terms belong to no version of a product");
		Ok(())
	}

	/// A feed's list holds exactly the products whose trigger watches it, each once.
	fn feeds_know_their_products() -> DispatchResult {
		let mut listed = BTreeSet::new();
		for (feed, products) in OnFeed::<T>::iter() {
			for product in products {
				ensure!(listed.insert(product), "a product is listed under a feed twice");
				let trigger = Products::<T>::get(product).ok_or("a feed lists no product")?.trigger;
				ensure!(trigger.feed == feed, "a product is listed under another's feed");
			}
		}
		ensure!(listed.len() == Products::<T>::iter_keys().count(), "a product is not on its feed");
		Ok(())
	}

	/// Incidents and readiness are known only of products.
	fn flags_belong_to_products() -> DispatchResult {
		for product in OpenIncidents::<T>::iter_keys().chain(Ready::<T>::iter_keys()) {
			ensure!(Products::<T>::contains_key(product), "a flag belongs to no product");
		}
		Ok(())
	}

	/// Every policy has its terms, was sold within them, has `0 < cover` and `cover_left <= cover` (so paid <= cover),
	/// paid a premium of at least 1, and its times are in order.
	fn policies_are_whole() -> DispatchResult {
		for (id, policy) in Policies::<T>::iter() {
			ensure!(id < NextPolicy::<T>::get(), "a policy's id was never given");
			let terms = TermsOf::<T>::get(policy.product, policy.version).ok_or("a policy has no terms")?;
			ensure!((terms.min_cover..=terms.max_cover).contains(&policy.cover), "cover is out of terms");
			ensure!(policy.cover_left <= policy.cover, "more cover is left than was bought");
			ensure!(policy.premium > 0, "a policy cost nothing");
			ensure!(
				policy.bought_at.checked_add(terms.waiting) == Some(policy.starts_at),
				"cover begins off its terms"
			);
			ensure!(policy.starts_at < policy.ends_at, "cover ends before it begins");
			let period = policy.ends_at.checked_sub(policy.bought_at).ok_or("a period is negative")?;
			ensure!((terms.min_period..=terms.max_period).contains(&period), "a period is out of terms");
			let bound = period.checked_add(terms.grace).ok_or("a period is too long")?;
			let active = policy.expires.checked_sub(bound);
			let active = active.ok_or("a policy expires before its period and grace are over")?;
			// Active time began with the chain and is never ahead of the wall clock.
			ensure!(active <= policy.bought_at, "a policy expires after its period and grace");
			ensure!(active <= T::Clock::active(), "a policy was bought in the future");
			ensure!(
				policy.cover_left == policy.cover || policy.last_claim.is_some(),
				"cover was used without a claim"
			);
		}
		Ok(())
	}

	/// The indices by product and by holder hold exactly the policies.
	fn indices_match_policies() -> DispatchResult {
		let mut count: usize = 0;
		for (id, policy) in Policies::<T>::iter() {
			ensure!(ByProduct::<T>::contains_key(policy.product, id), "a policy is not under its product");
			ensure!(ByHolder::<T>::contains_key(&policy.holder, id), "a policy is not under its holder");
			count = count.checked_add(1).ok_or("too many policies to count")?;
		}
		ensure!(ByProduct::<T>::iter_keys().count() == count, "the index by product holds no policy");
		ensure!(ByHolder::<T>::iter_keys().count() == count, "the index by holder holds no policy");
		Ok(())
	}

	/// A policy counts exactly its open claims; each is above zero, none is later than its last, and together they are
	/// not above the cover used.
	fn open_claims_are_counted() -> DispatchResult {
		let mut open: BTreeMap<PolicyId, (u32, Balance)> = BTreeMap::new();
		for (id, incident, amount) in OpenClaims::<T>::iter() {
			let policy = Policies::<T>::get(id).ok_or("a claim belongs to no policy")?;
			ensure!(policy.last_claim >= Some(incident), "a claim is later than the last");
			ensure!(amount > 0, "a claim is zero");
			let (count, sum) = open.entry(id).or_default();
			*count = count.checked_add(1).ok_or("too many claims to count")?;
			*sum = sum.checked_add(amount).ok_or("claims are above all bounds")?;
		}
		for (id, policy) in Policies::<T>::iter() {
			let (count, sum) = open.get(&id).copied().unwrap_or_default();
			ensure!(count == policy.open_claims, "a policy's open claims are miscounted");
			let used = policy.cover.checked_sub(policy.cover_left).ok_or("more is left than was bought")?;
			ensure!(sum <= used, "claims are above the cover used");
		}
		Ok(())
	}

	/// The premium that is not earned yet, in scaled units, summed over the policies of each pool. The runtime's tests
	/// hold it against the pools' own books; alone the pallet cannot.
	pub fn unearned_by_pool() -> Result<BTreeMap<PoolId, U256>, DispatchError> {
		let mut sums: BTreeMap<PoolId, U256> = BTreeMap::new();
		for policy in Policies::<T>::iter_values() {
			let sum = sums.entry(policy.pool).or_default();
			let unearned = T::Underwriting::unearned(policy.pool, &policy.stream);
			*sum = sum.checked_add(unearned).ok_or("unearned premiums are above all bounds")?;
		}
		Ok(sums)
	}
}
