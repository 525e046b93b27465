// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_bounties`, measured: written by `scripts/weights`, never by hand.
//!
//! 2026-11-30, AMD EPYC, wasm Compiled, 20 steps, 10 repeats, `frame-omni-bencher` (library 64.0.0). The worst case of each is
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
		// Fastest run: 42_243_000 picoseconds.
		Weight::from_parts(52_859_000, 4937)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	fn set_terms() -> Weight {
		// Fastest run: 26_780_000 picoseconds.
		Weight::from_parts(36_094_000, 4937)
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
		// Fastest run: 84_656_000 picoseconds.
		Weight::from_parts(97_885_000, 6208)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	fn request_withdrawal() -> Weight {
		// Fastest run: 26_489_000 picoseconds.
		Weight::from_parts(34_811_000, 4937)
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
		// Fastest run: 84_415_000 picoseconds.
		Weight::from_parts(96_173_000, 6208)
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
		// Fastest run: 81_631_000 picoseconds.
		Weight::from_parts(94_951_000, 6208)
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
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Reports` (r:0 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	fn commit_report() -> Weight {
		// Fastest run: 168_621_000 picoseconds.
		Weight::from_parts(190_182_000, 80478)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn reveal_report() -> Weight {
		// Fastest run: 31_507_000 picoseconds.
		Weight::from_parts(43_215_000, 4152)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:0)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	fn acknowledge() -> Weight {
		// Fastest run: 29_714_000 picoseconds.
		Weight::from_parts(39_629_000, 4937)
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
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Bounties::LastCounted` (r:1 w:1)
	// Proof: `Bounties::LastCounted` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:1 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	fn decide() -> Weight {
		// Fastest run: 131_285_000 picoseconds.
		Weight::from_parts(154_810_000, 4937)
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
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Court::Tree` (r:1 w:0)
	// Proof: `Court::Tree` (`max_values`: None, `max_size`: Some(796), added: 3271, mode: `MaxEncodedLen`)
	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Court::OpenCases` (r:1 w:1)
	// Proof: `Court::OpenCases` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Court::NextCase` (r:1 w:1)
	// Proof: `Court::NextCase` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Court::AssetValues` (r:1 w:0)
	// Proof: `Court::AssetValues` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumCount` (r:1 w:1)
	// Proof: `Democracy::ReferendumCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Democracy::LowestUnbaked` (r:1 w:0)
	// Proof: `Democracy::LowestUnbaked` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Cases::Open` (r:1 w:1)
	// Proof: `Cases::Open` (`max_values`: Some(1), `max_size`: Some(6962), added: 7457, mode: `MaxEncodedLen`)
	// Storage: `Preimage::StatusFor` (r:2 w:0)
	// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::RequestStatusFor` (r:2 w:2)
	// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Court::Cases` (r:0 w:1)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	// Storage: `Preimage::PreimageFor` (r:0 w:2)
	// Proof: `Preimage::PreimageFor` (`max_values`: None, `max_size`: Some(4194344), added: 4196819, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumInfoOf` (r:0 w:2)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	fn dispute() -> Weight {
		// Fastest run: 303_731_000 picoseconds.
		Weight::from_parts(348_608_000, 8447)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:0)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Court::Cases` (r:1 w:0)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	// Storage: `Cases::Open` (r:1 w:0)
	// Proof: `Cases::Open` (`max_values`: Some(1), `max_size`: Some(6962), added: 7457, mode: `MaxEncodedLen`)
	fn adopt_decision() -> Weight {
		// Fastest run: 27_561_000 picoseconds.
		Weight::from_parts(34_702_000, 8447).saturating_add(T::DbWeight::get().reads(3_u64))
	}
	// Storage: `Bounties::Reports` (r:1 w:1)
	// Proof: `Bounties::Reports` (`max_values`: None, `max_size`: Some(687), added: 3162, mode: `MaxEncodedLen`)
	// Storage: `Bounties::Programmes` (r:1 w:1)
	// Proof: `Bounties::Programmes` (`max_values`: None, `max_size`: Some(1472), added: 3947, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	fn process_expired() -> Weight {
		// Fastest run: 125_817_000 picoseconds.
		Weight::from_parts(141_981_000, 6196)
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
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	fn process_decided() -> Weight {
		// Fastest run: 74_470_000 picoseconds.
		Weight::from_parts(86_889_000, 4937)
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
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	fn end_case() -> Weight {
		// Fastest run: 246_336_000 picoseconds.
		Weight::from_parts(266_416_000, 6854)
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
		// Fastest run: 81_260_000 picoseconds.
		Weight::from_parts(94_881_000, 6208)
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
		// Fastest run: 108_180_000 picoseconds.
		Weight::from_parts(124_094_000, 6208)
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
		// Fastest run: 95_842_000 picoseconds.
		Weight::from_parts(111_546_000, 6208)
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
		// Fastest run: 92_628_000 picoseconds.
		Weight::from_parts(103_744_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn open_programme() -> Weight {
		Weight::from_parts(52_859_000, 4937)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_terms() -> Weight {
		Weight::from_parts(36_094_000, 4937)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn fund() -> Weight {
		Weight::from_parts(97_885_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn request_withdrawal() -> Weight {
		Weight::from_parts(34_811_000, 4937)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(96_173_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn close_programme() -> Weight {
		Weight::from_parts(94_951_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn commit_report() -> Weight {
		Weight::from_parts(190_182_000, 80478)
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn reveal_report() -> Weight {
		Weight::from_parts(43_215_000, 4152)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn acknowledge() -> Weight {
		Weight::from_parts(39_629_000, 4937)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn decide() -> Weight {
		Weight::from_parts(154_810_000, 4937)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn dispute() -> Weight {
		Weight::from_parts(348_608_000, 8447)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn adopt_decision() -> Weight {
		Weight::from_parts(34_702_000, 8447).saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn process_expired() -> Weight {
		Weight::from_parts(141_981_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn process_decided() -> Weight {
		Weight::from_parts(86_889_000, 4937)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn end_case() -> Weight {
		Weight::from_parts(266_416_000, 6854)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(94_881_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn match_reward() -> Weight {
		Weight::from_parts(124_094_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn revoke_unvested() -> Weight {
		Weight::from_parts(111_546_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn begin_match() -> Weight {
		Weight::from_parts(103_744_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
}
