//! The price of a feed, and what is read again when values are gone.

use crate::*;
use alloc::vec::Vec;
use frame_support::{
	traits::{Get, SortedMembers},
	weights::{Weight, WeightMeter},
};

impl<T: Config> Pallet<T> {
	/// The rules of a feed, and whether they are those of feeds that have none of their own.
	pub fn rules_of(feed: FeedId) -> (FeedRules, bool) {
		match Rules::<T>::get(feed) {
			Some(rules) => (rules, false),
			None => (T::Limits::get().default_rules(), true),
		}
	}

	/// The price of a feed by some rules, from the values of active operators that are not from before `not_before`.
	pub(crate) fn price_by(rules: &FeedRules, feed: FeedId, not_before: Moment) -> Option<Price> {
		let values = Members::<T>::get()
			.iter()
			.filter_map(|operator| T::Raw::value(operator, feed))
			.filter(|(_, at)| *at >= not_before)
			.collect();
		median_of_fresh(values, T::Clock::now(), rules)
	}

	/// Clear what an account that is no member any more has fed, on watched feeds: what else there is of it is never read,
	/// because only members count, and an account that returns has to feed anew. Returns the feeds that lost a value.
	pub(crate) fn clear_values(who: &T::AccountId) -> Vec<FeedId> {
		let mut feeds = T::Raw::watched();
		feeds.retain(|feed| T::Raw::clear(who, *feed));
		for feed in &feeds {
			Self::deposit_event(Event::ValueCleared { who: who.clone(), feed: *feed });
		}
		feeds
	}

	/// Read feeds again at once. Nobody weighs it: see `dismiss`.
	pub(crate) fn read_now(feeds: Vec<FeedId>) {
		for feed in feeds {
			let _ = T::OnData::on_data(feed);
		}
	}

	/// Have feeds read again in idle blocks.
	pub(crate) fn queue_reading(feeds: Vec<FeedId>) {
		if feeds.is_empty() {
			return;
		}
		ToRead::<T>::mutate(|waiting| {
			for feed in feeds {
				if !waiting.contains(&feed) {
					// There is a place for every watched feed. If one is not watched any more and keeps a place, a feed is
					// read again with its next value.
					let _ = waiting.try_push(feed);
				}
			}
		});
	}

	/// Read feeds again that lost the value of an operator who resigned, as far as the meter allows.
	pub(crate) fn read_again(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::idle()).is_err() {
			return;
		}
		let mut waiting = ToRead::<T>::get();
		let each = T::WeightInfo::read_again().saturating_add(T::OnData::on_data_weight());
		let mut is_changed = false;
		while !waiting.is_empty() && meter.try_consume(each).is_ok() {
			let feed = waiting.remove(0);
			is_changed = true;
			let _ = T::OnData::on_data(feed);
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

	/// Booking a reward reads the price, and more.
	fn price_weight() -> Weight {
		T::WeightInfo::reward()
	}
}

impl<T: Config> SortedMembers<T::AccountId> for Pallet<T> {
	fn sorted_members() -> Vec<T::AccountId> {
		Members::<T>::get().into_inner()
	}

	fn count() -> usize {
		Members::<T>::decode_len().unwrap_or(0)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn add(who: &T::AccountId) {
		Members::<T>::mutate(|members| {
			if let Err(place) = members.binary_search(who) {
				let _ = members.try_insert(place, who.clone());
			}
		});
	}
}
