// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_reserve`, measured: written by `scripts/weights`, never by hand.
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
	/// Measured by the benchmark `donate`.
	fn donate() -> Weight;
	/// Measured by the benchmark `admit_pool`.
	fn admit_pool() -> Weight;
	/// Measured by the benchmark `remove_pool`.
	fn remove_pool() -> Weight;
	/// Measured by the benchmark `replenish`.
	fn replenish() -> Weight;
	/// Measured by the benchmark `pay_debt`.
	fn pay_debt() -> Weight;
	/// Measured by the benchmark `stake`.
	fn stake() -> Weight;
	/// Measured by the benchmark `cooldown`.
	fn cooldown() -> Weight;
	/// Measured by the benchmark `unstake`.
	fn unstake() -> Weight;
	/// Measured by the benchmark `survey_look`.
	fn survey_look() -> Weight;
	/// Measured by the benchmark `survey_pool`.
	fn survey_pool() -> Weight;
	/// Measured by the benchmark `survey_asset`.
	fn survey_asset() -> Weight;
	/// Measured by the benchmark `approve_programme`.
	fn approve_programme() -> Weight;
	/// Measured by the benchmark `begin_programme`.
	fn begin_programme() -> Weight;
	/// Measured by the benchmark `collect_compensation`.
	fn collect_compensation() -> Weight;
	/// Measured by the benchmark `close_programme`.
	fn close_programme(c: u32) -> Weight;
	/// Measured by the benchmark `grant_emergency`.
	fn grant_emergency() -> Weight;
	/// Measured by the benchmark `advance`.
	fn advance() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn donate() -> Weight {
		// Fastest run: 60_570_000 picoseconds.
		Weight::from_parts(63_685_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(3901), added: 6376, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Admitted` (r:1 w:1)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:32 w:0)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Products::Rules` (r:10 w:0)
	// Proof: `Products::Rules` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Products::Admissions` (r:10 w:0)
	// Proof: `Products::Admissions` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn admit_pool() -> Weight {
		// Fastest run: 314_196_000 picoseconds.
		Weight::from_parts(324_912_000, 93694)
			.saturating_add(T::DbWeight::get().reads(54_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Reserve::Admitted` (r:1 w:1)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn remove_pool() -> Weight {
		// Fastest run: 12_128_000 picoseconds.
		Weight::from_parts(13_370_000, 3477)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn replenish() -> Weight {
		// Fastest run: 60_480_000 picoseconds.
		Weight::from_parts(63_595_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Reserve::DebtQueues` (r:1 w:1)
	// Proof: `Reserve::DebtQueues` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Debts` (r:1 w:2)
	// Proof: `Reserve::Debts` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Backings` (r:1 w:1)
	// Proof: `Reserve::Backings` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:0)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:1 w:0)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	fn pay_debt() -> Weight {
		// Fastest run: 75_452_000 picoseconds.
		Weight::from_parts(78_787_000, 3922)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Freezes` (r:1 w:0)
	// Proof: `Reserve::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Positions` (r:1 w:1)
	// Proof: `Reserve::Positions` (`max_values`: None, `max_size`: Some(138), added: 2613, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn stake() -> Weight {
		// Fastest run: 112_176_000 picoseconds.
		Weight::from_parts(117_194_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Reserve::Positions` (r:1 w:1)
	// Proof: `Reserve::Positions` (`max_values`: None, `max_size`: Some(138), added: 2613, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:0)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	fn cooldown() -> Weight {
		// Fastest run: 23_665_000 picoseconds.
		Weight::from_parts(25_378_000, 3922)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Reserve::Positions` (r:1 w:1)
	// Proof: `Reserve::Positions` (`max_values`: None, `max_size`: Some(138), added: 2613, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Freezes` (r:1 w:0)
	// Proof: `Reserve::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn unstake() -> Weight {
		// Fastest run: 106_138_000 picoseconds.
		Weight::from_parts(109_973_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Reserve::Survey` (r:1 w:1)
	// Proof: `Reserve::Survey` (`max_values`: Some(1), `max_size`: Some(11), added: 506, mode: `MaxEncodedLen`)
	fn survey_look() -> Weight {
		// Fastest run: 4_286_000 picoseconds.
		Weight::from_parts(4_807_000, 1496)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Reserve::Admitted` (r:1 w:0)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(3901), added: 6376, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:0)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:1 w:0)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Tallies` (r:1 w:1)
	// Proof: `Reserve::Tallies` (`max_values`: None, `max_size`: Some(1207), added: 3682, mode: `MaxEncodedLen`)
	fn survey_pool() -> Weight {
		// Fastest run: 35_052_000 picoseconds.
		Weight::from_parts(37_505_000, 7366)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Reserve::Books` (r:2 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Tallies` (r:1 w:1)
	// Proof: `Reserve::Tallies` (`max_values`: None, `max_size`: Some(1207), added: 3682, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:1)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Years` (r:1 w:1)
	// Proof: `Reserve::Years` (`max_values`: None, `max_size`: Some(225), added: 2700, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Records` (r:0 w:1)
	// Proof: `Reserve::Records` (`max_values`: None, `max_size`: Some(394), added: 2869, mode: `MaxEncodedLen`)
	fn survey_asset() -> Weight {
		// Fastest run: 41_041_000 picoseconds.
		Weight::from_parts(43_715_000, 6854)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Reserve::NextProgramme` (r:1 w:1)
	// Proof: `Reserve::NextProgramme` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Salvages` (r:1 w:1)
	// Proof: `Reserve::Salvages` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Programmes` (r:0 w:1)
	// Proof: `Reserve::Programmes` (`max_values`: None, `max_size`: Some(111), added: 2586, mode: `MaxEncodedLen`)
	fn approve_programme() -> Weight {
		// Fastest run: 22_994_000 picoseconds.
		Weight::from_parts(24_917_000, 3922)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Reserve::Programmes` (r:1 w:1)
	// Proof: `Reserve::Programmes` (`max_values`: None, `max_size`: Some(111), added: 2586, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Freezes` (r:1 w:0)
	// Proof: `Reserve::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	fn begin_programme() -> Weight {
		// Fastest run: 23_245_000 picoseconds.
		Weight::from_parts(25_027_000, 3922)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Reserve::Programmes` (r:1 w:1)
	// Proof: `Reserve::Programmes` (`max_values`: None, `max_size`: Some(111), added: 2586, mode: `MaxEncodedLen`)
	// Storage: `Reserve::CollectedLeaves` (r:1 w:1)
	// Proof: `Reserve::CollectedLeaves` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn collect_compensation() -> Weight {
		// Fastest run: 77_476_000 picoseconds.
		Weight::from_parts(80_810_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	// Storage: `Reserve::Programmes` (r:1 w:1)
	// Proof: `Reserve::Programmes` (`max_values`: None, `max_size`: Some(111), added: 2586, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Salvages` (r:1 w:1)
	// Proof: `Reserve::Salvages` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::CollectedLeaves` (r:257 w:256)
	// Proof: `Reserve::CollectedLeaves` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// `c` was measured from 0 to 256.
	fn close_programme(c: u32) -> Weight {
		// Fastest run: 30_155_000 picoseconds.
		Weight::from_parts(24_274_181, 3922)
			.saturating_add(Weight::from_parts(4_307_074, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 2531).saturating_mul(c.into()))
	}
	// Storage: `Reserve::Books` (r:1 w:0)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::EmergencyBudgets` (r:0 w:1)
	// Proof: `Reserve::EmergencyBudgets` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	fn grant_emergency() -> Weight {
		// Fastest run: 13_540_000 picoseconds.
		Weight::from_parts(14_892_000, 3922)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Reserve::EmergencyBudgets` (r:1 w:1)
	// Proof: `Reserve::EmergencyBudgets` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn advance() -> Weight {
		// Fastest run: 64_396_000 picoseconds.
		Weight::from_parts(67_501_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn donate() -> Weight {
		Weight::from_parts(63_685_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn admit_pool() -> Weight {
		Weight::from_parts(324_912_000, 93694)
			.saturating_add(ParityDbWeight::get().reads(54_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_pool() -> Weight {
		Weight::from_parts(13_370_000, 3477)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn replenish() -> Weight {
		Weight::from_parts(63_595_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn pay_debt() -> Weight {
		Weight::from_parts(78_787_000, 3922)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn stake() -> Weight {
		Weight::from_parts(117_194_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn cooldown() -> Weight {
		Weight::from_parts(25_378_000, 3922)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unstake() -> Weight {
		Weight::from_parts(109_973_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn survey_look() -> Weight {
		Weight::from_parts(4_807_000, 1496)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn survey_pool() -> Weight {
		Weight::from_parts(37_505_000, 7366)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn survey_asset() -> Weight {
		Weight::from_parts(43_715_000, 6854)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn approve_programme() -> Weight {
		Weight::from_parts(24_917_000, 3922)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn begin_programme() -> Weight {
		Weight::from_parts(25_027_000, 3922)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn collect_compensation() -> Weight {
		Weight::from_parts(80_810_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn close_programme(c: u32) -> Weight {
		Weight::from_parts(24_274_181, 3922)
			.saturating_add(Weight::from_parts(4_307_074, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 2531).saturating_mul(c.into()))
	}
	fn grant_emergency() -> Weight {
		Weight::from_parts(14_892_000, 3922)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn advance() -> Weight {
		Weight::from_parts(67_501_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
}
