// SPDX-License-Identifier: Apache-2.0

//! Tests. `mock` is a chain of triggers, assessment and claims, which the tests of the other two
//! use too. Its policies, pools, prices and clocks are set by the tests.

mod attacks;
mod attacks_table;
mod claiming;
mod collect;
mod costs;
mod hooks;
pub(crate) mod mock;
mod origins;
mod parts;
mod process;
mod recovery;
mod settlement;
