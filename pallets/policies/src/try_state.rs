//! What always holds. One function an invariant; none of them panics.

use crate::pallet::*;
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use breakwater_primitives::*;
use frame_support::{ensure, traits::fungibles::Inspect};
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
		Self::open_claims_are_counted()?;
		Self::purses_are_funded()?;
		Self::renewals_are_scheduled()?;
		Self::last_renewals_can_be_undone()
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

	/// Every policy has its terms and is within them, paid a premium, and its times are in order. Its pools back what is
	/// left of its cover, each something, and never more than it has (so paid <= cover).
	fn policies_are_whole() -> DispatchResult {
		for (id, policy) in Policies::<T>::iter() {
			ensure!(id < NextPolicy::<T>::get(), "a policy's id was never given");
			let terms = TermsOf::<T>::get(policy.product, policy.version).ok_or("a policy has no terms")?;
			ensure!((terms.min_cover..=terms.max_cover).contains(&policy.cover), "cover is out of terms");
			let cover_left = policy.cover_left().ok_or("more is left than can be counted")?;
			ensure!(cover_left <= policy.cover, "more cover is left than was bought");
			ensure!(policy.allocations.iter().all(|part| part.cover > 0), "a pool backs nothing");
			ensure!(policy.premium > 0, "a policy cost nothing");
			ensure!(
				cover_left == policy.cover || policy.last_claim.is_some(),
				"cover was used without a claim"
			);
			Self::times_are_in_order(&policy, &terms)?;
			Self::increases_are_in_order(&policy)?;
		}
		Ok(())
	}

	/// A policy begins after its waiting time, lasts as its terms allow, and expires with period and grace on active time.
	fn times_are_in_order(policy: &PolicyOf<T>, terms: &Terms) -> DispatchResult {
		ensure!(policy.starts_at < policy.ends_at, "cover ends before it begins");
		let bought_at = policy.starts_at.checked_sub(terms.waiting).ok_or("cover begins off its terms")?;
		ensure!(bought_at <= T::Clock::now(), "a policy was bought in the future");
		let period = policy.ends_at.checked_sub(bought_at).ok_or("a period is negative")?;
		ensure!(terms.min_period <= period, "a period is out of terms");
		let bound = period.checked_add(terms.grace).ok_or("a period is too long")?;
		let active = policy.expires.checked_sub(bound);
		let active = active.ok_or("a policy expires before its period and grace are over")?;
		// Active time began with the chain and is never ahead of the wall clock.
		ensure!(active <= bought_at, "a policy expires after its period and grace");
		ensure!(active <= T::Clock::active(), "a policy was bought in the future");
		Ok(())
	}

	/// Increases add something each, in the order of time, within the policy's time, and less than all its cover together.
	fn increases_are_in_order(policy: &PolicyOf<T>) -> DispatchResult {
		let mut last = policy.starts_at;
		let mut sum: Balance = 0;
		for increase in &policy.increases {
			ensure!(increase.cover > 0, "an increase adds nothing");
			ensure!(last <= increase.starts_at, "increases are out of order");
			ensure!(increase.starts_at < policy.ends_at, "an increase begins after the end");
			last = increase.starts_at;
			sum = sum.checked_add(increase.cover).ok_or("increases are above all bounds")?;
		}
		ensure!(sum <= policy.cover, "increases are above the cover");
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
			let used = policy.cover_left().and_then(|left| policy.cover.checked_sub(left));
			let used = used.ok_or("more is left than was bought")?;
			ensure!(sum <= used, "claims are above the cover used");
		}
		Ok(())
	}

	/// The money in the purses of each asset is on the pallet's account.
	fn purses_are_funded() -> DispatchResult {
		let account = Self::account().ok_or("the pallet has no account")?;
		let mut purses: Vec<(AssetId, Balance)> = Vec::new();
		for (id, renewal) in Renewals::<T>::iter() {
			let policy = Policies::<T>::get(id).ok_or("a purse belongs to no policy")?;
			let asset = Products::<T>::get(policy.product).ok_or("a policy has no product")?.asset;
			match purses.iter_mut().find(|(other, _)| *other == asset) {
				Some((_, sum)) => {
					*sum = sum.checked_add(renewal.purse).ok_or("purses are above all bounds")?;
				}
				None => purses.push((asset, renewal.purse)),
			}
		}
		for (asset, sum) in purses {
			ensure!(sum <= T::Assets::balance(asset, &account), "purses are above the account's balance");
		}
		Ok(())
	}

	/// Every renewal with an hour is in the index under it and in no other place, nothing else is in the index, and nothing
	/// is due before the hour that is visited next. A renewal with an hour has a deposit, and a period within the terms.
	fn renewals_are_scheduled() -> DispatchResult {
		let mut count: usize = 0;
		for (id, renewal) in Renewals::<T>::iter() {
			let policy = Policies::<T>::get(id).ok_or("a renewal belongs to no policy")?;
			let Some(hour) = renewal.due else { continue };
			ensure!(RenewalsDue::<T>::contains_key(hour, id), "a renewal is not in the index");
			ensure!(NextDueHour::<T>::get().is_some_and(|next| next <= hour), "a renewal was passed by");
			ensure!(renewal.ticket.is_some(), "a renewal has no deposit");
			let terms = TermsOf::<T>::get(policy.product, policy.version).ok_or("a policy has no terms")?;
			let periods = terms.min_period..=terms.max_period;
			ensure!(periods.contains(&renewal.period), "a renewal's period is out of terms");
			count = count.checked_add(1).ok_or("too many renewals to count")?;
		}
		ensure!(RenewalsDue::<T>::iter_keys().count() == count, "the index holds no renewal");
		Ok(())
	}

	/// A last renewal is that of a policy, was made before the old end and for a premium, moved both ends by the same time,
	/// and everything that was bought began before the old end: so the policy is in order without it.
	fn last_renewals_can_be_undone() -> DispatchResult {
		for (id, last) in Renewed::<T>::iter() {
			let policy = Policies::<T>::get(id).ok_or("a last renewal belongs to no policy")?;
			ensure!(last.at <= T::Clock::now(), "a policy was renewed in the future");
			ensure!(last.at < last.old_ends_at, "a policy was renewed after its end");
			ensure!(last.premium > 0, "a renewal cost nothing");
			let more =
				policy.ends_at.checked_sub(last.old_ends_at).ok_or("a renewal made a policy shorter")?;
			ensure!(more >= DAY, "a renewal is shorter than a day");
			ensure!(
				last.old_expires.checked_add(more) == Some(policy.expires),
				"a renewal moved the ends of a policy apart"
			);
			let last_begins = policy.increases.last().map_or(policy.starts_at, |last| last.starts_at);
			ensure!(last_begins < last.old_ends_at, "cover begins after the end without the renewal");
		}
		Ok(())
	}

	/// The premium that is not earned yet, in scaled units, summed over the policies of each pool. The runtime's tests
	/// hold it against the pools' own books; alone the pallet cannot.
	pub fn unearned_by_pool() -> Result<BTreeMap<PoolId, U256>, DispatchError> {
		let mut sums: BTreeMap<PoolId, U256> = BTreeMap::new();
		for policy in Policies::<T>::iter_values() {
			for part in policy.allocations {
				let sum = sums.entry(part.pool).or_default();
				let unearned = T::Underwriting::unearned(part.pool, &part.stream.into());
				*sum = sum.checked_add(unearned).ok_or("unearned premiums are above all bounds")?;
			}
		}
		Ok(sums)
	}
}
