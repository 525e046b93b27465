// SPDX-License-Identifier: Apache-2.0

//! Weights of `frame_system_extensions` in this runtime, measured: written by `scripts/weights`, never by hand.
//!
//! 2026-11-28, AMD EPYC, wasm Compiled, 20 steps, 10 repeats, `frame-omni-bencher` (library 64.0.0). The worst case of each is
//! described in the SDK's benchmark of the same name; the database's prices are added to the measured time.

#![allow(unused_imports, unused_parens)]
// Products and sums of small constants and of parameters that the calls bound.
#![allow(clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights at the runtime's database prices.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for WeightInfo<T> {
	fn check_genesis() -> Weight {
		// Fastest run: 1_422_000 picoseconds.
		Weight::from_parts(1_583_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Fastest run: 3_064_000 picoseconds.
		Weight::from_parts(3_345_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Fastest run: 3_034_000 picoseconds.
		Weight::from_parts(3_345_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Fastest run: 431_000 picoseconds.
		Weight::from_parts(521_000, 0)
	}
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Fastest run: 6_560_000 picoseconds.
		Weight::from_parts(7_050_000, 3593)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn check_spec_version() -> Weight {
		// Fastest run: 340_000 picoseconds.
		Weight::from_parts(410_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Fastest run: 330_000 picoseconds.
		Weight::from_parts(401_000, 0)
	}
	fn check_weight() -> Weight {
		// Fastest run: 2_854_000 picoseconds.
		Weight::from_parts(3_105_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Fastest run: 1_562_000 picoseconds.
		Weight::from_parts(1_733_000, 0)
	}
}
