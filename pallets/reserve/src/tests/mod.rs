// SPDX-License-Identifier: Apache-2.0

//! Tests of the reserve.

mod accept;
mod admission;
mod attacks;
mod debts;
mod donate;
mod draw;
mod income;
mod invariants;
mod limits;
pub(crate) mod mock;
mod origins;
mod peers;
mod programmes;
mod reduce_obligation;
mod repay;
mod replenish;
mod salvage;
mod stake;
mod survey;
