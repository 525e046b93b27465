// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_feeds`, measured: written by `scripts/weights`, never by hand.
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
		// Fastest run: 13_791_000 picoseconds.
		Weight::from_parts(15_263_000, 3538)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Feeds::Operators` (r:1 w:1)
	// Proof: `Feeds::Operators` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:5 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:1)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1281), added: 1776, mode: `MaxEncodedLen`)
	fn accept() -> Weight {
		// Fastest run: 71_476_000 picoseconds.
		Weight::from_parts(74_662_000, 13545)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn resign(f: u32) -> Weight {
		Weight::from_parts(60000000, 0)
			.saturating_add(Weight::from_parts(5400000, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(f.into())))
	}
	fn dismiss(f: u32) -> Weight {
		Weight::from_parts(60000000, 0)
			.saturating_add(Weight::from_parts(8600000, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(f.into())))
	}
	fn slash(f: u32) -> Weight {
		Weight::from_parts(122000000, 0)
			.saturating_add(Weight::from_parts(8700000, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(f.into())))
	}
	// Storage: `Feeds::Operators` (r:1 w:1)
	// Proof: `Feeds::Operators` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:5 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:1)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1281), added: 1776, mode: `MaxEncodedLen`)
	fn top_up() -> Weight {
		// Fastest run: 73_280_000 picoseconds.
		Weight::from_parts(77_135_000, 13545)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Feeds::Operators` (r:1 w:1)
	// Proof: `Feeds::Operators` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	fn withdraw_bond() -> Weight {
		// Fastest run: 50_065_000 picoseconds.
		Weight::from_parts(53_069_000, 3640)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn swap_key(f: u32) -> Weight {
		Weight::from_parts(98000000, 0)
			.saturating_add(Weight::from_parts(8600000, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(f.into())))
	}
	// Storage: `Feeds::Rules` (r:1 w:1)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	fn set_feed() -> Weight {
		// Fastest run: 8_422_000 picoseconds.
		Weight::from_parts(9_014_000, 3530)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Feeds::RewardPool` (r:1 w:1)
	// Proof: `Feeds::RewardPool` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn fund() -> Weight {
		// Fastest run: 40_801_000 picoseconds.
		Weight::from_parts(43_054_000, 6196)
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
		// Fastest run: 44_486_000 picoseconds.
		Weight::from_parts(46_760_000, 6196)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Feeds::Rules` (r:1 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:0)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1281), added: 1776, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:32 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// `m` was measured from 1 to 32.
	fn price(m: u32) -> Weight {
		// Fastest run: 16_384_000 picoseconds.
		Weight::from_parts(13_294_615, 3530)
			.saturating_add(Weight::from_parts(3_500_070, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2551).saturating_mul(m.into()))
	}
	fn reward(m: u32) -> Weight {
		Weight::from_parts(48000000, 0)
			.saturating_add(Weight::from_parts(3600000, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Feeds::ToRead` (r:1 w:0)
	// Proof: `Feeds::ToRead` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	fn idle() -> Weight {
		// Fastest run: 3_926_000 picoseconds.
		Weight::from_parts(4_337_000, 1743).saturating_add(T::DbWeight::get().reads(1_u64))
	}
	// Storage: `Feeds::ToRead` (r:1 w:1)
	// Proof: `Feeds::ToRead` (`max_values`: Some(1), `max_size`: Some(258), added: 753, mode: `MaxEncodedLen`)
	// Storage: `Products::OnFeed` (r:1 w:0)
	// Proof: `Products::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Triggers::Feeds` (r:1 w:0)
	// Proof: `Triggers::Feeds` (`max_values`: None, `max_size`: Some(133), added: 2608, mode: `MaxEncodedLen`)
	fn read_again() -> Weight {
		// Fastest run: 11_256_000 picoseconds.
		Weight::from_parts(12_128_000, 3598)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn appoint() -> Weight {
		Weight::from_parts(15_263_000, 3538)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn accept() -> Weight {
		Weight::from_parts(74_662_000, 13545)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn resign(f: u32) -> Weight {
		Weight::from_parts(60000000, 0)
			.saturating_add(Weight::from_parts(5400000, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(f.into())))
	}
	fn dismiss(f: u32) -> Weight {
		Weight::from_parts(60000000, 0)
			.saturating_add(Weight::from_parts(8600000, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(f.into())))
	}
	fn slash(f: u32) -> Weight {
		Weight::from_parts(122000000, 0)
			.saturating_add(Weight::from_parts(8700000, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(f.into())))
	}
	fn top_up() -> Weight {
		Weight::from_parts(77_135_000, 13545)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(53_069_000, 3640)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn swap_key(f: u32) -> Weight {
		Weight::from_parts(98000000, 0)
			.saturating_add(Weight::from_parts(8600000, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(f.into())))
	}
	fn set_feed() -> Weight {
		Weight::from_parts(9_014_000, 3530)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn fund() -> Weight {
		Weight::from_parts(43_054_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(46_760_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn price(m: u32) -> Weight {
		Weight::from_parts(13_294_615, 3530)
			.saturating_add(Weight::from_parts(3_500_070, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(Weight::from_parts(0, 2551).saturating_mul(m.into()))
	}
	fn reward(m: u32) -> Weight {
		Weight::from_parts(48000000, 0)
			.saturating_add(Weight::from_parts(3600000, 0).saturating_mul(m.into()))
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(m.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn idle() -> Weight {
		Weight::from_parts(4_337_000, 1743).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn read_again() -> Weight {
		Weight::from_parts(12_128_000, 3598)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
