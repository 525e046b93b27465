// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_mmr` in this runtime: estimates by hand until `scripts/weights` measures them.

#![allow(unused_imports, unused_parens)]
// Products and sums of small constants and of parameters that the calls bound.
#![allow(clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights at the runtime's database prices.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_mmr::WeightInfo for WeightInfo<T> {
	fn on_initialize(x: u32) -> Weight {
		Weight::from_parts(20_000_000, 0)
			.saturating_add(T::DbWeight::get().reads_writes(6, 3))
			.saturating_add(Weight::from_parts(2_000_000, 0).saturating_mul(x.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 0).saturating_mul(x.into()))
	}
}
