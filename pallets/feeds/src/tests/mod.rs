// SPDX-License-Identifier: Apache-2.0

//! Tests of the operators and feeds.

mod attacks;
mod bonds;
mod cost;
mod feeding;
mod fund;
mod invariants;
mod membership;
pub(crate) mod mock;
mod origins;
mod reading;
mod rewards;
mod set_feed;
mod slash;
mod swap_key;
