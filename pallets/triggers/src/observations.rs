// SPDX-License-Identifier: Apache-2.0

//! The log of a feed's price. This file writes it from data only; `reading.rs` reads it.

use crate::{types::*, *};
use frame_support::weights::WeightMeter;
use sp_core::U256;

impl<T: Config> Pallet<T> {
	/// Log the price as of now, and begin with the triggers that are new. Returns their number.
	/// Data at one time replace one another: a price that held for no time does not count.
	pub(crate) fn log_data(feed: FeedId) -> u32 {
		let products = T::Catalogue::products_on(feed);
		let seen = T::Clock::block_time();
		let known = match Feeds::<T>::get(feed) {
			Some(state) => Some(state),
			// A feed without products is not kept.
			None if products.is_empty() => None,
			None => Self::new_feed(feed, seen),
		};
		let Some(mut state) = known else { return 0 };
		Self::log_now(feed, &mut state, seen);
		Feeds::<T>::insert(feed, &state);
		let mut begun = 0u32;
		// A feed knows each product that watches it.
		for product in products.into_iter().filter(|product| !state.products.contains(product)) {
			// At most one for each product of the feed.
			begun = begun.saturating_add(Self::watch_product(product, seen).map_or(0, |()| 1));
		}
		begun
	}

	/// Log the price of a watched feed as of now, without beginning anything.
	pub(crate) fn log_again(feed: FeedId) {
		let Some(mut state) = Feeds::<T>::get(feed) else { return };
		Self::log_now(feed, &mut state, T::Clock::block_time());
		Feeds::<T>::insert(feed, state);
	}

	/// Bring a feed up to this block, and write its price down.
	fn log_now(feed: FeedId, state: &mut FeedState, seen: BlockTime) {
		Self::sync(feed, state, seen);
		let price = T::Feed::price(feed, state.not_before)
			.filter(|p| p.value > 0 && p.fresh_until > seen.now && p.oldest >= state.not_before);
		if let Some(price) = price {
			state.fresh_until = price.fresh_until;
		}
		Self::log_price(feed, state, seen.now, price.map(|p| p.value));
	}

	/// Watch another feed. `None` if there is no place.
	fn new_feed(feed: FeedId, seen: BlockTime) -> Option<FeedState> {
		if WatchedFeeds::<T>::try_mutate(|feeds| feeds.try_push(feed)).is_err() {
			log::error!(target: LOG_TARGET, "feed {feed} is not watched: {MAX_FEEDS} feeds are");
			return None;
		}
		Observations::<T>::insert(
			feed,
			0,
			Observation { time: seen.now, price: None, cumulative: U256::zero() },
		);
		Self::deposit_event(Event::FeedWatched { feed });
		// Values from before a halt do not count here either.
		let (not_before, products) = (T::Clock::resumed_at(), Default::default());
		Some(FeedState { first: 0, last: 0, run: 0, fresh_until: 0, not_before, seen, products })
	}

	/// Bring feeds up to this block that are not. Returns true if the meter was enough for it.
	pub(crate) fn sync_all(feeds: &FeedSet, seen: BlockTime, meter: &mut WeightMeter) -> bool {
		for feed in feeds.iter() {
			let Some(mut state) = Feeds::<T>::get(feed).filter(|state| state.seen != seen) else { continue };
			if !meter.can_consume(T::WeightInfo::sync_feed()) {
				return false;
			}
			let is_changed = Self::sync(feed, &mut state, seen);
			charge(meter, Self::syncing_weight(is_changed));
			Feeds::<T>::insert(feed, state);
		}
		true
	}

	/// Bring a feed up to this block without new data. A price that has become stale ends when it
	/// did. No price carries over a halt of the chain, which is a block gap that active time does
	/// not count in full. Returns true if the log was looked at.
	pub(crate) fn sync(feed: FeedId, state: &mut FeedState, seen: BlockTime) -> bool {
		// Saturation: clocks do not go back; if one did, that is no halt.
		let wall = seen.now.saturating_sub(state.seen.now);
		let active = seen.active.saturating_sub(state.seen.active);
		let is_stale = seen.now > state.fresh_until;
		if wall > active {
			Self::log_price(feed, state, state.seen.now, None);
			state.not_before = seen.now;
			Self::deposit_event(Event::FeedInterrupted { feed, from: state.seen.now, until: seen.now });
		} else if is_stale {
			let last = Self::observation(feed, state.last);
			if let Some(last) = last.filter(|k| k.price.is_some()) {
				Self::log_price(feed, state, state.fresh_until.max(last.time), None);
			}
		}
		state.seen = seen;
		wall > active || is_stale
	}

	/// Write down that the price is `price` from `time` on.
	fn log_price(feed: FeedId, state: &mut FeedState, time: Moment, price: Option<u128>) {
		let Some(last) = Self::observation(feed, state.last) else { return };
		if last.price == price || time < last.time {
			return;
		}
		// The observation before the one to be written, and its cumulative sum.
		let (before, cumulative) = if time == last.time {
			let before = state.last.checked_sub(1).filter(|i| *i >= state.first);
			(before.and_then(|i| Self::observation(feed, i)), Some(last.cumulative))
		} else {
			let sum = match last.known() {
				Some(known) => known.cumulative_at(time),
				None => Some(last.cumulative),
			};
			// One a millisecond would last for 500 million years.
			state.last = state.last.saturating_add(1);
			if state.last.saturating_sub(state.first) >= u64::from(MAX_OBSERVATIONS) {
				state.first = state.first.saturating_add(1);
			}
			(Some(last), sum)
		};
		// A sum of prices below 2^128 over times below 2^64 cannot overflow; if it did, that would
		// be a gap.
		let (price, cumulative) = match cumulative {
			Some(sum) => (price, sum),
			None => (None, U256::zero()),
		};
		if price.is_some() && before.is_none_or(|k| k.price.is_none()) {
			state.run = state.last;
		}
		Observations::<T>::insert(feed, Self::slot(state.last), Observation { time, price, cumulative });
		Self::deposit_event(Event::PriceLogged { feed, at: time, old: last.price, new: price });
	}

