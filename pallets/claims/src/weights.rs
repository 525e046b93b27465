//! Weights of `breakwater_claims`, measured: written by `scripts/weights`, never by hand.
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
	/// Measured by the benchmark `collect`.
	fn collect() -> Weight;
	/// Measured by the benchmark `claim`.
	fn claim() -> Weight;
	/// Measured by the benchmark `file_evidence`.
	fn file_evidence() -> Weight;
	/// Measured by the benchmark `recover`.
	fn recover() -> Weight;
	/// Measured by the benchmark `close`.
	fn close() -> Weight;
	/// Measured by the benchmark `close_step`.
	fn close_step() -> Weight;
	/// Measured by the benchmark `top_up_step`.
	fn top_up_step() -> Weight;
	/// Measured by the benchmark `begin_claims`.
	fn begin_claims() -> Weight;
	/// Measured by the benchmark `next_incident`.
	fn next_incident() -> Weight;
	/// Measured by the benchmark `work_round`.
	fn work_round() -> Weight;
	/// Measured by the benchmark `assess_step`.
	fn assess_step() -> Weight;
	/// Measured by the benchmark `end_assessing`.
	fn end_assessing() -> Weight;
	/// Measured by the benchmark `settle_step`.
	fn settle_step() -> Weight;
	/// Measured by the benchmark `end_settlement`.
	fn end_settlement() -> Weight;
	/// Measured by the benchmark `pay_step`.
	fn pay_step() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:1 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:3 w:3)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:1 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn collect() -> Weight {
		// Fastest run: 185_466_000 picoseconds.
		Weight::from_parts(231_034_000, 8943)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:1 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Policies::Positions` (r:1 w:0)
	// Proof: `Policies::Positions` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Claims::ClaimedOn` (r:1 w:1)
	// Proof: `Claims::ClaimedOn` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:3 w:3)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Policies::ProductIncidents` (r:1 w:0)
	// Proof: `Policies::ProductIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Commissions` (r:1 w:1)
	// Proof: `Policies::Commissions` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:1)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewed` (r:1 w:1)
	// Proof: `Policies::Renewed` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:3 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:3 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:102 w:102)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:10 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:102 w:102)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:12 w:12)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:3 w:3)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:6 w:6)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewals` (r:1 w:1)
	// Proof: `Policies::Renewals` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:3 w:3)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:3 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:3)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	// Storage: `Claims::ByPolicy` (r:0 w:1)
	// Proof: `Claims::ByPolicy` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:0 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Fastest run: 3_087_301_000 picoseconds.
		Weight::from_parts(3_356_390_000, 321270)
			.saturating_add(T::DbWeight::get().reads(269_u64))
			.saturating_add(T::DbWeight::get().writes(255_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:0)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:0)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	fn file_evidence() -> Weight {
		// Fastest run: 65_077_000 picoseconds.
		Weight::from_parts(74_962_000, 3901).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:1 w:1)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Pools::ShortSettlements` (r:1 w:1)
	// Proof: `Pools::ShortSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:1 w:1)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:1 w:1)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Backings` (r:1 w:1)
	// Proof: `Reserve::Backings` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn recover() -> Weight {
		// Fastest run: 259_396_000 picoseconds.
		Weight::from_parts(317_722_000, 10199)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:17 w:0)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:9 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn close() -> Weight {
		// Fastest run: 154_380_000 picoseconds.
		Weight::from_parts(188_010_000, 46057)
			.saturating_add(T::DbWeight::get().reads(28_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:1 w:0)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Claims::ClaimedOn` (r:1 w:0)
	// Proof: `Claims::ClaimedOn` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:17 w:16)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Pools::ShortSettlements` (r:16 w:16)
	// Proof: `Pools::ShortSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Backings` (r:16 w:16)
	// Proof: `Reserve::Backings` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:16 w:16)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Claims::Rulings` (r:9 w:8)
	// Proof: `Claims::Rulings` (`max_values`: None, `max_size`: Some(391), added: 2866, mode: `MaxEncodedLen`)
	// Storage: `Claims::Filings` (r:0 w:1)
	// Proof: `Claims::Filings` (`max_values`: None, `max_size`: Some(350), added: 2825, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn close_step() -> Weight {
		// Fastest run: 891_966_000 picoseconds.
		Weight::from_parts(998_605_000, 148334)
			.saturating_add(T::DbWeight::get().reads(98_u64))
			.saturating_add(T::DbWeight::get().writes(80_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:1 w:0)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:17 w:0)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Pools::ShortSettlements` (r:1 w:0)
	// Proof: `Pools::ShortSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:1 w:0)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:1 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:62 w:0)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	fn top_up_step() -> Weight {
		// Fastest run: 956_983_000 picoseconds.
		Weight::from_parts(1_049_170_000, 157230)
			.saturating_add(T::DbWeight::get().reads(86_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:9 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Claims::NextIncident` (r:1 w:0)
	// Proof: `Claims::NextIncident` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:17 w:0)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:0 w:16)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn begin_claims() -> Weight {
		// Fastest run: 207_979_000 picoseconds.
		Weight::from_parts(254_228_000, 43830)
			.saturating_add(T::DbWeight::get().reads(29_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Claims::NextIncident` (r:1 w:1)
	// Proof: `Claims::NextIncident` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:16 w:16)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:16)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:16)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Policies::ProductIncidents` (r:1 w:1)
	// Proof: `Policies::ProductIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:0 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	fn next_incident() -> Weight {
		// Fastest run: 401_357_000 picoseconds.
		Weight::from_parts(439_223_000, 72542)
			.saturating_add(T::DbWeight::get().reads(52_u64))
			.saturating_add(T::DbWeight::get().writes(51_u64))
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
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:1 w:0)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:3 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:1 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:3 w:3)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Policies::ProductIncidents` (r:1 w:0)
	// Proof: `Policies::ProductIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Commissions` (r:1 w:1)
	// Proof: `Policies::Commissions` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:1)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewed` (r:1 w:1)
	// Proof: `Policies::Renewed` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:3 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:6 w:6)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:6 w:6)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:10 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:4 w:4)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewals` (r:1 w:1)
	// Proof: `Policies::Renewals` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	// Storage: `Claims::ByPolicy` (r:0 w:1)
	// Proof: `Claims::ByPolicy` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:0 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn assess_step() -> Weight {
		// Fastest run: 740_020_000 picoseconds.
		Weight::from_parts(816_514_000, 26100)
			.saturating_add(T::DbWeight::get().reads(49_u64))
			.saturating_add(T::DbWeight::get().writes(36_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:1 w:0)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:17 w:0)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:16 w:16)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:16)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	fn end_assessing() -> Weight {
		// Fastest run: 531_030_000 picoseconds.
		Weight::from_parts(638_359_000, 72542)
			.saturating_add(T::DbWeight::get().reads(67_u64))
			.saturating_add(T::DbWeight::get().writes(33_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:17 w:1)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:63 w:1)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:1 w:1)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:32 w:32)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:12 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:32 w:32)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:4 w:4)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:1 w:1)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:1 w:1)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Pools::ShortSettlements` (r:1 w:1)
	// Proof: `Pools::ShortSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Admitted` (r:1 w:0)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Incidents` (r:1 w:1)
	// Proof: `Reserve::Incidents` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Backings` (r:1 w:1)
	// Proof: `Reserve::Backings` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:1)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn settle_step() -> Weight {
		// Fastest run: 1_900_967_000 picoseconds.
		Weight::from_parts(2_205_920_000, 159750)
			.saturating_add(T::DbWeight::get().reads(176_u64))
			.saturating_add(T::DbWeight::get().writes(85_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:17 w:0)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:1 w:0)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Policies::ProductIncidents` (r:1 w:1)
	// Proof: `Policies::ProductIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Claims::Judged` (r:1 w:0)
	// Proof: `Claims::Judged` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Claims::Watches` (r:1 w:0)
	// Proof: `Claims::Watches` (`max_values`: None, `max_size`: Some(187), added: 2662, mode: `MaxEncodedLen`)
	fn end_settlement() -> Weight {
		// Fastest run: 97_095_000 picoseconds.
		Weight::from_parts(102_583_000, 46057)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:2 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:3 w:3)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:1 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn pay_step() -> Weight {
		// Fastest run: 239_456_000 picoseconds.
		Weight::from_parts(267_818_000, 8943)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn collect() -> Weight {
		Weight::from_parts(231_034_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn claim() -> Weight {
		Weight::from_parts(3_356_390_000, 321270)
			.saturating_add(ParityDbWeight::get().reads(269_u64))
			.saturating_add(ParityDbWeight::get().writes(255_u64))
	}
	fn file_evidence() -> Weight {
		Weight::from_parts(74_962_000, 3901).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn recover() -> Weight {
		Weight::from_parts(317_722_000, 10199)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
	}
	fn close() -> Weight {
		Weight::from_parts(188_010_000, 46057)
			.saturating_add(ParityDbWeight::get().reads(28_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn close_step() -> Weight {
		Weight::from_parts(998_605_000, 148334)
			.saturating_add(ParityDbWeight::get().reads(98_u64))
			.saturating_add(ParityDbWeight::get().writes(80_u64))
	}
	fn top_up_step() -> Weight {
		Weight::from_parts(1_049_170_000, 157230)
			.saturating_add(ParityDbWeight::get().reads(86_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn begin_claims() -> Weight {
		Weight::from_parts(254_228_000, 43830)
			.saturating_add(ParityDbWeight::get().reads(29_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn next_incident() -> Weight {
		Weight::from_parts(439_223_000, 72542)
			.saturating_add(ParityDbWeight::get().reads(52_u64))
			.saturating_add(ParityDbWeight::get().writes(51_u64))
	}
	fn work_round() -> Weight {
		Weight::from_parts(72_027_000, 83061)
			.saturating_add(ParityDbWeight::get().reads(34_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn assess_step() -> Weight {
		Weight::from_parts(816_514_000, 26100)
			.saturating_add(ParityDbWeight::get().reads(49_u64))
			.saturating_add(ParityDbWeight::get().writes(36_u64))
	}
	fn end_assessing() -> Weight {
		Weight::from_parts(638_359_000, 72542)
			.saturating_add(ParityDbWeight::get().reads(67_u64))
			.saturating_add(ParityDbWeight::get().writes(33_u64))
	}
	fn settle_step() -> Weight {
		Weight::from_parts(2_205_920_000, 159750)
			.saturating_add(ParityDbWeight::get().reads(176_u64))
			.saturating_add(ParityDbWeight::get().writes(85_u64))
	}
	fn end_settlement() -> Weight {
		Weight::from_parts(102_583_000, 46057)
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn pay_step() -> Weight {
		Weight::from_parts(267_818_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
}
