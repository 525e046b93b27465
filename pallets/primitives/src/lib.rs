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

extern crate alloc;

pub mod contracts;
pub mod feeds;
pub mod ids;
pub mod interest;
pub mod risk;
pub mod ruling;
pub mod state;
pub mod terms;

pub use contracts::*;
pub use feeds::*;
pub use ids::*;
pub use risk::*;
pub use ruling::*;
pub use state::*;
pub use terms::*;
