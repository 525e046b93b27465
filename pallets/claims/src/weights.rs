//! Weights, counted by hand until `scripts/weights` writes this file: every storage access of the worst case at the
//! database's price, and a generous time for the processor.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What each of the pallet's pieces of work costs at most.
pub trait WeightInfo {
	/// Measured by the benchmark `collect`.
	fn collect() -> Weight;
	/// Measured by the benchmark `decide_upheld`.
	fn decide_upheld() -> Weight;
	/// Measured by the benchmark `decide_rejected`.
	fn decide_rejected() -> Weight;
	/// Measured by the benchmark `log_data`.
	fn log_data() -> Weight;
	/// Measured by the benchmark `poll`.
	fn poll() -> Weight;
	/// Measured by the benchmark `sync_feed`.
	fn sync_feed() -> Weight;
	/// Measured by the benchmark `evaluate_watch`.
	fn evaluate_watch() -> Weight;
	/// Measured by the benchmark `evaluate_piece`.
	fn evaluate_piece() -> Weight;
	/// Measured by the benchmark `open_incident`.
	fn open_incident() -> Weight;
	/// Measured by the benchmark `reject_incident`.
	fn reject_incident() -> Weight;
	/// Measured by the benchmark `uphold_incident`.
	fn uphold_incident() -> Weight;
	/// Measured by the benchmark `work_round`.
	fn work_round() -> Weight;
	/// Measured by the benchmark `tally_step`.
	fn tally_step() -> Weight;
	/// Measured by the benchmark `end_tally`.
	fn end_tally() -> Weight;
	/// Measured by the benchmark `settle_step`.
	fn settle_step() -> Weight;
	/// Measured by the benchmark `end_settlement`.
	fn end_settlement() -> Weight;
	/// Measured by the benchmark `reopen_watch`.
	fn reopen_watch() -> Weight;
	/// Measured by the benchmark `pay_step`.
	fn pay_step() -> Weight;
}

/// Weights at the runtime's database prices.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn collect() -> Weight {
		// Incident, claim, part; the policy and its open claim; two transfers with asset, accounts and their entries.
		Weight::from_parts(200_000_000, 9216).saturating_add(T::DbWeight::get().reads_writes(20, 16))
	}
	fn decide_upheld() -> Weight {
		// Incident, watch, number of the next incident; 16 pins and parts; the list of work.
		Weight::from_parts(150_000_000, 10_496).saturating_add(T::DbWeight::get().reads_writes(22, 19))
	}
	fn decide_rejected() -> Weight {
		// As `reject_incident`, `reopen_watch` and `evaluate_watch`.
		Weight::from_parts(400_000_000, 30_720).saturating_add(T::DbWeight::get().reads_writes(64, 56))
	}
	fn log_data() -> Weight {
		// 16 products and their watches, feed, list of feeds, knots; the values of 32 operators.
		Weight::from_parts(250_000_000, 24_320).saturating_add(T::DbWeight::get().reads_writes(75, 20))
	}
	fn poll() -> Weight {
		// Feeds, cursor, clocks.
		Weight::from_parts(20_000_000, 1280).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}
	fn sync_feed() -> Weight {
		// Feed and knots.
		Weight::from_parts(30_000_000, 1536).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}
	fn evaluate_watch() -> Weight {
		// Watch, incident, five governed numbers, readiness in the policies.
		Weight::from_parts(60_000_000, 3072).saturating_add(T::DbWeight::get().reads_writes(9, 3))
	}
	fn evaluate_piece() -> Weight {
		// Three knots that enter and two that leave the window.
		Weight::from_parts(30_000_000, 1280).saturating_add(T::DbWeight::get().reads(5))
	}
	fn open_incident() -> Weight {
		// The incident and its number; 16 pools with their lines, pins and freezes; the product's lock.
		Weight::from_parts(350_000_000, 26_112).saturating_add(T::DbWeight::get().reads_writes(51, 51))
	}
	fn reject_incident() -> Weight {
		// The incident; 16 pools with their lines, pins and freezes; the product's lock.
		Weight::from_parts(350_000_000, 26_112).saturating_add(T::DbWeight::get().reads_writes(52, 50))
	}
	fn uphold_incident() -> Weight {
		// Incident, number of the next; 16 pins and parts; the list of work.
		Weight::from_parts(120_000_000, 9728).saturating_add(T::DbWeight::get().reads_writes(20, 18))
	}
	fn work_round() -> Weight {
		// The incidents with work to do, and the one served last.
		Weight::from_parts(60_000_000, 9216).saturating_add(T::DbWeight::get().reads_writes(35, 1))
	}
	fn tally_step() -> Weight {
		// Incident, part, claim; the policy, its terms and indices; the pool: 32 days of each kind of bucket.
		Weight::from_parts(700_000_000, 44_800).saturating_add(T::DbWeight::get().reads_writes(95, 80))
	}
	fn end_tally() -> Weight {
		// Incident; 16 parts, pins and lines.
		Weight::from_parts(250_000_000, 21_760).saturating_add(T::DbWeight::get().reads_writes(52, 33))
	}
	fn settle_step() -> Weight {
		// 16 parts; the pool: 32 days of each kind of bucket, the pins of 31 others; the reserve; three accounts.
		Weight::from_parts(900_000_000, 65_280).saturating_add(T::DbWeight::get().reads_writes(160, 95))
	}
	fn end_settlement() -> Weight {
		// Incident; 16 parts; the product's lock.
		Weight::from_parts(80_000_000, 6144).saturating_add(T::DbWeight::get().reads_writes(22, 2))
	}
	fn reopen_watch() -> Weight {
		// Watch, feed, clocks, knots.
		Weight::from_parts(40_000_000, 2816).saturating_add(T::DbWeight::get().reads_writes(7, 4))
	}
	fn pay_step() -> Weight {
		// As `collect`.
		Weight::from_parts(200_000_000, 9216).saturating_add(T::DbWeight::get().reads_writes(20, 16))
	}
}

