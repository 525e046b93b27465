// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_utility` in this runtime, measured: written by `scripts/weights`, never by hand.
//!
//! 2026-11-29, AMD EPYC, wasm Compiled, 20 steps, 10 repeats, `frame-omni-bencher` (library 64.0.0). The worst case of each is
//! described in the SDK's benchmark of the same name; the database's prices are added to the measured time.

#![allow(unused_imports, unused_parens)]
// Products and sums of small constants and of parameters that the calls bound.
#![allow(clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights at the runtime's database prices.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_utility::WeightInfo for WeightInfo<T> {
	// `c` was measured from 0 to 1000.
	fn batch(c: u32) -> Weight {
		// Fastest run: 3_565_000 picoseconds.
		Weight::from_parts(3_387_682, 0)
			.saturating_add(Weight::from_parts(2_642_596, 0).saturating_mul(c.into()))
	}
	fn as_derivative() -> Weight {
		// Fastest run: 3_385_000 picoseconds.
		Weight::from_parts(3_665_000, 0)
	}
	// `c` was measured from 0 to 1000.
	fn batch_all(c: u32) -> Weight {
		// Fastest run: 3_515_000 picoseconds.
		Weight::from_parts(3_828_177, 0)
			.saturating_add(Weight::from_parts(2_864_904, 0).saturating_mul(c.into()))
	}
	fn dispatch_as() -> Weight {
		// Fastest run: 4_847_000 picoseconds.
		Weight::from_parts(5_258_000, 0)
	}
	// `c` was measured from 0 to 1000.
	fn force_batch(c: u32) -> Weight {
		// Fastest run: 3_615_000 picoseconds.
		Weight::from_parts(3_747_282, 0)
			.saturating_add(Weight::from_parts(2_629_272, 0).saturating_mul(c.into()))
	}
	fn dispatch_as_fallible() -> Weight {
		// Fastest run: 4_877_000 picoseconds.
		Weight::from_parts(5_288_000, 0)
	}
	fn if_else() -> Weight {
		// Fastest run: 6_139_000 picoseconds.
		Weight::from_parts(6_589_000, 0)
	}
}
