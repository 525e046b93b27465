//! Weights of `breakwater_feeds`, modelled by hand: the reads and writes of each at its worst, and a time that is longer than
//! that of like work in the pallets that are measured. To be replaced by what `scripts/weights` writes; the worst case of each
//! is described at the benchmark of the same name in `benchmarking.rs`.

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
	fn resign(feeds: u32) -> Weight;
	/// Measured by the benchmark `dismiss`.
	fn dismiss(feeds: u32) -> Weight;
	/// Measured by the benchmark `slash`.
	fn slash(feeds: u32) -> Weight;
	/// Measured by the benchmark `top_up`.
	fn top_up() -> Weight;
	/// Measured by the benchmark `withdraw_bond`.
	fn withdraw_bond() -> Weight;
	/// Measured by the benchmark `swap_key`.
	fn swap_key(feeds: u32) -> Weight;
	/// Measured by the benchmark `set_feed`.
	fn set_feed() -> Weight;
	/// Measured by the benchmark `fund`.
	fn fund() -> Weight;
	/// Measured by the benchmark `collect`.
	fn collect() -> Weight;
	/// Measured by the benchmark `reward`.
	fn reward() -> Weight;
	/// Measured by the benchmark `idle`.
	fn idle() -> Weight;
	/// Measured by the benchmark `read_again`.
	fn read_again() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// The record, the places.
	fn appoint() -> Weight {
		Weight::from_parts(15_000_000, 6700)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// The record, the parameter, the hold, the account, the members.
	fn accept() -> Weight {
		Weight::from_parts(60_000_000, 14500)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// The record, the parameter, the clock, the places, the members, the watched feeds, the queue; and each value.
	fn resign(feeds: u32) -> Weight {
		Weight::from_parts(35_000_000, 19700)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(6_000_000, 2_560).saturating_mul(feeds.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(feeds.into()))
	}
	// As `resign`, without the queue; the reading of the feeds is not in it.
	fn dismiss(feeds: u32) -> Weight {
		Weight::from_parts(35_000_000, 17100)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(6_000_000, 2_560).saturating_mul(feeds.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(feeds.into()))
	}
	// The record, the parameter, the hold, the account, the reserve's book, account and list, the members, the watched feeds; and each value; the reading of the feeds is not in it.
	fn slash(feeds: u32) -> Weight {
		Weight::from_parts(110_000_000, 30100)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(6_000_000, 2_560).saturating_mul(feeds.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(feeds.into()))
	}
	// As `accept`.
	fn top_up() -> Weight {
		Weight::from_parts(60_000_000, 14500)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// The record, the clock, the hold, the account.
	fn withdraw_bond() -> Weight {
		Weight::from_parts(50_000_000, 11900)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Both records, rewards, holds and accounts, the members, the watched feeds; and each value; the reading of the feeds is not in it.
	fn swap_key(feeds: u32) -> Weight {
		Weight::from_parts(110_000_000, 27500)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
			.saturating_add(Weight::from_parts(6_000_000, 2_560).saturating_mul(feeds.into()))
			.saturating_add(T::DbWeight::get().reads_writes(1, 1).saturating_mul(feeds.into()))
	}
	// The rules; what is told of it is added by the call.
	fn set_feed() -> Weight {
		Weight::from_parts(15_000_000, 4100)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// The pot, both accounts.
	fn fund() -> Weight {
		Weight::from_parts(55_000_000, 9300)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// The rewards, the pot, both accounts.
	fn collect() -> Weight {
		Weight::from_parts(60_000_000, 11900)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// The rules, the pot, the clock, the list of the interval, the members twice, the watched feeds, five parameters, the rewards, and 32 values.
	fn reward() -> Weight {
		Weight::from_parts(120_000_000, 121100)
			.saturating_add(T::DbWeight::get().reads(46_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// The queue.
	fn idle() -> Weight {
		Weight::from_parts(3_000_000, 4100)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(0_u64))
	}
	// The queue; what is told of it is added.
	fn read_again() -> Weight {
		Weight::from_parts(5_000_000, 1500)
			.saturating_add(T::DbWeight::get().reads(0_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn appoint() -> Weight {
		Weight::from_parts(15_000_000, 6700)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn accept() -> Weight {
		Weight::from_parts(60_000_000, 14500)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn resign(feeds: u32) -> Weight {
		Weight::from_parts(35_000_000, 19700)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
			.saturating_add(Weight::from_parts(6_000_000, 2_560).saturating_mul(feeds.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(1, 1).saturating_mul(feeds.into()))
	}
	fn dismiss(feeds: u32) -> Weight {
		Weight::from_parts(35_000_000, 17100)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
			.saturating_add(Weight::from_parts(6_000_000, 2_560).saturating_mul(feeds.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(1, 1).saturating_mul(feeds.into()))
	}
	fn slash(feeds: u32) -> Weight {
		Weight::from_parts(110_000_000, 30100)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
			.saturating_add(Weight::from_parts(6_000_000, 2_560).saturating_mul(feeds.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(1, 1).saturating_mul(feeds.into()))
	}
	fn top_up() -> Weight {
		Weight::from_parts(60_000_000, 14500)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn withdraw_bond() -> Weight {
		Weight::from_parts(50_000_000, 11900)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn swap_key(feeds: u32) -> Weight {
		Weight::from_parts(110_000_000, 27500)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
			.saturating_add(Weight::from_parts(6_000_000, 2_560).saturating_mul(feeds.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(1, 1).saturating_mul(feeds.into()))
	}
	fn set_feed() -> Weight {
		Weight::from_parts(15_000_000, 4100)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn fund() -> Weight {
		Weight::from_parts(55_000_000, 9300)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(60_000_000, 11900)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn reward() -> Weight {
		Weight::from_parts(120_000_000, 121100)
			.saturating_add(ParityDbWeight::get().reads(46_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn idle() -> Weight {
		Weight::from_parts(3_000_000, 4100)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(0_u64))
	}
	fn read_again() -> Weight {
		Weight::from_parts(5_000_000, 1500)
			.saturating_add(ParityDbWeight::get().reads(0_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
