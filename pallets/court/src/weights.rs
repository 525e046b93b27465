// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_court`, estimated until the benchmarks are run.

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
	fn end_case() -> Weight;
	/// Measured by the benchmark `work_round`.
	fn work_round() -> Weight;
	/// Measured by the benchmark `draw_panel`.
	fn draw_panel(p: u32) -> Weight;
	/// Measured by the benchmark `decide`.
	fn decide(s: u32) -> Weight;
	/// Measured by the benchmark `seat_panel`.
	fn seat_panel(s: u32) -> Weight;
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
	fn stake() -> Weight {
		Weight::from_parts(90_000_000, 18000)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn activate() -> Weight {
		Weight::from_parts(60_000_000, 15000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn unstake() -> Weight {
		Weight::from_parts(100_000_000, 21000)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(100_000_000, 18000)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn delegate() -> Weight {
		Weight::from_parts(40_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_profile() -> Weight {
		Weight::from_parts(30_000_000, 3000)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn commit_vote() -> Weight {
		Weight::from_parts(40_000_000, 6000)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn reveal_vote() -> Weight {
		Weight::from_parts(60_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn denounce_vote() -> Weight {
		Weight::from_parts(200_000_000, 36000)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	fn submit_evidence() -> Weight {
		Weight::from_parts(25_000_000, 3000)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(0_u64))
	}
	fn fund_appeal() -> Weight {
		Weight::from_parts(100_000_000, 15000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(100_000_000, 15000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn restore_choice() -> Weight {
		Weight::from_parts(25_000_000, 3000)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(0_u64))
	}
	fn charge() -> Weight {
		Weight::from_parts(70_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn set_asset_value() -> Weight {
		Weight::from_parts(20_000_000, 3000)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn open_case() -> Weight {
		Weight::from_parts(40_000_000, 15000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn begin_reveal() -> Weight {
		Weight::from_parts(60_000_000, 9000)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn work_round() -> Weight {
		Weight::from_parts(30_000_000, 60000)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn draw_panel(p: u32) -> Weight {
		Weight::from_parts(30_000_000, 12000)
			.saturating_add(Weight::from_parts(20_000_000, 21000).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((7_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes(134_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(p.into())))
	}
	fn decide(s: u32) -> Weight {
		Weight::from_parts(40_000_000, 12000)
			.saturating_add(Weight::from_parts(12_000_000, 3000).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((3_u64).saturating_mul(s.into())))
	}
	fn seat_panel(s: u32) -> Weight {
		Weight::from_parts(100_000_000, 30000)
			.saturating_add(Weight::from_parts(120_000_000, 18000).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(134_u64))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(s.into())))
	}
	fn settle_losses(s: u32) -> Weight {
		Weight::from_parts(100_000_000, 30000)
			.saturating_add(Weight::from_parts(120_000_000, 18000).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(134_u64))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(s.into())))
	}
	fn settle_gains(s: u32) -> Weight {
		Weight::from_parts(100_000_000, 30000)
			.saturating_add(Weight::from_parts(120_000_000, 18000).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().reads((6_u64).saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(134_u64))
			.saturating_add(T::DbWeight::get().writes((6_u64).saturating_mul(s.into())))
	}
	fn sweep(c: u32) -> Weight {
		Weight::from_parts(40_000_000, 9000)
			.saturating_add(Weight::from_parts(10_000_000, 3000).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(c.into())))
	}
}

/// Weights at ParityDb's prices, for tests.
impl WeightInfo for () {
	fn stake() -> Weight {
		Weight::from_parts(90_000_000, 18000)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn activate() -> Weight {
		Weight::from_parts(60_000_000, 15000)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn unstake() -> Weight {
		Weight::from_parts(100_000_000, 21000)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(100_000_000, 18000)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn delegate() -> Weight {
		Weight::from_parts(40_000_000, 6000)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_profile() -> Weight {
		Weight::from_parts(30_000_000, 3000)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn commit_vote() -> Weight {
		Weight::from_parts(40_000_000, 6000)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn reveal_vote() -> Weight {
		Weight::from_parts(60_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn denounce_vote() -> Weight {
		Weight::from_parts(200_000_000, 36000)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn submit_evidence() -> Weight {
		Weight::from_parts(25_000_000, 3000)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(0_u64))
	}
	fn fund_appeal() -> Weight {
		Weight::from_parts(100_000_000, 15000)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(100_000_000, 15000)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn restore_choice() -> Weight {
		Weight::from_parts(25_000_000, 3000)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(0_u64))
	}
	fn charge() -> Weight {
		Weight::from_parts(70_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_asset_value() -> Weight {
		Weight::from_parts(20_000_000, 3000)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn open_case() -> Weight {
		Weight::from_parts(40_000_000, 15000)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn begin_reveal() -> Weight {
		Weight::from_parts(60_000_000, 9000)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn work_round() -> Weight {
		Weight::from_parts(30_000_000, 60000)
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn draw_panel(p: u32) -> Weight {
		Weight::from_parts(30_000_000, 12000)
			.saturating_add(Weight::from_parts(20_000_000, 21000).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((7_u64).saturating_mul(p.into())))
			.saturating_add(ParityDbWeight::get().writes(134_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(p.into())))
	}
	fn decide(s: u32) -> Weight {
		Weight::from_parts(40_000_000, 12000)
			.saturating_add(Weight::from_parts(12_000_000, 3000).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(ParityDbWeight::get().writes((3_u64).saturating_mul(s.into())))
	}
	fn seat_panel(s: u32) -> Weight {
		Weight::from_parts(100_000_000, 30000)
			.saturating_add(Weight::from_parts(120_000_000, 18000).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(134_u64))
			.saturating_add(ParityDbWeight::get().writes((6_u64).saturating_mul(s.into())))
	}
	fn settle_losses(s: u32) -> Weight {
		Weight::from_parts(100_000_000, 30000)
			.saturating_add(Weight::from_parts(120_000_000, 18000).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(134_u64))
			.saturating_add(ParityDbWeight::get().writes((6_u64).saturating_mul(s.into())))
	}
	fn settle_gains(s: u32) -> Weight {
		Weight::from_parts(100_000_000, 30000)
			.saturating_add(Weight::from_parts(120_000_000, 18000).saturating_mul(s.into()))
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().reads((6_u64).saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(134_u64))
			.saturating_add(ParityDbWeight::get().writes((6_u64).saturating_mul(s.into())))
	}
	fn sweep(c: u32) -> Weight {
		Weight::from_parts(40_000_000, 9000)
			.saturating_add(Weight::from_parts(10_000_000, 3000).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(c.into())))
	}
}
