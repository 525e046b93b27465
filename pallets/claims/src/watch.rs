// SPDX-License-Identifier: Apache-2.0

//! The reading of a product's feed logs, a piece at a time, and its effect on the trigger.
//!
//! A watch looks at each millisecond once, in order, however late. Its findings do not depend on
//! which blocks there are and where the meter ends. It looks at a millisecond in all its feeds at
//! once, so each of them is brought up to this block before it reads on.

use crate::{types::*, *};
use alloc::vec::Vec;
use breakwater_math::average::{self, Segment};
use frame_support::weights::WeightMeter;
use sp_core::U256;

/// The log of a feed, as a watch needs it. It is up to date.
#[derive(Clone, Copy)]
pub(crate) struct Log {
	/// The feed.
	feed: FeedId,
	/// The number of the oldest observation that is kept.
	first: u64,
	/// The number of the newest observation.
	last: u64,
}

/// The next finding of a watch in its logs.
enum Next<Found> {
	/// A piece to look at.
	Piece(Found),
	/// The watch has moved its position and has to be asked again.
	Again,
	/// A observation is missing. This cannot happen, and no decision is made.
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
	/// Evaluate a product up to this block, by at most `pieces` pieces and as far as the meter
	/// allows. Returns true if it got there or waits for something other than weight.
	pub(crate) fn evaluate(product: ProductId, seen: Seen, pieces: u32, meter: &mut WeightMeter) -> bool {
		if meter.try_consume(T::WeightInfo::evaluate_watch()).is_err() {
			return false;
		}
		let Some(mut watch) = Watches::<T>::get(product) else { return true };
		if !Self::sync_all(&watch.trigger.feeds, seen, meter) {
			return false;
		}
		let Some(logs) = Self::logs_of(&watch.trigger.feeds) else {
			log::error!(target: LOG_TARGET, "product {product}: a feed is missing");
			return true;
		};
		let done = Self::read_logs(product, &logs, &mut watch, seen, pieces, meter);
		if meter.can_consume(Self::turn_weight()) {
			Self::check_deadlines(&mut watch, seen);
		}
		Self::tell_readiness(product, &mut watch, seen);
		Watches::<T>::insert(product, watch);
		done
	}

	/// Let the watch of a product go on with what had to wait, after an incident of the product was
	/// closed.
	pub(crate) fn reopen_watch(product: ProductId, incident: IncidentId, meter: &mut WeightMeter) {
		Self::charge(meter, T::WeightInfo::reopen_watch());
		let Some(mut watch) = Watches::<T>::get(product) else {
			// The product is delisted.
			let used = Self::resume_windows(product);
			return Self::charge(meter, used);
		};
		if watch.open != Some(incident) {
			return;
		}
		let seen = Self::seen();
		watch.open = watch.behind.take();
		if let Some(next) = watch.open {
			Self::begin_next(product, next, meter);
		}
		// Before the claims of that one are known: what both could cost together is pinned until
		// then.
		let logs = Self::logs_of(&watch.trigger.feeds).unwrap_or_default();
		Self::open_waiting(product, &logs, &mut watch, seen, meter);
		if watch.open.is_none() {
			let used = Self::resume_windows(product);
			Self::charge(meter, used);
		}
		Watches::<T>::insert(product, watch);
		let mut budget = WeightMeter::with_limit(meter.remaining().min(Self::evaluation_weight(1)));
		Self::evaluate(product, seen, MAX_PIECES_ON_DATA, &mut budget);
		Self::charge(meter, budget.consumed());
	}

	/// Open the incident of a breach that had to wait, if there is a place for it. Returns true if
	/// none waits any more.
	///
	/// Data that are still there say if it lasted. If later data have driven them out, people
	/// judge: no later data could decide.
	fn open_waiting(
		product: ProductId,
		logs: &[Log],
		watch: &mut Watch,
		seen: Seen,
		meter: &mut WeightMeter,
	) -> bool {
		let Some(rule) = Rule::of(&watch.trigger).filter(|_| watch.waits.is_some()) else { return true };
		let at = watch.next;
		if !Self::turn(product, watch, Turn::Breached { at }, seen, meter) {
			return false;
		}
		// The mildest breach there is: the actual average is looked at once more.
		watch.phase = Phase::Observing { since: at, worst: rule.bound };
		let is_lost = |(log, reader): (&Log, &Reader)| reader.front.min(reader.tail) < log.first;
		if let (Some(id), true) = (watch.observed(), logs.iter().zip(&watch.readers).any(is_lost)) {
			Self::void_incident(id, at, seen);
			Self::judge_incident(id, seen, watch.behind.is_some());
			watch.phase = Phase::Disarmed { recovered_since: None };
		}
		true
	}

