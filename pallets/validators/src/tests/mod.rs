// SPDX-License-Identifier: Apache-2.0

//! Tests of candidates, validators, offences and rewards.

mod attacks;
mod candidates;
mod invariants;
pub(crate) mod mock;
mod offences;
mod origins;
mod rewards;
mod seats;
mod try_state;
