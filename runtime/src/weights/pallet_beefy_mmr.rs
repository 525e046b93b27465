// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_beefy_mmr` in this runtime: estimates by hand until `scripts/weights` measures them.

#![allow(unused_imports, unused_parens)]
// Products and sums of small constants and of parameters that the calls bound.
#![allow(clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights at the runtime's database prices.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_beefy_mmr::WeightInfo for WeightInfo<T> {
	fn n_leafs_proof_is_optimal(n: u32) -> Weight {
		Weight::from_parts(10_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(0, 0))
			.saturating_add(Weight::from_parts(2_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(0, 0).saturating_mul(n.into()))
	}
	fn extract_validation_context() -> Weight {
		Weight::from_parts(10_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
	}
	fn read_peak() -> Weight {
		Weight::from_parts(10_000_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
	}
	fn n_items_proof_is_non_canonical(n: u32) -> Weight {
		Weight::from_parts(30_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(2, 0))
			.saturating_add(Weight::from_parts(5_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(0, 0).saturating_mul(n.into()))
	}
}
