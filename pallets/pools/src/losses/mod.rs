// SPDX-License-Identifier: Apache-2.0

//! Losses: the incidents that touch a pool, and the amounts that they take out of it.
//!
//! An open incident freezes the pool and locks what it could cost. An upheld one is charged claim
//! by claim to its reserved lock, or settled as a whole. A settlement for which assets are lacking
//! is topped up later, with a loan of the reserve at the end. Recovered money pays the debts.
//!
//! `glue.rs` calls the functions of [`LossSettlement`](breakwater_primitives::LossSettlement) and
//! [`OnIncident`](breakwater_primitives::OnIncident). Cover calls `close_pledge` when premium is
//! earned. Functions of one file for the others of this wing are `pub(super)`.
//!
//! The wing asks cover for the capital that must stay (`required`), and has it hand over the
//! reserve's share (`contribute`). It does not call capital.

mod charges;
mod incidents;
mod loan;
mod partials;
mod recoveries;
mod settlement;