	/// The logs of feeds, in their order. `None` if one is missing: a watch has all its feeds.
	pub(crate) fn logs_of(feeds: &FeedSet) -> Option<Vec<Log>> {
		let log = |feed| {
			let FeedState { first, last, .. } = Feeds::<T>::get(feed)?;
			Some(Log { feed, first, last })
		};
		feeds.iter().map(log).collect()
	}

	/// Read on in the logs. Returns true if the watch got to this block or waits for something
	/// other than weight.
	pub(crate) fn read_logs(
		product: ProductId,
		logs: &[Log],
		watch: &mut Watch,
		seen: Seen,
		pieces: u32,
		meter: &mut WeightMeter,
	) -> bool {
		let rule = Rule::of(&watch.trigger);
		if watch.waits.is_some() {
			if !meter.can_consume(Self::turn_weight()) {
				return false;
			}
			if !Self::open_waiting(product, logs, watch, seen, meter) {
				return true;
			}
		}
		let mut left = pieces;
		while watch.next <= seen.now {
			if left == 0 || !meter.can_consume(Self::piece_weight()) {
				return false;
			}
			left = left.saturating_sub(1);
			Self::charge(meter, Self::reading_weight(logs.len()));
			let piece = match Self::next_piece(logs, watch, seen.now) {
				Next::Piece(piece) => piece,
				Next::Again => continue,
				Next::Missing => {
					log::error!(target: LOG_TARGET, "product {product}: an observation of its feeds is missing");
					return true;
				}
			};
			if !Self::look_at(product, watch, piece, rule.as_ref(), seen, meter) {
				return true;
			}
		}
		true
	}

	/// Look at a piece. Returns true if the watch can go on: a third breach waits while two
	/// incidents are open.
	fn look_at(
		product: ProductId,
		watch: &mut Watch,
		piece: Piece,
		rule: Option<&Rule>,
		seen: Seen,
		meter: &mut WeightMeter,
	) -> bool {
		let end = piece.to().saturating_add(1); // The last millisecond of time is never reached.
		let Some(rule) = rule else {
			watch.next = end;
			return true;
		};
		watch.defined = matches!(piece, Piece::Defined(_));
		let mut rest = Some(piece);
		while let Some(piece) = rest {
			let step = watch.phase.step(&piece, rule);
			if let Some(turn) = step.turn {
				if !Self::turn(product, watch, turn, seen, meter) {
					return false;
				}
			}
			watch.phase = step.phase;
			rest = step.rest;
		}
		watch.next = end;
		true
	}

	/// Act on a turn of the trigger. All but a breach are about the newest incident. Returns false
	/// if it has to wait.
	pub(crate) fn turn(
		product: ProductId,
		watch: &mut Watch,
		turn: Turn,
		seen: Seen,
		meter: &mut WeightMeter,
	) -> bool {
		if let (Turn::Breached { at }, Some(_)) = (turn, watch.behind) {
			watch.next = at;
			watch.waits = watch.waits.or(Some(seen));
			return false;
		}
		Self::charge(meter, Self::turn_weight());
		let is_behind = watch.behind.is_some();
		let used = match turn {
			Turn::Breached { at } => {
				let opened = watch.waits.unwrap_or(seen);
				let Some((incident, used)) = Self::open_incident(product, &watch.trigger, at, opened) else {
					watch.next = at;
					return false;
				};
				watch.waits = None;
				if watch.open.is_some() {
					watch.behind = Some(incident);
					used
				} else {
					watch.open = Some(incident);
					used.saturating_add(Self::stop_windows(product))
				}
			}
			Turn::Recovered { at } => {
				let observed = watch.behind.take().or_else(|| watch.open.take());
				let used =
					observed.map_or(Weight::zero(), |i| Self::reject_incident(i, Reason::Recovered, at));
				match watch.open {
					Some(_) => used,
					None => used.saturating_add(Self::resume_windows(product)),
				}
			}
			Turn::Completed { worst, .. } => {
				if let Some(incident) = watch.observed() {
					// The average of prices below 2^128 is below 2^128. The threshold is the
					// mildest breach there is.
					let average = average::average(worst, watch.trigger.window, watch.trigger.side())
						.unwrap_or(watch.trigger.threshold);
					Self::uphold_incident(incident, average, is_behind);
				}
				Weight::zero()
			}
			Turn::Voided { at } => {
				watch.observed().inspect(|i| Self::void_incident(*i, at, seen));
				Weight::zero()
			}
			Turn::Unclear { .. } => {
				watch.observed().inspect(|i| Self::judge_incident(*i, seen, is_behind));
				Weight::zero()
			}
			Turn::Resumed { at } => {
				// Beyond the end of time: never.
				let until = at.saturating_add(watch.trigger.duration);
				watch.observed().inspect(|i| Self::resume_incident(*i, at, until));
				Weight::zero()
			}
			Turn::Rearmed { at } => {
				Self::deposit_event(Event::TriggerArmed { product, at });
				Weight::zero()
			}
		};
		Self::charge_beyond(meter, used, Self::turn_weight());
		true
	}

