// SPDX-License-Identifier: Apache-2.0

//! Invariants, one function each.

use crate::{types::*, *};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// All invariants of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_logs()?;
		Self::check_readers()?;
		Self::check_observations()
	}

	/// The log of a feed has all its observations in the order of time, each summing up the one
	/// before it, and none is in the future. Every feed kept is watched and polled, and no
	/// observations are left of others.
	fn check_logs() -> Result<(), TryRuntimeError> {
		let watched = WatchedFeeds::<T>::get();
		let kept: BTreeSet<_> = Feeds::<T>::iter_keys().collect();
		ensure!(watched.iter().copied().collect::<BTreeSet<_>>() == kept, "watched feeds are the feeds kept");
		ensure!(watched.len() == kept.len(), "a feed is watched once");
		for feed in Observations::<T>::iter_keys().map(|(feed, _)| feed).collect::<BTreeSet<_>>() {
			ensure!(kept.contains(&feed), "nothing is left of the log of a feed that is not kept");
		}
		for (feed, state) in Feeds::<T>::iter() {
			ensure!(
				state.last.saturating_sub(state.first) < MAX_OBSERVATIONS.into(),
				"the log is within its bound"
			);
			ensure!(state.first <= state.last && state.run <= state.last, "the log's numbers are in order");
			let mut before: Option<Observation> = None;
			for number in state.first..=state.last {
				let observation = Self::observation(feed, number).ok_or("an observation is missing")?;
				if let Some(before) = before {
					ensure!(before.time < observation.time, "observations are in the order of time");
					let sum =
						before.known().map_or(Some(before.cumulative), |k| k.cumulative_at(observation.time));
					ensure!(sum == Some(observation.cumulative), "observations sum up");
				}
				ensure!(observation.time <= state.seen.now, "no observation is in the future");
				before = Some(observation);
			}
		}
		Ok(())
	}

	/// A trigger belongs to all its feeds, and reads what is there. A feed has only products that
	/// watch it.
	fn check_readers() -> Result<(), TryRuntimeError> {
		for (product, state) in TriggerStates::<T>::iter() {
			for (feed, reader) in state.trigger.feeds.iter().zip(state.readers) {
				let feed = Feeds::<T>::get(feed).ok_or("a trigger has its feeds")?;
				ensure!(feed.products.contains(&product), "a feed knows the products that watch it");
				let is_there = reader.front <= feed.last && reader.tail <= feed.last;
				ensure!(is_there, "a trigger reads what is there");
			}
		}
		for (feed, state) in Feeds::<T>::iter() {
			for product in state.products.iter() {
				let state =
					TriggerStates::<T>::get(product).ok_or("every product of a feed has a trigger")?;
				ensure!(state.trigger.feeds.contains(feed), "a feed has only products that watch it");
			}
		}
		Ok(())
	}

	/// A trigger observes an open incident of its product exactly while its phase says so, and
	/// decides that incident. It is ready only while it is armed with data and no incident of the
	/// product is open. A breach waits only while two incidents are open, at the first millisecond
	/// that was not looked at.
	fn check_observations() -> Result<(), TryRuntimeError> {
		for (product, state) in TriggerStates::<T>::iter() {
			let open = T::Incidents::open_on(product);
			let is_observing = matches!(state.phase, Phase::Observing { .. } | Phase::Undecided);
			ensure!(
				is_observing == state.observed.is_some(),
				"a trigger observes exactly while its phase does"
			);
			if let Some(Observed { incident, since, assess_at, .. }) = state.observed {
				ensure!(
					open.second.or(open.first) == Some(incident),
					"the observed incident is the newest of its product"
				);
				let decider = T::Incidents::decider(incident);
				ensure!(decider == Some(Decider::Trigger), "the trigger decides what it observes");
				ensure!(since <= state.next, "an observation begins before its end");
				let is_dated = state.phase != Phase::Undecided || assess_at.is_some();
				ensure!(is_dated, "an incident without data has a deadline");
			}
			for incident in open.first.into_iter().chain(open.second) {
				let decides = T::Incidents::decider(incident) == Some(Decider::Trigger);
				let observes = state.observed.is_some_and(|observed| observed.incident == incident);
				ensure!(decides == observes, "an incident that the trigger decides is observed");
			}
			let may_be_ready = state.phase == Phase::Armed && state.defined && open.first.is_none();
			ensure!(!state.ready || may_be_ready, "ready means armed, with data and without an incident");
			let may_wait = open.second.is_some() && state.phase == Phase::Armed;
			ensure!(state.waits.is_none() || may_wait, "a breach waits only while two incidents are open");
			let has_waited = state.waits.is_some_and(|found| state.next <= found.now);
			ensure!(state.waits.is_none() || has_waited, "a breach is found after it began");
		}
		Ok(())
	}
}
