// SPDX-License-Identifier: Apache-2.0

//! The benchmark: the cost of setting the clocks.

// Benchmarks stop at the first surprise, as tests do.
#![allow(clippy::arithmetic_side_effects)]

use crate::*;
use breakwater_primitives::DAY;
use frame_benchmarking::v2::*;

/// One for each function of [`weights::WeightInfo`].
#[benchmarks]
pub mod benchmarks {
	use super::*;

	/// A halt ends.
	#[benchmark]
	pub fn tick() -> Result<(), BenchmarkError> {
		let times = ClockState { now: 20_000 * DAY, active: 1_000 * DAY, resumed_at: 0 };
		Times::<T>::put(times);

		#[block]
		{
			Pallet::<T>::on_timestamp_set(times.now + 366 * DAY);
		}

		assert_eq!(Times::<T>::get().now, times.now + 366 * DAY);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::new_test_ext(), crate::tests::Test);
}
