// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_claims`, measured: written by `scripts/weights`, never by hand.
//!
//! 2026-11-28, AMD EPYC, wasm Compiled, 20 steps, 10 repeats, `frame-omni-bencher` (library 64.0.0). The worst case of each is
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
	fn close(p: u32) -> Weight;
	/// Measured by the benchmark `close_step`.
	fn close_step(p: u32) -> Weight;
	/// Measured by the benchmark `top_up_step`.
	fn top_up_step() -> Weight;
	/// Measured by the benchmark `begin_claims`.
	fn begin_claims(p: u32) -> Weight;
	/// Measured by the benchmark `next_incident`.
	fn next_incident() -> Weight;
	/// Measured by the benchmark `work_round`.
	fn work_round() -> Weight;
	/// Measured by the benchmark `assess_step`.
	fn assess_step() -> Weight;
	/// Measured by the benchmark `end_assessing`.
	fn end_assessing(p: u32) -> Weight;
	/// Measured by the benchmark `settle_step`.
	fn settle_step() -> Weight;
	/// Measured by the benchmark `end_settlement`.
	fn end_settlement(p: u32) -> Weight;
	/// Measured by the benchmark `pay_step`.
	fn pay_step() -> Weight;
	/// Measured by the benchmark `drop_claim`.
	fn drop_claim() -> Weight;
	/// Measured by the benchmark `put_in_escrow`.
	fn put_in_escrow() -> Weight;
	/// Measured by the benchmark `skip_step`.
	fn skip_step() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:1 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:3 w:3)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
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
		// By hand, from the last measurement, until it is measured anew.
		Weight::from_parts(105_000_000, 8943)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewed` (r:1 w:0)
	// Proof: `Policies::Renewed` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Policies::Commissions` (r:1 w:0)
	// Proof: `Policies::Commissions` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(634), added: 3109, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:1 w:1)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(2765), added: 5240, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:1 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Policies::InsuredAccounts` (r:1 w:0)
	// Proof: `Policies::InsuredAccounts` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Claims::ClaimedOn` (r:1 w:1)
	// Proof: `Claims::ClaimedOn` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Products::TermsOf` (r:1 w:0)
	// Proof: `Products::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:1 w:1)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:1)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:9 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:1 w:1)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:1 w:1)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(220), added: 2695, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:2 w:2)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:1 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Claims::ByPolicy` (r:0 w:1)
	// Proof: `Claims::ByPolicy` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:0 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Fastest run: 370_282_000 picoseconds.
		Weight::from_parts(386_516_000, 23589)
			.saturating_add(T::DbWeight::get().reads(35_u64))
			.saturating_add(T::DbWeight::get().writes(20_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:0)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:0)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	fn file_evidence() -> Weight {
		// Fastest run: 24_627_000 picoseconds.
		Weight::from_parts(30_986_000, 3901).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:1 w:1)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(634), added: 3109, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Pools::PartialSettlements` (r:1 w:1)
	// Proof: `Pools::PartialSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:1 w:1)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(2765), added: 5240, mode: `MaxEncodedLen`)
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
		// Fastest run: 172_277_000 picoseconds.
		Weight::from_parts(193_859_000, 10199)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:17 w:0)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn close(p: u32) -> Weight {
		// By hand, from the last measurement, until it is measured anew.
		Weight::from_parts(31_000_000, 3643)
			.saturating_add(Weight::from_parts(2_900_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2651).saturating_mul(p.into()))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
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
	// Storage: `Claims::PoolSettlements` (r:17 w:16)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(634), added: 3109, mode: `MaxEncodedLen`)
	// Storage: `Pools::PartialSettlements` (r:16 w:16)
	// Proof: `Pools::PartialSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Backings` (r:16 w:16)
	// Proof: `Reserve::Backings` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:16 w:16)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Assessments` (r:1 w:1)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Proposals` (r:9 w:8)
	// Proof: `Assessment::Proposals` (`max_values`: None, `max_size`: Some(391), added: 2866, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Reports` (r:0 w:1)
	// Proof: `Assessment::Reports` (`max_values`: None, `max_size`: Some(350), added: 2825, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn close_step(p: u32) -> Weight {
		// By hand, from the last measurement, until it is measured anew.
		Weight::from_parts(157_000_000, 26784)
			.saturating_add(Weight::from_parts(30_000_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(17_u64))
			.saturating_add(T::DbWeight::get().writes((4_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 9209).saturating_mul(p.into()))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:1 w:0)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:17 w:0)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Pools::PartialSettlements` (r:1 w:0)
	// Proof: `Pools::PartialSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(634), added: 3109, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:1 w:0)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(2765), added: 5240, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:1 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:62 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn top_up_step() -> Weight {
		// By hand, from the last measurement, until it is measured anew.
		Weight::from_parts(27_000_000, 6292)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Open` (r:1 w:0)
	// Proof: `Claims::Open` (`max_values`: None, `max_size`: Some(22), added: 2497, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Claims::NextIncident` (r:1 w:0)
	// Proof: `Claims::NextIncident` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:17 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:0 w:16)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	fn begin_claims(p: u32) -> Weight {
		// By hand, from the last measurement, until it is measured anew.
		Weight::from_parts(30_000_000, 3643)
			.saturating_add(Weight::from_parts(4_900_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2524).saturating_mul(p.into()))
	}
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn next_incident() -> Weight {
		// Fastest run: 5_438_000 picoseconds.
		Weight::from_parts(5_999_000, 3481).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	// Storage: `Claims::LastServed` (r:1 w:1)
	// Proof: `Claims::LastServed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Claims::Delayed` (r:1 w:1)
	// Proof: `Claims::Delayed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:33 w:0)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn work_round() -> Weight {
		// Fastest run: 53_780_000 picoseconds.
		Weight::from_parts(58_067_000, 83061)
			.saturating_add(T::DbWeight::get().reads(35_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:1 w:0)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewed` (r:1 w:0)
	// Proof: `Policies::Renewed` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Policies::Commissions` (r:1 w:0)
	// Proof: `Policies::Commissions` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(634), added: 3109, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:1 w:1)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(2765), added: 5240, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Products::TermsOf` (r:1 w:0)
	// Proof: `Products::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:1 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:1 w:1)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:1)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:9 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:1 w:1)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:1 w:1)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(220), added: 2695, mode: `MaxEncodedLen`)
	// Storage: `Claims::ByPolicy` (r:0 w:1)
	// Proof: `Claims::ByPolicy` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:0 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn assess_step() -> Weight {
		// Fastest run: 136_774_000 picoseconds.
		Weight::from_parts(146_118_000, 23589)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:1 w:0)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:17 w:0)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:16 w:16)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:16)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(2765), added: 5240, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	fn end_assessing(p: u32) -> Weight {
		// By hand, from the last measurement, until it is measured anew.
		Weight::from_parts(30_000_000, 3643)
			.saturating_add(Weight::from_parts(20_000_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 5240).saturating_mul(p.into()))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:17 w:1)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:63 w:1)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(634), added: 3109, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:1 w:1)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(2765), added: 5240, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:2 w:2)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(220), added: 2695, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:11 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:2 w:2)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:4 w:4)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:1 w:1)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:1 w:1)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Pools::PartialSettlements` (r:1 w:1)
	// Proof: `Pools::PartialSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
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
		// By hand, from the last measurement, until it is measured anew.
		Weight::from_parts(80_000_000, 6292)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:17 w:0)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:1 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:1)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Assessments` (r:1 w:1)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(149), added: 2624, mode: `MaxEncodedLen`)
	// Storage: `Claims::Open` (r:1 w:1)
	// Proof: `Claims::Open` (`max_values`: None, `max_size`: Some(22), added: 2497, mode: `MaxEncodedLen`)
	// Storage: `Triggers::TriggerStates` (r:1 w:0)
	// Proof: `Triggers::TriggerStates` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Reopenings` (r:1 w:1)
	// Proof: `Assessment::Reopenings` (`max_values`: None, `max_size`: Some(246), added: 2721, mode: `MaxEncodedLen`)
	fn end_settlement(p: u32) -> Weight {
		// By hand, from the last measurement, until it is measured anew.
		Weight::from_parts(39_000_000, 3643)
			.saturating_add(Weight::from_parts(2_900_000, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2651).saturating_mul(p.into()))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:2 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:3 w:3)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(176), added: 2651, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:1 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn pay_step() -> Weight {
		// By hand, from the last measurement, until it is measured anew.
		Weight::from_parts(105_000_000, 8943)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	fn drop_claim() -> Weight {
		// By hand, from the last measurement, until it is measured anew.
		Weight::from_parts(50_000_000, 3901)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn put_in_escrow() -> Weight {
		// By hand, from the last measurement, until it is measured anew.
		Weight::from_parts(32_000_000, 3675)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn skip_step() -> Weight {
		// By hand, from the last measurement, until it is measured anew.
		Weight::from_parts(45_000_000, 6292)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn collect() -> Weight {
		Weight::from_parts(105_000_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn claim() -> Weight {
		Weight::from_parts(386_516_000, 23589)
			.saturating_add(ParityDbWeight::get().reads(35_u64))
			.saturating_add(ParityDbWeight::get().writes(20_u64))
	}
	fn file_evidence() -> Weight {
		Weight::from_parts(30_986_000, 3901).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn recover() -> Weight {
		Weight::from_parts(193_859_000, 10199)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
	}
	fn close(p: u32) -> Weight {
		Weight::from_parts(31_000_000, 3643)
			.saturating_add(Weight::from_parts(2_900_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2651).saturating_mul(p.into()))
	}
	fn close_step(p: u32) -> Weight {
		Weight::from_parts(157_000_000, 26784)
			.saturating_add(Weight::from_parts(30_000_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().reads((5_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
			.saturating_add(ParityDbWeight::get().writes((4_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 9209).saturating_mul(p.into()))
	}
	fn top_up_step() -> Weight {
		Weight::from_parts(27_000_000, 6292)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn begin_claims(p: u32) -> Weight {
		Weight::from_parts(30_000_000, 3643)
			.saturating_add(Weight::from_parts(4_900_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 2524).saturating_mul(p.into()))
	}
	fn next_incident() -> Weight {
		Weight::from_parts(5_999_000, 3481).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn work_round() -> Weight {
		Weight::from_parts(58_067_000, 83061)
			.saturating_add(ParityDbWeight::get().reads(35_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn assess_step() -> Weight {
		Weight::from_parts(146_118_000, 23589)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn end_assessing(p: u32) -> Weight {
		Weight::from_parts(30_000_000, 3643)
			.saturating_add(Weight::from_parts(20_000_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 5240).saturating_mul(p.into()))
	}
	fn settle_step() -> Weight {
		Weight::from_parts(80_000_000, 6292)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn end_settlement(p: u32) -> Weight {
		Weight::from_parts(39_000_000, 3643)
			.saturating_add(Weight::from_parts(2_900_000, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2651).saturating_mul(p.into()))
	}
	fn pay_step() -> Weight {
		Weight::from_parts(105_000_000, 8943)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn drop_claim() -> Weight {
		Weight::from_parts(50_000_000, 3901)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn put_in_escrow() -> Weight {
		Weight::from_parts(32_000_000, 3675)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn skip_step() -> Weight {
		Weight::from_parts(45_000_000, 6292)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
}