/// Weights at ParityDB's own prices, for tests.
impl WeightInfo for () {
	fn collect() -> Weight {
		Weight::from_parts(200_000_000, 9216).saturating_add(ParityDbWeight::get().reads_writes(20, 16))
	}
	fn decide_upheld() -> Weight {
		Weight::from_parts(150_000_000, 10_496).saturating_add(ParityDbWeight::get().reads_writes(22, 19))
	}
	fn decide_rejected() -> Weight {
		Weight::from_parts(400_000_000, 30_720).saturating_add(ParityDbWeight::get().reads_writes(64, 56))
	}
	fn log_data() -> Weight {
		Weight::from_parts(250_000_000, 24_320).saturating_add(ParityDbWeight::get().reads_writes(75, 20))
	}
	fn poll() -> Weight {
		Weight::from_parts(20_000_000, 1280).saturating_add(ParityDbWeight::get().reads_writes(4, 1))
	}
	fn sync_feed() -> Weight {
		Weight::from_parts(30_000_000, 1536).saturating_add(ParityDbWeight::get().reads_writes(4, 2))
	}
	fn evaluate_watch() -> Weight {
		Weight::from_parts(60_000_000, 3072).saturating_add(ParityDbWeight::get().reads_writes(9, 3))
	}
	fn evaluate_piece() -> Weight {
		Weight::from_parts(30_000_000, 1280).saturating_add(ParityDbWeight::get().reads(5))
	}
	fn open_incident() -> Weight {
		Weight::from_parts(350_000_000, 26_112).saturating_add(ParityDbWeight::get().reads_writes(51, 51))
	}
	fn reject_incident() -> Weight {
		Weight::from_parts(350_000_000, 26_112).saturating_add(ParityDbWeight::get().reads_writes(52, 50))
	}
	fn uphold_incident() -> Weight {
		Weight::from_parts(120_000_000, 9728).saturating_add(ParityDbWeight::get().reads_writes(20, 18))
	}
	fn work_round() -> Weight {
		Weight::from_parts(60_000_000, 9216).saturating_add(ParityDbWeight::get().reads_writes(35, 1))
	}
	fn tally_step() -> Weight {
		Weight::from_parts(700_000_000, 44_800).saturating_add(ParityDbWeight::get().reads_writes(95, 80))
	}
	fn end_tally() -> Weight {
		Weight::from_parts(250_000_000, 21_760).saturating_add(ParityDbWeight::get().reads_writes(52, 33))
	}
	fn settle_step() -> Weight {
		Weight::from_parts(900_000_000, 65_280).saturating_add(ParityDbWeight::get().reads_writes(160, 95))
	}
	fn end_settlement() -> Weight {
		Weight::from_parts(80_000_000, 6144).saturating_add(ParityDbWeight::get().reads_writes(22, 2))
	}
	fn reopen_watch() -> Weight {
		Weight::from_parts(40_000_000, 2816).saturating_add(ParityDbWeight::get().reads_writes(7, 4))
	}
	fn pay_step() -> Weight {
		Weight::from_parts(200_000_000, 9216).saturating_add(ParityDbWeight::get().reads_writes(20, 16))
	}
}
