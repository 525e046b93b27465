// SPDX-License-Identifier: Apache-2.0

//! Time-weighted averages of a price that is a step function of time, and the exact moments at
//! which they cross a threshold.
//!
//! Time is whole milliseconds, prices are in 10^-18. `C(t)` is the sum of the price over the
//! milliseconds before `t`, so the price set at `t` itself does not count in it. Over a window `W`
//! the average is `A(t) = N(t) / W` with `N(t) = C(t) - C(t - W)`. `N` is piecewise linear: it
//! bends where the price changes ([`Observation`]) and a window later. Everything here is about
//! `N`, in whole numbers. A price is below 2^128 and a time below 2^64, so every sum is below 2^192
//! and exact. An average is compared with a threshold as `N` with `threshold × W` ([`bound`]). Only
//! [`average`] divides.
//!
//! A [`Segment`] holds the milliseconds `from..=to` of one linear piece. Segments that follow one
//! another are disjoint. It therefore does not matter how a stretch of time is cut into segments:
//! each millisecond is looked at once.
//!
//! [`extreme`] makes several averages over one window into one: their highest or lowest at each
//! millisecond. The result is piecewise linear again, with bends at whole milliseconds.

use primitive_types::U256;

/// The side of the threshold on which an average breaches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
	/// At or below the threshold.
	Below,
	/// At or above the threshold.
	Above,
}

impl Side {
	/// True if `value` is on the breached side of `bound`, on which the bound itself is too. Both
	/// are prices, or both are numerators.
	pub fn breached<N: Ord>(self, value: N, bound: N) -> bool {
		match self {
			Side::Below => value <= bound,
			Side::Above => value >= bound,
		}
	}

	/// The other side.
	pub fn opposite(self) -> Self {
		match self {
			Side::Below => Side::Above,
			Side::Above => Side::Below,
		}
	}

	/// The worse of two prices or numerators.
	pub fn worse<N: Ord>(self, a: N, b: N) -> N {
		match self {
			Side::Below => a.min(b),
			Side::Above => a.max(b),
		}
	}
}

/// A change of the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Observation {
	/// The time from which on the price holds.
	pub time: u64,
	/// The price from then on, in 10^-18.
	pub price: u128,
	/// `C(time)`.
	pub cumulative: U256,
}

impl Observation {
	/// `C(t)` for a `t` between this observation and the next. `None` for an earlier `t`.
	pub fn cumulative_at(&self, t: u64) -> Option<U256> {
		let length = U256::from(t.checked_sub(self.time)?);
		self.cumulative.checked_add(U256::from(self.price).checked_mul(length)?)
	}
}

/// `N` for the milliseconds `from..=to`, on which it is linear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
	/// The first millisecond.
	pub from: u64,
	/// The last millisecond.
	pub to: u64,
	/// `N(from)`.
	pub at_from: U256,
	/// The price that enters the window.
	pub entering: u128,
	/// The price that leaves the window.
	pub leaving: u128,
}

/// The numerator that stands for an average of exactly `threshold`. `None` for an empty window.
pub fn bound(threshold: u128, window: u64) -> Option<U256> {
	if window == 0 {
		return None;
	}
	U256::from(threshold).checked_mul(U256::from(window))
}

/// The average that `numerator` stands for, in 10^-18. It is rounded towards the good side of the
/// threshold, and so against the account that is paid by it: up for [`Side::Below`], down for
/// [`Side::Above`].
pub fn average(numerator: U256, window: u64, side: Side) -> Option<u128> {
	let window = U256::from(window);
	let floor = numerator.checked_div(window)?;
	let exact = floor.checked_mul(window)? == numerator;
	let rounded = match side {
		Side::Below if !exact => floor.checked_add(U256::one())?,
		_ => floor,
	};
	rounded.try_into().ok()
}

/// The segment that begins at `from` and goes on until `to` at the latest, or until the next bend.
///
/// `front` is the last observation before `from` (strictly), and `tail` the last one at or before
/// `from - window`. `next_front` and `next_tail` are the times of the observations that follow
/// them. `None` if they are not, if `from > to`, or for an empty window.
pub fn segment(
	front: &Observation,
	next_front: Option<u64>,
	tail: &Observation,
	next_tail: Option<u64>,
	window: u64,
	from: u64,
	to: u64,
) -> Option<Segment> {
	let behind = from.checked_sub(window)?;
	if window == 0 || from > to || front.time >= from || tail.time > behind {
		return None;
	}
	let mut end = to;
	if let Some(next) = next_front {
		if next < from {
			return None;
		}
		end = end.min(next);
	}
	if let Some(next) = next_tail {
		if next <= behind {
			return None;
		}
		// Saturation: a bend beyond the end of time does not count.
		end = end.min(next.saturating_add(window));
	}
	let at_from = front.cumulative_at(from)?.checked_sub(tail.cumulative_at(behind)?)?;
	Some(Segment { from, to: end, at_from, entering: front.price, leaving: tail.price })
}

