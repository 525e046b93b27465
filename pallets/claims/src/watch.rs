//! How a product reads its feed's log, a piece at a time, and what that does to its trigger.
//!
//! A watch looks at each millisecond once, in order, however late: which blocks there are and where the meter ends
//! makes no difference to what it finds.

use crate::{types::*, *};
use breakwater_math::average;
use frame_support::weights::WeightMeter;

/// What a watch finds next in its log.
enum Next {
	/// A piece to look at.
	Piece(Piece),
	/// It has moved its position and has to be asked again.
	Again,
	/// A knot is missing: cannot happen, and nothing is decided.
	Missing,
}

impl<T: Config> Pallet<T> {
	/// Evaluate a product up to this block, by at most `pieces` pieces and as far as the meter allows. Returns whether it
	/// got there or waits for something other than weight.
	pub(crate) fn evaluate(
		product: ProductId,
		feed: FeedId,
		state: &FeedState,
		seen: Seen,
		pieces: u32,
		meter: &mut WeightMeter,
	) -> bool {
		if meter.try_consume(T::WeightInfo::evaluate_watch()).is_err() {
			return false;
		}
		let Some(mut watch) = Watches::<T>::get(product) else { return true };
		let mut done = Self::read_log(product, feed, state, &mut watch, seen, pieces, meter);
		let had = watch.open;
		if meter.can_consume(Self::turn_weight()) {
			Self::check_deadlines(&mut watch, seen);
		}
		if had.is_some() && watch.open.is_none() {
			done = Self::read_log(product, feed, state, &mut watch, seen, pieces, meter);
		}
		Self::tell_readiness(product, &mut watch, seen);
		Watches::<T>::insert(product, watch);
		done
	}

	/// An incident of the product was closed: let the watch go on with what had to wait.
	pub(crate) fn reopen_watch(product: ProductId, incident: IncidentId, meter: &mut WeightMeter) {
		Self::charge(meter, T::WeightInfo::reopen_watch());
		let Some(mut watch) = Watches::<T>::get(product).filter(|w| w.open == Some(incident)) else { return };
		watch.open = None;
		let feed = watch.trigger.feed;
		Watches::<T>::insert(product, watch);
		let Some(mut state) = Feeds::<T>::get(feed) else { return };
		let seen = Self::seen();
		Self::sync(feed, &mut state, seen);
		Feeds::<T>::insert(feed, &state);
		let mut budget = WeightMeter::with_limit(meter.remaining().min(Self::evaluation_weight(1)));
		Self::evaluate(product, feed, &state, seen, MAX_PIECES_ON_DATA, &mut budget);
		Self::charge(meter, budget.consumed());
	}

	/// Read on in the log. Returns whether the watch got to this block or waits for something other than weight.
	#[allow(clippy::too_many_arguments)]
	pub(crate) fn read_log(
		product: ProductId,
		feed: FeedId,
		state: &FeedState,
		watch: &mut Watch,
		seen: Seen,
		pieces: u32,
		meter: &mut WeightMeter,
	) -> bool {
		let rule = Rule::of(&watch.trigger);
		let mut left = pieces;
		while watch.next <= seen.now {
			if left == 0 || !meter.can_consume(Self::piece_weight()) {
				return false;
			}
			left = left.saturating_sub(1);
			Self::charge(meter, T::WeightInfo::evaluate_piece());
			let piece = match Self::next_piece(feed, state, watch, seen.now) {
				Next::Piece(piece) => piece,
				Next::Again => continue,
				Next::Missing => {
					log::error!(target: LOG_TARGET, "product {product}: a knot of feed {feed} is missing");
					return true;
				}
			};
			if !Self::look_at(product, watch, piece, rule.as_ref(), seen, meter) {
				return true;
			}
		}
		true
	}

	/// Look at a piece. Returns whether the watch can go on: a breach waits while an incident is open.
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

