// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_triggers`, measured: written by `scripts/weights`, never by hand.
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
	/// Measured by the benchmark `log_data`.
	fn log_data(n: u32) -> Weight;
	/// Measured by the benchmark `poll`.
	fn poll() -> Weight;
	/// Measured by the benchmark `sync_feed`.
	fn sync_feed() -> Weight;
	/// Measured by the benchmark `evaluate_trigger`.
	fn evaluate_trigger() -> Weight;
	/// Measured by the benchmark `evaluate_piece`.
	fn evaluate_piece() -> Weight;
	/// Measured by the benchmark `open_incident`.
	fn open_incident(p: u32) -> Weight;
	/// Measured by the benchmark `reject_incident`.
	fn reject_incident(p: u32) -> Weight;
	/// Measured by the benchmark `uphold_incident`.
	fn uphold_incident(p: u32) -> Weight;
	/// Measured by the benchmark `resume_trigger`.
	fn resume_trigger() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Products::OnFeed` (r:1 w:0)
	// Proof: `Products::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Triggers::Feeds` (r:33 w:33)
	// Proof: `Triggers::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Triggers::Observations` (r:2 w:34)
	// Proof: `Triggers::Observations` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Rules` (r:1 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:3 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Triggers::TriggerStates` (r:16 w:16)
	// Proof: `Triggers::TriggerStates` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:16 w:0)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Triggers::WatchedFeeds` (r:1 w:1)
	// Proof: `Triggers::WatchedFeeds` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// `n` was measured from 0 to 16.
	fn log_data(n: u32) -> Weight {
		// Fastest run: 65_276_000 picoseconds.
		Weight::from_parts(80_299_792, 8643)
			.saturating_add(Weight::from_parts(56_180_649, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5216).saturating_mul(n.into()))
	}
	// Storage: `Triggers::WatchedFeeds` (r:1 w:0)
	// Proof: `Triggers::WatchedFeeds` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Triggers::Cursor` (r:1 w:1)
	// Proof: `Triggers::Cursor` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn poll() -> Weight {
		// Fastest run: 5_729_000 picoseconds.
		Weight::from_parts(6_649_000, 1743)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Triggers::Feeds` (r:1 w:1)
	// Proof: `Triggers::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Triggers::Observations` (r:2 w:1)
	// Proof: `Triggers::Observations` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	// Storage: `Products::OnFeed` (r:1 w:0)
	// Proof: `Products::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	fn sync_feed() -> Weight {
		// Fastest run: 34_542_000 picoseconds.
		Weight::from_parts(38_838_000, 6102)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Triggers::TriggerStates` (r:1 w:1)
	// Proof: `Triggers::TriggerStates` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Triggers::Feeds` (r:3 w:0)
	// Proof: `Triggers::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Open` (r:1 w:0)
	// Proof: `Claims::Open` (`max_values`: None, `max_size`: Some(22), added: 2497, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Assessments` (r:1 w:1)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	fn evaluate_trigger() -> Weight {
		// Fastest run: 48_322_000 picoseconds.
		Weight::from_parts(51_336_000, 8814)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Triggers::Observations` (r:5 w:0)
	// Proof: `Triggers::Observations` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	// Storage: `Triggers::TriggerStates` (r:0 w:1)
	// Proof: `Triggers::TriggerStates` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn evaluate_piece() -> Weight {
		// Fastest run: 27_341_000 picoseconds.
		Weight::from_parts(30_595_000, 13770)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Claims::Open` (r:1 w:1)
	// Proof: `Claims::Open` (`max_values`: None, `max_size`: Some(22), added: 2497, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:1 w:0)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Claims::NextIncident` (r:1 w:1)
	// Proof: `Claims::NextIncident` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:17 w:16)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:16)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:1)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:0)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Admitted` (r:16 w:0)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Incidents` (r:1 w:0)
	// Proof: `Reserve::Incidents` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Assessments` (r:0 w:1)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:0 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 16.
	fn open_incident(p: u32) -> Weight {
		// Fastest run: 173_398_000 picoseconds.
		Weight::from_parts(165_013_154, 3887)
			.saturating_add(Weight::from_parts(29_910_882, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	// Storage: `Pools::Locks` (r:17 w:16)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:16)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:1)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Assessments` (r:1 w:1)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Incidents` (r:1 w:1)
	// Proof: `Reserve::Incidents` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Freezes` (r:1 w:1)
	// Proof: `Reserve::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Backings` (r:1 w:0)
	// Proof: `Reserve::Backings` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	// Storage: `Claims::Open` (r:1 w:1)
	// Proof: `Claims::Open` (`max_values`: None, `max_size`: Some(22), added: 2497, mode: `MaxEncodedLen`)
	// Storage: `Triggers::TriggerStates` (r:0 w:1)
	// Proof: `Triggers::TriggerStates` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 16.
	fn reject_incident(p: u32) -> Weight {
		// Fastest run: 147_529_000 picoseconds.
		Weight::from_parts(156_484_415, 3643)
			.saturating_add(Weight::from_parts(17_795_645, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	// Storage: `Pools::Locks` (r:17 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Open` (r:1 w:0)
	// Proof: `Claims::Open` (`max_values`: None, `max_size`: Some(22), added: 2497, mode: `MaxEncodedLen`)
	// Storage: `Claims::NextIncident` (r:1 w:0)
	// Proof: `Claims::NextIncident` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Sponsors::Pledges` (r:1 w:0)
	// Proof: `Sponsors::Pledges` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:0 w:16)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 16.
	fn uphold_incident(p: u32) -> Weight {
		// Fastest run: 86_498_000 picoseconds.
		Weight::from_parts(86_675_869, 3643)
			.saturating_add(Weight::from_parts(14_922_568, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	// Storage: `Triggers::TriggerStates` (r:1 w:1)
	// Proof: `Triggers::TriggerStates` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Triggers::Feeds` (r:3 w:0)
	// Proof: `Triggers::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	fn resume_trigger() -> Weight {
		// Fastest run: 21_271_000 picoseconds.
		Weight::from_parts(22_834_000, 8814)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn log_data(n: u32) -> Weight {
		Weight::from_parts(80_299_792, 8643)
			.saturating_add(Weight::from_parts(56_180_649, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(n.into())))
			.saturating_add(Weight::from_parts(0, 5216).saturating_mul(n.into()))
	}
	fn poll() -> Weight {
		Weight::from_parts(6_649_000, 1743)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn sync_feed() -> Weight {
		Weight::from_parts(38_838_000, 6102)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn evaluate_trigger() -> Weight {
		Weight::from_parts(51_336_000, 8814)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn evaluate_piece() -> Weight {
		Weight::from_parts(30_595_000, 13770)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn open_incident(p: u32) -> Weight {
		Weight::from_parts(165_013_154, 3887)
			.saturating_add(Weight::from_parts(29_910_882, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	fn reject_incident(p: u32) -> Weight {
		Weight::from_parts(156_484_415, 3643)
			.saturating_add(Weight::from_parts(17_795_645, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	fn uphold_incident(p: u32) -> Weight {
		Weight::from_parts(86_675_869, 3643)
			.saturating_add(Weight::from_parts(14_922_568, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	fn resume_trigger() -> Weight {
		Weight::from_parts(22_834_000, 8814)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
