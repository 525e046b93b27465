// SPDX-License-Identifier: Apache-2.0

//! The randomness of draws. Implemented by the block production, used by the court.

use crate::Moment;

/// Randomness that each epoch renews.
pub trait DrawSeed {
	/// The number of the epoch. It grows by one with each, also over a halt of the chain.
	fn epoch() -> u32;
	/// The length of an epoch, in milliseconds.
	fn length() -> Moment;
	/// Randomness that blocks of the epoch before have made, and that was not known before it.
	/// `None` if there is none.
	fn seed() -> Option<[u8; 32]>;
}

impl DrawSeed for () {
	fn epoch() -> u32 {
		0
	}
	fn length() -> Moment {
		0
	}
	fn seed() -> Option<[u8; 32]> {
		None
	}
}
