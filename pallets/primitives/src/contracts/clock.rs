// SPDX-License-Identifier: Apache-2.0

//! The chain's two clocks. Implemented by the clock.

use crate::Moment;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A moment of active time, in milliseconds since genesis: it stands still while the chain does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Active(pub Moment);

/// A moment of wall-clock time, in milliseconds since the beginning of 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wall(pub Moment);

/// The time of one block, on both clocks.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct BlockTime {
	/// Wall-clock time.
	pub now: Moment,
	/// Active time.
	pub active: Moment,
}

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
	/// The time of this block, on both clocks.
	fn block_time() -> BlockTime {
		BlockTime { now: Self::now(), active: Self::active() }
	}
}

/// The deadline that is `time` after active time `now`. One beyond the end of time never comes.
pub fn deadline(now: Moment, time: Moment) -> Moment {
	now.saturating_add(time)
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
