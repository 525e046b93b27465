//! Weights of `breakwater_claims`, measured: written by `scripts/weights`, never by hand.
//!
//! 2026-11-21, AMD EPYC, wasm Compiled, 20 steps, 10 repeats, `frame-omni-bencher` (library 64.0.0). The worst case of each is
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
	/// Measured by the benchmark `open`.
	fn open() -> Weight;
	/// Measured by the benchmark `propose_ruling`.
	fn propose_ruling() -> Weight;
	/// Measured by the benchmark `adopt_ruling`.
	fn adopt_ruling() -> Weight;
	/// Measured by the benchmark `claim`.
	fn claim() -> Weight;
	/// Measured by the benchmark `file_evidence`.
	fn file_evidence() -> Weight;
	/// Measured by the benchmark `collect_bond`.
	fn collect_bond() -> Weight;
	/// Measured by the benchmark `recover`.
	fn recover() -> Weight;
	/// Measured by the benchmark `close`.
	fn close() -> Weight;
	/// Measured by the benchmark `end_judgement`.
	fn end_judgement() -> Weight;
	/// Measured by the benchmark `close_step`.
	fn close_step() -> Weight;
	/// Measured by the benchmark `raise_step`.
	fn raise_step() -> Weight;
	/// Measured by the benchmark `log_data`.
	fn log_data() -> Weight;
	/// Measured by the benchmark `poll`.
	fn poll() -> Weight;
	/// Measured by the benchmark `sync_feed`.
	fn sync_feed() -> Weight;
	/// Measured by the benchmark `evaluate_watch`.
	fn evaluate_watch() -> Weight;
	/// Measured by the benchmark `evaluate_piece`.
	fn evaluate_piece() -> Weight;
	/// Measured by the benchmark `open_incident`.
	fn open_incident() -> Weight;
	/// Measured by the benchmark `reject_incident`.
	fn reject_incident() -> Weight;
	/// Measured by the benchmark `uphold_incident`.
	fn uphold_incident() -> Weight;
	/// Measured by the benchmark `work_round`.
	fn work_round() -> Weight;
	/// Measured by the benchmark `tally_step`.
	fn tally_step() -> Weight;
	/// Measured by the benchmark `end_tally`.
	fn end_tally() -> Weight;
	/// Measured by the benchmark `settle_step`.
	fn settle_step() -> Weight;
	/// Measured by the benchmark `end_settlement`.
	fn end_settlement() -> Weight;
	/// Measured by the benchmark `reopen_watch`.
	fn reopen_watch() -> Weight;
	/// Measured by the benchmark `pay_step`.
	fn pay_step() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn open() -> Weight {
		Weight::from_parts(700_000_000, 270000)
			.saturating_add(T::DbWeight::get().reads(90_u64))
			.saturating_add(T::DbWeight::get().writes(75_u64))
	}
	fn propose_ruling() -> Weight {
		Weight::from_parts(200_000_000, 72000)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn adopt_ruling() -> Weight {
		Weight::from_parts(40_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn claim() -> Weight {
		Weight::from_parts(900_000_000, 225000)
			.saturating_add(T::DbWeight::get().reads(75_u64))
			.saturating_add(T::DbWeight::get().writes(30_u64))
	}
	fn file_evidence() -> Weight {
		Weight::from_parts(40_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn collect_bond() -> Weight {
		Weight::from_parts(150_000_000, 24000)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn recover() -> Weight {
		Weight::from_parts(300_000_000, 60000)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(16_u64))
	}
	fn close() -> Weight {
		Weight::from_parts(60_000_000, 60000)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn end_judgement() -> Weight {
		Weight::from_parts(1500_000_000, 480000)
			.saturating_add(T::DbWeight::get().reads(160_u64))
			.saturating_add(T::DbWeight::get().writes(140_u64))
	}
	fn close_step() -> Weight {
		Weight::from_parts(300_000_000, 120000)
			.saturating_add(T::DbWeight::get().reads(40_u64))
			.saturating_add(T::DbWeight::get().writes(40_u64))
	}
	fn raise_step() -> Weight {
		Weight::from_parts(2500_000_000, 900000)
			.saturating_add(T::DbWeight::get().reads(300_u64))
			.saturating_add(T::DbWeight::get().writes(200_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(125), added: 2600, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:1 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:3 w:3)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:1 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn collect() -> Weight {
		// Fastest run: 247_919_000 picoseconds.
		Weight::from_parts(278_263_000, 8937)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
	// Storage: `Policies::OnFeed` (r:1 w:0)
	// Proof: `Policies::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Claims::Feeds` (r:1 w:1)
	// Proof: `Claims::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Claims::WatchedFeeds` (r:1 w:1)
	// Proof: `Claims::WatchedFeeds` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Pools::Clock` (r:1 w:0)
	// Proof: `Pools::Clock` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `OracleMembership::Members` (r:1 w:0)
	// Proof: `OracleMembership::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:32 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:2 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Claims::Watches` (r:16 w:16)
	// Proof: `Claims::Watches` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:16 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Claims::Knots` (r:0 w:1)
	// Proof: `Claims::Knots` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	fn log_data() -> Weight {
		// Fastest run: 376_720_000 picoseconds.
		Weight::from_parts(389_329_000, 82622)
			.saturating_add(T::DbWeight::get().reads(72_u64))
			.saturating_add(T::DbWeight::get().writes(19_u64))
	}
	// Storage: `Claims::WatchedFeeds` (r:1 w:0)
	// Proof: `Claims::WatchedFeeds` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Claims::Cursor` (r:1 w:1)
	// Proof: `Claims::Cursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Pools::Clock` (r:1 w:0)
	// Proof: `Pools::Clock` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn poll() -> Weight {
		// Fastest run: 8_813_000 picoseconds.
		Weight::from_parts(9_604_000, 1743)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Claims::Feeds` (r:1 w:1)
	// Proof: `Claims::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Claims::Knots` (r:2 w:1)
	// Proof: `Claims::Knots` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	// Storage: `Policies::OnFeed` (r:1 w:0)
	// Proof: `Policies::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	fn sync_feed() -> Weight {
		// Fastest run: 29_814_000 picoseconds.
		Weight::from_parts(32_899_000, 6102)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Claims::Watches` (r:1 w:1)
	// Proof: `Claims::Watches` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(125), added: 2600, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:5 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Policies::Ready` (r:1 w:1)
	// Proof: `Policies::Ready` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn evaluate_watch() -> Weight {
		// Fastest run: 41_212_000 picoseconds.
		Weight::from_parts(43_816_000, 13545)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Claims::Knots` (r:5 w:0)
	// Proof: `Claims::Knots` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	fn evaluate_piece() -> Weight {
		// Fastest run: 25_558_000 picoseconds.
		Weight::from_parts(28_993_000, 13770).saturating_add(T::DbWeight::get().reads(5_u64))
	}
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Claims::NextIncident` (r:1 w:1)
	// Proof: `Claims::NextIncident` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:16 w:16)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:16)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1357), added: 3832, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:16)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:0 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(125), added: 2600, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:0 w:1)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn open_incident() -> Weight {
		// Fastest run: 314_647_000 picoseconds.
		Weight::from_parts(370_751_000, 62302)
			.saturating_add(T::DbWeight::get().reads(51_u64))
			.saturating_add(T::DbWeight::get().writes(51_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(125), added: 2600, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:17 w:16)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:16)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1357), added: 3832, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:16)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:1)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn reject_incident() -> Weight {
		// Fastest run: 339_495_000 picoseconds.
		Weight::from_parts(382_859_000, 62302)
			.saturating_add(T::DbWeight::get().reads(51_u64))
			.saturating_add(T::DbWeight::get().writes(50_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(125), added: 2600, mode: `MaxEncodedLen`)
	// Storage: `Claims::NextIncident` (r:1 w:0)
	// Proof: `Claims::NextIncident` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:17 w:0)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:0 w:16)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn uphold_incident() -> Weight {
		// Fastest run: 140_509_000 picoseconds.
		Weight::from_parts(164_624_000, 43830)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	// Storage: `Claims::LastServed` (r:1 w:1)
	// Proof: `Claims::LastServed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:33 w:0)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn work_round() -> Weight {
		// Fastest run: 66_228_000 picoseconds.
		Weight::from_parts(69_403_000, 83061)
			.saturating_add(T::DbWeight::get().reads(34_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(125), added: 2600, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:1 w:0)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:1 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:3 w:3)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Commissions` (r:1 w:1)
	// Proof: `Policies::Commissions` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	// Storage: `Pools::Clock` (r:1 w:0)
	// Proof: `Pools::Clock` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:1)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewed` (r:1 w:1)
	// Proof: `Policies::Renewed` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:3 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(598), added: 3073, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:3 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1357), added: 3832, mode: `MaxEncodedLen`)
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
	// Storage: `Assets::Account` (r:4 w:4)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewals` (r:1 w:1)
	// Proof: `Policies::Renewals` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:3)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:0 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn tally_step() -> Weight {
		// Fastest run: 2_514_499_000 picoseconds.
		Weight::from_parts(2_640_737_000, 321270)
			.saturating_add(T::DbWeight::get().reads(257_u64))
			.saturating_add(T::DbWeight::get().writes(246_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(125), added: 2600, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:1 w:0)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:17 w:0)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:16 w:16)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:16)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1357), added: 3832, mode: `MaxEncodedLen`)
	fn end_tally() -> Weight {
		// Fastest run: 357_281_000 picoseconds.
		Weight::from_parts(388_117_000, 62302)
			.saturating_add(T::DbWeight::get().reads(51_u64))
			.saturating_add(T::DbWeight::get().writes(33_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(125), added: 2600, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:17 w:1)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:32 w:1)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(598), added: 3073, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:1 w:1)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1357), added: 3832, mode: `MaxEncodedLen`)
	// Storage: `Pools::Clock` (r:1 w:0)
	// Proof: `Pools::Clock` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
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
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
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
		// Fastest run: 1_269_478_000 picoseconds.
		Weight::from_parts(1_373_993_000, 101470)
			.saturating_add(T::DbWeight::get().reads(144_u64))
			.saturating_add(T::DbWeight::get().writes(84_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(125), added: 2600, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:17 w:0)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:1 w:0)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:1)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Claims::Watches` (r:1 w:0)
	// Proof: `Claims::Watches` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	fn end_settlement() -> Weight {
		// Fastest run: 89_793_000 picoseconds.
		Weight::from_parts(93_749_000, 46023)
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Claims::Watches` (r:1 w:1)
	// Proof: `Claims::Watches` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Claims::Feeds` (r:1 w:1)
	// Proof: `Claims::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Pools::Clock` (r:1 w:0)
	// Proof: `Pools::Clock` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Claims::Knots` (r:2 w:1)
	// Proof: `Claims::Knots` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	fn reopen_watch() -> Weight {
		// Fastest run: 31_737_000 picoseconds.
		Weight::from_parts(33_951_000, 6102)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(125), added: 2600, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:2 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Claims::Parts` (r:3 w:3)
	// Proof: `Claims::Parts` (`max_values`: None, `max_size`: Some(174), added: 2649, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:1 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn pay_step() -> Weight {
		// Fastest run: 237_523_000 picoseconds.
		Weight::from_parts(299_415_000, 8937)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(14_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn open() -> Weight {
		Weight::from_parts(700_000_000, 270000)
			.saturating_add(ParityDbWeight::get().reads(90_u64))
			.saturating_add(ParityDbWeight::get().writes(75_u64))
	}
	fn propose_ruling() -> Weight {
		Weight::from_parts(200_000_000, 72000)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn adopt_ruling() -> Weight {
		Weight::from_parts(40_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn claim() -> Weight {
		Weight::from_parts(900_000_000, 225000)
			.saturating_add(ParityDbWeight::get().reads(75_u64))
			.saturating_add(ParityDbWeight::get().writes(30_u64))
	}
	fn file_evidence() -> Weight {
		Weight::from_parts(40_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn collect_bond() -> Weight {
		Weight::from_parts(150_000_000, 24000)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn recover() -> Weight {
		Weight::from_parts(300_000_000, 60000)
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
	}
	fn close() -> Weight {
		Weight::from_parts(60_000_000, 60000)
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn end_judgement() -> Weight {
		Weight::from_parts(1500_000_000, 480000)
			.saturating_add(ParityDbWeight::get().reads(160_u64))
			.saturating_add(ParityDbWeight::get().writes(140_u64))
	}
	fn close_step() -> Weight {
		Weight::from_parts(300_000_000, 120000)
			.saturating_add(ParityDbWeight::get().reads(40_u64))
			.saturating_add(ParityDbWeight::get().writes(40_u64))
	}
	fn raise_step() -> Weight {
		Weight::from_parts(2500_000_000, 900000)
			.saturating_add(ParityDbWeight::get().reads(300_u64))
			.saturating_add(ParityDbWeight::get().writes(200_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(278_263_000, 8937)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
	fn log_data() -> Weight {
		Weight::from_parts(389_329_000, 82622)
			.saturating_add(ParityDbWeight::get().reads(72_u64))
			.saturating_add(ParityDbWeight::get().writes(19_u64))
	}
	fn poll() -> Weight {
		Weight::from_parts(9_604_000, 1743)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn sync_feed() -> Weight {
		Weight::from_parts(32_899_000, 6102)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn evaluate_watch() -> Weight {
		Weight::from_parts(43_816_000, 13545)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn evaluate_piece() -> Weight {
		Weight::from_parts(28_993_000, 13770).saturating_add(ParityDbWeight::get().reads(5_u64))
	}
	fn open_incident() -> Weight {
		Weight::from_parts(370_751_000, 62302)
			.saturating_add(ParityDbWeight::get().reads(51_u64))
			.saturating_add(ParityDbWeight::get().writes(51_u64))
	}
	fn reject_incident() -> Weight {
		Weight::from_parts(382_859_000, 62302)
			.saturating_add(ParityDbWeight::get().reads(51_u64))
			.saturating_add(ParityDbWeight::get().writes(50_u64))
	}
	fn uphold_incident() -> Weight {
		Weight::from_parts(164_624_000, 43830)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn work_round() -> Weight {
		Weight::from_parts(69_403_000, 83061)
			.saturating_add(ParityDbWeight::get().reads(34_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn tally_step() -> Weight {
		Weight::from_parts(2_640_737_000, 321270)
			.saturating_add(ParityDbWeight::get().reads(257_u64))
			.saturating_add(ParityDbWeight::get().writes(246_u64))
	}
	fn end_tally() -> Weight {
		Weight::from_parts(388_117_000, 62302)
			.saturating_add(ParityDbWeight::get().reads(51_u64))
			.saturating_add(ParityDbWeight::get().writes(33_u64))
	}
	fn settle_step() -> Weight {
		Weight::from_parts(1_373_993_000, 101470)
			.saturating_add(ParityDbWeight::get().reads(144_u64))
			.saturating_add(ParityDbWeight::get().writes(84_u64))
	}
	fn end_settlement() -> Weight {
		Weight::from_parts(93_749_000, 46023)
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn reopen_watch() -> Weight {
		Weight::from_parts(33_951_000, 6102)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn pay_step() -> Weight {
		Weight::from_parts(299_415_000, 8937)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(14_u64))
	}
}
