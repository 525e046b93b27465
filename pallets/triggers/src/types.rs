// SPDX-License-Identifier: Apache-2.0

//! Plain types: the log of a feed, the automaton of a trigger, and its place in the logs.
//!
//! [`Phase::step`] is the whole automaton of a trigger.

use breakwater_math::average::{self, Segment, Side};
use breakwater_primitives::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_core::U256;

/// The number of price changes kept for one feed. When more are needed, the oldest is given up, and
/// the averages that need it are not defined any more. Such a trigger is undecided: it never
/// decides.
///
/// At most one change a block is kept. With blocks of 3 s the log spans the longest window there
/// is, six hours, whatever operators feed. The tests of this crate use a shorter log, so that they
/// can fill it.
pub const MAX_OBSERVATIONS: u32 = if cfg!(test) { 512 } else { 8_192 };
/// The number of products that may watch one feed.
pub const MAX_PRODUCTS_PER_FEED: u32 = 16;
/// The number of feeds that may be watched.
pub const MAX_FEEDS: u32 = 64;
/// The number of price changes of a feed without products that one poll forgets.
pub const MAX_OBSERVATIONS_DROPPED: u32 = 32;
/// A change of a feed's price.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Observation {
	/// The moment from which it holds.
	pub time: Moment,
	/// The price in 10^-18; `None` begins a gap.
	pub price: Option<u128>,
	/// The sum of the price over all milliseconds before `time`. A gap adds zero.
	pub cumulative: U256,
}

impl Observation {
	/// The same for the formulas; `None` for a gap.
	pub fn known(&self) -> Option<average::Observation> {
		Some(average::Observation { time: self.time, price: self.price?, cumulative: self.cumulative })
	}
}

/// The products that watch a feed, alone or with others.
pub type FeedProducts = BoundedVec<ProductId, ConstU32<MAX_PRODUCTS_PER_FEED>>;

/// The state of a feed: a log of its price as a step function of the times at which data arrived.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct FeedState {
	/// The number of the oldest observation that is kept; observations are numbered from zero, one
	/// by one.
	pub first: u64,
	/// The number of the newest observation.
	pub last: u64,
	/// The number of the observation that began the newest stretch without a gap.
	pub run: u64,
	/// The moment from which the newest price is stale unless data arrive.
	pub fresh_until: Moment,
	/// Values from before this moment do not count: the end of the last halt of the chain.
	pub not_before: Moment,
	/// The clocks when the feed was last looked at. They reveal a halt.
	pub seen: BlockTime,
	/// The products that watch it.
	pub products: FeedProducts,
}

/// The rule that decides a trigger, as numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
	/// The breached side.
	pub side: Side,
	/// Threshold times window.
	pub bound: U256,
	/// The time that a breach, and a recovery, has to last.
	pub duration: Moment,
}

impl Rule {
	/// The rule of a trigger. `None` if its window is empty: such a trigger never decides.
	pub fn of(trigger: &Trigger) -> Option<Self> {
		let bound = average::bound(trigger.threshold, trigger.window)?;
		Some(Self { side: trigger.side(), bound, duration: trigger.duration })
	}
}

/// A stretch of milliseconds that a trigger looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
	/// At least one feed has no full window of fresh data.
	Undefined {
		/// The first millisecond.
		from: Moment,
		/// The last millisecond.
		to: Moment,
	},
	/// A linear piece of the deciding average.
	Defined(Segment),
}

impl Piece {
	/// The last millisecond.
	pub fn to(&self) -> Moment {
		match self {
			Piece::Undefined { to, .. } => *to,
			Piece::Defined(segment) => segment.to,
		}
	}
}

/// The state of a trigger's automaton.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Phase {
	/// No average has been seen yet.
	#[codec(index = 0)]
	Starting,
	/// A breach opens an incident.
	#[codec(index = 1)]
	Armed,
	/// A breach is lasting.
	#[codec(index = 2)]
	Observing {
		/// The first millisecond of the breach, without a gap since.
		since: Moment,
		/// The binding average since then, times the window.
		binding: U256,
	},
	/// Data went missing during a breach. The next average decides how it goes on.
	#[codec(index = 3)]
	Undecided,
	/// A breach has no effect until the price has recovered for the trigger's duration.
	#[codec(index = 4)]
	Disarmed {
		/// The moment since which the average is back on the good side.
		recovered_since: Option<Moment>,
	},
}

