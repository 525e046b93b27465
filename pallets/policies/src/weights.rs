//! The weights of the calls, counted by hand: every storage access of the worst case at the database's price, and a
//! generous time for the processor. The benchmark tool will replace them.
//!
//! The pools' part is counted in: a quote asks each of the product's pools (16 at most) for its line, which may price
//! a month of unprocessed days, and a purchase may catch one pool up by as many.

use breakwater_primitives::MAX_POOLS_PER_PRODUCT;
use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, RuntimeDbWeight, Weight},
};

/// What each call costs at most.
pub trait WeightInfo {
	/// `list_product`: the product, its terms, its feed's list, the pools' register and list of assets.
	fn list_product() -> Weight;
	/// `update_terms`: the product and two versions of its terms.
	fn update_terms() -> Weight;
	/// `set_status`: the product.
	fn set_status() -> Weight;
	/// `buy`: a quote from all pools of the product, the premium's way, the policy and its indices.
	fn buy() -> Weight;
	/// `prune`: the policy, its indices, and the pool's books.
	fn prune() -> Weight;
}

/// Reads of one pool's line: clock, pool, lines, limits, freezes and pins, and 32 days of each of the two kinds of
/// buckets.
const READS_PER_LINE: u64 = 16 + 2 * 32;
/// Reads of a purchase besides: product, terms, flags, feed values of at most 32 operators, asset and accounts.
const READS_PER_PURCHASE: u64 = 64;
/// Writes of a purchase: 32 days of each of the two kinds of buckets, the pool's books and accounts, the policy and its
/// indices.
const WRITES_PER_PURCHASE: u64 = 2 * 32 + 32;

fn list_product(db: RuntimeDbWeight) -> Weight {
	Weight::from_parts(60_000_000, 16_384).saturating_add(db.reads_writes(8, 8))
}

fn update_terms(db: RuntimeDbWeight) -> Weight {
	Weight::from_parts(40_000_000, 8_192).saturating_add(db.reads_writes(3, 3))
}

fn set_status(db: RuntimeDbWeight) -> Weight {
	Weight::from_parts(30_000_000, 8_192).saturating_add(db.reads_writes(2, 2))
}

fn buy(db: RuntimeDbWeight) -> Weight {
	// Saturating: constants far below the bounds of 64 bits. One more line is the purchase's own.
	let lines = u64::from(MAX_POOLS_PER_PRODUCT).saturating_add(1);
	let reads = lines.saturating_mul(READS_PER_LINE).saturating_add(READS_PER_PURCHASE);
	Weight::from_parts(1_500_000_000, 262_144).saturating_add(db.reads_writes(reads, WRITES_PER_PURCHASE))
}

fn prune(db: RuntimeDbWeight) -> Weight {
	Weight::from_parts(60_000_000, 16_384).saturating_add(db.reads_writes(8, 5))
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn list_product() -> Weight {
		list_product(T::DbWeight::get())
	}
	fn update_terms() -> Weight {
		update_terms(T::DbWeight::get())
	}
	fn set_status() -> Weight {
		set_status(T::DbWeight::get())
	}
	fn buy() -> Weight {
		buy(T::DbWeight::get())
	}
	fn prune() -> Weight {
		prune(T::DbWeight::get())
	}
}

impl WeightInfo for () {
	fn list_product() -> Weight {
		list_product(ParityDbWeight::get())
	}
	fn update_terms() -> Weight {
		update_terms(ParityDbWeight::get())
	}
	fn set_status() -> Weight {
		set_status(ParityDbWeight::get())
	}
	fn buy() -> Weight {
		buy(ParityDbWeight::get())
	}
	fn prune() -> Weight {
		prune(ParityDbWeight::get())
	}
}