	/// Move on an incident that waited too long for data. Data that are there decide before the
	/// deadline does.
	fn check_deadlines(watch: &mut Watch, seen: Seen) {
		let Some(id) = watch.observed() else { return };
		let Some(incident) = Incidents::<T>::get(id) else { return };
		match incident.stage {
			Stage::Undecided { until } if seen.active >= until && watch.next > seen.now => {
				Self::judge_incident(id, seen, watch.behind.is_some());
				// A judgement decides now; the trigger has to see a recovery before it counts
				// again.
				watch.phase = Phase::Disarmed { recovered_since: None };
			}
			_ => {}
		}
	}

	/// Report to the other pallets if the trigger is ready, when that has changed.
	pub(crate) fn tell_readiness(product: ProductId, watch: &mut Watch, seen: Seen) {
		let caught_up = watch.next > seen.now;
		let ready = watch.phase == Phase::Armed && caught_up && watch.defined && watch.open.is_none();
		if ready != watch.ready {
			watch.ready = ready;
			// A part of `evaluate_watch`, as is a judgement that begins.
			let _ = T::OnIncident::readiness(product, ready);
			Self::deposit_event(Event::ReadinessChanged { product, ready });
		}
	}

	/// The next piece for the watch, up to `to`: where all its feeds have an average, the deciding
	/// one.
	fn next_piece(logs: &[Log], watch: &mut Watch, to: Moment) -> Next<Piece> {
		let (from, window) = (watch.next, watch.trigger.window);
		let mut segments = Vec::new();
		let mut undefined = None;
		let mut again = false;
		for (log, reader) in logs.iter().zip(&mut watch.readers) {
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
		let deciding = average::extreme(watch.trigger.deciding_side(), &segments);
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

	/// Skip a part of the log that was lost before this watch read it. The part that it did not
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

	/// The deciding average at the last millisecond a watch has looked at.
	pub(crate) fn average_now(watch: &Watch) -> Option<u128> {
		if !watch.defined {
			return None;
		}
		let logs = Self::logs_of(&watch.trigger.feeds)?;
		let sums = logs.iter().zip(&watch.readers).map(|(log, reader)| Self::sum_now(watch, log, reader));
		let towards = watch.trigger.deciding_side();
		let sum = sums.collect::<Option<Vec<_>>>()?.into_iter().reduce(|a, b| towards.worse(a, b))?;
		average::average(sum, watch.trigger.window, watch.trigger.side())
	}

	/// The average of one feed at the last millisecond a watch has looked at, times the window.
	fn sum_now(watch: &Watch, log: &Log, reader: &Reader) -> Option<U256> {
		if reader.tail < log.first {
			return None;
		}
		let at = watch.next.checked_sub(1)?;
		let behind = at.checked_sub(watch.trigger.window)?;
		let front = Self::observation(log.feed, reader.front)?.known()?;
		let tail = Self::observation(log.feed, reader.tail)?.known()?;
		front.cumulative_at(at)?.checked_sub(tail.cumulative_at(behind)?)
	}

	/// Charge the weight that the other pallets report beyond what was measured with them and is
	/// charged already.
	pub(crate) fn charge_beyond(meter: &mut WeightMeter, used: Weight, measured: Weight) {
		Self::charge(meter, used.saturating_sub(measured));
	}

	/// Charge the weight used, also if it is more than was foreseen.
	pub(crate) fn charge(meter: &mut WeightMeter, weight: Weight) {
		if meter.try_consume(weight).is_err() {
			let remaining = meter.remaining();
			meter.consume(remaining);
		}
	}
}
