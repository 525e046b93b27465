// SPDX-License-Identifier: Apache-2.0

//! Benchmarks.

use breakwater_primitives::Moment;

/// The set-up that the benchmarks cannot do themselves.
pub trait BenchmarkHelper {
	/// Let active time pass, in milliseconds.
	fn pass(millis: Moment);
	/// Begin the next epoch, with new randomness.
	fn next_epoch();
}
