// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_sponsors`, measured: written by `scripts/weights`, never by hand.
//!
//! 2026-11-29, AMD EPYC, wasm Compiled, 20 steps, 10 repeats, `frame-omni-bencher` (library 64.0.0). The worst case of each is
//! described at the benchmark of the same name in `benchmarking.rs`; the database's prices are added to the measured
//! time.

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
	// Storage: `Products::Products` (r:1 w:0)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Products::Sponsors` (r:1 w:0)
	// Proof: `Products::Sponsors` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Sponsors::Named` (r:1 w:0)
	// Proof: `Sponsors::Named` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Sponsors::Pledges` (r:1 w:1)
	// Proof: `Sponsors::Pledges` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn pledge() -> Weight {
		// Fastest run: 70_004_000 picoseconds.
		Weight::from_parts(73_269_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Sponsors::Pledges` (r:1 w:1)
	// Proof: `Sponsors::Pledges` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	// Storage: `Products::Sponsors` (r:1 w:0)
	// Proof: `Products::Sponsors` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Sponsors::Named` (r:1 w:0)
	// Proof: `Sponsors::Named` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:0)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn set_share() -> Weight {
		// Fastest run: 23_024_000 picoseconds.
		Weight::from_parts(24_697_000, 3580)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Sponsors::Pledges` (r:1 w:1)
	// Proof: `Sponsors::Pledges` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	fn request_withdrawal() -> Weight {
		// Fastest run: 15_893_000 picoseconds.
		Weight::from_parts(17_086_000, 3580)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Sponsors::Pledges` (r:1 w:1)
	// Proof: `Sponsors::Pledges` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	// Storage: `Claims::Open` (r:1 w:0)
	// Proof: `Claims::Open` (`max_values`: None, `max_size`: Some(22), added: 2497, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:0)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Fastest run: 63_955_000 picoseconds.
		Weight::from_parts(66_548_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Products::Products` (r:1 w:0)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Products::Sponsors` (r:1 w:0)
	// Proof: `Products::Sponsors` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Sponsors::Pledges` (r:1 w:0)
	// Proof: `Sponsors::Pledges` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	// Storage: `Sponsors::Named` (r:0 w:1)
	// Proof: `Sponsors::Named` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn name_sponsor() -> Weight {
		// Fastest run: 17_286_000 picoseconds.
		Weight::from_parts(18_638_000, 3887)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Products::Products` (r:1 w:0)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Products::Sponsors` (r:1 w:0)
	// Proof: `Products::Sponsors` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Sponsors::Named` (r:1 w:0)
	// Proof: `Sponsors::Named` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Sponsors::Routes` (r:0 w:1)
	// Proof: `Sponsors::Routes` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn set_route() -> Weight {
		// Fastest run: 20_571_000 picoseconds.
		Weight::from_parts(22_123_000, 3887)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Sponsors::Routes` (r:1 w:0)
	// Proof: `Sponsors::Routes` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:4 w:4)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Sponsors::Pledges` (r:1 w:1)
	// Proof: `Sponsors::Pledges` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	// Storage: `Products::Sponsors` (r:1 w:0)
	// Proof: `Products::Sponsors` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Sponsors::Named` (r:1 w:0)
	// Proof: `Sponsors::Named` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn pay_route() -> Weight {
		// Fastest run: 123_303_000 picoseconds.
		Weight::from_parts(128_671_000, 11426)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn pledge() -> Weight {
		Weight::from_parts(73_269_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn set_share() -> Weight {
		Weight::from_parts(24_697_000, 3580)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn request_withdrawal() -> Weight {
		Weight::from_parts(17_086_000, 3580)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(66_548_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn name_sponsor() -> Weight {
		Weight::from_parts(18_638_000, 3887)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_route() -> Weight {
		Weight::from_parts(22_123_000, 3887)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pay_route() -> Weight {
		Weight::from_parts(128_671_000, 11426)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
}
