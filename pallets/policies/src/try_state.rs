// SPDX-License-Identifier: Apache-2.0

//! The invariants of the pallet. Each has a function; none of them panics.

use crate::pallet::*;
use alloc::{collections::BTreeMap, vec::Vec};
use breakwater_primitives::*;
use frame_support::{ensure, traits::fungibles::Inspect};
use sp_core::U256;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Checks all invariants of the pallet.
	pub fn do_try_state() -> DispatchResult {
		Self::check_delisted()?;
		Self::check_flags()?;
		Self::check_policies()?;
		Self::check_indices()?;
		Self::check_insured()?;
		Self::check_insured_accounts()?;
		Self::check_commissions()?;
		Self::check_open_claims()?;
		Self::check_account()?;
		Self::check_renewals()?;
		Self::check_last_renewals()
	}

	/// A delisted product is idle: it has no policy and no incident.
	fn check_delisted() -> DispatchResult {
		for product in 0..T::Listings::next() {
			let listed = T::Listings::product(product).ok_or("an id was given to no product")?;
			if listed.status == ProductStatus::Delisted {
				ensure!(
					ByProduct::<T>::iter_key_prefix(product).next().is_none(),
					"a delisted product has a policy"
				);
				ensure!(!OpenIncidents::<T>::contains_key(product), "a delisted product has an incident");
			}
		}
		Ok(())
	}

	/// Incidents are known only of products.
	fn check_flags() -> DispatchResult {
		for product in OpenIncidents::<T>::iter_keys() {
			ensure!(T::Listings::product(product).is_some(), "a flag belongs to no product");
		}
		Ok(())
	}

	/// Every policy has its terms and is within them, paid a premium, and its times are in order.
	/// Its pools back the cover left, each a part above zero, and never more than the cover (so
	/// paid <= cover).
	fn check_policies() -> DispatchResult {
		for (id, policy) in Policies::<T>::iter() {
			ensure!(id < NextPolicy::<T>::get(), "a policy's id was never given");
			let terms = T::Listings::terms(policy.product, policy.version).ok_or("a policy has no terms")?;
			ensure!((terms.min_cover..=terms.max_cover).contains(&policy.cover), "cover is out of terms");
			let cover_left = policy.cover_left().ok_or("more is left than can be counted")?;
			ensure!(cover_left <= policy.cover, "more cover is left than was bought");
			ensure!(policy.allocations.iter().all(|part| part.cover > 0), "a pool backs nothing");
			ensure!(policy.premium > 0, "a policy cost nothing");
			ensure!(
				cover_left == policy.cover || policy.last_claim.is_some(),
				"cover was used without a claim"
			);
			Self::check_times(&policy, &terms)?;
			Self::check_increases(&policy)?;
		}
		Ok(())
	}

	/// A policy begins after its waiting time, lasts as its terms allow, and expires with period
	/// and grace on active time.
	fn check_times(policy: &PolicyOf<T>, terms: &Terms) -> DispatchResult {
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

	/// Each increase is above zero. Increases are in the order of time, within the policy's time,
	/// and together not above all its cover.
	fn check_increases(policy: &PolicyOf<T>) -> DispatchResult {
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

	/// The insured cover of each product is the cover that its policies have left. Products without
	/// any are not kept.
	fn check_insured() -> DispatchResult {
		let mut sums: BTreeMap<ProductId, Balance> = BTreeMap::new();
		for policy in Policies::<T>::iter_values() {
			let left = policy.cover_left().ok_or("more is left than can be counted")?;
			let sum = sums.entry(policy.product).or_default();
			*sum = sum.checked_add(left).ok_or("more is insured than can be counted")?;
		}
		sums.retain(|_, sum| *sum > 0);
		ensure!(
			Insured::<T>::iter().collect::<BTreeMap<_, _>>() == sums,
			"the insured cover is not the policies'"
		);
		Ok(())
	}

	/// A policy has an insured account if and only if people assess its product. The insured
	/// account is on the product's chain.
	fn check_insured_accounts() -> DispatchResult {
		let mut count: usize = 0;
		for (id, policy) in Policies::<T>::iter() {
			let decision = T::Listings::product(policy.product).ok_or("a policy has no product")?.decision;
			if let Decision::Assessment { chain } = decision {
				let insured_account = InsuredAccounts::<T>::get(id)
					.ok_or("a policy that people assess has no insured account")?;
				ensure!(insured_account.chain() == chain, "an insured account is on another chain");
				count = count.checked_add(1).ok_or("too many policies to count")?;
			}
		}
		ensure!(
			InsuredAccounts::<T>::iter_keys().count() == count,
			"an insured account belongs to no policy that needs one"
		);
		Ok(())
	}

	/// Every commission belongs to a policy that has cover left, or has an earned part. It is
	/// earned at the latest when the cover of the policy ends.
	fn check_commissions() -> DispatchResult {
		for (id, earning) in Commissions::<T>::iter() {
			let policy = Policies::<T>::get(id).ok_or("a commission belongs to no policy")?;
			ensure!(earning.earned > 0 || earning.unearned > 0, "a commission is empty");
			ensure!(
				earning.unearned == 0 || !policy.allocations.is_empty(),
				"a used policy earns a commission"
			);
			ensure!(earning.from <= earning.until, "a commission ends before it begins");
			ensure!(earning.until <= policy.ends_at, "a commission is earned after the policy's end");
			ensure!(earning.from <= T::Clock::now(), "a commission was earned in the future");
		}
		Ok(())
	}

	/// The account holds the commissions and the renewal balances that are not paid out.
	fn check_account() -> DispatchResult {
		let account = Self::account().ok_or("the account cannot be derived")?;
		let commissions =
			Commissions::<T>::iter().map(|(id, earning)| (id, earning.earned.checked_add(earning.unearned)));
		let purses = Renewals::<T>::iter().map(|(id, renewal)| (id, Some(renewal.renewal_balance)));
		let mut owed: Vec<(AssetId, Balance)> = Vec::new();
		for (id, amount) in commissions.chain(purses) {
			let amount = amount.ok_or("a commission is above all bounds")?;
			let policy = Policies::<T>::get(id).ok_or("money waits for no policy")?;
			let asset = T::Listings::product(policy.product).ok_or("a policy has no product")?.asset;
			match owed.iter_mut().find(|(other, _)| *other == asset) {
				Some((_, sum)) => *sum = sum.checked_add(amount).ok_or("more is owed than can be counted")?,
				None => owed.push((asset, amount)),
			}
		}
		for (asset, amount) in owed {
			ensure!(T::Assets::balance(asset, &account) >= amount, "the account holds less than it owes");
		}
		Ok(())
	}

	/// The indices by product and by holder hold exactly the policies.
	fn check_indices() -> DispatchResult {
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

	/// A policy counts exactly its open claims. Each is above zero, none is later than its last,
	/// and together they are not above the cover used.
	fn check_open_claims() -> DispatchResult {
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

	/// Every renewal with an hour is in the index under it and in no other place, and the index has
	/// no other entry. No renewal is due before the hour that is visited next. A renewal with an
	/// hour has a deposit, and a period within the terms.
	fn check_renewals() -> DispatchResult {
		let mut count: usize = 0;
		for (id, renewal) in Renewals::<T>::iter() {
			let policy = Policies::<T>::get(id).ok_or("a renewal belongs to no policy")?;
			let Some(hour) = renewal.due else { continue };
			ensure!(RenewalsDue::<T>::contains_key(hour, id), "a renewal is not in the index");
			ensure!(NextDueHour::<T>::get().is_some_and(|next| next <= hour), "a renewal was passed by");
			ensure!(renewal.ticket.is_some(), "a renewal has no deposit");
			let terms = T::Listings::terms(policy.product, policy.version).ok_or("a policy has no terms")?;
			let periods = terms.min_period..=terms.max_period;
			ensure!(periods.contains(&renewal.period), "a renewal's period is out of terms");
			count = count.checked_add(1).ok_or("too many renewals to count")?;
		}
		ensure!(RenewalsDue::<T>::iter_keys().count() == count, "the index holds no renewal");
		Ok(())
	}

	/// A last renewal is that of a policy, was made before the old end and for a premium, and moved
	/// both ends by the same time. All cover began before the old end, so that the policy is in
	/// order without the renewal.
	fn check_last_renewals() -> DispatchResult {
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

	/// Returns the premium that is not earned yet, in scaled units, summed over the policies of
	/// each pool. The runtime's tests compare it with the pools' own books; the pallet alone
	/// cannot.
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
