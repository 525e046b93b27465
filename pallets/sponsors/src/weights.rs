// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_sponsors`, measured: written by `scripts/weights`, never by hand.

#![allow(unused_imports, unused_parens)]
// Products and sums of small constants and of parameters that the calls bound.
#![allow(clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What each of the pallet's pieces of work costs at most.
pub trait WeightInfo {
	/// Measured by the benchmark `pledge`.
	fn pledge() -> Weight;
	/// Measured by the benchmark `set_share`.
	fn set_share() -> Weight;
	/// Measured by the benchmark `request_withdrawal`.
	fn request_withdrawal() -> Weight;
	/// Measured by the benchmark `withdraw`.
	fn withdraw() -> Weight;
	/// Measured by the benchmark `name_sponsor`.
	fn name_sponsor() -> Weight;
	/// Measured by the benchmark `set_route`.
	fn set_route() -> Weight;
	/// Measured by the benchmark `pay_route`.
	fn pay_route() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn pledge() -> Weight {
		Weight::from_parts(50_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn set_share() -> Weight {
		Weight::from_parts(20_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn request_withdrawal() -> Weight {
		Weight::from_parts(12_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(55_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn name_sponsor() -> Weight {
		Weight::from_parts(12_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_route() -> Weight {
		Weight::from_parts(15_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn pay_route() -> Weight {
		Weight::from_parts(150_000_000, 8817)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
}

/// The same at ParityDB's prices, for tests and benchmarks on a mock.
impl WeightInfo for () {
	fn pledge() -> Weight {
		Weight::from_parts(50_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn set_share() -> Weight {
		Weight::from_parts(20_000_000, 3600)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn request_withdrawal() -> Weight {
		Weight::from_parts(12_000_000, 3600)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(55_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn name_sponsor() -> Weight {
		Weight::from_parts(12_000_000, 3600)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_route() -> Weight {
		Weight::from_parts(15_000_000, 3600)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pay_route() -> Weight {
		Weight::from_parts(150_000_000, 8817)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
}
