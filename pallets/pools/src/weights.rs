//! Weights of `breakwater_pools`, counted by hand until `scripts/weights` writes this file: the reads and writes of the worst
//! case, with a generous time for the computation.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What each of the pallet's pieces of work costs at most.
pub trait WeightInfo {
	/// Measured by the benchmark `tick`.
	fn tick() -> Weight;
	/// Measured by the benchmark `create_pool`.
	fn create_pool() -> Weight;
	/// Measured by the benchmark `set_weight`.
	fn set_weight() -> Weight;
	/// Measured by the benchmark `deposit`.
	fn deposit() -> Weight;
	/// Measured by the benchmark `request_exit`.
	fn request_exit() -> Weight;
	/// Measured by the benchmark `serve_exits`.
	fn serve_exits(e: u32) -> Weight;
	/// Measured by the benchmark `poke`.
	fn poke(d: u32) -> Weight;
	/// Measured by the benchmark `set_status`.
	fn set_status() -> Weight;
	/// Measured by the benchmark `list_asset`.
	fn list_asset() -> Weight;
	/// Measured by the benchmark `collect`.
	fn collect() -> Weight;
	/// Measured by the benchmark `idle_round`.
	fn idle_round() -> Weight;
	/// Measured by the benchmark `idle_peek`.
	fn idle_peek() -> Weight;
	/// Measured by the benchmark `idle_visit`.
	fn idle_visit() -> Weight;
	/// Measured by the benchmark `idle_exit`.
	fn idle_exit() -> Weight;
	/// Measured by the benchmark `pin`.
	fn pin(p: u32) -> Weight;
	/// Measured by the benchmark `release`.
	fn release(p: u32) -> Weight;
	/// Measured by the benchmark `line`.
	fn line() -> Weight;
	/// Measured by the benchmark `open_cover`.
	fn open_cover() -> Weight;
	/// Measured by the benchmark `use_cover`.
	fn use_cover() -> Weight;
	/// Measured by the benchmark `settle`.
	fn settle() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn tick() -> Weight {
		Weight::from_parts(10_000_000, 13_312).saturating_add(T::DbWeight::get().reads_writes(12, 1))
	}
	fn create_pool() -> Weight {
		Weight::from_parts(150_000_000, 37_888).saturating_add(T::DbWeight::get().reads_writes(24, 13))
	}
	fn set_weight() -> Weight {
		Weight::from_parts(200_000_000, 44_032).saturating_add(T::DbWeight::get().reads_writes(38, 5))
	}
	fn deposit() -> Weight {
		Weight::from_parts(520_000_000, 166_912).saturating_add(T::DbWeight::get().reads_writes(89, 74))
	}
	fn request_exit() -> Weight {
		Weight::from_parts(470_000_000, 156_672).saturating_add(T::DbWeight::get().reads_writes(84, 69))
	}
	fn serve_exits(e: u32) -> Weight {
		Weight::from_parts(420_000_000, 151_552)
			.saturating_add(T::DbWeight::get().reads_writes(81, 67))
			.saturating_add(Weight::from_parts(100_000_000, 20_480).saturating_mul(e.into()))
			.saturating_add(T::DbWeight::get().reads_writes(10, 10).saturating_mul(e.into()))
	}
	fn poke(d: u32) -> Weight {
		Weight::from_parts(400_000_000, 71_680)
			.saturating_add(T::DbWeight::get().reads_writes(43, 27))
			.saturating_add(Weight::from_parts(10_000_000, 4_096).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 2).saturating_mul(d.into()))
	}
	fn set_status() -> Weight {
		Weight::from_parts(20_000_000, 2_048).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}
	fn list_asset() -> Weight {
		Weight::from_parts(40_000_000, 7_168).saturating_add(T::DbWeight::get().reads_writes(6, 1))
	}
	fn collect() -> Weight {
		Weight::from_parts(100_000_000, 16_384).saturating_add(T::DbWeight::get().reads_writes(8, 8))
	}
	fn idle_round() -> Weight {
		Weight::from_parts(10_000_000, 3_072).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}
	fn idle_peek() -> Weight {
		Weight::from_parts(10_000_000, 3_072).saturating_add(T::DbWeight::get().reads_writes(3, 0))
	}
	fn idle_visit() -> Weight {
		Weight::from_parts(720_000_000, 202_752).saturating_add(T::DbWeight::get().reads_writes(107, 91))
	}
	fn idle_exit() -> Weight {
		Weight::from_parts(100_000_000, 20_480).saturating_add(T::DbWeight::get().reads_writes(10, 10))
	}
	fn pin(p: u32) -> Weight {
		Weight::from_parts(10_000_000, 2_048)
			.saturating_add(T::DbWeight::get().reads_writes(2, 0))
			.saturating_add(Weight::from_parts(50_000_000, 7_168).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads_writes(4, 3).saturating_mul(p.into()))
	}
	fn release(p: u32) -> Weight {
		Weight::from_parts(10_000_000, 2_048)
			.saturating_add(T::DbWeight::get().reads_writes(2, 0))
			.saturating_add(Weight::from_parts(50_000_000, 7_168).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads_writes(4, 3).saturating_mul(p.into()))
	}
	fn line() -> Weight {
		Weight::from_parts(420_000_000, 151_552).saturating_add(T::DbWeight::get().reads_writes(81, 67))
	}
	fn open_cover() -> Weight {
		Weight::from_parts(520_000_000, 167_936).saturating_add(T::DbWeight::get().reads_writes(89, 75))
	}
	fn use_cover() -> Weight {
		Weight::from_parts(520_000_000, 155_648).saturating_add(T::DbWeight::get().reads_writes(83, 69))
	}
	fn settle() -> Weight {
		Weight::from_parts(620_000_000, 210_944).saturating_add(T::DbWeight::get().reads_writes(127, 79))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn tick() -> Weight {
		Weight::from_parts(10_000_000, 13_312).saturating_add(ParityDbWeight::get().reads_writes(12, 1))
	}
	fn create_pool() -> Weight {
		Weight::from_parts(150_000_000, 37_888).saturating_add(ParityDbWeight::get().reads_writes(24, 13))
	}
	fn set_weight() -> Weight {
		Weight::from_parts(200_000_000, 44_032).saturating_add(ParityDbWeight::get().reads_writes(38, 5))
	}
	fn deposit() -> Weight {
		Weight::from_parts(520_000_000, 166_912).saturating_add(ParityDbWeight::get().reads_writes(89, 74))
	}
	fn request_exit() -> Weight {
		Weight::from_parts(470_000_000, 156_672).saturating_add(ParityDbWeight::get().reads_writes(84, 69))
	}
	fn serve_exits(e: u32) -> Weight {
		Weight::from_parts(420_000_000, 151_552)
			.saturating_add(ParityDbWeight::get().reads_writes(81, 67))
			.saturating_add(Weight::from_parts(100_000_000, 20_480).saturating_mul(e.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(10, 10).saturating_mul(e.into()))
	}
	fn poke(d: u32) -> Weight {
		Weight::from_parts(400_000_000, 71_680)
			.saturating_add(ParityDbWeight::get().reads_writes(43, 27))
			.saturating_add(Weight::from_parts(10_000_000, 4_096).saturating_mul(d.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(2, 2).saturating_mul(d.into()))
	}
	fn set_status() -> Weight {
		Weight::from_parts(20_000_000, 2_048).saturating_add(ParityDbWeight::get().reads_writes(1, 1))
	}
	fn list_asset() -> Weight {
		Weight::from_parts(40_000_000, 7_168).saturating_add(ParityDbWeight::get().reads_writes(6, 1))
	}
	fn collect() -> Weight {
		Weight::from_parts(100_000_000, 16_384).saturating_add(ParityDbWeight::get().reads_writes(8, 8))
	}
	fn idle_round() -> Weight {
		Weight::from_parts(10_000_000, 3_072).saturating_add(ParityDbWeight::get().reads_writes(2, 1))
	}
	fn idle_peek() -> Weight {
		Weight::from_parts(10_000_000, 3_072).saturating_add(ParityDbWeight::get().reads_writes(3, 0))
	}
	fn idle_visit() -> Weight {
		Weight::from_parts(720_000_000, 202_752).saturating_add(ParityDbWeight::get().reads_writes(107, 91))
	}
	fn idle_exit() -> Weight {
		Weight::from_parts(100_000_000, 20_480).saturating_add(ParityDbWeight::get().reads_writes(10, 10))
	}
	fn pin(p: u32) -> Weight {
		Weight::from_parts(10_000_000, 2_048)
			.saturating_add(ParityDbWeight::get().reads_writes(2, 0))
			.saturating_add(Weight::from_parts(50_000_000, 7_168).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(4, 3).saturating_mul(p.into()))
	}
	fn release(p: u32) -> Weight {
		Weight::from_parts(10_000_000, 2_048)
			.saturating_add(ParityDbWeight::get().reads_writes(2, 0))
			.saturating_add(Weight::from_parts(50_000_000, 7_168).saturating_mul(p.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(4, 3).saturating_mul(p.into()))
	}
	fn line() -> Weight {
		Weight::from_parts(420_000_000, 151_552).saturating_add(ParityDbWeight::get().reads_writes(81, 67))
	}
	fn open_cover() -> Weight {
		Weight::from_parts(520_000_000, 167_936).saturating_add(ParityDbWeight::get().reads_writes(89, 75))
	}
	fn use_cover() -> Weight {
		Weight::from_parts(520_000_000, 155_648).saturating_add(ParityDbWeight::get().reads_writes(83, 69))
	}
	fn settle() -> Weight {
		Weight::from_parts(620_000_000, 210_944).saturating_add(ParityDbWeight::get().reads_writes(127, 79))
	}
}