/// The first segment of the outermost of several numerators towards `side` at each millisecond: the
/// lowest for `Below`, the highest for `Above`. It goes on until the last millisecond at which the
/// same one of them is the outermost, or until the first of them ends.
///
/// If several are outermost at the beginning, it is the one that is outermost next. Thus `n`
/// segments over the same milliseconds make at most `n`. `None` without any, or if they do not
/// begin at the same millisecond.
///
/// ```
/// use breakwater_math::average::{extreme, Segment, Side};
///
/// // One rises from 0 by 2 a millisecond, the other stays at 5: the lower one is the first until
/// // it is at 4.
/// let rising = Segment { from: 10, to: 20, at_from: 0.into(), entering: 2, leaving: 0 };
/// let flat = Segment { from: 10, to: 30, at_from: 5.into(), entering: 1, leaving: 1 };
/// assert_eq!(extreme(Side::Below, &[rising, flat]), Some(Segment { to: 12, ..rising }));
/// ```
pub fn extreme(side: Side, segments: &[Segment]) -> Option<Segment> {
	let mut found = *segments.first()?;
	for other in segments {
		if other.from != found.from {
			return None;
		}
		let ahead = side.worse(other.at_from, found.at_from) == other.at_from;
		let level = other.at_from == found.at_from;
		if (ahead && !level) || (level && other.gain(side, &found)?.is_some()) {
			found = *other;
		}
	}
	let mut to = found.to;
	for other in segments {
		to = to.min(other.to);
		if let Some(gain) = other.gain(side, &found)? {
			// The other one is ahead with the first millisecond after it has caught up.
			let steps = other.distance(found.at_from)?.checked_div(gain)?;
			to = to.min(u64::try_from(steps).map_or(u64::MAX, |steps| found.from.saturating_add(steps)));
		}
	}
	Some(Segment { to, ..found })
}

impl Segment {
	/// The amount per millisecond by which this segment comes nearer to `side` than `other`. The
	/// inner `None` means that it does not. The outer `None` is a number beyond all bounds, which
	/// cannot occur.
	fn gain(&self, side: Side, other: &Segment) -> Option<Option<U256>> {
		let sum = |a: u128, b: u128| U256::from(a).checked_add(U256::from(b));
		let up = sum(self.entering, other.leaving)?;
		let down = sum(self.leaving, other.entering)?;
		let (near, far) = match side {
			Side::Below => (down, up),
			Side::Above => (up, down),
		};
		Some(near.checked_sub(far).filter(|gain| !gain.is_zero()))
	}

	/// `N(t)`. `None` outside of the segment.
	pub fn at(&self, t: u64) -> Option<U256> {
		if t > self.to {
			return None;
		}
		let length = U256::from(t.checked_sub(self.from)?);
		let slope = U256::from(self.entering.abs_diff(self.leaving)).checked_mul(length)?;
		if self.entering >= self.leaving {
			self.at_from.checked_add(slope)
		} else {
			self.at_from.checked_sub(slope)
		}
	}

	/// The first millisecond at which the average is on the breached side of `bound`: the crossing,
	/// rounded up.
	pub fn first_breached(&self, side: Side, bound: U256) -> Option<u64> {
		if side.breached(self.at_from, bound) {
			return Some(self.from);
		}
		let towards = match side {
			Side::Below => self.entering < self.leaving,
			Side::Above => self.entering > self.leaving,
		};
		let distance = self.distance(bound)?;
		let steps = self.steps(towards, distance)?;
		self.after(steps)
	}

	/// The first millisecond at which the average is on the good side of `bound`.
	pub fn first_recovered(&self, side: Side, bound: U256) -> Option<u64> {
		if !side.breached(self.at_from, bound) {
			return Some(self.from);
		}
		let towards = match side {
			Side::Below => self.entering > self.leaving,
			Side::Above => self.entering < self.leaving,
		};
		// The bound itself is breached, so one beyond it is needed.
		let distance = self.distance(bound)?.checked_add(U256::one())?;
		let steps = self.steps(towards, distance)?;
		self.after(steps)
	}

	/// The worst numerator of the milliseconds `from..=until`, or of the whole segment if it ends
	/// earlier. `None` if `until` lies before the segment.
	pub fn binding(&self, side: Side, until: u64) -> Option<U256> {
		Some(side.worse(self.at_from, self.at(until.min(self.to))?))
	}

	/// The same segment without its milliseconds before `from`. `None` if no millisecond is left.
	pub fn starting_at(&self, from: u64) -> Option<Segment> {
		Some(Segment { from, at_from: self.at(from)?, ..*self })
	}

	fn distance(&self, bound: U256) -> Option<U256> {
		self.at_from.max(bound).checked_sub(self.at_from.min(bound))
	}

	/// The number of milliseconds that it takes to go `distance`, rounded up.
	fn steps(&self, towards: bool, distance: U256) -> Option<U256> {
		let slope = U256::from(self.entering.abs_diff(self.leaving));
		if !towards || slope.is_zero() {
			return None;
		}
		let floor = distance.checked_div(slope)?;
		if floor.checked_mul(slope)? == distance {
			Some(floor)
		} else {
			floor.checked_add(U256::one())
		}
	}

	fn after(&self, steps: U256) -> Option<u64> {
		let steps: u64 = steps.try_into().ok()?;
		let t = self.from.checked_add(steps)?;
		(t <= self.to).then_some(t)
	}
}

#[cfg(test)]
mod tests;
