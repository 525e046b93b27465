// SPDX-License-Identifier: Apache-2.0

//! Tests. `mock` is a chain of triggers, assessment and claims. Its policies, pools, prices and
//! clocks are set by the tests.

mod attacks;
mod automaton;
mod hooks;
mod invariants;
mod life;
mod limits;
#[path = "../../../claims/src/tests/mock/mod.rs"]
pub(crate) mod mock;
mod observations;
mod second;
mod several;

use crate::WeightInfo;
use breakwater_primitives::MAX_FEEDS_PER_TRIGGER;
use frame_support::weights::Weight;

/// The weight with which a poll reads one piece of one trigger that is first in its round, with all
/// the turns that the piece can bring.
pub(crate) fn one_trigger() -> Weight {
	type W = <mock::Test as crate::Config>::WeightInfo;
	let feeds = W::sync_feed() * u64::from(MAX_FEEDS_PER_TRIGGER);
	W::poll() + W::sync_feed() + W::evaluate_trigger() + feeds + mock::Triggers::piece_weight()
}
