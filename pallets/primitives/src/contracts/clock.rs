// SPDX-License-Identifier: Apache-2.0

//! The chain's two clocks. Implemented by the clock.

use crate::Moment;

/// A moment of active time, in milliseconds since genesis: it stands still while the chain does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Active(pub Moment);

/// A moment of wall-clock time, in milliseconds since the beginning of 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wall(pub Moment);

/// The chain's two clocks.
pub trait ActiveClock {
	/// Wall-clock time of this block.
	fn now() -> Moment;
	/// Wall-clock time of the first block after the last halt, which is a gap that active time does
	/// not count in full. Zero if there was none. Data from before this time do not
	/// describe the present.
	fn resumed_at() -> Moment;
	/// Active time of this block. Every block adds the gap since the one before it, up to a limit.
	/// A halt therefore does not run people's deadlines out.
	fn active() -> Moment;
}

impl ActiveClock for () {
	fn now() -> Moment {
		0
	}
	fn resumed_at() -> Moment {
		0
	}
	fn active() -> Moment {
		0
	}
}