/// An event of a trigger, and its millisecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
	/// The average reached the threshold of an armed trigger.
	Breached {
		/// The moment.
		at: Moment,
	},
	/// The average was back before the breach had lasted long enough.
	Recovered {
		/// The moment.
		at: Moment,
	},
	/// The breach lasted long enough.
	Completed {
		/// The moment.
		at: Moment,
		/// The binding average, times the window.
		binding: U256,
	},
	/// Data went missing during a breach.
	Voided {
		/// The first millisecond without an average.
		at: Moment,
	},
	/// Data are back and the average is good. They do not show whether the breach had lasted.
	Unclear {
		/// The moment.
		at: Moment,
	},
	/// Data are back and the breach is still there: observation begins anew.
	Resumed {
		/// The moment.
		at: Moment,
	},
	/// The recovery lasted long enough, or the first average is good: a breach counts from now on.
	Rearmed {
		/// The moment.
		at: Moment,
	},
}

/// The effect of a [`Piece`] on a [`Phase`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
	/// The phase after it.
	pub phase: Phase,
	/// The event in the piece, if any.
	pub turn: Option<Turn>,
	/// The part of the piece that is still to be looked at. It may begin with the millisecond of
	/// the turn.
	pub rest: Option<Piece>,
}

impl Step {
	fn stay(phase: Phase) -> Self {
		Self { phase, turn: None, rest: None }
	}

	fn go(phase: Phase, turn: Option<Turn>, segment: &Segment, at: Moment) -> Self {
		Self { phase, turn, rest: segment.starting_at(at).map(Piece::Defined) }
	}
}

impl Phase {
	/// Look at a piece of time up to the first event in it. It makes no difference how a stretch of
	/// time is cut into pieces.
	pub fn step(self, piece: &Piece, rule: &Rule) -> Step {
		match piece {
			Piece::Undefined { from, .. } => self.void(*from),
			Piece::Defined(segment) => self.look(segment, rule),
		}
	}

	/// Carry no state over a gap: a breach is undecided, a recovery begins anew.
	fn void(self, at: Moment) -> Step {
		match self {
			Phase::Starting | Phase::Armed | Phase::Undecided => Step::stay(self),
			Phase::Disarmed { .. } => Step::stay(Phase::Disarmed { recovered_since: None }),
			Phase::Observing { .. } => {
				Step { phase: Phase::Undecided, turn: Some(Turn::Voided { at }), rest: None }
			}
		}
	}

	fn look(self, segment: &Segment, rule: &Rule) -> Step {
		let Rule { side, bound, duration } = *rule;
		let breached = side.breached(segment.at_from, bound);
		let from = segment.from;
		match self {
			Phase::Starting if breached => {
				Step::go(Phase::Disarmed { recovered_since: None }, None, segment, from)
			}
			Phase::Starting => Step::go(Phase::Armed, Some(Turn::Rearmed { at: from }), segment, from),
			Phase::Armed => match segment.first_breached(side, bound) {
				Some(at) => {
					let binding = segment.at(at).unwrap_or(bound);
					let phase = Phase::Observing { since: at, binding };
					Step::go(phase, Some(Turn::Breached { at }), segment, at)
				}
				None => Step::stay(self),
			},
			Phase::Observing { since, binding } => Self::observe(since, binding, segment, rule),
			Phase::Undecided if breached => {
				let phase = Phase::Observing { since: from, binding: segment.at_from };
				Step::go(phase, Some(Turn::Resumed { at: from }), segment, from)
			}
			Phase::Undecided => {
				let phase = Phase::Disarmed { recovered_since: Some(from) };
				Step::go(phase, Some(Turn::Unclear { at: from }), segment, from)
			}
			Phase::Disarmed { recovered_since: None } => match segment.first_recovered(side, bound) {
				Some(at) => Step::go(Phase::Disarmed { recovered_since: Some(at) }, None, segment, at),
				None => Step::stay(self),
			},
			Phase::Disarmed { recovered_since: Some(since) } => {
				// Saturation: a moment beyond the end of time never comes.
				let rearmed = since.saturating_add(duration).max(from);
				match segment.first_breached(side, bound) {
					Some(at) if at < rearmed => {
						Step::go(Phase::Disarmed { recovered_since: None }, None, segment, at)
					}
					_ if segment.to >= rearmed => {
						Step::go(Phase::Armed, Some(Turn::Rearmed { at: rearmed }), segment, rearmed)
					}
					_ => Step::stay(self),
				}
			}
		}
	}

	fn observe(since: Moment, binding: U256, segment: &Segment, rule: &Rule) -> Step {
		let Rule { side, bound, duration } = *rule;
		// Saturation: a moment beyond the end of time never comes.
		let complete = since.saturating_add(duration).max(segment.from);
		if let Some(at) = segment.first_recovered(side, bound).filter(|at| *at < complete) {
			let phase = Phase::Disarmed { recovered_since: Some(at) };
			return Step::go(phase, Some(Turn::Recovered { at }), segment, at);
		}
		let binding = segment.binding(side, complete).map_or(binding, |n| side.worse(binding, n));
		if segment.to < complete {
			return Step::stay(Phase::Observing { since, binding });
		}
		let turn = Turn::Completed { at: complete, binding };
		Step::go(Phase::Disarmed { recovered_since: None }, Some(turn), segment, complete)
	}
}

