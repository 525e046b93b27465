// SPDX-License-Identifier: Apache-2.0

//! Cover: the products that a pool backs, and the premium that it earns with them.
//!
//! A pool takes a place on a product, and backs policies as far as its capacity goes. The exposure
//! ends by active day, the premium by wall-clock day. Earned premium is split and handed over.
//!
//! `glue.rs` calls the functions of [`Underwriting`](breakwater_primitives::Underwriting), `lib.rs`
//! the `do_` functions. A pool in memory calls `earn` and `end_cover` when it is caught up. All
//! wings may ask for `required` and `available`. Losses call `contribute` before they draw on the
//! reserve. Idle visits call `sweep`. Functions of one file for the others of this wing are
//! `pub(super)`.
//!
//! The wing asks losses to close a pledge that is over (`close_pledge`), and does not call capital.

mod accrual;
mod backing;
mod buckets;
mod capacity;
mod places;
mod renewals;
mod split;
mod sweep;
