// SPDX-License-Identifier: Apache-2.0

//! Weights of `pallet_proxy` in this runtime, measured: written by `scripts/weights`, never by hand.
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

impl<T: frame_system::Config> pallet_proxy::WeightInfo for WeightInfo<T> {
	// Storage: `Proxy::Proxies` (r:1 w:0)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 31.
	fn proxy(p: u32) -> Weight {
		// Fastest run: 8_944_000 picoseconds.
		Weight::from_parts(9_555_410, 4706)
			.saturating_add(Weight::from_parts(13_634, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	// Storage: `Proxy::Proxies` (r:1 w:0)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// Storage: `Proxy::Announcements` (r:1 w:1)
	// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(2233), added: 4708, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `a` was measured from 0 to 31.
	// `p` was measured from 1 to 31.
	fn proxy_announced(a: u32, p: u32) -> Weight {
		// Fastest run: 28_192_000 picoseconds.
		Weight::from_parts(29_384_328, 5698)
			.saturating_add(Weight::from_parts(148_908, 0).saturating_mul(a.into()))
			.saturating_add(Weight::from_parts(11_484, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Proxy::Announcements` (r:1 w:1)
	// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(2233), added: 4708, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `a` was measured from 0 to 31.
	// `p` was measured from 1 to 31.
	fn remove_announcement(a: u32, p: u32) -> Weight {
		// Fastest run: 20_510_000 picoseconds.
		Weight::from_parts(21_471_709, 5698)
			.saturating_add(Weight::from_parts(149_120, 0).saturating_mul(a.into()))
			.saturating_add(Weight::from_parts(6_860, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Proxy::Announcements` (r:1 w:1)
	// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(2233), added: 4708, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `a` was measured from 0 to 31.
	// `p` was measured from 1 to 31.
	fn reject_announcement(a: u32, p: u32) -> Weight {
		// Fastest run: 20_521_000 picoseconds.
		Weight::from_parts(21_507_326, 5698)
			.saturating_add(Weight::from_parts(147_488, 0).saturating_mul(a.into()))
			.saturating_add(Weight::from_parts(3_616, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Proxy::Proxies` (r:1 w:0)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// Storage: `Proxy::Announcements` (r:1 w:1)
	// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(2233), added: 4708, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// `a` was measured from 0 to 31.
	// `p` was measured from 1 to 31.
	fn announce(a: u32, p: u32) -> Weight {
		// Fastest run: 26_199_000 picoseconds.
		Weight::from_parts(27_237_352, 5698)
			.saturating_add(Weight::from_parts(139_387, 0).saturating_mul(a.into()))
			.saturating_add(Weight::from_parts(9_877, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	// Storage: `Proxy::Proxies` (r:1 w:1)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 31.
	fn add_proxy(p: u32) -> Weight {
		// Fastest run: 18_357_000 picoseconds.
		Weight::from_parts(19_288_688, 4706)
			.saturating_add(Weight::from_parts(25_803, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Proxy::Proxies` (r:1 w:1)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 31.
	fn remove_proxy(p: u32) -> Weight {
		// Fastest run: 17_326_000 picoseconds.
		Weight::from_parts(18_830_625, 4706)
			.saturating_add(Weight::from_parts(27_440, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Proxy::Proxies` (r:1 w:1)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 31.
	fn remove_proxies(p: u32) -> Weight {
		// Fastest run: 17_686_000 picoseconds.
		Weight::from_parts(17_173_017, 4706)
			.saturating_add(Weight::from_parts(1_468_576, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Proxy::Proxies` (r:1 w:1)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// `p` was measured from 1 to 31.
	fn create_pure(p: u32) -> Weight {
		// Fastest run: 19_969_000 picoseconds.
		Weight::from_parts(21_389_965, 4706)
			.saturating_add(Weight::from_parts(10_987, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Proxy::Proxies` (r:1 w:1)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// `p` was measured from 0 to 30.
	fn kill_pure(p: u32) -> Weight {
		// Fastest run: 18_378_000 picoseconds.
		Weight::from_parts(19_549_892, 4706)
			.saturating_add(Weight::from_parts(20_062, 0).saturating_mul(p.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	// Storage: `Proxy::Proxies` (r:1 w:1)
	// Proof: `Proxy::Proxies` (`max_values`: None, `max_size`: Some(1241), added: 3716, mode: `MaxEncodedLen`)
	// Storage: `System::Account` (r:1 w:1)
	// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	// Storage: `Proxy::Announcements` (r:1 w:1)
	// Proof: `Proxy::Announcements` (`max_values`: None, `max_size`: Some(2233), added: 4708, mode: `MaxEncodedLen`)
	fn poke_deposit() -> Weight {
		// Fastest run: 34_412_000 picoseconds.
		Weight::from_parts(36_765_000, 5698)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}
