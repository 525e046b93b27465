//! Weights of `breakwater_policies`, measured: written by `scripts/weights`, never by hand.
//!
//! 2026-11-21, AMD EPYC, wasm Compiled, 20 steps, 10 repeats, `frame-omni-bencher` (library 64.0.0). The worst case of each is
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
	/// Measured by the benchmark `collect_commission`.
	fn collect_commission() -> Weight;
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
	/// Measured by the benchmark `set_renewal`.
	fn set_renewal() -> Weight;
	/// Measured by the benchmark `renew`.
	fn renew() -> Weight;
	/// Measured by the benchmark `due_round`.
	fn due_round() -> Weight;
	/// Measured by the benchmark `due_hour`.
	fn due_hour() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	// Storage: `Policies::NextProduct` (r:1 w:1)
	// Proof: `Policies::NextProduct` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Policies::OnFeed` (r:1 w:1)
	// Proof: `Policies::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:1)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:0 w:1)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(241), added: 2716, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:0 w:1)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	fn list_product() -> Weight {
		// Fastest run: 27_601_000 picoseconds.
		Weight::from_parts(30_064_000, 3542)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	// Storage: `Policies::Products` (r:1 w:1)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:1)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(241), added: 2716, mode: `MaxEncodedLen`)
	fn update_terms() -> Weight {
		// Fastest run: 18_257_000 picoseconds.
		Weight::from_parts(19_999_000, 3706)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Policies::Products` (r:1 w:1)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	fn set_status() -> Weight {
		// Fastest run: 12_228_000 picoseconds.
		Weight::from_parts(13_510_000, 3592)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(241), added: 2716, mode: `MaxEncodedLen`)
	// Storage: `Pools::Clock` (r:1 w:0)
	// Proof: `Pools::Clock` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Ready` (r:1 w:0)
	// Proof: `Policies::Ready` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `OracleMembership::Members` (r:1 w:0)
	// Proof: `OracleMembership::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:32 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:12 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(598), added: 3073, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1357), added: 3832, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:515 w:99)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:515 w:99)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:64 w:12)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	// Storage: `Policies::NextPolicy` (r:1 w:1)
	// Proof: `Policies::NextPolicy` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:4 w:4)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:3 w:3)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:3)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:0 w:1)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:0 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByHolder` (r:0 w:1)
	// Proof: `Policies::ByHolder` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn buy() -> Weight {
		// Fastest run: 8_369_785_000 picoseconds.
		Weight::from_parts(8_764_441_000, 1618090)
			.saturating_add(T::DbWeight::get().reads(1207_u64))
			.saturating_add(T::DbWeight::get().writes(233_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	// Storage: `Pools::Clock` (r:1 w:0)
	// Proof: `Pools::Clock` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:3 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(598), added: 3073, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:0 w:1)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByHolder` (r:0 w:1)
	// Proof: `Policies::ByHolder` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn prune() -> Weight {
		// Fastest run: 123_474_000 picoseconds.
		Weight::from_parts(153_168_000, 10209)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(241), added: 2716, mode: `MaxEncodedLen`)
	// Storage: `Pools::Clock` (r:1 w:0)
	// Proof: `Pools::Clock` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Ready` (r:1 w:0)
	// Proof: `Policies::Ready` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `OracleMembership::Members` (r:1 w:0)
	// Proof: `OracleMembership::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:32 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:12 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(598), added: 3073, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1357), added: 3832, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:515 w:99)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:515 w:99)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:64 w:12)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:4 w:4)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:3 w:3)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:3)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn increase() -> Weight {
		// Fastest run: 8_348_843_000 picoseconds.
		Weight::from_parts(9_079_610_000, 1618090)
			.saturating_add(T::DbWeight::get().reads(1206_u64))
			.saturating_add(T::DbWeight::get().writes(229_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(241), added: 2716, mode: `MaxEncodedLen`)
	// Storage: `Pools::Clock` (r:1 w:0)
	// Proof: `Pools::Clock` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Ready` (r:1 w:0)
	// Proof: `Policies::Ready` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `OracleMembership::Members` (r:1 w:0)
	// Proof: `OracleMembership::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:32 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Timestamp::Now` (r:1 w:0)
	// Proof: `Timestamp::Now` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:12 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(598), added: 3073, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1357), added: 3832, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:518 w:102)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:518 w:102)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:64 w:12)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:4 w:4)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:3 w:3)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:3)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn extend() -> Weight {
		// Fastest run: 8_570_373_000 picoseconds.
		Weight::from_parts(9_272_376_000, 1627510)
			.saturating_add(T::DbWeight::get().reads(1212_u64))
			.saturating_add(T::DbWeight::get().writes(235_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(241), added: 2716, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:11 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:3 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(598), added: 3073, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:3 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1357), added: 3832, mode: `MaxEncodedLen`)
	// Storage: `Pools::Clock` (r:1 w:0)
	// Proof: `Pools::Clock` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:99 w:99)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:99 w:99)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:12 w:12)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:3 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:3 w:3)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:4 w:4)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:3)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn decrease() -> Weight {
		// Fastest run: 2_231_178_000 picoseconds.
		Weight::from_parts(3_439_374_000, 311850)
			.saturating_add(T::DbWeight::get().reads(244_u64))
			.saturating_add(T::DbWeight::get().writes(229_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(127), added: 2602, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:11 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:3 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(598), added: 3073, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:3 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1357), added: 3832, mode: `MaxEncodedLen`)
	// Storage: `Pools::Clock` (r:1 w:0)
	// Proof: `Pools::Clock` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:99 w:99)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:99 w:99)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:12 w:12)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:3 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:3 w:3)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:4 w:4)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:3)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:0 w:1)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByHolder` (r:0 w:1)
	// Proof: `Policies::ByHolder` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Fastest run: 2_190_927_000 picoseconds.
		Weight::from_parts(2_411_626_000, 311850)
			.saturating_add(T::DbWeight::get().reads(244_u64))
			.saturating_add(T::DbWeight::get().writes(232_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(420), added: 2895, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByHolder` (r:0 w:2)
	// Proof: `Policies::ByHolder` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn transfer() -> Weight {
		// Fastest run: 49_614_000 picoseconds.
		Weight::from_parts(70_625_000, 3885)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn update_facts() -> Weight {
		// Not measured yet: by hand, after calls that touch as much.
		Weight::from_parts(16_000_000, 3592)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_class_rules() -> Weight {
		// Not measured yet: by hand, after calls that touch as much.
		Weight::from_parts(12_000_000, 3700)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn propose_product() -> Weight {
		// Not measured yet: by hand, after calls that touch as much.
		Weight::from_parts(80_000_000, 3885)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn approve_product() -> Weight {
		// Not measured yet: by hand, after calls that touch as much.
		Weight::from_parts(60_000_000, 4500)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	fn withdraw_proposal() -> Weight {
		// Not measured yet: by hand, after calls that touch as much.
		Weight::from_parts(60_000_000, 4500)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn delist() -> Weight {
		// Not measured yet: by hand, after calls that touch as much.
		Weight::from_parts(75_000_000, 4500)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn collect_commission() -> Weight {
		Weight::from_parts(120_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn set_renewal() -> Weight {
		// Not measured yet: modelled on what is alike.
		Weight::from_parts(200_000_000, 7000)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn renew() -> Weight {
		// Not measured yet: modelled on what is alike.
		Weight::from_parts(9_600_000_000, 1650000)
			.saturating_add(T::DbWeight::get().reads(1220_u64))
			.saturating_add(T::DbWeight::get().writes(245_u64))
	}
	fn due_round() -> Weight {
		// Not measured yet: modelled on what is alike.
		Weight::from_parts(10_000_000, 1500)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn due_hour() -> Weight {
		// Not measured yet: modelled on what is alike.
		Weight::from_parts(15_000_000, 3000).saturating_add(T::DbWeight::get().reads(1_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn list_product() -> Weight {
		Weight::from_parts(30_064_000, 3542)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn update_terms() -> Weight {
		Weight::from_parts(19_999_000, 3706)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_status() -> Weight {
		Weight::from_parts(13_510_000, 3592)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn buy() -> Weight {
		Weight::from_parts(8_764_441_000, 1618090)
			.saturating_add(ParityDbWeight::get().reads(1207_u64))
			.saturating_add(ParityDbWeight::get().writes(233_u64))
	}
	fn prune() -> Weight {
		Weight::from_parts(153_168_000, 10209)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn increase() -> Weight {
		Weight::from_parts(9_079_610_000, 1618090)
			.saturating_add(ParityDbWeight::get().reads(1206_u64))
			.saturating_add(ParityDbWeight::get().writes(229_u64))
	}
	fn extend() -> Weight {
		Weight::from_parts(9_272_376_000, 1627510)
			.saturating_add(ParityDbWeight::get().reads(1212_u64))
			.saturating_add(ParityDbWeight::get().writes(235_u64))
	}
	fn decrease() -> Weight {
		Weight::from_parts(3_439_374_000, 311850)
			.saturating_add(ParityDbWeight::get().reads(244_u64))
			.saturating_add(ParityDbWeight::get().writes(229_u64))
	}
	fn cancel() -> Weight {
		Weight::from_parts(2_411_626_000, 311850)
			.saturating_add(ParityDbWeight::get().reads(244_u64))
			.saturating_add(ParityDbWeight::get().writes(232_u64))
	}
	fn transfer() -> Weight {
		Weight::from_parts(70_625_000, 3885)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn update_facts() -> Weight {
		// Not measured yet: by hand, after calls that touch as much.
		Weight::from_parts(16_000_000, 3592)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_class_rules() -> Weight {
		// Not measured yet: by hand, after calls that touch as much.
		Weight::from_parts(12_000_000, 3700)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn propose_product() -> Weight {
		// Not measured yet: by hand, after calls that touch as much.
		Weight::from_parts(80_000_000, 3885)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn approve_product() -> Weight {
		// Not measured yet: by hand, after calls that touch as much.
		Weight::from_parts(60_000_000, 4500)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn withdraw_proposal() -> Weight {
		// Not measured yet: by hand, after calls that touch as much.
		Weight::from_parts(60_000_000, 4500)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn delist() -> Weight {
		// Not measured yet: by hand, after calls that touch as much.
		Weight::from_parts(75_000_000, 4500)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn collect_commission() -> Weight {
		Weight::from_parts(120_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn set_renewal() -> Weight {
		Weight::from_parts(200_000_000, 7000)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn renew() -> Weight {
		Weight::from_parts(9_600_000_000, 1650000)
			.saturating_add(ParityDbWeight::get().reads(1220_u64))
			.saturating_add(ParityDbWeight::get().writes(245_u64))
	}
	fn due_round() -> Weight {
		Weight::from_parts(10_000_000, 1500)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn due_hour() -> Weight {
		Weight::from_parts(15_000_000, 3000).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
}
