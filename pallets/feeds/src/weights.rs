// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_feeds`, measured: written by `scripts/weights`, never by hand.
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
	/// Measured by the benchmark `appoint`.
	fn appoint() -> Weight;
	/// Measured by the benchmark `accept`.
	fn accept() -> Weight;
	/// Measured by the benchmark `resign`.
	fn resign(f: u32) -> Weight;
	/// Measured by the benchmark `dismiss`.
	fn dismiss(f: u32) -> Weight;
	/// Measured by the benchmark `slash`.
	fn slash(f: u32) -> Weight;
	/// Measured by the benchmark `top_up`.
	fn top_up() -> Weight;
	/// Measured by the benchmark `withdraw_bond`.
	fn withdraw_bond() -> Weight;
	/// Measured by the benchmark `swap_key`.
	fn swap_key(f: u32) -> Weight;
	/// Measured by the benchmark `set_feed`.
	fn set_feed() -> Weight;
	/// Measured by the benchmark `fund`.
	fn fund() -> Weight;
	/// Measured by the benchmark `collect`.
	fn collect() -> Weight;
	/// Measured by the benchmark `price`.
	fn price(m: u32) -> Weight;
	/// Measured by the benchmark `reward`.
	fn reward(m: u32) -> Weight;
	/// Measured by the benchmark `idle`.
	fn idle() -> Weight;
	/// Measured by the benchmark `read_again`.
	fn read_again() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Feeds::Operators` (r:1 w:1)
	// Proof: `Feeds::Operators` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Seats` (r:1 w:1)
	// Proof: `Feeds::Seats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn appoint() -> Weight {
		// Fastest run: 13_810_000 picoseconds.
		Weight::from_parts(15_593_000, 3538)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Feeds::Operators` (r:1 w:1)
	// Proof: `Feeds::Operators` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:1)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1281), added: 1776, mode: `MaxEncodedLen`)
	fn accept() -> Weight {
		// Fastest run: 64_957_000 picoseconds.
		Weight::from_parts(69_213_000, 3640)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Feeds::Operators` (r:1 w:1)
	// Proof: `Feeds::Operators` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Seats` (r:1 w:1)
	// Proof: `Feeds::Seats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:1)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1281), added: 1776, mode: `MaxEncodedLen`)
	// Storage: `Triggers::WatchedFeeds` (r:1 w:0)
	// Proof: `Triggers::WatchedFeeds` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:64 w:64)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Feeds::ToRead` (r:1 w:1)
	// Proof: `Feeds::ToRead` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// `f` was measured from 0 to 64.
	fn resign(f: u32) -> Weight {
		// Fastest run: 32_628_000 picoseconds.
		Weight::from_parts(37_842_937, 3538)
			.saturating_add(Weight::from_parts(5_371_522, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(f.into())))
			.saturating_add(Weight::from_parts(0, 2551).saturating_mul(f.into()))
	}
	// Storage: `Feeds::Operators` (r:1 w:1)
	// Proof: `Feeds::Operators` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Seats` (r:1 w:1)
	// Proof: `Feeds::Seats` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:1)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1281), added: 1776, mode: `MaxEncodedLen`)
	// Storage: `Triggers::WatchedFeeds` (r:1 w:0)
	// Proof: `Triggers::WatchedFeeds` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:64 w:64)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Triggers::Feeds` (r:64 w:0)
	// Proof: `Triggers::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// `f` was measured from 0 to 64.
	fn dismiss(f: u32) -> Weight {
		// Fastest run: 32_538_000 picoseconds.
		Weight::from_parts(36_548_011, 3538)
			.saturating_add(Weight::from_parts(6_912_449, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(f.into())))
			.saturating_add(Weight::from_parts(0, 2608).saturating_mul(f.into()))
	}
	// Storage: `Feeds::Operators` (r:1 w:1)
	// Proof: `Feeds::Operators` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:1)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1281), added: 1776, mode: `MaxEncodedLen`)
	// Storage: `Triggers::WatchedFeeds` (r:1 w:0)
	// Proof: `Triggers::WatchedFeeds` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:64 w:64)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Triggers::Feeds` (r:64 w:0)
	// Proof: `Triggers::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// `f` was measured from 0 to 64.
	fn slash(f: u32) -> Weight {
		// Fastest run: 102_893_000 picoseconds.
		Weight::from_parts(109_850_178, 6196)
			.saturating_add(Weight::from_parts(6_866_708, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(f.into())))
			.saturating_add(Weight::from_parts(0, 2608).saturating_mul(f.into()))
	}
	// Storage: `Feeds::Operators` (r:1 w:1)
	// Proof: `Feeds::Operators` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:1)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1281), added: 1776, mode: `MaxEncodedLen`)
	fn top_up() -> Weight {
		// Fastest run: 66_589_000 picoseconds.
		Weight::from_parts(71_026_000, 3640)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Feeds::Operators` (r:1 w:1)
	// Proof: `Feeds::Operators` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	fn withdraw_bond() -> Weight {
		// Fastest run: 45_077_000 picoseconds.
		Weight::from_parts(48_813_000, 3640)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Feeds::Operators` (r:2 w:2)
	// Proof: `Feeds::Operators` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Earned` (r:2 w:2)
	// Proof: `Feeds::Earned` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:1)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1281), added: 1776, mode: `MaxEncodedLen`)
	// Storage: `Triggers::WatchedFeeds` (r:1 w:0)
	// Proof: `Triggers::WatchedFeeds` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:64 w:64)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Triggers::Feeds` (r:64 w:0)
	// Proof: `Triggers::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	// `f` was measured from 0 to 64.
	fn swap_key(f: u32) -> Weight {
		// Fastest run: 82_944_000 picoseconds.
		Weight::from_parts(89_065_755, 6290)
			.saturating_add(Weight::from_parts(7_025_047, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(f.into())))
			.saturating_add(Weight::from_parts(0, 2608).saturating_mul(f.into()))
	}
	// Storage: `Feeds::Rules` (r:1 w:1)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	fn set_feed() -> Weight {
		// Fastest run: 6_630_000 picoseconds.
		Weight::from_parts(7_211_000, 3530)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Feeds::RewardPool` (r:1 w:1)
	// Proof: `Feeds::RewardPool` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn fund() -> Weight {
		// Fastest run: 40_711_000 picoseconds.
		Weight::from_parts(43_044_000, 6196)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Feeds::Earned` (r:1 w:1)
	// Proof: `Feeds::Earned` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// Storage: `Feeds::RewardPool` (r:1 w:1)
	// Proof: `Feeds::RewardPool` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn collect() -> Weight {
		// Fastest run: 44_396_000 picoseconds.
		Weight::from_parts(47_041_000, 6196)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Feeds::Rules` (r:1 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:32 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// `m` was measured from 1 to 32.
	fn price(m: u32) -> Weight {
		// Fastest run: 10_005_000 picoseconds.
		Weight::from_parts(6_484_023, 3530)
			.saturating_add(Weight::from_parts(3_513_407, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2551).saturating_mul(m.into()))
	}
	// Storage: `Feeds::Rules` (r:1 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Rewarded` (r:1 w:1)
	// Proof: `Feeds::Rewarded` (`max_values`: None, `max_size`: Some(1045), added: 3520, mode: `MaxEncodedLen`)
	// Storage: `Triggers::WatchedFeeds` (r:1 w:0)
	// Proof: `Triggers::WatchedFeeds` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:32 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Feeds::RewardPool` (r:1 w:1)
	// Proof: `Feeds::RewardPool` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Earned` (r:1 w:1)
	// Proof: `Feeds::Earned` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// `m` was measured from 3 to 32.
	fn reward(m: u32) -> Weight {
		// Fastest run: 39_359_000 picoseconds.
		Weight::from_parts(29_555_009, 4510)
			.saturating_add(Weight::from_parts(3_675_850, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 2551).saturating_mul(m.into()))
	}
	// Storage: `Feeds::ToRead` (r:1 w:0)
	// Proof: `Feeds::ToRead` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	fn idle() -> Weight {
		// Fastest run: 1_823_000 picoseconds.
		Weight::from_parts(2_073_000, 1743).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	// Storage: `Feeds::ToRead` (r:1 w:1)
	// Proof: `Feeds::ToRead` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Triggers::Feeds` (r:1 w:0)
	// Proof: `Triggers::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	fn read_again() -> Weight {
		// Fastest run: 7_661_000 picoseconds.
		Weight::from_parts(8_572_000, 3598)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn appoint() -> Weight {
		Weight::from_parts(15_593_000, 3538)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn accept() -> Weight {
		Weight::from_parts(69_213_000, 3640)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn resign(f: u32) -> Weight {
		Weight::from_parts(37_842_937, 3538)
			.saturating_add(Weight::from_parts(5_371_522, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(f.into())))
			.saturating_add(Weight::from_parts(0, 2551).saturating_mul(f.into()))
	}
	fn dismiss(f: u32) -> Weight {
		Weight::from_parts(36_548_011, 3538)
			.saturating_add(Weight::from_parts(6_912_449, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(f.into())))
			.saturating_add(Weight::from_parts(0, 2608).saturating_mul(f.into()))
	}
	fn slash(f: u32) -> Weight {
		Weight::from_parts(109_850_178, 6196)
			.saturating_add(Weight::from_parts(6_866_708, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(f.into())))
			.saturating_add(Weight::from_parts(0, 2608).saturating_mul(f.into()))
	}
	fn top_up() -> Weight {
		Weight::from_parts(71_026_000, 3640)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(48_813_000, 3640)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn swap_key(f: u32) -> Weight {
		Weight::from_parts(89_065_755, 6290)
			.saturating_add(Weight::from_parts(7_025_047, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(f.into())))
			.saturating_add(Weight::from_parts(0, 2608).saturating_mul(f.into()))
	}
	fn set_feed() -> Weight {
		Weight::from_parts(7_211_000, 3530)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn fund() -> Weight {
		Weight::from_parts(43_044_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(47_041_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn price(m: u32) -> Weight {
		Weight::from_parts(6_484_023, 3530)
			.saturating_add(Weight::from_parts(3_513_407, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2551).saturating_mul(m.into()))
	}
	fn reward(m: u32) -> Weight {
		Weight::from_parts(29_555_009, 4510)
			.saturating_add(Weight::from_parts(3_675_850, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(0, 2551).saturating_mul(m.into()))
	}
	fn idle() -> Weight {
		Weight::from_parts(2_073_000, 1743).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn read_again() -> Weight {
		Weight::from_parts(8_572_000, 3598)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
