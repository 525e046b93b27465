// SPDX-License-Identifier: Apache-2.0

//! Capital: the underwriters' money.
//!
//! A deposit buys shares of a tranche at the price of the block. A position is an account's record
//! of them. A withdrawal waits in the tranche's queue until capital is free for it.
//!
//! `lib.rs` calls the `do_` functions. A pool in memory calls `return_shares` and `record_prices`
//! when it is caught up. Idle visits call `can_serve` and `serve_next`, and the reads for people
//! call `yields`. Functions of one file for the others of this wing are `pub(super)`.
//!
//! The wing asks cover for the capital that must stay (`required`), and does not call losses.

mod deposits;
mod history;
pub(crate) mod positions;
mod processing;
mod queues;
mod tranches;
pub mod withdrawal_places;
pub(crate) mod withdrawals;
