// SPDX-License-Identifier: Apache-2.0

//! The contracts through which the pallets talk, one in each file with its types. Each has an
//! implementation for `()` without effect, so that a pallet can be tested alone.

mod adjudicator;
mod admission;
mod backstop;
mod bounty_match;
mod catalogue;
mod clock;
mod conflicts;
mod cover_book;
mod cover_in_force;
mod draw_seed;
mod exposures;
mod final_appeal;
mod first_loss;
mod frozen_stake;
pub mod incidents;
mod income;
mod loss;
mod obligations;
mod on_data;
mod on_incident;
mod past_incidents;
mod price_feed;
mod product_registry;
mod product_use;
mod provider;
mod raw_feed;
mod readiness;
mod sponsorship;
mod underwriting;

pub use adjudicator::*;
pub use admission::*;
pub use backstop::*;
pub use bounty_match::*;
pub use catalogue::*;
pub use clock::*;
pub use conflicts::*;
pub use cover_book::*;
pub use cover_in_force::*;
pub use draw_seed::*;
pub use exposures::*;
pub use final_appeal::*;
pub use first_loss::*;
pub use frozen_stake::*;
// The contract itself is named like the storage of the pallet that implements it.
pub use incidents::{Decider, ProductIncidents, Reason, Upheld};
pub use income::*;
pub use loss::*;
pub use obligations::*;
pub use on_data::*;
pub use on_incident::*;
pub use past_incidents::*;
pub use price_feed::*;
pub use product_registry::*;
pub use product_use::*;
pub use provider::*;
pub use raw_feed::*;
pub use readiness::*;
pub use sponsorship::*;
pub use underwriting::*;
