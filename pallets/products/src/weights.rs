//! Weights of `breakwater_products`, measured: written by `scripts/weights`, never by hand.
//!
//! 2026-11-22, AMD EPYC, wasm Compiled, 10 steps, 10 repeats, `frame-omni-bencher` (library 64.0.0). The worst case of each is
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
	/// Measured by the benchmark `list_product`.
	fn list_product() -> Weight;
	/// Measured by the benchmark `update_terms`.
	fn update_terms() -> Weight;
	/// Measured by the benchmark `set_status`.
	fn set_status() -> Weight;
	/// Measured by the benchmark `update_facts`.
	fn update_facts() -> Weight;
	/// Measured by the benchmark `set_class_rules`.
	fn set_class_rules() -> Weight;
	/// Measured by the benchmark `propose_product`.
	fn propose_product() -> Weight;
	/// Measured by the benchmark `approve_product`.
	fn approve_product() -> Weight;
	/// Measured by the benchmark `withdraw_proposal`.
	fn withdraw_proposal() -> Weight;
	/// Measured by the benchmark `delist`.
	fn delist() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Products::NextProduct` (r:1 w:1)
	// Proof: `Products::NextProduct` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Products::OnFeed` (r:3 w:3)
	// Proof: `Products::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:1)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Products::Facts` (r:0 w:1)
	// Proof: `Products::Facts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	// Storage: `Products::TermsOf` (r:0 w:1)
	// Proof: `Products::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:0 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Products::Wordings` (r:0 w:1)
	// Proof: `Products::Wordings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn list_product() -> Weight {
		// Fastest run: 47_341_000 picoseconds.
		Weight::from_parts(52_928_000, 8646)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	// Storage: `Products::Products` (r:1 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Products::TermsOf` (r:1 w:1)
	// Proof: `Products::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Products::Wordings` (r:1 w:1)
	// Proof: `Products::Wordings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn update_terms() -> Weight {
		// Fastest run: 28_092_000 picoseconds.
		Weight::from_parts(31_497_000, 3747)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Products::Products` (r:1 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	fn set_status() -> Weight {
		// Fastest run: 14_381_000 picoseconds.
		Weight::from_parts(16_234_000, 3604)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Products::Products` (r:1 w:0)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Products::Facts` (r:1 w:1)
	// Proof: `Products::Facts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn update_facts() -> Weight {
		// Fastest run: 21_102_000 picoseconds.
		Weight::from_parts(23_415_000, 3604)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Products::Rules` (r:1 w:1)
	// Proof: `Products::Rules` (`max_values`: None, `max_size`: Some(205), added: 2680, mode: `MaxEncodedLen`)
	fn set_class_rules() -> Weight {
		// Fastest run: 11_757_000 picoseconds.
		Weight::from_parts(13_190_000, 3670)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Products::NextProduct` (r:1 w:0)
	// Proof: `Products::NextProduct` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Products::OnFeed` (r:3 w:0)
	// Proof: `Products::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:0)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Products::NextProposal` (r:1 w:1)
	// Proof: `Products::NextProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Products::Proposals` (r:0 w:1)
	// Proof: `Products::Proposals` (`max_values`: None, `max_size`: Some(719), added: 3194, mode: `MaxEncodedLen`)
	fn propose_product() -> Weight {
		// Fastest run: 109_252_000 picoseconds.
		Weight::from_parts(123_023_000, 8646)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Products::Proposals` (r:1 w:1)
	// Proof: `Products::Proposals` (`max_values`: None, `max_size`: Some(719), added: 3194, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Products::NextProduct` (r:1 w:1)
	// Proof: `Products::NextProduct` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Products::OnFeed` (r:3 w:3)
	// Proof: `Products::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:1)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Products::Facts` (r:0 w:1)
	// Proof: `Products::Facts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	// Storage: `Products::TermsOf` (r:0 w:1)
	// Proof: `Products::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:0 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Products::Sponsors` (r:0 w:1)
	// Proof: `Products::Sponsors` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Products::Wordings` (r:0 w:1)
	// Proof: `Products::Wordings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn approve_product() -> Weight {
		// Fastest run: 60_650_000 picoseconds.
		Weight::from_parts(72_578_000, 8646)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	// Storage: `Products::Proposals` (r:1 w:1)
	// Proof: `Products::Proposals` (`max_values`: None, `max_size`: Some(719), added: 3194, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	fn withdraw_proposal() -> Weight {
		// Fastest run: 54_301_000 picoseconds.
		Weight::from_parts(63_384_000, 4184)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Products::Products` (r:1 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:1 w:0)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Products::Sponsors` (r:1 w:1)
	// Proof: `Products::Sponsors` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Products::OnFeed` (r:3 w:3)
	// Proof: `Products::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Policies::Ready` (r:1 w:1)
	// Proof: `Policies::Ready` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn delist() -> Weight {
		// Fastest run: 88_351_000 picoseconds.
		Weight::from_parts(131_505_000, 8646)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn list_product() -> Weight {
		Weight::from_parts(52_928_000, 8646)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn update_terms() -> Weight {
		Weight::from_parts(31_497_000, 3747)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_status() -> Weight {
		Weight::from_parts(16_234_000, 3604)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn update_facts() -> Weight {
		Weight::from_parts(23_415_000, 3604)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_class_rules() -> Weight {
		Weight::from_parts(13_190_000, 3670)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn propose_product() -> Weight {
		Weight::from_parts(123_023_000, 8646)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn approve_product() -> Weight {
		Weight::from_parts(72_578_000, 8646)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn withdraw_proposal() -> Weight {
		Weight::from_parts(63_384_000, 4184)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn delist() -> Weight {
		Weight::from_parts(131_505_000, 8646)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
}
