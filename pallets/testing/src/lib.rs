// SPDX-License-Identifier: Apache-2.0

#![doc = include_str!("../README.md")]
#![deny(missing_docs, rustdoc::broken_intra_doc_links)]

pub mod accounts;
pub mod clock;
pub mod first_loss;
pub mod genesis;
pub mod plain;
pub mod prices;
pub mod reserve;
mod runtime;
pub mod standard;

pub use accounts::*;
pub use clock::TestClock;
pub use first_loss::{TestFirstLoss, FIRST_LOSS_ACCOUNT};
pub use genesis::Genesis;
pub use plain::Plain;
pub use prices::TestPrices;
pub use reserve::{
	reserve, set_reserve, Reserve, TestAdmission, TestReserve, LENDER_ACCOUNT, RESERVE_ACCOUNT,
};

// For the macros.
#[doc(hidden)]
pub use breakwater_primitives;
#[doc(hidden)]
pub use sp_io;
#[doc(hidden)]
pub use sp_runtime;
