// SPDX-License-Identifier: Apache-2.0

//! The round in which triggers are evaluated, at the start of every block.

use crate::*;
use frame_support::weights::WeightMeter;

impl<T: Config> Pallet<T> {
	/// Evaluate the watched feeds up to this block, in turn, as far as the meter allows.
	pub(crate) fn poll(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::poll()).is_err() {
			return;
		}
		let feeds = WatchedFeeds::<T>::get();
		let start = Cursor::<T>::get();
		let seen = T::Clock::block_time();
		let count = u32::try_from(feeds.len()).unwrap_or(0);
		for i in 0..count {
			let Some(place) = start.0.saturating_add(i).checked_rem(count) else { return };
			let offset = if i == 0 { start.1 } else { 0 };
			let Some(feed) = usize::try_from(place).ok().and_then(|p| feeds.get(p)) else { return };
			if let Some(product) = Self::poll_feed(*feed, offset, seen, meter) {
				Cursor::<T>::put((place, product));
				return;
			}
		}
	}

	/// Evaluate one feed, beginning with its product number `offset`. Returns the number of the
	/// product at which the meter ended.
	pub(crate) fn poll_feed(
		feed: FeedId,
		offset: u32,
		seen: BlockTime,
		meter: &mut WeightMeter,
	) -> Option<u32> {
		if !meter.can_consume(T::WeightInfo::sync_feed()) {
			return Some(offset);
		}
		let mut state = Feeds::<T>::get(feed)?;
		let is_changed = Self::sync(feed, &mut state, seen);
		charge(meter, Self::syncing_weight(is_changed));
		let is_idle = Self::forget_delisted(feed, &mut state, meter);
		if is_idle && Self::let_go(feed, &mut state, meter) {
			return None;
		}
		Feeds::<T>::insert(feed, &state);
		let split = usize::try_from(offset).unwrap_or(0).min(state.products.len());
		let (early, late) = state.products.split_at(split);
		for product in late.iter().chain(early) {
			if !Self::evaluate(*product, seen, meter) {
				let number = state.products.iter().position(|p| p == product);
				return Some(number.and_then(|n| u32::try_from(n).ok()).unwrap_or(0));
			}
		}
		None
	}
}
