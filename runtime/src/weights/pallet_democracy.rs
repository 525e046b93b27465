// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_democracy` in this runtime, measured: written by `scripts/weights`, never by hand.
//!
//! 2026-11-29, AMD EPYC, wasm Compiled, 20 steps, 10 repeats, `frame-omni-bencher` (library 64.0.0). The worst case of each is
//! described in the SDK's benchmark of the same name; the database's prices are added to the measured time.

#![allow(unused_imports, unused_parens)]
// Products and sums of small constants and of parameters that the calls bound.
#![allow(clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights at the runtime's database prices.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_democracy::WeightInfo for WeightInfo<T> {
	// Storage: `Democracy::PublicProps` (r:1 w:1)
	// Proof: `Democracy::PublicProps` (`max_values`: Some(1), `max_size`: Some(16702), added: 17197, mode: `MaxEncodedLen`)
	// Storage: `Democracy::PublicPropCount` (r:1 w:1)
	// Proof: `Democracy::PublicPropCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Democracy::Blacklist` (r:1 w:0)
	// Proof: `Democracy::Blacklist` (`max_values`: None, `max_size`: Some(3238), added: 5713, mode: `MaxEncodedLen`)
	// Storage: `Democracy::DepositOf` (r:0 w:1)
	// Proof: `Democracy::DepositOf` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	fn propose() -> Weight {
		// Fastest run: 33_289_000 picoseconds.
		Weight::from_parts(34_942_000, 18187)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Democracy::DepositOf` (r:1 w:1)
	// Proof: `Democracy::DepositOf` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	fn second() -> Weight {
		// Fastest run: 27_501_000 picoseconds.
		Weight::from_parts(29_254_000, 6695)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Democracy::ReferendumInfoOf` (r:1 w:1)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	// Storage: `Democracy::VotingOf` (r:1 w:1)
	// Proof: `Democracy::VotingOf` (`max_values`: None, `max_size`: Some(9567), added: 12042, mode: `MaxEncodedLen`)
	// Storage: `Balances::Locks` (r:1 w:1)
	// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	// Storage: `Balances::Freezes` (r:1 w:0)
	// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn vote_new() -> Weight {
		// Fastest run: 45_147_000 picoseconds.
		Weight::from_parts(47_961_000, 13032)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Democracy::ReferendumInfoOf` (r:1 w:1)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	// Storage: `Democracy::VotingOf` (r:1 w:1)
	// Proof: `Democracy::VotingOf` (`max_values`: None, `max_size`: Some(9567), added: 12042, mode: `MaxEncodedLen`)
	// Storage: `Balances::Locks` (r:1 w:1)
	// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	// Storage: `Balances::Freezes` (r:1 w:0)
	// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	fn vote_existing() -> Weight {
		// Fastest run: 46_609_000 picoseconds.
		Weight::from_parts(49_123_000, 13032)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Democracy::ReferendumInfoOf` (r:1 w:1)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	// Storage: `Democracy::Cancellations` (r:1 w:1)
	// Proof: `Democracy::Cancellations` (`max_values`: None, `max_size`: Some(33), added: 2508, mode: `MaxEncodedLen`)
	// Storage: `Democracy::MetadataOf` (r:1 w:1)
	// Proof: `Democracy::MetadataOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn emergency_cancel() -> Weight {
		// Fastest run: 18_758_000 picoseconds.
		Weight::from_parts(20_090_000, 3666)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Democracy::PublicProps` (r:1 w:1)
	// Proof: `Democracy::PublicProps` (`max_values`: Some(1), `max_size`: Some(16702), added: 17197, mode: `MaxEncodedLen`)
	// Storage: `Democracy::DepositOf` (r:1 w:1)
	// Proof: `Democracy::DepositOf` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Democracy::MetadataOf` (r:3 w:1)
	// Proof: `Democracy::MetadataOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Democracy::NextExternal` (r:1 w:1)
	// Proof: `Democracy::NextExternal` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumInfoOf` (r:1 w:1)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	// Storage: `Democracy::Blacklist` (r:0 w:1)
	// Proof: `Democracy::Blacklist` (`max_values`: None, `max_size`: Some(3238), added: 5713, mode: `MaxEncodedLen`)
	fn blacklist() -> Weight {
		// Fastest run: 81_041_000 picoseconds.
		Weight::from_parts(84_716_000, 18187)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	// Storage: `Democracy::NextExternal` (r:1 w:1)
	// Proof: `Democracy::NextExternal` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	// Storage: `Democracy::Blacklist` (r:1 w:0)
	// Proof: `Democracy::Blacklist` (`max_values`: None, `max_size`: Some(3238), added: 5713, mode: `MaxEncodedLen`)
	fn external_propose() -> Weight {
		// Fastest run: 10_535_000 picoseconds.
		Weight::from_parts(11_337_000, 6703)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Democracy::NextExternal` (r:0 w:1)
	// Proof: `Democracy::NextExternal` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	fn external_propose_majority() -> Weight {
		// Fastest run: 1_632_000 picoseconds.
		Weight::from_parts(1_853_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Democracy::NextExternal` (r:0 w:1)
	// Proof: `Democracy::NextExternal` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	fn external_propose_default() -> Weight {
		// Fastest run: 1_682_000 picoseconds.
		Weight::from_parts(1_872_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Democracy::NextExternal` (r:1 w:1)
	// Proof: `Democracy::NextExternal` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumCount` (r:1 w:1)
	// Proof: `Democracy::ReferendumCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Democracy::MetadataOf` (r:1 w:2)
	// Proof: `Democracy::MetadataOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumInfoOf` (r:0 w:1)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	fn fast_track() -> Weight {
		// Fastest run: 18_768_000 picoseconds.
		Weight::from_parts(19_910_000, 3518)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Democracy::NextExternal` (r:1 w:1)
	// Proof: `Democracy::NextExternal` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	// Storage: `Democracy::Blacklist` (r:1 w:1)
	// Proof: `Democracy::Blacklist` (`max_values`: None, `max_size`: Some(3238), added: 5713, mode: `MaxEncodedLen`)
	// Storage: `Democracy::MetadataOf` (r:1 w:1)
	// Proof: `Democracy::MetadataOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn veto_external() -> Weight {
		// Fastest run: 20_120_000 picoseconds.
		Weight::from_parts(21_783_000, 6703)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Democracy::PublicProps` (r:1 w:1)
	// Proof: `Democracy::PublicProps` (`max_values`: Some(1), `max_size`: Some(16702), added: 17197, mode: `MaxEncodedLen`)
	// Storage: `Democracy::DepositOf` (r:1 w:1)
	// Proof: `Democracy::DepositOf` (`max_values`: None, `max_size`: Some(3230), added: 5705, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:2 w:2)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Democracy::MetadataOf` (r:1 w:1)
	// Proof: `Democracy::MetadataOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn cancel_proposal() -> Weight {
		// Fastest run: 66_669_000 picoseconds.
		Weight::from_parts(69_614_000, 18187)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	// Storage: `Democracy::MetadataOf` (r:1 w:1)
	// Proof: `Democracy::MetadataOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumInfoOf` (r:0 w:1)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	fn cancel_referendum() -> Weight {
		// Fastest run: 11_407_000 picoseconds.
		Weight::from_parts(12_208_000, 3518)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Democracy::LowestUnbaked` (r:1 w:1)
	// Proof: `Democracy::LowestUnbaked` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumCount` (r:1 w:0)
	// Proof: `Democracy::ReferendumCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumInfoOf` (r:255 w:0)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	// `r` was measured from 0 to 255.
	fn on_initialize_base(r: u32) -> Weight {
		// Fastest run: 8_713_000 picoseconds.
		Weight::from_parts(5_399_309, 1489)
			.saturating_add(Weight::from_parts(2_909_020, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2676).saturating_mul(r.into()))
	}
	// Storage: `Democracy::LowestUnbaked` (r:1 w:1)
	// Proof: `Democracy::LowestUnbaked` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumCount` (r:1 w:0)
	// Proof: `Democracy::ReferendumCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	// Storage: `Democracy::LastTabledWasExternal` (r:1 w:0)
	// Proof: `Democracy::LastTabledWasExternal` (`max_values`: Some(1), `max_size`: Some(1), added: 496, mode: `MaxEncodedLen`)
	// Storage: `Democracy::NextExternal` (r:1 w:0)
	// Proof: `Democracy::NextExternal` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	// Storage: `Democracy::PublicProps` (r:1 w:0)
	// Proof: `Democracy::PublicProps` (`max_values`: Some(1), `max_size`: Some(16702), added: 17197, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumInfoOf` (r:255 w:0)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	// `r` was measured from 0 to 255.
	fn on_initialize_base_with_launch_period(r: u32) -> Weight {
		// Fastest run: 10_967_000 picoseconds.
		Weight::from_parts(8_397_186, 18187)
			.saturating_add(Weight::from_parts(2_936_882, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(Weight::from_parts(0, 2676).saturating_mul(r.into()))
	}
	// Storage: `Democracy::VotingOf` (r:3 w:3)
	// Proof: `Democracy::VotingOf` (`max_values`: None, `max_size`: Some(9567), added: 12042, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumInfoOf` (r:255 w:255)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	// Storage: `Balances::Locks` (r:1 w:1)
	// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	// Storage: `Balances::Freezes` (r:1 w:0)
	// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// `r` was measured from 0 to 255.
	fn delegate(r: u32) -> Weight {
		// Fastest run: 35_773_000 picoseconds.
		Weight::from_parts(1_177_033, 37116)
			.saturating_add(Weight::from_parts(4_471_265, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 2676).saturating_mul(r.into()))
	}
	// Storage: `Democracy::VotingOf` (r:2 w:2)
	// Proof: `Democracy::VotingOf` (`max_values`: None, `max_size`: Some(9567), added: 12042, mode: `MaxEncodedLen`)
	// Storage: `Democracy::ReferendumInfoOf` (r:255 w:255)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	// `r` was measured from 0 to 255.
	fn undelegate(r: u32) -> Weight {
		// Fastest run: 19_128_000 picoseconds.
		Weight::from_parts(15_008_008, 25074)
			.saturating_add(Weight::from_parts(3_655_254, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(r.into())))
			.saturating_add(Weight::from_parts(0, 2676).saturating_mul(r.into()))
	}
	// Storage: `Democracy::PublicProps` (r:0 w:1)
	// Proof: `Democracy::PublicProps` (`max_values`: Some(1), `max_size`: Some(16702), added: 17197, mode: `MaxEncodedLen`)
	fn clear_public_proposals() -> Weight {
		// Fastest run: 1_562_000 picoseconds.
		Weight::from_parts(1_743_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Democracy::VotingOf` (r:1 w:1)
	// Proof: `Democracy::VotingOf` (`max_values`: None, `max_size`: Some(9567), added: 12042, mode: `MaxEncodedLen`)
	// Storage: `Balances::Locks` (r:1 w:1)
	// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	// Storage: `Balances::Freezes` (r:1 w:0)
	// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `r` was measured from 0 to 255.
	fn unlock_remove(r: u32) -> Weight {
		// Fastest run: 19_879_000 picoseconds.
		Weight::from_parts(28_031_576, 13032)
			.saturating_add(Weight::from_parts(30_729, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Democracy::VotingOf` (r:1 w:1)
	// Proof: `Democracy::VotingOf` (`max_values`: None, `max_size`: Some(9567), added: 12042, mode: `MaxEncodedLen`)
	// Storage: `Balances::Locks` (r:1 w:1)
	// Proof: `Balances::Locks` (`max_values`: None, `max_size`: Some(1299), added: 3774, mode: `MaxEncodedLen`)
	// Storage: `Balances::Freezes` (r:1 w:0)
	// Proof: `Balances::Freezes` (`max_values`: None, `max_size`: Some(49), added: 2524, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `r` was measured from 0 to 255.
	fn unlock_set(r: u32) -> Weight {
		// Fastest run: 26_800_000 picoseconds.
		Weight::from_parts(30_028_672, 13032)
			.saturating_add(Weight::from_parts(39_785, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	// Storage: `Democracy::ReferendumInfoOf` (r:1 w:1)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	// Storage: `Democracy::VotingOf` (r:1 w:1)
	// Proof: `Democracy::VotingOf` (`max_values`: None, `max_size`: Some(9567), added: 12042, mode: `MaxEncodedLen`)
	// `r` was measured from 1 to 256.
	fn remove_vote(r: u32) -> Weight {
		// Fastest run: 13_420_000 picoseconds.
		Weight::from_parts(17_344_727, 13032)
			.saturating_add(Weight::from_parts(38_462, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Democracy::ReferendumInfoOf` (r:1 w:1)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	// Storage: `Democracy::VotingOf` (r:1 w:1)
	// Proof: `Democracy::VotingOf` (`max_values`: None, `max_size`: Some(9567), added: 12042, mode: `MaxEncodedLen`)
	// `r` was measured from 1 to 256.
	fn remove_other_vote(r: u32) -> Weight {
		// Fastest run: 13_019_000 picoseconds.
		Weight::from_parts(17_124_472, 13032)
			.saturating_add(Weight::from_parts(37_499, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Democracy::NextExternal` (r:1 w:0)
	// Proof: `Democracy::NextExternal` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	// Storage: `Preimage::StatusFor` (r:1 w:0)
	// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::RequestStatusFor` (r:1 w:0)
	// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Democracy::MetadataOf` (r:0 w:1)
	// Proof: `Democracy::MetadataOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn set_external_metadata() -> Weight {
		// Fastest run: 14_902_000 picoseconds.
		Weight::from_parts(15_944_000, 3556)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Democracy::NextExternal` (r:1 w:0)
	// Proof: `Democracy::NextExternal` (`max_values`: Some(1), `max_size`: Some(132), added: 627, mode: `MaxEncodedLen`)
	// Storage: `Democracy::MetadataOf` (r:1 w:1)
	// Proof: `Democracy::MetadataOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn clear_external_metadata() -> Weight {
		// Fastest run: 12_449_000 picoseconds.
		Weight::from_parts(13_230_000, 3518)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Democracy::PublicProps` (r:1 w:0)
	// Proof: `Democracy::PublicProps` (`max_values`: Some(1), `max_size`: Some(16702), added: 17197, mode: `MaxEncodedLen`)
	// Storage: `Preimage::StatusFor` (r:1 w:0)
	// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::RequestStatusFor` (r:1 w:0)
	// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Democracy::MetadataOf` (r:0 w:1)
	// Proof: `Democracy::MetadataOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn set_proposal_metadata() -> Weight {
		// Fastest run: 33_379_000 picoseconds.
		Weight::from_parts(35_432_000, 18187)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Democracy::PublicProps` (r:1 w:0)
	// Proof: `Democracy::PublicProps` (`max_values`: Some(1), `max_size`: Some(16702), added: 17197, mode: `MaxEncodedLen`)
	// Storage: `Democracy::MetadataOf` (r:1 w:1)
	// Proof: `Democracy::MetadataOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn clear_proposal_metadata() -> Weight {
		// Fastest run: 29_774_000 picoseconds.
		Weight::from_parts(31_817_000, 18187)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Preimage::StatusFor` (r:1 w:0)
	// Proof: `Preimage::StatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Preimage::RequestStatusFor` (r:1 w:0)
	// Proof: `Preimage::RequestStatusFor` (`max_values`: None, `max_size`: Some(91), added: 2566, mode: `MaxEncodedLen`)
	// Storage: `Democracy::MetadataOf` (r:0 w:1)
	// Proof: `Democracy::MetadataOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn set_referendum_metadata() -> Weight {
		// Fastest run: 11_276_000 picoseconds.
		Weight::from_parts(12_239_000, 3556)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Democracy::ReferendumInfoOf` (r:1 w:0)
	// Proof: `Democracy::ReferendumInfoOf` (`max_values`: None, `max_size`: Some(201), added: 2676, mode: `MaxEncodedLen`)
	// Storage: `Democracy::MetadataOf` (r:1 w:1)
	// Proof: `Democracy::MetadataOf` (`max_values`: None, `max_size`: Some(53), added: 2528, mode: `MaxEncodedLen`)
	fn clear_referendum_metadata() -> Weight {
		// Fastest run: 13_630_000 picoseconds.
		Weight::from_parts(14_862_000, 3666)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
