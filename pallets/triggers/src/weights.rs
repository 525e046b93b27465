//! Weights of `breakwater_triggers`, measured: written by `scripts/weights`, never by hand.
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
	/// Measured by the benchmark `log_data`.
	fn log_data() -> Weight;
	/// Measured by the benchmark `poll`.
	fn poll() -> Weight;
	/// Measured by the benchmark `sync_feed`.
	fn sync_feed() -> Weight;
	/// Measured by the benchmark `evaluate_trigger`.
	fn evaluate_trigger() -> Weight;
	/// Measured by the benchmark `evaluate_piece`.
	fn evaluate_piece() -> Weight;
	/// Measured by the benchmark `open_incident`.
	fn open_incident() -> Weight;
	/// Measured by the benchmark `reject_incident`.
	fn reject_incident() -> Weight;
	/// Measured by the benchmark `uphold_incident`.
	fn uphold_incident() -> Weight;
	/// Measured by the benchmark `resume_trigger`.
	fn resume_trigger() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Policies::OnFeed` (r:1 w:0)
	// Proof: `Policies::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Claims::Feeds` (r:33 w:33)
	// Proof: `Claims::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Claims::WatchedFeeds` (r:1 w:1)
	// Proof: `Claims::WatchedFeeds` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Rules` (r:1 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:5 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:0)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:32 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Claims::Watches` (r:16 w:16)
	// Proof: `Claims::Watches` (`max_values`: None, `max_size`: Some(187), added: 2662, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:16 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Claims::Observations` (r:0 w:33)
	// Proof: `Claims::Observations` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	fn log_data() -> Weight {
		// Fastest run: 1_050_552_000 picoseconds.
		Weight::from_parts(1_117_832_000, 87054)
			.saturating_add(T::DbWeight::get().reads(107_u64))
			.saturating_add(T::DbWeight::get().writes(83_u64))
	}
	// Storage: `Claims::WatchedFeeds` (r:1 w:0)
	// Proof: `Claims::WatchedFeeds` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Claims::Cursor` (r:1 w:1)
	// Proof: `Claims::Cursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn poll() -> Weight {
		// Fastest run: 8_873_000 picoseconds.
		Weight::from_parts(9_695_000, 1743)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Claims::Feeds` (r:1 w:1)
	// Proof: `Claims::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Claims::Observations` (r:2 w:1)
	// Proof: `Claims::Observations` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	// Storage: `Policies::OnFeed` (r:1 w:0)
	// Proof: `Policies::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	fn sync_feed() -> Weight {
		// Fastest run: 34_721_000 picoseconds.
		Weight::from_parts(37_476_000, 6102)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Claims::Watches` (r:1 w:1)
	// Proof: `Claims::Watches` (`max_values`: None, `max_size`: Some(187), added: 2662, mode: `MaxEncodedLen`)
	// Storage: `Claims::Feeds` (r:3 w:0)
	// Proof: `Claims::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:9 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Policies::Ready` (r:1 w:1)
	// Proof: `Policies::Ready` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn evaluate_trigger() -> Weight {
		// Fastest run: 70_696_000 picoseconds.
		Weight::from_parts(74_891_000, 23589)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Claims::Observations` (r:5 w:0)
	// Proof: `Claims::Observations` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	fn evaluate_piece() -> Weight {
		// Fastest run: 26_028_000 picoseconds.
		Weight::from_parts(27_751_000, 13770).saturating_add(T::DbWeight::get().reads(5_u64))
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
	fn open_incident() -> Weight {
		// Fastest run: 401_357_000 picoseconds.
		Weight::from_parts(439_223_000, 72542)
			.saturating_add(T::DbWeight::get().reads(52_u64))
			.saturating_add(T::DbWeight::get().writes(51_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(230), added: 2705, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pins` (r:17 w:16)
	// Proof: `Pools::Pins` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:16)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:16)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Policies::ProductIncidents` (r:1 w:1)
	// Proof: `Policies::ProductIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn reject_incident() -> Weight {
		// Fastest run: 441_918_000 picoseconds.
		Weight::from_parts(524_910_000, 72542)
			.saturating_add(T::DbWeight::get().reads(51_u64))
			.saturating_add(T::DbWeight::get().writes(50_u64))
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
	fn uphold_incident() -> Weight {
		// Fastest run: 207_979_000 picoseconds.
		Weight::from_parts(254_228_000, 43830)
			.saturating_add(T::DbWeight::get().reads(29_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	// Storage: `Claims::Watches` (r:1 w:1)
	// Proof: `Claims::Watches` (`max_values`: None, `max_size`: Some(187), added: 2662, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn resume_trigger() -> Weight {
		// Fastest run: 11_106_000 picoseconds.
		Weight::from_parts(13_180_000, 3652)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn log_data() -> Weight {
		Weight::from_parts(1_117_832_000, 87054)
			.saturating_add(ParityDbWeight::get().reads(107_u64))
			.saturating_add(ParityDbWeight::get().writes(83_u64))
	}
	fn poll() -> Weight {
		Weight::from_parts(9_695_000, 1743)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn sync_feed() -> Weight {
		Weight::from_parts(37_476_000, 6102)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn evaluate_trigger() -> Weight {
		Weight::from_parts(74_891_000, 23589)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn evaluate_piece() -> Weight {
		Weight::from_parts(27_751_000, 13770).saturating_add(ParityDbWeight::get().reads(5_u64))
	}
	fn open_incident() -> Weight {
		Weight::from_parts(439_223_000, 72542)
			.saturating_add(ParityDbWeight::get().reads(52_u64))
			.saturating_add(ParityDbWeight::get().writes(51_u64))
	}
	fn reject_incident() -> Weight {
		Weight::from_parts(524_910_000, 72542)
			.saturating_add(ParityDbWeight::get().reads(51_u64))
			.saturating_add(ParityDbWeight::get().writes(50_u64))
	}
	fn uphold_incident() -> Weight {
		Weight::from_parts(254_228_000, 43830)
			.saturating_add(ParityDbWeight::get().reads(29_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn resume_trigger() -> Weight {
		Weight::from_parts(13_180_000, 3652)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
