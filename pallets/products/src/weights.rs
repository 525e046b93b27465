// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_products`, measured: written by `scripts/weights`, never by hand.
//!
//! 2026-11-29, AMD EPYC, wasm Compiled, 20 steps, 10 repeats, `frame-omni-bencher` (library 64.0.0). The worst case of each is
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
	/// Measured by the benchmark `set_admission_rules`.
	fn set_admission_rules() -> Weight;
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
	// Storage: `Feeds::Rules` (r:3 w:3)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Products::NextProduct` (r:1 w:1)
	// Proof: `Products::NextProduct` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Products::OnFeed` (r:3 w:3)
	// Proof: `Products::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:1)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Pools::AssetGroups` (r:1 w:0)
	// Proof: `Pools::AssetGroups` (`max_values`: None, `max_size`: Some(23), added: 2498, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:0 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Products::Wordings` (r:0 w:1)
	// Proof: `Products::Wordings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn list_product() -> Weight {
		// Fastest run: 112_457_000 picoseconds.
		Weight::from_parts(119_868_000, 8646)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	// Storage: `Products::Products` (r:1 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Products::Wordings` (r:1 w:1)
	// Proof: `Products::Wordings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Rules` (r:3 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Products::EarlierTerms` (r:0 w:1)
	// Proof: `Products::EarlierTerms` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	fn update_terms() -> Weight {
		// Fastest run: 32_358_000 picoseconds.
		Weight::from_parts(34_602_000, 8610)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Products::Products` (r:1 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	fn set_status() -> Weight {
		// Fastest run: 13_851_000 picoseconds.
		Weight::from_parts(15_142_000, 3887)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Products::Products` (r:1 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	fn update_facts() -> Weight {
		// Fastest run: 14_491_000 picoseconds.
		Weight::from_parts(16_084_000, 3887)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Products::Rules` (r:1 w:1)
	// Proof: `Products::Rules` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn set_class_rules() -> Weight {
		// Fastest run: 11_917_000 picoseconds.
		Weight::from_parts(13_290_000, 3694)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Products::Admissions` (r:1 w:1)
	// Proof: `Products::Admissions` (`max_values`: None, `max_size`: Some(30), added: 2505, mode: `MaxEncodedLen`)
	fn set_admission_rules() -> Weight {
		// Fastest run: 11_087_000 picoseconds.
		Weight::from_parts(12_518_000, 3495)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Feeds::Rules` (r:3 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Products::NextProduct` (r:1 w:0)
	// Proof: `Products::NextProduct` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Products::OnFeed` (r:3 w:0)
	// Proof: `Products::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:0)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Pools::AssetGroups` (r:1 w:0)
	// Proof: `Pools::AssetGroups` (`max_values`: None, `max_size`: Some(23), added: 2498, mode: `MaxEncodedLen`)
	// Storage: `Products::NextProposal` (r:1 w:1)
	// Proof: `Products::NextProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Products::Proposals` (r:0 w:1)
	// Proof: `Products::Proposals` (`max_values`: None, `max_size`: Some(723), added: 3198, mode: `MaxEncodedLen`)
	fn propose_product() -> Weight {
		// Fastest run: 170_123_000 picoseconds.
		Weight::from_parts(179_426_000, 8646)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Products::Proposals` (r:1 w:1)
	// Proof: `Products::Proposals` (`max_values`: None, `max_size`: Some(723), added: 3198, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Rules` (r:3 w:3)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Products::NextProduct` (r:1 w:1)
	// Proof: `Products::NextProduct` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Products::OnFeed` (r:3 w:3)
	// Proof: `Products::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:1)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Pools::AssetGroups` (r:1 w:0)
	// Proof: `Pools::AssetGroups` (`max_values`: None, `max_size`: Some(23), added: 2498, mode: `MaxEncodedLen`)
	// Storage: `Products::Products` (r:0 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Products::Sponsors` (r:0 w:1)
	// Proof: `Products::Sponsors` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Products::Wordings` (r:0 w:1)
	// Proof: `Products::Wordings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn approve_product() -> Weight {
		// Fastest run: 123_673_000 picoseconds.
		Weight::from_parts(130_374_000, 8646)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	// Storage: `Products::Proposals` (r:1 w:1)
	// Proof: `Products::Proposals` (`max_values`: None, `max_size`: Some(723), added: 3198, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn withdraw_proposal() -> Weight {
		// Fastest run: 51_497_000 picoseconds.
		Weight::from_parts(55_593_000, 4188)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Products::Products` (r:1 w:1)
	// Proof: `Products::Products` (`max_values`: None, `max_size`: Some(422), added: 2897, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:1 w:0)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Products::Sponsors` (r:1 w:1)
	// Proof: `Products::Sponsors` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	// Storage: `Products::OnFeed` (r:3 w:3)
	// Proof: `Products::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	fn delist() -> Weight {
		// Fastest run: 77_465_000 picoseconds.
		Weight::from_parts(82_382_000, 8646)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn list_product() -> Weight {
		Weight::from_parts(119_868_000, 8646)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn update_terms() -> Weight {
		Weight::from_parts(34_602_000, 8610)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_status() -> Weight {
		Weight::from_parts(15_142_000, 3887)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn update_facts() -> Weight {
		Weight::from_parts(16_084_000, 3887)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_class_rules() -> Weight {
		Weight::from_parts(13_290_000, 3694)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_admission_rules() -> Weight {
		Weight::from_parts(12_518_000, 3495)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn propose_product() -> Weight {
		Weight::from_parts(179_426_000, 8646)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn approve_product() -> Weight {
		Weight::from_parts(130_374_000, 8646)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn withdraw_proposal() -> Weight {
		Weight::from_parts(55_593_000, 4188)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn delist() -> Weight {
		Weight::from_parts(82_382_000, 8646)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
}
