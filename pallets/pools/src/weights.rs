// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_pools`, measured: written by `scripts/weights`, never by hand.
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
	/// Measured by the benchmark `create_pool`.
	fn create_pool() -> Weight;
	/// Measured by the benchmark `set_weight`.
	fn set_weight() -> Weight;
	/// Measured by the benchmark `deposit`.
	fn deposit(l: u32) -> Weight;
	/// Measured by the benchmark `request_withdrawal`.
	fn request_withdrawal(l: u32) -> Weight;
	/// Measured by the benchmark `process_withdrawals`.
	fn process_withdrawals(e: u32) -> Weight;
	/// Measured by the benchmark `accrue`.
	fn accrue(l: u32) -> Weight;
	/// Measured by the benchmark `cross_day`.
	fn cross_day(l: u32) -> Weight;
	/// Measured by the benchmark `day_round`.
	fn day_round() -> Weight;
	/// Measured by the benchmark `line`.
	fn line(l: u32) -> Weight;
	/// Measured by the benchmark `open_cover`.
	fn open_cover(l: u32) -> Weight;
	/// Measured by the benchmark `extend_cover`.
	fn extend_cover(l: u32) -> Weight;
	/// Measured by the benchmark `use_cover`.
	fn use_cover(l: u32) -> Weight;
	/// Measured by the benchmark `reduce_cover`.
	fn reduce_cover(l: u32) -> Weight;
	/// Measured by the benchmark `shorten_cover`.
	fn shorten_cover(l: u32) -> Weight;
	/// Measured by the benchmark `set_status`.
	fn set_status() -> Weight;
	/// Measured by the benchmark `list_asset`.
	fn list_asset() -> Weight;
	/// Measured by the benchmark `set_asset_group`.
	fn set_asset_group() -> Weight;
	/// Measured by the benchmark `collect`.
	fn collect() -> Weight;
	/// Measured by the benchmark `cancel_withdrawal`.
	fn cancel_withdrawal(l: u32) -> Weight;
	/// Measured by the benchmark `transfer`.
	fn transfer() -> Weight;
	/// Measured by the benchmark `reopen_tranche`.
	fn reopen_tranche() -> Weight;
	/// Measured by the benchmark `remove_position`.
	fn remove_position() -> Weight;
	/// Measured by the benchmark `set_fee`.
	fn set_fee() -> Weight;
	/// Measured by the benchmark `set_allowed`.
	fn set_allowed() -> Weight;
	/// Measured by the benchmark `idle_round`.
	fn idle_round() -> Weight;
	/// Measured by the benchmark `idle_peek`.
	fn idle_peek() -> Weight;
	/// Measured by the benchmark `idle_visit`.
	fn idle_visit() -> Weight;
	/// Measured by the benchmark `idle_withdrawal`.
	fn idle_withdrawal() -> Weight;
	/// Measured by the benchmark `lock`.
	fn lock(p: u32) -> Weight;
	/// Measured by the benchmark `release`.
	fn release(p: u32) -> Weight;
	/// Measured by the benchmark `settle`.
	fn settle(l: u32) -> Weight;
	/// Measured by the benchmark `top_up`.
	fn top_up(l: u32) -> Weight;
	/// Measured by the benchmark `ask_for_more`.
	fn ask_for_more(l: u32) -> Weight;
	/// Measured by the benchmark `reserve_lock`.
	fn reserve_lock(l: u32) -> Weight;
	/// Measured by the benchmark `charge`.
	fn charge(l: u32) -> Weight;
	/// Measured by the benchmark `finish`.
	fn finish() -> Weight;
	/// Measured by the benchmark `compensate`.
	fn compensate() -> Weight;
	/// Measured by the benchmark `recover`.
	fn recover() -> Weight;
	/// Measured by the benchmark `close`.
	fn close() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Pools::NextPool` (r:1 w:1)
	// Proof: `Pools::NextPool` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:0 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Pools::Deposits` (r:0 w:1)
	// Proof: `Pools::Deposits` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn create_pool() -> Weight {
		// Fastest run: 131_485_000 picoseconds.
		Weight::from_parts(137_624_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	// Storage: `Pools::Pools` (r:17 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:0)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Pools::AssetGroups` (r:1 w:0)
	// Proof: `Pools::AssetGroups` (`max_values`: None, `max_size`: Some(23), added: 2498, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Admitted` (r:1 w:0)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:1 w:0)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Products::Rules` (r:1 w:0)
	// Proof: `Products::Rules` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Products::Admissions` (r:1 w:0)
	// Proof: `Products::Admissions` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:1)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	fn set_weight() -> Weight {
		// Fastest run: 360_596_000 picoseconds.
		Weight::from_parts(389_618_000, 85446)
			.saturating_add(T::DbWeight::get().reads(24_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Pools::Allowed` (r:1 w:0)
	// Proof: `Pools::Allowed` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Pools::Positions` (r:1 w:1)
	// Proof: `Pools::Positions` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn deposit(l: u32) -> Weight {
		// Fastest run: 178_335_000 picoseconds.
		Weight::from_parts(184_398_487, 6208)
			.saturating_add(Weight::from_parts(176_939, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::Positions` (r:1 w:1)
	// Proof: `Pools::Positions` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Pools::Withdrawals` (r:1 w:2)
	// Proof: `Pools::Withdrawals` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn request_withdrawal(l: u32) -> Weight {
		// Fastest run: 145_847_000 picoseconds.
		Weight::from_parts(152_411_713, 5958)
			.saturating_add(Weight::from_parts(169_404, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::Withdrawals` (r:101 w:100)
	// Proof: `Pools::Withdrawals` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Pools::Positions` (r:100 w:100)
	// Proof: `Pools::Positions` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:200 w:200)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:200 w:200)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:101 w:101)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// `e` was measured from 1 to 100.
	fn process_withdrawals(e: u32) -> Weight {
		// Fastest run: 254_068_000 picoseconds.
		Weight::from_parts(43_045_438, 5958)
			.saturating_add(Weight::from_parts(166_371_126, 0).saturating_mul(e.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().reads((7_u64).saturating_mul(e.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((7_u64).saturating_mul(e.into())))
			.saturating_add(Weight::from_parts(0, 5444).saturating_mul(e.into()))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:4 w:4)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:1 w:1)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Admitted` (r:1 w:0)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn accrue(l: u32) -> Weight {
		// Fastest run: 255_088_000 picoseconds.
		Weight::from_parts(262_596_200, 11426)
			.saturating_add(Weight::from_parts(174_776, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:1 w:1)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(220), added: 2695, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:1 w:1)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:2 w:2)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:1 w:1)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:1)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn cross_day(l: u32) -> Weight {
		// Fastest run: 128_341_000 picoseconds.
		Weight::from_parts(131_371_845, 6038)
			.saturating_add(Weight::from_parts(2_015_688, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	// Storage: `Pools::DayRounds` (r:1 w:1)
	// Proof: `Pools::DayRounds` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	// Storage: `Pools::NextPool` (r:1 w:0)
	// Proof: `Pools::NextPool` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn day_round() -> Weight {
		// Fastest run: 6_539_000 picoseconds.
		Weight::from_parts(7_181_000, 1498)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::AssetGroups` (r:1 w:0)
	// Proof: `Pools::AssetGroups` (`max_values`: None, `max_size`: Some(23), added: 2498, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn line(l: u32) -> Weight {
		// Fastest run: 50_085_000 picoseconds.
		Weight::from_parts(51_445_562, 5958)
			.saturating_add(Weight::from_parts(213_658, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::AssetGroups` (r:1 w:0)
	// Proof: `Pools::AssetGroups` (`max_values`: None, `max_size`: Some(23), added: 2498, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:1 w:1)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:1 w:1)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(220), added: 2695, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn open_cover(l: u32) -> Weight {
		// Fastest run: 100_870_000 picoseconds.
		Weight::from_parts(104_219_222, 5958)
			.saturating_add(Weight::from_parts(254_184, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::AssetGroups` (r:1 w:0)
	// Proof: `Pools::AssetGroups` (`max_values`: None, `max_size`: Some(23), added: 2498, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:2 w:2)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:2 w:2)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(220), added: 2695, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn extend_cover(l: u32) -> Weight {
		// Fastest run: 107_099_000 picoseconds.
		Weight::from_parts(111_173_647, 7270)
			.saturating_add(Weight::from_parts(170_423, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:1 w:1)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:1 w:1)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(220), added: 2695, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn use_cover(l: u32) -> Weight {
		// Fastest run: 82_743_000 picoseconds.
		Weight::from_parts(85_730_704, 5958)
			.saturating_add(Weight::from_parts(93_386, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:1 w:1)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:1 w:1)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(220), added: 2695, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn reduce_cover(l: u32) -> Weight {
		// Fastest run: 110_063_000 picoseconds.
		Weight::from_parts(114_715_168, 5958)
			.saturating_add(Weight::from_parts(82_394, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:2 w:2)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:2 w:2)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(220), added: 2695, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn shorten_cover(l: u32) -> Weight {
		// Fastest run: 108_291_000 picoseconds.
		Weight::from_parts(112_255_862, 7270)
			.saturating_add(Weight::from_parts(66_525, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	fn set_status() -> Weight {
		// Fastest run: 21_061_000 picoseconds.
		Weight::from_parts(23_435_000, 5958)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Assets::Asset` (r:1 w:0)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `System::ParentHash` (r:1 w:0)
	// Proof: `System::ParentHash` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:0)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:1)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn list_asset() -> Weight {
		// Fastest run: 35_292_000 picoseconds.
		Weight::from_parts(37_275_000, 3675)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Pools::AssetGroups` (r:1 w:1)
	// Proof: `Pools::AssetGroups` (`max_values`: None, `max_size`: Some(23), added: 2498, mode: `MaxEncodedLen`)
	fn set_asset_group() -> Weight {
		// Fastest run: 15_423_000 picoseconds.
		Weight::from_parts(16_956_000, 3518)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Pools::Claimable` (r:1 w:1)
	// Proof: `Pools::Claimable` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn collect() -> Weight {
		// Fastest run: 78_176_000 picoseconds.
		Weight::from_parts(83_024_000, 6208)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::Withdrawals` (r:3 w:3)
	// Proof: `Pools::Withdrawals` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	// Storage: `Pools::Positions` (r:1 w:1)
	// Proof: `Pools::Positions` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:2 w:2)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn cancel_withdrawal(l: u32) -> Weight {
		// Fastest run: 180_348_000 picoseconds.
		Weight::from_parts(186_122_535, 8808)
			.saturating_add(Weight::from_parts(172_072, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Pools::Allowed` (r:1 w:0)
	// Proof: `Pools::Allowed` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Pools::Positions` (r:2 w:2)
	// Proof: `Pools::Positions` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	fn transfer() -> Weight {
		// Fastest run: 133_428_000 picoseconds.
		Weight::from_parts(138_266_000, 6434)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn reopen_tranche() -> Weight {
		// Fastest run: 59_028_000 picoseconds.
		Weight::from_parts(62_523_000, 5958)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Pools::Positions` (r:1 w:1)
	// Proof: `Pools::Positions` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	fn remove_position() -> Weight {
		// Fastest run: 74_771_000 picoseconds.
		Weight::from_parts(78_116_000, 5958)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	fn set_fee() -> Weight {
		// Fastest run: 67_560_000 picoseconds.
		Weight::from_parts(71_376_000, 5958)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Pools::Allowed` (r:1 w:1)
	// Proof: `Pools::Allowed` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	fn set_allowed() -> Weight {
		// Fastest run: 74_220_000 picoseconds.
		Weight::from_parts(78_146_000, 5958)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Pools::NextPool` (r:1 w:0)
	// Proof: `Pools::NextPool` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Pools::IdleCursor` (r:1 w:1)
	// Proof: `Pools::IdleCursor` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	fn idle_round() -> Weight {
		// Fastest run: 12_779_000 picoseconds.
		Weight::from_parts(13_821_000, 5958)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	fn idle_peek() -> Weight {
		// Fastest run: 9_114_000 picoseconds.
		Weight::from_parts(9_904_000, 5958).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:4 w:4)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:1 w:1)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Admitted` (r:1 w:0)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn idle_visit() -> Weight {
		// Fastest run: 250_142_000 picoseconds.
		Weight::from_parts(258_985_000, 11426)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	// Storage: `Pools::Withdrawals` (r:2 w:1)
	// Proof: `Pools::Withdrawals` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Pools::Positions` (r:1 w:1)
	// Proof: `Pools::Positions` (`max_values`: None, `max_size`: Some(173), added: 2648, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn idle_withdrawal() -> Weight {
		// Fastest run: 190_373_000 picoseconds.
		Weight::from_parts(199_276_000, 6434)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(78), added: 2553, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:32 w:16)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:16)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 16.
	fn lock(p: u32) -> Weight {
		// Fastest run: 37_726_000 picoseconds.
		Weight::from_parts(23_686_999, 3543)
			.saturating_add(Weight::from_parts(21_250_067, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 5040).saturating_mul(p.into()))
	}
	// Storage: `Pools::Locks` (r:33 w:16)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:16)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 16.
	fn release(p: u32) -> Weight {
		// Fastest run: 34_882_000 picoseconds.
		Weight::from_parts(20_202_305, 3510)
			.saturating_add(Weight::from_parts(20_978_730, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 5040).saturating_mul(p.into()))
	}
	// Storage: `Pools::Locks` (r:64 w:2)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::PartialSettlements` (r:1 w:1)
	// Proof: `Pools::PartialSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:1 w:1)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Admitted` (r:1 w:0)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Incidents` (r:1 w:1)
	// Proof: `Reserve::Incidents` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Backings` (r:1 w:1)
	// Proof: `Reserve::Backings` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Draws` (r:1 w:1)
	// Proof: `Reserve::Draws` (`max_values`: None, `max_size`: Some(7353), added: 9828, mode: `MaxEncodedLen`)
	// Storage: `Reserve::DebtQueues` (r:1 w:1)
	// Proof: `Reserve::DebtQueues` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	// Storage: `Pools::BorneLosses` (r:1 w:1)
	// Proof: `Pools::BorneLosses` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Debts` (r:0 w:1)
	// Proof: `Reserve::Debts` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn settle(l: u32) -> Weight {
		// Fastest run: 677_376_000 picoseconds.
		Weight::from_parts(684_343_412, 10818)
			.saturating_add(Weight::from_parts(9_596_160, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(15_u64))
			.saturating_add(Weight::from_parts(0, 5040).saturating_mul(l.into()))
	}
	// Storage: `Pools::PartialSettlements` (r:1 w:1)
	// Proof: `Pools::PartialSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:62 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:1 w:1)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Admitted` (r:1 w:0)
	// Proof: `Reserve::Admitted` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Incidents` (r:1 w:1)
	// Proof: `Reserve::Incidents` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Backings` (r:1 w:1)
	// Proof: `Reserve::Backings` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Draws` (r:1 w:1)
	// Proof: `Reserve::Draws` (`max_values`: None, `max_size`: Some(7353), added: 9828, mode: `MaxEncodedLen`)
	// Storage: `Reserve::DebtQueues` (r:1 w:1)
	// Proof: `Reserve::DebtQueues` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	// Storage: `Pools::BorneLosses` (r:1 w:1)
	// Proof: `Pools::BorneLosses` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Debts` (r:0 w:1)
	// Proof: `Reserve::Debts` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn top_up(l: u32) -> Weight {
		// Fastest run: 648_564_000 picoseconds.
		Weight::from_parts(663_034_114, 10818)
			.saturating_add(Weight::from_parts(9_309_450, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(T::DbWeight::get().writes(13_u64))
			.saturating_add(Weight::from_parts(0, 4574).saturating_mul(l.into()))
	}
	// Storage: `Pools::PartialSettlements` (r:1 w:0)
	// Proof: `Pools::PartialSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:64 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn ask_for_more(l: u32) -> Weight {
		// Fastest run: 463_378_000 picoseconds.
		Weight::from_parts(574_794_008, 10199)
			.saturating_add(Weight::from_parts(5_868_185, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 5040).saturating_mul(l.into()))
	}
	// Storage: `Pools::Locks` (r:2 w:1)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn reserve_lock(l: u32) -> Weight {
		// Fastest run: 58_336_000 picoseconds.
		Weight::from_parts(62_952_347, 6030)
			.saturating_add(Weight::from_parts(343_563, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Pools::Locks` (r:2 w:2)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Pools::BorneLosses` (r:1 w:1)
	// Proof: `Pools::BorneLosses` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// `l` was measured from 1 to 32.
	fn charge(l: u32) -> Weight {
		// Fastest run: 116_994_000 picoseconds.
		Weight::from_parts(135_036_941, 6030)
			.saturating_add(Weight::from_parts(382_727, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Pools::Locks` (r:2 w:1)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	fn finish() -> Weight {
		// Fastest run: 39_979_000 picoseconds.
		Weight::from_parts(46_409_000, 6030)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	fn compensate() -> Weight {
		// Fastest run: 88_311_000 picoseconds.
		Weight::from_parts(101_832_000, 5958)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Pools::PartialSettlements` (r:1 w:1)
	// Proof: `Pools::PartialSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Pools::BorneLosses` (r:1 w:1)
	// Proof: `Pools::BorneLosses` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Backings` (r:1 w:0)
	// Proof: `Reserve::Backings` (`max_values`: None, `max_size`: Some(102), added: 2577, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:1 w:1)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(129), added: 2604, mode: `MaxEncodedLen`)
	// Storage: `Pools::Locks` (r:1 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:1 w:1)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(2493), added: 4968, mode: `MaxEncodedLen`)
	// Storage: `Reserve::PremiumShares` (r:1 w:0)
	// Proof: `Reserve::PremiumShares` (`max_values`: None, `max_size`: Some(25), added: 2500, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:1 w:1)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Salvages` (r:1 w:1)
	// Proof: `Reserve::Salvages` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	fn recover() -> Weight {
		// Fastest run: 159_657_000 picoseconds.
		Weight::from_parts(169_622_000, 10199)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	// Storage: `Pools::Locks` (r:1 w:0)
	// Proof: `Pools::Locks` (`max_values`: None, `max_size`: Some(45), added: 2520, mode: `MaxEncodedLen`)
	// Storage: `Pools::PartialSettlements` (r:1 w:1)
	// Proof: `Pools::PartialSettlements` (`max_values`: None, `max_size`: Some(6734), added: 9209, mode: `MaxEncodedLen`)
	// Storage: `Pools::BorneLosses` (r:0 w:1)
	// Proof: `Pools::BorneLosses` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	fn close() -> Weight {
		// Fastest run: 25_347_000 picoseconds.
		Weight::from_parts(28_903_000, 10199)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn create_pool() -> Weight {
		Weight::from_parts(137_624_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn set_weight() -> Weight {
		Weight::from_parts(389_618_000, 85446)
			.saturating_add(ParityDbWeight::get().reads(24_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn deposit(l: u32) -> Weight {
		Weight::from_parts(184_398_487, 6208)
			.saturating_add(Weight::from_parts(176_939, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn request_withdrawal(l: u32) -> Weight {
		Weight::from_parts(152_411_713, 5958)
			.saturating_add(Weight::from_parts(169_404, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn process_withdrawals(e: u32) -> Weight {
		Weight::from_parts(43_045_438, 5958)
			.saturating_add(Weight::from_parts(166_371_126, 0).saturating_mul(e.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().reads((7_u64).saturating_mul(e.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((7_u64).saturating_mul(e.into())))
			.saturating_add(Weight::from_parts(0, 5444).saturating_mul(e.into()))
	}
	fn accrue(l: u32) -> Weight {
		Weight::from_parts(262_596_200, 11426)
			.saturating_add(Weight::from_parts(174_776, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn cross_day(l: u32) -> Weight {
		Weight::from_parts(131_371_845, 6038)
			.saturating_add(Weight::from_parts(2_015_688, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn day_round() -> Weight {
		Weight::from_parts(7_181_000, 1498)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn line(l: u32) -> Weight {
		Weight::from_parts(51_445_562, 5958)
			.saturating_add(Weight::from_parts(213_658, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn open_cover(l: u32) -> Weight {
		Weight::from_parts(104_219_222, 5958)
			.saturating_add(Weight::from_parts(254_184, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn extend_cover(l: u32) -> Weight {
		Weight::from_parts(111_173_647, 7270)
			.saturating_add(Weight::from_parts(170_423, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn use_cover(l: u32) -> Weight {
		Weight::from_parts(85_730_704, 5958)
			.saturating_add(Weight::from_parts(93_386, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn reduce_cover(l: u32) -> Weight {
		Weight::from_parts(114_715_168, 5958)
			.saturating_add(Weight::from_parts(82_394, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn shorten_cover(l: u32) -> Weight {
		Weight::from_parts(112_255_862, 7270)
			.saturating_add(Weight::from_parts(66_525, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn set_status() -> Weight {
		Weight::from_parts(23_435_000, 5958)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn list_asset() -> Weight {
		Weight::from_parts(37_275_000, 3675)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_asset_group() -> Weight {
		Weight::from_parts(16_956_000, 3518)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(83_024_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn cancel_withdrawal(l: u32) -> Weight {
		Weight::from_parts(186_122_535, 8808)
			.saturating_add(Weight::from_parts(172_072, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn transfer() -> Weight {
		Weight::from_parts(138_266_000, 6434)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn reopen_tranche() -> Weight {
		Weight::from_parts(62_523_000, 5958)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn remove_position() -> Weight {
		Weight::from_parts(78_116_000, 5958)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_fee() -> Weight {
		Weight::from_parts(71_376_000, 5958)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_allowed() -> Weight {
		Weight::from_parts(78_146_000, 5958)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn idle_round() -> Weight {
		Weight::from_parts(13_821_000, 5958)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn idle_peek() -> Weight {
		Weight::from_parts(9_904_000, 5958).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn idle_visit() -> Weight {
		Weight::from_parts(258_985_000, 11426)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn idle_withdrawal() -> Weight {
		Weight::from_parts(199_276_000, 6434)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn lock(p: u32) -> Weight {
		Weight::from_parts(23_686_999, 3543)
			.saturating_add(Weight::from_parts(21_250_067, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 5040).saturating_mul(p.into()))
	}
	fn release(p: u32) -> Weight {
		Weight::from_parts(20_202_305, 3510)
			.saturating_add(Weight::from_parts(20_978_730, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((3_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 5040).saturating_mul(p.into()))
	}
	fn settle(l: u32) -> Weight {
		Weight::from_parts(684_343_412, 10818)
			.saturating_add(Weight::from_parts(9_596_160, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(15_u64))
			.saturating_add(Weight::from_parts(0, 5040).saturating_mul(l.into()))
	}
	fn top_up(l: u32) -> Weight {
		Weight::from_parts(663_034_114, 10818)
			.saturating_add(Weight::from_parts(9_309_450, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
			.saturating_add(Weight::from_parts(0, 4574).saturating_mul(l.into()))
	}
	fn ask_for_more(l: u32) -> Weight {
		Weight::from_parts(574_794_008, 10199)
			.saturating_add(Weight::from_parts(5_868_185, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(l.into())))
			.saturating_add(Weight::from_parts(0, 5040).saturating_mul(l.into()))
	}
	fn reserve_lock(l: u32) -> Weight {
		Weight::from_parts(62_952_347, 6030)
			.saturating_add(Weight::from_parts(343_563, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn charge(l: u32) -> Weight {
		Weight::from_parts(135_036_941, 6030)
			.saturating_add(Weight::from_parts(382_727, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn finish() -> Weight {
		Weight::from_parts(46_409_000, 6030)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn compensate() -> Weight {
		Weight::from_parts(101_832_000, 5958)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn recover() -> Weight {
		Weight::from_parts(169_622_000, 10199)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn close() -> Weight {
		Weight::from_parts(28_903_000, 10199)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}
