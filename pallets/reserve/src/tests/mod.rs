// SPDX-License-Identifier: Apache-2.0

//! Tests of the reserve.

mod accept;
mod admission;
mod attacks;
mod donate;
mod draw;
mod income;
mod invariants;
pub(crate) mod mock;
mod origins;
mod reduce_obligation;
mod repay;
mod replenish;
