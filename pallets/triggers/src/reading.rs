// SPDX-License-Identifier: Apache-2.0

//! The reading of a trigger's feed logs, a piece at a time.

use crate::{types::*, *};
use alloc::vec::Vec;
use breakwater_math::average::{self, Segment};
use sp_core::U256;

/// The log of a feed, as a trigger needs it. It is up to date.
#[derive(Clone, Copy)]
pub(crate) struct Log {
	/// The feed.
	feed: FeedId,
	/// The number of the oldest observation that is kept.
	first: u64,
	/// The number of the newest observation.
	last: u64,
}

impl Log {
	/// True if observations are lost that a reader still needs.
	pub(crate) fn has_lost(&self, reader: &Reader) -> bool {
		reader.front.min(reader.tail) < self.first
	}
}

/// The next finding of a trigger in its logs.
pub(crate) enum Next<Found> {
	/// A piece to look at.
	Piece(Found),
	/// The trigger has moved its place in a log and has to be asked again.
	Again,
	/// An observation is missing. This cannot happen, and no decision is made.
	Missing,
}

/// The state of one feed in the milliseconds from the next one on.
enum Stretch {
	/// No full window of fresh data until this millisecond.
	Undefined(Moment),
	/// A linear piece of its average.
	Defined(Segment),
}

impl<T: Config> Pallet<T> {
	/// The logs of feeds, in their order. `None` if one is missing: a trigger has all its feeds.
	pub(crate) fn logs_of(feeds: &FeedSet) -> Option<Vec<Log>> {
		let log = |feed| {
			let FeedState { first, last, .. } = Feeds::<T>::get(feed)?;
			Some(Log { feed, first, last })
		};
		feeds.iter().map(log).collect()
	}

	/// The next piece for the trigger, up to `to`: where all its feeds have an average, the
	/// deciding one.
	pub(crate) fn next_piece(logs: &[Log], state: &mut TriggerState, to: Moment) -> Next<Piece> {
		let (from, window) = (state.next, state.trigger.window);
		let mut segments = Vec::new();
		let mut undefined = None;
		let mut again = false;
		for (log, reader) in logs.iter().zip(&mut state.readers) {
			match Self::next_stretch(log, reader, window, from, to) {
				Next::Piece(Stretch::Defined(segment)) => segments.push(segment),
				// While one has none, the others do not matter.
				Next::Piece(Stretch::Undefined(end)) => undefined = undefined.max(Some(end)),
				Next::Again => again = true,
				Next::Missing => return Next::Missing,
			}
		}
		if again {
			return Next::Again;
		}
		if let Some(to) = undefined {
			return Next::Piece(Piece::Undefined { from, to });
		}
		// No segment: cannot happen; an average that cannot be computed decides nothing.
		let deciding = average::extreme(state.trigger.deciding_side(), &segments);
		Next::Piece(deciding.map_or(Piece::Undefined { from, to }, Piece::Defined))
	}

	/// The stretch of one feed from `from` on, up to `to`.
	fn next_stretch(
		log: &Log,
		reader: &mut Reader,
		window: Moment,
		from: Moment,
		to: Moment,
	) -> Next<Stretch> {
		if reader.front < log.first {
			return Self::skip_lost(log, reader, from);
		}
		let Some(mut front) = Self::observation(log.feed, reader.front) else { return Next::Missing };
		let mut next_front = Self::observation_after(log, reader.front);
		if let Some(next) = next_front.filter(|k| k.time < from) {
			reader.front = reader.front.saturating_add(1);
			if front.price.is_none() && next.price.is_some() {
				reader.covered_from = next.time;
				reader.tail = reader.front;
			}
			front = next;
			next_front = Self::observation_after(log, reader.front);
			if next_front.is_some_and(|k| k.time < from) {
				return Next::Again;
			}
		}
		let end = next_front.map_or(to, |k| k.time.min(to));
		let undefined = |to: Moment| Next::Piece(Stretch::Undefined(to));
		let Some(front) = front.known() else { return undefined(end) };
		if reader.tail < log.first {
			let Some(oldest) = Self::observation(log.feed, log.first) else { return Next::Missing };
			reader.tail = log.first;
			reader.covered_from = reader.covered_from.max(oldest.time);
		}
		let full = reader.covered_from.saturating_add(window); // Beyond the end of time: never.
		if window == 0 || from < full {
			return undefined(if window == 0 { end } else { end.min(full.saturating_sub(1)) });
		}
		let Some(tail) = Self::observation(log.feed, reader.tail) else { return Next::Missing };
		let next_tail = Self::observation_after(log, reader.tail).map(|k| k.time);
		if next_tail.is_some_and(|time| time.saturating_add(window) <= from) {
			reader.tail = reader.tail.saturating_add(1);
			return Next::Again;
		}
		let next_front = next_front.map(|k| k.time);
		let segment = tail
			.known()
			.and_then(|tail| average::segment(&front, next_front, &tail, next_tail, window, from, to));
		// No segment: cannot happen; an average that cannot be computed decides nothing.
		segment.map_or(undefined(end), |s| Next::Piece(Stretch::Defined(s)))
	}

	/// Skip a part of the log that was lost before this trigger read it. The part that it did not
	/// look at is a gap.
	fn skip_lost(log: &Log, reader: &mut Reader, from: Moment) -> Next<Stretch> {
		let Some(oldest) = Self::observation(log.feed, log.first) else { return Next::Missing };
		*reader = Reader { front: log.first, tail: log.first, covered_from: oldest.time };
		Next::Piece(Stretch::Undefined(oldest.time.max(from)))
	}

	fn observation_after(log: &Log, number: u64) -> Option<Observation> {
		let next = number.checked_add(1).filter(|n| *n <= log.last)?;
		Self::observation(log.feed, next)
	}

	/// The deciding average at the last millisecond a trigger has looked at.
	pub(crate) fn average_now(state: &TriggerState) -> Option<u128> {
		if !state.defined {
			return None;
		}
		let logs = Self::logs_of(&state.trigger.feeds)?;
		let sums = logs.iter().zip(&state.readers).map(|(log, reader)| Self::sum_now(state, log, reader));
		let towards = state.trigger.deciding_side();
		let sum = sums.collect::<Option<Vec<_>>>()?.into_iter().reduce(|a, b| towards.worse(a, b))?;
		average::average(sum, state.trigger.window, state.trigger.side())
	}

	/// The average of one feed at the last millisecond a trigger has looked at, times the window.
	fn sum_now(state: &TriggerState, log: &Log, reader: &Reader) -> Option<U256> {
		if reader.tail < log.first {
			return None;
		}
		let at = state.next.checked_sub(1)?;
		let behind = at.checked_sub(state.trigger.window)?;
		let front = Self::observation(log.feed, reader.front)?.known()?;
		let tail = Self::observation(log.feed, reader.tail)?.known()?;
		front.cumulative_at(at)?.checked_sub(tail.cumulative_at(behind)?)
	}
}
