// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_court`, measured: written by `scripts/weights`, never by hand.
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
	/// Measured by the benchmark `stake`.
	fn stake() -> Weight;
	/// Measured by the benchmark `activate`.
	fn activate() -> Weight;
	/// Measured by the benchmark `unstake`.
	fn unstake() -> Weight;
	/// Measured by the benchmark `withdraw`.
	fn withdraw() -> Weight;
	/// Measured by the benchmark `delegate`.
	fn delegate() -> Weight;
	/// Measured by the benchmark `set_profile`.
	fn set_profile() -> Weight;
	/// Measured by the benchmark `commit_vote`.
	fn commit_vote() -> Weight;
	/// Measured by the benchmark `reveal_vote`.
	fn reveal_vote() -> Weight;
	/// Measured by the benchmark `denounce_vote`.
	fn denounce_vote() -> Weight;
	/// Measured by the benchmark `submit_evidence`.
	fn submit_evidence() -> Weight;
	/// Measured by the benchmark `fund_appeal`.
	fn fund_appeal() -> Weight;
	/// Measured by the benchmark `collect`.
	fn collect() -> Weight;
	/// Measured by the benchmark `restore_choice`.
	fn restore_choice() -> Weight;
	/// Measured by the benchmark `charge`.
	fn charge() -> Weight;
	/// Measured by the benchmark `set_asset_value`.
	fn set_asset_value() -> Weight;
	/// Measured by the benchmark `open_case`.
	fn open_case() -> Weight;
	/// Measured by the benchmark `begin_reveal`.
	fn begin_reveal() -> Weight;
	/// Measured by the benchmark `end_case`.
	fn end_case() -> Weight;
	/// Measured by the benchmark `work_round`.
	fn work_round() -> Weight;
	/// Measured by the benchmark `draw_panel`.
	fn draw_panel(p: u32) -> Weight;
	/// Measured by the benchmark `seat_panel`.
	fn seat_panel(s: u32) -> Weight;
	/// Measured by the benchmark `decide`.
	fn decide(s: u32) -> Weight;
	/// Measured by the benchmark `settle_losses`.
	fn settle_losses(s: u32) -> Weight;
	/// Measured by the benchmark `settle_gains`.
	fn settle_gains(s: u32) -> Weight;
	/// Measured by the benchmark `sweep`.
	fn sweep(c: u32) -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Court::Assessors` (r:1 w:1)
	// Proof: `Court::Assessors` (`max_values`: None, `max_size`: Some(472), added: 2947, mode: `MaxEncodedLen`)
	// Storage: `Court::FreePlaceCount` (r:1 w:1)
	// Proof: `Court::FreePlaceCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Court::FreePlaces` (r:1 w:1)
	// Proof: `Court::FreePlaces` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Court::OpenCases` (r:1 w:0)
	// Proof: `Court::OpenCases` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Court::Places` (r:0 w:1)
	// Proof: `Court::Places` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn stake() -> Weight {
		// Fastest run: 95_743_000 picoseconds.
		Weight::from_parts(101_010_000, 3937)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Court::Assessors` (r:1 w:1)
	// Proof: `Court::Assessors` (`max_values`: None, `max_size`: Some(472), added: 2947, mode: `MaxEncodedLen`)
	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Court::Tree` (r:4 w:4)
	// Proof: `Court::Tree` (`max_values`: None, `max_size`: Some(796), added: 3271, mode: `MaxEncodedLen`)
	fn activate() -> Weight {
		// Fastest run: 45_097_000 picoseconds.
		Weight::from_parts(47_730_000, 14074)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Court::Assessors` (r:1 w:1)
	// Proof: `Court::Assessors` (`max_values`: None, `max_size`: Some(472), added: 2947, mode: `MaxEncodedLen`)
	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Court::Tree` (r:4 w:4)
	// Proof: `Court::Tree` (`max_values`: None, `max_size`: Some(796), added: 3271, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	fn unstake() -> Weight {
		// Fastest run: 114_500_000 picoseconds.
		Weight::from_parts(119_448_000, 14074)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	// Storage: `Court::Assessors` (r:1 w:1)
	// Proof: `Court::Assessors` (`max_values`: None, `max_size`: Some(472), added: 2947, mode: `MaxEncodedLen`)
	// Storage: `Court::Tree` (r:1 w:0)
	// Proof: `Court::Tree` (`max_values`: None, `max_size`: Some(796), added: 3271, mode: `MaxEncodedLen`)
	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Court::FreePlaceCount` (r:1 w:1)
	// Proof: `Court::FreePlaceCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Court::Places` (r:0 w:1)
	// Proof: `Court::Places` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Court::FreePlaces` (r:0 w:1)
	// Proof: `Court::FreePlaces` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn withdraw() -> Weight {
		// Fastest run: 74_610_000 picoseconds.
		Weight::from_parts(78_727_000, 4261)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	// Storage: `Court::Assessors` (r:2 w:1)
	// Proof: `Court::Assessors` (`max_values`: None, `max_size`: Some(472), added: 2947, mode: `MaxEncodedLen`)
	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn delegate() -> Weight {
		// Fastest run: 27_031_000 picoseconds.
		Weight::from_parts(30_846_000, 6884)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Court::Assessors` (r:1 w:1)
	// Proof: `Court::Assessors` (`max_values`: None, `max_size`: Some(472), added: 2947, mode: `MaxEncodedLen`)
	fn set_profile() -> Weight {
		// Fastest run: 16_865_000 picoseconds.
		Weight::from_parts(18_438_000, 3937)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Court::Cases` (r:1 w:0)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	// Storage: `Court::Seats` (r:1 w:1)
	// Proof: `Court::Seats` (`max_values`: None, `max_size`: Some(2362), added: 4837, mode: `MaxEncodedLen`)
	fn commit_vote() -> Weight {
		// Fastest run: 29_834_000 picoseconds.
		Weight::from_parts(38_327_000, 5827)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Court::Cases` (r:1 w:0)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	// Storage: `Court::Seats` (r:1 w:1)
	// Proof: `Court::Seats` (`max_values`: None, `max_size`: Some(2362), added: 4837, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	fn reveal_vote() -> Weight {
		// Fastest run: 35_223_000 picoseconds.
		Weight::from_parts(43_324_000, 5827)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Court::Cases` (r:1 w:0)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	// Storage: `Court::Seats` (r:1 w:1)
	// Proof: `Court::Seats` (`max_values`: None, `max_size`: Some(2362), added: 4837, mode: `MaxEncodedLen`)
	// Storage: `System::BlockHash` (r:1 w:0)
	// Proof: `System::BlockHash` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Court::Assessors` (r:15 w:15)
	// Proof: `Court::Assessors` (`max_values`: None, `max_size`: Some(472), added: 2947, mode: `MaxEncodedLen`)
	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Court::Tree` (r:32 w:32)
	// Proof: `Court::Tree` (`max_values`: None, `max_size`: Some(796), added: 3271, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:16 w:16)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:15 w:15)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Court::FeePool` (r:1 w:1)
	// Proof: `Court::FeePool` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	fn denounce_vote() -> Weight {
		// Fastest run: 1_602_009_000 picoseconds.
		Weight::from_parts(1_663_050_000, 105662)
			.saturating_add(T::DbWeight::get().reads(83_u64))
			.saturating_add(T::DbWeight::get().writes(80_u64))
	}
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Court::Cases` (r:1 w:0)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	fn submit_evidence() -> Weight {
		// Fastest run: 80_820_000 picoseconds.
		Weight::from_parts(84_125_000, 4121)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Court::Cases` (r:1 w:1)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Court::Contributions` (r:1 w:1)
	// Proof: `Court::Contributions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn fund_appeal() -> Weight {
		// Fastest run: 71_566_000 picoseconds.
		Weight::from_parts(76_233_000, 6196)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Court::Cases` (r:1 w:1)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	// Storage: `Court::Contributions` (r:10 w:9)
	// Proof: `Court::Contributions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn collect() -> Weight {
		// Fastest run: 146_307_000 picoseconds.
		Weight::from_parts(152_717_000, 26710)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	// Storage: `Court::Cases` (r:1 w:0)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	// Storage: `Cases::Open` (r:1 w:0)
	// Proof: `Cases::Open` (`max_values`: Some(1), `max_size`: Some(7282), added: 7777, mode: `MaxEncodedLen`)
	fn restore_choice() -> Weight {
		// Fastest run: 17_756_000 picoseconds.
		Weight::from_parts(19_619_000, 8767).saturating_add(T::DbWeight::get().reads(2_u64))
	}
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Court::FeePool` (r:1 w:1)
	// Proof: `Court::FeePool` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	fn charge() -> Weight {
		// Fastest run: 104_585_000 picoseconds.
		Weight::from_parts(111_615_000, 8799)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Court::AssetValues` (r:1 w:1)
	// Proof: `Court::AssetValues` (`max_values`: None, `max_size`: Some(37), added: 2512, mode: `MaxEncodedLen`)
	fn set_asset_value() -> Weight {
		// Fastest run: 11_968_000 picoseconds.
		Weight::from_parts(13_020_000, 3502)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Court::OpenCases` (r:1 w:1)
	// Proof: `Court::OpenCases` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Court::LongestVoting` (r:1 w:1)
	// Proof: `Court::LongestVoting` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Court::NextCase` (r:1 w:1)
	// Proof: `Court::NextCase` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Court::Tree` (r:1 w:0)
	// Proof: `Court::Tree` (`max_values`: None, `max_size`: Some(796), added: 3271, mode: `MaxEncodedLen`)
	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Court::Cases` (r:0 w:1)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	fn open_case() -> Weight {
		// Fastest run: 42_873_000 picoseconds.
		Weight::from_parts(45_097_000, 4261)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Court::Cases` (r:1 w:1)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	fn begin_reveal() -> Weight {
		// Fastest run: 18_027_000 picoseconds.
		Weight::from_parts(19_879_000, 4121)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Court::OpenCases` (r:1 w:1)
	// Proof: `Court::OpenCases` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Court::Cases` (r:0 w:1)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	fn end_case() -> Weight {
		// Fastest run: 110_834_000 picoseconds.
		Weight::from_parts(115_302_000, 6196)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Court::LastServed` (r:1 w:1)
	// Proof: `Court::LastServed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Court::Delayed` (r:1 w:1)
	// Proof: `Court::Delayed` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Court::Cases` (r:32 w:0)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	fn work_round() -> Weight {
		// Fastest run: 56_834_000 picoseconds.
		Weight::from_parts(59_478_000, 101182)
			.saturating_add(T::DbWeight::get().reads(34_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Court::Tree` (r:710 w:0)
	// Proof: `Court::Tree` (`max_values`: None, `max_size`: Some(796), added: 3271, mode: `MaxEncodedLen`)
	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Court::Places` (r:470 w:0)
	// Proof: `Court::Places` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	// Storage: `Court::Assessors` (r:940 w:0)
	// Proof: `Court::Assessors` (`max_values`: None, `max_size`: Some(472), added: 2947, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 504.
	fn draw_panel(p: u32) -> Weight {
		// Fastest run: 128_691_000 picoseconds.
		Weight::from_parts(671_065_792, 189294)
			.saturating_add(Weight::from_parts(38_126_008, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(77_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 5513).saturating_mul(p.into()))
	}
	// Storage: `Court::Assessors` (r:63 w:63)
	// Proof: `Court::Assessors` (`max_values`: None, `max_size`: Some(472), added: 2947, mode: `MaxEncodedLen`)
	// Storage: `Court::Seats` (r:0 w:63)
	// Proof: `Court::Seats` (`max_values`: None, `max_size`: Some(2362), added: 4837, mode: `MaxEncodedLen`)
	// Storage: `Court::PanelsOf` (r:0 w:63)
	// Proof: `Court::PanelsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// `s` was measured from 1 to 63.
	fn seat_panel(s: u32) -> Weight {
		// Fastest run: 15_212_000 picoseconds.
		Weight::from_parts(15_793_000, 990)
			.saturating_add(Weight::from_parts(11_934_709, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 2947).saturating_mul(s.into()))
	}
	// Storage: `Court::Cases` (r:1 w:1)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	// Storage: `Court::Seats` (r:64 w:0)
	// Proof: `Court::Seats` (`max_values`: None, `max_size`: Some(2362), added: 4837, mode: `MaxEncodedLen`)
	// `s` was measured from 32 to 63.
	fn decide(s: u32) -> Weight {
		// Fastest run: 305_593_000 picoseconds.
		Weight::from_parts(73_105_156, 5827)
			.saturating_add(Weight::from_parts(7_875_304, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 4837).saturating_mul(s.into()))
	}
	// Storage: `Court::Seats` (r:64 w:63)
	// Proof: `Court::Seats` (`max_values`: None, `max_size`: Some(2362), added: 4837, mode: `MaxEncodedLen`)
	// Storage: `Court::Assessors` (r:63 w:63)
	// Proof: `Court::Assessors` (`max_values`: None, `max_size`: Some(472), added: 2947, mode: `MaxEncodedLen`)
	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Court::Tree` (r:135 w:135)
	// Proof: `Court::Tree` (`max_values`: None, `max_size`: Some(796), added: 3271, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:65 w:65)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:63 w:63)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Court::FeePool` (r:1 w:1)
	// Proof: `Court::FeePool` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Court::PanelsOf` (r:0 w:63)
	// Proof: `Court::PanelsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// `s` was measured from 1 to 63.
	fn settle_losses(s: u32) -> Weight {
		// Fastest run: 200_528_000 picoseconds.
		Weight::from_parts(61_487_907, 6196)
			.saturating_add(Weight::from_parts(122_279_278, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64))
			.saturating_add(T::DbWeight::get().writes((7_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 6938).saturating_mul(s.into()))
	}
	// Storage: `Court::Seats` (r:66 w:65)
	// Proof: `Court::Seats` (`max_values`: None, `max_size`: Some(2362), added: 4837, mode: `MaxEncodedLen`)
	// Storage: `Court::Assessors` (r:65 w:65)
	// Proof: `Court::Assessors` (`max_values`: None, `max_size`: Some(472), added: 2947, mode: `MaxEncodedLen`)
	// Storage: `Session::CurrentIndex` (r:1 w:0)
	// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	// Storage: `Court::Tree` (r:6 w:6)
	// Proof: `Court::Tree` (`max_values`: None, `max_size`: Some(796), added: 3271, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:130 w:129)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(247), added: 2722, mode: `MaxEncodedLen`)
	// Storage: `Court::FeePool` (r:1 w:1)
	// Proof: `Court::FeePool` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:0)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// Storage: `Court::PanelsOf` (r:0 w:65)
	// Proof: `Court::PanelsOf` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	// `s` was measured from 1 to 63.
	fn settle_gains(s: u32) -> Weight {
		// Fastest run: 417_130_000 picoseconds.
		Weight::from_parts(271_497_043, 20616)
			.saturating_add(Weight::from_parts(109_717_777, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().reads((4_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(18_u64))
			.saturating_add(T::DbWeight::get().writes((5_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 5225).saturating_mul(s.into()))
	}
	// Storage: `Court::Cases` (r:1 w:1)
	// Proof: `Court::Cases` (`max_values`: None, `max_size`: Some(656), added: 3131, mode: `MaxEncodedLen`)
	// Storage: `Court::Contributions` (r:65 w:64)
	// Proof: `Court::Contributions` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(457), added: 2932, mode: `MaxEncodedLen`)
	// `c` was measured from 1 to 64.
	fn sweep(c: u32) -> Weight {
		// Fastest run: 103_694_000 picoseconds.
		Weight::from_parts(96_808_869, 6196)
			.saturating_add(Weight::from_parts(6_671_990, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 2572).saturating_mul(c.into()))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn stake() -> Weight {
		Weight::from_parts(101_010_000, 3937)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn activate() -> Weight {
		Weight::from_parts(47_730_000, 14074)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn unstake() -> Weight {
		Weight::from_parts(119_448_000, 14074)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(78_727_000, 4261)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn delegate() -> Weight {
		Weight::from_parts(30_846_000, 6884)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_profile() -> Weight {
		Weight::from_parts(18_438_000, 3937)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn commit_vote() -> Weight {
		Weight::from_parts(38_327_000, 5827)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn reveal_vote() -> Weight {
		Weight::from_parts(43_324_000, 5827)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn denounce_vote() -> Weight {
		Weight::from_parts(1_663_050_000, 105662)
			.saturating_add(ParityDbWeight::get().reads(83_u64))
			.saturating_add(ParityDbWeight::get().writes(80_u64))
	}
	fn submit_evidence() -> Weight {
		Weight::from_parts(84_125_000, 4121)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn fund_appeal() -> Weight {
		Weight::from_parts(76_233_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(152_717_000, 26710)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn restore_choice() -> Weight {
		Weight::from_parts(19_619_000, 8767).saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn charge() -> Weight {
		Weight::from_parts(111_615_000, 8799)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn set_asset_value() -> Weight {
		Weight::from_parts(13_020_000, 3502)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn open_case() -> Weight {
		Weight::from_parts(45_097_000, 4261)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn begin_reveal() -> Weight {
		Weight::from_parts(19_879_000, 4121)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn end_case() -> Weight {
		Weight::from_parts(115_302_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn work_round() -> Weight {
		Weight::from_parts(59_478_000, 101182)
			.saturating_add(ParityDbWeight::get().reads(34_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn draw_panel(p: u32) -> Weight {
		Weight::from_parts(671_065_792, 189294)
			.saturating_add(Weight::from_parts(38_126_008, 0).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(77_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 5513).saturating_mul(p.into()))
	}
	fn seat_panel(s: u32) -> Weight {
		Weight::from_parts(15_793_000, 990)
			.saturating_add(Weight::from_parts(11_934_709, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 2947).saturating_mul(s.into()))
	}
	fn decide(s: u32) -> Weight {
		Weight::from_parts(73_105_156, 5827)
			.saturating_add(Weight::from_parts(7_875_304, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 4837).saturating_mul(s.into()))
	}
	fn settle_losses(s: u32) -> Weight {
		Weight::from_parts(61_487_907, 6196)
			.saturating_add(Weight::from_parts(122_279_278, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
			.saturating_add(ParityDbWeight::get().writes((7_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 6938).saturating_mul(s.into()))
	}
	fn settle_gains(s: u32) -> Weight {
		Weight::from_parts(271_497_043, 20616)
			.saturating_add(Weight::from_parts(109_717_777, 0).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().reads((4_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
			.saturating_add(ParityDbWeight::get().writes((5_u64).saturating_mul(s.into())))
			.saturating_add(Weight::from_parts(0, 5225).saturating_mul(s.into()))
	}
	fn sweep(c: u32) -> Weight {
		Weight::from_parts(96_808_869, 6196)
			.saturating_add(Weight::from_parts(6_671_990, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(c.into())))
			.saturating_add(Weight::from_parts(0, 2572).saturating_mul(c.into()))
	}
}