	/// Do what a turn of the trigger means. `false`: it has to wait.
	pub(crate) fn turn(
		product: ProductId,
		watch: &mut Watch,
		turn: Turn,
		seen: Seen,
		meter: &mut WeightMeter,
	) -> bool {
		if let (Turn::Breached { at }, Some(_)) = (turn, watch.open) {
			watch.next = at;
			return false;
		}
		Self::charge(meter, Self::turn_weight());
		let used = match turn {
			Turn::Breached { at } => {
				let Some((incident, used)) = Self::open_incident(product, &watch.trigger, at, seen) else {
					watch.next = at;
					return false;
				};
				watch.open = Some(incident);
				used
			}
			Turn::Recovered { at } => {
				let open = watch.open.take();
				open.map_or(Weight::zero(), |i| Self::reject_incident(i, Reason::Recovered, at))
			}
			Turn::Completed { worst, .. } => {
				if let Some(incident) = watch.open {
					// The average of prices below 2^128 is below 2^128. The threshold is the mildest breach there is.
					let average =
						average::average(worst, watch.trigger.window, side(watch.trigger.direction))
							.unwrap_or(watch.trigger.threshold);
					Self::uphold_incident(incident, average);
				}
				Weight::zero()
			}
			Turn::Voided { at } => {
				watch.open.inspect(|i| Self::void_incident(*i, at, seen));
				Weight::zero()
			}
			Turn::Unclear { .. } => {
				watch.open.inspect(|i| Self::judge_incident(*i, seen));
				Weight::zero()
			}
			Turn::Resumed { at } => {
				let until = at.saturating_add(watch.trigger.duration); // Beyond the end of time: never.
				watch.open.inspect(|i| Self::resume_incident(*i, at, until));
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

	/// Move on an incident that waited too long for data. Data that are there decide before the deadline does.
	fn check_deadlines(watch: &mut Watch, seen: Seen) {
		let Some(id) = watch.open else { return };
		let Some(incident) = Incidents::<T>::get(id) else { return };
		match incident.stage {
			Stage::Undecided { until } if seen.active >= until && watch.next > seen.now => {
				Self::judge_incident(id, seen);
				// A judgement decides now; the trigger has to see a recovery before it counts again.
				watch.phase = Phase::Disarmed { recovered_since: None };
			}
			_ => {}
		}
	}

	/// Tell the others whether the trigger is ready, if that has changed.
	fn tell_readiness(product: ProductId, watch: &mut Watch, seen: Seen) {
		let caught_up = watch.next > seen.now;
		let ready = watch.phase == Phase::Armed && caught_up && watch.defined && watch.open.is_none();
		if ready != watch.ready {
			watch.ready = ready;
			// A part of `evaluate_watch`, as is a judgement that begins.
			let _ = T::OnIncident::readiness(product, ready);
			Self::deposit_event(Event::ReadinessChanged { product, ready });
		}
	}

	/// What the watch has to look at next, up to `to`.
	fn next_piece(feed: FeedId, state: &FeedState, watch: &mut Watch, to: Moment) -> Next {
		if watch.front < state.first {
			return Self::skip_lost(feed, state, watch);
		}
		let Some(mut front) = Self::knot(feed, watch.front) else { return Next::Missing };
		let mut next_front = Self::knot_after(feed, state, watch.front);
		if let Some(next) = next_front.filter(|k| k.time < watch.next) {
			watch.front = watch.front.saturating_add(1);
			if front.price.is_none() && next.price.is_some() {
				watch.covered_from = next.time;
				watch.tail = watch.front;
			}
			front = next;
			next_front = Self::knot_after(feed, state, watch.front);
			if next_front.is_some_and(|k| k.time < watch.next) {
				return Next::Again;
			}
		}
		let from = watch.next;
		let end = next_front.map_or(to, |k| k.time.min(to));
		let undefined = |to: Moment| Next::Piece(Piece::Undefined { from, to });
		let Some(front) = front.known() else { return undefined(end) };
		if watch.tail < state.first {
			let Some(oldest) = Self::knot(feed, state.first) else { return Next::Missing };
			watch.tail = state.first;
			watch.covered_from = watch.covered_from.max(oldest.time);
		}
		let window = watch.trigger.window;
		let full = watch.covered_from.saturating_add(window); // Beyond the end of time: never.
		if window == 0 || from < full {
			return undefined(if window == 0 { end } else { end.min(full.saturating_sub(1)) });
		}
		let Some(tail) = Self::knot(feed, watch.tail) else { return Next::Missing };
		let next_tail = Self::knot_after(feed, state, watch.tail).map(|k| k.time);
		if next_tail.is_some_and(|time| time.saturating_add(window) <= from) {
			watch.tail = watch.tail.saturating_add(1);
			return Next::Again;
		}
		let next_front = next_front.map(|k| k.time);
		let segment = tail
			.known()
			.and_then(|tail| average::segment(&front, next_front, &tail, next_tail, window, from, to));
		// No segment: cannot happen; an average that cannot be told decides nothing.
		segment.map_or(undefined(end), |s| Next::Piece(Piece::Defined(s)))
	}

	/// The log went on for too long without this watch: what it did not look at is a gap.
	fn skip_lost(feed: FeedId, state: &FeedState, watch: &mut Watch) -> Next {
		let Some(oldest) = Self::knot(feed, state.first) else { return Next::Missing };
		let from = watch.next;
		watch.front = state.first;
		watch.tail = state.first;
		watch.covered_from = oldest.time;
		Next::Piece(Piece::Undefined { from, to: oldest.time.max(from) })
	}

	fn knot_after(feed: FeedId, state: &FeedState, number: u64) -> Option<Knot> {
		let next = number.checked_add(1).filter(|n| *n <= state.last)?;
		Self::knot(feed, next)
	}

	/// The average at the last millisecond a watch has looked at, times its window.
	pub(crate) fn average_now(watch: &Watch) -> Option<u128> {
		let state = Feeds::<T>::get(watch.trigger.feed)?;
		if !watch.defined || watch.tail < state.first {
			return None;
		}
		let at = watch.next.checked_sub(1)?;
		let front = Self::knot(watch.trigger.feed, watch.front)?.known()?;
		let tail = Self::knot(watch.trigger.feed, watch.tail)?.known()?;
		let behind = at.checked_sub(watch.trigger.window)?;
		let numerator = front.cumulative_at(at)?.checked_sub(tail.cumulative_at(behind)?)?;
		average::average(numerator, watch.trigger.window, side(watch.trigger.direction))
	}

	/// Charge what the others say that they used beyond what was measured with them and is charged already.
	pub(crate) fn charge_beyond(meter: &mut WeightMeter, used: Weight, measured: Weight) {
		Self::charge(meter, used.saturating_sub(measured));
	}

	/// Charge what was used, also if it is more than was foreseen.
	pub(crate) fn charge(meter: &mut WeightMeter, weight: Weight) {
		if meter.try_consume(weight).is_err() {
			let remaining = meter.remaining();
			meter.consume(remaining);
		}
	}
}
