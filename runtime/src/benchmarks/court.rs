// SPDX-License-Identifier: Apache-2.0

//! The set-up of the court's benchmarks.

use super::Setup;
use crate::Runtime;
use breakwater_primitives::Moment;
use sp_io::hashing::blake2_256;

impl breakwater_court::benchmarking::BenchmarkHelper for Setup {
	fn pass(millis: Moment) {
		<Self as breakwater_bounties::benchmarking::BenchmarkHelper<crate::AccountId>>::pass(millis);
	}

	fn next_epoch() {
		let index = crate::Session::current_index().saturating_add(1);
		pallet_session::CurrentIndex::<Runtime>::put(index);
		pallet_babe::NextRandomness::<Runtime>::put(blake2_256(&index.to_le_bytes()));
	}
}
