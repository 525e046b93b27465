//! Weights of `breakwater_reserve`, counted by hand until `scripts/weights` writes this file: the reads and writes of the worst
//! case, with a generous time for the computation.

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
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn donate() -> Weight {
		Weight::from_parts(100_000_000, 15_360).saturating_add(T::DbWeight::get().reads_writes(9, 6))
	}
	fn admit_pool() -> Weight {
		Weight::from_parts(100_000_000, 3_072).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}
	fn remove_pool() -> Weight {
		Weight::from_parts(100_000_000, 3_072).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn donate() -> Weight {
		Weight::from_parts(100_000_000, 15_360).saturating_add(ParityDbWeight::get().reads_writes(9, 6))
	}
	fn admit_pool() -> Weight {
		Weight::from_parts(100_000_000, 3_072).saturating_add(ParityDbWeight::get().reads_writes(2, 1))
	}
	fn remove_pool() -> Weight {
		Weight::from_parts(100_000_000, 3_072).saturating_add(ParityDbWeight::get().reads_writes(2, 1))
	}
}
