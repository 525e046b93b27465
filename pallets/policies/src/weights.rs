//! Weights of `breakwater_policies`, measured: written by `scripts/weights`, never by hand.
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
	/// Measured by the benchmark `collect_commission`.
	fn collect_commission() -> Weight;
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
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Policies::NextProduct` (r:1 w:1)
	// Proof: `Policies::NextProduct` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Policies::OnFeed` (r:3 w:3)
	// Proof: `Policies::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:1)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Policies::Facts` (r:0 w:1)
	// Proof: `Policies::Facts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:0 w:1)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:0 w:1)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::Wordings` (r:0 w:1)
	// Proof: `Policies::Wordings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn list_product() -> Weight {
		// Fastest run: 47_341_000 picoseconds.
		Weight::from_parts(52_928_000, 8646)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	// Storage: `Policies::Products` (r:1 w:1)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:1)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Policies::Wordings` (r:1 w:1)
	// Proof: `Policies::Wordings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn update_terms() -> Weight {
		// Fastest run: 28_092_000 picoseconds.
		Weight::from_parts(31_497_000, 3747)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Policies::Products` (r:1 w:1)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	fn set_status() -> Weight {
		// Fastest run: 14_381_000 picoseconds.
		Weight::from_parts(16_234_000, 3604)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Policies::Facts` (r:1 w:0)
	// Proof: `Policies::Facts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	// Storage: `Policies::Rules` (r:1 w:0)
	// Proof: `Policies::Rules` (`max_values`: None, `max_size`: Some(205), added: 2680, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Rules` (r:3 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:15 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:0)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:96 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Ready` (r:1 w:0)
	// Proof: `Policies::Ready` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:515 w:99)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:515 w:99)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:64 w:12)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:1)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Policies::NextPolicy` (r:1 w:1)
	// Proof: `Policies::NextPolicy` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:5 w:5)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:3 w:3)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:3)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:0 w:1)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::Commissions` (r:0 w:1)
	// Proof: `Policies::Commissions` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	// Storage: `Policies::Policies` (r:0 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByHolder` (r:0 w:1)
	// Proof: `Policies::ByHolder` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn buy() -> Weight {
		// Fastest run: 10_416_358_000 picoseconds.
		Weight::from_parts(11_190_609_000, 1618090)
			.saturating_add(T::DbWeight::get().reads(1279_u64))
			.saturating_add(T::DbWeight::get().writes(237_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::KeptUntil` (r:1 w:0)
	// Proof: `Policies::KeptUntil` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:3 w:0)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewals` (r:1 w:1)
	// Proof: `Policies::Renewals` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:3 w:3)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:2 w:2)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:3 w:3)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:1)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Policies::Commissions` (r:1 w:1)
	// Proof: `Policies::Commissions` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:0 w:1)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::RenewalsDue` (r:0 w:1)
	// Proof: `Policies::RenewalsDue` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::Positions` (r:0 w:1)
	// Proof: `Policies::Positions` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewed` (r:0 w:1)
	// Proof: `Policies::Renewed` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByHolder` (r:0 w:1)
	// Proof: `Policies::ByHolder` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn prune() -> Weight {
		// Fastest run: 352_644_000 picoseconds.
		Weight::from_parts(405_102_000, 10257)
			.saturating_add(T::DbWeight::get().reads(20_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Policies::Facts` (r:1 w:0)
	// Proof: `Policies::Facts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	// Storage: `Policies::Rules` (r:1 w:0)
	// Proof: `Policies::Rules` (`max_values`: None, `max_size`: Some(205), added: 2680, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Rules` (r:3 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:15 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:0)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:96 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Ready` (r:1 w:0)
	// Proof: `Policies::Ready` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:515 w:99)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:515 w:99)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:64 w:12)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:1)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
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
	// Storage: `Policies::Renewed` (r:0 w:1)
	// Proof: `Policies::Renewed` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn increase() -> Weight {
		// Fastest run: 9_705_490_000 picoseconds.
		Weight::from_parts(10_253_125_000, 1618090)
			.saturating_add(T::DbWeight::get().reads(1276_u64))
			.saturating_add(T::DbWeight::get().writes(231_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Policies::Facts` (r:1 w:0)
	// Proof: `Policies::Facts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	// Storage: `Policies::Rules` (r:1 w:0)
	// Proof: `Policies::Rules` (`max_values`: None, `max_size`: Some(205), added: 2680, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Rules` (r:3 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:15 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:0)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:96 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Ready` (r:1 w:0)
	// Proof: `Policies::Ready` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:518 w:102)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:518 w:102)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:64 w:12)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:16 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
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
	// Storage: `Policies::Renewed` (r:0 w:1)
	// Proof: `Policies::Renewed` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	fn extend() -> Weight {
		// Fastest run: 10_000_660_000 picoseconds.
		Weight::from_parts(10_678_577_000, 1627510)
			.saturating_add(T::DbWeight::get().reads(1281_u64))
			.saturating_add(T::DbWeight::get().writes(236_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::Facts` (r:1 w:0)
	// Proof: `Policies::Facts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	// Storage: `Policies::Rules` (r:1 w:0)
	// Proof: `Policies::Rules` (`max_values`: None, `max_size`: Some(205), added: 2680, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Rules` (r:3 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:15 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:0)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:96 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Policies::Commissions` (r:1 w:1)
	// Proof: `Policies::Commissions` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:5 w:5)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:1)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:3 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:3 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:99 w:99)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:99 w:99)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:12 w:12)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:3 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:3 w:3)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:3)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	fn decrease() -> Weight {
		// Fastest run: 2_936_396_000 picoseconds.
		Weight::from_parts(3_345_634_000, 311850)
			.saturating_add(T::DbWeight::get().reads(353_u64))
			.saturating_add(T::DbWeight::get().writes(232_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::Facts` (r:1 w:0)
	// Proof: `Policies::Facts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	// Storage: `Policies::Rules` (r:1 w:0)
	// Proof: `Policies::Rules` (`max_values`: None, `max_size`: Some(205), added: 2680, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Rules` (r:3 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:15 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:0)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:96 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Policies::Commissions` (r:1 w:1)
	// Proof: `Policies::Commissions` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:6 w:6)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Policies::Insured` (r:1 w:1)
	// Proof: `Policies::Insured` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:3 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:3 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:99 w:99)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:99 w:99)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:12 w:12)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Pools::Frozen` (r:3 w:0)
	// Proof: `Pools::Frozen` (`max_values`: None, `max_size`: Some(526), added: 3001, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:3 w:3)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewals` (r:1 w:1)
	// Proof: `Policies::Renewals` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:3)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:0 w:1)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::RenewalsDue` (r:0 w:1)
	// Proof: `Policies::RenewalsDue` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::Positions` (r:0 w:1)
	// Proof: `Policies::Positions` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewed` (r:0 w:1)
	// Proof: `Policies::Renewed` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByHolder` (r:0 w:1)
	// Proof: `Policies::ByHolder` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Fastest run: 3_264_834_000 picoseconds.
		Weight::from_parts(3_555_136_000, 311850)
			.saturating_add(T::DbWeight::get().reads(358_u64))
			.saturating_add(T::DbWeight::get().writes(242_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:0)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::Commissions` (r:1 w:1)
	// Proof: `Policies::Commissions` (`max_values`: None, `max_size`: Some(108), added: 2583, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn collect_commission() -> Weight {
		// Fastest run: 133_118_000 picoseconds.
		Weight::from_parts(175_611_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewals` (r:1 w:1)
	// Proof: `Policies::Renewals` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Policies::RenewalsDue` (r:0 w:1)
	// Proof: `Policies::RenewalsDue` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByHolder` (r:0 w:2)
	// Proof: `Policies::ByHolder` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	fn transfer() -> Weight {
		// Fastest run: 209_382_000 picoseconds.
		Weight::from_parts(251_915_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::Facts` (r:1 w:1)
	// Proof: `Policies::Facts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	fn update_facts() -> Weight {
		// Fastest run: 21_102_000 picoseconds.
		Weight::from_parts(23_415_000, 3604)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Policies::Rules` (r:1 w:1)
	// Proof: `Policies::Rules` (`max_values`: None, `max_size`: Some(205), added: 2680, mode: `MaxEncodedLen`)
	fn set_class_rules() -> Weight {
		// Fastest run: 11_757_000 picoseconds.
		Weight::from_parts(13_190_000, 3670)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Policies::NextProduct` (r:1 w:0)
	// Proof: `Policies::NextProduct` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Policies::OnFeed` (r:3 w:0)
	// Proof: `Policies::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:0)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Policies::NextProposal` (r:1 w:1)
	// Proof: `Policies::NextProposal` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Policies::Proposals` (r:0 w:1)
	// Proof: `Policies::Proposals` (`max_values`: None, `max_size`: Some(719), added: 3194, mode: `MaxEncodedLen`)
	fn propose_product() -> Weight {
		// Fastest run: 109_252_000 picoseconds.
		Weight::from_parts(123_023_000, 8646)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Policies::Proposals` (r:1 w:1)
	// Proof: `Policies::Proposals` (`max_values`: None, `max_size`: Some(719), added: 3194, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Policies::NextProduct` (r:1 w:1)
	// Proof: `Policies::NextProduct` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Policies::OnFeed` (r:3 w:3)
	// Proof: `Policies::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Products` (r:1 w:1)
	// Proof: `Pools::Products` (`max_values`: None, `max_size`: Some(19), added: 2494, mode: `MaxEncodedLen`)
	// Storage: `Pools::ListedAssets` (r:1 w:0)
	// Proof: `Pools::ListedAssets` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Policies::Facts` (r:0 w:1)
	// Proof: `Policies::Facts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:0 w:1)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:0 w:1)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::Sponsors` (r:0 w:1)
	// Proof: `Policies::Sponsors` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Policies::Wordings` (r:0 w:1)
	// Proof: `Policies::Wordings` (`max_values`: None, `max_size`: Some(282), added: 2757, mode: `MaxEncodedLen`)
	fn approve_product() -> Weight {
		// Fastest run: 60_650_000 picoseconds.
		Weight::from_parts(72_578_000, 8646)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	// Storage: `Policies::Proposals` (r:1 w:1)
	// Proof: `Policies::Proposals` (`max_values`: None, `max_size`: Some(719), added: 3194, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	fn withdraw_proposal() -> Weight {
		// Fastest run: 54_301_000 picoseconds.
		Weight::from_parts(63_384_000, 4184)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Policies::Products` (r:1 w:1)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::ByProduct` (r:1 w:0)
	// Proof: `Policies::ByProduct` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	// Storage: `Policies::Sponsors` (r:1 w:1)
	// Proof: `Policies::Sponsors` (`max_values`: None, `max_size`: Some(60), added: 2535, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Policies::OnFeed` (r:3 w:3)
	// Proof: `Policies::OnFeed` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Policies::Ready` (r:1 w:1)
	// Proof: `Policies::Ready` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	fn delist() -> Weight {
		// Fastest run: 88_351_000 picoseconds.
		Weight::from_parts(131_505_000, 8646)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:0)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewals` (r:1 w:1)
	// Proof: `Policies::Renewals` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:2 w:2)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Balances::Holds` (r:1 w:1)
	// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(175), added: 2650, mode: `MaxEncodedLen`)
	// Storage: `Policies::NextDueHour` (r:1 w:1)
	// Proof: `Policies::NextDueHour` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Policies::RenewalsDue` (r:0 w:1)
	// Proof: `Policies::RenewalsDue` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn set_renewal() -> Weight {
		// Fastest run: 254_869_000 picoseconds.
		Weight::from_parts(360_115_000, 6208)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	// Storage: `Policies::Policies` (r:1 w:1)
	// Proof: `Policies::Policies` (`max_values`: None, `max_size`: Some(436), added: 2911, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewals` (r:1 w:1)
	// Proof: `Policies::Renewals` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Policies::Products` (r:1 w:0)
	// Proof: `Policies::Products` (`max_values`: None, `max_size`: Some(139), added: 2614, mode: `MaxEncodedLen`)
	// Storage: `Policies::TermsOf` (r:1 w:0)
	// Proof: `Policies::TermsOf` (`max_values`: None, `max_size`: Some(265), added: 2740, mode: `MaxEncodedLen`)
	// Storage: `Policies::Facts` (r:1 w:0)
	// Proof: `Policies::Facts` (`max_values`: None, `max_size`: Some(50), added: 2525, mode: `MaxEncodedLen`)
	// Storage: `Policies::Rules` (r:1 w:0)
	// Proof: `Policies::Rules` (`max_values`: None, `max_size`: Some(205), added: 2680, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Rules` (r:3 w:0)
	// Proof: `Feeds::Rules` (`max_values`: None, `max_size`: Some(65), added: 2540, mode: `MaxEncodedLen`)
	// Storage: `Parameters::Parameters` (r:15 w:0)
	// Proof: `Parameters::Parameters` (`max_values`: None, `max_size`: Some(36), added: 2511, mode: `MaxEncodedLen`)
	// Storage: `Feeds::Members` (r:1 w:0)
	// Proof: `Feeds::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	// Storage: `Oracle::RawValues` (r:96 w:0)
	// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	// Storage: `Policies::OpenIncidents` (r:1 w:0)
	// Proof: `Policies::OpenIncidents` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	// Storage: `Policies::Ready` (r:1 w:0)
	// Proof: `Policies::Ready` (`max_values`: None, `max_size`: Some(12), added: 2487, mode: `MaxEncodedLen`)
	// Storage: `Pools::Underwriters` (r:1 w:0)
	// Proof: `Pools::Underwriters` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	// Storage: `Pools::Pools` (r:16 w:3)
	// Proof: `Pools::Pools` (`max_values`: None, `max_size`: Some(614), added: 3089, mode: `MaxEncodedLen`)
	// Storage: `Pools::PoolLines` (r:16 w:3)
	// Proof: `Pools::PoolLines` (`max_values`: None, `max_size`: Some(1997), added: 4472, mode: `MaxEncodedLen`)
	// Storage: `Pools::PremiumEnds` (r:518 w:102)
	// Proof: `Pools::PremiumEnds` (`max_values`: None, `max_size`: Some(156), added: 2631, mode: `MaxEncodedLen`)
	// Storage: `Pools::CoverEnds` (r:518 w:102)
	// Proof: `Pools::CoverEnds` (`max_values`: None, `max_size`: Some(665), added: 3140, mode: `MaxEncodedLen`)
	// Storage: `Pools::ReturnEnds` (r:64 w:12)
	// Proof: `Pools::ReturnEnds` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `Assets::Account` (r:4 w:4)
	// Proof: `Assets::Account` (`max_values`: None, `max_size`: Some(134), added: 2609, mode: `MaxEncodedLen`)
	// Storage: `Assets::Asset` (r:1 w:1)
	// Proof: `Assets::Asset` (`max_values`: None, `max_size`: Some(210), added: 2685, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Pools` (r:3 w:3)
	// Proof: `Reserve::Pools` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	// Storage: `Reserve::Books` (r:1 w:1)
	// Proof: `Reserve::Books` (`max_values`: None, `max_size`: Some(101), added: 2576, mode: `MaxEncodedLen`)
	// Storage: `Policies::Renewed` (r:1 w:1)
	// Proof: `Policies::Renewed` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	// Storage: `Pools::History` (r:0 w:3)
	// Proof: `Pools::History` (`max_values`: None, `max_size`: Some(66), added: 2541, mode: `MaxEncodedLen`)
	// Storage: `Policies::RenewalsDue` (r:0 w:2)
	// Proof: `Policies::RenewalsDue` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn renew() -> Weight {
		// Fastest run: 10_029_062_000 picoseconds.
		Weight::from_parts(12_757_238_000, 1627510)
			.saturating_add(T::DbWeight::get().reads(1267_u64))
			.saturating_add(T::DbWeight::get().writes(239_u64))
	}
	// Storage: `Policies::NextDueHour` (r:1 w:1)
	// Proof: `Policies::NextDueHour` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Clock::Times` (r:1 w:0)
	// Proof: `Clock::Times` (`max_values`: Some(1), `max_size`: Some(24), added: 519, mode: `MaxEncodedLen`)
	// Storage: `Policies::RenewalsDue` (r:1 w:0)
	// Proof: `Policies::RenewalsDue` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn due_round() -> Weight {
		// Fastest run: 10_375_000 picoseconds.
		Weight::from_parts(11_948_000, 3489)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Policies::RenewalsDue` (r:1 w:0)
	// Proof: `Policies::RenewalsDue` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn due_hour() -> Weight {
		// Fastest run: 3_915_000 picoseconds.
		Weight::from_parts(4_497_000, 3489).saturating_add(T::DbWeight::get().reads(1_u64))
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
	fn buy() -> Weight {
		Weight::from_parts(11_190_609_000, 1618090)
			.saturating_add(ParityDbWeight::get().reads(1279_u64))
			.saturating_add(ParityDbWeight::get().writes(237_u64))
	}
	fn prune() -> Weight {
		Weight::from_parts(405_102_000, 10257)
			.saturating_add(ParityDbWeight::get().reads(20_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn increase() -> Weight {
		Weight::from_parts(10_253_125_000, 1618090)
			.saturating_add(ParityDbWeight::get().reads(1276_u64))
			.saturating_add(ParityDbWeight::get().writes(231_u64))
	}
	fn extend() -> Weight {
		Weight::from_parts(10_678_577_000, 1627510)
			.saturating_add(ParityDbWeight::get().reads(1281_u64))
			.saturating_add(ParityDbWeight::get().writes(236_u64))
	}
	fn decrease() -> Weight {
		Weight::from_parts(3_345_634_000, 311850)
			.saturating_add(ParityDbWeight::get().reads(353_u64))
			.saturating_add(ParityDbWeight::get().writes(232_u64))
	}
	fn cancel() -> Weight {
		Weight::from_parts(3_555_136_000, 311850)
			.saturating_add(ParityDbWeight::get().reads(358_u64))
			.saturating_add(ParityDbWeight::get().writes(242_u64))
	}
	fn collect_commission() -> Weight {
		Weight::from_parts(175_611_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn transfer() -> Weight {
		Weight::from_parts(251_915_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
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
	fn set_renewal() -> Weight {
		Weight::from_parts(360_115_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn renew() -> Weight {
		Weight::from_parts(12_757_238_000, 1627510)
			.saturating_add(ParityDbWeight::get().reads(1267_u64))
			.saturating_add(ParityDbWeight::get().writes(239_u64))
	}
	fn due_round() -> Weight {
		Weight::from_parts(11_948_000, 3489)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn due_hour() -> Weight {
		Weight::from_parts(4_497_000, 3489).saturating_add(ParityDbWeight::get().reads(1_u64))
	}
}