/// The place of a trigger in the log of one feed.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Reader {
	/// The number of the last observation before the trigger's `next`: the price that enters the
	/// window.
	pub front: u64,
	/// The number of the observation of the price that leaves the window.
	pub tail: u64,
	/// The moment since which there is no gap.
	pub covered_from: Moment,
}

/// The incident that a trigger observes.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Observed {
	/// The incident.
	pub incident: IncidentId,
	/// The moment when the average first reached the threshold.
	pub since: Moment,
	/// The active time for which data may be missing before people assess the incident, as governed
	/// in the block that opened it.
	pub max_undecided: Moment,
	/// The active time at which people assess it if data are missing then. It is set when data are
	/// missing for the first time.
	pub assess_at: Option<Moment>,
}

/// A trigger, the phase of its automaton, and its places in the logs of its feeds.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct TriggerState {
	/// The product's trigger; it never changes.
	pub trigger: Trigger,
	/// The phase of its automaton.
	pub phase: Phase,
	/// The first millisecond it has not looked at.
	pub next: Moment,
	/// The place in the log of each of its feeds, in the order of the trigger. Readers without a
	/// feed have no meaning.
	pub readers: [Reader; MAX_FEEDS_PER_TRIGGER as usize],
	/// True if the last millisecond it looked at had a full window of fresh data of every feed.
	pub defined: bool,
	/// True if cover can be sold on the product.
	pub ready: bool,
	/// The incident of a phase that observes or is undecided.
	pub observed: Option<Observed>,
	/// The block that found one breach more, at `next`, while two incidents of the product were
	/// open. The incident of that breach counts as opened in this block.
	pub waits: Option<BlockTime>,
}

#[cfg(test)]
mod tests {
	use super::*;

	/// An average that rises from 0 to 20, or falls from 20 to 0, over the milliseconds 90 to 110.
	fn line(rising: bool) -> Piece {
		let (at_from, entering, leaving) = if rising { (0u128, 1, 0) } else { (20, 0, 1) };
		Piece::Defined(Segment { from: 90, to: 110, at_from: at_from.into(), entering, leaving })
	}

	fn below(threshold: u128, duration: Moment) -> Rule {
		Rule { side: Side::Below, bound: threshold.into(), duration }
	}

	#[test]
	fn breach_should_be_complete_when_it_ends_with_its_duration() {
		// Breached up to 99, good from 100 on.
		let (piece, binding) = (line(true), U256::from(3));
		let step = Phase::Observing { since: 80, binding }.step(&piece, &below(9, 20));
		assert_eq!(step.turn, Some(Turn::Completed { at: 100, binding: 0.into() }));
		let step = Phase::Observing { since: 80, binding }.step(&piece, &below(9, 21));
		assert_eq!(step.turn, Some(Turn::Recovered { at: 100 }));
		assert_eq!(step.phase, Phase::Disarmed { recovered_since: Some(100) });
	}

	#[test]
	fn recovery_should_be_complete_when_it_ends_with_its_duration() {
		// Good up to 99, breached from 100 on.
		let piece = line(false);
		let recovering = Phase::Disarmed { recovered_since: Some(80) };
		let step = recovering.step(&piece, &below(10, 20));
		assert_eq!((step.phase, step.turn), (Phase::Armed, Some(Turn::Rearmed { at: 100 })));
		let step = step.phase.step(&step.rest.unwrap(), &below(10, 20));
		assert_eq!(step.turn, Some(Turn::Breached { at: 100 }));
		let step = recovering.step(&piece, &below(10, 21));
		assert_eq!((step.phase, step.turn), (Phase::Disarmed { recovered_since: None }, None));
	}

	#[test]
	fn gap_should_carry_nothing_over() {
		let gap = Piece::Undefined { from: 5, to: 9 };
		let rule = below(1, 1);
		let after = |phase: Phase| phase.step(&gap, &rule);
		assert_eq!(after(Phase::Armed), Step::stay(Phase::Armed));
		assert_eq!(after(Phase::Starting), Step::stay(Phase::Starting));
		assert_eq!(after(Phase::Undecided), Step::stay(Phase::Undecided));
		let recovering = Phase::Disarmed { recovered_since: Some(1) };
		assert_eq!(after(recovering), Step::stay(Phase::Disarmed { recovered_since: None }));
		let voided = after(Phase::Observing { since: 1, binding: 1.into() });
		assert_eq!((voided.phase, voided.turn), (Phase::Undecided, Some(Turn::Voided { at: 5 })));
	}

	#[test]
	fn rule_should_be_none_when_the_window_is_empty() {
		let feeds = FeedSet::One(1);
		let trigger = Trigger { feeds, direction: Direction::Below, threshold: 1, window: 0, duration: 1 };
		assert_eq!(Rule::of(&trigger), None);
	}
}
