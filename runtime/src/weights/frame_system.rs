// SPDX-License-Identifier: Apache-2.0

//! Weights of `frame_system` in this runtime, measured: written by `scripts/weights`, never by hand.
//!
//! 2026-11-28, AMD EPYC, wasm Compiled, 20 steps, 10 repeats, `frame-omni-bencher` (library 64.0.0). The worst case of each is
//! described in the SDK's benchmark of the same name; the database's prices are added to the measured time.

#![allow(unused_imports, unused_parens)]
// Products and sums of small constants and of parameters that the calls bound.
#![allow(clippy::arithmetic_side_effects)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights at the runtime's database prices.
pub struct WeightInfo<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::WeightInfo for WeightInfo<T> {
	// `b` was measured from 0 to 3932160.
	fn remark(b: u32) -> Weight {
		// Fastest run: 1_402_000 picoseconds.
		Weight::from_parts(10_572_863, 0).saturating_add(Weight::from_parts(210, 0).saturating_mul(b.into()))
	}
	// `b` was measured from 0 to 3932160.
	fn remark_with_event(b: u32) -> Weight {
		// Fastest run: 3_866_000 picoseconds.
		Weight::from_parts(4_076_000, 0).saturating_add(Weight::from_parts(1_868, 0).saturating_mul(b.into()))
	}
	// Storage: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
	// Proof: UNKNOWN KEY `0x3a686561707061676573` (r:0 w:1)
	fn set_heap_pages() -> Weight {
		// Fastest run: 2_724_000 picoseconds.
		Weight::from_parts(2_994_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	// Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	fn set_code() -> Weight {
		// Fastest run: 100_668_798_000 picoseconds.
		Weight::from_parts(108_263_910_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Skipped::Metadata` (r:0 w:0)
	// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// `i` was measured from 0 to 1000.
	fn set_storage(i: u32) -> Weight {
		// Fastest run: 1_453_000 picoseconds.
		Weight::from_parts(1_553_000, 0)
			.saturating_add(Weight::from_parts(680_820, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
	}
	// Storage: `Skipped::Metadata` (r:0 w:0)
	// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// `i` was measured from 0 to 1000.
	fn kill_storage(i: u32) -> Weight {
		// Fastest run: 1_462_000 picoseconds.
		Weight::from_parts(1_562_000, 0)
			.saturating_add(Weight::from_parts(489_941, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(i.into())))
	}
	// Storage: `Skipped::Metadata` (r:0 w:0)
	// Proof: `Skipped::Metadata` (`max_values`: None, `max_size`: None, mode: `Measured`)
	// `p` was measured from 0 to 1000.
	fn kill_prefix(p: u32) -> Weight {
		// Fastest run: 2_894_000 picoseconds.
		Weight::from_parts(3_074_000, 66)
			.saturating_add(Weight::from_parts(982_759, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(p.into())))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(p.into())))
			.saturating_add(Weight::from_parts(0, 70).saturating_mul(p.into()))
	}
	// Storage: `System::AuthorizedUpgrade` (r:0 w:1)
	// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	fn authorize_upgrade() -> Weight {
		// Fastest run: 7_111_000 picoseconds.
		Weight::from_parts(22_133_000, 0).saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `System::AuthorizedUpgrade` (r:1 w:1)
	// Proof: `System::AuthorizedUpgrade` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	// Storage: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	// Proof: UNKNOWN KEY `0x3a636f6465` (r:0 w:1)
	fn apply_authorized_upgrade() -> Weight {
		// Fastest run: 110_954_943_000 picoseconds.
		Weight::from_parts(115_150_497_000, 1518)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}
