//! Weights of the calls, counted by hand until `scripts/weights` writes this file: every storage access of the worst
//! case at the database's price, and a generous time for the processor.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What each of the pallet's pieces of work costs at most.
pub trait WeightInfo {
	/// Measured by the benchmark `list_product`.
	fn list_product() -> Weight;
	/// Measured by the benchmark `update_terms`.
	fn update_terms() -> Weight;
	/// Measured by the benchmark `set_status`.
	fn set_status() -> Weight;
	/// Measured by the benchmark `buy`.
	fn buy() -> Weight;
	/// Measured by the benchmark `prune`.
	fn prune() -> Weight;
	/// Measured by the benchmark `increase`.
	fn increase() -> Weight;
	/// Measured by the benchmark `extend`.
	fn extend() -> Weight;
	/// Measured by the benchmark `decrease`.
	fn decrease() -> Weight;
	/// Measured by the benchmark `cancel`.
	fn cancel() -> Weight;
	/// Measured by the benchmark `transfer`.
	fn transfer() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn list_product() -> Weight {
		Weight::from_parts(60_000_000, 16_384).saturating_add(T::DbWeight::get().reads_writes(8, 8))
	}
	fn update_terms() -> Weight {
		Weight::from_parts(40_000_000, 8_192).saturating_add(T::DbWeight::get().reads_writes(3, 3))
	}
	fn set_status() -> Weight {
		Weight::from_parts(30_000_000, 8_192).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}
	fn buy() -> Weight {
		// Reads: 17 lines (16 asked, one bought from) of 80 each, 64 besides.
		Weight::from_parts(1_500_000_000, 262_144).saturating_add(T::DbWeight::get().reads_writes(1_424, 96))
	}
	fn increase() -> Weight {
		Self::buy()
	}
	fn extend() -> Weight {
		Self::buy()
	}
	fn decrease() -> Weight {
		Self::buy()
	}
	fn cancel() -> Weight {
		Self::buy()
	}
	fn transfer() -> Weight {
		Self::buy()
	}
	fn prune() -> Weight {
		Weight::from_parts(60_000_000, 16_384).saturating_add(T::DbWeight::get().reads_writes(8, 5))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn list_product() -> Weight {
		Weight::from_parts(60_000_000, 16_384).saturating_add(ParityDbWeight::get().reads_writes(8, 8))
	}
	fn update_terms() -> Weight {
		Weight::from_parts(40_000_000, 8_192).saturating_add(ParityDbWeight::get().reads_writes(3, 3))
	}
	fn set_status() -> Weight {
		Weight::from_parts(30_000_000, 8_192).saturating_add(ParityDbWeight::get().reads_writes(2, 2))
	}
	fn buy() -> Weight {
		Weight::from_parts(1_500_000_000, 262_144)
			.saturating_add(ParityDbWeight::get().reads_writes(1_424, 96))
	}
	fn increase() -> Weight {
		Self::buy()
	}
	fn extend() -> Weight {
		Self::buy()
	}
	fn decrease() -> Weight {
		Self::buy()
	}
	fn cancel() -> Weight {
		Self::buy()
	}
	fn transfer() -> Weight {
		Self::buy()
	}
	fn prune() -> Weight {
		Weight::from_parts(60_000_000, 16_384).saturating_add(ParityDbWeight::get().reads_writes(8, 5))
	}
}
