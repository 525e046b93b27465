//! Weights of `breakwater_assessment`, measured: written by `scripts/weights`, never by hand.
//!
//! 2026-11-22, AMD EPYC, wasm Compiled, 10 steps, 10 repeats, `frame-omni-bencher` (library 64.0.0). The worst case of each is
//! described at the benchmark of the same name in `benchmarking.rs`; the database's prices are added to the measured
//! time.

#![allow(unused_parens)]
// Products and sums of small constants and of parameters that the calls bound.
#![allow(clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What each of the pallet's pieces of work costs at most.
pub trait WeightInfo {
	/// Measured by the benchmark `report_incident`.
	fn report_incident() -> Weight;
	/// Measured by the benchmark `propose_outcome`.
	fn propose_outcome() -> Weight;
	/// Measured by the benchmark `adopt_outcome`.
	fn adopt_outcome() -> Weight;
	/// Measured by the benchmark `collect_bond`.
	fn collect_bond() -> Weight;
	/// Measured by the benchmark `end_assessment`.
	fn end_assessment() -> Weight;
	/// Measured by the benchmark `work_round`.
	fn work_round() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:9 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Claims::Judged` (r:1 w:1)
	// Proof: `Claims::Judged` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Claims::NextIncident` (r:1 w:1)
	// Proof: `Claims::NextIncident` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Claims::KeptTimes` (r:1 w:1)
	// Proof: `Claims::KeptTimes` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:17 w:16)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:16)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:16)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Policies::ProductIncidents` (r:1 w:1)
	// Proof: `Policies::ProductIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Claims::Rejections` (r:16 w:0)
	// Proof: `Claims::Rejections` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Claims::Watches` (r:1 w:1)
	// Proof: `Claims::Watches` (`max_values`: None, `max_size`: Some(187), added: 2662, mode: `MaxEncodedLen`)
	// Storage: `Claims::Filings` (r:0 w:1)
	// Proof: `Claims::Filings` (`max_values`: None, `max_size`: Some(350), added: 2825, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:0 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn report_incident() -> Weight {
		// Fastest run: 1_298_570_000 picoseconds.
		Weight::from_parts(1_404_358_000, 72542)
			.saturating_add(T::DbWeight::get().reads(102_u64))
			.saturating_add(T::DbWeight::get().writes(60_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Claims::Watches` (r:1 w:0)
	// Proof: `Claims::Watches` (`max_values`: None, `max_size`: Some(187), added: 2662, mode: `MaxEncodedLen`)
	// Storage: `Claims::Rulings` (r:8 w:1)
	// Proof: `Claims::Rulings` (`max_values`: None, `max_size`: Some(391), added: 2866, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:17 w:0)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:9 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Claims::Rejections` (r:16 w:0)
	// Proof: `Claims::Rejections` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn propose_outcome() -> Weight {
		// Fastest run: 946_607_000 picoseconds.
		Weight::from_parts(1_010_232_000, 50414)
			.saturating_add(T::DbWeight::get().reads(89_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	fn adopt_outcome() -> Weight {
		// Fastest run: 53_921_000 picoseconds.
		Weight::from_parts(61_792_000, 3695)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Claims::BondsDue` (r:1 w:1)
	// Proof: `Claims::BondsDue` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn collect_bond() -> Weight {
		// Fastest run: 142_873_000 picoseconds.
		Weight::from_parts(154_680_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:11 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumInfoOf` (r:8 w:0)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	// Storage: `Claims::Rulings` (r:9 w:8)
	// Proof: `Claims::Rulings` (`max_values`: None, `max_size`: Some(391), added: 2866, mode: `MaxEncodedLen`)
	// Storage: `Claims::BondsDue` (r:1 w:1)
	// Proof: `Claims::BondsDue` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:19 w:19)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Claims::Filings` (r:1 w:1)
	// Proof: `Claims::Filings` (`max_values`: None, `max_size`: Some(350), added: 2825, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:17 w:16)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:16)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:16)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:512 w:512)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:512 w:512)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:64 w:64)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:16 w:16)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Claims::Rejections` (r:16 w:16)
	// Proof: `Claims::Rejections` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:16)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Policies::ProductIncidents` (r:1 w:1)
	// Proof: `Policies::ProductIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Claims::Judged` (r:1 w:1)
	// Proof: `Claims::Judged` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Claims::Waiting` (r:1 w:0)
	// Proof: `Claims::Waiting` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:16)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn end_assessment() -> Weight {
		// Fastest run: 11_639_937_000 picoseconds.
		Weight::from_parts(12_341_760_000, 1608670)
			.saturating_add(T::DbWeight::get().reads(1243_u64))
			.saturating_add(T::DbWeight::get().writes(1237_u64))
	}
	// Storage: `Claims::LastServed` (r:1 w:1)
	// Proof: `Claims::LastServed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:33 w:0)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn work_round() -> Weight {
		// Fastest run: 68_302_000 picoseconds.
		Weight::from_parts(72_027_000, 83061)
			.saturating_add(T::DbWeight::get().reads(34_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn report_incident() -> Weight {
		Weight::from_parts(1_404_358_000, 72542)
			.saturating_add(ParityDbWeight::get().reads(102_u64))
			.saturating_add(ParityDbWeight::get().writes(60_u64))
	}
	fn propose_outcome() -> Weight {
		Weight::from_parts(1_010_232_000, 50414)
			.saturating_add(ParityDbWeight::get().reads(89_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn adopt_outcome() -> Weight {
		Weight::from_parts(61_792_000, 3695)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn collect_bond() -> Weight {
		Weight::from_parts(154_680_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn end_assessment() -> Weight {
		Weight::from_parts(12_341_760_000, 1608670)
			.saturating_add(ParityDbWeight::get().reads(1243_u64))
			.saturating_add(ParityDbWeight::get().writes(1237_u64))
	}
	fn work_round() -> Weight {
		Weight::from_parts(72_027_000, 83061)
			.saturating_add(ParityDbWeight::get().reads(34_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
