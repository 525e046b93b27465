// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_claims`, measured: written by `scripts/weights`, never by hand.
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
	/// Measured by the benchmark `drop_claim`.
	fn drop_claim() -> Weight;
	/// Measured by the benchmark `close_step`.
	fn close_step(p: u32) -> Weight;
	/// Measured by the benchmark `top_up_step`.
	fn top_up_step() -> Weight;
	/// Measured by the benchmark `put_in_escrow`.
	fn put_in_escrow() -> Weight;
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
	// Storage: `Claims::PoolSettlements` (r:1 w:1)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
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
		// Fastest run: 110_494_000 picoseconds.
		Weight::from_parts(118_396_000, 6208)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewed` (r:1 w:0)
	// Proof: `Policies::Renewed` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Policies::Commissions` (r:1 w:0)
	// Proof: `Policies::Commissions` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	// Storage: `Sponsors::Pledges` (r:1 w:0)
	// Proof: `Sponsors::Pledges` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
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
	// Storage: `Products::Products` (r:1 w:0)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:1 w:1)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:1)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:1 w:1)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:1 w:1)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(220), added: 2695, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:2 w:2)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Pools::BorneLosses` (r:1 w:1)
	// Proof: `Pools::BorneLosses` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Claims::ByPolicy` (r:0 w:1)
	// Proof: `Claims::ByPolicy` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:0 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn claim() -> Weight {
		// Fastest run: 482_287_000 picoseconds.
		Weight::from_parts(560_082_000, 8817)
			.saturating_add(T::DbWeight::get().reads(26_u64))
			.saturating_add(T::DbWeight::get().writes(20_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:0)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:0)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	fn file_evidence() -> Weight {
		// Fastest run: 45_688_000 picoseconds.
		Weight::from_parts(72_708_000, 3901).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:1 w:1)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Pools::PartialSettlements` (r:1 w:1)
	// Proof: `Pools::PartialSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Pools::BorneLosses` (r:1 w:1)
	// Proof: `Pools::BorneLosses` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Backings` (r:1 w:1)
	// Proof: `Reserve::Backings` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:1 w:1)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:1 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Salvages` (r:1 w:1)
	// Proof: `Reserve::Salvages` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Reserve::DebtQueues` (r:1 w:0)
	// Proof: `Reserve::DebtQueues` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Debts` (r:0 w:1)
	// Proof: `Reserve::Debts` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn recover() -> Weight {
		// Fastest run: 343_360_000 picoseconds.
		Weight::from_parts(387_435_000, 10199)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	// Storage: `Claims::PoolSettlements` (r:17 w:0)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 16.
	fn close(p: u32) -> Weight {
		// Fastest run: 73_329_000 picoseconds.
		Weight::from_parts(90_728_370, 3673)
			.saturating_add(Weight::from_parts(6_061_508, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2683).saturating_mul(p.into()))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:2 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:1 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Claims::ByPolicy` (r:0 w:1)
	// Proof: `Claims::ByPolicy` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn drop_claim() -> Weight {
		// Fastest run: 46_579_000 picoseconds.
		Weight::from_parts(50_996_000, 6208)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:1 w:0)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Claims::ClaimedOn` (r:1 w:0)
	// Proof: `Claims::ClaimedOn` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:17 w:16)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:16 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::PartialSettlements` (r:16 w:16)
	// Proof: `Pools::PartialSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Assessments` (r:1 w:1)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Proposals` (r:9 w:8)
	// Proof: `Assessment::Proposals` (`max_values`: None, `max_size`: Some(391), added: 2866, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Reports` (r:0 w:1)
	// Proof: `Assessment::Reports` (`max_values`: None, `max_size`: Some(350), added: 2825, mode: `MaxEncodedLen`)
	// Storage: `Pools::BorneLosses` (r:0 w:16)
	// Proof: `Pools::BorneLosses` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 16.
	fn close_step(p: u32) -> Weight {
		// Fastest run: 265_044_000 picoseconds.
		Weight::from_parts(287_917_557, 26784)
			.saturating_add(Weight::from_parts(23_510_924, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(17_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 9209).saturating_mul(p.into()))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:1 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:2 w:0)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	fn top_up_step() -> Weight {
		// Fastest run: 22_693_000 picoseconds.
		Weight::from_parts(26_760_000, 6356)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn put_in_escrow() -> Weight {
		// Fastest run: 29_444_000 picoseconds.
		Weight::from_parts(32_218_000, 3675)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Open` (r:1 w:0)
	// Proof: `Claims::Open` (`max_values`: None, `max_size`: Some(22), added: 2497, mode: `MaxEncodedLen`)
	// Storage: `Claims::NextIncident` (r:1 w:0)
	// Proof: `Claims::NextIncident` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:17 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Sponsors::Pledges` (r:1 w:0)
	// Proof: `Sponsors::Pledges` (`max_values`: None, `max_size`: Some(115), added: 2590, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:0 w:1)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:0 w:16)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 16.
	fn begin_claims(p: u32) -> Weight {
		// Fastest run: 78_036_000 picoseconds.
		Weight::from_parts(84_877_969, 3643)
			.saturating_add(Weight::from_parts(12_472_589, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn next_incident() -> Weight {
		// Fastest run: 7_551_000 picoseconds.
		Weight::from_parts(11_948_000, 3481).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	// Storage: `Claims::LastServed` (r:1 w:1)
	// Proof: `Claims::LastServed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Claims::Delayed` (r:1 w:1)
	// Proof: `Claims::Delayed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Claims::Working` (r:33 w:0)
	// Proof: `Claims::Working` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn work_round() -> Weight {
		// Fastest run: 72_628_000 picoseconds.
		Weight::from_parts(77_214_000, 83061)
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
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:1 w:0)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:1 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:1 w:1)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:1)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:1 w:1)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:1 w:1)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(220), added: 2695, mode: `MaxEncodedLen`)
	// Storage: `Claims::ByPolicy` (r:0 w:1)
	// Proof: `Claims::ByPolicy` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:0 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn assess_step() -> Weight {
		// Fastest run: 182_951_000 picoseconds.
		Weight::from_parts(193_157_000, 5958)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:1 w:0)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:17 w:0)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:16 w:16)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:16)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 16.
	fn end_assessing(p: u32) -> Weight {
		// Fastest run: 145_246_000 picoseconds.
		Weight::from_parts(130_584_392, 3673)
			.saturating_add(Weight::from_parts(28_427_338, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:2 w:1)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:2 w:1)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	fn settle_step() -> Weight {
		// Fastest run: 73_840_000 picoseconds.
		Weight::from_parts(79_058_000, 6356)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:17 w:0)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:1 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:1)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Assessment::Assessments` (r:1 w:1)
	// Proof: `Assessment::Assessments` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:1 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Incidents` (r:1 w:0)
	// Proof: `Reserve::Incidents` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	// Storage: `Claims::Open` (r:1 w:1)
	// Proof: `Claims::Open` (`max_values`: None, `max_size`: Some(22), added: 2497, mode: `MaxEncodedLen`)
	// Storage: `Triggers::TriggerStates` (r:1 w:0)
	// Proof: `Triggers::TriggerStates` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 16.
	fn end_settlement(p: u32) -> Weight {
		// Fastest run: 77_695_000 picoseconds.
		Weight::from_parts(79_994_489, 3887)
			.saturating_add(Weight::from_parts(5_660_367, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2683).saturating_mul(p.into()))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:2 w:1)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:1 w:1)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:1 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	fn pay_step() -> Weight {
		// Fastest run: 122_532_000 picoseconds.
		Weight::from_parts(130_744_000, 6208)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	// Storage: `Claims::Incidents` (r:1 w:1)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	// Storage: `Claims::Claims` (r:2 w:0)
	// Proof: `Claims::Claims` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Claims::PoolSettlements` (r:1 w:0)
	// Proof: `Claims::PoolSettlements` (`max_values`: None, `max_size`: Some(208), added: 2683, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenClaims` (r:1 w:1)
	// Proof: `Policies::OpenClaims` (`max_values`: None, `max_size`: Some(40), added: 2515, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	fn skip_step() -> Weight {
		// Fastest run: 56_243_000 picoseconds.
		Weight::from_parts(62_683_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn collect() -> Weight {
		Weight::from_parts(118_396_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn claim() -> Weight {
		Weight::from_parts(560_082_000, 8817)
			.saturating_add(ParityDbWeight::get().reads(26_u64))
			.saturating_add(ParityDbWeight::get().writes(20_u64))
	}
	fn file_evidence() -> Weight {
		Weight::from_parts(72_708_000, 3901).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn recover() -> Weight {
		Weight::from_parts(387_435_000, 10199)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(15_u64))
	}
	fn close(p: u32) -> Weight {
		Weight::from_parts(90_728_370, 3673)
			.saturating_add(Weight::from_parts(6_061_508, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(Weight::from_parts(0, 2683).saturating_mul(p.into()))
	}
	fn drop_claim() -> Weight {
		Weight::from_parts(50_996_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn close_step(p: u32) -> Weight {
		Weight::from_parts(287_917_557, 26784)
			.saturating_add(Weight::from_parts(23_510_924, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(17_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 9209).saturating_mul(p.into()))
	}
	fn top_up_step() -> Weight {
		Weight::from_parts(26_760_000, 6356)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn put_in_escrow() -> Weight {
		Weight::from_parts(32_218_000, 3675)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn begin_claims(p: u32) -> Weight {
		Weight::from_parts(84_877_969, 3643)
			.saturating_add(Weight::from_parts(12_472_589, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	fn next_incident() -> Weight {
		Weight::from_parts(11_948_000, 3481).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn work_round() -> Weight {
		Weight::from_parts(77_214_000, 83061)
			.saturating_add(ParityDbWeight::get().reads(35_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn assess_step() -> Weight {
		Weight::from_parts(193_157_000, 5958)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn end_assessing(p: u32) -> Weight {
		Weight::from_parts(130_584_392, 3673)
			.saturating_add(Weight::from_parts(28_427_338, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 4968).saturating_mul(p.into()))
	}
	fn settle_step() -> Weight {
		Weight::from_parts(79_058_000, 6356)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn end_settlement(p: u32) -> Weight {
		Weight::from_parts(79_994_489, 3887)
			.saturating_add(Weight::from_parts(5_660_367, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(Weight::from_parts(0, 2683).saturating_mul(p.into()))
	}
	fn pay_step() -> Weight {
		Weight::from_parts(130_744_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn skip_step() -> Weight {
		Weight::from_parts(62_683_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
}
