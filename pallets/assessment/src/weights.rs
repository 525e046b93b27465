// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_assessment`, measured: written by `scripts/weights`, never by hand.
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
	/// Measured by the benchmark `report_incident`.
	fn report_incident(p: u32) -> Weight;
	/// Measured by the benchmark `bond_terms`.
	fn bond_terms(p: u32) -> Weight;
	/// Measured by the benchmark `propose_outcome`.
	fn propose_outcome(n: u32) -> Weight;
	/// Measured by the benchmark `adopt_outcome`.
	fn adopt_outcome() -> Weight;
	/// Measured by the benchmark `collect_bond`.
	fn collect_bond() -> Weight;
	/// Measured by the benchmark `end_assessment`.
	fn end_assessment(n: u32, p: u32) -> Weight;
	/// Measured by the benchmark `work_round`.
	fn work_round() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
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
	// Storage: `Triggers::TriggerStates` (r:1 w:1)
	// Proof: `Triggers::TriggerStates` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:0)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Admitted` (r:16 w:0)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Incidents` (r:1 w:1)
	// Proof: `Reserve::Incidents` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:0)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Freezes` (r:1 w:1)
	// Proof: `Reserve::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Rejections` (r:16 w:0)
	// Proof: `Assessment::Rejections` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Assessments` (r:0 w:1)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Reports` (r:0 w:1)
	// Proof: `Assessment::Reports` (`max_values`: None, `max_size`: Some(350), added: 2825, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:0 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 16.
	fn report_incident(p: u32) -> Weight {
		// Fastest run: 339_715_000 picoseconds.
		Weight::from_parts(358_538_488, 6208)
			.saturating_add(Weight::from_parts(44_332_899, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(13_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	// Storage: `Pools::Locks` (r:17 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Incidents` (r:1 w:0)
	// Proof: `Reserve::Incidents` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:0)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Rejections` (r:16 w:0)
	// Proof: `Assessment::Rejections` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:0)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 16.
	fn bond_terms(p: u32) -> Weight {
		// Fastest run: 89_303_000 picoseconds.
		Weight::from_parts(80_477_261, 3922)
			.saturating_add(Weight::from_parts(18_393_595, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	// Storage: `Assessment::Assessments` (r:1 w:1)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:1 w:0)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Proposals` (r:8 w:1)
	// Proof: `Assessment::Proposals` (`max_values`: None, `max_size`: Some(391), added: 2866, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Court::Tree` (r:1 w:0)
	// Proof: `Court::Tree` (`max_values`: None, `max_size`: Some(796), added: 3271, mode: `MaxEncodedLen`)
	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// `n` was measured from 0 to 7.
	fn propose_outcome(n: u32) -> Weight {
		// Fastest run: 128_160_000 picoseconds.
		Weight::from_parts(191_997_151, 6208)
			.saturating_add(Weight::from_parts(12_246_720, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(Weight::from_parts(0, 2866).saturating_mul(n.into()))
	}
	// Storage: `Assessment::Assessments` (r:1 w:0)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Court::Cases` (r:1 w:0)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	// Storage: `Cases::Open` (r:1 w:0)
	// Proof: `Cases::Open` (`max_values`: Some(1), `max_size`: Some(6962), added: 7457, mode: `MaxEncodedLen`)
	fn adopt_outcome() -> Weight {
		// Fastest run: 66_509_000 picoseconds.
		Weight::from_parts(83_254_000, 8447).saturating_add(T::DbWeight::get().reads(3_u64))
	}
	// Storage: `Assessment::Assessments` (r:1 w:1)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Assessment::BondsDue` (r:1 w:1)
	// Proof: `Assessment::BondsDue` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Proposals` (r:1 w:0)
	// Proof: `Assessment::Proposals` (`max_values`: None, `max_size`: Some(391), added: 2866, mode: `MaxEncodedLen`)
	fn collect_bond() -> Weight {
		// Fastest run: 140_468_000 picoseconds.
		Weight::from_parts(162_722_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	// Storage: `Assessment::Assessments` (r:1 w:1)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Court::Cases` (r:1 w:1)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	// Storage: `Cases::Open` (r:1 w:0)
	// Proof: `Cases::Open` (`max_values`: Some(1), `max_size`: Some(6962), added: 7457, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:17 w:16)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:16)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Proposals` (r:9 w:8)
	// Proof: `Assessment::Proposals` (`max_values`: None, `max_size`: Some(391), added: 2866, mode: `MaxEncodedLen`)
	// Storage: `Assessment::BondsDue` (r:1 w:1)
	// Proof: `Assessment::BondsDue` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:19 w:19)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Reports` (r:1 w:1)
	// Proof: `Assessment::Reports` (`max_values`: None, `max_size`: Some(350), added: 2825, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Rejections` (r:16 w:16)
	// Proof: `Assessment::Rejections` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:1)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Incidents` (r:1 w:1)
	// Proof: `Reserve::Incidents` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Freezes` (r:1 w:1)
	// Proof: `Reserve::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Backings` (r:1 w:0)
	// Proof: `Reserve::Backings` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	// Storage: `Claims::Open` (r:1 w:1)
	// Proof: `Claims::Open` (`max_values`: None, `max_size`: Some(22), added: 2497, mode: `MaxEncodedLen`)
	// Storage: `Triggers::TriggerStates` (r:1 w:0)
	// Proof: `Triggers::TriggerStates` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// `n` was measured from 1 to 8.
	// `p` was measured from 1 to 16.
	fn end_assessment(n: u32, p: u32) -> Weight {
		// Fastest run: 1_156_377_000 picoseconds.
		Weight::from_parts(781_678_364, 8817)
			.saturating_add(Weight::from_parts(103_363_987, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(80_272_773, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(21_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(16_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2866).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	// Storage: `Assessment::LastServed` (r:1 w:1)
	// Proof: `Assessment::LastServed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Delayed` (r:1 w:1)
	// Proof: `Assessment::Delayed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Assessments` (r:33 w:0)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	fn work_round() -> Weight {
		// Fastest run: 85_717_000 picoseconds.
		Weight::from_parts(89_864_000, 87054)
			.saturating_add(T::DbWeight::get().reads(35_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn report_incident(p: u32) -> Weight {
		Weight::from_parts(358_538_488, 6208)
			.saturating_add(Weight::from_parts(44_332_899, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	fn bond_terms(p: u32) -> Weight {
		Weight::from_parts(80_477_261, 3922)
			.saturating_add(Weight::from_parts(18_393_595, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	fn propose_outcome(n: u32) -> Weight {
		Weight::from_parts(191_997_151, 6208)
			.saturating_add(Weight::from_parts(12_246_720, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(Weight::from_parts(0, 2866).saturating_mul(n.into()))
	}
	fn adopt_outcome() -> Weight {
		Weight::from_parts(83_254_000, 8447).saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn collect_bond() -> Weight {
		Weight::from_parts(162_722_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn end_assessment(n: u32, p: u32) -> Weight {
		Weight::from_parts(781_678_364, 8817)
			.saturating_add(Weight::from_parts(103_363_987, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(80_272_773, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(21_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(16_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2866).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	fn work_round() -> Weight {
		Weight::from_parts(89_864_000, 87054)
			.saturating_add(ParityDbWeight::get().reads(35_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}
