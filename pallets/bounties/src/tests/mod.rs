// SPDX-License-Identifier: Apache-2.0

//! Tests. `mock` is a chain with the bounties, and models of products, cover, reserve and
//! adjudicator.

mod attacks;
mod decisions;
mod invariants;
pub(crate) mod mock;
mod origins;
mod programmes;
mod reports;
mod rewards;
