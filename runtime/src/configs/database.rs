// SPDX-License-Identifier: Apache-2.0

//! The prices of the database in weights.
//!
//! Measured by `cargo bench -p breakwater-node --bench database` on 2026-11-28, on two cores of an
//! AMD EPYC, with ParityDB and the state of 1,000,000 policies (4,000,000 records). They are the
//! averages, rounded up. A read took 5.8 µs (99 of 100 at most 8.6 µs), a write 38.8 µs (110 µs). A
//! write is a part of a block that changes 1,000 records, with the new state root and the commit.

use frame_support::{
	parameter_types,
	weights::{constants::WEIGHT_REF_TIME_PER_NANOS, RuntimeDbWeight},
};

/// A read, in nanoseconds.
const READ: u64 = 6_000;
/// A write, in nanoseconds.
const WRITE: u64 = 39_000;

parameter_types! {
	/// The weights of a read and of a write.
	pub const DatabaseWeight: RuntimeDbWeight = RuntimeDbWeight {
		read: READ * WEIGHT_REF_TIME_PER_NANOS,
		write: WRITE * WEIGHT_REF_TIME_PER_NANOS,
	};
}
