// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]
#![cfg_attr(
	not(test),
	deny(
		clippy::arithmetic_side_effects,
		clippy::expect_used,
		clippy::indexing_slicing,
		clippy::panic,
		clippy::unwrap_used
	)
)]

pub mod average;
pub mod ballot;
pub mod barrier;
pub mod bond;
pub mod calendar;
pub mod capacity;
pub mod claim;
pub mod court;
pub mod draw;
pub mod first_loss;
pub mod fixed;
pub mod locked;
pub mod loss;
pub mod offence;
pub mod payout;
pub mod premium;
pub mod price;
pub mod ranking;
pub mod refund;
pub mod risk;
pub mod shares;
pub mod solvency;
pub mod stake;
pub mod statistics;
pub mod stream;
pub mod tranches;
pub mod units;
pub mod withdrawal;

#[cfg(test)]
pub(crate) mod testing;
