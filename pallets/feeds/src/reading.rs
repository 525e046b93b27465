// SPDX-License-Identifier: Apache-2.0

//! The price of a feed, and the reading of feeds again after values are gone.

use crate::{
	types::{LEAST_OPERATORS, MAX_OPERATORS},
	*,
};
use alloc::vec::Vec;
use frame_support::{
	traits::{Get, SortedMembers},
	weights::{Weight, WeightMeter},
};

impl<T: Config> Pallet<T> {
	/// True if an account's values count.
	pub fn is_member(who: &T::AccountId) -> bool {
		Members::<T>::get().binary_search_by(|member| member.who.cmp(who)).is_ok()
	}

	/// Returns the rules of a feed, and true if they are those of feeds without rules of their own.
	pub fn rules_of(feed: FeedId) -> (FeedRules, bool) {
		match Rules::<T>::get(feed) {
			Some(rules) => (rules, false),
			None => (T::Limits::get().default_rules(), true),
		}
	}

	/// Returns the price of a feed by some rules. It is made from the values of active operators,
	/// without those from before `not_before` or from before the operator's membership.
	pub(crate) fn price_by(rules: &FeedRules, feed: FeedId, not_before: Moment) -> Option<Price> {
		let values = Members::<T>::get()
			.iter()
			.filter_map(|member| {
				T::Raw::value(&member.who, feed).filter(|(_, at)| *at >= not_before.max(member.since))
			})
			.collect();
		median_of_fresh(values, T::Clock::now(), rules)
	}

	/// True if a feed's price decides an outcome, or still can. The way in which the price is made
	/// stays until it is not read any more.
	pub(crate) fn is_bound(feed: FeedId) -> bool {
		T::Raw::is_listed(feed) || T::Raw::watched().contains(&feed)
	}

	/// Clear the values of a former member on watched feeds. The account's values on other feeds do
	/// not count if it returns, because they are older than the new membership. Returns the feeds
	/// that lost a value.
	pub(crate) fn clear_values(who: &T::AccountId) -> Vec<FeedId> {
		let mut feeds = T::Raw::watched();
		feeds.retain(|feed| T::Raw::clear(who, *feed));
		for feed in &feeds {
			Self::deposit_event(Event::ValueCleared { who: who.clone(), feed: *feed });
		}
		feeds
	}

	/// Read feeds again at once. Returns the weight used.
	pub(crate) fn read_now(feeds: Vec<FeedId>) -> Weight {
		feeds.into_iter().map(T::OnData::on_cleared).fold(Weight::zero(), Weight::saturating_add)
	}

	/// Queue feeds to be read again in idle blocks.
	pub(crate) fn queue_reading(feeds: Vec<FeedId>) {
		if feeds.is_empty() {
			return;
		}
		ToRead::<T>::mutate(|waiting| {
			for feed in feeds {
				if !waiting.contains(&feed) {
					// There is a place for every watched feed. If a feed that is not watched any
					// more keeps a place, another feed is read again with its next value.
					let _ = waiting.try_push(feed);
				}
			}
		});
	}

	/// Read feeds again that lost the value of a resigned operator, as far as the meter allows.
	pub(crate) fn read_again(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::idle()).is_err() {
			return;
		}
		let mut waiting = ToRead::<T>::get();
		let each = T::WeightInfo::read_again().saturating_add(T::OnData::on_cleared_weight());
		let mut is_changed = false;
		while !waiting.is_empty() && meter.can_consume(each) {
			let feed = waiting.remove(0);
			is_changed = true;
			let used = T::OnData::on_cleared(feed);
			meter.consume(T::WeightInfo::read_again().saturating_add(used));
			Self::deposit_event(Event::FeedReadAgain { feed });
		}
		if is_changed {
			ToRead::<T>::put(waiting);
		}
	}
}

impl<T: Config> PriceFeed for Pallet<T> {
	fn price(feed: FeedId, not_before: Moment) -> Option<Price> {
		Self::price_by(&Self::rules_of(feed).0, feed, not_before)
	}

	fn largest(feed: FeedId) -> u128 {
		Self::rules_of(feed).0.largest()
	}

	fn bind(feed: FeedId) {
		if Rules::<T>::contains_key(feed) {
			return;
		}
		let rules = T::Limits::get().default_rules();
		Rules::<T>::insert(feed, rules);
		Self::deposit_event(Event::FeedRulesSet { feed, old: None, new: Some(rules) });
	}

	fn price_weight() -> Weight {
		T::WeightInfo::price(Self::count_members())
	}

	fn least_price_weight() -> Weight {
		T::WeightInfo::price(LEAST_OPERATORS)
	}

	fn most_price_weight() -> Weight {
		T::WeightInfo::price(MAX_OPERATORS)
	}
}

impl<T: Config> SortedMembers<T::AccountId> for Pallet<T> {
	fn sorted_members() -> Vec<T::AccountId> {
		Members::<T>::get().into_iter().map(|member| member.who).collect()
	}

	fn contains(who: &T::AccountId) -> bool {
		Self::is_member(who)
	}

	fn count() -> usize {
		Members::<T>::decode_len().unwrap_or(0)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn add(who: &T::AccountId) {
		Members::<T>::mutate(|members| {
			if let Err(place) = members.binary_search_by(|member| member.who.cmp(who)) {
				let _ = members.try_insert(place, Membership { who: who.clone(), since: T::Clock::now() });
			}
		});
	}
}