	/// Begin with the trigger of a product, on all its feeds at once, if there is a place on each.
	/// A feed that has not had data yet is in a gap until it has. Returns `None` if it cannot
	/// begin.
	fn watch_product(product: ProductId, seen: BlockTime) -> Option<()> {
		if TriggerStates::<T>::contains_key(product) {
			return None;
		}
		let trigger = T::Catalogue::trigger(product)?;
		let is_new = |feed: &FeedId| !Feeds::<T>::contains_key(feed);
		let count = trigger.feeds.iter().filter(is_new).count();
		let watched = WatchedFeeds::<T>::decode_len().unwrap_or(0).saturating_add(count);
		let is_full = |feed| Feeds::<T>::get(feed).is_some_and(|state| state.products.is_full());
		if watched > MAX_FEEDS as usize || trigger.feeds.iter().any(is_full) {
			log::error!(target: LOG_TARGET, "product {product} is not watched: there is no place");
			return None;
		}
		let mut readers = [Reader::default(); MAX_FEEDS_PER_TRIGGER as usize];
		for (feed, reader) in trigger.feeds.iter().zip(&mut readers) {
			// Not one is missing: there is a place for all.
			let mut state = Feeds::<T>::get(feed).or_else(|| Self::new_feed(feed, seen))?;
			Self::sync(feed, &mut state, seen);
			let tail = state.run.max(state.first);
			*reader = Reader {
				front: Self::before(feed, &state, seen.now),
				tail,
				covered_from: Self::observation(feed, tail).map_or(seen.now, |k| k.time),
			};
			// There is a place.
			let _ = state.products.try_push(product);
			Feeds::<T>::insert(feed, state);
		}
		let state = TriggerState {
			trigger,
			phase: Phase::Starting,
			// This very block's average is the first that it looks at.
			next: seen.now,
			readers,
			defined: false,
			ready: false,
			observed: None,
			waits: None,
		};
		TriggerStates::<T>::insert(product, state);
		Self::deposit_event(Event::ProductWatched { product, feeds: trigger.feeds });
		Some(())
	}

	/// Forget the triggers of products that are no longer listed on a feed, as far as the meter
	/// allows. Their places on all their feeds are free again. The trigger of a product with an
	/// open incident stays until that has ended. Returns true if the feed has no product any more.
	pub(crate) fn forget_delisted(feed: FeedId, state: &mut FeedState, meter: &mut WeightMeter) -> bool {
		let listed = T::Catalogue::products_on(feed);
		state.products.retain(|product| {
			if listed.contains(product) || meter.try_consume(Self::forgetting_weight()).is_err() {
				return true;
			}
			let Some(TriggerState { trigger, .. }) = TriggerStates::<T>::get(product) else { return false };
			if T::Incidents::open_on(*product).first.is_some() {
				return true;
			}
			for other in trigger.feeds.iter().filter(|other| *other != feed) {
				Feeds::<T>::mutate_extant(other, |state| state.products.retain(|own| own != product));
			}
			TriggerStates::<T>::remove(product);
			Self::deposit_event(Event::ProductUnwatched { product: *product, feeds: trigger.feeds });
			false
		});
		listed.is_empty() && state.products.is_empty()
	}

	/// Let a feed without products go, a part of its log at a time, so that its place is free and
	/// no record of it is left. If a product is listed on it before that, it goes on with the rest
	/// of its log. Returns true if it is gone.
	pub(crate) fn let_go(feed: FeedId, state: &mut FeedState, meter: &mut WeightMeter) -> bool {
		for _ in 0..MAX_OBSERVATIONS_DROPPED {
			if state.first >= state.last || meter.try_consume(T::DbWeight::get().writes(1)).is_err() {
				break;
			}
			Observations::<T>::remove(feed, Self::slot(state.first));
			state.first = state.first.saturating_add(1); // At most `last`.
		}
		if state.first < state.last || meter.try_consume(Self::letting_go_weight()).is_err() {
			return false;
		}
		Observations::<T>::remove(feed, Self::slot(state.last));
		Feeds::<T>::remove(feed);
		WatchedFeeds::<T>::mutate(|feeds| feeds.retain(|other| *other != feed));
		Self::deposit_event(Event::FeedUnwatched { feed });
		true
	}

	/// The number of the last observation before `now`, or of the oldest: the newest or the one
	/// before it.
	fn before(feed: FeedId, state: &FeedState, now: Moment) -> u64 {
		match Self::observation(feed, state.last) {
			Some(last) if last.time >= now => state.last.saturating_sub(1).max(state.first),
			_ => state.last,
		}
	}

	/// The slot in which an observation is kept.
	fn slot(number: u64) -> u32 {
		// The remainder of a division by a 32-bit number above zero fits.
		number.checked_rem(u64::from(MAX_OBSERVATIONS)).and_then(|slot| slot.try_into().ok()).unwrap_or(0)
	}

	/// An observation by its number. Only those from `first` to `last` are valid.
	pub(crate) fn observation(feed: FeedId, number: u64) -> Option<Observation> {
		Observations::<T>::get(feed, Self::slot(number))
	}
}
