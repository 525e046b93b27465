// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_bounties`, measured: written by `scripts/weights`, never by hand.
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
	/// Measured by the benchmark `open_programme`.
	fn open_programme() -> Weight;
	/// Measured by the benchmark `set_terms`.
	fn set_terms() -> Weight;
	/// Measured by the benchmark `fund`.
	fn fund() -> Weight;
	/// Measured by the benchmark `request_withdrawal`.
	fn request_withdrawal() -> Weight;
	/// Measured by the benchmark `withdraw`.
	fn withdraw() -> Weight;
	/// Measured by the benchmark `close_programme`.
	fn close_programme() -> Weight;
	/// Measured by the benchmark `commit_report`.
	fn commit_report() -> Weight;
	/// Measured by the benchmark `reveal_report`.
	fn reveal_report() -> Weight;
	/// Measured by the benchmark `acknowledge`.
	fn acknowledge() -> Weight;
	/// Measured by the benchmark `decide`.
	fn decide() -> Weight;
	/// Measured by the benchmark `dispute`.
	fn dispute() -> Weight;
	/// Measured by the benchmark `adopt_decision`.
	fn adopt_decision() -> Weight;
	/// Measured by the benchmark `process_expired`.
	fn process_expired() -> Weight;
	/// Measured by the benchmark `process_decided`.
	fn process_decided() -> Weight;
	/// Measured by the benchmark `end_case`.
	fn end_case() -> Weight;
	/// Measured by the benchmark `collect`.
	fn collect() -> Weight;
	/// Measured by the benchmark `match_reward`.
	fn match_reward() -> Weight;
	/// Measured by the benchmark `revoke_unvested`.
	fn revoke_unvested() -> Weight;
	/// Measured by the benchmark `begin_match`.
	fn begin_match() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Products::Products` (r:1 w:0)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Products::Sponsors` (r:1 w:0)
	// Proof: `Products::Sponsors` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	fn open_programme() -> Weight {
		// Fastest run: 35_443_000 picoseconds.
		Weight::from_parts(46_830_000, 4937)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	fn set_terms() -> Weight {
		// Fastest run: 25_007_000 picoseconds.
		Weight::from_parts(33_100_000, 4937)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn fund() -> Weight {
		// Fastest run: 75_772_000 picoseconds.
		Weight::from_parts(84_725_000, 6208)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	fn request_withdrawal() -> Weight {
		// Fastest run: 20_861_000 picoseconds.
		Weight::from_parts(24_917_000, 4937)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Fastest run: 77_916_000 picoseconds.
		Weight::from_parts(83_774_000, 6208)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn close_programme() -> Weight {
		// Fastest run: 77_946_000 picoseconds.
		Weight::from_parts(85_287_000, 6208)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `Bounties::NextReport` (r:1 w:1)
	// Proof: `Bounties::NextReport` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(3901), added: 6376, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Reports` (r:0 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	fn commit_report() -> Weight {
		// Fastest run: 185_245_000 picoseconds.
		Weight::from_parts(199_226_000, 103006)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn reveal_report() -> Weight {
		// Fastest run: 28_813_000 picoseconds.
		Weight::from_parts(36_024_000, 4152)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:0)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	fn acknowledge() -> Weight {
		// Fastest run: 27_711_000 picoseconds.
		Weight::from_parts(32_398_000, 4937)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Bounties::LastCounted` (r:1 w:1)
	// Proof: `Bounties::LastCounted` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:1 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	fn decide() -> Weight {
		// Fastest run: 130_204_000 picoseconds.
		Weight::from_parts(138_466_000, 4937)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumCount` (r:1 w:1)
	// Proof: `Democracy::ReferendumCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Democracy::LowestUnbaked` (r:1 w:0)
	// Proof: `Democracy::LowestUnbaked` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Cases::Open` (r:1 w:1)
	// Proof: `Cases::Open` (`max_values`: Some(1), `max_size`: Some(3386), added: 3881, mode: `MaxEncodedLen`)
	// Storage: `Preimage::StatusFor` (r:2 w:0)
	// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::RequestStatusFor` (r:2 w:2)
	// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::PreimageFor` (r:0 w:2)
	// Proof: `Preimage::PreimageFor` (`max_values`: None, `max_size`: Some(4194344), added: 4196819, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumInfoOf` (r:0 w:2)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Fastest run: 220_037_000 picoseconds.
		Weight::from_parts(240_787_000, 6208)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:0)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Cases::Open` (r:1 w:0)
	// Proof: `Cases::Open` (`max_values`: Some(1), `max_size`: Some(3386), added: 3881, mode: `MaxEncodedLen`)
	fn adopt_decision() -> Weight {
		// Fastest run: 17_656_000 picoseconds.
		Weight::from_parts(22_092_000, 4871).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	fn process_expired() -> Weight {
		// Fastest run: 122_862_000 picoseconds.
		Weight::from_parts(137_604_000, 6196)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn process_decided() -> Weight {
		// Fastest run: 76_144_000 picoseconds.
		Weight::from_parts(86_829_000, 4937)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:2 w:2)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn end_case() -> Weight {
		// Fastest run: 244_072_000 picoseconds.
		Weight::from_parts(262_299_000, 6854)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn collect() -> Weight {
		// Fastest run: 79_798_000 picoseconds.
		Weight::from_parts(87_480_000, 6208)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Freezes` (r:1 w:0)
	// Proof: `Reserve::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn match_reward() -> Weight {
		// Fastest run: 100_920_000 picoseconds.
		Weight::from_parts(109_192_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	fn revoke_unvested() -> Weight {
		// Fastest run: 91_616_000 picoseconds.
		Weight::from_parts(102_392_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Freezes` (r:1 w:0)
	// Proof: `Reserve::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn begin_match() -> Weight {
		// Fastest run: 90_425_000 picoseconds.
		Weight::from_parts(97_295_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn open_programme() -> Weight {
		Weight::from_parts(46_830_000, 4937)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_terms() -> Weight {
		Weight::from_parts(33_100_000, 4937)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn fund() -> Weight {
		Weight::from_parts(84_725_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn request_withdrawal() -> Weight {
		Weight::from_parts(24_917_000, 4937)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(83_774_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn close_programme() -> Weight {
		Weight::from_parts(85_287_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn commit_report() -> Weight {
		Weight::from_parts(199_226_000, 103006)
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn reveal_report() -> Weight {
		Weight::from_parts(36_024_000, 4152)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn acknowledge() -> Weight {
		Weight::from_parts(32_398_000, 4937)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn decide() -> Weight {
		Weight::from_parts(138_466_000, 4937)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn dispute() -> Weight {
		Weight::from_parts(240_787_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(15_u64))
	}
	fn adopt_decision() -> Weight {
		Weight::from_parts(22_092_000, 4871).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn process_expired() -> Weight {
		Weight::from_parts(137_604_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn process_decided() -> Weight {
		Weight::from_parts(86_829_000, 4937)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn end_case() -> Weight {
		Weight::from_parts(262_299_000, 6854)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(87_480_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn match_reward() -> Weight {
		Weight::from_parts(109_192_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn revoke_unvested() -> Weight {
		Weight::from_parts(102_392_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn begin_match() -> Weight {
		Weight::from_parts(97_295_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
}
