// SPDX-License-Identifier: Apache-2.0

//! Tests. `mock` is a chain of triggers, assessment and claims. Its policies, pools, prices and
//! clocks are set by the tests.

mod attacks;
mod costs;
mod hooks;
mod invariants;
mod limits;
#[path = "../../../claims/src/tests/mock/mod.rs"]
pub(crate) mod mock;
mod origins;
mod proposals;
mod reports;
mod sweeping;
mod unchosen;
