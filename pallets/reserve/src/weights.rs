//! Weights of the reserve's calls, counted by hand: the storage reads and writes of the worst case and a generous time
//! for the work between them. The benchmark tool's numbers replace them later. A movement of an asset is counted with
//! its details, both asset accounts and both system accounts, as for a `pallet-assets` asset whose accounts are new.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::RocksDbWeight, RuntimeDbWeight, Weight},
};

/// Weights of the calls.
pub trait WeightInfo {
	/// `donate`
	fn donate() -> Weight;
	/// `admit_pool`
	fn admit_pool() -> Weight;
	/// `remove_pool`
	fn remove_pool() -> Weight;
}

/// Reads and writes of `donate`: the listing, the book, the asset, two asset accounts, two system accounts, holds and
/// freezes of the giver.
const DONATE: (u64, u64) = (9, 6);
/// The pool and its admission.
const ADMISSION: (u64, u64) = (2, 1);

/// 100 µs and 10 kB of proof for the work, and the database's price.
fn weigh((reads, writes): (u64, u64), db: RuntimeDbWeight) -> Weight {
	Weight::from_parts(100_000_000, 10_000).saturating_add(db.reads_writes(reads, writes))
}

/// Weights with the runtime's own database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn donate() -> Weight {
		weigh(DONATE, T::DbWeight::get())
	}
	fn admit_pool() -> Weight {
		weigh(ADMISSION, T::DbWeight::get())
	}
	fn remove_pool() -> Weight {
		weigh(ADMISSION, T::DbWeight::get())
	}
}

impl WeightInfo for () {
	fn donate() -> Weight {
		weigh(DONATE, RocksDbWeight::get())
	}
	fn admit_pool() -> Weight {
		weigh(ADMISSION, RocksDbWeight::get())
	}
	fn remove_pool() -> Weight {
		weigh(ADMISSION, RocksDbWeight::get())
	}
}
