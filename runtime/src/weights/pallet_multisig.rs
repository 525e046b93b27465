// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_multisig` in this runtime, measured: written by `scripts/weights`, never by hand.
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

impl<T: frame_system::Config> pallet_multisig::WeightInfo for WeightInfo<T> {
	// `z` was measured from 0 to 10000.
	fn as_multi_threshold_1(z: u32) -> Weight {
		// Fastest run: 29_774_000 picoseconds.
		Weight::from_parts(31_626_368, 0)
			.saturating_add(Weight::from_parts(6_226, 0).saturating_mul(z.into()))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// `s` was measured from 2 to 100.
	// `z` was measured from 0 to 10000.
	fn as_multi_create(s: u32, z: u32) -> Weight {
		// Fastest run: 47_561_000 picoseconds.
		Weight::from_parts(26_385_654, 6811)
			.saturating_add(Weight::from_parts(230_808, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(6_248, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// `s` was measured from 3 to 100.
	// `z` was measured from 0 to 10000.
	fn as_multi_approve(s: u32, z: u32) -> Weight {
		// Fastest run: 37_285_000 picoseconds.
		Weight::from_parts(15_871_501, 6811)
			.saturating_add(Weight::from_parts(227_223, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(6_230, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `s` was measured from 2 to 100.
	// `z` was measured from 0 to 10000.
	fn as_multi_complete(s: u32, z: u32) -> Weight {
		// Fastest run: 54_061_000 picoseconds.
		Weight::from_parts(28_849_071, 6811)
			.saturating_add(Weight::from_parts(271_059, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(6_290, 0).saturating_mul(z.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// `s` was measured from 2 to 100.
	fn approve_as_multi_create(s: u32) -> Weight {
		// Fastest run: 23_745_000 picoseconds.
		Weight::from_parts(24_311_097, 6811)
			.saturating_add(Weight::from_parts(233_886, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// `s` was measured from 2 to 100.
	fn approve_as_multi_approve(s: u32) -> Weight {
		// Fastest run: 13_490_000 picoseconds.
		Weight::from_parts(13_987_295, 6811)
			.saturating_add(Weight::from_parts(234_524, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// `s` was measured from 2 to 100.
	fn cancel_as_multi(s: u32) -> Weight {
		// Fastest run: 22_613_000 picoseconds.
		Weight::from_parts(23_838_470, 6811)
			.saturating_add(Weight::from_parts(234_487, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Multisig::Multisigs` (r:1 w:1)
	// Proof: `Multisig::Multisigs` (`max_values`: None, `max_size`: Some(3346), added: 5821, mode: `MaxEncodedLen`)
	// `s` was measured from 2 to 100.
	fn poke_deposit(s: u32) -> Weight {
		// Fastest run: 21_883_000 picoseconds.
		Weight::from_parts(22_679_769, 6811)
			.saturating_add(Weight::from_parts(231_543, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
