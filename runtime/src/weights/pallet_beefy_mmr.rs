// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_beefy_mmr` in this runtime, measured: written by `scripts/weights`, never by hand.
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

impl<T: frame_system::Config> pallet_beefy_mmr::WeightInfo for WeightInfo<T> {
	// `n` was measured from 2 to 512.
	fn n_leafs_proof_is_optimal(n: u32) -> Weight {
		// Fastest run: 430_000 picoseconds.
		Weight::from_parts(828_459, 0).saturating_add(Weight::from_parts(1_824, 0).saturating_mul(n.into()))
	}
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn extract_validation_context() -> Weight {
		// Fastest run: 5_077_000 picoseconds.
		Weight::from_parts(5_438_000, 3509).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	// Storage: `Mmr::Nodes` (r:1 w:0)
	// Proof: `Mmr::Nodes` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn read_peak() -> Weight {
		// Fastest run: 3_595_000 picoseconds.
		Weight::from_parts(3_956_000, 3505).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	// Storage: `Mmr::RootHash` (r:1 w:0)
	// Proof: `Mmr::RootHash` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	// Storage: `Mmr::NumberOfLeaves` (r:1 w:0)
	// Proof: `Mmr::NumberOfLeaves` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// `n` was measured from 2 to 512.
	fn n_items_proof_is_non_canonical(n: u32) -> Weight {
		// Fastest run: 7_592_000 picoseconds.
		Weight::from_parts(13_490_513, 1517)
			.saturating_add(Weight::from_parts(807_874, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
}
