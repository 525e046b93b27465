// SPDX-License-Identifier: Apache-2.0

//! Weights of `breakwater_bounties`, estimated from similar calls of other pallets until `scripts/weights` measures them.
//!
//! The worst case of each is described at the benchmark of the same name in `benchmarking.rs`; the database's prices are
//! added to the estimated time.

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
	/// Measured by the benchmark `open_programme`.
	fn open_programme() -> Weight;
	/// Measured by the benchmark `set_terms`.
	fn set_terms() -> Weight;
	/// Measured by the benchmark `fund`.
	fn fund() -> Weight;
	/// Measured by the benchmark `request_withdrawal`.
	fn request_withdrawal() -> Weight;
	/// Measured by the benchmark `withdraw`.
	fn withdraw() -> Weight;
	/// Measured by the benchmark `close_programme`.
	fn close_programme() -> Weight;
	/// Measured by the benchmark `commit_report`.
	fn commit_report() -> Weight;
	/// Measured by the benchmark `reveal_report`.
	fn reveal_report() -> Weight;
	/// Measured by the benchmark `acknowledge`.
	fn acknowledge() -> Weight;
	/// Measured by the benchmark `decide`.
	fn decide() -> Weight;
	/// Measured by the benchmark `dispute`.
	fn dispute() -> Weight;
	/// Measured by the benchmark `adopt_decision`.
	fn adopt_decision() -> Weight;
	/// Measured by the benchmark `process_expired`.
	fn process_expired() -> Weight;
	/// Measured by the benchmark `process_decided`.
	fn process_decided() -> Weight;
	/// Measured by the benchmark `end_case`.
	fn end_case() -> Weight;
	/// Measured by the benchmark `collect`.
	fn collect() -> Weight;
	/// Measured by the benchmark `match_reward`.
	fn match_reward() -> Weight;
	/// Measured by the benchmark `revoke_unvested`.
	fn revoke_unvested() -> Weight;
	/// Measured by the benchmark `begin_match`.
	fn begin_match() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn open_programme() -> Weight {
		Weight::from_parts(20_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_terms() -> Weight {
		Weight::from_parts(19_000_000, 5610)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn fund() -> Weight {
		Weight::from_parts(52_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn request_withdrawal() -> Weight {
		Weight::from_parts(14_000_000, 5610)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(55_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn close_programme() -> Weight {
		Weight::from_parts(54_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn commit_report() -> Weight {
		Weight::from_parts(175_000_000, 103006)
			.saturating_add(T::DbWeight::get().reads(23_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	fn reveal_report() -> Weight {
		Weight::from_parts(20_000_000, 5610)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn acknowledge() -> Weight {
		Weight::from_parts(18_000_000, 5610)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn decide() -> Weight {
		Weight::from_parts(90_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn dispute() -> Weight {
		Weight::from_parts(170_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(19_u64))
			.saturating_add(T::DbWeight::get().writes(18_u64))
	}
	fn adopt_decision() -> Weight {
		Weight::from_parts(14_000_000, 5610).saturating_add(T::DbWeight::get().reads(3_u64))
	}
	fn process_expired() -> Weight {
		Weight::from_parts(85_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	fn process_decided() -> Weight {
		Weight::from_parts(65_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn end_case() -> Weight {
		Weight::from_parts(150_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(13_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(66_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	fn match_reward() -> Weight {
		Weight::from_parts(90_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn revoke_unvested() -> Weight {
		Weight::from_parts(85_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn begin_match() -> Weight {
		Weight::from_parts(85_000_000, 6208)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn open_programme() -> Weight {
		Weight::from_parts(20_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_terms() -> Weight {
		Weight::from_parts(19_000_000, 5610)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn fund() -> Weight {
		Weight::from_parts(52_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn request_withdrawal() -> Weight {
		Weight::from_parts(14_000_000, 5610)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw() -> Weight {
		Weight::from_parts(55_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn close_programme() -> Weight {
		Weight::from_parts(54_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn commit_report() -> Weight {
		Weight::from_parts(175_000_000, 103006)
			.saturating_add(ParityDbWeight::get().reads(23_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn reveal_report() -> Weight {
		Weight::from_parts(20_000_000, 5610)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn acknowledge() -> Weight {
		Weight::from_parts(18_000_000, 5610)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn decide() -> Weight {
		Weight::from_parts(90_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn dispute() -> Weight {
		Weight::from_parts(170_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(19_u64))
			.saturating_add(ParityDbWeight::get().writes(18_u64))
	}
	fn adopt_decision() -> Weight {
		Weight::from_parts(14_000_000, 5610).saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn process_expired() -> Weight {
		Weight::from_parts(85_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn process_decided() -> Weight {
		Weight::from_parts(65_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn end_case() -> Weight {
		Weight::from_parts(150_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(13_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn collect() -> Weight {
		Weight::from_parts(66_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn match_reward() -> Weight {
		Weight::from_parts(90_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn revoke_unvested() -> Weight {
		Weight::from_parts(85_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn begin_match() -> Weight {
		Weight::from_parts(85_000_000, 6208)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
}
