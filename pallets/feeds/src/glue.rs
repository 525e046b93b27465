// SPDX-License-Identifier: Apache-2.0

//! The reads that the runtime shows to people.

use crate::*;
use alloc::vec::Vec;
use frame_support::traits::Get;

impl<T: Config> Pallet<T> {
	/// Returns the appointed, active and suspended operators, and former operators whose bond is
	/// still held, in the order of storage.
	pub fn operators() -> Vec<OperatorState<T::AccountId>> {
		let asked = T::Limits::get().bond;
		Operators::<T>::iter()
			.map(|(who, operator)| OperatorState {
				stage: operator.stage,
				bond: operator.bond,
				missing: if operator.is_seated() { operator.missing(asked) } else { 0 },
				earned: Earned::<T>::get(&who),
				who,
			})
			.collect()
	}

	/// Returns a feed as of this block. Prices from before a halt of the chain do not count.
	pub fn price_state(feed: FeedId) -> PriceState<T::AccountId> {
		let (rules, by_default) = Self::rules_of(feed);
		let (now, not_before) = (T::Clock::now(), T::Clock::resumed_at());
		let served = now
			.checked_div(rules.reward_interval)
			.map(|interval| Served::of(Rewarded::<T>::get(feed), interval).operators)
			.unwrap_or_default();
		let values = Members::<T>::get()
			.into_iter()
			.filter_map(|Membership { who, since }| {
				let (value, at) = T::Raw::value(&who, feed)?;
				let is_of_now = at >= not_before.max(since) && is_fresh(at, now, &rules);
				Some(OperatorValue {
					value,
					at,
					age: now.saturating_sub(at), // No value is from the future.
					counts: is_of_now && is_sound(value, &rules),
					rewarded: served.contains(&who),
					earned: Earned::<T>::get(&who),
					who,
				})
			})
			.collect();
		PriceState {
			price: Self::price_by(&rules, feed, not_before),
			rules,
			by_default,
			watched: T::Raw::watched().contains(&feed),
			rewards_left: RewardPool::<T>::get().free(Self::least_balance()),
			values,
		}
	}
}
