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
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(393), added: 2868, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn donate() -> Weight {
		// Fastest run: 44_977_000 picoseconds.
		Weight::from_parts(48_493_000, 6208)
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
		// Not measured yet with the looks at the facts of the products, each about 6 microseconds.
		Weight::from_parts(211_767_000, 93694)
			.saturating_add(T::DbWeight::get().reads(54_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Reserve::Admitted` (r:1 w:1)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn remove_pool() -> Weight {
		// Fastest run: 7_921_000 picoseconds.
		Weight::from_parts(8_833_000, 3477)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(393), added: 2868, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn replenish() -> Weight {
		// Fastest run: 44_877_000 picoseconds.
		Weight::from_parts(47_711_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Reserve::DebtQueues` (r:1 w:1)
	// Proof: `Reserve::DebtQueues` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Debts` (r:1 w:2)
	// Proof: `Reserve::Debts` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Backings` (r:1 w:1)
	// Proof: `Reserve::Backings` (`max_values`: None, `max_size`: Some(86), added: 2561, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:0)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(393), added: 2868, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Claims::Incidents` (r:1 w:0)
	// Proof: `Claims::Incidents` (`max_values`: None, `max_size`: Some(178), added: 2653, mode: `MaxEncodedLen`)
	fn pay_debt() -> Weight {
		// Fastest run: 54_821_000 picoseconds.
		Weight::from_parts(58_838_000, 3858)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Freezes` (r:1 w:0)
	// Proof: `Reserve::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(393), added: 2868, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Positions` (r:1 w:1)
	// Proof: `Reserve::Positions` (`max_values`: None, `max_size`: Some(138), added: 2613, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn stake() -> Weight {
		// Fastest run: 81_952_000 picoseconds.
		Weight::from_parts(87_531_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Reserve::Positions` (r:1 w:1)
	// Proof: `Reserve::Positions` (`max_values`: None, `max_size`: Some(138), added: 2613, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:0)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(393), added: 2868, mode: `MaxEncodedLen`)
	fn cooldown() -> Weight {
		// Fastest run: 16_144_000 picoseconds.
		Weight::from_parts(17_426_000, 3858)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Reserve::Positions` (r:1 w:1)
	// Proof: `Reserve::Positions` (`max_values`: None, `max_size`: Some(138), added: 2613, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(393), added: 2868, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Freezes` (r:1 w:0)
	// Proof: `Reserve::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(211), added: 2686, mode: `MaxEncodedLen`)
	fn unstake() -> Weight {
		// Fastest run: 75_984_000 picoseconds.
		Weight::from_parts(79_569_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Reserve::Survey` (r:1 w:1)
	// Proof: `Reserve::Survey` (`max_values`: Some(1), `max_size`: Some(11), added: 506, mode: `MaxEncodedLen`)
	fn survey_look() -> Weight {
		// Fastest run: 3_174_000 picoseconds.
		Weight::from_parts(3_475_000, 1496)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Reserve::Admitted` (r:1 w:0)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(3901), added: 6376, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:0)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(393), added: 2868, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:1 w:0)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Tallies` (r:1 w:1)
	// Proof: `Reserve::Tallies` (`max_values`: None, `max_size`: Some(1207), added: 3682, mode: `MaxEncodedLen`)
	fn survey_pool() -> Weight {
		// Fastest run: 24_196_000 picoseconds.
		Weight::from_parts(25_768_000, 7366)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Reserve::Books` (r:2 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(393), added: 2868, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Tallies` (r:1 w:1)
	// Proof: `Reserve::Tallies` (`max_values`: None, `max_size`: Some(1207), added: 3682, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:1)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Years` (r:1 w:1)
	// Proof: `Reserve::Years` (`max_values`: None, `max_size`: Some(193), added: 2668, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Records` (r:0 w:1)
	// Proof: `Reserve::Records` (`max_values`: None, `max_size`: Some(346), added: 2821, mode: `MaxEncodedLen`)
	fn survey_asset() -> Weight {
		// Fastest run: 29_024_000 picoseconds.
		Weight::from_parts(31_076_000, 6726)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Reserve::Salvages` (r:1 w:1)
	// Proof: `Reserve::Salvages` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(425), added: 2900, mode: `MaxEncodedLen`)
	// Storage: `Reserve::NextProgramme` (r:1 w:1)
	// Proof: `Reserve::NextProgramme` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Programmes` (r:0 w:1)
	// Proof: `Reserve::Programmes` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	fn approve_programme() -> Weight {
		// Fastest run: 13_350_000 picoseconds.
		Weight::from_parts(19_302_000, 3890)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Reserve::Programmes` (r:1 w:1)
	// Proof: `Reserve::Programmes` (`max_values`: None, `max_size`: Some(93), added: 2568, mode: `MaxEncodedLen`)
	// Storage: `Reserve::CollectedLeaves` (r:1 w:1)
	// Proof: `Reserve::CollectedLeaves` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(393), added: 2868, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn collect_compensation() -> Weight {
		// Fastest run: 56_324_000 picoseconds.
		Weight::from_parts(59_659_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	// Storage: `Reserve::Programmes` (r:1 w:1)
	// Proof: `Reserve::Programmes` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(425), added: 2900, mode: `MaxEncodedLen`)
	// Storage: `Reserve::CollectedLeaves` (r:256 w:256)
	// Proof: `Reserve::CollectedLeaves` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Salvages` (r:1 w:1)
	// Proof: `Reserve::Salvages` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// `c` goes from 0 to 256.
	fn close_programme(c: u32) -> Weight {
		Weight::from_parts(25_000_000, 3890)
			.saturating_add(Weight::from_parts(900_000, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 2531).saturating_mul(c.into()))
	}
	// Storage: `Reserve::Books` (r:1 w:0)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(393), added: 2868, mode: `MaxEncodedLen`)
	// Storage: `Reserve::EmergencyBudgets` (r:0 w:1)
	// Proof: `Reserve::EmergencyBudgets` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	fn grant_emergency() -> Weight {
		// Fastest run: 9_164_000 picoseconds.
		Weight::from_parts(9_814_000, 3858)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Reserve::EmergencyBudgets` (r:1 w:1)
	// Proof: `Reserve::EmergencyBudgets` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(393), added: 2868, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn advance() -> Weight {
		// Fastest run: 47_370_000 picoseconds.
		Weight::from_parts(50_906_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn begin_programme() -> Weight {
		Weight::from_parts(16_000_000, 3858)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn donate() -> Weight {
		Weight::from_parts(48_493_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn admit_pool() -> Weight {
		Weight::from_parts(211_767_000, 93694)
			.saturating_add(ParityDbWeight::get().reads(54_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_pool() -> Weight {
		Weight::from_parts(8_833_000, 3477)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn replenish() -> Weight {
		Weight::from_parts(47_711_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn pay_debt() -> Weight {
		Weight::from_parts(58_838_000, 3858)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn stake() -> Weight {
		Weight::from_parts(87_531_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn cooldown() -> Weight {
		Weight::from_parts(17_426_000, 3858)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn unstake() -> Weight {
		Weight::from_parts(79_569_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn survey_look() -> Weight {
		Weight::from_parts(3_475_000, 1496)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn survey_pool() -> Weight {
		Weight::from_parts(25_768_000, 7366)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn survey_asset() -> Weight {
		Weight::from_parts(31_076_000, 6726)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn approve_programme() -> Weight {
		Weight::from_parts(19_302_000, 3890)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn collect_compensation() -> Weight {
		Weight::from_parts(59_659_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn close_programme(c: u32) -> Weight {
		Weight::from_parts(25_000_000, 3890)
			.saturating_add(Weight::from_parts(900_000, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 2531).saturating_mul(c.into()))
	}
	fn grant_emergency() -> Weight {
		Weight::from_parts(9_814_000, 3858)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn advance() -> Weight {
		Weight::from_parts(50_906_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn begin_programme() -> Weight {
		Weight::from_parts(16_000_000, 3858)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}
